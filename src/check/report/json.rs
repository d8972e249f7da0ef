//! One JSON document.

use super::{Counts, Run};
use crate::check::draw::derivation;
use crate::check::read::Mistake;
use crate::check::run::{Checked, Found};
use crate::expression::Tense;
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize)]
struct Document<'a> {
    passed: usize,
    failed: usize,
    known_gaps: usize,
    cases: Vec<CaseView<'a>>,
    /// What could not be run.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    mistakes: &'a [Mistake],
}

#[derive(Serialize)]
struct CaseView<'a> {
    file: &'a str,
    line: usize,
    name: &'a str,
    published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tense: Option<&'static str>,
    verdict: &'static str,
    expected: Option<String>,
    complaints: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    known_gap: Option<&'a str>,
    found: Vec<FoundView<'a>>,
}

#[derive(Serialize)]
struct FoundView<'a> {
    text: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    value: String,
    edtf: String,
    from: Option<String>,
    to: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expression: Option<String>,
    why: Vec<String>,
}

pub(super) fn write(runs: &[Run<'_>], mistakes: &[Mistake], out: &mut dyn Write) -> io::Result<()> {
    let counts = Counts::of(runs);
    let document = Document {
        passed: counts.passed,
        failed: counts.failed,
        known_gaps: counts.known_gaps,
        cases: runs.iter().flat_map(|run| &run.checked).map(case).collect(),
        mistakes,
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    out.write_all(b"\n")
}

fn case<'a>(checked: &'a Checked<'a>) -> CaseView<'a> {
    let case = checked.case;
    CaseView {
        file: &case.place.file,
        line: case.place.line,
        name: case.title(),
        published: case.published.as_ref().map(|published| published.day.to_string()),
        tense: (case.tense != Tense::None).then(|| case.tense.name()),
        verdict: checked.verdict.name(),
        expected: matches!(case.subject, crate::check::Subject::Text(_)).then(|| case.expect.to_string()),
        complaints: checked.complaints.iter().map(|complaint| complaint.message.as_str()).collect(),
        known_gap: case.known_gap.as_deref(),
        found: checked.found.iter().map(found).collect(),
    }
}

fn found(found: &Found) -> FoundView<'_> {
    let timex = found.when.timex();
    let stamp = |at: Option<chrono::NaiveDateTime>| at.map(|at| at.format("%Y-%m-%dT%H:%M:%S").to_string());
    FoundView {
        text: &found.text,
        kind: timex.kind.name(),
        value: timex.value,
        edtf: found.when.edtf(),
        from: stamp(found.when.interval.from),
        to: stamp(found.when.interval.to),
        expression: found.expr.as_ref().map(ToString::to_string),
        why: derivation(found),
    }
}
