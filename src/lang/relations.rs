//! Words that place a time by an event, and words that tell of one happening.
//!
//! A relations file has one relation a line, `relation [n] [unit] [@part]: words; words`, where `n` may be `low..high` and `part` is a
//! part of the day, `relation told: …` where the words themselves stand for the event that was told last, `relation counted: …` where they mean so
//! only behind a length, `relation clause: …` before a clause alone, `relation yearly: …` where the day comes again each year, and the words that tell which
//! event is meant behind `other:`, `whose:`, `nth:`, `article:` and `placing:`; a kin file has the words of one happening a
//! line, those that lead up to it behind `|`, and what names it in general before `>`; a nominals file has a verb and the nouns made of it a line, behind `once` where it
//! happens to nobody twice, behind `suffered` where that holds of those to whom it is done, and `verb+word` for a verb that names the
//! deed only with that word behind it; behind `verbs`, or `suffered verbs`, stand verbs of one deed, and forms of one verb, that no noun tells again.

use super::lexicon::{Lexicon, lines};
use super::morphology::Morphology;
use super::stem::Stem;
use super::word::WordId;
use crate::error::{Error, Result};
use crate::expression::{Amount, PartOfDay, Quantity, Relation, Unit};
use crate::pack::packed;
use crate::sorting;
use rustc_hash::FxHashMap;

/// Words that place a time by an event: "shortly before", "in the wake of".
#[derive(Clone, Debug)]
pub(crate) struct Connective {
    /// The words.
    pub(crate) words: Vec<WordId>,
    /// How the time stands to the event.
    pub(crate) relation: Relation,
    /// How far, where the words say it.
    pub(crate) by: Option<Amount>,
    /// The part of the day, where the words say it: "the morning after".
    pub(crate) part: Option<PartOfDay>,
    /// The words name no event, and mean the one told last: "at the time".
    pub(crate) told: bool,
    /// They mean so only behind a length: "two days into the trial".
    pub(crate) counted: bool,
    /// They do so before a clause only, which tells again what is dated elsewhere: "when the dam burst".
    pub(crate) clause: bool,
    /// The day comes again each year: "on the anniversary of".
    pub(crate) yearly: bool,
}

/// A happening that several words tell of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Kin {
    /// Its number.
    pub(crate) happening: u16,
    /// The word names what leads up to it.
    pub(crate) leads_up: bool,
}

/// Connectives and kin of a language.
#[derive(Clone, Debug, Default)]
pub(crate) struct Relations {
    /// Those that start with one word, longer ones first.
    connectives: Vec<Vec<Connective>>,
    /// Those that are connectives only behind a length, or before a clause that is told elsewhere.
    guarded: Vec<Connective>,
    /// For each word, where in `connectives` those stand that start with it; 0 holds none, as most words start none.
    opened_by: Vec<u16>,
    /// For each of these lists a bit for each word that goes on with a connective of it, some words having one bit; all bits where
    /// one has no second word.
    seconds: Vec<u64>,
    kin: FxHashMap<Stem, Vec<Kin>>,
    /// Numbers of the kinds of happenings that a root names in general: "the disaster".
    general: FxHashMap<Stem, Vec<u16>>,
    /// Numbers of the kinds to which belongs what a root tells: "sank".
    special: FxHashMap<Stem, Vec<u16>>,
    /// Roots of words that name another event than the one told: "previous".
    others: Vec<Stem>,
    /// Roots of those whose event is another's: "predecessor".
    whose: Vec<Stem>,
    /// Roots that tell which of several is meant, in order: "first".
    nth: Vec<Stem>,
    /// Roots of articles of what was told before.
    articles: Vec<Stem>,
    /// Roots of what leads to whose an event was, or where.
    placing: Vec<Stem>,
    /// Numbers of the deeds that a root names.
    deeds: FxHashMap<Stem, Vec<u16>>,
    /// Those that a verb names only with a word behind it: "stepped down".
    with: FxHashMap<Stem, Vec<With>>,
    /// Numbers of the deeds that a root names as a verb only: "made", "lowered".
    verbs: FxHashMap<Stem, Vec<u16>>,
    /// Numbers of the deeds that nobody does twice.
    once: Vec<u16>,
    /// Numbers of the deeds that are done to nobody twice.
    suffered: Vec<u16>,
}

/// A word that makes a verb before it name a deed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct With {
    /// Its root.
    pub(crate) word: Stem,
    /// The deed's number.
    pub(crate) deed: u16,
}

/// What may stand behind a relation in its file.
const MARKS: [&str; 4] = [" told", " counted", " clause", " yearly"];

packed!(struct Connective { words, relation, by, part, told, counted, clause, yearly });
packed!(struct Kin { happening, leads_up });
packed!(struct With { word, deed });
packed!(struct Relations { connectives, guarded, opened_by, seconds, kin, general, special, others, whose, nth, articles, placing, deeds, with, verbs, once, suffered });

impl Relations {
    /// Reads both files.
    pub(super) fn read(
        connectives: (&str, &str),
        kin: (&str, &str),
        nominals: (&str, &str),
        morphology: &Morphology,
        lexicon: &mut Lexicon,
    ) -> Result<Relations> {
        let mut relations =
            Relations { connectives: vec![Vec::new()], seconds: vec![0], ..Relations::default() };
        for (number, line) in lines(connectives.1) {
            let at = |message: String| Error::language(message).at(format!("{}:{number}", connectives.0));
            let (head, all) = line.split_once(':').ok_or_else(|| {
                at(format!("expected `relation [n] [unit] [@part]: words; words`, found `{line}`"))
            })?;
            if let Some(list) = relations.telling_which(head) {
                list.extend(all.split(';').map(|word| morphology.root(word.trim())));
                continue;
            }
            let marked = |mark| head.strip_suffix(mark).map_or((head, false), |head: &str| (head, true));
            let [(_, is_told), (_, is_counted), (_, is_clause), (_, is_yearly)] = MARKS.map(marked);
            let head = MARKS.iter().find_map(|mark| head.strip_suffix(mark)).unwrap_or(head);
            let no_relation = || {
                at(format!(
                    "`{head}` is no relation (before, after, …) with a number, a unit and a part of the day"
                ))
            };
            let (how, part) = match head.split_once('@') {
                Some((how, part)) => (how, Some(PartOfDay::from_name(part.trim()).ok_or_else(no_relation)?)),
                None => (head, None),
            };
            let (relation, by) = parse_head(how).ok_or_else(no_relation)?;
            for words in all.split(';').map(str::trim).filter(|w| !w.is_empty()) {
                // A hyphen is a token of its own: "in the run-up to".
                let words: Vec<WordId> = words
                    .replace('-', " - ")
                    .split_whitespace()
                    .map(|word| lexicon.intern(word).map_err(|e| at(e.to_string())))
                    .collect::<Result<_>>()?;
                relations.add(Connective {
                    words,
                    relation,
                    by,
                    part,
                    told: is_told,
                    counted: is_counted,
                    clause: is_clause,
                    yearly: is_yearly,
                });
            }
        }
        for list in &mut relations.connectives {
            sorting::sort_by_key(list, |c| std::cmp::Reverse(c.words.len()));
        }
        for (happening, (_, line)) in lines(kin.1).enumerate() {
            if let Some((general, special)) = line.split_once('>') {
                for (words, roots) in [(general, &mut relations.general), (special, &mut relations.special)] {
                    for word in words.split_whitespace() {
                        roots.entry(morphology.root(word)).or_default().push(happening as u16);
                    }
                }
                continue;
            }
            let (own, before) = line.split_once('|').unwrap_or((line, ""));
            for (words, leads_up) in [(own, false), (before, true)] {
                for word in words.split_whitespace() {
                    let kin = Kin { happening: happening as u16, leads_up };
                    relations.kin.entry(morphology.root(word)).or_default().push(kin);
                }
            }
        }
        for (deed, (_, line)) in lines(nominals.1).enumerate() {
            let once = line.strip_prefix("once ");
            let suffered = line.strip_prefix("suffered ");
            relations.once.extend(once.map(|_| deed as u16));
            relations.suffered.extend(suffered.map(|_| deed as u16));
            let words = once.or(suffered).unwrap_or(line);
            let verbs = words.strip_prefix("verbs ");
            for word in verbs.unwrap_or(words).split_whitespace() {
                if let Some((verb, word)) = word.split_once('+') {
                    let with = With { word: morphology.root(word), deed: deed as u16 };
                    relations.with.entry(morphology.root(verb)).or_default().push(with);
                    continue;
                }
                let by_root = if verbs.is_some() { &mut relations.verbs } else { &mut relations.deeds };
                let deeds = by_root.entry(morphology.root(word)).or_default();
                if deeds.last() != Some(&(deed as u16)) {
                    deeds.push(deed as u16);
                }
            }
        }
        Ok(relations)
    }

    /// The list of words that tell which event is meant, by its name in the file.
    fn telling_which(&mut self, name: &str) -> Option<&mut Vec<Stem>> {
        match name.trim() {
            "other" => Some(&mut self.others),
            "whose" => Some(&mut self.whose),
            "nth" => Some(&mut self.nth),
            "article" => Some(&mut self.articles),
            "placing" => Some(&mut self.placing),
            _ => None,
        }
    }

    fn add(&mut self, connective: Connective) {
        let first = connective.words.first().map_or(0, |word| usize::from(word.0));
        if self.opened_by.len() <= first {
            self.opened_by.resize(first + 1, 0);
        }
        if self.opened_by[first] == 0 {
            self.opened_by[first] = self.connectives.len() as u16;
            self.connectives.push(Vec::new());
            self.seconds.push(0);
        }
        let list = usize::from(self.opened_by[first]);
        self.seconds[list] |= connective.words.get(1).map_or(u64::MAX, |second| bit(*second));
        let list = if connective.counted || connective.clause {
            &mut self.guarded
        } else {
            &mut self.connectives[list]
        };
        list.push(connective);
    }

    /// Whether any connective may start with a word that another stands behind.
    #[inline]
    pub(crate) fn may_open(&self, first: WordId, second: WordId) -> bool {
        let list = self.opened_by.get(usize::from(first.0)).copied().unwrap_or(0);
        // Most words open none; "the" and "in" open many, and mostly something else follows them.
        list > 0 && self.seconds.get(usize::from(list)).is_some_and(|bits| bits & bit(second) != 0)
    }

    /// The connectives that start with a word; longer ones first.
    #[inline]
    pub(crate) fn connectives(&self, first: WordId) -> &[Connective] {
        let list = self.opened_by.get(usize::from(first.0)).copied().unwrap_or(0);
        self.connectives.get(usize::from(list)).map_or(&[], Vec::as_slice)
    }

    /// Those that are connectives only behind a length, or before a clause that is told elsewhere, and start with a word.
    pub(crate) fn guarded(&self, first: WordId) -> impl Iterator<Item = &Connective> + Clone {
        self.guarded.iter().filter(move |c| c.words.first() == Some(&first))
    }

    /// The happenings that a root (see [`Morphology::root`]) tells of.
    pub(crate) fn kin(&self, root: Stem) -> &[Kin] {
        self.kin.get(&root).map_or(&[], Vec::as_slice)
    }

    /// The kinds of happenings that a root names in general, whatever their own names are: "the disaster".
    pub(crate) fn general(&self, root: Stem) -> &[u16] {
        self.general.get(&root).map_or(&[], Vec::as_slice)
    }

    /// The kinds to which belongs what a root tells: "sank".
    pub(crate) fn special(&self, root: Stem) -> &[u16] {
        self.special.get(&root).map_or(&[], Vec::as_slice)
    }

    /// Whether a root names another event than the one told: "previous".
    pub(crate) fn is_other(&self, root: Stem) -> bool {
        self.others.contains(&root)
    }

    /// Whether the event of whom a root names is another's: "predecessor".
    pub(crate) fn is_whose(&self, root: Stem) -> bool {
        self.whose.contains(&root)
    }

    /// Whether a root is an article of what was told before: "the".
    pub(crate) fn is_article(&self, root: Stem) -> bool {
        self.articles.contains(&root)
    }

    /// Whether a root leads to whose an event was, or where: "of", "near".
    pub(crate) fn is_placing(&self, root: Stem) -> bool {
        self.placing.contains(&root)
    }

    /// Which of several a root tells, from 0: "first".
    pub(crate) fn nth(&self, root: Stem) -> Option<usize> {
        self.nth.iter().position(|nth| *nth == root)
    }

    /// The deeds that a root names, as a verb or a noun made of it: "delivery" and "delivered" name one.
    pub(crate) fn deeds(&self, root: Stem) -> &[u16] {
        self.deeds.get(&root).map_or(&[], Vec::as_slice)
    }

    /// The deeds that a root names as a verb only; no deed that a noun names is among them.
    pub(crate) fn verbs(&self, root: Stem) -> &[u16] {
        self.verbs.get(&root).map_or(&[], Vec::as_slice)
    }

    /// The words that make a verb of this root name a deed, where they stand behind it.
    pub(crate) fn with(&self, root: Stem) -> &[With] {
        self.with.get(&root).map_or(&[], Vec::as_slice)
    }

    /// Whether a deed happens to nobody twice: a birth, a death.
    pub(crate) fn is_once(&self, deed: u16) -> bool {
        self.once.contains(&deed)
    }

    /// Whether a deed is done to nobody twice: a killing.
    pub(crate) fn is_suffered(&self, deed: u16) -> bool {
        self.suffered.contains(&deed)
    }
}

/// The bit of a word in a set of words, which shares it with others, but not with those that the lexicon does not list.
const fn bit(word: WordId) -> u64 {
    let listed = word.0 as u32 % (u64::BITS - 1) + 1;
    1 << if word.0 == WordId::UNKNOWN.0 { 0 } else { listed }
}

/// `before`, `before day`, `before 1 day`.
fn parse_head(head: &str) -> Option<(Relation, Option<Amount>)> {
    let mut words = head.split_whitespace();
    let relation = Relation::from_name(words.next()?)?;
    let rest: Vec<_> = words.collect();
    let by = match rest.as_slice() {
        [] => None,
        [unit] => Some(Amount { quantity: Quantity::Some, unit: Unit::from_name(unit)?, plus: None }),
        [n, unit] => {
            let unit = Unit::from_name(unit)?;
            Some(match n.split_once("..") {
                Some((low, high)) => {
                    let quantity = Quantity::Between(low.parse().ok()?, high.parse().ok()?);
                    Amount { quantity, unit, plus: None }
                }
                None => Amount::new(n.parse().ok()?, unit),
            })
        }
        _ => return None,
    };
    Some((relation, by))
}

#[cfg(test)]
mod tests {
    use super::Relations;
    use crate::expression::Relation;
    use crate::lang::{Language, Lexicon, Morphology, WordKey};

    #[test]
    fn longer_connectives_come_first() {
        let Language { lexicon, relations, .. } = Language::english();
        let of = |word: &str| relations.connectives(lexicon.find(WordKey::of(word).expect("a key")));
        let found = of("in").first().expect("a connective");
        assert!(found.words.len() >= 4, "{found:?}");
        assert!(of("before").iter().any(|c| c.relation == Relation::Before && c.by.is_none()));
        assert!(of("teapot").is_empty());
    }

    #[test]
    fn kin_share_a_happening() {
        let language = Language::english();
        let of = |word: &str| language.relations.kin(language.morphology.root(word)).to_vec();
        assert_eq!(of("election")[0].happening, of("Voted")[0].happening);
        assert!(of("race")[0].leads_up);
        assert!(of("teapot").is_empty());
    }

    #[test]
    fn nouns_name_the_deed_of_their_verb() {
        let language = Language::english();
        let of = |word: &str| language.relations.deeds(language.morphology.root(word)).to_vec();
        assert!(of("Delivery").iter().any(|d| of("delivered").contains(d)));
        assert!(of("shooting").iter().any(|d| of("killed").contains(d)));
        assert!(of("teapot").is_empty());
        let verbs = |word: &str| language.relations.verbs(language.morphology.root(word)).to_vec();
        assert!(
            !verbs("made").is_empty() && verbs("made") == verbs("makes") && verbs("took") != verbs("made")
        );
        assert!(verbs("lowered").iter().any(|deed| verbs("reduce").contains(deed)));
        assert!(of("made").is_empty(), "it names no deed that a noun could tell again");
    }

    #[test]
    fn errors_name_the_line() {
        let none = Morphology::default();
        let mut lexicon = Lexicon::new();
        let file = ("r.txt", "# fine\nbefore hand: x");
        let error =
            Relations::read(file, ("k.txt", ""), ("n.txt", ""), &none, &mut lexicon).expect_err("no unit");
        assert_eq!(error.place(), Some("r.txt:2"));
    }
}
