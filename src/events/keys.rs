//! The words that carry a clause's meaning, by which tellings of one event are found.

use super::site::Reader;
use crate::lang::{Role, Roles};
use crate::segment::TokenKind;
use crate::span::Span;

/// Words that any clause may have, and those of saying and planning, which two tellings seldom share.
const EMPTY: Roles = Roles::FUNCTION.union(Roles::of(&[
    Role::To,
    Role::Adverb,
    Role::Possessive,
    Role::Lead,
    Role::Say,
    Role::Plan,
]));

/// Stems of the telling words under a span, sorted, each once.
pub(super) fn keys(reader: &Reader<'_>, span: Span) -> Vec<String> {
    let document = reader.document;
    let mut keys: Vec<String> = reader
        .tokens(span)
        .filter(|&i| document.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Word))
        .filter(|&i| !reader.is_timed(i) && !reader.roles(i).any(EMPTY))
        .map(|i| document.word(i))
        .filter(|word| word.len() > 2)
        .map(|word| reader.language.morphology.stem(word).to_lowercase())
        .collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}
