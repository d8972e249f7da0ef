//! Noun phrases before a verb: where the subject starts, and what stands in it without parting anything.

use super::parting::{NOUN_PHRASE, Walk};
use super::verb::Verb;
use super::{Token, TokenKind};
use crate::lang::{Role, Roles};

impl Walk<'_> {
    /// Whether any word stands between `from` and the verb, conjunctions, adverbs and the "first" of "first flew" aside.
    pub(super) fn has_subject(&self, from: usize, verb: &Verb) -> bool {
        const NONE: Roles = Roles::of(&[Role::Coordinator, Role::Adverb, Role::Negation, Role::Superlative]);
        (from..verb.first as usize).any(|i| {
            self.document.tokens.get(i).is_some_and(|t| t.kind != TokenKind::Mark) && !self.roles(i).any(NONE)
        })
    }

    /// Whether a comma stands within a date: "December 11, 2008".
    pub(super) fn parts_date(&self, comma: usize) -> bool {
        let digits = |i: usize| {
            let token = self.document.tokens.get(i).filter(|t| t.kind == TokenKind::Number);
            token.map_or(0, |t| t.end - t.start)
        };
        comma > 1
            && matches!(digits(comma - 1), 1 | 2)
            && digits(comma + 1) == 4
            && self.names_time(comma - 2)
    }

    /// Whether the conjunction at `i` joins clauses; "he and she" and "two and three" join less.
    pub(super) fn parts_clauses(&self, i: usize) -> bool {
        let pronoun = i > 0 && self.roles(i - 1).has(Role::Personal);
        let sign = self.document.tokens.get(i).is_none_or(|t| t.kind != TokenKind::Word);
        self.roles(i).has(Role::Coordinator) && !pronoun && !sign
    }

    /// Where the subject before a verb starts, not before `from`.
    pub(super) fn subject_start(&self, verb: &Verb, from: usize) -> usize {
        let mut at = verb.first as usize;
        // "and lowered": it shares its subject.
        let joined = (from..at).rfind(|&k| !self.roles(k).any(Roles::of(&[Role::Adverb, Role::Negation])));
        if joined.is_some_and(|k| self.roles(k).has(Role::Coordinator)) {
            return at;
        }
        let dated = |i: usize| {
            self.document.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Number)
                || self.document.is_time_word(i, self.language)
        };
        while at > from {
            if let Some(sign) = self.amount_before(at).filter(|&sign| sign >= from) {
                at = sign;
                continue;
            }
            let roles = self.roles(at - 1);
            let joins =
                |t: &Token| t.glued && matches!(self.document.word(at - 1), "-" | "'" | "’" | "." | "/");
            let mark =
                self.document.tokens.get(at - 1).is_none_or(|t| t.kind == TokenKind::Mark && !joins(t))
                    && !self.document.parts_number(at - 1);
            // "a 31-year-old man"
            let glue =
                |i: usize| self.document.is(i, "-") && self.document.tokens.get(i).is_some_and(|t| t.glued);
            let compound = glue(at) || at > 1 && glue(at - 2);
            // "a second, more powerful eruption"
            let series = at > from + 2
                && self.document.is_comma(at - 1)
                && at < verb.first as usize
                && self.roles(at - 2).has(Role::Superlative)
                && self.roles(at - 3).has(Role::Indefinite);
            if series {
                at -= 3;
                break;
            }
            // "caused by Wednesday's storm is"
            let owner = self.roles(at).is_owned() && at < verb.first as usize;
            // "of the 1983 murder of a guest was"
            let attributive =
                at > from + 1 && at < verb.first as usize && self.roles(at - 2).has(Role::Determiner);
            // "two former employees": how many there are.
            let counts = at < verb.first as usize && self.is_quantity(at - 1) && !dated(at);
            if mark
                || dated(at - 1) && !compound && !counts && !owner && !attributive
                || roles.has(Role::Preposition) && !self.is_inner(at - 1)
            {
                break;
            }
            at -= 1;
            if roles.has(Role::Pronoun)
                && !roles.has(Role::Determiner)
                && !(at > from && self.roles(at - 1).has(Role::Coordinator))
            {
                break;
            }
            if roles.has(Role::Determiner) && !(at > from && self.is_inner(at - 1)) {
                break;
            }
        }
        at
    }

    /// Whether a word is a pronoun that is never a subject: "them".
    pub(super) fn is_object(&self, i: usize) -> bool {
        let roles = self.roles(i);
        roles.any(Roles::of(&[Role::Masculine, Role::Plural]))
            && !roles.any(NOUN_PHRASE.union(Roles::of(&[Role::Person])))
    }

    /// Whether a preposition stays within a noun phrase: "of".
    pub(super) fn is_inner(&self, i: usize) -> bool {
        self.roles(i).has(Role::Genitive) || self.roles(i).has(Role::Coordinator)
    }
}
