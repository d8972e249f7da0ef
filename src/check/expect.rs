//! What a case expects, and whether a time is that.

use crate::expression::Month;
use crate::resolve::{Cell, Certainty, Interval, When};
use chrono::{NaiveDate, NaiveDateTime};
use std::fmt;
use std::ops::Range;

/// What a case expects of an expression.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Expect {
    /// A date, an EDTF or a TIMEX3 value.
    Value(String),
    /// `from` and `to`, half-open.
    Between(Side, Side),
    /// No expression of time.
    Nothing,
    /// Nothing yet: an update is to write it.
    Unset,
    /// Every expression of the text, in order, with where each stands in the file.
    Each(Vec<(Expect, Range<usize>)>),
}

/// One side of an expected interval.
///
/// ```
/// use dateline::check::{Expect, IntoExpect, Side};
///
/// let Expect::Between(from, to) = ("2025-11-17", "..").into_expect()? else { panic!("an interval") };
/// let sides: [Side; 2] = [from, to];
/// assert!(sides[0].at.is_some() && sides[1].at.is_none());
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Side {
    /// The moment; `None` where the interval is open.
    pub at: Option<NaiveDateTime>,
    /// Where it stands in the file; empty for cases made in code.
    pub range: Range<usize>,
}

impl Expect {
    /// Reads `none`, an EDTF or a TIMEX3 value.
    ///
    /// ```
    /// use dateline::check::Expect;
    /// assert_eq!(Expect::parse("none"), Some(Expect::Nothing));
    /// assert!(Expect::parse("2025-11-19TNI").is_some());
    /// assert_eq!(Expect::parse("yesterday"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Expect> {
        let text = text.trim();
        match text {
            "" => Some(Expect::Unset),
            "none" => Some(Expect::Nothing),
            _ if is_value(text) => Some(Expect::Value(text.to_owned())),
            _ => None,
        }
    }

    /// As [`Expect::parse`], or what is wrong with the text and how to mend it.
    pub(super) fn read(text: &str) -> Result<Expect, String> {
        let expect = Expect::parse(text).ok_or_else(|| match impossible(text) {
            Some(day) => format!("no calendar has the date `{day}`"),
            None => format!(
                "`{}` is no date, EDTF or TIMEX3 value; write 2025-11-19, 2025-11-19TNI, 2025-11-17/2025-11-23, or none",
                text.trim()
            ),
        })?;
        match &expect {
            Expect::Value(value) if interval(value).is_some_and(ends_early) => {
                Err(format!("`{value}` ends before it begins; the earlier day stands first"))
            }
            _ => Ok(expect),
        }
    }

    /// An interval from its first moment to the first one after it, or what is wrong with that.
    pub(super) fn between(from: Side, to: Side) -> Result<Expect, String> {
        if ends_early(Interval { from: from.at, to: to.at }) {
            let (from, to) = (side(from.at), side(to.at));
            return Err(format!("no time is from {from} to {to}; `to` is the first moment after it"));
        }
        Ok(Expect::Between(from, to))
    }

    /// Whether a time is what is expected.
    ///
    /// ```
    /// use dateline::{Resolver, check::Expect};
    ///
    /// let night = Resolver::on("2025-11-20")?.resolve("Wednesday night").unwrap();
    /// assert!(Expect::parse("2025-11-19TNI").unwrap().is(&night));
    /// assert!(!Expect::parse("2025-11-20").unwrap().is(&night));
    /// # Ok::<(), dateline::Error>(())
    /// ```
    pub fn is(&self, when: &When) -> bool {
        match self {
            Expect::Value(value) => {
                *value == when.timex().value
                    || *value == when.edtf()
                    || interval(value).is_some_and(|interval| interval == when.interval)
            }
            Expect::Between(from, to) => when.interval == Interval { from: from.at, to: to.at },
            Expect::Nothing | Expect::Unset | Expect::Each(_) => false,
        }
    }
}

impl fmt::Display for Expect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Expect::Value(value) => f.write_str(value),
            Expect::Between(from, to) => write!(f, "[{}, {})", side(from.at), side(to.at)),
            Expect::Nothing => f.write_str("none"),
            Expect::Unset => f.write_str("nothing yet"),
            Expect::Each(each) if each.is_empty() => f.write_str("none"),
            Expect::Each(each) => {
                for (n, (expect, _)) in each.iter().enumerate() {
                    write!(f, "{}{expect}", if n == 0 { "" } else { ", " })?;
                }
                Ok(())
            }
        }
    }
}

/// Whether no moment lies in an interval.
fn ends_early(interval: Interval) -> bool {
    interval.from.zip(interval.to).is_some_and(|(from, to)| from >= to)
}

/// One side of an interval, for people.
pub(super) fn side(at: Option<NaiveDateTime>) -> String {
    at.map_or("…".to_owned(), |at| at.format("%Y-%m-%d %H:%M").to_string())
}

/// Reads a side: a day (its midnight), a day with a time, or `..` for an open one.
pub(super) fn moment(text: &str) -> Option<Option<NaiveDateTime>> {
    let text = text.trim();
    if text.is_empty() || text == ".." {
        return Some(None);
    }
    let midnight = text.parse::<NaiveDate>().ok().and_then(|day| day.and_hms_opt(0, 0, 0));
    let shapes = ["%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M"];
    let at = || shapes.iter().find_map(|shape| NaiveDateTime::parse_from_str(text, shape).ok());
    midnight.or_else(at).map(Some)
}

/// Values that begin with a letter.
const WORDS: [&str; 3] = ["PAST_REF", "PRESENT_REF", "FUTURE_REF"];

/// Whether a text has the shape of an EDTF or a TIMEX3 value.
fn is_value(text: &str) -> bool {
    let shaped = |text: &str| {
        let starts = text.starts_with(|c: char| c.is_ascii_digit() || "PXY.".contains(c))
            || text.starts_with("BC")
            || text.strip_prefix('-').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        starts
            && text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b"-:.~?%/_".contains(&b))
    };
    WORDS.contains(&text) || (shaped(text) && impossible(text).is_none())
}

/// The day in a text that no calendar has.
pub(super) fn impossible(text: &str) -> Option<&str> {
    text.split('/').filter_map(|part| part.get(..10)).find(|day| {
        let digits = day
            .bytes()
            .enumerate()
            .all(|(n, b)| if n == 4 || n == 7 { b == b'-' } else { b.is_ascii_digit() });
        digits && day.parse::<NaiveDate>().is_err()
    })
}

/// The stretch that an EDTF date or interval covers, as far as equality asks.
fn interval(text: &str) -> Option<Interval> {
    let text = text.trim_end_matches(['~', '?', '%']);
    match text.split_once('/') {
        Some((from, to)) => {
            let from = if from == ".." { None } else { Some(cell(from)?.from?) };
            let to = if to == ".." { None } else { Some(cell(to)?.to?) };
            Some(Interval { from, to })
        }
        None => cell(text),
    }
}

fn cell(text: &str) -> Option<Interval> {
    let mut parts = text.splitn(3, '-');
    let year = parts.next().filter(|year| year.len() == 4)?;
    let cell = match (parts.next(), parts.next()) {
        (None, _) => Cell::Year(year.parse().ok()?),
        (Some(month), None) => Cell::Month(year.parse().ok()?, Month::from_number(month.parse().ok()?)?),
        (Some(_), Some(_)) => match text.parse::<NaiveDate>() {
            Ok(day) => Cell::Day(day),
            Err(_) => {
                let at = moment(text)??;
                if text.len() > 16 { Cell::Second(at) } else { Cell::Minute(at) }
            }
        },
    };
    When::of_cell(cell, Certainty::Exact).map(|when| when.interval)
}

#[cfg(test)]
mod tests {
    use super::{Expect, interval, is_value, moment};

    #[test]
    fn values_are_told_from_words() {
        let values = [
            "2025",
            "2025-11-19TNI",
            "2025-W47",
            "../2025-11",
            "PXD",
            "XXXX-WXX-1",
            "P3W",
            "BC0044",
            "-0044",
            "199",
            "2025-11~",
            "PAST_REF",
        ];
        for value in values {
            assert!(is_value(value), "{value}");
        }
        for word in [
            "yesterday",
            "None",
            "Nov. 19",
            "19.11.2025 ",
            "2025-02-30",
            "2025-01-01/2025-13-01",
            "-",
            "TOMORROW",
        ] {
            assert!(!is_value(word), "{word}");
        }
        assert_eq!(Expect::parse(" "), Some(Expect::Unset));
    }

    #[test]
    fn an_edtf_covers_a_stretch() {
        let printed = |text: &str| {
            let it = interval(text).expect(text);
            (it.from.map(|d| d.to_string()), it.to.map(|d| d.to_string()))
        };
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(printed("2025-10"), (some("2025-10-01 00:00:00"), some("2025-11-01 00:00:00")));
        assert_eq!(
            printed("2025-11-17/2025-11-23"),
            (some("2025-11-17 00:00:00"), some("2025-11-24 00:00:00"))
        );
        assert_eq!(printed("../2025"), (None, some("2026-01-01 00:00:00")));
        assert_eq!(printed("2025-11-19T15:00"), (some("2025-11-19 15:00:00"), some("2025-11-19 15:01:00")));
        assert_eq!(interval("2025-11-19TNI"), None);
    }

    #[test]
    fn sides_are_days_or_moments_or_open() {
        assert_eq!(moment(".."), Some(None));
        assert_eq!(moment("2025-11-19"), moment("2025-11-19T00:00"));
        assert_eq!(moment("Wednesday"), None);
    }
}
