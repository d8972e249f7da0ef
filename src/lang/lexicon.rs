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
//!
//! ```
//! use dateline::{Resolver, lang::{Additions, Language}};
//!
//! let words = vec![("desk.words", "unit week: sennight\nmonth? may: Mayo")];
//! let language = Language::english_with(&Additions { words, ..Additions::default() })?;
//! let resolver = Resolver::on("2025-11-20")?.language(Box::leak(Box::new(language)));
//! assert_eq!(resolver.resolve("two sennights ago"), None);
//! assert_eq!(resolver.resolve("last sennight").unwrap().edtf(), "2025-11-10/2025-11-16");
//! # Ok::<(), dateline::Error>(())
//! ```
//!
//! A roles file has the same shape, `role role …: word word …`, and says what words do in a sentence.

use super::hints::Hints;
use super::morphology::Morphology;
use super::roles::{Role, Roles};
use super::word::{WordId, WordKey};
use crate::error::{Error, Result};
use crate::expression::{Atom, Number, Quantity};
use crate::pack::{Bytes, Pack, packed};
use crate::sorting;
use crate::suggest::nearest;
use std::borrow::Cow;
use std::ops::Range;

/// A class of words, such as `month` or `unit`, by number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct ClassId(pub(crate) u8);

/// One thing that a word may mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Reading {
    /// Its class.
    pub(crate) class: ClassId,
    /// Its value in the class.
    pub(crate) value: Atom,
    /// Only where the text writes a capital.
    pub(crate) capital: bool,
    /// When it may stand alone.
    pub(crate) alone: Alone,
}

/// Whether a reading may make an expression alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Alone {
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
    /// Where its readings stand among all.
    readings: Range<u16>,
    roles: Roles,
    /// As `roles`; with those of its ending, where nothing else tells its form.
    all_roles: Roles,
    /// It is a word of time and nothing else.
    is_time: bool,
    /// What may happen where it stands, noted when the grammar is known.
    hints: Hints,
}

/// All words of a language.
#[derive(Clone, Debug)]
pub(crate) struct Lexicon {
    words: Vec<Word>,
    /// What words may mean, word after word.
    readings: Vec<Reading>,
    /// The same in the order of the files, until the lexicon is complete.
    listed: Vec<(WordId, Reading)>,
    /// The key of every word, by number.
    keys: Vec<WordKey>,
    /// The numbers by key: open addressing, at most half full. Numbers alone, as small as they are, stay in the cache.
    table: Vec<WordId>,
    classes: Vec<Cow<'static, str>>,
}

impl Lexicon {
    pub(super) fn new() -> Self {
        /// About as many words as a language lists.
        const WORDS: usize = 4096;
        /// Few words share a place in a table that is a quarter full.
        const PLACES: usize = 4 * WORDS;
        let mut lexicon = Lexicon {
            words: vec![Word::default()],
            readings: Vec::new(),
            listed: Vec::new(),
            keys: vec![WordKey::default()],
            table: vec![WordId::UNKNOWN; PLACES],
            classes: Vec::new(),
        };
        lexicon.words.reserve(WORDS);
        lexicon.keys.reserve(WORDS);
        for name in super::class::BUILTIN {
            lexicon.class(name);
        }
        lexicon
    }

    /// Gives the words of words and roles files their numbers, the shortest first: these are the most common, and what is asked of
    /// them then lies close together.
    pub(super) fn number_by_length<'t>(&mut self, texts: impl Iterator<Item = &'t str>) {
        let listed = texts.flat_map(lines).filter_map(|(_, line)| line.split_once(": "));
        let mut words: Vec<&str> = listed.flat_map(|(_, words)| words.split_whitespace()).collect();
        sorting::sort_by_key(&mut words, |word| word.len());
        // What is too long for a word is told of where it is read.
        words.into_iter().for_each(|word| drop(self.intern(word)));
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
                self.listed.extend(readings.map(|reading| (id, reading)));
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
        let (slot, known) = self.slot(key);
        if known != WordId::UNKNOWN {
            return Ok(known);
        }
        let id =
            WordId(u16::try_from(self.words.len()).map_err(|_| Error::language("more than 65,535 words"))?);
        self.keys.push(key);
        self.words.push(Word::default());
        if let Some(place) = self.table.get_mut(slot) {
            *place = id;
        }
        if self.words.len() * 2 > self.table.len() {
            self.index(self.table.len() * 2);
        }
        Ok(id)
    }

    /// Makes the table anew, with so many places.
    fn index(&mut self, places: usize) {
        self.table = vec![WordId::UNKNOWN; places];
        for number in 1..self.keys.len() {
            let (slot, _) = self.slot(self.keys[number]);
            self.table[slot] = WordId(number as u16);
        }
    }

    /// The place of a key in the table, where its number stands, or would; and that number.
    #[inline]
    fn slot(&self, key: WordKey) -> (usize, WordId) {
        let mask = self.table.len().wrapping_sub(1);
        let mut slot = key.hash() & mask;
        loop {
            let id = self.table.get(slot).copied().unwrap_or(WordId::UNKNOWN);
            // Most words are listed; that of number 0 is none.
            if self.keys.get(usize::from(id.0)) == Some(&key) || id == WordId::UNKNOWN {
                return (slot, id);
            }
            slot = (slot + 1) & mask;
        }
    }

    /// The number of a class, given one where it has none.
    pub(super) fn class(&mut self, name: &str) -> ClassId {
        if let Some(id) = self.find_class(name) {
            return id;
        }
        let id = ClassId(self.classes.len() as u8);
        self.classes.push(name.to_owned().into());
        id
    }

    /// The number of a class.
    pub(crate) fn find_class(&self, name: &str) -> Option<ClassId> {
        self.classes.iter().position(|c| **c == *name).map(|n| ClassId(n as u8))
    }

    /// The names of all classes.
    pub(crate) fn class_names(&self) -> impl Iterator<Item = &str> {
        self.classes.iter().map(|name| &**name)
    }

    /// Refuses a user's words whose class nothing knows: no file of the language, and no rule that `is_asked_for` speaks of.
    pub(super) fn check_words(
        &self,
        file: &str,
        text: &str,
        is_asked_for: impl Fn(&str) -> bool,
    ) -> Result<()> {
        for (number, line) in lines(text) {
            let at = |e: Error| e.at(format!("{file}:{number}"));
            let (head, _) = split(line, "class value: word word …").map_err(at)?;
            let classes = head.split_whitespace().next().unwrap_or_default();
            for name in classes.trim_end_matches(['?', '!']).split(',') {
                if self.find_class(name).is_none() && !is_asked_for(name) {
                    let cure = match nearest(name, self.class_names()) {
                        Some(meant) => format!("did you mean `{meant}`?"),
                        None => format!("write one with `{{x:{name}}}` in its pattern"),
                    };
                    return Err(at(Error::language(format!("no rule asks for the class `{name}`; {cure}"))));
                }
            }
        }
        Ok(())
    }

    /// The name of a class.
    pub(crate) fn class_name(&self, class: ClassId) -> &str {
        self.classes.get(usize::from(class.0)).map_or("", |name| name)
    }

    /// Sorts the readings by their words, and completes what words do by their endings; to be called when all words are in.
    pub(super) fn finish(&mut self, morphology: &Morphology) {
        let mut listed = std::mem::take(&mut self.listed);
        // Those of one word stay in the order in which they are listed.
        sorting::sort_by_key(&mut listed, |(word, _)| *word);
        for of_word in listed.chunk_by(|(a, _), (b, _)| a == b) {
            let start = self.readings.len() as u16;
            self.readings.extend(of_word.iter().map(|(_, reading)| *reading));
            if let Some((word, _)) = of_word.first() {
                self.words[usize::from(word.0)].readings = start..self.readings.len() as u16;
            }
        }
        for number in 0..self.words.len() {
            let Word { roles, readings, .. } = &self.words[number];
            let formless = roles.without(Roles::MEANING).is_none() && readings.is_empty();
            let by_ending = if formless { morphology.roles_of(self.keys[number], self) } else { Roles::NONE };
            let other = roles.without(Roles::MEANING).without(Roles::of(&[Role::Noun, Role::TimeLead]));
            let is_time = !readings.is_empty() && other.is_none();
            let word = &mut self.words[number];
            (word.all_roles, word.is_time) = (word.roles.union(by_ending), is_time);
        }
    }

    /// The number of a word by its key, [`WordId::UNKNOWN`] where the lexicon does not list it.
    #[inline]
    pub(crate) fn find(&self, key: WordKey) -> WordId {
        self.slot(key).1
    }

    /// What a word may mean.
    #[inline]
    pub(crate) fn readings(&self, word: WordId) -> &[Reading] {
        let range = self.words.get(usize::from(word.0)).map_or(0..0, |word| word.readings.clone());
        self.readings.get(usize::from(range.start)..usize::from(range.end)).unwrap_or_default()
    }

    /// Whether a word is one of time and nothing else: "Friday" and "week", but neither "and" nor "close".
    #[inline]
    pub(crate) fn is_time(&self, word: WordId) -> bool {
        self.words.get(usize::from(word.0)).is_some_and(|word| word.is_time)
    }

    /// Whether a word is a number, and no unit or name of time: "two".
    #[inline]
    pub(crate) fn is_number(&self, word: WordId) -> bool {
        let readings = self.readings(word);
        readings.iter().any(|r| matches!(r.value, Atom::Quantity(_)))
            && !readings.iter().any(|r| matches!(r.value, Atom::Unit(_)))
    }

    /// Whether a word is a number that goes with a plural: "two".
    pub(crate) fn is_several(&self, word: WordId) -> bool {
        let one = Atom::Quantity(Quantity::Exactly(Number::whole(1)));
        self.is_number(word) && !self.readings(word).iter().any(|r| r.value == one)
    }

    /// What a word does in a sentence, as listed.
    #[inline]
    pub(crate) fn roles(&self, word: WordId) -> Roles {
        self.words.get(usize::from(word.0)).map_or(Roles::NONE, |word| word.roles)
    }

    /// What a word does in a sentence: as listed; its form, where that is not listed, by its ending. And what may
    /// happen where it stands.
    #[inline]
    pub(crate) fn does(&self, word: WordId) -> (Roles, Hints) {
        let word = self.words.get(usize::from(word.0));
        word.map_or((Roles::NONE, Hints::NONE), |word| (word.all_roles, word.hints))
    }

    /// Notes what may happen where words stand.
    pub(super) fn note_hints(&mut self, hints: impl Fn(WordId) -> Hints) {
        for (number, word) in self.words.iter_mut().enumerate() {
            word.hints = hints(WordId(number as u16));
        }
    }

    /// How many words there are; ids lie below.
    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }
}

packed!(struct ClassId { 0 });
packed!(struct Reading { class, value, capital, alone });
packed!(
    enum Alone {
        Always,
        Led,
        Never,
    }
);
packed!(struct Word { readings, roles, all_roles, is_time, hints });

/// A complete one. Its table is made anew, which takes no more than reading it would.
impl Pack for Lexicon {
    fn pack(&self, into: &mut Vec<u8>) {
        self.words.pack(into);
        self.readings.pack(into);
        self.keys.pack(into);
        self.table.len().pack(into);
        self.classes.pack(into);
    }

    fn unpack(from: &mut Bytes) -> Option<Self> {
        let mut lexicon = Lexicon {
            words: Pack::unpack(from)?,
            readings: Pack::unpack(from)?,
            listed: Vec::new(),
            keys: Pack::unpack(from)?,
            table: Vec::new(),
            classes: Vec::new(),
        };
        // Twice as many places as words at least, a power of two: what `intern` holds.
        let places = usize::unpack(from)?;
        let fits = places.is_power_of_two() && places >= 2 * lexicon.keys.len();
        lexicon.index(if fits { places } else { return None });
        lexicon.classes = Pack::unpack(from)?;
        Some(lexicon)
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
