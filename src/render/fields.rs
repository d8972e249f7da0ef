//! A time as the fields of a calendar, for formats that take year, month, day and time of day apart.

use super::label::last_moment;
use crate::expression::Grain;
use crate::resolve::When;
use chrono::{Datelike, NaiveDateTime, NaiveTime, TimeDelta, Timelike};

/// A date as finely as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fields {
    /// Astronomical: 0 is 1 BC.
    pub(super) year: i32,
    pub(super) month: Option<u32>,
    pub(super) day: Option<u32>,
    /// Hour and minute.
    pub(super) time: Option<(u32, u32)>,
}

/// The first and, where the time is longer than what the first says, the last date of a time, both included; a time of day is
/// the moment itself. An open time has one date: the one that is known. `None` for what lies nowhere.
pub(super) fn ends(when: &When) -> Option<(Fields, Option<Fields>)> {
    ends_to(when, Precision::Minute)
}

/// The same no finer than people are told: what is known to a day has no clock times.
pub(super) fn printed(when: &When) -> Option<(Fields, Option<Fields>)> {
    ends_to(when, Precision::of(when.grain).min(Precision::Day))
}

fn ends_to(when: &When, finest: Precision) -> Option<(Fields, Option<Fields>)> {
    let (from, to) = (when.interval.from, when.interval.to);
    let of = Precision::of(when.grain);
    let (from, to) = match (from, to) {
        (Some(from), Some(to)) => (from, to),
        (Some(from), None) => return Some((of.min(Precision::starting(from)).max(finest).cut(from), None)),
        (None, Some(to)) => {
            let precision = of.min(Precision::starting(to)).max(finest);
            let last = if precision == Precision::Minute { to } else { last_moment(to) };
            return Some((precision.cut(last), None));
        }
        (None, None) => return None,
    };
    let precision = of.min(Precision::starting(from)).min(Precision::starting(to)).max(finest);
    let start = precision.cut(from);
    // A minute is a moment; it ends with itself.
    if to - from <= TimeDelta::minutes(1) {
        return Some((start, None));
    }
    let last = if precision == Precision::Minute { to } else { last_moment(to).max(from) };
    Some((start, Some(precision.cut(last)).filter(|last| *last != start)))
}

/// How many fields are known; fewest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Precision {
    Minute,
    Day,
    Month,
    Year,
}

impl Precision {
    const fn of(grain: Grain) -> Precision {
        match grain {
            Grain::Second | Grain::Minute | Grain::Hour | Grain::PartOfDay => Precision::Minute,
            Grain::Day | Grain::Weekend | Grain::Week => Precision::Day,
            Grain::Month | Grain::Quarter | Grain::Season | Grain::Half => Precision::Month,
            Grain::Year | Grain::Decade | Grain::Century | Grain::Millennium => Precision::Year,
        }
    }

    /// The coarsest that starts at this moment.
    fn starting(at: NaiveDateTime) -> Precision {
        if at.time() != NaiveTime::MIN {
            Precision::Minute
        } else if at.day() != 1 {
            Precision::Day
        } else if at.month() != 1 {
            Precision::Month
        } else {
            Precision::Year
        }
    }

    fn cut(self, at: NaiveDateTime) -> Fields {
        Fields {
            year: at.year(),
            month: (self <= Precision::Month).then(|| at.month()),
            day: (self <= Precision::Day).then(|| at.day()),
            time: (self == Precision::Minute).then(|| (at.hour(), at.minute())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Fields, ends};
    use crate::expression::Grain;
    use crate::resolve::{Certainty, Interval, Value, When, Why};
    use chrono::NaiveDateTime;

    fn shown(from: &str, to: &str, grain: Grain) -> String {
        let moment = |text: &str| NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").ok();
        let when = When {
            interval: Interval { from: moment(from), to: moment(to) },
            grain,
            certainty: Certainty::Exact,
            value: Value::Interval,
            why: Why::default(),
        };
        let show = |fields: Fields| {
            let part = |n: Option<u32>| n.map(|n| format!("-{n}")).unwrap_or_default();
            let time = fields.time.map(|(h, m)| format!(" {h}:{m}")).unwrap_or_default();
            format!("{}{}{}{time}", fields.year, part(fields.month), part(fields.day))
        };
        let Some((first, last)) = ends(&when) else { return "nowhere".to_owned() };
        format!("{}{}", show(first), last.map(|last| format!("/{}", show(last))).unwrap_or_default())
    }

    #[test]
    fn a_time_has_the_fields_that_are_known() {
        let cases = [
            ("2025-11-21T00:00", "2025-11-22T00:00", Grain::Day, "2025-11-21"),
            ("2025-10-01T00:00", "2025-11-01T00:00", Grain::Month, "2025-10"),
            ("2025-01-01T00:00", "2026-01-01T00:00", Grain::Year, "2025"),
            ("1990-01-01T00:00", "2000-01-01T00:00", Grain::Decade, "1990/1999"),
            ("1998-01-01T00:00", "1998-05-01T00:00", Grain::Year, "1998-1/1998-4"),
            ("2025-10-27T00:00", "2025-11-03T00:00", Grain::Day, "2025-10-27/2025-11-2"),
            ("2025-11-19T20:00", "2025-11-20T04:00", Grain::PartOfDay, "2025-11-19 20:0/2025-11-20 4:0"),
            ("2025-10-07T23:40", "2025-10-07T23:41", Grain::Minute, "2025-10-7 23:40"),
            ("2025-10-08T00:00", "2025-10-08T08:00", Grain::Day, "2025-10-8 0:0/2025-10-8 8:0"),
            ("-", "2025-10-08T12:00", Grain::PartOfDay, "2025-10-8 12:0"),
            ("-", "2027-09-01T00:00", Grain::Year, "2027-8"),
            ("-", "2025-11-09T00:00", Grain::Day, "2025-11-8"),
            ("2025-01-01T00:00", "-", Grain::Day, "2025-1-1"),
            ("2025-01-01T00:00", "-", Grain::Year, "2025"),
            ("-", "-", Grain::Day, "nowhere"),
        ];
        for (from, to, grain, expected) in cases {
            assert_eq!(shown(from, to, grain), expected, "{from} {to}");
        }
    }
}
