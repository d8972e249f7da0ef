//! How a headline ends: nothing that leads nowhere.

use super::super::pieces::Pieces;
use super::super::site::{Dated, Site};
use super::trim::{ADVERB, BEFORE_TIMES};
use crate::lang::{Role, Roles};
use std::ops::Range;

/// Words that a line never ends with.
const DANGLING: Roles = Roles::of(&[
    Role::Determiner,
    Role::Coordinator,
    Role::Linker,
    Role::Subordinator,
    Role::If,
    Role::To,
    Role::Genitive,
]);

/// Drops how long before or after another event it happened, where that event's clause follows: "reopened nine months after".
pub(super) fn distance(site: &Site<'_>, pieces: &mut [Range<usize>], dated: &Dated) {
    let reader = site.reader;
    let Some(last) = pieces.last_mut().filter(|_| !dated.anchors.is_empty()) else { return };
    // "days before", but not "an A330 since"
    let model = |i: usize| reader.is_number(i) && reader.document.tokens.get(i).is_some_and(|t| t.glued);
    let length = last.clone().rev().take_while(|&i| reader.is_length(i) && !model(i)).last();
    let led = |at: usize| reader.roles(at - 1).any(BEFORE_TIMES);
    if let Some(at) =
        length.filter(|&at| at > last.start && !led(at) && reader.roles(last.end).has(Role::Linker))
    {
        last.end = at;
    }
}

/// Drops an end that leads nowhere: ", three days" of "…, three days after …", "and", "of the".
pub(super) fn tail(site: &Site<'_>, pieces: &mut Pieces) {
    let reader = site.reader;
    while let Some(last) = pieces.last_mut() {
        let start = last.start;
        let before = last.end;
        let mut cut = false;
        while last.end > start {
            let i = last.end - 1;
            let closing = matches!(reader.document.word(i), "%" | ")" | "]" | "”" | "’" | "'" | "\"");
            let roles = reader.roles(i);
            // "rose 11%, even" of "even though"
            let focus = roles.has(Role::Focus) && site.opens_behind(last.end);
            // "divorced her"
            // "is to rule on" of "on whether it is legal"
            let leads = roles.has(Role::Preposition)
                && reader.roles(last.end).any(Roles::of(&[Role::Subordinator, Role::If]));
            // ", only" of "only 40 days after", ", less" of "less than a third of what"
            let aside = i > start
                && reader.document.is_comma(i - 1)
                && roles.any(Roles::of(&[Role::Focus, Role::Comparison]));
            // "a referendum on" of "on the voting system"
            let leads = leads || cut && roles.has(Role::Preposition);
            // ", the second" of "the second in March"
            let apposed = i > start + 1
                && roles.has(Role::Superlative)
                && reader.roles(i - 1).has(Role::Determiner)
                && reader.document.is_comma(i - 2);
            cut |= roles.has(Role::Determiner) || apposed;
            let pronoun = roles.has(Role::Pronoun)
                // "would have believed this."
                || roles.has(Role::Demonstrative) && reader.is_mark(i + 1);
            let named = reader.is_capital(i) || reader.is_timed(i) || pronoun;
            let dangling = roles.any(DANGLING) && !named && !roles.has(Role::Feminine) && !roles.any(ADVERB);
            let dangles = focus || aside || apposed || leads || dangling;
            if !(reader.is_mark(i) && !closing || dangles) {
                break;
            }
            last.end -= 1;
        }
        // ", three days" of "three days before the vote"; ", next August" and ", and then until 1989", which date something else.
        let joins = |i: usize| {
            let roles = reader.roles(i);
            reader.is_word(i)
                && roles.any(BEFORE_TIMES.union(ADVERB).union(Roles::of(&[Role::Coordinator])))
                && !roles.has(Role::Genitive)
        };
        let comma =
            (start..last.end).rev().find(|&i| !reader.is_timed(i) && !reader.is_length(i) && !joins(i));
        if let Some(comma) = comma
            && comma + 1 < last.end
            && reader.document.is_comma(comma)
            && (site.opens_behind(last.end) || reader.dates(comma + 1..last.end).is_some())
        {
            last.end = comma;
        }
        if last.end > start && last.end == before {
            return;
        }
        if last.end <= start {
            pieces.pop();
        }
    }
}
