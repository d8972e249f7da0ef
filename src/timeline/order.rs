//! The one order in which entries are printed.
//!
//! Entries are sorted by time. One that the text places by another ("days before the election") stands where that one does,
//! before or behind it, so that the order never contradicts a relation known from the text, however wide its time.

use super::Entry;
use crate::expression::Relation;
use crate::resolve::Certainty;
use crate::sorting;
use rustc_hash::FxHashMap;
use smallvec::{SmallVec, smallvec};

/// Chains of entries placed by each other are followed so far.
const DEPTH: usize = 8;

/// Sorts by time, then by where the event is told first: source, then place in its text. Total and stable.
///
/// A time that is open on the left stands where it ends: before everything that starts then.
pub(super) fn sort(entries: &mut [Entry]) {
    let own = |entry: &Entry| {
        let place = entry.mentions.first().map(|m| (m.source, m.span.start, m.span.end));
        (entry.when.sort_key(), place)
    };
    // Mostly none is placed by another.
    if entries.iter().all(|entry| entry.relations.is_empty()) {
        return sorting::sort_by_key(entries, own);
    }
    let numbers: FxHashMap<&str, usize> =
        entries.iter().enumerate().map(|(n, e)| (e.id.as_str(), n)).collect();
    let placed: Vec<Option<(i8, usize)>> = entries.iter().map(|entry| side(entry, &numbers)).collect();
    // From the entry that stands by itself down to the one that is sorted.
    let path = |n: usize| {
        let mut steps: SmallVec<[(i8, usize); 2]> = smallvec![(0, n)];
        while let Some((side, other)) = steps.last().and_then(|&(_, n)| placed[n]) {
            if steps.len() > DEPTH || steps.iter().any(|&(_, n)| n == other) {
                break;
            }
            if let Some(last) = steps.last_mut() {
                last.0 = side;
            }
            steps.push((0, other));
        }
        steps.reverse();
        steps
    };
    // Most entries stand by themselves.
    let keys: Vec<SmallVec<[_; 1]>> = (0..entries.len())
        .map(|n| {
            let steps = path(n);
            // The first step sorts by its own time; the others by side, then openness, then time.
            steps
                .into_iter()
                .map(|(side, n)| {
                    (side, (side != 0 && entries[n].when.interval.from.is_some()), own(&entries[n]))
                })
                .collect()
        })
        .collect();
    let order = {
        let mut order: Vec<usize> = (0..entries.len()).collect();
        order.sort_by(|&a, &b| compare(&keys[a], &keys[b]));
        order
    };
    drop(numbers);
    let mut rank = vec![0; order.len()];
    for (at, n) in order.into_iter().enumerate() {
        rank[n] = at;
    }
    for n in 0..rank.len() {
        while rank[n] != n {
            let to = rank[n];
            entries.swap(n, to);
            rank.swap(n, to);
        }
    }
}

/// Step by step; where one path ends, the entry itself stands between what is before and what is behind it.
fn compare<K: Ord>(a: &[(i8, bool, K)], b: &[(i8, bool, K)]) -> std::cmp::Ordering {
    for (x, y) in a.iter().zip(b) {
        let order = (x.0, x.1, &x.2).cmp(&(y.0, y.1, &y.2));
        if order.is_ne() {
            return order;
        }
    }
    let next = |longer: &[(i8, bool, K)], n: usize| longer.get(n).map_or(0, |step| step.0);
    next(a, b.len()).cmp(&next(b, a.len()))
}

/// On which side of which entry one stands, where its own time does not say more.
fn side(entry: &Entry, numbers: &FxHashMap<&str, usize>) -> Option<(i8, usize)> {
    let vague = match entry.when.certainty {
        Certainty::Bounded => true,
        // "about 2 a.m. on Thursday" says enough by itself.
        Certainty::Approximate => entry.when.interval.days().is_none_or(|(first, last)| first < last),
        _ => false,
    };
    let related = entry.relations.first().filter(|_| vague)?;
    let other = *numbers.get(related.entry.as_str())?;
    let side = match related.kind {
        Relation::Before | Relation::JustBefore | Relation::Until => -1,
        Relation::During | Relation::After | Relation::JustAfter | Relation::Since => 1,
    };
    Some((side, other))
}
