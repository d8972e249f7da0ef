//! Amounts counted from an anchor: "three weeks ago", "two days later", "the last three months".

use super::calendar::{add_days, midnight, shift};
use super::cell::Cell;
use super::interval::Interval;
use super::policy::{MonthsAgo, PastUnits, Policy, WeeksAgo};
use super::resolver::{Found, Resolver};
use super::when::{Certainty, Value, When};
use super::why::Reason;
use crate::expression::{Amount, Anchor, Grain, Number, Quantity, Tense, Unit};
use chrono::{NaiveDateTime, NaiveTime};

/// How far a vague quantity reaches, in hundredths of the unit: at least, most likely, at most.
fn reach(quantity: Quantity, policy: &Policy) -> (i64, i64, i64) {
    let [couple, few, uncounted] =
        [policy.couple, policy.few, policy.uncounted].map(|units| i64::from(units) * 100);
    match quantity {
        Quantity::Exactly(n) => (n.0, n.0, n.0),
        Quantity::Couple => (couple, couple, couple),
        Quantity::Few => (few - 100, few, few + 100),
        // "several", "many" and bare plurals.
        Quantity::Some => (uncounted.min(200), uncounted.min(500), uncounted),
        Quantity::Between(low, high) => {
            (low as i64 * 100, (low as i64 + high as i64) * 50, high as i64 * 100)
        }
        Quantity::Tens(ten) => (ten as i64 * 200, ten as i64 * 500, ten as i64 * 900),
    }
}

/// "Half a century ago" was fifty years ago, in no century of its own.
fn in_years(amount: Amount) -> Amount {
    let years = match amount.unit {
        Unit::Decade => 10,
        Unit::Century => 100,
        _ => return amount,
    };
    match amount.quantity {
        Quantity::Exactly(n) if n.as_whole().is_none() => Amount {
            quantity: Quantity::Exactly(Number(n.0.saturating_mul(years))),
            unit: Unit::Year,
            ..amount
        },
        _ => amount,
    }
}

impl Resolver<'_, '_> {
    /// An amount behind "in": from now where the verb looks ahead or none is there, else how long something took.
    pub(super) fn ahead(&mut self, by: &Amount) -> Option<Found> {
        if matches!(self.context.tense, Tense::Past | Tense::Present) || self.today().is_none() {
            return Some(Found::placeless(Value::Duration { amount: *by, hedge: None }, by.unit.grain()));
        }
        self.shift(&Anchor::Publication, by, false)
    }

    /// A number of units from an anchor.
    pub(super) fn shift(&mut self, from: &Anchor, by: &Amount, back: bool) -> Option<Found> {
        let by = in_years(by.in_weeks());
        let from = self.later(from);
        if let Some(found) = self.compared_quarter(from, &by, back) {
            return Some(found);
        }
        // "was re-elected four years later": of what happened no day of publication is the start.
        let untold = *from == Anchor::Discourse && self.context.last.is_none();
        if untold && !back && self.context.tense == Tense::Past {
            return Some(Found::placeless(Value::Duration { amount: by, hedge: None }, by.unit.grain()));
        }
        if let Some(found) = self.within_month(from, &by, back) {
            return Some(found);
        }
        let (interval, grain) = self.anchor(from, by.unit.grain())?;
        let sign = if back { -1 } else { 1 };
        let fine = by.unit <= Unit::Hour;
        // Hours count from the moment of publication; everything else from the anchor's near end.
        if fine && grain >= Grain::Day && *from == Anchor::Discourse {
            // An hour later on a day whose hours nobody told.
            let mut found = self.cell(Cell::Day(interval.from?.date()))?;
            found.certainty = Certainty::Bounded;
            return Some(found);
        }
        let start = if fine && *from == Anchor::Publication {
            if self.context.clock.is_none() {
                return self.hours_of_unknown_clock(&by, sign);
            }
            self.now()?
        } else if back || grain > Grain::Day {
            interval.from?
        } else {
            midnight(add_days(
                interval.to?.date(),
                if interval.to?.time() == NaiveTime::MIN { -1 } else { 0 },
            )?)
        };
        let start = if fine && *from != Anchor::Publication { interval.from? } else { start };
        let at = |hundredths: i64| -> Option<NaiveDateTime> {
            let moved = shift(start, sign * hundredths, by.unit)?;
            match by.plus {
                Some((n, smaller)) => shift(moved, sign * n.0, smaller),
                None => Some(moved),
            }
        };
        let (least, likely, most) = reach(by.quantity, self.policy());
        let unit = by.plus.map_or(by.unit, |(_, smaller)| smaller);
        let target = at(likely)?;
        let named = matches!(from, Anchor::At(_));
        let named_day = named && grain <= Grain::Day;
        // A year from a named quarter is a quarter, from a named day a day.
        if named
            && grain < unit.grain()
            && grain >= Grain::Day
            && least == most
            && unit.grain() >= Grain::Year
        {
            // A week lies where its middle does: that of its Monday's date of another year may be the one before.
            let target = if grain == Grain::Week { shift(target, 300, Unit::Day)? } else { target };
            return self.cell(Cell::holding(grain, target, self.policy())?);
        }
        if fine && least == most && *from == Anchor::Publication {
            return self.moment(target, unit);
        }
        let mut found = self.landing(target, unit, grain, named_day, likely)?;
        if least != most {
            let (near, far) = (at(least)?, at(most)?);
            let (low, high) = (near.min(far), near.max(far));
            let widened =
                |moment| self.interval(Cell::holding(unit.grain().max(Grain::Day), moment, self.policy())?);
            found.interval = Interval { from: widened(low)?.from, to: widened(high)?.to };
            found.value = Value::Vague { quantity: by.quantity, unit, back };
        }
        if by.is_vague() {
            found.certainty = Certainty::Approximate;
        }
        Some(found)
    }

    /// "Another burnt last month. Two days later a boy was arrested": as vague as the month.
    fn within_month(&mut self, from: &Anchor, by: &Amount, back: bool) -> Option<Found> {
        let (None, Some(last)) = (self.context.last_day, self.context.last) else { return None };
        let told = *from == Anchor::Discourse && self.context.tense == Tense::Past;
        if !told || last.grain != Grain::Month || by.unit.grain() > Grain::Week {
            return None;
        }
        let (Quantity::Exactly(n), None) = (by.quantity, by.plus) else { return None };
        let Interval { from, to } = last.anchor_by(self.policy())?;
        let moved = |at| shift(at, if back { -n.0 } else { n.0 }, by.unit);
        self.why.push(Reason::FromDiscourse(last.timex().value));
        Some(Found {
            interval: Interval::new(moved(from?)?, moved(to?)?),
            grain: Grain::Month,
            certainty: Certainty::Approximate,
            value: Value::Interval,
        })
    }

    /// "a year ago" in a sentence that compares quarters is the same quarter of that year.
    fn compared_quarter(&mut self, from: &Anchor, by: &Amount, back: bool) -> Option<Found> {
        let quarter = self.context.quarter.filter(|_| self.context.compares_quarters)?;
        let (Quantity::Exactly(n), Unit::Year, None) = (by.quantity, by.unit, by.plus) else { return None };
        if matches!(from, Anchor::At(_)) {
            return None;
        }
        let years = n.as_whole()?.checked_mul(if back { -4 } else { 4 })?;
        self.why.push(Reason::ComparesQuarters(super::timex::cell_value(quarter)));
        self.cell(quarter.step(years)?)
    }

    /// "two hours ago" of a publication whose hour is known: a unit's length from that minute on.
    fn moment(&self, at: NaiveDateTime, unit: Unit) -> Option<Found> {
        let grain = if unit == Unit::Second { Grain::Second } else { Grain::Minute };
        let mut found = self.cell(Cell::holding(grain, at, self.policy())?)?;
        found.interval.to = found.interval.from.and_then(|from| shift(from, 100, unit));
        found.grain = unit.grain();
        Some(found)
    }

    /// Where an exact shift lands: the cell of its unit; a week's window around the day; the day itself when weeks are
    /// counted from a named day.
    fn landing(
        &self,
        at: NaiveDateTime,
        unit: Unit,
        grain: Grain,
        named_day: bool,
        hundredths: i64,
    ) -> Option<Found> {
        let whole = hundredths % 100 == 0;
        match unit {
            Unit::Week | Unit::Fortnight | Unit::Weekend if named_day => self.cell(Cell::Day(at.date())),
            Unit::Week | Unit::Fortnight | Unit::Weekend if grain <= Grain::Day => {
                let day = at.date();
                match self.policy().weeks_ago {
                    WeeksAgo::Around => {}
                    WeeksAgo::Day => return self.cell(Cell::Day(day)),
                    WeeksAgo::Week => return self.cell(Cell::holding(Grain::Week, at, self.policy())?),
                }
                let mut found = self.cell(Cell::Day(day))?;
                found.interval = Interval::new(midnight(add_days(day, -3)?), midnight(add_days(day, 4)?));
                found.grain = Grain::Week;
                found.certainty = Certainty::Approximate;
                found.value = Value::Around(day);
                Some(found)
            }
            _ => {
                let by_day = self.policy().months_ago == MonthsAgo::Day
                    && grain <= Grain::Day
                    && (Unit::Month..=Unit::Year).contains(&unit);
                // Half a year ago is a month, half a month ago a day.
                let grain = match unit.grain() {
                    Grain::Year if !whole => Grain::Month,
                    Grain::Month if !whole => Grain::Day,
                    Grain::PartOfDay => Grain::Day,
                    _ if by_day => Grain::Day,
                    grain => grain,
                };
                self.cell(Cell::holding(grain, at, self.policy())?)
            }
        }
    }

    /// "three hours ago" of an article whose hour is unknown: the day of publication, or the one before or after.
    fn hours_of_unknown_clock(&mut self, by: &Amount, sign: i64) -> Option<Found> {
        let day = midnight(self.today()?);
        let (_, _, most) = reach(by.quantity, self.policy());
        let edge = shift(if sign < 0 { day } else { shift(day, 100, Unit::Day)? }, sign * most, by.unit)?;
        let far = self.interval(Cell::holding(Grain::Day, edge, self.policy())?)?;
        let mut found = self.cell(Cell::Day(day.date()))?;
        let (low, high) = (found.interval.from.min(far.from), found.interval.to.max(far.to));
        found.interval = Interval { from: low, to: high };
        found.certainty = Certainty::Bounded;
        self.why.push(Reason::UnknownClock);
        Some(found)
    }

    /// What was told last for expressions of a grain, where it is over as the article is published.
    fn last_before_publication(&self, grain: Grain) -> Option<&When> {
        let last = if grain <= Grain::Week { self.context.last_day } else { self.context.last }?;
        let ends = last.anchor_by(self.policy())?.to?;
        (ends.date() <= self.today()?).then_some(last)
    }

    /// The stretch of an amount that ends or starts at an anchor.
    pub(super) fn window(&mut self, from: &Anchor, amount: &Amount, back: bool) -> Option<Found> {
        let amount = amount.in_weeks();
        // "scored twice in the last eight minutes": of a text whose hour nobody knows these are no minutes of the day.
        if amount.unit < Unit::Hour && *from == Anchor::Publication && self.context.clock.is_none() {
            return Some(Found::placeless(Value::Duration { amount, hedge: None }, amount.unit.grain()));
        }
        // "It spent the next four months in a drawer": behind what was told.
        let onward = *from == Anchor::Publication && !back && self.context.tense == Tense::Past;
        let told = onward.then(|| self.last_before_publication(amount.unit.grain())).flatten().is_some();
        let from = if told { &Anchor::Discourse } else { from };
        let (interval, _) = self.anchor(from, amount.unit.grain())?;
        let (_, likely, most) = reach(amount.quantity, self.policy());
        let sign = if back { -1 } else { 1 };
        let hundredths = if amount.quantity == Quantity::Some { most } else { likely };
        let whole = self.policy().past_units == PastUnits::Whole
            && *from == Anchor::Publication
            && amount.plus.is_none()
            && hundredths % 100 == 0
            && amount.unit >= Unit::Day;
        let (near, far) = if amount.unit == Unit::Quarter || whole {
            // Quarters are counted whole, as companies report them.
            let this = Cell::holding(amount.unit.grain(), interval.from?, self.policy())?;
            let first = this.step(sign)?;
            let last = this.step(sign * (hundredths / 100).max(1))?;
            let (first, last) = (self.interval(first)?, self.interval(last)?);
            if back { (first.to?, last.from?) } else { (first.from?, last.to?) }
        } else if amount.unit <= Unit::Hour && *from == Anchor::Publication && self.context.clock.is_some() {
            let now = self.now()?;
            (now, shift(now, sign * hundredths, amount.unit)?)
        } else {
            let near = if back { interval.to? } else { interval.from? };
            let far = shift(near, sign * hundredths, amount.unit)?;
            (
                near,
                match amount.plus {
                    Some((n, smaller)) => shift(far, sign * n.0, smaller)?,
                    None => far,
                },
            )
        };
        Some(Found {
            interval: Interval::new(near.min(far), near.max(far)),
            grain: amount.unit.grain(),
            certainty: if amount.is_vague() { Certainty::Approximate } else { Certainty::Exact },
            value: Value::Window { amount, hedge: None, back },
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::expression::{Expr, Tense};
    use crate::resolve::{Context, Policy, resolve};
    use chrono::NaiveDate;

    /// Interval and TIMEX3 value of an expression on 2024-03-13, 10:30.
    fn resolved(notation: &str, tense: Tense) -> String {
        let expr: Expr = notation.parse().expect("an expression");
        let day = NaiveDate::from_ymd_opt(2024, 3, 13).expect("a date");
        let policy = Policy::default();
        let context = Context { clock: day.and_hms_opt(10, 30, 0), tense, ..Context::on(day, &policy) };
        let when = resolve(&expr, &context);
        let side = |at: Option<chrono::NaiveDateTime>| {
            at.map_or("..".to_owned(), |at| at.format("%m-%dT%H:%M").to_string())
        };
        format!("{}/{} {}", side(when.interval.from), side(when.interval.to), when.timex().value)
    }

    #[test]
    fn amounts_lie_ahead_only_where_the_verb_looks_ahead() {
        assert_eq!(resolved("in(3 day)", Tense::Future), "03-16T00:00/03-17T00:00 2024-03-16");
        assert_eq!(resolved("in(3 day)", Tense::None), "03-16T00:00/03-17T00:00 2024-03-16");
        assert_eq!(resolved("in(3 day)", Tense::Past), "../.. P3D");
        assert_eq!(resolved("in(2..4 day)", Tense::Future), "03-15T00:00/03-18T00:00 FUTURE_REF");
    }

    #[test]
    fn hours_count_from_the_minute_of_publication() {
        assert_eq!(resolved("shift(-2 hour)", Tense::Past), "03-13T08:30/03-13T09:30 2024-03-13T08:30");
        assert_eq!(resolved("shift(5 minute)", Tense::Future), "03-13T10:35/03-13T10:36 2024-03-13T10:35");
        assert_eq!(resolved("shift(0.5 hour)", Tense::Future), "03-13T11:00/03-13T12:00 2024-03-13T11:00");
    }
}
