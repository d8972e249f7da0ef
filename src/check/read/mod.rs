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
/// Names the file, the line, and the cure of what is no case.
pub fn read(name: &str, text: &str, format: Format) -> Result<CaseFile> {
    let nodes = match format {
        Format::Toml => toml::read(text),
        Format::Yaml => yaml::read(text),
        Format::JsonLines => json::lines(text),
        Format::Json => json::document(text),
        Format::Csv => csv::read(text),
    };
    let fault = |fault: Fault| Error::value(fault.message).at(format!("{name}:{}", line_of(text, fault.at)));
    let (defaults, list) = nodes.and_then(listed).map_err(fault)?;
    let file = case::FileContext { name, text, defaults: defaults.as_ref() };
    let cases =
        list.into_iter().map(|node| case::read(&node, &file).map_err(fault)).collect::<Result<_>>()?;
    Ok(CaseFile { name: name.to_owned(), format, text: text.to_owned(), cases })
}

/// The cases of a file, and the table that they stand in, whose other fields hold for all of them.
fn listed(root: Node) -> Result<(Option<Node>, Vec<Node>), Fault> {
    let start = root.range.start;
    match root.value {
        Value::List(cases) => Ok((None, cases)),
        Value::Null => Ok((None, Vec::new())),
        Value::Map(fields) => {
            let (mut cases, mut defaults) = (None, Vec::new());
            for (key, node) in fields {
                match (key.as_str(), node.value) {
                    ("case" | "cases", Value::List(list)) => cases = Some(list),
                    ("case" | "cases", _) => {
                        return Err(Fault::new(node.range.start, format!("`{key}` is no list of cases")));
                    }
                    (_, value) => defaults.push((key, Node::new(value, node.range))),
                }
            }
            let cases = cases.ok_or_else(|| Fault::new(start, "holds no case; write a list `case`"))?;
            Ok((Some(Node::new(Value::Map(defaults), start..start)), cases))
        }
        _ => Err(Fault::new(start, format!("is {} and no list of cases", root.kind()))),
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
