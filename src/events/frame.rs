//! What fills the places around an event's verb: who does it, what it is done to, where.
//!
//! Input: what tells an event, with its subject. Output: the nouns in each place. Knows nothing of other tellings; whether two of them
//! fill a place with different things is asked in [`other_things`](super::rival::other_things).

use super::keys;
use super::site::{Dated, Reader, Site, Target};
use crate::lang::{Noun, Role, Roles, Stem, With};
use crate::segment::{Form, Verb};
use std::ops::Range;

/// A place around a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) enum Place {
    /// Who or what does it.
    Doer,
    /// What it is done to.
    Done,
    /// Behind this word, which stands behind a verb without an object: "called for calm".
    Behind(Stem),
    /// Behind this word, somewhere in the clause: "found a body in the river".
    At(Stem),
    /// Why: "because of a leak".
    Cause,
}

/// What a word is in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) enum As {
    /// The noun.
    Head,
    /// A name.
    Name,
    /// Before the noun or behind "of", and tells it from others: "the water bill".
    Beside,
}

/// A word in a place.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Filling {
    pub(crate) place: Place,
    /// Number of its phrase: several may stand in one place.
    pub(crate) phrase: u8,
    pub(crate) is: As,
    pub(crate) noun: Noun,
}

/// What a verb tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) enum Telling {
    /// There is none, or it tells of a state.
    #[default]
    Nothing,
    /// That something came about, or will, which its object names, or its subject: "the vote was held", "the burn is planned".
    Coming,
    /// A deed of its own.
    Deed,
}

/// The places around a verb; none where no verb tells the event.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Frame {
    pub(crate) fillings: Box<[Filling]>,
    /// Numbers of the deeds that the verb itself names, in any way.
    pub(crate) deeds: Box<[u16]>,
    /// Its object is a word with which the verb names a deed: "took the stand".
    pub(crate) idiom: bool,
    /// One of them is done to nothing twice: "was founded".
    pub(crate) single: bool,
    /// The verb.
    pub(crate) verb: Telling,
    /// It happened before: "again".
    pub(crate) again: bool,
}

/// Nouns that are no names, with whatever capital.
const OFFICES: Roles = Roles::of(&[Role::Person, Role::Title, Role::Happening, Role::Many]);

/// Verbs that tell that what they are about comes about.
const COMING: Roles = Roles::of(&[Role::Perform, Role::Impersonal]);

/// What words like "again" and "another" are.
const AGAIN: Roles = Roles::of(&[Role::Adverb, Role::Focus, Role::Determiner]);

/// Those that tell of a state, and of no deed.
const STATES: Roles = Roles::of(&[Role::Be, Role::Have]);

/// What a noun phrase ends before.
const ENDING: Roles = Roles::of(&[
    Role::Preposition,
    Role::Linker,
    Role::Coordinator,
    Role::Relative,
    Role::Subordinator,
    Role::To,
    Role::Adverb,
]);

/// The places around the verb of what tells an event; `subject` is that of its clause, or what a pronoun there stands for.
pub(super) fn frame(
    site: &Site<'_>,
    dated: &Dated,
    told: &Range<usize>,
    subject: Option<&Range<usize>>,
    passive: bool,
    phrases: &[With],
) -> Frame {
    let reader = site.reader;
    let (Some(verb), Some(clause)) = (telling_verb(site, dated), site.clauses.get(dated.target.clause()))
    else {
        return Frame::default();
    };
    let be = |i: u32| reader.roles(i as usize).has(Role::Be);
    let passive = passive || (verb.first..verb.head).any(be);
    let mut places = Places { reader, phrases, idiom: false, found: Vec::new(), phrase: 0 };
    if let Some(subject) = subject {
        let pronoun = site.subject(dated.target.clause()).is_some_and(|own| site.is_pronoun(&own));
        // "The upper house, the senate, passed"
        let own = subject.end <= verb.first as usize && reader.document.is_comma(subject.end);
        let end = if own { (verb.first as usize).max(subject.end) } else { subject.end };
        places.fill(if passive { Place::Done } else { Place::Doer }, subject.start..end, true);
        // Whom "he" stands for is known by name; what "it" stands for is not sure enough to tell it from others.
        if pronoun {
            places.found.retain(|filling| filling.is == As::Name);
        }
    }
    let next = clause.verbs.iter().map(|v| v.first).find(|&v| v >= verb.last);
    let end = next.unwrap_or(clause.last) as usize;
    let particle = |&i: &usize| i < end && reader.is_particle(i);
    let behind = verb.last as usize + (verb.last as usize..).take_while(particle).count();
    let object = !passive && places.fill(Place::Done, behind..end, true);
    places.prepositions(behind..end, !passive && !object);
    // With the word behind it a verb names another deed: "gave way" is no giving.
    let (relations, root) = (&reader.language.relations, reader.deed(verb));
    let own = relations.deeds(root).iter().chain(relations.verbs(root)).filter(|_| phrases.is_empty());
    let deeds: Box<[u16]> = own.copied().chain(phrases.iter().map(|with| with.deed)).collect();
    // "the burn is planned", and no "is planned to be ready"
    let led = clause.verbs.iter().any(|v| v.form == Form::Infinitive && v.first == verb.last);
    let states = reader.roles(verb.head as usize).any(STATES);
    Frame {
        single: deeds.iter().any(|&deed| relations.is_suffered(deed)),
        idiom: places.idiom,
        fillings: places.found.into(),
        deeds,
        // "The crisis began when the minister resigned" tells of her deed.
        verb: if keys::circumstance(site, dated).is_some() || states {
            Telling::Nothing
        } else if verb.meaning.any(COMING) || verb.meaning.has(Role::Plan) && !led {
            Telling::Coming
        } else {
            Telling::Deed
        },
        again: told
            .clone()
            .any(|i| reader.roles(i).any(AGAIN) && reader.language.senses.repeats(reader.root(i))),
    }
}

/// The verb that tells what happened; of a gerund or participle that only has the date the verb of its clause: "was fined for diving".
fn telling_verb<'a>(site: &Site<'a>, dated: &Dated) -> Option<&'a Verb> {
    let Target::Verb { clause, verb } = dated.target else { return None };
    let clause = site.clauses.get(clause)?;
    let own = clause.verbs.get(verb)?;
    if matches!(own.form, Form::Finite | Form::Infinitive) {
        return Some(own);
    }
    clause.finite().filter(|main| main.form == Form::Finite && !site.tells_apart(dated.target))
}

/// Places as they are found.
struct Places<'a> {
    reader: &'a Reader<'a>,
    /// Words with which the verb names a deed: "ashore" of "came ashore" is nothing that is done.
    phrases: &'a [With],
    idiom: bool,
    found: Vec<Filling>,
    phrase: u8,
}

impl Places<'_> {
    /// Takes in the noun phrases that a stretch starts with, of `several` all that are joined: "the mayor and his wife", "the owner of the
    /// mill, Ann Lee"; whether there are any.
    fn fill(&mut self, place: Place, range: Range<usize>, several: bool) -> bool {
        let reader = self.reader;
        let (mut at, before) = (range.start, self.found.len());
        while let Some(end) = self.phrase(place, at..range.end) {
            let joined = reader.document.is_comma(end) || reader.roles(end).has(Role::Coordinator);
            if !(several && joined && end < range.end) {
                break;
            }
            at = end + 1;
        }
        self.found.len() > before
    }

    /// Takes in the noun phrase that a stretch starts with; gives where it ends.
    fn phrase(&mut self, place: Place, range: Range<usize>) -> Option<usize> {
        let reader = self.reader;
        let nominal = |i: usize| {
            (reader.is_word(i) || reader.is_number(i) || reader.document.is(i, "-"))
                && (!reader.roles(i).any(ENDING) || reader.is_determiner(i) || reader.roles(i).is_owned())
                && (!reader.is_timed(i) || reader.is_age(i) || self.is_ordinal(i))
        };
        // "A ferry carrying 120 passengers"
        let tells = |i: usize| self.is_verbal(i) && (range.start..i).any(|k| self.is_noun(k));
        let stop = range.clone().find(|&i| !nominal(i) || tells(i)).unwrap_or(range.end);
        let head = (range.start..stop).rfind(|&i| self.is_noun(i))?;
        if self.phrases.iter().any(|with| with.word == reader.root(head)) {
            self.idiom |= matches!(place, Place::Done);
            return Some(stop);
        }
        self.phrase = self.phrase.saturating_add(1);
        // "the double-decker A380": what has a name with a number is told apart by that.
        let numbered = (head + 1..stop).any(|i| reader.is_capital(i));
        // "Rovers sacked their coach", "Dockers walked out": a name, or a noun, which nothing tells.
        let unclear = head == range.start && self.opens_common(head) && !self.is_common(head);
        let named = numbered || unclear || self.names(place, range.start..head + 1);
        let noun = self.noun(head, range.start);
        if !named {
            self.note(place, As::Head, noun);
        }
        for token in range.start..head {
            if !self.is_noun(token) && !self.is_ordinal(token) {
                continue;
            }
            let before = self.noun(token, token);
            if before.faces() || !named && self.tells_apart(token, before.root) {
                self.note(place, As::Beside, before);
            }
        }
        self.behind(place, stop..range.end, noun).or(Some(stop))
    }

    /// Takes in what stands behind "of" and the like and belongs to the noun before it; gives where it ends.
    fn behind(&mut self, place: Place, range: Range<usize>, noun: Noun) -> Option<usize> {
        let reader = self.reader;
        let roles = reader.roles(range.start);
        let ties = roles.has(Role::Genitive) || noun.is_wide() && roles.has(Role::Purpose);
        if range.is_empty() || !ties || reader.leads_time(range.start) {
            return None;
        }
        let plain = |i: usize| {
            reader.is_word(i)
                && (!reader.roles(i).any(ENDING) || reader.is_determiner(i))
                && !reader.is_timed(i)
        };
        let stop = (range.start + 1..range.end).find(|&i| !plain(i)).unwrap_or(range.end);
        let head = (range.start + 1..stop).rfind(|&i| self.is_noun(i))?;
        let inner = self.noun(head, range.start + 1);
        if !reader.is_capital(head) {
            // "approved the plan for the stadium", and elsewhere the stadium.
            self.note(place, if noun.is_wide() { As::Head } else { As::Beside }, inner);
        }
        Some(stop)
    }

    /// Takes in what stands behind prepositions: the first, where it stands for an object, where it happened, and why.
    fn prepositions(&mut self, range: Range<usize>, object: bool) {
        let (reader, start) = (self.reader, range.start);
        for at in range.clone() {
            let roles = reader.roles(at);
            if !roles.has(Role::Preposition) || reader.is_timed(at) || reader.leads_time(at) {
                continue;
            }
            let because = at > start && reader.roles(at - 1).has(Role::Subordinator);
            let placed = reader.language.nouns.leads_place(reader.root(at));
            let happens = (at + 1..range.end)
                .find(|&i| !self.is_noun(i) && !reader.is_determiner(i))
                .and_then(|end| (at + 1..end).rfind(|&i| self.is_noun(i)))
                .is_some_and(|head| reader.roles(head).has(Role::Happening));
            let place = if because {
                Place::Cause
            } else if object && at == start && !placed {
                Place::Behind(reader.root(at))
            } else if placed && !happens && reader.is_determiner(at + 1) {
                Place::At(reader.root(at))
            } else {
                continue;
            };
            self.fill(place, at + 1..range.end, false);
        }
    }

    /// Takes in the names that a phrase ends with; whether it ends with any.
    fn names(&mut self, place: Place, phrase: Range<usize>) -> bool {
        let reader = self.reader;
        let name = |i: usize| {
            reader.is_capital(i) && self.is_noun(i) && !reader.roles(i).any(OFFICES) && !self.opens_common(i)
        };
        let first = phrase.clone().rev().take_while(|&i| name(i)).count();
        let names = phrase.end - first..phrase.end;
        // "the Senate": a noun, with whatever capital.
        let common = |i: usize| i > phrase.start && reader.language.nouns.knows(reader.root(i));
        if names.is_empty() || names.len() == 1 && common(names.start) {
            return false;
        }
        for token in names {
            let noun = self.noun(token, phrase.start);
            self.note(place, As::Name, noun);
        }
        true
    }

    /// Whether a word has its capital from its place at the start of a sentence: "Thieves broke in"; "Germany won" is a name.
    fn opens_common(&self, token: usize) -> bool {
        let (reader, document) = (self.reader, self.reader.document);
        let opens = document
            .sentence_of(token)
            .and_then(|s| document.sentences.get(s))
            .is_some_and(|s| (s.body as usize..token).all(|i| reader.is_mark(i)));
        opens
            && !reader.is_capital(token + 1)
            && (document.is_plural(token, reader.language) || !reader.roles(token).is_none())
    }

    /// Whether a word is known as a noun.
    fn is_common(&self, token: usize) -> bool {
        !self.reader.roles(token).is_none() || self.reader.language.nouns.knows(self.reader.root(token))
    }

    fn note(&mut self, place: Place, is: As, noun: Noun) {
        self.found.push(Filling { place, phrase: self.phrase, is, noun });
    }

    /// What a noun is, with the words before it from `first` on.
    fn noun(&self, token: usize, first: usize) -> Noun {
        let reader = self.reader;
        let before = |word: Stem| (first..token).any(|i| reader.root(i) == word);
        let person = reader.roles(token).any(Roles::of(&[Role::Person, Role::Masculine, Role::Feminine]));
        // "the semi-final" is no final.
        let hyphened = token >= 2 && reader.document.is(token - 1, "-") && reader.is_word(token - 2);
        let root = if hyphened {
            reader
                .language
                .morphology
                .root(reader.document.span(token - 2, token + 1).of(reader.document.text))
        } else {
            reader.root(token)
        };
        reader.language.nouns.noun(root, person, before)
    }

    fn is_noun(&self, token: usize) -> bool {
        let reader = self.reader;
        reader.is_content(token) && !reader.roles(token).has(Role::Adverb)
    }

    /// Whether a word is a form of a verb, and no noun.
    fn is_verbal(&self, token: usize) -> bool {
        let roles = self.reader.roles(token);
        let forms = Roles::of(&[Role::Participle, Role::Past, Role::Gerund]);
        roles.any(forms) && !roles.has(Role::Noun) && !self.reader.is_capital(token)
    }

    fn is_ordinal(&self, token: usize) -> bool {
        self.reader.roles(token).has(Role::Superlative)
    }

    /// Whether a word before a noun tells it from others: "water" before "bill".
    fn tells_apart(&self, token: usize, root: Stem) -> bool {
        let reader = self.reader;
        // "the lending rate" and "the deposit rate", but "the stolen car" and "the damaged car"
        let described = self.is_verbal(token) && !reader.roles(token).has(Role::Gerund);
        !described
            && !reader.is_capital(token)
            && !self.is_ordinal(token)
            && !reader.document.is(token + 1, "-")
            && !reader.language.nouns.is_plain(root, reader.document.word(token))
    }
}
