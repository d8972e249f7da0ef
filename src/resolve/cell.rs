//! Cells of the calendar: the days, weeks, months … that expressions name.

use crate::expression::{Grain, Month, PartOfDay, Season};
use chrono::{NaiveDate, NaiveDateTime};

/// One cell of the calendar, from a second to a millennium.
///
/// Years are astronomical: 0 is 1 BC, −1 is 2 BC.
///
/// ```
/// use chrono::NaiveDate;
/// use dateline::{expression::{Grain, Season}, resolve::{Cell, Policy}};
///
/// let winter = Cell::Season(2025, Season::Winter);
/// assert_eq!((winter.grain(), winter.step(1)), (Grain::Season, Some(Cell::Season(2026, Season::Spring))));
/// assert_eq!(winter.first_day(), NaiveDate::from_ymd_opt(2025, 12, 1));
/// let days = winter.interval().and_then(|interval| interval.days()).expect("a closed interval");
/// assert_eq!(days.1.to_string(), "2026-02-28");
///
/// let mut policy = Policy::default();
/// policy.set("seasons", "astronomical")?;
/// let days = winter.interval_by(&policy).and_then(|interval| interval.days()).expect("a closed interval");
/// assert_eq!((days.0.to_string(), days.1.to_string()), ("2025-12-21".into(), "2026-03-19".into()));
///
/// let noon = days.0.and_hms_opt(12, 0, 0).expect("a time");
/// assert_eq!(Cell::holding(Grain::Century, noon, &policy), Some(Cell::Century(21)));
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Cell {
    /// A second.
    Second(NaiveDateTime),
    /// A minute.
    Minute(NaiveDateTime),
    /// An hour.
    Hour(NaiveDateTime),
    /// A part of the given day; a night runs into the next.
    PartOfDay(NaiveDate, PartOfDay),
    /// A day.
    Day(NaiveDate),
    /// So many days from a day on, as a feast lasts.
    Days(NaiveDate, u8),
    /// The weekend of the week that starts on this Monday.
    Weekend(NaiveDate),
    /// The week that starts on this day.
    Week(NaiveDate),
    /// A month.
    Month(i32, Month),
    /// A quarter, 1 … 4.
    Quarter(i32, u8),
    /// A half year, 1 or 2.
    Half(i32, u8),
    /// A season; the winter of a year starts in its December.
    Season(i32, Season),
    /// A season of the southern half of the earth; the summer of a year starts in its December.
    AustralSeason(i32, Season),
    /// A year.
    Year(i32),
    /// A decade by its first year.
    Decade(i32),
    /// A century by its number; the 19th is 1801–1900.
    Century(i32),
    /// A millennium by its number.
    Millennium(i32),
}

impl Cell {
    /// How coarse the cell is.
    pub const fn grain(self) -> Grain {
        match self {
            Cell::Second(_) => Grain::Second,
            Cell::Minute(_) => Grain::Minute,
            Cell::Hour(_) => Grain::Hour,
            Cell::PartOfDay(..) => Grain::PartOfDay,
            Cell::Day(_) => Grain::Day,
            // A feast is named by its days, however long it is.
            Cell::Days(..) => Grain::Week,
            Cell::Weekend(_) => Grain::Weekend,
            Cell::Week(_) => Grain::Week,
            Cell::Month(..) => Grain::Month,
            Cell::Quarter(..) => Grain::Quarter,
            Cell::Half(..) => Grain::Half,
            Cell::Season(..) | Cell::AustralSeason(..) => Grain::Season,
            Cell::Year(_) => Grain::Year,
            Cell::Decade(_) => Grain::Decade,
            Cell::Century(_) => Grain::Century,
            Cell::Millennium(_) => Grain::Millennium,
        }
    }
}
