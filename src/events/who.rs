//! Who a noun phrase names: a person, of which sex, or a firm.

use super::pronoun::LONGEST;
use super::site::Reader;
use crate::lang::{Role, Roles};
use std::ops::Range;

/// Nouns of people: "president", "Mr.", "widow".
pub(super) const PEOPLE: Roles = Roles::of(&[Role::Person, Role::Title, Role::Masculine, Role::Feminine]);

/// Which kind of person is meant.
pub(super) const GENDERS: Roles = Roles::of(&[Role::Masculine, Role::Feminine]);

/// What ends the head of a noun phrase.
const TIES: Roles = Roles::of(&[Role::Preposition, Role::Relative, Role::Linker]);

impl Reader<'_> {
    /// Whether a noun phrase names one person: by name, title or office.
    pub(super) fn is_person(&self, phrase: &Range<usize>) -> bool {
        if phrase.is_empty() || phrase.len() > LONGEST {
            return false;
        }
        let several = |i: usize| {
            let roles = self.roles(i);
            roles.any(Roles::of(&[Role::Coordinator, Role::Many]))
                || roles.has(Role::Person) && self.document.is_plural(i, self.language)
        };
        let plural = phrase.clone().any(several);
        let office =
            phrase.clone().any(|i| self.roles(i).any(PEOPLE) && !self.roles(i).has(Role::Determiner));
        let name =
            phrase.clone().filter(|&i| !self.is_mark(i)).all(|i| self.is_capital(i) && !self.is_timed(i));
        // "The Senate" is nobody's name.
        let name = name && !self.roles(phrase.start).has(Role::Determiner);
        let function =
            self.roles(phrase.start).any(Roles::of(&[Role::Pronoun, Role::Demonstrative, Role::Preposition]));
        let firm = phrase.clone().any(|i| self.roles(i).has(Role::Company) && self.is_capital(i));
        !plural && !function && !firm && (office || name)
    }

    /// Whether a word may have its capital only since it opens the sentence, and names several: "Voters".
    pub(super) fn is_group(&self, phrase: &Range<usize>) -> bool {
        let opens = || {
            let sentence = self.document.sentence_of(phrase.start).map(|s| &self.document.sentences[s]);
            sentence.is_some_and(|s| (s.body as usize..phrase.start).all(|i| self.is_mark(i)))
        };
        phrase.len() == 1
            && self.document.is_plural(phrase.start, self.language)
            && opens()
            && !self.is_introduced(phrase)
    }

    /// Whether a name is that of a firm, a country or the like, as far as it can be told: by its words, or since no first name was
    /// ever given.
    pub(super) fn is_firm(&self, phrase: &Range<usize>) -> bool {
        let named = phrase.clone().all(|i| self.is_capital(i) && self.is_word(i) && !self.is_timed(i));
        let person = phrase.clone().any(|i| self.roles(i).any(PEOPLE.union(Roles::FUNCTION)));
        let firm = phrase.clone().any(|i| self.roles(i).has(Role::Company));
        named && !person && !phrase.is_empty() && (firm || !self.is_introduced(phrase))
    }

    /// Whether a name is more than one word, or was so before: the news names nobody by a surname at first, and firms are so named.
    pub(super) fn is_introduced(&self, phrase: &Range<usize>) -> bool {
        phrase.len() > 1 || self.introduction(phrase.start).is_some()
    }

    /// The first name that a surname had when it was told before.
    fn introduction(&self, surname: usize) -> Option<usize> {
        /// How far back the whole name may stand, in tokens.
        const INTRODUCED: usize = 2_000;
        let name = self.document.tokens.get(surname).map(|t| t.span().of(self.document.text))?;
        let same = |&i: &usize| self.document.tokens[i].span().of(self.document.text) == name;
        let first =
            |i: &usize| self.is_capital(*i) && self.is_word(*i) && !self.roles(*i).any(Roles::FUNCTION);
        let before = (surname.saturating_sub(INTRODUCED)..surname).rev().filter(same);
        before.filter_map(|i| i.checked_sub(1)).find(first)
    }

    /// Whether nothing in a phrase names a person of the other kind: "Mr. Ames" is no "she".
    pub(super) fn may_be(&self, phrase: &Range<usize>, gender: Roles) -> bool {
        let sex = self.sex(phrase);
        gender == Roles::NONE || sex == Roles::NONE || sex.any(gender)
    }

    /// Which kind of person a phrase names: by its nouns and titles, else by the first name; none where neither tells.
    pub(super) fn sex(&self, phrase: &Range<usize>) -> Roles {
        // "the boy's mother" is a woman, and so is "his widow".
        let owner = phrase.clone().rfind(|&i| self.roles(i).has(Role::Possessive));
        let head = owner.map_or(phrase.start, |i| i + 1)..phrase.end;
        let mut head = head.take_while(|&i| i == phrase.start || !self.roles(i).any(TIES));
        let nouns = head.clone().filter(|&i| !self.roles(i).has(Role::Determiner));
        let told = nouns.fold(Roles::NONE, |all, i| all.union(self.roles(i).common(GENDERS)));
        if told != Roles::NONE {
            return told;
        }
        let names = &self.language.names;
        let surname = |i: usize| i < phrase.end && self.is_capital(i) && self.is_word(i);
        let full = head.clone().filter(|&i| surname(i) && surname(i + 1));
        let full = full.map(|i| names.of(self.document.word(i))).find(|sex| *sex != Roles::NONE);
        // "Kohl", who was "Anna Kohl" before.
        let alone = || {
            let name = head.next().filter(|&i| phrase.len() == 1 && surname(i))?;
            Some(names.of(self.document.word(self.introduction(name).unwrap_or(name))))
        };
        full.or_else(alone).unwrap_or(Roles::NONE)
    }

    /// The name in a subject that is described between commas: "Marlene Voss" of "Marlene Voss, 61", "Neil Strand" of "The captain, Neil
    /// Strand, 51"; else the phrase as it is.
    pub(super) fn bare(&self, phrase: Range<usize>) -> Range<usize> {
        let mut commas = phrase.clone().filter(|&i| self.document.is_comma(i));
        let Some(comma) = commas.next().filter(|_| !self.is_joined(&phrase)) else { return phrase };
        let (first, second) = (phrase.start..comma, comma + 1..commas.next().unwrap_or(phrase.end));
        if self.is_full_name(&first, 1) {
            return first;
        }
        let office = self.roles(first.start).any(Roles::of(&[Role::Determiner, Role::Possessive]));
        // "His daughter, Ann"
        let least = if self.is_person(&first) { 1 } else { 2 };
        if office && self.is_full_name(&second, least) && self.is_office(&first, &second) {
            return second;
        }
        phrase
    }

    /// Whether a phrase is of capital words alone, so many at least.
    pub(super) fn is_full_name(&self, phrase: &Range<usize>, least: usize) -> bool {
        let named = |i: usize| {
            self.is_capital(i) && !self.roles(i).has(Role::Determiner) && !self.is_timed(i)
                || self.is_mark(i) && self.document.is(i, "-")
        };
        phrase.len() >= least && phrase.clone().all(named)
    }

    /// Whether a phrase tells what a person of that name is: "the captain", or whatever stands beside "Amy Strickland".
    pub(super) fn is_office(&self, phrase: &Range<usize>, name: &Range<usize>) -> bool {
        self.is_person(phrase) || self.language.names.of(self.document.word(name.start)) != Roles::NONE
    }

    fn is_joined(&self, phrase: &Range<usize>) -> bool {
        phrase.clone().any(|i| self.roles(i).has(Role::Coordinator))
    }

    /// Whether two names end with the same word.
    pub(super) fn same_name(&self, a: &Range<usize>, b: &Range<usize>) -> bool {
        a.end > 0 && b.end > 0 && self.document.word(a.end - 1) == self.document.word(b.end - 1)
    }
}
