//! Case files: whatever they are written in, a list of cases.
//!
//! Input: the text of a file. Output: its cases, each knowing where it stands.
//! Knows nothing of how cases are run.

mod csv;
mod json;
mod toml;
mod yaml;

use super::case::{self, Case};
use super::node::{Node, Value};
use crate::error::{Error, Result};
use crate::sorting;
use std::fmt;
use std::ops::Range;
use std::path::Path;

/// What a case file is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Format {
    /// `[[case]]` tables.
    Toml,
    /// A list of cases, or one under `case`.
    Yaml,
    /// One case a line.
    JsonLines,
    /// A list of cases, or one under `case`.
    Json,
    /// A header that names the fields, and one case a record.
    Csv,
}

/// Extensions of case files.
const EXTENSIONS: [(&str, Format); 7] = [
    ("toml", Format::Toml),
    ("yaml", Format::Yaml),
    ("yml", Format::Yaml),
    ("jsonl", Format::JsonLines),
    ("ndjson", Format::JsonLines),
    ("json", Format::Json),
    ("csv", Format::Csv),
];

impl Format {
    /// What a file's extension tells.
    ///
    /// ```
    /// use dateline::check::Format;
    /// assert_eq!(Format::of_path("tests/dates.yml"), Some(Format::Yaml));
    /// assert_eq!(Format::of_path("tests/dates.rs"), None);
    /// ```
    pub fn of_path(path: impl AsRef<Path>) -> Option<Format> {
        let extension = path.as_ref().extension()?.to_str()?;
        EXTENSIONS.iter().find(|(known, _)| known.eq_ignore_ascii_case(extension)).map(|&(_, format)| format)
    }
}

/// A case file, read.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct CaseFile {
    /// Its name, as errors call it.
    pub name: String,
    /// What it is written in.
    pub format: Format,
    /// Its text.
    pub text: String,
    /// Its cases, in order.
    pub cases: Vec<Case>,
}

/// Something that is wrong with a case file.
///
/// ```
/// use dateline::check::{Format, Mistake, read_all};
///
/// let text = "{\"text\":\"x\",\"expect\":\"none\"}\n{\"text\":\"x\",\"expct\":\"none\"}\n{\"text\":\n";
/// let (file, mistakes) = read_all("cases.jsonl", text, Format::JsonLines);
/// assert_eq!(file.cases.len(), 1);
/// let mistake: &Mistake = &mistakes[0];
/// assert!(mistake.to_string().starts_with("cases.jsonl:2: `expct` is no field of a case; did you mean `expect`?"));
/// assert_eq!((mistakes[1].line, mistakes[1].place()), (Some(3), "cases.jsonl:3".to_owned()));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Mistake {
    /// The file's name.
    pub file: String,
    /// The line, from 1; `None` where all of the file is meant.
    pub line: Option<usize>,
    /// What is wrong, and how to mend it.
    pub message: String,
}

impl Mistake {
    /// The file, and the line where one is known.
    pub fn place(&self) -> String {
        self.line.map_or_else(|| self.file.clone(), |line| format!("{}:{line}", self.file))
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place(), self.message)
    }
}

/// Something wrong with a file, and where.
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) at: usize,
    pub(super) message: String,
}

impl Fault {
    pub(super) fn new(at: usize, message: impl Into<String>) -> Self {
        Fault { at, message: message.into() }
    }
}

/// Reads a case file; `name` is what errors call it.
///
/// ```
/// use dateline::check::{Expect, Format, read};
///
/// let text = "published,text,expect\n2025-11-20,last month,2025-10\n";
/// let file = read("cases.csv", text, Format::Csv)?;
/// assert_eq!(file.cases[0].expect, Expect::Value("2025-10".into()));
///
/// let error = read("cases.csv", "published,text\n", Format::Csv).unwrap_err();
/// assert!(error.to_string().starts_with("cases.csv:1: "));
/// # Ok::<(), dateline::Error>(())
/// ```
///
/// # Errors
///
/// Names the file, the line, and the cure of what is no case; [`read_all`] tells of all mistakes, and keeps the other cases.
pub fn read(name: &str, text: &str, format: Format) -> Result<CaseFile> {
    let (file, mistakes) = read_all(name, text, format);
    match mistakes.into_iter().next() {
        Some(mistake) => Err(Error::value(mistake.message.clone()).at(mistake.place())),
        None => Ok(file),
    }
}

/// Reads a case file as far as it can be read, and tells all that is wrong with the rest.
pub fn read_all(name: &str, text: &str, format: Format) -> (CaseFile, Vec<Mistake>) {
    let mut faults = Vec::new();
    let cases = cases(name, text, format, &mut faults).unwrap_or_else(|fault| {
        faults.push(fault);
        Vec::new()
    });
    sorting::sort_by_key(&mut faults, |fault| fault.at);
    let mistake = |fault: Fault| Mistake {
        file: name.to_owned(),
        line: Some(line_of(text, fault.at)),
        message: fault.message,
    };
    let file = CaseFile { name: name.to_owned(), format, text: text.to_owned(), cases };
    (file, faults.into_iter().map(mistake).collect())
}

/// The cases that can be read.
fn cases(name: &str, text: &str, format: Format, faults: &mut Vec<Fault>) -> Result<Vec<Case>, Fault> {
    let root = match format {
        Format::Toml => toml::read(text)?,
        Format::Yaml => yaml::read(text)?,
        Format::JsonLines => json::lines(text, faults),
        Format::Json => json::document(text)?,
        Format::Csv => csv::read(text, faults)?,
    };
    let (defaults, list) = listed(root, format)?;
    let file = case::FileContext::new(name, text, defaults.as_ref())?;
    let mut cases = Vec::new();
    for node in list {
        match case::read(&node, &file) {
            Ok(case) => cases.push(case),
            Err(fault) => faults.push(fault),
        }
    }
    Ok(cases)
}

/// The cases of a file, and the table that they stand in, whose other fields hold for all of them.
fn listed(root: Node, format: Format) -> Result<(Option<Node>, Vec<Node>), Fault> {
    let start = root.range.start;
    match root.value {
        Value::List(cases) => Ok((None, cases)),
        Value::Null => Ok((None, Vec::new())),
        Value::Map(fields) => {
            let (mut cases, mut defaults) = (None, Vec::new());
            for (key, node) in fields {
                let range = node.range;
                match (key.as_str(), node.value) {
                    ("case" | "cases", Value::List(list)) => cases = Some(list),
                    ("case" | "cases", value) => {
                        let (kind, list) = (Node::new(value, 0..0).kind(), list_in(format));
                        let message = format!("`{key}` is {kind}; write {list}");
                        return Err(Fault::new(range.start, message));
                    }
                    (_, value) => defaults.push((key, Node::new(value, range))),
                }
            }
            let cases = cases
                .ok_or_else(|| Fault::new(start, format!("holds no case; write {}", list_in(format))))?;
            Ok((Some(Node::new(Value::Map(defaults), start..start)), cases))
        }
        _ => Err(Fault::new(start, format!("is {} and no list of cases", root.kind()))),
    }
}

/// How a list of cases is written.
const fn list_in(format: Format) -> &'static str {
    match format {
        Format::Toml => "`[[case]]` above each case",
        Format::Yaml => "a list: `case:`, and each case behind a `-`",
        Format::JsonLines | Format::Json | Format::Csv => "a list `case`",
    }
}

/// The line, from 1, that a byte stands on.
pub(super) fn line_of(text: &str, at: usize) -> usize {
    1 + text.as_bytes().iter().take(at).filter(|b| **b == b'\n').count()
}

/// Where a piece of a text stands in it.
fn place(text: &str, piece: &str) -> Range<usize> {
    let start = (piece.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    start..start + piece.len()
}
