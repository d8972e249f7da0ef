//! Which tellings tell the same event.
//!
//! Two tellings are one event where their times overlap, their statuses agree and they share enough of the words that carry
//! their meaning; words that many tellings have count little. A telling that only its surroundings date may lie some weeks
//! behind one with a date of its own. Two sources that tell the same in nearly the same words on neighbouring days tell one
//! event, and disagree about its date. Fewer words are enough where both name one deed; more are asked for where others do it,
//! and of one source, which tells other things in the words that it has; births and deaths need but a word of whose they are,
//! and what only says when a deed came about ("the collapse came at noon") needs but that deed. Tellings are compared in an order
//! of their own, so that the order of the articles makes no difference, and only with those that share a word and a day (or
//! month or year, for coarse times): each lies in the buckets of its words, so that the work grows with the number of tellings,
//! not with its square.

use super::buckets::{Buckets, slots, weeks_around};
use super::rejoin::rejoin;
use super::words::Words;
use crate::events::{Basis, Event, Part, Status, clash, comes_about, in_other_words, is_single};
use crate::events::{other_deeds, other_things, other_times};
use crate::expression::Grain;
use crate::resolve::{Interval, When};
use chrono::{Datelike, NaiveDateTime};
use rustc_hash::FxHashMap;
use smallvec::{SmallVec, smallvec};

/// An event of one source.
#[derive(Clone, Copy, Debug)]
pub(super) struct Telling<'a> {
    pub(super) source: usize,
    /// Number of the event in its article.
    pub(super) number: usize,
    pub(super) event: &'a Event,
}

/// How many members of a group a telling is compared with.
const COMPARED: usize = 4;
/// How many days an undated telling may lie behind what it tells.
const LAG: i64 = 10;
/// How many days the dates of two sources may lie apart for one event.
const NEIGHBOURS: i64 = 3;
/// How many years, for what is done to nothing twice.
pub(super) const YEARS_APART: i32 = 5;

/// Numbers of tellings of one event.
pub(super) type Group = SmallVec<[usize; 2]>;

/// Groups tellings of one event, in the order in which the first of each is told.
pub(super) fn groups(tellings: &[Telling<'_>]) -> Vec<Group> {
    // Short articles have but one, or none.
    if let [] | [Telling { event: Event { naming: None, .. }, .. }] = tellings {
        return (0..tellings.len()).map(|only| smallvec![only]).collect();
    }
    let mut words = Words::of(tellings);
    let mut groups: Vec<Group> = Vec::with_capacity(tellings.len());
    let mut buckets = Buckets::of(&words);
    let mut candidates = Vec::new();
    for n in by_what_is_told(tellings) {
        let telling = &tellings[n];
        let (mut own, mut looked) = slots(&telling.event.when);
        let around = weeks_around(telling);
        looked.extend_from_slice(&around);
        if telling.event.is_context() {
            own.extend(around);
        }
        candidates.clear();
        buckets.each(n, &looked, &words, |group| {
            if groups[group].first().is_some_and(|&first| may_join(telling, &tellings[first])) {
                candidates.push(group);
            }
        });
        candidates.sort_unstable();
        words.compare_with(n);
        let same = |group: usize| {
            let members = &groups[group];
            // The first members say what the event is, the last ones may stand in the same sentence.
            let ends = members.iter().take(COMPARED).chain(members.iter().rev().take(COMPARED));
            members.iter().take(COMPARED).any(|&m| is_same((n, telling), (m, &tellings[m]), &words))
                && ends.into_iter().all(|&m| may_join(telling, &tellings[m]) && !rival(telling, &tellings[m]))
        };
        let group = match candidates.iter().copied().find(|&g| same(g)) {
            Some(group) => {
                groups[group].push(n);
                group
            }
            None => {
                groups.push(smallvec![n]);
                groups.len() - 1
            }
        };
        buckets.put(n, &own, &words, group);
    }
    rejoin(tellings, &words, &mut groups);
    groups.retain(|group| !group.is_empty());
    point_back(tellings, &mut groups);
    // In the order in which the articles were given again.
    groups.iter_mut().for_each(|group| group.sort_unstable());
    groups.sort_unstable();
    groups
}

/// The tellings in an order that does not depend on that of the articles, and so neither does what becomes one entry.
fn by_what_is_told(tellings: &[Telling<'_>]) -> Vec<usize> {
    let mut order = Vec::with_capacity(tellings.len());
    let tells = |event: &Event| event.naming.is_none() && event.refers.is_none();
    order.extend((0..tellings.len()).filter(|&n| tells(tellings[n].event)));
    order.sort_by_key(|&n| {
        let event = tellings[n].event;
        (event.told, event.span.start, event.span.end, event.headline.as_str())
    });
    order
}

/// Puts what points back at an event beside it, nouns and clauses ("two days after the dam collapsed"); one whose event is not shown is not shown either.
fn point_back(tellings: &[Telling<'_>], groups: &mut [Group]) {
    if tellings.iter().all(|telling| telling.event.refers.is_none()) {
        return;
    }
    let mut homes = FxHashMap::default();
    for (group, members) in groups.iter().enumerate() {
        for telling in members.iter().filter_map(|&n| tellings.get(n)) {
            homes.insert((telling.source, telling.number), group);
        }
    }
    for (n, telling) in tellings.iter().enumerate() {
        if let Some(&home) =
            telling.event.refers.and_then(|(article, number)| homes.get(&(article as usize, number as usize)))
        {
            groups[home].push(n);
        }
    }
}

/// Whether nothing speaks against one event: times that meet, and not two events of one sentence.
pub(super) fn may_join(a: &Telling<'_>, b: &Telling<'_>) -> bool {
    let apart = a.source != b.source || a.event.sentence != b.event.sentence;
    apart && agree(a, b) && (meet(a, b) || follows(a, b) || follows(b, a) || disagree(a, b))
}

fn meet(a: &Telling<'_>, b: &Telling<'_>) -> bool {
    a.event.when.interval.meets(&b.event.when.interval)
}

/// Whether `a`, which only its surroundings date, may tell again what `b` dates.
fn follows(a: &Telling<'_>, b: &Telling<'_>) -> bool {
    let Interval { from: Some(_), to: Some(dated) } = b.event.when.interval else { return false };
    a.event.is_context()
        && b.event.when.grain <= Grain::Month
        && a.event.when.interval.from.is_some_and(|weak| (-1..=LAG).contains(&(weak - dated).num_days()))
}

/// Whether two sources give neighbouring days, months or years for what may be one event.
pub(super) fn disagree(a: &Telling<'_>, b: &Telling<'_>) -> bool {
    let own = |t: &Telling<'_>| t.event.basis == Basis::Own;
    if a.source == b.source || !own(a) || !own(b) {
        return false;
    }
    let (x, y) = (&a.event.when, &b.event.when);
    let (Some(from), Some(other)) = (x.interval.from, y.interval.from) else { return false };
    // What was told before a day does not tell of that day.
    let before = |of: &Telling<'_>, day: NaiveDateTime| {
        of.event.told < day.date() && of.event.status != Status::Planned
    };
    let near = if is_fine(x) && is_fine(y) {
        !before(a, other) && !before(b, from) && (from - other).num_days().abs() <= NEIGHBOURS
    } else {
        // The month or year before or behind.
        let touch = x.interval.to == Some(other) || y.interval.to == Some(from);
        // "was founded in 1988", "founded in 1990"
        let single = || {
            (from.year() - other.year()).abs() <= YEARS_APART
                && (x.grain == Grain::Year || y.grain == Grain::Year)
                && is_single(a.event, b.event)
        };
        touch && x.grain == y.grain && matches!(x.grain, Grain::Month | Grain::Year) || single()
    };
    near && !meet(a, b)
}

pub(super) fn agree(a: &Telling<'_>, b: &Telling<'_>) -> bool {
    let plain = |s: Status| matches!(s, Status::Reported | Status::Ongoing);
    match (a.event.status, b.event.status) {
        (x, y) if x == y => true,
        (x, y) if plain(x) && plain(y) => true,
        // What one article plans another reports.
        (Status::Planned, y) | (y, Status::Planned) => plain(y) && a.source != b.source,
        _ => false,
    }
}

/// Whether two tellings share enough words for one event: the more, the less their times, what is done and who does it agree.
///
/// The first is the one that [`Words::compare_with`] was told.
fn is_same((n, a): (usize, &Telling<'_>), (m, b): (usize, &Telling<'_>), words: &Words) -> bool {
    let (x, y) = (a.event, b.event);
    if a.source != b.source && x.when.interval == y.when.interval && x.headline == y.headline {
        return true;
    }
    let does = words.head(n).is_some() && words.head(n) == words.head(m)
        || x.deeds.iter().any(|d| y.deeds.contains(d))
        || a.source != b.source && is_fine(&x.when) && is_fine(&y.when) && comes_about(x, y);
    if !words.may_share(m, !does) {
        return false;
    }
    let (shared, rare) = words.shared_with(m);
    // Who does something does other things, too.
    if rare == 0 || !does && shared < 2 {
        return false;
    }
    // What most pairs fail at comes first.
    shares_enough((n, a), (m, b), words, does, (shared, rare)) && !differ((n, a), (m, b), words)
}

/// Whether two sources tell the same of different things.
pub(super) fn rival(a: &Telling<'_>, b: &Telling<'_>) -> bool {
    a.source != b.source && other_things(a.event, b.event)
}

/// Whether the same words tell of others: of other things with a number, people, sums or days.
fn differ((n, a): (usize, &Telling<'_>), (m, b): (usize, &Telling<'_>), words: &Words) -> bool {
    let (x, y) = (a.event, b.event);
    if words.other_models(n, m, || !meet(a, b)) {
        return true;
    }
    if a.source == b.source {
        return false;
    }
    let (of_x, of_y) = (&x.distinct, &y.distinct);
    // "approved" and "rejected"; "bought" and "sold" of one firm; "guilty" and "not guilty"; "Ana Petrov" and "Ivan Petrov".
    let one = !words.strangers(n, m);
    let same_head = words.head(n).is_some() && words.head(n) == words.head(m);
    // "A teacher was stabbed", "a pupil was stabbed"; of two days also "struck Beirut", "struck Beirut again".
    if other_things(x, y) || !meet(a, b) && other_times(x, y) {
        return true;
    }
    if of_x.excludes(of_y, one) || same_head && of_x.contradicts(of_y) || of_x.names_others(of_y) {
        return true;
    }
    // "A bomb in Kabul killed 12", "A bomb in Kandahar killed 12"
    // "Shares of Acme fell 4%", "Shares of Acme fell 7%": nor is another figure in the same words.
    let same_words = || words.told(n) == words.told(m);
    // What other verbs tell of others, each of the other's subject.
    let acts = |e: &Event, other: &Event| {
        let mut agents = e.words.all(Part::AGENT);
        agents.any(|word| other.words.has(word, Part::KEY) && !other.words.has(word, Part::AGENT))
    };
    let does = || x.deeds.iter().any(|deed| y.deeds.contains(deed));
    let swapped = || !one && !of_x.may_swap(of_y) && acts(x, y) && acts(y, x) && !does();
    let clashes = clash(&x.figures, &y.figures);
    if words.differ_in_name(n, m) || clashes && same_words() || swapped() {
        return true;
    }
    // "closed 40 stores in France", "closed 12 stores in Spain"
    if clashes && words.each_names_more(n, m) {
        return true;
    }
    // Other days, or a day and its month: other sums and other people are other deeds.
    let same_day = is_fine(&x.when) && is_fine(&y.when) && meet(a, b);
    let days = is_fine(&x.when) && is_fine(&y.when);
    !same_day && (clashes || words.other_names(n, m) || days && words.each_names_more(n, m))
}

/// Whether the words that two tellings share are enough for one event.
fn shares_enough(
    (n, a): (usize, &Telling<'_>),
    (m, b): (usize, &Telling<'_>),
    words: &Words,
    does: bool,
    (shared, rare): (usize, usize),
) -> bool {
    let (x, y) = (a.event, b.event);
    let (of_a, of_b) = (words.told(n), words.told(m));
    // Nobody is born twice.
    if does && x.once && y.once && common(x, y, Part::SUBJECT) > 0 {
        return true;
    }
    // "The collapse came at 11:25 p.m."
    if does && (x.recalls || y.recalls) && is_fine(&x.when) && is_fine(&y.when) && meet(a, b) {
        return true;
    }
    // "signed the agreement on June 15", of one who "had signed a contract"
    if does
        && a.source == b.source
        && (x.recalls || y.recalls)
        && common(x, y, Part::SUBJECT) > 0
        && !meet(a, b)
    {
        return true;
    }
    // One deed in two words is one word shared.
    let shared = shared + usize::from(does && x.head != y.head) + in_other_words(x, y);
    let shorter = of_a.len().min(of_b.len());
    if !does && shared < 2 + common(x, y, Part::SUBJECT) {
        return false;
    }
    let enough = |least: usize, of: (usize, usize)| shared >= least && shared * of.1 >= shorter * of.0;
    let strangers = || {
        let who = Part::WHO;
        x.words.any(who) && y.words.any(who) && common(x, y, who) == 0
    };
    if !enough(3, (3, 4)) && strangers() {
        return false;
    }
    let apart = a.source != b.source;
    let closed = x.when.interval.is_closed() && y.when.interval.is_closed();
    if !(does || closed) {
        return false;
    }
    if !meet(a, b) {
        return if disagree(a, b) {
            // "Talks resumed", "talks broke down": two days of two deeds are no dispute.
            let deed = !other_deeds(x, y);
            is_single(x, y) || deed && (enough(4, (3, 4)) || does && (enough(3, (1, 2)) || of_a == of_b))
        } else {
            // What nothing dates, or two articles say as of two days, is not one thing without a deed or most words in common.
            let undated = x.is_context() && y.is_context();
            does && enough(4, (1, 3))
                || rare >= 2 && (does && enough(3, (1, 2)) || !undated && enough(4, (2, 3)))
        };
    }
    if x.is_context() || y.is_context() {
        return enough(4, (2, 3)) || does && enough(3, (1, 3));
    }
    match (does, is_fine(&x.when) == is_fine(&y.when)) {
        // Another source says the same in other words; the same source tells another thing that was done.
        (true, true) if apart => enough(2, (1, 3)),
        (true, _) => enough(3, (1, 2)),
        (false, true) if apart => enough(2, (1, 2)),
        (false, true) => enough(2, (3, 4)) || enough(3, (1, 2)),
        (false, false) => enough(3, (2, 3)),
    }
}

/// How many words that are such two events share.
fn common(a: &Event, b: &Event, such: Part) -> usize {
    a.words.all(such).filter(|word| b.words.has(*word, such)).count()
}

pub(super) fn is_fine(when: &When) -> bool {
    when.grain <= Grain::Weekend && when.interval.is_closed()
}
