//! Dates as metadata and bylines write them: ISO 8601, RFC 3339, RFC 2822, and with the month's name in many languages.
//!
//! Input: a short text. Output: a [`Stamp`]. Knows nothing of articles.

mod cursor;
mod token;

use super::published::{Evidence, Published};
use crate::span::last_char;
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, Offset, TimeZone, Utc};
use cursor::Cursor;
use rustc_hash::FxHashMap;
use std::ops::Range;
use std::sync::LazyLock;
use token::{Token, tokens};

/// A date with what is known of its time of day and offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    pub(super) day: NaiveDate,
    pub(super) time: Option<NaiveTime>,
    pub(super) offset: Option<FixedOffset>,
}

/// Which number comes first in `3/4/2025`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DateOrder {
    /// The month, as in the United States.
    MonthFirst,
    /// The day, as nearly everywhere else.
    DayFirst,
    /// Not known: only numbers that allow one reading are read.
    Unknown,
}

impl DateOrder {
    /// As the pages of a language (`en`, `en-GB`) write dates.
    pub(super) fn of_language(tag: &str) -> Self {
        let tag = tag.trim().to_ascii_lowercase();
        match tag.as_str() {
            "" | "en" => DateOrder::Unknown,
            "en-us" | "en_us" => DateOrder::MonthFirst,
            _ => DateOrder::DayFirst,
        }
    }
}

/// Seconds of Unix's clock since there are web pages, up to the end of the century: other numbers of as many digits count
/// something else.
const ON_THE_WEB: Range<i64> = 662_688_000..4_102_444_800;

/// Why a text is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flaw {
    /// It is not written like one.
    Shape,
    /// It is written like one, but there is no such day or hour: 30 February.
    Impossible,
}

/// How much of a text is looked at: dates stand in short strings, and a hostile long one shall cost nothing.
const LONGEST: usize = 200;

impl Stamp {
    /// Reads a text that is a date and nothing else (a weekday before it is allowed).
    pub(super) fn parse(text: &str, order: DateOrder) -> Result<Stamp, Flaw> {
        if text.len() > LONGEST {
            return Err(Flaw::Shape);
        }
        let tokens = tokens(text);
        let start = match tokens.as_slice() {
            [Token::Word(word), Token::Sign(','), ..] if is_weekday(word) => 2,
            [Token::Word(word), ..] if is_weekday(word) => 1,
            _ => 0,
        };
        let mut cursor = Cursor { tokens: &tokens, at: start };
        let stamp = cursor.stamp(order)?;
        match cursor.rest() {
            [] => Ok(stamp),
            // A clock was meant but is none: 2025-11-20 25:12.
            [Token::Word("T"), ..] | [Token::Number { .. }, Token::Sign(':'), ..] => Err(Flaw::Impossible),
            _ => Err(Flaw::Shape),
        }
    }

    /// The first date within a text.
    pub(super) fn find(text: &str, order: DateOrder) -> Option<Stamp> {
        let end = last_char(text, LONGEST).unwrap_or(0);
        let tokens = tokens(if text.len() > LONGEST { text.get(..end)? } else { text });
        (0..tokens.len()).find_map(|at| Cursor { tokens: &tokens, at }.stamp(order).ok())
    }

    /// As [`Stamp::find`] in what programs write for programs: seconds or milliseconds of Unix's clock are dates there.
    pub(super) fn find_data(text: &str, order: DateOrder) -> Option<Stamp> {
        let text = text.trim();
        let is_number = text.bytes().all(|b| b.is_ascii_digit());
        let seconds = match text.len() {
            10 if is_number => text.parse().ok(),
            13 if is_number => text.parse::<i64>().ok().map(|milliseconds| milliseconds / 1000),
            _ => None,
        };
        let at = seconds.filter(|seconds| ON_THE_WEB.contains(seconds));
        match at.and_then(|seconds| DateTime::from_timestamp(seconds, 0)) {
            Some(at) => Some(Stamp { day: at.date_naive(), time: Some(at.time()), offset: Some(Utc.fix()) }),
            None => Stamp::find(text, order),
        }
    }

    /// The same as an article's date.
    pub(super) fn published(self, evidence: Evidence) -> Published {
        let instant = self
            .offset
            .zip(self.time)
            .and_then(|(offset, time)| offset.from_local_datetime(&self.day.and_time(time)).single());
        Published { day: self.day, time: self.time, instant, evidence }
    }
}

/// Weekdays as RFC 2822 and newspapers print them before a date.
pub(super) fn is_weekday(word: &str) -> bool {
    const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    word.len() >= 3
        && DAYS.iter().any(|day| day.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word)))
}

/// Whether a word is the name of a month in some language.
pub(super) fn names_month(word: &str) -> bool {
    month_of(word.trim_end_matches(['.', ','])).is_some()
}

fn month_of(word: &str) -> Option<u32> {
    static MONTHS: LazyLock<FxHashMap<&str, u32>> = LazyLock::new(|| {
        let lines = include_str!("months.txt").lines().filter(|line| !line.starts_with('#'));
        let numbered = lines
            .filter_map(|line| line.split_once(' '))
            .filter_map(|(n, names)| Some((n.parse().ok()?, names)));
        numbered.flat_map(|(month, names)| names.split(' ').map(move |name| (name, month))).collect()
    });
    MONTHS.get(word.to_lowercase().as_str()).copied()
}

#[cfg(test)]
mod tests {
    use super::{DateOrder, Flaw, Stamp};

    fn show(stamp: Stamp) -> String {
        let time = stamp.time.map(|time| time.format("T%H:%M:%S").to_string()).unwrap_or_default();
        format!("{}{time}{}", stamp.day, stamp.offset.map(|o| o.to_string()).unwrap_or_default())
    }

    #[test]
    fn dates_are_read_as_they_are_written() {
        let cases = [
            ("2025-11-20", "2025-11-20"),
            ("2025-11-20T02:00-05:00", "2025-11-20T02:00:00-05:00"),
            ("2025-11-20 08:30:00 -0500", "2025-11-20T08:30:00-05:00"),
            ("2025-11-20T08:30:00.123456789Z", "2025-11-20T08:30:00+00:00"),
            ("2025-11-20 08:30", "2025-11-20T08:30:00"),
            ("2025-11-20 8:30 pm", "2025-11-20T20:30:00"),
            ("2025-11-20T23:59:60Z", "2025-11-20T23:59:59+00:00"),
            ("2025/11/20", "2025-11-20"),
            ("20251120", "2025-11-20"),
            ("20251120T083000+0100", "2025-11-20T08:30:00+01:00"),
            ("2025年11月20日", "2025-11-20"),
            ("Thu, 20 Nov 2025 08:30:00 GMT", "2025-11-20T08:30:00+00:00"),
            ("Thu Nov 20 08:30:00 EST 2025", "2025-11-20T08:30:00-05:00"),
            ("Thursday, November 20th, 2025 at 5 p.m. EST", "2025-11-20T17:00:00-05:00"),
            ("November 20, 2025, 5:15 p.m. EST", "2025-11-20T17:15:00-05:00"),
            ("Nov. 20, 2025", "2025-11-20"),
            ("20. November 2025", "2025-11-20"),
            ("20 de noviembre de 2025", "2025-11-20"),
            ("1er décembre 2025", "2025-12-01"),
            ("20 ноября 2025", "2025-11-20"),
            ("20.11.2025 12:30", "2025-11-20T12:30:00"),
            ("20.11.25", "2025-11-20"),
            ("11/20/2025", "2025-11-20"),
            ("20/11/2025", "2025-11-20"),
        ];
        for (text, expected) in cases {
            let got = Stamp::parse(text, DateOrder::Unknown).map(show).unwrap_or_default();
            assert_eq!(got, expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_date_says_why() {
        let cases = [
            ("", Flaw::Shape),
            ("soon", Flaw::Shape),
            ("2025", Flaw::Shape),
            ("2025-11", Flaw::Shape),
            ("3/4/2025", Flaw::Shape),
            ("2025-02-30", Flaw::Impossible),
            ("2025-13-01", Flaw::Impossible),
            ("31 June 2025", Flaw::Impossible),
            ("2025-11-20 25:12", Flaw::Impossible),
            ("2025-11-20T25:12Z", Flaw::Impossible),
            ("2025-11-20 or so", Flaw::Shape),
            ("1732060800000", Flaw::Shape),
        ];
        for (text, flaw) in cases {
            assert_eq!(Stamp::parse(text, DateOrder::Unknown), Err(flaw), "{text}");
        }
    }

    #[test]
    fn the_language_orders_the_numbers() {
        let read = |tag| Stamp::parse("3/4/2025", DateOrder::of_language(tag)).map(show).ok();
        assert_eq!(read("en-US").as_deref(), Some("2025-03-04"));
        assert_eq!(read("en-GB").as_deref(), Some("2025-04-03"));
        assert_eq!(read("de").as_deref(), Some("2025-04-03"));
        assert_eq!(read("en"), None);
    }

    #[test]
    fn programs_write_seconds() {
        let found = |text| Stamp::find_data(text, DateOrder::Unknown).map(show);
        assert_eq!(found("1763622000").as_deref(), Some("2025-11-20T07:00:00+00:00"));
        assert_eq!(found(" 1763622000123 ").as_deref(), Some("2025-11-20T07:00:00+00:00"));
        assert_eq!(found("2025-11-20").as_deref(), Some("2025-11-20"));
        for other in ["5551234567", "0000000000", "17636220001", "17636220001234"] {
            assert_eq!(found(other), None, "{other}");
        }
    }

    #[test]
    fn a_date_is_found_among_words() {
        let found = |text| Stamp::find(text, DateOrder::Unknown).map(show);
        assert_eq!(found("Published: Thu 20 November 2025, 10:42").as_deref(), Some("2025-11-20T10:42:00"));
        assert_eq!(found("Updated 3 hours ago"), None);
        assert_eq!(found(&"é".repeat(10_000)), None);
    }
}
