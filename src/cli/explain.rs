//! `dateline explain`: how a sentence is read, step by step, as a drawing or as JSON.

use super::Outcome;
use super::offer::Offer;
use super::options::{self, Reading};
use super::output::{self, Stdout};
use crate::error::Result;
use crate::expression::Tense;
use crate::lang::{Alone, Language, Role, RuleId, WordId};
use crate::recognise::{Annotation, Guard, Rejected, Rejection, survey};
use crate::render::{self, json};
use crate::resolve::{Reason, Value, When};
use crate::segment::{Document, TokenKind, segment};
use crate::span::{CharOffsets, Span};
use crate::walk::{self, Publication};
use serde::Serialize;
use unicode_width::UnicodeWidthStr;

/// What its help ends with.
const STATUS: &str = "\
Exit status: 0 fine, whatever was found; 2 a mistake in what was given.";

#[derive(Debug, clap::Args)]
#[command(after_help = STATUS)]
pub(super) struct Args {
    /// A sentence
    #[arg(required = true)]
    text: String,

    #[command(flatten)]
    reading: Reading,

    /// Format of the output: text or json
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = Offer::names(["text", "json"]), hide_possible_values = true)]
    format: String,
}

pub(super) fn run(args: &Args) -> Result<Outcome> {
    let policy = args.reading.policy()?;
    let published = args.reading.published()?;
    let language = args.reading.language()?;
    let document = segment(&args.text, language);
    let annotations = walk::annotate(&document, language, published.as_ref().map(Publication::from), &policy);
    let read = Read { annotations, rejected: survey(&document, language).1, document, language };
    let mut out = Stdout::new();
    match args.format.as_str() {
        "text" => draw(&mut out, &read, published.is_some())?,
        "json" => out.json(&view(&read))?,
        other => return Err(options::unknown("--format", other, &["text", "json"])),
    }
    out.finish()?;
    Ok(Outcome::Fine)
}

/// A sentence as it was read.
struct Read<'t> {
    document: Document<'t>,
    annotations: Vec<Annotation>,
    /// What is no expression of time, or not that one.
    rejected: Vec<Rejected>,
    language: &'t Language,
}

fn draw(out: &mut Stdout, read: &Read<'_>, has_date: bool) -> Result<()> {
    let Read { document, annotations, rejected, language } = read;
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
        let mut rows = vec![("rule", rule(mention.rule, language)), ("expression", mention.expr.to_string())];
        rows.extend(tense(annotation, read).map(|tense| ("tense", tense.to_string())));
        rows.extend(time(&annotation.when, has_date));
        let others = rejected.iter().filter(|other| other.span == mention.span);
        rows.extend(others.map(|other| ("not", rejection(other, language))));
        for (n, (name, value)) in rows.iter().enumerate() {
            let branch = if n + 1 == rows.len() { "╰─" } else { "├─" };
            out.line(format_args!("  {branch} {name:<10}  {value}"))?;
        }
    }
    let mut at = None;
    for other in rejected.iter().filter(|other| annotations.iter().all(|it| it.mention.span != other.span)) {
        if at.replace(other.span) != Some(other.span) {
            out.line("")?;
            underline(out, document.text, other.span)?;
        }
        out.line(format_args!("  ╰─ {:<10}  {}", "not", rejection(other, language)))?;
    }
    Ok(())
}

/// A rule by its name, with its place.
fn rule(rule: RuleId, language: &Language) -> String {
    format!("{} ({})", language.rule_name(rule), language.rule_place(rule))
}

/// The tense of the verb, where it decides.
fn tense(annotation: &Annotation, read: &Read<'_>) -> Option<Tense> {
    let mention = &annotation.mention;
    let asks = mention.expr.leans_on_tense();
    asks.then(|| read.document.tense_at(mention.tokens.0 as usize, read.language))
}

/// What a reading would have been, and why it is not.
fn rejection(other: &Rejected, language: &Language) -> String {
    let by = rule(other.rule, language);
    let said = other.expr.as_ref().map_or(String::new(), |expr| format!("{expr} by "));
    format!("{said}rule {by}: {}", reason(other.why))
}

/// In words.
const fn reason(why: Rejection) -> &'static str {
    match why {
        Rejection::Never => "such words are no time",
        Rejection::Outranked => "another rule reads the same words more simply, or stands before it",
        Rejection::Guarded(guard) => match guard {
            Guard::Glued => "a letter, a digit or a mark is glued to it, as in codes, scores and sums",
            Guard::NotLed => "the word has another sense, and nothing before it says that time is meant",
            Guard::NoYear => "the number counts something, or nothing marks it as a year",
            Guard::Counts => "its last number counts what follows",
            Guard::BeforeNoun => "it describes the noun that follows",
            Guard::Unclear => "its last word has another sense",
            Guard::Name => "it is a part of a name or a title",
            Guard::Past => "the verb tells what was, and it looks ahead",
            Guard::LacksNoun => "it is time only before a noun, and none follows",
            Guard::Rate => "it says how often, as a price does",
            Guard::BeforeNumber => "a number follows with which it would be another date",
            Guard::Agent => "it says who or what did something, not by when",
            Guard::Verb => "its first word is a verb there",
            Guard::Record => "it says how long a record stood",
            Guard::OfSomething => "what follows says what it is of, which a time has not",
        },
    }
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
    // As wide as a terminal shows it.
    let (indent, width) = (before.width(), said.width());
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
    } else if !has_date && matches!(when.value, Value::Partial(_)) {
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
    rejected: Vec<RejectedView<'a>>,
}

#[derive(Serialize)]
struct RejectedView<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    rule: &'a str,
    place: String,
    expression: Option<String>,
    why: &'static str,
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
fn view<'a>(read: &Read<'a>) -> impl Serialize + use<'a> {
    let Read { document, annotations, rejected, language } = read;
    let language: &'a Language = language;
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
            tense: tense(annotation, read).unwrap_or(Tense::None).name(),
            kind: timex.kind.name(),
            value: timex.value,
            when: serde_json::to_value(json::when(&annotation.when)).unwrap_or_default(),
            steps: steps.map(|(kind, text)| Step { kind, text }).collect(),
        }
    });
    let expressions = expressions.collect();
    let rejected = rejected.iter().map(|other| RejectedView {
        start: chars.at(other.span.start),
        end: chars.at(other.span.end),
        text: other.span.of(text),
        rule: language.rule_name(other.rule),
        place: language.rule_place(other.rule),
        expression: other.expr.as_ref().map(ToString::to_string),
        why: reason(other.why),
    });
    View { text, tokens, expressions, rejected: rejected.collect() }
}
