//! How often the publication date of real pages is found.
//!
//! The pages are other people's and no part of the project: `DATELINE_PUBDATE` names a folder with `labels.jsonl` (`file`,
//! `published`, `url`, `lang`, `also`), `undated.jsonl` (pages that have no date) and the pages themselves. Without it the test
//! says so and passes. `DATELINE_PUBDATE_ERRORS=1` lists what went wrong, and how often each source is right.

use dateline::article::{self, Candidate, Format};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
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

/// How far what the answers say of themselves, on average, may be from how often they are right.
const HONESTY: f64 = 0.02;

impl Label {
    /// Whether people say that a page is of this day.
    fn names(&self, day: &str) -> bool {
        self.published.iter().chain(self.also.values()).any(|known| known == day)
    }
}

/// How often a source is right, of the pages that have it.
#[derive(Default)]
struct Tally {
    right: usize,
    present: usize,
    confidence: f32,
}

/// Counts each kind of source of a page once.
fn count(sources: &mut BTreeMap<String, Tally>, label: &Label, candidates: &[Candidate]) {
    let mut counted = BTreeSet::new();
    for Candidate { published, confidence, place } in candidates {
        let kind = published.evidence.name();
        // The places of these are addresses and classes of the page's own.
        let place = if matches!(kind, "url" | "byline") { "" } else { place };
        let source = format!("{kind} {confidence:.3} {place}");
        if counted.insert(source.clone()) {
            let tally = sources.entry(source).or_default();
            tally.right += usize::from(label.names(&published.day.to_string()));
            tally.present += 1;
            tally.confidence = *confidence;
        }
    }
}

#[test]
fn publication_dates_of_real_pages() {
    let Some(folder) = std::env::var_os("DATELINE_PUBDATE") else {
        eprintln!("SKIPPED: set DATELINE_PUBDATE to a folder of labelled pages to score publication dates");
        return;
    };
    let folder = Path::new(&folder);
    let labels = labels(&folder.join("labels.jsonl"));
    let (mut right, mut english, mut english_right) = (0, 0, 0);
    let (mut answers, mut stated) = (0, 0.0);
    let mut sources: BTreeMap<String, Tally> = BTreeMap::new();
    for label in &labels {
        let candidates = candidates(folder, label);
        let found = answer(&candidates);
        let is_right = label.published.is_none() && found.is_none()
            || found.as_ref().is_some_and(|day| label.names(day));
        answers += usize::from(found.is_some());
        stated += article::answer(&candidates).map_or(0.0, |(_, sure)| f64::from(sure));
        count(&mut sources, label, &candidates);
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
    if std::env::var_os("DATELINE_PUBDATE_ERRORS").is_some() {
        for (source, Tally { right, present, confidence }) in &sources {
            eprintln!("{right:4} of {present:3}, stated {confidence:.3}: {source}");
        }
    }
    // Of what it answers, as much is right as it says.
    let (said, is) = (stated / answers.max(1) as f64, share(right, answers));
    eprintln!("{is:.3} of {answers} answers are right; they say {said:.3} of themselves");
    assert!((said - is).abs() <= HONESTY, "{said:.3} stated, {is:.3} right");
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
    article::answer(candidates).map(|(best, _)| best.published.day.to_string())
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
