//! `dateline embed POST…`: refreshes the timelines between markers in posts.

use super::output::{self, say};
use super::{Outcome, build};
use crate::article::{self, Container};
use crate::embed::{self, Region};
use crate::error::{Error, Result};
use crate::render::Format;
use clap::Parser;
use std::path::{Path, PathBuf};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Posts with `<!-- dateline:begin INPUT... name=value... -->` and `<!-- dateline:end -->`, each alone on a line
    #[arg(required = true, value_name = "POST")]
    posts: Vec<PathBuf>,

    /// Change nothing; exit with status 1 when a post is not up to date
    #[arg(long)]
    check: bool,
}

/// What a marker may say: all that a command line may, but where to write.
#[derive(Debug, Parser)]
#[command(name = "dateline:begin", no_binary_name = true, disable_help_flag = true)]
struct Marker {
    #[command(flatten)]
    build: build::Args,
}

pub(super) fn run(args: &Args) -> Result<Outcome> {
    let mut outcome = Outcome::Fine;
    // All are read before any is written, so that a mistake in one changes none.
    let posts = args.posts.iter().map(|path| refresh(path)).collect::<Result<Vec<_>>>()?;
    for (path, (old, new)) in args.posts.iter().zip(posts) {
        if old == new {
            continue;
        }
        if args.check {
            say(format_args!("dateline: {}: is not up to date; run `dateline embed`", path.display()));
            outcome = Outcome::Findings;
        } else {
            output::file(path, |out| out.write_all(new.as_bytes()))?;
        }
    }
    Ok(outcome)
}

/// The post as it is and as it should be.
fn refresh(path: &Path) -> Result<(String, String)> {
    let name = path.display().to_string();
    let bytes = std::fs::read(path).map_err(|error| Error::io(path, error))?;
    let post = String::from_utf8(bytes)
        .map_err(|_| Error::value("is not UTF-8; save it as UTF-8 to embed a timeline").at(&name))?;
    let regions = embed::regions(&post).map_err(|error| error.within(&name))?;
    if regions.is_empty() {
        let message = "has no marker; write `<!-- dateline:begin -->` and `<!-- dateline:end -->` on lines of their own";
        return Err(Error::value(message).at(name));
    }
    let texts = regions.iter().map(|region| {
        timeline(path, &post, &regions, region)
            .map_err(|error| error.within(&format!("{name}:{}", region.line)))
    });
    let texts = texts.collect::<Result<Vec<_>>>()?;
    let new = embed::replace(&post, &regions, &texts);
    Ok((post, new))
}

/// What stands between the markers of a region.
fn timeline(path: &Path, post: &str, regions: &[Region], region: &Region) -> Result<String> {
    let folder = path.parent().unwrap_or(Path::new(""));
    let marker = Marker::try_parse_from(region.arguments.iter().map(|argument| option(argument, folder)))
        .map_err(|error| Error::value(mistake(&error)))?;
    let is_html = matches!(path.extension().and_then(|e| e.to_str()), Some("html" | "htm"));
    let default = if is_html { Format::Fragment } else { Format::Markdown };
    let own = || {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let own = embed::without(post, regions);
        article::all(&name, own.as_bytes(), Container::of(&name, own.as_bytes()), None)?.into_iter().collect()
    };
    let (format, text) = marker.build.embedded(default, folder, own)?;
    Ok(match format {
        Format::Mermaid if !is_html => format!("```mermaid\n{text}```\n"),
        // A blank line would end the block of HTML that Markdown leaves alone.
        Format::Fragment => {
            text.lines().filter(|line| !line.trim().is_empty()).collect::<Vec<_>>().join("\n")
        }
        _ => text,
    })
}

/// `name=value` as an option; anything else is an input, relative to the post.
fn option(argument: &str, folder: &Path) -> String {
    let named = argument.split_once('=').filter(|(name, _)| {
        !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c == '-') && !name.starts_with('-')
    });
    match named {
        Some((name, "true")) => format!("--{name}"),
        Some(_) => format!("--{argument}"),
        None if argument.starts_with('-') || argument.contains("://") => argument.to_owned(),
        None => folder.join(argument).to_string_lossy().into_owned(),
    }
}

/// clap's complaint in one line.
fn mistake(error: &clap::Error) -> String {
    let text = error.to_string();
    let lines = text.lines().take_while(|line| !line.starts_with("Usage")).map(str::trim);
    let joined = lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("; ");
    format!("the marker is not understood: {}", joined.trim_start_matches("error: "))
}
