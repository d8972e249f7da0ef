//! Headings that are clock times: a live blog's "10:42 Police arrive".
//!
//! Input: a document. Output: which paragraphs start with a bare clock time. Knows nothing of the days that they mean.

use super::{Document, TokenKind};
use crate::span::Span;

/// A clock time at the start of a paragraph.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ClockHeading {
    /// The sentence that it is, or starts.
    pub(crate) sentence: usize,
    pub(crate) span: Span,
    pub(crate) hour: u8,
    pub(crate) minute: u8,
    /// The sentence goes on behind it.
    pub(crate) goes_on: bool,
}

impl Document<'_> {
    /// Bare clock times at the start of paragraphs, in order; none where there is but one, which may be a score or a verse.
    pub(crate) fn clock_headings(&self) -> Vec<ClockHeading> {
        let number = |i: usize, length: std::ops::RangeInclusive<u32>| -> Option<u8> {
            let token = self
                .tokens
                .get(i)
                .filter(|t| t.kind == TokenKind::Number && length.contains(&(t.end - t.start)))?;
            token.span().of(self.text).parse().ok()
        };
        let mut found = Vec::new();
        for (n, sentence) in self.sentences.iter().enumerate() {
            let first = sentence.first as usize;
            let starts = n == 0 || self.sentences[n - 1].paragraph != sentence.paragraph;
            let glued = |i: usize| self.tokens.get(i).is_some_and(|t| t.glued);
            if !starts || !self.is(first + 1, ":") || !glued(first + 1) || !glued(first + 2) {
                continue;
            }
            let (Some(hour), Some(minute)) = (number(first, 1..=2), number(first + 2, 2..=2)) else {
                continue;
            };
            let alone = first + 3 >= sentence.last as usize;
            // "14:20 'We heard it'": what was said may head what follows.
            let quoted = ["'", "‘", "\"", "“"].iter().any(|mark| self.is(first + 3, mark));
            let word = first + 3 + usize::from(quoted);
            let goes_on = !glued(first + 3)
                && self.tokens.get(word).is_some_and(|t| t.kind == TokenKind::Word && t.capital);
            if hour < 24 && minute < 60 && (alone || goes_on) {
                let span = self.span(first, first + 3);
                found.push(ClockHeading { sentence: n, span, hour, minute, goes_on: !alone });
            }
        }
        if found.len() < 2 { Vec::new() } else { found }
    }
}
