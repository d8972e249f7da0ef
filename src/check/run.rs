//! Running a case: what is found, and whether that is what is expected.

use super::case::{Case, Subject};
use super::compare::{self, Complaint, Entries};
use crate::Resolver;
use crate::article::Article;
use crate::error::{Error, Result};
use crate::events::Status;
use crate::expression::Expr;
use crate::lang::Language;
use crate::recognise::Annotation;
use crate::resolve::{Policy, When};
use crate::segment::segment;
use crate::span::Span;
use crate::timeline::Entry;
use crate::walk::{self, Publication};

/// A case that was run.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Checked<'a> {
    /// The case.
    pub case: &'a Case,
    /// Whether it holds.
    pub verdict: Verdict,
    /// What was found in the text, or the dated entries of the article.
    pub found: Vec<Found>,
    /// What is not as expected.
    pub complaints: Vec<Complaint>,
    /// The article that was read, where one was.
    pub article: Option<Article>,
}

/// How a case ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Verdict {
    /// As expected.
    Passed,
    /// Not as expected.
    Failed,
    /// Not as expected, and known to be so.
    KnownGap,
    /// As expected, though said to fail: the mark must go.
    GapClosed,
}

impl Verdict {
    /// Whether the case is no finding.
    pub const fn is_fine(self) -> bool {
        matches!(self, Verdict::Passed | Verdict::KnownGap)
    }

    /// As printed in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Verdict::Passed => "passed",
            Verdict::Failed => "failed",
            Verdict::KnownGap => "known-gap",
            Verdict::GapClosed => "gap-closed",
        }
    }
}

/// One expression of a text, or one entry of a timeline.
///
/// ```
/// use dateline::{check::{self, Format, Found}, lang::Language, resolve::Policy};
///
/// let file = check::read("desk.csv", "published,text,expect\n2025-11-20,They met Friday.,2025-11-14", Format::Csv)?;
/// let no_articles = |_: &str| unreachable!("no case names an article");
/// let checked = check::run(&file.cases[0], Language::english(), &Policy::default(), &no_articles)?;
/// let found: &Found = &checked.found[0];
/// assert_eq!((found.text.as_str(), found.when.edtf().as_str()), ("Friday", "2025-11-14"));
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Found {
    /// Where it stands in the text; of an entry, the expression that dates it, or else its clause.
    pub span: Span,
    /// As printed; of an entry, its headline.
    pub text: String,
    /// What it means.
    pub when: When,
    /// What was said; `None` of entries.
    pub expr: Option<Expr>,
    /// The rule that found it, with its place; empty of entries.
    pub rule: String,
    /// Whether it happened, is planned, …; `None` of expressions.
    pub status: Option<Status>,
}

/// Reads the article behind a path of a case.
pub type Open<'a> = dyn Fn(&str) -> Result<Article> + 'a;

/// Runs a case.
///
/// A single expectation is that of the text's first expression; a list names all of them.
///
/// # Errors
///
/// When an article cannot be read.
pub fn run<'a>(case: &'a Case, language: &Language, policy: &Policy, open: &Open<'_>) -> Result<Checked<'a>> {
    let (path, entries, others) = match &case.subject {
        Subject::Text(text) => {
            let found = find(text, case, language, policy);
            let cure = case.published.is_none().then_some("give `published`");
            let complaints = compare::text(&case.expect, &case.place.expect, &found, cure);
            return Ok(judged(case, found, complaints, None));
        }
        Subject::Article { path, entries, others } => (path, entries, *others),
    };
    let mut article = open(path)?;
    if let Some(published) = &case.published {
        article.published = Some(published.clone());
    }
    if article.published.is_none() {
        let message = "no publication date: the article does not say it; give `published`";
        return Err(Error::unpublished(message).at(path));
    }
    let timeline = walk::timeline(std::slice::from_ref(&article), language, policy)?;
    let found: Vec<Found> = timeline.entries.iter().map(of_entry).collect();
    let texts = timeline.entries.iter().map(|entry| entry.text.as_str()).collect();
    let complaints = compare::entries(entries, &Entries { found: &found, texts }, others);
    Ok(judged(case, found, complaints, Some(article)))
}

/// Runs a case whose text a resolver reads.
pub(super) fn run_with<'a>(case: &'a Case, text: &str, resolver: &Resolver) -> Checked<'a> {
    let found = resolver.annotate(text).into_iter();
    let found: Vec<_> = found.map(|annotation| of_annotation(annotation, text, resolver.reads())).collect();
    let cure = (resolver.dated().is_none()).then_some("give it with `Resolver::on`");
    let complaints = compare::text(&case.expect, &case.place.expect, &found, cure);
    judged(case, found, complaints, None)
}

fn judged(
    case: &Case,
    found: Vec<Found>,
    complaints: Vec<Complaint>,
    article: Option<Article>,
) -> Checked<'_> {
    let verdict = match (complaints.is_empty(), &case.known_gap) {
        (true, None) => Verdict::Passed,
        (true, Some(_)) => Verdict::GapClosed,
        (false, None) => Verdict::Failed,
        (false, Some(_)) => Verdict::KnownGap,
    };
    Checked { case, verdict, found, complaints, article }
}

fn find(text: &str, case: &Case, language: &Language, policy: &Policy) -> Vec<Found> {
    let document = segment(text, language);
    let published = case.published.as_ref().map(Publication::from);
    let found = walk::annotate_in(&document, language, published, policy, case.tense).into_iter();
    found.map(|annotation| of_annotation(annotation, text, language)).collect()
}

fn of_annotation(annotation: Annotation, text: &str, language: &Language) -> Found {
    let Annotation { mention, when, .. } = annotation;
    Found {
        span: mention.span,
        text: mention.span.of(text).to_owned(),
        rule: format!("{} ({})", language.rule_name(mention.rule), language.rule_place(mention.rule)),
        expr: Some(mention.expr),
        when,
        status: None,
    }
}

fn of_entry(entry: &Entry) -> Found {
    let first = entry.mentions.first();
    let span = first.map(|telling| telling.expression.as_ref().map_or(telling.span, |phrase| phrase.span));
    Found {
        span: span.unwrap_or_default(),
        text: entry.headline.clone(),
        when: entry.when.clone(),
        expr: None,
        rule: String::new(),
        status: Some(entry.status),
    }
}
