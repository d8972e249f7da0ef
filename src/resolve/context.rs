//! What resolution is told besides the expression: when the article was published, what was said before, and how to read.

use super::{Cell, Policy, When};
use crate::expression::Tense;
use chrono::{NaiveDate, NaiveDateTime};

/// The context that an expression is resolved in.
///
/// ```
/// use dateline::{expression::Tense, resolve::{Context, Policy, resolve}};
///
/// let published = chrono::NaiveDate::from_ymd_opt(2025, 11, 20).expect("a date");
/// let policy = Policy::default();
/// let will = Context { tense: Tense::Future, ..Context::on(published, &policy) };
/// assert_eq!(resolve(&"bare(fri)".parse()?, &will).edtf(), "2025-11-21");
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The publication date, a calendar day in the article's own zone; without one only absolute expressions resolve.
    pub published: Option<NaiveDate>,
    /// Wall-clock time of publication, where known.
    pub clock: Option<NaiveDateTime>,
    /// The article's zone, in minutes east of UTC, where known.
    pub zone: Option<i32>,
    /// The last date that the text mentioned.
    pub last: Option<&'a When>,
    /// The last day, or time of a day, that the text mentioned.
    pub last_day: Option<&'a When>,
    /// The quarter that "the quarter" means: the last one that the text mentioned.
    pub quarter: Option<Cell>,
    /// The sentence compares quarters, so that "a year ago" in it is a quarter, too.
    pub compares_quarters: bool,
    /// Tense of the verb that governs the expression.
    pub tense: Tense,
    /// The tense is given from outside, not taken from a verb, and so holds however far it leads.
    pub tense_is_given: bool,
    /// The verb is denied: "had not told".
    pub negated: bool,
    /// The text is a narrative: dates without a year carry on from the last date mentioned.
    pub narrative: bool,
    /// How to read what may be read in several ways.
    pub policy: &'a Policy,
}

impl<'a> Context<'a> {
    /// A context without discourse or tense.
    pub const fn on(published: NaiveDate, policy: &'a Policy) -> Self {
        Context {
            published: Some(published),
            clock: None,
            zone: None,
            last: None,
            last_day: None,
            quarter: None,
            compares_quarters: false,
            tense: Tense::None,
            tense_is_given: false,
            negated: false,
            narrative: false,
            policy,
        }
    }
}
