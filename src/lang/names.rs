//! First names, and whether men or women have them.
//!
//! A names file has two lines or more, `masculine: name name …` and `feminine: name name …`.

use super::lexicon::lines;
use super::roles::{Role, Roles};
use super::word::WordKey;
use crate::error::{Error, Result};
use crate::pack::packed;

/// The first names of a language's news that tell a man from a woman.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    masculine: Vec<WordKey>,
    feminine: Vec<WordKey>,
}

packed!(struct Names { masculine, feminine });

impl Names {
    /// Reads a names file.
    pub(super) fn read(file: &str, text: &str) -> Result<Self> {
        let mut names = Names::default();
        for (number, line) in lines(text) {
            let at = |message: String| Error::language(message).at(format!("{file}:{number}"));
            let shape = || at(format!("expected `masculine|feminine: name name …`, found `{line}`"));
            let (kind, listed) = line.split_once(": ").ok_or_else(shape)?;
            let kind = match kind {
                "masculine" => &mut names.masculine,
                "feminine" => &mut names.feminine,
                _ => return Err(shape()),
            };
            for name in listed.split_whitespace() {
                kind.push(WordKey::of(name).ok_or_else(|| at(format!("`{name}` is too long")))?);
            }
        }
        Ok(names)
    }

    /// Whose name a word is: [`Role::Masculine`], [`Role::Feminine`], or neither, as of most words.
    pub(crate) fn of(&self, word: &str) -> Roles {
        let Some(key) = WordKey::of(word) else { return Roles::NONE };
        match () {
            () if self.masculine.contains(&key) => Roles::of(&[Role::Masculine]),
            () if self.feminine.contains(&key) => Roles::of(&[Role::Feminine]),
            () => Roles::NONE,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Names;
    use crate::lang::{Language, Role, Roles};

    #[test]
    fn names_tell_men_from_women() {
        let names = &Language::english().names;
        assert_eq!(names.of("Robert"), Roles::of(&[Role::Masculine]));
        assert_eq!(names.of("Clara"), Roles::of(&[Role::Feminine]));
        assert_eq!(names.of("Robin"), Roles::NONE);
    }

    #[test]
    fn no_name_is_listed_twice() {
        let Names { masculine, feminine } = &Language::english().names;
        let all = || masculine.iter().chain(feminine);
        assert!(all().all(|name| all().filter(|other| *other == name).count() == 1));
    }

    #[test]
    fn errors_name_the_line() {
        let error = Names::read("names.txt", "masculine: paul\nboys: tim").expect_err("no such kind");
        assert_eq!(error.place(), Some("names.txt:2"));
    }
}
