//! Where something stands in the text.

use std::ops::Range;

/// A half-open range of **bytes** of an article's plain text.
///
/// Both ends lie on character boundaries. The JSON outputs count characters instead; [`CharOffsets`] converts.
///
/// ```
/// use dateline::Span;
///
/// let (friday, meeting) = (Span::new(4, 10), Span::new(11, 18));
/// let text = "the Friday meeting";
/// assert_eq!((friday.of(text), &text[friday.range()], friday.len()), ("Friday", "Friday", 6));
/// let both = friday.join(meeting);
/// assert_eq!(both.of(text), "Friday meeting");
/// assert!(both.contains(friday) && both.overlaps(meeting) && !friday.overlaps(meeting));
/// assert!(Span::default().is_empty());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// First byte after.
    pub end: u32,
}

impl Span {
    /// The span from `start` up to, and without, `end`.
    #[inline]
    pub const fn new(start: u32, end: u32) -> Self {
        Span { start, end }
    }

    /// The text under the span; empty where the span does not fit `text`.
    #[inline]
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }

    /// As a range of indices.
    #[inline]
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Length in bytes.
    #[inline]
    pub const fn len(self) -> u32 {
        self.end.saturating_sub(self.start)
    }

    /// Whether the span covers nothing.
    #[inline]
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether `other` lies wholly inside.
    #[inline]
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    #[inline]
    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that covers both.
    #[inline]
    pub fn join(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// Whether a text has any byte of some kind. All are looked at, many in one step, where stopping at the first takes a step for each.
pub(crate) fn has_byte(text: &str, of_kind: impl Fn(u8) -> bool) -> bool {
    text.bytes().fold(false, |found, byte| found | of_kind(byte))
}

/// Whether a byte stands twice in a row in a text, looked for as in [`has_byte`].
pub(crate) fn has_pair(text: &str, of: u8) -> bool {
    let bytes = text.as_bytes();
    let pairs = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    pairs.fold(false, |found, (first, second)| found | ((*first == of) & (*second == of)))
}

/// Where the last character starts that starts no farther in a text than at `most`; of an empty text nowhere.
pub(crate) fn last_char(text: &str, most: usize) -> Option<usize> {
    (0..text.len().min(most + 1)).rev().find(|&at| text.is_char_boundary(at))
}

/// A text in one line, with a single space wherever it has white space.
pub(crate) fn one_line(text: &str) -> String {
    if is_one_line(text) {
        return text.to_owned();
    }
    let mut line = String::with_capacity(text.len());
    // What stands as it should is copied in one piece, from `start` on.
    let (mut start, mut at, mut behind_space) = (0, 0, true);
    let bytes = text.as_bytes();
    while let Some(&byte) = bytes.get(at) {
        if byte.is_ascii_graphic() {
            behind_space = false;
            at += 1;
            continue;
        }
        let c = text.get(at..).and_then(|rest| rest.chars().next()).unwrap_or(' ');
        let is_space = c.is_whitespace();
        if is_space && (behind_space || c != ' ') {
            line.push_str(text.get(start..at).unwrap_or_default());
            start = at + c.len_utf8();
            if !behind_space {
                line.push(' ');
            }
        }
        behind_space = is_space;
        at += c.len_utf8();
    }
    line.push_str(text.get(start..).unwrap_or_default());
    line.truncate(line.trim_end_matches(' ').len());
    line
}

/// Whether a text is ASCII, in one line, with single spaces between its words: most are.
pub(crate) fn is_one_line(text: &str) -> bool {
    let bytes = text.as_bytes();
    !bytes.starts_with(b" ")
        && !bytes.ends_with(b" ")
        && !has_byte(text, |byte| !matches!(byte, b' '..=b'~'))
        && !has_pair(text, b' ')
}

/// Converts byte offsets into character offsets, walking the text once when asked in ascending order.
///
/// ```
/// let mut chars = dateline::CharOffsets::new("“Friday”");
/// assert_eq!((chars.at(3), chars.at(9)), (1, 7));
/// ```
#[derive(Clone, Debug)]
pub struct CharOffsets<'a> {
    text: &'a str,
    byte: usize,
    chars: usize,
}

impl<'a> CharOffsets<'a> {
    /// Starts at the beginning of `text`.
    pub const fn new(text: &'a str) -> Self {
        CharOffsets { text, byte: 0, chars: 0 }
    }

    /// How many characters stand before `byte`; going backwards starts over.
    pub fn at(&mut self, byte: u32) -> usize {
        let byte = (byte as usize).min(self.text.len());
        if byte < self.byte {
            (self.byte, self.chars) = (0, 0);
        }
        let between = &self.text.as_bytes()[self.byte..byte];
        // A character starts at every byte that is no UTF-8 continuation; most stretches have none, which is seen at a glance.
        self.chars += match between.is_ascii() {
            true => between.len(),
            false => between.iter().filter(|&&b| b & 0xC0 != 0x80).count(),
        };
        self.byte = byte;
        self.chars
    }
}

/// Which lines of its file the parts of a text stand on.
///
/// ```
/// let lines = dateline::Lines::new([(0, 1), (20, 7)].into_iter());
/// assert_eq!((lines.at(5), lines.at(20)), (Some(1), Some(7)));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Lines {
    /// First byte of a part, and its line; 0 where that is not known.
    starts: Vec<(u32, u32)>,
}

impl Lines {
    /// Takes the first byte of each part, in order, with the line that it begins on: from 1, 0 where it is not known.
    pub fn new(starts: impl Iterator<Item = (usize, usize)>) -> Self {
        let both = |(start, line)| Some((u32::try_from(start).ok()?, u32::try_from(line).ok()?));
        Lines { starts: starts.filter_map(both).collect() }
    }

    /// The line on which the part begins that holds a byte of the text.
    pub fn at(&self, byte: u32) -> Option<usize> {
        let after = self.starts.partition_point(|(start, _)| *start <= byte);
        let (_, line) = self.starts.get(after.checked_sub(1)?)?;
        (*line > 0).then_some(*line as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::one_line;

    #[test]
    fn white_space_is_one_space() {
        let cases = [
            ("", ""),
            ("It met.", "It met."),
            (" \n It  met\n\non\u{a0}Friday,\t “late” \r\n", "It met on Friday, “late”"),
            ("a\n b", "a b"),
            ("a \nb ", "a b"),
            ("\n", ""),
        ];
        for (text, want) in cases {
            assert_eq!(one_line(text), want, "{text:?}");
            assert_eq!(one_line(text), text.split_whitespace().collect::<Vec<_>>().join(" "));
        }
    }
}
