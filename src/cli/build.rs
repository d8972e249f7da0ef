//! `dateline ARTICLE…`: one timeline from one or many articles.

use super::Outcome;
use super::choosing::Choosing;
use super::input::Inputs;
use super::options::Reading;
use super::printing::Printing;
use crate::article::Article;
use crate::error::{Error, Result};
use crate::suggest::nearest;
use crate::timeline::{Edited, Edits, Timeline};
use crate::walk;
use std::path::Path;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    inputs: Inputs,

    #[command(flatten)]
    reading: Reading,

    #[command(flatten)]
    choosing: Choosing,

    #[command(flatten)]
    printing: Printing,
}

pub(super) fn run(args: &Args) -> Result<Outcome> {
    let target = args.printing.target(&args.reading.config()?)?;
    refuse_command(args.inputs.first().unwrap_or_default())?;
    let read = args.inputs.readable(&args.reading)?;
    let (timeline, edited) = args.timeline(&read.found, target.edits.as_ref())?;
    let written = target.write(&timeline, &edited)?;
    Ok(written.max(read.outcome()))
}

impl Args {
    /// The timeline, and what became of corrections.
    fn timeline(&self, articles: &[Article], edits: Option<&Edits>) -> Result<(Timeline, Edited)> {
        let (language, policy) = (self.reading.language()?, self.reading.policy()?);
        let selection = &self.choosing.selection()?;
        match edits {
            Some(edits) => walk::corrected(articles, language, &policy, selection, edits),
            None => Ok((walk::select(articles, language, &policy, selection)?, Edited::default())),
        }
    }

    /// The timeline as text for a place inside a post in `folder`, which is HTML or Markdown; `own` reads the post itself, the
    /// article where none is named.
    pub(super) fn embedded(
        &self,
        is_html: bool,
        folder: &Path,
        own: impl FnOnce() -> Result<Vec<Article>>,
    ) -> Result<String> {
        let place = self.printing.place(is_html, &self.reading.config()?)?;
        let articles = if self.inputs.is_empty() {
            self.reading.date(own()?)?
        } else {
            let read = self.inputs.readable(&self.reading)?;
            if read.outcome() != Outcome::Fine {
                return Err(Error::value("an input cannot be read; no post was changed"));
            }
            read.found
        };
        let (mut timeline, edited) = self.timeline(&articles, place.edits.as_ref())?;
        for source in &mut timeline.sources {
            // As the marker names it, wherever the command runs.
            if let Ok(name) = Path::new(&source.name).strip_prefix(folder) {
                source.name = name.display().to_string();
            }
        }
        place.text(&timeline, &edited, is_html)
    }
}

/// A first word that is no file and looks like a command was meant as one, whatever inputs stand beside it.
fn refuse_command(word: &str) -> Result<()> {
    if word.contains(['.', '/', '*']) || Path::new(word).exists() {
        return Ok(());
    }
    match nearest(word, super::commands().iter().map(String::as_str)) {
        Some(name) => Err(Error::value(format!("no such file; did you mean the command `{name}`?")).at(word)),
        None => Ok(()),
    }
}
