//! EDTF (ISO 8601-2): level 1, and level 2 where a value needs it.

use super::calendar::second_before;
use super::cell::Cell;
use super::when::{Certainty, Value, When};
use crate::expression::{Month, Portion, Season};
use chrono::{Datelike, NaiveDate, NaiveDateTime};

impl When {
    /// The EDTF view; empty where the time has no place in the calendar.
    ///
    /// Open sides are written `..`, approximate dates with `~`; a part of a day is its day, since EDTF knows no finer
    /// grain between day and hour.
    ///
    /// ```
    /// use dateline::Resolver;
    ///
    /// let resolver = Resolver::on("2025-11-20")?;
    /// for (text, edtf) in [
    ///     ("last week", "2025-11-10/2025-11-16"),
    ///     ("three weeks ago", "2025-10-30~"),
    ///     ("since May", "2025-05-01/.."),
    ///     ("Wednesday night", "2025-11-19"),
    ///     ("soon", ""),
    /// ] {
    ///     assert_eq!(resolver.resolve(text).unwrap().edtf(), edtf, "{text}");
    /// }
    /// # Ok::<(), dateline::Error>(())
    /// ```
    pub fn edtf(&self) -> String {
        let approximate = if self.certainty == Certainty::Approximate { "~" } else { "" };
        match &self.value {
            _ if self.interval.from.is_none() && self.interval.to.is_none() => String::new(),
            Value::Cell { cell, portion: None | Some(Portion::Fiscal), .. } if self.interval.is_closed() => {
                cell_edtf(*cell, approximate).unwrap_or_else(|| self.interval_edtf())
            }
            Value::Around(day) if self.interval.is_closed() => format!("{}~", day_edtf(*day)),
            Value::Range(a, b) if self.interval.is_closed() => match (cell_edtf(*a, ""), cell_edtf(*b, "")) {
                (Some(a), Some(b)) => format!("{a}/{b}"),
                _ => self.interval_edtf(),
            },
            _ => self.interval_edtf(),
        }
    }

    /// From the interval's first to its last day; finer where both ends lie within a day.
    fn interval_edtf(&self) -> String {
        let side = |at: Option<NaiveDateTime>| at.map_or("..".to_owned(), |at| day_edtf(at.date()));
        let last = self.interval.to.and_then(second_before);
        let (from, to) = (side(self.interval.from), side(last));
        if from == to { from } else { format!("{from}/{to}") }
    }
}

/// A year: more than four digits are marked `Y`.
fn year_edtf(year: i32) -> String {
    match year {
        0..=9999 => format!("{year:04}"),
        -9999..=-1 => format!("-{:04}", -year),
        _ => format!("Y{year}"),
    }
}

fn day_edtf(day: NaiveDate) -> String {
    match day.year() {
        // As chrono writes it.
        0..=9999 => day.to_string(),
        year => format!("{}-{:02}-{:02}", year_edtf(year), day.month(), day.day()),
    }
}

fn month_edtf(year: i32, month: Month) -> String {
    format!("{}-{:02}", year_edtf(year), month.number())
}

/// A cell; `None` for those that only an interval can write.
fn cell_edtf(cell: Cell, approximate: &str) -> Option<String> {
    let text = match cell {
        Cell::Second(at) | Cell::Minute(at) | Cell::Hour(at) => {
            return Some(format!("{}T{}", day_edtf(at.date()), at.format("%H:%M:%S")));
        }
        Cell::PartOfDay(day, _) | Cell::Day(day) => day_edtf(day),
        Cell::Month(year, month) => month_edtf(year, month),
        // ISO 8601-2: 25–28 are the northern seasons, 29–32 the southern, 33–36 the quarters, 40 and 41 the halves of a year.
        Cell::Quarter(year, n) => format!("{}-{}", year_edtf(year), 32 + u32::from(n)),
        Cell::Half(year, n) => format!("{}-{}", year_edtf(year), 39 + u32::from(n)),
        Cell::Season(year, season) | Cell::AustralSeason(year, season) => {
            let south = if matches!(cell, Cell::AustralSeason(..)) { 4 } else { 0 };
            let code = south
                + match season {
                    Season::Spring => 25,
                    Season::Summer => 26,
                    Season::Fall => 27,
                    Season::Winter => 28,
                };
            format!("{}-{code}", year_edtf(year))
        }
        Cell::Year(year) => year_edtf(year),
        Cell::Decade(year @ 0..=9999) => format!("{:03}X", year / 10),
        Cell::Century(_)
        | Cell::Decade(_)
        | Cell::Millennium(_)
        | Cell::Week(_)
        | Cell::Weekend(_)
        | Cell::Days(..) => return None,
    };
    Some(text + approximate)
}
