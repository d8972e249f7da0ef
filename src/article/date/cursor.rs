//! Reads tokens as dates, clocks and offsets.
//!
//! ```text
//! date   = year sep month sep day | yyyymmdd | day month-name year | month-name day year
//!        | month-name day clock year | day sep month sep year (or month first, by DateOrder)
//! stamp  = [words] date [words] [clock [am|pm] [offset]]
//! clock  = hh ":" mm [":" ss ["." digits]] | hhmm[ss] | h (am|pm)
//! offset = "Z" | name | ("+" | "-") hh [":"] mm
//! ```

use super::token::Token;
use super::{DateOrder, Flaw, Stamp, month_of};
use chrono::{FixedOffset, NaiveDate, NaiveTime};

/// Reads tokens one after the other.
pub(super) struct Cursor<'t, 'a> {
    pub(super) tokens: &'t [Token<'a>],
    pub(super) at: usize,
}

impl<'a> Cursor<'_, 'a> {
    pub(super) fn rest(&self) -> &[Token<'a>] {
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

    pub(super) fn stamp(&mut self, order: DateOrder) -> Result<Stamp, Flaw> {
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
                    self.attempt(Self::fraction);
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
        NaiveTime::from_hms_opt(hour, minute, if second == 60 { 59 } else { second })
    }

    /// The fraction of a second, which says nothing about when an article was published.
    fn fraction(&mut self) -> Option<()> {
        let is_fraction =
            (self.sign('.') || self.sign(',')) && matches!(self.peek(), Some(Token::Number { .. }));
        self.at += usize::from(is_fraction);
        is_fraction.then_some(())
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
