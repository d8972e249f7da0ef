//! Values that an option may have, for completions and manual pages; what a mistyped one was meant to be is told by [`unknown`].
//!
//! [`unknown`]: super::options::unknown

use clap::builder::{PossibleValue, StringValueParser, TypedValueParser};
use clap::{Arg, Command, Error};
use std::ffi::OsStr;

/// Takes any text, and offers names.
#[derive(Clone, Debug)]
pub(super) struct Offer(Vec<&'static str>);

impl Offer {
    /// The names of values.
    pub(super) fn of<T: Copy>(all: &[T], name: impl Fn(T) -> &'static str) -> Self {
        Offer(all.iter().map(|value| name(*value)).collect())
    }

    /// Names as they are.
    pub(super) fn names(names: impl IntoIterator<Item = &'static str>) -> Self {
        Offer(names.into_iter().collect())
    }
}

impl TypedValueParser for Offer {
    type Value = String;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, value: &OsStr) -> Result<String, Error> {
        StringValueParser::new().parse_ref(command, arg, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(self.0.iter().copied().map(PossibleValue::new)))
    }
}
