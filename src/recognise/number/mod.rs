//! Numbers in the text, in digits and in words, and what each may be in a date.
//!
//! Input: a document and a place in it. Output: the numbers that may start there, with what each may be.
//! Knows nothing of any language: which words are numbers, and how they join, the words file says through classes.

mod count;
mod digits;
mod words;

use crate::expression::{Atom, Number, Quantity};
use crate::lang::lexicon::Reading;
use crate::lang::numerals::Numerals;
use crate::lang::{ClassId, Language, class};
use crate::segment::{Document, Token, TokenKind};

/// Calls `found(class, end, value)` for every number that matches from a token on, of these kinds: classes, a bit each.
pub(super) fn each(
    document: &Document<'_>,
    language: &Language,
    at: u32,
    kinds: u32,
    mut found: impl FnMut(ClassId, u32, Atom),
) {
    let reader = Reader { document, language, is: &language.numerals, kinds };
    let mut found = |class: ClassId, end: u32, atom: Atom| {
        if reader.wants(&[class]) {
            found(class, end, atom);
        }
    };
    let Some(token) = reader.token(at) else { return };
    match token.kind {
        TokenKind::Number => reader.digits(token, at, &mut found),
        TokenKind::Word if !language.lexicon.readings(token.word).is_empty() => reader.words(at, &mut found),
        _ => return,
    }
    if !reader.wants(&[class::NUMBER, class::COUNT]) {
        return;
    }
    let numbers = reader.numbers(at);
    for (number, end) in numbers.into_iter().flatten() {
        found(class::NUMBER, end, Atom::Quantity(Quantity::Exactly(number)));
    }
    if reader.wants(&[class::COUNT]) {
        reader.counts(at, numbers, &mut found);
    }
}

/// The index behind the number that digits start, with all that it goes on with: "1,200", "3.5 million".
pub(super) fn end_of_digits(document: &Document<'_>, language: &Language, at: u32) -> Option<u32> {
    let reader = Reader { document, language, is: &language.numerals, kinds: class::AMOUNTS };
    reader.digit_number(at).map(|(_, end)| end)
}

/// The numbers that start at a token, with where they end.
type Numbers = [Option<(Number, u32)>; 2];

struct Reader<'a> {
    document: &'a Document<'a>,
    language: &'a Language,
    is: &'a Numerals,
    /// The kinds that are asked for, a bit each.
    kinds: u32,
}

impl<'a> Reader<'a> {
    /// Whether any of these kinds is asked for.
    #[inline]
    const fn wants(&self, classes: &[ClassId]) -> bool {
        self.kinds & class::bits(classes) != 0
    }

    fn token(&self, at: u32) -> Option<&'a Token> {
        self.document.tokens.get(at as usize)
    }

    fn text(&self, token: &Token) -> &'a str {
        token.span().of(self.document.text)
    }

    /// A token glued to the one before it that is this mark.
    fn is_glued(&self, at: u32, mark: &str) -> bool {
        self.token(at).is_some_and(|t| t.glued && self.text(t) == mark)
    }

    /// What a token's word may mean.
    #[inline]
    fn readings(&self, at: u32) -> &'a [Reading] {
        self.token(at).map_or(&[], |t| self.language.lexicon.readings(t.word))
    }

    /// Whether a token's word is of a class.
    fn has(&self, at: u32, class: ClassId) -> bool {
        self.readings(at).iter().any(|r| r.class == class)
    }

    /// The quantity that a word is in a class.
    fn quantity(&self, at: u32, class: ClassId) -> Option<Quantity> {
        self.readings(at).iter().find_map(|r| match r.value {
            Atom::Quantity(quantity) if r.class == class => Some(quantity),
            _ => None,
        })
    }

    /// The whole number that a word is in a class.
    fn reading(&self, at: u32, class: ClassId) -> Option<i64> {
        match self.quantity(at, class)? {
            Quantity::Exactly(n) => n.as_whole(),
            _ => None,
        }
    }

    /// The numbers that start at a token, in digits or words: plain, and with "and a half".
    fn numbers(&self, at: u32) -> Numbers {
        let plain = match self.token(at).map(|t| t.kind) {
            Some(TokenKind::Number) => self.digit_number(at),
            Some(TokenKind::Word) => self.cardinal(at).map(|(value, end)| (Number::whole(value), end)),
            _ => None,
        };
        let half = plain
            .filter(|(_, end)| self.goes_on(*end))
            .and_then(|(n, end)| Some((Number(n.0.saturating_add(50)), self.and_a_half(end)?)));
        [plain, half]
    }

    /// Whether a number may go on with a token at all: a mark or digits glued to it, a word of numbers, or a fraction.
    fn goes_on(&self, at: u32) -> bool {
        self.token(at).is_some_and(|t| {
            t.glued || t.kind == TokenKind::Number || !self.language.lexicon.readings(t.word).is_empty()
        })
    }

    /// Behind a number: the end of "and a half", also hyphenated; or of "and half", as it is often written.
    fn and_a_half(&self, at: u32) -> Option<u32> {
        let skip = |at: u32| if self.is_glued(at, "-") { at + 1 } else { at };
        let and = skip(at);
        if !self.has(and, self.is.joiner) {
            return None;
        }
        let next = skip(and + 1);
        let half = if self.has(next, self.is.article) { skip(next + 1) } else { next };
        self.has(half, self.is.half).then_some(half + 1)
    }
}
