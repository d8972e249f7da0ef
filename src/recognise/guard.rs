//! What may stand around an expression: guards against parts of names, codes, scores and sums.

use super::around::Around;
use super::chart::{Constituent, Meaning};
use crate::expression::unit::names;
use crate::expression::{Anchor, Bound, Cycle, DateFields, Expr, Fuzzy, Tense, Unit, Year};
use crate::lang::{Alone, Language};
use crate::segment::Document;

names! {
    /// Why what a rule found is no expression of time where it stands.
    Guard in "dateline::recognise" {
        /// A letter, a digit or a mark is glued to it, as in codes, scores and sums.
        Glued = "glued",
        /// The word has another sense, and nothing before it says that time is meant.
        NotLed = "not-led",
        /// A number that counts something, or that nothing marks as a year.
        NoYear = "no-year",
        /// Its last number counts what follows.
        Counts = "counts",
        /// A noun follows that it describes.
        BeforeNoun = "before-noun",
        /// Its last word has another sense.
        Unclear = "unclear",
        /// A part of a name or a title.
        Name = "name",
        /// The verb tells what was, and it looks ahead.
        Past = "past",
        /// A word of time only before a noun, and none follows.
        LacksNoun = "lacks-noun",
        /// It says how often, as a price does.
        Rate = "rate",
        /// A number follows with which it would be another date.
        BeforeNumber = "before-number",
        /// What follows says what it is of, which a time has not.
        OfSomething = "of-something",
        /// It says who or what did something, and by when nothing: "hit by Wednesday's storm".
        Agent = "agent",
        /// Its first word is a verb there: "may last two months".
        Verb = "verb",
        /// It says how long a record stood, and nothing of what is ahead: "the highest in 22 years".
        Record = "record",
    }
}

/// Why a constituent may be no expression of its own; `None` where it may.
pub(super) fn refuses(found: &Constituent, document: &Document<'_>, language: &Language) -> Option<Guard> {
    let around = Around { document, language, first: found.span.0, last: found.span.1 };
    let unless = |holds: bool, guard: Guard| (!holds).then_some(guard);
    let Meaning::Expr(expr) = &found.meaning else {
        // "32 August" is no time, but "1957 may" is no day of May either.
        return unless(!around.starts_in_number() || around.ends_in_a_clear_word(), Guard::Unclear);
    };
    unless(around.stands_free(), Guard::Glued)
        .or_else(|| match found.alone {
            Alone::Always => None,
            Alone::Led => unless(around.is_led() || around.is_listed(expr), Guard::NotLed),
            Alone::Never => unless(around.is_listed(expr), Guard::NotLed),
        })
        .or_else(|| match expr {
            Expr::Date(DateFields {
                year: Some(Year::Full(year)),
                month: None,
                day: None,
                weekday: None,
            }) => unless(around.is_year(*year), Guard::NoYear),
            // "About 1500 people": a sum is hedged more often than a year.
            Expr::Hedged(_, of) if matches!(**of, Expr::Date(DateFields { month: None, day: None, .. })) => {
                unless(!around.is_counted(), Guard::Counts)
            }
            Expr::Date(DateFields { day: Some(_), month: None, weekday: None, .. }) => {
                unless(around.ends_phrase(), Guard::BeforeNoun)
            }
            // "announced on Tuesday the first results"
            Expr::Date(DateFields { day: Some(_), month: None, .. }) => unless(
                around.ends_in_number() && !around.is_counted() || around.ends_phrase(),
                Guard::BeforeNoun,
            ),
            Expr::Date(DateFields { day: Some(_), .. }) => unless(!around.is_counted(), Guard::Counts),
            // "the coldest February in a century", "the highest in about 22 years"
            _ if looks_ahead(expr) => unless(!around.ends_a_record(), Guard::Record),
            // "born in 1957 may apply", "built before 1978 may" tell of no May.
            _ if is_month_of_a_year(expr) => unless(around.ends_in_a_clear_word(), Guard::Unclear),
            // "this may be" is no month; "this May" is.
            Expr::Which { of: Cycle::Month(_), .. } => unless(around.ends_in_a_clear_word(), Guard::Unclear),
            // "Person of the Year", "the Year III" of a calendar: names.
            // "the quarter-final", "the year-round school": the word goes on.
            Expr::Which { step: 0, of: Cycle::Unit(_), from: Anchor::Discourse } => {
                unless(!around.ends_in_a_capital_of_its_own(), Guard::Name)
                    .or_else(|| unless(!around.goes_on_behind_a_hyphen(), Guard::Glued))
            }
            Expr::Bare(Cycle::Weekday(_)) => unless(!around.is_titled(), Guard::Name),
            // "Christmas Island"
            Expr::Bare(Cycle::Holiday(_)) => unless(!around.is_before_a_name(), Guard::Name),
            // "USA Today", "NBC's Today show"
            Expr::Which { step: 0, of: Cycle::Unit(Unit::Day), from: Anchor::Publication } => {
                unless(!around.is_capital_inside(), Guard::Name)
            }
            // "soon" of what is past is no reference to the future.
            Expr::Fuzzy(Fuzzy::Future) if found.span.1 - found.span.0 == 1 => {
                unless(document.tense_at(found.span.0 as usize, language) != Tense::Past, Guard::Past)
            }
            Expr::Fuzzy(_) => unless(!around.is_capital_inside(), Guard::Name)
                .or_else(|| unless(around.has_its_noun(), Guard::LacksNoun)),
            Expr::Window { .. } => unless(!around.is_led_by_a_verb(), Guard::Verb),
            Expr::Duration(_) => unless(!around.is_rate(), Guard::Rate),
            Expr::Open(Bound::By | Bound::From, _) => unless(!around.owns(), Guard::Agent),
            Expr::Bare(Cycle::Month(_)) if around.is_somebody() => Some(Guard::Name),
            Expr::Bare(Cycle::Month(_) | Cycle::Season(_)) => unless(around.is_no_name(), Guard::Name)
                .or_else(|| unless(!around.is_before_number(), Guard::BeforeNumber))
                .or_else(|| unless(!around.is_of_something(), Guard::OfSomething))
                .or_else(|| {
                    unless(
                        !(matches!(expr, Expr::Bare(Cycle::Season(_))) && around.is_a_kind()),
                        Guard::BeforeNoun,
                    )
                }),
            _ => None,
        })
}

/// Whether an expression counts ahead from publication: "in 22 years", "February in a century".
fn looks_ahead(expr: &Expr) -> bool {
    match expr {
        Expr::In(_) => true,
        Expr::Hedged(_, of) => matches!(**of, Expr::In(_)),
        Expr::Join(coarse, _) => matches!(**coarse, Expr::Shift { from: Anchor::Publication, .. }),
        _ => false,
    }
}

/// Whether an expression is of a month of a year, or of what such a month bounds.
fn is_month_of_a_year(expr: &Expr) -> bool {
    match expr {
        Expr::Open(_, of) => matches!(**of, Expr::Join(..)) && is_month_of_a_year(of),
        Expr::Join(_, of) => matches!(**of, Expr::Bare(Cycle::Month(_))),
        _ => false,
    }
}
