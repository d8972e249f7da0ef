//! What a headline does without: how old somebody is.

use super::super::pieces::{Pieces, replace};
use super::super::site::Site;
use crate::segment::TokenKind;

/// Drops an age that stands as an aside: "Ames, 47, founded", "a farmer, 71, had".
pub(super) fn drop(site: &Site<'_>, pieces: &mut Pieces) {
    let reader = site.reader;
    let number = |i: usize| {
        reader.document.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Number && t.end - t.start <= 3)
    };
    let mut n = 0;
    while let Some(piece) = pieces.get(n).cloned() {
        let age = (piece.start + 1..piece.end).find(|&i| {
            let aside = || reader.document.is_comma(i) && reader.document.is_comma(i + 2);
            number(i + 1)
                && reader.is_word(i - 1)
                && !reader.is_length(i - 1)
                && aside()
                && i + 2 < piece.end
                && !reader.is_timed(i + 1)
        });
        if let Some(comma) = age {
            // "The driver, Lars Meinke, 44, called": the comma closes what another opened.
            let opened = (piece.start..comma).filter(|&i| reader.document.is_comma(i)).count() % 2 == 1;
            replace(pieces, n..n + 1, [piece.start..comma, comma + 3 - usize::from(opened)..piece.end]);
        }
        n += 1;
    }
}
