//! Which line breaks end a paragraph.
//!
//! A blank line always does. A single line break is a *wrap*, and means no more than a space, where the next line's first
//! word would not have fitted into the width of its block (the lines between two blank lines); otherwise somebody broke the
//! line on purpose, and it ends a paragraph. A block narrower than [`NARROWEST`] or wider than [`WIDEST`] columns is not
//! wrapped at all, nor is one in which most breaks are no wraps: each of their lines is a paragraph.

use super::token::Token;

/// Text wrapped to fewer columns than this is rare; headings, captions and lists with short lines are not.
const NARROWEST: usize = 45;
/// Text wrapped to more columns than this is rare; one paragraph a line is not.
const WIDEST: usize = 110;
/// How much shorter than the widest line a wrapped line may be beyond what its next word explains: wrapping by eye.
const RAGGED: usize = 8;

/// Sets [`Token::breaks`] to 2 where a paragraph ends, to 1 where a line is only wrapped; lines start at landmarks.
pub(super) fn mark(text: &str, tokens: &mut [Token], landmarks: &[u32]) {
    let mut block = 0;
    // Where the lines of the block start, but for its first.
    let mut lines = Vec::new();
    for i in landmarks.iter().map(|&i| i as usize).filter(|i| *i > 0) {
        match tokens[i].breaks {
            0 => {}
            1 => lines.push(i),
            _ => {
                mark_block(text, &mut tokens[..i], block, &mut lines);
                block = i;
            }
        }
    }
    mark_block(text, tokens, block, &mut lines);
}

/// The same in the block from `first` on, of the lines that start there; takes these.
fn mark_block(text: &str, tokens: &mut [Token], first: usize, lines: &mut Vec<usize>) {
    if lines.is_empty() {
        return;
    }
    let starts = || std::iter::once(first).chain(lines.iter().copied());
    let ends = lines.iter().copied().chain([tokens.len()]);
    let widths: Vec<usize> =
        starts().zip(ends).map(|(from, to)| columns(text, tokens[from].start, tokens[to - 1].end)).collect();
    let widest = widths.iter().copied().max().unwrap_or(0);
    let wraps = |(&line, width): (&usize, &usize)| {
        let is_wrap = width + 1 + first_word(text, tokens[line].start) + RAGGED > widest;
        (line, is_wrap)
    };
    let wraps: Vec<(usize, bool)> = lines.iter().zip(&widths).map(wraps).collect();
    let full = wraps.iter().filter(|(_, wrap)| *wrap).count();
    let wrapped = (NARROWEST..=WIDEST).contains(&widest) && full * 2 >= wraps.len();
    for (line, wrap) in wraps {
        if !(wrapped && wrap) {
            tokens[line].breaks = 2;
        }
    }
    lines.clear();
}

/// Columns of a line; bytes serve where that is longer than any wrapped line anyway.
fn columns(text: &str, start: u32, end: u32) -> usize {
    let bytes = end.saturating_sub(start) as usize;
    if bytes > 4 * WIDEST {
        bytes
    } else {
        text.get(start as usize..end as usize).map_or(bytes, |l| l.chars().count())
    }
}

fn first_word(text: &str, start: u32) -> usize {
    let line = text.get(start as usize..).unwrap_or_default();
    line.chars().take(WIDEST).take_while(|c| !c.is_whitespace()).count()
}

#[cfg(test)]
mod tests {
    use crate::lang::Language;
    use crate::segment::segment;

    fn paragraphs(text: &str) -> Vec<String> {
        let document = segment(text, Language::english());
        let mut found: Vec<String> = Vec::new();
        for sentence in &document.sentences {
            let words = sentence.span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
            match found.get_mut(sentence.paragraph as usize) {
                Some(paragraph) => *paragraph += &format!("|{words}"),
                None => found.push(words),
            }
        }
        found
    }

    #[test]
    fn wrapped_lines_are_one_paragraph() {
        let text = "The harbour board voted on Tuesday night to close the old fish market\n\
                    for good, ending a quarrel that had gone on for the better part of\n\
                    a decade. Traders said they would appeal.\n\n\
                    A hearing is set for Friday.";
        let want = [
            "The harbour board voted on Tuesday night to close the old fish market for good, ending a quarrel that \
             had gone on for the better part of a decade.|Traders said they would appeal.",
            "A hearing is set for Friday.",
        ];
        assert_eq!(paragraphs(text), want);
    }

    #[test]
    fn short_lines_stand_alone() {
        let text = "Fish market to close\nBy Ana Reyes\n\
                    The harbour board voted on Tuesday night to close the old fish market for good.\n\
                    Traders said they would appeal.";
        assert_eq!(paragraphs(text).len(), 4);
    }

    #[test]
    fn one_long_line_is_one_paragraph() {
        let long = "The board met. ".repeat(20);
        let text = format!("{long}\n{long}\nEnd of the meeting");
        assert_eq!(paragraphs(&text).len(), 3);
    }
}
