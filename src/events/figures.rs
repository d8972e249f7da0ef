//! The figures that a telling gives: sums of money, percentages, points, results of matches, ages.
//!
//! Input: the tokens that tell an event. Output: what is measured there, and how much it is.
//! Knows nothing of whether two tellings tell one event.

use super::site::Reader;
use crate::lang;
use std::ops::Range;

/// So much of anything that is measured.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Figure {
    measure: Measure,
    amount: f64,
    /// How far it may be rounded: one of its last digit that is no zero.
    unit: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
enum Measure {
    /// By the sign.
    Money(char),
    /// By the number of the currency.
    Sum(u8),
    Percent,
    Points,
    /// Of a match, whoever is named first.
    Result,
    /// Of somebody, in years.
    Age,
}

/// By how much of it two tellings of one figure may differ, one being rounded; and by less than one of the last digit that this gives:
/// "13" is 13.4, "480" no 455.
const ROUNDED: f64 = 0.1;

/// Whether two tellings both measure something, and whatever both measure comes to different figures.
pub(crate) fn clash(a: &[Figure], b: &[Figure]) -> bool {
    let mut pairs =
        a.iter().flat_map(|x| b.iter().map(move |y| (x, y))).filter(|(x, y)| x.measure == y.measure);
    let close = |(x, y): (&Figure, &Figure)| {
        let exact = matches!(x.measure, Measure::Result | Measure::Age);
        let (rounded, unit) = (ROUNDED * x.amount.abs().max(y.amount.abs()), x.unit.max(y.unit));
        x.amount == y.amount || !exact && (x.amount - y.amount).abs() <= rounded.min(unit)
    };
    let Some(first) = pairs.next() else { return false };
    !close(first) && !pairs.any(close)
}

/// The figures that some tokens give.
pub(super) fn figures(reader: &Reader<'_>, told: Range<usize>) -> Box<[Figure]> {
    let mut found = Vec::new();
    let mut at = told.start;
    while at < told.end {
        if !reader.is_number(at) {
            at += 1;
            continue;
        }
        let end = (at..told.end).find(|&i| !reader.is_number(i) && !reader.document.parts_number(i));
        let end = end.unwrap_or(told.end);
        found.extend(figure(reader, at..end));
        at = end;
    }
    found.into()
}

/// What a number measures.
fn figure(reader: &Reader<'_>, number: Range<usize>) -> Option<Figure> {
    let document = reader.document;
    let digits = document.span(number.start, number.end).of(document.text);
    if let Some(sides) = digits.split_once(['-', '–']) {
        return if reader.is_timed(number.start) { None } else { result(sides) };
    }
    let digits: String = digits.chars().filter(|c| *c != ',').collect();
    let amount: f64 = digits.parse().ok()?;
    let unit = unit(&digits);
    let before = number.start.checked_sub(1).map_or("", |i| document.word(i));
    let sign = before.chars().next().filter(|c| "$€£¥".contains(*c));
    if let Some(sign) = sign {
        let scale = scale(reader, number.end);
        return Some(Figure { measure: Measure::Money(sign), amount: amount * scale, unit: unit * scale });
    }
    // "a 19-year-old man"
    if document.is(number.end, "-") && reader.is_age(number.start) {
        return Some(Figure { measure: Measure::Age, amount, unit });
    }
    // "2 million pounds"
    let scale = scale(reader, number.end);
    let behind = document.word(number.end + usize::from(scale > 1.0));
    let measure = match reader.language.measures.of(behind)? {
        lang::Measure::Percent => Measure::Percent,
        lang::Measure::Points => Measure::Points,
        lang::Measure::Sum(currency) => Measure::Sum(currency),
        lang::Measure::Scale(_) | lang::Measure::Short(_) => return None,
    };
    Some(Figure { measure, amount: amount * scale, unit: unit * scale })
}

/// One of the last digit of a number that is no zero: 10 of "480", 0.1 of "13.4".
fn unit(digits: &str) -> f64 {
    match digits.split_once('.') {
        Some((_, behind)) => 0.1f64.powi(behind.len() as i32),
        None => 10f64.powi((digits.len() - digits.trim_end_matches('0').len()) as i32),
    }
}

/// By what the word or letters behind a sum multiply it: "billion", "m".
fn scale(reader: &Reader<'_>, token: usize) -> f64 {
    let glued = reader.document.tokens.get(token).is_some_and(|t| t.glued);
    match reader.language.measures.of(reader.document.word(token)) {
        Some(lang::Measure::Short(power)) if glued => 10f64.powi(power.into()),
        Some(lang::Measure::Scale(power)) => 10f64.powi(power.into()),
        _ => 1.0,
    }
}

/// "2-1", by the higher number: whoever tells it may name either side first.
fn result((one, other): (&str, &str)) -> Option<Figure> {
    let (one, other): (f64, f64) = (one.parse().ok()?, other.parse().ok()?);
    Some(Figure { measure: Measure::Result, amount: one.max(other) * 1e3 + one.min(other), unit: 0.0 })
}
