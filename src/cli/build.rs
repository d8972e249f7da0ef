//! `dateline ARTICLE…`: one timeline from one or many articles.

use super::Outcome;
use super::input::Inputs;
use super::options::{Reading, nearest};
use super::printing::Printing;
use crate::article::{Article, Published};
use crate::error::{Error, Result};
use crate::render::Format;
use crate::timeline::{Edits, Lost, Timeline};
use crate::walk::{self, Detail, Selection};
use chrono::NaiveDate;
use std::path::Path;

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

    #[command(flatten)]
    printing: Printing,
}

pub(super) fn run(args: &Args) -> Result<Outcome> {
    let target = args.printing.target(&args.reading.config()?)?;
    let read = args.inputs.readable(&args.reading);
    let read = read.map_err(|error| meant_command(args.inputs.first().unwrap_or_default(), error))?;
    let (timeline, lost) = args.timeline(&read.found, target.edits.as_ref())?;
    let written = target.write(&timeline, &lost)?;
    Ok(written.max(read.outcome()))
}

impl Args {
    /// The timeline, and the corrections that found nothing in it.
    fn timeline(&self, articles: &[Article], edits: Option<&Edits>) -> Result<(Timeline, Vec<Lost>)> {
        let (language, policy) = (self.reading.language()?, self.reading.policy()?);
        match edits {
            Some(edits) => walk::corrected(articles, language, &policy, &selection(self)?, edits),
            None => Ok((walk::select(articles, language, &policy, &selection(self)?)?, Vec::new())),
        }
    }

    /// The timeline as text for a place inside a post in `folder`, and its format, which is `default` where none is named; `own`
    /// reads the post itself, the article where none is named.
    pub(super) fn embedded(
        &self,
        default: Format,
        folder: &Path,
        own: impl FnOnce() -> Result<Vec<Article>>,
    ) -> Result<(Format, String)> {
        let place = self.printing.place(default, &self.reading.config()?)?;
        let articles = if self.inputs.is_empty() {
            self.reading.date(own()?)?
        } else {
            let read = self.inputs.readable(&self.reading)?;
            if read.outcome() != Outcome::Fine {
                return Err(Error::value("an input cannot be read; no post was changed"));
            }
            read.found
        };
        let (mut timeline, lost) = self.timeline(&articles, place.edits.as_ref())?;
        for source in &mut timeline.sources {
            // As the marker names it, wherever the command runs.
            if let Ok(name) = Path::new(&source.name).strip_prefix(folder) {
                source.name = name.display().to_string();
            }
        }
        Ok((place.format, place.text(&timeline, &lost)?))
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
    let commands = super::commands();
    match nearest(argument, commands.iter().map(String::as_str)) {
        Some(name) if error.is_io() && !argument.contains(['.', '/']) => {
            Error::value(format!("no such file; did you mean the command `{name}`?")).at(argument)
        }
        _ => error,
    }
}
