//! `dateline render TIMELINE.json`: a timeline that was built before, edited by hand or not.

use super::output::{self, Stdout};
use super::printing::Printing;
use super::{Outcome, build, input};
use crate::error::{Error, Result};
use crate::render::Render;
use crate::stored;
use std::path::{Path, PathBuf};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// A timeline as JSON, or `-` for standard input
    #[arg(value_name = "TIMELINE")]
    timeline: String,

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
    let format = build::format(args.format.as_deref(), args.output.as_deref())?;
    let options = args.printing.options(Path::new(""))?;
    let name = if args.timeline == "-" { input::STDIN } else { &args.timeline };
    let bytes = match args.timeline.as_str() {
        "-" => input::stdin()?,
        path => std::fs::read(path).map_err(|error| Error::io(path, error))?,
    };
    let json = String::from_utf8(bytes).map_err(|_| Error::value("is not UTF-8; JSON must be").at(name))?;
    let json = json.strip_prefix('\u{feff}').unwrap_or(&json);
    let mut timeline = stored::read(json).map_err(|error| error.within(name))?;
    let lost = args.printing.edit(&mut timeline, Path::new(""))?;
    match &args.output {
        Some(path) => output::file(path, |out| format.render(&timeline, &options, out))?,
        None => {
            let mut out = Stdout::new();
            out.write(|out| format.render(&timeline, &options, out))?;
            out.finish()?;
        }
    }
    Ok(if lost > 0 { Outcome::Findings } else { Outcome::Fine })
}
