//! The classes that words of numbers belong to, looked up once.

use super::class::{COUNT, DAY_OF_MONTH, HOUR_WORDS, MINUTE_WORDS, NTH, NUMBER};
use super::lexicon::{ClassId, Lexicon};
use crate::pack::packed;

/// Declares the classes that recognise/number.rs puts numbers together from.
macro_rules! numerals {
    ($($(#[$doc:meta])* $field:ident = $name:literal,)+) => {
        /// Classes of number words by what they do in a number.
        #[derive(Clone, Copy, Debug)]
        pub(crate) struct Numerals { $($(#[$doc])* pub(crate) $field: ClassId,)+ }

        packed!(struct Numerals { $($field),+ });

        impl Numerals {
            /// Finds or makes the classes; a language without such words has empty ones.
            pub(super) fn of(lexicon: &mut Lexicon) -> Self {
                Numerals { $($field: lexicon.class($name),)+ }
            }

            /// Whether words of a class may start a number.
            pub(super) fn may_start(&self, class: ClassId) -> bool {
                let starts =
                    [self.small, self.tens, self.ordinal, self.article, self.half, self.few, self.vague, self.dozens];
                starts.contains(&class)
            }

            /// What a word of a class may be where its number ends with it.
            pub(super) fn kinds(&self, class: ClassId) -> &'static [ClassId] {
                match class {
                    _ if class == self.small || class == self.tens => &[HOUR_WORDS, MINUTE_WORDS, NUMBER, COUNT],
                    _ if class == self.ordinal => &[NTH, DAY_OF_MONTH],
                    _ if self.may_start(class) => &[COUNT],
                    _ => &[],
                }
            }

            /// Classes of what may stand behind the first word of a number, by that word's class, where the number goes on. A mark
            /// glued to it may, too.
            pub(super) fn behind(&self, class: ClassId) -> Vec<ClassId> {
                match class {
                    _ if class == self.small || class == self.tens => {
                        vec![self.small, self.tens, self.ordinal, self.scale, self.joiner, self.between]
                    }
                    _ if class == self.article => vec![self.half, self.quarter, self.few, self.scale],
                    _ if class == self.half => vec![self.article],
                    _ if class == self.few || class == self.dozens => vec![self.of],
                    _ => Vec::new(),
                }
            }

            /// The same behind digits.
            pub(super) fn behind_digits(&self) -> [ClassId; 4] {
                [self.scale, self.suffix, self.joiner, self.between]
            }
        }
    };
}

numerals! {
    /// "zero" … "nineteen".
    small = "small",
    /// "twenty" … "ninety".
    tens = "tens",
    /// "dozen", "hundred", "thousand", "million".
    scale = "scale",
    /// "first" … "thirtieth".
    ordinal = "ordinal",
    /// "st", "th" behind digits.
    suffix = "suffix",
    /// "and".
    joiner = "joiner",
    /// "to", "or": between the ends of "two to four".
    between = "between",
    /// "a", "an".
    article = "article",
    /// "half".
    half = "halfword",
    /// "quarter" of something.
    quarter = "quarterword",
    /// "of".
    of = "ofword",
    /// "few", "couple".
    few = "few",
    /// "several", "many".
    vague = "vague",
    /// "dozens", "hundreds".
    dozens = "dozens",
}
