//! Verb groups: "will not have been told", "plans", "to meet".
//!
//! A group is an auxiliary with what depends on it, or one word whose form, neighbours and capital say that it is a verb.
//! There is no tagger: roles from the lexicon, endings, and the word before and behind decide.

use super::{Document, Sentence, Token, TokenKind};
use crate::expression::Tense;
use crate::lang::{Language, Role, Roles};
use smallvec::SmallVec;
use std::cell::OnceCell;

/// A verb with its auxiliaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Verb {
    /// Index of the group's first token.
    pub(crate) first: u32,
    /// Index after its last token.
    pub(crate) last: u32,
    /// Index of the word that carries the meaning.
    pub(crate) head: u32,
    /// What the group can stand for.
    pub(crate) form: Form,
    /// Its tense as it steers time: plans and modals are the future, perfects the past.
    pub(crate) tense: Tense,
    /// A past form that may be a participle, after all.
    pub(crate) ambiguous: bool,
    /// With "not", "never", …
    pub(crate) negated: bool,
    /// With "would", "could", "may", …
    pub(crate) modal: bool,
    /// "is meeting".
    pub(crate) progressive: bool,
    /// A form of "be" alone: "is", "were".
    pub(crate) copula: bool,
    /// What the head means, as far as roles tell: it reports, plans, promises, threatens, denies.
    pub(crate) meaning: Roles,
    /// What the verb or noun that an infinitive hangs on means; a plan, of what "was to have" happened.
    pub(crate) under: Roles,
}

/// The form of a verb group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) enum Form {
    /// Can carry a clause: "met", "will meet".
    Finite,
    /// "to meet".
    Infinitive,
    /// "set for Friday", "taken".
    Participle,
    /// "meeting".
    Gerund,
}

/// The verb groups of a sentence, in order.
pub(super) fn verbs(
    document: &Document<'_>,
    sentence: &Sentence,
    language: &Language,
) -> SmallVec<[Verb; 8]> {
    let (first, last) = (sentence.body as usize, sentence.last as usize);
    let tokens = document.tokens.get(first..last).unwrap_or_default();
    let scan = Scan { document, language, tokens, first, last, titled: OnceCell::new() };
    let mut verbs: SmallVec<[Verb; 8]> = SmallVec::new();
    let mut i = first;
    // Most words are no verb, and nothing else need be asked of them.
    while let Some(ahead) =
        scan.tokens.get(i - first..).and_then(|t| t.iter().position(|t| t.roles.any(VERBAL)))
    {
        i += ahead;
        match scan.verb(i).filter(|_| !scan.is_no_verb(i, verbs.last())) {
            Some(mut verb) => {
                scan.demand(&mut verb, verbs.last());
                i = verb.last as usize;
                scan.settle(&mut verb, &verbs);
                verbs.push(verb);
            }
            None => i += 1,
        }
    }
    // A leading gerund or participle takes the tense of the verb that it leads to.
    let lead = verbs.iter().find(|v| v.form == Form::Finite).map(|v| v.tense);
    for verb in verbs.iter_mut().take_while(|v| v.form == Form::Gerund && !scan.is_perfect(v)) {
        verb.tense = lead.unwrap_or(verb.tense);
    }
    verbs
}

/// Words after which a past form is an adjective, and a form that may be a noun is one.
pub(super) const BEFORE_NOUNS: Roles = Roles::of(&[Role::Determiner, Role::Possessive, Role::Preposition]);
/// Words that an object or a complement starts with: behind a word, they speak for a verb.
pub(super) const OBJECTS: Roles = Roles::of(&[Role::Determiner, Role::Pronoun, Role::To]);
const SUBORDINATORS: Roles = Roles::of(&[Role::Subordinator, Role::Linker, Role::If]);
pub(super) const AUXILIARIES: Roles = Roles::of(&[Role::Will, Role::Modal, Role::Be, Role::Have, Role::Do]);
pub(super) const PASTS: Roles = Roles::of(&[Role::Past, Role::Participle]);
/// What a word that starts a verb group plays, one at least.
const VERBAL: Roles = AUXILIARIES.union(PASTS).union(Roles::of(&[
    Role::To,
    Role::Gerund,
    Role::Present,
    Role::Base,
    Role::Plan,
]));

/// How far back the word that opens a clause may stand before a subject and its verb.
pub(super) const CLOSE: usize = 6;

pub(super) struct Scan<'a> {
    pub(super) document: &'a Document<'a>,
    pub(super) language: &'a Language,
    /// The tokens of the sentence, of which the first is that of index `first` of the document.
    tokens: &'a [Token],
    pub(super) first: usize,
    pub(super) last: usize,
    /// Written Like a Headline, so that capitals say nothing; where it was asked for.
    titled: OnceCell<bool>,
}

impl Scan<'_> {
    /// A token of the sentence, by its index in the document.
    #[inline]
    fn token(&self, i: usize) -> Option<&Token> {
        self.tokens.get(i.wrapping_sub(self.first))
    }

    #[inline]
    pub(super) fn roles(&self, i: usize) -> Roles {
        self.token(i).map_or(Roles::NONE, |t| t.roles)
    }

    #[inline]
    pub(super) fn is_word(&self, i: usize) -> bool {
        self.token(i).is_some_and(|t| t.kind == TokenKind::Word)
    }

    #[inline]
    pub(super) fn is_capital(&self, i: usize) -> bool {
        self.token(i).is_some_and(|t| t.capital)
    }

    pub(super) fn is_time_word(&self, i: usize) -> bool {
        self.document.is_time_word(i, self.language)
    }

    /// Whether the number before or behind a word makes an auxiliary a time: "8am", "19 May", "May 19", but "2024 may".
    fn is_counted(&self, i: usize) -> bool {
        let is_number = |k: usize| {
            k < self.last && self.document.tokens.get(k).is_some_and(|t| t.kind == TokenKind::Number)
        };
        let number = i > self.first && is_number(i - 1);
        // "on February 17 to cut 47,000 jobs"
        let infinitive = self.roles(i).has(Role::To) && self.is_base(i + 1);
        (number || self.is_capital(i) && is_number(i + 1))
            && (self.is_capital(i) || !self.roles(i).has(Role::Modal) && !infinitive)
            && self.tells_time(i)
    }

    /// Whether a word may be part of an expression of time, whatever else it may be.
    pub(super) fn tells_time(&self, i: usize) -> bool {
        let word = self.document.tokens.get(i).filter(|t| i < self.last && t.kind == TokenKind::Word);
        word.is_some_and(|t| !self.language.lexicon.readings(t.word).is_empty())
    }

    /// Whether most longer words have a capital.
    pub(super) fn is_titled(&self) -> bool {
        *self.titled.get_or_init(|| self.has_capitals())
    }

    fn has_capitals(&self) -> bool {
        let (mut words, mut capitals) = (0, 0);
        for (token, i) in self.tokens.iter().zip(self.first..) {
            // "June" has its capital everywhere.
            if token.kind != TokenKind::Word || token.end - token.start <= 3 || self.is_time_word(i) {
                continue;
            }
            words += 1;
            capitals += u32::from(token.capital);
        }
        words > 3 && capitals * 4 > words * 3
    }

    /// The index of the word before `i`, adverbs passed over; `None` behind a mark or at the start.
    pub(super) fn before(&self, i: usize) -> Option<usize> {
        let mut at = i.checked_sub(if self.is_prefixed(i) { 3 } else { 1 })?;
        let adverb = |at: usize| self.roles(at).has(Role::Adverb) && !self.roles(at).has(Role::Determiner);
        // "which last erupted", "she first met"
        let subject = Roles::of(&[Role::Relative, Role::Pronoun]);
        let ordinal = |at: usize| {
            self.roles(at).has(Role::Superlative) && at > self.first && self.roles(at - 1).any(subject)
        };
        while at >= self.first && (adverb(at) || ordinal(at)) {
            at = at.checked_sub(1)?;
        }
        self.is_word(at).then_some(at)
    }

    fn is_compound(&self, i: usize) -> bool {
        let glued = |i: usize| self.document.tokens.get(i).is_some_and(|t| t.glued);
        let hyphen = |i: usize| self.document.is(i, "-");
        let joins = i > self.first && hyphen(i - 1) && glued(i) && glued(i - 1);
        joins || hyphen(i + 1) && glued(i + 1) && glued(i + 2) && !hyphen(i + 2)
    }

    /// Whether a hyphen ties a prefix to a verb, which stays one: "co-founded".
    pub(super) fn is_prefixed(&self, i: usize) -> bool {
        let glued = |i: usize| self.document.tokens.get(i).is_some_and(|t| t.glued);
        i >= self.first + 2
            && self.document.is(i - 1, "-")
            && glued(i)
            && glued(i - 1)
            && self.language.morphology.is_prefix(self.document.word(i - 2))
    }

    fn verb(&self, i: usize) -> Option<Verb> {
        let roles = self.roles(i);
        if !roles.any(VERBAL) || !self.is_word(i) || self.is_compound(i) && !self.is_prefixed(i) {
            return None;
        }
        let starts = i == self.first;
        let name = self.is_capital(i) && !self.is_titled();
        if self.is_time_word(i)
            || self.looks_like_verb(i)
            || self.is_counted(i)
            || name
                && !starts
                && !(roles.any(AUXILIARIES) && self.document.roles(i - 1).is_none() && !self.is_word(i - 1))
        {
            return None;
        }
        if roles.has(Role::To) {
            return self.infinitive(i);
        }
        if roles.any(AUXILIARIES) {
            return self.group(i);
        }
        if roles.any(PASTS) {
            return self.past(i);
        }
        if name {
            return roles.has(Role::Gerund).then(|| self.single(i, Form::Gerund, Tense::None));
        }
        if roles.has(Role::Gerund) {
            let behind = self.before(i).map_or(Roles::NONE, |b| self.roles(b));
            // "jailed for killing his wife"
            let object = behind.has(Role::Preposition) && self.roles(i + 1).has(Role::Determiner);
            let noun = roles.has(Role::Noun) && !object
                || behind.any(Roles::of(&[Role::Determiner, Role::Possessive]));
            return (!noun).then(|| self.single(i, Form::Gerund, Tense::None));
        }
        if roles.any(Roles::of(&[Role::Present, Role::Base])) && self.is_present(i) {
            return Some(self.single(i, Form::Finite, Tense::Present));
        }
        // "a report due on Monday"
        // "due later this year"
        let when = i + 1 + usize::from(self.roles(i + 1).has(Role::Preposition));
        let due = !roles.any(PASTS.union(Roles::of(&[Role::Base, Role::Present]))) && self.tells_time(when);
        if roles.has(Role::Plan)
            && (self.points_ahead(i + 1) || due)
            // "signed a cooperation plan Friday"
            && self.before(i).map_or(due && i > self.first, |b| {
                // "unveiled plans for a park": what a verb has right behind it is its object.
                let object = self.roles(b).any(PASTS)
                    && !self.roles(b).any(AUXILIARIES)
                    && roles.any(Roles::of(&[Role::Present, Role::Base]));
                // "its winter schedule for"
                let named = b > self.first
                    && self.tells_time(b)
                    && self.roles(b - 1).any(Roles::of(&[Role::Determiner, Role::Possessive]));
                !(object || named || self.roles(b).any(BEFORE_NOUNS) || roles.has(Role::Noun) && self.is_determined(b))
            })
        {
            return Some(self.single(i, Form::Participle, Tense::Future));
        }
        None
    }

    pub(super) fn single(&self, i: usize, form: Form, tense: Tense) -> Verb {
        let negated = i > self.first
            && (1..=2).any(|back| i >= self.first + back && self.roles(i - back).has(Role::Negation));
        Verb {
            first: (if self.is_prefixed(i) { i - 2 } else { i }) as u32,
            last: i as u32 + 1,
            head: i as u32,
            form,
            tense,
            ambiguous: false,
            negated,
            modal: false,
            progressive: false,
            copula: false,
            meaning: self.roles(i).common(Roles::MEANING),
            under: Roles::NONE,
        }
    }

    /// Whether what follows a participle of planning is when or for what: "for", "on", "Friday", "to".
    pub(super) fn points_ahead(&self, i: usize) -> bool {
        self.roles(i).any(Roles::of(&[Role::Preposition, Role::To])) || self.is_time_word(i)
    }

    /// As [`Self::points_ahead`], behind what may be over: "a hearing set for Friday", but "the record set during the storm".
    fn is_aimed(&self, i: usize) -> bool {
        let led = self.roles(i).has(Role::Preposition) && self.tells_time(i + 1);
        self.roles(i).has(Role::Purpose) || led || self.is_time_word(i)
    }

    /// A past form without an auxiliary.
    fn past(&self, i: usize) -> Option<Verb> {
        let roles = self.roles(i);
        let before = self.before(i);
        // "the clean-up took": the end of a compound is a noun.
        let behind = before.filter(|&b| !self.is_compound(b)).map_or(Roles::NONE, |b| self.roles(b));
        let relative = behind.has(Role::Subordinator) && behind.has(Role::Determiner);
        let said = roles.has(Role::Say) && behind.has(Role::Determiner) && !behind.has(Role::Indefinite);
        if behind.any(BEFORE_NOUNS) && !(relative || said || behind.has(Role::Linker)) {
            return None;
        }
        let participle = roles.has(Role::Participle);
        // "whose calm recorded announcements guided": it describes the subject behind it.
        let describes = participle
            && !roles.has(Role::Say)
            && !behind.has(Role::Pronoun)
            && self.is_word(i + 1)
            && self.document.is_plural(i + 1, self.language)
            && !self.roles(i + 1).any(Roles::FUNCTION)
            && !self.tells_time(i + 1)
            && before.is_some_and(|b| !self.is_capital(b) && !self.document.is_plural(b, self.language))
            && self.roles(i + 2).any(PASTS)
            && !self.roles(i + 2).has(Role::Noun);
        if describes {
            return None;
        }
        let capital_lead = self.is_capital(i) && !self.is_titled();
        // "which come into force", "they run": no form of the past, though a participle.
        let subject = Roles::of(&[Role::Relative, Role::Pronoun]);
        if roles.has(Role::Base) && !roles.has(Role::Past) && behind.any(subject) && !behind.any(BEFORE_NOUNS)
        {
            return Some(self.single(i, Form::Finite, Tense::Present));
        }
        let reduced =
            participle && (behind.any(SUBORDINATORS) && !relative || capital_lead || behind.has(Role::Be));
        if reduced || !roles.has(Role::Past) {
            return Some(self.single(i, Form::Participle, Tense::Past));
        }
        // "a hearing set for Friday", but "The bank forecast on Nov. 6 that prices would fall"
        let number = |k: usize| self.document.tokens.get(k).is_some_and(|t| t.kind == TokenKind::Number);
        let that = Roles::of(&[Role::Subordinator, Role::Determiner]);
        let said = (i + 1..self.last)
            .find(|&k| !(self.roles(k).has(Role::Preposition) || self.tells_time(k) || number(k)))
            .is_some_and(|k| self.roles(k).common(that) == that);
        let planned = participle && roles.has(Role::Plan) && !behind.has(Role::Pronoun) && !said;
        if planned && self.is_aimed(i + 1) {
            return Some(self.single(i, Form::Participle, Tense::Future));
        }
        // "cut", "set", "hit" are nouns and bases, too.
        if roles.has(Role::Noun)
            && before.is_none_or(|b| self.roles(b).any(Roles::of(&[Role::Coordinator])))
            && !self.roles(i + 1).any(OBJECTS)
            // "and hit three home runs"
            && !(before.is_some() && self.document.tokens.get(i + 1).is_some_and(|t| self.language.lexicon.is_number(t.word)))
            // "and cut 240 jobs", "and cut jobs", behind another verb
            && !(before == i.checked_sub(1) && self.has_object(i) && self.has_verb_before(i))
            && !(before.is_none()
                && self.document.tokens.get(i + 1).is_some_and(|t| t.kind == TokenKind::Number))
            // "The quake, which had a magnitude of 7.1, hit at 4:12"
            && !self.is_awaited(i)
        {
            return None;
        }
        let subject = behind.any(Roles::of(&[Role::Relative, Role::Pronoun])) || relative;
        Some(Verb { ambiguous: participle && !subject, ..self.single(i, Form::Finite, Tense::Past) })
    }
}
