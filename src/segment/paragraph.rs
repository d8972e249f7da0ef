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

/// Sets [`Token::breaks`] to 2 where a paragraph ends, to 1 where a line is only wrapped.
pub(super) fn mark(text: &str, tokens: &mut [Token]) {
    let mut block = 0;
    while block < tokens.len() {
        let end = (block + 1..tokens.len()).find(|&i| tokens[i].breaks >= 2).unwrap_or(tokens.len());
        mark_block(text, &mut tokens[block..end]);
        block = end;
    }
}

fn mark_block(text: &str, block: &mut [Token]) {
    let Some(first) = block.first() else { return };
    let (mut line, mut widest) = (first.start, 0);
    for i in 1..=block.len() {
        if i == block.len() || block[i].breaks == 1 {
            widest = widest.max(columns(text, line, block[i - 1].end));
            line = block.get(i).map_or(line, |t| t.start);
        }
    }
    let mut wraps: Vec<(usize, bool)> = Vec::new();
    line = block[0].start;
    for i in 1..block.len() {
        if block[i].breaks == 1 {
            let width = columns(text, line, block[i - 1].end);
            line = block[i].start;
            wraps.push((i, width + 1 + first_word(text, line) + RAGGED > widest));
        }
    }
    let full = wraps.iter().filter(|(_, wrap)| *wrap).count();
    let wrapped = (NARROWEST..=WIDEST).contains(&widest) && full * 2 >= wraps.len();
    for (i, wrap) in wraps {
        if !(wrapped && wrap) {
            block[i].breaks = 2;
        }
    }
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
