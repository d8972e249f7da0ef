//! Subjects that a description between commas keeps from their verb: "Hale, then 29, shot", "its captain, Jon Reis, said".

use super::TokenKind;
use super::parting::{NOUN_PHRASE, Walk};
use super::verb::Verb;
use crate::lang::{Role, Roles};

/// Words that end a noun phrase, whatever places it.
const PARTING: Roles =
    Roles::of(&[Role::Coordinator, Role::Relative, Role::Subordinator, Role::To, Role::Linker]);

impl Walk<'_> {
    /// Whether a subject with a description between commas stands from right behind the `n`-th verb, which has its own before it, to a
    /// verb at `to`.
    pub(super) fn says_of_described(&self, n: usize, to: usize) -> bool {
        let verb = &self.open.verbs[n];
        let from = verb.last as usize;
        let mut commas = (from..to).filter(|&i| self.document.is_comma(i));
        let (opens, closes) = (commas.next(), commas.next());
        let described =
            opens.is_some_and(|i| i > from) && closes.is_some_and(|i| i + 1 == to) && commas.next().is_none();
        let named =
            self.document.tokens.get(from).is_some_and(|t| t.capital) || self.roles(from).any(NOUN_PHRASE);
        described
            && named
            && !self.document.is_time_word(from, self.language)
            && self.has_subject(self.open.first, verb)
    }

    /// Whether the subject of what is said begins right behind the verb and goes on to `subject` with phrases that place it: "said the
    /// plant in Tulsa would", but neither "said in Tulsa the plant would" nor "told workers in Tulsa the plant would".
    pub(super) fn says_of_placed(&self, verb: &Verb, subject: usize) -> bool {
        let from = verb.last as usize;
        let plain = |i: usize| {
            self.document.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Word)
                && !self.document.is_time_word(i, self.language)
                && !self.roles(i).any(PARTING)
        };
        let addressed = self.roles(verb.head as usize).has(Role::Promise);
        verb.meaning.has(Role::Say)
            && !addressed
            && subject > from + 1
            && self.roles(from).any(NOUN_PHRASE)
            && self.roles(subject - 1).has(Role::Preposition)
            && (from..subject).all(plain)
    }

    /// ", the minister, Kari Moe, told": the comma before a speaker with a description between commas.
    pub(super) fn described_speaker(&self, from: usize, next: &Verb) -> Option<usize> {
        let to = next.first as usize;
        let mut commas = (from..to).rev().filter(|&i| self.document.is_comma(i));
        let (closes, _, before) = (commas.next()?, commas.next()?, commas.next()?);
        let named = self.roles(before + 1).any(NOUN_PHRASE)
            || self.document.tokens.get(before + 1).is_some_and(|t| t.capital);
        (next.meaning.has(Role::Say) && closes + 1 == to && named).then_some(before)
    }

    /// Whether a subject with a description between commas stands from the conjunction at `at` to a verb at `to`: "and its
    /// captain, Jon Reis, said".
    pub(super) fn is_interrupted(&self, at: usize, to: usize) -> bool {
        let commas = (at..to).filter(|&i| self.document.is_comma(i)).count();
        let closes = to > at && self.document.is_comma(to - 1);
        commas == 2 && closes && self.roles(at + 1).any(NOUN_PHRASE) && self.awaiting.is_empty()
    }
}
