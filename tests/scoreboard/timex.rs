//! TempEval-3's measure of temporal expressions: F1 of spans, types and values.
//!
//! A document is `NAME.txt` with its publication date in `NAME.dct` and its annotation, one JSON object a line, in `NAME.jsonl`;
//! offsets count characters.

use crate::board::Figures;
use dateline::CharOffsets;
use dateline::article::{self, Format, Published};
use dateline::lang::Language;
use dateline::resolve::Policy;
use dateline::segment::segment;
use dateline::walk::{self, Publication};
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// An annotated expression of time.
#[derive(Clone, Debug, Deserialize)]
struct Timex {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    kind: String,
    value: Option<String>,
    function_in_document: Option<String>,
}

/// What was counted over a corpus.
#[derive(Debug, Default)]
struct Counts {
    gold: usize,
    found: usize,
    strict: usize,
    relaxed: usize,
    kind: usize,
    value: usize,
}

/// The texts of a corpus.
pub(crate) fn documents(corpus: &Path) -> Vec<PathBuf> {
    if !corpus.is_dir() {
        return Vec::new();
    }
    let is_text =
        |path: &PathBuf| path.extension().is_some_and(|e| e == "txt") && path.with_extension("dct").exists();
    let mut texts: Vec<PathBuf> = crate::files(corpus).into_iter().filter(is_text).collect();
    texts.sort();
    texts
}

/// The figures of a corpus.
pub(crate) fn score(corpus: &Path) -> Figures {
    let mut counts = Counts::default();
    for text in documents(corpus) {
        counts.add(&gold(&text.with_extension("jsonl")), &found(&text));
    }
    let f1 = |right: usize| 200.0 * right as f64 / (counts.gold + counts.found).max(1) as f64;
    let figures = [
        ("strict", counts.strict),
        ("relaxed", counts.relaxed),
        ("type", counts.kind),
        ("value", counts.value),
    ];
    figures.map(|(name, right)| (name.to_owned(), f1(right))).into()
}

/// What people found; the publication date itself does not count.
fn gold(path: &Path) -> Vec<Timex> {
    let lines = std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let timexes = lines.lines().filter(|line| !line.trim().is_empty()).map(|line| {
        serde_json::from_str::<Timex>(line).unwrap_or_else(|e| panic!("{}: {e}: {line}", path.display()))
    });
    let mut timexes: Vec<Timex> =
        timexes.filter(|t| t.function_in_document.as_deref() != Some("CREATION_TIME")).collect();
    timexes.sort_by_key(|t| (t.start, t.end));
    timexes
}

/// What dateline finds; nothing in a document whose publication date is not known to the day.
fn found(path: &Path) -> Vec<Timex> {
    let date = std::fs::read_to_string(path.with_extension("dct")).unwrap_or_default();
    let Ok(published) = Published::parse(date.trim().get(..10).unwrap_or_default()) else {
        return Vec::new();
    };
    let bytes = std::fs::read(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let article = article::read(&path.to_string_lossy(), &bytes, Format::Text, None).expect("a text");
    let language = Language::english();
    let document = segment(&article.text, language);
    let annotations =
        walk::annotate(&document, language, Some(Publication::from(&published)), &Policy::default());
    let mut chars = CharOffsets::new(&article.text);
    let mut timexes = Vec::new();
    for line in annotations.iter().filter(|a| !a.is_creation_time).flat_map(walk::lines) {
        let timex = line.when.timex();
        timexes.push(Timex {
            start: chars.at(line.span.start),
            end: chars.at(line.span.end),
            kind: timex.kind.name().to_owned(),
            value: Some(timex.value),
            function_in_document: None,
        });
    }
    timexes.sort_by_key(|t| (t.start, t.end));
    timexes
}

impl Counts {
    fn add(&mut self, gold: &[Timex], found: &[Timex]) {
        self.gold += gold.len();
        self.found += found.len();
        for (g, f) in align(gold, found) {
            let (g, f) = (&gold[g], &found[f]);
            self.relaxed += 1;
            self.strict += usize::from((g.start, g.end) == (f.start, f.end));
            self.kind += usize::from(g.kind == f.kind);
            self.value += usize::from(g.value == f.value);
        }
    }
}

/// Pairs that overlap, each side used once: the same spans first, then the largest overlap, then the leftmost.
fn align(gold: &[Timex], found: &[Timex]) -> Vec<(usize, usize)> {
    let mut candidates = Vec::new();
    for (i, g) in gold.iter().enumerate() {
        for (j, f) in found.iter().enumerate() {
            let overlap = g.end.min(f.end).saturating_sub(g.start.max(f.start));
            if overlap > 0 {
                let differs = (g.start, g.end) != (f.start, f.end);
                candidates.push((differs, std::cmp::Reverse(overlap), g.start, f.start, i, j));
            }
        }
    }
    candidates.sort_unstable();
    let (mut taken_gold, mut taken_found) = (vec![false; gold.len()], vec![false; found.len()]);
    let mut pairs = Vec::new();
    for (.., i, j) in candidates {
        if !taken_gold[i] && !taken_found[j] {
            (taken_gold[i], taken_found[j]) = (true, true);
            pairs.push((i, j));
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn timex(start: usize, end: usize) -> Timex {
        Timex {
            start,
            end,
            kind: "DATE".to_owned(),
            value: Some("2024".to_owned()),
            function_in_document: None,
        }
    }

    #[test]
    fn the_same_span_is_paired_before_a_larger_overlap() {
        let gold = [timex(0, 4), timex(0, 9)];
        let found = [timex(0, 9)];
        assert_eq!(align(&gold, &found), [(1, 0)]);
    }

    #[test]
    fn each_expression_is_paired_once() {
        let gold = [timex(0, 10)];
        let found = [timex(0, 3), timex(4, 10)];
        assert_eq!(align(&gold, &found), [(0, 1)]);
        let mut counts = Counts::default();
        counts.add(&gold, &found);
        assert_eq!((counts.gold, counts.found, counts.relaxed, counts.strict), (1, 2, 1, 0));
    }
}
