//! The passive that joined participles share: "was arrested in May and released in June".
//!
//! A past form and a participle mostly look alike, so "released" may be what somebody did. It is done to the subject where the verb
//! before it is passive, nothing stands behind that it could be done to, and it is no verb that goes without an object ("resigned").

use super::site::{Site, Target};
use crate::lang::{Role, Roles};
use crate::segment::{Form, Verb};
use std::ops::Range;

/// Words that an object starts with.
const OBJECTS: Roles = Roles::of(&[Role::Determiner, Role::Pronoun, Role::Possessive]);

impl Site<'_> {
    /// The auxiliaries of the passive that a joined participle shares with the verb before it: "was", "has been".
    pub(super) fn shared_passive(&self, target: Target) -> Option<Range<usize>> {
        let Target::Verb { clause, verb } = target else { return None };
        let mut at = (clause, verb);
        // "was built in 1911, bombed in 1944 and rebuilt": each shares it with the one before.
        for _ in 0..self.clauses.len() + self.clauses.get(clause)?.verbs.len() {
            let joined = &self.clauses.get(at.0)?.verbs[at.1];
            if !self.is_joined(at.0, joined) || !self.is_done_to(joined) {
                return None;
            }
            at = self.verb_before(at)?;
            let before = &self.clauses[at.0].verbs[at.1];
            if let Some(auxiliaries) = self.passive(before) {
                return Some(auxiliaries);
            }
        }
        None
    }

    /// The auxiliaries of a verb, where it is passive.
    fn passive(&self, verb: &Verb) -> Option<Range<usize>> {
        let (first, head) = (verb.first as usize, verb.head as usize);
        let roles = |i: usize| self.reader.roles(i);
        let be = (first..head).rfind(|&i| roles(i).has(Role::Be))?;
        (roles(head).has(Role::Participle) && !verb.negated).then_some(first..be + 1)
    }

    /// The verb before another one in its clause, or that of the clause which its own goes on with.
    fn verb_before(&self, (clause, verb): (usize, usize)) -> Option<(usize, usize)> {
        if let Some(before) = verb.checked_sub(1) {
            return Some((clause, before));
        }
        let parent = self.clauses.get(clause)?.parent.or(clause.checked_sub(1)).filter(|&p| p < clause)?;
        let verbs = &self.clauses[parent].verbs;
        let finite = verbs.iter().rposition(|v| matches!(v.form, Form::Finite | Form::Participle))?;
        Some((parent, finite))
    }

    /// Whether nothing but a joiner, a comma and adverbs stands before a verb, so that it shares the subject of another.
    fn is_joined(&self, clause: usize, verb: &Verb) -> bool {
        let first = self.clauses[clause].first as usize;
        let mut before = (first.saturating_sub(1)..verb.first as usize).rev();
        let led = before.find(|&i| !self.reader.roles(i).any(Roles::of(&[Role::Adverb, Role::Superlative])));
        led.is_some_and(|i| self.reader.roles(i).has(Role::Coordinator) || self.reader.document.is_comma(i))
    }

    /// Whether a form may be a participle that tells what is done to the subject.
    fn is_done_to(&self, verb: &Verb) -> bool {
        let reader = self.reader;
        let (head, behind) = (verb.head as usize, verb.last as usize);
        let roles = reader.roles(head);
        let bare = verb.first == verb.head && (verb.ambiguous || verb.form == Form::Participle);
        if !bare || !roles.has(Role::Participle) {
            return false;
        }
        let by = Roles::of(&[Role::Byline, Role::Preposition]);
        if !roles.has(Role::Past) || reader.roles(behind).common(by) == by {
            return true;
        }
        let timed = reader.is_length(behind);
        let object = reader.roles(behind).any(OBJECTS)
            || reader.is_of_amount(behind)
            || reader.is_word(behind)
                && !reader.roles(behind).any(Roles::FUNCTION.union(Roles::of(&[Role::Adverb, Role::To])));
        let alone = reader.language.senses.goes_alone(reader.root(head));
        !alone && !verb.meaning.has(Role::Say) && (timed || !object)
    }
}
