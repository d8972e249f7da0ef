//! The words of an event, each once, with all that it is to the event.

use crate::lang::Stem;
use smallvec::SmallVec;
use std::ops::BitOr;

/// What a word is to an event: one thing or several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Part(u16);

impl Part {
    /// It carries the clause's meaning: what two tellings of one event share.
    pub(crate) const KEY: Part = Part(1);
    /// It tells anything; by these, phrases find the event.
    pub(crate) const ROOT: Part = Part(1 << 1);
    /// It belongs to the subject.
    pub(crate) const SUBJECT: Part = Part(1 << 2);
    /// It is a name in what says who does it; none is where it is done to somebody.
    pub(crate) const WHO: Part = Part(1 << 3);
    /// It belongs to what says who does it; none does where it is done to somebody.
    pub(crate) const AGENT: Part = Part(1 << 4);
    /// It is a name, by its capital inside of a sentence.
    pub(crate) const NAMED: Part = Part(1 << 5);
    /// It is a whole number, which may be short for a name with one: "the 787".
    pub(crate) const NUMBER: Part = Part(1 << 6);
    /// An undated clause tells it that hangs on the event's.
    pub(crate) const HANGING: Part = Part(1 << 7);
    /// It is the verb or a noun that names what happens: by these, nouns point back at it.
    pub(crate) const NAME: Part = Part(1 << 8);

    /// It is a verb or the head of a noun phrase: "fire" of "the fire spread", not of "the fire chief".
    pub(crate) const TELLS: Part = Part(1 << 9);

    /// Nothing.
    pub(super) const NONE: Part = Part(0);

    /// Whether it is any of these.
    pub(crate) const fn any(self, of: Part) -> bool {
        self.0 & of.0 != 0
    }

    /// This, where it holds.
    pub(super) const fn given(self, holds: bool) -> Part {
        if holds { self } else { Part::NONE }
    }
}

impl BitOr for Part {
    type Output = Part;

    fn bitor(self, other: Part) -> Part {
        Part(self.0 | other.0)
    }
}

/// Stems of words, sorted, each once, with what they are.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Words {
    stems: Box<[Stem]>,
    /// What each of them is.
    parts: Box<[Part]>,
}

/// Words as they are found, in any order.
#[derive(Default)]
pub(super) struct Found(SmallVec<[(Stem, Part); 24]>);

impl Found {
    /// Takes in a word, and what it is.
    pub(super) fn note(&mut self, stem: Stem, part: Part) {
        match self.0.binary_search_by_key(&stem, |(stem, _)| *stem) {
            Ok(known) => self.0[known].1 = self.0[known].1 | part,
            Err(place) => self.0.insert(place, (stem, part)),
        }
    }
}

impl From<Found> for Words {
    fn from(Found(found): Found) -> Self {
        Words {
            stems: found.iter().map(|(stem, _)| *stem).collect(),
            parts: found.iter().map(|(_, part)| *part).collect(),
        }
    }
}

impl Words {
    /// All of them, in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (Stem, Part)> + Clone + '_ {
        self.stems.iter().copied().zip(self.parts.iter().copied())
    }

    /// How many they are.
    pub(crate) fn len(&self) -> usize {
        self.stems.len()
    }

    /// Those that are any of these things, in order.
    pub(crate) fn all(&self, of: Part) -> impl Iterator<Item = Stem> + Clone + '_ {
        self.iter().filter(move |(_, part)| part.any(of)).map(|(stem, _)| stem)
    }

    /// Whether a word is any of these things.
    pub(crate) fn has(&self, stem: Stem, of: Part) -> bool {
        self.stems.binary_search(&stem).is_ok_and(|n| self.parts[n].any(of))
    }

    /// Whether a word is anything to it.
    pub(crate) fn any_of(&self, stem: Stem) -> bool {
        self.stems.binary_search(&stem).is_ok()
    }

    /// Whether any word is any of these things.
    pub(crate) fn any(&self, of: Part) -> bool {
        self.parts.iter().any(|part| part.any(of))
    }
}
