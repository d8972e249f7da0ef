//! `dateline.toml`: choices that hold for a folder and all below it; options of the command line beat them.

use super::options::unknown;
use crate::article::Zone;
use crate::error::{Error, Result};
use crate::lang::{Additions, Language, NamedDay};
use crate::recognise::yearly;
use crate::render::Dates;
use crate::resolve::Policy;
use crate::suggest::nearest;
use std::ops::Range;
use std::path::{Path, PathBuf};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The name that is looked for in the current folder and those above it.
const NAME: &str = "dateline.toml";

/// What it may say beside the choices of [`Policy`].
const OWN: [&str; 6] = ["timezone", "locale", "dates", "words", "rules", "holidays"];

/// A configuration: empty where there is none.
#[derive(Debug, Default)]
pub(super) struct Config {
    path: PathBuf,
    /// Choices by name.
    choices: Vec<Written>,
    /// Words files, relative to the file.
    words: Vec<Written>,
    /// Rules files, relative to the file.
    rules: Vec<Written>,
    /// Days of the user's own: what they are called, and when they are.
    holidays: Vec<Written>,
}

/// A value as the file writes it.
#[derive(Debug)]
struct Written {
    name: String,
    value: String,
    line: usize,
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
        let mut reader = Reader { text: &text, config: Config { path, ..Config::default() } };
        reader.file()?;
        reader.config.check()?;
        Ok(reader.config)
    }

    /// Whatever the command needs, what the file says is looked at: a mistake in it is told by the first command, not by the
    /// first that prints a page.
    fn check(&self) -> Result<()> {
        self.dates()?;
        self.zone().map(|_| ())
    }

    /// In which way it prints dates.
    pub(super) fn dates(&self) -> Result<Dates> {
        match (self.get("locale"), self.get("dates")) {
            (Some((tag, place)), None) => of_locale(tag, place),
            (None, Some((name, place))) => in_style(name, &place),
            (None, None) => Ok(Dates::default()),
            (Some(_), Some((_, place))) => {
                Err(Error::value("stands beside a locale; a timeline's dates have one form").at(place))
            }
        }
    }

    /// The zone in which it reads dates of publication.
    pub(super) fn zone(&self) -> Result<Option<Zone>> {
        self.get("timezone").map(|(zone, place)| Zone::parse(zone).map_err(|e| e.at(place))).transpose()
    }

    /// What it says of a choice, with the place for errors.
    pub(super) fn get(&self, name: &str) -> Option<(&str, String)> {
        let written = self.choices.iter().find(|written| written.name == name)?;
        Some((&written.value, format!("{}: {name}", self.place(written.line))))
    }

    /// The choices of reading that it makes.
    pub(super) fn policy(&self) -> Result<Policy> {
        let mut policy = Policy::default();
        for Written { name, value, line } in &self.choices {
            if !OWN.contains(&name.as_str()) {
                policy.set(name, value).map_err(|error| error.within(&self.place(*line)))?;
            }
        }
        Ok(policy)
    }

    /// English, with the words, the rules and the days that it names.
    pub(super) fn language(&self) -> Result<&'static Language> {
        if self.words.is_empty() && self.rules.is_empty() && self.holidays.is_empty() {
            return Ok(Language::english());
        }
        let texts =
            |files: &[Written]| files.iter().map(|file| self.beside(file)).collect::<Result<Vec<_>>>();
        let (words, rules) = (texts(&self.words)?, texts(&self.rules)?);
        let file = self.name();
        let additions =
            Additions { words: borrowed(&words), rules: borrowed(&rules), days: self.days(&file)? };
        let language = Language::english_with(&additions)?;
        // Read once, and needed until the process ends.
        Ok(Box::leak(Box::new(language)))
    }

    /// The words that it names; their files are read.
    pub(super) fn words(&self) -> Result<Vec<(String, String)>> {
        self.words.iter().map(|file| self.beside(file)).collect()
    }

    /// As errors call the file.
    pub(super) fn name(&self) -> String {
        self.path.display().to_string()
    }

    /// The days of the user's own; `file` is [the name](Config::name) of the file.
    pub(super) fn days<'a>(&'a self, file: &'a str) -> Result<Vec<NamedDay<'a>>> {
        let days = self.holidays.iter().map(|Written { name, value, line }| {
            let day = yearly(value, Language::english()).ok_or_else(|| {
                let cure = "write `6 May`, `last Friday of June`, `Christmas` or `2 days after Easter`";
                Error::value(format!("{name}: `{value}` is no day of each year; {cure}"))
                    .at(self.place(*line))
            })?;
            Ok(NamedDay { file, line: *line, name, day })
        });
        days.collect()
    }

    /// The name and the text of a file, relative to this one.
    fn beside(&self, file: &Written) -> Result<(String, String)> {
        let path = self.path.parent().unwrap_or(Path::new("")).join(&file.value);
        let text = std::fs::read_to_string(&path).map_err(|error| {
            Error::io(&path, error).within(&format!("{}: {}", self.place(file.line), file.name))
        })?;
        Ok((path.display().to_string(), text))
    }

    fn place(&self, line: usize) -> String {
        format!("{}:{line}", self.path.display())
    }
}

/// Reads a file, knowing the line of each value.
struct Reader<'t> {
    text: &'t str,
    config: Config,
}

impl Reader<'_> {
    fn file(&mut self) -> Result<()> {
        let table = DeTable::parse(self.text).map_err(|error| {
            let message = error.message().lines().next().unwrap_or_default().to_owned();
            self.fault(error.span().unwrap_or(0..0), message)
        })?;
        for (key, value) in table.into_inner() {
            let (span, name) = (key.span(), key.into_inner().into_owned());
            match name.as_str() {
                "words" => self.config.words = self.files(&name, value)?,
                "rules" => self.config.rules = self.files(&name, value)?,
                "holidays" => self.config.holidays = self.holidays(value)?,
                _ => {
                    self.known(&name, span)?;
                    let written = self.scalar(&name, value)?;
                    self.config.choices.push(written);
                }
            }
        }
        Ok(())
    }

    fn known(&self, name: &str, span: Range<usize>) -> Result<()> {
        let all = || OWN.into_iter().chain(Policy::CHOICES.iter().map(|choice| choice.name));
        if all().any(|known| known == name) {
            return Ok(());
        }
        let cure = match nearest(name, all()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "`dateline rules --choices` lists what there is".to_owned(),
        };
        Err(self.fault(span, format!("`{name}` is no choice; {cure}")))
    }

    /// A text, a number, or true or false, as it is written.
    fn scalar(&self, name: &str, value: Spanned<DeValue<'_>>) -> Result<Written> {
        let span = value.span();
        let line = self.line(&span);
        let value = match value.into_inner() {
            DeValue::String(text) => text.into_owned(),
            DeValue::Array(_) | DeValue::Table(_) => {
                return Err(self.fault(span, format!("{name}: is a list or a table; write one value")));
            }
            _ => self.text.get(span).unwrap_or_default().to_owned(),
        };
        Ok(Written { name: name.to_owned(), value, line })
    }

    fn files(&self, name: &str, value: Spanned<DeValue<'_>>) -> Result<Vec<Written>> {
        let span = value.span();
        match value.into_inner() {
            DeValue::Array(files) => files.into_iter().map(|file| self.file_name(name, file)).collect(),
            _ => Err(self.fault(span, format!("{name}: is no list of files; write [\"desk.{name}\"]"))),
        }
    }

    fn file_name(&self, name: &str, value: Spanned<DeValue<'_>>) -> Result<Written> {
        match value.get_ref() {
            DeValue::String(_) => self.scalar(name, value),
            _ => {
                Err(self
                    .fault(value.span(), format!("{name}: is no name of a file; write [\"desk.{name}\"]")))
            }
        }
    }

    fn holidays(&self, value: Spanned<DeValue<'_>>) -> Result<Vec<Written>> {
        let span = value.span();
        match value.into_inner() {
            DeValue::Table(days) => {
                days.into_iter().map(|(name, day)| self.scalar(&name.into_inner(), day)).collect()
            }
            _ => {
                Err(self
                    .fault(span, "holidays: is no table; write [holidays] and `\"Press Day\" = \"6 May\"`"))
            }
        }
    }

    fn fault(&self, span: Range<usize>, message: impl Into<String>) -> Error {
        Error::value(message).at(self.config.place(self.line(&span)))
    }

    fn line(&self, span: &Range<usize>) -> usize {
        1 + self.text.get(..span.start).unwrap_or_default().matches('\n').count()
    }
}

/// Dates as a locale has them; `place` named it.
pub(super) fn of_locale(tag: &str, place: String) -> Result<Dates> {
    Dates::of_locale(tag).ok_or_else(|| {
        Error::value(format!("`{tag}` is no locale; give one such as de, fr-CA or en-US")).at(place)
    })
}

/// Dates in a style; `place` named it.
pub(super) fn in_style(name: &str, place: &str) -> Result<Dates> {
    Dates::from_name(name).ok_or_else(|| unknown(place, name, &Dates::STYLES))
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
