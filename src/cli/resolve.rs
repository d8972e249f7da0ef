//! `dateline resolve`: what date expressions mean on a publication date.

use super::Outcome;
use super::input::lines::Lines;
use super::offer::Offer;
use super::options::{self, Reading};
use super::output::{self, Stdout};
use crate::article::{Published, Reader};
use crate::error::{Error, Result};
use crate::expression::Tense;
use crate::lang::Language;
use crate::render::{self, json};
use crate::resolve::{Policy, Value, When};
use crate::segment::segment;
use crate::span::{CharOffsets, Span};
use crate::walk::{self, Publication};
use serde::{Deserialize, Serialize};

/// What its help ends with.
const STATUS: &str = "\
Exit status: 0 fine; 1 a text is no expression of time; 2 a mistake in what was given, or no publication date to count from.";

#[derive(Debug, clap::Args)]
#[command(after_help = STATUS)]
pub(super) struct Args {
    /// Expressions, such as "last month"
    #[arg(value_name = "EXPR", required_unless_present = "batch")]
    expressions: Vec<String>,

    #[command(flatten)]
    reading: Reading,

    /// Tense of the verb that governs the expression: past, present, future or none
    #[arg(long, value_parser = Offer::of(Tense::ALL, Tense::name), hide_possible_values = true)]
    tense: Option<String>,

    /// Format of the output: text or json
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = Offer::names(["text", "json"]), hide_possible_values = true)]
    format: String,

    /// Read JSON Lines {"id", "text", "ref", "tense"?} from standard input, answer in JSON Lines
    #[arg(long, conflicts_with = "expressions")]
    batch: bool,
}

pub(super) fn run(args: &Args) -> Result<Outcome> {
    let policy = args.reading.policy()?;
    let language = args.reading.language()?;
    if args.batch {
        return batch(&policy, language);
    }
    let tense = options::tense(args.tense.as_deref())?;
    let published = args.reading.published()?;
    let json = match args.format.as_str() {
        "json" => true,
        "text" => false,
        other => {
            return Err(
                Error::value(format!("`{other}` is not known; give one of text, json")).at("--format")
            );
        }
    };
    let mut out = Stdout::new();
    let mut outcome = Outcome::Fine;
    for text in &args.expressions {
        let found = find(text, published.as_ref().map(Publication::from), tense, &policy, language);
        let when = found.first().map(|(_, when)| when);
        if published.is_none() && when.is_some_and(|when| matches!(when.value, Value::Partial(_))) {
            let message = "no publication date to resolve against; give one with --published YYYY-MM-DD";
            return Err(Error::unpublished(message).at(format!("`{text}`")));
        }
        if when.is_none() {
            outcome = Outcome::Findings;
        }
        if let Some((span, _)) = found.first() {
            tell_rest(text, *span);
        }
        if json {
            out.json(&Answer { text, when: when.map(json::when) })?;
        } else {
            let text = output::visible(text);
            out.line(format_args!("{text}\t{}", when.map_or("no expression of time".to_owned(), describe)))?;
        }
    }
    out.finish()?;
    Ok(outcome)
}

/// Says on standard error that only the start of what was asked was read: "the day after the wedding".
fn tell_rest(text: &str, read: Span) {
    let rest = text.get(read.end as usize..).unwrap_or_default();
    if rest.contains(char::is_alphanumeric) {
        let rest = rest.trim();
        output::say(format_args!("dateline: `{text}`: read as `{}`; `{rest}` was left out", read.of(text)));
    }
}

#[derive(Serialize)]
struct Answer<'a, W> {
    text: &'a str,
    when: Option<W>,
}

/// One line for people: the value, and in words what it means.
fn describe(when: &When) -> String {
    format!("{}\t{}", when.timex().value, render::label(when))
}

/// The expressions of a short text. The longest that starts earliest comes first.
fn find(
    text: &str,
    published: Option<Publication>,
    tense: Tense,
    policy: &Policy,
    language: &Language,
) -> Vec<(Span, When)> {
    let document = segment(text, language);
    walk::annotate_in(&document, language, published, policy, tense)
        .into_iter()
        .map(|found| (found.mention.span, found.when))
        .collect()
}

/// One question of a batch.
#[derive(Deserialize)]
struct Question {
    id: serde_json::Value,
    text: String,
    #[serde(rename = "ref")]
    reference: Option<String>,
    tense: Option<String>,
}

/// The answer to a question of a batch.
#[derive(Serialize)]
struct Reply {
    id: serde_json::Value,
    found: Vec<Found>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
}

impl Reply {
    fn wrong(id: Option<serde_json::Value>, error: String) -> Self {
        Reply { id: id.unwrap_or_default(), found: Vec::new(), error: Some(error) }
    }
}

/// The id of a question that is wrong otherwise.
fn id_of(line: &[u8]) -> Option<serde_json::Value> {
    serde_json::from_slice::<serde_json::Value>(line).ok()?.get_mut("id").map(serde_json::Value::take)
}

#[derive(Serialize)]
struct Found {
    start: usize,
    end: usize,
    text: String,
    #[serde(rename = "type")]
    kind: &'static str,
    value: String,
    from: Option<String>,
    to: Option<String>,
    grain: &'static str,
}

fn batch(policy: &Policy, language: &Language) -> Result<Outcome> {
    let longest = Reader::default().longest;
    let mut lines = Lines::open(&[], longest)?;
    let mut out = Stdout::new();
    while let Some(chunk) = lines.next()? {
        for (number, line) in chunk.records() {
            let reply = if chunk.too_long || line.len() > longest {
                Reply::wrong(None, format!("line {number}: is longer than {longest} bytes; ask for less"))
            } else {
                match serde_json::from_slice::<Question>(line) {
                    Ok(question) => reply(question, policy, language),
                    Err(error) => {
                        Reply::wrong(id_of(line), format!("line {number}, {}", Error::json(&error)))
                    }
                }
            };
            out.json(&reply)?;
        }
        // Whoever asked may wait for the answer before asking again.
        out.flush()?;
    }
    out.finish()?;
    Ok(Outcome::Fine)
}

fn reply(question: Question, policy: &Policy, language: &Language) -> Reply {
    let published = question.reference.as_deref().map(Published::parse).transpose();
    let (published, tense) = match (published, options::tense(question.tense.as_deref())) {
        (Ok(published), Ok(tense)) => (published, tense),
        (Err(error), _) | (_, Err(error)) => {
            return Reply::wrong(Some(question.id), error.to_string());
        }
    };
    let mut chars = CharOffsets::new(&question.text);
    let found = find(&question.text, published.as_ref().map(Publication::from), tense, policy, language)
        .into_iter()
        .map(|(span, when)| {
            let timex = when.timex();
            let stamp =
                |at: Option<chrono::NaiveDateTime>| at.map(|at| at.format("%Y-%m-%dT%H:%M:%S").to_string());
            Found {
                start: chars.at(span.start),
                end: chars.at(span.end),
                text: span.of(&question.text).to_owned(),
                kind: timex.kind.name(),
                value: timex.value,
                from: stamp(when.interval.from),
                to: stamp(when.interval.to),
                grain: when.grain.name(),
            }
        })
        .collect();
    Reply { id: question.id, found, error: None }
}
