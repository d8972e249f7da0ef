//! What later steps look for at a token, so that they pass over all others at a glance.
//!
//! Input: what a word is to the grammar, and to sentences. Output: a few bits that are kept with each token. Knows nothing of texts.

use crate::pack::packed;

/// What may happen at a token, as far as its own word tells. There may be more bits than things that happen, never fewer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Hints(u8);

packed!(struct Hints { 0 });

impl Hints {
    /// Nothing.
    pub(crate) const NONE: Hints = Hints(0);
    /// An expression of time may start with it, where a pattern goes on with what follows.
    pub(crate) const OPENS: Hints = Hints(1);
    /// An expression of time may start with it, whatever follows.
    pub(crate) const SUFFICES: Hints = Hints(2);
    /// A pattern may go on with it.
    pub(crate) const GOES_ON: Hints = Hints(4);
    /// A sentence or quote may end with it.
    pub(crate) const ENDS: Hints = Hints(8);
    /// A phrase that places a time by an event may start with it.
    pub(crate) const CONNECTS: Hints = Hints(16);

    /// What a number in digits is.
    pub(crate) const NUMBER: Hints = Hints::SUFFICES.union(Hints::GOES_ON);

    /// These, where they hold.
    #[must_use]
    pub(crate) const fn given(self, holds: bool) -> Hints {
        if holds { self } else { Hints::NONE }
    }

    /// What either holds.
    #[must_use]
    pub(crate) const fn union(self, other: Hints) -> Hints {
        Hints(self.0 | other.0)
    }

    /// Whether it holds one of these at least.
    #[inline]
    pub(crate) const fn any(self, hints: Hints) -> bool {
        self.0 & hints.0 != 0
    }

    /// Whether an expression of time may start here, before a token that is this.
    #[inline]
    pub(crate) const fn start_before(self, next: Hints) -> bool {
        self.any(Hints::SUFFICES) || self.any(Hints::OPENS) && next.any(Hints::GOES_ON)
    }
}
