//! Clock times, and from one to another.

use super::calendar::{add_days, at_clock, half_a_day_on, rezone};
use super::cell::Cell;
use super::interval::Interval;
use super::resolver::{Found, Resolver};
use super::when::{Certainty, Value};
use super::why::Reason;
use crate::expression::{Anchor, Clock, Grain, PartOfDay, Tense, Zone};
use chrono::{NaiveDate, NaiveDateTime, Timelike};

/// From which hour on what is told next, of the hours before dawn, is of the next day.
const EVENING: u32 = 18;
/// The hour before which a night still lasts.
const DAWN: u8 = 5;

impl Resolver<'_, '_> {
    pub(super) fn clock(&mut self, clock: &Clock) -> Option<Found> {
        let (interval, grain) = self.anchor(&Anchor::Discourse, Grain::Minute)?;
        let told = interval.from?;
        // "signed at 11 p.m. on Tuesday. Buses left at 1 a.m.": of the night that was told of.
        let next = grain <= Grain::PartOfDay && told.hour() >= EVENING && clock.settled && clock.hour < DAWN;
        let day = if next { add_days(told.date(), 1)? } else { told.date() };
        // "The ban starts at midnight": the coming one.
        let coming = self.context.tense == Tense::Future && Some(day) == self.today();
        let midnight = clock.settled && clock.hour == 0 && clock.minute.unwrap_or(0) == 0;
        if coming && midnight {
            return self.clock_on(day, &Clock { hour: 24, ..*clock }, None);
        }
        self.clock_on(day, clock, None)
    }

    /// A clock time on a day. An hour that may be of either half of the day follows the part of day, where one is named.
    pub(super) fn clock_on(
        &mut self,
        day: NaiveDate,
        clock: &Clock,
        part: Option<PartOfDay>,
    ) -> Option<Found> {
        let late = matches!(part, Some(PartOfDay::Afternoon | PartOfDay::Evening | PartOfDay::Night));
        let early = matches!(part, Some(PartOfDay::Morning | PartOfDay::EarlyMorning));
        let hour = match clock.hour {
            hour if clock.settled => hour,
            12 if part == Some(PartOfDay::Night) => 24,
            hour if late && (1..12).contains(&hour) => hour + 12,
            hour if early && hour > 12 => hour - 12,
            hour => hour,
        };
        let mut at = at_clock(day, hour, clock.minute.unwrap_or(0), clock.second.unwrap_or(0))?;
        if let (Some(zone), Some(own)) = (clock.zone, self.context.zone)
            && i32::from(zone.0) != own
        {
            at = rezone(at, i32::from(zone.0), own)?;
            self.why.push(Reason::Rezoned { from: zone });
        }
        // An hour with "a.m." or "p.m." is printed to the minute, as TimeML does.
        let mut found =
            self.cell(if clock.second.is_some() { Cell::Second(at) } else { Cell::Minute(at) })?;
        if let Value::Cell { universal, .. } = &mut found.value {
            *universal = clock.zone == Some(Zone(0)) && self.context.zone.is_none();
        }
        Some(found)
    }

    /// From one clock time up to another of the same day, or of the next where it is earlier.
    ///
    /// "3-4 p.m.", "11 to 1 p.m.": the start is the latest that lies before the end. "9 a.m. to 5": the end is the first that
    /// lies behind the start. Where neither half of the day is named, whole hours from one to six are those of the afternoon.
    pub(super) fn hours(&mut self, from: &Clock, to: &Clock) -> Option<Found> {
        let (interval, _) = self.anchor(&Anchor::Discourse, Grain::Minute)?;
        let day = interval.from?.date();
        let start = |found: Found| found.interval.from;
        let (first, last) = (start(self.clock_on(day, from, None)?)?, start(self.clock_on(day, to, None)?)?);
        let either = |clock: &Clock, at: NaiveDateTime| {
            let open = !clock.settled && (1..=12).contains(&clock.hour);
            [Some(at), half_a_day_on(at).filter(|_| open && clock.hour < 12)]
        };
        let (starts, ends) = (either(from, first), either(to, last));
        let first = if to.settled && !from.settled {
            starts.into_iter().flatten().filter(|at| *at < last).max().unwrap_or(first)
        } else if !from.settled && from.minute.is_none() && (1..=6).contains(&from.hour) {
            starts[1].unwrap_or(first)
        } else {
            first
        };
        let last = match ends.into_iter().flatten().find(|at| *at > first) {
            Some(last) => last,
            None => add_days(last.date(), 1)?.and_time(last.time()),
        };
        Some(Found {
            interval: Interval::new(first, last),
            grain: Grain::Minute,
            certainty: Certainty::Exact,
            value: Value::Range(Cell::Minute(first), Cell::Minute(last)),
        })
    }
}
