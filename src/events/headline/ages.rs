//! What a headline does without: how old somebody is.

use super::super::pieces::{Pieces, replace};
use super::super::site::Site;
use crate::segment::{Form, TokenKind};
use std::ops::Range;

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
            // "The driver, Lars Meinke, 44, called", "Lopez, 34, of Leeds, was charged": the comma closes or opens something else, too.
            let odd = |tokens: Range<usize>| tokens.filter(|&i| reader.document.is_comma(i)).count() % 2 == 1;
            let verbs = site.clauses.iter().flat_map(|c| &c.verbs).filter(|v| v.form == Form::Finite);
            let verb = verbs.map(|v| v.first as usize).filter(|v| (comma + 3..piece.end).contains(v)).min();
            let needed = odd(piece.start..comma) || verb.is_some_and(|verb| odd(comma + 3..verb));
            replace(pieces, n..n + 1, [piece.start..comma, comma + 3 - usize::from(needed)..piece.end]);
        }
        // "Fiona Keane, 29" of "Fiona Keane, 29, a teacher who", whose work was left out.
        let end = piece.end;
        let ends = end >= piece.start + 3 && number(end - 1) && reader.document.is_comma(end - 2);
        if ends
            && n + 1 < pieces.len()
            && reader.is_capital(end - 3)
            && reader.document.is_comma(end)
            && !reader.is_timed(end - 3)
        {
            pieces[n].end = end - 2;
        }
        n += 1;
    }
}
