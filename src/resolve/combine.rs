//! Expressions made of others: joins, ranges, ordinals, portions, open bounds.

use super::calendar::{add_days, midnight, nth_day, nth_weekday, second_before};
use super::cell::Cell;
use super::interval::Interval;
use super::policy::{EarlyLate, Edge, Policy};
use super::resolver::{Found, Resolver};
use super::when::{Certainty, Value};
use super::why::Reason;
use crate::expression::{Anchor, Bound, Cycle, DateFields, Expr, Fuzzy, Grain, Portion, Tense, Unit};
use chrono::{Datelike, NaiveDate, NaiveDateTime};

impl Resolver<'_, '_> {
    /// A finer time within a coarser one.
    pub(super) fn join(&mut self, coarse: &Expr, fine: &Expr) -> Option<Found> {
        // "late Monday night" says when in the night, not when in the week.
        if let Expr::Portion(portion, of) = fine {
            let inner = self.join(coarse, of)?;
            return self.portion_of(*portion, inner);
        }
        let outer = self.place(coarse)?;
        match fine {
            Expr::Clock(clock) => {
                let part = match outer.as_cell() {
                    Some(Cell::PartOfDay(_, part)) => Some(part),
                    _ => None,
                };
                self.clock_on(outer.day()?, clock, part)
            }
            Expr::Bare(cycle) => {
                let within = match (outer.day(), cycle) {
                    // A part of a day belongs to the named day, even where that is itself a part of it.
                    (Some(day), Cycle::PartOfDay(_)) => self.interval(Cell::Day(day))?,
                    _ => outer.interval,
                };
                self.cell(self.member_within(*cycle, &within)?)
            }
            // "the 1988 period" of a report on a third quarter.
            Expr::Which { step: 0, of: Cycle::Unit(Unit::Quarter), from: Anchor::Discourse }
                if self.context.compares_quarters =>
            {
                let within = outer.interval.from?.date().year();
                let quarter = self.context.quarter?;
                let Cell::Quarter(_, n) = quarter else { return None };
                self.cell(Cell::Quarter(within, n))
            }
            Expr::Date(fields) => {
                let start = outer.interval.from?.date();
                let found = self.leaning(start, Tense::Future, |inner| inner.date(fields))?;
                self.narrowed(&outer, found)
            }
            other => {
                let start = outer.interval.from?.date();
                let found = self.leaning(start, Tense::Future, |inner| inner.place(other))?;
                self.narrowed(&outer, found)
            }
        }
    }

    /// What was found inside a stretch; a contradiction is kept in view and the outer stretch wins.
    fn narrowed(&mut self, outer: &Found, inner: Found) -> Option<Found> {
        if outer.interval.intersect(&inner.interval).is_some() {
            return Some(inner);
        }
        self.why.push(Reason::Contradiction);
        Some(outer.clone())
    }

    /// From one time to another, both included. An end that lacks a year or a month takes it from the other.
    pub(super) fn range(&mut self, from: &Expr, to: &Expr) -> Option<Found> {
        if let (Expr::Clock(from), Expr::Clock(to)) = (from, to) {
            return self.hours(from, to);
        }
        if *to == Expr::Fuzzy(Fuzzy::Present) {
            return self.until_now(from);
        }
        if *from == Expr::Fuzzy(Fuzzy::Present) {
            return self.starting_now(to);
        }
        let weekday = matches!(from, Expr::Bare(Cycle::Weekday(_)));
        let (first, last) = match (is_complete(from), is_complete(to)) {
            (false, true) => {
                let last = self.place(to)?;
                // "were extended on Monday until July 31, 2027": the Monday is the last one.
                let begun = weekday
                    && self.context.tense == Tense::Past
                    && last.interval.to.zip(self.today()).is_some_and(|(to, today)| to.date() > today);
                if begun {
                    let first = self.place(from)?;
                    return self.between(first, last);
                }
                let end = last.interval.to.and_then(|to| add_days(to.date(), -1))?;
                let from = with_year_of(from, to);
                (self.leaning(end, Tense::Past, |inner| inner.place(&from))?, last)
            }
            // What has begun and goes on counts as ahead, too; "was remanded on Monday until December 14" began and goes on.
            (false, false)
                if self.context.tense == Tense::Past && !(weekday && matches!(to, Expr::Date(_)))
                    || self.context.tense == Tense::Future
                        && matches!((from, to), (Expr::Date(_), Expr::Date(_))) =>
            {
                let last = self.place(to)?;
                let end = last.interval.to.and_then(|to| add_days(to.date(), -1))?;
                (self.leaning(end, Tense::Past, |inner| inner.place(from))?, last)
            }
            (_, complete) => {
                let first = self.place(from)?;
                let start = first.interval.from?.date();
                let last = if complete {
                    self.place(to)?
                } else {
                    self.leaning(start, Tense::Future, |inner| inner.place(to))?
                };
                (first, last)
            }
        };
        self.between(first, last)
    }

    /// From the start of one time to the end of another.
    fn between(&mut self, first: Found, last: Found) -> Option<Found> {
        let interval = Interval { from: first.interval.from, to: last.interval.to };
        if interval.from >= interval.to {
            self.why.push(Reason::Contradiction);
            return None;
        }
        let value = match (first.as_cell(), last.as_cell()) {
            (Some(a), Some(b)) => Value::Range(a, b),
            _ => Value::Interval,
        };
        Some(Found {
            interval,
            grain: first.grain.min(last.grain),
            certainty: first.certainty.max(last.certainty),
            value,
        })
    }

    /// From a time of the past to this moment; to the end of the day of publication where the hour is unknown.
    fn until_now(&mut self, from: &Expr) -> Option<Found> {
        let first = self.leaning(self.today()?, Tense::Past, |inner| inner.place(from))?;
        let today = Cell::Day(self.today()?);
        let now = self.context.clock.or(self.interval(today)?.to)?;
        (first.interval.from? < now).then_some(Found {
            interval: Interval { from: first.interval.from, to: Some(now) },
            grain: first.grain,
            certainty: first.certainty,
            value: first.as_cell().map_or(Value::Interval, |from| Value::Range(from, today)),
        })
    }

    /// From this moment, or the day of publication where its hour is unknown, to a time that is to come.
    fn starting_now(&mut self, to: &Expr) -> Option<Found> {
        let last = self.leaning(self.today()?, Tense::Future, |inner| inner.place(to))?;
        let today = Cell::Day(self.today()?);
        let now = self.context.clock.or(self.interval(today)?.from)?;
        (now < last.interval.to?).then_some(Found {
            interval: Interval { from: Some(now), to: last.interval.to },
            grain: last.grain,
            certainty: last.certainty,
            value: last.as_cell().map_or(Value::Interval, |to| Value::Range(today, to)),
        })
    }

    /// Everything on one side of a time.
    pub(super) fn open(&mut self, bound: Bound, of: &Expr) -> Option<Found> {
        let mut found = match (bound, self.today()) {
            // What lasts since a time began in the past, whatever the verb.
            (Bound::Since, Some(_)) if self.context.tense != Tense::Past && !self.context.narrative => {
                self.tensed(Tense::Past, of)?
            }
            // "cancelled until Thursday" looks ahead, though it was cancelled in the past; "not known until Thursday" does not.
            (Bound::Until, Some(_))
                if !(matches!(self.context.tense, Tense::Past if self.context.negated || self.context.tense_is_given)
                    || self.context.tense == Tense::Future
                    || self.context.narrative) =>
            {
                self.tensed(Tense::Future, of)?
            }
            // "resigned, effective Friday": what is decided takes effect later. "Starting Monday, riders pay more" is announced, too.
            (Bound::Effective, Some(_)) if !self.context.narrative => self.tensed(Tense::Future, of)?,
            (Bound::From, Some(_)) if self.context.tense == Tense::Present && !self.context.narrative => {
                self.tensed(Tense::Future, of)?
            }
            // "raised rates starting Jan. 1": what was decided in autumn starts in the next year.
            (Bound::From, Some(_))
                if self.context.tense == Tense::Past && is_day(of) && !self.context.narrative =>
            {
                self.tensed(Tense::None, of)?
            }
            // "no recovery before the fourth quarter" is expected of the next one; only reports look at the one that is over.
            (_, Some(_)) if self.context.tense == Tense::Future && is_reported(of) => {
                let firm = std::mem::replace(&mut self.firm, true);
                let found = self.place(of);
                self.firm = firm;
                found?
            }
            _ => self.place(of)?,
        };
        let Interval { from, to } = found.interval;
        if from.is_none() && to.is_none() {
            return Some(found);
        }
        // A clock time is a moment, not the minute that it names: "until 5 p.m." ends as it strikes.
        let to = if found.grain < Grain::PartOfDay { from } else { to };
        let edge = |edge| if edge == Edge::Start { from } else { to };
        let Policy { until, after, .. } = *self.policy();
        // "before the end of the year" is before the year is over.
        let ends = matches!(of, Expr::Portion(Portion::End, _));
        found.interval = match bound {
            Bound::Before if ends => Interval { from: None, to },
            Bound::Before => Interval { from: None, to: from },
            Bound::Until | Bound::By => Interval { from: None, to: edge(until) },
            Bound::After => Interval { from: edge(after), to: None },
            Bound::Since | Bound::From | Bound::Effective => Interval { from, to: None },
        };
        found.certainty = Certainty::Bounded;
        self.why.push(Reason::Open(bound));
        Some(found)
    }

    /// The same expression under another tense.
    fn tensed(&mut self, tense: Tense, expr: &Expr) -> Option<Found> {
        let context = super::Context { tense, ..*self.context };
        let mut inner = Resolver { context: &context, why: std::mem::take(&mut self.why), firm: self.firm };
        let found = inner.place(expr);
        self.why = inner.why;
        found
    }

    pub(super) fn portion(&mut self, portion: Portion, of: &Expr) -> Option<Found> {
        let found = self.place(of)?;
        self.portion_of(portion, found)
    }

    /// The early, middle or late part of a stretch.
    fn portion_of(&mut self, portion: Portion, of: Found) -> Option<Found> {
        let (from, to) = (of.interval.from?, of.interval.to?);
        let (third, two_thirds) = match self.policy().early_late {
            EarlyLate::Thirds => thirds(&of, from.date(), self.policy())?,
            EarlyLate::Quarters => quarters(&of)?,
        };
        let half = from + (to - from) / 2;
        // Coarse stretches part at midnight, unless that is where they begin.
        let half =
            Some(midnight(half.date())).filter(|half| of.grain > Grain::Day && *half > from).unwrap_or(half);
        let interval = match portion {
            Portion::Early | Portion::Start => Interval::new(from, third),
            Portion::Mid => Interval::new(third, two_thirds),
            Portion::Late | Portion::End => Interval::new(two_thirds, to),
            Portion::FirstHalf => Interval::new(from, half),
            Portion::SecondHalf => Interval::new(half, to),
            Portion::Earlier | Portion::Later => {
                let today = self.interval(Cell::Day(self.today()?))?;
                self.why.push(Reason::FromPublication(self.today()?));
                let side = if portion == Portion::Earlier {
                    Interval { from: None, to: today.to }
                } else {
                    Interval { from: today.from, to: None }
                };
                of.interval.intersect(&side).unwrap_or(of.interval)
            }
            Portion::Fiscal => of.interval,
        };
        let value = match of.value {
            Value::Cell { cell, hedge, universal, .. } => {
                Value::Cell { cell, portion: Some(portion), hedge, universal }
            }
            other => other,
        };
        let least = if portion == Portion::Fiscal { Certainty::Approximate } else { Certainty::Inferred };
        let certainty = of.certainty.max(least);
        Some(Found { interval, grain: of.grain, certainty, value })
    }

    /// The n-th member of a cycle within something.
    pub(super) fn nth(&mut self, n: i16, cycle: Cycle, within: &Expr) -> Option<Found> {
        let outer = self.place(within)?;
        let n = i64::from(n);
        let policy = *self.policy();
        let inside = |cell: Cell| {
            let interval = cell.interval_by(&policy)?;
            outer.interval.contains(&interval).then_some(cell)
        };
        let cell = match cycle {
            Cycle::Unit(Unit::Day) => Cell::Day(nth_day(&outer.interval, n)?),
            Cycle::Unit(Unit::Week) => {
                // Weeks of a year or a month are those that lie mostly in it, as ISO 8601 numbers them: the first holds
                // the fourth day, the last the fourth from the end.
                let (from, to) = (outer.interval.from?.date(), outer.interval.to?.date());
                let day = if n > 0 { add_days(from, 3)? } else { add_days(to, -4)? };
                let steps = if n > 0 { n - 1 } else { n + 1 };
                Cell::holding(Grain::Week, midnight(day), self.policy())?.step(steps)?
            }
            Cycle::Weekday(weekday) => Cell::Day(nth_weekday(&outer.interval, weekday, n)?),
            _ => {
                let first = self.member_within(cycle, &outer.interval)?;
                if n > 0 {
                    inside(first.step(n - 1)?)?
                } else {
                    let end = second_before(outer.interval.to?)?;
                    let last = Cell::holding(cycle.grain(), end, &policy)?;
                    inside(last.step(n + 1)?)?
                }
            }
        };
        self.cell(cell)
    }
}

/// The first and second boundary between the thirds of a stretch: of a month the 11th and the 21st, of a year May and
/// September, of a decade its years 4 and 7; of anything else thirds of its length.
fn thirds(of: &Found, first: NaiveDate, policy: &Policy) -> Option<(NaiveDateTime, NaiveDateTime)> {
    use super::calendar::add_months;
    let (from, to) = (of.interval.from?, of.interval.to?);
    let days = |n: i64| add_days(first, n).map(midnight);
    let months = |n: i64| add_months(first, n).map(midnight);
    // The third of a third has no calendar boundary of its own.
    let whole = of.as_cell().and_then(|cell| cell.interval_by(policy)) == Some(of.interval);
    match of.grain {
        Grain::Month if whole => Some((days(10)?, days(20)?)),
        Grain::Quarter | Grain::Season if whole => Some((months(1)?, months(2)?)),
        Grain::Year if whole => Some((months(4)?, months(8)?)),
        Grain::Decade if whole => Some((months(48)?, months(84)?)),
        Grain::Century if whole => Some((months(33 * 12)?, months(67 * 12)?)),
        Grain::Week if whole => Some((days(2)?, days(5)?)),
        _ => {
            let third = (to - from) / 3;
            Some((from + third, from + third * 2))
        }
    }
}

/// The first and last boundary between the quarters of a stretch; at midnight, where it is longer than a day.
fn quarters(of: &Found) -> Option<(NaiveDateTime, NaiveDateTime)> {
    let (from, to) = (of.interval.from?, of.interval.to?);
    let quarter = (to - from) / 4;
    let at = |at: NaiveDateTime| if of.grain > Grain::Day { midnight(at.date()) } else { at };
    Some((at(from + quarter), at(to - quarter)))
}

/// A day of any year.
const fn is_day(expr: &Expr) -> bool {
    matches!(expr, Expr::Date(DateFields { year: None, month: Some(_), day: Some(_), .. }))
}

/// A bare quarter or half year.
const fn is_reported(expr: &Expr) -> bool {
    matches!(expr, Expr::Bare(Cycle::Quarter(_) | Cycle::Half(_)))
}

/// Whether an expression names its year, directly or from publication.
fn is_complete(expr: &Expr) -> bool {
    match expr {
        Expr::Date(DateFields { year, .. }) | Expr::Numeric(_, _, year) => year.is_some(),
        Expr::Bare(_) | Expr::Clock(_) => false,
        Expr::Shift { from, .. } | Expr::Which { from, .. } => *from == Anchor::Publication,
        Expr::Join(coarse, _) => is_complete(coarse),
        Expr::Portion(_, of) | Expr::Hedged(_, of) | Expr::Open(_, of) => is_complete(of),
        _ => true,
    }
}

/// "March 3 to 7, 2009": a first end without a month takes the month of the second.
fn with_year_of(from: &Expr, to: &Expr) -> Expr {
    match (from, to) {
        (Expr::Date(a), Expr::Date(b)) if a.month.is_none() && a.year.is_none() => {
            Expr::Date(DateFields { month: b.month, year: b.year, ..*a })
        }
        _ => from.clone(),
    }
}
