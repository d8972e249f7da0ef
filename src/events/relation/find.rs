//! Which event a phrase means: by its head noun, the verb forms of it, the words near in meaning, and what describes it.

use super::super::{Event, Part, Status};
use super::Anchor;
use crate::lang::{Relations, Stem};
use crate::sorting;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Enough to be sure: the head itself, or two words of its happening, or one and what describes it.
const ENOUGH: u32 = 3;

/// Enough where the event stands in another article.
pub(super) const ELSEWHERE: u32 = 5;

/// How well an event fits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fit {
    /// It tells what the phrase names, and does not only share what describes it.
    pub(super) tells: bool,
    /// How many of the words that describe it are told.
    pub(super) described: usize,
    /// By the words that name it and those that describe it.
    pub(super) score: u32,
    /// It is meant only where nothing else is that fits as well: "the disaster", "after it collapsed".
    pub(super) alone: bool,
}

impl Fit {
    /// Of several events the one with the greatest is meant.
    pub(super) fn rank(&self) -> (bool, usize, u32) {
        (self.tells, self.described, self.score)
    }
}

/// How well an event of the same article (`here`) or another fits; `None` where it cannot be meant.
pub(super) fn fit(anchor: &Anchor, event: &Event, relations: &Relations, here: bool) -> Option<Fit> {
    if event.status == Status::Denied || !anchor.which.allows(event, here) {
        return None;
    }
    let (head, rest) = anchor.roots.split_first()?;
    let kin = relations.kin(*head);
    let shares = |r: &Stem| relations.kin(*r).iter().any(|k| kin.iter().any(|h| h.happening == k.happening));
    // Most heads have no kin, and then no word of the event need be looked up.
    let related = match kin {
        [] => 0,
        _ => event.words.all(Part::TELLS).filter(|r| r != head && shares(r)).count(),
    };
    let has = |r: &Stem| event.words.has(*r, Part::ROOT) || anchor.clause && is_another(*r, event, relations);
    let rest = || rest.iter().filter(|r| *r != head);
    let described = rest().filter(|r| has(r)).count();
    let hangs = event.words.has(*head, Part::HANGING);
    // "before he died", "after his death" of one who was shot: what happens to nobody twice, by another word.
    let deeds = once_deeds(*head, relations);
    let once = (anchor.clause || event.suffered) && !deeds.is_empty();
    let same = |r: &Stem| relations.deeds(*r).iter().any(|deed| deeds.contains(deed));
    let named = event.words.has(*head, Part::NAME) || is_deed(*head, event, relations);
    let direct = named
        || event.words.has(*head, Part::TELLS)
        || hangs
        || once && event.words.all(Part::TELLS).any(|r| same(&r));
    let general = !direct && !anchor.clause && is_general(*head, event, relations);
    if !direct && !general && related == 0 && described < 2 {
        return None;
    }
    let score = 3 * u32::from(direct || general)
        + 2 * u32::from(related > 0)
        + u32::from(related > 1)
        + 2 * described.min(3) as u32;
    // "after it collapsed": who did it needs no word where only one did.
    let pronoun = anchor.which.pronoun && named && described == rest().count();
    // A clause must share more than a verb.
    let more = anchor.clause && !(once && direct) && !pronoun;
    let alone = general && related == 0 || pronoun && score < ENOUGH + 2;
    (score >= ENOUGH + 2 * u32::from(more) || !anchor.clause && score >= 2 && related > 0).then_some(Fit {
        tells: direct || general || related > 0,
        described: described.min(3),
        score,
        alone,
    })
}

/// Whether a word names the deed that an event is: "the eruption" of "the volcano erupted".
fn is_deed(head: Stem, event: &Event, relations: &Relations) -> bool {
    let is = |deed: &u16| !relations.is_suffered(*deed) && event.deeds.binary_search(deed).is_ok();
    relations.deeds(head).iter().chain(relations.verbs(head)).any(is)
}

/// Whether a word names in general what an event tells: "the disaster" of "the street collapsed".
fn is_general(word: Stem, event: &Event, relations: &Relations) -> bool {
    let general = relations.general(word);
    let is = |r: Stem| relations.special(r).iter().any(|kind| general.contains(kind));
    !general.is_empty() && event.words.all(Part::NAME).any(is)
}

/// Whether a word is another for what an event tells, in general: "the merger was announced", told as "the deal was announced".
fn is_another(word: Stem, event: &Event, relations: &Relations) -> bool {
    let special = relations.special(word);
    let is = |r: Stem| relations.general(r).iter().any(|kind| special.contains(kind));
    is_general(word, event, relations) || !special.is_empty() && event.words.all(Part::TELLS).any(is)
}

/// Whether an event of another article tells most of what a clause that stands for it tells: nothing else says that it is that
/// one.
pub(super) fn is_told(anchor: &Anchor, event: &Event) -> bool {
    let shared = anchor.roots.iter().filter(|root| event.words.has(**root, Part::ROOT)).count();
    !anchor.clause || 2 * shared > anchor.roots.len()
}

/// The events of an article that share a word, a happening or a deed with what one of its phrases names, by that: few do, and
/// [`fit`] need not be asked of the others.
pub(super) struct Sharing {
    by_root: FxHashMap<Stem, Vec<usize>>,
    by_happening: FxHashMap<u16, Vec<usize>>,
    by_deed: FxHashMap<u16, Vec<usize>>,
    by_kind: FxHashMap<u16, Vec<usize>>,
}

impl Sharing {
    pub(super) fn of(events: &[Event], relations: &Relations) -> Self {
        let mut sharing = Sharing {
            by_root: FxHashMap::default(),
            by_happening: FxHashMap::default(),
            by_deed: FxHashMap::default(),
            by_kind: FxHashMap::default(),
        };
        for anchor in events.iter().flat_map(|e| &e.anchors) {
            for root in &anchor.roots {
                sharing.by_root.entry(*root).or_default();
            }
            let Some(head) = anchor.roots.first() else { continue };
            for kin in relations.kin(*head) {
                sharing.by_happening.entry(kin.happening).or_default();
            }
            for deed in relations.deeds(*head).iter().chain(relations.verbs(*head)) {
                sharing.by_deed.entry(*deed).or_default();
            }
            for kind in relations.general(*head) {
                sharing.by_kind.entry(*kind).or_default();
            }
        }
        for (n, event) in events.iter().enumerate() {
            for root in event.words.all(Part::ROOT | Part::HANGING) {
                note(&mut sharing.by_root, &root, n);
                let kin = if sharing.by_happening.is_empty() { &[] } else { relations.kin(root) };
                kin.iter().for_each(|kin| note(&mut sharing.by_happening, &kin.happening, n));
                let deeds = if sharing.by_deed.is_empty() { &[] } else { relations.deeds(root) };
                deeds.iter().for_each(|deed| note(&mut sharing.by_deed, deed, n));
                let kinds = if sharing.by_kind.is_empty() { &[] } else { relations.special(root) };
                kinds.iter().for_each(|kind| note(&mut sharing.by_kind, kind, n));
            }
            event.deeds.iter().for_each(|deed| note(&mut sharing.by_deed, deed, n));
        }
        sharing
    }

    /// Numbers of the events that a phrase may mean, among those of some stretches, in order.
    pub(super) fn with(
        &self,
        anchor: &Anchor,
        within: [Range<usize>; 2],
        relations: &Relations,
    ) -> Vec<usize> {
        let head = anchor.roots.first();
        let kin = head.map_or(&[][..], |head| relations.kin(*head));
        let (deeds, verbs, kinds) = head.map_or((&[][..], &[][..], &[][..]), |head| {
            (relations.deeds(*head), relations.verbs(*head), relations.general(*head))
        });
        let by_root = anchor.roots.iter().filter_map(|root| self.by_root.get(root));
        let by_happening = kin.iter().filter_map(|kin| self.by_happening.get(&kin.happening));
        let by_deed = deeds.iter().chain(verbs).filter_map(|deed| self.by_deed.get(deed));
        let by_kind = kinds.iter().filter_map(|kind| self.by_kind.get(kind));
        let mut found = Vec::new();
        for events in by_root.chain(by_happening).chain(by_deed).chain(by_kind) {
            for Range { start, end } in &within {
                let from = events.partition_point(|n| n < start);
                found.extend(events[from..].iter().take_while(|n| *n < end));
            }
        }
        sorting::sort(&mut found);
        found.dedup();
        found
    }
}

/// The deeds that a word names, where one of them happens to nobody twice: then another word may tell it, too.
fn once_deeds(head: Stem, relations: &Relations) -> &[u16] {
    let deeds = relations.deeds(head);
    if deeds.iter().any(|deed| relations.is_once(*deed)) { deeds } else { &[] }
}

/// Puts an event with those that share something, where that is asked for.
fn note<K: Eq + std::hash::Hash>(asked: &mut FxHashMap<K, Vec<usize>>, shared: &K, event: usize) {
    if let Some(events) = asked.get_mut(shared)
        && events.last() != Some(&event)
    {
        events.push(event);
    }
}

/// Whether the phrase names what leads up to the event it means: "throughout the race" is before and at the election.
pub(super) fn leads_up(anchor: &Anchor, relations: &Relations) -> bool {
    anchor.roots.first().is_some_and(|head| relations.kin(*head).iter().any(|k| k.leads_up))
}
