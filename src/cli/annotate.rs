//! `dateline annotate`: every expression of time of an article.

use super::Outcome;
use super::input::Inputs;
use super::offer::Offer;
use super::options::{self, Reading};
use super::output::{self, Seal};
use crate::article::Article;
use crate::error::{Error, Result};
use crate::lang::Language;
use crate::recognise::Annotation;
use crate::render::json::{Annotated, annotation};
use crate::render::timeml::{self, Document, Marked};
use crate::render::{annotated, data};
use crate::resolve::Policy;
use crate::segment::segment;
use crate::span::{CharOffsets, one_line};
use crate::walk::{self, Publication};
use serde::Serialize;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

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

    /// What a file's extension tells.
    fn of_path(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()? {
            "txt" => Some(Format::Text),
            "jsonl" | "ndjson" => Some(Format::Jsonl),
            "tml" | "timeml" | "xml" => Some(Format::TimeMl),
            "html" | "htm" => Some(Format::Html),
            _ => None,
        }
    }
}

impl From<Format> for Seal {
    fn from(format: Format) -> Self {
        match format {
            Format::Html | Format::TimeMl => Seal::Line("<!-- ", " -->"),
            // An article's own text, and data by line, have no room for it.
            Format::Text | Format::Jsonl | Format::Marked => Seal::Lines(1),
        }
    }
}

/// What its help ends with.
const STATUS: &str = "\
Exit status: 0 fine; 1 an input was left out; 2 a mistake in what was given, or an article without a publication date.";

#[derive(Debug, clap::Args)]
#[command(after_help = STATUS)]
pub(super) struct Args {
    #[command(flatten)]
    inputs: Inputs,

    #[command(flatten)]
    reading: Reading,

    /// Format of the output: text, jsonl, timeml (of one article), html, or marked (the article with its expressions
    /// marked: the default on a terminal, which text is elsewhere)
    #[arg(long, value_name = "FORMAT", value_parser = Offer::of(&Format::ALL, Format::name), hide_possible_values = true)]
    format: Option<String>,

    /// Write to a file; its extension chooses the format unless --format does: .txt, .jsonl, .tml or .html
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Replace a file that dateline did not write, or that was changed since
    #[arg(long)]
    force: bool,
}

pub(super) fn run(args: &Args) -> Result<Outcome> {
    let policy = args.reading.policy()?;
    let named = args.output.as_deref().and_then(Format::of_path);
    let format = match &args.format {
        Some(name) => Format::from_name(name)
            .ok_or_else(|| options::unknown("--format", name, &Format::ALL.map(Format::name)))?,
        None if args.output.is_some() => named.unwrap_or(Format::Text),
        None if output::is_terminal() => Format::Marked,
        None => Format::Text,
    };
    let read = args.inputs.readable(&args.reading)?;
    let articles = &read.found;
    let several = articles.len() > 1;
    if several && format == Format::TimeMl {
        return Err(Error::value("timeml holds one article; give one input").at("--format"));
    }
    let language = args.reading.language()?;
    let found =
        articles.iter().map(|article| annotations(article, language, &policy)).collect::<Result<Vec<_>>>()?;
    let marks = Marks { several, colour: args.output.is_none() && output::colour(), language };
    output::write(args.output.as_deref(), args.force, format.into(), |out| {
        if format == Format::Html {
            let pages: Vec<_> =
                articles.iter().zip(&found).map(|(article, found)| page(article, found)).collect();
            return out.write_all(annotated::page(&pages).as_bytes());
        }
        let each = articles.iter().zip(&found);
        each.into_iter().try_for_each(|(article, annotations)| match format {
            Format::Jsonl => marks.jsonl(out, article, annotations),
            Format::Marked => marks.marked(out, article, annotations),
            Format::TimeMl => timeml(out, article, annotations),
            Format::Text | Format::Html => marks.text(out, article, annotations),
        })
    })?;
    Ok(read.outcome())
}

/// What all articles are printed by.
struct Marks<'a> {
    several: bool,
    colour: bool,
    language: &'a Language,
}

impl Marks<'_> {
    /// One line an expression: characters, type, value, text.
    fn text(&self, out: &mut dyn Write, article: &Article, annotations: &[Annotation]) -> io::Result<()> {
        let mut chars = CharOffsets::new(&article.text);
        let name = if self.several { format!("{}:", output::visible(&article.name)) } else { String::new() };
        for line in annotations.iter().flat_map(walk::lines) {
            let (start, end) = (chars.at(line.span.start), chars.at(line.span.end));
            let timex = line.when.timex();
            let plain = one_line(line.span.of(&article.text));
            writeln!(out, "{name}{start}-{end}\t{}\t{}\t{plain}", timex.kind, timex.value)?;
        }
        Ok(())
    }

    fn jsonl(&self, out: &mut dyn Write, article: &Article, annotations: &[Annotation]) -> io::Result<()> {
        let lines: Vec<_> = annotations.iter().flat_map(walk::lines).collect();
        views(article, self.language, self.several, &lines).try_for_each(|view| {
            data::write(out, &view)?;
            writeln!(out)
        })
    }

    /// The article itself, each expression with what it means behind it.
    fn marked(&self, out: &mut dyn Write, article: &Article, annotations: &[Annotation]) -> io::Result<()> {
        let ([bold, dim], plain) =
            if self.colour { (["\x1b[1;4m", "\x1b[2m"], "\x1b[0m") } else { ([""; 2], "") };
        // What a text holds must not steer the terminal.
        let shown = |text: &str| text.replace(|c: char| c.is_control() && c != '\n' && c != '\t', "");
        if self.several {
            writeln!(out, "{}\n", output::visible(&article.name))?;
        }
        let mut at = 0;
        for line in annotations.iter().flat_map(walk::lines) {
            let before = shown(article.text.get(at..line.span.start as usize).unwrap_or_default());
            let (said, value) = (shown(line.span.of(&article.text)), annotated::value(&line.when));
            write!(out, "{before}{bold}{said}{plain} {dim}[{value}]{plain}")?;
            at = line.span.end as usize;
        }
        let rest = shown(article.text.get(at..).unwrap_or_default());
        let end = if rest.ends_with('\n') { "" } else { "\n" };
        write!(out, "{rest}{end}")
    }
}

/// An article for the page that marks its expressions.
fn page<'a>(article: &'a Article, annotations: &[Annotation]) -> annotated::Annotated<'a> {
    annotated::Annotated {
        title: article.title.as_deref().unwrap_or(&article.name),
        text: &article.text,
        marks: annotations.iter().flat_map(walk::lines).map(|line| (line.span, line.when)).collect(),
    }
}

fn timeml(out: &mut dyn Write, article: &Article, annotations: &[Annotation]) -> io::Result<()> {
    let marked = |line: walk::Line<'_>| Marked {
        span: line.span,
        is_creation_time: line.annotation.is_creation_time,
        when: line.when,
    };
    let expressions = annotations.iter().flat_map(walk::lines).map(marked).collect();
    // Without a day of publication nothing would have been annotated.
    let Some(published) = article.published.as_ref().map(|published| published.day) else { return Ok(()) };
    let (id, title, text) = (&article.name, article.title.as_deref(), &article.text);
    out.write_all(timeml::to_string(&Document { id, title, text, published, expressions }).as_bytes())
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
