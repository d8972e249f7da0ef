//! What a token is to the grammar, and whether anything may start there: looked at before anything is matched.
//!
//! Input: a document and a language. Output: which starts are worth a parse. Knows nothing of what was found.

use super::number;
use crate::lang::grammar::{Duties, NodeId};
use crate::lang::reach::Reach;
use crate::lang::{Hints, Language, WordId, WordKey, class};
use crate::segment::{Document, Token, TokenKind};

/// So many tokens behind the next are looked at for whether anything may start.
const AHEAD: u8 = 2;

/// A document as the grammar sees it.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    pub(super) document: &'a Document<'a>,
    pub(super) language: &'a Language,
    /// The full stop.
    pub(super) stop: WordId,
}

impl<'a> View<'a> {
    pub(super) fn new(document: &'a Document<'a>, language: &'a Language) -> Self {
        let stop = WordKey::of(".").map_or(WordId::UNKNOWN, |stop| language.lexicon.find(stop));
        View { document, language, stop }
    }

    #[inline]
    pub(super) fn token(&self, at: u32) -> Option<&'a Token> {
        self.document.tokens.get(at as usize)
    }

    /// What a token may do in an expression, whatever stands around it.
    #[inline]
    fn duties(&self, token: &Token) -> &'a Duties {
        let grammar = &self.language.grammar;
        if token.kind == TokenKind::Number && token.word == WordId::UNKNOWN {
            return grammar.duties_of_number(token.end - token.start);
        }
        grammar.duties(token.word)
    }

    /// The next token, from one on, at which anything may start at a glance: most words start nothing, and of the others mostly the
    /// next word tells that they start nothing here.
    pub(super) fn next_opener(&self, from: u32) -> Option<u32> {
        let ahead = self.document.tokens.get(from as usize..)?;
        let opens = |token: &Token| token.hints.any(Hints::OPENS.union(Hints::SUFFICES));
        // What must be all of a text may start it, whatever follows.
        if from == 0 && ahead.first().is_some_and(opens) {
            return Some(0);
        }
        let before = |pair: &[Token]| {
            pair[0].hints.start_before(pair[1].hints) || pair[1].breaks > 1 && opens(&pair[0])
        };
        let next = ahead.windows(2).position(before);
        let last = || ahead.last().filter(|token| opens(token)).map(|_| ahead.len() - 1);
        next.or_else(last).map(|n| from + n as u32)
    }

    /// Whether anything may start at a token at all: by its word, and by what follows it.
    #[inline]
    pub(super) fn may_start(&self, at: u32, token: &Token) -> bool {
        token.hints.any(Hints::OPENS.union(Hints::SUFFICES)) && self.may_start_before(at, token, AHEAD)
    }

    /// The same, looking at so many more tokens.
    #[inline(never)]
    fn may_start_before(&self, at: u32, token: &Token, ahead: u8) -> bool {
        let is_listed = token.word != WordId::UNKNOWN;
        let duties = self.duties(token);
        match token.kind {
            // What a pattern makes of a number that it names only following it can tell.
            TokenKind::Number => {
                is_listed || self.may_go_on(at, duties, ahead) && (at == 0 || !self.is_mere_amount(at, token))
            }
            _ => is_listed && duties.starts && self.may_go_on(at, duties, ahead),
        }
    }

    /// Whether what follows a token is anything that an expression may go on with, which starts there.
    fn may_go_on(&self, at: u32, duties: &Duties, ahead: u8) -> bool {
        // What must be all of a text may be all of it.
        if duties.suffices || at == 0 {
            return true;
        }
        if duties.numeral && self.counts_on(duties, at + 1) {
            return true;
        }
        // Mostly nothing follows, whatever stands behind that.
        if !duties.next.meets(self.is(at + 1)) {
            return false;
        }
        // "in the council": only a nested expression might follow, and none starts there.
        match duties.next.common(self.reach(at + 1)) {
            Reach::NONE => false,
            Reach::EXPRESSION if ahead > 0 => {
                self.token(at + 1).is_none_or(|token| self.may_start_before(at + 1, token, ahead - 1))
            }
            _ => true,
        }
    }

    /// Whether the digits there start an amount that nothing of time follows: "3.5 percent", "$12 million in".
    fn is_mere_amount(&self, at: u32, digits: &Token) -> bool {
        let grammar = &self.language.grammar;
        let len = digits.end - digits.start;
        let Some(next) = self.token(at + 1) else { return false };
        // What else than an amount the digits start.
        let other = match self.glued_byte(at + 1) {
            Some(b'.' | b',') => grammar.goes_on_parted(self.reach(at + 3)),
            None if next.kind == TokenKind::Word => {
                grammar.numbers_before(class::of_digits(len as usize), self.reach(at + 1)) != 0
            }
            _ => true,
        };
        let end = || number::end_of_digits(self.document, self.language, at).filter(|end| *end > at + 1);
        !other
            && end().is_some_and(|end| {
                let goes_on = grammar.numbers_before(class::AMOUNTS, self.reach(end)) != 0;
                !goes_on && !self.counts_on(grammar.duties_of_number(len), end)
            })
    }

    /// The first byte of a token, where no space stands before it.
    fn glued_byte(&self, at: u32) -> Option<u8> {
        let token = self.token(at).filter(|token| token.glued)?;
        self.document.text.as_bytes().get(token.start as usize).copied()
    }

    /// The kinds of numbers, a bit each, that may start an expression with the token there, where `next` is what stands behind it;
    /// none where it is no number.
    pub(super) fn numbers_from(&self, at: u32, token: &Token, next: Reach) -> u32 {
        let grammar = &self.language.grammar;
        let (duties, kinds, longer) = match token.kind {
            TokenKind::Number => {
                let len = token.end - token.start;
                (grammar.duties_of_number(len), class::of_digits(len as usize), class::LONGER_DIGITS)
            }
            _ => (grammar.duties(token.word), class::OF_WORDS, class::NUMBER_WORDS),
        };
        if !duties.numeral {
            return 0;
        }
        let longer = if self.counts_on(duties, at + 1) { longer } else { 0 };
        grammar.numbers_before(kinds, next) | longer & grammar.numbers(NodeId::ROOT)
    }

    /// Whether a number may go on with the token there.
    fn counts_on(&self, duties: &Duties, at: u32) -> bool {
        let Some(token) = self.token(at) else { return false };
        if self.duties(token).is.meets(duties.counts_on) {
            return true;
        }
        let number = || self.token(at + 1).is_some_and(|t| t.glued && t.kind == TokenKind::Number);
        match self.glued_byte(at) {
            Some(b'.' | b',' | b'/') => number(),
            Some(b'-') => true,
            // "1 1/2"
            _ => token.kind == TokenKind::Number && self.glued_byte(at + 1) == Some(b'/'),
        }
    }

    /// What a token is to a pattern that goes on with it, as far as the next token lets it.
    #[inline]
    pub(super) fn reach(&self, at: u32) -> Reach {
        let grammar = &self.language.grammar;
        let Some(token) = self.token(at).filter(|token| token.breaks <= 1) else {
            return grammar.duties(self.stop).is;
        };
        let duties = grammar.duties(token.word);
        // Most words are nothing to any pattern.
        if duties.is == Reach::NONE && token.kind != TokenKind::Number {
            return Reach::NONE;
        }
        let goes_on = duties.ends || duties.passes.meets(self.is(at + 1));
        let listed = if goes_on || duties.numeral && self.counts_on(duties, at + 1) {
            duties.is
        } else {
            duties.is.common(Reach::EXPRESSION)
        };
        match token.kind {
            TokenKind::Number => listed.union(Reach::NUMBER).union(Reach::EXPRESSION),
            _ => listed,
        }
    }

    /// What a token is to a pattern, whatever follows: a full stop behind the text and at a blank line.
    #[inline]
    fn is(&self, at: u32) -> Reach {
        let grammar = &self.language.grammar;
        match self.token(at).filter(|token| token.breaks <= 1) {
            Some(token) if token.kind == TokenKind::Number => {
                grammar.duties(token.word).is.union(Reach::NUMBER).union(Reach::EXPRESSION)
            }
            Some(token) => grammar.duties(token.word).is,
            None => grammar.duties(self.stop).is,
        }
    }

    /// Whether the text ends at a token, or with the mark that stands there.
    pub(super) fn is_last(&self, at: u32) -> bool {
        self.token(at).is_none_or(|token| token.kind == TokenKind::Mark && self.token(at + 1).is_none())
    }
}
