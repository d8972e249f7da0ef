//! What resolution is told besides the expression: when the article was published, what was said before, and how to read.

use super::{Cell, When};
use crate::expression::{Tense, Weekday, unit::names};
use chrono::{NaiveDate, NaiveDateTime};

/// The context that an expression is resolved in.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The publication date, a calendar day in the article's own zone; without one only absolute expressions resolve.
    pub published: Option<NaiveDate>,
    /// Wall-clock time of publication, where known.
    pub clock: Option<NaiveDateTime>,
    /// The article's zone, in minutes east of UTC, where known.
    pub zone: Option<i32>,
    /// The last date that the text mentioned.
    pub last: Option<&'a When>,
    /// The last day, or time of a day, that the text mentioned.
    pub last_day: Option<&'a When>,
    /// The quarter that "the quarter" means: the last one that the text mentioned.
    pub quarter: Option<Cell>,
    /// The sentence compares quarters, so that "a year ago" in it is a quarter, too.
    pub compares_quarters: bool,
    /// Tense of the verb that governs the expression.
    pub tense: Tense,
    /// The tense is given from outside, not taken from a verb, and so holds however far it leads.
    pub tense_is_given: bool,
    /// The verb is denied: "had not told".
    pub negated: bool,
    /// The text is a narrative: dates without a year carry on from the last date mentioned.
    pub narrative: bool,
    /// How to read what may be read in several ways.
    pub policy: &'a Policy,
}

impl<'a> Context<'a> {
    /// A context without discourse or tense.
    pub const fn on(published: NaiveDate, policy: &'a Policy) -> Self {
        Context {
            published: Some(published),
            clock: None,
            zone: None,
            last: None,
            last_day: None,
            quarter: None,
            compares_quarters: false,
            tense: Tense::None,
            tense_is_given: false,
            negated: false,
            narrative: false,
            policy,
        }
    }
}

names! {
    /// In which order numeric dates are written.
    DateOrder {
        /// 3/4/2025 is 4 March.
        MonthDayYear = "mdy",
        /// 3/4/2025 is 3 April.
        DayMonthYear = "dmy",
        /// 2025/3/4; two numbers are month and day.
        YearMonthDay = "ymd",
    }
}

names! {
    /// What a text counts its relative dates from.
    Genre {
        /// By the text itself: mostly past dates far from publication make a narrative.
        Auto = "auto",
        /// From the publication date.
        News = "news",
        /// From the last date mentioned, as histories and biographies do.
        Narrative = "narrative",
    }
}

names! {
    /// On which half of the earth seasons are told.
    Hemisphere {
        /// Summer is June to August.
        North = "north",
        /// Summer is December to February.
        South = "south",
    }
}

names! {
    /// Which day a bare weekday ("Friday") is.
    BareWeekday {
        /// By the tense of the verb: the last one or the next.
        Tense = "tense",
        /// The last one, the day of publication included.
        Past = "past",
        /// The next one, the day of publication included.
        Future = "future",
        /// The nearest one.
        Nearest = "nearest",
    }
}

names! {
    /// Which day "last Friday" and "next Friday" are.
    LastWeekday {
        /// The last before the day of publication, the first after it.
        Day = "day",
        /// That of last week, that of next week.
        Week = "week",
    }
}

/// Reading choices; the defaults are those of American news prose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(default, rename_all = "kebab-case"))]
pub struct Policy {
    /// In which order numeric dates are written.
    pub date_order: DateOrder,
    /// First day of the week: Monday, as in ISO 8601, or Sunday.
    pub week_start: Weekday,
    /// What relative dates are counted from.
    pub genre: Genre,
    /// On which half of the earth seasons are told.
    pub hemisphere: Hemisphere,
    /// Which day a bare weekday is.
    pub bare_weekday: BareWeekday,
    /// Which day "last Friday" and "next Friday" are.
    pub last_weekday: LastWeekday,
}

impl Default for Policy {
    fn default() -> Self {
        Policy {
            date_order: DateOrder::MonthDayYear,
            week_start: Weekday::Monday,
            genre: Genre::Auto,
            hemisphere: Hemisphere::North,
            bare_weekday: BareWeekday::Tense,
            last_weekday: LastWeekday::Day,
        }
    }
}
