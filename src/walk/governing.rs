//! The verb that governs an expression of time: where it points, how far that holds, and from when it counts.
//!
//! Input: an expression in its sentence, and the dates told before. Output: the tense that steers it.
//! Knows nothing of how to count.

use crate::expression::{Bound, Cycle, Expr, Grain, Relation, Tense};
use crate::lang::relations::Connective;
use crate::lang::{Role, Roles};
use crate::recognise::{Annotation, Mention};
use crate::segment::clause::governor;
use crate::segment::{Clause, Form, Opener, Parted, TokenKind, Verb};
use chrono::NaiveDate;

/// The most words that lead from a time to what comes before it: "in the run-up to".
const CONNECTIVE: usize = 6;

/// How many dates back in its sentence the day of a promise may stand.
const NEAR: usize = 4;

/// Where the verb that governs an expression points.
pub(super) struct Governing {
    pub(super) tense: Tense,
    /// It holds however far it leads.
    pub(super) is_certain: bool,
    pub(super) negated: bool,
    /// What was promised counts from the promise.
    pub(super) from: Option<NaiveDate>,
    /// What is told as still to come, and not as to come then: "will be held", but not "would be held".
    pub(super) to_come: bool,
    /// The verb tells what had happened before what the text tells: "had ruled".
    pub(super) back: bool,
    /// What has lasted since then lasts still: "has been closed since January".
    pub(super) up_to_now: bool,
}

impl Governing {
    /// By a tense that is known from elsewhere.
    pub(super) fn given(tense: Tense) -> Self {
        Governing {
            tense,
            is_certain: tense != Tense::None,
            negated: false,
            from: None,
            to_come: false,
            back: false,
            up_to_now: false,
        }
    }

    /// By the verb.
    pub(super) fn of(
        parted: &Parted<'_>,
        sentence: usize,
        mention: &Mention,
        annotations: &[Annotation],
        published: Option<NaiveDate>,
    ) -> Self {
        let document = parted.document;
        let (first, last) = (mention.tokens.0 as usize, mention.tokens.1 as usize);
        let from = promised(parted, sentence, mention, annotations, published)
            .or_else(|| planned_then(parted, sentence, mention, annotations, published));
        if let Some(from) = from.filter(|_| !fell_through(parted, sentence, mention)) {
            return Governing { from: Some(from), ..Governing::given(Tense::Future) };
        }
        let (tense, negated) = parted.governing(sentence, first);
        let before = document.roles(first.wrapping_sub(1));
        // "follows Tuesday's announcement", "to sell itself under a June agreement": the verb governs the noun, not the day.
        let attributive = match tense {
            Tense::Present => document.has(last, Role::Possessive),
            Tense::Future => {
                matches!(mention.expr, Expr::Bare(Cycle::Month(_))) && before.has(Role::Determiner)
            }
            // "was postponed to March 3", "slipped to Nov. 19": what it came to may lie ahead.
            Tense::Past => before.has(Role::To),
            Tense::None => false,
        };
        let tense = match tense {
            // "The hearing was adjourned to Monday."
            // "moved from March 3 to March 10"
            _ if (before.has(Role::To)
                || matches!(mention.expr, Expr::Range(..)) && !mention.expr.runs_from_weekday())
                && reschedules(parted, sentence, first) =>
            {
                Tense::Future
            }
            // "was told on Monday to leave by Friday"
            _ if deadline(parted, sentence, mention) => Tense::Future,
            _ if attributive => Tense::None,
            Tense::Past if !negated && leads_up(parted, sentence, mention) => Tense::Future,
            Tense::Past if starts_ahead(parted, sentence, mention) => Tense::Future,
            Tense::Future | Tense::None if stands_after(parted, sentence, mention) => Tense::Past,
            Tense::Past | Tense::None if is_ahead_of(parted, sentence, mention) => Tense::Future,
            Tense::Future if decided_on(parted, sentence, mention) => Tense::Past,
            Tense::Future if fell_through(parted, sentence, mention) => Tense::Past,
            tense => tense,
        };
        // "the year ended Jan. 31", "was hired on Dec. 1", "took effect Jan. 1": nothing between leads ahead.
        let adjacent = || parted.is_settled(sentence, first..last);
        // "had sandbags out on Boxing Day": on a feast of its own name, and not for one that is to come.
        let feast = matches!(mention.expr, Expr::Bare(Cycle::Holiday(_) | Cycle::Yearly(_)))
            && before.has(Role::Preposition)
            && !before.has(Role::Purpose);
        // "is expected to close in the fourth quarter", but "will report results for the third quarter".
        let quarter = matches!(mention.expr, Expr::Bare(Cycle::Quarter(_) | Cycle::Half(_)));
        let led = document.has(first, Role::Determiner) || before.has(Role::Determiner);
        let lead = document.roles(first.wrapping_sub(1 + usize::from(before.has(Role::Determiner))));
        let alone = document.tokens.get(last).is_none_or(|t| t.kind != TokenKind::Word)
            || document.roles(last).any(Roles::FUNCTION);
        let during = quarter && led && alone && lead.has(Role::TimeLead) && lead.has(Role::Preposition);
        // "has flown since December 22": that is over.
        // "since taking office on January 20": so is that.
        let since = matches!(mention.expr, Expr::Open(Bound::Since, _)) || is_linked(parted, sentence, first);
        let tense = if since { Tense::Past } else { tense };
        let is_certain = match tense {
            _ if since => true,
            Tense::Past if lasted(parted, sentence, mention) || is_charge(parted, sentence, first) => true,
            Tense::Past => feast || adjacent(),
            Tense::Future => during || alone && !led && parted.is_to_come(sentence, first),
            _ => false,
        };
        let auxiliary = || {
            let clauses = parted.clauses(sentence);
            let verb = governor(clauses, first).map(|(clause, verb)| &clauses[clause].verbs[verb]);
            verb.map(|verb| (verb.tense, document.roles(verb.first as usize)))
        };
        let to_come = tense == Tense::Future
            && auxiliary().is_some_and(|(tense, roles)| {
                tense == Tense::Future && roles.any(Roles::of(&[Role::Will, Role::Present]))
            });
        let has = |tense| {
            let have = Roles::of(&[Role::Have, tense]);
            auxiliary().is_some_and(|(_, roles)| roles.common(have) == have)
        };
        let back = tense == Tense::Past && has(Role::Past);
        let up_to_now = since && has(Role::Present);
        Governing { tense, is_certain, negated, from: None, to_come, back, up_to_now }
    }
}

/// Whether the verb that governs a token sets another time for what was planned.
fn reschedules(parted: &Parted<'_>, sentence: usize, token: usize) -> bool {
    let (document, language) = (parted.document, parted.language);
    let clauses = parted.clauses(sentence);
    let root = |at: u32| language.morphology.root(document.word(at as usize));
    governor(clauses, token).is_some_and(|(clause, verb)| {
        let verb = &clauses[clause].verbs[verb];
        language.senses.reschedules(root(verb.head), || root(verb.last))
    })
}

/// Whether what was planned for a day is told to have come otherwise: "had been set for Tuesday but was scrubbed".
fn fell_through(parted: &Parted<'_>, sentence: usize, mention: &Mention) -> bool {
    if !matches!(mention.expr, Expr::Bare(Cycle::Weekday(_))) {
        return false;
    }
    let clauses = parted.clauses(sentence);
    let Some((clause, verb)) = governor(clauses, mention.tokens.0 as usize) else { return false };
    let was = parted.document.roles(clauses[clause].verbs[verb].first as usize).has(Role::Past);
    let otherwise = |c: &Clause| {
        let goes_on = c.opener == Opener::Coordinator && c.parent == Some(clause);
        let done = |v: &Verb| v.tense == Tense::Past && v.first == c.first + 1 && !v.meaning.has(Role::Plan);
        goes_on && c.finite().is_some_and(done)
    };
    was && clauses.get(clause + 1).is_some_and(otherwise)
}

/// Whether an infinitive is to be done by a time.
fn deadline(parted: &Parted<'_>, sentence: usize, mention: &Mention) -> bool {
    let clauses = parted.clauses(sentence);
    let weekday = |of: &Expr| matches!(of, Expr::Bare(Cycle::Weekday(_)));
    matches!(&mention.expr, Expr::Open(Bound::By, of) if weekday(of))
        && governor(clauses, mention.tokens.0 as usize)
            .is_some_and(|(clause, verb)| clauses[clause].verbs[verb].form == Form::Infinitive)
}

/// Whether a gerund behind a word like "since" governs a token: it tells what was.
fn is_linked(parted: &Parted<'_>, sentence: usize, token: usize) -> bool {
    let clauses = parted.clauses(sentence);
    let Some((clause, verb)) = governor(clauses, token) else { return false };
    let verb = &clauses[clause].verbs[verb];
    let word =
        (verb.first as usize).checked_sub(1).and_then(|i| parted.document.tokens.get(i)).map(|t| t.word);
    let since = |word| {
        let mut led = parted.language.relations.connectives(word).iter();
        led.any(|c| c.words.len() == 1 && c.relation == Relation::Since)
    };
    verb.form == Form::Gerund && word.is_some_and(since)
}

/// Whether a gerund in the past tense governs a token: "is accused of stealing a car in December".
fn is_charge(parted: &Parted<'_>, sentence: usize, token: usize) -> bool {
    let clauses = parted.clauses(sentence);
    governor(clauses, token).is_some_and(|(clause, verb)| {
        let verbs = &clauses[clause].verbs;
        let main = verbs[..verb].iter().rfind(|v| v.form == Form::Finite);
        verbs[verb].form == Form::Gerund
            && verbs[verb].tense == Tense::Past
            && main.is_some_and(|v| v.tense == Tense::Present)
    })
}

/// Whether something went on until a time that is over: "lived there until May", "had been in doubt until Tuesday", "was closed until
/// Tuesday, when crews came", but not "was closed until Friday".
fn lasted(parted: &Parted<'_>, sentence: usize, mention: &Mention) -> bool {
    if !matches!(mention.expr, Expr::Open(Bound::Until, _)) {
        return false;
    }
    let (document, language) = (parted.document, parted.language);
    let clauses = parted.clauses(sentence);
    governor(clauses, mention.tokens.0 as usize).is_some_and(|(clause, verb)| {
        let verb = &clauses[clause].verbs[verb];
        let active = !(verb.first..verb.head).any(|i| document.has(i as usize, Role::Be));
        let root = |at: u32| language.morphology.root(document.word(at as usize));
        let senses = &language.senses;
        // What then happened is told.
        let last = mention.tokens.1 as usize;
        let ended = document.is_comma(last)
            && clauses
                .iter()
                .any(|c| c.first as usize == last + 1 && c.finite().is_some_and(|v| v.tense == Tense::Past))
            && document.has(last + 1, Role::Subordinator);
        let had = Roles::of(&[Role::Have, Role::Past]);
        let been = verb.copula && document.roles(verb.first as usize).common(had) == had;
        ended
            || been
            || active
                && senses.goes_alone(root(verb.head))
                && !senses.reschedules(root(verb.head), || root(verb.last))
    })
}

/// Whether what was announced is to start at a time: "announced three days of mourning beginning on Sunday".
fn starts_ahead(parted: &Parted<'_>, sentence: usize, mention: &Mention) -> bool {
    const AHEAD: Roles = Roles::of(&[Role::Say, Role::Plan, Role::Promise, Role::Threat]);
    if !matches!(mention.expr, Expr::Open(Bound::From | Bound::Effective, _)) {
        return false;
    }
    let first = mention.tokens.0 as usize;
    let clauses = parted.clauses(sentence);
    let announced = governor(clauses, first).is_some_and(|(c, v)| clauses[c].verbs[v].meaning.any(AHEAD));
    // "ordered a curfew starting on Monday"
    let starting = (first.saturating_sub(2)..first).any(|i| parted.document.has(i, Role::Gerund));
    announced || starting
}

/// "is recovering after a fall on Sunday", "are top after Tuesday's win": what led to how things stand is over.
fn stands_after(parted: &Parted<'_>, sentence: usize, mention: &Mention) -> bool {
    let (document, first) = (parted.document, mention.tokens.0 as usize);
    let clauses = parted.clauses(sentence);
    let Some((clause, verb)) = governor(clauses, first) else { return false };
    let verb = &clauses[clause].verbs[verb];
    let stands = verb.form == Form::Finite
        && verb.tense == Tense::Present
        && (verb.copula || verb.progressive || !verb.meaning.has(Role::Schedule));
    let after = |i: usize| {
        let led = parted.language.relations.connectives(document.tokens[i].word).iter();
        document.has(i, Role::Linker)
            && led.into_iter().any(|c| c.words.len() == 1 && c.relation == Relation::After)
    };
    let plain = |&i: &usize| !document.is_comma(i);
    stands && (verb.last as usize..first).rev().take_while(plain).any(after)
}

/// "Ahead of Friday's summit, they agreed on Monday": what leads the sentence so is still to come.
fn is_ahead_of(parted: &Parted<'_>, sentence: usize, mention: &Mention) -> bool {
    let (document, first) = (parted.document, mention.tokens.0 as usize);
    let Some(body) = document.sentences.get(sentence).map(|s| s.body as usize) else { return false };
    let leads =
        |c: &Connective| c.relation == Relation::Before && c.words.len() > 1 && body + c.words.len() <= first;
    let led = parted.language.relations.connectives(document.tokens[body].word).iter();
    let of = if let Expr::Open(Bound::Before, of) = &mention.expr { of } else { &mention.expr };
    let weekday = matches!(of, Expr::Bare(Cycle::Weekday(_)));
    let plain = |i: usize| !document.is_comma(i);
    weekday && (body..first).all(plain) && led.into_iter().any(|c| leads(c) && document.reads(body, &c.words))
}

/// Whether something has been done "ahead of" a time, which is then still to come: "has raised $3m ahead of November's election".
fn leads_up(parted: &Parted<'_>, sentence: usize, mention: &Mention) -> bool {
    let document = parted.document;
    let first = mention.tokens.0 as usize;
    let of = match &mention.expr {
        Expr::Open(Bound::Before, of) => of,
        of => of,
    };
    if !of.lacks_year() {
        return false;
    }
    let end = first - usize::from(first > 0 && document.has(first - 1, Role::Determiner));
    let leads = |at: usize| {
        let word = document.tokens[at].word;
        parted.language.relations.connectives(word).iter().any(|c| {
            c.relation == Relation::Before && c.words.len() == end - at && document.reads(at, &c.words)
        })
    };
    (end.saturating_sub(CONNECTIVE)..end).any(leads) && {
        let clauses = parted.clauses(sentence);
        governor(clauses, first).is_some_and(|(clause, verb)| {
            let roles = document.roles(clauses[clause].verbs[verb].first as usize);
            roles.has(Role::Have) && roles.has(Role::Present)
        })
    }
}

/// "approved a plan to close the plant on Friday": what one plan is for has no weekday, and what was done about it has.
fn decided_on(parted: &Parted<'_>, sentence: usize, mention: &Mention) -> bool {
    /// The most words between the article of a plan and its noun: "a $700 billion plan".
    const DESCRIBED: usize = 5;
    if !matches!(mention.expr, Expr::Bare(Cycle::Weekday(_))) {
        return false;
    }
    let document = parted.document;
    let clauses = parted.clauses(sentence);
    let Some((clause, verb)) = governor(clauses, mention.tokens.0 as usize) else { return false };
    let verbs = &clauses[clause].verbs;
    let noun = (verbs[verb].first as usize).saturating_sub(1);
    let before = verbs[..verb].iter().rfind(|v| v.form == Form::Finite);
    let ahead = Roles::of(&[Role::Promise, Role::Plan, Role::Threat, Role::Say]);
    let done = before.filter(|v| v.tense == Tense::Past && !v.meaning.any(ahead));
    let one = |v: &Verb| {
        (v.last as usize..noun).rev().take(DESCRIBED).any(|i| document.has(i, Role::Determiner))
            && !document.is_plural(noun, parted.language)
            && !(v.last as usize..noun).any(|i| document.has(i, Role::Preposition))
    };
    let root = |v: &Verb| parted.language.morphology.root(document.word(v.head as usize));
    let voted = before.is_some_and(|v| {
        v.tense == Tense::Past && v.last == verbs[verb].first && parted.language.senses.decides(root(v))
    });
    verbs[verb].form == Form::Infinitive
        && (voted
            || document.roles(noun).any(Roles::of(&[Role::Plan, Role::Promise])) && done.is_some_and(one))
}

/// The day that a weekday counts from which was planned before the text was written: "met on Saturday to set up a watch. It was due
/// to start on Monday".
fn planned_then(
    parted: &Parted<'_>,
    sentence: usize,
    mention: &Mention,
    annotations: &[Annotation],
    published: Option<NaiveDate>,
) -> Option<NaiveDate> {
    if !matches!(mention.expr, Expr::Bare(Cycle::Weekday(_))) {
        return None;
    }
    let document = parted.document;
    let clauses = parted.clauses(sentence);
    let (clause, verb) = governor(clauses, mention.tokens.0 as usize)?;
    let verbs = &clauses[clause].verbs;
    let was = Roles::of(&[Role::Be, Role::Past]);
    let finite = verbs[..=verb].iter().rfind(|v| v.form == Form::Finite)?;
    let due = verbs[verb].tense == Tense::Future && document.roles(finite.first as usize).common(was) == was;
    let paragraph = document.sentences.get(sentence)?.paragraph;
    let beside = |a: &&Annotation| {
        let told = document.sentence_of(a.mention.tokens.0 as usize).and_then(|s| document.sentences.get(s));
        told.is_some_and(|s| s.paragraph == paragraph)
    };
    let last = annotations.last().filter(|a| due && beside(a) && a.when.grain <= Grain::Day)?;
    let day = last.when.interval.from.filter(|_| last.when.interval.is_closed())?.date();
    published.is_some_and(|published| day < published).then_some(day)
}

/// The day of the promise or plan that an infinitive hangs on: "promised in January to finish by June".
fn promised(
    parted: &Parted<'_>,
    sentence: usize,
    mention: &Mention,
    annotations: &[Annotation],
    published: Option<NaiveDate>,
) -> Option<NaiveDate> {
    let (document, first) = (parted.document, mention.tokens.0 as usize);
    let months = |expr: &Expr| matches!(expr, Expr::Bare(Cycle::Month(_)) | Expr::Date(_));
    let coarse = match &mention.expr {
        Expr::Open(_, of) | Expr::Portion(_, of) => months(of),
        expr => months(expr),
    };
    // A sentence that told no date so far tells none of a promise.
    let begins = document.sentences.get(sentence)?.first;
    let told = || annotations.iter().rev().take_while(|a| a.mention.tokens.0 >= begins);
    if !coarse || !mention.expr.lacks_year() || told().next().is_none() {
        return None;
    }
    let clauses = parted.clauses(sentence);
    let (clause, verb) = governor(clauses, first)?;
    let verbs = &clauses[clause].verbs;
    let ahead = Roles::of(&[Role::Promise, Role::Plan, Role::Threat]);
    let hangs = verbs[verb].form == Form::Infinitive && verbs[verb].under.any(ahead);
    if !hangs {
        return None;
    }
    let finite = verbs[..verb].iter().rposition(|v| v.form == Form::Finite && v.tense == Tense::Past)?;
    let day = told()
        .take(NEAR)
        .filter(|a| {
            a.when.grain <= Grain::Month
                && governor(clauses, a.mention.tokens.0 as usize) == Some((clause, finite))
        })
        .find_map(|a| a.when.interval.from.filter(|_| a.when.interval.is_closed()))?
        .date();
    published.is_some_and(|published| day < published).then_some(day)
}
