//! What is told with what else happened then, or led to it: "Two men died when a tree fell", "arrested a man over the murder last month".
//!
//! Input: the verb that an expression of time is of. Output: what it dates beside or instead of that verb, and in which words.
//! Knows nothing of other expressions.

use super::site::{Site, Target};
use crate::expression::{Relation, Tense};
use crate::lang::relations::Connective;
use crate::lang::{Role, Roles};
use crate::recognise::Annotation;
use crate::segment::tense::consequence;
use crate::segment::{Form, Opener};
use std::ops::Range;

/// "Two men died when a tree fell on Monday": the main clause tells what happened, the other how; both together are told.
pub(super) fn circumstance(site: &Site<'_>, target: Target) -> Option<(Target, Range<usize>)> {
    let Target::Verb { clause, verb } = target else { return None };
    // "crashed shortly after taking off": both in one.
    if let Some(main) = right_after(site, clause, verb) {
        let this = &site.clauses[clause];
        return Some((Target::Verb { clause, verb: main }, this.first as usize..this.last as usize));
    }
    let this = site.clauses.get(clause).filter(|c| c.opener == Opener::Subordinator)?;
    let parent = this.parent.filter(|_| opens_when(site, this.first as usize))?;
    let main = site.clauses.get(parent).filter(|c| c.last == this.first && c.resumes.is_none())?;
    let verb = main.verbs.iter().position(|v| v.form == Form::Finite)?;
    // "twice what was planned when work started": what is compared is not what happened.
    let fused = Roles::of(&[Role::Pronoun, Role::Noun]);
    let before = (main.verbs[verb].first as usize).checked_sub(1);
    if before.is_some_and(|i| site.reader.roles(i).common(fused) == fused) {
        return None;
    }
    let tells = !main.verbs[verb].meaning.has(Role::Say) && !site.is_dated(parent);
    // "Two people were killed and three injured when a bus overturned": both were.
    let joined = || {
        let before = site.clauses.get(parent.checked_sub(1)?)?;
        let undated =
            before.finite().is_some() && !site.is_dated(parent - 1) && before.opener == Opener::Start;
        (main.opener == Opener::Coordinator && before.last == main.first && undated).then_some(before.first)
    };
    let first = joined().unwrap_or(main.first);
    tells.then_some((Target::Verb { clause: parent, verb }, first as usize..this.last as usize))
}

/// "The strike will go ahead if talks fail on Monday": a dated condition is told with what it would bring about; the tokens of both.
pub(super) fn conditioned(site: &Site<'_>, target: Target) -> Option<Range<usize>> {
    let Target::Verb { clause, .. } = target else { return None };
    let this = site.clauses.get(clause).filter(|c| c.opener == Opener::If)?;
    let leads = |n: usize| site.condition(n).is_some_and(|c| c.start == this.first as usize);
    let main = match this.parent {
        Some(parent) => Some(parent).filter(|&p| site.clauses[p].last == this.first),
        None => Some(clause + 1).filter(|&n| n < site.clauses.len() && leads(n)),
    };
    let main = &site.clauses[main.filter(|&n| !site.is_dated(n))?];
    // "The city risks losing money if": the verb may look like a noun.
    let gerund = || main.verbs.iter().find(|v| v.form == Form::Gerund && main.opener == Opener::Start);
    let verb = main.finite().or_else(gerund).filter(|v| !v.meaning.has(Role::Say))?;
    let tells = verb.first as usize > main.first as usize;
    tells.then(|| this.first.min(main.first) as usize..this.last.max(main.last) as usize)
}

/// The main verb that a gerund places right behind or before what it tells: "crashed shortly after taking off".
fn right_after(site: &Site<'_>, clause: usize, verb: usize) -> Option<usize> {
    let verbs = &site.clauses.get(clause)?.verbs;
    let gerund = verbs.get(verb).filter(|v| v.form == Form::Gerund)?.first as usize;
    let main = verbs[..verb].iter().rposition(|v| v.form == Form::Finite && v.tense == Tense::Past)?;
    let document = site.reader.document;
    let first = gerund.checked_sub(2)?;
    let near = |c: &Connective| {
        matches!(c.relation, Relation::JustAfter | Relation::JustBefore)
            && c.words.len() == 2
            && document.reads(first, &c.words)
    };
    let led = site.reader.language.relations.connectives(document.tokens[first].word).iter().any(near);
    (led && !verbs[main].meaning.has(Role::Say)).then_some(main)
}

/// Whether a word opens a clause that tells what happened at the same time: "when", "as".
fn opens_when(site: &Site<'_>, token: usize) -> bool {
    let reader = site.reader;
    let roles = reader.roles(token);
    let word = reader.document.tokens.get(token).map(|t| t.word);
    let relates = || word.is_some_and(|word| !reader.language.relations.connectives(word).is_empty());
    roles.has(Role::When) || roles.has(Role::Linker) && !roles.has(Role::Comparison) && !relates()
}

/// "have arrested a man over the murder of Ana Lund last month": what the perfect tells has no past date, but the event that led to it.
pub(super) fn led_to(
    site: &Site<'_>,
    (clause, verb): (usize, usize),
    annotation: &Annotation,
) -> Option<(Target, Range<usize>)> {
    let (reader, verb) = (site.reader, &site.clauses[clause].verbs[verb]);
    let first = reader.roles(verb.first as usize);
    let perfect = verb.form == Form::Finite && first.has(Role::Have) && !first.has(Role::Past);
    let over = annotation.when.interval.to.is_some_and(|to| to.date() <= reader.published);
    let (from, to) = (verb.last as usize, annotation.mention.tokens.0 as usize);
    if !(perfect && over && annotation.when.interval.is_closed()) || from >= to {
        return None;
    }
    let relations = &reader.language.relations;
    let happens = |&i: &usize| {
        reader.is_word(i)
            && (reader.roles(i).has(Role::Happening) || !relations.deeds(reader.root(i)).is_empty())
            && !reader.roles(i).any(Roles::FUNCTION)
    };
    let noun = (from..to).rev().take_while(|&i| !reader.is_mark(i)).find(happens)?;
    let start = site.phrase_start(noun, from);
    let determined = start < noun && reader.roles(start).has(Role::Determiner);
    let led = start > from && reader.roles(start - 1).any(Roles::of(&[Role::Preposition, Role::Linker]));
    let last = annotation.mention.tokens.1 as usize;
    (determined && led).then_some((Target::Noun { clause, first: start, last }, start..last))
}

/// "…, sending her into a run-off on October 19": what a clause leads to, where that lies ahead.
pub(super) fn leads_to(
    site: &Site<'_>,
    (clause, verb): (usize, usize),
    annotation: &Annotation,
) -> Option<(Target, Range<usize>)> {
    let (first, last) = annotation.mention.tokens;
    let verb = &site.clauses[clause].verbs[verb];
    let ahead = annotation.when.interval.from.is_some_and(|from| from.date() > site.reader.published);
    let noun = consequence(site.reader.document, verb, first as usize).filter(|_| ahead)?;
    let last = last as usize;
    Some((Target::Noun { clause, first: noun, last }, noun..last))
}
