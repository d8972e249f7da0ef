//! How timelines are printed: options that several commands share.

use super::output::say;
use crate::error::{Error, Result};
use crate::render::{Dates, Options, check_stylesheet};
use crate::stored;
use crate::timeline::Timeline;
use clap::Args;
use std::path::{Path, PathBuf};

/// What a format leaves open.
#[derive(Clone, Debug, Default, Args)]
pub(super) struct Printing {
    /// Carry out the corrections of an edits file
    #[arg(long, value_name = "FILE")]
    edits: Option<PathBuf>,

    /// Print dates as a locale has them, such as de, pt-BR or en-US
    #[arg(long, value_name = "LOCALE", conflicts_with = "dates")]
    locale: Option<String>,

    /// Print dates in a style: day-first, ap (Associated Press) or iso
    #[arg(long, value_name = "STYLE")]
    dates: Option<String>,

    /// Add a style sheet to the page or fragment
    #[arg(long, value_name = "FILE")]
    stylesheet: Option<PathBuf>,
}

impl Printing {
    /// Carries out the edits; what finds no entry is told. Gives how many did not.
    pub(super) fn edit(&self, timeline: &mut Timeline, folder: &Path) -> Result<usize> {
        let Some(path) = self.edits.as_ref().map(|path| folder.join(path)) else { return Ok(0) };
        let text = std::fs::read_to_string(&path).map_err(|error| Error::io(&path, error))?;
        let name = path.display().to_string();
        let edits = stored::edits(&text).map_err(|error| error.within(&name))?;
        let lost = timeline.edit(&edits.edits, edits.added);
        for lost in &lost {
            let line = edits.lines.get(lost.edit).copied().unwrap_or(1);
            let nearest: Vec<_> =
                lost.nearest.iter().map(|(id, headline)| format!("{id} ({headline})")).collect();
            let cure = match nearest.as_slice() {
                [] => "give its headline as `was` to be shown the nearest".to_owned(),
                nearest => format!("nearest: {}", nearest.join(", ")),
            };
            say(format_args!("dateline: {name}:{line}: no entry has the id `{}`; {cure}", lost.entry));
        }
        Ok(lost.len())
    }

    /// The options, with the style sheet read; its path is relative to `folder`.
    pub(super) fn options(&self, folder: &Path) -> Result<Options> {
        let dates = match (&self.locale, &self.dates) {
            (Some(tag), _) => Dates::of_locale(tag).ok_or_else(|| {
                Error::value(format!("`{tag}` is no locale; give one such as de, fr-CA or en-US"))
                    .at("--locale")
            })?,
            (None, Some(name)) => Dates::from_name(name)
                .ok_or_else(|| super::options::unknown("--dates", name, &Dates::STYLES))?,
            (None, None) => Dates::default(),
        };
        let stylesheet = self.stylesheet.as_ref().map(|path| stylesheet(&folder.join(path))).transpose()?;
        Ok(Options { dates, stylesheet, ..Options::default() })
    }
}

fn stylesheet(path: &Path) -> Result<String> {
    let css = std::fs::read_to_string(path).map_err(|error| Error::io(path, error))?;
    match check_stylesheet(&css) {
        None => Ok(css),
        Some(line) => Err(Error::value("`</style` would end the style sheet; take it out")
            .at(format!("{}:{line}", path.display()))),
    }
}
