//! Byte offsets as character offsets, for many spans of one text in any order.

use crate::span::{CharOffsets, Span};

/// The character offsets of the byte offsets that were asked for, found in one walk over the text.
#[derive(Debug)]
pub(super) struct Positions {
    /// Byte and character, by byte.
    known: Vec<(u32, usize)>,
}

impl Positions {
    /// Looks up all ends of the spans.
    pub(super) fn of(text: &str, spans: impl Iterator<Item = Span>) -> Self {
        let mut bytes: Vec<u32> = spans.flat_map(|s| [s.start, s.end]).collect();
        bytes.sort_unstable();
        bytes.dedup();
        let mut offsets = CharOffsets::new(text);
        Positions { known: bytes.into_iter().map(|byte| (byte, offsets.at(byte))).collect() }
    }

    /// A span in characters; zero for a span that was not asked for.
    pub(super) fn chars(&self, span: Span) -> (usize, usize) {
        (self.at(span.start), self.at(span.end))
    }

    fn at(&self, byte: u32) -> usize {
        let found = self.known.binary_search_by_key(&byte, |&(byte, _)| byte);
        found.ok().and_then(|n| self.known.get(n)).map_or(0, |&(_, chars)| chars)
    }
}

#[cfg(test)]
mod tests {
    use super::Positions;
    use crate::span::Span;

    #[test]
    fn spans_in_any_order() {
        let text = "“It met on Friday,” he said";
        let (late, early) = (Span::new(13, 19), Span::new(0, 3));
        let positions = Positions::of(text, [late, early].into_iter());
        assert_eq!(positions.chars(late), (11, 17));
        assert_eq!(positions.chars(early), (0, 1));
    }
}
