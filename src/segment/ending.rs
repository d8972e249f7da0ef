//! Where an aside, what is said, and a condition end: at the comma behind which the clause that they interrupt goes on.

use super::TokenKind;
use super::clause::Opener;
use super::parting::{CLOSED, Walk};
use super::verb::{Form, Verb};
use crate::lang::{Role, Roles};

/// What the verb around an aside goes on with behind it.
const PREPOSITIONS: Roles = Roles::of(&[Role::Preposition, Role::To]);

impl Walk<'_> {
    /// "signed a contract, which runs until 2017, on Monday": at the comma that ends an aside with a time of its own, the clause
    /// with a verb that goes on with another time, the last of the sentence.
    pub(super) fn ends_dated_aside(&self, comma: usize, verbs: &[Verb]) -> Option<usize> {
        let document = self.document;
        let opened = |first: usize| first > 0 && document.is_comma(first - 1);
        if self.open.opener != Opener::Relative || !document.is_comma(comma) || !opened(self.open.first) {
            return None;
        }
        let main = self.open.parent.filter(|&p| self.clauses[p].finite().is_some())?;
        let dated = |i: usize| self.is_date(i);
        // "its plant, built in 1961, to Voltek on Monday": a participle has no object, and what follows its comma is none of it.
        let participle = self.open.verbs.first().is_some_and(|v| v.form == Form::Participle);
        if participle && self.roles(comma + 1).any(PREPOSITIONS) && !self.parts_date(comma) {
            return Some(main);
        }
        let own = self.open.verbs.iter().rfind(|v| v.form == Form::Finite)?.last as usize;
        let last = !verbs.iter().any(|v| v.first as usize > comma);
        let time = self.roles(comma + 1).has(Role::Preposition) && dated(comma + 2);
        let behind = (comma + 2..self.last).find(|&i| !dated(i)).unwrap_or(self.last);
        let ends = document
            .tokens
            .get(behind)
            .is_none_or(|t| t.kind == TokenKind::Mark && !document.is_comma(behind));
        (last && time && ends && (own..comma).any(dated)).then_some(main)
    }

    /// "sold its plant, built in 1961, on Monday", "is to release a lander, built in Japan, on Nov. 23": where the comma before a past form
    /// opens an aside of the noun before it, which is what the verb has for its object.
    pub(super) fn opens_aside(&self, verb: &Verb) -> Option<usize> {
        const PASTS: Roles = Roles::of(&[Role::Past, Role::Participle]);
        let document = self.document;
        let first = verb.first as usize;
        let comma = (self.open.first..first).rfind(|&i| !self.roles(i).has(Role::Adverb))?;
        let governing =
            self.open.verbs.last().filter(|v| matches!(v.form, Form::Finite | Form::Infinitive))?;
        // "its plant", "Corbin's bid": a noun with its determiner right before the comma.
        let from = governing.last as usize;
        let plain = |i: usize| {
            document.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Word) && !self.names_time(i)
        };
        let mut phrase = (from..comma).rev().take_while(|&i| plain(i) || self.roles(i).has(Role::Possessive));
        let whose = Roles::of(&[Role::Determiner, Role::Possessive]);
        let noun = |i: usize| {
            let roles = self.roles(i);
            !roles.any(CLOSED) && (roles.has(Role::Noun) || !roles.any(PASTS))
        };
        let object = phrase.clone().next().is_some_and(noun)
            && phrase.find(|&i| self.roles(i).any(whose)).is_some_and(|i| i + 1 < comma);
        let behind = verb.last as usize;
        let bare = self.names_time(behind) || self.roles(behind).has(Role::Preposition);
        let closes = (behind..self.last).find(|&i| document.is_comma(i) && !self.parts_date(i));
        // Without what goes on behind it the aside may as well tell of the subject: "left the army, wounded in 1916".
        let resumed = closes.is_some_and(|comma| {
            self.roles(comma + 1).any(PREPOSITIONS) && (comma + 2..self.last).any(|i| self.is_date(i))
        });
        (document.is_comma(comma) && verb.ambiguous && !governing.copula && object && bare && resumed)
            .then_some(comma)
    }

    /// ", on Monday and fined the firm": the joiner before a verb that goes on with a clause which has its own verb, and was resumed.
    pub(super) fn joins_resumed(&self, verb: &Verb) -> Option<usize> {
        let resumed = self.open.resumes.is_some_and(|n| self.clauses[n].finite().is_some());
        let before =
            (self.open.first + 1..verb.first as usize).rfind(|&i| !self.roles(i).has(Role::Adverb))?;
        (resumed && self.open.verbs.is_empty() && self.roles(before).has(Role::Coordinator)).then_some(before)
    }

    /// Whether a token is of a time or a number.
    fn is_date(&self, i: usize) -> bool {
        self.names_time(i) || self.document.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Number)
    }

    /// "who showed that metals tire, died": the comma right before a verb that goes on with a clause which waits, where what is
    /// said ends there although no verb was found in it.
    pub(super) fn ends_said(&self, verb: &Verb) -> Option<usize> {
        let comma = (verb.first as usize).checked_sub(1).filter(|&c| self.document.is_comma(c))?;
        let one = !(self.open.first..comma).any(|i| self.document.is_comma(i));
        let said = self.open.opener == Opener::Complement && comma > self.open.first + 1;
        (one && said && !self.awaiting.is_empty()).then_some(comma)
    }

    /// "If approved by voters, the tax would", "The tax, if approved, would": the comma behind a condition that is only a participle.
    pub(super) fn ends_condition(&self, verb: &Verb) -> Option<usize> {
        let conditional = matches!(self.open.opener, Opener::If);
        let participle = self.open.verbs.last().filter(|v| v.form == Form::Participle)?;
        let comma = (participle.last as usize..verb.first as usize).rfind(|&i| self.document.is_comma(i));
        comma.filter(|_| conditional)
    }
}
