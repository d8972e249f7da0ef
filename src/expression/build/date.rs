//! Calendar dates from their fields.

use super::{Arg, expr, ordinal};
use crate::expression::{Atom, DateFields, Expr, Month, Year};

/// The fields of a date, in any order; each at most once.
pub(super) fn date(args: &[Arg]) -> Option<DateFields> {
    let mut fields = DateFields::default();
    for arg in args {
        let part = match arg {
            Arg::Atom(Atom::Year(year)) => DateFields { year: Some(*year), ..DateFields::default() },
            Arg::Atom(Atom::Month(month)) => DateFields { month: Some(*month), ..DateFields::default() },
            Arg::Atom(Atom::Weekday(weekday)) => {
                DateFields { weekday: Some(*weekday), ..DateFields::default() }
            }
            Arg::Atom(Atom::Date(date)) | Arg::Expr(Expr::Date(date)) => *date,
            Arg::Atom(Atom::Day(day)) => DateFields { day: Some(*day), ..DateFields::default() },
            other => DateFields { day: Some(u8::try_from(ordinal(other)?).ok()?), ..DateFields::default() },
        };
        let taken = [
            fields.year.is_some() && part.year.is_some(),
            fields.month.is_some() && part.month.is_some(),
            fields.day.is_some() && part.day.is_some(),
            fields.weekday.is_some() && part.weekday.is_some(),
        ];
        if taken.contains(&true) {
            return None;
        }
        fields = DateFields {
            year: fields.year.or(part.year),
            month: fields.month.or(part.month),
            day: fields.day.or(part.day),
            weekday: fields.weekday.or(part.weekday),
        };
    }
    fields.is_possible().then_some(fields)
}

impl DateFields {
    /// Whether some calendar has such a day: no 31 November; 29 February only of leap years.
    pub fn is_possible(&self) -> bool {
        let Some(day) = self.day else {
            return self.month.is_some() || self.year.is_some() || self.weekday.is_some();
        };
        let longest = match (self.month, self.year) {
            (Some(Month::February), Some(Year::Full(y))) if y % 4 != 0 || (y % 100 == 0 && y % 400 != 0) => {
                28
            }
            (Some(Month::February), _) => 29,
            (Some(Month::April | Month::June | Month::September | Month::November), _) => 30,
            _ => 31,
        };
        (1..=longest).contains(&day)
    }
}

/// A date in numbers, its order left open.
pub(super) fn numeric(args: &[Arg]) -> Option<Arg> {
    let number =
        |arg: &Arg| ordinal(arg).and_then(|n| u16::try_from(n).ok()).filter(|n| (1..=31).contains(n));
    match args {
        [a, b] => Some(expr(Expr::Numeric(number(a)?, number(b)?, None))),
        [a, b, Arg::Atom(Atom::Year(year))] => Some(expr(Expr::Numeric(number(a)?, number(b)?, Some(*year)))),
        _ => None,
    }
    .filter(|found| match found {
        // One of the two must be able to be a month, the other a day of it.
        Arg::Expr(Expr::Numeric(a, b, year)) => [(a, b), (b, a)].into_iter().any(|(&month, &day)| {
            let month = u8::try_from(month).ok().and_then(Month::from_number);
            month.is_some()
                && DateFields { year: *year, month, day: u8::try_from(day).ok(), weekday: None }.is_possible()
        }),
        _ => false,
    })
}
