//! `dateline.toml`: choices that hold for a folder and all below it; options of the command line beat them.

use crate::error::{Error, Result};
use crate::lang::{Additions, Language};
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// The name that is looked for in the current folder and those above it.
const NAME: &str = "dateline.toml";

/// What the file may say; every name is that of an option, but for words and rules.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
struct Fields {
    timezone: Option<String>,
    date_order: Option<String>,
    genre: Option<String>,
    week_start: Option<String>,
    hemisphere: Option<String>,
    bare_weekday: Option<String>,
    last_weekday: Option<String>,
    /// Words files, relative to this file.
    words: Vec<String>,
    /// Rules files, relative to this file.
    rules: Vec<String>,
}

/// A configuration: empty where there is none.
#[derive(Debug, Default)]
pub(super) struct Config {
    path: PathBuf,
    text: String,
    fields: Fields,
}

impl Config {
    /// Reads the file that is named, or the one that lies nearest above the current folder.
    pub(super) fn load(named: Option<&Path>) -> Result<Config> {
        let found = match named {
            Some(path) => Some(path.to_owned()),
            None => upward(),
        };
        let Some(path) = found else { return Ok(Config::default()) };
        let text = std::fs::read_to_string(&path).map_err(|error| Error::io(&path, error))?;
        let fields = toml::from_str(&text).map_err(|error| {
            let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
            let line = 1 + before.matches('\n').count();
            let message = error.message().lines().next().unwrap_or_default().to_owned();
            Error::value(message).at(format!("{}:{line}", path.display()))
        })?;
        Ok(Config { path, text, fields })
    }

    /// What it says of an option, with the place for errors.
    pub(super) fn get(&self, option: &str) -> Option<(&str, String)> {
        let fields = &self.fields;
        let value = match option {
            "timezone" => &fields.timezone,
            "date-order" => &fields.date_order,
            "genre" => &fields.genre,
            "week-start" => &fields.week_start,
            "hemisphere" => &fields.hemisphere,
            "bare-weekday" => &fields.bare_weekday,
            "last-weekday" => &fields.last_weekday,
            _ => return None,
        };
        let line = self.text.lines().position(|line| line.trim_start().starts_with(option)).unwrap_or(0) + 1;
        value.as_deref().map(|value| (value, format!("{}:{line}: {option}", self.path.display())))
    }

    /// English, with the words and rules that it names.
    pub(super) fn language(&self) -> Result<&'static Language> {
        if self.fields.words.is_empty() && self.fields.rules.is_empty() {
            return Ok(Language::english());
        }
        let texts = |names: &[String]| names.iter().map(|name| self.beside(name)).collect::<Result<Vec<_>>>();
        let (words, rules) = (texts(&self.fields.words)?, texts(&self.fields.rules)?);
        let language =
            Language::english_with(&Additions { words: borrowed(&words), rules: borrowed(&rules) })?;
        // Read once, and needed until the process ends.
        Ok(Box::leak(Box::new(language)))
    }

    /// The words that it names; their files are read.
    pub(super) fn words(&self) -> Result<Vec<(String, String)>> {
        self.fields.words.iter().map(|name| self.beside(name)).collect()
    }

    /// The name and the text of a file, relative to this one.
    fn beside(&self, name: &str) -> Result<(String, String)> {
        let path = self.path.parent().unwrap_or(Path::new("")).join(name);
        let text = std::fs::read_to_string(&path).map_err(|error| Error::io(&path, error))?;
        Ok((path.display().to_string(), text))
    }
}

pub(super) fn borrowed(files: &[(String, String)]) -> Vec<(&str, &str)> {
    files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect()
}

/// The nearest file of that name, as a path from here.
fn upward() -> Option<PathBuf> {
    let here = std::env::current_dir().ok()?;
    let mut path = PathBuf::from(NAME);
    for folder in here.ancestors() {
        if folder.join(NAME).is_file() {
            return Some(path);
        }
        path = Path::new("..").join(path);
    }
    None
}
