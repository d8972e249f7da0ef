//! Times that the text places by an event: "days before the election", "shortly after the post".

use super::calendar::{add_days, add_months, midnight};
use super::cell::Cell;
use super::context::Context;
use super::interval::Interval;
use super::policy::Policy;
use super::resolver::resolve;
use super::when::{Certainty, Value, When};
use super::why::{Reason, Why};
use crate::expression::{Amount, Anchor, DateFields, Expr, Grain, Month, Number, Quantity, Relation, Year};
use chrono::{Datelike, NaiveDate, NaiveDateTime};

/// The time that stands so to an event; `None` where the event is open on the side that counts.
///
/// A bound keeps the event's whole interval in: before it means up to its end, for nobody knows when within it it happened.
///
/// ```
/// use dateline::expression::Relation;
/// use dateline::resolve::{Context, Policy, relative, resolve};
///
/// let published = chrono::NaiveDate::from_ymd_opt(2025, 11, 20).unwrap();
/// let policy = Policy::default();
/// let vote = resolve(&"2025-11-04".parse()?, &Context::on(published, &policy));
/// let before = relative(Relation::Before, None, &vote, &policy).unwrap();
/// assert_eq!(before.interval.from, None);
/// assert_eq!(before.interval.to, vote.interval.to);
/// # Ok::<(), dateline::Error>(())
/// ```
pub fn relative(relation: Relation, by: Option<Amount>, event: &When, policy: &Policy) -> Option<When> {
    let back = matches!(relation, Relation::Before | Relation::JustBefore | Relation::Until);
    let Interval { from, to } = event.interval;
    let when = match by {
        // "the week of the quake"
        Some(by) if relation == Relation::During => {
            When::of_cell(Cell::holding(by.unit.grain(), from?, policy)?, Certainty::Inferred)?
        }
        Some(by) if by.quantity == Quantity::Some => {
            let far = shifted(
                &Amount { quantity: Quantity::Exactly(Number::whole(i64::from(policy.uncounted))), ..by },
                back,
                event,
                policy,
            )?;
            let interval = if back {
                Interval { from: far.interval.from, to }
            } else {
                Interval { from, to: far.interval.to }
            };
            When { grain: by.unit.grain(), ..bounded(interval, Certainty::Approximate) }
        }
        Some(by) if by.unit.grain() < Grain::Day.min(event.grain) && event.interval.is_closed() => {
            let moment = |at| When::of_cell(Cell::Minute(at), Certainty::Exact);
            let shift = |at| shifted(&by, back, &moment(at)?, policy)?.interval.from;
            let (first, last) = (shift(from?)?, shift(to?)?);
            // "thirty hours after the quake", of which only the day is known; "an hour after it" was on that day.
            let day_off = add_days(from?.date(), if back { -1 } else { 1 })?.and_time(from?.time());
            let far = if back { first <= day_off } else { first >= day_off };
            let (from, to) =
                if far { (first, last) } else { (midnight(first.date()), midnight(last.date())) };
            let interval = Interval { from: Some(from), to: Some(to) };
            When { grain: event.grain, ..bounded(interval, Certainty::Approximate) }
        }
        Some(by) if by.unit.grain() < event.grain && event.interval.is_closed() => {
            // Nineteen days after something of January: as long and as vague as that.
            let day = |at: NaiveDateTime| When::of_cell(Cell::Day(at.date()), Certainty::Exact);
            let (first, last) = (day(from?)?, day(day_before(to?)?)?);
            let (first, last) = (shifted(&by, back, &first, policy)?, shifted(&by, back, &last, policy)?);
            let interval = Interval { from: first.interval.from, to: last.interval.to };
            When { grain: event.grain, ..bounded(interval, Certainty::Approximate) }
        }
        Some(by) => shifted(&by, back, event, policy)?,
        None => match relation {
            Relation::Before | Relation::Until => {
                bounded(Interval { from: None, to: Some(to?) }, Certainty::Bounded)
            }
            Relation::After | Relation::Since => {
                bounded(Interval { from: Some(from?), to: None }, Certainty::Bounded)
            }
            Relation::JustBefore => {
                let day = day_of(from?);
                bounded(
                    Interval { from: Some(day.0), to: Some(to?.min(day.1).max(from?)) },
                    Certainty::Bounded,
                )
            }
            Relation::JustAfter => {
                let day = day_of(from?);
                bounded(Interval { from, to: Some(to?.max(day.1)) }, Certainty::Bounded)
            }
            Relation::During => bounded(Interval { from: Some(from?), to: Some(to?) }, Certainty::Bounded),
        },
    };
    let empty = matches!((when.interval.from, when.interval.to), (Some(a), Some(b)) if a >= b);
    (!empty).then_some(when)
}

/// The day of so many years later on which what happened comes round again; of what is known less finely the year.
pub(crate) fn anniversary(event: &When, years: i32) -> Option<When> {
    let start = event.interval.from?.date();
    let day = add_months(start, i64::from(years) * 12)?;
    let cell = match event.grain {
        Grain::Year => Cell::Year(day.year()),
        Grain::Month => Cell::holding(Grain::Month, midnight(day), &Policy::default())?,
        grain if grain <= Grain::Day => Cell::Day(day),
        _ => return None,
    };
    When::of_cell(cell, Certainty::Inferred)
}

fn bounded(interval: Interval, certainty: Certainty) -> When {
    When { interval, grain: Grain::Day, certainty, value: Value::Interval, why: Why::default() }
}

/// The event's time, moved by an amount.
fn shifted(by: &Amount, back: bool, event: &When, policy: &Policy) -> Option<When> {
    // A number of weeks from a named day is that day exactly; from anything coarser it is a week.
    let from = match event.value {
        Value::Cell { cell: Cell::Day(day) | Cell::PartOfDay(day, _), .. } => {
            Anchor::At(Box::new(date(day)?))
        }
        // Two days from a moment are a day; two hours from it a moment.
        _ if event.grain <= Grain::Hour && by.unit.grain() >= Grain::Day => {
            Anchor::At(Box::new(date(event.interval.from?.date())?))
        }
        _ => Anchor::Discourse,
    };
    let context = Context {
        last: Some(event),
        last_day: Some(event),
        ..Context::on(event.interval.from?.date(), policy)
    };
    let mut when = resolve(&Expr::Shift { from, by: *by, back }, &context);
    when.why = Why::default();
    when.is_dated().then_some(when)
}

fn date(day: NaiveDate) -> Option<Expr> {
    Some(Expr::Date(DateFields {
        year: Some(Year::Full(day.year())),
        month: Some(Month::from_number(day.month() as u8)?),
        day: Some(day.day() as u8),
        weekday: None,
    }))
}

/// A moment of the day that ends as `end` begins it.
fn day_before(end: NaiveDateTime) -> Option<NaiveDateTime> {
    add_days(end.date(), -1).map(midnight)
}

/// The calendar day that holds a moment, half-open.
fn day_of(at: NaiveDateTime) -> (NaiveDateTime, NaiveDateTime) {
    let day = at.date();
    (midnight(day), midnight(add_days(day, 1).unwrap_or(day)))
}

/// Brings two clues on one event together: what both allow, as surely as the finer of them says it; `None` where they
/// exclude each other.
///
/// ```
/// use dateline::{Resolver, resolve::narrow};
///
/// let resolver = Resolver::on("2025-11-20")?;
/// let (coarse, open) = (resolver.resolve("this month").unwrap(), resolver.resolve("since Monday").unwrap());
/// let both = narrow(&coarse, &open, "both say so".into()).unwrap();
/// assert_eq!(both.edtf(), "2025-11-17/2025-11-30");
/// assert_eq!(narrow(&resolver.resolve("last year").unwrap(), &coarse, String::new()), None);
/// # Ok::<(), dateline::Error>(())
/// ```
pub fn narrow(when: &When, by: &When, because: String) -> Option<When> {
    let interval = when.interval.intersect(&by.interval)?;
    if interval == when.interval {
        return Some(when.clone());
    }
    let mut narrowed = if interval == by.interval {
        When { why: when.why.clone(), ..by.clone() }
    } else {
        let grain = when.grain.min(by.grain);
        When {
            interval,
            grain,
            certainty: Certainty::Inferred,
            value: Value::Interval,
            why: when.why.clone(),
        }
    };
    narrowed.why.push(Reason::Note(because));
    Some(narrowed)
}
