//! Dates as the stylebook of the Associated Press has them: month first, long months shortened before a day.

use super::cell;
use crate::render::fields::{self, Fields};
use crate::resolve::{Cell, Certainty, Value, When};
use chrono::{Datelike, NaiveDate, NaiveTime};

/// `None` for times that the style writes as plain English does: decades, quarters, seasons, and what has no days in it.
pub(super) fn label(when: &When) -> Option<String> {
    let exact = when.certainty == Certainty::Exact && when.interval.is_closed();
    match when.value {
        Value::Cell { cell: Cell::PartOfDay(date, part), portion: None, hedge: None, .. } if exact => {
            let part = cell::part_of_day(part);
            return Some(format!("{} {part}, {}", cell::weekday(date), day(date)));
        }
        Value::Cell { cell: Cell::Day(date), portion: None, hedge: None, .. } if exact => {
            return Some(format!("{}, {}", cell::weekday(date), day(date)));
        }
        _ => {}
    }
    let (start, end) = fields::ends(when)?;
    start.day?;
    let words = match end {
        None => date(start, true),
        Some(end) => range(start, end),
    };
    Some(match (when.interval.from, when.interval.to) {
        // What is known is the last day, not the first that is too late.
        (None, _) => format!("by {words}"),
        (_, None) => format!("since {words}"),
        _ if when.certainty == Certainty::Approximate => format!("about {words}"),
        _ => words,
    })
}

/// "Nov. 3-9, 2025", "Oct. 27 to Nov. 2, 2025".
fn range(start: Fields, end: Fields) -> String {
    if start.year != end.year || start.time.is_some() || end.time.is_some() {
        return format!("{} to {}", date(start, true), date(end, true));
    }
    match (start.day, end.day) {
        (Some(first), Some(last)) if start.month == end.month => {
            format!("{} {first}-{last}, {}", abbreviated(start.month.unwrap_or(1)), cell::year(start.year))
        }
        _ => format!("{} to {}", date(start, false), date(end, true)),
    }
}

/// "8 p.m. Nov. 19, 2025".
fn date(fields: Fields, with_year: bool) -> String {
    let clock = fields.time.and_then(|(hour, minute)| NaiveTime::from_hms_opt(hour, minute, 0));
    let clock = clock.map(|time| format!("{} ", cell::clock(time, false))).unwrap_or_default();
    let month = abbreviated(fields.month.unwrap_or(1));
    let day = fields.day.unwrap_or(1);
    if with_year {
        format!("{clock}{month} {day}, {}", cell::year(fields.year))
    } else {
        format!("{clock}{month} {day}")
    }
}

/// "Nov. 19, 2025".
pub(super) fn day(date: NaiveDate) -> String {
    format!("{} {}, {}", abbreviated(date.month()), date.day(), cell::year(date.year()))
}

/// Months as they stand before a day; March to July are never shortened.
fn abbreviated(month: u32) -> &'static str {
    const MONTHS: [&str; 12] =
        ["Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."];
    MONTHS.get(month.saturating_sub(1) as usize).copied().unwrap_or_default()
}
