//! How a narrative leads on: dates without a year count from what was told last, and looking back does not move the story.
//!
//! Input: an expression and what was told before. Output: its time, and whether the story goes on from there.
//! Knows nothing of news, which count from publication.

use crate::expression::{Anchor, Cycle, DateFields, Expr, Grain, Tense};
use crate::lang::{Role, Roles};
use crate::recognise::Mention;
use crate::resolve::{Context, Telling, When, days_between, onward, resolve};
use crate::segment::{Document, TokenKind};
use chrono::Datelike;

/// Within how many days of its publication news names days without their year.
const NEWS_DAYS: i64 = 31;

/// Within how many days news goes on in an earlier year.
const SOON: i64 = 100;

/// A story does not go so many years back for good.
const REMOTE_YEARS: i32 = 100;

/// How far an expression stands from the date told last.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Apart {
    /// In its sentence, or the next ones of its paragraph where the date leads: "In 1934 it was built. In May, …".
    No,
    /// In another sentence of its paragraph.
    Sentence,
    /// In another paragraph.
    Paragraph,
}

/// A story looks back, and goes on where it stood: "the previous year", "under the 1978 treaty", "a leader of the August 1792
/// uprising", "as in 1614" of a time generations later.
pub(super) fn looks_back(
    document: &Document<'_>,
    mention: &Mention,
    when: &When,
    last: Option<&When>,
) -> bool {
    let (first, last_token) = (mention.tokens.0 as usize, mention.tokens.1 as usize);
    match &mention.expr {
        Expr::Which { step, from: Anchor::Discourse, .. } => *step < 0,
        Expr::Date(DateFields { year: Some(_), month, day: None, .. }) => {
            let attributive = document.has(first.wrapping_sub(1), Role::Determiner)
                && document.tokens.get(last_token).is_some_and(|t| t.kind == TokenKind::Word)
                && !document.roles(last_token).any(Roles::FUNCTION);
            let year = |when: &When| when.anchor()?.from.map(|from| from.year());
            let remote =
                last.and_then(year).zip(year(when)).is_some_and(|(told, year)| told - year > REMOTE_YEARS);
            match month {
                None => attributive || remote,
                Some(_) => attributive && last.is_some_and(|last| goes_back(when, last)),
            }
        }
        _ => false,
    }
}

/// Whether a time lies before what was told last.
pub(super) fn goes_back(when: &When, last: &When) -> bool {
    let ends = when.anchor().and_then(|i| Some(i.to?.date()));
    let stood = last.anchor().and_then(|i| Some(i.from?.date()));
    ends.zip(stood).is_some_and(|(ends, stood)| ends <= stood)
}

/// In a narrative dates without a year count from the last date mentioned, not from publication; but what is planned does
/// not, nor anything that would then lie after publication, such as the news at the head of an obituary. Where the date told
/// last looked back from another in its paragraph, `left`, the story may go on from there: of the two the nearer one is meant.
/// News that tells a long story returns to its own days with a weekday, with a new paragraph, and behind a year with a new sentence.
pub(super) fn carried_on(
    expr: &Expr,
    context: &Context<'_>,
    telling: Telling,
    left: Option<&When>,
    apart: Apart,
) -> Option<When> {
    // "this July", "last month"
    let deictic = matches!(
        expr,
        Expr::Which { from: Anchor::Publication, .. } | Expr::Shift { from: Anchor::Publication, .. }
    );
    // "was given to the museum in 1934. // Tests carried out in March", "She retired in 2010. In an interview in January": a year alone
    // holds as far as its sentence, or its paragraph where it leads. "born on May 3, 1931, and died on Tuesday": a paper's weekday is its
    // own.
    let returns = || match expr {
        Expr::Bare(Cycle::Month(_)) => {
            apart != Apart::No && context.last.is_some_and(|last| last.grain >= Grain::Year)
        }
        Expr::Bare(Cycle::Weekday(_)) => true,
        _ => false,
    };
    // "a landslide in February 2020 … was introduced on Dec. 9": of a day so near its publication a paper need not say the year.
    let of_these_days = || {
        let news = resolve(expr, &Context { narrative: false, ..*context });
        let day = matches!(expr, Expr::Date(DateFields { year: None, month: Some(_), day: Some(_), .. }));
        let (from, published) = (news.interval.from.map(|from| from.date()), context.published);
        day && from.zip(published).is_some_and(|(from, day)| days_between(from, day).abs() <= NEWS_DAYS)
    };
    let returns = || returns() || of_these_days();
    // "this July" is the writer's, in a history as well.
    let named = matches!(
        expr,
        Expr::Which { step: 0, from: Anchor::Publication, of: Cycle::Month(_) | Cycle::Season(_) }
    );
    if named || telling == Telling::Story && (deictic || returns()) {
        return None;
    }
    let here = carried_from(expr, context, telling, context.last?)?;
    let there =
        left.filter(|_| expr.lacks_year()).and_then(|left| carried_from(expr, context, telling, left));
    let far = |when: &When, from: Option<&When>| {
        Some(onward(from?.anchor()?.from?.date(), when.interval.from?.date()))
    };
    let nearer = there
        .filter(|there| far(there, left).is_some_and(|d| far(&here, context.last).is_none_or(|o| d < o)));
    Some(nearer.unwrap_or(here))
}

/// In news, a date that follows soon on one of an earlier year in its sentence is of that year: "The trial began in March 2023, and
/// he resigned on April 7".
pub(super) fn follows_soon(expr: &Expr, context: &Context<'_>, beside: bool) -> Option<When> {
    let dated = matches!(
        expr,
        Expr::Bare(Cycle::Month(_))
            | Expr::Date(DateFields { year: None, month: Some(_), weekday: None, .. })
    );
    if !dated || !beside || context.tense != Tense::Past {
        return None;
    }
    let (last, published) = (context.last?, context.published?);
    let told = last.anchor().filter(|i| i.is_closed() && last.grain <= Grain::Month)?.from?.date();
    if told.year() >= published.year() {
        return None;
    }
    let when =
        resolve(expr, &Context { published: Some(told), clock: None, tense: Tense::Future, ..*context });
    let days = days_between(told, when.interval.from?.date());
    (0..=SOON).contains(&days).then_some(when)
}

fn carried_from(expr: &Expr, context: &Context<'_>, telling: Telling, last: &When) -> Option<When> {
    // A weekday lies beside a day; a year or a month that was told says nothing of the week.
    if matches!(expr, Expr::Bare(Cycle::Weekday(_))) && last.grain >= Grain::Month {
        return None;
    }
    let told = last.anchor()?.from?.date();
    let planned = telling == Telling::Story && context.tense == Tense::Future;
    if telling == Telling::News || planned || !(telling == Telling::History || expr.lacks_year()) {
        return None;
    }
    let when = resolve(expr, &Context { published: Some(told), clock: None, ..*context });
    let published = context.published?;
    (when.interval.from.is_none_or(|from| from.date() <= published)).then_some(when)
}
