//! Subjects that a description between commas keeps from their verb: "Hale, then 29, shot", "its captain, Jon Reis, said".

use super::TokenKind;
use super::clause::{Clause, Opener, Verbs};
use super::parting::{CLOSED, NOUN_PHRASE, Walk};
use super::verb::{Form, Verb};
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
        // "the driver, Lars Meinke, 44, radioed"
        let (opens, closes) = (commas.next(), commas.next_back());
        let parted = Roles::of(&[Role::Coordinator, Role::Relative, Role::Linker]);
        let described = opens.is_some_and(|i| i > from)
            && closes.is_some_and(|i| i + 1 == to)
            && !(from..to).any(|i| self.roles(i).any(parted));
        let named =
            self.document.tokens.get(from).is_some_and(|t| t.capital) || self.roles(from).any(NOUN_PHRASE);
        described
            && named
            && !self.document.is_time_word(from, self.language)
            && self.has_subject(self.open.first, verb)
    }

    /// ", the minister said on Saturday, had agreed": the comma before a speaker who keeps a subject from its verb.
    pub(super) fn opens_attribution(&self, verb: &Verb, ahead: &[Verb]) -> Option<usize> {
        let (first, document) = (verb.first as usize, self.document);
        if !self.open.verbs.is_empty() || !verb.meaning.has(Role::Say) {
            return None;
        }
        let comma = (self.open.first + 1..first).rfind(|&i| document.is_comma(i))?;
        let word = |i: usize| {
            document.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Word)
                && !self.roles(i).any(PARTING)
                && !document.is_time_word(i, self.language)
        };
        let named =
            |i: usize| document.tokens.get(i).is_some_and(|t| t.capital) || self.roles(i).any(NOUN_PHRASE);
        let host = self.open.first..comma;
        let subjects = named(host.start)
            && !self.roles(host.start).has(Role::Preposition)
            && host.into_iter().all(word)
            && named(comma + 1)
            && (comma + 1..first).all(word);
        let timed = |i: usize| self.roles(i).has(Role::Preposition) || self.names_time(i);
        let closes =
            (verb.last as usize..self.last).find(|&i| !timed(i)).filter(|&i| document.is_comma(i))?;
        let goes_on = ahead.first().is_some_and(|v| v.form == Form::Finite && v.first as usize == closes + 1);
        (subjects && comma + 1 < first && goes_on).then_some(comma)
    }

    /// "said the school, which burned down, would be rebuilt": parts the subject of what is said from who says it, where a relative
    /// clause keeps it from its verb; its clause.
    pub(super) fn part_interrupted(&mut self) -> Option<usize> {
        let last = self.clauses.len().checked_sub(1)?;
        let (relative, outer) = (&self.clauses[last], last.checked_sub(1)?);
        let closed = relative.opener == Opener::Relative && relative.parent == Some(outer);
        if !closed || !self.document.is_comma(self.open.first) {
            return None;
        }
        let told = &self.clauses[outer];
        let verb = told.verbs.last().filter(|v| v.form == Form::Finite && v.meaning.has(Role::Say))?;
        let (from, end) = (verb.last as usize, told.last as usize);
        let opens = |i: &usize| self.roles(*i).any(NOUN_PHRASE) && !self.roles(*i).has(Role::Personal);
        // "told reporters the plan, which": whom somebody told stands before it.
        let start = if self.roles(verb.head as usize).has(Role::Promise) {
            (from + 1..end).rev().find(opens)?
        } else {
            let bare = self.document.tokens.get(from).is_some_and(|t| t.kind == TokenKind::Word)
                && !self.roles(from).any(PARTING.union(CLOSED))
                && !self.document.is_time_word(from, self.language);
            Some(from).filter(|_| bare || opens(&from))?
        };
        if self.document.is_comma(end - 1) && start + 1 >= end || start >= end {
            return None;
        }
        let subject = Clause {
            span: self.document.span(start, end),
            first: start as u32,
            last: end as u32,
            opener: Opener::Complement,
            parent: Some(outer),
            resumes: None,
            verbs: Verbs::new(),
        };
        let said = self.document.span(self.clauses[outer].first as usize, start);
        self.clauses[outer].span = said;
        self.clauses[outer].last = start as u32;
        self.clauses[last].parent = Some(last);
        self.clauses.insert(last, subject);
        if self.open.parent == Some(last) {
            self.open.parent = Some(last + 1);
        }
        Some(last)
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
