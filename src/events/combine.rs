//! Several expressions that date one thing.

use super::site::{Dated, Site, Target};
use crate::lang::{Role, Roles};
use crate::resolve::{Certainty, Interval, Reason, Value, When};
use crate::segment::{Form, Verb};
use std::ops::Range;

/// Brings together what dates the same verb, and tells apart what dates two verbs of one clause.
pub(super) fn combine(site: &Site<'_>, attached: Vec<Dated>) -> Vec<Dated> {
    if attached.len() < 2 {
        return attached;
    }
    let mut kept: Vec<Dated> = Vec::new();
    for next in attached {
        let same = kept.iter().rposition(|d| d.target == next.target);
        match same.map(|n| (n, join(site, &kept[n], &next))) {
            None | Some((_, Join::Apart)) => kept.push(next),
            Some((n, Join::Shared(first, second))) => {
                kept[n].within = Some(first);
                kept.push(Dated { within: Some(second), ..next });
            }
            Some((n, Join::As(joined))) => kept[n] = *joined,
            Some((n, Join::Meant(first, second))) => {
                kept[n].target = first;
                kept.push(Dated { target: second, ..next });
            }
            // The finer one tells when it happened; "the toll from Friday's landslide rose on Monday".
            Some((n, Join::Passing))
                if next.when.grain < kept[n].when.grain || is_of_subject(site, &kept[n], &next) =>
            {
                kept[n] = next;
            }
            Some((_, Join::Passing)) => {}
        }
    }
    drop_passing(site, &mut kept);
    share(site, &mut kept);
    kept
}

enum Join {
    /// Both date it, together.
    As(Box<Dated>),
    /// It happened at both times.
    Apart,
    /// They date two things that the verb is told of once, in these parts of the clause.
    Shared(Range<usize>, Range<usize>),
    /// One of them dates what the verb's object is meant for: "called an election for May 6 on Tuesday". What each dates.
    Meant(Target, Target),
    /// One of them is mentioned in passing.
    Passing,
}

fn join(site: &Site<'_>, first: &Dated, second: &Dated) -> Join {
    // A phrase that places it by another event waits until that one is known.
    let anchors: Vec<_> = first.anchors.iter().chain(&second.anchors).cloned().collect();
    match (first.when.is_dated(), second.when.is_dated()) {
        (_, false) => return Join::As(Box::new(Dated { anchors, ..first.clone() })),
        (false, true) => return Join::As(Box::new(Dated { anchors, ..second.clone() })),
        (true, true) => {}
    }
    let reader = site.reader;
    if let Some(gap) = site.gap(second).filter(|gap| gap.first == first.tokens(reader)) {
        let pieces = site.pieces(second.target.clause());
        let whole = first.within.clone().or(pieces.first().cloned()).unwrap_or_default();
        return Join::Shared(whole.start..gap.at, gap.at + 1..whole.end);
    }
    let between = first.tokens(reader).end..second.tokens(reader).start;
    let Some(shared) = first.when.interval.intersect(&second.when.interval) else {
        match (meant(site, first), meant(site, second)) {
            (Some(noun), _) => return Join::Meant(noun, second.target),
            (_, Some(noun)) => return Join::Meant(first.target, noun),
            (None, None) => {}
        }
        let joins = |i: usize| reader.document.is_comma(i) || reader.roles(i).has(Role::Coordinator);
        // "in the second quarter on Sunday": nothing joins them, and the quarter is one of the game.
        let listed = between.clone().any(joins)
            && between
                .clone()
                .all(|i| joins(i) || reader.roles(i).any(Roles::of(&[Role::Preposition, Role::Adverb])));
        // "hit in May by a storm and again in June by a flood"
        let lead = between
            .clone()
            .rev()
            .find(|&i| !reader.roles(i).any(Roles::of(&[Role::Preposition, Role::Adverb, Role::Determiner])));
        let again = lead.is_some_and(|i| reader.roles(i).has(Role::Coordinator));
        // "extended the order on Monday until March 31"
        let put_off = second.delayed && !first.delayed && first.when.interval.is_closed();
        return if (listed || again || put_off) && !between.is_empty() { Join::Apart } else { Join::Passing };
    };
    // The finer one names the time; the coarser one may still narrow it.
    let (fine, coarse) = if second.when.grain < first.when.grain { (second, first) } else { (first, second) };
    let when = if shared == fine.when.interval {
        fine.when.clone()
    } else if shared == coarse.when.interval {
        coarse.when.clone()
    } else {
        narrowed(&fine.when, shared, coarse, site)
    };
    Join::As(Box::new(Dated { when, anchors, ..fine.clone() }))
}

/// Whether a time stands within the subject of the verb that it dates, and another one behind that verb: "An inquiry into the crash on
/// May 3 opened on Monday".
fn is_of_subject(site: &Site<'_>, dated: &Dated, other: &Dated) -> bool {
    let (time, other) = (dated.tokens(site.reader).start, other.tokens(site.reader).start);
    let Some(verb) = site.verb(dated.target) else { return false };
    let subject = site.subject(dated.target.clause());
    // "The mayor on Monday vetoed": that is when the verb did it.
    let placed =
        |from: usize| (from..time.saturating_sub(1)).any(|i| site.reader.roles(i).has(Role::Preposition));
    let here = |s: &Range<usize>| site.clauses[dated.target.clause()].first as usize <= s.start;
    let within = subject.is_some_and(|s| {
        s.contains(&time) || here(&s) && s.start < time && time < verb.first as usize && placed(s.start)
    });
    within && verb.last as usize <= other
}

/// The noun before "for" and a time: "an election for May 6".
fn meant(site: &Site<'_>, dated: &Dated) -> Option<Target> {
    let reader = site.reader;
    let Target::Verb { clause, .. } = dated.target else { return None };
    let time = dated.tokens(reader);
    let purpose = time.start.checked_sub(1).filter(|&i| reader.roles(i).has(Role::Purpose))?;
    let noun = purpose.checked_sub(1)?;
    let verb = site.verb(dated.target).filter(|v| (v.last as usize) < noun && reader.is_word(noun))?;
    let first = site.phrase_start(noun, verb.last as usize);
    Some(Target::Noun { clause, first, last: time.end })
}

fn narrowed(when: &When, interval: Interval, by: &Dated, site: &Site<'_>) -> When {
    let mut when = When { interval, value: Value::Interval, certainty: Certainty::Inferred, ..when.clone() };
    when.why.push(Reason::Note(format!("combined with “{}”", by.phrase(site.reader))));
    when
}

/// A noun dated in passing makes no event of its own where its clause has a date that is as fine.
fn drop_passing(site: &Site<'_>, kept: &mut Vec<Dated>) {
    if !kept.iter().any(|d| matches!(d.target, Target::Noun { .. })) {
        return;
    }
    let verbs: Vec<_> = kept
        .iter()
        .filter(|d| matches!(d.target, Target::Verb { .. }) && d.when.is_dated())
        .map(|d| (d.target.clause(), d.when.grain))
        .collect();
    let led = |d: &Dated| {
        d.tokens(site.reader).start.checked_sub(1).is_some_and(|i| site.reader.roles(i).has(Role::Purpose))
    };
    // "freed him, setting the stage for a retrial in October": what lies ahead is no part of what was.
    let ahead = |d: &Dated| {
        d.within.is_some() && d.when.interval.from.is_some_and(|from| from.date() > site.reader.published)
    };
    kept.retain(|d| {
        !matches!(d.target, Target::Noun { .. })
            || led(d)
            || ahead(d)
            || !verbs.iter().any(|&(c, grain)| c == d.target.clause() && grain <= d.when.grain)
    });
}

/// Where what a verb tells begins; a participle tells of the noun before it: "the layoffs announced last week".
fn described(site: &Site<'_>, verb: &Verb, from: usize) -> usize {
    let first = verb.first as usize;
    let reader = site.reader;
    let names = |i: &usize| {
        *i >= from && reader.is_word(*i) && !reader.is_timed(*i) && !reader.roles(*i).has(Role::Coordinator)
    };
    let noun = first.checked_sub(1).filter(names);
    match noun.filter(|_| verb.form == Form::Participle) {
        Some(noun) => {
            let mut start = site.phrase_start(noun, from);
            // "a ban on Japanese seafood imposed in 2023"
            while start > from + 1
                && !reader.is_determiner(start)
                && reader.roles(start - 1).has(Role::Preposition)
                && names(&(start - 2))
            {
                start = site.phrase_start(start - 2, from);
            }
            start
        }
        None => first,
    }
}

/// Where two verbs of one clause have dates of their own, the clause is shared out between them.
fn share(site: &Site<'_>, kept: &mut [Dated]) {
    for n in 0..kept.len() {
        let Target::Verb { clause, verb } = kept[n].target else { continue };
        let others = kept.iter().filter(|d| d.when.is_dated()).filter_map(|d| match d.target {
            Target::Verb { clause: c, verb: v } if c == clause && v != verb => Some(v),
            _ => None,
        });
        // "agreed on Monday to cut the hours from May": what was agreed goes with it.
        let verbs = &site.clauses[clause].verbs;
        let governs = |v: &usize| {
            let ahead = Roles::of(&[Role::Promise, Role::Plan, Role::Threat]);
            *v == verb + 1 && verbs[*v].form == Form::Infinitive && verbs[verb].meaning.any(ahead)
        };
        let mut others = others.filter(|v| !governs(v)).peekable();
        if others.peek().is_none() {
            continue;
        }
        let pieces = site.pieces(clause);
        let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else { continue };
        let mut within = kept[n].within.clone().unwrap_or(first.start..last.end);
        for other in others {
            // "found the mayor guilty of taking bribes": who took them, only the whole tells.
            let led = (verbs[verb].first as usize).checked_sub(1);
            let led = led.is_some_and(|i| site.reader.roles(i).has(Role::Preposition));
            if other < verb && led && verbs[verb].form == Form::Gerund {
                continue;
            }
            if other > verb {
                // "Having won in June, she lost": the subject goes with the verb behind it.
                let subject = site.subject(clause).filter(|_| verbs[verb].form == Form::Gerund);
                let parted = subject.filter(|s| s.start > verbs[verb].last as usize);
                let end = parted.map_or(verbs[other].first as usize, |s| s.start);
                within.end = within.end.min(end);
            } else {
                // "agreed on Friday, was supposed to last": verbs that nothing else dates lead to it.
                // "agreed on Friday to exchange prisoners and to reopen": a "to" of its own begins anew.
                let anew = |n: &usize| {
                    let before = (verbs[*n].first as usize).checked_sub(1).map(|i| site.reader.roles(i));
                    site.reader.roles(verbs[*n].first as usize).has(Role::To)
                        && before.is_some_and(|roles| roles.has(Role::Coordinator))
                };
                let next = (other + 1).min(verb);
                let first = &verbs[(next..=verb).rfind(anew).unwrap_or(next)];
                within.start = within.start.max(described(site, first, verbs[other].last as usize));
            }
        }
        let expression = kept[n].tokens(site.reader);
        // "sentenced for | robbing a shop in 2019"
        let dangles = |i: usize| {
            let roles = site.reader.roles(i);
            roles.has(Role::Coordinator) || roles.has(Role::Preposition) && !roles.has(Role::Particle)
        };
        while within.end > within.start && dangles(within.end - 1) {
            within.end -= 1;
        }
        if within.start <= expression.start && expression.end <= within.end {
            kept[n].within = Some(within);
        }
    }
}
