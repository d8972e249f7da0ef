//! Reports of a run, for people and for machines.
//!
//! Input: checked cases with the texts of their files. Output: text, TAP, JUnit XML or JSON.
//! Knows nothing of where a report goes.

mod human;
mod json;
mod junit;
mod tap;

use super::read::{CaseFile, Mistake};
use super::run::{Checked, Verdict};
use crate::expression::unit::names;
use crate::span::one_line;
use std::io::{self, Write};

names! {
    /// How a run is reported.
    Report in "dateline::check::report" {
        /// For people: failed cases drawn, and a line that counts.
        Human = "human",
        /// The Test Anything Protocol, version 14.
        Tap = "tap",
        /// JUnit XML, as most CI systems read it.
        JUnit = "junit",
        /// One JSON document.
        Json = "json",
    }
}

/// The cases of one file that were run.
///
/// ```
/// use dateline::{check::{self, Format, report::{Counts, Report, Run}}, lang::Language, resolve::Policy};
///
/// let file = check::read("desk.csv", "published,text,expect\n2025-11-20,last month,2025-10", Format::Csv)?;
/// let no_articles = |_: &str| unreachable!("no case names an article");
/// let run = |case| check::run(case, Language::english(), &Policy::default(), &no_articles);
/// let runs = [Run { file: &file, checked: file.cases.iter().map(run).collect::<Result<_, _>>()? }];
/// assert_eq!((Counts::of(&runs).passed, Counts::of(&runs).all()), (1, 1));
/// let mut report = Vec::new();
/// Report::JUnit.write(&runs, &[], false, &mut report).expect("memory takes it");
/// assert!(String::from_utf8_lossy(&report).contains("tests=\"1\" failures=\"0\""));
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Run<'a> {
    /// The file.
    pub file: &'a CaseFile,
    /// Its cases.
    pub checked: Vec<Checked<'a>>,
}

/// How many cases ended how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Counts {
    /// As expected.
    pub passed: usize,
    /// Not as expected, or passing in spite of their mark.
    pub failed: usize,
    /// Failing as known.
    pub known_gaps: usize,
}

impl Counts {
    /// Counts the cases of a run.
    pub fn of(runs: &[Run<'_>]) -> Counts {
        let mut counts = Counts::default();
        for checked in runs.iter().flat_map(|run| &run.checked) {
            match checked.verdict {
                Verdict::Passed => counts.passed += 1,
                Verdict::KnownGap => counts.known_gaps += 1,
                Verdict::Failed | Verdict::GapClosed => counts.failed += 1,
            }
        }
        counts
    }

    /// All of them.
    pub const fn all(self) -> usize {
        self.passed + self.failed + self.known_gaps
    }
}

impl Report {
    /// Writes a report of what ran, and of the mistakes for which something could not; `colour` is for people's eyes alone.
    ///
    /// # Errors
    ///
    /// What `out` reports.
    pub fn write(
        self,
        runs: &[Run<'_>],
        mistakes: &[Mistake],
        colour: bool,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        match self {
            Report::Human => human::write(runs, mistakes, colour, out),
            Report::Tap => tap::write(runs, mistakes, out),
            Report::JUnit => junit::write(runs, mistakes, out),
            Report::Json => json::write(runs, mistakes, out),
        }
    }
}

/// All that is wrong with a case, on one line.
fn complaints(checked: &Checked<'_>) -> String {
    checked.complaints.iter().map(|complaint| complaint.message.as_str()).collect::<Vec<_>>().join("; ")
}

/// What a case is called, on one line, without what a terminal would obey.
fn title(checked: &Checked<'_>) -> String {
    one_line(checked.case.title()).chars().filter(|c| !c.is_control()).collect()
}
