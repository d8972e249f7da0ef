//! Numbers in the text, in digits and in words, and what each may be in a date.

use crate::expression::{Atom, Month, Number, Quantity, Year};
use crate::lang::{ClassId, Language, class};
use crate::segment::{Document, Token, TokenKind};

/// Calls `found(class, end, value)` for every number class that matches from a token on.
pub(super) fn each(document: &Document<'_>, language: &Language, at: u32, mut found: impl FnMut(ClassId, u32, Atom)) {
    let reader = Reader { document, language };
    let Some(token) = reader.token(at) else { return };
    match token.kind {
        TokenKind::Number => reader.digits(token, at, &mut found),
        TokenKind::Word if !language.lexicon.readings(token.word).is_empty() => reader.words(at, &mut found),
        _ => {}
    }
}

struct Reader<'a> {
    document: &'a Document<'a>,
    language: &'a Language,
}

impl Reader<'_> {
    fn token(&self, at: u32) -> Option<&Token> {
        self.document.tokens.get(at as usize)
    }

    fn text(&self, token: &Token) -> &str {
        token.span().of(self.document.text)
    }

    /// A token glued to the one before it that is this mark.
    fn is_glued(&self, at: u32, mark: &str) -> bool {
        self.token(at).is_some_and(|t| t.glued && self.text(t) == mark)
    }

    fn digits(&self, token: &Token, at: u32, found: &mut impl FnMut(ClassId, u32, Atom)) {
        let text = self.text(token);
        let Ok(value) = text.parse::<u32>() else { return };
        let small = u8::try_from(value).unwrap_or(u8::MAX);
        let next = at + 1;
        if text.len() <= 2 {
            if (1..=31).contains(&value) {
                found(class::DAY, next, Atom::Day(small));
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
        if let Some(suffix) = self.token(next)
            && suffix.glued
            && self.has_class(suffix, "suffix")
            && let Ok(n) = i16::try_from(value)
        {
            found(class::NTH, next + 1, Atom::Ordinal(n));
            found(class::DTH, next + 1, Atom::Ordinal(n));
        }
        let (number, end) = self.decimal(value, next);
        let (number, end) = self.scaled(number, end);
        found(class::NUMBER, end, Atom::Quantity(Quantity::Exactly(number)));
        if let Some(end) = self.and_a_half(end) {
            found(class::NUMBER, end, Atom::Quantity(Quantity::Exactly(Number(number.0.saturating_add(50)))));
        }
    }

    /// "1,200" and "8.5", from behind the first digits.
    fn decimal(&self, first: u32, mut at: u32) -> (Number, u32) {
        let mut whole = i64::from(first);
        let glued_digits = |at: u32| {
            self.token(at).filter(|t| t.glued && t.kind == TokenKind::Number).map(|t| self.text(t))
        };
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
            let places: String = digits.chars().chain("00".chars()).take(2).collect();
            return (Number(whole * 100 + places.parse::<i64>().unwrap_or(0)), at + 2);
        }
        (Number::whole(whole), at)
    }

    /// "3 million", "5 hundred".
    fn scaled(&self, number: Number, at: u32) -> (Number, u32) {
        match self.reading(at, "scale") {
            Some(scale) => (Number(number.0.saturating_mul(scale)), at + 1),
            None => (number, at),
        }
    }

    /// Behind a number: the end of "and a half", also hyphenated.
    fn and_a_half(&self, at: u32) -> Option<u32> {
        let skip = |at: u32| if self.is_glued(at, "-") { at + 1 } else { at };
        let and = skip(at);
        let article = skip(and + 1);
        let half = skip(article + 1);
        let is = |at: u32, class: &str| self.token(at).is_some_and(|t| self.has_class(t, class));
        (is(and, "joiner") && is(article, "article") && is(half, "halfword")).then_some(half + 1)
    }

    fn words(&self, at: u32, found: &mut impl FnMut(ClassId, u32, Atom)) {
        if let Some((value, end)) = self.cardinal(at) {
            let number = Number::whole(value);
            found(class::NUMBER, end, Atom::Quantity(Quantity::Exactly(number)));
            if let Some(end) = self.and_a_half(end) {
                found(class::NUMBER, end, Atom::Quantity(Quantity::Exactly(Number(number.0.saturating_add(50)))));
            }
            if value == 2000 {
                found(class::YEAR_WORDS, end, Atom::Year(Year::Full(2000)));
            }
        }
        if let Some((n, end)) = self.ordinal(at) {
            found(class::NTH, end, Atom::Ordinal(n));
        }
        if let Some((year, end)) = self.year(at) {
            found(class::YEAR_WORDS, end, Atom::Year(Year::Full(year)));
        }
    }

    /// "twenty-five", "two hundred and five", "three thousand".
    fn cardinal(&self, at: u32) -> Option<(i64, u32)> {
        let (mut value, mut end) = self.below_hundred(at)?;
        while let Some(scale) = self.reading(end, "scale") {
            value = value.checked_mul(scale).filter(|v| *v <= 1_000_000_000)?;
            end += 1;
            let and = if self.token(end).is_some_and(|t| self.has_class(t, "joiner")) { end + 1 } else { end };
            if let Some((rest, after)) = self.below_hundred(and)
                && rest < scale
            {
                let (rest, after) = match self.reading(after, "scale") {
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
        if let Some(small) = self.reading(at, "small") {
            return Some((small, at + 1));
        }
        let tens = self.reading(at, "tens")?;
        let dash = if self.is_glued(at + 1, "-") { at + 2 } else { at + 1 };
        match self.reading(dash, "small").filter(|s| (1..10).contains(s)) {
            Some(small) => Some((tens + small, dash + 1)),
            None => Some((tens, at + 1)),
        }
    }

    fn ordinal(&self, at: u32) -> Option<(i16, u32)> {
        if let Some(n) = self.ordinal_word(at) {
            return Some((n, at + 1));
        }
        let tens = self.reading(at, "tens")?;
        let dash = if self.is_glued(at + 1, "-") { at + 2 } else { at + 1 };
        let ones = self.ordinal_word(dash).filter(|n| *n < 10)?;
        Some((tens as i16 + ones, dash + 1))
    }

    fn ordinal_word(&self, at: u32) -> Option<i16> {
        let class = self.language.lexicon.find_class("ordinal")?;
        let readings = self.language.lexicon.readings(self.token(at)?.word);
        readings.iter().find_map(|r| match r.value {
            Atom::Ordinal(n) if r.class == class => Some(n),
            _ => None,
        })
    }

    /// "nineteen ninety-six": a century in words, then the rest.
    fn year(&self, at: u32) -> Option<(i32, u32)> {
        let century = self.reading(at, "small").filter(|c| (15..=20).contains(c)).or_else(|| {
            self.reading(at, "tens").filter(|c| *c == 20)
        })?;
        let (rest, end) = self.below_hundred(at + 1).filter(|(rest, _)| *rest >= 10)?;
        Some(((century * 100 + rest) as i32, end))
    }

    /// The whole number that a word is in a class.
    fn reading(&self, at: u32, class: &str) -> Option<i64> {
        let token = self.token(at)?;
        let class = self.language.lexicon.find_class(class)?;
        self.language.lexicon.readings(token.word).iter().find_map(|r| match r.value {
            Atom::Quantity(Quantity::Exactly(n)) if r.class == class => n.as_whole(),
            _ => None,
        })
    }

    fn has_class(&self, token: &Token, class: &str) -> bool {
        let Some(class) = self.language.lexicon.find_class(class) else { return false };
        self.language.lexicon.readings(token.word).iter().any(|r| r.class == class)
    }
}
