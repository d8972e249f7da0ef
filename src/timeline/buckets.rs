//! Where groups of tellings are looked up: by the words of a telling, and the stretches of the calendar that its time lies in.

use super::merge::{Telling, YEARS_APART, is_fine};
use super::words::Words;
use crate::events::Basis;
use crate::expression::Grain;
use crate::resolve::{Interval, When};
use chrono::{Datelike, Days, NaiveDateTime};
use rustc_hash::FxHashMap;
use smallvec::{SmallVec, smallvec};
use std::collections::hash_map::Entry;
use std::ops::Range;

/// How many groups of a bucket are looked at, latest first: a word that all share tells nothing.
const LOOKED_AT: u32 = 24;
/// So few tellings of a word are gone through sooner than its buckets are looked up; of no more than are looked at of a bucket.
const FEW: u32 = 8;
/// How many days or months of a long time make buckets.
const SLOTS: usize = 4;

/// A stretch of the calendar that buckets stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Slot {
    /// A day of a time as fine as that.
    Day(i32),
    /// A month of a fine time.
    FineMonth(i32),
    /// A month of a coarse time.
    CoarseMonth(i32),
    /// A year of a time that is no coarser than a month.
    FineYear(i32),
    /// A year of a time coarser than months.
    Year(i32),
}

/// Slots of one time, of which there are few.
pub(super) type Slots = SmallVec<[Slot; 12]>;

/// Groups by slot and word: each bucket holds those with a telling that has the word and lies in the slot.
pub(super) struct Buckets {
    /// The last telling of each word that few have, as an index into `tellings`.
    few: Vec<Option<u32>>,
    /// Tellings of such words.
    tellings: Vec<Told>,
    /// The slots in which these lie.
    lie_in: Vec<Slot>,
    /// The slots in which any group lies by a word that many tellings have, by number.
    slots: FxHashMap<Slot, u32>,
    /// The last group of the bucket of such a word, by the numbers of slot and word, as an index into `links`.
    many: FxHashMap<(u32, u32), u32>,
    /// The groups of these buckets, each with where the one before it in its bucket stands.
    links: Vec<(usize, Option<u32>)>,
    /// The telling that looked at a group last, by group.
    looked_by: Vec<usize>,
}

/// A telling that has a word.
struct Told {
    group: usize,
    /// Where its slots stand.
    slots: Range<u32>,
    /// The telling of the same word before it.
    before: Option<u32>,
}

/// Whether so few tellings have a word that it needs no buckets.
fn is_of_few(words: &Words, word: u32) -> bool {
    words.count(word) <= FEW
}

impl Buckets {
    /// Empty ones, for tellings of these words.
    pub(super) fn of(words: &Words) -> Self {
        Buckets {
            few: vec![None; words.len()],
            tellings: Vec::new(),
            lie_in: Vec::with_capacity(SLOTS * words.tellings()),
            slots: FxHashMap::default(),
            many: FxHashMap::default(),
            links: Vec::new(),
            looked_by: Vec::with_capacity(words.tellings()),
        }
    }

    /// Puts the group of the n-th telling into the buckets of its words and slots, as the last.
    pub(super) fn put(&mut self, n: usize, own: &[Slot], words: &Words, group: usize) {
        if group == self.looked_by.len() {
            self.looked_by.push(n);
        }
        let start = self.lie_in.len() as u32;
        self.lie_in.extend_from_slice(own);
        for word in words.told_again(n).filter(|&word| is_of_few(words, word)) {
            let here = self.tellings.len() as u32;
            let before = self.few[word as usize].replace(here);
            self.tellings.push(Told { group, slots: start..start + own.len() as u32, before });
        }
        for slot in own {
            for word in words.told_again(n).filter(|&word| !is_of_few(words, word)) {
                self.link(*slot, word, group);
            }
        }
    }

    /// Puts a group into one bucket.
    fn link(&mut self, slot: Slot, word: u32, group: usize) {
        let next = self.slots.len() as u32;
        let slot = *self.slots.entry(slot).or_insert(next);
        let here = self.links.len() as u32;
        match self.many.entry((slot, word)) {
            Entry::Vacant(bucket) => {
                bucket.insert(here);
                self.links.push((group, None));
            }
            Entry::Occupied(mut bucket) => {
                if self.links[*bucket.get() as usize].0 != group {
                    self.links.push((group, Some(bucket.insert(here))));
                }
            }
        }
    }

    /// The groups of the buckets of some slots and the words of the n-th telling, each once; of each bucket the last ones.
    pub(super) fn each(&mut self, n: usize, looked: &[Slot], words: &Words, mut found: impl FnMut(usize)) {
        let looked_by = &mut self.looked_by;
        for word in words.told_again(n).filter(|&word| is_of_few(words, word)) {
            let mut at = self.few[word as usize];
            while let Some(Told { group, slots, before }) = at.map(|at| &self.tellings[at as usize]) {
                let own = &self.lie_in[slots.start as usize..slots.end as usize];
                if looked_by[*group] != n && own.iter().any(|slot| looked.contains(slot)) {
                    looked_by[*group] = n;
                    found(*group);
                }
                at = *before;
            }
        }
        for slot in looked.iter().filter_map(|slot| self.slots.get(slot)) {
            for word in words.told_again(n).filter(|&word| !is_of_few(words, word)) {
                let mut at = self.many.get(&(*slot, word)).copied();
                for _ in 0..LOOKED_AT {
                    let Some((group, before)) = at.map(|at| self.links[at as usize]) else { break };
                    if std::mem::replace(&mut looked_by[group], n) != n {
                        found(group);
                    }
                    at = before;
                }
            }
        }
    }
}

/// Further slots in which the same event may lie: those of the weeks before, for a telling that has no date of its own, and
/// those of its month, where another source may give another day; for what is done to nothing twice those of the years around.
pub(super) fn weeks_around(telling: &Telling<'_>) -> Slots {
    let Some(from) = telling.event.when.interval.from else { return Slots::new() };
    let this = month(from);
    let slots = |n: i32| [Slot::FineMonth(n), Slot::CoarseMonth(n)];
    match telling.event.basis {
        Basis::Context | Basis::Article => slots(this).into_iter().chain(slots(this - 1)).collect(),
        _ if is_fine(&telling.event.when) => smallvec![Slot::FineMonth(this)],
        _ if telling.event.distinct.is_single() => {
            let years = (-YEARS_APART..=YEARS_APART).map(|by| from.year() + by);
            years.map(Slot::Year).collect()
        }
        _ => Slots::new(),
    }
}

/// The slots that a time lies in, and those in which the same event may lie.
pub(super) fn slots(when: &When) -> (Slots, Slots) {
    let (mut own, mut looked) = (Slots::new(), Slots::new());
    let Interval { from, to } = when.interval;
    let (Some(from), Some(to)) = (from.or(to), to.or(from)) else { return (own, looked) };
    let last = last_moment(to, from);
    let months = (month(from)..=month(last)).take(SLOTS);
    let years = (from.year()..=last.year()).take(SLOTS);
    let both = |slot: Slot, own: &mut Slots, looked: &mut Slots| {
        own.push(slot);
        looked.push(slot);
    };
    if is_fine(when) {
        let days = from.date().num_days_from_ce()..=last.date().num_days_from_ce();
        days.take(SLOTS).for_each(|day| both(Slot::Day(day), &mut own, &mut looked));
        for month in months {
            own.push(Slot::FineMonth(month));
            looked.push(Slot::CoarseMonth(month));
        }
        for year in years {
            own.push(Slot::FineYear(year));
            looked.push(Slot::Year(year));
        }
    } else if when.grain <= Grain::Half {
        for month in months {
            both(Slot::CoarseMonth(month), &mut own, &mut looked);
            looked.push(Slot::FineMonth(month));
        }
        for year in years {
            own.push(Slot::FineYear(year));
            looked.push(Slot::Year(year));
        }
        looked.extend([-1, 1].map(|beside| Slot::CoarseMonth(month(from) + beside)));
    } else {
        for year in years {
            both(Slot::Year(year), &mut own, &mut looked);
            looked.push(Slot::FineYear(year));
        }
        looked.extend([-1, 1].map(|beside| Slot::Year(from.year() + beside)));
    }
    (own, looked)
}

fn month(moment: NaiveDateTime) -> i32 {
    moment.year() * 12 + moment.month0() as i32
}

/// A moment on the last day of a half-open time.
fn last_moment(to: NaiveDateTime, from: NaiveDateTime) -> NaiveDateTime {
    let midnight = to.time() == chrono::NaiveTime::MIN;
    let before = if midnight { to.checked_sub_days(Days::new(1)).unwrap_or(to) } else { to };
    before.max(from)
}
