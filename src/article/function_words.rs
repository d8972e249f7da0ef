//! Which language a text is in, by its function words: the few small words that every second sentence has. They decide for English
//! at a fraction of what a comparison of letters with the profiles of all languages costs, and they decide in a single sentence.

use crate::sorting;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// A row a language: its code, then its words, and the names of its days and months. The row of English is the first. The last has
/// those words of the others that English news have as well, in another sense (`die`, `war`) or in names (`de`, `von`).
const TABLE: &str = include_str!("function_words.txt");

/// The bit of English, in the sets of languages that have a word.
const ENGLISH: u32 = 1;

/// The bit, in the same sets, of what is no sign of a language by itself.
const WEAK: u32 = 1 << 31;

/// Of a hundred words of English prose a third and more are function words; of other languages' prose, those that English has as
/// well are a sixth at most.
const ENGLISH_SHARE: usize = 4;

/// In English prose less than one in so many function words is another language's and not also English.
const PURITY: usize = 8;

/// So few words have no share.
const FEWEST: usize = 8;

/// Capitals within a sentence are names', and many of them begin with a small word: Los Angeles, Da Nang.
const LONGEST_OF_NAMES: usize = 3;

/// The sets of languages in which each word is a function word.
static WORDS: LazyLock<FxHashMap<&'static str, u32>> = LazyLock::new(|| {
    /// About as many as the table has; a map that grows to that size moves each word some times.
    const WORDS: usize = 2_000;
    let mut words = FxHashMap::with_capacity_and_hasher(WORDS, Default::default());
    for (row, line) in TABLE.lines().enumerate() {
        let bit = if line.starts_with("weak ") { WEAK } else { ENGLISH << row };
        for word in line.split(' ').skip(1) {
            *words.entry(word).or_insert(0) |= bit;
        }
    }
    words
});

/// What a text's function words say.
#[derive(Debug)]
pub(super) struct FunctionWords {
    /// All words.
    total: usize,
    /// Its function words and the sets of languages that have them.
    found: Vec<(&'static str, u32)>,
}

/// Languages other than English.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Foreign {
    /// The codes of the languages that have most of the words; mostly one.
    pub(super) codes: Vec<&'static str>,
    /// Whether several words say so, and English none or few: one alone may be a name's.
    pub(super) is_clear: bool,
}

impl FunctionWords {
    pub(super) fn of(text: &str) -> Self {
        let (mut total, mut found) = (0, Vec::new());
        let mut begins = true;
        let mut lower = String::new();
        for (word, sign) in words(text) {
            // A single letter is an initial, a unit or what an apostrophe cut off; "a" and "I" are hardly needed.
            if word.len() > 1 {
                total += 1;
                let word_in_lower = if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
                    word
                } else {
                    lower.clear();
                    lower.extend(word.chars().flat_map(char::to_lowercase));
                    &lower
                };
                if let Some((&known, &languages)) = WORDS.get_key_value(word_in_lower) {
                    let is_name = !begins
                        && word.starts_with(char::is_uppercase)
                        && word.chars().count() <= LONGEST_OF_NAMES;
                    found.push((known, if is_name { languages | WEAK } else { languages }));
                }
            }
            begins = sign.is_some_and(is_end) || (begins && word.is_empty());
        }
        FunctionWords { total, found }
    }

    /// Whether the text is surely English.
    pub(super) fn are_english(&self) -> bool {
        let is_english = |(_, languages): &&(&str, u32)| languages & ENGLISH != 0;
        let english = self.found.iter().filter(is_english).count();
        let foreign = self.found.iter().filter(|(_, languages)| languages & (ENGLISH | WEAK) == 0).count();
        self.total >= FEWEST && english * ENGLISH_SHARE >= self.total && foreign * PURITY <= english
    }

    /// Whether it has function words of English and of no other language.
    pub(super) fn are_rather_english(&self) -> bool {
        let mut sets = self.found.iter().map(|(_, languages)| languages & !WEAK);
        sets.clone().any(|languages| languages == ENGLISH) && sets.all(|languages| languages & ENGLISH != 0)
    }

    /// The language that most of the words are of, where that is not English.
    pub(super) fn foreign(&self) -> Option<Foreign> {
        let mut distinct = self.found.clone();
        sorting::sort(&mut distinct);
        distinct.dedup_by_key(|(word, _)| *word);
        // By row: what only this language has, and all that English has not.
        let counts = |row: usize| {
            let of_it = distinct
                .iter()
                .filter(|(_, languages)| languages & (ENGLISH << row | ENGLISH) == ENGLISH << row);
            let strong = of_it.clone().filter(|(_, languages)| languages & WEAK == 0).count();
            if strong == 0 { 0 } else { of_it.count() }
        };
        let rows = TABLE.lines().enumerate().skip(1).filter(|(_, line)| !line.starts_with("weak "));
        let counted: Vec<_> = rows.map(|(row, line)| (counts(row), row, line)).collect();
        let most = counted.iter().map(|(count, ..)| *count).max().filter(|most| *most > 0)?;
        let best = || counted.iter().filter(|(count, ..)| *count == most);
        // What the language has as well is no sign of English.
        let of_both = best().fold(ENGLISH, |rows, (_, row, _)| rows | ENGLISH << row);
        let english = distinct.iter().filter(|(_, languages)| languages & of_both == ENGLISH).count();
        let is_clear = most >= 2 && most > 2 * english;
        let codes = best().filter_map(|(.., line)| line.split(' ').next()).collect();
        (is_clear || english == 0).then_some(Foreign { codes, is_clear })
    }
}

/// The words of a text, each with the sign behind it; empty ones between two signs.
fn words(text: &str) -> impl Iterator<Item = (&str, Option<char>)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        // Most letters are told by their bytes.
        let plain = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
        let behind = rest.get(plain..).filter(|behind| !behind.is_empty() || plain > 0)?;
        let more = match behind.bytes().next() {
            Some(0x80..) => behind.find(|c: char| !c.is_alphabetic()).unwrap_or(behind.len()),
            _ => 0,
        };
        let (word, behind) = rest.split_at_checked(plain + more)?;
        let mut signs = behind.chars();
        let sign = signs.next();
        rest = signs.as_str();
        Some((word, sign))
    })
}

/// Signs behind which a capital is no name's.
const fn is_end(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | ':')
}

#[cfg(test)]
mod tests {
    use super::{FunctionWords, TABLE};
    use crate::article::language;

    fn foreign(text: &str) -> Option<(Vec<&'static str>, bool)> {
        let found = FunctionWords::of(text).foreign()?;
        Some((found.codes, found.is_clear))
    }

    #[test]
    fn a_sentence_tells() {
        let cases = [
            ("Der Rat tagte am Mittwoch.", Some((vec!["de"], true))),
            ("Les cheminots seront en grève lundi.", Some((vec!["fr"], true))),
            ("Fire destroys mill Friday", None),
            ("De La Hoya sues Los Angeles over El Rey", None),
            ("The kindergarten in Das Dorf and der Freischütz", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(foreign(text), expected, "{text}");
        }
    }

    #[test]
    fn prose_is_surely_english_and_nothing_else_is() {
        let english = "The council met on Friday, and the vote that it had put off was taken at last.";
        assert!(FunctionWords::of(english).are_english());
        let others = [
            "Was war in dem Haus an der Ecke? Die Stadt will es am Freitag wissen, so der Rat.",
            "Fire destroys mill Friday",
            "the",
            "",
        ];
        for text in others {
            assert!(!FunctionWords::of(text).are_english(), "{text}");
        }
    }

    #[test]
    fn rows_begin_with_a_language_and_name_no_word_twice() {
        for (row, line) in TABLE.lines().enumerate() {
            let (code, words) = line.split_once(' ').expect("words");
            assert_eq!(code == "en", row == 0);
            assert!(language::name(code) != code || code == "weak");
            let mut words: Vec<_> = words.split(' ').collect();
            assert!(
                words.iter().all(|word| *word == word.to_lowercase() && (word.len() > 1 || !word.is_ascii())),
                "{code}"
            );
            words.sort_unstable();
            assert!(words.windows(2).all(|pair| pair[0] != pair[1]), "{code}");
        }
        assert!(
            TABLE.lines().count() < u32::BITS as usize
                && TABLE.lines().last().is_some_and(|row| row.starts_with("weak "))
        );
    }
}
