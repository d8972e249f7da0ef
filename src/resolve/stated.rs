//! Times that people or files state outright, without an expression of a text behind them.

use super::calendar::{add_days, date};
use super::cell::Cell;
use super::interval::Interval;
use super::when::{Certainty, Value, When};
use super::why::Why;
use crate::expression::{Grain, Month, PartOfDay, Season};
use chrono::{Datelike, NaiveDateTime, NaiveTime};

impl When {
    /// The time that a part of EDTF (ISO 8601-2) states: `2025`, `2025-11`, `2025-11-19`, `2025-11-19T20:00`, two of them parted
    /// by `/`, `..` for an open side, and `~` behind what is approximate.
    ///
    /// ```
    /// use dateline::resolve::{Certainty, When};
    ///
    /// let when = When::stated("2025-10-27/2025-11-02").unwrap();
    /// assert_eq!(when.interval.to.unwrap().to_string(), "2025-11-03 00:00:00");
    /// assert_eq!(When::stated("../2025-11-08").unwrap().certainty, Certainty::Bounded);
    /// assert_eq!(When::stated("2025-02-30"), None);
    /// ```
    pub fn stated(text: &str) -> Option<When> {
        let approximate = text.ends_with('~');
        let certainty = if approximate { Certainty::Approximate } else { Certainty::Exact };
        let Some((first, last)) = text.split_once('/') else {
            return When::of_cell(cell(text)?, certainty);
        };
        let (first, last) = match (first, last) {
            ("..", "..") => return None,
            ("..", last) => (None, Some(cell(last)?)),
            (first, "..") => (Some(cell(first)?), None),
            (first, last) => (Some(cell(first)?), Some(cell(last)?)),
        };
        let from = first.map(|cell| cell.interval().ok_or(())).transpose().ok()?.and_then(|i| i.from);
        let to = last.map(|cell| cell.interval().ok_or(())).transpose().ok()?.and_then(|i| i.to);
        if from.zip(to).is_some_and(|(from, to)| from >= to) {
            return None;
        }
        let value = match (first, last) {
            (Some(first), Some(last)) => Value::Range(first, last),
            (Some(cell), None) | (None, Some(cell)) => named(cell),
            (None, None) => return None,
        };
        let certainty = if first.is_none() || last.is_none() { Certainty::Bounded } else { certainty };
        let grain = first.or(last).map_or(Grain::Day, Cell::grain);
        Some(When { interval: Interval { from, to }, grain, certainty, value, why: Why::default() })
    }

    /// The time of a stretch, called by its cell of the calendar where it is one.
    ///
    /// ```
    /// use dateline::expression::Grain;
    /// use dateline::resolve::{Certainty, When};
    ///
    /// let november = When::stated("2025-11").unwrap().interval;
    /// let when = When::of_interval(november, Grain::Month, Certainty::Exact);
    /// assert_eq!(when.timex().value, "2025-11");
    /// ```
    pub fn of_interval(interval: Interval, grain: Grain, certainty: Certainty) -> When {
        let value = match (interval.from, interval.to) {
            (Some(from), Some(_)) => {
                let is_it = |cell: &Cell| cell.interval() == Some(interval);
                starting(from, grain).into_iter().flatten().find(is_it).map_or(Value::Interval, named)
            }
            // Before a cell, and from a cell on.
            (None, Some(side)) | (Some(side), None) => {
                let starts = |cell: &Cell| cell.interval().is_some_and(|i| i.from == Some(side));
                starting(side, grain).into_iter().flatten().find(starts).map_or(Value::Interval, named)
            }
            (None, None) => Value::Interval,
        };
        When { interval, grain, certainty, value, why: Why::default() }
    }
}

const fn named(cell: Cell) -> Value {
    Value::Cell { cell, portion: None, hedge: None, universal: false }
}

/// `2025-11-19T20:00` and its coarser forms.
fn cell(text: &str) -> Option<Cell> {
    let text = text.strip_suffix('~').unwrap_or(text);
    if let Some((day, time)) = text.split_once('T') {
        let Cell::Day(day) = cell(day)? else { return None };
        let time =
            NaiveTime::parse_from_str(time, "%H:%M").or_else(|_| NaiveTime::parse_from_str(time, "%H:%M:%S"));
        return Some(Cell::Minute(day.and_time(time.ok()?)));
    }
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |digits| (-1, digits));
    let mut parts = digits.split('-');
    let number = |text: &str, length: usize| {
        (text.len() == length && text.bytes().all(|b| b.is_ascii_digit()))
            .then(|| text.parse::<i32>().ok())?
    };
    let year = sign * number(parts.next()?, 4)?;
    let Some(month) = parts.next() else { return Some(Cell::Year(year)) };
    let month = Month::from_number(u8::try_from(number(month, 2)?).ok()?)?;
    let Some(day) = parts.next() else { return Some(Cell::Month(year, month)) };
    let day = u8::try_from(number(day, 2)?).ok()?;
    parts.next().is_none().then(|| date(year, month, day).map(Cell::Day))?
}

/// The cells of a grain that may start at a moment, likeliest first.
fn starting(from: NaiveDateTime, grain: Grain) -> Vec<Option<Cell>> {
    let (day, year) = (from.date(), from.date().year());
    let month = from.date().month0() as u8;
    match grain {
        Grain::Second => vec![Some(Cell::Second(from))],
        Grain::Minute => vec![Some(Cell::Minute(from))],
        Grain::Hour => vec![Some(Cell::Hour(from))],
        Grain::PartOfDay => PartOfDay::ALL.iter().map(|part| Some(Cell::PartOfDay(day, *part))).collect(),
        Grain::Day => vec![Some(Cell::Day(day))],
        Grain::Weekend => vec![add_days(day, -5).map(Cell::Weekend)],
        Grain::Week => vec![Some(Cell::Week(day))],
        Grain::Month => vec![Month::from_number(month + 1).map(|month| Cell::Month(year, month))],
        Grain::Quarter => vec![Some(Cell::Quarter(year, month / 3 + 1))],
        Grain::Half => vec![Some(Cell::Half(year, month / 6 + 1))],
        Grain::Season => Season::ALL.iter().map(|season| Some(Cell::Season(year, *season))).collect(),
        Grain::Year => vec![Some(Cell::Year(year))],
        Grain::Decade => vec![Some(Cell::Decade(year))],
        Grain::Century => vec![Some(Cell::Century((year - 1).div_euclid(100) + 1))],
        Grain::Millennium => vec![Some(Cell::Millennium((year - 1).div_euclid(1000) + 1))],
    }
}

#[cfg(test)]
mod tests {
    use super::{Certainty, When};

    #[test]
    fn what_is_stated_prints_as_it_was_stated() {
        for text in [
            "2025",
            "2025-11",
            "2025-11-19",
            "2025-10-27/2025-11-02",
            "2024/2025",
            "2025-11-19~",
            "../2025-11-08",
        ] {
            assert_eq!(When::stated(text).map(|when| when.edtf()).as_deref(), Some(text));
        }
        for text in [
            "",
            "soon",
            "2025-13",
            "2025-02-30",
            "25-1-1",
            "2025-11-19/2025-11-01",
            "../..",
            "2025-11-19T25:00",
        ] {
            assert_eq!(When::stated(text), None, "{text}");
        }
    }

    #[test]
    fn a_stretch_is_called_by_its_cell() {
        for text in ["2025", "2025-11", "2025-11-19", "2025-11-19T20:00"] {
            let stated = When::stated(text).unwrap();
            assert_eq!(When::of_interval(stated.interval, stated.grain, Certainty::Exact), stated);
        }
    }
}
