//! `dateline explain`: how a sentence is read, step by step, as a drawing or as JSON.

use super::Outcome;
use super::options::{self, Reading};
use super::output::{self, Stdout};
use crate::error::Result;
use crate::lang::{Alone, Language, Role, WordId};
use crate::recognise::Annotation;
use crate::render::{self, json};
use crate::resolve::{Reason, When};
use crate::segment::{Document, TokenKind, segment};
use crate::span::{CharOffsets, Span};
use crate::walk::{self, Publication};
use serde::Serialize;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// A sentence
    #[arg(required = true)]
    text: String,

    #[command(flatten)]
    reading: Reading,

    /// Format of the output: text or json
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: String,
}

pub(super) fn run(args: &Args) -> Result<Outcome> {
    let policy = args.reading.policy()?;
    let published = args.reading.published()?;
    let language = args.reading.language()?;
    let document = segment(&args.text, language);
    let annotations = walk::annotate(&document, language, published.as_ref().map(Publication::from), &policy);
    let mut out = Stdout::new();
    match args.format.as_str() {
        "text" => draw(&mut out, &document, &annotations, language, published.is_some())?,
        "json" => out.json(&view(&document, &annotations, language))?,
        other => return Err(options::unknown("--format", other, &["text", "json"])),
    }
    out.finish()?;
    Ok(Outcome::Fine)
}

fn draw(
    out: &mut Stdout,
    document: &Document<'_>,
    annotations: &[Annotation],
    language: &Language,
    has_date: bool,
) -> Result<()> {
    out.line("tokens")?;
    for (n, token) in document.tokens.iter().enumerate() {
        let readings = readings(document, n, language).join(", ");
        let dots = if readings.is_empty() { "" } else { "  " };
        let line = format!("  {:<14}{dots}{readings}", output::visible(token.span().of(document.text)));
        out.line(line.trim_end())?;
    }
    if annotations.is_empty() {
        out.line("\nno expression of time")?;
    }
    for annotation in annotations {
        let mention = &annotation.mention;
        out.line("")?;
        underline(out, document.text, mention.span)?;
        let (name, place) = (language.rule_name(mention.rule), language.rule_place(mention.rule));
        let tense = document.tense_at(mention.tokens.0 as usize, language);
        let mut rows = vec![
            ("rule", format!("{name} ({place})")),
            ("expression", mention.expr.to_string()),
            ("tense", tense.to_string()),
        ];
        rows.extend(time(&annotation.when, has_date));
        for (n, (name, value)) in rows.iter().enumerate() {
            let branch = if n + 1 == rows.len() { "╰─" } else { "├─" };
            out.line(format_args!("  {branch} {name:<10}  {value}"))?;
        }
    }
    Ok(())
}

/// Characters that are shown on either side of an expression.
const AROUND: usize = 48;

/// The expression in its line, with a line under it.
fn underline(out: &mut Stdout, text: &str, span: Span) -> Result<()> {
    let (start, end) = (span.start as usize, span.end as usize);
    let before = text.get(..start).unwrap_or_default().rsplit('\n').next().unwrap_or_default();
    let after = text.get(end..).unwrap_or_default().split('\n').next().unwrap_or_default();
    let tail = before.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
    let head = after.char_indices().nth(AROUND).map_or(after.len(), |(at, _)| at);
    let (left, right) = (if tail > 0 { "…" } else { "" }, if head < after.len() { "…" } else { "" });
    let before = format!("{left}{}", output::visible(before.get(tail..).unwrap_or_default()));
    let after = output::visible(after.get(..head).unwrap_or_default());
    let said = span.of(text).split('\n').collect::<Vec<_>>().join(" ");
    let said = output::visible(&said);
    let (bold, plain) = if output::colour() { ("\x1b[1m", "\x1b[0m") } else { ("", "") };
    out.line(format_args!("{before}{bold}{said}{plain}{after}{right}"))?;
    let (indent, width) = (before.chars().count(), said.chars().count());
    let line = match width {
        0 | 1 => "╵".to_owned(),
        width => format!("╰{}╯", "─".repeat(width - 2)),
    };
    out.line(format_args!("{}{line}", " ".repeat(indent)))
}

/// The value, the interval, and the reasons.
fn time(when: &When, has_date: bool) -> Vec<(&'static str, String)> {
    let timex = when.timex();
    let modifier = timex.modifier.map_or(String::new(), |modifier| format!(" ({modifier})"));
    let mut rows = Vec::new();
    rows.extend(when.why.0.iter().map(step));
    rows.push(("value", format!("{} {}{modifier}", timex.kind, timex.value)));
    if when.is_dated() {
        let side = |at: Option<chrono::NaiveDateTime>| {
            at.map_or("…".to_owned(), |at| at.format("%Y-%m-%d %H:%M").to_string())
        };
        rows.push(("interval", format!("[{}, {})", side(when.interval.from), side(when.interval.to))));
        rows.push(("means", format!("{}, {}", render::label(when), when.certainty)));
    } else if !has_date {
        rows.push(("means", "nothing yet: give a publication date with --published YYYY-MM-DD".to_owned()));
    }
    rows
}

/// A step of the derivation, by what it does.
fn step(reason: &Reason) -> (&'static str, String) {
    let name = match reason {
        Reason::FromPublication(_) | Reason::FromDiscourse(_) => "anchor",
        Reason::Rejected { .. } => "instead",
        _ => "because",
    };
    (name, reason.to_string())
}

/// What the lexicon says of a token: readings with their class, and roles in the sentence.
fn readings(document: &Document<'_>, index: usize, language: &Language) -> Vec<String> {
    let Some(token) = document.tokens.get(index) else { return Vec::new() };
    if token.kind == TokenKind::Number {
        return vec!["number".to_owned()];
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
    parts.extend(Role::ALL.iter().filter(|r| roles.has(**r)).map(|r| r.name().to_owned()));
    parts.dedup();
    parts
}

#[derive(Serialize)]
struct View<'a, W> {
    text: &'a str,
    tokens: Vec<TokenView<'a>>,
    expressions: Vec<ExpressionView<'a, W>>,
}

#[derive(Serialize)]
struct TokenView<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    readings: Vec<String>,
}

#[derive(Serialize)]
struct ExpressionView<'a, W> {
    start: usize,
    end: usize,
    text: &'a str,
    rule: &'a str,
    place: String,
    expression: String,
    tense: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    value: String,
    when: W,
    steps: Vec<Step>,
}

#[derive(Serialize)]
struct Step {
    kind: &'static str,
    text: String,
}

/// The same as data; places are counted in characters.
fn view<'a>(
    document: &Document<'a>,
    annotations: &[Annotation],
    language: &'a Language,
) -> impl Serialize + use<'a> {
    let text = document.text;
    let mut chars = CharOffsets::new(text);
    let tokens = document.tokens.iter().enumerate().map(|(n, token)| TokenView {
        start: chars.at(token.start),
        end: chars.at(token.end),
        text: token.span().of(text),
        readings: readings(document, n, language),
    });
    let tokens = tokens.collect();
    let expressions = annotations.iter().map(|annotation| {
        let mention = &annotation.mention;
        let timex = annotation.when.timex();
        let steps = annotation.when.why.0.iter().map(step);
        ExpressionView {
            start: chars.at(mention.span.start),
            end: chars.at(mention.span.end),
            text: mention.span.of(text),
            rule: language.rule_name(mention.rule),
            place: language.rule_place(mention.rule),
            expression: mention.expr.to_string(),
            tense: document.tense_at(mention.tokens.0 as usize, language).name(),
            kind: timex.kind.name(),
            value: timex.value,
            when: serde_json::to_value(json::when(&annotation.when)).unwrap_or_default(),
            steps: steps.map(|(kind, text)| Step { kind, text }).collect(),
        }
    });
    View { text, tokens, expressions: expressions.collect() }
}
