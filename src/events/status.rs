//! Whether a thing happened, is planned, depends on something, or did not happen.

use super::Status;
use super::passing::reaches_ahead;
use super::site::{Dated, Site, Target};
use crate::expression::{Bound, Expr, Relation, Tense};
use crate::lang::{Role, Roles};
use crate::segment::{Form, Opener, Verb};
use chrono::{Datelike, Days, NaiveDateTime, NaiveTime};

/// How many words behind "no" the noun may stand that it denies.
const NOUN: usize = 2;

/// By mood and tense of the verb, what it hangs on, and the time itself.
pub(super) fn status(site: &Site<'_>, dated: &Dated) -> Status {
    let clause = dated.target.clause();
    let Some(verb) = site.verb(dated.target) else { return noun_status(site, dated) };
    // "denied a report published on Sunday that": what only describes the report says nothing.
    let says = |v: &&Verb| v.form != Form::Participle;
    let over = site.reporting(clause).map(|p| &site.clauses[p].verbs);
    let over = over.and_then(|verbs| verbs.iter().rfind(says).or_else(|| verbs.last()));
    let over_meaning = over.map_or(Roles::NONE, |v| v.meaning);
    // "rejected the claim that the trial, held in 2023, was unfair": it was held.
    let told = verb.form != Form::Participle || site.aside(dated.target).is_none();
    let untrue =
        told && (over_meaning.has(Role::Deny) || over.is_some_and(|over| is_doubted(site, clause, over)));
    // "If the roof is not finished": nobody says that it will not be, nor "whether it will".
    let this = &site.clauses[clause];
    if this.opener == Opener::If || site.reader.asks(this.first as usize) {
        return Status::Conditional;
    }
    // "have not won since 1998": so it is.
    if verb.negated && goes_on(site, dated, verb) {
        return Status::Ongoing;
    }
    let nothing = is_nothing(site, verb);
    if verb.negated && !dated.delayed || verb.under.has(Role::Deny) || untrue || nothing {
        return Status::Denied;
    }
    if is_called_off(site, clause) {
        return Status::Denied;
    }
    let expression = dated.expression.map(|span| site.reader.tokens(span).start);
    let tense = expression.map_or(verb.tense, |token| verb.tense_for(site.reader.document, token));
    // "would have resigned if the vote had failed"
    let perfect = || (verb.first..verb.head).any(|i| site.reader.roles(i as usize).has(Role::Have));
    let tense = if verb.modal && perfect() && is_conditional(site, clause, Tense::Future) {
        Tense::Future
    } else {
        tense
    };
    let threatened = verb.under.has(Role::Threat) || over_meaning.has(Role::Threat) && tense == Tense::Future;
    if threatened || is_conditional(site, clause, tense) {
        return Status::Conditional;
    }
    if has_until(site, dated) {
        return Status::Planned;
    }
    by_time(site, dated, tense, verb)
}

/// "There was no meeting on Monday"
fn is_nothing(site: &Site<'_>, verb: &Verb) -> bool {
    let reader = site.reader;
    let no = Roles::of(&[Role::Deny, Role::Determiner]);
    let there = Roles::of(&[Role::Pronoun, Role::Adverb]);
    let subject = (verb.first as usize).checked_sub(1).map_or(Roles::NONE, |i| reader.roles(i));
    // "There was no money": only of what happens.
    let mut noun = (verb.last as usize + 1..).take_while(|&i| reader.is_word(i)).take(NOUN);
    verb.copula
        && subject.common(there) == there
        && reader.roles(verb.last as usize).common(no) == no
        && noun.any(|i| reader.roles(i).has(Role::Happening))
}

/// "Residents have until December 11 to submit comments": what is to be done by then.
fn has_until(site: &Site<'_>, dated: &Dated) -> bool {
    let Some(span) = dated.expression else { return false };
    let until = matches!(site.reader.expression(span), Some(Expr::Open(Bound::Until, _)));
    let ahead = dated.when.interval.to.is_some_and(|to| to > today(site).1);
    until && ahead && site.reader.roles(site.reader.tokens(span).end).has(Role::To)
}

/// "rejected claims that", "does not believe that", "found no evidence that": what is told so is said to be untrue.
fn is_doubted(site: &Site<'_>, clause: usize, over: &Verb) -> bool {
    let reader = site.reader;
    let senses = &reader.language.senses;
    let first = site.clauses[clause].first as usize;
    let content = |i: usize| reader.roles(i).any(Roles::of(&[Role::Content, Role::Say]));
    let noun = reader.is_that(first) && first > over.last as usize && content(first - 1);
    let none = noun && first > 1 && reader.roles(first - 2).has(Role::Deny);
    none || (noun || over.negated) && senses.doubts(reader.root(over.head as usize), over.negated)
}

/// What an if-clause would bring about.
fn is_conditional(site: &Site<'_>, clause: usize, tense: Tense) -> bool {
    // "The tax, if approved, would take effect": the condition hangs on what this goes on with.
    let whole = [Some(clause), site.clauses[clause].resumes];
    let hangs = |c: &crate::segment::Clause| {
        c.opener == Opener::If && c.parent.is_some() && whole.contains(&c.parent)
    };
    // "If he wins, taxes will rise": the if-clause stands right before.
    let led = site.condition(clause).is_some();
    tense == Tense::Future && (led || site.clauses.iter().any(hangs))
}

/// "The strike, which was to begin on Monday, was called off": the clause that a plan describes the subject of denies it.
fn is_called_off(site: &Site<'_>, clause: usize) -> bool {
    let reader = site.reader;
    let this = &site.clauses[clause];
    if this.opener != Opener::Relative || this.finite().is_none_or(|v| v.tense != Tense::Future) {
        return false;
    }
    let Some(verb) = this.parent.and_then(|p| site.finite(p)) else { return false };
    let behind = (verb.first as usize) >= this.last as usize;
    let off =
        reader.roles(verb.head as usize).has(Role::Off) && reader.roles(verb.last as usize).has(Role::Off);
    behind && !verb.negated && (off || verb.meaning.has(Role::Deny) && !verb.meaning.has(Role::Say))
}

fn by_time(site: &Site<'_>, dated: &Dated, tense: Tense, verb: &Verb) -> Status {
    let (start, end) = today(site);
    let interval = dated.when.interval;
    let reaches = reaches(site, dated);
    let ahead = reaches || interval.from.is_some_and(|from| from >= end);
    let over = interval.to.is_some_and(|to| to <= start);
    // "had been due to end on Friday", "had promised to end", "was to have ended": the text tells a plan, not whether it came so.
    let promised = verb.form == Form::Infinitive && verb.under.has(Role::Promise) && tense == Tense::None;
    if promised || verb.form != Form::Gerund && verb.under.has(Role::Plan) {
        return Status::Planned;
    }
    // "will step down when the deal closes"
    let hypothetical = || {
        let clause = &site.clauses[dated.target.clause()];
        let main = clause.parent.and_then(|p| site.finite(p));
        clause.opener == Opener::Subordinator && main.is_some_and(|v| v.tense == Tense::Future)
    };
    match tense {
        Tense::Present if !over && hypothetical() => Status::Planned,
        // "is recovering after a fall on Sunday"
        Tense::Future if !ahead && verb.tense == Tense::Present && (verb.progressive || verb.copula) => {
            Status::Ongoing
        }
        // "met Crick, with whom he would work until 1956"
        Tense::Future
            if over
                && verb.modal
                && site.reporting(dated.target.clause()).is_none()
                && told_long_ago(site, dated) =>
        {
            Status::Reported
        }
        // "The concert planned for Jan. 22 drew 3,000 people": it took place.
        Tense::Future if over && took_place(site, dated, verb) => Status::Reported,
        Tense::Future => Status::Planned,
        // A meeting called for next week; else nobody has done yet what the text dates later than itself, and the date errs.
        Tense::Past if ahead && points_ahead(site, dated, verb) => Status::Planned,
        Tense::Past if goes_on(site, dated, verb) => Status::Ongoing,
        Tense::Past => Status::Reported,
        Tense::Present if ahead => Status::Planned,
        // "until a review is finished later this month"
        Tense::Present if !over && awaits(site, dated) => Status::Planned,
        Tense::Present if !over && (verb.progressive || verb.copula) => Status::Ongoing,
        Tense::None if ahead => Status::Planned,
        Tense::Present | Tense::None => Status::Reported,
    }
}

/// Whether what a participle says was planned is the subject of what it did then.
fn took_place(site: &Site<'_>, dated: &Dated, verb: &Verb) -> bool {
    let reader = site.reader;
    let main = site.finite(dated.target.clause()).filter(|v| v.first >= verb.last);
    let did = |v: &Verb| {
        let active = !(v.first..v.head).any(|i| reader.roles(i as usize).has(Role::Be));
        v.form == Form::Finite && v.tense == Tense::Past && active && !v.negated && !v.copula
    };
    let told = |v: &Verb| v.meaning.any(Roles::of(&[Role::Say, Role::Deny])) || reader.reschedules(v);
    verb.form == Form::Participle
        && verb.under.is_none()
        && main.is_some_and(|v| {
            did(v) && !told(v) && (reader.is_number(v.last as usize) || reader.is_of_amount(v.last as usize))
        })
}

/// Whether a time lies years behind the article.
fn told_long_ago(site: &Site<'_>, dated: &Dated) -> bool {
    let to = dated.when.interval.to;
    to.is_some_and(|to| to.date().year() + 1 < site.reader.published.year())
}

/// Whether what dates an event of its own reaches from now on: "over the next four years".
fn reaches(site: &Site<'_>, dated: &Dated) -> bool {
    let own = dated.expression.and_then(|span| site.reader.expression(span));
    own.is_some_and(|expr| reaches_ahead(site, expr, dated.when.interval))
}

/// Whether a clause tells what something else waits for: "until it is finished", "before it opens".
fn awaits(site: &Site<'_>, dated: &Dated) -> bool {
    let clause = &site.clauses[dated.target.clause()];
    let roles = site.reader.roles(clause.first as usize);
    let own = dated.expression.and_then(|span| site.reader.expression(span));
    clause.opener == Opener::Subordinator
        && roles.has(Role::Linker)
        && own.is_some_and(|e| matches!(e, Expr::Portion(..)))
}

/// "has been shut since Monday", "has not won since 1998": it still is so.
fn goes_on(site: &Site<'_>, dated: &Dated, verb: &Verb) -> bool {
    let reader = site.reader;
    let (first, head) = (verb.first as usize, verb.head as usize);
    // "found that it had not been audited since 2014": it has not, to the one who says so.
    let told = site.reporting(dated.target.clause()).is_some();
    let perfect = reader.roles(first).has(Role::Have) && (told || !reader.roles(first).has(Role::Past));
    let lasts = verb.negated || reader.roles(head).any(Roles::of(&[Role::Be, Role::Gerund]));
    let since = |span| matches!(reader.expression(span), Some(Expr::Open(Bound::Since, _)));
    // "have not lost since they were beaten"
    let anchored =
        dated.anchors.iter().any(|anchor| anchor.relation == Relation::Since && anchor.by.is_none());
    perfect && lasts && (dated.expression.is_some_and(since) || anchored && verb.negated)
}

/// Whether a past form may tell what lies ahead: it plans, promises or says, or "for" leads to its time.
fn points_ahead(site: &Site<'_>, dated: &Dated, verb: &Verb) -> bool {
    let token = dated.tokens(site.reader).start;
    // "for Friday", "postponed to March 3"
    let aimed = token > 0 && site.reader.roles(token - 1).any(Roles::of(&[Role::Purpose, Role::To]));
    // "postponed until March 3"
    let aimed = aimed || dated.delayed && !verb.negated;
    // "raised the fare starting Jan. 1"
    let own = dated.expression.and_then(|span| site.reader.expression(span));
    let aimed = aimed || matches!(own, Some(Expr::Open(Bound::From | Bound::Effective, _)));
    let ahead = Roles::of(&[Role::Plan, Role::Promise, Role::Threat, Role::Say]);
    aimed || verb.form != Form::Finite || verb.meaning.union(verb.under).any(ahead)
}

/// A noun or a caption: by time, unless its verb calls it off.
fn noun_status(site: &Site<'_>, dated: &Dated) -> Status {
    let (_, end) = today(site);
    let ahead = reaches(site, dated) || dated.when.interval.from.is_some_and(|from| from >= end);
    if let Target::Noun { clause, .. } = dated.target
        && let Some(verb) = site.finite(clause)
    {
        if verb.meaning.has(Role::Deny) {
            return Status::Denied;
        }
        let today_or_later = dated.when.interval.to.is_none_or(|to| to > today(site).0);
        if verb.tense == Tense::Future && today_or_later {
            return Status::Planned;
        }
    }
    if ahead { Status::Planned } else { Status::Reported }
}

/// The day of publication, half-open.
fn today(site: &Site<'_>) -> (NaiveDateTime, NaiveDateTime) {
    let day = site.reader.published;
    let next = day.checked_add_days(Days::new(1)).unwrap_or(day);
    (day.and_time(NaiveTime::MIN), next.and_time(NaiveTime::MIN))
}
