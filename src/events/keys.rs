//! The words that carry a clause's meaning, by which tellings of one event are found.

use super::site::Reader;
use crate::lang::{Role, Roles};
use crate::segment::TokenKind;
use crate::span::Span;

/// Words that any clause may have.
const EMPTY: Roles = Roles::of(&[
    Role::Determiner,
    Role::Preposition,
    Role::Pronoun,
    Role::Coordinator,
    Role::Subordinator,
    Role::Linker,
    Role::Relative,
    Role::If,
    Role::To,
    Role::Will,
    Role::Modal,
    Role::Be,
    Role::Have,
    Role::Do,
    Role::Adverb,
    Role::Negation,
    Role::Possessive,
    Role::Lead,
    Role::Say,
    Role::Plan,
    Role::Title,
]);

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
