//! Feasts of the Islamic, Hebrew, Chinese and Persian calendars, in the Gregorian one.
//!
//! A day is the one that most of it falls on; the evening before, on which Jewish and Muslim feasts begin, is not counted.

use calendrical_calculations::chinese_based::{Chinese, YearBounds};
use calendrical_calculations::hebrew::BookHebrew;
use calendrical_calculations::islamic::{fixed_from_saudi_islamic, saudi_islamic_from_fixed};
use calendrical_calculations::persian::fixed_from_fast_persian;
use calendrical_calculations::rata_die::RataDie;
use chrono::{Datelike, NaiveDate};

/// Years whose lunar feasts are computed; further away the astronomy is not to be trusted.
const YEARS: std::ops::RangeInclusive<i32> = 1600..=2400;

/// The day before the first of the Islamic calendar, counted from the first of the common era.
const ISLAMIC_EPOCH: i32 = 227_014;

/// From new moon to new moon, in days, in the mean.
const MONTH: f64 = 29.530_589;

fn gregorian(day: RataDie) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(i32::try_from(day.to_i64_date()).ok()?)
}

/// The first such day of the Islamic calendar, as seen from Mecca, in a Gregorian year.
pub(super) fn islamic(month: u8, day: u8, year: i32) -> Option<NaiveDate> {
    if !YEARS.contains(&year) {
        return None;
    }
    // 33 Islamic years take 32 Gregorian ones.
    let near = (year - 622) * 33 / 32;
    // Where the moon stands takes long to reckon; its mean course tells to a few days which years need not be asked.
    let may_fall = |hijri: &i32| {
        let months = f64::from((hijri - 1) * 12 + i32::from(month) - 1);
        let mean = ISLAMIC_EPOCH + (months * MONTH) as i32 + i32::from(day);
        let year_of = |days| NaiveDate::from_num_days_from_ce_opt(days).map(|day| day.year());
        year_of(mean - 5) <= Some(year) && Some(year) <= year_of(mean + 5)
    };
    (near - 1..=near + 2)
        .filter(may_fall)
        .filter_map(|hijri| gregorian(fixed_from_saudi_islamic(hijri, month, day)))
        .find(|d| d.year() == year)
}

/// The first day of an Islamic month that starts after a day.
pub(super) fn islamic_after(month: u8, day: NaiveDate) -> Option<NaiveDate> {
    let (hijri, now, _) = saudi_islamic_from_fixed(RataDie::new(i64::from(day.num_days_from_ce())));
    let hijri = if now < month { hijri } else { hijri.checked_add(1)? };
    gregorian(fixed_from_saudi_islamic(hijri, month, 1))
}

/// A day of the Persian calendar that starts in a Gregorian year.
pub(super) fn persian(month: u8, day: u8, year: i32) -> Option<NaiveDate> {
    if !YEARS.contains(&year) {
        return None;
    }
    gregorian(fixed_from_fast_persian(year - 621, month, day))
}

/// A day of the Hebrew calendar, its months counted from Nisan, in a Gregorian year.
pub(super) fn hebrew(month: u8, day: u8, year: i32) -> Option<NaiveDate> {
    /// The month that a Hebrew year starts with.
    const TISHRI: u8 = 7;
    if !YEARS.contains(&year) {
        return None;
    }
    let hebrew_year = year + if !(TISHRI..=10).contains(&month) { 3760 } else { 3761 };
    // Purim falls into the second Adar of a leap year.
    let month = if month == 12 && BookHebrew::is_hebrew_leap_year(hebrew_year) { 13 } else { month };
    gregorian(BookHebrew::fixed_from_book_hebrew(BookHebrew { year: hebrew_year, month, day }))
}

/// Chinese New Year in a Gregorian year.
pub(super) fn chinese_new_year(year: i32) -> Option<NaiveDate> {
    if !YEARS.contains(&year) {
        return None;
    }
    let summer = NaiveDate::from_ymd_opt(year, 7, 1)?.num_days_from_ce();
    gregorian(YearBounds::compute::<Chinese>(RataDie::new(i64::from(summer))).new_year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn feasts_fall_on_the_days_of_real_years() {
        let cases = [
            (islamic(9, 1, 2018), "2018-05-16"),
            (islamic(10, 1, 2018), "2018-06-15"),
            (islamic(10, 1, 2024), "2024-04-10"),
            (islamic(12, 10, 2018), "2018-08-21"),
            (islamic(1, 1, 2018), "2018-09-11"),
            (hebrew(7, 1, 2024), "2024-10-03"),
            (hebrew(7, 10, 2018), "2018-09-19"),
            (hebrew(9, 25, 2018), "2018-12-03"),
            (hebrew(1, 15, 2024), "2024-04-23"),
            (hebrew(12, 14, 2024), "2024-03-24"),
            (hebrew(12, 14, 2013), "2013-02-24"),
            (chinese_new_year(2014), "2014-01-31"),
            (chinese_new_year(2018), "2018-02-16"),
            (chinese_new_year(2025), "2025-01-29"),
        ];
        for (found, want) in cases {
            assert_eq!(found.map(|d| d.to_string()).as_deref(), Some(want));
        }
        assert_eq!(islamic(9, 1, 99_999), None);
    }

    #[test]
    fn the_mean_course_of_the_moon_leaves_no_day_out() {
        for year in YEARS.step_by(9) {
            for (month, day) in [(1, 1), (9, 1), (10, 1), (12, 10)] {
                let near = (year - 622) * 33 / 32;
                let mut days = (near - 1..=near + 2)
                    .filter_map(|hijri| gregorian(fixed_from_saudi_islamic(hijri, month, day)));
                let first = days.find(|found| found.year() == year);
                assert_eq!(islamic(month, day, year), first, "{year}-{month}-{day}");
            }
        }
    }
}
