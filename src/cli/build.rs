//! `dateline ARTICLE…`: one timeline from one or many articles.

use super::options::Reading;
use super::output::Stdout;
use super::{Outcome, input};
use crate::error::{Error, Result};
use crate::render::{Format, Render};
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
    let _ = (Format::ALL, &args.output, &args.url, &args.format);
    let _ = input::bytes;
    let _: Option<&dyn Render> = None;
    if args.inputs.is_empty() {
        return Err(Error::value("no article given; name a file, or `-` for standard input"));
    }
    let _ = Stdout::new();
    let _ = args.reading.policy()?;
    Ok(Outcome::Fine)
}
