//! `dateline render TIMELINE.json`: a timeline that was built before, edited by hand or not.

use super::config::Config;
use super::limits::Limits;
use super::printing::Printing;
use super::{Outcome, input};
use crate::error::{Error, Result};
use crate::stored;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// A timeline as JSON, or `-` for standard input
    #[arg(value_name = "TIMELINE")]
    timeline: String,

    #[command(flatten)]
    printing: Printing,

    #[command(flatten)]
    limits: Limits,
}

pub(super) fn run(args: &Args) -> Result<Outcome> {
    let target = args.printing.target(&Config::load(None)?)?;
    let name = if args.timeline == "-" { input::STDIN } else { &args.timeline };
    let bytes = match args.timeline.as_str() {
        "-" => args.limits.bytes(name, std::io::stdin().lock(), true)?,
        path => {
            let file = std::fs::File::open(path).map_err(|error| Error::io(path, error))?;
            args.limits.bytes(path, file, true)?
        }
    };
    let json = String::from_utf8(bytes).map_err(|_| Error::value("is not UTF-8; JSON must be").at(name))?;
    let json = json.strip_prefix('\u{feff}').unwrap_or(&json);
    let mut timeline = stored::read(json).map_err(|error| error.within(name))?;
    let edited = target.edits.as_ref().map(|edits| timeline.edit(edits)).unwrap_or_default();
    target.write(&timeline, &edited)
}
