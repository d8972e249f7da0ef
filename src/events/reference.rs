//! Nouns that point back at an event told elsewhere: "the shooting", "Reis's departure", "the delivery of the trams".
//!
//! Input: a sentence, and then the events of one article or of several. Output: an event each, which takes its time from the
//! one that it names again.
//! Knows nothing of order or output.

use super::placed::undated;
use super::site::{Dated, Site, Target};
use super::{Basis, Event, Part, Status};
use crate::expression::Tense;
use crate::lang::{Language, Relations, Role, Roles, Stem};
use crate::resolve::{Reason, When};
use crate::segment::Form;
use crate::sorting;
use rustc_hash::FxHashMap;
use smallvec::SmallVec;
use std::ops::Range;

/// The longest noun phrase looked at, in tokens before its noun.
const LONGEST: usize = 8;
/// How many events of one name are looked at.
const LOOKED_AT: usize = 24;
/// Enough for an event of the same article.
const ENOUGH: i32 = 3;
/// Enough for one of another article, which must share what describes it.
const ELSEWHERE: i32 = 7;

/// What a noun that points back says of the event that it means.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Naming {
    /// Roots of the words that describe it, sorted.
    described: Vec<Stem>,
    /// Roots of the last words of names among them, one of which the event must share: "India" of "the Air India order".
    names: Vec<Stem>,
    /// "the", "this" or "their" stands before it.
    definite: bool,
    /// Its clause says what it was: "The vote was close".
    over: bool,
}

const LIGHT: Roles = Roles::of(&[Role::Say, Role::Deny]);

/// Roots of the verb or nouns that name what an event's clause tells: its verb; its subject, where that happens and the verb
/// is not done to it; what is held, staged, won or lost.
///
/// `subject` is the verb's own; of "The vote … It was held on Sunday" what the pronoun stands for.
pub(super) fn names(site: &Site<'_>, dated: &Dated, subject: Option<&Range<usize>>) -> SmallVec<[Stem; 4]> {
    let reader = site.reader;
    let clause = dated.target.clause();
    let mut names = SmallVec::new();
    match dated.target {
        Target::Noun { last, .. } => names.extend(last.checked_sub(1).map(|i| reader.root(i))),
        Target::Phrase { .. } => {
            let tokens = site.pieces(clause).into_iter().flatten();
            names.extend(tokens.filter(|&i| is_deed(site, i)).map(|i| reader.root(i)));
        }
        Target::Verb { .. } => {
            let Some(verb) = site.verb(dated.target) else { return names };
            let performs = verb.meaning.has(Role::Perform);
            if verb.negated {
                return names;
            }
            let (first, head) = (verb.first as usize, verb.head as usize);
            if !verb.copula && !performs {
                names.push(reader.deed(verb));
            }
            // What has no date of its own tells an event by its verb alone: "the deal is good" is no deal.
            if matches!(dated.basis, Basis::Context | Basis::Article) {
                if verb.tense == Tense::Present && !site.is_heading() {
                    names.clear();
                }
                return names;
            }
            let passive = (first..head).any(|i| reader.roles(i).has(Role::Be));
            let done = passive && !performs || verb.meaning.any(LIGHT) || verb.form != Form::Finite;
            if let Some(noun) = subject.filter(|_| !done).and_then(|s| head_of(site, s.clone())) {
                names.push(reader.root(noun));
            }
            let last = site.clauses.get(clause).map_or(0, |c| c.last as usize);
            if let Some(noun) = head_of(site, verb.last as usize..last).filter(|_| performs && !passive) {
                names.push(reader.root(noun));
            }
        }
    }
    sorting::sort(&mut names);
    names.dedup();
    names
}

/// Whether a clause only says when or how something told before came about: "The collapse came at 11:25 p.m.", "signed the
/// agreement in May".
pub(super) fn recalls(site: &Site<'_>, dated: &Dated) -> bool {
    let reader = site.reader;
    let Some(verb) = site.verb(dated.target).filter(|v| !v.negated && v.form == Form::Finite) else {
        return false;
    };
    let definite = |i: usize| {
        let roles = reader.roles(i);
        roles.any(Roles::of(&[Role::Determiner, Role::Demonstrative])) && !roles.has(Role::Indefinite)
    };
    // "signed the agreement on June 15": the object names what the verb tells.
    let deeds = |i: usize| reader.language.relations.deeds(reader.root(i));
    let (head, behind) = (verb.head as usize, verb.last as usize);
    let object = definite(behind) && deeds(behind + 1).iter().any(|deed| deeds(head).contains(deed));
    if object && verb.tense == Tense::Past {
        return true;
    }
    let light = verb.meaning.any(Roles::of(&[Role::Impersonal, Role::Perform]));
    let subject = if light { site.subject(dated.target.clause()) } else { None };
    subject.is_some_and(|s| definite(s.start) && head_of(site, s).is_some())
}

/// The noun of a deed that a noun phrase is about: its last word before a preposition or a mark.
fn head_of(site: &Site<'_>, range: Range<usize>) -> Option<usize> {
    let reader = site.reader;
    let ends = |i: &usize| {
        reader.is_mark(*i) && !reader.document.is(*i, "-")
            || reader.roles(*i).any(Roles::of(&[Role::Preposition, Role::Relative, Role::To]))
            || reader.is_timed(*i) && *i > range.start
    };
    let end = range.clone().find(ends).unwrap_or(range.end);
    let noun = end.checked_sub(1).filter(|&i| i >= range.start)?;
    is_deed(site, noun).then_some(noun)
}

/// Whether a token's word is a noun of something that is done or happens.
fn is_deed(site: &Site<'_>, token: usize) -> bool {
    let reader = site.reader;
    reader.is_word(token)
        && (reader.roles(token).has(Role::Happening)
            || !reader.language.relations.deeds(reader.root(token)).is_empty())
}

/// The nouns of a sentence that point back, or bring a date of their own: "the raid", "its 1990 invasion".
pub(super) fn references(site: &Site<'_>, found: &[Event]) -> Vec<(Dated, Option<Naming>)> {
    let reader = site.reader;
    let Some(sentence) = reader.document.sentences.get(site.sentence) else { return Vec::new() };
    let mut references = Vec::new();
    for noun in sentence.body as usize..sentence.last as usize {
        if reader.is_timed(noun) || reader.roles(noun).any(Roles::FUNCTION) || !is_deed(site, noun) {
            continue;
        }
        let mut verbs = site.clauses.iter().flat_map(|c| &c.verbs);
        if verbs.any(|v| (v.first as usize..v.last as usize).contains(&noun) && v.form != Form::Gerund)
            || is_compound(site, noun + 1)
        {
            continue;
        }
        let start = start(site, noun, sentence.body as usize);
        let span = reader.document.span(start, noun + 1);
        let head = reader.root(noun);
        let told = |e: &Event| e.span.contains(span) && e.words.has(head, Part::NAME);
        let Some(clause) = site.clauses.iter().position(|c| c.holds(noun)) else { continue };
        let own = reader.dates(start..noun);
        // "The March vote will decide": its date is told with what the vote does.
        let dates = |e: &Event| {
            e.span.start == span.start && own.is_some_and(|a| e.expression == Some(a.mention.span))
        };
        if found.iter().any(|e| told(e) || dates(e)) {
            continue;
        }
        let roles = |i: usize| reader.roles(i);
        let definite = roles(start).has(Role::Determiner) && !roles(start).has(Role::Indefinite)
            || (start..noun).any(|i| roles(i).has(Role::Possessive));
        let complement = complement(site, noun + 1);
        // "delayed delivery of the trams": a noun without an article names what its complement describes.
        // "killing at least 38 people" does so, and "the killing of two men" is known by that.
        let of = !roles(noun).has(Role::Gerund) || roles(noun + 1).has(Role::Genitive);
        let bare = start == noun && !complement.is_empty() && of;
        if !(definite || bare) || roles(noun).has(Role::Gerund) && !roles(noun).has(Role::Happening) {
            continue;
        }
        let mut rest: Vec<usize> = (start..noun)
            .chain(complement)
            .filter(|&i| reader.is_content(i) && !reader.is_timed(i))
            .collect();
        rest.retain(|&i| !roles(i).has(Role::Person));
        let named =
            |&&i: &&usize| reader.is_capital(i) && !(reader.is_capital(i + 1) && rest.contains(&(i + 1)));
        let names = rest.iter().filter(named).map(|&i| reader.root(i)).collect();
        let mut described: Vec<Stem> = rest.into_iter().map(|i| reader.root(i)).collect();
        sorting::sort(&mut described);
        described.dedup();
        let when = own.map_or_else(undated, |a| a.when.clone());
        let over = site.finite(clause).is_some_and(|v| v.copula && v.tense == Tense::Past && !v.negated);
        references.push((
            Dated {
                target: Target::Noun { clause, first: start, last: noun + 1 },
                when,
                expression: own.map(|a| a.mention.span),
                source: None,
                within: None,
                anchors: Vec::new(),
                basis: if own.is_some() { Basis::Context } else { Basis::Name },
                delayed: false,
            },
            own.is_none().then_some(Naming { described, names, definite, over }),
        ));
    }
    references
}

/// Whether a word goes on a noun phrase, so that the one before it only describes: "raid" of "raid victims".
pub(super) fn is_compound(site: &Site<'_>, token: usize) -> bool {
    let reader = site.reader;
    let roles = reader.roles(token);
    let verb = site.clauses.iter().flat_map(|c| &c.verbs).any(|v| v.first as usize == token);
    let closes = Roles::FUNCTION.union(Roles::of(&[Role::Adverb, Role::To, Role::Possessive, Role::Source]));
    reader.is_word(token) && !verb && !roles.any(closes) && !reader.is_timed(token)
}

/// Where the noun phrase that ends with a noun starts, with its article.
fn start(site: &Site<'_>, noun: usize, first: usize) -> usize {
    let reader = site.reader;
    let mut at = noun;
    while at > first && noun - at < LONGEST {
        let roles = reader.roles(at - 1);
        let joins = matches!(reader.document.word(at - 1), "-" | "'" | "’") || roles.has(Role::Possessive);
        let verb = site.clauses.iter().flat_map(|c| &c.verbs);
        let verb = verb.clone().any(|v| (v.first as usize..v.last as usize).contains(&(at - 1)));
        let ends = roles.any(Roles::of(&[Role::Preposition, Role::Coordinator, Role::To, Role::Relative]));
        if !joins
            && (reader.is_mark(at - 1)
                || verb
                || ends
                || roles.has(Role::Pronoun) && !roles.has(Role::Determiner))
        {
            break;
        }
        at -= 1;
        if roles.has(Role::Determiner) {
            break;
        }
    }
    at
}

/// What stands behind a noun and says of whom or where: "of the two ferries in the strait".
fn complement(site: &Site<'_>, from: usize) -> Range<usize> {
    let reader = site.reader;
    if !reader.roles(from).any(Roles::of(&[Role::Preposition])) {
        return from..from;
    }
    let verbs = || site.clauses.iter().flat_map(|c| &c.verbs);
    let ends = |i: &usize| {
        reader.is_mark(*i) && !matches!(reader.document.word(*i), "-" | "." | "’")
            || reader.is_timed(*i)
            || reader.roles(*i).any(Roles::of(&[Role::Relative, Role::Linker, Role::Subordinator]))
            || verbs().any(|v| v.first as usize == *i)
    };
    let last = reader.document.sentences.get(site.sentence).map_or(from, |s| s.last as usize);
    let end = (from..last.min(from + LONGEST)).find(ends).unwrap_or(last.min(from + LONGEST));
    from..end
}

/// Events by what names them.
struct Index {
    by_root: FxHashMap<Stem, Vec<(usize, usize)>>,
    by_deed: FxHashMap<u16, Vec<(usize, usize)>>,
}

impl Index {
    fn of(articles: &[&[Event]]) -> Self {
        let mut index = Index { by_root: FxHashMap::default(), by_deed: FxHashMap::default() };
        for (a, events) in articles.iter().enumerate() {
            for (n, event) in events.iter().enumerate() {
                let told = event.when.is_dated() && event.naming.is_none() && event.status != Status::Denied;
                for name in event.words.all(Part::NAME).filter(|_| told) {
                    index.by_root.entry(name).or_default().push((a, n));
                }
                for deed in event.deeds.iter().filter(|_| told) {
                    index.by_deed.entry(*deed).or_default().push((a, n));
                }
            }
        }
        index
    }

    /// Events that a noun of this root may name, those told last before `near` first.
    fn candidates(&self, head: Stem, relations: &Relations, near: (usize, usize)) -> Vec<(usize, usize)> {
        let deeds = relations.deeds(head).iter().filter_map(|d| self.by_deed.get(d));
        let mut found: Vec<(usize, usize)> = Vec::new();
        for list in self.by_root.get(&head).into_iter().chain(deeds) {
            let at = list.partition_point(|place| *place < near);
            let (before, behind) = list.split_at(at);
            found.extend(before.iter().rev().take(LOOKED_AT).chain(behind.iter().take(LOOKED_AT)));
        }
        sorting::sort(&mut found);
        found.dedup();
        found
    }
}

/// How well an event fits what a noun names; `None` where it cannot be meant.
fn fit(noun: &Event, naming: &Naming, event: &Event) -> Option<i32> {
    let direct = event.words.has(noun.head, Part::NAME);
    let described =
        naming.described.iter().filter(|r| event.words.has(**r, Part::ROOT)).count().min(3) as i32;
    let named = naming.names.is_empty() || naming.names.iter().any(|name| event.words.has(*name, Part::ROOT));
    if !named || described == 0 && !naming.definite {
        return None;
    }
    let undescribed = i32::from(described == 0 && !naming.described.is_empty());
    Some(3 + i32::from(direct) + 2 * described - undescribed - i32::from(event.is_context()))
}

/// Gives the nouns of one article that point back the times of the events that they name.
pub(super) fn settle(events: &mut [Event], language: &Language) {
    let found = {
        let articles = [&*events];
        let index = Index::of(&articles);
        find(&articles, &index, language, |_, to| to.0 == 0, ENOUGH)
    };
    for (at, to) in found {
        if let Some(noun) = events.get_mut(at.1) {
            to.put(noun);
        }
    }
}

/// Gives the nouns that their own article leaves open the times of events of others.
pub(super) fn relate(articles: &mut [Vec<Event>], language: &Language) {
    for (a, events) in articles.iter_mut().enumerate() {
        events.iter_mut().filter_map(|e| e.refers.as_mut()).for_each(|to| to.0 = a as u32);
    }
    if articles.len() < 2 {
        return;
    }
    let found = {
        let told: Vec<&[Event]> = articles.iter().map(Vec::as_slice).collect();
        let index = Index::of(&told);
        find(&told, &index, language, |from, to| from.0 != to.0, ELSEWHERE)
    };
    for (at, to) in found {
        if let Some(noun) = articles.get_mut(at.0).and_then(|events| events.get_mut(at.1)) {
            to.put(noun);
        }
    }
}

/// An event that a noun means.
struct Meant {
    to: (usize, usize),
    when: When,
    status: Status,
    headline: String,
}

impl Meant {
    fn put(self, noun: &mut Event) {
        noun.when = self.when;
        let because = format!("“{}” points back at “{}”", noun.headline, self.headline);
        noun.when.why.push(Reason::Note(because));
        noun.status = self.status;
        noun.refers = Some((self.to.0 as u32, self.to.1 as u32));
    }
}

fn find(
    articles: &[&[Event]],
    index: &Index,
    language: &Language,
    allowed: impl Fn((usize, usize), (usize, usize)) -> bool,
    enough: i32,
) -> Vec<((usize, usize), Meant)> {
    let mut found = Vec::new();
    for (a, events) in articles.iter().enumerate() {
        for (n, noun) in events.iter().enumerate() {
            let Some(naming) =
                noun.naming.as_deref().filter(|_| noun.refers.is_none() && !noun.when.is_dated())
            else {
                continue;
            };
            let near = (a, events.partition_point(|e| e.span.start < noun.span.start));
            let best = index
                .candidates(noun.head, &language.relations, near)
                .into_iter()
                .filter(|&to| allowed((a, n), to))
                .filter_map(|to| {
                    let event = &articles[to.0][to.1];
                    // What was told before it happened is not told again.
                    let ahead = event.status == Status::Reported
                        && event.when.interval.from.is_some_and(|from| from.date() > noun.told);
                    let far = if to < near { (1, to) } else { (0, (usize::MAX - to.0, usize::MAX - to.1)) };
                    // "The vote was 228 to 205": nor is what is only planned.
                    let planned = naming.over && event.status == Status::Planned;
                    (!ahead && !planned).then_some(())?;
                    Some((fit(noun, naming, event).filter(|fit| *fit >= enough)?, far, to))
                })
                .max();
            if let Some((_, _, to)) = best {
                let event = &articles[to.0][to.1];
                // "signed the agreement on June 15": it is told right there.
                if to.0 == a && event.span.contains(noun.span) {
                    continue;
                }
                let (when, headline) = (event.when.clone(), event.headline.clone());
                found.push(((a, n), Meant { to, when, status: event.status, headline }));
            }
        }
    }
    found
}
