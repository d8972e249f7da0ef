//! What a word is looked up by, and the number that it is known by afterwards.
//!
//! Input: a word's bytes. Output: a key that compares as a number.
//! Knows nothing of what words mean.

use crate::pack::packed;

/// The lexicon's number for a word or mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct WordId(pub(crate) u16);

impl WordId {
    /// A word that the lexicon does not list.
    pub(crate) const UNKNOWN: WordId = WordId(0);
}

/// A word's lower-cased bytes, packed; words longer than 16 bytes are in no lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct WordKey(u128);

/// So many letters are read in one step.
const LETTERS: usize = size_of::<u64>();

/// The ASCII letters that eight bytes start with, one at least, in lower case and packed as in a [`WordKey`], and how many they are.
#[inline]
const fn letters(bytes: [u8; LETTERS]) -> (u64, usize) {
    /// One in every byte.
    const ONES: u64 = u64::MAX / 0xFF;
    /// The highest bit of every byte, which no ASCII character has.
    const HIGH: u64 = ONES * 0x80;
    const SMALL: u64 = ONES * b' ' as u64;
    let word = u64::from_le_bytes(bytes);
    let small = word | SMALL;
    // Sums that reach into the highest bit of their byte, and no further: from "a" on, and behind "z".
    let low = small & !HIGH;
    let from_a = low + ONES * (0x80 - b'a' as u64);
    let behind_z = low + ONES * (0x7F - b'z' as u64);
    let others = !(from_a & !behind_z & !word) & HIGH;
    let bits = others.trailing_zeros() & !7;
    (small.swap_bytes().wrapping_shr(u64::BITS - bits), bits as usize / 8)
}

impl WordKey {
    /// The longest word that has a key, in bytes.
    pub(crate) const MAX: usize = 16;

    /// The bit that makes a letter small, in every byte.
    const SMALL: u128 = u128::from_be_bytes([b' '; Self::MAX]);

    /// The key with one more byte; upper-case ASCII letters are lowered.
    #[inline]
    #[must_use]
    pub(crate) const fn push(self, byte: u8) -> Self {
        WordKey((self.0 << 8) | byte.to_ascii_lowercase() as u128)
    }

    /// The key of a whole word; typographic apostrophes count as plain ones.
    pub(crate) fn of(word: &str) -> Option<Self> {
        if word.is_ascii() {
            let fits = (1..=Self::MAX).contains(&word.len());
            return fits.then(|| word.bytes().fold(WordKey::default(), WordKey::push));
        }
        let mut key = WordKey::default();
        let mut len = 0;
        for c in word.chars() {
            let mut utf8 = [0; 4];
            let plain = if c == '’' { '\'' } else { c };
            for &byte in plain.encode_utf8(&mut utf8).as_bytes() {
                key = key.push(byte);
                len += 1;
            }
        }
        (len <= Self::MAX && len > 0).then_some(key)
    }

    /// The key of the ASCII letters that `text` starts with, and how many they are; of more than [`WordKey::MAX`] the key is none of
    /// any word.
    #[inline]
    pub(crate) fn of_first_letters(text: &[u8]) -> (Self, usize) {
        let Some((first, rest)) = text.split_first_chunk() else { return Self::of_letters_one_by_one(text) };
        let (high, len) = letters(*first);
        match len {
            0 => (WordKey::default(), 0),
            1..LETTERS => (WordKey(u128::from(high)), len),
            _ => match rest.first_chunk().map(|second| letters(*second)) {
                Some((_, 0)) => (WordKey(u128::from(high)), len),
                Some((low, more @ 1..LETTERS)) => {
                    (WordKey((u128::from(high) << (8 * more)) | u128::from(low)), len + more)
                }
                _ => Self::of_letters_one_by_one(text),
            },
        }
    }

    /// As [`WordKey::of_first_letters`], at the end of a text and of words that have no key.
    #[inline(never)]
    fn of_letters_one_by_one(text: &[u8]) -> (Self, usize) {
        let len = text.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        (text.iter().take(len).fold(WordKey::default(), |key, &byte| key.push(byte)), len)
    }

    /// The key of an ASCII word of at most `most` bytes, fewer than [`WordKey::MAX`]; of any other `None`.
    #[inline]
    pub(super) fn of_short(word: &str, most: usize) -> Option<Self> {
        let word = Some(word.as_bytes()).filter(|word| word.len() <= most)?;
        let mut bytes = [0; Self::MAX];
        bytes.get_mut(Self::MAX - word.len()..)?.copy_from_slice(word);
        let letters = u128::from_be_bytes(bytes);
        const HIGH: u128 = u128::from_be_bytes([0x80; WordKey::MAX]);
        let own = (1 << (8 * word.len())) - 1;
        (letters & HIGH == 0).then_some(WordKey(letters | Self::SMALL & own))
    }

    /// The word without an ending of `len` bytes, fewer than [`WordKey::MAX`]; `None` where it does not end so.
    #[inline]
    pub(super) const fn strip(self, ending: WordKey, len: usize) -> Option<WordKey> {
        let bits = 8 * len as u32;
        let other = self.0 ^ ending.0;
        // Most endings are so short that half of the key tells.
        let ends = match len {
            0 => true,
            1..=LETTERS => (other as u64) << (u64::BITS - bits) == 0,
            _ => other << (u128::BITS - bits) == 0,
        };
        if ends { Some(WordKey(self.0 >> bits)) } else { None }
    }

    /// The word with an ending of `len` bytes; `None` where it would be too long.
    #[inline]
    pub(super) const fn with(self, ending: WordKey, len: usize) -> Option<WordKey> {
        let bits = 8 * len as u32;
        if self.0.leading_zeros() >= bits { Some(WordKey(self.0 << bits | ending.0)) } else { None }
    }

    /// How many bytes it has.
    #[inline]
    pub(super) const fn len(self) -> usize {
        (u128::BITS - self.0.leading_zeros()).div_ceil(8) as usize
    }

    /// Its letters as a number.
    #[inline]
    pub(super) const fn letters(self) -> u128 {
        self.0
    }

    /// Its last byte.
    #[inline]
    pub(super) const fn last(self) -> u8 {
        self.0 as u8
    }

    /// Spreads keys over a table.
    #[inline]
    pub(super) const fn hash(self) -> usize {
        let folded = (self.0 as u64) ^ ((self.0 >> 64) as u64).rotate_left(29);
        (folded.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) as usize
    }
}

packed!(struct WordId { 0 });
packed!(struct WordKey { 0 });

#[cfg(test)]
mod tests {
    use super::WordKey;

    #[test]
    fn letters_are_read_up_to_what_is_none() {
        let texts = [
            "",
            "a",
            "Zebra",
            "seven-up",
            "eightful",
            "eightful ",
            "seventeen",
            "@x",
            "a[b",
            "z{",
            "été",
            "aé",
        ];
        let long = ["a".repeat(15), "b".repeat(16), "c".repeat(17), "d".repeat(40)];
        for text in texts.iter().copied().chain(long.iter().map(String::as_str)) {
            for behind in ["", " ", "                 ", "'s", ".", "é and more of it", "9"] {
                let text = format!("{text}{behind}");
                let (key, len) = WordKey::of_first_letters(text.as_bytes());
                let letters: String = text.chars().take_while(char::is_ascii_alphabetic).collect();
                assert_eq!(len, letters.len(), "{text}");
                let fits = len <= WordKey::MAX;
                assert!(!fits || key == WordKey::of(&letters).unwrap_or_default(), "{text}");
            }
        }
    }
}
