//! Reports of a run, for people and for machines.
//!
//! Input: checked cases with the texts of their files. Output: text, TAP, JUnit XML or JSON.
//! Knows nothing of where a report goes.

mod human;
mod json;
mod junit;
mod tap;

use super::read::CaseFile;
use super::run::{Checked, Verdict};
use crate::expression::unit::names;
use std::io::{self, Write};

names! {
    /// How a run is reported.
    Report {
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
#[derive(Clone, Debug)]
pub struct Run<'a> {
    /// The file.
    pub file: &'a CaseFile,
    /// Its cases.
    pub checked: Vec<Checked<'a>>,
}

/// How many cases ended how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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
    /// Writes a report; `colour` is for people's eyes alone.
    ///
    /// # Errors
    ///
    /// What `out` reports.
    pub fn write(self, runs: &[Run<'_>], colour: bool, out: &mut dyn Write) -> io::Result<()> {
        match self {
            Report::Human => human::write(runs, colour, out),
            Report::Tap => tap::write(runs, out),
            Report::JUnit => junit::write(runs, out),
            Report::Json => json::write(runs, out),
        }
    }
}

/// A text on one line.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
