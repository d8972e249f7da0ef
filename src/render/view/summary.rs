//! How much a timeline tells, and of which time.

use crate::events::Status;
use crate::expression::Grain;
use crate::render::label::{Dates, last_moment};
use crate::timeline::Entry;
use chrono::{Datelike, NaiveDateTime};
use serde::{Serialize, Serializer};
use std::fmt;

/// "8 events, October 2025 to November 2025; 1 planned", with its dates set apart.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::render) struct Summary {
    /// "8 events".
    pub(in crate::render) events: String,
    /// How many of them are planned.
    pub(in crate::render) planned: usize,
    /// The first and the last date, one where they have one name, none where none is known.
    pub(in crate::render) dates: Vec<String>,
}

impl Summary {
    pub(super) fn of(entries: &[Entry], dates: &Dates) -> Summary {
        let events = match entries.len() {
            1 => "1 event".to_owned(),
            n => format!("{n} events"),
        };
        let planned = entries.iter().filter(|entry| entry.status == Status::Planned).count();
        Summary { events, planned, dates: span_of(entries, dates) }
    }
}

impl Serialize for Summary {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.events)?;
        for (link, date) in [", ", " to "].iter().zip(&self.dates) {
            write!(f, "{link}{date}")?;
        }
        match self.planned {
            0 => Ok(()),
            n => write!(f, "; {n} planned"),
        }
    }
}

/// From the first to the last known moment.
fn span_of(entries: &[Entry], dates: &Dates) -> Vec<String> {
    let first = entries.iter().filter_map(|entry| Some((entry.when.interval.from?, entry.when.grain))).min();
    let last =
        entries.iter().filter_map(|entry| Some((last_moment(entry.when.interval.to?), entry.when.grain)));
    // Where a date is known no finer than to the year, a month would say too much.
    let name = |(at, grain): (NaiveDateTime, Grain)| {
        if grain < Grain::Year { dates.month_and_year(at.date()) } else { dates.year(at.year()) }
    };
    match (first, last.max()) {
        (Some(first), Some(last)) if name(first) == name(last) => vec![name(first)],
        (Some(first), Some(last)) if first < last => vec![name(first), name(last)],
        _ => Vec::new(),
    }
}
