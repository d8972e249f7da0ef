//! Which line of its file each paragraph of an article's text stands on, found again by the paragraph's first words.

use crate::span::Lines;
use memchr::memmem;

/// What is looked for: the plain letters that a paragraph begins with, at most and at least so many.
const LONGEST: usize = 32;
const SHORTEST: usize = 4;

/// How many times the source is read at most, so that a text of paragraphs that are not in it costs no more than that.
const PASSES: usize = 4;

/// Every line of a plain text.
pub(super) fn of_text(text: &str) -> Lines {
    let starts = std::iter::once(0).chain(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1));
    Lines::new(starts.enumerate().map(|(line, start)| (start, line + 1)))
}

/// The paragraphs of a text that can be found in the source that it was taken from, in order. Where the beginning of a
/// paragraph is marked up or escaped, or white space stands otherwise, it may not be.
pub(super) fn of_paragraphs(text: &str, source: &str) -> Lines {
    let mut budget = source.len().saturating_mul(PASSES);
    let (mut at, mut counted, mut line) = (0, 0, 1);
    let mut found = Vec::new();
    let mut start = 0;
    for paragraph in text.split("\n\n") {
        let first = first_words(paragraph);
        let rest = source.as_bytes().get(at..).unwrap_or_default();
        let rest = rest.get(..budget).unwrap_or(rest);
        let place = if first.len() < SHORTEST { None } else { find(rest, first) };
        match place {
            Some(place) => {
                budget = budget.saturating_sub(place);
                at += place;
                line += memchr::memchr_iter(b'\n', source.as_bytes().get(counted..at).unwrap_or_default())
                    .count();
                counted = at;
                found.push((start, line));
            }
            None => {
                if first.len() >= SHORTEST {
                    budget = budget.saturating_sub(rest.len());
                }
                found.push((start, 0));
            }
        }
        start += paragraph.len() + 2;
    }
    Lines::new(found.into_iter())
}

/// Letters, digits and single spaces, which no markup changes, up to the end of a word.
fn first_words(paragraph: &str) -> &str {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == ' ';
    let end = paragraph.char_indices().find(|(at, c)| *at >= LONGEST || !plain(*c)).map(|(at, _)| at);
    let words = paragraph.get(..end.unwrap_or(paragraph.len())).unwrap_or_default();
    match words.rsplit_once(' ') {
        Some((whole, _)) if end.is_some() => whole,
        _ => words,
    }
}

/// Where words begin a paragraph: behind a tag, a mark of Markdown or at the beginning of a line, not within data.
fn find(source: &[u8], words: &str) -> Option<usize> {
    memmem::find_iter(source, words.as_bytes()).find(|&at| {
        let before = source.get(..at).unwrap_or_default();
        let last = before.iter().rev().find(|b| !matches!(b, b' ' | b'\t'));
        last.is_none_or(|b| {
            matches!(b, b'>' | b'\n' | b'\r' | b'#' | b'*' | b'-' | b'_' | b'.' | b'|' | b'[')
        })
    })
}

#[cfg(test)]
mod tests {
    use super::{of_paragraphs, of_text};

    #[test]
    fn lines_of_a_text_are_its_own() {
        let lines = of_text("one\ntwo\r\n\nfour");
        assert_eq!([0, 3, 4, 9, 10, 99].map(|at| lines.at(at)), [1, 1, 2, 3, 4, 4].map(Some));
        assert_eq!(of_text("").at(0), Some(1));
    }

    #[test]
    fn paragraphs_are_found_again() {
        let source = "{\"text\": \"The council met\"}\n<p>The council met on\nMonday.</p>\n\n<p>It <b>will</b> vote.\n<h2>Next week</h2>";
        let lines = of_paragraphs("The council met on Monday.\n\nIt will vote.\n\nNext week", source);
        // "It" is too short to be sure of.
        assert_eq!([0, 10, 28, 43].map(|at| lines.at(at)), [Some(2), Some(2), None, Some(6)]);
        let lines = of_paragraphs("Head\n\nBody text here", "# Head\n\n- Body text here\n");
        assert_eq!([0, 6].map(|at| lines.at(at)), [Some(1), Some(3)]);
    }

    #[test]
    fn paragraphs_that_are_not_there_cost_little() {
        let text = "none of these words\n\n".repeat(50_000);
        assert_eq!(of_paragraphs(&text, &"other words ".repeat(50_000)).at(0), None);
    }
}
