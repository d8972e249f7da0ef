//! How a time was found, as typed reasons that print one sentence each.

use crate::expression::Tense;
use chrono::NaiveDate;
use std::fmt;

/// The derivation of a [`super::When`]: what was filled in, from what, and what was rejected.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Why(pub Vec<Reason>);

/// One step of a derivation; `Display` prints it as a short sentence.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Reason {
    /// Counted from the publication date.
    FromPublication(NaiveDate),
    /// Counted from the last date that the text mentioned.
    FromDiscourse(String),
    /// The tense of the governing verb chose the direction.
    Tense(Tense),
    /// Another reading, and what it would have given.
    Rejected {
        /// What the reading is called.
        reading: &'static str,
        /// What it would have given, as EDTF.
        value: String,
    },
    /// Anything else, in words.
    Note(String),
}

impl Why {
    /// Adds a step.
    pub fn push(&mut self, reason: Reason) {
        self.0.push(reason);
    }

    /// The steps as sentences.
    pub fn sentences(&self) -> impl Iterator<Item = String> + '_ {
        self.0.iter().map(ToString::to_string)
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Reason::FromPublication(day) => write!(f, "counted from the publication date {day}"),
            Reason::FromDiscourse(edtf) => write!(f, "counted from the last date mentioned, {edtf}"),
            Reason::Tense(Tense::Past) => f.write_str("the verb is in the past tense: most recent"),
            Reason::Tense(Tense::Future) => f.write_str("the verb tells a plan or the future: next"),
            Reason::Tense(Tense::Present) => f.write_str("the verb is in the present tense: most recent"),
            Reason::Tense(Tense::None) => f.write_str("no verb governs it: most recent"),
            Reason::Rejected { reading, value } => write!(f, "{reading} would give {value}"),
            Reason::Note(note) => f.write_str(note),
        }
    }
}
