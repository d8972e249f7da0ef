//! Room 3: what the text says of time.
//!
//! Input: a document. Output: [`Mention`]s, each an expression with where it stands.
//! Knows nothing of publication dates: no mention has a time yet.

mod ahead;
mod around;
mod chart;
mod class;
mod guard;
mod list;
mod memo;
mod number;
mod way;
mod yearly;

use crate::expression::{Cycle, DateFields, Expr};
use crate::lang::{Language, Role, RuleId};
use crate::resolve::When;
use crate::segment::Document;
use crate::sorting;
use crate::span::Span;
use chart::{Chart, Constituent, Meaning};
pub use guard::Guard;
pub use yearly::yearly;

/// An expression of time, found in a text.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Mention {
    /// Where it stands.
    pub span: Span,
    /// Its tokens, first and after the last, as indices into [`Document::tokens`].
    pub tokens: (u32, u32),
    /// What it says.
    pub expr: Expr,
    /// The rule that found it.
    pub rule: RuleId,
    /// Where both ends stand, where a range has complete expressions for ends ("from **Monday** to **Wednesday**").
    pub ends: Option<[Span; 2]>,
}

/// A mention with the time that it resolved to.
///
/// ```
/// use dateline::{Resolver, recognise::Annotation};
///
/// let found: Vec<Annotation> = Resolver::on("2025-11-20")?.annotate("They met on Friday.");
/// assert_eq!((found[0].mention.expr.to_string(), found[0].when.edtf()), ("bare(fri)".into(), "2025-11-14".into()));
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Annotation {
    /// The mention.
    pub mention: Mention,
    /// Its time.
    pub when: When,
    /// It states the document's own publication, in a line of its own; TimeML's `functionInDocument`.
    pub is_creation_time: bool,
}

/// What might have been an expression of time, or another one, and is not.
///
/// ```
/// use dateline::{lang::Language, recognise::{Guard, Rejected, Rejection, survey}, segment::segment};
///
/// let english = Language::english();
/// let rejected = |text: &str| survey(&segment(text, english), english).1;
/// let minutes: Rejected = rejected("She told 60 Minutes.").remove(0);
/// assert_eq!((english.rule_name(minutes.rule), minutes.why), ("programme", Rejection::Never));
/// assert_eq!(rejected("May the minister said no.")[0].why, Rejection::Guarded(Guard::NotLed));
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Rejected {
    /// Where it stands.
    pub span: Span,
    /// The rule that read it.
    pub rule: RuleId,
    /// What it would have said; `None` of what a rule says is no time.
    pub expr: Option<Expr>,
    /// Why it is not.
    pub why: Rejection,
}

/// Why a reading was rejected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Rejection {
    /// The rule says that such words are no time.
    Never,
    /// What stands around it speaks against it.
    Guarded(Guard),
    /// Another rule reads the same words more simply, or stands before it.
    Outranked,
}

/// Finds every expression of time, from left to right, longest first.
///
/// Mentions are sorted and disjoint.
///
/// ```
/// use dateline::{lang::Language, recognise::{Mention, recognise}, segment::segment};
///
/// let text = "It opened three weeks ago and closes in May.";
/// let found: Vec<Mention> = recognise(&segment(text, Language::english()), Language::english());
/// let read: Vec<_> = found.iter().map(|m| (m.span.of(text), m.expr.to_string())).collect();
/// assert_eq!(read, [("three weeks ago", "shift(-3 week)".to_owned()), ("May", "bare(may)".to_owned())]);
/// ```
pub fn recognise(document: &Document<'_>, language: &Language) -> Vec<Mention> {
    scan(document, language, None).0
}

/// As [`recognise`], with what was rejected on the way.
///
/// ```
/// use dateline::{lang::Language, recognise::{Guard, Rejection, survey}, segment::segment};
///
/// let english = Language::english();
/// let (mentions, rejected) = survey(&segment("They met on February 30, not in May.", english), english);
/// assert_eq!((mentions.len(), rejected.len()), (1, 1));
/// assert_eq!(rejected[0].why, Rejection::Guarded(Guard::BeforeNumber));
/// ```
pub fn survey(document: &Document<'_>, language: &Language) -> (Vec<Mention>, Vec<Rejected>) {
    let mut rejected = Vec::new();
    let mentions = scan(document, language, Some(&mut rejected)).0;
    // What was rejected within a longer expression is no alternative to it.
    rejected.retain(|it| {
        mentions
            .iter()
            .all(|m| !m.span.overlaps(it.span) || m.span == it.span && it.expr.as_ref() != Some(&m.expr))
    });
    // What took the words comes before what it took them from.
    sorting::sort_by_key(&mut rejected, |it| (it.span.start, it.span.end, it.why != Rejection::Never));
    (mentions, rejected)
}

/// As [`recognise`]; also counts the steps taken.
fn scan(
    document: &Document<'_>,
    language: &Language,
    mut rejected: Option<&mut Vec<Rejected>>,
) -> (Vec<Mention>, u64) {
    let mut chart = Chart::new(document, language);
    /// Few texts have more expressions.
    const TOKENS: usize = 32;
    let mut mentions = Vec::with_capacity(document.tokens.len() / TOKENS);
    let mut at = 0;
    while let Some((opener, found)) = chart.next(at) {
        at = opener + 1;
        let best = best(&chart, found, document, language);
        if let Some(rejected) = rejected.as_deref_mut() {
            reject(&mut chart, at - 1, best.as_ref(), (document, language), rejected);
        }
        let Some(best) = best else { continue };
        // What starts behind the context may reach further than what the context led to.
        if best.span.0 >= at && {
            let found = chart.at(best.span.0);
            self::best(&chart, found, document, language).is_some_and(|b| b.span.1 > best.span.1)
        } {
            at = best.span.0;
            continue;
        }
        at = best.end.max(best.span.1);
        let span = |tokens| bytes(document, tokens);
        if let Meaning::Expr(expr) = best.meaning {
            let mention = Mention {
                span: span(best.span),
                tokens: best.span,
                expr,
                rule: best.rule,
                ends: best.ends.map(|[a, b]| [span(a), span(b)]),
            };
            let taken = mentions.last().map_or(0, |m: &Mention| m.tokens.1);
            mentions.extend(
                list::with_listed(mention, document, language).into_iter().filter(|m| m.tokens.0 >= taken),
            );
            at = mentions.last().map_or(at, |m| m.tokens.1.max(at));
        }
        if document.tokens.get(at as usize).is_some_and(|t| t.breaks > 1) {
            chart.forget();
        }
    }
    share_years(&mut mentions, document, language);
    (mentions, chart.steps)
}

/// Where tokens stand.
fn bytes(document: &Document<'_>, (first, last): (u32, u32)) -> Span {
    let start = document.tokens.get(first as usize).map_or(0, |t| t.start);
    let end = document.tokens.get((last as usize).saturating_sub(1)).map_or(start, |t| t.end);
    Span::new(start, end)
}

/// Notes what starts at a token and is not the best of it: what is no time, what a guard refuses, and other readings of the
/// same words.
fn reject(
    chart: &mut Chart<'_>,
    at: u32,
    best: Option<&Constituent>,
    (document, language): (&Document<'_>, &Language),
    rejected: &mut Vec<Rejected>,
) {
    let (first, last) = chart.at(at);
    let all = (first..last).filter_map(|n| chart.get(n));
    // The longest that a guard refuses; what it holds is refused with it.
    let mut guarded: Option<(&Constituent, Guard)> = None;
    let mut note = |found: &Constituent, why| {
        let expr = match &found.meaning {
            Meaning::Expr(expr) => Some(expr.clone()),
            Meaning::Never => None,
        };
        let new = Rejected { span: bytes(document, found.span), rule: found.rule, expr, why };
        if !rejected.contains(&new) {
            rejected.push(new);
        }
    };
    for found in all {
        if best.is_some_and(|best| best == found) {
            if found.meaning == Meaning::Never {
                note(found, Rejection::Never);
            }
        } else if let Some(guard) = guard::refuses(found, document, language) {
            let is_longer = guarded.is_none_or(|(longest, _)| found.span.1 > longest.span.1);
            if is_longer && best.is_none_or(|best| found.span.1 > best.span.1) {
                guarded = Some((found, guard));
            }
        } else if best.is_some_and(|best| best.span == found.span && best.meaning != found.meaning) {
            note(found, Rejection::Outranked);
        }
    }
    if let Some((found, guard)) = guarded {
        note(found, Rejection::Guarded(guard));
    }
}

/// "August and September 1914", "May 3, June 5 and July 7, 1998": what is listed shares the year that stands last.
fn share_years(mentions: &mut [Mention], document: &Document<'_>, language: &Language) {
    for n in (1..mentions.len()).rev() {
        let (before, after) = mentions.split_at_mut(n);
        let (Some(first), Some(last)) = (before.last_mut(), after.first()) else { continue };
        let Expr::Date(DateFields { year: Some(year), month: Some(_), day, .. }) = last.expr else {
            continue;
        };
        let listed = last.tokens.0.checked_sub(first.tokens.1) == Some(1)
            && document.tokens.get(first.tokens.1 as usize).is_some_and(|t| {
                language.lexicon.roles(t.word).has(Role::Coordinator) || t.span().of(document.text) == ","
            });
        if !listed {
            continue;
        }
        match &mut first.expr {
            Expr::Bare(Cycle::Month(month)) if day.is_none() => {
                first.expr =
                    Expr::Date(DateFields { year: Some(year), month: Some(*month), ..DateFields::default() });
            }
            Expr::Date(fields) if fields.year.is_none() && fields.day.is_some() == day.is_some() => {
                fields.year = Some(year);
            }
            _ => {}
        }
    }
}

/// The longest acceptable expression of those in a range of the chart; of equally long ones that with the most context behind it, then
/// the simplest, then that of the first rule.
fn best(
    chart: &Chart<'_>,
    (first, last): (usize, usize),
    document: &Document<'_>,
    language: &Language,
) -> Option<Constituent> {
    let mut best: Option<&Constituent> = None;
    for n in first..last {
        let Some(found) = chart.get(n) else { continue };
        let better = best.is_none_or(|b| {
            (found.span.1, found.end, b.size, b.rank) > (b.span.1, b.end, found.size, found.rank)
        });
        if better && guard::refuses(found, document, language).is_none() {
            best = Some(found);
        }
    }
    best.cloned()
}

#[cfg(test)]
mod tests {
    use super::scan;
    use crate::lang::Language;
    use crate::segment::segment;

    /// Steps taken over `unit` repeated `n` times.
    fn steps(unit: &str, n: usize) -> u64 {
        let text = unit.repeat(n);
        scan(&segment(&text, Language::english()), Language::english(), None).1
    }

    #[test]
    fn work_grows_with_the_text_and_no_faster() {
        let units = [
            "The council met on Monday and will vote on Friday, Nov. 21, 2025. ",
            "on on on May May ",
            "from from Monday to to Friday ",
            "the first Tuesday of the second week of the third quarter of ",
            "one hundred and five thousand and ",
            "two days before the day after ",
            "1/2/3-4.5:6 ",
            "May ",
            "12",
            "a ",
        ];
        for unit in units {
            let [one, two, four] = [64, 128, 256].map(|n| steps(unit, n));
            assert!(two <= 2 * one + one / 4 + 64, "{unit}: {one} steps, then {two}");
            assert!(four <= 2 * two + two / 4 + 64, "{unit}: {two} steps, then {four}");
        }
    }
}
