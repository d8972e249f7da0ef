//! Which line of its file each paragraph of an article's text stands on, found again by the paragraph's first words, or where
//! these are quoted or marked up, by words within it.

use crate::span::Lines;
use memchr::memmem;

/// What is looked for: the plain letters that a paragraph begins with, at most and at least so many.
const LONGEST: usize = 32;
const SHORTEST: usize = 4;

/// The same of words within a paragraph, which may stand elsewhere, too; and how many runs of them are looked for.
const SHORTEST_WITHIN: usize = 12;
const MOST_RUNS: usize = 3;

/// How many times the source is read at most, so that a text of paragraphs that are not in it costs no more than that.
const PASSES: usize = 16;

/// Every line of a plain text.
pub(super) fn of_text(text: &str) -> Lines {
    let starts = std::iter::once(0).chain(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1));
    Lines::new(starts.enumerate().map(|(line, start)| (start, line + 1)))
}

/// The paragraphs of a text that can be found in the source that it was taken from, in order. Where all of a paragraph is
/// marked up or escaped, or white space stands otherwise, it may not be.
pub(super) fn of_paragraphs(text: &str, source: &str) -> Lines {
    let bytes = source.as_bytes();
    let mut budget = bytes.len().saturating_mul(PASSES);
    let mut place_from = |at: usize, paragraph: &str| {
        let rest = bytes.get(at..).unwrap_or_default();
        place(rest, paragraph, &mut budget).map(|place| at + place)
    };
    let (mut at, mut counted, mut line) = (0, 0, 1);
    let mut found = Vec::new();
    let mut start = 0;
    let mut paragraphs = text.split("\n\n").peekable();
    let mut here = paragraphs.peek().and_then(|first| place_from(0, first));
    while let Some(paragraph) = paragraphs.next() {
        let next = paragraphs.peek().and_then(|next| place_from(at, next));
        // What stands behind the next paragraph repeats this one, in a list of further articles, say.
        let is_own = |here: &usize| next.is_none_or(|next| *here <= next);
        match here.filter(is_own) {
            Some(place) => {
                at = place;
                line += memchr::memchr_iter(b'\n', bytes.get(counted..at).unwrap_or_default()).count();
                counted = at;
                found.push((start, line));
            }
            None => found.push((start, 0)),
        }
        here = next;
        start += paragraph.len() + 2;
    }
    Lines::new(found.into_iter())
}

/// Where a paragraph begins in the rest of a source. Reads no more than the budget, and takes from it what it read.
fn place(rest: &[u8], paragraph: &str, budget: &mut usize) -> Option<usize> {
    let mut search = |words: &str, shortest: usize, find: fn(&[u8], &str) -> Option<usize>| {
        if words.len() < shortest {
            return None;
        }
        let rest = rest.get(..*budget).unwrap_or(rest);
        let found = find(rest, words);
        *budget = budget.saturating_sub(found.unwrap_or(rest.len()));
        found
    };
    search(first_words(paragraph), SHORTEST, find).or_else(|| {
        let mut runs = paragraph.split(|c| !is_plain(c)).map(|run| first_words(run.trim_start()));
        let long = runs.by_ref().filter(|run| run.len() >= SHORTEST_WITHIN).take(MOST_RUNS);
        long.into_iter().find_map(|run| search(run, SHORTEST_WITHIN, find_within))
    })
}

/// Letters, digits and single spaces, which no markup changes.
const fn is_plain(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == ' '
}

/// What is plain of a paragraph's beginning, up to the end of a word.
fn first_words(paragraph: &str) -> &str {
    let end = paragraph.char_indices().find(|(at, c)| *at >= LONGEST || !is_plain(*c)).map(|(at, _)| at);
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

/// How far before words is looked for the tag that they stand in or behind, in bytes.
const LOOKED_BACK: usize = 1_000;

/// Where words stand within a text, neither in a tag nor in a script.
fn find_within(source: &[u8], words: &str) -> Option<usize> {
    memmem::find_iter(source, words.as_bytes()).find(|&at| {
        let before = source.get(at.saturating_sub(LOOKED_BACK)..at).unwrap_or_default();
        match memchr::memrchr2(b'<', b'>', before).map(|at| before.split_at(at)) {
            Some((before, [b'>', ..])) => {
                let tag =
                    memchr::memrchr(b'<', before).and_then(|at| before.get(at + 1..)).unwrap_or_default();
                !["script", "style"].iter().any(|name| {
                    tag.get(..name.len()).is_some_and(|tag| tag.eq_ignore_ascii_case(name.as_bytes()))
                })
            }
            Some(_) => false,
            None => true,
        }
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
        let source = "<meta content='it is over at last'>\n<script>{\"d\": \"it is over at last\"}</script>\n<p>&ldquo;Glad that it is over at last,&rdquo; she said.\n\
                      <p><b>Ann</b>, who is the mayor, left.";
        let lines = of_paragraphs(
            "“Glad that it is over at last,” she said.\n\nAnn, who is the mayor, left.",
            source,
        );
        assert_eq!([0, 48].map(|at| lines.at(at)), [Some(3), Some(4)]);
    }

    #[test]
    fn what_is_repeated_further_down_leads_nobody_astray() {
        let source = "<p><b>The</b> pier closed.</p>\n<p>It was old, they said.\n<p>It will open.\n<li>The pier closed";
        let lines = of_paragraphs("The pier closed.\n\nIt was old, they said.\n\nIt will open.", source);
        assert_eq!([0, 18, 42].map(|at| lines.at(at)), [None, Some(2), Some(3)]);
    }

    #[test]
    fn paragraphs_that_are_not_there_cost_little() {
        let text = "none of these words\n\n".repeat(50_000);
        assert_eq!(of_paragraphs(&text, &"other words ".repeat(50_000)).at(0), None);
    }
}
