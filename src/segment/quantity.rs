//! Numbers that count or measure something: "two", "$40,000", "6%".

use super::TokenKind;
use super::parting::Walk;

impl Walk<'_> {
    /// Whether a word is a number that is no date: "two", "12", but not "2019" or "May".
    pub(super) fn is_quantity(&self, i: usize) -> bool {
        let Some(token) = self.document.tokens.get(i) else { return false };
        match token.kind {
            TokenKind::Number => token.end - token.start < 4,
            TokenKind::Word => !token.capital && self.language.lexicon.is_number(token.word),
            TokenKind::Mark => false,
        }
    }

    /// The sign of the sum of money that ends before a token: "$40,000", "£2 million", "£2m"; of a percentage its number.
    pub(super) fn amount_before(&self, token: usize) -> Option<usize> {
        let number = |i: usize| {
            self.document.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Number)
                || self.is_quantity(i)
                || self.document.parts_number(i)
        };
        let unit = token.checked_sub(1).and_then(|i| self.document.tokens.get(i));
        let unit = unit.is_some_and(|t| t.glued && t.kind == TokenKind::Word && t.end - t.start <= 2);
        let token = token - usize::from(unit);
        // "a 6% raise"
        if token > 1 && self.document.is(token - 1, "%") && number(token - 2) {
            return (self.first..token - 1).rev().take_while(|&i| number(i)).last();
        }
        let first = (self.first..token).rev().take_while(|&i| number(i)).last()?;
        let sign = first.checked_sub(1)?;
        matches!(self.document.word(sign), "$" | "€" | "£" | "¥").then_some(sign)
    }
}
