//! What was said: a closed algebra of expressions of time.
//!
//! [`Expr`] is what recognition finds and resolution takes; it holds neither text nor dates of publication. It prints in a
//! notation that parses back ([`std::fmt::Display`], [`std::str::FromStr`]): `shift(-3 week)`, `join(last(week) weekday(fri))`.
//!
//! Input: the meaning of a rule, or a printed expression. Output: an [`Expr`].
//! Knows nothing of text, languages, or the calendar's arithmetic.

mod amount;
mod build;
mod fields;
mod grain;
mod holiday;
mod notation;
mod packed;
mod term;
pub mod unit;
mod yearly;

pub use amount::{Amount, Number, Quantity};
pub(crate) use build::{Arg, build_expr};
pub use fields::{Clock, DateFields, EventRef, Every, Relation, Year, Zone};
pub use holiday::Holiday;
pub(crate) use term::{Atom, Given, Term};
pub use unit::{Bound, Fuzzy, Grain, Hedge, Month, PartOfDay, Portion, Season, Tense, Unit, Weekday};
pub use yearly::Yearly;

/// An expression of time, as said.
///
/// ```
/// use dateline::Expr;
/// let said: Expr = "shift(-3 week)".parse()?;
/// assert_eq!(said.to_string(), "shift(-3 week)");
/// # Ok::<(), dateline::Error>(())
/// ```
///
/// With the feature `serde` it is stored as that notation.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Expr {
    /// Fields of a calendar date: "Nov. 21, 2025", "November 21st", "1989", "the 15th".
    Date(DateFields),
    /// A numeric date whose order the reader chooses: "3/4/2025".
    Numeric(u16, u16, Option<Year>),
    /// A clock time: "7:15 p.m.", "20:00 GMT".
    Clock(Clock),
    /// A bare member of a cycle, placed by tense: "Friday", "November", "Christmas", "the third quarter".
    Bare(Cycle),
    /// A member of a cycle, counted in occurrences from an anchor: −1 "last week", 0 "this week", 1 "next Friday".
    Which {
        /// Occurrences from the anchor: −1 last, 0 this, 1 next, −2 before last.
        step: i8,
        /// The cycle.
        of: Cycle,
        /// From where.
        from: Anchor,
    },
    /// An amount counted from an anchor: "three weeks ago", "two days later".
    Shift {
        /// From where.
        from: Anchor,
        /// How much.
        by: Amount,
        /// Into the past.
        back: bool,
    },
    /// The stretch of an amount that ends or starts at an anchor: "the last three weeks", "the coming months".
    Window {
        /// From where.
        from: Anchor,
        /// How long.
        amount: Amount,
        /// Ending at the anchor rather than starting there.
        back: bool,
    },
    /// The n-th member of a cycle within something: "the first Tuesday of November"; negative from the end.
    Nth {
        /// Which; −1 is the last.
        n: i16,
        /// Of what.
        of: Cycle,
        /// Within what.
        within: Box<Expr>,
    },
    /// The n-th nearest member of a cycle to something: "the Sunday nearest to Nov. 11".
    Nearest {
        /// Which; 1 is the nearest.
        n: u8,
        /// Of what.
        of: Cycle,
        /// To what.
        to: Box<Expr>,
    },
    /// A finer time within a coarser one: "Wednesday night", "January of last year".
    Join(Box<Expr>, Box<Expr>),
    /// From one time to another, both included.
    Range(Box<Expr>, Box<Expr>),
    /// Everything on one side of a time: "since Monday".
    Open(Bound, Box<Expr>),
    /// A portion of a period: "early 1998", "later this month".
    Portion(Portion, Box<Expr>),
    /// A hedged expression: "around Nov. 9", "more than three weeks".
    Hedged(Hedge, Box<Expr>),
    /// A length: "three weeks".
    Duration(Amount),
    /// An amount behind "in": a point ahead where the verb looks ahead ("will open **in two weeks**"), a length where it
    /// looks back ("grew **in two weeks**").
    In(Amount),
    /// Somebody's age: "33 years old".
    Age(Amount),
    /// Something that recurs: "every Monday".
    Every(Every),
    /// A decade, by its first year, or by two digits of it: "the 1990s", "the '80s".
    Decade(Year),
    /// A century by its number; negative before Christ.
    Century(i16),
    /// "now", "recently", "soon".
    Fuzzy(Fuzzy),
    /// Relative to an event of the text: "days before the election".
    Relative {
        /// How.
        relation: Relation,
        /// How far, where said.
        by: Option<Amount>,
        /// Which event.
        to: EventRef,
    },
}

/// Something that comes round: weekdays, months, seasons, holidays, units of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Cycle {
    /// A unit: day, week, month, year, …
    Unit(Unit),
    /// A day of the week.
    Weekday(Weekday),
    /// A month of the year.
    Month(Month),
    /// A season of the year.
    Season(Season),
    /// A part of the day.
    PartOfDay(PartOfDay),
    /// A quarter of the year, 1 … 4.
    Quarter(u8),
    /// A half of the year, 1 or 2.
    Half(u8),
    /// A holiday.
    Holiday(Holiday),
    /// A day of each year by a rule of its own.
    Yearly(Yearly),
}

#[cfg(feature = "serde")]
impl serde::Serialize for Expr {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Expr {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// From where an expression counts.
///
/// ```
/// use dateline::{Expr, expression::{Amount, Anchor, Unit}};
///
/// let christmas = Box::new("bare(christmas)".parse()?);
/// let before = Expr::Shift { from: Anchor::At(christmas), by: Amount::new(3, Unit::Week), back: true };
/// assert_eq!(before.to_string(), "shift(-3 week bare(christmas))");
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Anchor {
    /// The publication date.
    Publication,
    /// The last date that the text mentioned.
    Discourse,
    /// An expression beside it: "three weeks before **Christmas**".
    At(Box<Expr>),
}
