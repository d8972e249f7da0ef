//! Relative clauses that keep a main clause waiting for its verb, and where they begin and end without a mark: "The deal that the firm
//! signed was cancelled", "The book she wrote won".

use super::TokenKind;
use super::clause::Opener;
use super::parting::{CLOSED, Walk};
use super::verb::{Form, Verb};
use crate::lang::{Role, Roles};

/// How many words back the determiner of a noun may stand.
const PHRASE: usize = 4;

impl Walk<'_> {
    /// "A man who killed his wife escaped and", "The deal that the firm signed in May was cancelled": the last verb of a sentence is that of
    /// the clause which waits for one.
    pub(super) fn is_awaited(&self, verb: &Verb, ahead: &[Verb]) -> bool {
        let first = verb.first as usize;
        let joined = |i: usize| self.roles(i).any(Roles::of(&[Role::Coordinator, Role::To, Role::Adverb]));
        let next = ahead.iter().find(|v| v.form == Form::Finite);
        // "resigned, the BBC said"
        let said = |v: &Verb| {
            v.meaning.has(Role::Say)
                && (verb.last as usize..v.first as usize).any(|i| self.document.is_comma(i))
        };
        let opens = match self.open.opener {
            Opener::Relative => verb.ambiguous,
            Opener::Complement => true,
            // "the town where it happened on Friday resigned", but "the day after the men arrested were freed"
            Opener::Subordinator => !self.roles(self.open.first).has(Role::Linker),
            _ => false,
        };
        // What the clause tells has a subject of its own, and the verb behind it none.
        let told = self.open.opener == Opener::Relative
            || self.open.verbs.iter().rfind(|v| v.form == Form::Finite).is_some_and(|v| {
                let from = v.last as usize;
                let subject = self.subject_start(verb, from);
                self.has_subject(self.open.first + 1, v)
                    && !v.meaning.has(Role::Say)
                    && ((subject..first).all(|i| self.names_time(i))
                        || self.roles(subject.wrapping_sub(1)).has(Role::Preposition) && subject > from)
            });
        opens
            && told
            && (!self.awaiting.is_empty() || self.described_parent().is_some())
            && !joined(first - 1)
            && !self.document.is_comma(first - 1)
            && next.is_none_or(|v| said(v) || self.roles(v.first as usize - 1).has(Role::Coordinator))
    }

    /// The clause before an open relative one whose only verb may as well describe its subject: "A man charged with the murder of two who".
    fn described_parent(&self) -> Option<usize> {
        let parent = self.open.parent.filter(|_| self.open.opener == Opener::Relative)?;
        let clause = &self.clauses[parent];
        let [verb] = clause.verbs.as_slice() else { return None };
        let first = clause.first as usize;
        let described = verb.form == Form::Finite
            && verb.ambiguous
            && clause.opener == Opener::Start
            && self.roles(first).has(Role::Determiner)
            && self.roles(verb.last as usize).has(Role::Preposition)
            && !self.roles(verb.last as usize).has(Role::To)
            && !verb.meaning.has(Role::Say);
        described.then_some(parent)
    }

    /// Makes the verb of such a clause a participle, so that it waits for its own.
    pub(super) fn await_described(&mut self) {
        if self.awaiting.is_empty()
            && let Some(parent) = self.described_parent()
        {
            self.clauses[parent].verbs[0].form = Form::Participle;
            self.awaiting.push(parent);
        }
    }

    /// "The book she wrote in 1998 won", "Workers at the plant they built walked out": where a pronoun stands right behind a noun phrase that
    /// opens the sentence, a relative clause begins.
    pub(super) fn opens_unmarked(&self, verb: &Verb) -> Option<usize> {
        let pronoun = (verb.first as usize).checked_sub(1)?;
        let first = self.open.first;
        if self.open.opener != Opener::Start || pronoun < first + 2 {
            return None;
        }
        let inner = CLOSED
            .without(Roles::of(&[Role::Determiner, Role::Preposition]))
            .union(Roles::of(&[Role::Adverb]));
        let plain = |i: usize| {
            self.document.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Word)
                && !self.roles(i).any(inner)
        };
        let nominative = self.roles(pronoun).has(Role::Pronoun)
            && self.roles(pronoun).any(Roles::of(&[Role::Personal, Role::Plural]))
            && !self.roles(pronoun).has(Role::Determiner);
        let leads = self.roles(first).any(Roles::of(&[Role::Preposition, Role::Linker, Role::TimeLead]));
        // "the plant they": a noun with its determiner.
        let determined = (first..pronoun - 1).rev().take(PHRASE).any(|i| self.roles(i).has(Role::Determiner));
        let noun = pronoun - 1;
        (nominative
            && determined
            && !leads
            && !self.names_time(first)
            && !self.names_time(noun)
            && !self.roles(noun).any(Roles::of(&[Role::Determiner, Role::Preposition]))
            && (first + 1..pronoun).all(plain))
        .then_some(pronoun)
    }

    /// "apologised for comments she made in a podcast": whether a pronoun right behind a noun begins a relative clause, whose verb lacks its
    /// object.
    pub(super) fn is_unmarked(&self, pronoun: usize, next: &Verb) -> bool {
        let roles = self.roles(pronoun);
        let nominative = roles.has(Role::Pronoun)
            && roles.any(Roles::of(&[Role::Personal, Role::Plural]))
            && !roles.has(Role::Determiner)
            && pronoun + 1 == next.first as usize;
        let noun = pronoun.checked_sub(1).is_some_and(|i| {
            self.document.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Word)
                && !self.roles(i).any(Roles::FUNCTION.union(CLOSED).union(Roles::of(&[Role::Adverb])))
                && !self.names_time(i)
                && !self.open.verbs.iter().any(|v| v.last as usize == pronoun)
        });
        let behind = next.last as usize;
        let lacks = self.roles(behind).any(Roles::of(&[Role::Preposition, Role::TimeLead]))
            || self.names_time(behind)
            || self.document.tokens.get(behind).is_none_or(|t| t.kind == TokenKind::Mark);
        nominative && noun && lacks && !next.meaning.has(Role::Say)
    }
}
