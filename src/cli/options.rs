//! Options that several commands share.

use super::config::Config;
use crate::article::{Article, Published, Zone};
use crate::error::{Error, Result};
use crate::expression::Weekday;
use crate::expression::unit::Tense;
use crate::lang::Language;
use crate::resolve::{BareWeekday, DateOrder, Genre, Hemisphere, LastWeekday, Policy};
use clap::Args;
use std::path::PathBuf;

/// When the text was published and how to read it.
#[derive(Clone, Debug, Default, Args)]
pub(super) struct Reading {
    /// When the article was published: a date or an RFC 3339 instant; beats what the article says
    #[arg(long, value_name = "DATE")]
    pub(super) published: Option<String>,

    /// Read the instant of publication on the clocks of this zone: America/New_York, UTC or +01:00
    #[arg(long, value_name = "ZONE", allow_hyphen_values = true)]
    timezone: Option<String>,

    /// Order of numeric dates: mdy (the default), dmy or ymd
    #[arg(long, value_name = "ORDER")]
    date_order: Option<String>,

    /// What relative dates count from: auto (the default), news or narrative
    #[arg(long, value_name = "GENRE")]
    genre: Option<String>,

    /// First day of the week: mon (the default) or sun
    #[arg(long, value_name = "DAY")]
    week_start: Option<String>,

    /// Where seasons are told: north (the default) or south of the equator
    #[arg(long, value_name = "HALF")]
    hemisphere: Option<String>,

    /// Which day a bare weekday is: by its tense (the default), past, future or nearest
    #[arg(long, value_name = "WHICH")]
    bare_weekday: Option<String>,

    /// Whether "last Friday" counts by day (the default) or by week
    #[arg(long, value_name = "WHICH")]
    last_weekday: Option<String>,

    /// Read choices from this file, and not from the dateline.toml above the current folder
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

impl Reading {
    /// The publication that the user gave.
    pub(super) fn published(&self) -> Result<Option<Published>> {
        let published =
            self.published.as_deref().map(Published::parse).transpose().map_err(|e| e.at("--published"))?;
        let zone = self.zone()?;
        Ok(published.map(|published| published.in_zone(zone)))
    }

    /// What a `dateline.toml` says.
    pub(super) fn config(&self) -> Result<Config> {
        Config::load(self.config.as_deref())
    }

    /// English, with the user's own words and rules.
    pub(super) fn language(&self) -> Result<&'static Language> {
        self.config()?.language()
    }

    /// The zone in which dates of publication are read.
    pub(super) fn zone(&self) -> Result<Option<Zone>> {
        match &self.timezone {
            Some(zone) => Zone::parse(zone).map(Some).map_err(|e| e.at("--timezone")),
            None => {
                let config = self.config()?;
                config
                    .get("timezone")
                    .map(|(zone, place)| Zone::parse(zone).map_err(|e| e.at(place)))
                    .transpose()
            }
        }
    }

    /// Articles, dated as the user says.
    pub(super) fn date(&self, mut articles: Vec<Article>) -> Result<Vec<Article>> {
        let (published, zone) = (self.published()?, self.zone()?);
        for article in &mut articles {
            let known = published.clone().or_else(|| article.published.take());
            article.published = known.map(|published| published.in_zone(zone));
        }
        Ok(articles)
    }

    /// The reading choices.
    pub(super) fn policy(&self) -> Result<Policy> {
        let config = self.config()?;
        let choices = Choices { config: &config };
        let mut policy = Policy::default();
        choices.set(
            "date-order",
            &self.date_order,
            &mut policy.date_order,
            DateOrder::ALL,
            DateOrder::name,
        )?;
        choices.set("genre", &self.genre, &mut policy.genre, Genre::ALL, Genre::name)?;
        let starts = [Weekday::Monday, Weekday::Sunday];
        choices.set("week-start", &self.week_start, &mut policy.week_start, &starts, Weekday::name)?;
        choices.set(
            "hemisphere",
            &self.hemisphere,
            &mut policy.hemisphere,
            Hemisphere::ALL,
            Hemisphere::name,
        )?;
        let bare = BareWeekday::ALL;
        choices.set("bare-weekday", &self.bare_weekday, &mut policy.bare_weekday, bare, BareWeekday::name)?;
        let last = LastWeekday::ALL;
        choices.set("last-weekday", &self.last_weekday, &mut policy.last_weekday, last, LastWeekday::name)?;
        Ok(policy)
    }
}

/// Choices by name, of an option or else of the configuration.
struct Choices<'a> {
    config: &'a Config,
}

impl Choices<'_> {
    fn set<T: Copy>(
        &self,
        option: &str,
        given: &Option<String>,
        choice: &mut T,
        all: &[T],
        name: fn(T) -> &'static str,
    ) -> Result<()> {
        let (value, place) = match (given, self.config.get(option)) {
            (Some(value), _) => (value.as_str(), format!("--{option}")),
            (None, Some(configured)) => configured,
            (None, None) => return Ok(()),
        };
        match all.iter().find(|t| name(**t) == value) {
            Some(found) => *choice = *found,
            None => return Err(unknown(&place, value, &all.iter().map(|t| name(*t)).collect::<Vec<_>>())),
        }
        Ok(())
    }
}

/// The tense that `--tense` names.
pub(super) fn tense(name: Option<&str>) -> Result<Tense> {
    name.map_or(Ok(Tense::None), |name| named("--tense", name, Tense::from_name, Tense::ALL, Tense::name))
}

fn named<T: Copy>(
    option: &str,
    value: &str,
    parse: fn(&str) -> Option<T>,
    all: &[T],
    name: fn(T) -> &'static str,
) -> Result<T> {
    parse(value).ok_or_else(|| unknown(option, value, &all.iter().map(|t| name(*t)).collect::<Vec<_>>()))
}

pub(super) fn unknown(option: &str, value: &str, all: &[&str]) -> Error {
    Error::value(format!("`{value}` is not known; give one of {}", all.join(", "))).at(option)
}
