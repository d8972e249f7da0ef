//! `dateline rules`: what is known, and tests of a user's own rules.

use super::Outcome;
use super::config::{Config, borrowed};
use super::options::Reading;
use super::output::Stdout;
use crate::check;
use crate::error::{Error, Result};
use crate::lang::{Additions, Language};
use crate::resolve::Policy;
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    reading: Reading,

    /// Run the examples of a rules file of your own, beside the rules of the language
    #[arg(long, value_name = "FILE")]
    check: Vec<PathBuf>,

    /// List the choices of reading as they are in force, in the form of a dateline.toml
    #[arg(long, conflicts_with = "check")]
    choices: bool,
}

pub(super) fn run(args: &Args) -> Result<Outcome> {
    let config = args.reading.config()?;
    match args.check.as_slice() {
        _ if args.choices => choices(&args.reading.policy()?),
        [] => list(&config),
        files => check(&config, files),
    }
}

/// One line a choice, with what it decides and what it may be.
fn choices(policy: &Policy) -> Result<Outcome> {
    let mut out = Stdout::new();
    for choice in Policy::CHOICES {
        let (name, value) = (choice.name, choice.value(policy));
        // Texts stand in quotes, as TOML has them.
        let value = if matches!(value.as_str(), "true" | "false") || value.parse::<u8>().is_ok() {
            value
        } else {
            format!("\"{value}\"")
        };
        out.line(format_args!("# {} Give {}.", choice.about, choice.possible()))?;
        out.line(format_args!("{name} = {value}"))?;
    }
    out.finish()?;
    Ok(Outcome::Fine)
}

/// One line a rule: name, place.
fn list(config: &Config) -> Result<Outcome> {
    let mut out = Stdout::new();
    for (name, place) in config.language()?.rules() {
        out.line(format_args!("{name}\t{place}"))?;
    }
    out.finish()?;
    Ok(Outcome::Fine)
}

fn check(config: &Config, files: &[PathBuf]) -> Result<Outcome> {
    let read = |path: &PathBuf| {
        let text = std::fs::read_to_string(path).map_err(|error| Error::io(path, error))?;
        Ok((path.display().to_string(), text))
    };
    let rules = files.iter().map(read).collect::<Result<Vec<_>>>()?;
    let (words, file) = (config.words()?, config.name());
    let additions = Additions { words: borrowed(&words), rules: borrowed(&rules), days: config.days(&file)? };
    let language = Language::english_with(&additions)?;
    let mut out = Stdout::new();
    let (mut examples, mut failed) = (0, 0);
    for file in additions.read_rules()? {
        for (rule, example) in file.rules.iter().flat_map(|rule| rule.examples.iter().map(move |e| (rule, e)))
        {
            examples += 1;
            if let Some(failure) = check::example(example, &language) {
                failed += 1;
                let (place, line) = (file.name, example.line);
                out.line(format_args!("{place}:{line}: rule `{}`: `{}` {failure}", rule.name, example.text))?;
            }
        }
    }
    out.line(format_args!("{} passed, {failed} failed", examples - failed))?;
    out.finish()?;
    Ok(if failed == 0 { Outcome::Fine } else { Outcome::Findings })
}
