//! What a pronoun stands for, where that is certain.

use super::byline::is_correction;
use super::site::{Reader, Site};
use crate::lang::{Role, Roles};
use crate::segment::{Form, Opener, Verb};
use std::ops::Range;

/// How many sentences back a pronoun's name may stand.
const MEMORY: usize = 3;

/// A name longer than this, in tokens, is no name but a phrase.
const LONGEST: usize = 14;

/// Pronouns that a name may be put in the place of.
const STANDING: Roles = Roles::of(&[Role::Personal, Role::Neuter, Role::Plural]);

/// Nouns of people: "president", "Mr.", "widow".
const PEOPLE: Roles = Roles::of(&[Role::Person, Role::Title, Role::Masculine, Role::Feminine]);

/// Which kind of person is meant.
const GENDERS: Roles = Roles::of(&[Role::Masculine, Role::Feminine]);

impl Site<'_> {
    /// The noun phrase behind a clause's subject where that is a pronoun, and only one can be meant.
    pub(super) fn resolve(&self, clause: usize) -> Option<Range<usize>> {
        let subject = self.subject(clause)?;
        let roles = self.reader.roles(subject.start);
        // Whom somebody means who is quoted is not said around the quote.
        let document = self.reader.document;
        document.tokens.get(subject.start).filter(|t| document.quote_at(t.start).is_none())?;
        if roles.has(Role::Personal) {
            self.person(clause)
        } else {
            self.thing(clause, roles.has(Role::Plural))
        }
    }

    /// Whether a subject is a pronoun that stands for one person or thing, or for several.
    pub(super) fn is_pronoun(&self, subject: &Range<usize>) -> bool {
        subject.len() == 1 && self.reader.roles(subject.start).any(STANDING)
    }

    fn person(&self, clause: usize) -> Option<Range<usize>> {
        let gender = self.subject(clause).map_or(Roles::NONE, |s| self.reader.roles(s.start).common(GENDERS));
        // "Ames said he would resign": who speaks.
        if let Some(parent) = self.reporting(clause)
            && let Some(subject) = self.subject(parent)
        {
            return if self.reader.is_person(&subject) {
                // "Lee's lawyer said she": one of two.
                let owner = subject
                    .clone()
                    .any(|i| self.reader.roles(i).is_owned() && i > 0 && self.reader.is_capital(i - 1));
                Some(subject).filter(|s| !owner && self.reader.may_be(s, gender))
            } else {
                self.is_pronoun(&subject).then(|| self.earlier(gender))?
            };
        }
        // "She married the painter Olav Lie; he died": he is not she.
        if self.is_other(clause, gender) {
            return self.named_in(gender).flatten();
        }
        self.within(clause, gender)
            .or_else(|| self.speaker_before(clause, gender))
            .or_else(|| self.earlier(gender))
    }

    /// Whether a pronoun of the other kind is the subject of a clause before.
    fn is_other(&self, clause: usize, gender: Roles) -> bool {
        let document = self.reader.document;
        let quoted = |c: &usize| document.quote_at(self.clauses[*c].span.start).is_some();
        let subjects =
            (0..clause).filter(|c| !quoted(c)).filter_map(|c| self.subject(c)).filter(|s| s.len() == 1);
        let told = |s: Range<usize>| {
            let roles = self.reader.roles(s.start);
            roles.has(Role::Personal) && roles.any(GENDERS) && !roles.any(gender)
        };
        gender != Roles::NONE && subjects.into_iter().any(told)
    }

    /// Whether a sentence names somebody's office behind a clause's verb: "sacked their manager".
    fn has_office(&self, clause: usize) -> bool {
        let (Some(this), Some(verb)) = (self.clauses.get(clause), self.finite(clause)) else { return false };
        let office = |i: usize| {
            self.reader.roles(i).has(Role::Person)
                && self.reader.roles(i - 1).any(Roles::of(&[Role::Determiner, Role::Possessive]))
        };
        (verb.last as usize + 1..this.last as usize).any(office)
    }

    /// "…, she said": who spoke in the sentences before, where they quote or report one person and no other.
    fn speaker_before(&self, clause: usize, gender: Roles) -> Option<Range<usize>> {
        let says = |site: &Site<'_>, c: usize| site.finite(c).is_some_and(|v| v.meaning.has(Role::Say));
        if !says(self, clause) {
            return None;
        }
        let document = self.reader.document;
        let here = document.sentences.get(self.sentence)?.paragraph;
        let before = (self.sentence.saturating_sub(MEMORY)..self.sentence).rev();
        for sentence in before.take_while(|&s| document.sentences[s].paragraph == here) {
            let clauses = self.reader.parted.clauses(sentence);
            let site = Site { reader: self.reader, sentence, clauses };
            let spoke = |c: &usize| says(&site, *c) && document.quote_at(clauses[*c].span.start).is_none();
            let mut speakers = (0..clauses.len()).filter(spoke).filter_map(|c| site.subject(c));
            if let Some(one) = speakers.next() {
                let fits = self.reader.is_person(&one) && self.reader.may_be(&one, gender);
                return (speakers.next().is_none() && fits).then_some(one);
            }
        }
        None
    }

    /// The one person that the clauses before in the same sentence are about: "Feld flew to Dubai, where he stayed".
    fn within(&self, clause: usize, gender: Roles) -> Option<Range<usize>> {
        // "Nobody answered, she said": who speaks stands in no speech of hers.
        if self.finite(clause).is_some_and(|v| v.meaning.has(Role::Say)) {
            return None;
        }
        // "Judge Chan ordered him to be jailed; he had been": somebody else.
        let other = Roles::of(&[Role::Pronoun, Role::Determiner, Role::Person, Role::Title]);
        let him = |i: usize| self.reader.roles(i).any(gender) && !self.reader.roles(i).any(other);
        let before = self.clauses.first().map_or(0, |c| c.first)..self.clauses[clause].first;
        let him = before.map(|i| i as usize).any(|i| him(i) && !self.reader.is_capital(i));
        if gender.has(Role::Masculine) && him {
            return None;
        }
        // "Smith married Ann Low; she died": one of two.
        if (0..clause).any(|c| self.has_rival(c)) {
            return None;
        }
        let document = self.reader.document;
        let quoted = |c: &usize| document.quote_at(self.clauses[*c].span.start).is_some();
        let subjects = (0..clause).filter(|c| !quoted(c)).filter_map(|c| {
            // "United sacked their manager; he had been there since July"
            self.subject(c).filter(|s| !(self.reader.is_firm(s) && self.has_office(c)))
        });
        let mut people = subjects.filter(|s| self.reader.is_person(s) && self.reader.may_be(s, gender));
        let one = people.next()?;
        people.all(|p| self.reader.same_name(&p, &one)).then_some(one)
    }

    /// Whether somebody else is named right behind a clause's verb: in full, or where who does it is told by an office alone.
    fn has_rival(&self, clause: usize) -> bool {
        let (Some(verb), Some(subject)) = (self.finite(clause), self.subject(clause)) else { return false };
        let reader = self.reader;
        let name = |i: usize| reader.is_word(i) && reader.is_capital(i) && !reader.is_timed(i);
        let first = verb.last as usize;
        let office = !subject.clone().any(|i| i > subject.start && reader.is_capital(i))
            && reader.roles(subject.start).has(Role::Determiner);
        name(first) && (office || name(first + 1))
    }

    /// The one person that the sentences before are about.
    fn earlier(&self, gender: Roles) -> Option<Range<usize>> {
        let document = self.reader.document;
        let here = document.sentences.get(self.sentence)?;
        for sentence in (self.sentence.saturating_sub(MEMORY)..self.sentence).rev() {
            if document.sentences[sentence].paragraph + 1 < here.paragraph {
                return None;
            }
            let clauses = self.reader.parted.clauses(sentence);
            let site = Site { reader: self.reader, sentence, clauses };
            let mut people: Vec<Range<usize>> = Vec::new();
            let mut main = false;
            for (clause, this) in clauses.iter().enumerate() {
                // "The judge jailed Smith. He was released": one of two.
                let office =
                    site.subject(clause).is_some_and(|s| !self.reader.is_capital(s.end.saturating_sub(1)));
                if office && site.has_rival(clause) {
                    return None;
                }
                let quoted = document.quote_at(this.span.start).is_some();
                if let Some(subject) = site
                    .subject(clause)
                    .filter(|s| !quoted && self.reader.is_person(s) && self.reader.may_be(s, gender))
                    && !people.iter().any(|p| self.reader.same_name(p, &subject))
                {
                    main |= this.opener != Opener::Relative;
                    people.push(subject);
                }
            }
            if people.len() > 1 {
                people.retain(|person| self.reader.is_introduced(person));
            }
            // "There she met the painter Henri Vial. She": it goes on about her.
            let goes_on = |c: usize| {
                let told = site.subject(c).filter(|s| site.is_pronoun(s) && !quoted_at(&site, c));
                told.is_some_and(|s| {
                    gender != Roles::NONE && self.reader.roles(s.start).common(GENDERS) == gender
                })
            };
            if people.is_empty() && (0..clauses.len()).any(goes_on) {
                continue;
            }
            match people.as_slice() {
                // "named a mediator, former minister Luis Arana. He": who is named there, though the sentence is not about him.
                [] => {
                    if let Some(name) = site.named_in(gender) {
                        return name;
                    }
                }
                // "They had a son, Michael, who was killed. She": whom only a relative clause is about is not spoken of.
                _ if !main => return None,
                // "Lucie Rie was among her teachers. She": she may be whose teachers they were.
                [one] if site.mentions(gender, one) => return None,
                [one] => return Some(one.clone()),
                _ => return None,
            }
        }
        None
    }

    /// The one person whom a sentence about something else names with an office before the name; `Some(None)` of several, `None`
    /// of none.
    fn named_in(&self, gender: Roles) -> Option<Option<Range<usize>>> {
        let reader = self.reader;
        let sentence = reader.document.sentences.get(self.sentence)?;
        let (first, last) = (sentence.body as usize, sentence.last as usize);
        let name = |office: usize| {
            let end =
                (office + 1..last).find(|&i| !reader.is_capital(i) || !reader.is_word(i)).unwrap_or(last);
            let quoted = reader
                .document
                .tokens
                .get(office)
                .is_some_and(|t| reader.document.quote_at(t.start).is_some());
            let offices = office..end;
            (end > office + 2 && !quoted && reader.may_be(&offices, gender)).then_some(office + 1..end)
        };
        let offices = (first..last).filter(|&i| reader.roles(i).has(Role::Person) && !reader.is_capital(i));
        let mut names = offices.filter_map(name);
        let one = names.next()?;
        Some(names.all(|other| reader.same_name(&other, &one)).then_some(one))
    }

    /// Whether a sentence has a pronoun of that gender behind the one person that it is about, who may be somebody else's.
    fn mentions(&self, gender: Roles, one: &Range<usize>) -> bool {
        let Some(sentence) = self.reader.document.sentences.get(self.sentence) else { return false };
        let copula =
            self.clauses.iter().flat_map(|c| &c.verbs).any(|v| v.copula && v.first as usize == one.end);
        // "her", of that gender
        let whose = |i: usize| {
            let roles = self.reader.roles(i);
            roles.has(Role::Determiner) && gender != Roles::NONE && roles.any(gender)
        };
        copula && (one.end..sentence.last as usize).any(whose)
    }

    /// What "it" or "they" stands for: the subject of the clause told last, where its number fits; subjects carry on.
    fn thing(&self, clause: usize, plural: bool) -> Option<Range<usize>> {
        if self.is_impersonal(clause) {
            return None;
        }
        // "Boeing said it would": who says so, where that is nobody.
        let says = self.reporting(clause).filter(|_| !plural).and_then(|parent| self.subject(parent));
        if let Some(firm) = says.filter(|name| self.reader.is_firm(name)) {
            return Some(firm);
        }
        // Within the sentence: the clause that it hangs on or goes on with, or the caption before it.
        if let Some(before) = clause.checked_sub(1) {
            // "If the appeal fails, it must pay": whoever must.
            if self.clauses[before].opener == Opener::If && !plural && !self.is_passive_or_be(clause) {
                return None;
            }
            let range = self.clauses[before].first as usize..self.clauses[before].last as usize;
            // A word that may be a verb makes it no caption: "The house stands by the lake; it".
            let phrase = self.clauses[before].verbs.is_empty()
                && self.clauses[before].opener == Opener::Start
                && !range.clone().any(|i| self.reader.roles(i).has(Role::Present));
            let subject = if phrase { Some(self.reader.trim(range)) } else { self.subject(before) };
            return subject.filter(|s| self.fits(s, plural));
        }
        let document = self.reader.document;
        let here = document.sentences.get(self.sentence)?;
        let sentence = self.sentence.checked_sub(1)?;
        if document.sentences[sentence].paragraph != here.paragraph {
            return None;
        }
        let clauses = self.reader.parted.clauses(sentence);
        let site = Site { reader: self.reader, sentence, clauses };
        // "An earlier version of this article said that the vote was held on Saturday. It": what was said.
        let corrects = is_correction(self.reader, sentence);
        let last = (0..clauses.len()).rev().find(|&c| {
            let opener = clauses[c].opener;
            let main = if corrects {
                opener == Opener::Complement
            } else {
                matches!(opener, Opener::Start | Opener::Coordinator | Opener::Mark)
            };
            // ", the office reported": who tells it.
            let tells = |v: &Verb| clauses[c].opener == Opener::Mark && v.meaning.has(Role::Say);
            main && clauses[c].finite().is_some_and(|v| !tells(v))
        })?;
        let subject = site.subject(last).or_else(|| site.shared_subject(last))?;
        let subject = if site.is_pronoun(&subject) {
            // One step further back is as far as certainty goes.
            if last > 0 { site.subject(0)? } else { site.before()? }
        } else {
            subject
        };
        site.fits(&subject, plural).then_some(subject)
    }

    /// Whether a clause tells what is or what is done to something.
    fn is_passive_or_be(&self, clause: usize) -> bool {
        self.finite(clause).is_some_and(|v| {
            v.copula || (v.first..v.last).any(|i| self.reader.roles(i as usize).has(Role::Be))
        })
    }

    /// The subject of the sentence before, in the same paragraph.
    fn before(&self) -> Option<Range<usize>> {
        let document = self.reader.document;
        let sentence = self.sentence.checked_sub(1)?;
        if document.sentences.get(sentence)?.paragraph != document.sentences.get(self.sentence)?.paragraph {
            return None;
        }
        let clauses = self.reader.parted.clauses(sentence);
        Site { reader: self.reader, sentence, clauses }.subject(0)
    }

    /// Whether a noun phrase may be called "it" or "they": one with its determiner, of that number, no person.
    pub(super) fn fits(&self, phrase: &Range<usize>, plural: bool) -> bool {
        let reader = self.reader;
        if phrase.is_empty() || phrase.len() > LONGEST || self.is_pronoun(phrase) {
            return false;
        }
        let determined = reader.roles(phrase.start).has(Role::Determiner);
        let head = phrase.clone().take_while(|&i| !reader.roles(i).has(Role::Preposition)).last();
        let someone =
            head.is_some_and(|i| reader.roles(i).any(GENDERS) && !reader.roles(i).has(Role::Determiner));
        let person =
            someone || phrase.clone().any(|i| reader.roles(i).any(Roles::of(&[Role::Person, Role::Title])));
        let many = self.is_several(phrase);
        if plural {
            many && (determined || !reader.is_capital(phrase.start + 1))
        } else {
            determined && !many && !person
        }
    }

    /// Whether a noun phrase names several: "two men", "rates", "police".
    pub(super) fn is_several(&self, phrase: &Range<usize>) -> bool {
        let reader = self.reader;
        let joined = phrase.clone().any(|i| reader.roles(i).has(Role::Coordinator));
        let head = phrase.clone().find(|&i| {
            reader.roles(i + 1).any(Roles::of(&[Role::Preposition, Role::Relative])) || i + 1 == phrase.end
        });
        joined
            || head.is_some_and(|i| {
                // "news" is one, "rebels", a present form, too, are many.
                let one = reader.roles(i).has(Role::Noun) && !reader.roles(i).has(Role::Present);
                reader.document.is_plural(i, reader.language) && !one || reader.roles(i).has(Role::Many)
            })
    }

    /// "It is likely", "it rained": it stands for nothing.
    fn is_impersonal(&self, clause: usize) -> bool {
        let Some(verb) = self.finite(clause) else { return true };
        let behind = verb.last as usize;
        let placed = self.reader.leads_time(behind) || verb.form != Form::Finite;
        verb.meaning.has(Role::Impersonal) || verb.copula && !placed
    }
}

/// Whether a clause stands in quotes.
fn quoted_at(site: &Site<'_>, clause: usize) -> bool {
    site.reader.document.quote_at(site.clauses[clause].span.start).is_some()
}

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

    /// Whether a name is that of a firm, a country or the like, as far as it can be told: by its words, or since no first name was
    /// ever given.
    fn is_firm(&self, phrase: &Range<usize>) -> bool {
        let named = phrase.clone().all(|i| self.is_capital(i) && self.is_word(i) && !self.is_timed(i));
        let person = phrase.clone().any(|i| self.roles(i).any(PEOPLE.union(Roles::FUNCTION)));
        let firm = phrase.clone().any(|i| self.roles(i).has(Role::Company));
        named && !person && !phrase.is_empty() && (firm || !self.is_introduced(phrase))
    }

    /// Whether a name is more than one word, or was so before: the news names nobody by a surname at first, and firms are so named.
    fn is_introduced(&self, phrase: &Range<usize>) -> bool {
        /// How far back the whole name may stand, in tokens.
        const INTRODUCED: usize = 2_000;
        if phrase.len() > 1 {
            return true;
        }
        let Some(name) = self.document.tokens.get(phrase.start).map(|t| t.span().of(self.document.text))
        else {
            return false;
        };
        let same = |&i: &usize| self.document.tokens[i].span().of(self.document.text) == name;
        let first = |i: usize| self.is_capital(i) && self.is_word(i) && !self.roles(i).any(Roles::FUNCTION);
        (phrase.start.saturating_sub(INTRODUCED)..phrase.start)
            .rev()
            .filter(same)
            .any(|i| i.checked_sub(1).is_some_and(first))
    }

    /// Whether nothing in a phrase names a person of the other kind: "Mr. Ames" is no "she".
    pub(super) fn may_be(&self, phrase: &Range<usize>, gender: Roles) -> bool {
        // "his widow" is a woman.
        let nouns = phrase.clone().filter(|&i| !self.roles(i).has(Role::Determiner));
        let told = nouns.fold(Roles::NONE, |all, i| all.union(self.roles(i).common(GENDERS)));
        gender == Roles::NONE || told == Roles::NONE || told.any(gender)
    }

    /// Whether two names end with the same word.
    fn same_name(&self, a: &Range<usize>, b: &Range<usize>) -> bool {
        a.end > 0 && b.end > 0 && self.document.word(a.end - 1) == self.document.word(b.end - 1)
    }
}
