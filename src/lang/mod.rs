//! The only place that knows a language: its words and its rules, read from text files.
//!
//! Input: the text files of a folder. Output: a [`Language`], lexicon and rules ready to match.
//! Knows nothing of publication dates, resolution or the calendar.

pub mod lexicon;
pub mod morphology;
pub mod roles;

pub use lexicon::{ClassId, Lexicon, Reading, WordId, WordKey};
pub use morphology::Morphology;
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
    /// What its words do by their endings.
    pub morphology: Morphology,
}

/// The files that a language is read from.
struct Files {
    code: &'static str,
    words: &'static [(&'static str, &'static str)],
    roles: (&'static str, &'static str),
    endings: (&'static str, &'static str),
}

macro_rules! files {
    ($($name:literal),+) => { &[$(($name, include_str!($name))),+] };
}

const ENGLISH: Files = Files {
    code: "en",
    words: files!["en/words.txt"],
    roles: ("en/roles.txt", include_str!("en/roles.txt")),
    endings: ("en/endings.txt", include_str!("en/endings.txt")),
};

impl Language {
    /// English.
    pub fn english() -> &'static Language {
        static ENGLISH_LANGUAGE: LazyLock<Language> = LazyLock::new(|| {
            // The files are part of the program, and the tests load them; an empty language is the answer to what
            // cannot happen.
            Language::load(&ENGLISH).unwrap_or_else(|_| Language { code: "en", lexicon: Lexicon::new(), morphology: Morphology::default() })
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
        let morphology = Morphology::read(files.endings.0, files.endings.1)?;
        Ok(Language { code: files.code, lexicon, morphology })
    }

    /// What a word of a text does in its sentence: by the lexicon; its form, where that is not listed, by its
    /// ending.
    #[inline]
    pub fn roles(&self, word: WordId, text: &str) -> Roles {
        let listed = self.lexicon.roles(word);
        if !listed.without(Roles::MEANING).is_none() || !self.lexicon.readings(word).is_empty() {
            return listed;
        }
        listed.union(self.morphology.roles(text, &self.lexicon))
    }
}
