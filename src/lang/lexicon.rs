//! Words and what each may mean.
//!
//! A words file has one reading a line, `class value: word word …`; `#` starts a comment:
//!
//! ```text
//! month   jan: January Jan.
//! month?  may: May
//! unit    day: day
//! number  3:   three
//! ```
//!
//! A line may name several classes, divided by commas. A word may stand in many lines; which reading holds is settled by
//! its neighbours. Two marks limit a reading:
//! a word written with a capital is read so only where the text writes a capital; a `?` behind the class makes the
//! reading *shy*: alone it makes an expression only behind a word like "in" ("in May"); a `!` that it never does ("Sun",
//! "Jan"), only beside other words of time.
//! A roles file has the same shape, `role role …: word word …`, and says what words do in a sentence.

use super::roles::{Role, Roles};
use crate::error::{Error, Result};
use crate::expression::Atom;
use rustc_hash::FxHashMap;

/// The lexicon's number for a word or mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct WordId(pub(crate) u16);

impl WordId {
    /// A word that the lexicon does not list.
    pub const UNKNOWN: WordId = WordId(0);
}

/// A word's lower-cased bytes, packed; words longer than 16 bytes are in no lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct WordKey(u128);

impl WordKey {
    /// The longest word that has a key, in bytes.
    pub const MAX: usize = 16;

    /// The key with one more byte; upper-case ASCII letters are lowered.
    #[inline]
    #[must_use]
    pub const fn push(self, byte: u8) -> Self {
        WordKey((self.0 << 8) | byte.to_ascii_lowercase() as u128)
    }

    /// The key of a whole word; typographic apostrophes count as plain ones.
    pub fn of(word: &str) -> Option<Self> {
        if word.is_ascii() {
            let fits = (1..=Self::MAX).contains(&word.len());
            return fits.then(|| word.bytes().fold(WordKey::default(), WordKey::push));
        }
        let mut key = WordKey::default();
        let mut len = 0;
        for c in word.chars() {
            let mut utf8 = [0; 4];
            let plain = if c == '’' { '\'' } else { c };
            for &byte in plain.encode_utf8(&mut utf8).as_bytes() {
                key = key.push(byte);
                len += 1;
            }
        }
        (len <= Self::MAX && len > 0).then_some(key)
    }

    #[inline]
    const fn hash(self) -> usize {
        let folded = (self.0 as u64) ^ ((self.0 >> 64) as u64).rotate_left(29);
        (folded.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) as usize
    }
}

/// A class of words, such as `month` or `unit`, by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct ClassId(pub(crate) u8);

/// One thing that a word may mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    /// Its class.
    pub class: ClassId,
    /// Its value in the class.
    pub value: Atom,
    /// Only where the text writes a capital.
    pub capital: bool,
    /// When it may stand alone.
    pub alone: Alone,
}

/// Whether a reading may make an expression alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Alone {
    /// Always.
    #[default]
    Always,
    /// Behind a word that leads words of time ("in May").
    Led,
    /// Never.
    Never,
}

#[derive(Clone, Debug, Default)]
struct Word {
    text: Box<str>,
    readings: Vec<Reading>,
    roles: Roles,
}

/// All words of a language.
#[derive(Clone, Debug)]
pub struct Lexicon {
    words: Vec<Word>,
    /// The key of every word, by number.
    keys: Vec<WordKey>,
    ids: FxHashMap<WordKey, WordId>,
    /// Open addressing, at most a quarter full; filled by [`Lexicon::finish`].
    table: Vec<(WordKey, WordId)>,
    classes: Vec<Box<str>>,
    /// The classes by name.
    class_ids: FxHashMap<Box<str>, ClassId>,
}

impl Lexicon {
    pub(super) fn new() -> Self {
        /// About as many words as a language lists.
        const WORDS: usize = 4096;
        let mut lexicon = Lexicon {
            words: vec![Word::default()],
            keys: vec![WordKey::default()],
            ids: FxHashMap::default(),
            table: Vec::new(),
            classes: Vec::new(),
            class_ids: FxHashMap::default(),
        };
        lexicon.words.reserve(WORDS);
        lexicon.keys.reserve(WORDS);
        lexicon.ids.reserve(WORDS);
        for name in super::class::BUILTIN {
            lexicon.class(name);
        }
        lexicon
    }

    /// Adds the readings of a words file.
    pub(super) fn read_words(&mut self, file: &str, text: &str) -> Result<()> {
        for (number, line) in lines(text) {
            let at = |e: Error| e.at(format!("{file}:{number}"));
            let (head, words) = split(line, "class value: word word …").map_err(at)?;
            let (class, value) = head.split_once(char::is_whitespace).unwrap_or((head, ""));
            let alone = match class.chars().next_back() {
                Some('?') => Alone::Led,
                Some('!') => Alone::Never,
                _ => Alone::Always,
            };
            let classes: Vec<ClassId> =
                class.trim_end_matches(['?', '!']).split(',').map(|name| self.class(name)).collect();
            let value = match value.trim() {
                "" => Atom::None,
                value => Atom::parse(value).ok_or_else(|| at(unknown_value(value)))?,
            };
            for word in words.split_whitespace() {
                let capital = word.starts_with(char::is_uppercase);
                let id = self.intern(word).map_err(at)?;
                let readings = classes.iter().map(|&class| Reading { class, value, capital, alone });
                self.words[usize::from(id.0)].readings.extend(readings);
            }
        }
        Ok(())
    }

    /// Adds the roles of a roles file.
    pub(super) fn read_roles(&mut self, file: &str, text: &str) -> Result<()> {
        for (number, line) in lines(text) {
            let at = |e: Error| e.at(format!("{file}:{number}"));
            let (names, words) = split(line, "role role …: word word …").map_err(at)?;
            let mut roles = Roles::NONE;
            for name in names.split_whitespace() {
                let unknown =
                    || Error::language(format!("unknown role `{name}`; see lang/roles.rs for the list"));
                roles.insert(Role::from_name(name).ok_or_else(|| at(unknown()))?);
            }
            for word in words.split_whitespace() {
                let id = self.intern(word).map_err(at)?;
                let word = &mut self.words[usize::from(id.0)];
                word.roles = word.roles.union(roles);
            }
        }
        Ok(())
    }

    /// The number of a word, given one where it has none.
    pub(super) fn intern(&mut self, word: &str) -> Result<WordId> {
        let key = WordKey::of(word).ok_or_else(|| {
            Error::language(format!(
                "`{word}` is longer than the {} bytes that a word may have",
                WordKey::MAX
            ))
        })?;
        if let Some(&id) = self.ids.get(&key) {
            return Ok(id);
        }
        let id =
            WordId(u16::try_from(self.words.len()).map_err(|_| Error::language("more than 65,535 words"))?);
        self.ids.insert(key, id);
        self.keys.push(key);
        self.words.push(Word { text: word.to_lowercase().into(), ..Word::default() });
        Ok(id)
    }

    /// The number of a class, given one where it has none.
    pub(super) fn class(&mut self, name: &str) -> ClassId {
        if let Some(id) = self.find_class(name) {
            return id;
        }
        let id = ClassId(self.classes.len() as u8);
        self.classes.push(name.into());
        self.class_ids.insert(name.into(), id);
        id
    }

    /// The number of a class.
    pub fn find_class(&self, name: &str) -> Option<ClassId> {
        self.class_ids.get(name).copied()
    }

    /// The name of a class.
    pub fn class_name(&self, class: ClassId) -> &str {
        self.classes.get(usize::from(class.0)).map_or("", |name| name)
    }

    /// Builds the table that [`Lexicon::find`] looks in.
    pub(super) fn finish(&mut self) {
        let size = (self.keys.len() * 4).next_power_of_two();
        self.table = vec![(WordKey::default(), WordId::UNKNOWN); size];
        for (id, &key) in self.keys.iter().enumerate().skip(1) {
            let mut slot = key.hash() & (size - 1);
            while self.table[slot].1 != WordId::UNKNOWN {
                slot = (slot + 1) & (size - 1);
            }
            self.table[slot] = (key, WordId(id as u16));
        }
    }

    /// The number of a word by its key, [`WordId::UNKNOWN`] where the lexicon does not list it.
    #[inline]
    pub fn find(&self, key: WordKey) -> WordId {
        let mask = self.table.len().wrapping_sub(1);
        let mut slot = key.hash() & mask;
        while let Some(&(other, id)) = self.table.get(slot) {
            if other == key || id == WordId::UNKNOWN {
                return id;
            }
            slot = (slot + 1) & mask;
        }
        WordId::UNKNOWN
    }

    /// What a word may mean.
    #[inline]
    pub fn readings(&self, word: WordId) -> &[Reading] {
        self.words.get(usize::from(word.0)).map_or(&[], |word| &word.readings)
    }

    /// What a word does in a sentence.
    #[inline]
    pub fn roles(&self, word: WordId) -> Roles {
        self.words.get(usize::from(word.0)).map_or(Roles::NONE, |word| word.roles)
    }

    /// The word itself, lower-cased.
    pub fn text(&self, word: WordId) -> &str {
        self.words.get(usize::from(word.0)).map_or("", |word| &word.text)
    }

    /// How many words there are; ids lie below.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there is no word at all.
    pub fn is_empty(&self) -> bool {
        self.words.len() <= 1
    }
}

fn unknown_value(value: &str) -> Error {
    Error::language(format!("`{value}` is no value of the expression notation"))
}

/// Lines with something on them, comments cut off, numbered from 1.
pub(super) fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().filter_map(|(n, line)| {
        // Most lines have no comment; asking for the mark alone is much cheaper than for the mark with its space.
        let line = match line.contains('#').then(|| line.split_once("# ")).flatten() {
            Some((before, _)) => before.trim_end(),
            None if line.trim() == "#" => "",
            None => line.trim_end(),
        };
        (!line.is_empty()).then_some((n + 1, line))
    })
}

fn split<'a>(line: &'a str, shape: &str) -> Result<(&'a str, &'a str)> {
    let (head, words) = line
        .split_once(": ")
        .ok_or_else(|| Error::language(format!("expected `{shape}`, found `{line}`")))?;
    Ok((head.trim(), words))
}
