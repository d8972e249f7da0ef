//! Past forms that look finite and are participles: "the men arrested on Friday were", "the jet built to order", "a plan announced
//! in May and dropped in June".

use super::TokenKind;
use super::parting::{CLOSED, NOUN_PHRASE, Walk};
use super::verb::{Form, Verb};
use crate::lang::{Role, Roles};

/// The most tokens of an object without an article that a participle tells of.
const OBJECT: usize = 4;

impl Walk<'_> {
    /// A past form that another finite verb follows without a new subject was a participle: "the men arrested on Friday were".
    pub(super) fn is_reduced(&self, verb: &Verb, next: &Verb) -> bool {
        let (from, to) = (verb.last as usize, next.first as usize);
        // ", said Boone": the subject of saying may follow.
        let after_comma = verb.first > 0 && self.document.is_comma(verb.first as usize - 1);
        if next.meaning.has(Role::Say) && !after_comma && to > from && self.document.is_comma(to - 1) {
            return false;
        }
        // "The pair married in 2001, divorced in 2009 and remarried last year": each is what they did.
        if !after_comma
            && next.ambiguous
            && to > from
            && self.document.is_comma(to - 1)
            && self.is_listed(next)
        {
            return false;
        }
        // "won only two of the next eleven"
        let behind = (from..to)
            .find(|&i| !self.roles(i).any(Roles::of(&[Role::Adverb, Role::Focus, Role::Particle])))
            .unwrap_or(from);
        let object = self.roles(behind).any(NOUN_PHRASE)
            || self.document.tokens.get(behind).is_some_and(|t| t.kind == TokenKind::Number)
            || self.is_quantity(behind)
                && (behind > from || !self.document.is_time_word(behind + 1, self.language));
        let comma = (from..to).rev().find(|&i| self.document.is_comma(i));
        // "Reis, an economist, said a cut was unlikely"
        if verb.meaning.has(Role::Say) && self.roles(from).has(Role::Determiner) && comma.is_none() {
            return false;
        }
        // "entered safe mode on Monday, recovered and went quiet": what no comma opens none closes.
        let listed = comma.is_some_and(|c| c + 1 == to && next.ambiguous && !after_comma)
            && (from..to).filter(|&i| self.document.is_comma(i)).count() == 1;
        let conjunction = listed || (from..to).any(|i| self.roles(i).has(Role::Coordinator));
        let subject = self.subject_start(next, from);
        let phrase = subject > from && self.roles(subject - 1).has(Role::Preposition);
        // "polled two weeks ago had"
        let bare = !self.has_subject(subject, next);
        let resumed = comma.map_or(bare || phrase, |c| !self.has_subject(c, next));
        (!object || after_comma) && !conjunction && resumed && from < to
            || self.leads_phrase(verb)
            || self.is_adjective(verb, to)
    }

    /// Whether a joiner and another past form end the list that a verb stands in, with no verb between.
    fn is_listed(&self, verb: &Verb) -> bool {
        let past = Roles::of(&[Role::Past, Role::Participle]);
        let stops = |i: usize| self.document.is_comma(i) || self.roles(i).any(CLOSED.union(past));
        let Some(joiner) = (verb.last as usize..self.last).find(|&i| {
            self.roles(i).has(Role::Coordinator)
                || stops(i) && !self.roles(i).any(Roles::of(&[Role::Preposition, Role::Determiner]))
        }) else {
            return false;
        };
        self.roles(joiner).has(Role::Coordinator) && self.roles(joiner + 1).any(past)
    }

    /// "In a suit filed in 2018, she was": the noun before the verb hangs on the preposition that opens the sentence.
    fn leads_phrase(&self, verb: &Verb) -> bool {
        let first = self.open.first;
        let roles = self.roles(first);
        let opens = first == self.first && roles.has(Role::Preposition) && !roles.has(Role::Linker);
        let plain = |i: usize| {
            self.document.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Word)
                && !self.roles(i).any(CLOSED)
                && !self.document.is_time_word(i, self.language)
        };
        // "Under the deal, signed in May, the bank": the comma opens an aside, and another closes it.
        let behind = verb.first as usize;
        let aside = usize::from(behind > first && self.document.is_comma(behind - 1));
        let closed = (behind..self.last).any(|i| self.document.is_comma(i));
        let noun = first + 2..behind - aside;
        opens
            && (aside == 0 || closed)
            && self.roles(first + 1).has(Role::Determiner)
            && !noun.is_empty()
            && noun.into_iter().all(plain)
    }

    /// A past form that opens the subject of the verb at `to`: "and retired judge Ines Boone was appointed".
    fn is_adjective(&self, verb: &Verb, to: usize) -> bool {
        let (first, from) = (verb.first as usize, verb.last as usize);
        let opens = first == self.open.first
            || self.roles(first - 1).has(Role::Coordinator)
            || self.document.is_comma(first - 1);
        // "and said prices were": what is said has a verb of its own.
        let reports = verb.meaning.any(Roles::of(&[Role::Say, Role::Promise]));
        let plain = |i: usize| {
            self.document.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Word)
                && !self.document.is_time_word(i, self.language)
                && !self.roles(i).any(CLOSED)
        };
        let named = self.roles(from).any(Roles::of(&[Role::Person, Role::Many]))
            || self.document.is_plural(from, self.language);
        opens && !reports && named && from < to && (from..to).all(plain)
    }

    /// A past form behind a preposition's noun, and before a time or a phrase, describes it: "said in a statement published
    /// on Tuesday".
    pub(super) fn is_described(&self, earlier: usize, verb: &Verb) -> bool {
        let first = verb.first as usize;
        let behind = self.open.verbs.last().map_or(first, |v| v.last as usize);
        // "shot dead a man armed with a knife"
        let from = behind + usize::from(behind < first && self.roles(behind).has(Role::Particle));
        let start = self.subject_start(verb, from);
        // "delivered the jet built to order"
        let governing = &self.open.verbs[earlier];
        let object = start == from
            && governing.last as usize == behind
            && !governing.copula
            && (!governing.meaning.any(Roles::of(&[Role::Say, Role::Promise, Role::Plan]))
                // "denied a report published on Sunday"
                || governing.meaning.has(Role::Deny) && self.roles(start).has(Role::Indefinite));
        let led = start > from && self.roles(start - 1).has(Role::Preposition);
        let phrase = (object || led) && self.roles(start).has(Role::Determiner)
            // "with 94% of votes counted early on Monday"
            || led && self.is_counted_from(start, first);
        // "did not respond to messages left on Monday", "did not return calls made Monday"
        let to = usize::from(start == from && self.roles(from).has(Role::To));
        let several = start + to + 1 == first && self.document.is_plural(start + to, self.language);
        let phrase = phrase || (object || to > 0) && several && !self.roles(start + to).any(CLOSED);
        // "used anti-terrorism laws passed in 2001"
        let plain = |i: usize| {
            let word = self.document.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Word);
            (word || self.document.is(i, "-")) && !self.roles(i).any(CLOSED)
        };
        let kind = object
            && first > start + 1
            && first - start <= OBJECT
            && self.document.is_plural(first - 1, self.language);
        let phrase = phrase
            || kind && (start..first).all(plain) && self.roles(verb.last as usize).has(Role::Preposition);
        let named = (start..first).any(|i| self.document.tokens.get(i).is_some_and(|t| t.capital));
        let behind = verb.last as usize;
        // "March" is a time by its capital.
        let token = self.document.tokens.get(behind);
        let month = token.is_some_and(|t| t.capital && !self.language.lexicon.readings(t.word).is_empty());
        // "for a trooper named Flavius", "a boat called Teal"
        let behind = if self.roles(behind).has(Role::Focus) { behind + 1 } else { behind };
        let placed = token.is_some_and(|t| t.capital && t.kind == TokenKind::Word)
            || self.roles(behind).has(Role::Preposition)
            || object && self.roles(behind).has(Role::To)
            || month
            || self.document.is_time_word(behind, self.language);
        verb.ambiguous && phrase && !named && placed && verb.last - verb.first == 1
    }

    /// Whether several are counted or named from a token to a verb: "94% of votes", "two men".
    fn is_counted_from(&self, start: usize, verb: usize) -> bool {
        let number = |i: usize| {
            self.is_quantity(i) || self.document.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Number)
        };
        let one =
            |i: usize| !self.roles(i).has(Role::Coordinator) && !self.document.is_time_word(i, self.language);
        start + 1 < verb
            && number(start)
            && (start..verb).all(|i| one(i) || self.is_quantity(i))
            && self.document.is_plural(verb - 1, self.language)
    }

    /// "a plan announced in May and dropped two months later", "Founded in 1898, sold in 1950 and closed in 1980, the mill": it
    /// goes on with the participle, not with a verb before that.
    pub(super) fn is_joined_participle(&self, verb: &Verb) -> bool {
        let first = verb.first as usize;
        let joined = first > self.open.first && self.roles(first - 1).has(Role::Coordinator);
        let mut verbs = self.open.verbs.iter();
        let opens =
            verbs.next().is_some_and(|v| v.form == Form::Participle && v.first as usize == self.first)
                && verbs.all(|v| v.form == Form::Participle);
        let listed = joined || first > 0 && self.document.is_comma(first - 1);
        if opens && listed && verb.ambiguous && !verb.meaning.has(Role::Say) {
            return true;
        }
        let behind = verb.last as usize;
        let object = self.roles(behind).any(NOUN_PHRASE)
            || self.document.tokens.get(behind).is_some_and(|t| t.capital);
        let participle = self.open.verbs.last().filter(|v| v.form == Form::Participle);
        let described = participle.is_some_and(|v| v.first as usize > self.open.first && v.last < verb.first);
        verb.ambiguous && joined && described && !object
    }

    /// "engineers hired by the council": who did it stands behind the participle, and the verb is still to come.
    pub(super) fn is_done_by(&self, earlier: usize) -> bool {
        let verb = &self.open.verbs[earlier];
        let by = Roles::of(&[Role::Byline, Role::Preposition]);
        verb.ambiguous && self.roles(verb.last as usize).common(by) == by
    }

    /// "raising to 14 the number of people killed": what a gerund opens has no subject that a verb could go with.
    pub(super) fn is_object_of_gerund(&self, verb: &Verb) -> bool {
        let opens = self.open.verbs.last().is_some_and(|v| {
            let behind = v.last as usize..verb.first as usize;
            v.form == Form::Gerund
                && v.first > 0
                // "of infringing three patents granted in 1998"
                && (self.document.is_comma(v.first as usize - 1)
                    || self.roles(v.first as usize - 1).has(Role::Preposition))
                && !behind.into_iter().any(|i| self.document.is_comma(i))
        });
        let first = verb.first as usize;
        let object = self.roles(verb.last as usize).any(NOUN_PHRASE) || self.is_quantity(verb.last as usize);
        let described = first > self.open.first && !self.document.is_comma(first - 1);
        opens && verb.ambiguous && described && !object && !verb.meaning.has(Role::Say)
    }

    /// "blew up what was left": the second verb tells of what the first one's object is.
    pub(super) fn is_fused(&self, verb: &Verb, next: &Verb) -> bool {
        let from = verb.last as usize;
        let fused = Roles::of(&[Role::Pronoun, Role::Noun]);
        let subject = (from..next.first as usize).find(|&i| !self.roles(i).has(Role::Particle));
        !verb.meaning.has(Role::Say) && subject.is_some_and(|i| self.roles(i).common(fused) == fused)
    }
}
