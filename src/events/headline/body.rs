//! The tokens that tell an event, with the subject that they need.
//!
//! Input: a clause with what dates it. Output: its pieces, what interrupts them left out.
//! Knows nothing of what a line can do without, and of its length.

use super::super::pieces::{Pieces, drop_empty, replace};
use super::super::site::{Dated, Site};
use super::LONGEST;
use crate::lang::{Role, Roles};
use crate::segment::{Form, Opener, Verb};
use smallvec::smallvec;
use std::ops::Range;

/// The tokens that tell the event, what interrupts them left out, with the subject that they need.
pub(super) fn body(site: &Site<'_>, clause: usize, dated: &Dated) -> Pieces {
    let reader = site.reader;
    if let Some(within) = &dated.within
        && let Some(gap) = site.gap(dated).filter(|gap| within.start > gap.at)
    {
        return gap.pieces;
    }
    if let Some(pieces) = led_by_gerund(site, clause, dated).or_else(|| led_by_condition(site, clause, dated))
    {
        return pieces;
    }
    let pieces = match &dated.within {
        Some(within) => smallvec![within.clone()],
        None => site.pieces(clause),
    };
    // "GM (NYSE: GM) and Chrysler asked": behind what interrupts it a subject goes on.
    let joined = |n: usize, p: Range<usize>| {
        let within = reader.trim(p.clone());
        let joiner = p.start..p.start + usize::from(n > 0 && reader.is_capital(p.start + 1));
        let goes_on = joiner.clone().any(|i| reader.roles(i).has(Role::Coordinator));
        if goes_on { joiner.start..within.end } else { within }
    };
    let pieces = pieces.into_iter().enumerate().map(|(n, p)| joined(n, p));
    let mut pieces: Pieces = pieces.filter(|p| !p.is_empty()).collect();
    keep_telling_which(site, &mut pieces);
    // "Built in 1911, the bridge, which …, closed", "Under the deal, signed in May, the bank will": the participle tells another event.
    if dated.within.is_none()
        && let Some(subject) = site.subject(clause)
        && site.verb(dated.target).is_some_and(|v| v.form == Form::Finite && subject.end <= v.first as usize)
        && let interrupted = pieces.len() > 1
        && let Some(first) = pieces.first_mut()
        && (interrupted && site.opens_fronted(first.start, subject.start)
            || first.contains(&subject.start) && site.opens_told(first.start, subject.start))
    {
        first.start = subject.start;
    }
    // "Reis, a chemist whose …, died", "The vote, called after …, is due": what the interruption goes on with goes with it.
    let described = |i: usize| {
        let mut verbs = site.clauses.iter().flat_map(|c| &c.verbs);
        let participle = |v: &Verb| v.form == Form::Participle && v.first as usize == i;
        reader.roles(i).has(Role::Determiner) || verbs.any(participle)
    };
    if pieces.len() > 1
        && let Some(first) = pieces.first_mut()
        && let Some(comma) = first.clone().rfind(|&i| reader.document.is_comma(i))
        && comma > first.start
        && described(comma + 1)
    {
        first.end = comma;
    } else {
        close_apposition(site, clause, &mut pieces);
    }
    let Some(this) = site.clauses.get(clause) else { return pieces };
    if let Some(aside) = site.aside(dated.target)
        && let Some(subject) = site.subject(clause)
    {
        return smallvec![subject, aside];
    }
    if let Some((object, told)) = site.described(dated.target) {
        return smallvec![object, told];
    }
    if let Some(reduced) = site.reduced(dated.target) {
        return smallvec![reduced];
    }
    if let Some(told) = site.fronted(dated.target).or_else(|| site.linked(dated.target))
        && let Some(subject) = site.subject(clause)
    {
        let named = !site.is_pronoun(&subject) || site.resolve(clause).is_some();
        return if named { smallvec![subject, told] } else { smallvec![told] };
    }
    let opens = site.chain(clause).first().and_then(|&c| site.clauses.get(c)).unwrap_or(this);
    if opens.opener == Opener::Subordinator
        && let Some(first) = pieces.first_mut()
        && first.start == opens.first as usize
        && reader.roles(first.start).has(Role::Linker)
    {
        *first = reader.trim(first.start + 1..first.end);
    }
    // "as holders they will play"
    if let Some(subject) = site.subject(clause).filter(|s| reader.roles(s.start).has(Role::Pronoun))
        && let Some(first) = pieces.first_mut().filter(|first| first.contains(&subject.start))
        && first.start.checked_sub(1).is_some_and(|i| reader.roles(i).has(Role::Linker))
        && !(first.start..subject.start).any(|i| reader.document.is_comma(i))
    {
        first.start = subject.start;
    }
    if this.opener == Opener::Relative {
        return relative(site, clause, pieces);
    }
    if let Some(subject) = shared_subject(site, clause, &pieces).map(|subject| reader.bare(subject)) {
        let first = pieces.first().map_or(0, |p| p.start);
        if subject.start < first {
            replace(&mut pieces, 0..0, std::iter::once(subject).chain(carried(site, dated, first)));
        } else {
            straighten(site, subject, &mut pieces);
        }
    }
    pieces
}

/// "After winning the title in May, United lost", "Having beaten Spain on Friday, Denmark drew": who won stands behind the comma.
fn led_by_gerund(site: &Site<'_>, clause: usize, dated: &Dated) -> Option<Pieces> {
    let within = dated.within.as_ref()?;
    let verb =
        site.verb(dated.target).filter(|v| v.form == Form::Gerund && within.contains(&(v.first as usize)))?;
    let subject = site.subject(clause).filter(|s| s.start >= within.end && !site.is_pronoun(s))?;
    let parted = subject.start.checked_sub(1).is_some_and(|i| site.reader.document.is_comma(i));
    let lead = within.start..verb.first as usize;
    let opens = site.opens(within.start) && lead.into_iter().all(|i| site.reader.roles(i).has(Role::Linker));
    (parted && opens).then(|| smallvec![subject, verb.first as usize..within.end])
}

/// "If talks fail on Monday, the strike will go ahead": what would come about, then the condition.
fn led_by_condition(site: &Site<'_>, clause: usize, dated: &Dated) -> Option<Pieces> {
    let within = dated.within.as_ref()?;
    let this = site.clauses.get(clause).filter(|c| c.opener == Opener::If)?;
    let main = site.clauses.get(clause + 1).filter(|c| within.contains(&(c.first as usize)))?;
    let leads = within.start == this.first as usize;
    let condition = site.reader.trim_end(this.first as usize..this.last as usize);
    leads.then(|| smallvec![site.reader.trim(main.first as usize..main.last as usize), condition])
}

/// What is told with what says which one is meant has no more characters than this.
const ROOM: usize = LONGEST * 4 / 5;

/// "A worker who was hurt in the blast died": what says which one is meant stays, where there is room and it tells no event of its own.
fn keep_telling_which(site: &Site<'_>, pieces: &mut Pieces) {
    let reader = site.reader;
    let [subject, rest, ..] = pieces.as_slice() else { return };
    let gap = subject.end..rest.start;
    let last = subject.end.saturating_sub(1);
    let whole = reader.document.span(subject.start, rest.end);
    let tells_which = reader.roles(gap.start).has(Role::Relative)
        && !reader.is_capital(last)
        && !gap.clone().any(|i| reader.document.is_comma(i) || reader.roles(i).has(Role::Linker))
        && reader.dates(gap).is_none()
        && whole.of(reader.document.text).chars().count() <= ROOM;
    if tells_which {
        let whole = subject.start..rest.end;
        replace(pieces, 0..2, std::iter::once(whole));
    }
}

/// "The mayor, Ana Ruiz, who had been ill, resigned": without the relative clause the comma before it closes the name.
fn close_apposition(site: &Site<'_>, clause: usize, pieces: &mut Pieces) {
    let document = site.reader.document;
    let Some(subject) = site.subject(clause).filter(|_| pieces.len() > 1) else { return };
    let Some(first) = pieces.first_mut().filter(|first| first.contains(&subject.start)) else { return };
    let mut commas = (subject.start..first.end).filter(|&i| document.is_comma(i));
    let opened = (commas.next(), commas.next());
    // "apples, pears and plums, which"
    if let (Some(comma), None) = opened
        && !(comma..first.end).any(|i| site.reader.roles(i).has(Role::Coordinator))
        && document.is_comma(first.end)
    {
        first.end += 1;
    }
}

/// Words that end the object of a verb.
const PARTING: Roles =
    Roles::of(&[Role::To, Role::Preposition, Role::Linker, Role::Coordinator, Role::Relative]);

/// "would fund it and suspend the rest", "plans to return and to dig": the auxiliary or verb that a joined base form or infinitive
/// shares, where it stands before `first`.
fn carried(site: &Site<'_>, dated: &Dated, first: usize) -> Option<Range<usize>> {
    let auxiliary = Roles::of(&[Role::Will, Role::Modal]);
    let verb = site.verb(dated.target)?;
    if let Some(passive) = site.shared_passive(dated.target).filter(|p| p.end <= first) {
        return Some(passive);
    }
    if verb.form == Form::Infinitive {
        let verbs = &site.clauses.get(dated.target.clause())?.verbs;
        let main = verbs.iter().rfind(|v| v.form == Form::Finite && v.last <= verb.first)?;
        // "plans to close and sell": with the "to" that both share.
        let bare = verb.first == verb.head;
        let to = bare && site.reader.roles(main.last as usize).has(Role::To);
        // "promised in January to finish by June": with the promise.
        let alone = !bare && site.reader.roles(main.head as usize).has(Role::Past);
        let main = Some(main).filter(|v| v.last as usize <= first)?;
        if alone {
            // "ordered her on Monday to sell": whom it is that does it, and "agreed to exchange prisoners and to reopen".
            let reader = site.reader;
            let from = main.last as usize;
            // "voted 5-4"
            let glued = |i: usize| reader.document.tokens.get(i).is_some_and(|t| t.glued);
            let parts = |i: usize| reader.is_mark(i) && !(glued(i) && glued(i + 1));
            let ends = |i: &usize| parts(*i) || reader.leads_time(*i) || reader.roles(*i).any(PARTING);
            let end = (from..first).find(ends).unwrap_or(first);
            return Some(main.first as usize..end);
        }
        return Some(main.first as usize..main.last as usize + usize::from(to));
    }
    let bare = verb.first == verb.head && !site.reader.roles(verb.first as usize).any(auxiliary);
    let before = site.clauses.iter().flat_map(|c| &c.verbs).rfind(|v| v.last <= verb.first)?;
    let led = site.reader.roles(before.first as usize).any(auxiliary);
    let shared = bare && led && verb.tense == before.tense && verb.modal == before.modal;
    shared.then_some(before.first as usize..before.first as usize + 1)
}

/// "said Ames, a nurse, on Monday": the subject stands before its verb, and what describes it is left out.
fn straighten(site: &Site<'_>, subject: Range<usize>, pieces: &mut Pieces) {
    let reader = site.reader;
    let Some(first) = pieces.first().cloned().filter(|p| subject.end <= p.end) else { return };
    let verb = first.start..subject.start;
    let rest = (subject.end..first.end).find(|&i| reader.leads_time(i)).unwrap_or(first.end);
    replace(pieces, 0..1, [subject, verb, rest..first.end]);
    drop_empty(pieces);
}

/// What may stand before a verb that has no subject of its own: "and last landed", "and next meets".
const BEFORE_VERBS: Roles = Roles::of(&[Role::Adverb, Role::Preposition, Role::Superlative, Role::TimeLead]);

/// The subject of the clause or verb that this one is joined to, where this one has none: "opened and was rebuilt".
fn shared_subject(site: &Site<'_>, clause: usize, pieces: &[Range<usize>]) -> Option<Range<usize>> {
    let first = pieces.first()?.start;
    let this = site.clauses.get(clause)?;
    let mut behind = this.verbs.iter().filter(|v| v.last as usize > first);
    // "Retired judge Ines Boone was appointed": the participle describes the subject.
    let verb = behind.clone().find(|v| v.form == Form::Finite).or_else(|| behind.next())?;
    // "December was the wettest": the time is what is told of.
    let timed = first < verb.first as usize && (first..verb.first as usize).all(|i| site.reader.is_timed(i));
    let bare = !(timed && verb.copula)
        && (first..verb.first as usize).all(|i| {
            site.reader.is_mark(i) || site.reader.is_timed(i) || site.reader.roles(i).any(BEFORE_VERBS)
        });
    if !bare || first == this.first as usize && this.opener == Opener::Start {
        return None;
    }
    // "Shops will get it in November, said Ann Cole": she said so.
    let inverted = site.subject(clause).filter(|subject| subject.start >= verb.last as usize);
    inverted.or_else(|| site.shared_subject(clause))
}

/// "the mayor who resigned": the mayor resigned; "the plan that they voted for": they voted for the plan.
fn relative(site: &Site<'_>, clause: usize, mut pieces: Pieces) -> Pieces {
    let reader = site.reader;
    // "a season in which they led": they led.
    if let Some(first) = pieces.first_mut()
        && reader.roles(first.start).has(Role::Preposition)
        && reader.roles(first.start + 1).has(Role::Relative)
    {
        first.start += 2;
        return pieces;
    }
    let (Some(antecedent), Some(verb)) = (site.antecedent(clause), site.finite(clause)) else {
        return pieces;
    };
    let Some(first) = pieces.first_mut() else { return pieces };
    // "Reis, whose party lost seats" stays as it is.
    if reader.roles(first.start).has(Role::Possessive) {
        first.start -= usize::from(first.start > 0 && reader.document.is_comma(first.start - 1));
        pieces.insert(0, antecedent);
        return pieces;
    }
    while first.start < first.end && reader.roles(first.start).has(Role::Relative)
        || reader.is_that(first.start)
    {
        first.start += 1;
    }
    // "whom he married in 1962, and four children": behind the comma goes on what the relative clause interrupts.
    let behind = |i: usize| {
        let verbs = || site.clauses.get(clause).map_or(&[][..], |c| &c.verbs).iter();
        reader.document.is_comma(i)
            && reader.roles(i + 1).has(Role::Coordinator)
            && !verbs().any(|v| v.first as usize > i)
            && (verb.last as usize..i).any(|k| reader.is_timed(k))
    };
    first.end = (verb.last as usize..first.end).find(|&i| behind(i)).unwrap_or(first.end);
    let (start, end) = (first.start, first.end);
    // "who himself will step down"
    let who = Roles::of(&[Role::Relative, Role::Pronoun]);
    let itself = |i: usize| {
        i == start && reader.roles(i) == Roles::of(&[Role::Noun]) && reader.roles(i - 1).common(who) == who
    };
    let told = (start..verb.first as usize).any(|i| {
        !reader.is_opener(i)
            && !reader.is_timed(i)
            && !itself(i)
            && !reader.roles(i).any(Roles::of(&[Role::Adverb, Role::Preposition, Role::Superlative]))
    });
    if !told {
        pieces.insert(0, antecedent);
        return pieces;
    }
    // Its object stands before it: put it behind the verb, and behind the preposition that waits for it.
    // "is expected to take up", "began testing": behind the last verb.
    let verbs = site.clauses.get(clause).map_or(&[][..], |c| &c.verbs);
    let mut last = verb;
    while let Some(next) = verbs.iter().find(|v| {
        v.first == last.last && matches!(v.form, Form::Infinitive | Form::Gerund) && (v.last as usize) <= end
    }) {
        last = next;
    }
    let mut at = last.last as usize;
    at += usize::from(last.first != verb.first && at < end && reader.is_particle(at));
    let waits = at + 1 >= end
        || !reader.is_word(at + 1) && !reader.is_timed(at + 1)
        // "which it had hinted at in its report"
        || reader.roles(at + 1).has(Role::Preposition) && !reader.is_timed(at + 2)
        || reader.leads_time(at + 1)
            && (!reader.is_timed(at + 1)
                || reader.roles(at + 1).any(Roles::of(&[Role::Preposition, Role::Linker])))
        || reader.is_particle(at);
    if at < end && reader.roles(at).has(Role::Preposition) && waits {
        at += 1;
    }
    if at <= start || at > end || reader.roles(site.clauses[clause].first as usize).has(Role::Preposition) {
        pieces.insert(0, antecedent);
        return pieces;
    }
    replace(&mut pieces, 0..1, [start..at, antecedent, at..end]);
    drop_empty(&mut pieces);
    pieces
}
