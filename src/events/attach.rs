//! Which verb, or which noun of an event, an expression of time modifies.

use super::Basis;
use super::circumstance::{circumstance, conditioned, leads_to, led_to};
use super::passing::{describes, is_aside, is_elliptical, is_told_first, points_only, reaches_ahead};
use super::placed::{counted_from, placed, placing_back};
use super::relation::Phrase;
use super::retarget::{
    begun, counted, done_then, due_then, happened, planned, rejoined, told_of_one, voiced,
};
use super::site::{Dated, Site, Target};
use crate::expression::{Bound, Expr, Grain, Relation, Tense};
use crate::lang::{Role, Roles};
use crate::recognise::Annotation;
use crate::resolve::{Cell, Certainty, Interval, Policy, Reason, Value, When, relative};
use crate::segment::clause::governor;
use crate::segment::{Clause, Form, Opener, Verb};
use crate::sorting;
use std::ops::Range;

/// The most words between an expression and the noun of an event before which it stands: "the 2010 special election".
const ATTRIBUTE: usize = 3;

/// A dated expression with what it modifies.
pub(super) fn attach(
    site: &Site<'_>,
    here: &[&Annotation],
    placing: &[Phrase],
    policy: &Policy,
) -> Vec<Dated> {
    let mut dated = Vec::with_capacity(here.len() + placing.len());
    dated.extend(here.iter().filter(|a| a.when.is_dated()).filter_map(|a| one(site, a)));
    // "has governed since 2024, when she succeeded him": it dates both.
    let bounds = |a: &&&Annotation| a.when.is_dated() && matches!(a.mention.expr, Expr::Open(..));
    for annotation in here.iter().filter(bounds) {
        let besides = told_when(site, annotation, annotation.mention.tokens.1 as usize);
        let besides =
            besides.filter(|d| !dated.iter().any(|known| known.target.clause() == d.target.clause()));
        dated.extend(besides.filter(|d| site.verb(d.target).is_some_and(|v| !v.copula)));
    }
    for phrase in placing {
        if counted_from(site, phrase, here, &mut dated, policy) {
            continue;
        }
        let placed = placed(site, phrase);
        let back = placed.as_ref().and_then(|placed| placing_back(site, phrase, placed, policy));
        // "The move comes days after it failed" tells when it failed, and nothing else.
        let only = back.as_ref().is_some_and(|back| back.when.is_dated());
        dated.extend(back);
        dated.extend(placed.filter(|_| !only));
    }
    sorting::sort_by_key(&mut dated, |d| d.expression.map(|span| (span.start, span.end)));
    dated
}

fn one(site: &Site<'_>, annotation: &Annotation) -> Option<Dated> {
    let (first, last) = annotation.mention.tokens;
    let tokens = first as usize..last as usize;
    let clause = site.clauses.iter().position(|c| c.holds(tokens.start))?;
    if let Some(period) = site.period(annotation) {
        return period.told(site);
    }
    if site.is_length_of_period(annotation) {
        return None;
    }
    if is_aside(site, annotation, &tokens, clause) {
        return told_when(site, annotation, tokens.end);
    }
    let since = match since(site, tokens.start, clause) {
        None => None,
        Some(_) if is_told_first(site, tokens.start) => return None,
        // "the third to leave since the election in July": that many went, and nobody says when.
        Some(started) => Some(started.open(annotation)?),
    };
    let open = since.is_some() || matches!(annotation.mention.expr, Expr::Open(..));
    let governing =
        governor(site.clauses, tokens.start).map(|found| rejoined(site, found, tokens.start, open));
    if governing.is_some_and(|verb| describes(site, verb, &tokens) || ends_time(site, verb, &tokens)) {
        return None;
    }
    let led = governing.filter(|_| !open);
    let led =
        led.and_then(|verb| led_to(site, verb, annotation).or_else(|| leads_to(site, verb, annotation)));
    let target = match governing {
        _ if let Some((target, _)) = &led => *target,
        // "before Friday's vote" bounds what the verb tells, and dates no vote.
        Some((clause, verb)) if open => Target::Verb { clause, verb },
        Some((clause, verb)) => noun(site, clause, verb, &tokens)
            .or_else(|| announced(site, (clause, verb), annotation))
            .unwrap_or(Target::Verb { clause, verb }),
        // A heading or caption without a verb tells something if it has other words.
        None if telling_words(site, clause) > 1 => Target::Phrase { clause },
        None => return None,
    };
    if is_elliptical(site, target) || points_only(site, annotation, target) {
        return None;
    }
    let target = happened(site, target);
    let target = counted(site, target);
    let target = voiced(site, target, annotation);
    let target = told_of_one(site, target, &tokens);
    let target = begun(site, target, annotation);
    let target = planned(site, target, annotation, tokens.start);
    let target = due_then(site, target);
    let target = done_then(site, target, annotation);
    // "Pictured in 1925": nobody says who.
    let told = || match target {
        Target::Verb { clause, .. } => {
            // "its plant, built in 1961": what the aside tells of stands before it.
            let aside = || site.clauses[clause].opener == Opener::Relative && site.subject(clause).is_some();
            telling_words(site, clause) > 1
                || site.finite(clause).is_some_and(|v| v.form == Form::Finite)
                || aside()
        }
        _ => true,
    };
    if !told() {
        return None;
    }
    let (target, within) = match circumstance(site, target) {
        _ if let Some(both) = conditioned(site, target) => (target, Some(both)),
        Some((main, tokens)) => (main, Some(tokens)),
        None if let Some((_, noun)) = led => (target, Some(noun)),
        None => {
            let described = || {
                let (object, told) = site.described(target)?;
                Some(if object.end == told.start { object.start..told.end } else { told })
            };
            (
                target,
                site.fronted(target)
                    .or_else(described)
                    .or_else(|| site.linked(target))
                    .or_else(|| site.reduced(target)),
            )
        }
    };
    let then = not_until(site, annotation, target, tokens.start);
    let then = then.or_else(|| moved(site, annotation, target));
    // "was pushed back to March 3"
    let to = tokens.start > 0 && site.reader.roles(tokens.start - 1).has(Role::To);
    let delayed = then.is_some() || to && site.verb(target).is_some_and(|v| site.reader.reschedules(v));
    Some(Dated {
        target,
        when: then
            .or(since)
            .or_else(|| opened_by_bound(site, annotation, tokens.start, clause))
            .unwrap_or_else(|| annotation.when.clone()),
        expression: Some(annotation.mention.span),
        source: None,
        within,
        anchors: Vec::new(),
        basis: Basis::Own,
        delayed,
    })
}

/// "fell on Friday to end the week at 3,932": a time that is all that a verb begins or ends dates nothing beside what is dated.
fn ends_time(site: &Site<'_>, (clause, verb): (usize, usize), tokens: &Range<usize>) -> bool {
    let this = &site.clauses[clause];
    let verb = &this.verbs[verb];
    let behind = verb.last as usize;
    let object = behind == tokens.start
        || behind + 1 == tokens.start && site.reader.roles(behind).has(Role::Determiner);
    verb.form == Form::Infinitive
        && verb.meaning.has(Role::Schedule)
        && object
        && site.dates(clause).any(|a| (a.mention.tokens.0 as usize) < verb.first as usize)
}

/// "moved from March 3 to March 10": it is to happen on the latter.
fn moved(site: &Site<'_>, annotation: &Annotation, target: Target) -> Option<When> {
    let verb = site.verb(target).filter(|v| site.reader.reschedules(v))?;
    let Expr::Range(_, to) = &annotation.mention.expr else { return None };
    // "extended the order on Monday until March 31": from then on.
    let day = to.grain() == Some(Grain::Day) && !annotation.mention.expr.runs_from_weekday();
    let end = annotation.when.interval.to.filter(|_| day)?;
    let day = end.date().pred_opt()?;
    let mut when = When::of_cell(Cell::Day(day), Certainty::Inferred)?;
    when.why = annotation.when.why.clone();
    when.why.push(Reason::Note(format!("“{}” to then", site.reader.document.word(verb.head as usize))));
    Some(when)
}

/// What does not happen until a time, or is postponed until then, happens then.
fn not_until(site: &Site<'_>, annotation: &Annotation, target: Target, token: usize) -> Option<When> {
    let Expr::Open(bound @ (Bound::Until | Bound::Before), _) = annotation.mention.expr else { return None };
    let verb = site.verb(target)?;
    let held = site.clauses.get(target.clause())?.holds(token);
    if !(held && (verb.negated || site.reader.reschedules(verb))) {
        return None;
    }
    if bound == Bound::Until {
        let mut when = base(&annotation.when)?;
        when.why.push(Reason::Note("not until then: it happens then".to_owned()));
        return Some(when);
    }
    // "is not expected to reopen before Friday"
    let ahead = verb.negated && verb.tense == Tense::Future;
    let end = annotation.when.interval.to.filter(|_| ahead)?;
    let mut when = annotation.when.clone();
    when.interval = Interval { from: Some(end), to: None };
    when.value = Value::Interval;
    when.why.push(Reason::Note("not before then".to_owned()));
    Some(when)
}

/// "up from 22 on Monday, when the strike began": what only dates a comparison dates the clause behind it.
fn told_when(site: &Site<'_>, annotation: &Annotation, end: usize) -> Option<Dated> {
    let reader = site.reader;
    let opens = |c: &Clause| {
        let first = c.first as usize;
        let first = first + usize::from(reader.document.is_comma(first));
        first == end + 1 && reader.document.is_comma(end) && reader.roles(first).has(Role::When)
    };
    let clause = site.clauses.iter().position(opens).filter(|&n| !site.is_dated(n))?;
    let past = |v: &Verb| v.form == Form::Finite && v.tense == Tense::Past;
    let verb = site.clauses[clause].verbs.iter().position(past)?;
    // "since 2014, when it struck": it struck then.
    let open = matches!(annotation.mention.expr, Expr::Open(..));
    let when = base(&annotation.when).filter(|_| open).unwrap_or_else(|| annotation.when.clone());
    Some(Dated {
        target: Target::Verb { clause, verb },
        when,
        expression: None,
        source: Some(annotation.mention.span),
        within: None,
        anchors: Vec::new(),
        basis: Basis::Own,
        delayed: false,
    })
}

/// The time that a word opens the clause of which it dates: "after overnight talks collapsed", which is no time after the night.
fn opened_by_bound(site: &Site<'_>, annotation: &Annotation, token: usize, clause: usize) -> Option<When> {
    let this = &site.clauses[clause];
    let bound = matches!(annotation.mention.expr, Expr::Open(Bound::After | Bound::Before, _));
    let opens =
        this.opener == Opener::Subordinator && token == this.first as usize + 1 && this.finite().is_some();
    (bound && opens).then(|| base(&annotation.when)).flatten()
}

/// What an expression starts that goes on: "since a fire in 2009".
struct Started {
    /// From "since" to the expression.
    said: String,
    /// A verb tells that something goes on, and not which one in a row it is.
    goes_on: bool,
}

impl Started {
    /// From what the expression tells of on.
    fn open(&self, annotation: &Annotation) -> Option<When> {
        let closed = Some(&annotation.when).filter(|when| self.goes_on && when.interval.is_closed())?;
        // Without a length no choice of a policy matters.
        let mut when = relative(Relation::Since, None, closed, &Policy::default())?;
        when.why = closed.why.clone();
        when.why.push(Reason::Note(format!("“{}”: it goes on from then", self.said)));
        Some(when)
    }
}

/// "has stood empty since a fire in 2009": whether "since" leads what stands before a token of a clause.
fn since(site: &Site<'_>, token: usize, clause: usize) -> Option<Started> {
    const FARTHEST: usize = 8;
    let (reader, this) = (site.reader, &site.clauses[clause]);
    let inner = |i: usize| reader.is_word(i) || reader.roles(i).has(Role::Possessive);
    let verb = |i: usize| this.verbs.iter().any(|v| v.head as usize == i && v.form == Form::Finite);
    let mut first = (this.first as usize..token).rev().take(FARTHEST).take_while(|&i| inner(i) && !verb(i));
    let relations = &reader.language.relations;
    let starts = |i: usize| {
        let words = reader.document.tokens.get(i).map(|t| relations.connectives(t.word)).unwrap_or_default();
        words.iter().any(|c| c.relation == Relation::Since && c.words.len() == 1)
    };
    // "since 2009" is an open expression itself.
    let led = first.find(|&i| starts(i)).filter(|&i| i + 2 < token)?;
    let said = crate::span::one_line(reader.document.span(led, token).of(reader.document.text));
    let goes_on = this.finite().is_some_and(|v| reader.roles(v.first as usize).has(Role::Have));
    Some(Started { said, goes_on })
}

/// The time that a bound is counted from, where it has a name in the calendar.
pub(super) fn base(open: &When) -> Option<When> {
    let Value::Cell { cell, .. } = open.value else { return None };
    let mut when = When::of_cell(cell, Certainty::Inferred)?;
    when.why = open.why.clone();
    Some(when)
}

/// How many words of a clause tell more than when.
pub(super) fn telling_words(site: &Site<'_>, clause: usize) -> usize {
    let Some(clause) = site.clauses.get(clause) else { return 0 };
    let reader = site.reader;
    // "12 November 2025, 18:40" is no more than a time.
    let words =
        (clause.first as usize..clause.last as usize).any(|i| reader.is_word(i) && !reader.is_timed(i));
    let tells = |&i: &usize| {
        words
            && !reader.is_mark(i)
            && !reader.is_timed(i)
            && !reader.roles(i).any(Roles::of(&[Role::Preposition, Role::Determiner, Role::If]))
    };
    (clause.first as usize..clause.last as usize).filter(tells).count()
}

/// The noun of an event that the expression modifies, rather than the clause's verb.
fn noun(site: &Site<'_>, clause: usize, verb: usize, tokens: &Range<usize>) -> Option<Target> {
    let governing = site.clauses.get(clause)?.verbs.get(verb)?;
    if let Some((first, last)) = attributed(site, tokens) {
        // "Monday's raid killed two": the verb tells what the raid did, then.
        // "After the 2010 raid, they fled in 2011": what leads to the clause is not its subject.
        let led = first
            .checked_sub(1)
            .is_some_and(|i| site.reader.roles(i).any(Roles::of(&[Role::Preposition, Role::Linker])));
        let subject = last <= governing.first as usize && !led;
        return (!subject || governing.meaning.has(Role::Say) || governing.meaning.has(Role::Deny))
            .then_some(Target::Noun { clause, first, last });
    }
    // "announced a meeting on Friday"
    let before = behind(site, tokens.start)?;
    let object = before > governing.head as usize && governing.meaning.has(Role::Say);
    let happening = site.reader.roles(before).has(Role::Happening) && tokens.start > before + 1;
    (object && happening).then(|| Target::Noun {
        clause,
        first: site.phrase_start(before, governing.last as usize),
        last: tokens.end,
    })
}

/// "announced 10,000 job cuts over the next four years": what was said lies ahead, and it was said before.
fn announced(site: &Site<'_>, (clause, verb): (usize, usize), annotation: &Annotation) -> Option<Target> {
    let verb = &site.clauses[clause].verbs[verb];
    let past = verb.form == Form::Finite && verb.tense == Tense::Past;
    let said = past && verb.meaning.any(Roles::of(&[Role::Say, Role::Promise]));
    let (first, last) = (verb.last as usize, annotation.mention.tokens.1 as usize);
    let object = (first..annotation.mention.tokens.0 as usize).any(|i| site.reader.is_long_word(i));
    (said && object && reaches_ahead(site, &annotation.mention.expr, annotation.when.interval))
        .then_some(Target::Noun { clause, first, last })
}

/// "Friday's meeting", "the 2010 raid": the phrase around the expression and the noun of an event behind it.
fn attributed(site: &Site<'_>, tokens: &Range<usize>) -> Option<(usize, usize)> {
    let reader = site.reader;
    let possessive = reader.roles(tokens.end).has(Role::Possessive);
    let first = reader.document.sentences.get(site.sentence).map_or(0, |s| s.body as usize);
    let determined = tokens.start > first
        && reader.roles(tokens.start - 1).any(Roles::of(&[Role::Determiner, Role::Possessive]));
    if !possessive && !determined && !reader.roles(tokens.start).has(Role::Determiner) {
        return None;
    }
    let from = tokens.end + usize::from(possessive);
    let last = reader.document.sentences.get(site.sentence).map_or(from, |s| s.last as usize);
    for i in from..last.min(from + ATTRIBUTE) {
        let roles = reader.roles(i);
        if roles.has(Role::Happening) {
            return Some((tokens.start - usize::from(determined), i + 1));
        }
        if reader.is_mark(i)
            || roles.any(Roles::of(&[
                Role::Preposition,
                Role::Determiner,
                Role::Pronoun,
                Role::Be,
                Role::Have,
            ]))
        {
            return None;
        }
    }
    None
}

/// The word before an expression, its prepositions passed over.
pub(super) fn behind(site: &Site<'_>, mut token: usize) -> Option<usize> {
    token = token.checked_sub(1)?;
    while site.reader.roles(token).any(Roles::of(&[Role::Preposition, Role::Determiner])) {
        token = token.checked_sub(1)?;
    }
    Some(token)
}
