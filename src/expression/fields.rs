//! The parts that expressions are made of.

use super::unit::names;
use super::{Cycle, Month, Weekday};

/// A year as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Year {
    /// In full, astronomical: 0 is 1 BC.
    Full(i32),
    /// By its last two digits: "'89".
    Short(u8),
}

/// Fields of a calendar date; what the text leaves out is `None`.
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Zone(pub i16);

/// Something that recurs: every n-th unit or every member of a cycle, perhaps so many times.
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
    Relation {
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
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct EventRef {
    /// The noun phrase as printed, without its determiner: "mayoral election".
    pub phrase: String,
}
