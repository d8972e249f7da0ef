//! What statuses, certainties and grains are called, and dates as HTML takes them.

use crate::events::Status;
use crate::expression::{Grain, Relation};
use crate::render::label::last_moment;
use crate::resolve::{Certainty, When};
use chrono::{Datelike, NaiveDateTime, Timelike};

/// The status in words; what is reported needs none.
pub(in crate::render) const fn status_word(status: Status) -> Option<&'static str> {
    match status {
        Status::Reported => None,
        Status::Planned => Some("Planned"),
        Status::Conditional => Some("Conditional"),
        Status::Denied => Some("Denied"),
        Status::Ongoing => Some("Ongoing"),
    }
}

/// How sure the date is, in words; a date that the text names needs none, nor does one whose label says "before".
pub(super) const fn certainty_word(when: &When) -> Option<&'static str> {
    match when.certainty {
        Certainty::Exact => None,
        Certainty::Inferred => Some("Inferred"),
        Certainty::Approximate => Some("Approximate"),
        Certainty::Bounded if when.interval.is_closed() => Some("Some time within"),
        Certainty::Bounded => None,
    }
}

/// The status in words, where a choice among all is offered.
pub(super) const fn status_name(status: Status) -> &'static str {
    match status_word(status) {
        Some(word) => word,
        None => "Reported",
    }
}

/// How an entry stands to another, before that one's headline.
pub(super) const fn relation_word(relation: Relation) -> &'static str {
    match relation {
        Relation::Before => "Before",
        Relation::JustBefore => "Just before",
        Relation::During => "During",
        Relation::After => "After",
        Relation::JustAfter => "Just after",
        Relation::Since => "Since",
        Relation::Until => "Until",
    }
}

/// How finely a time is known, in words.
pub(super) const fn grain_words(grain: Grain) -> &'static str {
    match grain {
        Grain::Second => "to the second",
        Grain::Minute => "to the minute",
        Grain::Hour => "to the hour",
        Grain::PartOfDay => "to the part of the day",
        Grain::Day => "to the day",
        Grain::Weekend => "to the weekend",
        Grain::Week => "to the week",
        Grain::Month => "to the month",
        Grain::Quarter => "to the quarter",
        Grain::Season => "to the season",
        Grain::Half => "to the half year",
        Grain::Year => "to the year",
        Grain::Decade => "to the decade",
        Grain::Century => "to the century",
        Grain::Millennium => "to the millennium",
    }
}

/// The start of a time as a valid HTML date string, as fine as the time is known; an open start gives its end.
pub(in crate::render) fn datetime(when: &When) -> Option<String> {
    let at = when.interval.from.or(when.interval.to.map(last_moment))?;
    // HTML counts years from 1, in at least four digits.
    let year = u32::try_from(at.year()).ok().filter(|year| *year > 0)?;
    Some(match when.grain {
        Grain::Second => at.format("%Y-%m-%dT%H:%M:%S").to_string(),
        Grain::Minute | Grain::Hour => {
            format!("{year:04}-{:02}-{:02}T{}", at.month(), at.day(), hour_minute(at))
        }
        Grain::Year | Grain::Decade | Grain::Century | Grain::Millennium => format!("{year:04}"),
        Grain::Month | Grain::Quarter | Grain::Season | Grain::Half if at.day() == 1 => {
            format!("{year:04}-{:02}", at.month())
        }
        _ => format!("{year:04}-{:02}-{:02}", at.month(), at.day()),
    })
}

/// The last day of a time that is longer than a day, as HTML takes it.
pub(super) fn end_datetime(when: &When) -> Option<String> {
    let (from, last) = (when.interval.from?, when.interval.to.map(last_moment)?);
    let named = when.grain < Grain::Day || last.date() <= from.date();
    let year = u32::try_from(last.year()).ok().filter(|year| !named && *year > 0)?;
    Some(format!("{year:04}-{:02}-{:02}", last.month(), last.day()))
}

fn hour_minute(at: NaiveDateTime) -> String {
    format!("{:02}:{:02}", at.hour(), at.minute())
}

/// With a capital letter.
pub(in crate::render) fn capitalised(text: String) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) if first.is_lowercase() => first.to_uppercase().chain(chars).collect(),
        _ => text,
    }
}
