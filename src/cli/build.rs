//! `dateline ARTICLE…`: one timeline from one or many articles.

use super::Outcome;
use super::input::Inputs;
use super::options::Reading;
use super::output::{self, Stdout};
use super::printing::Printing;
use crate::article::{Article, Published};
use crate::error::{Error, Result};
use crate::render::{self, Format, Options, Render};
use crate::timeline::Timeline;
use crate::walk::{self, Detail, Selection};
use chrono::NaiveDate;
use std::path::{Path, PathBuf};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    inputs: Inputs,

    #[command(flatten)]
    reading: Reading,

    /// How much to show: brief (turning points), normal (dated events), full (also what context dates)
    #[arg(long, value_name = "DETAIL", default_value = "normal")]
    detail: String,

    /// Only what is about this person, place or thing
    #[arg(long, value_name = "TEXT")]
    about: Option<String>,

    /// Only what may have happened on this day or later
    #[arg(long, value_name = "DATE")]
    from: Option<String>,

    /// Only what may have happened on this day or earlier
    #[arg(long, value_name = "DATE")]
    to: Option<String>,

    /// Format of the timeline: markdown, html, fragment, json, csv, timelinejs, jsonld, ics (what is planned), markwhen or mermaid
    #[arg(long, value_name = "FORMAT")]
    format: Option<String>,

    #[command(flatten)]
    printing: Printing,

    /// Write to a file; its extension chooses the format unless --format does
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

pub(super) fn run(args: &Args) -> Result<Outcome> {
    let format = format(args.format.as_deref(), args.output.as_deref())?;
    let options = args.printing.options(Path::new(""))?;
    let read = args.inputs.readable(&args.reading);
    let read = read.map_err(|error| meant_command(args.inputs.first().unwrap_or_default(), error))?;
    let mut timeline = args.timeline(&read.found)?;
    let lost = args.printing.edit(&mut timeline, Path::new(""))?;
    match &args.output {
        Some(path) => output::file(path, |out| format.render(&timeline, &options, out))?,
        None => {
            let mut out = Stdout::new();
            out.write(|out| format.render(&timeline, &options, out))?;
            out.finish()?;
        }
    }
    Ok(if lost > 0 { Outcome::Findings } else { read.outcome() })
}

impl Args {
    fn timeline(&self, articles: &[Article]) -> Result<Timeline> {
        walk::select(articles, self.reading.language()?, &self.reading.policy()?, &selection(self)?)
    }

    /// The format for a place inside a post.
    pub(super) fn embedded_format(&self, default: Format) -> Result<Format> {
        match (format(self.format.as_deref(), None)?, &self.format) {
            (_, None) => Ok(default),
            (format @ (Format::Markdown | Format::Fragment | Format::Mermaid), _) => Ok(format),
            (other, _) => {
                let message =
                    format!("`{other}` has no place in a post; give one of markdown, fragment, mermaid");
                Err(Error::value(message).at("format"))
            }
        }
    }

    /// The timeline as text for a place inside a post in `folder`; `own` reads the post itself, the article where none is
    /// named.
    pub(super) fn embedded(
        &self,
        format: Format,
        folder: &Path,
        own: impl FnOnce() -> Result<Vec<Article>>,
    ) -> Result<String> {
        if self.output.is_some() {
            return Err(Error::value("the timeline is written between the markers; take it out").at("output"));
        }
        let articles = if self.inputs.is_empty() {
            self.reading.date(own()?)?
        } else {
            let read = self.inputs.readable(&self.reading)?;
            if read.outcome() != Outcome::Fine {
                return Err(Error::value("an input cannot be read; no post was changed"));
            }
            read.found
        };
        let mut timeline = self.timeline(&articles)?;
        if self.printing.edit(&mut timeline, folder)? > 0 {
            return Err(Error::value("an edit finds no entry; no post was changed").at("edits"));
        }
        for source in &mut timeline.sources {
            // As the marker names it, wherever the command runs.
            if let Ok(name) = Path::new(&source.name).strip_prefix(folder) {
                source.name = name.display().to_string();
            }
        }
        let options = Options { embedded: true, ..self.printing.options(folder)? };
        Ok(render::to_string_with(&timeline, format, &options))
    }
}

/// What the options ask for.
fn selection(args: &Args) -> Result<Selection> {
    let detail = Detail::from_name(&args.detail).ok_or_else(|| {
        let all: Vec<_> = Detail::ALL.iter().map(|d| d.name()).collect();
        Error::value(format!("`{}` is not known; give one of {}", args.detail, all.join(", "))).at("--detail")
    })?;
    let day = |option: &str, value: &Option<String>| -> Result<Option<NaiveDate>> {
        value.as_deref().map(|v| Published::parse(v).map(|p| p.day).map_err(|e| e.at(option))).transpose()
    };
    let (from, to) = (day("--from", &args.from)?, day("--to", &args.to)?);
    if from.zip(to).is_some_and(|(from, to)| from > to) {
        return Err(Error::value("lies after --to; give the earlier day to --from".to_owned()).at("--from"));
    }
    Ok(Selection { detail, about: args.about.clone(), from, to })
}

/// Where a first word that is no file looks like a command, says so.
fn meant_command(argument: &str, error: Error) -> Error {
    let alike = |name: &str| strsim::normalized_damerau_levenshtein(name, argument);
    let nearest = super::commands().into_iter().max_by(|a, b| alike(a).total_cmp(&alike(b)));
    match nearest.filter(|name| alike(name) > 0.7) {
        Some(name) if error.is_io() && !argument.contains(['.', '/']) => {
            Error::value(format!("no such file; did you mean the command `{name}`?")).at(argument)
        }
        _ => error,
    }
}

/// The format asked for, else the one that the output file's extension asks for, else Markdown.
pub(super) fn format(name: Option<&str>, output: Option<&Path>) -> Result<Format> {
    if let Some(name) = name {
        return Format::from_name(name).ok_or_else(|| {
            let all: Vec<_> = Format::ALL.iter().map(|f| f.name()).collect();
            Error::value(format!("`{name}` is not known; give one of {}", all.join(", "))).at("--format")
        });
    }
    let Some(path) = output else { return Ok(Format::Markdown) };
    Format::of_path(path).ok_or_else(|| {
        let message = "the extension names no format; end in .md, .html, .json, .csv, .jsonld, .ics, .mw or .mmd, or give --format";
        Error::value(message).at(path.display().to_string())
    })
}
