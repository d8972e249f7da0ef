//! Options that several commands share.

use super::config::Config;
use super::offer::Offer;
use crate::article::{Article, Published, Zone};
use crate::error::{Error, Result};
use crate::expression::{Tense, Weekday};
use crate::lang::Language;
use crate::resolve::{Bare, DateOrder, Genre, Hemisphere, LastWeekday, Policy};
use crate::suggest::nearest;
use clap::Args;
use std::path::PathBuf;

/// What the help calls the choices of reading.
const READING: &str = "How to read";

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
    #[arg(long, value_name = "ORDER", help_heading = READING, value_parser = Offer::of(DateOrder::ALL, DateOrder::name), hide_possible_values = true)]
    date_order: Option<String>,

    /// What relative dates count from: auto (the default), news or narrative
    #[arg(long, value_name = "GENRE", help_heading = READING, value_parser = Offer::of(Genre::ALL, Genre::name), hide_possible_values = true)]
    genre: Option<String>,

    /// First day of the week: mon (the default), sun or another
    #[arg(long, value_name = "DAY", help_heading = READING, value_parser = Offer::of(Weekday::ALL, Weekday::name), hide_possible_values = true)]
    week_start: Option<String>,

    /// Where seasons are told: north (the default) or south of the equator
    #[arg(long, value_name = "HALF", help_heading = READING, value_parser = Offer::of(Hemisphere::ALL, Hemisphere::name), hide_possible_values = true)]
    hemisphere: Option<String>,

    /// Which day a bare weekday is: by its tense (the default), past, future or nearest
    #[arg(long, value_name = "WHICH", help_heading = READING, value_parser = Offer::of(Bare::ALL, Bare::name), hide_possible_values = true)]
    bare_weekday: Option<String>,

    /// Whether "last Friday" counts by day (the default) or by week
    #[arg(long, value_name = "WHICH", help_heading = READING, value_parser = Offer::of(LastWeekday::ALL, LastWeekday::name), hide_possible_values = true)]
    last_weekday: Option<String>,

    /// Make any choice of reading, such as weekend=fri-sat; `dateline rules --choices` lists them
    ///
    /// May be given several times. The choices are those of dateline.toml, where they hold for a whole project.
    #[arg(long, value_name = "NAME=VALUE", help_heading = READING)]
    set: Vec<String>,

    /// Read choices from this file, and not from the dateline.toml above the current folder
    #[arg(long, value_name = "FILE", help_heading = READING)]
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
            None => self.config()?.zone(),
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

    /// The reading choices: those of the configuration, beaten by `--set`, beaten by options of their own.
    pub(super) fn policy(&self) -> Result<Policy> {
        let mut policy = self.config()?.policy()?;
        for choice in &self.set {
            let (name, value) = choice.split_once('=').ok_or_else(|| {
                Error::value(format!("`{choice}` makes no choice; write NAME=VALUE, as weekend=fri-sat"))
                    .at("--set")
            })?;
            policy.set(name.trim(), value).map_err(|e| e.within("--set"))?;
        }
        let options = [
            ("date-order", &self.date_order),
            ("genre", &self.genre),
            ("week-start", &self.week_start),
            ("hemisphere", &self.hemisphere),
            ("bare-weekday", &self.bare_weekday),
            ("last-weekday", &self.last_weekday),
        ];
        for (name, value) in options {
            if let Some(value) = value {
                policy.set(name, value).map_err(|error| error.renamed(format!("--{name}")))?;
            }
        }
        Ok(policy)
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
    let message = match nearest(value, all.iter().copied()) {
        Some(near) => format!("`{value}` is not known; did you mean `{near}`? There are {}", all.join(", ")),
        None => format!("`{value}` is not known; give one of {}", all.join(", ")),
    };
    Error::value(message).at(option)
}
