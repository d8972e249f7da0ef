//! Dates by their fields: years that the text leaves out are found by weekday, tense, or nearness.

use super::calendar::{date, days_between, weekday};
use super::cell::Cell;
use super::policy::{Bare, DateOrder};
use super::resolver::{Direction, Found, Resolver};
use super::why::{OtherReading, Reason};
use crate::expression::{Cycle, DateFields, Month, Weekday, Year};
use chrono::{Datelike, NaiveDate};

/// Dates further away than this are not named without their year.
pub(super) const REMOTE_DAYS: i64 = 245;
/// Against the tense only a near date is meant: "said the talks start January 5" may lie ahead, but no further than this.
const SOON_DAYS: i64 = 65;

impl Resolver<'_, '_> {
    pub(super) fn date(&mut self, fields: &DateFields) -> Option<Found> {
        let cell = match *fields {
            DateFields { year: Some(year), month: Some(month), day: Some(day), weekday: named } => {
                let day = date(self.full_year(year)?, month, day)?;
                self.check_weekday(day, named);
                Cell::Day(day)
            }
            DateFields { year: Some(year), month: Some(month), day: None, .. } => {
                Cell::Month(self.full_year(year)?, month)
            }
            DateFields { year: Some(year), .. } => Cell::Year(self.full_year(year)?),
            DateFields { month: Some(month), day: Some(day), weekday, .. } => {
                Cell::Day(self.month_day(month, day, weekday)?)
            }
            DateFields { day: Some(day), weekday, .. } => Cell::Day(self.day_of_month(day, weekday)?),
            DateFields { month: Some(month), .. } => return self.bare(Cycle::Month(month)),
            DateFields { weekday: Some(weekday), .. } => return self.bare(Cycle::Weekday(weekday)),
            DateFields { .. } => return None,
        };
        self.cell(cell)
    }

    pub(super) fn numeric(&mut self, a: u16, b: u16, year: Option<Year>) -> Option<Found> {
        let month_first = self.context.policy.date_order != DateOrder::DayMonthYear;
        let fields = |month: u16, day: u16| {
            let month = Month::from_number(u8::try_from(month).ok()?)?;
            let fields = DateFields { year, month: Some(month), day: u8::try_from(day).ok(), weekday: None };
            fields.is_possible().then_some(fields)
        };
        let (usual, other) =
            if month_first { (fields(a, b), fields(b, a)) } else { (fields(b, a), fields(a, b)) };
        let found = self.date(&usual.or(other)?)?;
        if usual.is_some()
            && a != b
            && let Some(other) = other
            && let Some(rejected) = self.date(&other).and_then(|f| f.day())
        {
            self.why
                .push(Reason::Rejected { reading: OtherReading::OtherOrder, value: rejected.to_string() });
        }
        Some(found)
    }

    /// The year in full: of two digits the last that lies no further ahead than a year of two digits may.
    pub(super) fn full_year(&mut self, year: Year) -> Option<i32> {
        match year {
            Year::Full(year) => Some(year),
            Year::Short(short) => {
                let now = self.today()?.year();
                let year = now.div_euclid(100) * 100 + i32::from(short);
                let year =
                    if year > now + i32::from(self.policy().short_years_ahead) { year - 100 } else { year };
                self.why.push(Reason::Century(year));
                Some(year)
            }
        }
    }

    fn check_weekday(&mut self, day: NaiveDate, named: Option<Weekday>) {
        if let Some(named) = named
            && weekday(day) != named
        {
            self.why.push(Reason::Conflict { day, named });
        }
    }

    /// A month and day without a year.
    fn month_day(&mut self, month: Month, day: u8, named: Option<Weekday>) -> Option<NaiveDate> {
        let today = self.today()?;
        let around = |years: i32| {
            (-years..=years).filter_map(move |off| date(today.year().checked_add(off)?, month, day))
        };
        if let Some(named) = named {
            let nearest = around(i32::from(self.policy().weekday_years))
                .filter(|d| weekday(*d) == named)
                .min_by_key(|d| days_between(today, *d).abs());
            if let Some(found) = nearest {
                self.why.push(Reason::YearByWeekday { day: found, named });
                return Some(found);
            }
        }
        let direction = self.direction_of(self.policy().bare_date, Direction::Nearest);
        // Eight years hold a 29 February even around 1900.
        let found = nearest(around(8), today, direction)?;
        let found = self.unless_remote(found, nearest(around(8), today, Direction::Nearest)?, today);
        self.check_weekday(found, named);
        Some(found)
    }

    /// Nobody names a date of most of a year ago, or ahead, without its year: the nearer one is meant whatever the tense.
    pub(super) fn unless_remote(&mut self, found: NaiveDate, near: NaiveDate, today: NaiveDate) -> NaiveDate {
        if self.firm
            || self.policy().bare_date != Bare::Tense
            || self.context.narrative
            || days_between(today, found).abs() <= REMOTE_DAYS
            || days_between(today, near).abs() > SOON_DAYS
            || found == near
        {
            return found;
        }
        self.why.push(Reason::Rejected { reading: OtherReading::ByTense, value: found.to_string() });
        near
    }

    /// A day of an unnamed month.
    fn day_of_month(&mut self, day: u8, named: Option<Weekday>) -> Option<NaiveDate> {
        let today = self.today()?;
        let months = (-24..=24).filter_map(|off| {
            let Cell::Month(year, month) =
                Cell::Month(today.year(), Month::from_number(today.month() as u8)?).step(off)?
            else {
                return None;
            };
            date(year, month, day).filter(|d| named.is_none_or(|named| weekday(*d) == named))
        });
        // Day and weekday together agree but once or twice a year.
        let direction = if named.is_some() && !self.context.tense_is_given {
            Direction::Nearest
        } else {
            self.direction_of(self.policy().bare_date, Direction::Nearest)
        };
        // "on 11 July, and again on the 29th": a story goes on within the month.
        let direction = if direction == Direction::Onward { Direction::Future } else { direction };
        nearest(months, today, direction)
    }
}

/// Of ascending days the one nearest to `today` in a direction, `today` included.
fn nearest(
    days: impl Iterator<Item = NaiveDate>,
    today: NaiveDate,
    direction: Direction,
) -> Option<NaiveDate> {
    days.filter(|d| match direction {
        Direction::Past => *d <= today,
        Direction::Future => *d >= today,
        Direction::Nearest | Direction::Onward => true,
    })
    .min_by_key(|d| {
        if direction == Direction::Onward { onward(today, *d) } else { days_between(today, *d).abs() }
    })
}

/// How far a date lies from where a story stands: the same year is near, the first months of the next may be nearer.
pub(crate) fn onward(told: NaiveDate, date: NaiveDate) -> i64 {
    let days = days_between(told, date);
    match date.year() - told.year() {
        0 => days.abs() / 2,
        1 if days <= 150 => days,
        _ => days.abs() + 366,
    }
}
