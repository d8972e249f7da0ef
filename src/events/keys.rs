//! The words that carry a clause's meaning, by which tellings of one event are found.

use super::site::{Dated, Reader, Site, Target};
use crate::lang::{Role, Roles, Stem};
use crate::segment::{Form, Opener};
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

/// What the words that tell an event have in common with those of others, sorted, each once.
pub(super) struct Words {
    /// Stems of the telling words, and of the [`subject`] that stands elsewhere.
    pub(super) keys: Vec<Stem>,
    /// Roots by which phrases find it.
    pub(super) roots: Vec<Stem>,
}

/// Of the tokens that tell an event, and of the noun that a relative clause describes: "an update that it sent out".
pub(super) fn words(
    site: &Site<'_>,
    dated: &Dated,
    told: Range<usize>,
    subject: Option<&Range<usize>>,
) -> Words {
    let reader = site.reader;
    let elsewhere = subject.filter(|s| !told.contains(&s.start)).cloned();
    let clause = dated.target.clause();
    let relative = site.clauses.get(clause).is_some_and(|c| c.opener == Opener::Relative);
    let described = relative.then(|| site.antecedent(clause)).flatten();
    let (mut keys, mut roots) = (Vec::with_capacity(told.len()), Vec::with_capacity(told.len()));
    // Most words are both, and a root is looked for once.
    for token in told.chain(described.into_iter().flatten()) {
        let (key, root) = (is_key(reader, token), reader.is_content(token));
        if key || root {
            let stem = reader.root(token);
            keys.extend(key.then_some(stem));
            roots.extend(root.then_some(stem));
        }
    }
    keys.extend(elsewhere.into_iter().flatten().filter(|&i| is_key(reader, i)).map(|i| reader.root(i)));
    Words { keys: each_once(keys), roots: each_once(roots) }
}

/// Stems of the telling words among tokens, sorted, each once.
pub(super) fn stems(reader: &Reader<'_>, tokens: impl Iterator<Item = usize>) -> Vec<Stem> {
    each_once(tokens.filter(|&i| is_key(reader, i)).map(|i| reader.root(i)).collect())
}

/// Roots of the words among tokens that tell anything, sorted, each once.
pub(super) fn roots(reader: &Reader<'_>, tokens: impl Iterator<Item = usize>) -> Vec<Stem> {
    each_once(tokens.filter(|&i| reader.is_content(i)).map(|i| reader.root(i)).collect())
}

fn each_once(mut stems: Vec<Stem>) -> Vec<Stem> {
    stems.sort_unstable();
    stems.dedup();
    stems
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
pub(super) fn deeds(site: &Site<'_>, dated: &Dated, names: &[Stem]) -> Vec<u16> {
    let reader = site.reader;
    let relations = &reader.language.relations;
    let phrases = phrases(site, dated);
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
    let mut deeds: Vec<u16> = named.chain(phrases).chain(alike.iter().copied()).collect();
    deeds.sort_unstable();
    deeds.dedup();
    deeds
}

/// Root of the verb that tells how or what came about: "The crisis began when the minister resigned".
fn circumstance(site: &Site<'_>, dated: &Dated) -> Option<Stem> {
    let (reader, clause) = (site.reader, dated.target.clause());
    let within = dated.within.as_ref()?;
    let told = site.clauses.iter().enumerate().find(|(_, c)| {
        let first = c.first as usize;
        c.parent == Some(clause) && within.contains(&first) && reader.roles(first).has(Role::When)
    });
    let verb = site.finite(told?.0)?;
    (!verb.negated).then(|| reader.root(verb.head as usize))
}

/// Numbers of the deeds that a verb names with a word behind it: "stepped down", "found her guilty".
fn phrases(site: &Site<'_>, dated: &Dated) -> SmallVec<[u16; 2]> {
    let reader = site.reader;
    let Some(verb) = site.verb(dated.target).filter(|v| !v.negated) else { return SmallVec::new() };
    let with = reader.language.relations.with(reader.root(verb.head as usize));
    if with.is_empty() {
        return SmallVec::new();
    }
    let clause = site.clauses.get(dated.target.clause());
    let (first, end) = (verb.head as usize + 1, clause.map_or(0, |c| c.last as usize));
    // What another verb says is its own.
    let next = clause.and_then(|c| c.verbs.iter().map(|v| v.first as usize).find(|&v| v >= first));
    let last = end.min(first + WITH).min(next.unwrap_or(end));
    let behind: SmallVec<[Stem; 12]> = (first..last).map(|i| reader.root(i)).collect();
    with.iter().filter(|w| behind.contains(&w.word)).map(|w| w.deed).collect()
}

/// Whether what a verb tells is done to its subject.
pub(super) fn is_passive(site: &Site<'_>, dated: &Dated) -> bool {
    let be = |i: u32| site.reader.roles(i as usize).has(Role::Be);
    site.verb(dated.target).is_some_and(|verb| (verb.first..verb.head).any(be))
}

/// Stems of the names in the subject of a verb that is not passive, sorted.
pub(super) fn who(site: &Site<'_>, dated: &Dated, subject: Option<&Range<usize>>) -> Vec<Stem> {
    let tokens = acting(site, dated, subject).into_iter().flatten();
    stems(site.reader, tokens.filter(|&i| is_name(site, i)))
}

/// Stems of the words of that subject before what describes it ("Tomas Beyer, a friend of Raymond Kell"), sorted.
pub(super) fn agent(site: &Site<'_>, dated: &Dated, subject: Option<&Range<usize>>) -> Vec<Stem> {
    let reader = site.reader;
    let describes = |i: usize| reader.document.is_comma(i) || reader.roles(i).has(Role::Preposition);
    let subject = acting(site, dated, subject).into_iter().flatten();
    stems(reader, subject.take_while(|&i| !describes(i)))
}

/// Stems of the names among the tokens that tell an event, sorted.
pub(super) fn named(site: &Site<'_>, told: Range<usize>) -> Vec<Stem> {
    stems(site.reader, told.filter(|&i| is_name(site, i)))
}

/// The subject of a verb that is not passive.
fn acting(site: &Site<'_>, dated: &Dated, subject: Option<&Range<usize>>) -> Option<Range<usize>> {
    let verb = site.verb(dated.target)?;
    subject.filter(|_| !is_passive(site, dated) && verb.form == Form::Finite).cloned()
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

/// Such names among the tokens that tell an event and in the subject that stands elsewhere, and all other whole numbers, which
/// may be short for one: "the 787".
pub(super) fn models(
    reader: &Reader<'_>,
    told: Range<usize>,
    subject: Option<&Range<usize>>,
) -> (Vec<Model>, Vec<Stem>) {
    let (mut models, mut numbers) = (Vec::new(), Vec::new());
    let document = reader.document;
    let elsewhere = subject.filter(|s| !told.contains(&s.start)).cloned();
    for token in told.chain(elsewhere.into_iter().flatten()) {
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
            numbers.push(reader.root(token));
        }
    }
    (models, numbers)
}

/// Whether a word tells something that two tellings may share.
fn is_key(reader: &Reader<'_>, token: usize) -> bool {
    // "Tessaly Grain was founded": the ending makes a name that opens its sentence no adverb.
    let named = reader.is_capital(token) && reader.is_capital(token + 1);
    let empty = if named { NAMELESS } else { EMPTY };
    reader.is_long_word(token) && !reader.is_timed(token) && !reader.roles(token).any(empty)
}
