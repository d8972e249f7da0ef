//! Options that several commands share.

use crate::article::{Published, Zone};
use crate::error::{Error, Result};
use crate::expression::unit::Tense;
use crate::resolve::{DateOrder, Genre, Policy};
use clap::Args;

/// When the text was published and how to read it.
#[derive(Clone, Debug, Default, Args)]
pub(super) struct Reading {
    /// When the article was published: a date or an RFC 3339 instant; beats what the article says
    #[arg(long, value_name = "DATE")]
    pub(super) published: Option<String>,

    /// Read the instant of publication on the clocks of this zone: America/New_York, UTC or +01:00
    #[arg(long, value_name = "ZONE", allow_hyphen_values = true)]
    timezone: Option<String>,

    /// Order of numeric dates: mdy, dmy or ymd
    #[arg(long, value_name = "ORDER", default_value = "mdy")]
    date_order: String,

    /// What relative dates count from: auto, news or narrative
    #[arg(long, value_name = "GENRE", default_value = "auto")]
    genre: String,

    /// First day of the week: mon or sun
    #[arg(long, value_name = "DAY", default_value = "mon")]
    week_start: String,
}

impl Reading {
    /// The publication that the user gave.
    pub(super) fn published(&self) -> Result<Option<Published>> {
        let published =
            self.published.as_deref().map(Published::parse).transpose().map_err(|e| e.at("--published"))?;
        let zone = self.zone()?;
        Ok(published.map(|published| published.in_zone(zone)))
    }

    /// The zone in which dates of publication are read.
    pub(super) fn zone(&self) -> Result<Option<Zone>> {
        self.timezone.as_deref().map(Zone::parse).transpose().map_err(|e| e.at("--timezone"))
    }

    /// The reading choices.
    pub(super) fn policy(&self) -> Result<Policy> {
        let week_start = choice("--week-start", &self.week_start, &["mon", "sun"])?;
        Ok(Policy {
            date_order: named(
                "--date-order",
                &self.date_order,
                DateOrder::from_name,
                DateOrder::ALL,
                DateOrder::name,
            )?,
            genre: named("--genre", &self.genre, Genre::from_name, Genre::ALL, Genre::name)?,
            week_start: crate::expression::Weekday::from_name(week_start)
                .unwrap_or(crate::expression::Weekday::Monday),
        })
    }
}

/// The tense that `--tense` names.
pub(super) fn tense(name: Option<&str>) -> Result<Tense> {
    name.map_or(Ok(Tense::None), |name| named("--tense", name, Tense::from_name, Tense::ALL, Tense::name))
}

fn choice<'a>(option: &str, value: &'a str, all: &[&str]) -> Result<&'a str> {
    if all.contains(&value) { Ok(value) } else { Err(unknown(option, value, all)) }
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
