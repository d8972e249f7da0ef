//! Where the sun stands, and on which days seasons start by it.
//!
//! The sun's longitude is that of the leading terms of Meeus, *Astronomical Algorithms*, chapter 25, good to some two minutes of
//! time. Moments are days since the start of the year 1, with their fractions.

use crate::expression::Season;
use chrono::{Datelike, NaiveDate};

/// Mean degrees a day of the sun.
pub(super) const PACE: f64 = 0.985_65;

/// By so many degrees the sun is seen behind where it stands, light being on its way.
const ABERRATION: f64 = 0.0057;

/// The day of the equinox or solstice, in UTC, that starts a season of the northern half of the earth.
pub(super) fn season(year: i32, season: Season) -> Option<NaiveDate> {
    let (month, degrees) = match season {
        Season::Spring => (3, 0.0),
        Season::Summer => (6, 90.0),
        Season::Fall => (9, 180.0),
        Season::Winter => (12, 270.0),
    };
    let near = NaiveDate::from_ymd_opt(year, month, 21)?.num_days_from_ce();
    date(solve(sun, degrees + ABERRATION, PACE, f64::from(near)).floor())
}

/// The day of a moment.
pub(super) fn date(day: f64) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(day as i32)
}

/// Where an angle that grows by about `rate` degrees a day reaches `target`, near a moment.
pub(super) fn solve(angle: fn(f64) -> f64, target: f64, rate: f64, near: f64) -> f64 {
    (0..6).fold(near, |at, _| {
        let over = (angle(at) - target + 180.0).rem_euclid(360.0) - 180.0;
        at - over / rate
    })
}

/// Julian centuries since 2000, of a moment in days since the start of the year 1.
pub(super) fn centuries(at: f64) -> f64 {
    (at + 1_721_424.5 - 2_451_545.0) / 36_525.0
}

pub(super) fn sin(degrees: f64) -> f64 {
    degrees.to_radians().sin()
}

/// The sun's longitude from the equinox, in degrees.
pub(super) fn sun(at: f64) -> f64 {
    let t = centuries(at);
    let anomaly = 357.529_11 + 35_999.050_29 * t;
    280.460_77 + 36_000.769_83 * t + 1.914_6 * sin(anomaly) + 0.02 * sin(2.0 * anomaly)
}

#[cfg(test)]
mod tests {
    use super::{Season, season};

    /// As the almanacs have them.
    #[test]
    fn seasons_start_on_the_days_of_real_years() {
        let cases = [
            (2000, ["2000-03-20", "2000-06-21", "2000-09-22", "2000-12-21"]),
            (2003, ["2003-03-21", "2003-06-21", "2003-09-23", "2003-12-22"]),
            (2024, ["2024-03-20", "2024-06-20", "2024-09-22", "2024-12-21"]),
            (2025, ["2025-03-20", "2025-06-21", "2025-09-22", "2025-12-21"]),
            (2027, ["2027-03-20", "2027-06-21", "2027-09-23", "2027-12-22"]),
        ];
        for (year, want) in cases {
            let found = Season::ALL.iter().map(|s| season(year, *s).expect("a day").to_string());
            assert_eq!(found.collect::<Vec<_>>(), want);
        }
        assert_eq!(season(i32::MAX, Season::Spring), None);
    }
}
