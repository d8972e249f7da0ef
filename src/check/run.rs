//! Running a case: what is found, and whether that is what is expected.

use super::case::{Case, ExpectedEntry, Subject};
use super::expect::Expect;
use crate::article::Article;
use crate::error::Result;
use crate::expression::Expr;
use crate::lang::Language;
use crate::resolve::{Policy, When};
use crate::segment::segment;
use crate::span::Span;
use crate::timeline::Entry;
use crate::walk::{self, Publication};

/// A case that was run.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Checked<'a> {
    /// The case.
    pub case: &'a Case,
    /// Whether it holds.
    pub verdict: Verdict,
    /// What was found in the text, or the dated entries of the article.
    pub found: Vec<Found>,
    /// What is not as expected, a sentence each.
    pub complaints: Vec<String>,
}

/// How a case ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Verdict {
    /// As expected.
    Passed,
    /// Not as expected.
    Failed,
    /// Not as expected, and known to be so.
    KnownGap,
    /// As expected, though said to fail: the mark must go.
    GapClosed,
}

impl Verdict {
    /// Whether the case is no finding.
    pub const fn is_fine(self) -> bool {
        matches!(self, Verdict::Passed | Verdict::KnownGap)
    }

    /// As printed in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Verdict::Passed => "passed",
            Verdict::Failed => "failed",
            Verdict::KnownGap => "known-gap",
            Verdict::GapClosed => "gap-closed",
        }
    }
}

/// One expression of a text, or one entry of a timeline.
///
/// ```
/// use dateline::{check::{self, Format, Found}, lang::Language, resolve::Policy};
///
/// let file = check::read("desk.csv", "published,text,expect\n2025-11-20,They met Friday.,2025-11-14", Format::Csv)?;
/// let no_articles = |_: &str| unreachable!("no case names an article");
/// let checked = check::run(&file.cases[0], Language::english(), &Policy::default(), &no_articles)?;
/// let found: &Found = &checked.found[0];
/// assert_eq!((found.text.as_str(), found.when.edtf().as_str()), ("Friday", "2025-11-14"));
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Found {
    /// Where it stands in the text; the whole headline of an entry.
    pub span: Span,
    /// As printed.
    pub text: String,
    /// What it means.
    pub when: When,
    /// What was said; `None` of entries.
    pub expr: Option<Expr>,
    /// The rule that found it, with its place; empty of entries.
    pub rule: String,
}

/// Reads the article behind a path of a case.
pub type Open<'a> = dyn Fn(&str) -> Result<Article> + 'a;

/// Runs a case.
///
/// A single expectation is that of the text's first expression; a list names all of them.
///
/// # Errors
///
/// When an article cannot be read.
pub fn run<'a>(case: &'a Case, language: &Language, policy: &Policy, open: &Open<'_>) -> Result<Checked<'a>> {
    let (found, complaints) = match &case.subject {
        Subject::Text(text) => {
            let found = find(text, case, language, policy);
            let complaints = compare(&case.expect, &found);
            (found, complaints)
        }
        Subject::Article { path, entries, others } => {
            let mut article = open(path)?;
            if let Some(published) = &case.published {
                article.published = Some(published.clone());
            }
            let timeline = walk::timeline(std::slice::from_ref(&article), language, policy)?;
            let complaints = compare_entries(entries, &timeline.entries, *others);
            (timeline.entries.iter().map(of_entry).collect(), complaints)
        }
    };
    let verdict = match (complaints.is_empty(), &case.known_gap) {
        (true, None) => Verdict::Passed,
        (true, Some(_)) => Verdict::GapClosed,
        (false, None) => Verdict::Failed,
        (false, Some(_)) => Verdict::KnownGap,
    };
    Ok(Checked { case, verdict, found, complaints })
}

fn find(text: &str, case: &Case, language: &Language, policy: &Policy) -> Vec<Found> {
    let document = segment(text, language);
    let published = case.published.as_ref().map(Publication::from);
    walk::annotate_in(&document, language, published, policy, case.tense)
        .into_iter()
        .map(|annotation| {
            let mention = annotation.mention;
            Found {
                span: mention.span,
                text: mention.span.of(text).to_owned(),
                rule: format!("{} ({})", language.rule_name(mention.rule), language.rule_place(mention.rule)),
                expr: Some(mention.expr),
                when: annotation.when,
            }
        })
        .collect()
}

fn of_entry(entry: &Entry) -> Found {
    let text = entry.headline.clone();
    let span = Span::new(0, u32::try_from(text.len()).unwrap_or(u32::MAX));
    Found { span, text, when: entry.when.clone(), expr: None, rule: String::new() }
}

/// What a time is, for people: its TIMEX3 value, and the EDTF where that tells more.
pub(super) fn printed(when: &When) -> String {
    let (timex, edtf) = (when.timex().value, when.edtf());
    if edtf.is_empty() || edtf == timex { timex } else { format!("{timex} ({edtf})") }
}

fn compare(expect: &Expect, found: &[Found]) -> Vec<String> {
    let mut complaints = Vec::new();
    match expect {
        Expect::Unset => complaints.push("expects nothing yet; --update writes what is found".to_owned()),
        Expect::Nothing => {
            if let Some(first) = found.first() {
                complaints.push(format!("expected none, found {}", printed(&first.when)));
            }
        }
        Expect::Value(_) | Expect::Between(..) => match found.first() {
            Some(first) if expect.is(&first.when) => {}
            Some(first) => {
                complaints.push(format!("expected {expect}, found {}", found_as(expect, &first.when)));
            }
            None => complaints.push(format!("expected {expect}, found no expression of time")),
        },
        Expect::Each(each) => {
            for (n, (expect, _)) in each.iter().enumerate() {
                match found.get(n) {
                    Some(it) if expect.is(&it.when) => {}
                    Some(it) => complaints.push(format!(
                        "expected {expect} for `{}`, found {}",
                        it.text,
                        found_as(expect, &it.when)
                    )),
                    None => complaints.push(format!("expected {expect}, found no further expression")),
                }
            }
            for it in found.iter().skip(each.len()) {
                complaints.push(format!(
                    "expected nothing more, found {} for `{}`",
                    printed(&it.when),
                    it.text
                ));
            }
        }
    }
    complaints
}

/// What was found, in the terms of what was expected.
fn found_as(expect: &Expect, when: &When) -> String {
    match expect {
        Expect::Between(..) => interval(when),
        _ => printed(when),
    }
}

pub(super) fn interval(when: &When) -> String {
    format!("[{}, {})", super::expect::side(when.interval.from), super::expect::side(when.interval.to))
}

fn compare_entries(expected: &[ExpectedEntry], entries: &[Entry], others: bool) -> Vec<String> {
    let mut complaints = Vec::new();
    let mut taken = vec![false; entries.len()];
    let mut last = None;
    for want in expected {
        let part = want.text.as_deref().unwrap_or_default();
        let holds = |entry: &Entry| entry.headline.contains(part) || entry.text.contains(part);
        let candidates = || entries.iter().enumerate().filter(|(n, entry)| !taken[*n] && holds(entry));
        let Some((n, entry)) = candidates()
            .find(|(_, entry)| want.expect.is(&entry.when))
            .or_else(|| candidates().next().filter(|_| want.text.is_some()))
        else {
            let of = want.text.as_ref().map_or(String::new(), |text| format!(" with `{text}`"));
            complaints.push(format!("expected an entry {}{of}, found none", want.expect));
            continue;
        };
        taken[n] = true;
        let name = want.text.as_deref().unwrap_or(&entry.headline);
        if !want.expect.is(&entry.when) {
            complaints.push(format!(
                "expected {} for `{name}`, found {}",
                want.expect,
                found_as(&want.expect, &entry.when)
            ));
        }
        if let Some(status) = want.status.as_deref().filter(|status| *status != entry.status.name()) {
            complaints.push(format!("expected `{name}` to be {status}, found {}", entry.status));
        }
        if last.is_some_and(|last| n < last) {
            complaints.push(format!("expected `{name}` after the entry before it, found it earlier"));
        }
        last = last.max(Some(n));
    }
    if !others {
        for (entry, _) in entries.iter().zip(&taken).filter(|(_, taken)| !**taken) {
            complaints.push(format!(
                "expected nothing more, found {} `{}`",
                printed(&entry.when),
                entry.headline
            ));
        }
    }
    complaints
}
