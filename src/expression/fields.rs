//! The parts that expressions are made of.

use super::unit::names;
use super::{Cycle, Month, Weekday};

/// A year as written.
///
/// ```
/// use dateline::{Expr, expression::Year};
///
/// assert_eq!("decade(y1990)".parse::<Expr>()?, Expr::Decade(Year::Full(1990)));
/// assert_eq!("decade('90)".parse::<Expr>()?, Expr::Decade(Year::Short(90)));
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Year {
    /// In full, astronomical: 0 is 1 BC.
    Full(i32),
    /// By its last two digits: "'89".
    Short(u8),
}

/// Fields of a calendar date; what the text leaves out is `None`.
///
/// ```
/// use dateline::{Expr, expression::{DateFields, Month}};
///
/// let fields = DateFields { month: Some(Month::November), day: Some(21), ..DateFields::default() };
/// assert_eq!(Expr::Date(fields).to_string(), "date(XXXX-11-21)");
/// assert!(fields.is_possible());
/// assert!(!DateFields { day: Some(31), ..fields }.is_possible());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct DateFields {
    /// The year.
    pub year: Option<Year>,
    /// The month.
    pub month: Option<Month>,
    /// Day of the month, 1 … 31.
    pub day: Option<u8>,
    /// Day of the week, which must agree.
    pub weekday: Option<Weekday>,
}

/// A clock time.
///
/// ```
/// use dateline::{Expr, expression::{Clock, Zone}};
///
/// let said = Clock { hour: 7, minute: Some(15), second: None, settled: false, zone: None };
/// assert_eq!("clock(07:15?)".parse::<Expr>()?, Expr::Clock(said));
/// let gmt = Clock { hour: 20, settled: true, zone: Some(Zone(0)), ..said };
/// assert_eq!(Expr::Clock(gmt).to_string(), "clock(20:15 utc+00:00)");
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Clock {
    /// 0 … 24.
    pub hour: u8,
    /// 0 … 59, where said.
    pub minute: Option<u8>,
    /// 0 … 59, where said.
    pub second: Option<u8>,
    /// Whether "a.m.", "p.m." or a 24-hour form settles which half of the day is meant.
    pub settled: bool,
    /// The zone, where said.
    pub zone: Option<Zone>,
}

/// A zone's offset from UTC, in minutes east.
///
/// ```
/// assert_eq!(dateline::expression::Zone(-300).to_string(), "utc-05:00");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Zone(pub i16);

/// Something that recurs: every n-th unit or every member of a cycle, perhaps so many times.
///
/// ```
/// use dateline::{Expr, expression::{Cycle, Every, Weekday}};
///
/// let mondays = Every { of: Cycle::Weekday(Weekday::Monday), step: 1, times: None, quantified: true };
/// assert_eq!(Expr::Every(mondays).to_string(), "every(mon)");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Every {
    /// What recurs.
    pub of: Cycle,
    /// Every how many of them.
    pub step: u8,
    /// How many times in each ("twice a week": 2).
    pub times: Option<u8>,
    /// Whether "each" or "every" is said, which TIMEX3 prints as `quant`.
    pub quantified: bool,
}

names! {
    /// How a time stands to an event of the text.
    Relation in "dateline::expression" {
        /// Before it.
        Before = "before",
        /// Just before it.
        JustBefore = "just-before",
        /// While it lasts.
        During = "during",
        /// After it.
        After = "after",
        /// Just after it.
        JustAfter = "just-after",
        /// From it on.
        Since = "since",
        /// Up to it.
        Until = "until",
    }
}

impl Relation {
    /// How the event stands to the time.
    ///
    /// ```
    /// use dateline::expression::Relation;
    /// assert_eq!(Relation::JustBefore.inverse(), Relation::JustAfter);
    /// ```
    #[must_use]
    pub const fn inverse(self) -> Self {
        match self {
            Relation::Before | Relation::Until => Relation::After,
            Relation::JustBefore => Relation::JustAfter,
            Relation::During => Relation::During,
            Relation::After | Relation::Since => Relation::Before,
            Relation::JustAfter => Relation::JustBefore,
        }
    }
}

/// An event that an expression refers to by a noun phrase.
///
/// ```
/// use dateline::{Expr, expression::{EventRef, Relation}};
///
/// let to = EventRef { phrase: "vote".into() };
/// let before = Expr::Relative { relation: Relation::Before, by: None, to };
/// assert_eq!(before.to_string(), "relative(before \"vote\")");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct EventRef {
    /// The noun phrase as printed, without its determiner: "mayoral election".
    pub phrase: String,
}
