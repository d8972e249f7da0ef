//! Where an aside, what is said, and a condition end: at the comma behind which the clause that they interrupt goes on.

use super::TokenKind;
use super::clause::Opener;
use super::parting::Walk;
use super::verb::{Form, Verb};
use crate::lang::Role;

impl Walk<'_> {
    /// "signed a contract, which runs until 2017, on Monday": at the comma that ends an aside with a time of its own, the clause
    /// with a verb that goes on with another time, the last of the sentence.
    pub(super) fn ends_dated_aside(&self, comma: usize, verbs: &[Verb]) -> Option<usize> {
        let document = self.document;
        let opened = |first: usize| first > 0 && document.is_comma(first - 1);
        if self.open.opener != Opener::Relative || !document.is_comma(comma) || !opened(self.open.first) {
            return None;
        }
        let own = self.open.verbs.iter().rfind(|v| v.form == Form::Finite)?.last as usize;
        let main = self.open.parent.filter(|&p| self.clauses[p].finite().is_some())?;
        let dated = |i: usize| {
            self.names_time(i) || document.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Number)
        };
        let last = !verbs.iter().any(|v| v.first as usize > comma);
        let time = self.roles(comma + 1).has(Role::Preposition) && dated(comma + 2);
        let behind = (comma + 2..self.last).find(|&i| !dated(i)).unwrap_or(self.last);
        let ends = document
            .tokens
            .get(behind)
            .is_none_or(|t| t.kind == TokenKind::Mark && !document.is_comma(behind));
        (last && time && ends && (own..comma).any(dated)).then_some(main)
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
