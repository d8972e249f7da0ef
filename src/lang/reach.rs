//! What a node of the trie asks for and what a token is, as sets that are compared in one step.
//!
//! A set may hold more than was put in, never less: who finds nothing in common need not look further.

use super::class::{FIRST_EXPRESSION, FIRST_LISTED};
use super::grammar::Symbol;
use crate::pack::packed;

/// A set of symbols.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Reach(u64);

packed!(struct Reach { 0 });

/// The first bits are numbers and expressions, the others of the lower half listed classes; words share the upper half.
const HALF: u32 = 32;

impl Reach {
    /// Nothing.
    pub(crate) const NONE: Reach = Reach(0);
    /// Any number.
    pub(crate) const NUMBER: Reach = Reach(1);
    /// Any nested expression.
    pub(crate) const EXPRESSION: Reach = Reach(2);
    /// The set of one symbol.
    #[inline]
    pub(super) fn of(symbol: Symbol) -> Reach {
        match symbol {
            Symbol::Word(word) => Reach(1 << (HALF + u32::from(word.0) % HALF)),
            Symbol::Class(class) if class < FIRST_EXPRESSION => Reach::NUMBER,
            Symbol::Class(class) if class < FIRST_LISTED => Reach::EXPRESSION,
            Symbol::Class(class) => Reach(4 << (u32::from(class.0) % HALF * (HALF - 2) / HALF)),
        }
    }

    /// What either holds.
    #[must_use]
    pub(crate) const fn union(self, other: Reach) -> Reach {
        Reach(self.0 | other.0)
    }

    /// What both may hold.
    #[inline]
    #[must_use]
    pub(crate) const fn common(self, other: Reach) -> Reach {
        Reach(self.0 & other.0)
    }

    /// Whether both may hold a same symbol.
    #[inline]
    pub(crate) const fn meets(self, other: Reach) -> bool {
        self.0 & other.0 != 0
    }
}

#[cfg(test)]
mod tests {
    use super::{Reach, Symbol};
    use crate::lang::{ClassId, WordId};

    #[test]
    fn what_was_put_in_is_met() {
        let symbols =
            (0..200).map(|n| Symbol::Word(WordId(n))).chain((0..=255).map(|n| Symbol::Class(ClassId(n))));
        let all = symbols.clone().fold(Reach::NONE, |all, symbol| all.union(Reach::of(symbol)));
        assert!(symbols.clone().all(|symbol| Reach::of(symbol).meets(all)));
        let (word, class) = (Reach::of(Symbol::Word(WordId(3))), Reach::of(Symbol::Class(ClassId(200))));
        assert_eq!(word.union(class).common(word), word);
        assert!(!word.meets(class) && !word.meets(Reach::NUMBER) && !class.meets(Reach::EXPRESSION));
    }
}
