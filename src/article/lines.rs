//! Which line of its file each paragraph of an article's text stands on, found again by its first words: three in a row are looked
//! for, wherever tags, marks and entities stand between them.

use crate::span::Lines;
use rustc_hash::{FxHashMap, FxHasher};
use smallvec::SmallVec;
use std::hash::Hasher;
use std::ops::Range;

/// So many words in a row make a place.
const ROW: usize = 3;

/// How many rows of a paragraph are looked for, from its beginning: markup within a word hides some.
const MOST_ROWS: usize = 8;

/// Of a row that several paragraphs have, so many of these are looked for, and in so many places. This bounds the work.
const MOST_EQUAL: usize = 6;

/// Every line of a plain text.
pub(super) fn of_text(text: &str) -> Lines {
    let starts = std::iter::once(0).chain(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1));
    Lines::new(starts.enumerate().map(|(line, start)| (start, line + 1)))
}

/// The paragraphs of a text that was taken from a page, whose own text stands in these places.
pub(super) fn of_page(text: &str, source: &str, texts: &[Range<usize>]) -> Lines {
    let pieces = texts.iter().filter_map(|place| Some((place.start, source.get(place.clone())?)));
    found(text, source, pieces)
}

/// The paragraphs of a text that was taken from Markdown.
pub(super) fn of_markdown(text: &str, source: &str) -> Lines {
    let lines = source.split_inclusive('\n').scan(0, |at, line| {
        let start = *at;
        *at += line.len();
        Some((start, line))
    });
    found(text, source, lines)
}

/// A row of words that a paragraph has.
#[derive(Clone, Copy)]
struct Row {
    paragraph: usize,
    /// How many words of the paragraph stand before it.
    skipped: usize,
    /// How often it was found.
    places: usize,
}

/// What is looked for.
struct Rows {
    by_hash: FxHashMap<u64, SmallVec<[Row; 1]>>,
    /// Whether a row may be among them, by the first bits of its hash: most words of a page are elsewhere, and told so at once.
    may_be: Vec<bool>,
}

impl Default for Rows {
    fn default() -> Self {
        Rows { by_hash: FxHashMap::default(), may_be: vec![false; 1 << Rows::BITS] }
    }
}

impl Rows {
    const BITS: u32 = 14;

    const fn bit(hash: u64) -> usize {
        (hash >> (u64::BITS - Self::BITS)) as usize
    }

    fn add(&mut self, hash: u64, row: Row) {
        let same = self.by_hash.entry(hash).or_default();
        if same.len() < MOST_EQUAL {
            same.push(row);
        }
        if let Some(may_be) = self.may_be.get_mut(Self::bit(hash)) {
            *may_be = true;
        }
    }

    fn get(&mut self, hash: u64) -> &mut [Row] {
        match self.may_be.get(Self::bit(hash)) {
            Some(true) => self.by_hash.get_mut(&hash).map_or(&mut [], |rows| rows),
            _ => &mut [],
        }
    }
}

/// A place where a row was found.
struct Place {
    row: Row,
    /// Where the paragraph begins then.
    at: usize,
}

fn found<'a>(text: &str, source: &str, pieces: impl Iterator<Item = (usize, &'a str)>) -> Lines {
    let mut rows = Rows::default();
    let mut starts = Vec::new();
    let mut start = 0;
    for (paragraph, line) in text.split("\n\n").enumerate() {
        starts.push(start);
        start += line.len() + 2;
        let words: Vec<u64> = words(line).map(|(_, word)| hash(word)).take(MOST_ROWS + ROW - 1).collect();
        for (skipped, row) in words.windows(ROW.min(words.len().max(1))).enumerate() {
            rows.add(together(row), Row { paragraph, skipped, places: 0 });
        }
    }
    let places = in_order(&places(&mut rows, pieces));
    let mut lines = vec![0; starts.len()];
    let (mut counted, mut line) = (0, 1);
    for (paragraph, at) in places {
        // Places of one paragraph follow each other; the first is nearest its beginning.
        if let Some(known @ 0) = lines.get_mut(paragraph) {
            // Words before a row are counted back, and may reach behind what was found already.
            line +=
                memchr::memchr_iter(b'\n', source.as_bytes().get(counted..at).unwrap_or_default()).count();
            counted = at.max(counted);
            *known = line;
        }
    }
    Lines::new(starts.into_iter().zip(lines))
}

/// Where rows stand in the source.
fn places<'a>(rows: &mut Rows, pieces: impl Iterator<Item = (usize, &'a str)>) -> Vec<Place> {
    let mut places = Vec::new();
    let mut add = |row: &[u64], at: &dyn Fn(usize) -> usize| {
        for row in rows.get(together(row)) {
            if row.places < MOST_EQUAL {
                row.places += 1;
                places.push(Place { row: *row, at: at(row.skipped) });
            }
        }
    };
    // The last words, enough to count back to a paragraph's beginning.
    let mut hashes: Vec<u64> = Vec::new();
    let mut starts: Vec<usize> = Vec::new();
    for (start, piece) in pieces {
        let first = hashes.len();
        for (at, word) in words(piece) {
            hashes.push(hash(word));
            starts.push(start + at);
            if let Some(row) = hashes.len().checked_sub(ROW).and_then(|from| hashes.get(from..)) {
                let begin = |skipped: usize| {
                    let from = starts.len().saturating_sub(ROW + skipped);
                    starts.get(from).copied().unwrap_or_default()
                };
                add(row, &begin);
            }
        }
        // Fewer words are a place only where nothing else stands in the piece.
        let all = hashes.get(first..).unwrap_or_default();
        if (1..ROW).contains(&all.len()) {
            let begin = starts.get(first).copied().unwrap_or_default();
            add(all, &|_| begin);
        }
    }
    places
}

/// The longest run of places in which paragraphs, and rows within each, come in their order: what is repeated elsewhere on the page,
/// in a list of further articles, say, is not in it.
fn in_order(places: &[Place]) -> Vec<(usize, usize)> {
    let key = |at: usize| places.get(at).map(|place| (place.row.paragraph, place.row.skipped));
    // The last place of the best run of each length.
    let mut ends: Vec<usize> = Vec::new();
    let mut previous: Vec<Option<usize>> = Vec::with_capacity(places.len());
    for at in 0..places.len() {
        let length = ends.partition_point(|end| key(*end) < key(at));
        previous.push(length.checked_sub(1).and_then(|before| ends.get(before).copied()));
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut run = Vec::with_capacity(ends.len());
    let mut next = ends.last().copied();
    while let Some(at) = next {
        run.extend(places.get(at).map(|place| (place.row.paragraph, place.at)));
        next = previous.get(at).copied().flatten();
    }
    run.reverse();
    run
}

/// The words of a text with their places; entities are passed over.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            match bytes.get(at)? {
                b'&' => at = behind_entity(bytes, at),
                b if b.is_ascii_alphanumeric() => break,
                b if b.is_ascii() => at += 1,
                _ => {
                    let c = text.get(at..)?.chars().next()?;
                    if c.is_alphanumeric() {
                        break;
                    }
                    at += c.len_utf8();
                }
            }
        }
        let start = at;
        while let Some(b) = bytes.get(at) {
            if b.is_ascii_alphanumeric() {
                at += 1;
            } else if b.is_ascii() {
                break;
            } else {
                let c = text.get(at..)?.chars().next()?;
                if !c.is_alphanumeric() {
                    break;
                }
                at += c.len_utf8();
            }
        }
        text.get(start..at).map(|word| (start, word))
    })
}

/// Where an entity ends that may begin at an ampersand.
fn behind_entity(bytes: &[u8], at: usize) -> usize {
    let name = bytes.get(at + 1..).unwrap_or_default();
    let length = name.iter().take_while(|b| b.is_ascii_alphanumeric() || **b == b'#').count();
    if name.get(length) == Some(&b';') { at + length + 2 } else { at + 1 }
}

fn hash(word: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(word.as_bytes());
    hasher.finish()
}

/// The hash of words in a row; its first bits are as mixed as the others.
fn together(words: &[u64]) -> u64 {
    const FACTOR: u64 = 0xf135_7aea_2e62_a9c5;
    words.iter().fold(0_u64, |all, word| (all.rotate_left(23) ^ word).wrapping_mul(FACTOR))
}

#[cfg(test)]
mod tests {
    use super::{of_markdown, of_text};
    use crate::article::prune::{Wanted, pruned};
    use crate::span::Lines;

    fn of_page(text: &str, source: &str) -> Lines {
        super::of_page(text, source, &pruned(source, Wanted::Article, 512).expect("a page").texts)
    }

    #[test]
    fn lines_of_a_text_are_its_own() {
        let lines = of_text("one\ntwo\r\n\nfour");
        assert_eq!([0, 3, 4, 9, 10, 99].map(|at| lines.at(at)), [1, 1, 2, 3, 4, 4].map(Some));
        assert_eq!(of_text("").at(0), Some(1));
    }

    #[test]
    fn paragraphs_are_found_again() {
        let source = "{\"text\": \"The council met\"}\n<p>The council met on\nMonday.</p>\n\n<p>It <b>will</b> vote.\n<h2>Next week</h2>";
        let lines = of_page("The council met on Monday.\n\nIt will vote.\n\nNext week", source);
        assert_eq!([0, 10, 28, 43].map(|at| lines.at(at)), [Some(2), Some(2), Some(5), Some(6)]);
        let lines = of_markdown("Head\n\nBody text here", "# Head\n\n- Body text here\n");
        assert_eq!([0, 6].map(|at| lines.at(at)), [Some(1), Some(3)]);
        let source = "<meta content='it is over at last'>\n<script>{\"d\": \"it is over at last\"}</script>\n<p>&ldquo;Glad that it is over at last,&rdquo; she said.\n\
                      <p><b>Ann</b>, who is the mayor, left.";
        let lines =
            of_page("“Glad that it is over at last,” she said.\n\nAnn, who is the mayor, left.", source);
        assert_eq!([0, 48].map(|at| lines.at(at)), [Some(3), Some(4)]);
        let lines =
            of_markdown("Ann and Bo left.\n\nIt <is> over.", "*Ann*\nand [Bo](b) left.\n\nIt \\<is> over.");
        assert_eq!([0, 19].map(|at| lines.at(at)), [Some(1), Some(4)]);
        let lines = of_page(
            "One\n\nTwo\n\nTwo and one\n\n25th of May",
            "<b>One</b>\n<td>Two</td>\n<p>T<i>wo</i> and one\n<p>25<sup>th</sup> of May at last",
        );
        assert_eq!([0, 5, 10, 23].map(|at| lines.at(at)), [Some(1), Some(2), None, None]);
    }

    #[test]
    fn what_is_repeated_further_down_leads_nobody_astray() {
        let source = "<p><b>The</b> pier closed.</p>\n<p>It was old, they said.\n<p>It will open.\n<li>The pier closed";
        let lines = of_page("The pier closed.\n\nIt was old, they said.\n\nIt will open.", source);
        assert_eq!([0, 18, 42].map(|at| lines.at(at)), [Some(1), Some(2), Some(3)]);
    }

    #[test]
    fn paragraphs_that_are_not_there_cost_little() {
        let text = "none of these words\n\n".repeat(50_000);
        assert_eq!(of_page(&text, &"other words ".repeat(50_000)).at(0), None);
        assert_eq!(of_page(&text, &"none of these words ".repeat(50_000)).at(0), Some(1));
    }
}
