//! The words that carry a clause's meaning, by which tellings of one event are found.

use super::reference::is_compound;
use super::site::{Dated, Reader, Site, Target};
use super::words::{Found, Part};
use crate::lang::{Role, Roles, Stem, With};
use crate::segment::{Clause, Form, Opener, Verb};
use smallvec::SmallVec;
use std::ops::Range;

/// Words that any clause may have, and those of saying and planning, which two tellings seldom share.
const EMPTY: Roles = Roles::FUNCTION.union(Roles::of(&[
    Role::To,
    Role::Adverb,
    Role::Possessive,
    Role::Lead,
    Role::Say,
    Role::Plan,
]));

/// Those that are none with the capital of a name.
const NAMELESS: Roles =
    Roles::FUNCTION.union(Roles::of(&[Role::To, Role::Possessive, Role::Lead, Role::Say, Role::Plan]));

/// Words that have a capital only at the start of a sentence.
const COMMON: Roles =
    Roles::of(&[Role::Determiner, Role::Person, Role::Many, Role::Noun, Role::Happening, Role::Preposition]);

/// The words of an event: of the tokens that tell it, of its [`subject`], of the noun that a relative clause describes ("an update
/// that it sent out"), and of what hangs on it.
pub(super) fn words(
    site: &Site<'_>,
    dated: &Dated,
    told: &Range<usize>,
    subject: Option<&Range<usize>>,
    passive: bool,
    found: &mut Found,
) {
    let reader = site.reader;
    let acting = subject.filter(|_| !passive && acts(site, dated)).cloned().unwrap_or_default();
    let agent = agent(reader, &acting);
    let subject = subject.cloned().unwrap_or_default();
    let of_subject = |token: usize| {
        let named = acting.contains(&token) && is_name(site, token);
        Part::SUBJECT | Part::WHO.given(named) | Part::AGENT.given(agent.contains(&token))
    };
    for token in told.clone().filter(|&i| reader.is_long_word(i)) {
        let (key, root) = (is_key(reader, token), reader.is_content(token));
        if !(key || root) {
            continue;
        }
        let tells = root && !is_modifier(site, token);
        let mut part = Part::KEY.given(key) | Part::ROOT.given(root) | Part::TELLS.given(tells);
        if key {
            part = part | Part::NAMED.given(is_name(site, token));
        }
        if key && subject.contains(&token) {
            part = part | of_subject(token);
        }
        found.note(reader.root(token), part);
    }
    let elsewhere = !told.contains(&subject.start);
    for token in subject.filter(|i| !told.contains(i) && is_key(reader, *i)) {
        found.note(reader.root(token), of_subject(token) | Part::KEY.given(elsewhere));
    }
    let clause = dated.target.clause();
    let relative = site.clauses.get(clause).is_some_and(|c| c.opener == Opener::Relative);
    for token in relative.then(|| site.antecedent(clause)).flatten().into_iter().flatten() {
        let root = reader.is_content(token);
        let part = Part::KEY.given(is_key(reader, token)) | Part::ROOT.given(root);
        let part = part | Part::TELLS.given(root && !is_modifier(site, token));
        if part != Part::NONE {
            found.note(reader.root(token), part);
        }
    }
    // "said it would close 40 stores in France": what was said tells which saying it was.
    for clause in said(site, dated, told) {
        for token in (clause.first as usize..clause.last as usize).filter(|&i| is_key(reader, i)) {
            let part = Part::KEY | Part::ROOT.given(reader.is_content(token));
            found.note(reader.root(token), part | Part::NAMED.given(is_name(site, token)));
        }
    }
    for clause in hanging(site, dated) {
        let tokens = clause.first as usize..clause.last as usize;
        let tokens = tokens.filter(|&i| reader.is_content(i) && !is_modifier(site, i));
        tokens.for_each(|i| found.note(reader.root(i), Part::HANGING));
    }
}

/// Whether a noun only describes the one behind it: "fire" of "the fire chief".
fn is_modifier(site: &Site<'_>, token: usize) -> bool {
    let behind = token + if site.reader.document.is(token + 1, "-") { 2 } else { 1 };
    let verb =
        || site.clauses.iter().flat_map(|c| &c.verbs).any(|v| (v.first..v.last).contains(&(token as u32)));
    is_compound(site, behind) && !verb()
}

/// Undated clauses of what is said in the event's, where that verb says something, and which it does not hold itself.
fn said<'a>(site: &Site<'a>, dated: &Dated, told: &Range<usize>) -> impl Iterator<Item = &'a Clause> {
    let says = site.verb(dated.target).is_some_and(|v| v.meaning.has(Role::Say));
    let (clause, site, end) = (dated.target.clause(), *site, told.end);
    let content = move |n: usize, c: &Clause| {
        says && c.opener == Opener::Complement
            && c.parent == Some(clause)
            && c.first as usize >= end
            && !site.is_dated(n)
    };
    site.clauses.iter().enumerate().filter(move |(n, c)| content(*n, c)).map(|(_, c)| c)
}

/// Undated clauses that hang on the event's: "ended when both sides signed an agreement".
fn hanging<'a>(site: &Site<'a>, dated: &Dated) -> impl Iterator<Item = &'a Clause> {
    let told = !matches!(dated.target, Target::Noun { .. });
    let tells = told && site.clauses.iter().any(|c| c.opener == Opener::Subordinator);
    let chain = if tells { site.chain(dated.target.clause()) } else { SmallVec::new() };
    let site = *site;
    let hangs = move |n: usize, clause: &Clause| {
        clause.opener == Opener::Subordinator
            && clause.parent.is_some_and(|p| chain.contains(&p))
            && !site.is_dated(n)
    };
    site.clauses.iter().enumerate().filter(move |(n, clause)| hangs(*n, clause)).map(|(_, clause)| clause)
}

/// The words of the subject of a verb that tells an event, or of what its pronoun or "who" stands for.
///
/// `own` is what stands before the verb itself.
pub(super) fn subject(site: &Site<'_>, dated: &Dated, own: Option<Range<usize>>) -> Option<Range<usize>> {
    let Target::Verb { clause, .. } = dated.target else { return None };
    let subject = own.or_else(|| site.shared_subject(clause))?;
    if site.is_pronoun(&subject) { site.resolve(clause) } else { Some(subject) }
}

/// How far behind its verb a word that makes it name a deed may stand: "found the former mayor of Eddlestone guilty".
const WITH: usize = 10;

/// Numbers of the deeds that what names an event stands for, sorted.
pub(super) fn deeds(site: &Site<'_>, dated: &Dated, names: &[Stem], phrases: &[With]) -> Box<[u16]> {
    let reader = site.reader;
    let relations = &reader.language.relations;
    // With the word behind it a verb names no other deed: "gave way" is no giving.
    let verb = site.verb(dated.target).filter(|_| !phrases.is_empty()).map(|v| reader.root(v.head as usize));
    // "submitted the motion": where nothing that is done is named beside it, the verb names it.
    let alone =
        site.verb(dated.target).filter(|v| names.is_empty() && !v.negated && v.meaning.has(Role::Perform));
    let alone = alone.map(|v| reader.root(v.head as usize));
    let named = names.iter().copied().chain(alone).filter(|name| verb != Some(*name));
    let named = named.chain(circumstance(site, dated));
    let named = named.flat_map(|name| relations.deeds(name).iter().copied());
    // "makes" and "made" are forms of one verb; with a word of its own it is another.
    let alike = site.verb(dated.target).filter(|v| !v.negated && phrases.is_empty());
    let alike = alike.map_or(&[][..], |v| relations.verbs(reader.root(v.head as usize)));
    let mut deeds: SmallVec<[u16; 8]> =
        named.chain(phrases.iter().map(|w| w.deed)).chain(alike.iter().copied()).collect();
    deeds.sort_unstable();
    deeds.dedup();
    deeds.as_slice().into()
}

/// Root of the verb that tells how or what came about: "The crisis began when the minister resigned".
pub(super) fn circumstance(site: &Site<'_>, dated: &Dated) -> Option<Stem> {
    let (reader, clause) = (site.reader, dated.target.clause());
    let within = dated.within.as_ref()?;
    let told = site.clauses.iter().enumerate().find(|(_, c)| {
        let first = c.first as usize;
        c.parent == Some(clause) && within.contains(&first) && reader.roles(first).has(Role::When)
    });
    let verb = site.finite(told?.0)?;
    (!verb.negated).then(|| reader.root(verb.head as usize))
}

/// The words behind a verb with which it names a deed: "stepped down", "found her guilty"; of what is done to its subject those of that:
/// "the ban was lifted".
pub(super) fn phrases(site: &Site<'_>, dated: &Dated, subject: Option<&Range<usize>>) -> SmallVec<[With; 2]> {
    let reader = site.reader;
    let relations = &reader.language.relations;
    let clause = site.clauses.get(dated.target.clause());
    let Some(verb) = site.verb(dated.target) else { return headline_phrases(site, dated) };
    let with = relations.with(reader.root(verb.head as usize));
    if with.is_empty() || verb.negated {
        return SmallVec::new();
    }
    let (first, end) = (verb.head as usize + 1, clause.map_or(0, |c| c.last as usize));
    // What another verb says is its own, but for "cleared to play".
    let next = clause.and_then(|c| c.verbs.iter().find(|v| v.first as usize >= first));
    let tied = |v: &Verb| v.form == Form::Infinitive && v.first == verb.last;
    let next = next.map_or(end, |v| if tied(v) { v.last } else { v.first } as usize);
    let last = end.min(first + WITH).min(next);
    let subject = subject.filter(|_| is_passive(site, dated)).cloned().unwrap_or_default();
    let around: SmallVec<[Stem; 12]> = (first..last).chain(subject).map(|i| reader.root(i)).collect();
    with.iter().filter(|w| around.contains(&w.word)).copied().collect()
}

/// The same in a heading or label whose verb may be a noun: "June 10: Lang steps down".
fn headline_phrases(site: &Site<'_>, dated: &Dated) -> SmallVec<[With; 2]> {
    let (Target::Phrase { clause }, reader) = (dated.target, site.reader) else { return SmallVec::new() };
    let Some(clause) = site.clauses.get(clause) else { return SmallVec::new() };
    let pairs = (clause.first as usize..clause.last as usize).flat_map(|i| {
        let with = reader.language.relations.with(reader.root(i)).iter();
        with.filter(move |w| reader.root(i + 1) == w.word).copied()
    });
    pairs.collect()
}

/// Whether what a verb tells is done to its subject.
pub(super) fn is_passive(site: &Site<'_>, dated: &Dated) -> bool {
    let be = |i: u32| site.reader.roles(i as usize).has(Role::Be);
    site.verb(dated.target).is_some_and(|verb| (verb.first..verb.head).any(be))
        || site.shared_passive(dated.target).is_some()
}

/// The tokens of what says who does it before what describes that: "Tomas Beyer, a friend of Raymond Kell".
fn agent(reader: &Reader<'_>, acting: &Range<usize>) -> Range<usize> {
    let describes = |i: &usize| reader.document.is_comma(*i) || reader.roles(*i).has(Role::Preposition);
    acting.start..acting.clone().find(describes).unwrap_or(acting.end)
}

/// Whether what a verb that is not passive tells is done by its subject.
fn acts(site: &Site<'_>, dated: &Dated) -> bool {
    site.verb(dated.target).is_some_and(|verb| verb.form == Form::Finite)
}

/// Whether a token has the capital of a name: the first word of a sentence only with another behind it.
fn is_name(site: &Site<'_>, token: usize) -> bool {
    let reader = site.reader;
    let first = || site.opens(token) && (reader.roles(token).any(COMMON) || !reader.is_capital(token + 1));
    reader.is_capital(token) && !first()
}

/// A name with a number: "A380", "Flight 218".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Model {
    /// Stem of the word or letters before the number: two of one kind with other numbers are two things.
    pub(crate) kind: Stem,
    /// Stem by which it is known.
    pub(crate) number: Stem,
}

/// Fewer digits count things rather than name one.
const SHORT: usize = 3;

/// Such names among the tokens that tell an event and in the subject that stands elsewhere; all other whole numbers, which may be
/// short for one ("the 787"), are put to what was `found`.
pub(super) fn models(
    reader: &Reader<'_>,
    told: &Range<usize>,
    subject: Option<&Range<usize>>,
    found: &mut Found,
) -> Box<[Model]> {
    let mut models = Vec::new();
    let document = reader.document;
    let elsewhere = subject.filter(|s| !told.contains(&s.start)).cloned();
    for token in told.clone().chain(elsewhere.into_iter().flatten()) {
        if !reader.is_number(token) || matches!(document.word(token + 1), "%" | "°") {
            continue;
        }
        let parted = document.parts_number(token + 1) || document.parts_number(token.wrapping_sub(1));
        let Some(before) = token.checked_sub(1).filter(|_| !parted && !reader.is_timed(token)) else {
            continue;
        };
        let glued = document.tokens.get(token).is_some_and(|t| t.glued) && reader.is_word(before);
        let named = reader.is_capital(before) && !reader.is_timed(before) && !reader.roles(before).any(EMPTY);
        if glued || named {
            let first = if glued { before } else { token };
            let number = reader.language.morphology.root(document.span(first, token + 1).of(document.text));
            models.push(Model { kind: reader.root(before), number });
        } else if document.word(token).len() >= SHORT {
            found.note(reader.root(token), Part::NUMBER);
        }
    }
    models.into()
}

/// Whether a word tells something that two tellings may share.
fn is_key(reader: &Reader<'_>, token: usize) -> bool {
    // "Tessaly Grain was founded": the ending makes a name that opens its sentence no adverb.
    let named = reader.is_capital(token) && reader.is_capital(token + 1);
    let empty = if named { NAMELESS } else { EMPTY };
    // "fourteen" and "14" are told apart by nothing.
    let number = || {
        let word = reader.document.tokens.get(token).map(|t| t.word);
        word.is_some_and(|word| reader.language.lexicon.is_number(word))
    };
    // "more than 900"
    let compares = reader.roles(token + 1).has(Role::Comparison);
    reader.is_long_word(token)
        && !reader.is_timed(token)
        && !reader.roles(token).any(empty)
        && !compares
        && !number()
}
