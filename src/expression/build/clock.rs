//! Clock times from their parts.

use super::{Arg, expr, ordinal};
use crate::expression::{Atom, Clock, Expr, PartOfDay, Unit};

/// Hour, minute, second, half of the day and zone, in that order as far as given.
pub(super) fn clock(args: &[Arg]) -> Option<Clock> {
    let mut clock = match args.first()? {
        Arg::Atom(Atom::Clock(clock)) | Arg::Expr(Expr::Clock(clock)) => *clock,
        Arg::Atom(Atom::Hour(hour)) => {
            Clock { hour: *hour, minute: None, second: None, settled: *hour > 12, zone: None }
        }
        other => {
            let hour = u8::try_from(ordinal(other)?).ok().filter(|h| *h <= 24)?;
            Clock { hour, minute: None, second: None, settled: hour > 12, zone: None }
        }
    };
    for arg in args.get(1..)? {
        match arg {
            Arg::Atom(Atom::Minute(m)) if clock.minute.is_none() => clock.minute = Some(*m),
            Arg::Atom(Atom::Minute(s)) if clock.second.is_none() => clock.second = Some(*s),
            Arg::Atom(Atom::Zone(zone)) => clock.zone = Some(*zone),
            Arg::Atom(Atom::Meridiem(pm)) => settle(&mut clock, *pm)?,
            // "night" is a unit, too: "three nights".
            Arg::Atom(Atom::PartOfDay(PartOfDay::Night) | Atom::Unit(Unit::Night)) => {
                let pm = (6..12).contains(&clock.hour);
                in_part(&mut clock, pm)?;
            }
            Arg::Atom(Atom::PartOfDay(part)) => {
                let pm = !matches!(part, PartOfDay::EarlyMorning | PartOfDay::Morning);
                in_part(&mut clock, pm)?;
            }
            _ => return None,
        }
    }
    let late = clock.hour == 24 && (clock.minute.unwrap_or(0), clock.second.unwrap_or(0)) != (0, 0);
    (!late).then_some(clock)
}

/// As [`settle`], where a clock of 24 hours needs no part of the day: "23:40 that night".
fn in_part(clock: &mut Clock, pm: bool) -> Option<()> {
    if clock.settled { Some(()) } else { settle(clock, pm) }
}

/// Takes a clock of twelve hours to the first or second half of the day.
fn settle(clock: &mut Clock, pm: bool) -> Option<()> {
    if !(1..=12).contains(&clock.hour) {
        return None;
    }
    clock.hour = clock.hour % 12 + if pm { 12 } else { 0 };
    clock.settled = true;
    Some(())
}

/// A clock time as people say it: an hour, perhaps minutes past it or, negative, before it, perhaps the half of the day;
/// without that, hours from one to six are those of the afternoon.
pub(super) fn oclock(args: &[Arg]) -> Option<Arg> {
    let [hour, rest @ ..] = args else { return None };
    let hour = match hour {
        Arg::Atom(Atom::Hour(hour)) => *hour,
        other => u8::try_from(ordinal(other)?).ok()?,
    };
    let (minutes, rest) = match rest {
        [Arg::Atom(Atom::Minute(m)), rest @ ..] => (Some(i16::from(*m)), rest),
        [m @ Arg::Atom(Atom::Quantity(_) | Atom::Back(_)), rest @ ..] => (Some(ordinal(m)?), rest),
        _ => (None, rest),
    };
    if !(1..=24).contains(&hour) || minutes.is_some_and(|m| !(-59..60).contains(&m)) {
        return None;
    }
    let (hour, minute) = match minutes {
        Some(before @ ..0) => (if hour == 1 { 12 } else { hour - 1 }, u8::try_from(60 + before).ok()),
        Some(past) => (hour, u8::try_from(past).ok()),
        None => (hour, None),
    };
    let mut clock = Clock { hour, minute, second: None, settled: hour > 12, zone: None };
    if rest.is_empty() {
        clock.hour = if (1..=6).contains(&hour) { hour + 12 } else { hour };
        return Some(expr(Expr::Clock(clock)));
    }
    let mut all = vec![Arg::Expr(Expr::Clock(clock))];
    all.extend_from_slice(rest);
    Some(expr(Expr::Clock(self::clock(&all)?)))
}
