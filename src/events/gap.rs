//! A verb that is told once and dated twice: "found asbestos in January and a crack three weeks later".
//!
//! Input: a time, and the verb that it dates. Output: where what happened then starts, and the words that tell it.
//! Knows nothing of status, speakers or order.

use super::pieces::{Pieces, drop_empty};
use super::site::{Dated, Site, Target};
use crate::lang::{Role, Roles};
use crate::segment::Form;
use smallvec::smallvec;
use std::ops::Range;

/// What stands between the joiner and the time says more than what the verb was done to.
const PARTS: Roles = Roles::of(&[
    Role::Linker,
    Role::Relative,
    Role::Subordinator,
    Role::To,
    Role::Coordinator,
    Role::If,
    Role::Adverb,
    Role::Negation,
]);

/// How long what stands between the joiner and the time may be.
const LONGEST: usize = 12;

/// What a time behind a joiner dates.
pub(super) struct Gap {
    /// The joiner.
    pub(super) at: usize,
    /// The time before it, which dates the verb for the first time.
    pub(super) first: Range<usize>,
    /// The words that tell what happened: of the first telling what both share, of the second the rest.
    pub(super) pieces: Pieces,
}

impl Site<'_> {
    /// What is told behind a joiner without a verb of its own, where a time before the joiner dates the verb, too.
    pub(super) fn gap(&self, dated: &Dated) -> Option<Gap> {
        let reader = self.reader;
        let Target::Verb { clause, .. } = dated.target else { return None };
        let verb = self.verb(dated.target).filter(|v| v.form == Form::Finite)?;
        // What interrupts a clause stands between its parts.
        let whole = match self.pieces(clause).as_slice() {
            [whole] => reader.trim(whole.clone()),
            _ => return None,
        };
        let (head, last) = (verb.head as usize, verb.last as usize);
        let led = |start: usize| {
            start
                - usize::from(
                    start > last
                        && reader.roles(start - 1).has(Role::Preposition)
                        && !reader.is_particle(start - 1),
                )
        };
        let behind = led(dated.expression.map_or(0, |span| reader.tokens(span).start));
        let at = (behind.saturating_sub(LONGEST).max(last)..behind)
            .rev()
            .find(|&i| reader.roles(i).has(Role::Coordinator) || reader.document.is_comma(i))?;
        let before = at - usize::from(reader.document.is_comma(at - 1));
        let first = reader.tokens(reader.dates(before.checked_sub(1)?..before)?.mention.span);
        // Of several tellings the first says what all share.
        let told =
            (last..first.start).find(|&i| reader.is_timed(i) && !reader.is_age(i)).unwrap_or(first.start);
        let (rest, middle) = (at + 1..behind, last..led(told.max(last)));
        let verbs = || self.clauses.iter().flat_map(|c| &c.verbs);
        let plain = |i: usize| {
            !reader.roles(i).any(PARTS)
                && (!reader.is_timed(i) || reader.is_age(i))
                && (!reader.is_mark(i)
                    || reader.is_of_amount(i)
                    || matches!(reader.document.word(i), "%" | "-"))
                && !verbs().any(|v| v.first as usize == i)
        };
        if first.end != before || first.start < last || rest.is_empty() || !rest.clone().all(plain) {
            return None;
        }
        // "the title in 2010, the cup in 2012 and the league in 2014": a comma joins where what is joined goes on.
        let joins = |i: usize| reader.document.is_comma(i) || reader.roles(i).has(Role::Coordinator);
        let goes_on = || {
            let end = dated.expression.map_or(0, |span| reader.tokens(span).end);
            let more = end..(end + LONGEST).min(whole.end);
            joins(end)
                && more.skip_while(|&i| joins(i)).find(|&i| !plain(i)).is_some_and(|i| reader.is_timed(i))
        };
        if reader.document.is_comma(at) && !goes_on() {
            return None;
        }
        let leads = |i: usize| {
            let roles = reader.roles(i);
            roles.any(Roles::of(&[Role::Preposition, Role::To])) && !roles.has(Role::Genitive)
        };
        let opening = rest.clone().find(|&i| leads(i));
        let nominal =
            |i: usize| reader.is_capital(i) || reader.is_length(i) || reader.roles(i).has(Role::Determiner);
        // "made a profit of $3m in 2019 and $5m in 2020"
        let amount = |i: usize| reader.is_number(i) || reader.is_of_amount(i);
        let same = middle.clone().find(|&i| amount(i)).filter(|_| amount(rest.start));
        let named = |i: usize| reader.is_capital(i) && !reader.roles(i).has(Role::Determiner);
        let place = middle.clone().rfind(|&i| leads(i));
        let place = place.filter(|&i| named(rest.start) && named(i + 1) && named(middle.end - 1));
        let mut pieces: Pieces = if let Some(same) = same {
            smallvec![whole.start..same, rest]
        } else if verb.copula {
            return None;
        } else if opening == Some(rest.start) {
            // "signed a deal in Oslo on Monday and in Paris on Tuesday"
            let same =
                middle.clone().find(|&i| reader.document.word(i) == reader.document.word(rest.start))?;
            smallvec![whole.start..same, rest]
        } else if middle.is_empty() || leads(middle.start) {
            let place = middle.clone().rfind(|&i| leads(i)).filter(|&place| {
                reader.roles(place).has(Role::To) || named(rest.start) && named(middle.end - 1)
            });
            if let Some(place) = place.filter(|_| opening.is_none()) {
                // "moved to Leeds in 1990 and London in 2001", "was elected to the council in 1990 and the Senate in 1998".
                smallvec![whole.start..place + 1, rest]
            } else if nominal(rest.start) {
                // "died in Porto in 2010 and his wife in Lisbon in 2014"; "were arrested on Monday and a third on Tuesday".
                let end = opening.unwrap_or(rest.end);
                smallvec![rest.start..end, head..last, end..rest.end]
            } else {
                return None;
            }
        } else if let Some(place) = place.filter(|_| opening.is_none()) {
            // "will tour Europe, with dates in Paris on April 4 and Rome on April 9"
            smallvec![whole.start..place + 1, rest]
        } else {
            smallvec![whole.start..last, rest]
        };
        drop_empty(&mut pieces);
        Some(Gap { at, first, pieces })
    }
}
