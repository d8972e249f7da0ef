//! The only place that knows a language: its words and its rules, read from text files.

/// The lexicon's number for a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WordId(pub(crate) u16);

impl WordId {
    /// A word that the lexicon does not list.
    pub const UNKNOWN: WordId = WordId(0);
}
