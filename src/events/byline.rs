//! Lines that say who wrote an article and when it was published: they tell no event.

use super::site::Reader;
use crate::lang::{Role, Roles};
use crate::segment::{Form, TokenKind};

/// The most tokens of such a line.
const LONGEST: usize = 20;

/// What may stand in such a line beside names and times.
const PLAIN: Roles = Roles::of(&[Role::Byline, Role::Preposition, Role::Coordinator]);

/// Whether a sentence is such a line: it opens with "by" or "published", and holds nothing but names and times.
pub(super) fn is_byline(reader: &Reader<'_>, number: usize) -> bool {
    let document = reader.document;
    let Some(sentence) = document.sentences.get(number) else { return false };
    let tokens = sentence.first as usize..sentence.last as usize;
    let opens = tokens.start < tokens.end && reader.roles(tokens.start).has(Role::Byline);
    let named = |i: usize| {
        let Some(token) = document.tokens.get(i) else { return false };
        token.kind != TokenKind::Word || token.capital || reader.is_length(i) || reader.roles(i).any(PLAIN)
    };
    let open = document.is(tokens.end.saturating_sub(1), ".");
    let finite = || {
        let mut verbs = reader.parted.clauses(number).iter().flat_map(|c| &c.verbs);
        verbs.any(|v| v.form == Form::Finite && !reader.roles(v.head as usize).has(Role::Byline))
    };
    // "Ines Boone | Nov. 20"
    let listed = || tokens.clone().any(|i| matches!(document.word(i), "|" | "•" | "·"));
    tokens.len() <= LONGEST && !open && (opens || listed()) && tokens.clone().all(named) && !finite()
}
