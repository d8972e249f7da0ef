//! Byte offsets as character offsets, for many spans of one text in any order.

use crate::span::Span;

/// So many bytes are passed over in one step where all are ASCII.
const STEP: usize = 64;

/// Where a text's characters stand, known by the bytes that begin none: most texts have few of these, and many have none.
#[derive(Debug)]
pub(super) struct Positions {
    /// Every byte that goes on with a character, in order.
    continuations: Vec<u32>,
}

impl Positions {
    /// Looks through the text once.
    pub(super) fn of(text: &str) -> Self {
        let mut continuations = Vec::new();
        for (start, stretch) in (0..).step_by(STEP).zip(text.as_bytes().chunks(STEP)) {
            if !stretch.is_ascii() {
                let goes_on = (start..).zip(stretch).filter(|(_, byte)| **byte & 0xC0 == 0x80);
                continuations.extend(goes_on.map(|(at, _): (u32, _)| at));
            }
        }
        Positions { continuations }
    }

    /// A span in characters.
    pub(super) fn chars(&self, span: Span) -> (usize, usize) {
        (self.at(span.start), self.at(span.end))
    }

    fn at(&self, byte: u32) -> usize {
        byte as usize - self.continuations.partition_point(|goes_on| *goes_on < byte)
    }
}

#[cfg(test)]
mod tests {
    use super::{Positions, STEP};
    use crate::span::Span;

    #[test]
    fn spans_in_any_order() {
        let text = "“It met on Friday,” he said";
        let positions = Positions::of(text);
        assert_eq!(positions.chars(Span::new(13, 19)), (11, 17));
        assert_eq!(positions.chars(Span::new(0, 3)), (0, 1));
    }

    #[test]
    fn every_boundary_of_a_long_text() {
        let text = format!("{}é{}“{}🎉", "a".repeat(STEP - 1), "b".repeat(2 * STEP), "c".repeat(7));
        let positions = Positions::of(&text);
        for (chars, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(positions.at(byte as u32), chars, "byte {byte}");
        }
        assert_eq!(positions.at(text.len() as u32), text.chars().count());
    }
}
