//! Clocks whose day is named behind them: "at 4:12 p.m. local time (2112 GMT) on Sunday".
//!
//! Input: what a text has told so far, a day the last of it. Output: the clocks before it in its clause, on that day.
//! Knows nothing of the days that other clocks are of.

use crate::expression::Expr;
use crate::lang::{Role, Roles};
use crate::recognise::Annotation;
use crate::resolve::{Cell, Context, Policy, Value, resolve};
use crate::segment::Parted;

/// The most tokens between a clock and its day.
const FARTHEST: usize = 14;

/// Gives the clocks right before the day that was told last that day, where no verb and no other clause stands between.
pub(super) fn join(parted: &Parted<'_>, annotations: &mut [Annotation], policy: &Policy) {
    let Some((day, before)) = annotations.split_last_mut() else { return };
    let (first, end) = (day.mention.tokens.0 as usize, day.mention.tokens.1 as usize);
    let Value::Cell { cell: Cell::Day(named), portion: None, .. } = day.when.value else { return };
    // "at 9 a.m., at Friday's hearing"
    if parted.document.has(end, Role::Possessive) {
        return;
    }
    for clock in before.iter_mut().rev() {
        let last = clock.mention.tokens.1 as usize;
        if !is_clock(&clock.mention.expr) || !is_joined(parted, last, first) {
            return;
        }
        let on = Context { last: Some(&day.when), last_day: Some(&day.when), ..Context::on(named, policy) };
        clock.when = resolve(&clock.mention.expr, &on);
    }
}

fn is_clock(expr: &Expr) -> bool {
    match expr {
        Expr::Clock(_) => true,
        Expr::Hedged(_, of) => is_clock(of),
        Expr::Range(from, to) => is_clock(from) && is_clock(to),
        _ => false,
    }
}

/// Whether nothing between two tokens parts what stands before from what stands behind.
fn is_joined(parted: &Parted<'_>, last: usize, first: usize) -> bool {
    const PARTS: Roles =
        Roles::of(&[Role::Coordinator, Role::Linker, Role::Subordinator, Role::Relative, Role::To]);
    let document = parted.document;
    if first < last || first - last > FARTHEST {
        return false;
    }
    let sentence = document.sentence_of(last.saturating_sub(1));
    let Some(sentence) = sentence.filter(|s| document.sentence_of(first) == Some(*s)) else { return false };
    let verbs = || parted.clauses(sentence).iter().flat_map(|c| &c.verbs);
    !(last..first).any(|i| {
        document.roles(i).any(PARTS)
            || matches!(document.word(i), ";" | ":" | "\"" | "“" | "”")
            || verbs().any(|v| (v.first as usize..v.last as usize).contains(&i))
    })
}
