//! Room 7, its words for time: what a [`When`] is called in front of people.
//!
//! Input: a [`When`]. Output: a short label, day first, in English ("Wednesday 19 November 2025, night"), or as [`Dates`] asks.
//! Knows nothing of articles, entries or output formats.

mod ap;
mod cell;
mod dates;
mod iso;
mod joined;
mod length;
mod locale;
mod open;
mod stretch;

pub use dates::Dates;
pub use locale::Locale;
pub(super) use stretch::last_moment;

use crate::expression::{Fuzzy, Hedge, Portion};
use crate::resolve::{Cell, Certainty, Value, When};
use open::Open;
use stretch::Ends;

/// What a time is called in front of people.
///
/// Day first, as in "Wednesday 19 November 2025, night". The words say how much is known: "about", "before", "until",
/// "after", "since" and "between … and …" stand for hedged, open and bounded times.
///
/// ```
/// use chrono::NaiveDate;
/// use dateline::expression::{Grain, Month};
/// use dateline::resolve::{Cell, Certainty, Interval, Value, When, Why};
///
/// let first = |month| NaiveDate::from_ymd_opt(2025, month, 1).and_then(|day| day.and_hms_opt(0, 0, 0));
/// let when = When {
///     interval: Interval { from: first(10), to: first(11) },
///     grain: Grain::Month,
///     certainty: Certainty::Exact,
///     value: Value::Cell {
///         cell: Cell::Month(2025, Month::October),
///         portion: None,
///         hedge: None,
///         universal: false,
///     },
///     why: Why::default(),
/// };
/// assert_eq!(dateline::render::label(&when), "October 2025");
/// ```
pub fn label(when: &When) -> String {
    match &when.value {
        Value::Duration { amount, hedge } => hedged(*hedge, &length::amount(amount)),
        Value::Set(every) => length::every(every),
        Value::Fuzzy(Fuzzy::Past) => "in the past".to_owned(),
        Value::Fuzzy(Fuzzy::Present) => "now".to_owned(),
        Value::Fuzzy(Fuzzy::Future) => "in the future".to_owned(),
        _ => placed(when),
    }
}

/// The label of a time that lies somewhere, by which of its sides are open.
fn placed(when: &When) -> String {
    if let (Some(from), Some(to)) = (when.interval.from, when.interval.to) {
        return closed(when, stretch::ends(from, to, when.grain));
    }
    match open::open(when) {
        Some(Open { side, cell, portion: None }) => format!("{side} {}", cell::name(cell)),
        Some(Open { side, cell, portion: Some(portion) }) => {
            format!("{side} {}", cell::portion(cell, portion))
        }
        None => match when.value {
            Value::Cell { cell, .. } => cell::name(cell),
            _ => "at an unknown time".to_owned(),
        },
    }
}

/// The label of a time closed on both sides; `ends` are what its interval alone would be called.
fn closed(when: &When, ends: Ends) -> String {
    // Whichever day 3/4/2025 is, it is all of that day.
    let is_whole = when.why.guesses_order() && when.certainty <= Certainty::Inferred;
    let exact = when.certainty == Certainty::Exact || is_whole;
    let label = match when.value {
        // Clues that narrowed a time, or a portion that ends at the publication, left the calendar's own names behind.
        Value::Cell { portion: Some(Portion::Earlier | Portion::Later), .. } => between_or_dash(when, &ends),
        // A part of a day has no days of its own that could be named.
        Value::Cell { cell: cell @ Cell::Day(_), portion: Some(portion), .. } => cell::portion(cell, portion),
        Value::Cell { .. } if when.certainty == Certainty::Inferred && !is_whole => {
            between_or_dash(when, &ends)
        }
        Value::Cell { cell, portion: Some(portion), .. } => cell::portion(cell, portion),
        // Which days a weekend is, is chosen.
        Value::Cell { cell: Cell::Weekend(_), .. } => format!("the weekend of {}", ends.dash()),
        Value::Cell { cell, portion: None, hedge: None, .. } if exact => cell::full_name(cell),
        Value::Cell { cell, portion: None, .. } => cell::name(cell),
        Value::Range(first, last) => between_or_dash(when, &Ends::of(first, last)),
        _ => between_or_dash(when, &ends),
    };
    let portioned = matches!(when.value, Value::Cell { portion: Some(_), .. });
    // "early 1998" is vague by itself.
    let vague = when.certainty == Certainty::Approximate && !portioned;
    // A hedge on a date ("more than three weeks ago") says to which side it lies only by an open interval.
    if hedge(when).is_some() || vague { format!("about {label}") } else { label }
}

/// "about", "more than", …, as the text hedges a time that lies somewhere.
const fn hedge(when: &When) -> Option<Hedge> {
    match when.value {
        Value::Cell { hedge, .. } | Value::Window { hedge, .. } => hedge,
        _ => None,
    }
}

/// "between 3 and 9 November 2025" for one moment somewhere within, "3–9 November 2025" for the stretch itself.
fn between_or_dash(when: &When, ends: &Ends) -> String {
    if when.certainty == Certainty::Bounded { ends.between() } else { ends.dash() }
}

/// A length with its hedge.
fn hedged(hedge: Option<Hedge>, length: &str) -> String {
    match hedge {
        None => length.to_owned(),
        Some(Hedge::Approx) => format!("about {length}"),
        Some(Hedge::LessThan) => format!("less than {length}"),
        Some(Hedge::MoreThan) => format!("more than {length}"),
        Some(Hedge::EqualOrLess) => format!("at most {length}"),
        Some(Hedge::EqualOrMore) => format!("at least {length}"),
    }
}

#[cfg(test)]
mod tests;
