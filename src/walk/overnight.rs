//! Clocks that a night parts from the one told before: "hit it at 10:40 p.m. … and sank at 2:20 a.m.".
//!
//! Input: a clock with the day that was told last. Output: its time, on the next day where the story has passed midnight.
//! Knows nothing of clocks that name their day.

use crate::expression::{Expr, Grain, Tense};
use crate::recognise::{Annotation, Mention};
use crate::resolve::{Cell, Context, Policy, When, resolve};
use crate::segment::Document;
use chrono::Timelike;

/// From this hour on a clock of the small hours is one of the next day.
const EVENING: u32 = 18;
/// Before this hour it is night.
const MORNING: u32 = 6;
/// Midnight ends the day that has passed its noon.
const NOON: u32 = 12;

/// The time of a clock, a day later where the clock told before it in its paragraph is one of the evening before.
pub(super) fn passed(
    document: &Document<'_>,
    mention: &Mention,
    tense: Tense,
    when: When,
    annotations: &[Annotation],
    policy: &Policy,
) -> When {
    let paragraph = |mention: &Mention| {
        let sentence = document.sentence_of(mention.tokens.0 as usize)?;
        document.sentences.get(sentence).map(|s| s.paragraph)
    };
    let before = annotations.last().filter(|a| paragraph(&a.mention) == paragraph(mention));
    let passes = |before: &When, night: &When| {
        let (evening, night) =
            (before.interval.from?, night.interval.from.filter(|_| night.grain <= Grain::Hour)?);
        let midnight = night.hour() == 0 && night.minute() == 0;
        let earliest = if midnight { NOON } else { EVENING };
        // A day that was told is over at midnight.
        // "late on Tuesday", "on Tuesday evening": of what follows in the small hours the day is the next.
        let part = before.grain <= Grain::Day && (EVENING - 2..).contains(&evening.hour());
        let late = before.grain <= Grain::Hour && evening.hour() >= earliest
            || before.grain == Grain::Day && midnight
            || before.grain >= Grain::PartOfDay && part;
        (evening.date() == night.date() && late && night.hour() < MORNING).then_some(night.date())
    };
    let day = before
        .filter(|_| is_clock(&mention.expr) && tense == Tense::Past)
        .and_then(|a| passes(&a.when, &when));
    let Some(Cell::Day(next)) = day.and_then(|day| Cell::Day(day).step(1)) else { return when };
    let Some(day) = When::of_cell(Cell::Day(next), when.certainty) else { return when };
    resolve(&mention.expr, &Context { last: Some(&day), last_day: Some(&day), ..Context::on(next, policy) })
}

fn is_clock(expr: &Expr) -> bool {
    match expr {
        Expr::Clock(_) => true,
        Expr::Hedged(_, of) | Expr::Open(_, of) => is_clock(of),
        _ => false,
    }
}
