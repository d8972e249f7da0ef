//! `dateline annotate`: every expression of time of an article.

use super::Outcome;
use super::input::Inputs;
use super::options::{self, Reading};
use super::output::{self, Stdout};
use crate::article::Article;
use crate::error::{Error, Result};
use crate::lang::Language;
use crate::recognise::Annotation;
use crate::render::annotated;
use crate::render::json::{Annotated, annotation};
use crate::render::timeml::{self, Document, Marked};
use crate::resolve::Policy;
use crate::segment::segment;
use crate::span::CharOffsets;
use crate::walk::{self, Publication};
use serde::Serialize;

/// How annotations are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Text,
    Jsonl,
    TimeMl,
    Html,
    /// The article itself, for the eye.
    Marked,
}

impl Format {
    const ALL: [Format; 5] = [Format::Text, Format::Jsonl, Format::TimeMl, Format::Html, Format::Marked];

    const fn name(self) -> &'static str {
        match self {
            Format::Text => "text",
            Format::Jsonl => "jsonl",
            Format::TimeMl => "timeml",
            Format::Html => "html",
            Format::Marked => "marked",
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|f| f.name() == name)
    }
}

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    inputs: Inputs,

    #[command(flatten)]
    reading: Reading,

    /// Format of the output: text, jsonl, timeml (of one article), html, or marked (the article with its expressions
    /// marked: the default on a terminal, which text is elsewhere)
    #[arg(long, value_name = "FORMAT")]
    format: Option<String>,
}

pub(super) fn run(args: &Args) -> Result<Outcome> {
    let policy = args.reading.policy()?;
    let format = match &args.format {
        Some(name) => Format::from_name(name)
            .ok_or_else(|| options::unknown("--format", name, &Format::ALL.map(Format::name)))?,
        None if output::is_terminal() => Format::Marked,
        None => Format::Text,
    };
    let read = args.inputs.readable(&args.reading)?;
    let articles = &read.found;
    let several = articles.len() > 1;
    if several && format == Format::TimeMl {
        return Err(Error::value("timeml holds one article; give one input").at("--format"));
    }
    let mut out = Stdout::new();
    let mut pages = Vec::new();
    let language = args.reading.language()?;
    for article in articles {
        let annotations = annotations(article, language, &policy)?;
        let lines = annotations.iter().flat_map(walk::lines);
        match format {
            Format::Text => text(&mut out, article, several, lines)?,
            Format::Jsonl => {
                let lines: Vec<_> = lines.collect();
                views(article, language, several, &lines).try_for_each(|view| out.json(&view))?;
            }
            Format::Html => pages.push(annotated::Annotated {
                title: article.title.as_deref().unwrap_or(&article.name),
                text: &article.text,
                marks: lines.map(|line| (line.span, line.when)).collect(),
            }),
            Format::Marked => marked(&mut out, article, several, lines)?,
            Format::TimeMl => {
                let expressions = lines
                    .map(|line| Marked {
                        span: line.span,
                        is_creation_time: line.annotation.is_creation_time,
                        when: line.when,
                    })
                    .collect();
                let published = article.require_published()?;
                let (id, title, text) = (&article.name, article.title.as_deref(), &article.text);
                let xml =
                    timeml::to_string(&Document { id, title, text, published: published.day, expressions });
                out.write(|out| out.write_all(xml.as_bytes()))?;
            }
        }
    }
    if format == Format::Html {
        out.write(|out| out.write_all(annotated::page(&pages).as_bytes()))?;
    }
    out.finish()?;
    Ok(read.outcome())
}

/// One line an expression: characters, type, value, text.
fn text<'a>(
    out: &mut Stdout,
    article: &Article,
    several: bool,
    lines: impl Iterator<Item = walk::Line<'a>>,
) -> Result<()> {
    let mut chars = CharOffsets::new(&article.text);
    let name = if several { format!("{}:", output::visible(&article.name)) } else { String::new() };
    for line in lines {
        let (start, end) = (chars.at(line.span.start), chars.at(line.span.end));
        let timex = line.when.timex();
        let plain: String = line.span.of(&article.text).split_whitespace().collect::<Vec<_>>().join(" ");
        out.line(format_args!("{name}{start}-{end}\t{}\t{}\t{plain}", timex.kind, timex.value))?;
    }
    Ok(())
}

/// Every expression of time of an article that says when it was published.
pub(super) fn annotations(
    article: &Article,
    language: &Language,
    policy: &Policy,
) -> Result<Vec<Annotation>> {
    let published = article.require_published()?;
    let document = segment(&article.text, language);
    Ok(walk::annotate(&document, language, Some(Publication::from(published)), policy))
}

/// The expressions of an article, ready to serialise; each names the article where there are several.
pub(super) fn views<'a>(
    article: &'a Article,
    language: &'a Language,
    several: bool,
    lines: &'a [walk::Line<'a>],
) -> impl Iterator<Item = impl Serialize + 'a> + 'a {
    let mut chars = CharOffsets::new(&article.text);
    lines.iter().map(move |line| {
        let (start, end) = (chars.at(line.span.start), chars.at(line.span.end));
        annotation(Annotated {
            source: several.then_some(article.name.as_str()),
            start,
            end,
            text: line.span.of(&article.text),
            when: &line.when,
            rule: language.rule_name(line.annotation.mention.rule),
            is_creation_time: line.annotation.is_creation_time,
            range: line.range(),
        })
    })
}

/// The article itself, each expression with what it means behind it.
fn marked<'a>(
    out: &mut Stdout,
    article: &Article,
    several: bool,
    lines: impl Iterator<Item = walk::Line<'a>>,
) -> Result<()> {
    let ([bold, dim], plain) =
        if output::colour() { (["\x1b[1;4m", "\x1b[2m"], "\x1b[0m") } else { ([""; 2], "") };
    // What a text holds must not steer the terminal.
    let shown = |text: &str| text.replace(|c: char| c.is_control() && c != '\n' && c != '\t', "");
    if several {
        out.line(format_args!("{}\n", output::visible(&article.name)))?;
    }
    let mut at = 0;
    for line in lines {
        let before = shown(article.text.get(at..line.span.start as usize).unwrap_or_default());
        let (said, value) = (shown(line.span.of(&article.text)), line.when.timex().value);
        out.write(|out| write!(out, "{before}{bold}{said}{plain} {dim}[{value}]{plain}"))?;
        at = line.span.end as usize;
    }
    let rest = shown(article.text.get(at..).unwrap_or_default());
    let end = if rest.ends_with('\n') { "" } else { "\n" };
    out.write(|out| write!(out, "{rest}{end}"))
}
