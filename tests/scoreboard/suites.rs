//! Other projects' date-resolution cases, asked of `dateline resolve --batch`.
//!
//! A file holds one case a line: `id`, `text`, `ref` (the day it was said on), `expect` (intervals, each with alternatives in
//! `alts`), `category`, and whether the projects disagree on it (`contested`). A case is right when every expected interval is
//! found, to the minute and on an overlapping span; a text without a date is right when nothing dated is found.

use crate::board::Figures;
use serde_json::{Value, json};
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// Families that news uses; the others are an assistant's (alarms, recurrences, zones).
const NEWS: [&str; 10] = [
    "absolute_date",
    "weekday",
    "relative_offset",
    "range",
    "open_bound",
    "part_of_day",
    "season_quarter_half",
    "weekend",
    "holiday",
    "negative",
];
/// What a text without a date may be there for; the rest are things that the project it comes from does not read.
const NEGATIVE: [&str; 3] = ["true_negative", "impossible_date", "word_boundary"];
const ENGLISH: [&str; 3] = ["en", "en_US", "en_GB"];

/// Shares of the cases that are right.
pub(crate) fn score(folder: &Path) -> Figures {
    let (mut agreed, mut negatives) = (Share::default(), Share::default());
    let mut files = crate::files(folder);
    files.retain(|path| path.extension().is_some_and(|e| e == "jsonl"));
    files.sort();
    for path in files {
        let lines = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let cases: Vec<Value> = lines
            .lines()
            .map(|line| {
                serde_json::from_str(line).unwrap_or_else(|e| panic!("{}: {e}: {line}", path.display()))
            })
            .filter(counts)
            .collect();
        for (case, found) in cases.iter().zip(ask(&cases)) {
            let is_right = is_right(case, &found);
            if list(&case["expect"]).is_empty() {
                negatives.add(is_right);
            } else if !truthy(&case["contested"]) {
                agreed.add(is_right);
            }
        }
    }
    [("agreed".to_owned(), agreed.percent()), ("negatives".to_owned(), negatives.percent())].into()
}

#[derive(Default)]
struct Share {
    right: usize,
    all: usize,
}

impl Share {
    fn add(&mut self, is_right: bool) {
        self.all += 1;
        self.right += usize::from(is_right);
    }

    fn percent(&self) -> f64 {
        100.0 * self.right as f64 / self.all.max(1) as f64
    }
}

/// Whether a case asks something that news asks.
fn counts(case: &Value) -> bool {
    let expect = list(&case["expect"]);
    let one_of = |value: &Value, all: &[&str]| value.as_str().is_some_and(|s| all.contains(&s));
    one_of(&case["category"], &NEWS)
        && (!expect.is_empty() || one_of(&case["neg_kind"], &NEGATIVE))
        && (case["locale"].is_null() || one_of(&case["locale"], &ENGLISH))
        && truthy(&case["ref"])
        && expect
            .iter()
            .all(|want| truthy(&want["from"]) || truthy(&want["to"]) || is_unanchored(&want["kind"]))
        && !["seen_in_dev", "time_only", "unresolved"].iter().any(|mark| truthy(&case[*mark]))
}

/// The answers of `dateline resolve --batch`, in the order of the cases.
fn ask(cases: &[Value]) -> Vec<Vec<Value>> {
    let mut questions = String::new();
    for (id, case) in cases.iter().enumerate() {
        let mut question = json!({"id": id, "text": case["text"], "ref": case["ref"]});
        if let Some(tense @ ("past" | "future")) = case["prefer"].as_str() {
            question["tense"] = tense.into();
        }
        questions += &format!("{question}\n");
    }
    let mut child = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(["resolve", "--batch"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("dateline runs");
    // It answers while it reads: who only writes would wait for ever once the answers fill their pipe.
    let mut stdin = child.stdin.take().expect("a pipe");
    let output = std::thread::scope(|scope| {
        scope.spawn(move || stdin.write_all(questions.as_bytes()).expect("dateline reads"));
        child.wait_with_output().expect("dateline ends")
    });
    assert!(output.status.success(), "resolve --batch: {}", output.status);
    let answers = String::from_utf8(output.stdout).expect("UTF-8");
    let answers: Vec<Value> = answers.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert!(
        answers.iter().enumerate().all(|(n, answer)| answer["id"] == n),
        "answers come in the order of the questions"
    );
    assert_eq!(answers.len(), cases.len());
    answers.iter().map(|answer| list(&answer["found"]).to_vec()).collect()
}

fn is_right(case: &Value, found: &[Value]) -> bool {
    let wants = list(&case["expect"]);
    if wants.is_empty() {
        return !found.iter().any(|f| f["type"] == "DATE" || f["type"] == "TIME");
    }
    let is_met = |want: &Value| {
        is_hit(want, found) || list(&want["alts"]).iter().any(|other| is_hit(&with(want, other), found))
    };
    wants.iter().all(is_met) || list(&case["alts"]).iter().any(|other| is_hit(other, found))
}

/// Whether one expected interval is among those found.
fn is_hit(want: &Value, found: &[Value]) -> bool {
    found.iter().any(|f| {
        if let (Some(start), Some(end)) = (want["start"].as_u64(), want["end"].as_u64()) {
            let overlaps =
                f["start"].as_u64().is_some_and(|s| s < end) && f["end"].as_u64().is_some_and(|e| start < e);
            if !overlaps {
                return false;
            }
        }
        if is_unanchored(&want["kind"]) {
            return f["type"] == "DURATION" || f["type"] == "SET";
        }
        stamp(&f["from"]) == stamp(&want["from"]) && stamp(&f["to"]) == stamp(&want["to"])
    })
}

fn is_unanchored(kind: &Value) -> bool {
    kind == "duration" || kind == "set"
}

/// A wall-clock minute, as day and time; offsets are dropped, as the case's own reference carries them.
fn stamp(value: &Value) -> Option<(&str, &str)> {
    let text = value.as_str().filter(|s| !s.is_empty())?;
    let day = text.find(|c: char| !c.is_ascii_digit() && c != '-' && c != '+').unwrap_or(text.len());
    let (day, rest) = text.split_at(day);
    Some((day, rest.strip_prefix('T').and_then(|time| time.get(..5)).unwrap_or("00:00")))
}

/// An expectation with the fields of an alternative in place of its own.
fn with(want: &Value, other: &Value) -> Value {
    let mut joined = want.clone();
    if let (Some(joined), Some(other)) = (joined.as_object_mut(), other.as_object()) {
        joined.extend(other.clone());
    }
    joined
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// Given, and neither empty nor `false`.
fn truthy(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(b) => *b,
        Value::String(s) => !s.is_empty(),
        Value::Array(a) => !a.is_empty(),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interval_counts_to_the_minute_and_on_its_span() {
        let found = [
            json!({"start": 0, "end": 6, "type": "DATE", "from": "2024-03-15T00:00:00", "to": "2024-03-16T00:00:00"}),
        ];
        let day = json!({"from": "2024-03-15", "to": "2024-03-16T00:00:00+01:00"});
        assert!(is_hit(&day, &found));
        assert!(!is_hit(&with(&day, &json!({"start": 6, "end": 9})), &found));
        assert!(!is_hit(&with(&day, &json!({"to": "2024-03-15T12:00"})), &found));
        assert!(!is_hit(&with(&day, &json!({"from": null})), &found));
    }

    #[test]
    fn a_text_without_a_date_may_hold_a_duration() {
        let negative = json!({"expect": []});
        assert!(is_right(&negative, &[json!({"type": "DURATION"})]));
        assert!(!is_right(&negative, &[json!({"type": "TIME"})]));
    }
}
