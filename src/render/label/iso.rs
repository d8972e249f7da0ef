//! Dates as ISO 8601-1 and, where they are open or approximate, 8601-2.

use crate::render::fields::{self, Fields};
use crate::resolve::{Certainty, When};
use chrono::{Datelike, NaiveDate};

/// `None` for what lies nowhere in time.
pub(super) fn label(when: &When) -> Option<String> {
    let (start, end) = fields::ends(when)?;
    let about = if when.certainty == Certainty::Approximate { "~" } else { "" };
    let start = format!("{}{about}", date(start));
    Some(match (when.interval.from, when.interval.to, end) {
        (None, _, _) => format!("../{start}"),
        (_, None, _) => format!("{start}/.."),
        (_, _, Some(end)) => format!("{start}/{}{about}", date(end)),
        _ => start,
    })
}

fn date(fields: Fields) -> String {
    let Fields { year, month, day, time } = fields;
    let part = |n: Option<u32>| n.map(|n| format!("-{n:02}")).unwrap_or_default();
    let time = time.map(|(hour, minute)| format!("T{hour:02}:{minute:02}")).unwrap_or_default();
    format!("{}{}{}{time}", self::year(year), part(month), part(day))
}

pub(super) fn day(day: NaiveDate) -> String {
    format!("{}-{:02}", month(day.year(), day.month()), day.day())
}

pub(super) fn month(year: i32, month: u32) -> String {
    format!("{}-{month:02}", self::year(year))
}

/// Four digits at least; astronomical, so that 1 BC is 0000.
pub(super) fn year(year: i32) -> String {
    if year < 0 { format!("-{:04}", year.unsigned_abs()) } else { format!("{year:04}") }
}
