//! Stretches of a day and of a week.

use crate::error::{Error, Result};
use crate::expression::Weekday;
use std::fmt;
use std::str::FromStr;

/// From one hour of the day to another: `20-04` ends on the next day.
///
/// ```
/// use dateline::resolve::HoursOfDay;
///
/// let night: HoursOfDay = "20-04".parse()?;
/// assert_eq!(night, HoursOfDay::new(20, 4));
/// assert_eq!((night.first(), night.end()), (20, 28));
/// assert!("20-25".parse::<HoursOfDay>().is_err());
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "String", into = "String"))]
pub struct HoursOfDay {
    first: u8,
    to: u8,
}

impl HoursOfDay {
    /// From an hour, 0 … 23, up to another, 1 … 24; one that is no later lies on the next day. Later hours count as the last.
    pub const fn new(first: u8, to: u8) -> Self {
        HoursOfDay { first: if first < 24 { first } else { 23 }, to: if to <= 24 { to } else { 24 } }
    }

    /// The first hour.
    pub const fn first(self) -> u8 {
        self.first
    }

    /// The hour at which it ends, counted from the same midnight: beyond 24 on the next day.
    pub const fn end(self) -> u8 {
        if self.to > self.first { self.to } else { self.to + 24 }
    }
}

impl FromStr for HoursOfDay {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let hour = |text: &str| text.trim().parse::<u8>().ok().filter(|hour| *hour <= 24);
        text.split_once(['-', '–'])
            .and_then(|(first, to)| Some((hour(first).filter(|first| *first < 24)?, hour(to)?)))
            .map(|(first, to)| HoursOfDay::new(first, to))
            .ok_or_else(|| Error::value(format!("`{text}` is no stretch of hours; write 20-04")))
    }
}

impl fmt::Display for HoursOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}-{:02}", self.first, self.to)
    }
}

/// From one day of the week to another, both included: `sat-sun`.
///
/// ```
/// use dateline::{expression::Weekday, resolve::DaysOfWeek};
///
/// let weekend: DaysOfWeek = "fri-sat".parse()?;
/// assert_eq!(weekend, DaysOfWeek::new(Weekday::Friday, Weekday::Saturday));
/// assert_eq!((weekend.first(), weekend.count()), (Weekday::Friday, 2));
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "String", into = "String"))]
pub struct DaysOfWeek {
    first: Weekday,
    last: Weekday,
}

impl DaysOfWeek {
    /// From a day up to and with another.
    pub const fn new(first: Weekday, last: Weekday) -> Self {
        DaysOfWeek { first, last }
    }

    /// The first day.
    pub const fn first(self) -> Weekday {
        self.first
    }

    /// How many days there are, 1 … 7.
    pub const fn count(self) -> u8 {
        (self.last as u8 + 7 - self.first as u8) % 7 + 1
    }
}

impl FromStr for DaysOfWeek {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        text.split_once(['-', '–'])
            .and_then(|(first, last)| {
                Some((Weekday::from_name(first.trim())?, Weekday::from_name(last.trim())?))
            })
            .map(|(first, last)| DaysOfWeek::new(first, last))
            .ok_or_else(|| Error::value(format!("`{text}` names no days of a week; write sat-sun")))
    }
}

impl fmt::Display for DaysOfWeek {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.first, self.last)
    }
}

/// Both are stored as they are written.
macro_rules! stored_as_text {
    ($($type:ty),+) => {$(
        impl TryFrom<String> for $type {
            type Error = Error;

            fn try_from(text: String) -> Result<Self> {
                text.parse()
            }
        }

        impl From<$type> for String {
            fn from(value: $type) -> String {
                value.to_string()
            }
        }
    )+};
}

stored_as_text!(HoursOfDay, DaysOfWeek);
