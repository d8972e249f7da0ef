//! Phrases that mean an event of another article.

use super::super::Event;
use super::settle::place;
use super::{Anchor, find};
use crate::events::Part;
use crate::lang::{Language, Relations, Stem};
use crate::resolve::Policy;
use crate::sorting;
use rustc_hash::FxHashMap;

/// How many events of one word or deed are looked at.
const NEAR: usize = 60;

/// An article's number, and that of an event in it.
type Place = (usize, usize);

/// Settles what an article leaves open by the events of other articles: events by article, as [`super::super::extract`] gave
/// them.
pub(crate) fn relate(articles: &mut [Vec<Event>], language: &Language, policy: &Policy) {
    for (a, events) in articles.iter_mut().enumerate() {
        for link in events.iter_mut().flat_map(|e| &mut e.links) {
            link.to.0 = a;
        }
    }
    let open = |e: &Event| !e.anchors.is_empty() && e.links.is_empty();
    if articles.len() < 2 || !articles.iter().flatten().any(open) {
        return;
    }
    let told = Told::of(articles);
    let relations = &language.relations;
    let mut settled = Vec::new();
    for (a, events) in articles.iter().enumerate() {
        for (n, event) in events.iter().enumerate().filter(|(_, e)| open(e)) {
            for (k, anchor) in event.anchors.iter().enumerate() {
                let meant = told.described(articles, a, anchor, relations);
                let meant = meant.or_else(|| told.only(articles, (a, n), anchor, relations));
                if let Some(to) = meant {
                    settled.push(((a, n, k), articles[to.0][to.1].when.clone(), to));
                }
            }
        }
    }
    for ((a, n, k), when, to) in settled {
        place(&mut articles[a][n], k, &when, to, language, policy);
    }
}

/// Dated events of all articles, by the words that they tell with and by their deeds.
#[derive(Default)]
struct Told {
    by_root: FxHashMap<Stem, Vec<Place>>,
    by_deed: FxHashMap<u16, Vec<Place>>,
}

impl Told {
    fn of(articles: &[Vec<Event>]) -> Self {
        let mut told = Told::default();
        for (a, events) in articles.iter().enumerate() {
            for (n, event) in events.iter().enumerate().filter(|(_, e)| e.when.is_dated() && !e.is_context())
            {
                let roots = event.words.all(Part::ROOT);
                roots.for_each(|root| note(told.by_root.entry(root).or_default(), (a, n)));
                let deeds = event.deeds.iter();
                deeds.for_each(|deed| note(told.by_deed.entry(*deed).or_default(), (a, n)));
            }
        }
        told
    }

    /// The event that shares enough with a phrase to be the one, wherever else such a thing is told.
    fn described(
        &self,
        articles: &[Vec<Event>],
        own: usize,
        anchor: &Anchor,
        relations: &Relations,
    ) -> Option<Place> {
        let lists = anchor.roots.iter().filter_map(|root| self.by_root.get(root));
        let places = once(lists.flatten().copied().collect());
        let found = places.into_iter().filter(|&(a, n)| a != own && find::is_told(anchor, &articles[a][n]));
        let found =
            found.filter_map(|(a, n)| Some((find::fit(anchor, &articles[a][n], relations, false)?, (a, n))));
        let enough = found.filter(|(fit, _)| fit.score >= find::ELSEWHERE);
        enough.max_by_key(|&(fit, to)| (fit.rank(), std::cmp::Reverse(to))).map(|(_, to)| to)
    }

    /// "since the fire", of which the article tells nothing else: the only fire that any article of the story tells.
    fn only(
        &self,
        articles: &[Vec<Event>],
        (own, n): Place,
        anchor: &Anchor,
        relations: &Relations,
    ) -> Option<Place> {
        let head = anchor.roots.first().filter(|_| anchor.which.bare)?;
        let fits = |event: &Event| find::fit(anchor, event, relations, false).is_some_and(|fit| fit.tells);
        let here = articles[own].iter().enumerate().any(|(m, e)| m != n && e.naming.is_none() && fits(e));
        if here {
            return None;
        }
        let deeds = relations.deeds(*head).iter().filter_map(|deed| self.by_deed.get(deed));
        let lists = || self.by_root.get(head).into_iter().chain(deeds.clone());
        // Of more nobody looks whether they are one.
        if lists().any(|list| list.len() == NEAR) {
            return None;
        }
        let mut places = once(lists().flatten().copied().collect());
        places.retain(|&(a, m)| fits(&articles[a][m]));
        let when = |&(a, m): &Place| &articles[a][m].when;
        let finest = *places.iter().min_by_key(|place| (when(place).grain, **place))?;
        let same = |place: &Place| when(place).interval.intersect(&when(&finest).interval).is_some();
        places.iter().all(same).then_some(finest)
    }
}

/// Puts an event with those that share something.
fn note(list: &mut Vec<Place>, place: Place) {
    if list.len() < NEAR {
        list.push(place);
    }
}

/// Each place once, in order.
fn once(mut places: Vec<Place>) -> Vec<Place> {
    sorting::sort(&mut places);
    places.dedup();
    places
}
