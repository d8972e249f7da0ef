//! Clauses without an expression of time, dated by what is told around them.

use super::attach::base;
use super::site::{Dated, Reader, Site, Target};
use super::{Basis, Event};
use crate::expression::{Expr, Grain, Relation, Tense};
use crate::lang::{Role, Roles};
use crate::recognise::Annotation;
use crate::resolve::{Cell, Certainty, Policy, Reason, When, relative};
use crate::segment::{Clause, Form, Opener};
use crate::span::Span;

/// What was told so far, as far as later clauses lean on it.
#[derive(Clone, Debug, Default)]
pub(super) struct Around {
    /// The last time that an event of the text was given, and its sentence's number and paragraph.
    last: Option<(When, String, usize, u32)>,
    /// The day that the article is about.
    day: Option<(When, String)>,
}

/// How many days before publication the day that an article is about may lie.
const RECENT: i64 = 6;

/// How many days before it the day may lie that its first sentences tell of.
const PAST: i64 = 31;

/// How many sentences may be the first: a title, a line with the date, and what they head.
const LEAD: usize = 3;

/// How many days before publication something is long over.
const LONG: i64 = 365;

impl Around {
    /// What is known before the first sentence is read: the first recent day that the article names dates its opening, too.
    pub(super) fn of(reader: &Reader<'_>) -> Self {
        let published = reader.published;
        let day = |a: &&Annotation, age: i64| {
            let (Some(from), Some(to)) = (a.when.interval.from, a.when.interval.to) else { return false };
            a.when.is_dated()
                && a.when.grain <= Grain::Day
                && (0..=age).contains(&published.signed_duration_since(from.date()).num_days())
                && (to - from).num_hours() <= 24
        };
        // What the article leads with may lie farther back.
        let lead = reader.document.sentences.get(..LEAD.min(reader.document.sentences.len()));
        let end = lead.and_then(|lead| lead.last()).map_or(0, |last| last.span.end);
        let leading = reader.annotations.iter().take_while(|a| a.mention.span.end <= end);
        let recent = reader.annotations.iter().find(|a| day(a, RECENT));
        let recent = recent.or_else(|| leading.clone().find(|a| day(a, PAST)));
        let day = recent.and_then(|a| {
            let when = When::of_cell(Cell::Day(a.when.interval.from?.date()), Certainty::Inferred)?;
            Some((when, a.mention.span.of(reader.document.text).to_owned()))
        });
        Around { last: None, day }
    }

    /// The clauses of a sentence that nothing of their own dates.
    ///
    /// A clause takes the time of the dated clause of its sentence that it hangs on or stands next to; else that of the last
    /// dated event of its paragraph; a saying without a date is of the day of publication.
    pub(super) fn clauses(&mut self, site: &Site<'_>, found: &[Event], told: &[Dated]) -> Vec<Dated> {
        let document = site.reader.document;
        let paragraph = document.sentences.get(site.sentence).map_or(0, |s| s.paragraph);
        // Nothing else has happened "since Monday" because something has.
        let dated: Vec<&Dated> =
            told.iter().filter(|d| d.when.is_dated() && d.when.interval.is_closed()).collect();
        let mut more = Vec::new();
        for (clause, this) in site.clauses.iter().enumerate() {
            let chain = site.chain(clause);
            let finite = |c: &usize| site.clauses.get(*c).is_some_and(|c| c.finite().is_some());
            // Of the parts of an interrupted clause the one with the verb stands for all.
            if chain.iter().find(|c| finite(c)).or(chain.first()) != Some(&clause) {
                continue;
            }
            if told.iter().any(|d| chain.contains(&d.target.clause()) && tells(site, d)) {
                continue;
            }
            if found.iter().any(|e| e.basis == Basis::Heading && e.span.contains(this.span)) {
                continue;
            }
            let Some(target) = target(site, clause) else { continue };
            let near = nearest(site, clause, &dated).filter(|d| may_share(site, clause, d));
            let (when, source, basis) = if let Some((when, span)) = happened_then(site, clause) {
                let phrase = span.of(document.text);
                (inferred(&when, format!("tells what happened at “{phrase}”")), Some(span), Basis::Context)
            } else if let Some(near) = near {
                let phrase = near.phrase(site.reader).to_owned();
                let when = inferred(&near.when, format!("told in one sentence with “{phrase}”"));
                (when, near.expression, Basis::Context)
            } else if let Some(when) = awaited(site, clause) {
                (when, None, Basis::Article)
            } else if let Some((when, basis)) = self.by_itself(site, clause, paragraph) {
                (when, None, basis)
            } else {
                continue;
            };
            more.push(Dated {
                target,
                when,
                expression: None,
                source,
                within: None,
                anchors: Vec::new(),
                basis,
                delayed: false,
            });
        }
        // "sacked Lee, who joined in 2001": what describes somebody by what is long over tells nothing that goes on.
        let published = site.reader.published;
        let long_over =
            |d: &Dated| d.when.interval.to.is_some_and(|to| (published - to.date()).num_days() > LONG);
        let tells_on = |d: &&&Dated| {
            let aside = site.clauses.get(d.target.clause()).is_some_and(|c| c.opener == Opener::Relative);
            let aside = aside || site.aside(d.target).is_some() || site.described(d.target).is_some();
            !(aside && long_over(d))
        };
        if let Some(last) = dated.iter().rfind(tells_on) {
            let phrase = last.phrase(site.reader).to_owned();
            self.last = Some((last.when.clone(), phrase, site.sentence, paragraph));
        }
        more
    }

    /// The time of a clause in a sentence without any.
    fn by_itself(&self, site: &Site<'_>, clause: usize, paragraph: u32) -> Option<(When, Basis)> {
        let verb = site.finite(clause);
        let says = verb.is_some_and(|v| v.meaning.has(Role::Say));
        let publication = || {
            let day = site.reader.published;
            let when = When::of_cell(Cell::Day(day), Certainty::Inferred)?;
            Some((inferred(&when, "told without a date: as of publication".to_owned()), Basis::Article))
        };
        // A heading tells in the present tense what has happened.
        let present = verb.is_some_and(|v| v.tense == Tense::Present) && !site.is_heading();
        if present {
            return publication();
        }
        let day = site.reader.published;
        let past = verb.is_some_and(|v| v.tense == Tense::Past);
        let ahead = |when: &When| when.interval.from.is_some_and(|from| from.date() > day);
        // "He would appeal", "has delivered 50 so far": what is to come, and what is so by now, was not at a time that is over.
        let over = |when: &When| when.interval.to.is_some_and(|to| to.date() <= day);
        let future = verb.is_some_and(|v| v.tense == Tense::Future);
        let perfect = verb.is_some_and(|v| {
            let first = site.reader.roles(v.first as usize);
            past && first.has(Role::Have) && !first.has(Role::Past)
        });
        if let Some((when, phrase, sentence, at)) = &self.last
            && !says
            && !(past && ahead(when))
            && !(future && over(when))
            && !perfect
            && *at == paragraph
            && site.sentence - sentence <= 2
        {
            return Some((inferred(when, format!("told after “{phrase}”")), Basis::Context));
        }
        if let Some((when, phrase)) = &self.day {
            return Some((inferred(when, format!("the article is about “{phrase}”")), Basis::Article));
        }
        publication()
    }
}

/// "will be the largest when it enters service": what nothing dates but that it is yet to come.
fn awaited(site: &Site<'_>, clause: usize) -> Option<When> {
    let this = site.clauses.get(clause)?;
    let present = this.finite().is_some_and(|v| v.tense == Tense::Present && v.form == Form::Finite);
    // "when it enters service", "until we know"
    let leads = Roles::of(&[Role::When, Role::Linker]);
    let when = this.opener == Opener::Subordinator && site.reader.roles(this.first as usize).any(leads);
    let main = this.parent.filter(|_| present && when).and_then(|parent| site.finite(parent));
    main.filter(|v| v.tense == Tense::Future)?;
    let published = When::of_cell(Cell::Day(site.reader.published), Certainty::Bounded)?;
    let mut when = relative(Relation::Since, None, &published, &Policy::default())?;
    when.why.push(Reason::Note("told as still to come on the day of publication".to_owned()));
    Some(when)
}

/// Whether what is dated in a clause is what the clause tells, and not only what describes its subject.
fn tells(site: &Site<'_>, dated: &Dated) -> bool {
    !matches!(dated.target, Target::Noun { .. })
        && site.reduced(dated.target).is_none()
        && site.aside(dated.target).is_none()
}

/// What tells something in a clause: its finite verb, any verb, or its words.
fn target(site: &Site<'_>, clause: usize) -> Option<Target> {
    let this = site.clauses.get(clause)?;
    let finite = this.verbs.iter().position(|v| v.form == Form::Finite);
    if let Some(verb) = finite.or(if this.verbs.is_empty() { None } else { Some(0) }) {
        return Some(Target::Verb { clause, verb });
    }
    // "(NYSE: GM)"
    let before = this.first.checked_sub(1).map_or("", |i| site.reader.document.word(i as usize));
    if matches!(before, "(" | "[") || matches!(site.reader.document.word(this.first as usize), "(" | "[") {
        return None;
    }
    let tells = |&i: &usize| site.reader.is_word(i) && !site.reader.is_length(i);
    (site.pieces(clause).into_iter().flatten().filter(tells).count() > 1).then_some(Target::Phrase { clause })
}

/// The dated clause whose time a clause shares: the one that it hangs on or that hangs on it, else the next in the sentence.
fn nearest<'a>(site: &Site<'_>, clause: usize, dated: &[&'a Dated]) -> Option<&'a Dated> {
    let related = |d: &Dated| {
        let other = d.target.clause();
        let (a, b) = (&site.clauses[clause], &site.clauses[other]);
        a.resumes == Some(other) || b.resumes == Some(clause)
    };
    let distance = |d: &Dated| {
        let other = d.target.clause();
        let hangs = site.clauses[clause].parent == Some(other) && site.clauses[clause].opener != Opener::Mark;
        (!related(d), clause.abs_diff(other) * 2 - usize::from(hangs))
    };
    // "who resigned in April, apologized": what describes somebody lends its time to nothing outside it.
    let within = |inner: usize| {
        let mut at = Some(clause);
        std::iter::from_fn(|| {
            let here = at?;
            at = site.clauses.get(here)?.parent.filter(|&p| p < here);
            Some(here)
        })
        .any(|c| c == inner)
    };
    let lends = |d: &Dated| {
        let other = d.target.clause();
        let parted = |c: &Clause| c.first > 0 && site.reader.document.is_comma(c.first as usize - 1);
        let relative = site.clauses.get(other).is_some_and(|c| c.opener == Opener::Relative && parted(c));
        // "Work, begun two years ago, has stopped": nor does an aside.
        let aside = || site.aside(d.target).is_some();
        // "ruled that a juror had been removed in February": what is found has its own time.
        let content = || {
            let said = site.clauses.get(other).filter(|c| c.opener == Opener::Complement);
            said.is_some_and(|c| c.parent == Some(clause))
        };
        (!relative || within(other) || related(d)) && !aside() && !content()
    };
    dated.iter().copied().filter(|d| lends(d)).min_by_key(|d| distance(d))
}

/// The time that a clause tells the happening of: "since August, when the port closed", "in 1989 when the wall fell". A bound does
/// not bound what it is counted from.
fn happened_then(site: &Site<'_>, clause: usize) -> Option<(When, Span)> {
    let reader = site.reader;
    let first = site.clauses.get(clause)?.first as usize;
    let opener = (first..first + 2).find(|&i| !reader.is_mark(i))?;
    let end = (first.saturating_sub(2)..first).rfind(|&i| !reader.is_mark(i))?;
    let end = reader.document.tokens.get(end)?.end;
    let after = reader.annotations.partition_point(|a| a.mention.span.end < end);
    let before = reader.annotations.get(after).filter(|a| a.mention.span.end == end && a.when.is_dated())?;
    let bound = matches!(before.mention.expr, Expr::Open(..));
    let when = if bound { base(&before.when)? } else { before.when.clone() };
    (reader.roles(opener).has(Role::When) && when.grain <= Grain::Year).then_some((when, before.mention.span))
}

/// Whether a clause tells what somebody is dated to have said in so many words.
fn is_said(site: &Site<'_>, clause: usize, dated: &Dated) -> bool {
    let quoted = site.clauses[clause].opener == Opener::Quote;
    let says = site.verb(dated.target).is_some_and(|v| v.meaning.has(Role::Say));
    quoted && says && dated.target.clause() != clause
}

/// Whether a clause may have happened when the dated clause beside it did. Who says something says it to the reporter, whatever
/// day the sentence goes on to name; what has happened did not do so ahead; and what is or will be is not over.
fn may_share(site: &Site<'_>, clause: usize, dated: &Dated) -> bool {
    let Some(verb) = site.finite(clause) else { return true };
    let published = site.reader.published;
    let ahead = dated.when.interval.from.is_some_and(|from| from.date() > published);
    let over = dated.when.interval.to.is_some_and(|to| to.date() <= published);
    match verb.tense {
        _ if verb.meaning.has(Role::Say) => false,
        Tense::Past => !ahead,
        // “This is the worst year,” she said on Sunday: so it was then.
        Tense::Present if is_said(site, clause, dated) => !ahead,
        // "is under development and is to enter service in 2028": what is so now.
        Tense::Present => !(over || ahead && verb.copula),
        Tense::Future => !over,
        Tense::None => true,
    }
}

fn inferred(when: &When, because: String) -> When {
    let mut when = When { certainty: when.certainty.max(Certainty::Inferred), ..when.clone() };
    when.why.push(Reason::Note(because));
    when
}
