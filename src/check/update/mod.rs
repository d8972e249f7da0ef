//! Rewriting expectations in place: what is expected changes, every other byte stays.
//!
//! Input: a case file and its checked cases. Output: its new text, and what is left to people.
//! Knows nothing of how what was found was found.

mod list;

use super::case::{Case, ExpectedEntry, Subject};
use super::compare::{self, Complaint, Wrong};
use super::expect::{Expect, Side};
use super::read::{CaseFile, Format, read};
use super::run::{Checked, Found, Verdict};
use crate::resolve::When;
use crate::sorting;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use list::List;
use std::ops::Range;

/// Bytes of the file, and what is to stand there.
type Edit = (Range<usize>, String);

/// A case file brought up to date.
///
/// ```
/// use dateline::{check::{self, Format, Left, Update}, lang::Language, resolve::Policy};
///
/// let text = "published,text,expect\n2025-11-20,last month,2025-11\n,yesterday,2025-11-18\n";
/// let file = check::read("desk.csv", text, Format::Csv)?;
/// let no_articles = |_: &str| unreachable!("no case names an article");
/// let run = |case| check::run(case, Language::english(), &Policy::default(), &no_articles);
/// let checked = file.cases.iter().map(run).collect::<Result<Vec<_>, _>>()?;
/// let update: Update<'_> = check::update(&file, &checked);
/// assert_eq!((update.changed, update.text.lines().nth(1)), (1, Some("2025-11-20,last month,2025-10")));
/// let left: &Left<'_> = &update.left[0];
/// assert_eq!(left.case.place.line, 3);
/// assert!(left.why.ends_with("found no publication date to count from; give `published`"));
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Update<'a> {
    /// The text of the file.
    pub text: String,
    /// How many cases have another expectation.
    pub changed: usize,
    /// What no new expectation mends, in the order of the file.
    pub left: Vec<Left<'a>>,
}

/// A case that needs a person's hand.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Left<'a> {
    /// The case.
    pub case: &'a Case,
    /// Why.
    pub why: String,
}

/// A case file with the expectations of its failed cases replaced by what was found.
///
/// Passing cases and known gaps stay as they are. Of an article's entries, the dates and statuses of those that are found are
/// rewritten; which entries there are, and in which order, needs a person's eye. What is written is read again first: where a
/// new expectation would not be read as what was found, or another case would change with it, the case is left as it is.
pub fn update<'a>(file: &CaseFile, checked: &[Checked<'a>]) -> Update<'a> {
    let mut plans = Vec::new();
    let mut left = Vec::new();
    for (n, checked) in checked.iter().enumerate().filter(|(_, checked)| !checked.verdict.is_fine()) {
        let (edits, why) = match (checked.verdict, &checked.case.subject) {
            (Verdict::GapClosed, _) => (Vec::new(), vec!["passes; take its known-gap away".to_owned()]),
            (_, Subject::Text(_)) => {
                text_edits(checked, file).map_or_else(|why| (Vec::new(), vec![why]), |it| (it, Vec::new()))
            }
            (_, Subject::Article { entries, .. }) => entry_edits(checked, entries, file),
        };
        if !edits.is_empty() {
            plans.push(Plan { number: n, checked, edits });
        }
        if !why.is_empty() {
            left.push((n, why.join("; ")));
        }
    }
    let (mut taken, mut refused) = (Vec::new(), Vec::new());
    take(file, &plans, &mut taken, &mut refused);
    left.extend(
        refused.into_iter().map(|n| (n, "is written in a way that cannot be rewritten in place".to_owned())),
    );
    sorting::sort_by_key(&mut left, |(n, _)| *n);
    let left = left.into_iter().filter_map(|(n, why)| Some(Left { case: checked.get(n)?.case, why }));
    Update { text: rewritten(file, &taken), changed: taken.len(), left: left.collect() }
}

/// Takes all plans with which the file still holds, halving what does not until it is known which of them it is.
fn take<'p, 'c, 'a>(
    file: &CaseFile,
    plans: &'p [Plan<'c, 'a>],
    taken: &mut Vec<&'p Plan<'c, 'a>>,
    refused: &mut Vec<usize>,
) {
    let before = taken.len();
    taken.extend(plans);
    if plans.is_empty() || holds(file, taken) {
        return;
    }
    taken.truncate(before);
    match plans {
        [one] => refused.push(one.number),
        _ => {
            let (first, second) = plans.split_at(plans.len() / 2);
            take(file, first, taken, refused);
            take(file, second, taken, refused);
        }
    }
}

/// What is to change of one case.
struct Plan<'c, 'a> {
    number: usize,
    checked: &'c Checked<'a>,
    edits: Vec<Edit>,
}

fn rewritten(file: &CaseFile, plans: &[&Plan<'_, '_>]) -> String {
    applied(&file.text, plans.iter().flat_map(|plan| plan.edits.iter().cloned()).collect())
}

/// A text with stretches of it replaced.
fn applied(old: &str, mut edits: Vec<Edit>) -> String {
    sorting::sort_by_key(&mut edits, |(range, _)| range.start);
    let mut text = String::with_capacity(old.len());
    let mut at = 0;
    for (range, new) in edits {
        text.push_str(old.get(at..range.start).unwrap_or_default());
        text.push_str(&new);
        at = at.max(range.end);
    }
    text.push_str(old.get(at..).unwrap_or_default());
    text
}

/// Whether a rewritten file is read as it is meant: the cases that were changed expect what was found, and the others, and all
/// else that a case says, are what they were.
fn holds(file: &CaseFile, plans: &[&Plan<'_, '_>]) -> bool {
    let read_anew = |text: &str| read(&file.name, text, file.format).map(|file| file.cases);
    let (Ok(old), Ok(new)) = (read_anew(&file.text), read_anew(&rewritten(file, plans))) else {
        return false;
    };
    let changes = |case: &Case| plans.iter().find(|plan| plan.checked.case.place == case.place);
    old.len() == new.len()
        && old.iter().zip(&new).all(|(old, new)| {
            let is_same = (&old.name, &old.known_gap, &old.published, old.tense)
                == (&new.name, &new.known_gap, &new.published, new.tense);
            is_same
                && match (changes(old), &old.subject, &new.subject) {
                    (Some(plan), Subject::Text(was), Subject::Text(is)) => {
                        was == is && compare::text(&new.expect, &(0..0), &plan.checked.found, None).is_empty()
                    }
                    (None, Subject::Text(was), Subject::Text(is)) => {
                        was == is && same(&old.expect, &new.expect)
                    }
                    (
                        plan,
                        Subject::Article { entries: was, path, .. },
                        Subject::Article { entries: is, path: now, .. },
                    ) => {
                        path == now
                            && was.len() == is.len()
                            && was.iter().zip(is).all(|(was, is)| became(plan, was, is))
                    }
                    _ => false,
                }
        })
}

/// Whether an entry expects what was found where it was complained of, and else what it did.
fn became(plan: Option<&&Plan<'_, '_>>, was: &ExpectedEntry, is: &ExpectedEntry) -> bool {
    let complained = |wrong: Wrong, range: &Range<usize>| {
        let checked = plan?.checked;
        let complaint = checked.complaints.iter().find(|it| it.wrong == wrong && it.expected == *range)?;
        checked.found.get(complaint.found?)
    };
    was.text == is.text
        && complained(Wrong::Date, &was.expect_range)
            .map_or_else(|| same(&was.expect, &is.expect), |found| is.expect.is(&found.when))
        && complained(Wrong::Status, &was.status_range).map_or_else(
            || was.status == is.status,
            |found| found.status.map(|status| status.name()) == is.status.as_deref(),
        )
}

/// Whether two expectations are the same, wherever they stand.
fn same(a: &Expect, b: &Expect) -> bool {
    match (a, b) {
        (Expect::Each(a), Expect::Each(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|((a, _), (b, _))| same(a, b))
        }
        (Expect::Between(from, to), Expect::Between(other_from, other_to)) => {
            (from.at, to.at) == (other_from.at, other_to.at)
        }
        _ => a == b,
    }
}

/// What changes of a text's expectation, or why nothing can.
fn text_edits(checked: &Checked<'_>, file: &CaseFile) -> Result<Vec<Edit>, String> {
    match checked.complaints.iter().find(|complaint| complaint.wrong == Wrong::Undated) {
        Some(undated) => Err(undated.message.clone()),
        None => edits(&checked.case.expect, &checked.case.place.expect, &checked.found, file),
    }
}

/// What changes of the entries that an article must have, and what does not.
fn entry_edits(
    checked: &Checked<'_>,
    entries: &[ExpectedEntry],
    file: &CaseFile,
) -> (Vec<Edit>, Vec<String>) {
    let (mut all, mut why) = (Vec::new(), Vec::new());
    let edit = |complaint: &Complaint| -> Result<Vec<Edit>, String> {
        let (message, range) = (|| complaint.message.clone(), &complaint.expected);
        let found = complaint.found.and_then(|n| checked.found.get(n)).ok_or_else(message)?;
        match complaint.wrong {
            Wrong::Date => {
                let entry = entries.iter().find(|entry| entry.expect_range == *range).ok_or_else(message)?;
                edits(&entry.expect, range, std::slice::from_ref(found), file)
            }
            Wrong::Status => {
                let status = found.status.ok_or_else(message)?;
                Ok(vec![(range.clone(), quote(status.name(), written(range, file), file.format))])
            }
            Wrong::Order | Wrong::Missing | Wrong::Extra | Wrong::Undated => Err(message()),
        }
    };
    for complaint in &checked.complaints {
        match edit(complaint) {
            Ok(edits) => all.extend(edits),
            Err(reason) => why.push(reason),
        }
    }
    (all, why)
}

fn edits(
    expect: &Expect,
    range: &Range<usize>,
    found: &[Found],
    file: &CaseFile,
) -> Result<Vec<Edit>, String> {
    let first = found.first().map(|found| &found.when);
    match (expect, first) {
        (Expect::Each(each), _) => list_edits(each, range, found, file),
        (Expect::Between(..), None) => Err("expected an interval, found no expression of time".to_owned()),
        (Expect::Between(from, to), Some(when)) => {
            let mut edits = Vec::new();
            for (side, at) in [(from, when.interval.from), (to, when.interval.to)] {
                if side.at != at {
                    edits.push(
                        side_edit(side, at, file)
                            .ok_or("gives one side of an interval, and the other is wrong")?,
                    );
                }
            }
            Ok(edits)
        }
        (_, None) => Ok(vec![replacing(range, "none", file)]),
        (_, Some(when)) => Ok(vec![replacing(range, &value(expect, when), file)]),
    }
}

/// The items of a list that are wrong, and those that it has too many or too few.
fn list_edits(
    each: &[(Expect, Range<usize>)],
    range: &Range<usize>,
    found: &[Found],
    file: &CaseFile,
) -> Result<Vec<Edit>, String> {
    let mut all = Vec::new();
    for ((expect, range), it) in each.iter().zip(found).filter(|((expect, _), it)| !expect.is(&it.when)) {
        all.extend(edits(expect, range, std::slice::from_ref(it), file)?);
    }
    let items = each.iter().map(|(_, range)| range.clone()).collect();
    let list = List { text: &file.text, range: range.clone(), items };
    let more = found.get(each.len()..).unwrap_or_default();
    if !more.is_empty() {
        let old = each.first().map_or("\"", |(_, range)| written(range, file));
        let nothing_yet = Expect::Unset;
        let new: Vec<_> =
            more.iter().map(|it| quote(&value(&nothing_yet, &it.when), old, file.format)).collect();
        all.extend(list.grow(&new));
    }
    if found.len() < each.len() {
        all.extend(
            list.shrink(found.len()).ok_or("expected a list, found no expression of time; write none")?,
        );
    }
    Ok(all)
}

/// A side of an interval, in days where that is enough; `None` where it is not written.
fn side_edit(side: &Side, at: Option<NaiveDateTime>, file: &CaseFile) -> Option<Edit> {
    let old = written(&side.range, file);
    let is_day = at.is_some_and(|at| at.time() == NaiveTime::MIN) && !old.contains('T');
    let shape = if is_day { "%Y-%m-%d" } else { "%Y-%m-%dT%H:%M:%S" };
    let new = at.map_or("..".to_owned(), |at| at.format(shape).to_string());
    (!side.range.is_empty()).then(|| replacing(&side.range, &new, file))
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

/// Puts a value where another stands, or where YAML has none behind a colon.
fn replacing(range: &Range<usize>, value: &str, file: &CaseFile) -> Edit {
    let space = if range.is_empty() && file.format == Format::Yaml { " " } else { "" };
    (range.clone(), format!("{space}{}", quote(value, written(range, file), file.format)))
}

/// A value as the file's format writes it, quoted as the old one was.
fn quote(value: &str, old: &str, format: Format) -> String {
    let needed = matches!(format, Format::Toml | Format::Json | Format::JsonLines);
    // Quotes in threes hold one line as well as many; they stay.
    let mark = ["'''", "\"\"\"", "'", "\""].into_iter().find(|mark| old.starts_with(mark));
    match mark {
        Some(mark) if mark.len() == 1 && (format != Format::Csv || mark == "\"") => {
            format!("{mark}{value}{mark}")
        }
        Some(mark) if mark.len() == 3 && format == Format::Toml && old.len() >= 6 => {
            format!("{mark}{value}{mark}")
        }
        // A day may stand without quotes where one did.
        None if format == Format::Toml && !old.is_empty() && value.parse::<NaiveDate>().is_ok() => {
            value.to_owned()
        }
        _ if needed => format!("\"{value}\""),
        _ => value.to_owned(),
    }
}
