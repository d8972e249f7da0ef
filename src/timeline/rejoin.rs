//! Groups that tell one event in few words: "Kell quit on November 13th, 2019" and, elsewhere, "Kell had resigned in 2019".
//!
//! A short telling shares too few words with others to be sure of any. But one of another source that names the same deed,
//! and in whose words nearly all of the shorter one's are found, a name among them, or all of them, is the same event where
//! nothing else that is told could be meant: what fits two events that exclude each other ("The Hawks won in May") joins neither. Groups are
//! looked up by deed, name and year, so that the work grows with their number; what more of them share than a few is no
//! name to tell them by.

use super::merge::{Group, Telling, agree, disagree, may_join, rival};
use super::words::Words;
use crate::events::{Event, Part, Stem, clash};
use crate::resolve::Interval;
use crate::sorting;
use chrono::Datelike;
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

/// How many groups may share a deed, a name and a year.
const SHARED: usize = 16;
/// How many members of a group speak for it.
const SPEAK: usize = 6;
/// In how many years a time is looked up.
const YEARS: usize = 3;

/// What groups are found by: a deed, a name by its number, a year.
type Key = (Deed, u32, i32);

/// A deed by its number, or by that of the word for what has no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Deed {
    Number(u16),
    Root(u32),
}

/// Unites groups that tell one event; each is left in place, those that another took in empty.
pub(super) fn rejoin(tellings: &[Telling<'_>], words: &Words, groups: &mut [Group]) {
    // What one source tells in two entries stays in two.
    if tellings.windows(2).all(|pair| pair[0].source == pair[1].source) {
        return;
    }
    let party = Party { tellings, groups, words };
    let edges = party.edges();
    let mut beside: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
    for &(a, b) in &edges {
        beside.entry(a).or_default().push(b);
        beside.entry(b).or_default().push(a);
    }
    // A group is sure of its neighbours where all of them may be one event.
    let sure = |group: &usize| {
        let near = &beside[group];
        near.iter().enumerate().all(|(n, &x)| near[n + 1..].iter().all(|&y| party.compatible(x, y)))
    };
    let sure: FxHashSet<usize> = beside.keys().copied().filter(sure).collect();
    let joined: Vec<(usize, usize)> =
        edges.into_iter().filter(|(a, b)| sure.contains(a) && sure.contains(b)).collect();
    // Into which group each went; what was taken in twice is looked up once more.
    let mut home: FxHashMap<usize, usize> = FxHashMap::default();
    for (a, b) in joined {
        let (a, b) = (at(a, &mut home), at(b, &mut home));
        let (first, second) = (a.min(b), a.max(b));
        if first == second || !(Party { tellings, groups, words }).compatible(first, second) {
            continue;
        }
        let members = std::mem::take(&mut groups[second]);
        groups[first].extend(members);
        home.insert(second, first);
    }
}

/// Where what was in a group is now; the way there is made short.
fn at(group: usize, home: &mut FxHashMap<usize, usize>) -> usize {
    let mut last = group;
    while let Some(&next) = home.get(&last) {
        last = next;
    }
    if last != group {
        home.insert(group, last);
    }
    last
}

/// A telling with its number.
type Member<'a> = (usize, &'a Telling<'a>);

/// The groups with what is known of them.
struct Party<'a> {
    tellings: &'a [Telling<'a>],
    groups: &'a [Group],
    words: &'a Words,
}

impl Party<'_> {
    /// Pairs of groups that may tell one event, sorted.
    fn edges(&self) -> Vec<(usize, usize)> {
        let mut by_key: FxHashMap<Key, SmallVec<[usize; 2]>> = FxHashMap::default();
        for group in 0..self.groups.len() {
            for member in self.members(group) {
                self.each_key(member, |key| {
                    let list = by_key.entry(key).or_default();
                    if list.last() != Some(&group) {
                        list.push(group);
                    }
                });
            }
        }
        let mut pairs: Vec<(usize, usize)> = by_key
            .values()
            .filter(|groups| groups.len() <= SHARED)
            .flat_map(|groups| {
                groups.iter().enumerate().flat_map(|(n, &a)| groups[n + 1..].iter().map(move |&b| (a, b)))
            })
            .collect();
        sorting::sort(&mut pairs);
        pairs.dedup();
        pairs.retain(|&(a, b)| self.fit(a, b));
        pairs
    }

    fn members(&self, group: usize) -> impl Iterator<Item = Member<'_>> + Clone {
        let members = self.groups[group].iter().filter_map(|&n| Some((n, self.tellings.get(n)?)));
        members.filter(|(_, t)| t.event.naming.is_none() && !t.event.is_context()).take(SPEAK)
    }

    /// What a telling's group is found by, but for names that no other telling has.
    fn each_key(&self, (n, telling): Member<'_>, mut found: impl FnMut(Key)) {
        let event = telling.event;
        let Interval { from: Some(from), to: Some(to) } = event.when.interval else { return };
        let deeds = event.deeds.iter().copied().map(Deed::Number);
        let deeds = deeds.chain(self.words.head(n).map(Deed::Root));
        // "approved the merger", "the merger was approved": what is done to a thing that has no name.
        let listed = event.deeds.iter().copied().map(Deed::Number);
        let years = || (from.year()..=to.year()).take(YEARS);
        for word in self.words.told_again(n) {
            if self.words.is_named(word) {
                deeds.clone().for_each(|deed| years().for_each(|year| found((deed, word, year))));
            } else {
                listed.clone().for_each(|deed| years().for_each(|year| found((deed, word, year))));
            }
        }
    }

    /// Whether two groups tell one event by what a telling of each says.
    fn fit(&self, a: usize, b: usize) -> bool {
        let pair = |x: Member<'_>| self.members(b).any(move |y| self.is_same(x, y));
        self.members(a).any(pair) && self.compatible(a, b)
    }

    /// Whether nothing that two groups tell speaks against one event.
    fn compatible(&self, a: usize, b: usize) -> bool {
        let all = |x: Member<'_>| {
            self.members(b).all(move |y| may_join(x.1, y.1) && !disagree(x.1, y.1) && !rival(x.1, y.1))
        };
        self.members(a).all(all)
    }

    /// Whether the shorter of two tellings of one deed says little that the other does not.
    fn is_same(&self, (n, a): Member<'_>, (m, b): Member<'_>) -> bool {
        let (x, y) = (a.event, b.event);
        let does = x.head != Stem::NONE && x.head == y.head || x.deeds.iter().any(|d| y.deeds.contains(d));
        if a.source == b.source
            || !does
            || !agree(a, b)
            || self.words.strangers(n, m)
            || self.words.other_models(n, m, || false)
            || clash(&x.figures, &y.figures)
            || x.distinct.excludes(&y.distinct, true)
            || x.distinct.names_others(&y.distinct)
            || x.head == y.head && x.distinct.contradicts(&y.distinct)
            || self.words.differ_in_name(n, m)
        {
            return false;
        }
        let closed = x.when.interval.is_closed() && y.when.interval.is_closed();
        if !closed || !x.when.interval.meets(&y.when.interval) {
            return false;
        }
        let words = |t: &Telling<'_>| -> SmallVec<[Stem; 12]> {
            let Event { words, head, .. } = t.event;
            let told = words
                .iter()
                .filter(|(stem, part)| part.any(Part::KEY) && !part.any(Part::NAME) && stem != head);
            told.map(|(stem, _)| stem).collect()
        };
        let (of_a, of_b) = (words(a), words(b));
        let shared: SmallVec<[Stem; 12]> = of_a.iter().filter(|key| of_b.contains(key)).copied().collect();
        let missing = of_a.len().min(of_b.len()) - shared.len();
        let named = shared.iter().any(|key| self.words.is_name(*key));
        let listed = x.deeds.iter().any(|d| y.deeds.contains(d));
        // Shares fall again and again; a merger is approved once.
        let acts = |key: &Stem| x.words.has(*key, Part::AGENT) || y.words.has(*key, Part::AGENT);
        let done_to = || shared.iter().any(|key| !acts(key));
        named && missing * 3 <= shared.len() || listed && missing == 0 && done_to()
    }
}
