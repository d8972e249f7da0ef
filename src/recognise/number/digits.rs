//! Numbers written in digits.

use super::Reader;
use crate::expression::{Atom, Clock, DateFields, Month, Number, Year};
use crate::lang::{ClassId, class};
use crate::segment::{Token, TokenKind};

impl Reader<'_> {
    /// What a token of digits may be in a date.
    pub(super) fn digits(&self, token: &Token, at: u32, found: &mut impl FnMut(ClassId, u32, Atom)) {
        let text = self.text(token);
        let Ok(value) = text.parse::<u32>() else { return };
        let small = u8::try_from(value).unwrap_or(u8::MAX);
        let next = at + 1;
        if text.len() <= 2 {
            if (1..=31).contains(&value) {
                found(class::DAY, next, Atom::Day(small));
                found(class::DAY_OF_MONTH, next, Atom::Day(small));
            }
            if let Some(month) = Month::from_number(small) {
                found(class::MONTH_NUMBER, next, Atom::Month(month));
            }
            if value <= 24 {
                found(class::HOUR, next, Atom::Hour(small));
            }
        }
        if text.len() == 2 {
            found(class::SHORT_YEAR, next, Atom::Year(Year::Short(small)));
            if value > 31 {
                found(class::OLD_SHORT_YEAR, next, Atom::Year(Year::Short(small)));
            }
            if value < 60 {
                found(class::MINUTE, next, Atom::Minute(small));
            }
        }
        if text.len() == 4 && (1000..3000).contains(&value) {
            found(class::YEAR, next, Atom::Year(Year::Full(value as i32)));
        }
        if text.len() <= 4 && value > 0 {
            found(class::ANY_YEAR, next, Atom::Year(Year::Full(value as i32)));
        }
        if text.len() == 4 && value / 100 < 24 && value % 100 < 60 {
            let (hour, minute) = ((value / 100) as u8, (value % 100) as u8);
            let clock = Clock { hour, minute: Some(minute), second: None, settled: true, zone: None };
            found(class::HHMM, next, Atom::Clock(clock));
        }
        if text.len() == 8
            && let Some(date) = compact(value)
        {
            found(class::COMPACT, next, Atom::Date(date));
        }
        if self.token(next).is_some_and(|t| t.glued)
            && self.has(next, self.is.suffix)
            && let Ok(n) = i16::try_from(value)
        {
            found(class::NTH, next + 1, Atom::Ordinal(n));
            found(class::DTH, next + 1, Atom::Ordinal(n));
            found(class::DAY_OF_MONTH, next + 1, Atom::Ordinal(n));
        }
    }

    /// "12", "1,200", "8.5", "3 million", "1/2", "1 1/2".
    pub(super) fn digit_number(&self, at: u32) -> Option<(Number, u32)> {
        let value = self.text(self.token(at)?).parse::<u32>().ok()?;
        if !self.goes_on(at + 1) {
            return Some((Number::whole(i64::from(value)), at + 1));
        }
        if let Some((part, end)) = self.fraction(at) {
            return Some((part, end));
        }
        if let Some((part, end)) =
            self.fraction(at + 1).filter(|_| self.token(at + 1).is_some_and(|t| !t.glued))
        {
            return Some((Number(i64::from(value) * 100 + part.0), end));
        }
        let (number, end) = self.decimal(value, at + 1);
        Some(match self.reading(end, self.is.scale) {
            Some(scale) => (Number(number.0.saturating_mul(scale)), end + 1),
            None => (number, end),
        })
    }

    /// "1/2", "3/4": below one, of small denominators.
    fn fraction(&self, at: u32) -> Option<(Number, u32)> {
        if !self.is_glued(at + 1, "/") || !self.token(at + 2)?.glued {
            return None;
        }
        let digit = |at: u32| -> Option<i64> {
            let token = self.token(at).filter(|t| t.kind == TokenKind::Number)?;
            Some(self.text(token)).filter(|t| t.len() == 1)?.parse().ok()
        };
        let (over, under) = (digit(at)?, digit(at + 2)?);
        (1..under).contains(&over).then(|| (Number(over * 100 / under), at + 3))
    }

    /// "1,200" and "8.5", from behind the first digits.
    fn decimal(&self, first: u32, mut at: u32) -> (Number, u32) {
        let mut whole = i64::from(first);
        let glued_digits =
            |at: u32| self.token(at).filter(|t| t.glued && t.kind == TokenKind::Number).map(|t| self.text(t));
        while self.is_glued(at, ",")
            && whole < 1_000_000_000
            && let Some(digits) = glued_digits(at + 1).filter(|d| d.len() == 3)
        {
            whole = whole * 1000 + digits.parse::<i64>().unwrap_or(0);
            at += 2;
        }
        if self.is_glued(at, ".")
            && let Some(digits) = glued_digits(at + 1)
        {
            let mut places = digits.bytes().chain(*b"00").map(|b| i64::from(b - b'0'));
            let hundredths = places.next().unwrap_or(0) * 10 + places.next().unwrap_or(0);
            return (Number(whole * 100 + hundredths), at + 2);
        }
        (Number::whole(whole), at)
    }
}

/// "20161016": year, month and day without marks between.
fn compact(digits: u32) -> Option<DateFields> {
    let (year, month, day) = (digits / 10_000, digits / 100 % 100, digits % 100);
    let fields = DateFields {
        year: Some(Year::Full(year as i32)),
        month: Some(Month::from_number(month as u8)?),
        day: Some(day as u8),
        weekday: None,
    };
    ((1900..2100).contains(&year) && fields.is_possible()).then_some(fields)
}
