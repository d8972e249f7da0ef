//! Dates as the stylebook of the Associated Press has them: month first, long months shortened before a day.

use super::open::{self, Open};
use super::{cell, hedge};
use crate::expression::Portion;
use crate::render::fields::{self, Fields};
use crate::resolve::{Cell, Certainty, Value, When};
use chrono::{Datelike, NaiveDate, NaiveTime};

/// `None` for times that the style writes as plain English does: decades, quarters, seasons, and what has no days in it.
pub(super) fn label(when: &When) -> Option<String> {
    if let Some(Open { side, cell, portion }) = open::open(when) {
        return Some(format!("{side} {}", name(cell, portion, false)?));
    }
    if let Value::Cell { cell, portion, hedge: None, .. } = when.value {
        let exact = when.certainty == Certainty::Exact;
        let named = if portion.is_some() { matches!(cell, Cell::Day(_)) } else { exact };
        if let Some(name) = name(cell, portion, true).filter(|_| named) {
            return Some(name);
        }
    }
    let (start, end) = fields::printed(when)?;
    start.day?;
    let words = match end {
        None => date(start, true),
        Some(end) => range(start, end),
    };
    let vague = when.certainty == Certainty::Approximate || hedge(when).is_some();
    Some(if vague { format!("about {words}") } else { words })
}

/// What a cell of days or less is called: "Wednesday night, Nov. 19, 2025", "8 p.m. Nov. 19, 2025", "early Wednesday, Nov. 19, 2025".
fn name(cell: Cell, portion: Option<Portion>, with_weekday: bool) -> Option<String> {
    let weekday =
        |day: NaiveDate| if with_weekday { format!("{}, ", cell::weekday(day)) } else { String::new() };
    Some(match (cell, portion) {
        (Cell::Day(date), Some(Portion::Early)) => format!("early {}, {}", cell::weekday(date), day(date)),
        (Cell::Day(date), Some(Portion::Late)) => format!("late {}, {}", cell::weekday(date), day(date)),
        (_, Some(_)) => return None,
        (Cell::Second(at), None) => {
            format!("{} {}{}", cell::clock(at.time(), true), weekday(at.date()), day(at.date()))
        }
        (Cell::Minute(at) | Cell::Hour(at), None) => {
            format!("{} {}{}", cell::clock(at.time(), false), weekday(at.date()), day(at.date()))
        }
        (Cell::PartOfDay(date, part), None) => {
            format!("{} {}, {}", cell::weekday(date), cell::part_of_day(part), day(date))
        }
        (Cell::Day(date), None) => format!("{}{}", weekday(date), day(date)),
        (Cell::Week(first), None) => format!("the week of {}", day(first)),
        (Cell::Weekend(_), None) => {
            let (saturday, sunday) = fields::printed(&When::of_cell(cell, Certainty::Exact)?)?;
            format!("the weekend of {}", range(saturday, sunday?))
        }
        _ => return None,
    })
}

/// "Nov. 3-9, 2025", "Oct. 27 to Nov. 2, 2025".
fn range(start: Fields, end: Fields) -> String {
    let same_day = (start.year, start.month, start.day) == (end.year, end.month, end.day);
    if let (Some(start), true) = (start.time.and_then(clock), same_day) {
        return format!("{start} to {}", date(end, true));
    }
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
    let clock = fields.time.and_then(clock).map(|clock| format!("{clock} ")).unwrap_or_default();
    let month = abbreviated(fields.month.unwrap_or(1));
    let day = fields.day.unwrap_or(1);
    if with_year {
        format!("{clock}{month} {day}, {}", cell::year(fields.year))
    } else {
        format!("{clock}{month} {day}")
    }
}

/// "8 p.m."
fn clock((hour, minute): (u32, u32)) -> Option<String> {
    NaiveTime::from_hms_opt(hour, minute, 0).map(|time| cell::clock(time, false))
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
