//! Numbers written in words.

use super::Reader;
use crate::expression::{Atom, Year};
use crate::lang::{ClassId, class};

impl Reader<'_> {
    /// What a word of a number may be in a date.
    pub(super) fn words(&self, at: u32, found: &mut impl FnMut(ClassId, u32, Atom)) {
        if self.wants(&[class::NTH, class::DAY_OF_MONTH])
            && let Some((n, end)) = self.ordinal(at)
        {
            found(class::NTH, end, Atom::Ordinal(n));
            found(class::DAY_OF_MONTH, end, Atom::Ordinal(n));
        }
        if self.wants(&[class::YEAR_WORDS])
            && let Some((year, end)) = self.year(at)
        {
            found(class::YEAR_WORDS, end, Atom::Year(Year::Full(year)));
        }
        if self.wants(&[class::LONG_YEAR])
            && let Some((value, end)) = self.cardinal(at).filter(|(value, _)| (1100..2100).contains(value))
        {
            found(class::LONG_YEAR, end, Atom::Year(Year::Full(value as i32)));
        }
        if self.wants(&[class::HOUR_WORDS, class::MINUTE_WORDS])
            && let Some((value, end)) = self.below_hundred(at)
        {
            if (1..=24).contains(&value) {
                found(class::HOUR_WORDS, end, Atom::Hour(value as u8));
            }
            if (1..60).contains(&value) {
                found(class::MINUTE_WORDS, end, Atom::Minute(value as u8));
            }
        }
    }

    /// "twenty-five", "two hundred and five", "three thousand".
    pub(super) fn cardinal(&self, at: u32) -> Option<(i64, u32)> {
        let (value, end) = self.below_hundred(at)?;
        self.scaled(value, end)
    }

    /// So many of what a token says: "hundred and five", "dozen".
    pub(super) fn scaled(&self, mut value: i64, mut end: u32) -> Option<(i64, u32)> {
        while let Some(scale) = self.reading(end, self.is.scale) {
            value = value.checked_mul(scale).filter(|v| *v <= 1_000_000_000)?;
            end += 1;
            let and = if self.has(end, self.is.joiner) { end + 1 } else { end };
            if let Some((rest, after)) = self.below_hundred(and)
                && rest < scale
            {
                let (rest, after) = match self.reading(after, self.is.scale) {
                    Some(smaller) if rest * smaller < scale => (rest * smaller, after + 1),
                    _ => (rest, after),
                };
                value += rest;
                end = after;
            }
        }
        Some((value, end))
    }

    fn below_hundred(&self, at: u32) -> Option<(i64, u32)> {
        if let Some(small) = self.reading(at, self.is.small) {
            return Some((small, at + 1));
        }
        let tens = self.reading(at, self.is.tens)?;
        let dash = if self.is_glued(at + 1, "-") { at + 2 } else { at + 1 };
        match self.reading(dash, self.is.small).filter(|s| (1..10).contains(s)) {
            Some(small) => Some((tens + small, dash + 1)),
            None => Some((tens, at + 1)),
        }
    }

    fn ordinal(&self, at: u32) -> Option<(i16, u32)> {
        if let Some(n) = self.ordinal_word(at) {
            return Some((n, at + 1));
        }
        let tens = self.reading(at, self.is.tens)?;
        let dash = if self.is_glued(at + 1, "-") { at + 2 } else { at + 1 };
        let ones = self.ordinal_word(dash).filter(|n| *n < 10)?;
        Some((tens as i16 + ones, dash + 1))
    }

    fn ordinal_word(&self, at: u32) -> Option<i16> {
        let readings = self.language.lexicon.readings(self.token(at)?.word);
        readings.iter().find_map(|r| match r.value {
            Atom::Ordinal(n) if r.class == self.is.ordinal => Some(n),
            _ => None,
        })
    }

    /// "nineteen ninety-six": a century in words, then the rest.
    fn year(&self, at: u32) -> Option<(i32, u32)> {
        let century = self
            .reading(at, self.is.small)
            .filter(|c| (15..=20).contains(c))
            .or_else(|| self.reading(at, self.is.tens).filter(|c| *c == 20))?;
        let (rest, end) = self.below_hundred(at + 1).filter(|(rest, _)| *rest >= 10)?;
        Some(((century * 100 + rest) as i32, end))
    }
}
