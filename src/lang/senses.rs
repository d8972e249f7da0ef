//! What verbs imply beside the deed that they name: that they need no object, that what they say of is untrue, which other deeds they
//! exclude.
//!
//! A verbs file has a kind a line, `kind: verb verb …`. `verb+word` is a verb with that word behind it; of what has sides, `|` stands
//! between them.

use super::lexicon::lines;
use super::morphology::Morphology;
use super::stem::Stem;
use crate::error::{Error, Result};
use crate::pack::packed;
use rustc_hash::FxHashMap;

/// What the verbs of a language imply.
#[derive(Clone, Debug, Default)]
pub(crate) struct Senses {
    /// Roots of verbs that need no object, sorted.
    alone: Vec<Stem>,
    /// Roots of verbs that set another time, and of the words behind them; [`Stem::NONE`] of those that need none.
    rescheduling: Vec<(Stem, Stem)>,
    doubting: Vec<Stem>,
    believing: Vec<Stem>,
    /// Roots of verbs whose weekday is their own, even behind what was decided: "voted to approve the budget on Tuesday".
    deciding: Vec<Stem>,
    mutual: Vec<Stem>,
    /// Words that tell that it happened before.
    repeating: Vec<Stem>,
    sides: FxHashMap<Stem, Vec<Side>>,
}

/// On which side of deeds that face each other a verb stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Side {
    /// Number of the deeds that face each other.
    pub(crate) of: u8,
    /// Number of the side.
    pub(crate) side: u8,
    /// The sides tell one deed, each of its own subject.
    pub(crate) mirrored: bool,
}

packed!(struct Side { of, side, mirrored });
packed!(struct Senses { alone, rescheduling, doubting, believing, deciding, mutual, repeating, sides });

impl Senses {
    /// Reads a verbs file.
    pub(super) fn read((file, text): (&str, &str), morphology: &Morphology) -> Result<Self> {
        let mut senses = Senses::default();
        let mut faced = 0;
        for (number, line) in lines(text) {
            let wrong = |message: String| Error::language(message).at(format!("{file}:{number}"));
            let (kind, verbs) = line
                .split_once(':')
                .ok_or_else(|| wrong(format!("expected `kind: verb verb …`, found `{line}`")))?;
            let roots = || verbs.split_whitespace().map(|verb| morphology.root(verb));
            match kind {
                "alone" => senses.alone.extend(roots()),
                "doubting" => senses.doubting.extend(roots()),
                "believing" => senses.believing.extend(roots()),
                "deciding" => senses.deciding.extend(roots()),
                "repeating" => senses.repeating.extend(roots()),
                "mutual" => senses.mutual.extend(roots()),
                "rescheduling" => {
                    let both = |verb: &str| match verb.split_once('+') {
                        Some((verb, word)) => (morphology.root(verb), morphology.root(word)),
                        None => (morphology.root(verb), Stem::NONE),
                    };
                    senses.rescheduling.extend(verbs.split_whitespace().map(both));
                }
                "opposed" | "mirrored" => {
                    for (side, verbs) in verbs.split('|').enumerate() {
                        let side = Side { of: faced, side: side as u8, mirrored: kind == "mirrored" };
                        for verb in verbs.split_whitespace() {
                            let sides = senses.sides.entry(morphology.root(verb)).or_default();
                            if !sides.contains(&side) {
                                sides.push(side);
                            }
                        }
                    }
                    faced += 1;
                }
                _ => return Err(wrong(format!("`{kind}` is no kind of verbs"))),
            }
        }
        senses.alone.sort_unstable();
        Ok(senses)
    }

    /// Whether a verb of this root needs no object: "resigned", "moved".
    pub(crate) fn goes_alone(&self, root: Stem) -> bool {
        self.alone.binary_search(&root).is_ok()
    }

    /// Whether a verb of this root sets another time for what was planned, with the word behind it: "postponed", "pushed back".
    pub(crate) fn reschedules(&self, root: Stem, behind: impl Fn() -> Stem) -> bool {
        let mut own = self.rescheduling.iter().filter(|(verb, _)| *verb == root).map(|(_, word)| *word);
        own.any(|word| word == Stem::NONE || word == behind())
    }

    /// Whether a weekday behind what a verb of this root decided is that of the decision: "voted to approve the budget on Tuesday".
    pub(crate) fn decides(&self, root: Stem) -> bool {
        self.deciding.contains(&root)
    }

    /// Whether what a verb of this root says "that" of is said to be untrue: "rejected claims that", negated "does not believe that".
    pub(crate) fn doubts(&self, root: Stem, negated: bool) -> bool {
        if negated { &self.believing } else { &self.doubting }.contains(&root)
    }

    /// Whether a word tells that it happened before: "again".
    pub(crate) fn repeats(&self, root: Stem) -> bool {
        self.repeating.contains(&root)
    }

    /// Whether who does it and with whom may change places: "met", "agreed".
    pub(crate) fn is_mutual(&self, root: Stem) -> bool {
        self.mutual.contains(&root)
    }

    /// The sides on which a verb of this root stands.
    pub(crate) fn sides(&self, root: Stem) -> &[Side] {
        self.sides.get(&root).map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use super::Senses;
    use crate::lang::{Language, Morphology};

    #[test]
    fn deeds_face_each_other() {
        let language = Language::english();
        let sides = |word: &str| language.senses.sides(language.morphology.root(word));
        let opposed = |a: &str, b: &str| {
            sides(a).iter().any(|x| sides(b).iter().any(|y| x.of == y.of && x.side != y.side && !x.mirrored))
        };
        assert!(opposed("approved", "rejected") && opposed("arrested", "sentenced"));
        assert!(!opposed("approved", "passed") && !opposed("met", "left"));
        assert!(!opposed("won", "lost") && sides("won").iter().any(|side| side.mirrored));
        assert!(language.senses.doubts(language.morphology.root("rejected"), false));
        assert!(language.senses.doubts(language.morphology.root("believed"), true));
    }

    #[test]
    fn errors_name_the_line() {
        let error = Senses::read(("v.txt", "# fine\nalone: go\nodd: go"), &Morphology::default())
            .expect_err("no kind");
        assert_eq!(error.place(), Some("v.txt:3"));
    }
}
