//! Verb groups that an auxiliary or "to" starts: "will not have been told", "is expected", "to meet".

use super::TokenKind;
use super::verb::{Form, PASTS, Scan, Verb};
use crate::expression::Tense;
use crate::lang::{Role, Roles};

/// Words that may stand inside a group.
const SKIPPED: Roles = Roles::of(&[Role::Adverb, Role::Negation]);
/// Auxiliaries that an infinitive follows.
const BEFORE_BASES: Roles = Roles::of(&[Role::Will, Role::Modal, Role::To, Role::Do]);

/// How far before its auxiliary a negation may lead a subject.
const LEAD: usize = 8;

impl Scan<'_> {
    /// The infinitive behind "to".
    pub(super) fn infinitive(&self, i: usize) -> Option<Verb> {
        let group = self.group(i)?;
        (group.head as usize > i).then_some(Verb { form: Form::Infinitive, tense: Tense::Future, ..group })
    }

    /// The group that an auxiliary (or "to") starts.
    pub(super) fn group(&self, i: usize) -> Option<Verb> {
        let first = self.roles(i);
        let before = i.checked_sub(1).map_or(Roles::NONE, |b| self.roles(b));
        let clitic = self.document.word(i).starts_with(['\'', '’']);
        if clitic && !before.any(Roles::of(&[Role::Pronoun, Role::Relative, Role::Demonstrative])) {
            return None;
        }
        // "his will", "the may": nouns.
        let noun = before.any(Roles::of(&[Role::Determiner, Role::Possessive]))
            && !before.any(Roles::of(&[Role::Subordinator, Role::Pronoun]));
        if noun && first.any(Roles::of(&[Role::Will, Role::Modal])) {
            return None;
        }
        // "I'd seen": "had", not "would".
        let behind =
            (i + 1..self.last).find(|&k| !self.roles(k).any(SKIPPED)).map_or(Roles::NONE, |k| self.roles(k));
        let had = clitic && first.has(Role::Modal) && behind.has(Role::Participle) && !behind.has(Role::Base);
        let first = if had { Roles::of(&[Role::Have, Role::Past]) } else { first };
        let finite = first.any(Roles::of(&[Role::Will, Role::Modal, Role::Past, Role::Present, Role::To]));
        if !finite {
            let form = if first.has(Role::Participle) { Form::Participle } else { Form::Gerund };
            let verb = self.single(i, form, Tense::None);
            // "having won"
            if first.has(Role::Have) && self.roles(i + 1).any(PASTS) && i + 1 < self.last {
                return Some(Verb { head: i as u32 + 1, last: i as u32 + 2, tense: Tense::Past, ..verb });
            }
            return Some(verb);
        }
        let mut verb = self.single(i, Form::Finite, Tense::None);
        verb.negated |= first.has(Role::Negation);
        verb.modal = first.has(Role::Modal);
        verb.copula = first.has(Role::Be);
        let ahead = first.any(Roles::of(&[Role::Will, Role::To]));
        Some(Group { scan: self, verb, auxiliary: first, perfect: false, passive: false, ahead }.complete(i))
    }

    /// The token behind a preposition at `i` and a short time; `i` where none starts there.
    fn time_behind(&self, i: usize) -> usize {
        const SHORT: usize = 4;
        if !(self.roles(i).has(Role::Preposition) && self.roles(i).has(Role::TimeLead)) {
            return i;
        }
        let number = |k: usize| {
            self.document.tokens.get(k).is_some_and(|t| k < self.last && t.kind == TokenKind::Number)
        };
        let year = number(i + 1) && self.document.tokens.get(i + 1).is_some_and(|t| t.end - t.start == 4);
        if !(self.tells_time(i + 1) && self.is_capital(i + 1) || year) {
            return i;
        }
        (i + 1..i + 1 + SHORT)
            .find(|&k| !(number(k) || self.tells_time(k) && self.is_capital(k)))
            .unwrap_or(i)
    }

    /// Whether a token is a mark that opens a quote.
    fn opens_quote(&self, i: usize) -> bool {
        let glued = self.document.tokens.get(i + 1).is_some_and(|t| t.glued && t.kind == TokenKind::Word);
        glued && i + 1 < self.last && matches!(self.document.word(i), "“" | "\"" | "`")
    }

    pub(super) fn is_base(&self, i: usize) -> bool {
        self.is_word(i) && self.roles(i).has(Role::Base) && (!self.is_capital(i) || self.is_titled())
    }
}

/// A group under reading.
struct Group<'a> {
    scan: &'a Scan<'a>,
    verb: Verb,
    /// The auxiliary that asks for what comes next.
    auxiliary: Roles,
    perfect: bool,
    passive: bool,
    /// It tells of the future: "will", "is to", "has to".
    ahead: bool,
}

impl Group<'_> {
    /// Reads on from the auxiliary at `i` to the word that carries the meaning.
    fn complete(mut self, i: usize) -> Verb {
        let first = self.auxiliary;
        let mut next = i + 1;
        // "Will he resign?"
        let asks = !first.has(Role::To) && !self.scan.is_word(i.wrapping_sub(1));
        if asks && self.scan.roles(next).has(Role::Pronoun) {
            next += 1;
        }
        while next < self.scan.last {
            let mut negated = false;
            // "without" denies what follows it, not the verb before it.
            while self.scan.roles(next).any(SKIPPED)
                && !self.scan.roles(next).any(PASTS.union(Roles::of(&[Role::Preposition])))
            {
                negated |= self.scan.roles(next).has(Role::Negation);
                next += 1;
            }
            self.verb.negated |= negated;
            if self.scan.is_prefixed(next + 2) {
                next += 2;
            }
            // "will next appear", "was Thursday sentenced": the verb follows its time; but "to a request" has none.
            let taken = self.verb.last;
            let mut goes_on = self.step(next);
            let article = self.scan.roles(next).has(Role::Determiner);
            if self.verb.last == taken && self.scan.tells_time(next) && !article {
                next += 1;
                goes_on = self.step(next);
            }
            // "had on Monday vetoed", "was in 2023 crowned"
            let inserted = self.scan.time_behind(next);
            if self.verb.last == taken && inserted > next {
                next = inserted;
                goes_on = self.step(next);
            }
            // had "lied to every nurse"
            if self.verb.last == taken && self.scan.opens_quote(next) {
                let quoted = (next + 1..self.scan.last).find(|&k| !self.scan.roles(k).any(SKIPPED));
                goes_on = quoted.is_some_and(|quoted| self.step(quoted));
            }
            if !goes_on {
                break;
            }
            next = self.verb.last as usize;
        }
        let head = self.verb.head as usize;
        if head != i {
            self.verb.meaning = self.scan.roles(head).common(Roles::MEANING);
        }
        // "was set on Monday": what has a base like it plans only with what it is for.
        let aimed = |i: usize| self.scan.roles(i).any(Roles::of(&[Role::To, Role::Purpose]));
        let sets = self.scan.roles(head).has(Role::Base) && head != i && !aimed(self.verb.last as usize);
        let planned = self.verb.meaning.has(Role::Plan) && (self.passive || self.verb.progressive) && !sets;
        self.verb.tense = match () {
            // "had been scheduled": a plan that has passed; "could not be reached" tells what was tried.
            () if self.perfect && first.has(Role::Past) => Tense::Past,
            () if self.ahead || planned => Tense::Future,
            () if self.perfect => Tense::Past,
            () if self.verb.modal && first.has(Role::Able) && self.is_denied(i) => Tense::Past,
            () if self.verb.modal => Tense::Future,
            () if first.has(Role::Past) => Tense::Past,
            () => Tense::Present,
        };
        // "was to have started": a plan that has passed.
        if self.perfect && self.ahead && first.has(Role::Past) {
            self.verb.under = Roles::of(&[Role::Plan]);
        }
        self.verb
    }

    /// Whether the group itself, or what leads its subject, is a negation: "neither he nor she could be reached".
    fn is_denied(&self, i: usize) -> bool {
        let near = i.saturating_sub(LEAD)..i;
        self.verb.negated || near.rev().any(|k| self.scan.roles(k).has(Role::Negation))
    }

    fn take(&mut self, head: usize) {
        (self.verb.head, self.verb.last) = (head as u32, head as u32 + 1);
        self.verb.copula = self.scan.roles(head).has(Role::Be);
    }

    /// Takes the word at `next` in, where the auxiliary asks for it; whether the group goes on behind it.
    fn step(&mut self, next: usize) -> bool {
        if self.auxiliary.any(BEFORE_BASES) {
            self.behind_modal(next)
        } else if self.auxiliary.has(Role::Have) {
            self.behind_have(next)
        } else {
            self.behind_be(next)
        }
    }

    /// "will **meet**", "could **have** met", "to **be** held"; behind "will" and "would" also a word that no list knows
    /// ("would **table** a motion").
    fn behind_modal(&mut self, next: usize) -> bool {
        let modal = self.auxiliary.any(Roles::of(&[Role::Will, Role::Modal]));
        let plain = modal
            && self.scan.is_word(next)
            && self.scan.roles(next) == Roles::NONE
            && !self.scan.is_capital(next)
            && !self.scan.tells_time(next);
        if !plain && !self.scan.is_base(next) {
            return false;
        }
        let roles = self.scan.roles(next);
        self.take(next);
        self.auxiliary = roles;
        roles.any(Roles::of(&[Role::Have, Role::Be]))
    }

    /// "has **met**", "had **been** held", "has **to meet**".
    fn behind_have(&mut self, next: usize) -> bool {
        let roles = self.scan.roles(next);
        if roles.any(PASTS) {
            self.take(next);
            (self.perfect, self.auxiliary) = (true, roles);
            return roles.has(Role::Be);
        }
        self.infinitive_behind(next)
    }

    /// "is **meeting**", "was **held**", "is **being** held", "is **due**", "is **to meet**".
    fn behind_be(&mut self, next: usize) -> bool {
        let roles = self.scan.roles(next);
        if roles.has(Role::Gerund) {
            self.verb.progressive = true;
            self.take(next);
            return roles.has(Role::Be);
        }
        // "a cut is likely."
        let likely =
            roles.has(Role::Plan) && (self.scan.points_ahead(next + 1) || !self.scan.is_word(next + 1));
        if roles.any(PASTS) || likely {
            self.passive = true;
            self.take(next);
            return false;
        }
        self.infinitive_behind(next)
    }

    /// "to" and an infinitive: what is to happen.
    fn infinitive_behind(&mut self, next: usize) -> bool {
        if self.scan.roles(next).has(Role::To) && self.scan.is_base(next + 1) {
            // "had to close": it did.
            let had = Roles::of(&[Role::Have, Role::Past]);
            self.ahead = self.auxiliary.common(had) != had;
            self.take(next + 1);
            // "is to be launched"
            self.auxiliary = self.scan.roles(next + 1);
            return self.auxiliary.any(Roles::of(&[Role::Have, Role::Be]));
        }
        false
    }
}
