//! The only place that knows a language: its words and its rules, read from text files.
//!
//! Input: the text files of a folder. Output: a [`Language`], lexicon and rules ready to match.
//! Knows nothing of publication dates, resolution or the calendar.

pub mod lexicon;
pub mod roles;

pub use lexicon::{ClassId, Lexicon, Reading, WordId, WordKey};
pub use roles::{Role, Roles};

use crate::error::Result;
use std::sync::LazyLock;

/// A rule of a language, by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RuleId(pub(crate) u16);

/// A language: its words and its rules.
#[derive(Clone, Debug)]
pub struct Language {
    /// ISO 639-1 code.
    pub code: &'static str,
    /// Its words.
    pub lexicon: Lexicon,
}

/// The files that a language is read from.
struct Files {
    code: &'static str,
    words: &'static [(&'static str, &'static str)],
    roles: (&'static str, &'static str),
}

macro_rules! files {
    ($($name:literal),+) => { &[$(($name, include_str!($name))),+] };
}

const ENGLISH: Files = Files {
    code: "en",
    words: files!["en/words.txt"],
    roles: ("en/roles.txt", include_str!("en/roles.txt")),
};

impl Language {
    /// English.
    pub fn english() -> &'static Language {
        static ENGLISH_LANGUAGE: LazyLock<Language> = LazyLock::new(|| {
            // The files are part of the program, and the tests load them; an empty language is the answer to what
            // cannot happen.
            Language::load(&ENGLISH).unwrap_or_else(|_| Language { code: "en", lexicon: Lexicon::new() })
        });
        &ENGLISH_LANGUAGE
    }

    fn load(files: &Files) -> Result<Language> {
        let mut lexicon = Lexicon::new();
        for (name, text) in files.words {
            lexicon.read_words(name, text)?;
        }
        lexicon.read_roles(files.roles.0, files.roles.1)?;
        lexicon.finish();
        Ok(Language { code: files.code, lexicon })
    }
}
