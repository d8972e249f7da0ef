//! Members of cycles: "Friday", "last week", "next summer", "this Christmas".

use super::calendar::{
    add_days, days_between, midnight, shift, week_start, weekday_on_or_after, weekday_on_or_before,
};
use super::cell::Cell;
use super::fields::onward;
use super::holiday;
use super::interval::Interval;
use super::policy::{Bare, Hemisphere, LastUnit, LastWeekday, Policy, ThisWeekday, WinterOf};
use super::resolver::{Direction, Found, Resolver};
use super::when::{Certainty, Value};
use super::why::{OtherReading, Reason};
use crate::expression::{Amount, Anchor, Cycle, Expr, Grain, PartOfDay, Tense, Unit, Weekday};
use crate::sorting;
use chrono::{Datelike, NaiveDate};

/// A month or season of more days ago, or ahead, is not named without its year.
const REMOTE_MONTHS: i64 = 300;

impl Resolver<'_, '_> {
    /// A bare member of a cycle, placed by tense.
    pub(super) fn bare(&mut self, cycle: Cycle) -> Option<Found> {
        match cycle {
            Cycle::Weekday(weekday) => {
                let today = self.today()?;
                let Policy { bare_weekday, weekday_today, .. } = *self.policy();
                let apart = i64::from(!weekday_today);
                let before = weekday_on_or_before(add_days(today, -apart)?, weekday)?;
                let after = weekday_on_or_after(add_days(today, apart)?, weekday)?;
                let after_is_near = days_between(today, after) < days_between(before, today);
                let day = match self.direction_of(bare_weekday, Direction::Past) {
                    Direction::Future => after,
                    Direction::Nearest if bare_weekday == Bare::Nearest && after_is_near => after,
                    Direction::Past | Direction::Nearest | Direction::Onward => before,
                };
                self.cell(Cell::Day(day))
            }
            Cycle::PartOfDay(_) | Cycle::Unit(Unit::Night) => self.which(0, cycle, &Anchor::Discourse),
            Cycle::Unit(Unit::Weekend) => self.bare_weekend(),
            Cycle::Unit(_) => self.which(0, cycle, &Anchor::Discourse),
            Cycle::Month(_)
            | Cycle::Season(_)
            | Cycle::Quarter(_)
            | Cycle::Half(_)
            | Cycle::Holiday(_)
            | Cycle::Yearly(_) => {
                let today = self.today()?;
                // Quarters and halves are reported when they are over.
                let reported = matches!(cycle, Cycle::Quarter(_) | Cycle::Half(_));
                let Policy { bare_date, bare_month, .. } = *self.policy();
                let bare = if cycle.grain() > Grain::Day { bare_month } else { bare_date };
                let otherwise = if reported { Direction::Past } else { Direction::Nearest };
                let direction = self.direction_of(bare, otherwise);
                // "expects to report third-quarter earnings" speaks of the one that is over.
                let direction = match direction {
                    Direction::Future if reported && !self.firm && bare == Bare::Tense => Direction::Nearest,
                    direction => direction,
                };
                let mut around = self.members(cycle, today.year(), 0);
                let found = match direction {
                    Direction::Past => around.rfind(|m| m.start <= today)?,
                    Direction::Future => around.find(|m| m.end > today)?,
                    Direction::Nearest => around.min_by_key(|m| m.distance(today))?,
                    Direction::Onward => around.min_by_key(|m| onward(today, m.start))?,
                };
                let near = self.members(cycle, today.year(), 0).min_by_key(|m| m.distance(today))?;
                // A day is remote sooner than a month: "in January" may look back from October.
                let far =
                    if cycle.grain() > Grain::Day { found.distance(today) <= REMOTE_MONTHS } else { false };
                let start = if reported || far || bare != Bare::Tense {
                    found.start
                } else {
                    self.unless_remote(found.start, near.start, today)
                };
                self.cell(if start == found.start { found.cell } else { near.cell })
            }
        }
    }

    /// The member `step` occurrences from an anchor.
    pub(super) fn which(&mut self, step: i8, cycle: Cycle, from: &Anchor) -> Option<Found> {
        if let (Cycle::Unit(Unit::Quarter), Anchor::Discourse) = (cycle, from) {
            return self.the_quarter(step);
        }
        let from = match step {
            0 if *from == Anchor::Discourse && self.has_passed(cycle) => &Anchor::Publication,
            0 => from,
            _ => self.later(from),
        };
        let (interval, _) = self.anchor(from, cycle.grain())?;
        let (first, last) = (interval.from?.date(), add_days(interval.to?.date(), -1)?);
        // What comes next counts from the anchor's last day, what came before from its first.
        let day = if step > 0 { last.max(first) } else { first };
        let cell = match cycle {
            Cycle::Unit(Unit::Night) => self.part_of_day(step, PartOfDay::Night, day, from)?,
            Cycle::PartOfDay(part) => self.part_of_day(step, part, day, from)?,
            Cycle::Unit(unit @ (Unit::Second | Unit::Minute | Unit::Hour)) => {
                let at = if *from == Anchor::Publication { self.now()? } else { interval.from? };
                Cell::holding(unit.grain(), at, self.policy())?.step(i64::from(step))?
            }
            Cycle::Unit(Unit::Season) => {
                Cell::holding(Grain::Year, midnight(day), self.policy())?.step(i64::from(step))?
            }
            Cycle::Unit(unit) if step.abs() == 1 && *from == Anchor::Publication && self.rolls(unit) => {
                return self.rolling(unit, step < 0, interval);
            }
            Cycle::Unit(unit) => {
                Cell::holding(unit.grain(), midnight(day), self.policy())?.step(i64::from(step))?
            }
            Cycle::Weekday(weekday) => Cell::Day(self.weekday(step, weekday, day, from)?),
            _ => self.annual(step, cycle, day)?,
        };
        self.cell(cell)
    }

    /// "took office in 2021 and is to resign before the end of the year": what lies ahead is no part of what has passed.
    fn has_passed(&self, cycle: Cycle) -> bool {
        let ahead = self.context.tense == Tense::Future && !self.context.narrative;
        let told = if cycle.grain() <= Grain::Week { self.context.last_day } else { self.context.last };
        let over = || {
            let this = Cell::holding(cycle.grain(), midnight(self.today()?), self.policy())?;
            // A night ends on the day behind it.
            Some(told?.anchor_by(self.policy())?.to?.date() <= self.interval(this)?.from?.date())
        };
        ahead && matches!(cycle, Cycle::Unit(_)) && over().unwrap_or(false)
    }

    /// "the weekend": the one that lasts, else the last or the next.
    fn bare_weekend(&mut self) -> Option<Found> {
        let today = self.today()?;
        let this = Cell::holding(Grain::Weekend, midnight(today), self.policy())?;
        let span = |cell| self.interval(cell).and_then(|i| Some((i.from?.date(), i.to?.date())));
        let (start, end) = span(this)?;
        let (before, after) = if end <= today { (this, this.step(1)?) } else { (this.step(-1)?, this) };
        if start <= today && today < end {
            return self.cell(this);
        }
        let after_is_near = days_between(today, span(after)?.0) < days_between(span(before)?.1, today) + 1;
        let bare = self.policy().bare_weekend;
        match self.direction_of(bare, Direction::Past) {
            Direction::Future => self.cell(after),
            Direction::Nearest if bare == Bare::Nearest && after_is_near => self.cell(after),
            Direction::Past | Direction::Nearest | Direction::Onward => self.cell(before),
        }
    }

    /// Whether "last" and "next" of a unit are stretches of its length, and not cells of the calendar.
    fn rolls(&self, unit: Unit) -> bool {
        let has_name = matches!(unit, Unit::Week | Unit::Month | Unit::Quarter | Unit::Year);
        has_name && self.policy().last_unit == LastUnit::Rolling
    }

    /// The stretch of one unit that ends or starts with a day.
    fn rolling(&self, unit: Unit, back: bool, day: Interval) -> Option<Found> {
        let (from, to) = (day.from?, day.to?);
        let amount = Amount::new(1, unit);
        let interval = if back {
            Interval::new(shift(to, -100, unit)?, to)
        } else {
            Interval::new(from, shift(from, 100, unit)?)
        };
        let value = Value::Window { amount, hedge: None, back };
        Some(Found { interval, grain: unit.grain(), certainty: Certainty::Exact, value })
    }

    /// "the quarter" of a report: the one last mentioned, else the one that is over.
    fn the_quarter(&mut self, step: i8) -> Option<Found> {
        let mentioned = self.context.quarter;
        let over = || Cell::holding(Grain::Quarter, midnight(self.today()?), self.policy())?.step(-1);
        self.cell(mentioned.or_else(over)?.step(i64::from(step))?)
    }

    fn part_of_day(&self, step: i8, part: PartOfDay, day: NaiveDate, from: &Anchor) -> Option<Cell> {
        // "the night" of a text that spoke of an evening is that evening's.
        let step = if *from == Anchor::Discourse && step > 0 { 1 } else { step };
        Some(Cell::PartOfDay(add_days(day, i64::from(step))?, part))
    }

    /// "last Friday" is the most recent before the day, "next Friday" the first after it, "this Friday" the nearest in
    /// the direction of the tense; the reading by weeks is kept as an alternative where it differs.
    fn weekday(&mut self, step: i8, weekday: Weekday, day: NaiveDate, from: &Anchor) -> Option<NaiveDate> {
        let week = week_start(day, self.policy().week_start)?;
        let by_week = weekday_on_or_after(add_days(week, 7 * i64::from(step))?, weekday)?;
        let found = match step {
            0 if self.policy().this_weekday == ThisWeekday::Week => by_week,
            // "that Sunday" is of the week that was told of; what is over is not today.
            0 if *from == Anchor::Discourse => match self.today() {
                Some(today) if self.context.tense != Tense::Future && by_week >= today => {
                    weekday_on_or_before(add_days(today, -1)?, weekday)?
                }
                _ => by_week,
            },
            0 => match self.direction(Direction::Future) {
                Direction::Past => weekday_on_or_before(day, weekday)?,
                Direction::Future | Direction::Nearest | Direction::Onward => {
                    weekday_on_or_after(day, weekday)?
                }
            },
            step if step < 0 => {
                let last = weekday_on_or_before(add_days(day, -1)?, weekday)?;
                add_days(last, 7 * (i64::from(step) + 1))?
            }
            step => {
                let next = weekday_on_or_after(add_days(day, 1)?, weekday)?;
                add_days(next, 7 * (i64::from(step) - 1))?
            }
        };
        let counts_weeks = step != 0 && self.policy().last_weekday == LastWeekday::Week;
        let (found, other, reading) = if counts_weeks {
            (by_week, found, OtherReading::ByDay)
        } else {
            (found, by_week, OtherReading::ByWeek)
        };
        if other != found {
            self.why.push(Reason::Rejected { reading, value: other.to_string() });
        }
        Some(found)
    }

    /// A member of a yearly cycle: the last that is over, the next that has not begun, or this year's.
    fn annual(&self, step: i8, cycle: Cycle, day: NaiveDate) -> Option<Cell> {
        let occurrences = usize::from(step.unsigned_abs()).saturating_sub(1);
        let mut around = self.members(cycle, day.year(), usize::from(step.unsigned_abs()));
        let found = match step {
            0 => {
                let holding = self.members(cycle, day.year(), 0).find(|m| m.start <= day && day < m.end);
                holding.or_else(|| around.find(|m| m.year == day.year()))?
            }
            step if step < 0 => around.rev().filter(|m| m.end <= day).nth(occurrences)?,
            _ => around.filter(|m| m.start > day).nth(occurrences)?,
        };
        Some(found.cell)
    }

    /// The n-th nearest member of a cycle to a stretch of time; of two equally near the earlier.
    pub(super) fn nearest_member(&mut self, n: u8, cycle: Cycle, to: &Expr) -> Option<Found> {
        let interval = self.place(to)?.interval;
        let (first, last) = (interval.from?.date(), add_days(interval.to?.date(), -1)?);
        let last = last.max(first);
        let mut around: Vec<(i64, Cell)> = match cycle {
            Cycle::Weekday(weekday) => {
                let (before, after) =
                    (weekday_on_or_before(first, weekday)?, weekday_on_or_after(first, weekday)?);
                let later = (0..=i64::from(n)).filter_map(|k| add_days(after, 7 * k));
                let earlier = (0..=i64::from(n)).filter_map(|k| add_days(before, -7 * k));
                let mut days: Vec<NaiveDate> = earlier.chain(later).collect();
                sorting::sort(&mut days);
                days.dedup();
                let far = |day| days_between(day, first).max(days_between(last, day)).max(0);
                days.into_iter().map(|day| (far(day), Cell::Day(day))).collect()
            }
            _ => {
                let far = |m: &Member| days_between(m.end, first).max(days_between(last, m.start)).max(0);
                self.members(cycle, first.year(), usize::from(n)).map(|m| (far(&m), m.cell)).collect()
            }
        };
        sorting::sort_by_key(&mut around, |(far, _)| *far);
        self.cell(around.get(usize::from(n) - 1)?.1)
    }

    /// The member of a cycle within a stretch of time: "November" of last year, "Friday" of last week.
    pub(super) fn member_within(&self, cycle: Cycle, within: &Interval) -> Option<Cell> {
        let (from, to) = (within.from?.date(), within.to?.date());
        match cycle {
            Cycle::Weekday(weekday) => {
                let day = weekday_on_or_after(from, weekday)?;
                (day < to).then_some(Cell::Day(day))
            }
            Cycle::PartOfDay(part) => Some(Cell::PartOfDay(from, part)),
            Cycle::Unit(Unit::Night) => Some(Cell::PartOfDay(from, PartOfDay::Night)),
            Cycle::Unit(unit) => Cell::holding(unit.grain(), within.from?, self.policy()),
            Cycle::Season(_) if self.policy().winter_of == WinterOf::LastYear => {
                self.members(cycle, from.year(), 0).find(|m| m.end > from && m.end <= to).map(|m| m.cell)
            }
            _ => {
                self.members(cycle, from.year(), 0).find(|m| m.start >= from && m.start < to).map(|m| m.cell)
            }
        }
    }

    /// The members of a yearly cycle in the years around one, in order, `more` of them to either side than are near.
    fn members(
        &self,
        cycle: Cycle,
        year: i32,
        more: usize,
    ) -> impl DoubleEndedIterator<Item = Member> + use<> {
        let policy = *self.policy();
        // Some holidays come every four years.
        let (near, every) =
            if matches!(cycle, Cycle::Holiday(_) | Cycle::Yearly(_)) { (4, 4) } else { (2, 1) };
        let reach = near + every * more as i32;
        (-reach..=reach).filter_map(move |off| {
            let year = year.checked_add(off)?;
            let cell = member(cycle, year, &policy)?;
            let interval = cell.interval_by(&policy)?;
            Some(Member { cell, year, start: interval.from?.date(), end: interval.to?.date() })
        })
    }
}

/// The member of a yearly cycle in a year.
fn member(cycle: Cycle, year: i32, policy: &Policy) -> Option<Cell> {
    match cycle {
        Cycle::Month(month) => Some(Cell::Month(year, month)),
        Cycle::Season(season) => Some(match policy.hemisphere {
            Hemisphere::North => Cell::Season(year, season),
            Hemisphere::South => Cell::AustralSeason(year, season),
        }),
        Cycle::Quarter(n) => Some(Cell::Quarter(year, n)),
        Cycle::Half(n) => Some(Cell::Half(year, n)),
        Cycle::Holiday(holiday) => holiday::cell_of(holiday, year, policy.region),
        Cycle::Yearly(day) => holiday::yearly(day, year, policy.region).map(Cell::Day),
        Cycle::Unit(_) | Cycle::Weekday(_) | Cycle::PartOfDay(_) => None,
    }
}

/// A member of a yearly cycle with its first day and the day after its last.
struct Member {
    cell: Cell,
    year: i32,
    start: NaiveDate,
    end: NaiveDate,
}

impl Member {
    /// Days between the member and a day; 0 inside.
    fn distance(&self, day: NaiveDate) -> i64 {
        (days_between(day, self.start)).max(days_between(self.end, day) + 1).max(0)
    }
}
