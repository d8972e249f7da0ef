//! Stems and roots of words as numbers, so that keeping and comparing them takes no text.

use super::WordKey;
use crate::pack::packed;

/// What the forms of a word share, whatever its case; [`Morphology`](super::Morphology) finds it.
///
/// The letters themselves are the number; those of what is longer than [`Stem::LONGEST`] are hashed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(into = "[u64; 2]", from = "[u64; 2]"))]
pub(crate) struct Stem(u128);

packed!(struct Stem { 0 });

impl Stem {
    /// That of no word.
    pub(crate) const NONE: Stem = Stem(0);

    /// So many bytes leave the highest one free, which marks what is hashed.
    pub(super) const LONGEST: usize = 15;

    /// The stem that is written so.
    pub(super) fn of(text: &str) -> Stem {
        if text.is_ascii() {
            Stem::of_bytes(text.len(), text.bytes().map(|byte| byte.to_ascii_lowercase()))
        } else {
            let lower = text.to_lowercase();
            Stem::of_bytes(lower.len(), lower.bytes())
        }
    }

    /// Whether two stems start with the same letters, as names and what is made of them do: "Israel", "Israeli".
    pub(crate) fn opens_like(self, other: Stem) -> bool {
        const LETTERS: u32 = 4;
        let opening = |stem: Stem| {
            let letters = (u128::BITS - stem.0.leading_zeros()).div_ceil(u8::BITS);
            letters.checked_sub(LETTERS).map(|rest| stem.0 >> (rest * u8::BITS))
        };
        opening(self).is_some_and(|letters| opening(other) == Some(letters))
    }

    /// Whether a longer stem ends with another, as compounds do: "footbridge", "bridge".
    pub(crate) fn ends_with(self, other: Stem) -> bool {
        const LETTERS: u32 = 4;
        let bits = (u128::BITS - other.0.leading_zeros()).next_multiple_of(u8::BITS);
        let hashed = |stem: Stem| stem.0 >> (u128::BITS - 1) == 1;
        let fits = (LETTERS * u8::BITS..u128::BITS).contains(&bits) && !hashed(self);
        fits && self.0 > other.0 && (self.0 ^ other.0) << (u128::BITS - bits) == 0
    }

    fn of_bytes(len: usize, bytes: impl Iterator<Item = u8>) -> Stem {
        if len <= Self::LONGEST {
            return Stem(bytes.fold(0, |letters, byte| letters << 8 | u128::from(byte)));
        }
        /// Of FNV-1a with 128 bits.
        const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
        let hash = bytes.fold(0, |hash: u128, byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME));
        Stem(hash | 1 << 127)
    }
}

impl From<WordKey> for Stem {
    /// Of a word of at most [`Stem::LONGEST`] bytes.
    fn from(key: WordKey) -> Self {
        Stem(key.letters())
    }
}

impl From<[u64; 2]> for Stem {
    fn from([high, low]: [u64; 2]) -> Self {
        Stem(u128::from(high) << 64 | u128::from(low))
    }
}

impl From<Stem> for [u64; 2] {
    fn from(stem: Stem) -> Self {
        [(stem.0 >> 64) as u64, stem.0 as u64]
    }
}

#[cfg(test)]
mod tests {
    use super::Stem;

    #[test]
    fn case_aside_each_has_a_number_of_its_own() {
        assert_eq!(Stem::of("Vot"), Stem::of("vot"));
        assert_eq!(Stem::of("ÉTÉ"), Stem::of("été"));
        assert_eq!(Stem::of("Donaudampfschifffahrt"), Stem::of("donaudampfschifffahrt"));
        let words = ["vot", "vo", "otv", "été", "fifteen letters", "sixteen letters!", "sixteen letters?"];
        let mut stems: Vec<Stem> = words.into_iter().map(Stem::of).collect();
        stems.sort_unstable();
        stems.dedup();
        assert_eq!(stems.len(), words.len());
        assert_eq!(Stem::of(""), Stem::NONE);
    }

    #[test]
    fn stems_open_alike() {
        assert!(Stem::of("Israel").opens_like(Stem::of("israeli")));
        assert!(!Stem::of("Iran").opens_like(Stem::of("Iraq")) && !Stem::of("us").opens_like(Stem::of("us")));
    }

    #[test]
    fn compounds_end_with_their_noun() {
        let ends = |a: &str, b: &str| Stem::of(a).ends_with(Stem::of(b));
        assert!(ends("footbridg", "bridg") && ends("car-maker", "maker"));
        assert!(!ends("bridg", "footbridg") && !ends("bridg", "bridg") && !ends("scar", "car"));
        assert!(!ends("teapot", "") && !ends("sixteen letters!", "letters!"));
    }

    #[test]
    fn stems_come_back_from_their_halves() {
        for stem in ["", "vot", "sixteen letters!"].map(Stem::of) {
            assert_eq!(Stem::from(<[u64; 2]>::from(stem)), stem);
        }
    }
}
