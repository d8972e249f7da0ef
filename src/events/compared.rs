//! Times of what an amount, a rise or a fall is compared with: "from $93 million a year earlier", "than last year". They date no event.
//!
//! Input: an expression in its clause. Output: whether it is one of these. Knows nothing of events.

use super::site::Site;
use crate::expression::{Bound, Cycle, Expr, Grain};
use crate::lang::{Role, Roles};
use crate::recognise::Annotation;
use crate::segment::clause::governor;
use crate::segment::{Form, TokenKind};
use std::ops::Range;

/// How far before an expression the word that leads to an amount of then may stand.
const BASE: usize = 14;

/// Whether an expression of a clause that starts at `first` only says when what something is compared with was.
pub(super) fn compares(
    site: &Site<'_>,
    annotation: &Annotation,
    tokens: &Range<usize>,
    first: usize,
) -> bool {
    let expr = &annotation.mention.expr;
    let open = matches!(expr, Expr::Open(..));
    is_of_comparison(site, tokens.start)
        || !open && (is_compared(site, tokens.start, first) || is_base(site, annotation, tokens.start, first))
        || is_shift(expr) && site.reader.is_compared(tokens.end)
        || is_former(site, expr, tokens.start) && is_amount_before(site, tokens.start)
}

/// "Turnout was 23%, compared with 52% in 2020": what is compared with was then.
fn is_of_comparison(site: &Site<'_>, token: usize) -> bool {
    /// The most tokens of an amount that something is compared with.
    const AMOUNT: usize = 7;
    let reader = site.reader;
    let amount = |i: &usize| {
        reader.is_number(*i)
            || reader.document.is(*i, "%")
            || reader.document.parts_number(*i)
            || reader.is_of_amount(*i)
            || reader.roles(*i).has(Role::Preposition)
            || reader.language.measures.of(reader.document.word(*i)).is_some()
    };
    let compared = token.checked_sub(1).is_some_and(|last| {
        let before = (last.saturating_sub(AMOUNT)..last).rev().find(|i| !amount(i));
        let led = reader.roles(last).has(Role::Preposition) && before.is_some_and(|i| i + 2 < last);
        led && before.is_some_and(|i| reader.roles(i).has(Role::Comparison))
    });
    compared
        || governor(site.clauses, token).is_some_and(|(clause, verb)| {
            let verb = &site.clauses[clause].verbs[verb];
            let compares = verb.form != Form::Finite || verb.ambiguous;
            compares
                && verb.last as usize <= token
                && site.reader.roles(verb.head as usize).has(Role::Comparison)
        })
}

/// "than last year", "compared with Monday": another time to compare with.
fn is_compared(site: &Site<'_>, token: usize, first: usize) -> bool {
    (token.saturating_sub(3).max(first)..token).any(|i| {
        let phrase = (i + 1..token)
            .all(|k| site.reader.roles(k).any(Roles::of(&[Role::Preposition, Role::Determiner, Role::To])));
        phrase && site.reader.roles(i).has(Role::Comparison)
    })
}

/// "fell to $85 million, from $93 million a year earlier", "compared with a loss of $3 million last year": when an amount was what
/// it is compared with.
fn is_base(site: &Site<'_>, annotation: &Annotation, token: usize, first: usize) -> bool {
    let reader = site.reader;
    let fine = annotation.when.grain < Grain::Month;
    let number = |i: usize| reader.document.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Number);
    let verbs = || site.clauses.iter().flat_map(|c| &c.verbs).filter(|v| v.form == Form::Finite);
    let verb = |i: usize| verbs().any(|v| (v.first..v.last).contains(&(i as u32)));
    let mut phrase = (first..token).rev().take(BASE).take_while(|&i| !verb(i));
    // "more than $110 million last year" compares nothing.
    let leads = |&i: &usize| {
        let roles = reader.roles(i);
        roles.has(Role::Origin) || roles.has(Role::Comparison) && !roles.has(Role::Linker)
    };
    let lead = phrase.find(leads);
    let Some(lead) = lead else { return false };
    // Of days only "up from 22 on Monday" compares for sure.
    let from = lead.checked_sub(1).is_some_and(|i| reader.roles(i).has(Role::Particle));
    if fine && !from {
        return false;
    }
    // Of "from $85 million" the amount, or what it was of, stands right behind.
    let amount = (lead + 1..token).find(|&i| number(i));
    // What stands in brackets parts the clause: "dropped to 612 million ($59 million) from 904 million".
    let changed = verbs().any(|v| (v.last as usize) <= lead && v.form == Form::Finite);
    let plain = |i: usize| !reader.roles(i).any(Roles::of(&[Role::To, Role::Linker, Role::Relative]));
    // "rose to 5% from 4% in May": where nothing else dates the change, what a preposition leads to does.
    let led = token > 0 && reader.roles(token - 1).has(Role::Preposition);
    let dated = || reader.dates(first..lead).is_some();
    // "a dividend of 3 crowns, down from 5.50 for 2023"
    changed && amount.is_some() && (lead + 1..token).all(plain) && (!led || from || dated())
}

/// "from a year earlier", "from last year", "up from 2005": what an amount rose from, where one stands before it.
fn is_former(site: &Site<'_>, expr: &Expr, token: usize) -> bool {
    match expr {
        Expr::Open(Bound::From, of) => {
            is_shift(of) || matches!(**of, Expr::Which { step: ..0, of: Cycle::Unit(_), .. })
        }
        Expr::Open(..) => false,
        _ => token.checked_sub(1).is_some_and(|i| site.reader.roles(i).has(Role::Origin)),
    }
}

/// Whether an amount, or where one went, stands before what leads to a token: "rose 8 percent from", "was down from".
fn is_amount_before(site: &Site<'_>, token: usize) -> bool {
    let reader = site.reader;
    token.checked_sub(2).is_some_and(|last| {
        let measure = reader.language.measures.of(reader.document.word(last)).is_some();
        measure
            || reader.is_number(last)
            || reader.is_of_amount(last)
            || reader.document.is(last, "%")
            || reader.roles(last).has(Role::Particle)
    })
}

/// Whether an expression counts from another time: "five days later".
fn is_shift(expr: &Expr) -> bool {
    match expr {
        Expr::Hedged(_, of) => is_shift(of),
        expr => matches!(expr, Expr::Shift { .. }),
    }
}
