//! The words of tellings: which they share, which are rare, and which the story uses as names.

use super::merge::Telling;
use crate::events::{Model, Stem};
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;
use std::ops::Range;

/// A word that no more tellings have than this is never common.
const COMMON: u32 = 12;
/// Rare words are counted in units of this beside all words, of which no telling has so many.
const RARE: u32 = 1 << 16;

/// The words of tellings by number, so that comparing two of them compares no text.
pub(super) struct Words {
    /// Each telling's words, sorted, one telling behind the other.
    told: Vec<u32>,
    /// Where a telling's words end.
    ends: Vec<usize>,
    /// How many tellings have a word.
    counts: Vec<u32>,
    /// The words of the telling that others are compared with.
    compared: Range<usize>,
    /// For each of these 1, and [`RARE`] more where it is rare; 0 for all others.
    weights: Vec<u32>,
    /// What more tellings than this have is common, and tells little.
    common: u32,
    /// What the story uses as a name.
    named: FxHashSet<Stem>,
    /// Names in what says who does it, by telling: the first word of a sentence is one where it is elsewhere.
    who: Vec<SmallVec<[Stem; 2]>>,
    /// Names with a number, by telling.
    models: Vec<SmallVec<[Model; 1]>>,
}

impl Words {
    pub(super) fn of(tellings: &[Telling<'_>]) -> Self {
        let mut numbers: FxHashMap<Stem, u32> = FxHashMap::default();
        let (mut told, mut ends, mut counts) = (Vec::new(), Vec::new(), Vec::new());
        let known: FxHashSet<Stem> =
            tellings.iter().flat_map(|t| &t.event.models).map(|m| m.number).collect();
        let mut models = Vec::new();
        for telling in tellings {
            let event = telling.event;
            let first = told.len();
            let mut own: SmallVec<[Model; 1]> = event.models.iter().copied().collect();
            // "the 787" of a story that knows the Boeing 787.
            let short = event.numbers.iter().filter(|number| known.contains(number));
            own.extend(short.map(|&number| Model { kind: Stem::NONE, number }));
            own.dedup_by_key(|model| model.number);
            for key in event.keys.iter().chain(own.iter().map(|model| &model.number)) {
                let number = *numbers.entry(*key).or_insert_with(|| {
                    counts.push(0);
                    counts.len() as u32 - 1
                });
                counts[number as usize] += 1;
                told.push(number);
            }
            models.push(own);
            told[first..].sort_unstable();
            ends.push(told.len());
        }
        let common = COMMON.max(tellings.len() as u32 / 20);
        let weights = vec![0; counts.len()];
        let named: FxHashSet<Stem> = tellings.iter().flat_map(|t| &t.event.named).copied().collect();
        let names =
            |t: &Telling<'_>| t.event.agent.iter().filter(|word| named.contains(word)).copied().collect();
        let who = tellings.iter().map(names).collect();
        Words { told, ends, counts, common, compared: 0..0, weights, named, who, models }
    }

    /// Whether two tellings are of two things with numbers: two of one kind, or `any` two.
    pub(super) fn other_models(&self, n: usize, m: usize, any: impl Fn() -> bool) -> bool {
        let (a, b) = (&self.models[n], &self.models[m]);
        let pairs = || a.iter().flat_map(|x| b.iter().map(move |y| (x, y)));
        pairs().all(|(x, y)| x.number != y.number)
            && pairs().any(|(x, y)| any() || x.kind == y.kind && x.kind != Stem::NONE)
    }

    /// Whether the story uses a word as a name.
    pub(super) fn is_name(&self, word: &Stem) -> bool {
        self.named.contains(word)
    }

    /// Whether two tellings name others who do it.
    pub(super) fn strangers(&self, n: usize, m: usize) -> bool {
        let (a, b) = (&self.who[n], &self.who[m]);
        !a.is_empty() && !b.is_empty() && !a.iter().any(|word| b.contains(word))
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
    pub(super) fn told_again(&self, n: usize) -> impl Iterator<Item = u32> {
        self.told(n).iter().copied().filter(|&word| self.counts[word as usize] > 1)
    }

    /// Notes with which telling the next ones are compared.
    pub(super) fn compare_with(&mut self, n: usize) {
        let own = self.range(n);
        for &word in &self.told[std::mem::replace(&mut self.compared, own.clone())] {
            self.weights[word as usize] = 0;
        }
        for &word in &self.told[own] {
            let rare = self.counts[word as usize] <= self.common;
            self.weights[word as usize] = if rare { 1 | RARE } else { 1 };
        }
    }

    /// How many words the m-th telling shares with that one, and how many of them are rare.
    pub(super) fn shared_with(&self, m: usize) -> (usize, usize) {
        let weight: u32 = self.told(m).iter().map(|&word| self.weights[word as usize]).sum();
        ((weight % RARE) as usize, (weight / RARE) as usize)
    }
}
