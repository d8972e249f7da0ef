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

/// What its help ends with.
const STATUS: &str = "\
Exit status: 0 fine; 1 an example fails; 2 a file that cannot be read, or another mistake in what was given.";

#[derive(Debug, clap::Args)]
#[command(after_help = STATUS)]
pub(super) struct Args {
    #[command(flatten)]
    reading: Reading,

    /// Run the examples of a rules file of your own, beside the rules of the language; a file that ends in .words or .txt is
    /// read as words for them
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
    let is_words = |path: &&PathBuf| path.extension().is_some_and(|it| it == "words" || it == "txt");
    let (own_words, rules): (Vec<_>, Vec<_>) = files.iter().partition(is_words);
    let rules = rules.into_iter().map(read).collect::<Result<Vec<_>>>()?;
    let own_words = own_words.into_iter().map(read).collect::<Result<Vec<_>>>()?;
    let mut words = config.words()?;
    words.retain(|(name, _)| own_words.iter().all(|(own, _)| own != name));
    words.extend(own_words.iter().cloned());
    let file = config.name();
    let additions = Additions { words: borrowed(&words), rules: borrowed(&rules), days: config.days(&file)? };
    let language = Language::english_with(&additions)?;
    let mut out = Stdout::new();
    let (mut examples, mut failed) = (0, 0);
    for (name, text) in &own_words {
        let readings =
            text.lines().filter(|line| !matches!(line.trim().as_bytes().first(), None | Some(b'#')));
        out.line(format_args!("{name}: {} read", counted(readings.count(), "line")))?;
    }
    for file in additions.read_rules()? {
        if file.rules.is_empty() {
            let message = "holds no rule; write `rule name`, and below it a pattern, `=>` and what it means";
            return Err(Error::language(message).at(file.name));
        }
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
    if !rules.is_empty() {
        out.line(format_args!("{} passed, {failed} failed", examples - failed))?;
    }
    out.finish()?;
    Ok(if failed == 0 { Outcome::Fine } else { Outcome::Findings })
}

fn counted(n: usize, of: &str) -> String {
    format!("{n} {of}{}", if n == 1 { "" } else { "s" })
}
