//! `dateline embed POST…`: refreshes the timelines between markers in posts.

use super::Outcome;
use super::output::{self, say};
use super::post::Post;
use crate::error::{Error, Result};
use std::path::{Path, PathBuf};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Posts with `<!-- dateline:begin INPUT... name=value... -->` and `<!-- dateline:end -->`, each alone on a line; others are left alone
    #[arg(required = true, value_name = "POST")]
    posts: Vec<PathBuf>,

    /// Change nothing; exit with status 1 when a post is not up to date
    #[arg(long)]
    check: bool,
}

pub(super) fn run(args: &Args) -> Result<Outcome> {
    // All are read before any is written, so that a mistake in one changes none.
    let posts = args.posts.iter().map(|path| refresh(path)).collect::<Result<Vec<_>>>()?;
    if posts.iter().all(Option::is_none) {
        let message = "has no marker; write `<!-- dateline:begin -->` and `<!-- dateline:end -->` on lines of their own";
        let names: Vec<_> = args.posts.iter().map(|path| path.display().to_string()).collect();
        return Err(Error::value(message).at(names.join(", ")));
    }
    let mut outcome = Outcome::Fine;
    for (path, post) in args.posts.iter().zip(posts) {
        let Some(Refreshed { old, new }) = post.filter(|post| post.old != post.new) else { continue };
        if args.check {
            say(format_args!("dateline: {}: is not up to date; run `dateline embed`", path.display()));
            outcome = Outcome::Findings;
        } else {
            output::refresh(path, &old, &new)?;
        }
    }
    Ok(outcome)
}

/// A post as it is and as it should be.
struct Refreshed {
    old: String,
    new: String,
}

/// `None` for a post without markers: among many there may be some.
fn refresh(path: &Path) -> Result<Option<Refreshed>> {
    let name = &path.display().to_string();
    let bytes = std::fs::read(path).map_err(|error| Error::io(path, error))?;
    let old = String::from_utf8(bytes)
        .map_err(|_| Error::value("is not UTF-8; save it as UTF-8 to embed a timeline").at(name))?;
    let new = Post { name, path, text: &old, defaults: &[] }.refreshed()?;
    Ok(new.map(|new| Refreshed { old, new }))
}
