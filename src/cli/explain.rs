//! `dateline explain`: how a sentence is read, step by step.

use super::Outcome;
use super::options::Reading;
use super::output::Stdout;
use crate::error::Result;
use crate::lang::{Alone, Language, WordId};
use crate::render;
use crate::resolve::When;
use crate::segment::{Document, TokenKind, segment};
use crate::walk::{self, Publication};
use std::fmt::Write;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// A sentence
    #[arg(required = true)]
    text: String,

    #[command(flatten)]
    reading: Reading,
}

pub(super) fn run(args: &Args) -> Result<Outcome> {
    let policy = args.reading.policy()?;
    let published = args.reading.published()?;
    let language = args.reading.language()?;
    let document = segment(&args.text, language);
    let mut out = Stdout::new();
    out.line("tokens")?;
    for (n, token) in document.tokens.iter().enumerate() {
        let readings = readings(&document, n, language);
        let dots = if readings.is_empty() { "" } else { "  " };
        out.line(
            format_args!("  {:<14}{dots}{readings}", token.span().of(&args.text)).to_string().trim_end(),
        )?;
    }
    let annotations = walk::annotate(&document, language, published.as_ref().map(Publication::from), &policy);
    if annotations.is_empty() {
        out.line("\nno expression of time")?;
    }
    for annotation in &annotations {
        let mention = &annotation.mention;
        out.line(format_args!("\n{}", mention.span.of(&args.text)))?;
        out.line(format_args!(
            "  rule        {} ({})",
            language.rule_name(mention.rule),
            language.rule_place(mention.rule)
        ))?;
        out.line(format_args!("  expression  {}", mention.expr))?;
        out.line(format_args!("  tense       {}", document.tense_at(mention.tokens.0 as usize, language)))?;
        out.line(time(&annotation.when, published.is_some()))?;
    }
    out.finish()?;
    Ok(Outcome::Fine)
}

/// The value, the interval, and the reasons.
fn time(when: &When, has_date: bool) -> String {
    let timex = when.timex();
    let mut text = format!("  value       {} {}", timex.kind, timex.value);
    if let Some(modifier) = timex.modifier {
        let _ = write!(text, " ({modifier})");
    }
    if when.is_dated() {
        let side = |at: Option<chrono::NaiveDateTime>| {
            at.map_or("…".to_owned(), |at| at.format("%Y-%m-%d %H:%M").to_string())
        };
        let _ = write!(text, "\n  interval    [{}, {})", side(when.interval.from), side(when.interval.to));
        let _ = write!(text, "\n  means       {}, {}", render::label(when), when.certainty);
    } else if !has_date {
        text.push_str("\n  means       nothing yet: give a publication date with --published YYYY-MM-DD");
    }
    for reason in when.why.sentences() {
        let _ = write!(text, "\n  because     {reason}");
    }
    text
}

/// What the lexicon says of a token: readings with their class, and roles in the sentence.
fn readings(document: &Document<'_>, index: usize, language: &Language) -> String {
    let Some(token) = document.tokens.get(index) else { return String::new() };
    if token.kind == TokenKind::Number {
        return "number".to_owned();
    }
    let mut parts: Vec<String> = Vec::new();
    if token.word != WordId::UNKNOWN {
        for reading in language.lexicon.readings(token.word) {
            let class = language.lexicon.class_name(reading.class);
            let mark = match reading.alone {
                Alone::Always => "",
                Alone::Led => "?",
                Alone::Never => "!",
            };
            parts.push(format!("{class}{mark}"));
        }
    }
    let roles = document.roles(index);
    parts.extend(crate::lang::Role::ALL.iter().filter(|r| roles.has(**r)).map(|r| r.name().to_owned()));
    parts.dedup();
    parts.join(", ")
}
