//! Which tellings tell the same event.
//!
//! Two tellings are one event where their times overlap, their statuses agree and they share enough of the words that carry
//! their meaning; words that many tellings have count little. A telling that only its surroundings date may lie some weeks
//! behind one with a date of its own. Two sources that tell the same in nearly the same words on neighbouring days tell one
//! event, and disagree about its date. Tellings are compared only with those that share a word and a day (or month, for coarse times): each lies in
//! the buckets of its words, so that the work grows with the number of tellings, not with its square.

use crate::events::{Basis, Event, Status};
use crate::expression::Grain;
use crate::resolve::{Interval, When};
use chrono::{Datelike, Days, NaiveDateTime};
use rustc_hash::FxHashMap;

/// An event of one source.
#[derive(Clone, Copy, Debug)]
pub(super) struct Telling<'a> {
    pub(super) source: usize,
    /// Number of the event in its article.
    pub(super) number: usize,
    pub(super) event: &'a Event,
}

/// How many groups of a bucket are looked at, latest first: a word that all share tells nothing.
const LOOKED_AT: usize = 24;
/// How many members of a group a telling is compared with.
const COMPARED: usize = 4;
/// How many days or months of a long time make buckets.
const SLOTS: usize = 4;

/// A word that no more tellings have than this is never common.
const COMMON: usize = 12;
/// How many days an undated telling may lie behind what it tells.
const LAG: i64 = 10;
/// How many days the dates of two sources may lie apart for one event.
const NEIGHBOURS: i64 = 3;

/// A stretch of the calendar that buckets stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Slot {
    /// A day of a time as fine as that.
    Day(i32),
    /// A month of a fine time.
    FineMonth(i32),
    /// A month of a coarse time.
    CoarseMonth(i32),
    /// A year of a time coarser than months.
    Year(i32),
}

/// Groups tellings of one event, in the order in which the first of each is told.
pub(super) fn groups(tellings: &[Telling<'_>]) -> Vec<Vec<usize>> {
    let words = Words::of(tellings);
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut buckets: FxHashMap<(Slot, u32), Vec<usize>> = FxHashMap::default();
    // The telling that looked at a group last, by group.
    let mut looked_by: Vec<usize> = Vec::new();
    let mut candidates = Vec::new();
    for (n, telling) in tellings.iter().enumerate().filter(|(_, t)| t.event.naming.is_none()) {
        let (mut own, mut looked) = slots(&telling.event.when);
        let around = weeks_around(telling);
        looked.extend(&around);
        if telling.event.is_context() {
            own.extend(around);
        }
        candidates.clear();
        for slot in &looked {
            for &key in words.told(n) {
                let bucket = buckets.get(&(*slot, key)).map_or(&[][..], Vec::as_slice);
                for &group in bucket.iter().rev().take(LOOKED_AT) {
                    if looked_by[group] != n {
                        looked_by[group] = n;
                        candidates.push(group);
                    }
                }
            }
        }
        candidates.sort_unstable();
        let same = |group: usize| {
            let members = &groups[group];
            // The first members say what the event is, the last ones may stand in the same sentence.
            let ends = members.iter().take(COMPARED).chain(members.iter().rev().take(COMPARED));
            members
                .iter()
                .take(COMPARED)
                .any(|&m| is_same(telling, &tellings[m], words.told(n), words.told(m), &words))
                && ends.into_iter().all(|&m| may_join(telling, &tellings[m]))
        };
        let group = match candidates.iter().copied().find(|&g| same(g)) {
            Some(group) => {
                groups[group].push(n);
                group
            }
            None => {
                groups.push(vec![n]);
                looked_by.push(n);
                groups.len() - 1
            }
        };
        for slot in own {
            for &key in words.told(n) {
                let bucket = buckets.entry((slot, key)).or_default();
                if bucket.last() != Some(&group) {
                    bucket.push(group);
                }
            }
        }
    }
    point_back(tellings, &mut groups);
    groups
}

/// Puts nouns that point back at an event beside it; one whose event is not shown is not shown either.
fn point_back(tellings: &[Telling<'_>], groups: &mut [Vec<usize>]) {
    let mut homes = FxHashMap::default();
    for (group, members) in groups.iter().enumerate() {
        for telling in members.iter().filter_map(|&n| tellings.get(n)) {
            homes.insert((telling.source, telling.number), group);
        }
    }
    for (n, telling) in tellings.iter().enumerate() {
        if let Some(&home) = telling.event.refers.as_ref().and_then(|to| homes.get(to)) {
            groups[home].push(n);
        }
    }
}

/// Whether nothing speaks against one event: times that meet, and not two events of one sentence.
fn may_join(a: &Telling<'_>, b: &Telling<'_>) -> bool {
    let apart = a.source != b.source || a.event.sentence != b.event.sentence;
    apart && (meet(a, b) || follows(a, b) || follows(b, a) || disagree(a, b)) && agree(a, b)
}

fn meet(a: &Telling<'_>, b: &Telling<'_>) -> bool {
    a.event.when.interval.intersect(&b.event.when.interval).is_some()
}

/// Whether `a`, which only its surroundings date, may tell again what `b` dates.
fn follows(a: &Telling<'_>, b: &Telling<'_>) -> bool {
    let (Some(weak), Some(dated)) = (a.event.when.interval.from, b.event.when.interval.to) else {
        return false;
    };
    let lag = (weak - dated).num_days();
    a.event.is_context()
        && b.event.when.grain <= Grain::Month
        && b.event.when.interval.is_closed()
        && (-1..=LAG).contains(&lag)
}

/// Whether two sources give neighbouring days for what may be one event.
pub(super) fn disagree(a: &Telling<'_>, b: &Telling<'_>) -> bool {
    let own = |t: &Telling<'_>| t.event.basis == Basis::Own && is_fine(&t.event.when);
    let (Some(x), Some(y)) = (a.event.when.interval.from, b.event.when.interval.from) else { return false };
    a.source != b.source && own(a) && own(b) && !meet(a, b) && (x - y).num_days().abs() <= NEIGHBOURS
}

fn agree(a: &Telling<'_>, b: &Telling<'_>) -> bool {
    let plain = |s: Status| matches!(s, Status::Reported | Status::Ongoing);
    match (a.event.status, b.event.status) {
        (x, y) if x == y => true,
        (x, y) if plain(x) && plain(y) => true,
        // What one article plans another reports.
        (Status::Planned, y) | (y, Status::Planned) => plain(y) && a.source != b.source,
        _ => false,
    }
}

/// Whether two tellings share enough words: half of the shorter; of a coarse and a fine time, two thirds; more where their
/// times do not meet.
fn is_same(a: &Telling<'_>, b: &Telling<'_>, of_a: &[u32], of_b: &[u32], words: &Words) -> bool {
    let (shared, rare) = words.shared(of_a, of_b);
    let shorter = of_a.len().min(of_b.len());
    if rare == 0 {
        return false;
    }
    // The same is done, and three words of who or what agree: a third of the words is enough.
    let does = !a.event.head.is_empty() && a.event.head == b.event.head;
    if does && !disagree(a, b) && shared >= 3 + usize::from(!meet(a, b)) && shared * 3 >= shorter {
        return true;
    }
    if meet(a, b) && (a.event.is_context() || b.event.is_context()) {
        return shared >= 4 && shared * 3 >= shorter * 2;
    }
    if !meet(a, b) {
        return if disagree(a, b) {
            shared >= 4 && shared * 4 >= shorter * 3
        } else {
            rare >= 2 && shared >= 3 && shared * 2 >= shorter
        };
    }
    if is_fine(&a.event.when) == is_fine(&b.event.when) {
        shared >= 2 && shared * 2 >= shorter
    } else {
        shared >= 3 && shared * 3 >= shorter * 2
    }
}

/// The words of tellings by number, so that comparing two of them compares no text.
struct Words {
    /// Each telling's words, sorted, one telling behind the other.
    told: Vec<u32>,
    /// Where a telling's words end.
    ends: Vec<usize>,
    /// Whether few tellings have a word; a common one tells little.
    rare: Vec<bool>,
}

impl Words {
    fn of(tellings: &[Telling<'_>]) -> Self {
        let mut numbers: FxHashMap<&str, u32> = FxHashMap::default();
        let (mut told, mut ends, mut counts) = (Vec::new(), Vec::new(), Vec::new());
        for telling in tellings {
            let first = told.len();
            for key in &telling.event.keys {
                let number = *numbers.entry(key).or_insert(counts.len() as u32);
                match counts.get_mut(number as usize) {
                    Some(count) => *count += 1,
                    None => counts.push(1),
                }
                told.push(number);
            }
            told[first..].sort_unstable();
            ends.push(told.len());
        }
        let common = COMMON.max(tellings.len() / 20);
        Words { told, ends, rare: counts.into_iter().map(|count| count <= common).collect() }
    }

    /// The words of the n-th telling, sorted.
    fn told(&self, n: usize) -> &[u32] {
        let first = n.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.told[first..self.ends[n]]
    }

    /// How many words two tellings share, and how many of them are rare.
    fn shared(&self, a: &[u32], b: &[u32]) -> (usize, usize) {
        let (mut i, mut j, mut shared, mut rare) = (0, 0, 0, 0);
        while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
            if x == y {
                shared += 1;
                rare += usize::from(self.rare[*x as usize]);
            }
            (i, j) = (i + usize::from(x <= y), j + usize::from(y <= x));
        }
        (shared, rare)
    }
}

fn is_fine(when: &When) -> bool {
    when.grain <= Grain::Weekend && when.interval.is_closed()
}

/// Further slots in which the same event may lie: those of the weeks before, for a telling that has no date of its own, and
/// those of its month, where another source may give another day.
fn weeks_around(telling: &Telling<'_>) -> Vec<Slot> {
    let Some(from) = telling.event.when.interval.from else { return Vec::new() };
    let this = month(from);
    let slots = |n: i32| [Slot::FineMonth(n), Slot::CoarseMonth(n)];
    match telling.event.basis {
        Basis::Context | Basis::Article => slots(this).into_iter().chain(slots(this - 1)).collect(),
        _ if is_fine(&telling.event.when) => vec![Slot::FineMonth(this)],
        _ => Vec::new(),
    }
}

/// The slots that a time lies in, and those in which the same event may lie.
fn slots(when: &When) -> (Vec<Slot>, Vec<Slot>) {
    let Interval { from, to } = when.interval;
    let (Some(from), Some(to)) = (from.or(to), to.or(from)) else { return (Vec::new(), Vec::new()) };
    let months = || {
        let (first, last) = (month(from), month(last_moment(to, from)));
        (first..=last).take(SLOTS)
    };
    if is_fine(when) {
        let days = from.date().num_days_from_ce()..=last_moment(to, from).date().num_days_from_ce();
        let days: Vec<_> = days.take(SLOTS).map(Slot::Day).collect();
        let own = days.iter().copied().chain(months().map(Slot::FineMonth)).collect();
        (own, days.into_iter().chain(months().map(Slot::CoarseMonth)).collect())
    } else if when.grain <= Grain::Half {
        let own: Vec<_> = months().map(Slot::CoarseMonth).collect();
        (own.clone(), own.into_iter().chain(months().map(Slot::FineMonth)).collect())
    } else {
        let years: Vec<_> =
            (from.year()..=last_moment(to, from).year()).take(SLOTS).map(Slot::Year).collect();
        (years.clone(), years)
    }
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
