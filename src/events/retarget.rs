//! To which other verb an expression goes than the one that stands nearest: what did not happen has no time, and what was published
//! on a day says so then.
//!
//! Input: the verb that governs an expression. Output: the verb whose event it dates.
//! Knows nothing of nouns, of status or of output.

use super::attach::behind;
use super::site::{Site, Target};
use crate::expression::{Cycle, Expr, Grain, Tense};
use crate::lang::{Role, Roles};
use crate::recognise::Annotation;
use crate::segment::clause::governor;
use crate::segment::{Clause, Form, Opener, Verb};
use std::ops::Range;

/// "was hit without sinking in April": what did not happen is not what the time dates.
pub(super) fn happened(site: &Site<'_>, target: Target) -> Target {
    let Some(gerund) = site.verb(target).filter(|v| v.form == Form::Gerund && v.negated) else {
        return target;
    };
    let without = Roles::of(&[Role::Negation, Role::Preposition]);
    let led = (gerund.first as usize).checked_sub(1);
    match target {
        Target::Verb { clause, verb }
            if verb > 0 && led.is_some_and(|i| site.reader.roles(i).common(without) == without) =>
        {
            Target::Verb { clause, verb: verb - 1 }
        }
        _ => target,
    }
}

/// "In a statement released on Tuesday, the ministry denied", "In a ruling issued on Monday, the court blocked": what was then released
/// says so then, and what is done in it is done with it.
pub(super) fn voiced(site: &Site<'_>, target: Target, annotation: &Annotation) -> Target {
    const VOICE: Roles = Roles::of(&[Role::Say, Role::Deny, Role::Promise, Role::Threat]);
    let Target::Verb { clause, verb } = target else { return target };
    let this = &site.clauses[clause];
    let participle = this.verbs[verb].form == Form::Participle && site.leads_phrase(this.first as usize);
    let main = this.verbs.iter().position(|v| v.form == Form::Finite).filter(|&n| participle && n > verb);
    let Some(n) = main.filter(|&n| this.verbs[n].tense == Tense::Past) else { return target };
    let main = &this.verbs[n];
    // "In a house built in 1920, police found" says nothing of when they did.
    let lead = site.reader.roles(this.first as usize);
    let within = lead.has(Role::TimeLead) && !lead.any(Roles::of(&[Role::Linker, Role::Origin]));
    let perfect = site.reader.roles(main.first as usize).has(Role::Have);
    let dated = || site.reader.dates(main.last as usize..this.last as usize).is_some();
    let with_it = within && !perfect && annotation.when.grain <= Grain::Day && !dated();
    if with_it || main.meaning.any(VOICE) { Target::Verb { clause, verb: n } } else { target }
}

/// "nine fires since January, including one in March that destroyed a garage", "blamed an attack in August that shut its store": behind
/// a comma, or a noun of something that happens, it dates what the clause right behind it tells.
pub(super) fn told_of_one(site: &Site<'_>, target: Target, tokens: &Range<usize>) -> Target {
    let Target::Verb { clause, verb } = target else { return target };
    let from = site.clauses[clause].verbs[verb].last as usize;
    let parted = (from..tokens.start).any(|i| site.reader.document.is_comma(i))
        || behind(site, tokens.start).is_some_and(|i| i > from && site.reader.roles(i).has(Role::Happening));
    let relative = |c: &Clause| c.opener == Opener::Relative && c.first as usize == tokens.end;
    let told = site.clauses.iter().position(relative).filter(|&n| parted && !site.is_dated(n));
    let past = |v: &Verb| v.form == Form::Finite && v.tense == Tense::Past;
    match told.and_then(|n| Some((n, site.clauses[n].verbs.iter().position(past)?))) {
        Some((clause, verb)) => Target::Verb { clause, verb },
        None => target,
    }
}

/// "freed a man jailed for murder on Wednesday": a weekday behind what else is said of a participle tells when the verb did it.
pub(super) fn done_then(site: &Site<'_>, target: Target, annotation: &Annotation) -> Target {
    let Target::Verb { clause, verb } = target else { return target };
    let verbs = &site.clauses[clause].verbs;
    let (participle, token) = (&verbs[verb], annotation.mention.tokens.0 as usize);
    let weekday = matches!(annotation.mention.expr, Expr::Bare(Cycle::Weekday(_)));
    let phrase = (participle.last as usize..token.saturating_sub(1))
        .any(|i| site.reader.roles(i).has(Role::Preposition));
    if !(weekday && phrase && participle.form == Form::Participle && participle.tense == Tense::Past) {
        return target;
    }
    let did = |v: &Verb| v.form == Form::Finite && v.tense == Tense::Past && !v.copula && !v.negated;
    let main = verbs[..verb].iter().rposition(did);
    // Whatever else is dated there keeps its own.
    let main = main.filter(|_| site.dates(clause).count() == 1);
    main.map_or(target, |verb| Target::Verb { clause, verb })
}

/// "It took over the bank on Tuesday, the third to be seized this week": what a superlative counts is what the verb before it tells.
pub(super) fn counted(site: &Site<'_>, target: Target) -> Target {
    /// The most words from a superlative to its infinitive.
    const COUNTED: usize = 4;
    let Target::Verb { clause, verb } = target else { return target };
    let verbs = &site.clauses[clause].verbs;
    let to = verbs[verb].first as usize;
    let before = verbs[..verb].iter().rposition(|v| v.form == Form::Finite);
    let counts = |from: usize| {
        let words = (from..to).rev().take(COUNTED).take_while(|&i| site.reader.is_word(i));
        words.into_iter().any(|i| site.reader.roles(i).has(Role::Superlative))
    };
    match before.filter(|&n| verbs[verb].form == Form::Infinitive && counts(verbs[n].last as usize)) {
        Some(verb) if verbs[verb].tense == Tense::Past => Target::Verb { clause, verb },
        _ => target,
    }
}

/// "The report, due on Friday, will name three banks": it will then, where nothing else says when.
pub(super) fn due_then(site: &Site<'_>, target: Target) -> Target {
    let Target::Verb { clause, verb } = target else { return target };
    let this = &site.clauses[clause];
    let due = &this.verbs[verb];
    let aside = due.form == Form::Participle && due.tense == Tense::Future && site.aside(target).is_some();
    let main = this.verbs.iter().position(|v| aside && v.form == Form::Finite && v.tense == Tense::Future);
    let undated =
        |main: usize| site.reader.dates(this.verbs[main].last as usize..this.last as usize).is_none();
    // "originally due in May, will be delayed": no longer.
    let before = (due.first as usize).checked_sub(1).map_or(Roles::NONE, |i| site.reader.roles(i));
    let kept = |main: usize| !before.has(Role::Adverb) && !site.reader.reschedules(&this.verbs[main]);
    match main.filter(|&main| undated(main) && kept(main)) {
        Some(verb) => Target::Verb { clause, verb },
        None => target,
    }
}

/// "offered to cut jobs last week": what lies behind the article dates the offer, not what it is about.
pub(super) fn begun(site: &Site<'_>, target: Target, annotation: &Annotation) -> Target {
    let Target::Verb { clause, verb } = target else { return target };
    let verbs = &site.clauses[clause].verbs;
    let own = &verbs[verb];
    let promised = own.under.any(Roles::of(&[Role::Promise, Role::Threat, Role::Plan, Role::Say]));
    // "used the law to freeze its assets on Wednesday": so does what is over with what something was done for.
    let ahead = own.form == Form::Infinitive
        && (own.tense == Tense::Future && promised || own.tense == Tense::Past && !promised);
    let day = site.reader.published;
    let over = annotation.when.interval.to.is_some_and(|to| to.date() <= day);
    let before = verbs[..verb].iter().rposition(|v| v.form == Form::Finite && v.tense == Tense::Past);
    // "agreed in March to meet in June": the offer has a date of its own.
    let dated = |verb: usize| {
        site.dates(clause).any(|a| {
            a.mention.span != annotation.mention.span
                && governor(site.clauses, a.mention.tokens.0 as usize) == Some((clause, verb))
        })
    };
    // "had called for her to quit since May": what has lasted since then is what they did.
    let lasts = annotation.when.interval.to.is_none()
        && annotation.when.interval.from.is_some_and(|from| from.date() <= day)
        && own.form == Form::Infinitive;
    let perfect = |verb: usize| site.reader.roles(verbs[verb].first as usize).has(Role::Have);
    match before {
        Some(verb) if ahead && over && !dated(verb) => Target::Verb { clause, verb },
        Some(verb) if lasts && perfect(verb) => Target::Verb { clause, verb },
        _ => target,
    }
}

/// "was delayed in May, when it rained, and again in June", "lived there from 1968, when he was born, until 1989": behind the
/// comma the time goes on with what the aside hangs on.
pub(super) fn rejoined(
    site: &Site<'_>,
    (clause, verb): (usize, usize),
    token: usize,
    open: bool,
) -> (usize, usize) {
    const BETWEEN: Roles = Roles::of(&[Role::Adverb, Role::Preposition, Role::Determiner]);
    let (this, reader) = (&site.clauses[clause], site.reader);
    let aside = matches!(this.opener, Opener::Subordinator | Opener::Relative);
    let joiner = (this.first as usize..token).rev().find(|&i| !reader.roles(i).any(BETWEEN));
    let bound = joiner.filter(|&i| open && reader.document.is_comma(i));
    let comma = joiner.filter(|&i| reader.roles(i).has(Role::Coordinator)).and_then(|i| i.checked_sub(1));
    let behind = |comma: usize| reader.document.is_comma(comma) && this.verbs[verb].last as usize <= comma;
    let main = |comma: usize| {
        let parent = this.parent?;
        let (main, verb) = governor(site.clauses, site.clauses[parent].first as usize)?;
        let here = reader.dates(this.first as usize..comma).is_some();
        (aside && !here && site.is_dated(parent) && main != clause).then_some((main, verb))
    };
    let again = comma.or(bound).filter(|&comma| behind(comma)).and_then(main);
    // "was not allowed aboard, because it was said to bring bad luck, until 1965"
    let until = || {
        let comma = token.checked_sub(2).filter(|&c| reader.document.is_comma(c) && behind(c))?;
        let bound = reader.dates(token..token + 1).is_some_and(|a| matches!(a.mention.expr, Expr::Open(..)));
        let first = (this.first as usize).checked_sub(1)?;
        let aside = this.opener == Opener::Subordinator && reader.document.is_comma(first) && comma > first;
        let parent = this.parent.filter(|&p| aside && bound && !site.is_dated(p))?;
        let verb = site.clauses[parent].verbs.iter().position(|v| v.form == Form::Finite)?;
        Some((parent, verb))
    };
    again.or_else(until).unwrap_or((clause, verb))
}

/// "are to open the hall, which was begun in 2023, next August": what lies ahead dates the plan, not what its aside tells of the past.
pub(super) fn planned(site: &Site<'_>, target: Target, annotation: &Annotation, token: usize) -> Target {
    let Target::Verb { clause, verb } = target else { return target };
    let this = &site.clauses[clause];
    let ahead = annotation.when.interval.from.is_some_and(|from| from.date() > site.reader.published);
    let parted = token > 0 && site.reader.document.is_comma(token - 1);
    let past = this.opener == Opener::Relative && this.verbs[verb].tense == Tense::Past;
    let plan = this.parent.filter(|_| ahead && parted && past).map(|p| (p, &site.clauses[p]));
    let plan =
        plan.and_then(|(clause, c)| Some((clause, c.verbs.iter().rposition(|v| v.tense == Tense::Future)?)));
    plan.map_or(target, |(clause, verb)| Target::Verb { clause, verb })
}
