//! Classes that no words file lists: kinds of numbers, and expressions by what they name.

use super::lexicon::ClassId;

/// Declares the built-in classes in the order of their numbers.
macro_rules! builtin {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)+) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms, reason = "only counts the classes")]
        #[derive(Clone, Copy)]
        enum Number { $($name,)+ }

        /// The names of the built-in classes; a class's number is its place here.
        pub(super) const BUILTIN: &[&str] = &[$($text,)+];

        $($(#[$doc])* pub(crate) const $name: ClassId = ClassId(Number::$name as u8);)+
    };
}

builtin! {
    /// Digits that may be a day of the month, 1 … 31.
    DAY = "day",
    /// Digits that may be a month, 1 … 12.
    MONTH_NUMBER = "monthnum",
    /// Four digits, 1000 … 2999.
    YEAR = "year",
    /// One to four digits, for years with an era.
    ANY_YEAR = "anyyear",
    /// Two digits.
    SHORT_YEAR = "yy",
    /// Two digits that are no day of a month, 32 … 99.
    OLD_SHORT_YEAR = "oldyy",
    /// Digits that may be an hour, 0 … 24.
    HOUR = "hour",
    /// Four digits that are hour and minute, 0000 … 2359.
    HHMM = "hhmm",
    /// Two digits, 00 … 59.
    MINUTE = "minute",
    /// A number in digits or words, of one or more tokens.
    NUMBER = "number",
    /// How many of something: a number, "a", "half an", "a few", "several", "two to four".
    COUNT = "count",
    /// An ordinal in digits or words ("21st", "twenty-first").
    NTH = "nth",
    /// An ordinal in digits ("21st").
    DTH = "dth",
    /// A day of the month, in digits or as an ordinal ("21", "21st", "twenty-first").
    DAY_OF_MONTH = "dom",
    /// Eight digits that are a date ("20161016").
    COMPACT = "compactdate",
    /// A word that may be an hour, 1 … 24.
    HOUR_WORDS = "hourwords",
    /// One or two words that may be minutes, 1 … 59.
    MINUTE_WORDS = "minutewords",
    /// A year in words ("nineteen ninety-six").
    YEAR_WORDS = "yearwords",
    /// A year in words that might as well count things ("two thousand and five").
    LONG_YEAR = "longyear",
    /// An expression with a place in the calendar, of any grain from the day up.
    DATE = "date",
    /// An expression that names a single day.
    A_DAY = "a-day",
    /// An expression that names a week, month, quarter, season, half, year, decade or century.
    PERIOD = "period",
    /// An expression that names a year.
    A_YEAR = "a-year",
    /// An expression that names a month.
    A_MONTH = "a-month",
    /// A bare member of a cycle.
    CYCLE = "cycle",
    /// A clock time.
    CLOCK = "clock",
    /// A bare part of the day.
    DAYPART = "daypart",
    /// From one clock time to another.
    HOURS = "hours",
    /// A length of time.
    DURATION = "duration",
    /// An amount counted from an anchor ("two years ago").
    OFFSET = "offset",
    /// A date with a clock time or a part of a day.
    MOMENT = "moment",
    /// A reference to this moment ("now").
    PRESENT = "present",
}

/// The first class that is matched by a nested expression rather than by tokens.
pub(crate) const FIRST_EXPRESSION: ClassId = DATE;

/// The kinds of numbers that may be amounts of anything, a bit each.
pub(crate) const AMOUNTS: u32 = bits(&[NUMBER, COUNT]);

/// The kinds of numbers that may have more behind their first digits, a bit each.
pub(crate) const LONGER_DIGITS: u32 = bits(&[NUMBER, COUNT, NTH, DTH, DAY_OF_MONTH]);

/// The kinds of numbers that start with a word, a bit each.
pub(crate) const NUMBER_WORDS: u32 = OF_WORDS | bits(&[YEAR_WORDS, LONG_YEAR]);

/// A bit for each of some classes.
#[inline]
pub(crate) const fn bits(mut classes: &[ClassId]) -> u32 {
    let mut bits = 0;
    while let [class, rest @ ..] = classes {
        bits |= 1 << class.0;
        classes = rest;
    }
    bits
}

/// What a word that a number starts with may be, without what may stand behind it, a bit each.
pub(crate) const OF_WORDS: u32 = bits(&[NTH, DAY_OF_MONTH, HOUR_WORDS, MINUTE_WORDS, NUMBER, COUNT]);

/// What so many digits may be, without what may stand behind them, a bit each.
pub(crate) const fn of_digits(len: usize) -> u32 {
    let day = if len <= 2 { bits(&[DAY, DAY_OF_MONTH, MONTH_NUMBER, HOUR]) } else { 0 };
    let year = if len <= 4 { bits(&[ANY_YEAR]) } else { 0 };
    let exact = match len {
        2 => bits(&[SHORT_YEAR, OLD_SHORT_YEAR, MINUTE]),
        4 => bits(&[YEAR, HHMM]),
        8 => bits(&[COMPACT]),
        _ => 0,
    };
    bits(&[NUMBER, COUNT]) | day | year | exact
}

/// The classes of a set that has a bit for each.
pub(crate) fn of_bits(bits: u32) -> impl Iterator<Item = ClassId> + Clone {
    let mut left = bits;
    std::iter::from_fn(move || {
        let class = left.trailing_zeros();
        left &= left.checked_sub(1)?;
        Some(ClassId(class as u8))
    })
}

/// A node's classes are bits of a `u32`.
const _: () = assert!(BUILTIN.len() <= 32);

/// The first class that words files name.
pub(crate) const FIRST_LISTED: ClassId = ClassId(BUILTIN.len() as u8);
