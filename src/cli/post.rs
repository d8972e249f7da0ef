//! What stands between the markers of a post, for all commands that refresh it.

use super::build;
use crate::article::{self, Container};
use crate::embed::{self, Region};
use crate::error::{Error, Result};
use clap::{CommandFactory as _, Parser, ValueHint};
use std::path::Path;

/// What a marker may say: all that a command line may, but where to write.
#[derive(Debug, Parser)]
#[command(name = "dateline:begin", no_binary_name = true, disable_help_flag = true)]
struct Marker {
    #[command(flatten)]
    build: build::Args,
}

/// Options of which one says what the others would.
const FORMS: [&str; 3] = ["format", "flavor", "template"];

/// A post, and where it lies.
#[derive(Debug)]
pub(super) struct Post<'a> {
    /// As errors call it.
    pub(super) name: &'a str,
    /// Its file, which need not exist; inputs and files that its markers name are relative to it.
    pub(super) path: &'a Path,
    pub(super) text: &'a str,
    /// Options as `name=value`, where a marker does not say otherwise.
    pub(super) defaults: &'a [String],
}

impl Post<'_> {
    /// The post as it should be; `None` without markers.
    pub(super) fn refreshed(&self) -> Result<Option<String>> {
        let regions = embed::regions(self.text).map_err(|error| error.within(self.name))?;
        if regions.is_empty() {
            return Ok(None);
        }
        let texts = regions.iter().map(|region| {
            let place = format!("{}:{}", self.name, region.line);
            self.timeline(&regions, region).map_err(|error| error.within(&place))
        });
        let new = embed::replace(self.text, &regions, &texts.collect::<Result<Vec<_>>>()?);
        let again = embed::regions(&new);
        if again.is_ok_and(|again| embed::without(&new, &again) == embed::without(self.text, &regions)) {
            return Ok(Some(new));
        }
        let message = "a timeline holds a line that is a marker itself; change its template, so that no line begins with one";
        Err(Error::value(message).at(self.name))
    }

    /// What stands between the markers of a region.
    fn timeline(&self, regions: &[Region], region: &Region) -> Result<String> {
        let folder = self.path.parent().unwrap_or(Path::new(""));
        let said: Vec<&str> =
            region.arguments.iter().filter_map(|argument| Some(named(argument)?.0)).collect();
        let is_said = |name| {
            let same = |said: &&str| *said == name || FORMS.contains(said) && FORMS.contains(&name);
            said.iter().any(same)
        };
        let unsaid =
            self.defaults.iter().filter(|default| named(default).is_none_or(|(name, _)| !is_said(name)));
        let marker = marker(unsaid.chain(&region.arguments), folder)
            .map_err(|mistake| Error::value(format!("the marker is not understood: {mistake}")))?;
        let is_html = matches!(self.path.extension().and_then(|e| e.to_str()), Some("html" | "htm"));
        let own = || {
            let name = self.path.file_name().unwrap_or_default().to_string_lossy();
            let own = embed::without(self.text, regions);
            let container = Container::of(&name, own.as_bytes());
            article::all(&name, own.as_bytes(), container, None)?.into_iter().collect()
        };
        marker.build.embedded(is_html, folder, own)
    }
}

/// Options as `name=value` that hold for many markers, of which files are relative to `folder`.
pub(super) fn defaults(options: &[String], folder: &Path) -> Result<Vec<String>> {
    marker(options, folder).map_err(Error::value)?;
    Ok(options.iter().map(|option| beside(option, folder)).collect())
}

/// Reads a marker's arguments: options as `name=value`, and inputs; files are relative to `folder`.
fn marker<'a>(arguments: impl IntoIterator<Item = &'a String>, folder: &Path) -> Result<Marker, String> {
    let options = arguments.into_iter().map(|argument| match named(argument) {
        Some((name, "true")) => format!("--{name}"),
        Some(_) => format!("--{}", beside(argument, folder)),
        None => beside(argument, folder),
    });
    Marker::try_parse_from(options).map_err(|error| mistake(&error))
}

/// An argument whose file, where it names one, is relative to `folder`.
fn beside(argument: &str, folder: &Path) -> String {
    let is_file = |name: &str| {
        let command = Marker::command();
        let option = command.get_arguments().find(|option| option.get_long() == Some(name));
        let hint = option.map(clap::Arg::get_value_hint);
        hint.is_some_and(|hint| matches!(hint, ValueHint::AnyPath | ValueHint::FilePath))
    };
    let file = |path: &str| folder.join(path).to_string_lossy().into_owned();
    match named(argument) {
        Some((name, path)) if is_file(name) => format!("{name}={}", file(path)),
        None if !argument.starts_with('-') && !argument.contains("://") => file(argument),
        _ => argument.to_owned(),
    }
}

/// The name and the value of an option; `None` for an input.
fn named(argument: &str) -> Option<(&str, &str)> {
    argument.split_once('=').filter(|(name, _)| {
        !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c == '-') && !name.starts_with('-')
    })
}

/// clap's complaint in one line.
fn mistake(error: &clap::Error) -> String {
    let text = error.to_string();
    let lines = text.lines().take_while(|line| !line.starts_with("Usage")).map(str::trim);
    let joined = lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("; ");
    joined.trim_start_matches("error: ").to_owned()
}
