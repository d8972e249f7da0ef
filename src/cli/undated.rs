//! What to tell of an article that does not say when it was published.

use crate::article::{Article, Published};
use crate::error::Result;
use crate::lang::Language;
use crate::resolve::{Policy, fitting_years};
use crate::segment::segment;
use crate::walk;
use std::ops::RangeInclusive;

/// Years that are offered for a day and its weekday: of the web, as most pages are.
const YEARS: RangeInclusive<i32> = 2010..=2029;

/// How much of a text is looked at, in bytes: what dates it stands early.
const LONGEST: usize = 50_000;

/// Days whose weekday allows some years only are worth naming, but not all of them.
const MOST_CLUES: usize = 3;

/// When an article was published, or an error that says what its text allows.
pub(super) fn check(article: &Article) -> Result<&Published> {
    article.require_published().map_err(|error| match clues(article) {
        clues if clues.is_empty() => error,
        clues => error.with_hint(format!("of the text itself, {clues}")),
    })
}

/// `"Friday, November 21st" fits 2014, 2025`.
fn clues(article: &Article) -> String {
    let language = Language::english();
    if article.language.as_deref().is_some_and(|code| code != language.code) {
        return String::new();
    }
    let end =
        article.text.char_indices().map(|(at, _)| at).take_while(|&at| at <= LONGEST).last().unwrap_or(0);
    let text = if article.text.len() > LONGEST {
        article.text.get(..end).unwrap_or_default()
    } else {
        &article.text
    };
    let document = segment(text, language);
    let found = walk::annotate(&document, language, None, &Policy::default());
    let mut clues: Vec<String> = Vec::new();
    for annotation in &found {
        let years = fitting_years(&annotation.mention.expr, YEARS);
        if years.is_empty() || clues.len() == MOST_CLUES {
            continue;
        }
        let years: Vec<String> = years.iter().map(i32::to_string).collect();
        let words: Vec<&str> = annotation.mention.span.of(text).split_whitespace().collect();
        let clue = format!("\"{}\" fits {}", words.join(" "), years.join(", "));
        if !clues.contains(&clue) {
            clues.push(clue);
        }
    }
    clues.join("; ")
}
