//! Times told in passing: of a source, a record, a speaker, a subject, or a period. They date no event; nor do those of [comparisons](super::compared).
//!
//! Input: an expression in its clause. Output: whether it is one of these.

use super::compared::compares;
use super::site::{Site, Target};
use crate::expression::{Anchor, Bound, Cycle, DateFields, Expr, Portion, Tense};
use crate::lang::{Role, Roles};
use crate::recognise::Annotation;
use crate::resolve::Interval;
use crate::segment::clause::governor;
use crate::segment::tense::is_apposed;
use crate::segment::{Form, Opener, TokenKind, Verb};
use std::ops::Range;

/// How far before an expression "according to" may stand.
const SOURCE: usize = 8;

/// Within how many words of a description its owner is named: "the firm's chief executive since 2021".
const OWNER: usize = 4;

/// How far before "since" a superlative may stand.
const RECORD: usize = 7;

/// Words that tie a noun to what follows, or may name what happens, or what is done.
const FRAME: Roles = Roles::of(&[
    Role::Adverb,
    Role::Noun,
    Role::Base,
    Role::Present,
    Role::Gerund,
    Role::Happening,
    Role::Linker,
    Role::Relative,
    Role::Subordinator,
    Role::To,
    Role::Comparison,
]);

/// "those", which stand for something told before.
const THOSE: Roles = Roles::of(&[Role::Demonstrative, Role::Determiner]);

/// Words that say nothing by themselves.
const BARE: Roles =
    Roles::of(&[Role::Preposition, Role::Determiner, Role::Adverb, Role::Focus, Role::Linker]);

/// Whether what stands before an expression says that it dates nothing here.
pub(super) fn is_aside(
    site: &Site<'_>,
    annotation: &Annotation,
    tokens: &Range<usize>,
    clause: usize,
) -> bool {
    let first = site.clauses[clause].first as usize;
    is_sourced(site, clause, tokens.start)
        || compares(site, annotation, tokens, first)
        || is_record(site, annotation, tokens.start, first)
        || is_attribute(site, annotation, tokens, clause)
        || is_denied(site, tokens.start)
        || is_origin(site, annotation, tokens.start)
        || is_set_before(site, annotation, tokens.start)
}

/// "The idea goes back to 2015": how far back it goes now.
fn is_origin(site: &Site<'_>, annotation: &Annotation, token: usize) -> bool {
    let reader = site.reader;
    let led = token.checked_sub(1).is_some_and(|i| reader.roles(i).any(Roles::of(&[Role::To, Role::Origin])));
    let over = annotation.when.interval.to.is_some_and(|to| to.date() <= reader.published);
    led && over
        && governor(site.clauses, token).is_some_and(|(clause, verb)| {
            let verb = &site.clauses[clause].verbs[verb];
            verb.form == Form::Finite && verb.tense == Tense::Present && verb.last as usize <= token
        })
}

/// "broke the record set in 2021": when what the verb is done to was set, which is no other form than "sets".
fn is_set_before(site: &Site<'_>, annotation: &Annotation, token: usize) -> bool {
    const FORMS: Roles = Roles::of(&[Role::Past, Role::Participle, Role::Base]);
    let reader = site.reader;
    let over = annotation.when.interval.to.is_some_and(|to| to.date() <= reader.published);
    let lead = token.checked_sub(1).filter(|&i| reader.roles(i).has(Role::Preposition));
    let set = lead.filter(|&i| over && i > 2 && !reader.roles(i).has(Role::Purpose)).map(|i| i - 1);
    set.is_some_and(|set| {
        let noun = reader.roles(set - 1).has(Role::Noun) && reader.is_determiner(set - 2);
        let done = governor(site.clauses, token).is_some_and(|(clause, verb)| {
            let verb = &site.clauses[clause].verbs[verb];
            verb.form == Form::Finite && verb.last as usize == set - 2
        });
        reader.roles(set).common(FORMS) == FORMS && noun && done
    })
}

/// Whether an expression reaches from the day of publication into what is to come: "over the next four years", "later this
/// year".
pub(super) fn reaches_ahead(site: &Site<'_>, expr: &Expr, interval: Interval) -> bool {
    let reaches = match expr {
        Expr::Hedged(_, of) => return reaches_ahead(site, of, interval),
        expr => matches!(expr, Expr::Window { back: false, .. } | Expr::Portion(Portion::Later, _)),
    };
    let (Some(from), Some(to)) = (interval.from, interval.to) else { return false };
    reaches && from.date() >= site.reader.published && (to - from).num_days() > 1
}

/// Whether an expression tells of a noun of the clause that a verb governs, and not of what the verb tells.
pub(super) fn describes(site: &Site<'_>, (clause, verb): (usize, usize), tokens: &Range<usize>) -> bool {
    describes_noun(site, clause, tokens)
        || is_apposed_to(site, (clause, verb), tokens.start)
        || describes_speaker(site, clause, tokens.start)
        || describes_subject(site, clause, verb, tokens)
        || ends_period(site, clause, verb, tokens)
        || is_due_noun(site, clause, verb, tokens.start)
}

/// "notes due 2007 rose": when a thing falls due is not when it rose; of what lies ahead, "the report, due Friday, will name", it is.
fn is_due_noun(site: &Site<'_>, clause: usize, verb: usize, token: usize) -> bool {
    let reader = site.reader;
    let lead = token.checked_sub(1).filter(|&i| reader.roles(i).has(Role::Preposition));
    let due = lead.unwrap_or(token).checked_sub(1);
    let verbs = &site.clauses[clause].verbs;
    let past = |verb: &Verb| verb.tense == Tense::Past;
    // "The bonds due in 2009 were priced": the word is read as a participle.
    let own = &verbs[verb];
    if own.form == Form::Participle && is_ahead(reader.roles(own.head as usize)) {
        return verbs.get(verb + 1).is_some_and(past);
    }
    past(own) && due.is_some_and(|i| is_due(site, i))
}

/// What is said to lie ahead by a word that is no form of a verb, as "forecast" is.
fn is_ahead(roles: Roles) -> bool {
    const AHEAD: Roles = Roles::of(&[Role::Plan, Role::Noun]);
    roles.common(AHEAD) == AHEAD
        && !roles.any(Roles::of(&[Role::Base, Role::Present, Role::Past, Role::Participle]))
}

/// Whether a word says that the noun before it lies ahead, and is no part of a verb: "the bonds due", "a vote, likely next week".
pub(super) fn is_due(site: &Site<'_>, token: usize) -> bool {
    let verbs = site.clauses.iter().flat_map(|c| &c.verbs);
    let governs = verbs.clone().any(|v| (v.first as usize..v.last as usize).contains(&token));
    let behind = |i: usize| {
        site.reader.is_word(i) && !site.reader.roles(i).any(Roles::FUNCTION)
            || site.reader.document.is_comma(i)
    };
    is_ahead(site.reader.roles(token)) && !governs && token.checked_sub(1).is_some_and(behind)
}

/// "according to a report on Friday" dates the report.
fn is_sourced(site: &Site<'_>, clause: usize, token: usize) -> bool {
    let first = site.clauses[clause].first as usize;
    let sourced = (first..token).rev().take(SOURCE).find(|&i| site.reader.roles(i).has(Role::Source));
    // "according to papers filed on Friday": a participle tells of the source, too.
    let verb_between = |from: usize| {
        let mut verbs = site.clauses[clause].verbs.iter();
        verbs.any(|v| {
            // ", according to officials, sold"
            let closed = site.reader.document.is_comma((v.first as usize).saturating_sub(1));
            (from..token).contains(&(v.first as usize))
                && (!v.ambiguous || closed && v.form == Form::Finite)
                && v.form != Form::Participle
        })
    };
    sourced.is_some_and(|from| !verb_between(from))
}

/// "cut its 2026 outlook", "jailed for a 2019 robbery": a year that says which one a thing is, where that is nothing that happens.
fn is_attribute(site: &Site<'_>, annotation: &Annotation, tokens: &Range<usize>, clause: usize) -> bool {
    let reader = site.reader;
    let year = matches!(
        annotation.mention.expr,
        Expr::Date(DateFields { year: Some(_), month: None, day: None, .. })
    );
    let noun = reader.is_word(tokens.end)
        && !reader.is_timed(tokens.end)
        && !reader.is_capital(tokens.end)
        && !reader.roles(tokens.end).any(Roles::FUNCTION.union(FRAME))
        && reader.language.relations.deeds(reader.root(tokens.end)).is_empty();
    let verbs = || site.clauses[clause].verbs.iter();
    let verb_behind = verbs().any(|v| v.first as usize == tokens.end);
    let before = tokens.start.checked_sub(1);
    let determined =
        before.is_some_and(|i| reader.roles(i).any(Roles::of(&[Role::Determiner, Role::Possessive])));
    // "its winter schedule"
    let seasonal = tokens.len() == 1
        && determined
        && matches!(annotation.mention.expr, Expr::Bare(Cycle::Season(_)))
        && reader.is_word(tokens.end)
        && !reader.is_timed(tokens.end)
        && !reader.roles(tokens.end).any(Roles::FUNCTION.union(Roles::of(&[Role::Happening])));
    if seasonal && !verb_behind {
        return true;
    }
    // "jailed for 2019 fraud"
    let led = |i: usize| reader.roles(i).has(Role::Preposition) && !reader.roles(i).has(Role::YearLead);
    let determined = determined || before.is_some_and(led);
    let object = verbs().any(|v| v.last as usize == tokens.start && v.form == Form::Finite);
    year && (noun && !verb_behind && (determined || object) || is_titled(site, tokens))
        || determined && is_feast_of(site, annotation, tokens, clause)
}

/// "the Christmas trading update on Jan. 15": where another time dates the verb, a feast says of what kind a thing is.
fn is_feast_of(site: &Site<'_>, annotation: &Annotation, tokens: &Range<usize>, clause: usize) -> bool {
    let (reader, this) = (site.reader, &site.clauses[clause]);
    let bare = match &annotation.mention.expr {
        Expr::Open(_, of) => &**of,
        expr => expr,
    };
    let noun = reader.is_word(tokens.end)
        && !reader.is_capital(tokens.end)
        && !reader.is_timed(tokens.end)
        && !reader.roles(tokens.end).any(Roles::FUNCTION);
    let around = [this.first as usize..tokens.start, tokens.end..this.last as usize];
    let verb = this.verbs.iter().any(|v| v.first as usize == tokens.end && v.form == Form::Finite);
    matches!(bare, Expr::Bare(Cycle::Holiday(_) | Cycle::Yearly(_)))
        && noun
        && !verb
        && around.into_iter().any(|range| reader.dates(range).is_some())
}

/// "fined over 2022 grounding", "charged in 2018 murder": titles leave the article out, and the year says which one is meant.
fn is_titled(site: &Site<'_>, tokens: &Range<usize>) -> bool {
    let (reader, noun) = (site.reader, tokens.end);
    let Some(lead) = tokens.start.checked_sub(1).map(|i| reader.roles(i)) else { return false };
    let (root, relations) = (reader.root(noun), &reader.language.relations);
    // "was in 2023 crowned": a verb is no title.
    let verb = reader.roles(noun).any(Roles::of(&[Role::Past, Role::Participle]));
    let happens = reader.roles(noun).has(Role::Happening)
        || !(verb || relations.deeds(root).is_empty() && relations.kin(root).is_empty());
    // "In 2018 murders rose": a verb may follow what the year does not belong to.
    let closes = !reader.is_word(noun + 1) || reader.roles(noun + 1).has(Role::Preposition);
    let apart = !lead.has(Role::YearLead) || lead.has(Role::Genitive) || closes;
    let mut verbs = site.clauses.iter().flat_map(|c| &c.verbs);
    let verb = verbs.any(|v| v.first as usize == noun && v.form != Form::Gerund);
    tokens.len() == 1 && lead.has(Role::Preposition) && apart && happens && !verb && reader.is_word(noun)
}

/// "in 1919, not 1920", "around 2020, and not in 2015": a time that is not meant.
fn is_denied(site: &Site<'_>, token: usize) -> bool {
    let reader = site.reader;
    let mut before = (token.saturating_sub(4)..token).rev();
    let not = before.find(|&i| !reader.roles(i).has(Role::Preposition));
    let Some(not) = not.filter(|&i| reader.roles(i).has(Role::Negation)) else { return false };
    before
        .find(|&i| !reader.roles(i).has(Role::Coordinator))
        .is_some_and(|i| i < not && reader.document.is_comma(i))
}

/// "its biggest gain since Monday", "the first time since May": when it was as big before.
fn is_record(site: &Site<'_>, annotation: &Annotation, token: usize, first: usize) -> bool {
    // "plays its first concert in 12 years"
    let ago = || {
        let leads = |i: &usize| site.reader.roles(*i).has(Role::Preposition);
        let lead = Some(token).filter(leads).or_else(|| token.checked_sub(1).filter(leads));
        let forward = matches!(annotation.mention.expr, Expr::In(_));
        lead.filter(|_| forward).is_some_and(|lead| ends_record(site, lead, first))
    };
    let since = matches!(annotation.mention.expr, Expr::Open(Bound::Since, _));
    since && (ends_record(site, token, first) || is_told_first(site, token)) || ago()
}

/// "It is the first time that a firm has failed since 1933": whether a clause says what a superlative before it counts.
pub(super) fn is_told_first(site: &Site<'_>, token: usize) -> bool {
    let clause = site.clauses.iter().find(|c| c.holds(token));
    let hangs = |c: &&crate::segment::Clause| matches!(c.opener, Opener::Complement | Opener::Relative);
    let first = clause.filter(hangs).map(|c| c.first as usize);
    first.is_some_and(|first| {
        (first.saturating_sub(2)..first).any(|i| site.reader.roles(i).has(Role::Superlative))
    })
}

/// Whether a superlative stands in the phrase that ends before `token`: "the highest there" of "since records began".
pub(super) fn ends_record(site: &Site<'_>, token: usize, first: usize) -> bool {
    let document = site.reader.document;
    // "the second delay to the plan, first told of in May, since"
    let aside = token.checked_sub(1).filter(|&i| document.is_comma(i));
    let token = aside
        .and_then(|end| (first..end).rev().take(RECORD).find(|&i| document.is_comma(i)))
        .unwrap_or(token);
    // "the first pilots' strike since", "its biggest one-day drop since"
    let tied = |i: usize| {
        // "the first of an A330 since"
        let model = || document.tokens.get(i).is_some_and(|t| t.glued && t.kind == TokenKind::Number);
        site.reader.is_word(i) || site.reader.roles(i).has(Role::Possessive) || document.is(i, "-") || model()
    };
    let phrase = (first..token).rev().take(RECORD).take_while(|&i| tied(i));
    let finite = site.clauses.iter().flat_map(|c| &c.verbs).filter(|v| v.form == Form::Finite);
    let verb = |i: usize| finite.clone().any(|v| v.head as usize == i);
    phrase.take_while(|&i| !verb(i)).any(|i| site.reader.roles(i).has(Role::Superlative))
}

/// "lost the work of the previous winter in 2001": where something else dates the verb, the time behind "of" tells of the noun.
fn describes_noun(site: &Site<'_>, clause: usize, tokens: &Range<usize>) -> bool {
    let reader = site.reader;
    let Some(noun) = tokens.start.checked_sub(2) else { return false };
    // "checked against those for 2022"
    if reader.roles(noun + 1).has(Role::Purpose) && reader.roles(noun).common(THOSE) == THOSE {
        return true;
    }
    let of = reader.roles(noun + 1).has(Role::Genitive)
        && reader.is_word(noun)
        && !reader.is_length(noun)
        && !reader.roles(noun).any(Roles::of(&[Role::Focus, Role::Linker, Role::Happening]));
    let this = &site.clauses[clause];
    let dated = |range: Range<usize>| reader.dates(range).is_some();
    of && (dated(this.first as usize..noun) || dated(tokens.end..this.last as usize))
}

/// "said Omar Tate, a captain since last year": the time tells who speaks, not when.
fn describes_speaker(site: &Site<'_>, clause: usize, token: usize) -> bool {
    let reader = site.reader;
    // A subject stands behind a verb of saying only.
    let Some(verb) = site.finite(clause).filter(|v| v.meaning.has(Role::Say)) else { return false };
    let Some(subject) = site.subject(clause) else { return false };
    if subject.start < verb.last as usize || !reader.document.is_comma(subject.end) {
        return false;
    }
    let described = subject.end + 1..token;
    let owned = described.clone().take(OWNER).any(|i| reader.roles(i).has(Role::Possessive));
    (owned || reader.roles(described.start).has(Role::Determiner))
        && !described.clone().any(|i| reader.document.is_comma(i))
        && described.into_iter().any(|i| reader.is_word(i) && !reader.leads_time(i))
}

/// "Unemployment, at 4.1% in June, was expected": the time tells of the subject.
fn describes_subject(site: &Site<'_>, clause: usize, verb: usize, tokens: &Range<usize>) -> bool {
    let (reader, this) = (site.reader, &site.clauses[clause]);
    let (first, head) = (this.first as usize, this.verbs[verb].first as usize);
    let opens = (first..tokens.start).rev().find(|&i| reader.document.is_comma(i) || i >= head);
    let closes = tokens.end < head && reader.document.is_comma(tokens.end);
    let Some(comma) = opens.filter(|&i| closes && i > first && i < head) else { return false };
    let number = |i: usize| reader.document.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Number);
    let says = (comma + 1..tokens.start)
        .any(|i| number(i) || reader.is_word(i) && !reader.leads_time(i) && !reader.roles(i).any(BARE));
    let told = (first..comma).any(|i| reader.is_word(i) && !reader.is_timed(i) && !reader.roles(i).any(BARE));
    // "Netherby, champions in 2021, have lost"
    let several = reader.document.is_plural(comma + 1, reader.language)
        && !reader.roles(comma + 1).any(Roles::of(&[Role::Past, Role::Participle]))
        && !reader.is_capital(comma + 1);
    let described = reader.roles(comma + 1).any(Roles::of(&[Role::Preposition, Role::Determiner]));
    says && told && (described || several)
}

/// "will pay $38, a premium of 27% to the price on Friday": the price was of that day.
fn is_apposed_to(site: &Site<'_>, (clause, verb): (usize, usize), token: usize) -> bool {
    let this = &site.clauses[clause];
    let verb = &this.verbs[verb];
    verb.tense == Tense::Future && is_apposed(site.reader.document, verb, token, this.last as usize)
}

/// "the quarter ended Sept. 30": the date says which period is meant.
fn ends_period(site: &Site<'_>, clause: usize, verb: usize, tokens: &Range<usize>) -> bool {
    let reader = site.reader;
    let participle = |v: &Verb| v.form == Form::Participle || v.ambiguous;
    let ends =
        |v: &&Verb| v.first as usize == tokens.end && participle(v) && reader.is_timed(v.last as usize);
    let mut verbs = site.clauses.iter().flat_map(|c| &c.verbs);
    // "will miss its target for the quarter ended March 31"
    let lead = (tokens.start.saturating_sub(2)..tokens.start).any(|i| reader.roles(i).has(Role::Purpose));
    let ahead = site.clauses[clause].verbs[verb].tense == Tense::Future;
    if lead && ahead && verbs.any(|v| ends(&v)) {
        return true;
    }
    let verb = &site.clauses[clause].verbs[verb];
    let first = verb.first as usize;
    let period =
        first > 0 && (reader.is_timed(first - 1) || reader.document.is_time_word(first - 1, reader.language));
    period && (verb.form == Form::Participle || verb.ambiguous) && tokens.start == verb.last as usize
}

/// "That day has come": a day that is only pointed at, and told of.
pub(super) fn points_only(site: &Site<'_>, annotation: &Annotation, target: Target) -> bool {
    let that = matches!(
        annotation.mention.expr,
        Expr::Which { step: 0, of: Cycle::Unit(_), from: Anchor::Discourse }
    );
    let last = annotation.mention.tokens.1;
    that && site.verb(target).is_some_and(|v| v.form == Form::Finite && v.first == last)
}

/// "as it had after the first fire", "as they did in May": an auxiliary alone stands for what was told before.
pub(super) fn is_elliptical(site: &Site<'_>, target: Target) -> bool {
    let Target::Verb { clause, .. } = target else { return false };
    let (Some(verb), reader) = (site.verb(target), site.reader) else { return false };
    let auxiliary = reader.roles(verb.head as usize).any(Roles::of(&[Role::Have, Role::Do]));
    let behind = verb.last as usize;
    let bare = reader.is_mark(behind)
        || reader.is_timed(behind)
        || reader.roles(behind).any(Roles::of(&[Role::Preposition, Role::Linker]));
    let opener = site.clauses[clause].opener;
    auxiliary && bare && verb.form == Form::Finite && opener == Opener::Subordinator
}
