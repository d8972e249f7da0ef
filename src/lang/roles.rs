//! What words do in a sentence, as far as clauses, tense and status need it.

use crate::expression::unit::names;

names! {
    /// A role that a word may play. One word may have several.
    Role {
        /// "Mr.", "Gen.", "U.S.": an abbreviation whose point does not end a sentence.
        Title = "title",
        /// "will", "shall", "'ll".
        Will = "will",
        /// "may", "could", "would".
        Modal = "modal",
        /// "is", "was", "been".
        Be = "be",
        /// "has", "had", "having".
        Have = "have",
        /// "do", "does", "did".
        Do = "do",
        /// "in", "since", "last": leads a word of time that never stands alone.
        TimeLead = "time-lead",
        /// "in", "since", "of": leads a bare year.
        YearLead = "year-lead",
        /// "number", "page", "room": leads a number that is no year.
        NumberLead = "number-lead",
        /// "people", "miles", "percent": counted by a number.
        Counted = "counted",
        /// A past form that is no other word: "was", "said", "won".
        Past = "past",
        /// A present form: "is", "has", "says".
        Present = "present",
    }
}

/// A set of [`Role`]s.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Roles(u64);

impl Roles {
    /// No role.
    pub const NONE: Roles = Roles(0);

    /// Adds a role.
    pub const fn insert(&mut self, role: Role) {
        self.0 |= 1 << role as u64;
    }

    /// Whether the word plays the role.
    pub const fn has(self, role: Role) -> bool {
        self.0 & (1 << role as u64) != 0
    }
}
