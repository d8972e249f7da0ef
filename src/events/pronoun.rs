//! What a pronoun stands for, where that is certain.

use super::byline::is_correction;
use super::site::Site;
use super::who::GENDERS;
use crate::lang::{Role, Roles};
use crate::segment::{Form, Opener, Verb};
use std::ops::Range;

/// A name longer than this, in tokens, is no name but a phrase.
pub(super) const LONGEST: usize = 14;

/// Pronouns that a name may be put in the place of.
const STANDING: Roles = Roles::of(&[Role::Personal, Role::Neuter, Role::Plural]);

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
            return subject.and_then(|s| self.named_thing(s, plural));
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
        site.named_thing(subject, plural)
    }

    /// What "it" or "they" stands for where a clause is about `subject`: that, or the firm whose it is.
    fn named_thing(&self, subject: Range<usize>, plural: bool) -> Option<Range<usize>> {
        if self.fits(&subject, plural) || !plural && self.is_which(&subject) {
            return Some(subject);
        }
        // "Fairway's sales have declined, and it": sales are many.
        let reader = self.reader;
        let end = subject.clone().find(|&i| reader.roles(i).is_owned())?;
        let (owner, rest) = (subject.start..end, end + 1..subject.end);
        (!plural && reader.is_firm(&owner) && self.is_several(&rest)).then_some(owner)
    }

    /// "Norbeck, which was founded": whether a relative clause tells that a name is that of a thing.
    fn is_which(&self, name: &Range<usize>) -> bool {
        let reader = self.reader;
        let which = |n: usize| {
            let this = &self.clauses[n];
            let (first, roles) = (this.first as usize, reader.roles(this.first as usize));
            let thing =
                roles.has(Role::Relative) && !roles.any(Roles::of(&[Role::Pronoun, Role::Possessive]));
            // "whom" is no subject.
            thing && this.finite().is_some_and(|v| v.first as usize == first + 1)
        };
        let named = name.clone().all(|i| reader.is_capital(i) && reader.is_word(i));
        named
            && !self.is_several(name)
            && (0..self.clauses.len()).any(|n| which(n) && self.antecedent(n).as_ref() == Some(name))
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
