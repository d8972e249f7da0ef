//! The words of tellings: which they share, which are rare, and which the story uses as names.

use super::merge::Telling;
use crate::events::{Model, Part, Stem};
use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};
use smallvec::SmallVec;
use std::ops::Range;

/// A word that no more tellings have than this is never common.
const COMMON: u32 = 12;
/// Room is made at once for so many words; only long stories have more.
const DIFFERENT: usize = 1024;
/// Rare words are counted in units of this beside all words, of which no telling has so many.
const RARE: u32 = 1 << 16;

/// The words of tellings by number, so that comparing two of them compares no text.
pub(super) struct Words {
    numbers: FxHashMap<Stem, u32>,
    /// Each telling's words, sorted, one telling behind the other.
    told: Vec<u32>,
    /// Where a telling's words end.
    ends: Vec<usize>,
    /// How many tellings have a word.
    counts: Vec<u32>,
    /// Whether the story uses a word as a name.
    named: Vec<bool>,
    /// The words of the telling that others are compared with.
    compared: Range<usize>,
    /// Their bits, and whether each of them has one of its own.
    compared_mark: u128,
    has_own_bits: bool,
    /// For each of these 1, and [`RARE`] more where it is rare; 0 for all others.
    weights: Vec<u32>,
    /// What more tellings than this have is common, and tells little.
    common: u32,
    /// A bit for each word of a telling, some words having one bit: tellings that share a word share a bit.
    marks: Vec<u128>,
    /// What names the deed, by telling.
    heads: Vec<Option<u32>>,
    /// Names in what says who does it, by telling: the first word of a sentence is one where it is elsewhere.
    who: Vec<SmallVec<[u32; 2]>>,
    /// Names with a number, by telling.
    models: Vec<SmallVec<[Model; 1]>>,
}

impl Words {
    pub(super) fn of(tellings: &[Telling<'_>]) -> Self {
        let known: FxHashSet<Stem> =
            tellings.iter().flat_map(|t| &t.event.models).map(|m| m.number).collect();
        let told = tellings.iter().map(|t| t.event.words.len()).sum();
        let different = DIFFERENT.min(told);
        let mut words = Words {
            numbers: FxHashMap::with_capacity_and_hasher(different, FxBuildHasher),
            told: Vec::with_capacity(told),
            ends: Vec::with_capacity(tellings.len()),
            counts: Vec::with_capacity(different),
            named: Vec::with_capacity(different),
            compared: 0..0,
            compared_mark: 0,
            has_own_bits: false,
            weights: Vec::new(),
            common: COMMON.max(tellings.len() as u32 / 20),
            marks: Vec::new(),
            heads: Vec::with_capacity(tellings.len()),
            who: Vec::with_capacity(tellings.len()),
            models: Vec::with_capacity(tellings.len()),
        };
        for telling in tellings {
            words.note(telling, &known);
        }
        let Words { who, named, .. } = &mut words;
        who.iter_mut().for_each(|who| who.retain(|word| named[*word as usize]));
        words.weights = vec![0; words.counts.len()];
        words.marks = (0..tellings.len()).map(|n| words.mark(n)).collect();
        words
    }

    /// Takes in one more telling.
    fn note(&mut self, telling: &Telling<'_>, known: &FxHashSet<Stem>) {
        let event = telling.event;
        let first = self.told.len();
        let mut own: SmallVec<[Model; 1]> = SmallVec::new();
        for model in &event.models {
            if !own.iter().any(|other| other.number == model.number) {
                own.push(*model);
            }
        }
        let mut who = SmallVec::new();
        for (stem, part) in event.words.iter() {
            if part.any(Part::KEY) {
                let number = self.number(stem);
                self.told.push(number);
                self.named[number as usize] |= part.any(Part::NAMED);
            }
            if part.any(Part::AGENT) {
                who.push(self.number(stem));
            }
            // "the 787" of a story that knows the Boeing 787.
            let short = part.any(Part::NUMBER) && known.contains(&stem);
            if short && !own.iter().any(|model| model.number == stem) {
                own.push(Model { kind: Stem::NONE, number: stem });
            }
        }
        for model in &own {
            let number = self.number(model.number);
            self.told.push(number);
        }
        let told = &mut self.told[first..];
        told.iter().for_each(|&word| self.counts[word as usize] += 1);
        told.sort_unstable();
        self.ends.push(self.told.len());
        let head = (event.head != Stem::NONE).then(|| self.number(event.head));
        self.heads.push(head);
        self.who.push(who);
        self.models.push(own);
    }

    /// The number of a word.
    fn number(&mut self, stem: Stem) -> u32 {
        *self.numbers.entry(stem).or_insert_with(|| {
            self.counts.push(0);
            self.named.push(false);
            self.counts.len() as u32 - 1
        })
    }

    /// Whether two tellings are of two things with numbers: two of one kind, or `any` two.
    pub(super) fn other_models(&self, n: usize, m: usize, any: impl Fn() -> bool) -> bool {
        let (a, b) = (&self.models[n], &self.models[m]);
        // Most tellings have none.
        if a.is_empty() || b.is_empty() {
            return false;
        }
        let pairs = || a.iter().flat_map(|x| b.iter().map(move |y| (x, y)));
        pairs().all(|(x, y)| x.number != y.number)
            && pairs().any(|(x, y)| any() || x.kind == y.kind && x.kind != Stem::NONE)
    }

    /// Whether the story uses a word as a name.
    pub(super) fn is_name(&self, word: Stem) -> bool {
        self.numbers.get(&word).is_some_and(|&number| self.named[number as usize])
    }

    /// Whether the story uses a word as a name, by its number.
    pub(super) fn is_named(&self, word: u32) -> bool {
        self.named[word as usize]
    }

    /// Whether two tellings say the same of others: but for a name or two all words are shared.
    pub(super) fn differ_in_name(&self, n: usize, m: usize) -> bool {
        let (a, b) = (self.told(n), self.told(m));
        let differs = |own: &[u32], other: &[u32]| {
            let mut rest = own.iter().filter(|word| other.binary_search(word).is_err()).peekable();
            rest.peek().is_some() && rest.all(|&word| self.named[word as usize])
        };
        differs(a, b) && differs(b, a)
    }

    /// Whether two tellings both have names, and none in common.
    pub(super) fn other_names(&self, n: usize, m: usize) -> bool {
        let names = |n: usize| self.told(n).iter().filter(|&&word| self.named[word as usize]);
        names(n).next().is_some()
            && names(m).next().is_some()
            && !names(n).any(|name| self.told(m).binary_search(name).is_ok())
    }

    /// Whether each of two tellings has a name that the other has not.
    pub(super) fn each_names_more(&self, n: usize, m: usize) -> bool {
        let more = |n: usize, m: usize| {
            let mut names = self.told(n).iter().filter(|&&word| self.named[word as usize]);
            names.any(|name| self.told(m).binary_search(name).is_err())
        };
        more(n, m) && more(m, n)
    }

    /// What names the deed of the n-th telling.
    pub(super) fn head(&self, n: usize) -> Option<u32> {
        self.heads[n]
    }

    /// Whether two tellings name others who do it.
    pub(super) fn strangers(&self, n: usize, m: usize) -> bool {
        let (a, b) = (&self.who[n], &self.who[m]);
        !a.is_empty() && !b.is_empty() && !a.iter().any(|word| b.contains(word))
    }

    /// Of how many tellings they are.
    pub(super) fn tellings(&self) -> usize {
        self.ends.len()
    }

    /// How many words there are; their numbers are below.
    pub(super) fn len(&self) -> usize {
        self.counts.len()
    }

    /// How many tellings have a word, at most.
    pub(super) fn count(&self, word: u32) -> u32 {
        self.counts[word as usize]
    }

    /// The words of the n-th telling, sorted.
    pub(super) fn told(&self, n: usize) -> &[u32] {
        &self.told[self.range(n)]
    }

    /// Where they stand among all.
    pub(super) fn range(&self, n: usize) -> Range<usize> {
        n.checked_sub(1).map_or(0, |before| self.ends[before])..self.ends[n]
    }

    /// The words of the n-th telling that another has, too; what nobody else tells finds nothing.
    pub(super) fn told_again(&self, n: usize) -> impl Iterator<Item = u32> + Clone {
        self.told(n).iter().copied().filter(|&word| self.counts[word as usize] > 1)
    }

    /// Notes with which telling the next ones are compared.
    pub(super) fn compare_with(&mut self, n: usize) {
        let own = self.range(n);
        self.compared_mark = self.marks[n];
        self.has_own_bits = self.marks[n].count_ones() as usize == own.len();
        for &word in &self.told[std::mem::replace(&mut self.compared, own.clone())] {
            self.weights[word as usize] = 0;
        }
        for &word in &self.told[own] {
            self.weights[word as usize] = if self.is_rare(word) { 1 | RARE } else { 1 };
        }
    }

    /// The bits of a telling's words.
    fn mark(&self, n: usize) -> u128 {
        self.told(n).iter().fold(0, |mark, word| mark | 1 << (word % u128::BITS))
    }

    fn is_rare(&self, word: u32) -> bool {
        self.counts[word as usize] <= self.common
    }

    /// Whether the m-th telling may share a word with that one, or `several` words.
    pub(super) fn may_share(&self, m: usize, several: bool) -> bool {
        let shared = self.compared_mark & self.marks[m];
        // Where each word has a bit of its own, two words are two bits.
        let one = self.has_own_bits && shared & shared.wrapping_sub(1) == 0;
        shared != 0 && !(several && one)
    }

    /// How many words the m-th telling shares with that one, and how many of them are rare.
    pub(super) fn shared_with(&self, m: usize) -> (usize, usize) {
        let weight: u32 = self.told(m).iter().map(|&word| self.weights[word as usize]).sum();
        ((weight % RARE) as usize, (weight / RARE) as usize)
    }
}
