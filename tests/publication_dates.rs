//! How often the publication date of real pages is found.
//!
//! The pages are other people's and no part of the project: `DATELINE_PUBDATE` names a folder with `labels.jsonl` (`file`,
//! `published`, `url`, `lang`, `also`), `undated.jsonl` (pages that have no date) and the pages themselves. Without it the test
//! says so and passes. `DATELINE_PUBDATE_ERRORS=1` lists what went wrong.

use dateline::article::{self, Candidate, Format};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

#[derive(Deserialize)]
struct Label {
    file: String,
    published: Option<String>,
    url: Option<String>,
    lang: Option<String>,
    /// What a second set of labels says of the same page.
    #[serde(default)]
    also: BTreeMap<String, String>,
}

/// The shares that must be reached, of English and of all pages.
const ENGLISH: f64 = 0.94;
const ALL: f64 = 0.92;

#[test]
fn publication_dates_of_real_pages() {
    let Some(folder) = std::env::var_os("DATELINE_PUBDATE") else {
        eprintln!("SKIPPED: set DATELINE_PUBDATE to a folder of labelled pages to score publication dates");
        return;
    };
    let folder = Path::new(&folder);
    let labels = labels(&folder.join("labels.jsonl"));
    let (mut right, mut english, mut english_right) = (0, 0, 0);
    for label in &labels {
        let candidates = candidates(folder, label);
        let found = answer(&candidates);
        let is_right = found == label.published
            || found.as_ref().is_some_and(|day| label.also.values().any(|d| d == day));
        let is_english = label.lang.as_deref() == Some("en");
        right += usize::from(is_right);
        english += usize::from(is_english);
        english_right += usize::from(is_english && is_right);
        if !is_right {
            complain(label, &candidates);
        }
    }
    let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
    let (of_all, of_english) = (share(right, labels.len()), share(english_right, english));
    eprintln!(
        "publication dates: {of_english:.3} of {english} English pages, {of_all:.3} of {} pages",
        labels.len()
    );
    for label in self::labels(&folder.join("undated.jsonl")) {
        let candidates = candidates(folder, &label);
        assert_eq!(answer(&candidates), None, "{} has no date: {candidates:?}", label.file);
    }
    assert!(of_english >= ENGLISH && of_all >= ALL, "{of_english:.3} of English pages, {of_all:.3} of all");
}

fn labels(path: &Path) -> Vec<Label> {
    let lines = fs::read_to_string(path).expect("a file of labels");
    lines.lines().map(|line| serde_json::from_str(line).expect("a label")).collect()
}

fn candidates(folder: &Path, label: &Label) -> Vec<Candidate> {
    let page = fs::read(folder.join(&label.file)).expect("a page");
    article::candidates(&label.file, &page, Format::Html, label.url.as_deref()).expect("a page that is read")
}

/// The date that an article would be given.
fn answer(candidates: &[Candidate]) -> Option<String> {
    candidates.first().filter(|best| best.is_trusted()).map(|best| best.published.day.to_string())
}

#[expect(clippy::print_stderr, reason = "a test says what it found")]
fn complain(label: &Label, candidates: &[Candidate]) {
    if std::env::var_os("DATELINE_PUBDATE_ERRORS").is_none() {
        return;
    }
    let lang = label.lang.as_deref().unwrap_or("?");
    eprintln!("{} ({lang}): {:?} {}", label.file, label.published, label.url.as_deref().unwrap_or("-"));
    for candidate in candidates {
        let published = &candidate.published;
        eprintln!(
            "    {} {} {} {}",
            published.day,
            candidate.confidence,
            published.evidence.name(),
            candidate.place
        );
    }
}
