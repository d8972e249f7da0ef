//! Event-anchored time: "days before the election", "three days after the ferry sank".
//!
//! Input: a document's clauses and dated events. Output: times for events that the text places by others, and links between
//! them.
//! Knows nothing of headlines, order or output.

mod across;
mod find;
mod phrase;
mod retold;
mod settle;
mod which;

pub(crate) use across::relate;
pub(super) use phrase::phrases;
pub(super) use settle::bound;
pub(crate) use settle::settle;
pub(super) use which::Which;

use crate::expression::{Amount, PartOfDay, Relation};
use crate::lang::Stem;
use crate::span::Span;

/// A phrase that places a time by an event.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Anchor {
    /// How the time stands to the event.
    pub(crate) relation: Relation,
    /// How far, where said.
    pub(crate) by: Option<Amount>,
    /// That is only about how far: "nearly a week".
    pub(crate) about: bool,
    /// In which part of that day, where said: "the morning after".
    pub(crate) part: Option<PartOfDay>,
    /// The day of the year, in the year that the event's status asks for: "on the anniversary of".
    pub(crate) yearly: bool,
    /// The event as named, without its determiner: "mayoral election"; the clause, where a clause names it.
    pub(crate) phrase: String,
    /// The phrase as printed: "days before the mayoral election".
    pub(crate) said: String,
    /// Roots of the words that name it, the head first; none where it is the one told last.
    pub(crate) roots: Vec<Stem>,
    /// Where it is named.
    pub(super) named: Span,
    /// A clause names it, not a noun.
    pub(super) clause: bool,
    /// What tells which one is meant.
    pub(super) which: Which,
}

/// A phrase with where it stands.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    /// From its first word to the end of the noun phrase; of a clause, only the words before it.
    pub(super) span: Span,
    /// Its first token.
    pub(super) first: usize,
    /// The token behind it and what tells which event it names.
    pub(super) behind: usize,
    pub(super) anchor: Anchor,
}

/// How one event stands to another of the same article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Link {
    /// How.
    pub(crate) relation: Relation,
    /// The other's article, and its number there.
    pub(crate) to: (usize, usize),
}
