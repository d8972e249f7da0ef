//! From phrases to times: which event is meant, what its time says, until nothing changes any more.

use super::super::{Basis, Event, Part, Status};
use super::{Link, find};
use crate::expression::{PartOfDay, Relation};
use crate::lang::{Language, Stem};
use crate::resolve::{Cell, Certainty, Interval, Policy, Reason, Value, When, anniversary, narrow, relative};
use crate::sorting;
use chrono::Datelike;

/// Chains of events that are placed by each other are followed so far.
const ROUNDS: usize = 8;
/// How many events on either side of a phrase are looked at; what a text names it tells nearby or at its top.
const NEAR: usize = 60;

/// Settles the event-anchored times of one article.
pub(crate) fn settle(events: &mut [Event], language: &Language, policy: &Policy) {
    narrow_happenings(events, language);
    if events.iter().all(|e| e.anchors.is_empty()) {
        return;
    }
    let sharing = find::Sharing::of(events, &language.relations);
    let mut open: Vec<(usize, usize, usize)> = Vec::new();
    for n in 0..events.len() {
        for k in 0..events[n].anchors.len() {
            open.extend(meant(events, n, k, &sharing, language).map(|to| (n, k, to)));
        }
    }
    let meant = open.clone();
    // One round settles what dated events place, the next what these place, until nothing changes.
    for _ in 0..ROUNDS {
        let before = open.len();
        open.retain(|&(n, k, to)| {
            let when = events[to].when.clone();
            !place(&mut events[n], k, &when, (0, to), language, policy)
        });
        if open.len() == before {
            break;
        }
    }
    for (n, k, to) in meant {
        tell_again(events, n, k, to);
    }
}

/// "The dam collapsed on Monday. He left two days after the dam collapsed": the clause that names the event by which another is placed
/// tells that event again, where only that placing dates it.
fn tell_again(events: &mut [Event], n: usize, k: usize, to: usize) {
    let named = match events[n].anchors.get(k) {
        Some(anchor) if anchor.clause && events[to].refers.is_none() => anchor.named,
        _ => return,
    };
    let beside = n.saturating_sub(NEAR)..(n + NEAR).min(events.len());
    let again = beside.into_iter().find(|&m| {
        let (clause, told) = (&events[m], &events[to]);
        let deed = clause.head == told.head || clause.deeds.iter().any(|deed| told.deeds.contains(deed));
        let placed = clause.basis == Basis::Event && clause.links.iter().any(|link| link.to == (0, n));
        m != to && placed && deed && clause.sentence != told.sentence && clause.span.overlaps(named)
    });
    if let Some(again) = again {
        events[again].refers = Some((0, to as u32));
    }
}

/// The event of the same article that a phrase of an event means.
fn meant(
    events: &[Event],
    n: usize,
    k: usize,
    sharing: &find::Sharing,
    language: &Language,
) -> Option<usize> {
    let event = &events[n];
    let anchor = event.anchors.get(k)?;
    let placed = |e: &Event| e.when.is_dated() && !e.is_context() || !e.anchors.is_empty();
    if anchor.roots.is_empty() {
        let before = |e: &Event| e.sentence != event.sentence && event.paragraph - e.paragraph <= 1;
        // "exploded on June 3, police said on June 16": not the saying.
        let tells = |e: &Event| placed(e) && !e.echo;
        return (0..n).rev().find(|&m| tells(&events[m])).filter(|&m| before(&events[m]));
    }
    // The clause itself tells it, perhaps with a date of its own.
    let own = |e: &Event| {
        // What only holds the noun, "launched in 1891, she was sold on the eve of the war", does not tell of it.
        let tells = anchor.clause || e.span.start >= anchor.named.start;
        tells && e.span.overlaps(anchor.named) && e.span != event.span
    };
    let near = n.saturating_sub(NEAR)..(n + NEAR).min(events.len());
    let first = 0..NEAR.min(near.start);
    let mut mine = near.clone().filter(|&m| m != n && own(&events[m]) && placed(&events[m]));
    let told = mine.clone().find(|&m| events[m].when.is_dated());
    if told.is_some() {
        return told;
    }
    let mut fits: Vec<(find::Fit, usize)> = sharing
        .with(anchor, [first, near], &language.relations)
        .into_iter()
        .filter(|&m| m != n && events[m].span != event.span && placed(&events[m]))
        .filter(|&m| own(&events[m]) || !events[m].span.overlaps(anchor.named))
        .filter_map(|m| Some((find::fit(anchor, &events[m], &language.relations, true)?, m)))
        .collect();
    let nearest = |&&(fit, m): &&(find::Fit, usize)| {
        (fit.rank(), events[m].anchors.is_empty(), std::cmp::Reverse(n.abs_diff(m)))
    };
    if let Some(nth) = anchor.which.nth {
        only_nth(&mut fits, events, nth);
    }
    // "Her death came a day after it opened": what nothing else tells is dated where it stands, once that is.
    let Some(&(best, told)) = fits.iter().max_by_key(nearest) else { return mine.next() };
    // "the disaster", where two are told: nobody knows which.
    let apart = |m: usize| events[told].when.interval.intersect(&events[m].when.interval).is_none();
    if best.alone && fits.iter().any(|&(fit, m)| fit.tells && fit.described >= best.described && apart(m)) {
        return None;
    }
    // "the fire two years ago", "the fire of Feb. 9, 2024": of two tellings of one event the finer one counts.
    let finer = |m: usize| {
        let (coarse, fine) = (&events[told].when, &events[m].when);
        fine.is_dated() && fine.grain < coarse.grain && coarse.interval.contains(&fine.interval)
    };
    let finest = fits.iter().filter(|&&(fit, m)| fit.score + 1 >= best.score && finer(m));
    Some(finest.min_by_key(|&&(_, m)| (events[m].when.grain, n.abs_diff(m))).map_or(told, |&(_, m)| m))
}

/// Keeps of the events that a phrase may mean the one that is told as such, "a second explosion", else that in the order of time.
fn only_nth(fits: &mut Vec<(find::Fit, usize)>, events: &[Event], (nth, word): (usize, Stem)) {
    let told = |m: usize| events[m].words.any_of(word);
    if fits.iter().any(|&(_, m)| told(m)) {
        fits.retain(|&(_, m)| told(m));
        return;
    }
    let mut starts: Vec<_> = fits.iter().filter_map(|&(_, m)| events[m].when.interval.from).collect();
    sorting::sort(&mut starts);
    starts.dedup();
    let start = starts.get(nth).copied();
    fits.retain(|&(_, m)| start.is_some() && events[m].when.interval.from == start);
}

/// Gives an event the time that one of its phrases allows; whether it could.
pub(super) fn place(
    event: &mut Event,
    k: usize,
    other: &When,
    to: (usize, usize),
    language: &Language,
    policy: &Policy,
) -> bool {
    let Some(anchor) = event.anchors.get(k).filter(|_| other.is_dated()) else { return false };
    // "throughout the race": before the vote that it leads up to.
    let leads_up = anchor.relation == Relation::During && find::leads_up(anchor, &language.relations);
    let relation = if leads_up { Relation::Before } else { anchor.relation };
    let found =
        if anchor.yearly { yearly(event, other) } else { relative(relation, anchor.by, other, policy) };
    let Some(found) = found else { return false };
    let mut found = anchor.part.and_then(|part| in_part(&found, part)).unwrap_or(found);
    if anchor.about {
        found.certainty = found.certainty.max(Certainty::Approximate);
    }
    // What happened did so before it was told.
    let ahead = found.interval.from.is_some_and(|from| from.date() > event.told);
    if ahead && event.status == Status::Reported {
        return false;
    }
    let because = format!("“{}”: the text dates “{}” {}", anchor.said, anchor.phrase, extent(other));
    if event.when.is_dated() {
        match narrow(&event.when, &found, because) {
            Some(narrowed) => event.when = narrowed,
            None => {
                let note = format!("conflict: “{}” would give {}", anchor.said, extent(&found));
                event.when.why.push(Reason::Note(note));
            }
        }
    } else {
        found.why.push(Reason::Note(because));
        event.when = found;
    }
    event.links.push(Link { relation, to });
    true
}

/// The part of a day that is found: "the morning after the fire".
fn in_part(found: &When, part: PartOfDay) -> Option<When> {
    let day = found.interval.from?.date();
    let whole = Cell::Day(day).interval()?;
    (whole == found.interval).then(|| When::of_cell(Cell::PartOfDay(day, part), found.certainty))?
}

/// What is placed by an event that nothing dates was before it was told, or is yet to come; where its clause tells nothing else.
pub(in crate::events) fn bound(events: &mut [Event], policy: &Policy) {
    for n in 0..events.len() {
        let event = &events[n];
        let Some(anchor) = event.anchors.first().filter(|_| !event.when.is_dated()) else { continue };
        let told_here = |e: &Event| e.when.is_dated() && e.span.overlaps(event.span);
        let near = events[..n].iter().rev().take_while(|e| e.sentence == event.sentence);
        if near.chain(events[n..].iter().take_while(|e| e.sentence == event.sentence)).any(told_here) {
            continue;
        }
        let side = match event.status {
            Status::Reported | Status::Denied => Relation::Until,
            Status::Planned | Status::Conditional => Relation::Since,
            Status::Ongoing => Relation::During,
        };
        // "as it was leaving before it was due to fly": it was when the rest of its sentence was.
        let beside =
            |e: &&Event| e.sentence == event.sentence && e.is_context() && e.when.interval.is_closed();
        let near = events[..n].iter().rev().take_while(|e| e.sentence == event.sentence);
        let near = near.chain(events[n..].iter().take_while(|e| e.sentence == event.sentence)).find(beside);
        if let Some(when) = near.filter(|e| e.status == event.status).map(|e| e.when.clone()) {
            events[n].when = When { certainty: Certainty::Bounded, ..when };
            events[n].basis = Basis::Context;
            continue;
        }
        let because =
            format!("nothing in the text dates “{}”: told by the day of publication", anchor.phrase);
        let told = When::of_cell(Cell::Day(event.told), Certainty::Exact);
        if let Some(mut when) = told.and_then(|told| relative(side, None, &told, policy)) {
            when.why.push(Reason::Note(because));
            events[n].when = when;
            events[n].basis = Basis::Article;
        }
    }
}

/// "on the anniversary of the collapse": the next for what is planned, else the last.
fn yearly(event: &Event, other: &When) -> Option<When> {
    let since = (event.told.year() - other.interval.from?.year()).max(1);
    let ahead = |when: &When| when.interval.from.is_some_and(|from| from.date() >= event.told);
    let planned = matches!(event.status, Status::Planned | Status::Conditional);
    let all = (since - 1).max(1)..=since + 1;
    let mut all = all.filter_map(|years| anniversary(other, years));
    if planned { all.find(ahead) } else { all.take_while(|when| !ahead(when)).last() }
}

/// A time in words that need no calendar: EDTF, or its ends.
fn extent(when: &When) -> String {
    let edtf = when.edtf();
    if edtf.is_empty() { "an open time".to_owned() } else { edtf }
}

/// Two vague times of one happening narrow each other: "won the race earlier this month", "voted two weeks ago".
fn narrow_happenings(events: &mut [Event], language: &Language) {
    let vague = |e: &Event| {
        matches!(e.when.certainty, Certainty::Inferred | Certainty::Approximate)
            && e.when.interval.is_closed()
            && matches!(
                e.when.value,
                Value::Around(_) | Value::Interval | Value::Cell { .. } | Value::Vague { .. }
            )
    };
    let happenings = |e: &Event| -> Vec<u16> {
        e.words
            .all(Part::ROOT)
            .flat_map(|r| language.relations.kin(r))
            .filter(|k| !k.leads_up)
            .map(|k| k.happening)
            .collect()
    };
    // No others are compared below.
    let first = events.iter().enumerate().filter(|(_, e)| vague(e)).take(2 * NEAR);
    let all: Vec<(usize, Vec<u16>)> = first.map(|(n, e)| (n, happenings(e))).collect();
    for (i, (a, of_a)) in all.iter().enumerate().take(NEAR) {
        for (b, of_b) in all.iter().skip(i + 1).take(NEAR) {
            if !of_a.iter().any(|h| of_b.contains(h)) {
                continue;
            }
            let (x, y) = (events[*a].when.interval, events[*b].when.interval);
            let Some(Interval { from: Some(_), to: Some(_) }) = x.intersect(&y).filter(|_| x != y) else {
                continue;
            };
            let (x, y) = (events[*a].when.clone(), events[*b].when.clone());
            for (n, own, other, by) in [(*a, &x, &y, *b), (*b, &y, &x, *a)] {
                let phrase = events[by].phrase.clone();
                if let Some(mut when) =
                    narrow(own, other, format!("narrowed by “{phrase}”, which tells of the same happening"))
                {
                    when.certainty =
                        if when.interval == own.interval { when.certainty } else { Certainty::Inferred };
                    events[n].when = when;
                }
            }
        }
    }
}
