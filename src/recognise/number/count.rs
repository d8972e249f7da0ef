//! How many of something: "three", "a", "half an", "a few", "dozens of", "two to four".

use super::{Numbers, Reader};
use crate::expression::{Atom, Number, Quantity};
use crate::lang::{ClassId, class};

impl Reader<'_> {
    /// Every quantity that starts at a token.
    pub(super) fn counts(&self, at: u32, numbers: Numbers, found: &mut impl FnMut(ClassId, u32, Atom)) {
        let mut count = |quantity: Quantity, end: u32| found(class::COUNT, end, Atom::Quantity(quantity));
        for (number, end) in numbers.into_iter().flatten() {
            count(Quantity::Exactly(number), end);
            if self.goes_on(end)
                && let Some((quantity, end)) = self.between(number, end)
            {
                count(quantity, end);
            }
        }
        // Digits have no other readings.
        if self.readings(at).is_empty() {
            return;
        }
        if self.has(at, self.is.article) {
            count(Quantity::Exactly(Number(100)), at + 1);
            // "a hundred", "a thousand and one", "a dozen"
            if self.has(at + 1, self.is.scale)
                && let Some((value, end)) = self.scaled(1, at + 1)
            {
                count(Quantity::Exactly(Number::whole(value)), end);
            }
            if self.has(at + 1, self.is.half) {
                count(Quantity::Exactly(Number(50)), at + 2);
            }
            if self.has(at + 1, self.is.quarter)
                && self.has(at + 2, self.is.of)
                && self.has(at + 3, self.is.article)
            {
                count(Quantity::Exactly(Number(25)), at + 4);
            }
        }
        if self.has(at, self.is.half) && self.has(at + 1, self.is.article) {
            count(Quantity::Exactly(Number(50)), at + 2);
            // "half a dozen"
            if let Some(scale) = self.reading(at + 2, self.is.scale) {
                count(Quantity::Exactly(Number::whole(scale / 2)), at + 3);
            }
        }
        let few = if self.has(at, self.is.article) { at + 1 } else { at };
        if let Some(quantity) = self.quantity(few, self.is.few) {
            count(quantity, if self.has(few + 1, self.is.of) { few + 2 } else { few + 1 });
        }
        if let Some(quantity) = self.quantity(at, self.is.vague) {
            count(quantity, at + 1);
        }
        if let Some(quantity) = self.quantity(at, self.is.dozens).filter(|_| self.has(at + 1, self.is.of)) {
            count(quantity, at + 2);
        }
    }

    /// "to four" behind "two": the larger end, and with it the whole.
    fn between(&self, low: Number, at: u32) -> Option<(Quantity, u32)> {
        if !self.has(at, self.is.between) {
            return None;
        }
        let (high, end) = self.numbers(at + 1)[0]?;
        let whole = |n: Number| n.as_whole().and_then(|n| u16::try_from(n).ok());
        let (low, high) = (whole(low)?, whole(high)?);
        (low < high).then_some((Quantity::Between(low, high), end))
    }
}
