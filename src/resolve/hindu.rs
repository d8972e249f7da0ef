//! Feasts of the Indian calendars, by the sun's and the moon's place in the sky.
//!
//! A month runs from new moon to new moon and has its name from the sidereal sign that the sun enters in it; a month in which
//! it enters none is leap and has no feasts. A month's 30 days of the moon (tithis) are a thirtieth of its circle each; a
//! feast is kept on the day at whose hour of the feast its tithi prevails. Hours are those of Indian Standard Time, with
//! sunrise taken as six o'clock. The moon's longitude is that of the leading terms of Meeus, *Astronomical Algorithms*, chapter 47,
//! good to some two minutes of time; the zero of the signs is Lahiri's.

use super::sky::{PACE, centuries, date, sin, solve, sun};
use chrono::{Datelike, NaiveDate};

/// Years whose feasts are computed; further away the terms left out tell.
const YEARS: std::ops::RangeInclusive<i32> = 1600..=2400;

/// Indian Standard Time, in days ahead of UTC.
const ZONE: f64 = 5.5 / 24.0;
/// The mean month from new moon to new moon, in days.
const LUNATION: f64 = 29.530_59;
/// Mean degrees a day by which the moon gains on the sun.
const GAIN: f64 = 360.0 / LUNATION;

/// Hours at which a tithi must prevail.
pub(super) const SUNRISE: u8 = 6;
pub(super) const FORENOON: u8 = 9;
pub(super) const MIDDAY: u8 = 12;
pub(super) const AFTERNOON: u8 = 15;
pub(super) const SUNSET: u8 = 18;
pub(super) const EVENING: u8 = 20;
pub(super) const MIDNIGHT: u8 = 24;

/// The day in a Gregorian year at whose `hour` a tithi (1 … 30 from the new moon) of a month (1 is Chaitra) prevails.
pub(super) fn tithi(month: u8, tithi: u8, hour: u8, year: i32) -> Option<NaiveDate> {
    let entry = ingress(month, year)?;
    let month_start = solve(elongation, 0.0, GAIN, entry - elongation(entry).rem_euclid(360.0) / GAIN);
    let bound = |n: u8| {
        let part = f64::from(n) / 30.0;
        solve(elongation, 360.0 * part, GAIN, month_start + LUNATION * part) + ZONE
    };
    let (from, to) = (bound(tithi.checked_sub(1)?), bound(tithi));
    let hour = f64::from(hour) / 24.0;
    let day = (from - hour).ceil();
    // A tithi that prevails at no such hour is kept on the day that its middle falls on.
    date(if day + hour < to { day } else { ((from + to) / 2.0).floor() })
}

/// The day in a Gregorian year on which the sun enters a month's sign (1 is Mesha); the next day where that is later
/// than `hour`.
pub(super) fn entry(month: u8, hour: u8, year: i32) -> Option<NaiveDate> {
    let moment = ingress(month, year)? + ZONE;
    let late = moment - moment.floor() > f64::from(hour) / 24.0;
    date(moment.floor() + f64::from(u8::from(late)))
}

/// The moment in which the sun enters a month's sign.
fn ingress(month: u8, year: i32) -> Option<f64> {
    if !YEARS.contains(&year) {
        return None;
    }
    // Mesha is entered in the middle of April in our times; the months from Pausha on lie in the next year's beginning.
    let months = if month < 10 { f64::from(month) - 1.0 } else { f64::from(month) - 13.0 };
    let start = f64::from(NaiveDate::from_ymd_opt(year, 1, 1)?.num_days_from_ce());
    let drift = f64::from(year - 2000) / 71.6;
    let guess = start + 103.5 + drift + 30.44 * months;
    Some(solve(sidereal, 30.0 * f64::from(month.checked_sub(1)?), PACE, guess))
}

/// The sun's longitude from the first point of Mesha, which the equinox has left behind, in degrees.
fn sidereal(at: f64) -> f64 {
    sun(at) - 23.853 - 1.396_97 * centuries(at)
}

/// How far the moon is ahead of the sun, in degrees.
fn elongation(at: f64) -> f64 {
    let t = centuries(at);
    let mean = 218.316_45 + 481_267.881_23 * t;
    let arguments = [
        297.850_19 + 445_267.111_4 * t,
        357.529_11 + 35_999.050_29 * t,
        134.963_4 + 477_198.867_51 * t,
        93.272_1 + 483_202.017_52 * t,
    ];
    let terms = MOON.iter().map(|(factors, amplitude)| {
        let sum: f64 = factors.iter().zip(arguments).map(|(factor, angle)| f64::from(*factor) * angle).sum();
        amplitude * sin(sum)
    });
    mean + terms.sum::<f64>() - sun(at)
}

/// The largest terms of the moon's longitude: multiples of its mean elongation, the sun's anomaly, its own anomaly, and its
/// argument of latitude, with their amplitude in degrees.
const MOON: [([i8; 4], f64); 13] = [
    ([0, 0, 1, 0], 6.288_774),
    ([2, 0, -1, 0], 1.274_027),
    ([2, 0, 0, 0], 0.658_314),
    ([0, 0, 2, 0], 0.213_618),
    ([0, 1, 0, 0], -0.185_116),
    ([0, 0, 0, 2], -0.114_332),
    ([2, 0, -2, 0], 0.058_793),
    ([2, -1, -1, 0], 0.057_066),
    ([2, 0, 1, 0], 0.053_322),
    ([2, -1, 0, 0], 0.045_758),
    ([0, 1, -1, 0], -0.040_923),
    ([1, 0, 0, 0], -0.034_720),
    ([0, 1, 1, 0], -0.030_383),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn feasts_fall_on_the_days_of_real_years() {
        let cases = [
            // Diwali.
            (tithi(7, 30, SUNSET, 2001), "2001-11-14"),
            (tithi(7, 30, SUNSET, 2012), "2012-11-13"),
            (tithi(7, 30, SUNSET, 2019), "2019-10-27"),
            (tithi(7, 30, SUNSET, 2020), "2020-11-14"),
            (tithi(7, 30, SUNSET, 2024), "2024-10-31"),
            // Maha Shivaratri.
            (tithi(11, 29, MIDNIGHT, 2015), "2015-02-17"),
            (tithi(11, 29, MIDNIGHT, 2020), "2020-02-21"),
            (tithi(11, 29, MIDNIGHT, 2024), "2024-03-08"),
            // Ganesh Chaturthi, Guru Purnima.
            (tithi(6, 4, MIDDAY, 2023), "2023-09-19"),
            (tithi(4, 15, SUNRISE, 2023), "2023-07-03"),
            // Pongal, Vaisakhi.
            (entry(10, SUNSET, 2018), "2018-01-14"),
            (entry(10, SUNSET, 2019), "2019-01-15"),
            (entry(1, MIDNIGHT, 2020), "2020-04-13"),
        ];
        for (found, want) in cases {
            assert_eq!(found.map(|d| d.to_string()).as_deref(), Some(want));
        }
        assert_eq!(tithi(7, 30, SUNSET, 99_999), None);
    }
}
