//! Intervals as other crates write them.

use super::cell::Cell;
use super::interval::Interval;
use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeZone};
use std::ops::{Bound, Range, RangeBounds};

impl Interval {
    /// As a range of moments; `None` where a side is open.
    ///
    /// ```
    /// let when = dateline::Resolver::on("2025-11-20")?.resolve("last month").expect("a month");
    /// let range = when.interval.range().expect("closed on both sides");
    /// assert_eq!((range.end - range.start).num_days(), 31);
    /// # Ok::<(), dateline::Error>(())
    /// ```
    pub fn range(&self) -> Option<Range<NaiveDateTime>> {
        Some(self.from?..self.to?)
    }

    /// The first day and the last day that it touches; `None` where a side is open.
    ///
    /// ```
    /// let when = dateline::Resolver::on("2025-11-20")?.resolve("Wednesday night").expect("a night");
    /// let (first, last) = when.interval.days().expect("closed on both sides");
    /// assert_eq!((first.to_string(), last.to_string()), ("2025-11-19".into(), "2025-11-20".into()));
    /// # Ok::<(), dateline::Error>(())
    /// ```
    pub fn days(&self) -> Option<(NaiveDate, NaiveDate)> {
        let last = super::calendar::second_before(self.to?)?;
        Some((self.from?.date(), last.date()))
    }

    /// Both sides in a time zone; where the clocks are set back the earlier moment, and where they are set forward none.
    ///
    /// ```
    /// use chrono::FixedOffset;
    ///
    /// let when = dateline::Resolver::on("2025-11-20")?.resolve("yesterday").expect("a day");
    /// let new_york = FixedOffset::west_opt(5 * 3600).expect("a zone");
    /// let (from, _) = when.interval.in_zone(&new_york);
    /// assert_eq!(from.expect("a start").to_rfc3339(), "2025-11-19T00:00:00-05:00");
    /// # Ok::<(), dateline::Error>(())
    /// ```
    pub fn in_zone<Z: TimeZone>(&self, zone: &Z) -> (Option<DateTime<Z>>, Option<DateTime<Z>>) {
        let side = |at: Option<NaiveDateTime>| zone.from_local_datetime(&at?).earliest();
        (side(self.from), side(self.to))
    }

    /// Whether a moment lies inside.
    pub fn holds(&self, at: NaiveDateTime) -> bool {
        RangeBounds::contains(self, &at)
    }
}

impl RangeBounds<NaiveDateTime> for Interval {
    fn start_bound(&self) -> Bound<&NaiveDateTime> {
        self.from.as_ref().map_or(Bound::Unbounded, Bound::Included)
    }

    fn end_bound(&self) -> Bound<&NaiveDateTime> {
        self.to.as_ref().map_or(Bound::Unbounded, Bound::Excluded)
    }
}

impl From<Range<NaiveDateTime>> for Interval {
    fn from(range: Range<NaiveDateTime>) -> Self {
        Interval::new(range.start, range.end)
    }
}

/// The whole day; the calendar's last day, which has no day after, is open.
impl From<NaiveDate> for Interval {
    fn from(day: NaiveDate) -> Self {
        let start = Interval { from: day.and_hms_opt(0, 0, 0), to: None };
        Cell::Day(day).interval().unwrap_or(start)
    }
}

/// With the feature `jiff`: wall-clock times of the crate jiff.
#[cfg(feature = "jiff")]
mod of_jiff {
    use super::Interval;
    use chrono::{Datelike, NaiveDateTime, Timelike};
    use jiff::civil::DateTime;

    impl Interval {
        /// Both sides as jiff's civil times; `None` where open, or where jiff's calendar (years −9999 to 9999) ends.
        ///
        /// ```
        /// let when = dateline::Resolver::on("2025-11-20")?.resolve("yesterday").expect("a day");
        /// let (from, to) = when.interval.to_jiff();
        /// assert_eq!(from, Some(jiff::civil::date(2025, 11, 19).at(0, 0, 0, 0)));
        /// assert_eq!(to, Some(jiff::civil::date(2025, 11, 20).at(0, 0, 0, 0)));
        /// # Ok::<(), dateline::Error>(())
        /// ```
        pub fn to_jiff(&self) -> (Option<DateTime>, Option<DateTime>) {
            (self.from.and_then(civil), self.to.and_then(civil))
        }
    }

    fn civil(at: NaiveDateTime) -> Option<DateTime> {
        DateTime::new(
            i16::try_from(at.year()).ok()?,
            i8::try_from(at.month()).ok()?,
            i8::try_from(at.day()).ok()?,
            i8::try_from(at.hour()).ok()?,
            i8::try_from(at.minute()).ok()?,
            i8::try_from(at.second()).ok()?,
            0,
        )
        .ok()
    }
}

/// With the feature `time`: wall-clock times of the crate time.
#[cfg(feature = "time")]
mod of_time {
    use super::Interval;
    use chrono::{Datelike, NaiveDateTime, Timelike};
    use time::{Date, Month, PrimitiveDateTime, Time};

    impl Interval {
        /// Both sides as the crate time's; `None` where open, or where its calendar (years −9999 to 9999) ends.
        ///
        /// ```
        /// let when = dateline::Resolver::on("2025-11-20")?.resolve("yesterday").expect("a day");
        /// let (from, _) = when.interval.to_time();
        /// assert_eq!(from.expect("a start").to_string(), "2025-11-19 0:00:00.0");
        /// # Ok::<(), dateline::Error>(())
        /// ```
        pub fn to_time(&self) -> (Option<PrimitiveDateTime>, Option<PrimitiveDateTime>) {
            (self.from.and_then(primitive), self.to.and_then(primitive))
        }
    }

    fn primitive(at: NaiveDateTime) -> Option<PrimitiveDateTime> {
        let part = |n: u32| u8::try_from(n).ok();
        let month = Month::try_from(part(at.month())?).ok()?;
        let date = Date::from_calendar_date(at.year(), month, part(at.day())?).ok()?;
        let time = Time::from_hms(part(at.hour())?, part(at.minute())?, part(at.second())?).ok()?;
        Some(PrimitiveDateTime::new(date, time))
    }
}
