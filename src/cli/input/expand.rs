//! Arguments to sources: folders and patterns become the files in them, in the order of their names.

use crate::article::{Container, Format};
use crate::error::{Error, Result};
use glob::MatchOptions;
use rustc_hash::FxHashSet;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// One thing to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Source {
    Stdin,
    /// A path, as the user wrote its beginning.
    File(String),
    /// A web address.
    Address(String),
}

/// What the arguments stand for, then what a file of further arguments does. What stands for nothing is an error in its
/// place, so that the others can be read.
///
/// # Errors
///
/// When the file of arguments cannot be read.
pub(super) fn sources(arguments: &[String], files_from: Option<&str>) -> Result<Vec<Result<Source>>> {
    let mut sources = Vec::with_capacity(arguments.len());
    for argument in arguments {
        expand(argument, &mut sources);
    }
    if let Some(list) = files_from {
        let bytes = match list {
            "-" => super::stdin()?,
            path => std::fs::read(path).map_err(|error| Error::io(path, error))?,
        };
        let text = String::from_utf8(bytes)
            .map_err(|error| Error::value(format!("is no list of files: {error}")).at(list))?;
        // `find -print0` parts names by NUL, which no name can hold.
        let names: Vec<&str> =
            if text.contains('\0') { text.split('\0').collect() } else { text.lines().collect() };
        for name in names.into_iter().map(|name| name.trim_end_matches('\r')).filter(|name| !name.is_empty())
        {
            expand(name, &mut sources);
        }
        if sources.is_empty() {
            return Err(Error::value("names no input; write one a line").at(list));
        }
    }
    Ok(sources)
}

/// Each source once, where it stands first: the same file may be named by two patterns, or by itself and its folder.
pub(super) fn distinct(sources: Vec<Result<Source>>) -> Vec<Result<Source>> {
    let mut known = FxHashSet::default();
    let mut is_new = |source: &Source| {
        let place = match source {
            Source::File(path) => std::fs::canonicalize(path).unwrap_or_else(|_| PathBuf::from(path)),
            Source::Address(address) => PathBuf::from(address),
            Source::Stdin => PathBuf::from("-"),
        };
        known.insert((std::mem::discriminant(source), place))
    };
    sources.into_iter().filter(|source| source.as_ref().map_or(true, &mut is_new)).collect()
}

fn expand(argument: &str, sources: &mut Vec<Result<Source>>) {
    if argument == "-" {
        return sources.push(Ok(Source::Stdin));
    }
    let path = Path::new(argument);
    if let Some((scheme, _)) = argument.split_once("://")
        && scheme.chars().all(|c| c.is_ascii_alphanumeric())
        && !path.exists()
    {
        let is_web = ["http", "https"].iter().any(|web| web.eq_ignore_ascii_case(scheme));
        let unknown = || Error::value("only http and https addresses are fetched").at(argument);
        return sources.push(if is_web { Ok(Source::Address(argument.to_owned())) } else { Err(unknown()) });
    }
    if path.is_dir() {
        return folder(argument, sources);
    }
    if argument.contains(['*', '?', '[']) && !path.exists() {
        return pattern(argument, sources);
    }
    sources.push(Ok(Source::File(argument.to_owned())));
}

/// The articles in a folder and in the folders below; hidden ones and files of other kinds are none.
fn folder(argument: &str, sources: &mut Vec<Result<Source>>) {
    let before = sources.len();
    let is_hidden = |name: &std::ffi::OsStr| name.to_string_lossy().starts_with('.');
    let entries = WalkDir::new(argument).sort_by_file_name().into_iter();
    for entry in entries.filter_entry(|entry| entry.depth() == 0 || !is_hidden(entry.file_name())) {
        match entry {
            // A link to a file is one; links to folders may lead anywhere.
            Ok(entry)
                if entry.file_type().is_file()
                    || (entry.file_type().is_symlink() && entry.path().is_file()) =>
            {
                let path = entry.path().to_string_lossy();
                if holds_article(&path) {
                    sources.push(Ok(Source::File(path.into_owned())));
                }
            }
            Ok(_) => {}
            Err(error) => {
                let place = error.path().map_or(argument.to_owned(), |path| path.display().to_string());
                let error =
                    error.into_io_error().unwrap_or_else(|| std::io::Error::other("the folder loops"));
                sources.push(Err(Error::io(place, error)));
            }
        }
    }
    if sources.len() == before {
        let message = "holds no article; they end in .txt, .md, .html, .tml, .jsonl, or are feeds";
        sources.push(Err(Error::value(message).at(argument)));
    }
}

/// Whether a file of a folder is an article by its name, or a feed or TimeML by its first bytes where its name leaves that open.
fn holds_article(path: &str) -> bool {
    if Format::of_name(path).is_some() || Container::of(path, b"") != Container::One(Format::Text) {
        return true;
    }
    let may_be_one = [".xml", ".json", ".rdf"].iter().any(|end| path.to_ascii_lowercase().ends_with(end));
    let mut head = Vec::new();
    may_be_one
        && File::open(path).and_then(|file| file.take(2048).read_to_end(&mut head)).is_ok()
        && matches!(Container::of(path, &head), Container::Feed | Container::One(Format::TimeMl))
}

fn pattern(argument: &str, sources: &mut Vec<Result<Source>>) {
    let before = sources.len();
    // As in shells and in folders, hidden files are none of many.
    let options = MatchOptions { require_literal_leading_dot: true, ..MatchOptions::new() };
    match glob::glob_with(argument, options) {
        Err(error) => {
            sources.push(Err(Error::value(format!("is no pattern of files: {error}")).at(argument)));
        }
        Ok(paths) => {
            for path in paths {
                match path {
                    Ok(path) if path.is_file() => {
                        sources.push(Ok(Source::File(path.to_string_lossy().into_owned())));
                    }
                    Ok(_) => {}
                    Err(error) => {
                        let place = error.path().display().to_string();
                        sources.push(Err(Error::io(place, error.into())));
                    }
                }
            }
            if sources.len() == before {
                sources.push(Err(Error::value("matches no file").at(argument)));
            }
        }
    }
}
