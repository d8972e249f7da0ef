//! Tokens: words, numbers and marks.

use crate::lang::WordId;
use crate::span::Span;

/// A word, a number or a mark of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// First byte.
    pub start: u32,
    /// First byte after.
    pub end: u32,
    /// The lexicon's number for the word or mark; [`WordId::UNKNOWN`] for words that it does not list.
    pub word: WordId,
    /// What it is.
    pub kind: TokenKind,
    /// No space stands between it and the token before.
    pub glued: bool,
    /// Its first letter is a capital.
    pub capital: bool,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters; also abbreviations with their point ("Nov.", "a.m.").
    Word,
    /// Digits only.
    Number,
    /// Any single other character.
    Mark,
}

impl Token {
    /// Where it stands.
    pub const fn span(self) -> Span {
        Span::new(self.start, self.end)
    }
}
