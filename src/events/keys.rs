//! The words that carry a clause's meaning, by which tellings of one event are found.

use super::site::{Dated, Reader, Site, Target};
use crate::lang::{Role, Roles, Stem};
use crate::segment::{Form, Opener};
use crate::span::Span;
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

/// Words that have a capital only at the start of a sentence.
const COMMON: Roles =
    Roles::of(&[Role::Determiner, Role::Person, Role::Many, Role::Noun, Role::Happening, Role::Preposition]);

/// Stems of the telling words under a span, and of the [`subject`] that stands elsewhere, sorted, each once.
pub(super) fn keys(site: &Site<'_>, dated: &Dated, span: Span, subject: Option<&Range<usize>>) -> Vec<Stem> {
    let reader = site.reader;
    let elsewhere = subject.filter(|s| !reader.tokens(span).contains(&s.start)).cloned();
    // "an update that it sent out": what is described tells, too.
    let clause = dated.target.clause();
    let relative = site.clauses.get(clause).is_some_and(|c| c.opener == Opener::Relative);
    let described = relative.then(|| site.antecedent(clause)).flatten();
    let tokens = reader.tokens(span).chain(elsewhere.into_iter().flatten());
    stems(reader, tokens.chain(described.into_iter().flatten()))
}

/// Stems of the telling words among tokens, sorted, each once.
pub(super) fn stems(reader: &Reader<'_>, tokens: impl Iterator<Item = usize>) -> Vec<Stem> {
    let mut stems: Vec<Stem> = tokens.filter_map(|i| stem(reader, i)).collect();
    stems.sort_unstable();
    stems.dedup();
    stems
}

/// The words of the subject of a verb that tells an event, or of what its pronoun or "who" stands for.
pub(super) fn subject(site: &Site<'_>, dated: &Dated) -> Option<Range<usize>> {
    let Target::Verb { clause, .. } = dated.target else { return None };
    let subject = site.subject(clause).or_else(|| site.shared_subject(clause))?;
    if site.is_pronoun(&subject) { site.resolve(clause) } else { Some(subject) }
}

/// Numbers of the deeds that what names an event stands for, sorted.
pub(super) fn deeds(reader: &Reader<'_>, names: &[Stem]) -> Vec<u16> {
    let relations = &reader.language.relations;
    let mut deeds: Vec<u16> = names.iter().flat_map(|name| relations.deeds(*name)).copied().collect();
    deeds.sort_unstable();
    deeds.dedup();
    deeds
}

/// Stems of the names in the subject of a verb that is not passive, sorted.
pub(super) fn who(site: &Site<'_>, dated: &Dated, subject: Option<&Range<usize>>) -> Vec<Stem> {
    let reader = site.reader;
    let (Some(verb), Some(subject)) = (site.verb(dated.target), subject) else { return Vec::new() };
    let passive = (verb.first..verb.head).any(|i| reader.roles(i as usize).has(Role::Be));
    if passive || verb.form != Form::Finite {
        return Vec::new();
    }
    // The first word of a sentence is a name only with another behind it.
    let first = |i: usize| site.opens(i) && (reader.roles(i).any(COMMON) || !reader.is_capital(i + 1));
    let named = |&i: &usize| reader.is_capital(i) && !first(i);
    stems(reader, subject.clone().filter(named))
}

/// The stem of a word that tells something.
fn stem(reader: &Reader<'_>, token: usize) -> Option<Stem> {
    let word = reader.document.word(token);
    let tells =
        reader.is_word(token) && word.len() > 2 && !reader.is_timed(token) && !reader.roles(token).any(EMPTY);
    tells.then(|| reader.language.morphology.root(word))
}
