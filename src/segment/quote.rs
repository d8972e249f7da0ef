//! Quoted stretches: “…”, "…" and ``…''.
//!
//! A quote that is not closed ends with its paragraph: of a quote over several paragraphs only the last is closed, and
//! each of the others opens anew.

use super::token::{Token, TokenKind};
use crate::span::Span;

/// What a mark does to quotes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Quoting {
    Opens,
    Closes,
    /// The straight mark does either.
    Toggles,
}

/// The quoted stretches of a text with these landmarks, marks included, in order.
pub(super) fn quotes(text: &str, tokens: &[Token], landmarks: &[u32]) -> Vec<Span> {
    let mut quotes = Vec::new();
    let mut open: Option<u32> = None;
    let end_before = |i: usize| i.checked_sub(1).and_then(|i| tokens.get(i)).map_or(0, |t| t.end);
    for &i in landmarks {
        let (i, token) = (i as usize, &tokens[i as usize]);
        if token.breaks >= 2
            && let Some(start) = open.take()
        {
            quotes.push(Span::new(start, end_before(i)));
        }
        if token.kind != TokenKind::Mark {
            continue;
        }
        let Some((quoting, end)) = quoting(text, tokens, i) else { continue };
        match (open, quoting) {
            (None, Quoting::Opens | Quoting::Toggles) => open = Some(token.start),
            (Some(start), Quoting::Closes | Quoting::Toggles) => {
                quotes.push(Span::new(start, end));
                open = None;
            }
            // Nested or stray marks change nothing.
            (Some(_), Quoting::Opens) | (None, Quoting::Closes) => {}
        }
    }
    if let Some(start) = open {
        quotes.push(Span::new(start, end_before(tokens.len())));
    }
    quotes
}

/// What the mark at `i` does, and where it ends; the second half of a doubled mark does nothing.
#[inline]
fn quoting(text: &str, tokens: &[Token], i: usize) -> Option<(Quoting, u32)> {
    let token = tokens.get(i)?;
    let doubled = |mark: &str| tokens.get(i + 1).filter(|next| next.glued && next.span().of(text) == mark);
    match text.as_bytes().get(token.start as usize)? {
        b'"' => Some((Quoting::Toggles, token.end)),
        b'`' => doubled("`").map(|next| (Quoting::Opens, next.end)),
        b'\'' => doubled("'").map(|next| (Quoting::Closes, next.end)),
        0x80.. => match token.span().of(text) {
            "“" | "„" | "«" => Some((Quoting::Opens, token.end)),
            "”" | "»" => Some((Quoting::Closes, token.end)),
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::lang::Language;
    use crate::segment::segment;

    #[test]
    fn finds_quotes() {
        let cases: [(&str, &[&str]); 7] = [
            ("“It is over,” she said. “Go home.”", &["“It is over,”", "“Go home.”"]),
            ("He called it \"a farce\" and left.", &["\"a farce\""]),
            ("``We won't pay,'' the union's chief said.", &["``We won't pay,''"]),
            ("`` No deal , '' said Boone .", &["`` No deal , ''"]),
            ("“One thing.\n\n“And another,” he said.", &["“One thing.", "“And another,”"]),
            ("A stray ” mark, and “one never closed.\n\nNext.", &["“one never closed."]),
            ("“She said ‘never’ to me,” he said.", &["“She said ‘never’ to me,”"]),
        ];
        for (text, want) in cases {
            let document = segment(text, Language::english());
            let found: Vec<_> = document.quotes.iter().map(|q| q.of(text)).collect();
            assert_eq!(found, want, "{text}");
        }
    }
}
