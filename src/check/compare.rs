//! What is not as a case expects, one complaint each.

use super::case::ExpectedEntry;
use super::expect::{Expect, side};
use super::run::Found;
use crate::resolve::{Value, When};
use std::fmt;
use std::ops::Range;

/// One thing that is not as expected.
///
/// ```
/// use dateline::{check::{self, Complaint, Format, Wrong}, lang::Language, resolve::Policy};
///
/// let text = "published,text,expect\n2025-11-20,They met Friday.,2025-11-21";
/// let file = check::read("desk.csv", text, Format::Csv)?;
/// let no_articles = |_: &str| unreachable!("no case names an article");
/// let checked = check::run(&file.cases[0], Language::english(), &Policy::default(), &no_articles)?;
/// let complaint: &Complaint = &checked.complaints[0];
/// assert_eq!(complaint.to_string(), "expected 2025-11-21, found 2025-11-14");
/// assert_eq!((complaint.wrong, complaint.found), (Wrong::Date, Some(0)));
/// assert_eq!(&text[complaint.expected.clone()], "2025-11-21");
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Complaint {
    /// A sentence; what `Display` prints.
    pub message: String,
    /// What is wrong.
    pub wrong: Wrong,
    /// Where the expectation stands in the case file; empty for cases made in code, and for what nothing expects.
    pub expected: Range<usize>,
    /// Which of [`Checked::found`](super::Checked::found) it is about.
    pub found: Option<usize>,
}

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

/// What may be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Wrong {
    /// It is found, with another date.
    Date,
    /// It is found, with another status.
    Status,
    /// It is found out of order.
    Order,
    /// It is not found.
    Missing,
    /// It is found and not expected.
    Extra,
    /// It is found, and counts from a day of publication that nobody gave.
    Undated,
}

/// What a text's expressions should be; `cure` says how to give the day of publication where there is none.
pub(super) fn text(
    expect: &Expect,
    expected: &Range<usize>,
    found: &[Found],
    cure: Option<&str>,
) -> Vec<Complaint> {
    let complaint = |wrong, found, message| Complaint { message, wrong, expected: expected.clone(), found };
    let first = found.first();
    match (expect, first) {
        (Expect::Unset | Expect::Value(_) | Expect::Between(..), Some(it))
            if !expect.is(&it.when) && counts_from_nothing(it, cure) =>
        {
            vec![complaint(Wrong::Undated, Some(0), undated(expect, cure))]
        }
        (Expect::Unset, _) => {
            let message = "expects nothing yet; --update writes what is found".to_owned();
            vec![complaint(Wrong::Missing, first.map(|_| 0), message)]
        }
        (Expect::Nothing, None) => Vec::new(),
        (Expect::Nothing, Some(it)) => {
            vec![complaint(Wrong::Extra, Some(0), format!("expected none, found {}", printed(&it.when)))]
        }
        (Expect::Each(each), _) => every(each, found, cure),
        (Expect::Value(_) | Expect::Between(..), Some(it)) if expect.is(&it.when) => Vec::new(),
        (Expect::Value(_) | Expect::Between(..), Some(it)) => {
            let message = format!("expected {expect}, found {}", found_as(expect, &it.when));
            vec![complaint(Wrong::Date, Some(0), message)]
        }
        (Expect::Value(_) | Expect::Between(..), None) => {
            let message = format!("expected {expect}, found no expression of time");
            vec![complaint(Wrong::Missing, None, message)]
        }
    }
}

/// What all expressions of a text should be, in order.
fn every(each: &[(Expect, Range<usize>)], found: &[Found], cure: Option<&str>) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for (n, (expect, expected)) in each.iter().enumerate() {
        let (wrong, it, message) = match found.get(n) {
            Some(it) if expect.is(&it.when) => continue,
            Some(it) if counts_from_nothing(it, cure) => (Wrong::Undated, Some(n), undated(expect, cure)),
            Some(it) => {
                let found = found_as(expect, &it.when);
                (Wrong::Date, Some(n), format!("expected {expect} for `{}`, found {found}", it.text))
            }
            None => (Wrong::Missing, None, format!("expected {expect}, found no further expression")),
        };
        complaints.push(Complaint { message, wrong, expected: expected.clone(), found: it });
    }
    for (n, it) in found.iter().enumerate().skip(each.len()) {
        let message = format!("expected nothing more, found {} for `{}`", printed(&it.when), it.text);
        complaints.push(Complaint { message, wrong: Wrong::Extra, expected: 0..0, found: Some(n) });
    }
    complaints
}

/// Whether an expression would have a time if its text were dated; `cure` is given where it is not.
fn counts_from_nothing(found: &Found, cure: Option<&str>) -> bool {
    cure.is_some() && matches!(found.when.value, Value::Partial(_))
}

fn undated(expect: &Expect, cure: Option<&str>) -> String {
    format!("expected {expect}, found no publication date to count from; {}", cure.unwrap_or_default())
}

/// The entries of a timeline, beside the texts that they were made of.
pub(super) struct Entries<'a> {
    pub(super) found: &'a [Found],
    pub(super) texts: Vec<&'a str>,
}

impl Entries<'_> {
    fn holds(&self, n: usize, part: &str) -> bool {
        let named = |text: &str| text.contains(part);
        self.found.get(n).is_some_and(|it| named(&it.text))
            || self.texts.get(n).is_some_and(|text| named(text))
    }
}

/// What the entries of a timeline should be, in order; `others` may stand between them.
pub(super) fn entries(expected: &[ExpectedEntry], entries: &Entries<'_>, others: bool) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    let mut taken = vec![false; entries.found.len()];
    let mut last = None;
    for want in expected {
        let part = want.text.as_deref().unwrap_or_default();
        let candidates = || {
            let free = entries.found.iter().enumerate().filter(|(n, _)| !taken[*n]);
            free.filter(|(n, _)| entries.holds(*n, part))
        };
        let best = candidates().find(|(_, it)| want.expect.is(&it.when));
        let best = best.or_else(|| candidates().next().filter(|_| want.text.is_some()));
        let Some((n, it)) = best else {
            let of = want.text.as_ref().map_or(String::new(), |text| format!(" with `{text}`"));
            let message = format!("expected an entry {}{of}, found none", want.expect);
            complaints.push(Complaint {
                message,
                wrong: Wrong::Missing,
                expected: want.range.clone(),
                found: None,
            });
            continue;
        };
        taken[n] = true;
        let name = want.text.as_deref().unwrap_or(&it.text);
        let mut complain = |wrong, expected: &Range<usize>, message| {
            complaints.push(Complaint { message, wrong, expected: expected.clone(), found: Some(n) });
        };
        if !want.expect.is(&it.when) {
            let found = found_as(&want.expect, &it.when);
            let message = format!("expected {} for `{name}`, found {found}", want.expect);
            complain(Wrong::Date, &want.expect_range, message);
        }
        if let (Some(status), Some(found)) = (want.status.as_deref(), it.status)
            && status != found.name()
        {
            let message = format!("expected `{name}` to be {status}, found {found}");
            complain(Wrong::Status, &want.status_range, message);
        }
        if last.is_some_and(|last| n < last) {
            let message = format!("expected `{name}` after the entry before it, found it earlier");
            complain(Wrong::Order, &want.range, message);
        }
        last = last.max(Some(n));
    }
    for (n, it) in entries.found.iter().enumerate().filter(|(n, _)| !others && !taken[*n]) {
        let message = format!("expected nothing more, found {} `{}`", printed(&it.when), it.text);
        complaints.push(Complaint { message, wrong: Wrong::Extra, expected: 0..0, found: Some(n) });
    }
    complaints
}

/// What a time is, for people: its TIMEX3 value, and the EDTF where that tells more.
pub(super) fn printed(when: &When) -> String {
    let (timex, edtf) = (when.timex().value, when.edtf());
    if edtf.is_empty() || edtf == timex { timex } else { format!("{timex} ({edtf})") }
}

/// What was found, in the terms of what was expected.
fn found_as(expect: &Expect, when: &When) -> String {
    match expect {
        Expect::Between(..) => interval(when),
        _ => printed(when),
    }
}

pub(super) fn interval(when: &When) -> String {
    format!("[{}, {})", side(when.interval.from), side(when.interval.to))
}
