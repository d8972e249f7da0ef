//! Whether a sentence compares amounts: "up from $2 million a year ago".

use super::{Document, TokenKind};
use crate::lang::Role;

/// Which sentences of a document compare amounts, asked for in the order of the text: each is looked at once.
#[derive(Debug)]
pub(crate) struct Comparisons<'a> {
    document: &'a Document<'a>,
    found: Option<(usize, bool)>,
}

impl<'a> Comparisons<'a> {
    /// Nothing is looked at yet.
    pub(crate) const fn new(document: &'a Document<'a>) -> Self {
        Comparisons { document, found: None }
    }

    /// Whether a sentence, by its number, names a sum of money or a percentage, or has a word that compares.
    pub(crate) fn at(&mut self, sentence: usize) -> bool {
        match self.found {
            Some((of, compares)) if of == sentence => compares,
            _ => {
                let compares = self.compares(sentence);
                self.found = Some((sentence, compares));
                compares
            }
        }
    }

    fn compares(&self, sentence: usize) -> bool {
        let Some(sentence) = self.document.sentences.get(sentence) else { return false };
        (sentence.first as usize..sentence.last as usize).any(|i| match self.document.tokens[i].kind {
            TokenKind::Mark => matches!(self.document.word(i), "$" | "%" | "£" | "€" | "¥" | "#"),
            TokenKind::Word => self.document.has(i, Role::Comparison),
            TokenKind::Number => false,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Comparisons;
    use crate::lang::Language;
    use crate::segment::segment;

    #[test]
    fn amounts_and_words_compare() {
        let text = "Net rose to $4 million. Prices were higher than before. The mayor resigned.";
        let document = segment(text, Language::english());
        let mut comparisons = Comparisons::new(&document);
        assert_eq!([0, 1, 2, 0].map(|n| comparisons.at(n)), [true, true, false, true]);
    }
}
