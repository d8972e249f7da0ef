//! Room 4: which time that is.
//!
//! Input: an expression and a context. Output: a [`When`], an interval with grain, certainty and reasons.
//! Knows nothing of text, languages or articles, and never reads a clock.

mod cell;
mod interval;
mod when;
mod why;

pub use cell::Cell;
pub use interval::Interval;
pub use when::{Certainty, Value, When};
pub use why::{Reason, Why};

impl When {
    /// The TIMEX3 view.
    pub fn timex(&self) -> Timex {
        Timex { kind: TimexType::Date, value: String::new(), modifier: None, quant: None, freq: None }
    }

    /// The EDTF (ISO 8601-2) view.
    pub fn edtf(&self) -> String {
        String::new()
    }
}

/// A TIMEX3 annotation's attributes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timex {
    /// `type`.
    pub kind: TimexType,
    /// `value`.
    pub value: String,
    /// `mod`.
    pub modifier: Option<&'static str>,
    /// `quant`, of sets.
    pub quant: Option<&'static str>,
    /// `freq`, of sets.
    pub freq: Option<String>,
}

crate::expression::unit::names! {
    /// The type of a TIMEX3.
    TimexType {
        /// A calendar date, coarse or fine.
        Date = "DATE",
        /// A time within a day.
        Time = "TIME",
        /// A length.
        Duration = "DURATION",
        /// Something that recurs.
        Set = "SET",
    }
}
