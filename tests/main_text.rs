//! How much of the main text of web pages is found, and how much else is taken for it.
//!
//! The pages are other people's and no part of the project: `DATELINE_MAIN_TEXT` names a folder of folders with a page
//! (`source.html`) and its main text (`expected.html`), as Readability keeps them for its own tests; the sources of the crate
//! `readabilityrs` have them in `tests/test-pages`. Without it the test says so and passes. `DATELINE_MAIN_TEXT_ERRORS=1` lists the
//! worst pages.

use dateline::article::{self, Format};
use dom_query::Document;
use std::collections::HashMap;
use std::fs;
use std::path::Path;

/// The mean of the pages' F1 that must be reached.
const LEAST: f64 = 0.95;

/// How often a text has each word.
fn words(text: &str) -> HashMap<String, usize> {
    let mut words = HashMap::new();
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        *words.entry(word.to_lowercase()).or_insert(0) += 1;
    }
    words
}

/// Precision and recall of one bag of words against another.
fn compare(found: &HashMap<String, usize>, expected: &HashMap<String, usize>) -> (f64, f64) {
    let total = |words: &HashMap<String, usize>| words.values().sum::<usize>() as f64;
    let shared: usize = found.iter().map(|(word, n)| *n.min(expected.get(word).unwrap_or(&0))).sum();
    let share = |of: f64| if of == 0.0 { 1.0 } else { shared as f64 / of };
    (share(total(found)), share(total(expected)))
}

/// How well a page's text was found.
struct Score {
    f1: f64,
    precision: f64,
    recall: f64,
    page: String,
}

#[test]
fn the_main_text_is_found() {
    let Some(folder) = std::env::var_os("DATELINE_MAIN_TEXT") else {
        println!("DATELINE_MAIN_TEXT names no folder of pages: skipped");
        return;
    };
    let mut pages: Vec<_> =
        fs::read_dir(Path::new(&folder)).expect("folder").map(|entry| entry.expect("entry").path()).collect();
    pages.sort();
    let mut scores = Vec::new();
    for page in pages.iter().filter(|page| page.join("source.html").exists()) {
        let source = fs::read(page.join("source.html")).expect("a page");
        let expected = fs::read_to_string(page.join("expected.html")).expect("its main text");
        // Words of neighbouring elements are not one.
        let expected = words(&Document::from(expected.replace('<', " <")).text());
        let found =
            article::read("page.html", &source, Format::Html, None).map(|article| words(&article.text));
        let (precision, recall) = compare(&found.unwrap_or_default(), &expected);
        let f1 =
            if precision + recall == 0.0 { 0.0 } else { 2.0 * precision * recall / (precision + recall) };
        scores.push(Score { f1, precision, recall, page: page.display().to_string() });
    }
    assert!(!scores.is_empty(), "no pages in {}", folder.display());
    scores.sort_by(|a, b| a.f1.total_cmp(&b.f1));
    if std::env::var_os("DATELINE_MAIN_TEXT_ERRORS").is_some() {
        for Score { f1, precision, recall, page } in scores.iter().take(25) {
            println!("{f1:.3} precision {precision:.3} recall {recall:.3} {page}");
        }
    }
    let mean = |of: fn(&Score) -> f64| scores.iter().map(of).sum::<f64>() / scores.len() as f64;
    let (f1, precision, recall) = (mean(|it| it.f1), mean(|it| it.precision), mean(|it| it.recall));
    println!("{} pages: F1 {f1:.4}, precision {precision:.4}, recall {recall:.4}", scores.len());
    assert!(f1 >= LEAST, "F1 {f1:.4}, of which {LEAST} must be reached");
}
