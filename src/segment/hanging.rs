//! Verbs that hang on the one before: infinitives, gerunds and what was demanded take their tense from it.

use super::TokenKind;
use super::verb::{BEFORE_NOUNS, Form, PASTS, Scan, Verb};
use crate::expression::{Relation, Tense};
use crate::lang::relations::Connective;
use crate::lang::{Role, Roles};

/// What lies ahead, or what is said, on which an infinitive hangs.
const AHEAD: Roles = Roles::of(&[Role::Plan, Role::Promise, Role::Threat, Role::Say]);

impl Scan<'_> {
    /// Whether the word before a token says that something follows: "after", "since".
    fn is_behind_after(&self, i: usize) -> bool {
        let Some(before) = i.checked_sub(1).filter(|&b| b >= self.first) else { return false };
        let word = self.document.tokens[before].word;
        let after =
            |c: &Connective| c.words.len() == 1 && matches!(c.relation, Relation::After | Relation::Since);
        self.language.relations.connectives(word).iter().any(after)
    }

    /// Whether a number or several of something stand right behind a word: "cut 240 jobs", "hit records".
    pub(super) fn has_object(&self, i: usize) -> bool {
        let number = self.document.tokens.get(i + 1).is_some_and(|t| t.kind == TokenKind::Number);
        let several = self.is_word(i + 1) && self.document.is_plural(i + 1, self.language);
        (number || several && !self.roles(i + 1).any(Roles::FUNCTION)) && !self.tells_time(i + 1)
    }

    /// Whether a past form that is no noun stands before a word of the sentence.
    pub(super) fn has_verb_before(&self, i: usize) -> bool {
        (self.first..i).any(|k| self.roles(k).has(Role::Past) && !self.roles(k).has(Role::Noun))
    }

    /// Whether a form that goes with no subject here stands behind a joiner.
    fn is_joined_base(&self, verb: &Verb) -> bool {
        let head = self.roles(verb.head as usize);
        // "to break ground in May and finish by June": a noun has its own preposition seldom.
        let noun = head.has(Role::Noun)
            && !(self.roles(verb.last as usize).any(BEFORE_NOUNS) && self.tells_time(verb.last as usize + 1)
                || self.roles(verb.last as usize).has(Role::TimeLead));
        let base = verb.first == verb.head
            && head.has(Role::Base)
            && !noun
            && !head.any(PASTS.union(Roles::of(&[Role::Present, Role::Say])));
        let joined = self.before(verb.first as usize).is_some_and(|b| self.roles(b).has(Role::Coordinator));
        verb.form == Form::Finite && base && joined
    }

    /// "having resigned"
    pub(super) fn is_perfect(&self, verb: &Verb) -> bool {
        verb.last > verb.first + 1 && self.roles(verb.first as usize).has(Role::Have)
    }

    /// "is charged with", "is accused of": what follows is told of the past, but not what one "is in favour of" or "is urged to".
    fn is_charge(&self, verb: &Verb) -> bool {
        let plans = Roles::of(&[Role::Plan, Role::Promise, Role::Threat]);
        let said = verb.meaning.has(Role::Say) && !self.roles(verb.head as usize).has(Role::Participle);
        self.roles(verb.first as usize).has(Role::Be)
            && verb.last > verb.first + 1
            && !verb.progressive
            && !said
            && !verb.meaning.any(plans)
    }

    /// Whether a base form goes on behind the auxiliary of the verb before it.
    fn is_carried(&self, verb: &Verb, previous: &Verb) -> bool {
        let head = self.roles(verb.head as usize);
        let base = verb.first == verb.head
            && head.has(Role::Base)
            && !head.any(PASTS.union(Roles::of(&[Role::Present])));
        let led = self.roles(previous.first as usize).any(Roles::of(&[Role::Will, Role::Modal]));
        let joined = self.before(verb.first as usize).is_some_and(|b| self.roles(b).has(Role::Coordinator));
        verb.form == Form::Finite && base && led && joined
    }

    /// "demanded that he resign", "ordered that it be closed": a base form in what was asked for is a verb, and lies ahead.
    pub(super) fn demand(&self, verb: &mut Verb, previous: Option<&Verb>) {
        let asked = Roles::of(&[Role::Promise, Role::Threat, Role::Plan]);
        let that = Roles::of(&[Role::Subordinator, Role::Determiner]);
        let head = self.roles(verb.head as usize);
        let base = verb.first == verb.head
            && (head.has(Role::Base) || head.has(Role::Be) && verb.form == Form::Gerund)
            && !head.any(PASTS.union(Roles::of(&[Role::Present, Role::Gerund])));
        let asks = |p: &Verb| {
            let content = p.last as usize..verb.first as usize;
            p.form == Form::Finite
                && p.meaning.any(asked)
                && content.into_iter().any(|k| self.roles(k).common(that) == that)
        };
        if !base || !previous.is_some_and(asks) {
            return;
        }
        (verb.form, verb.tense) = (Form::Finite, Tense::Future);
        if head.has(Role::Be) && self.roles(verb.last as usize).has(Role::Participle) {
            verb.head = verb.last;
            verb.last += 1;
            verb.meaning = self.roles(verb.head as usize).common(Roles::MEANING);
        }
    }

    /// Gives infinitives and gerunds the tense that what they hang on calls for.
    pub(super) fn settle(&self, verb: &mut Verb, verbs: &[Verb]) {
        let previous = verbs.last();
        // "rose to meet a corner and send the fans": so does "to".
        if let Some(to) = previous.filter(|p| p.form == Form::Infinitive && self.is_joined_base(verb)) {
            (verb.form, verb.tense, verb.under) = (Form::Infinitive, to.tense, to.under);
            return;
        }
        // "would fund it and suspend the rest": the auxiliary holds for both.
        if let Some(led) = previous.filter(|p| p.form == Form::Finite && self.is_carried(verb, p)) {
            (verb.tense, verb.modal) = (led.tense, led.modal);
        }
        if !matches!(verb.form, Form::Infinitive | Form::Gerund) {
            return;
        }
        let before = (verb.first as usize).checked_sub(1).map_or(Roles::NONE, |b| self.roles(b));
        let governor = before.union(previous.map_or(Roles::NONE, |p| p.meaning.union(p.under)));
        verb.under = governor.common(Roles::MEANING);
        // "voted to protect it, with the vanguard arriving Tuesday": what stands beside the main clause goes with its verb.
        let beside = |p: &Verb| {
            let mut between = p.last as usize..verb.first as usize;
            let comma = between.rfind(|&i| self.document.is_comma(i));
            verb.form == Form::Gerund && comma.is_some_and(|i| self.roles(i + 1).has(Role::Preposition))
        };
        let main = || verbs.iter().rfind(|v| v.form == Form::Finite);
        let tense =
            previous.and_then(|p| if beside(p) { main() } else { Some(p) }).map_or(Tense::None, |p| p.tense);
        let comma = (verb.first as usize).checked_sub(1).is_some_and(|i| self.document.is_comma(i));
        let aside = comma && previous.is_some_and(|p| p.ambiguous || p.form == Form::Participle);
        // "had been due to end": a plan that has passed.
        let perfect = |p: &Verb| self.roles(p.first as usize).has(Role::Have);
        let passed = |p: &Verb| p.meaning.has(Role::Plan) && p.tense == Tense::Past && perfect(p);
        // "had promised to finish by June": the text may tell of it long after; but "said they had agreed to meet on Monday".
        let said = |v: &Verb| v.form == Form::Finite && v.tense == Tense::Past && v.meaning.has(Role::Say);
        let is_said = verbs.iter().rev().nth(1).is_some_and(said);
        let promised = |p: &Verb| {
            let pluperfect = perfect(p) && self.roles(p.first as usize).has(Role::Past);
            pluperfect && !is_said && p.meaning.any(Roles::of(&[Role::Promise, Role::Threat]))
        };
        let told = |p: &Verb| {
            let passive = self.roles(p.first as usize).has(Role::Be) && p.last > p.first + 1;
            passive && p.tense == Tense::Past && p.meaning.has(Role::Promise) && !p.meaning.has(Role::Plan)
        };
        verb.tense = match verb.form {
            // "threatened to cut", "a plan to meet", but "flew in to meet" happened; "a bridge, closed since May, to reopen in June".
            Form::Infinitive if aside => Tense::Future,
            Form::Infinitive if previous.is_some_and(passed) => Tense::Past,
            Form::Infinitive if previous.is_some_and(promised) => Tense::None,
            // "were told to leave on Thursday": when they were told.
            Form::Infinitive if previous.is_some_and(told) => Tense::Past,
            // "alleged to have been committed in March", "is said to have left"
            Form::Infinitive
                if self.roles(verb.first as usize + 1).has(Role::Have)
                    && verb.last > verb.first + 2
                    && !governor.any(Roles::of(&[Role::Plan, Role::Promise, Role::Threat])) =>
            {
                Tense::Past
            }
            Form::Infinitive if governor.any(AHEAD) || tense != Tense::Past => Tense::Future,
            // "Having resigned in January, he now teaches"
            Form::Gerund if self.is_perfect(verb) => Tense::Past,
            // "They will start on minus six points after going into administration": what comes first is over.
            Form::Gerund if self.is_behind_after(verb.first as usize) => Tense::Past,
            // "is charged with murdering his wife on 4 May": of what he did.
            Form::Gerund
                if tense == Tense::Present
                    && before.has(Role::Preposition)
                    && (!before.has(Role::TimeLead) || before.has(Role::Genitive))
                    && previous.is_some_and(|p| self.is_charge(p)) =>
            {
                Tense::Past
            }
            _ => tense,
        };
    }
}
