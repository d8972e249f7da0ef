//! Words that have the form of a verb and are none where they stand: "was found burned", "ignored repeated warnings", "her kiln
//! shed", "nine lives".

use super::verb::{AUXILIARIES, Form, PASTS, Scan, Verb};
use super::{Token, TokenKind};
use crate::lang::{Role, Roles};

/// Words that no noun phrase goes on with.
const CLOSED: Roles = super::parting::CLOSED.union(Roles::of(&[Role::Adverb, Role::Be, Role::Have]));

/// How many words and hyphens a noun phrase has behind its determiner.
const PHRASE: usize = 4;

impl Scan<'_> {
    /// Whether the word at `i`, which may be a verb, completes or belongs to what the verb before it governs.
    pub(super) fn is_no_verb(&self, i: usize, previous: Option<&Verb>) -> bool {
        let Some(previous) = previous else { return false };
        self.completes(i, previous)
            || self.describes_object(i, previous)
            || self.ends_object(i, previous)
            || self.is_counted_noun(i, previous)
            || self.is_object_of_base(i, previous)
    }

    /// Whether the words right beside it tell that the word at `i`, which may be a verb, is none.
    pub(super) fn looks_like_verb(&self, i: usize) -> bool {
        let roles = self.roles(i);
        let behind = i.checked_sub(1).filter(|&b| b >= self.first).map_or(Roles::NONE, |b| self.roles(b));
        let next = self.roles(i + 1);
        // "raised it twice last year"
        let unit = roles.has(Role::Noun) && self.tells_time(i) && self.tells_time(i + 1);
        // "the second cut this month"
        let ordinal = |b: usize| {
            self.roles(b).has(Role::Superlative) && b > self.first && self.roles(b - 1).has(Role::Determiner)
        };
        let counted = roles.has(Role::Noun) && self.before(i).is_some_and(ordinal);
        // "which last erupted"
        let last = roles.has(Role::Superlative) && next.any(PASTS);
        // "died aged 71"
        let number = self.document.tokens.get(i + 1).is_some_and(|t| t.kind == TokenKind::Number);
        let aged = roles.any(PASTS) && behind.any(PASTS) && !behind.any(AUXILIARIES) && number;
        // "made him resign"
        let object = behind.any(Roles::of(&[Role::Masculine, Role::Plural]))
            && !behind.any(Roles::of(&[Role::Pronoun, Role::Determiner]));
        let caused = roles.has(Role::Base) && !roles.any(PASTS) && object;
        unit || counted || last || aged || caused || i == self.first && self.is_given_name(i)
    }

    /// Whether a word that may be a verb opens the sentence as somebody's name, behind which another verb stands: "Will Smith slapped",
    /// "Drew Brees retired".
    fn is_given_name(&self, i: usize) -> bool {
        let name = |k: usize| self.is_capital(k) && self.is_word(k) && !self.roles(k).any(Roles::FUNCTION);
        let end = (i + 1..self.last).find(|&k| !name(k)).unwrap_or(self.last);
        end > i + 1 && self.is_capital(i) && self.roles(end).any(PASTS) && !self.is_titled()
    }

    /// Whether a base form completes the group before it: "will go live", but not "what they will sell run on gas"; or a participle
    /// does: "remained closed".
    fn completes(&self, i: usize, previous: &Verb) -> bool {
        let roles = self.roles(i);
        let p = previous;
        let behind = p.last as usize == i;
        let link = self.roles(p.head as usize).has(Role::Link);
        // "was found burned", but "the men who were arrested said"
        let passive = self.roles(p.first as usize).has(Role::Be)
            && p.last > p.first + 1
            && !roles.has(Role::Say)
            && (!self.is_led(p.first as usize) || self.is_behind_comma(p.first as usize));
        if roles.has(Role::Participle) && !roles.any(AUXILIARIES) && behind && (link || passive) {
            return true;
        }
        let base = roles.has(Role::Base) && !roles.any(PASTS.union(AUXILIARIES));
        let relative = || (self.first..i).any(|k| self.roles(k).has(Role::Relative));
        base && behind && p.last > p.first + 1 && !relative()
    }

    /// Whether a participle describes the object of the verb right before it: "ignored repeated warnings", "freed 27 kidnapped pupils",
    /// "seized stolen cash".
    fn describes_object(&self, i: usize, previous: &Verb) -> bool {
        let next = self.roles(i + 1);
        let noun = self.is_word(i + 1) && !next.any(CLOSED) && !self.tells_time(i + 1);
        let active = previous.form == Form::Finite && !self.roles(previous.first as usize).has(Role::Be);
        let counted = (previous.last as usize..i).all(|k| self.is_number(k) || self.document.parts_number(k));
        let says_so = previous.meaning.has(Role::Say) && previous.last as usize == i;
        let behind = counted && active && !says_so;
        // "The men detained told police"
        let says = self.roles(i).any(Roles::of(&[Role::Say, Role::Promise]));
        // "those who died included children": the verb that the subject waits for.
        let waits = || !self.is_led(previous.first as usize) || self.has_auxiliary(i + 1);
        behind && self.roles(i).has(Role::Participle) && !says && noun && waits()
    }

    /// Whether a noun, which may be a past form, ends the object of the verb before it: "destroyed her kiln shed".
    fn ends_object(&self, i: usize, previous: &Verb) -> bool {
        let first = previous.last as usize;
        // "its full-year forecast"
        let plain =
            |k: usize| self.document.is(k, "-") || self.is_word(k) && !self.roles(k).any(CLOSED.union(PASTS));
        let next =
            self.roles(i + 1).any(Roles::of(&[Role::Preposition, Role::Coordinator])) || !self.is_word(i + 1);
        previous.form == Form::Finite
            && self.roles(i).any(PASTS)
            && self.roles(i).has(Role::Noun)
            && self.roles(first).any(Roles::of(&[Role::Determiner, Role::Possessive]))
            && (first + 1..=first + PHRASE).contains(&i)
            && (first + 1..i).all(plain)
            && next
    }

    /// Whether a form of the present is a noun that a number counts: "saved nine lives", "announced 10,000 job cuts".
    fn is_counted_noun(&self, i: usize, previous: &Verb) -> bool {
        let from = previous.last as usize;
        let numbers = (from..i)
            .take_while(|&k| {
                self.is_number(k) || self.roles(k).has(Role::Adverb) || self.document.parts_number(k)
            })
            .count();
        let plain = |k: usize| self.is_word(k) && !self.roles(k).any(CLOSED.union(PASTS));
        // "announced 10,000 job cuts"
        let named = i <= from + numbers + 1 || self.roles(i).has(Role::Noun) && i <= from + numbers + PHRASE;
        self.roles(i).has(Role::Present)
            && self.document.is_plural(i, self.language)
            && numbers > 0
            && self.is_number(from + numbers - 1)
            && named
            && (from + numbers..i).all(plain)
    }

    /// "who deliver supplies": behind a base form, which goes with several, a form in -s is what they do it to.
    fn is_object_of_base(&self, i: usize, previous: &Verb) -> bool {
        let head = self.roles(previous.head as usize);
        let base = head.has(Role::Base)
            && !head.any(PASTS.union(AUXILIARIES).union(Roles::of(&[Role::Present, Role::Say])));
        let plain = previous.form == Form::Finite && previous.first == previous.head;
        base && plain
            && previous.last as usize == i
            && self.roles(i).has(Role::Present)
            && !self.roles(i).any(AUXILIARIES)
            && self.document.is_plural(i, self.language)
    }

    /// Whether a token is a number, in digits or a word.
    fn is_number(&self, i: usize) -> bool {
        let number = |t: &Token| t.kind == TokenKind::Number || self.language.lexicon.is_number(t.word);
        self.document.tokens.get(i).is_some_and(number)
    }

    /// Whether a comma, which closes what was told in between, stands right before `i`.
    fn is_behind_comma(&self, i: usize) -> bool {
        i > self.first && self.document.is_comma(i - 1)
    }

    /// Whether a word that opens a clause stands before `i`.
    fn is_led(&self, i: usize) -> bool {
        (self.first..i).any(|k| {
            let roles = self.roles(k);
            roles.has(Role::Relative) || roles.has(Role::Subordinator) && roles.has(Role::Determiner)
        })
    }

    /// Whether an auxiliary follows before any mark.
    fn has_auxiliary(&self, from: usize) -> bool {
        (from..self.last).take_while(|&k| self.is_word(k)).any(|k| self.roles(k).any(AUXILIARIES))
    }
}
