//! What an expression resolves to.

use super::cell::Cell;
use super::interval::Interval;
use super::policy::Policy;
use super::why::Why;
use crate::expression::unit::names;
use crate::expression::{Amount, DateFields, Every, Fuzzy, Grain, Hedge, Portion, Quantity, Unit};
use chrono::NaiveDate;

/// What an expression of time means on a publication date.
///
/// ```
/// use dateline::{Resolver, expression::Grain, resolve::{Cell, Certainty, Value, When}};
///
/// let resolver = Resolver::on("2025-11-20")?;
/// let (month, day) = (resolver.resolve("last month").unwrap(), resolver.resolve("yesterday").unwrap());
/// assert_eq!((month.grain, month.certainty), (Grain::Month, Certainty::Exact));
/// assert!(matches!(month.value, Value::Cell { cell: Cell::Month(2025, _), portion: None, .. }));
/// assert!(month.is_dated() && !resolver.resolve("recently").unwrap().is_dated());
/// assert!(month.partial_cmp_time(&day).is_some_and(|order| order.is_lt()));
/// assert!(month.sort_key() < day.sort_key());
///
/// // "since May" is open, yet others may count from May.
/// let since = resolver.resolve("since May").unwrap();
/// assert_eq!(since.anchor().and_then(|may| may.days()).unwrap().1.to_string(), "2025-05-31");
/// assert_eq!(When::of_cell(Cell::Year(1998), Certainty::Exact).unwrap().edtf(), "1998");
/// # Ok::<(), dateline::Error>(())
/// ```
///
/// Two coarse times that overlap cannot be ordered, so [`When::partial_cmp_time`] is `None` for them; timelines
/// sort by [`When::sort_key`], which is total.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct When {
    /// The stretch of wall-clock time; open on both sides where the expression has no place in time.
    pub interval: Interval,
    /// How finely it is known.
    pub grain: Grain,
    /// How surely.
    pub certainty: Certainty,
    /// The calendar value that TIMEX3 and EDTF are printed from.
    pub value: Value,
    /// How it was found.
    pub why: Why,
}

names! {
    /// How surely a time is known.
    Certainty in "dateline::resolve" {
        /// The text names it.
        Exact = "exact",
        /// Narrowed from several clues.
        Inferred = "inferred",
        /// A vague amount or a hedge.
        Approximate = "approximate",
        /// Known only as before, after or within something.
        Bounded = "bounded",
    }
}

/// The calendar value behind a [`When`].
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Value {
    /// A calendar cell: a day, a month, a part of a day, …
    Cell {
        /// The cell.
        cell: Cell,
        /// "early", "late", … of it.
        portion: Option<Portion>,
        /// "about", "more than", …
        hedge: Option<Hedge>,
        /// A clock time in universal time, of an article whose own zone is unknown.
        universal: bool,
    },
    /// A week or so around a day ("three weeks ago").
    Around(NaiveDate),
    /// An uncounted number of units from an anchor ("several years ago").
    Vague {
        /// How many.
        quantity: Quantity,
        /// Of what.
        unit: Unit,
        /// Into the past.
        back: bool,
    },
    /// From one cell to another, both included.
    Range(Cell, Cell),
    /// A stretch of a given length that lies somewhere in time ("the last three weeks").
    Window {
        /// Its length.
        amount: Amount,
        /// "about", "more than", …
        hedge: Option<Hedge>,
        /// Ending at its anchor rather than starting there.
        back: bool,
    },
    /// A length without a place in time ("for three weeks", "33 years old").
    Duration {
        /// Its length.
        amount: Amount,
        /// "about", "more than", …
        hedge: Option<Hedge>,
    },
    /// Something that recurs ("every Monday").
    Set(Every),
    /// A reference without a date ("now", "recently").
    Fuzzy(Fuzzy),
    /// Fields of a date that nothing completes, there being no publication date.
    Partial(DateFields),
    /// Known only relative to an event of the text.
    Event,
    /// An interval found by combining others, without a calendar name.
    Interval,
}

impl When {
    /// The time of a calendar cell; `None` beyond the calendar's range.
    pub fn of_cell(cell: Cell, certainty: Certainty) -> Option<When> {
        Some(When {
            interval: cell.interval()?,
            grain: cell.grain(),
            certainty,
            value: Value::Cell { cell, portion: None, hedge: None, universal: false },
            why: Why::default(),
        })
    }

    /// What names no stretch of time of its own.
    pub(crate) fn placeless(value: Value) -> When {
        let (interval, grain, certainty) = (Interval::default(), Grain::Day, Certainty::Exact);
        When { interval, grain, certainty, value, why: Why::default() }
    }

    /// Whether it lies somewhere in time, so that an entry may carry it.
    pub fn is_dated(&self) -> bool {
        (self.interval.from.is_some() || self.interval.to.is_some())
            && !matches!(self.value, Value::Fuzzy(_) | Value::Duration { .. } | Value::Set(_))
    }

    /// The stretch that other expressions may count from: that of the value itself, where a preposition opened the interval.
    pub fn anchor(&self) -> Option<Interval> {
        self.anchor_by(&Policy::DEFAULT)
    }

    /// The same, by other choices.
    pub(super) fn anchor_by(&self, policy: &Policy) -> Option<Interval> {
        match self.value {
            Value::Cell { cell, .. } => cell.interval_by(policy),
            Value::Range(from, to) => {
                Some(Interval { from: from.interval_by(policy)?.from, to: to.interval_by(policy)?.to })
            }
            Value::Around(_) => Some(self.interval),
            Value::Window { .. } if self.interval.is_closed() => Some(self.interval),
            _ => None,
        }
    }

    /// Order in time, `None` where the two overlap.
    pub fn partial_cmp_time(&self, other: &When) -> Option<std::cmp::Ordering> {
        self.interval.partial_cmp(&other.interval)
    }

    /// A total key: by start (an open start sorts by its end), then by end, finer first.
    pub fn sort_key(&self) -> impl Ord + Copy + use<> {
        let Interval { from, to } = self.interval;
        (from.or(to), from.is_some(), to.is_none(), to, self.grain)
    }
}
