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

    /// The key of a word of ASCII letters that `text` starts with, of at most [`WordKey::MAX`] bytes.
    #[inline]
    #[must_use]
    pub(crate) fn of_letters(text: &[u8], len: usize) -> Self {
        match text.first_chunk::<{ WordKey::MAX }>() {
            Some(bytes) if (1..=Self::MAX).contains(&len) => {
                WordKey((u128::from_be_bytes(*bytes) | Self::SMALL) >> (8 * (Self::MAX - len)))
            }
            _ => text.iter().take(len).fold(WordKey::default(), |key, &byte| key.push(byte)),
        }
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
        if self.0 & ((1 << bits) - 1) == ending.0 { Some(WordKey(self.0 >> bits)) } else { None }
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
