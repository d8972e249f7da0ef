//! What nouns tell one thing from another: which name one thing, which are general words, which exclude each other.
//!
//! A nouns file has a kind a line. `same: noun noun …` are nouns for one thing, where `word+noun` is a noun with that word before it;
//! `kind: general … | noun …` are general words and what they may stand for, `kind person: …` those for people, whom the lexicon knows by
//! their offices; `wide: …` may stand for anything; `apart: noun … | noun …` exclude each other side by side; `plain: …` tell nothing
//! from anything, nor do words that end as `describing: ending …` says; behind words of `where: …` stands where something happened.

use super::lexicon::lines;
use super::morphology::Morphology;
use super::stem::Stem;
use crate::error::{Error, Result};
use crate::pack::packed;
use rustc_hash::FxHashMap;
use std::borrow::Cow;

/// A noun, or a word before one, with what it may stand for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Noun {
    /// Root of the word.
    pub(crate) root: Stem,
    /// Numbers of what it is a noun for, a bit each.
    same: u128,
    /// Kinds for which it is a general word, a bit each.
    general: u32,
    /// Kinds to which it belongs.
    kinds: u32,
    /// Number of those of which it excludes the others, from 1, and of its side among them.
    side: (u8, u8),
}

/// The bit of the kind of people.
const PERSON: u32 = 1;

/// The nouns of a language.
#[derive(Clone, Debug, Default)]
pub(crate) struct Nouns {
    /// By root, sorted.
    nouns: Vec<Noun>,
    /// What nouns stand for with a word before them: by the noun, that word and the bit.
    with: FxHashMap<Stem, Vec<(Stem, u128)>>,
    /// Words that tell nothing from anything, sorted.
    plain: Vec<Stem>,
    /// How such words end.
    describing: Vec<Cow<'static, str>>,
    /// Words before a place, sorted.
    places: Vec<Stem>,
}

packed!(struct Noun { root, same, general, kinds, side });
packed!(struct Nouns { nouns, with, plain, describing, places });

impl Nouns {
    /// Reads a nouns file.
    pub(super) fn read((file, text): (&str, &str), morphology: &Morphology) -> Result<Self> {
        let mut nouns = Nouns::default();
        // The first kind is that of people.
        let (mut things, mut kinds, mut faced) = (0u32, 1u32, 0u8);
        for (number, line) in lines(text) {
            let wrong = |message: String| Error::language(message).at(format!("{file}:{number}"));
            let (kind, words) = line
                .split_once(':')
                .ok_or_else(|| wrong(format!("expected `kind: noun noun …`, found `{line}`")))?;
            let roots = |words: &str| -> Vec<Stem> {
                words.split_whitespace().map(|word| morphology.root(word)).collect()
            };
            let full = || wrong(format!("there are too many lines of `{kind}`"));
            match kind {
                "same" => {
                    let bit = 1u128.checked_shl(things).ok_or_else(full)?;
                    for word in words.split_whitespace() {
                        match word.split_once('+') {
                            Some((before, noun)) => {
                                let with = nouns.with.entry(morphology.root(noun)).or_default();
                                with.push((morphology.root(before), bit));
                            }
                            None => nouns.of(morphology.root(word)).same |= bit,
                        }
                    }
                    things += 1;
                }
                "kind" | "kind person" => {
                    let bit = if kind == "kind" { 1u32.checked_shl(kinds).ok_or_else(full)? } else { PERSON };
                    let (general, own) = words.split_once('|').unwrap_or((words, ""));
                    roots(general).into_iter().for_each(|root| nouns.of(root).general |= bit);
                    roots(own).into_iter().for_each(|root| nouns.of(root).kinds |= bit);
                    kinds += u32::from(kind == "kind");
                }
                "wide" => roots(words).into_iter().for_each(|root| nouns.of(root).general = u32::MAX),
                "apart" => {
                    faced += 1;
                    for (side, words) in words.split('|').enumerate() {
                        roots(words).into_iter().for_each(|root| nouns.of(root).side = (faced, side as u8));
                    }
                }
                "plain" => nouns.plain.extend(roots(words)),
                "where" => nouns.places.extend(roots(words)),
                "describing" => {
                    nouns.describing.extend(words.split_whitespace().map(|e| e.to_owned().into()));
                }
                _ => return Err(wrong(format!("`{kind}` is no kind of nouns"))),
            }
        }
        nouns.plain.sort_unstable();
        nouns.places.sort_unstable();
        Ok(nouns)
    }

    fn of(&mut self, root: Stem) -> &mut Noun {
        let at = self.nouns.binary_search_by_key(&root, |noun| noun.root).unwrap_or_else(|at| {
            self.nouns.insert(at, Noun { root, ..Noun::default() });
            at
        });
        &mut self.nouns[at]
    }

    fn find(&self, root: Stem) -> Option<&Noun> {
        self.nouns.binary_search_by_key(&root, |noun| noun.root).ok().map(|at| &self.nouns[at])
    }

    /// What a noun of this root stands for, with what stands `before` it; a `person` by its office or trade.
    pub(crate) fn noun(&self, root: Stem, person: bool, before: impl Fn(Stem) -> bool) -> Noun {
        let mut noun = self.find(root).copied().unwrap_or(Noun { root, ..Noun::default() });
        let with = self.with.get(&root).map_or(&[][..], Vec::as_slice);
        noun.same |= with.iter().filter(|(word, _)| before(*word)).fold(0, |all, (_, bit)| all | bit);
        noun.kinds |= noun.general | if person { PERSON } else { 0 };
        noun
    }

    /// Whether a word is listed as a noun.
    pub(crate) fn knows(&self, root: Stem) -> bool {
        self.find(root).is_some()
    }

    /// Whether a word before a noun tells it from no other: "new", "dangerous".
    pub(crate) fn is_plain(&self, root: Stem, word: &str) -> bool {
        let describes = || self.describing.iter().any(|ending| word.ends_with(ending.as_ref()));
        self.plain.binary_search(&root).is_ok() || describes()
    }

    /// Whether behind a word stands where something happened: "in", "at".
    pub(crate) fn leads_place(&self, root: Stem) -> bool {
        self.places.binary_search(&root).is_ok()
    }
}

impl Noun {
    /// Whether two nouns may name one thing: they are nouns for it, or one is a general word for it.
    pub(crate) fn may_be(&self, other: &Noun) -> bool {
        let stands = |general: &Noun, own: &Noun| {
            // Of what kind a noun is that no list has is not known.
            general.general & own.kinds != 0 || general.general != 0 && own.kinds == 0
        };
        !self.excludes(other)
            && (self.root == other.root
                || self.same & other.same != 0
                || stands(self, other)
                || stands(other, self)
                || self.root.ends_with(other.root)
                || other.root.ends_with(self.root))
    }

    /// Whether two nouns are of one kind, and name two of it: "bus", "truck".
    pub(crate) fn is_rival(&self, other: &Noun) -> bool {
        self.kinds & other.kinds != 0 && !self.may_be(other)
    }

    /// Whether two names are one, or for one.
    pub(crate) fn may_name(&self, other: &Noun) -> bool {
        self.root == other.root || self.same & other.same != 0
    }

    /// Whether two words exclude each other: "first" and "second", "man" and "woman".
    pub(crate) fn excludes(&self, other: &Noun) -> bool {
        self.side.0 != 0 && self.side.0 == other.side.0 && self.side.1 != other.side.1
    }

    /// Whether it is one of those that exclude others.
    pub(crate) fn faces(&self) -> bool {
        self.side.0 != 0
    }

    /// Whether it is a general word.
    pub(crate) fn is_general(&self) -> bool {
        self.general != 0
    }

    /// Whether it may stand for anything.
    pub(crate) fn is_wide(&self) -> bool {
        self.general == u32::MAX
    }
}

#[cfg(test)]
mod tests {
    use super::Nouns;
    use crate::lang::{Language, Morphology, Noun};

    fn noun(word: &str) -> Noun {
        let language = Language::english();
        language.nouns.noun(language.morphology.root(word), word == "teachers", |_| false)
    }

    #[test]
    fn nouns_name_one_thing_or_others() {
        let one = |a: &str, b: &str| noun(a).may_be(&noun(b)) && noun(b).may_be(&noun(a));
        assert!(one("truck", "lorries") && one("truck", "vehicle") && one("teachers", "woman"));
        assert!(!one("truck", "bus") && !one("teachers", "pupils") && !one("man", "woman"));
        assert!(one("company", "carmaker") && !one("carmaker", "airline") && one("plan", "stadium"));
        let language = Language::english();
        let root = |word: &str| language.morphology.root(word);
        let upper = language.nouns.noun(root("house"), false, |word| word == root("upper"));
        assert!(upper.may_be(&noun("senate")) && !noun("house").may_be(&noun("senate")));
    }

    #[test]
    fn errors_name_the_line() {
        let error = Nouns::read(("n.txt", "# fine\nplain: new\nodd: go"), &Morphology::default())
            .expect_err("no kind");
        assert_eq!(error.place(), Some("n.txt:3"));
    }
}
