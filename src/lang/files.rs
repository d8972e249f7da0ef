//! The text files of each language.
//!
//! Input: the folders beside this file. Output: their texts. Knows nothing of what stands in them.

/// The files that a language is read from: names, relative to `src/lang`, and texts.
pub(super) struct Files {
    pub(super) code: &'static str,
    pub(super) words: &'static [(&'static str, &'static str)],
    pub(super) roles: &'static [(&'static str, &'static str)],
    pub(super) rules: &'static [(&'static str, &'static str)],
    pub(super) endings: (&'static str, &'static str),
    pub(super) relations: (&'static str, &'static str),
    pub(super) kin: (&'static str, &'static str),
    pub(super) nominals: (&'static str, &'static str),
    pub(super) verbs: (&'static str, &'static str),
    pub(super) nouns: (&'static str, &'static str),
    pub(super) measures: (&'static str, &'static str),
    pub(super) names: (&'static str, &'static str),
}

macro_rules! files {
    ($($name:literal),+ $(,)?) => { &[$(($name, include_str!($name))),+] };
}

/// English.
pub(super) const ENGLISH: Files = Files {
    code: "en",
    words: files!["en/words.txt"],
    roles: files!["en/roles.txt", "en/neighbours.txt"],
    // Of two readings of the same length the rule that stands first wins.
    rules: files![
        "en/shared.rules",
        "en/never.rules",
        "en/dates.rules",
        "en/years.rules",
        "en/weekdays.rules",
        "en/holidays.rules",
        "en/observances.rules",
        "en/feasts.rules",
        "en/shapes.rules",
        "en/shifts.rules",
        "en/relative.rules",
        "en/clock.rules",
        "en/hours.rules",
        "en/portions.rules",
        "en/ranges.rules",
        "en/bounds.rules",
        "en/sets.rules",
        "en/durations.rules",
        "en/fuzzy.rules",
        "en/asked.rules",
        "en/impossible.rules",
    ],
    endings: ("en/endings.txt", include_str!("en/endings.txt")),
    relations: ("en/relations.txt", include_str!("en/relations.txt")),
    kin: ("en/kin.txt", include_str!("en/kin.txt")),
    nominals: ("en/nominals.txt", include_str!("en/nominals.txt")),
    verbs: ("en/verbs.txt", include_str!("en/verbs.txt")),
    nouns: ("en/nouns.txt", include_str!("en/nouns.txt")),
    measures: ("en/measures.txt", include_str!("en/measures.txt")),
    names: ("en/names.txt", include_str!("en/names.txt")),
};
