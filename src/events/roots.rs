//! The roots of the words of one sentence, each looked up once.

use super::site::Reader;
use crate::lang::Stem;
use std::cell::{Cell, RefCell};
use std::ops::Range;

/// The roots of the sentence that is read, each found when it is first asked for.
#[derive(Debug, Default)]
pub(super) struct Roots {
    first: Cell<usize>,
    found: RefCell<Vec<Stem>>,
}

impl Roots {
    /// Turns to the sentence of these tokens.
    pub(super) fn turn_to(&self, tokens: Range<usize>) {
        self.first.set(tokens.start);
        let mut found = self.found.borrow_mut();
        found.clear();
        found.resize(tokens.len(), Stem::NONE);
    }

    /// The root of a token, which `look_up` finds.
    fn of(&self, token: usize, look_up: impl FnOnce() -> Stem) -> Stem {
        match self.found.borrow_mut().get_mut(token.wrapping_sub(self.first.get())) {
            None => look_up(),
            Some(found) => {
                if *found == Stem::NONE {
                    *found = look_up();
                }
                *found
            }
        }
    }
}

impl Reader<'_> {
    /// What the forms of a token's word share.
    pub(super) fn root(&self, token: usize) -> Stem {
        self.roots.of(token, || self.language.morphology.root(self.document.word(token)))
    }
}
