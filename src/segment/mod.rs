//! Room 2: words, sentences, clauses and quotes.
//!
//! Input: plain text and a language. Output: a [`Document`], tokens grouped into sentences, with quotes and clauses found.
//! Knows nothing of dates; what a word means in time is only a label that the lexicon gave it.

pub mod token;

pub use token::{Token, TokenKind};

use crate::span::Span;

/// A text cut into tokens and sentences.
#[derive(Clone, Debug)]
pub struct Document<'a> {
    /// The article's plain text.
    pub text: &'a str,
    /// Words, numbers and marks, in order.
    pub tokens: Vec<Token>,
    /// Sentences, in order; every token lies in exactly one.
    pub sentences: Vec<Sentence>,
    /// Quoted stretches, in order, marks included; not nested.
    pub quotes: Vec<Span>,
}

/// One sentence, heading or caption.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// From its first token's start to its last token's end.
    pub span: Span,
    /// Index of its first token.
    pub first: u32,
    /// Index after its last token.
    pub last: u32,
    /// Number of its paragraph, from 0.
    pub paragraph: u32,
}
