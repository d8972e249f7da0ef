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
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
enum Measure {
    /// By the sign.
    Money(char),
    Percent,
    Points,
    /// Of a match, whoever is named first.
    Result,
    /// Of somebody, in years.
    Age,
}

/// By how much two tellings of one figure may differ, one being rounded.
const ROUNDED: f64 = 0.1;

/// Whether two tellings both measure something, and whatever both measure comes to different figures.
pub(crate) fn clash(a: &[Figure], b: &[Figure]) -> bool {
    let mut pairs =
        a.iter().flat_map(|x| b.iter().map(move |y| (x, y))).filter(|(x, y)| x.measure == y.measure);
    let close = |(x, y): (&Figure, &Figure)| {
        let exact = matches!(x.measure, Measure::Result | Measure::Age);
        let rounded = if exact { 0.0 } else { ROUNDED };
        (x.amount - y.amount).abs() <= rounded * x.amount.abs().max(y.amount.abs())
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
    let amount: f64 = digits.chars().filter(|c| *c != ',').collect::<String>().parse().ok()?;
    let before = number.start.checked_sub(1).map_or("", |i| document.word(i));
    let sign = before.chars().next().filter(|c| "$€£¥".contains(*c));
    if let Some(sign) = sign {
        return Some(Figure { measure: Measure::Money(sign), amount: amount * scale(reader, number.end) });
    }
    // "a 19-year-old man"
    if document.is(number.end, "-") && reader.is_age(number.start) {
        return Some(Figure { measure: Measure::Age, amount });
    }
    let behind = document.word(number.end);
    let measure = match reader.language.measures.of(behind)? {
        lang::Measure::Percent => Measure::Percent,
        lang::Measure::Points => Measure::Points,
        _ => return None,
    };
    Some(Figure { measure, amount })
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
    Some(Figure { measure: Measure::Result, amount: one.max(other) * 1e3 + one.min(other) })
}
