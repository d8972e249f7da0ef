//! Whom "he" or "she" stands for, where that is certain.
//!
//! Subjects carry on: who the clauses before are about, else who the sentences before are. Nobody is taken for another whom a noun, a
//! title, a first name, or what is called his or hers tells to be of the other sex; where two may be meant, nobody is.

use super::named::Meant;
use super::site::Site;
use super::who::GENDERS;
use crate::lang::{Role, Roles};
use crate::segment::Opener;
use std::ops::Range;

/// How many sentences back a pronoun's name may stand.
const MEMORY: usize = 3;

impl Site<'_> {
    /// The person that the pronoun which is a clause's subject stands for.
    pub(super) fn person(&self, clause: usize) -> Option<Range<usize>> {
        let gender = self.subject(clause).map_or(Roles::NONE, |s| self.reader.roles(s.start).common(GENDERS));
        // "Ames said he would resign": who speaks.
        if let Some(parent) = self.reporting(clause)
            && let Some(subject) = self.subject(parent)
        {
            return if let Some(speaker) = self.who(parent) {
                // "Lee's lawyer said she": one of two.
                let owner = subject
                    .clone()
                    .any(|i| self.reader.roles(i).is_owned() && i > 0 && self.reader.is_capital(i - 1));
                Some(speaker).filter(|s| !owner && self.is_of_sex(parent, s, gender))
            } else {
                // "He said she would resign": she is somebody else.
                let told = self.reader.roles(subject.start).common(GENDERS);
                let same = self.is_pronoun(&subject) && (told == Roles::NONE || told.any(gender));
                same.then(|| self.earlier(gender))?
            };
        }
        // "She married the painter Olav Lie; he died": he is not she.
        if self.is_other(clause, gender) {
            return match self.named_in(gender) {
                Meant::One(name) => Some(name),
                _ => None,
            };
        }
        let speaker = || self.speaker_before(clause, gender);
        match self.within(clause, gender) {
            Meant::One(one) | Meant::Beside(one) => Some(one),
            Meant::Nobody => speaker().or_else(|| self.earlier(gender)),
            // Somebody else is named there, too: only whom the sentences before are about, as well, is certain.
            Meant::Unclear => {
                let one = speaker().or_else(|| self.earlier(gender))?;
                let here = |c: usize| self.who(c).is_some_and(|who| self.reader.same_name(&who, &one));
                (0..clause).any(here).then_some(one)
            }
        }
    }

    /// The one person that a clause is about, by name where it has one: "Amy Strickland" of "His successor, Amy Strickland, said".
    pub(super) fn who(&self, clause: usize) -> Option<Range<usize>> {
        let subject = self.reader.bare(self.subject(clause)?);
        let named = self.name_behind(&subject).unwrap_or(subject);
        // "Voters elected", but "Adams was"
        let single = || self.finite(clause).is_some_and(|v| self.is_single(v));
        let group = self.reader.is_group(&named) && !single();
        Some(named).filter(|who| self.reader.is_person(who) && !group)
    }

    /// Whether who a clause is about may be "he" or "she": by the phrase itself, else by what the clause says is his or hers.
    fn is_of_sex(&self, clause: usize, who: &Range<usize>, gender: Roles) -> bool {
        let sex = self.sex(clause, who);
        gender == Roles::NONE || sex == Roles::NONE || sex.any(gender)
    }

    /// "Haines is accused of killing his wife", "Voss changed her will": the sex of who a clause is about.
    fn sex(&self, clause: usize, who: &Range<usize>) -> Roles {
        let reader = self.reader;
        let told = reader.sex(who);
        let (Some(this), Some(verb)) = (self.clauses.get(clause), self.finite(clause)) else { return told };
        if told != Roles::NONE {
            return told;
        }
        let behind = verb.last as usize..this.last as usize;
        // "sued Low over her book": hers who stands between.
        let other = |i: &usize| reader.is_capital(*i) && !reader.is_timed(*i);
        // "changed her will"
        let function = Roles::FUNCTION.without(Roles::of(&[Role::Will]));
        let function = function.union(Roles::of(&[Role::To, Role::Adverb]));
        let owned = |i: usize| {
            let noun = reader.is_word(i + 1) && !reader.is_timed(i + 1) && !reader.roles(i + 1).any(function);
            noun && reader.roles(i).has(Role::Determiner) && reader.roles(i).any(GENDERS)
        };
        let whose = behind.take_while(|i| !other(i)).find(|&i| owned(i));
        whose.map_or(Roles::NONE, |i| reader.roles(i).common(GENDERS))
    }

    /// Whether a pronoun of the other kind is the subject of a clause before.
    fn is_other(&self, clause: usize, gender: Roles) -> bool {
        let subjects = (0..clause)
            .filter(|&c| !self.is_quoted(c))
            .filter_map(|c| self.subject(c))
            .filter(|s| s.len() == 1);
        let told = |s: Range<usize>| {
            let roles = self.reader.roles(s.start);
            roles.has(Role::Personal) && roles.any(GENDERS) && !roles.any(gender)
        };
        gender != Roles::NONE && subjects.into_iter().any(told)
    }

    /// Whether a clause stands in quotes.
    fn is_quoted(&self, clause: usize) -> bool {
        self.reader.document.quote_at(self.clauses[clause].span.start).is_some()
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
            let spoke = |c: &usize| says(&site, *c) && !site.is_quoted(*c) && site.subject(*c).is_some();
            let mut speakers = (0..clauses.len()).filter(spoke);
            if let Some(one) = speakers.next() {
                let who = site.who(one).filter(|who| site.is_of_sex(one, who, gender));
                return who.filter(|_| speakers.next().is_none());
            }
        }
        None
    }

    /// The one person that the clauses before in the same sentence are about: "Feld flew to Dubai, where he stayed".
    fn within(&self, clause: usize, gender: Roles) -> Meant {
        // "Nobody answered, she said": who speaks stands in no speech of hers; but "Quist agreed, but she ruled out".
        let joined = self.clauses[clause].opener == Opener::Coordinator;
        if !joined && self.finite(clause).is_some_and(|v| v.meaning.has(Role::Say)) {
            return Meant::Nobody;
        }
        // "Judge Chan ordered him to be jailed; he had been": somebody else.
        let other = Roles::of(&[Role::Pronoun, Role::Determiner, Role::Person, Role::Title]);
        let him = |i: usize| self.reader.roles(i).any(gender) && !self.reader.roles(i).any(other);
        let before = self.clauses.first().map_or(0, |c| c.first)..self.clauses[clause].first;
        let him = before.clone().map(|i| i as usize).any(|i| him(i) && !self.reader.is_capital(i));
        if gender.has(Role::Masculine) && him {
            return Meant::Nobody;
        }
        // "Smith married Ann Low; she died": one of two.
        let people = || (0..clause).filter(|&c| !self.is_quoted(c));
        if people().any(|c| self.rival(c, gender).is_some_and(|r| !self.is_only(c, &r, gender))) {
            return Meant::Unclear;
        }
        // "United sacked their manager; he had been there since July"
        let sacked =
            |c: usize| self.subject(c).is_some_and(|s| self.reader.is_firm(&s)) && self.has_office(c);
        let mut people = people().filter(|&c| !sacked(c)).filter_map(|c| {
            let who = self.who(c)?;
            self.is_of_sex(c, &who, gender).then_some(who)
        });
        match people.next() {
            Some(one) if people.all(|p| self.reader.same_name(&p, &one)) => Meant::One(one),
            Some(_) => Meant::Nobody,
            // "The council named Patricia Oyelaran chief; she will take over"
            None => self.beside(before.start as usize..before.end as usize, gender),
        }
    }

    /// Whether of a clause's subject and a name behind its verb only the latter may be meant, and plainly so.
    fn is_only(&self, clause: usize, name: &Range<usize>, gender: Roles) -> bool {
        let subject = self.who(clause).is_some_and(|who| self.is_of_sex(clause, &who, gender));
        !subject && self.reader.sex(name).any(gender)
    }

    /// Somebody else who is named right behind a clause's verb: in full, or where who does it is told by an office alone.
    fn rival(&self, clause: usize, gender: Roles) -> Option<Range<usize>> {
        let (verb, subject) = (self.finite(clause)?, self.subject(clause)?);
        let reader = self.reader;
        let name = |i: &usize| reader.is_word(*i) && reader.is_capital(*i) && !reader.is_timed(*i);
        let first = verb.last as usize;
        let office = !subject.clone().any(|i| i > subject.start && reader.is_capital(i))
            && reader.roles(subject.start).has(Role::Determiner);
        let rival = first..(first..).find(|i| !name(i))?;
        let least = if office { 1 } else { 2 };
        (rival.len() >= least && reader.may_be(&rival, gender)).then_some(rival)
    }

    /// The one person that the sentences before are about.
    fn earlier(&self, gender: Roles) -> Option<Range<usize>> {
        let document = self.reader.document;
        let here = document.sentences.get(self.sentence)?;
        let mut beside: Option<Range<usize>> = None;
        for sentence in (self.sentence.saturating_sub(MEMORY)..self.sentence).rev() {
            if document.sentences[sentence].paragraph + 1 < here.paragraph {
                break;
            }
            let clauses = self.reader.parted.clauses(sentence);
            match (Site { reader: self.reader, sentence, clauses }).about(gender) {
                Meant::Nobody => {}
                Meant::Beside(name) if beside.is_none() => beside = Some(name),
                // "Ames joined in 2001. Voters elected Hanna Berg. She": one of two.
                Meant::Beside(one) | Meant::One(one) => {
                    return match beside {
                        None => Some(one),
                        Some(name) => self.reader.same_name(&name, &one).then_some(name),
                    };
                }
                Meant::Unclear => return None,
            }
        }
        beside
    }

    /// Whom a sentence is about.
    fn about(&self, gender: Roles) -> Meant {
        let reader = self.reader;
        // "There she met the painter Henri Vial. She", "She was fired after an auditor saw it. She": it goes on about her.
        let main =
            |c: usize| matches!(self.clauses[c].opener, Opener::Start | Opener::Coordinator | Opener::Mark);
        let told = |c: usize| {
            let subject = self.subject(c).filter(|s| self.is_pronoun(s) && !self.is_quoted(c));
            gender != Roles::NONE && subject.is_some_and(|s| reader.roles(s.start).common(GENDERS) == gender)
        };
        let goes_on = (0..self.clauses.len()).any(|c| main(c) && told(c));
        let mut people: Vec<(usize, Range<usize>)> = Vec::new();
        for clause in 0..self.clauses.len() {
            let Some(subject) = self.subject(clause) else { continue };
            let quoted = self.is_quoted(clause);
            // "The judge jailed Smith. He was released": one of two.
            let office = !reader.is_capital(subject.end.saturating_sub(1));
            let rival = self.rival(clause, gender).filter(|_| office);
            if rival.is_some_and(|r| !self.is_only(clause, &r, gender)) {
                return Meant::Unclear;
            }
            let who = self.who(clause).filter(|who| !quoted && self.is_of_sex(clause, who, gender));
            let Some(who) = who.filter(|_| main(clause) || !goes_on) else { continue };
            // "Her mother was a cleaner. She": she, or her mother.
            let owner = reader.roles(who.start);
            if main(clause) && owner.has(Role::Determiner) && owner.any(gender) {
                return Meant::Unclear;
            }
            if !people.iter().any(|(_, p)| reader.same_name(p, &who)) {
                people.push((clause, who));
            }
        }
        if people.len() > 1 {
            people.retain(|(_, person)| reader.is_introduced(person));
        }
        let whole = reader.document.sentences.get(self.sentence);
        let whole = whole.map_or(0..0, |s| s.body as usize..s.last as usize);
        match people.as_slice() {
            [] if (0..self.clauses.len()).any(told) => Meant::Nobody,
            // "named a mediator, former minister Luis Arana. He": who is named there, though the sentence is not about him.
            [] => match self.named_in(gender) {
                Meant::Nobody => self.beside(whole, gender),
                named => named,
            },
            [(clause, one)] => {
                // "They had a son, Michael, who was killed. She": whom only a relative clause is about is not spoken of.
                let relative = self.clauses[*clause].opener == Opener::Relative;
                // "Lucie Rie was among her teachers. She": she may be whose teachers they were.
                if relative || self.mentions(gender, one) {
                    return Meant::Unclear;
                }
                // "Strand hired Anna Kohl. She": not he, if Strand is one.
                let unknown = self.sex(*clause, one) == Roles::NONE;
                match self.beside(whole, gender) {
                    Meant::Beside(name) if unknown && !reader.same_name(&name, one) => Meant::Unclear,
                    _ => Meant::One(one.clone()),
                }
            }
            _ => Meant::Unclear,
        }
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
}
