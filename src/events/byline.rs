//! Lines that say who wrote an article and when it was published, and sentences that correct it: they tell no event.

use super::site::Reader;
use crate::lang::{Role, Roles};
use crate::segment::{Form, TokenKind};

/// The most tokens of such a line.
const LONGEST: usize = 20;

/// How many lines at the top may be one.
const MASTHEAD: usize = 4;

/// What may stand in such a line beside names and times.
const PLAIN: Roles = Roles::of(&[Role::Byline, Role::Preposition, Role::Coordinator]);

/// Words with which a subject ends.
const VERBS: Roles =
    Roles::of(&[Role::Past, Role::Present, Role::Be, Role::Have, Role::Will, Role::Modal, Role::Do]);

/// Whether a sentence is such a line: it opens with "by" or "published", and holds nothing but names and times.
fn is_byline(reader: &Reader<'_>, number: usize) -> bool {
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
    // "The Bend Dispatch, Monday, April 6, 2026"
    let headed = || {
        number < MASTHEAD
            && reader.is_capital(tokens.start)
            && reader.dates(tokens.clone()).is_some()
            && tokens.clone().any(|i| document.is_comma(i))
    };
    tokens.len() <= LONGEST
        && !open
        && (opens || listed() || headed())
        && tokens.clone().all(named)
        && !finite()
}

/// Whether a sentence is such a line, or says below it what its author is: "By Tamika Orr", "Staff writer".
pub(super) fn signs(reader: &Reader<'_>, number: usize) -> bool {
    /// The most words of an office.
    const OFFICE: u32 = 5;
    let office = || {
        let sentence = reader.document.sentences.get(number)?;
        let short = sentence.last - sentence.first <= OFFICE;
        let open = !reader.document.is((sentence.last as usize).checked_sub(1)?, ".");
        let verbless = || reader.parted.clauses(number).iter().all(|c| c.verbs.is_empty());
        Some(short && open && is_byline(reader, number.checked_sub(1)?) && verbless())
    };
    is_byline(reader, number) || office().unwrap_or(false)
}

/// Whether a sentence tells of the article itself: "Correction: …", "An earlier version of this article said …", and what
/// follows that in its paragraph, "The earlier version …".
pub(super) fn is_correction(reader: &Reader<'_>, number: usize) -> bool {
    let Some(sentence) = reader.document.sentences.get(number) else { return false };
    let before =
        number.checked_sub(1).filter(|&n| reader.document.sentences[n].paragraph == sentence.paragraph);
    corrects(reader, number, false)
        || before.is_some_and(|n| corrects(reader, n, false)) && corrects(reader, number, true)
}

/// Whether the subject of a sentence is its own text; `known` where the sentence before has said which text is meant.
fn corrects(reader: &Reader<'_>, number: usize, known: bool) -> bool {
    let Some(sentence) = reader.document.sentences.get(number) else { return false };
    let last = sentence.last as usize;
    let first = (sentence.body as usize..last).find(|&i| !reader.is_mark(i)).unwrap_or(last);
    let itself = |i: usize| reader.roles(i).has(Role::Byline) && reader.is_word(i) && !reader.is_timed(i);
    // "Correction, 9 February 2026: …"
    let marked = (first + 1..last).find(|&i| !reader.is_timed(i) && !reader.document.is_comma(i));
    if itself(first) && marked.is_some_and(|i| reader.document.is(i, ":")) {
        return true;
    }
    let verb = |i: usize| reader.roles(i).any(VERBS) && !itself(i) || reader.is_mark(i);
    let subject = (first..last).take_while(|&i| !verb(i));
    let this = |i: usize| reader.roles(i).has(Role::Demonstrative) && !reader.is_timed(i);
    // "this article", "an earlier version of this report"
    subject.clone().any(|i| {
        let named = i > first && itself(i) && reader.roles(i).has(Role::Noun);
        let of = || reader.roles(i + 1).has(Role::Genitive) && this(i + 2);
        named && (known || this(i - 1) || of())
    })
}
