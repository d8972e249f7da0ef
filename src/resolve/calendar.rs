//! The calendar's arithmetic; the only file that does any.
//!
//! Everything is total: what leaves chrono's range of years (±262,000) is `None`.

use super::cell::Cell;
use super::interval::Interval;
use super::policy::{Centuries, Policy, Seasons};
use super::sky;
use crate::expression::{Grain, Month, PartOfDay, Season, Unit, Weekday};
use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};

/// Midnight at the start of a day.
pub(super) fn midnight(day: NaiveDate) -> NaiveDateTime {
    day.and_time(NaiveTime::MIN)
}

/// `day` moved by a number of days.
pub(super) fn add_days(day: NaiveDate, days: i64) -> Option<NaiveDate> {
    let by = Days::new(days.unsigned_abs());
    if days < 0 { day.checked_sub_days(by) } else { day.checked_add_days(by) }
}

/// `day` moved by a number of months; the day is clamped to the month's length.
pub(super) fn add_months(day: NaiveDate, months: i64) -> Option<NaiveDate> {
    let by = Months::new(u32::try_from(months.unsigned_abs()).ok()?);
    if months < 0 { day.checked_sub_months(by) } else { day.checked_add_months(by) }
}

fn add_seconds(at: NaiveDateTime, seconds: i64) -> Option<NaiveDateTime> {
    at.checked_add_signed(TimeDelta::try_seconds(seconds)?)
}

/// The last second before a moment.
pub(super) fn second_before(at: NaiveDateTime) -> Option<NaiveDateTime> {
    add_seconds(at, -1)
}

/// A moment half a day later.
pub(super) fn half_a_day_on(at: NaiveDateTime) -> Option<NaiveDateTime> {
    add_seconds(at, 12 * 3600)
}

/// The date of these fields, if the calendar has it.
pub(super) fn date(year: i32, month: Month, day: u8) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, u32::from(month.number()), u32::from(day))
}

fn first_of(year: i32, month: u32) -> Option<NaiveDateTime> {
    NaiveDate::from_ymd_opt(year, month, 1).map(midnight)
}

/// Day of the week.
pub(super) fn weekday(day: NaiveDate) -> Weekday {
    Weekday::ALL[day.weekday().num_days_from_monday() as usize % 7]
}

/// Days from `a` to `b`.
pub(crate) fn days_between(a: NaiveDate, b: NaiveDate) -> i64 {
    (b - a).num_days()
}

/// The last `wanted` weekday on or before `day`.
pub(super) fn weekday_on_or_before(day: NaiveDate, wanted: Weekday) -> Option<NaiveDate> {
    let back = (weekday(day) as i64 - wanted as i64).rem_euclid(7);
    add_days(day, -back)
}

/// The first `wanted` weekday on or after `day`.
pub(super) fn weekday_on_or_after(day: NaiveDate, wanted: Weekday) -> Option<NaiveDate> {
    let ahead = (wanted as i64 - weekday(day) as i64).rem_euclid(7);
    add_days(day, ahead)
}

/// First day of the week that holds `day`, weeks starting on `start`.
pub(super) fn week_start(day: NaiveDate, start: Weekday) -> Option<NaiveDate> {
    weekday_on_or_before(day, start)
}

/// ISO year and week of the week that starts on `day`; for weeks that start on Sunday that of the next day.
pub(super) fn iso_week(day: NaiveDate) -> (i32, u32) {
    let thursday = add_days(day, 3).unwrap_or(day);
    (thursday.iso_week().year(), thursday.iso_week().week())
}

/// The month of a day.
pub(super) fn month_of(day: NaiveDate) -> Month {
    Month::from_number(day.month() as u8).unwrap_or(Month::January)
}

/// First month of a season on the northern hemisphere, by the meteorologists.
const fn first_month(season: Season) -> u32 {
    match season {
        Season::Spring => 3,
        Season::Summer => 6,
        Season::Fall => 9,
        Season::Winter => 12,
    }
}

/// A season of the northern half of the earth.
fn season_of(year: i32, season: Season, policy: &Policy) -> Option<(NaiveDateTime, NaiveDateTime)> {
    if policy.seasons == Seasons::Astronomical {
        let (next_year, next) = if season == Season::Winter {
            (year.checked_add(1)?, Season::Spring)
        } else {
            (year, season.next())
        };
        return Some((midnight(sky::season(year, season)?), midnight(sky::season(next_year, next)?)));
    }
    let from = NaiveDate::from_ymd_opt(year, first_month(season), 1)?;
    Some((midnight(from), midnight(add_months(from, 3)?)))
}

impl Cell {
    /// The stretch of time that the cell covers, by the choices of [`Policy::DEFAULT`]; `None` beyond the calendar's range.
    pub fn interval(self) -> Option<Interval> {
        self.interval_by(&Policy::DEFAULT)
    }

    /// The stretch of time that the cell covers: when nights, weekends, seasons and centuries start and end is chosen.
    pub fn interval_by(self, policy: &Policy) -> Option<Interval> {
        let years =
            |from: i32, count: i32| Some((first_of(from, 1)?, first_of(from.checked_add(count)?, 1)?));
        let days = |from: NaiveDate, count: i64| Some((midnight(from), midnight(add_days(from, count)?)));
        let months = |year: i32, month: u32, count: i64| {
            let from = NaiveDate::from_ymd_opt(year, month, 1)?;
            Some((midnight(from), midnight(add_months(from, count)?)))
        };
        let (from, to) = match self {
            Cell::Second(at) => (at, add_seconds(at, 1)?),
            Cell::Minute(at) => (at, add_seconds(at, 60)?),
            Cell::Hour(at) => (at, add_seconds(at, 3600)?),
            Cell::PartOfDay(day, part) => {
                let hours = policy.hours(part);
                let at = |hour: u8| add_seconds(midnight(day), i64::from(hour) * 3600);
                (at(hours.first())?, at(hours.end())?)
            }
            Cell::Day(day) => days(day, 1)?,
            Cell::Days(first, count) => days(first, i64::from(count))?,
            Cell::Weekend(monday) => {
                let weekend = policy.weekend;
                days(add_days(monday, weekend.first() as i64)?, i64::from(weekend.count()))?
            }
            Cell::Week(first) => days(first, 7)?,
            Cell::Month(year, month) => months(year, u32::from(month.number()), 1)?,
            Cell::Quarter(year, n) => months(year, u32::from(n).saturating_sub(1) * 3 + 1, 3)?,
            Cell::Half(year, n) => months(year, u32::from(n).saturating_sub(1) * 6 + 1, 6)?,
            Cell::Season(year, season) => season_of(year, season, policy)?,
            Cell::AustralSeason(year, season) => season_of(year, season.opposite(), policy)?,
            Cell::Year(year) => years(year, 1)?,
            Cell::Decade(year) => years(year, 10)?,
            Cell::Century(n) => {
                let first = n.checked_sub(1)?.checked_mul(100)?;
                years(first.checked_add(i32::from(policy.centuries == Centuries::FromOne))?, 100)?
            }
            Cell::Millennium(n) => years(n.checked_sub(1)?.checked_mul(1000)?.checked_add(1)?, 1000)?,
        };
        Some(Interval::new(from, to))
    }

    /// First day of the cell, by the choices of [`Policy::DEFAULT`].
    pub fn first_day(self) -> Option<NaiveDate> {
        self.interval()?.from.map(|from| from.date())
    }

    /// The cell `n` places on; backwards where `n` is negative.
    pub fn step(self, n: i64) -> Option<Cell> {
        let years = |year: i32, by: i64| i32::try_from(i64::from(year).checked_add(by)?).ok();
        // Position among all parts of all years, then back.
        let part = |year: i32, n0: i64, parts: i64| -> Option<(i32, i64)> {
            let all = i64::from(year).checked_mul(parts)?.checked_add(n0)?.checked_add(n)?;
            Some((i32::try_from(all.div_euclid(parts)).ok()?, all.rem_euclid(parts)))
        };
        Some(match self {
            Cell::Second(at) => Cell::Second(add_seconds(at, n)?),
            Cell::Minute(at) => Cell::Minute(add_seconds(at, n.checked_mul(60)?)?),
            Cell::Hour(at) => Cell::Hour(add_seconds(at, n.checked_mul(3600)?)?),
            Cell::PartOfDay(day, p) => Cell::PartOfDay(add_days(day, n)?, p),
            Cell::Day(day) => Cell::Day(add_days(day, n)?),
            Cell::Days(first, count) => Cell::Days(add_days(first, n.checked_mul(i64::from(count))?)?, count),
            Cell::Weekend(monday) => Cell::Weekend(add_days(monday, n.checked_mul(7)?)?),
            Cell::Week(first) => Cell::Week(add_days(first, n.checked_mul(7)?)?),
            Cell::Month(year, month) => {
                let (year, n) = part(year, i64::from(month.number()) - 1, 12)?;
                Cell::Month(year, Month::from_number(n as u8 + 1)?)
            }
            Cell::Quarter(year, q) => {
                let (year, n) = part(year, i64::from(q) - 1, 4)?;
                Cell::Quarter(year, n as u8 + 1)
            }
            Cell::Half(year, h) => {
                let (year, n) = part(year, i64::from(h) - 1, 2)?;
                Cell::Half(year, n as u8 + 1)
            }
            Cell::Season(year, season) => {
                let (year, n) = part(year, season as i64, 4)?;
                Cell::Season(year, *Season::ALL.get(usize::try_from(n).ok()?)?)
            }
            Cell::AustralSeason(year, season) => {
                let Cell::Season(year, north) = Cell::Season(year, season.opposite()).step(n)? else {
                    return None;
                };
                Cell::AustralSeason(year, north.opposite())
            }
            Cell::Year(year) => Cell::Year(years(year, n)?),
            Cell::Decade(year) => Cell::Decade(years(year, n.checked_mul(10)?)?),
            Cell::Century(c) => Cell::Century(years(c, n)?),
            Cell::Millennium(m) => Cell::Millennium(years(m, n)?),
        })
    }

    /// The cell of a grain that holds a moment; when weeks and centuries start is chosen.
    pub fn holding(grain: Grain, at: NaiveDateTime, policy: &Policy) -> Option<Cell> {
        let day = at.date();
        let (year, month) = (day.year(), month_of(day));
        let month0 = month.number() - 1;
        Some(match grain {
            Grain::Second => Cell::Second(at.with_nanosecond(0)?),
            Grain::Minute => Cell::Minute(at.with_second(0)?.with_nanosecond(0)?),
            Grain::Hour => Cell::Hour(at.with_minute(0)?.with_second(0)?.with_nanosecond(0)?),
            Grain::PartOfDay => Cell::PartOfDay(day, part_holding(at.hour())),
            Grain::Day => Cell::Day(day),
            Grain::Weekend => Cell::Weekend(week_start(day, Weekday::Monday)?),
            Grain::Week => Cell::Week(week_start(day, policy.week_start)?),
            Grain::Month => Cell::Month(year, month),
            Grain::Quarter => Cell::Quarter(year, month0 / 3 + 1),
            Grain::Half => Cell::Half(year, month0 / 6 + 1),
            Grain::Season => match month0 {
                0 | 1 => Cell::Season(year - 1, Season::Winter),
                2..=4 => Cell::Season(year, Season::Spring),
                5..=7 => Cell::Season(year, Season::Summer),
                8..=10 => Cell::Season(year, Season::Fall),
                _ => Cell::Season(year, Season::Winter),
            },
            Grain::Year => Cell::Year(year),
            Grain::Decade => Cell::Decade(year.div_euclid(10) * 10),
            Grain::Century => {
                let first = i32::from(policy.centuries == Centuries::FromOne);
                Cell::Century((year - first).div_euclid(100) + 1)
            }
            Grain::Millennium => Cell::Millennium((year - 1).div_euclid(1000) + 1),
        })
    }
}

/// The part of the day that an hour belongs to, early hours counting as night.
const fn part_holding(hour: u32) -> PartOfDay {
    match hour {
        6..=11 => PartOfDay::Morning,
        12..=16 => PartOfDay::Afternoon,
        17..=19 => PartOfDay::Evening,
        _ => PartOfDay::Night,
    }
}

/// A moment moved by hundredths of a unit. Months and longer keep the day of the month where it exists.
pub(super) fn shift(at: NaiveDateTime, hundredths: i64, unit: Unit) -> Option<NaiveDateTime> {
    let seconds = |per: i64| add_seconds(at, hundredths.checked_mul(per)? / 100);
    let months = |per: i64| {
        let whole = hundredths.checked_mul(per)?;
        Some(add_months(at.date(), whole / 100)?.and_time(at.time()))
    };
    const DAY: i64 = 86_400;
    match unit {
        Unit::Second => seconds(1),
        Unit::Minute => seconds(60),
        Unit::Hour => seconds(3600),
        Unit::Day | Unit::Night => seconds(DAY),
        Unit::Week | Unit::Weekend => seconds(7 * DAY),
        Unit::Fortnight => seconds(14 * DAY),
        Unit::Month => months(1),
        Unit::Quarter => months(3),
        Unit::Half => months(6),
        Unit::Season | Unit::Year => months(12),
        Unit::Decade => months(120),
        Unit::Century => months(1200),
        Unit::Millennium => months(12_000),
    }
}

/// The n-th day, counted from 1, of a stretch that starts on a first day; negative from the end.
pub(super) fn nth_day(within: &Interval, n: i64) -> Option<NaiveDate> {
    let (from, to) = (within.from?.date(), within.to?.date());
    let day = if n > 0 { add_days(from, n - 1)? } else { add_days(to, n)? };
    (from <= day && day < to).then_some(day)
}

/// The n-th such weekday, counted from 1, of a stretch; negative from the end.
pub(super) fn nth_weekday(within: &Interval, wanted: Weekday, n: i64) -> Option<NaiveDate> {
    let (from, to) = (within.from?.date(), within.to?.date());
    let day = if n > 0 {
        add_days(weekday_on_or_after(from, wanted)?, 7 * (n - 1))?
    } else {
        add_days(weekday_on_or_before(add_days(to, -1)?, wanted)?, 7 * (n + 1))?
    };
    (from <= day && day < to).then_some(day)
}

/// A moment at a clock time of a day; hour 24 is the next midnight.
pub(super) fn at_clock(day: NaiveDate, hour: u8, minute: u8, second: u8) -> Option<NaiveDateTime> {
    if hour == 24 {
        return Some(midnight(add_days(day, 1)?));
    }
    day.and_hms_opt(u32::from(hour), u32::from(minute), u32::from(second))
}

/// Wall-clock time in another zone, both zones as minutes east of UTC.
pub(super) fn rezone(at: NaiveDateTime, from: i32, to: i32) -> Option<NaiveDateTime> {
    add_seconds(at, i64::from(to - from) * 60)
}

/// Easter Sunday of the western churches (the anonymous Gregorian computus).
pub(super) fn easter(year: i32) -> Option<NaiveDate> {
    let a = year.rem_euclid(19);
    let (b, c) = (year.div_euclid(100), year.rem_euclid(100));
    let (d, e) = (b.div_euclid(4), b.rem_euclid(4));
    let g = (8 * b + 13).div_euclid(25);
    let h = (19 * a + b - d - g + 15).rem_euclid(30);
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k).rem_euclid(7);
    let m = (a + 11 * h + 22 * l).div_euclid(451);
    let n = h + l - 7 * m + 114;
    NaiveDate::from_ymd_opt(year, u32::try_from(n / 31).ok()?, u32::try_from(n % 31 + 1).ok()?)
}

/// Easter Sunday of the eastern churches (Meeus's Julian computus), in the Gregorian calendar.
pub(super) fn orthodox_easter(year: i32) -> Option<NaiveDate> {
    let d = (19 * year.rem_euclid(19) + 15).rem_euclid(30);
    let e = (2 * year.rem_euclid(4) + 4 * year.rem_euclid(7) - d + 34).rem_euclid(7);
    let n = d + e + 114;
    // The day by the Julian calendar; the Gregorian is ahead by the leap days that it drops.
    let julian = NaiveDate::from_ymd_opt(year, u32::try_from(n / 31).ok()?, u32::try_from(n % 31 + 1).ok()?)?;
    let ahead = year.div_euclid(100) - year.div_euclid(400) - 2;
    add_days(julian, i64::from(ahead))
}
