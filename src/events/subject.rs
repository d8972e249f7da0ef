//! Who or what a clause is about.

use super::site::{Reader, Site};
use crate::lang::{Role, Roles};
use crate::segment::{Form, Opener};
use std::ops::Range;

/// How many sentences back a pronoun's name may stand.
const MEMORY: usize = 3;

/// A name longer than this, in tokens, is no name but a phrase.
const LONGEST: usize = 14;

/// Words that stand between a subject and its verb.
const FILLERS: Roles = Roles::of(&[Role::Adverb, Role::Negation, Role::Lead]);

impl<'a> Site<'a> {
    /// The tokens of a clause's subject: before its verb or, with a verb of saying, behind it.
    pub(super) fn subject(&self, clause: usize) -> Option<Range<usize>> {
        let reader = self.reader;
        let this = self.clauses.get(clause)?;
        let verb = self.finite(clause)?;
        let start = this.resumes.and_then(|r| self.clauses.get(r)).map_or(this.first, |c| c.first) as usize;
        let end = match this.resumes.and_then(|r| self.clauses.get(r)) {
            // The subject was told before the interruption.
            Some(earlier) => earlier.last as usize,
            None => verb.first as usize,
        };
        let before = self.noun_phrase(start..end);
        if !before.is_empty() {
            if this.opener == Opener::Relative {
                return self.antecedent(clause).or(Some(before));
            }
            return Some(before);
        }
        if this.opener == Opener::Relative {
            return self.antecedent(clause);
        }
        let after = verb.last as usize..this.last as usize;
        let inverted = verb.meaning.has(Role::Say) && verb.form == Form::Finite;
        let stops = |i: &usize| {
            let roles = reader.roles(*i);
            let parts =
                roles.any(Roles::of(&[Role::Preposition, Role::Relative, Role::Linker, Role::Coordinator]));
            let ties = roles.any(Roles::of(&[Role::Genitive, Role::Purpose]));
            (reader.is_mark(*i) && !matches!(reader.document.word(*i), "-" | "." | "’"))
                || reader.is_timed(*i)
                || parts && !ties
        };
        let end = after.clone().find(stops).unwrap_or(after.end);
        (inverted && after.start < end).then_some(after.start..end)
    }

    /// The noun phrase of a stretch before a verb, without what leads to it and what only describes it.
    fn noun_phrase(&self, range: Range<usize>) -> Range<usize> {
        let reader = self.reader;
        let mut range = reader.trim(range);
        // "On Friday, the board": a phrase before a comma that starts with a preposition or a time leads to the subject.
        while let Some(comma) = range.clone().find(|&i| reader.document.is(i, ",")) {
            let roles = reader.roles(range.start);
            let leads = roles.any(Roles::of(&[Role::Preposition, Role::Linker, Role::Gerund, Role::To]))
                || reader.is_timed(range.start)
                || (range.start..comma).all(|i| reader.roles(i).any(FILLERS));
            if !leads {
                // "Ames, a socialist, won": an aside. "The Porto, Portugal, company", "Cole, Ames and Boone": one phrase.
                let tail = range.clone().rfind(|&i| reader.document.is(i, ",")).unwrap_or(comma);
                if (tail + 1..range.end).all(|i| reader.is_mark(i) || reader.roles(i).any(FILLERS))
                    || tail == comma
                {
                    range.end = comma;
                }
                break;
            }
            range = reader.trim(comma + 1..range.end);
        }
        while range.start < range.end
            && reader.roles(range.end - 1).any(FILLERS)
            && !reader.is_capital(range.end - 1)
        {
            range.end -= 1;
        }
        while range.start < range.end
            && (reader.roles(range.start).has(Role::Relative) || reader.is_mark(range.start))
        {
            range.start += 1;
        }
        let led = reader.roles(range.start).any(Roles::of(&[Role::Preposition, Role::Linker]));
        let timed = range.clone().all(|i| reader.is_timed(i));
        if led || timed { range.end..range.end } else { range }
    }

    /// What a relative clause's "who" or "which" stands for: the noun phrase before it.
    pub(super) fn antecedent(&self, clause: usize) -> Option<Range<usize>> {
        let this = self.clauses.get(clause)?;
        let parent = self.clauses.get(this.parent?)?;
        let reader = self.reader;
        let range = reader.trim(parent.first as usize..this.first as usize);
        let mut start = range.end;
        while start > range.start {
            let at = start - 1;
            let roles = reader.roles(at);
            let verb = parent.verbs.iter().any(|v| (v.first as usize..v.last as usize).contains(&at));
            if verb
                || reader.is_timed(at)
                || reader.is_mark(at) && !matches!(reader.document.word(at), "-" | "’")
                || roles.has(Role::Preposition) && !roles.has(Role::Genitive)
            {
                break;
            }
            start = at;
            if roles.has(Role::Determiner)
                && !(start > range.start && reader.roles(start - 1).has(Role::Genitive))
            {
                break;
            }
        }
        (start < range.end).then_some(start..range.end)
    }

    /// The name behind a clause's subject where that is a pronoun for one person, and only one person can be meant.
    pub(super) fn resolve(&self, clause: usize) -> Option<Range<usize>> {
        // "Ames said he would resign": who speaks.
        if let Some(parent) = self.reporting(clause)
            && let Some(subject) = self.subject(parent)
        {
            return if self.reader.is_person(&subject) {
                Some(subject)
            } else {
                self.is_pronoun(&subject).then(|| self.earlier())?
            };
        }
        self.earlier()
    }

    /// The one person that the sentences before are about.
    fn earlier(&self) -> Option<Range<usize>> {
        let document = self.reader.document;
        let here = document.sentences.get(self.sentence)?;
        for sentence in (self.sentence.saturating_sub(MEMORY)..self.sentence).rev() {
            if document.sentences[sentence].paragraph + 1 < here.paragraph {
                return None;
            }
            let clauses = document.clauses(sentence, self.reader.language);
            let site = Site { reader: self.reader, sentence, clauses: &clauses };
            let mut people: Vec<Range<usize>> = Vec::new();
            for (clause, this) in clauses.iter().enumerate() {
                let quoted = document.quote_at(this.span.start).is_some();
                if let Some(subject) = site.subject(clause).filter(|s| !quoted && self.reader.is_person(s))
                    && !people.iter().any(|p| self.reader.same_name(p, &subject))
                {
                    people.push(subject);
                }
            }
            match people.as_slice() {
                [] => {}
                [one] => return Some(one.clone()),
                _ => return None,
            }
        }
        None
    }

    /// Whether a subject is a pronoun for one person.
    pub(super) fn is_pronoun(&self, subject: &Range<usize>) -> bool {
        subject.len() == 1 && self.reader.roles(subject.start).has(Role::Personal)
    }
}

impl Reader<'_> {
    /// Whether a noun phrase names one person: by name, title or office.
    pub(super) fn is_person(&self, phrase: &Range<usize>) -> bool {
        if phrase.is_empty() || phrase.len() > LONGEST {
            return false;
        }
        let plural = phrase.clone().any(|i| self.roles(i).has(Role::Coordinator));
        let office = phrase.clone().any(|i| self.roles(i).any(Roles::of(&[Role::Person, Role::Title])));
        let name =
            phrase.clone().filter(|&i| !self.is_mark(i)).all(|i| self.is_capital(i) && !self.is_timed(i));
        let function =
            self.roles(phrase.start).any(Roles::of(&[Role::Pronoun, Role::Demonstrative, Role::Preposition]));
        !plural && !function && (office || name)
    }

    /// Whether two names end with the same word.
    fn same_name(&self, a: &Range<usize>, b: &Range<usize>) -> bool {
        a.end > 0 && b.end > 0 && self.document.word(a.end - 1) == self.document.word(b.end - 1)
    }
}
