//! Dates as metadata and bylines write them: ISO 8601, RFC 3339, RFC 2822, and with the month's name in many languages.
//!
//! ```text
//! date   = year sep month sep day | yyyymmdd | day month-name year | month-name day year
//!        | month-name day clock year | day sep month sep year (or month first, by DateOrder)
//! stamp  = [words] date [words] [clock [am|pm] [offset]]
//! clock  = hh ":" mm [":" ss ["." digits]] | hhmm[ss] | h (am|pm)
//! offset = "Z" | name | ("+" | "-") hh [":"] mm
//! ```

use super::published::{Evidence, Published};
use chrono::{FixedOffset, NaiveDate, NaiveTime, TimeZone};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

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

    /// The first date within a text, and in how many characters of the text nothing but it is said.
    pub(super) fn find(text: &str, order: DateOrder) -> Option<Stamp> {
        let end = text.char_indices().map(|(at, _)| at).take_while(|&at| at <= LONGEST).last().unwrap_or(0);
        let tokens = tokens(if text.len() > LONGEST { text.get(..end)? } else { text });
        (0..tokens.len()).find_map(|at| Cursor { tokens: &tokens, at }.stamp(order).ok())
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

/// A piece of a date's text.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Token<'a> {
    Number { value: u32, digits: usize },
    Word(&'a str),
    Sign(char),
}

/// Numbers, words and signs; white space is dropped.
fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let run = |is: fn(char) -> bool| rest.find(|c| !is(c)).unwrap_or(rest.len());
        let (length, token) = if first.is_ascii_digit() {
            let length = run(|c| c.is_ascii_digit());
            // Ten digits and more (a database key, nanoseconds) are no part of a date, except as fraction of a second.
            let value = rest.get(..length).and_then(|digits| digits.parse().ok()).unwrap_or(u32::MAX);
            (length, Some(Token::Number { value, digits: length }))
        } else if first.is_alphabetic() {
            let length = run(char::is_alphabetic);
            (length, rest.get(..length).map(Token::Word))
        } else {
            (first.len_utf8(), (!first.is_whitespace()).then_some(Token::Sign(first)))
        };
        tokens.extend(token);
        rest = rest.get(length..).unwrap_or_default();
    }
    tokens
}

/// Reads tokens one after the other.
struct Cursor<'t, 'a> {
    tokens: &'t [Token<'a>],
    at: usize,
}

impl<'a> Cursor<'_, 'a> {
    fn rest(&self) -> &[Token<'a>] {
        self.tokens.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<Token<'a>> {
        self.tokens.get(self.at).copied()
    }

    fn skip_while(&mut self, skipped: impl Fn(Token<'a>) -> bool) {
        while self.peek().is_some_and(&skipped) {
            self.at += 1;
        }
    }

    /// A number of `digits` digits.
    fn number(&mut self, wanted: &[usize]) -> Option<u32> {
        match self.peek()? {
            Token::Number { value, digits } if wanted.contains(&digits) => {
                self.at += 1;
                Some(value)
            }
            _ => None,
        }
    }

    fn sign(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(Token::Sign(wanted));
        self.at += usize::from(found);
        found
    }

    fn word(&mut self, test: impl Fn(&str) -> bool) -> bool {
        let found = matches!(self.peek(), Some(Token::Word(word)) if test(word));
        self.at += usize::from(found);
        found
    }

    fn month_name(&mut self) -> Option<u32> {
        let Token::Word(word) = self.peek()? else { return None };
        let month = month_of(word)?;
        self.at += 1;
        Some(month)
    }

    /// Runs `read`; when it finds nothing the cursor stands where it stood.
    fn attempt<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let start = self.at;
        let found = read(self);
        if found.is_none() {
            self.at = start;
        }
        found
    }

    fn stamp(&mut self, order: DateOrder) -> Result<Stamp, Flaw> {
        if let Some(stamp) = self.attempt(Self::written_by_c) {
            return Ok(stamp);
        }
        let (year, month, day) = self
            .attempt(Self::year_first)
            .or_else(|| self.attempt(Self::compact))
            .or_else(|| self.attempt(Self::named))
            .or_else(|| self.attempt(|cursor| cursor.numeric(order)))
            .ok_or(Flaw::Shape)?;
        let day = i32::try_from(year).ok().and_then(|year| NaiveDate::from_ymd_opt(year, month, day));
        let day = day.ok_or(Flaw::Impossible)?;
        let (time, offset) =
            self.attempt(Self::time_of_day).map_or((None, None), |(time, offset)| (Some(time), offset));
        Ok(Stamp { day, time, offset })
    }

    /// `2025-11-20`, `2025/11/20`, `2025.11.20`, `2025年11月20日`.
    fn year_first(&mut self) -> Option<(u32, u32, u32)> {
        let year = self.number(&[4])?;
        let Some(Token::Sign('-' | '/' | '.') | Token::Word("年" | "년")) = self.peek() else {
            return None;
        };
        let separator = self.peek();
        self.at += 1;
        let month = self.number(&[1, 2])?;
        match self.peek()? {
            Token::Word("月" | "월") => self.at += 1,
            other if Some(other) == separator => self.at += 1,
            _ => return None,
        }
        let day = self.number(&[1, 2])?;
        self.word(|word| matches!(word, "日" | "일"));
        self.sign('.');
        Some((year, month, day))
    }

    /// `20251120`, also with the clock glued on: `202511200830`.
    fn compact(&mut self) -> Option<(u32, u32, u32)> {
        let value = self.number(&[8])?;
        Some((value / 10_000, value / 100 % 100, value % 100))
    }

    /// `20 November 2025`, `20. Nov. 2025`, `20 de noviembre de 2025`, `November 20th, 2025`, `20-Nov-2025`.
    fn named(&mut self) -> Option<(u32, u32, u32)> {
        let (day, month) = match self.number(&[1, 2]) {
            Some(day) => {
                self.skip_while(joins);
                (day, self.month_name()?)
            }
            None => {
                let month = self.month_name()?;
                self.skip_while(joins);
                (self.number(&[1, 2])?, month)
            }
        };
        self.skip_while(joins);
        Some((self.number(&[4])?, month, day))
    }

    /// `20.11.2025`, `20/11/2025`, `11/20/2025`, `20.11.25`.
    fn numeric(&mut self, order: DateOrder) -> Option<(u32, u32, u32)> {
        let first = self.number(&[1, 2])?;
        let Some(Token::Sign(separator @ ('.' | '/' | '-'))) = self.peek() else { return None };
        self.at += 1;
        let second = self.number(&[1, 2])?;
        if !self.sign(separator) {
            return None;
        }
        let year = match separator {
            '.' => self.number(&[4, 2])?,
            _ => self.number(&[4])?,
        };
        let year = if year < 100 { year + 2000 } else { year };
        let month_first = match order {
            // Nobody writes the month first with dots.
            _ if separator == '.' => false,
            _ if first > 12 => false,
            _ if second > 12 => true,
            DateOrder::MonthFirst => true,
            DateOrder::DayFirst => false,
            DateOrder::Unknown if first == second => true,
            DateOrder::Unknown => return None,
        };
        Some(if month_first { (year, first, second) } else { (year, second, first) })
    }

    /// As the C library prints it: `Nov 20 08:30:00 EST 2025`.
    fn written_by_c(&mut self) -> Option<Stamp> {
        let month = self.month_name()?;
        let day = self.number(&[1, 2])?;
        let time = self.clock()?;
        let offset = self.attempt(Self::offset);
        let year = self.number(&[4]).and_then(|year| i32::try_from(year).ok())?;
        Some(Stamp { day: NaiveDate::from_ymd_opt(year, month, day)?, time: Some(time), offset })
    }

    /// A clock and its offset, after whatever joins them to the date.
    fn time_of_day(&mut self) -> Option<(NaiveTime, Option<FixedOffset>)> {
        self.skip_while(|token| match token {
            Token::Sign(sign) => matches!(sign, ',' | '|' | '-' | '–' | '—' | '•' | '·' | '@'),
            Token::Word(word) => matches!(word, "T" | "t" | "at" | "um" | "à" | "kl"),
            Token::Number { .. } => false,
        });
        let time = self.clock()?;
        Some((time, self.attempt(Self::offset)))
    }

    fn clock(&mut self) -> Option<NaiveTime> {
        let start = self.at;
        let Token::Number { value, digits } = self.peek()? else { return None };
        self.at += 1;
        let (mut hour, mut minute, mut second) = (value, 0, 0);
        match digits {
            // Glued: 0830, 083000.
            4 => (hour, minute) = (value / 100, value % 100),
            6 => (hour, minute, second) = (value / 10_000, value / 100 % 100, value % 100),
            1 | 2 if self.sign(':') => {
                minute = self.number(&[2])?;
                if self.attempt(|c| c.sign(':').then_some(())).is_some() {
                    second = self.number(&[2])?;
                    // The fraction of a second says nothing about when an article was published.
                    self.attempt(|c| {
                        (c.sign('.') || c.sign(',')).then_some(()).and_then(|()| match c.peek()? {
                            Token::Number { .. } => Some(c.at += 1),
                            _ => None,
                        })
                    });
                }
            }
            1 | 2 if matches!(self.peek(), Some(Token::Word("am" | "AM" | "a" | "pm" | "PM" | "p"))) => {}
            _ => return None,
        }
        let half = self.attempt(|cursor| {
            let Token::Word(word) = cursor.peek()? else { return None };
            let half = word.to_ascii_lowercase();
            cursor.at += 1;
            // "a.m." comes as four tokens.
            match half.as_str() {
                "am" | "pm" => Some(half == "pm"),
                "a" | "p" => (cursor.sign('.') && cursor.word(|w| w.eq_ignore_ascii_case("m"))).then(|| {
                    cursor.sign('.');
                    half == "p"
                }),
                _ => None,
            }
        });
        // A bare number is no clock.
        if half.is_none() && self.at == start + 1 && digits < 4 {
            return None;
        }
        match half {
            Some(_) if !(1..=12).contains(&hour) => return None,
            Some(afternoon) => hour = hour % 12 + if afternoon { 12 } else { 0 },
            None => {}
        }
        // A leap second is printed as 60; a day has no such second.
        NaiveTime::from_hms_opt(hour, minute, second.min(if second == 60 { 59 } else { second }))
    }

    fn offset(&mut self) -> Option<FixedOffset> {
        if let Some(Token::Word(word)) = self.peek() {
            let (_, hours) = ZONES.iter().find(|(name, _)| name.eq_ignore_ascii_case(word))?;
            self.at += 1;
            // "GMT+0100", as scripts print it.
            if let Some(offset) = self.attempt(Self::signed_offset) {
                return Some(offset);
            }
            return FixedOffset::east_opt(hours * 3600);
        }
        self.signed_offset()
    }

    fn signed_offset(&mut self) -> Option<FixedOffset> {
        let west = self.sign('-') || self.sign('−');
        if !west && !self.sign('+') {
            return None;
        }
        let Token::Number { value, digits } = self.peek()? else { return None };
        self.at += 1;
        let (hours, minutes) = match digits {
            4 => (value / 100, value % 100),
            1 | 2 if self.sign(':') => (value, self.number(&[2])?),
            1 | 2 => (value, 0),
            _ => return None,
        };
        if minutes > 59 {
            return None;
        }
        let seconds = i32::try_from(hours.checked_mul(3600)? + minutes * 60).ok()?;
        FixedOffset::east_opt(if west { -seconds } else { seconds })
    }
}

/// What may stand between day, month and year.
fn joins(token: Token<'_>) -> bool {
    match token {
        Token::Sign(sign) => matches!(sign, ',' | '.' | '-' | '/' | '\'' | '’' | 'º' | '|'),
        Token::Word(word) => {
            matches!(word, "st" | "nd" | "rd" | "th" | "er" | "de" | "del" | "d" | "of" | "the" | "º" | "ª")
        }
        Token::Number { .. } => false,
    }
}

/// Zone names that mean one offset in news, in hours east.
const ZONES: [(&str, i32); 19] = [
    ("z", 0),
    ("utc", 0),
    ("gmt", 0),
    ("est", -5),
    ("edt", -4),
    ("cst", -6),
    ("cdt", -5),
    ("mst", -7),
    ("mdt", -6),
    ("pst", -8),
    ("pdt", -7),
    ("bst", 1),
    ("cet", 1),
    ("cest", 2),
    ("mez", 1),
    ("mesz", 2),
    ("msk", 3),
    ("jst", 9),
    ("aest", 10),
];

/// Weekdays as RFC 2822 and newspapers print them before a date.
fn is_weekday(word: &str) -> bool {
    const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    word.len() >= 3
        && DAYS.iter().any(|day| day.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word)))
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
    fn a_date_is_found_among_words() {
        let found = |text| Stamp::find(text, DateOrder::Unknown).map(show);
        assert_eq!(found("Published: Thu 20 November 2025, 10:42").as_deref(), Some("2025-11-20T10:42:00"));
        assert_eq!(found("Updated 3 hours ago"), None);
        assert_eq!(found(&"é".repeat(10_000)), None);
    }
}
