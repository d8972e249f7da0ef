//! `dateline ARTICLE…`: one timeline from one or many articles.

use super::options::Reading;
use super::output::{self, Stdout};
use super::{Outcome, input};
use crate::error::{Error, Result};
use crate::lang::Language;
use crate::render::{Format, Render};
use crate::walk;
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Articles: text, Markdown or HTML files, JSON Lines of articles, or `-` for standard input
    #[arg(value_name = "INPUT")]
    inputs: Vec<String>,

    #[command(flatten)]
    reading: Reading,

    /// Address that a saved page came from
    #[arg(long)]
    url: Option<String>,

    /// Format of the timeline: markdown, html, fragment or json
    #[arg(long, value_name = "FORMAT")]
    format: Option<String>,

    /// Write to a file; its extension chooses the format unless --format does
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

pub(super) fn run(args: &Args) -> Result<Outcome> {
    if args.inputs.is_empty() {
        return Err(Error::value("no article given; name a file, or `-` for standard input (--help tells more)"));
    }
    let format = format(args)?;
    let policy = args.reading.policy()?;
    let published = args.reading.published()?;
    let mut articles = Vec::new();
    for argument in &args.inputs {
        let read = input::articles(argument, args.url.as_deref(), published.as_ref());
        articles.extend(read.map_err(|error| meant_command(argument, error))?);
    }
    let timeline = walk::timeline(&articles, Language::english(), &policy)?;
    match &args.output {
        Some(path) => output::file(path, |out| format.render(&timeline, out))?,
        None => {
            let mut out = Stdout::new();
            out.write(|out| format.render(&timeline, out))?;
            out.finish()?;
        }
    }
    Ok(Outcome::Fine)
}

/// Where a first word that is no file looks like a command, says so.
fn meant_command(argument: &str, error: Error) -> Error {
    let looks_alike = |name: &&&str| argument.len() >= 3 && name.get(..3) == argument.get(..3);
    match super::COMMANDS.iter().find(looks_alike) {
        Some(name) if error.is_io() && !argument.contains(['.', '/']) => {
            Error::value(format!("no such file; did you mean the command `{name}`?")).at(argument)
        }
        _ => error,
    }
}

/// The format asked for, else the one that the output file's extension asks for, else Markdown.
fn format(args: &Args) -> Result<Format> {
    if let Some(name) = &args.format {
        return Format::from_name(name).ok_or_else(|| {
            let all: Vec<_> = Format::ALL.iter().map(|f| f.name()).collect();
            Error::value(format!("`{name}` is not known; give one of {}", all.join(", "))).at("--format")
        });
    }
    let Some(path) = &args.output else { return Ok(Format::Markdown) };
    Format::of_path(path).ok_or_else(|| {
        let message = "the extension names no format; end in .md, .html or .json, or give --format";
        Error::value(message).at(path.display().to_string())
    })
}
