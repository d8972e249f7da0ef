//! Whom a text names beside what it is about: with an office, as somebody's wife or son, or with a first name.

use super::site::Site;
use super::who::GENDERS;
use crate::lang::{Role, Roles};
use std::ops::Range;

/// Whom a stretch of text may mean with a pronoun.
pub(super) enum Meant {
    /// It is about no such person.
    Nobody,
    /// It names one beside what it is about: "Voters elected Hanna Berg mayor".
    Beside(Range<usize>),
    /// It is about this one.
    One(Range<usize>),
    /// One of several.
    Unclear,
}

impl Site<'_> {
    /// "said his manager, Lil Dorsey": the name behind an office.
    pub(super) fn name_behind(&self, subject: &Range<usize>) -> Option<Range<usize>> {
        let reader = self.reader;
        // "his campaign manager", "Amarante's mayor"
        let owner =
            subject.clone().rfind(|&i| reader.roles(i).has(Role::Possessive)).unwrap_or(subject.start);
        let determined = reader.roles(owner).any(Roles::of(&[Role::Determiner, Role::Possessive]));
        let office = determined && !(owner + 1..subject.end).any(|i| reader.is_capital(i));
        let first = subject.end + 1;
        if !office || !reader.document.is_comma(subject.end) {
            return None;
        }
        let last = (first..).take_while(|&i| reader.is_capital(i) && reader.is_word(i)).last()?;
        let name = first..last + 1;
        // Only a mark may follow: "the mayor, Ines Boone of Tollen" is left as it is.
        (name.len() > 1 && reader.is_mark(name.end) && reader.is_office(subject, &name)).then_some(name)
    }

    /// The one person whom a sentence about something else names with an office or a tie before the name: "former minister Luis
    /// Arana", "his wife, Clara Whitcombe".
    pub(super) fn named_in(&self, gender: Roles) -> Meant {
        let reader = self.reader;
        let Some(sentence) = reader.document.sentences.get(self.sentence) else { return Meant::Nobody };
        let (first, last) = (sentence.body as usize, sentence.last as usize);
        let name = |office: usize| {
            let comma = usize::from(reader.document.is_comma(office + 1));
            let start = office + 1 + comma;
            let end = (start..last).find(|&i| !reader.is_capital(i) || !reader.is_word(i)).unwrap_or(last);
            let quoted = reader
                .document
                .tokens
                .get(office)
                .is_some_and(|t| reader.document.quote_at(t.start).is_some());
            // "a teacher, Leeds Council said": what a comma parts is closed by another mark.
            let closed = comma == 0 || reader.is_mark(end);
            let fits = reader.may_be(&(office..office + 1), gender) && reader.may_be(&(start..end), gender);
            (end > start + 1 && closed && !quoted && fits).then_some(start..end)
        };
        let tie = |i: usize| {
            let roles = reader.roles(i);
            let kin = roles.any(GENDERS) && !roles.any(Roles::of(&[Role::Determiner, Role::Pronoun]));
            roles.has(Role::Person) || kin
        };
        let mut names = (first..last).filter(|&i| tie(i) && !reader.is_capital(i)).filter_map(name);
        match names.next() {
            None => Meant::Nobody,
            Some(one) if names.all(|other| reader.same_name(&other, &one)) => Meant::One(one),
            Some(_) => Meant::Unclear,
        }
    }

    /// The one person whom some tokens name in full, with a first name that tells "he" from "she", or who did what was done there:
    /// "was signed off by a supervisor".
    pub(super) fn beside(&self, range: Range<usize>, gender: Roles) -> Meant {
        let reader = self.reader;
        let names = &reader.language.names;
        let name = |i: usize| reader.is_word(i) && reader.is_capital(i) && !reader.is_timed(i);
        let unquoted = |i: usize| {
            reader.document.tokens.get(i).is_some_and(|t| reader.document.quote_at(t.start).is_none())
        };
        let full = |first: usize| {
            let end = (first..range.end).find(|&i| !name(i)).unwrap_or(range.end);
            // "Mary Ames Hospital", "Ann Cole's"
            let person = reader.is_person(&(first..end));
            (end > first + 1 && person && unquoted(first)).then_some(first..end)
        };
        let told =
            |i: &usize| name(*i) && gender != Roles::NONE && names.of(reader.document.word(*i)).any(gender);
        let mut people = range.clone().filter(told).filter_map(full);
        match people.next() {
            None if range.clone().any(|i| i > range.start && name(i)) => Meant::Nobody,
            None => self.agent(range),
            Some(one) if people.all(|other| reader.same_name(&other, &one)) => Meant::Beside(one),
            Some(_) => Meant::Unclear,
        }
    }

    /// Who did what was done there: "a supervisor" of "was signed off by a supervisor".
    fn agent(&self, range: Range<usize>) -> Meant {
        let reader = self.reader;
        let by = Roles::of(&[Role::Byline, Role::Preposition]);
        let person = |i: usize| reader.roles(i).has(Role::Person) && !reader.roles(i).has(Role::Title);
        let mut agents = range.clone().filter(|&i| reader.roles(i).common(by) == by);
        let (Some(by), None) = (agents.next(), agents.next()) else { return Meant::Nobody };
        let determined = reader.roles(by + 1).has(Role::Indefinite);
        let end = (by + 2..range.end).find(|&i| !reader.is_word(i)).unwrap_or(range.end);
        let several = range.filter(|&i| person(i)).count() > 1;
        let agent = by + 1..end;
        (determined && !several && person(end - 1) && reader.is_person(&agent))
            .then_some(agent)
            .map_or(Meant::Nobody, Meant::Beside)
    }
}
