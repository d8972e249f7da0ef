//! Rewriting expectations in place: what is expected changes, every other byte stays.

use super::case::{ExpectedEntry, Subject};
use super::compare::{Complaint, Wrong};
use super::expect::{Expect, Side};
use super::read::{CaseFile, Format};
use super::run::{Checked, Found, Verdict};
use crate::resolve::When;
use chrono::{NaiveDateTime, NaiveTime};
use std::ops::Range;

/// The text of a case file with the expectations of its failed cases replaced by what was found.
///
/// Passing cases and known gaps stay as they are. Of an article's entries, the dates and statuses of those that are found are
/// rewritten; which entries there are, and in which order, needs a person's eye.
pub fn update(file: &CaseFile, checked: &[Checked<'_>]) -> String {
    let mut changes: Vec<(Range<usize>, String)> = Vec::new();
    for checked in checked.iter().filter(|checked| checked.verdict == Verdict::Failed) {
        match &checked.case.subject {
            Subject::Text(_) => {
                let case = checked.case;
                changes.extend(self::changes(&case.expect, &case.place.expect, &checked.found, file));
            }
            Subject::Article { entries, .. } => changes.extend(entry_changes(checked, entries, file)),
        }
    }
    changes.sort_by_key(|(range, _)| range.start);
    let mut text = String::with_capacity(file.text.len());
    let mut at = 0;
    for (range, new) in changes {
        text.push_str(file.text.get(at..range.start).unwrap_or_default());
        text.push_str(&new);
        at = range.end;
    }
    text.push_str(file.text.get(at..).unwrap_or_default());
    text
}

/// What changes of the entries that an article must have.
fn entry_changes(
    checked: &Checked<'_>,
    entries: &[ExpectedEntry],
    file: &CaseFile,
) -> Vec<(Range<usize>, String)> {
    let change = |complaint: &Complaint| {
        let found = checked.found.get(complaint.found?)?;
        let range = &complaint.expected;
        match complaint.wrong {
            Wrong::Date => {
                let entry = entries.iter().find(|entry| entry.expect_range == *range)?;
                Some(changes(&entry.expect, range, std::slice::from_ref(found), file))
            }
            Wrong::Status => {
                let status = quote(found.status?.name(), written(range, file), file.format);
                Some(vec![(range.clone(), status)])
            }
            Wrong::Order | Wrong::Missing | Wrong::Extra => None,
        }
    };
    checked.complaints.iter().filter_map(change).flatten().collect()
}

fn changes(
    expect: &Expect,
    range: &Range<usize>,
    found: &[Found],
    file: &CaseFile,
) -> Vec<(Range<usize>, String)> {
    let first = found.first().map(|found| &found.when);
    match (expect, first) {
        (Expect::Each(each), _) if each.len() == found.len() => {
            let pairs = each.iter().zip(found).filter(|((expect, _), found)| !expect.is(&found.when));
            pairs
                .flat_map(|((expect, range), it)| changes(expect, range, std::slice::from_ref(it), file))
                .collect()
        }
        (Expect::Each(_), _) => {
            let quoted: Vec<_> =
                found.iter().map(|it| quote(&value(expect, &it.when), "\"", file.format)).collect();
            vec![(range.clone(), format!("[{}]", quoted.join(", ")))]
        }
        (Expect::Between(from, to), Some(when)) if !from.range.is_empty() && !to.range.is_empty() => {
            let side = |side: &Side, at: Option<NaiveDateTime>| {
                let old = written(&side.range, file);
                let is_day = at.is_some_and(|at| at.time() == NaiveTime::MIN) && !old.contains('T');
                let shape = if is_day { "%Y-%m-%d" } else { "%Y-%m-%dT%H:%M:%S" };
                let new = at.map_or("..".to_owned(), |at| at.format(shape).to_string());
                (side.at != at).then(|| (side.range.clone(), quote(&new, old, file.format)))
            };
            [side(from, when.interval.from), side(to, when.interval.to)].into_iter().flatten().collect()
        }
        // One side of two stands alone, or nothing was found: a person must say what is meant.
        (Expect::Between(..), _) => Vec::new(),
        (_, None) => vec![(range.clone(), quote("none", written(range, file), file.format))],
        (_, Some(when)) => {
            vec![(range.clone(), quote(&value(expect, when), written(range, file), file.format))]
        }
    }
}

/// In EDTF where the old expectation was an interval of EDTF, else as TIMEX3, which tells parts of a day.
fn value(old: &Expect, when: &When) -> String {
    let (timex, edtf) = (when.timex().value, when.edtf());
    let was_edtf = matches!(old, Expect::Value(value) if value.contains(['/', '~']) && !value.contains('T'));
    if was_edtf && !edtf.is_empty() { edtf } else { timex }
}

fn written<'a>(range: &Range<usize>, file: &'a CaseFile) -> &'a str {
    file.text.get(range.clone()).unwrap_or_default()
}

/// A value as the file's format writes it, quoted as the old one was.
fn quote(value: &str, old: &str, format: Format) -> String {
    let needed = matches!(format, Format::Toml | Format::Json | Format::JsonLines);
    match old.chars().next() {
        Some('\'') if format != Format::Csv => format!("'{value}'"),
        Some('"') => format!("\"{value}\""),
        _ if needed => format!("\"{value}\""),
        _ => value.to_owned(),
    }
}
