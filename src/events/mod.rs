//! Room 5: what happened.
//!
//! Input: a document with its dated expressions. Output: [`Event`]s, each one thing that happened, with its time and status.
//! Knows nothing of other articles, order or output formats.

use crate::expression::unit::names;
use crate::resolve::When;
use crate::span::Span;

/// One thing that a clause tells, at one time.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// The clause that tells it.
    pub span: Span,
    /// The expression that dates it; `None` where something else does (a heading, another clause).
    pub expression: Option<Span>,
    /// One line that stands alone.
    pub headline: String,
    /// When.
    pub when: When,
    /// How sure it is that it happens or happened.
    pub status: Status,
    /// Who says so, where the clause is said by somebody.
    pub speaker: Option<String>,
}

names! {
    /// Whether a thing happened, by what the text says.
    Status {
        /// Said to have happened.
        Reported = "reported",
        /// Said to be going to happen.
        Planned = "planned",
        /// What a threat, an offer or an if-clause would bring about.
        Conditional = "conditional",
        /// Said not to have happened.
        Denied = "denied",
        /// Said to go on.
        Ongoing = "ongoing",
    }
}
