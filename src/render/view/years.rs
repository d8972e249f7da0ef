//! Entries under headings: years, decades and centuries, and months.

use super::Context;
use super::entry::EntryView;
use super::words::capitalised;
use crate::expression::Grain;
use crate::render::label::{Dates, last_moment};
use crate::resolve::{Cell, Certainty, Value, When};
use crate::timeline::Entry;
use chrono::{Datelike, NaiveDate, NaiveTime};
use serde::Serialize;

/// The entries of one year, decade or century.
#[derive(Debug, Serialize)]
pub(in crate::render) struct Year<'a> {
    /// The same for all that have one name, so that a filter shows them together.
    #[serde(skip)]
    pub(in crate::render) key: usize,
    pub(in crate::render) name: String,
    pub(in crate::render) months: Vec<Month<'a>>,
    /// Classes that say what stands under it, each with a space before it.
    #[serde(skip)]
    pub(in crate::render) holds: String,
}

impl Year<'_> {
    /// How many entries stand under it.
    pub(in crate::render) fn count(&self) -> usize {
        self.months.iter().map(|month| month.entries.len()).sum()
    }
}

/// The entries of one month; those that no month holds come under no name.
#[derive(Debug, Serialize)]
pub(in crate::render) struct Month<'a> {
    pub(in crate::render) name: Option<String>,
    pub(in crate::render) entries: Vec<EntryView<'a>>,
    /// Classes that say what stands under it, each with a space before it.
    #[serde(skip)]
    pub(in crate::render) holds: String,
}

/// Groups entries by year and month without changing their order.
pub(super) fn years<'a>(entries: &'a [Entry], context: &Context<'a>) -> Vec<Year<'a>> {
    let mut years: Vec<Year<'a>> = Vec::new();
    // The first of the month that the last heading names.
    let mut reached: Option<NaiveDate> = None;
    for entry in entries {
        let (mut name, mut month) = heading(&entry.when, context.dates);
        // What may as well have happened in the month reached does not lead back to an earlier one.
        let first = entry.when.interval.from.map(|from| from.date());
        let last = entry.when.interval.to.map(|to| last_moment(to).date());
        match (reached, years.last()) {
            (Some(month_reached), Some(year))
                if first.is_some_and(|first| first < month_reached)
                    && last.is_some_and(|last| last >= month_reached) =>
            {
                name.clone_from(&year.name);
                month = year.months.last().and_then(|month| month.name.clone());
            }
            _ => reached = month.as_ref().and(first.or(last)).and_then(|day| day.with_day(1)),
        }
        if years.last().is_none_or(|year| year.name != name) {
            let key = years.iter().position(|year| year.name == name).unwrap_or(years.len());
            years.push(Year { key, name, months: Vec::new(), holds: String::new() });
        }
        let Some(year) = years.last_mut() else { continue };
        if year.months.last().is_none_or(|last| last.name != month) {
            year.months.push(Month { name: month, entries: Vec::new(), holds: String::new() });
        }
        if let Some(month) = year.months.last_mut() {
            month.entries.push(EntryView::new(entry, context));
        }
    }
    years
}

/// The year, decade or century, and the month, that an entry stands under.
fn heading(when: &When, dates: &Dates) -> (String, Option<String>) {
    let Some(at) = when.interval.from.or(when.interval.to.map(last_moment)) else {
        return ("Undated".to_owned(), None);
    };
    if let Value::Cell { cell: cell @ (Cell::Decade(_) | Cell::Century(_) | Cell::Millennium(_)), .. } =
        when.value
    {
        let plain = When {
            certainty: Certainty::Exact,
            value: Value::Cell { cell, portion: None, hedge: None, universal: false },
            ..when.clone()
        };
        return (capitalised(dates.label(&plain).trim_start_matches("the ").to_owned()), None);
    }
    let month = when.grain < Grain::Quarter || when.interval.from.is_none();
    // "Before the closure" of which the year is known.
    let year_end = when.interval.to.is_some_and(|to| to.ordinal() == 1 && to.time() == NaiveTime::MIN);
    let of_a_year = when.interval.from.is_none() && year_end && matches!(when.value, Value::Interval);
    let month = month && when.grain < Grain::Year && !of_a_year;
    (dates.year(at.year()), month.then(|| dates.month(at.date())))
}
