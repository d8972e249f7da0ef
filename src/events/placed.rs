//! Times that a phrase places by an event: which verb it dates, and what it says of the event in turn.
//!
//! Input: a phrase in its sentence. Output: what it dates, with the phrase as its anchor, or the time itself where the event's stands
//! behind it. Knows nothing of which event is meant.

use super::Basis;
use super::attach::telling_words;
use super::passing::{ends_record, is_elliptical};
use super::reference::recalls;
use super::relation::{Anchor, Phrase, Which};
use super::site::{Dated, Site, Target};
use crate::expression::{Expr, Grain, Relation, Tense};
use crate::lang::{Role, Roles};
use crate::recognise::Annotation;
use crate::resolve::{Cell, Certainty, Interval, Policy, Reason, Value, When, Why, relative};
use crate::segment::clause::governor;
use crate::segment::{Clause, Form, Opener, Verb};
use crate::span::Span;

/// Gives what the time behind a phrase dates the time that the phrase counts from it: "before the election on Nov. 4"; whether one does.
pub(super) fn counted_from(
    site: &Site<'_>,
    phrase: &Phrase,
    here: &[&Annotation],
    dated: &mut [Dated],
    policy: &Policy,
) -> bool {
    let span = dated_event(site, phrase, here);
    let Some(dated) = span.and_then(|span| dated.iter_mut().find(|d| d.expression == Some(span))) else {
        return false;
    };
    let Anchor { relation, by, .. } = phrase.anchor;
    let Some(mut when) = relative(relation, by, &dated.when, policy) else { return false };
    when.why = dated.when.why.clone();
    when.why.push(Reason::Note(format!("“{}”: the time is that of the event", phrase.anchor.said)));
    dated.when = when;
    true
}

/// "before the election on Nov. 4", "two days after the crash on May 3": the expression that dates the event which a phrase names.
/// What came "after the vote on Sunday" mostly did so on that Sunday.
fn dated_event(site: &Site<'_>, phrase: &Phrase, here: &[&Annotation]) -> Option<Span> {
    let before = matches!(phrase.anchor.relation, Relation::Before | Relation::JustBefore);
    if phrase.anchor.clause || !(before || phrase.anchor.by.is_some()) {
        return None;
    }
    let reader = site.reader;
    let end = phrase.behind;
    let led =
        end + usize::from(reader.roles(end).has(Role::Preposition) && !reader.roles(end).has(Role::Linker));
    let plain = |a: &&&Annotation| a.when.is_dated() && !matches!(a.mention.expr, Expr::Open(..));
    // "three days after the Nov. 4 election"
    let inside = |a: &&&Annotation| phrase.anchor.named.contains(a.mention.span);
    let own = here.iter().filter(plain).find(|a| a.mention.tokens.0 as usize == led || inside(a));
    own.filter(|a| a.when.interval.is_closed()).map(|a| a.mention.span)
}

/// A phrase that places a time by an event, with the verb that it modifies.
pub(super) fn placed(site: &Site<'_>, phrase: &Phrase) -> Option<Dated> {
    let clause = site.clauses.iter().position(|c| c.holds(phrase.first))?;
    // "the highest since records began"
    if phrase.anchor.relation == Relation::Since && ends_record(site, phrase.first, 0) {
        return None;
    }
    // "after" opens the clause that names the event: what it dates is the clause that this one hangs on.
    let inner = phrase.anchor.clause && site.clauses[clause].span.contains(phrase.anchor.named);
    let mut from = if inner { outer(site, clause)? } else { clause };
    // "to stay in port until it is inspected, a day after smoke filled": a comma ends what hangs on the main clause.
    // "six years after it was founded and 10 days after it opened": so does what is joined.
    let before = phrase.first.checked_sub(1);
    let parted = before
        .is_some_and(|i| site.reader.document.is_comma(i) || site.reader.roles(i).has(Role::Coordinator));
    let ended = |c: &Clause| {
        c.opener == Opener::Subordinator && c.finite().is_some_and(|v| v.last as usize <= phrase.first)
    };
    while parted && ended(&site.clauses[from]) {
        let Some(parent) = site.clauses[from].parent.filter(|&p| p < from) else { break };
        from = parent;
    }
    let token = if inner { (site.clauses[from].last as usize).saturating_sub(1) } else { phrase.first };
    // "voted to reject the ban, weeks before the collapse": behind a comma it goes with the clause as a whole.
    let main =
        site.clauses[from].verbs.iter().position(|v| v.form == Form::Finite).filter(|_| parted && !inner);
    // "denied that it had been cut after the firm was sold": a clause that its verb ends.
    let ending = || {
        let holds = |v: &Verb| inner && (v.first as usize..v.last as usize).contains(&token);
        site.clauses[from].verbs.iter().rposition(holds).map(|verb| (from, verb))
    };
    // "collapsed, sending water through the town three days after": what it led to happened then, too.
    let governing = ending().or_else(|| governor(site.clauses, token)).map(|(clause, verb)| {
        let verbs = &site.clauses[clause].verbs;
        let led = verbs[..verb].iter().rposition(|v| v.form == Form::Finite);
        // "…, ending an effort to create a chain nine days before": so with what an infinitive hangs on.
        let gerund = |n: usize| verbs[n].form == Form::Gerund;
        let hangs = verbs[verb].form == Form::Infinitive && verb > 0 && gerund(verb - 1);
        (clause, led.filter(|_| gerund(verb) || hangs).unwrap_or(verb))
    });
    // "is due to debate the budget on Friday, two days before": both date the debate.
    let planned = |(clause, verb): (usize, usize)| {
        let verbs = &site.clauses[clause].verbs;
        let next = verbs.get(verb + 1).filter(|next| {
            let plan = verbs[verb].meaning.has(Role::Plan) && verbs[verb].form == Form::Finite;
            plan && next.form == Form::Infinitive && next.first == verbs[verb].last
        });
        (clause, verb + usize::from(next.is_some()))
    };
    let target = match main.map(|verb| (from, verb)).or(governing).map(planned) {
        Some((clause, verb)) => Target::Verb { clause, verb },
        None if telling_words(site, from) > 1 => Target::Phrase { clause: from },
        None => return None,
    };
    if inner && target.clause() == clause || is_elliptical(site, target) {
        return None;
    }
    let mut dated = Dated {
        target,
        when: undated(),
        expression: Some(phrase.span),
        source: None,
        within: None,
        anchors: vec![phrase.anchor.clone()],
        basis: Basis::Event,
        delayed: false,
    };
    dated.anchors.extend(recalled(site, &dated));
    Some(dated)
}

/// "His death came a day after": the event that the subject names again was then, too.
fn recalled(site: &Site<'_>, dated: &Dated) -> Option<Anchor> {
    let reader = site.reader;
    let light =
        site.verb(dated.target).is_some_and(|v| v.meaning.any(Roles::of(&[Role::Impersonal, Role::Perform])));
    let subject =
        Some(dated).filter(|d| light && recalls(site, d)).and_then(|d| site.subject(d.target.clause()))?;
    let nouns = subject.start + 1..subject.end;
    let head = nouns.end.checked_sub(1).filter(|head| nouns.contains(head))?;
    let phrase = crate::span::one_line(reader.document.span(nouns.start, nouns.end).of(reader.document.text));
    let described = nouns.clone().filter(|&i| i != head && reader.is_content(i)).map(|i| reader.root(i));
    Some(Anchor {
        relation: Relation::During,
        by: None,
        about: false,
        part: None,
        yearly: false,
        said: phrase.clone(),
        phrase,
        roots: std::iter::once(reader.root(head)).chain(described).collect(),
        named: reader.document.span(nouns.start, nouns.end),
        clause: false,
        which: Which::default(),
    })
}

/// No time yet: another event will tell.
pub(super) fn undated() -> When {
    When {
        interval: Interval::default(),
        grain: Grain::Day,
        certainty: Certainty::Bounded,
        value: Value::Event,
        why: Why::default(),
    }
}

/// The clause that names the event, placed in turn by the one that it places: "closed on Monday, two days after divers found
/// cracks" tells when they were found.
pub(super) fn placing_back(
    site: &Site<'_>,
    phrase: &Phrase,
    placed: &Dated,
    policy: &Policy,
) -> Option<Dated> {
    let anchor = phrase.anchor.by.filter(|_| phrase.anchor.clause).map(|_| &phrase.anchor)?;
    let named = |c: &Clause| c.opener == Opener::Subordinator && c.span.contains(anchor.named);
    let clause = site.clauses.iter().position(named)?;
    let verb = site.clauses[clause].verbs.iter().position(|v| v.form == Form::Finite)?;
    let main = site.clauses.get(placed.target.clause())?;
    // "A man arrested in May was freed on Saturday, two days after he confessed": of the freeing.
    let told = site.verb(placed.target).or(main.verbs.first());
    let head = told.map_or(main.first, |v| v.head);
    let named = told.map_or(main.span, |v| site.reader.document.span(v.first as usize, v.last as usize));
    let back = Anchor {
        relation: anchor.relation.inverse(),
        by: anchor.by,
        about: anchor.about,
        part: None,
        yearly: false,
        phrase: crate::span::one_line(main.span.of(site.reader.document.text)),
        said: anchor.said.clone(),
        roots: vec![site.reader.root(head as usize)],
        named,
        clause: true,
        which: Which::default(),
    };
    let target = Target::Verb { clause, verb };
    if let Some(when) = counted_from_publication(site, placed, anchor, policy) {
        return Some(Dated {
            target,
            when,
            expression: None,
            source: Some(phrase.span),
            anchors: Vec::new(),
            ..placed.clone()
        });
    }
    Some(Dated { target, expression: None, source: Some(phrase.span), anchors: vec![back], ..placed.clone() })
}

/// "The move comes three days after the bank failed": what comes does so on the day of publication.
fn counted_from_publication(
    site: &Site<'_>,
    placed: &Dated,
    anchor: &Anchor,
    policy: &Policy,
) -> Option<When> {
    let verb = site.verb(placed.target)?;
    let comes =
        verb.tense == Tense::Present && verb.form == Form::Finite && verb.meaning.has(Role::Impersonal);
    let published = When::of_cell(Cell::Day(site.reader.published), Certainty::Inferred).filter(|_| comes)?;
    let mut when = relative(anchor.relation.inverse(), anchor.by, &published, policy)?;
    when.why.push(Reason::Note(format!("“{}”: counted from the day of publication", anchor.said)));
    Some(when)
}

/// The clause that a subordinate clause belongs to: the one before, or behind it where it leads.
fn outer(site: &Site<'_>, clause: usize) -> Option<usize> {
    let this = site.clauses.get(clause)?;
    match this.parent {
        Some(parent) => Some(parent),
        None => site.clauses.get(clause + 1).map(|_| clause + 1),
    }
}
