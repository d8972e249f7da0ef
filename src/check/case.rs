//! A case, and how its fields are read.

use super::expect::{Expect, Side, moment};
use super::node::{Node, Value};
use super::read::{Fault, line_of};
use crate::article::Published;
use crate::events::Status;
use crate::expression::Tense;
use crate::suggest::{hint, nearest};
use std::ops::Range;

/// One case: a text or an article, when it was published, and what must be found.
///
/// ```
/// use dateline::check::{self, Case, Expect, Format, Place, Subject};
///
/// let text = r#"{"name": "a slip", "published": "2025-11-20", "text": "last month", "expect": "2025-11"}"#;
/// let file = check::read("desk.jsonl", text, Format::JsonLines)?;
/// let case: &Case = &file.cases[0];
/// assert_eq!((case.title(), &case.expect), ("a slip", &Expect::Value("2025-11".into())));
/// assert!(case.matches("month") && case.matches("desk.jsonl:1") && !case.matches("week") && !case.matches("desk.jsonl:11"));
/// assert!(matches!(&case.subject, Subject::Text(text) if text == "last month"));
/// let place: &Place = &case.place;
/// assert_eq!((place.line, &text[place.expect.clone()]), (1, "\"2025-11\""));
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Case {
    /// A name for reports; the text, where the file gives none.
    pub name: Option<String>,
    /// When the text was published; without it only absolute expressions have a time.
    pub published: Option<Published>,
    /// What is read.
    pub subject: Subject,
    /// Tense of the verb that governs the expression, where the text shows none.
    pub tense: Tense,
    /// What is expected of a text; unset where an article is read.
    pub expect: Expect,
    /// Known to fail today, and why; its passing is an error, so that the mark goes.
    pub known_gap: Option<String>,
    /// Where it stands.
    pub place: Place,
}

/// What a case reads.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Subject {
    /// A text of one or several expressions.
    Text(String),
    /// An article, and the entries that its timeline must have, in order.
    Article {
        /// Its file, relative to the case file.
        path: String,
        /// The entries.
        entries: Vec<ExpectedEntry>,
        /// The timeline may have further entries.
        others: bool,
    },
}

/// An entry that a timeline must have.
///
/// ```
/// use dateline::check::{self, ExpectedEntry, Format, Subject};
///
/// let text = "[[case]]\narticle = \"story.txt\"\nentries = [{ expect = \"2025-11-17\", text = \"council met\" }]\n";
/// let file = check::read("desk.toml", text, Format::Toml)?;
/// let Subject::Article { entries, others: false, .. } = &file.cases[0].subject else { panic!("an article") };
/// let entry: &ExpectedEntry = &entries[0];
/// assert_eq!(entry.text.as_deref(), Some("council met"));
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct ExpectedEntry {
    /// Its time.
    pub expect: Expect,
    /// A part of its headline or text.
    pub text: Option<String>,
    /// Its status.
    pub status: Option<String>,
    /// Where it stands in the file.
    pub range: Range<usize>,
    /// Where its time stands.
    pub expect_range: Range<usize>,
    /// Where its status stands.
    pub status_range: Range<usize>,
}

/// Where a case stands in its file, in bytes; empty ranges for cases made in code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Place {
    /// The file's name.
    pub file: String,
    /// Line of the text, from 1.
    pub line: usize,
    /// The lines from its first to its last.
    pub lines: (usize, usize),
    /// The text or the article's path, quotes included.
    pub text: Range<usize>,
    /// The expectation, quotes included.
    pub expect: Range<usize>,
}

impl Case {
    /// What reports call it.
    pub fn title(&self) -> &str {
        match (&self.name, &self.subject) {
            (Some(name), _) => name,
            (None, Subject::Text(text)) => text,
            (None, Subject::Article { path, .. }) => path,
        }
    }

    /// Whether its name, its text or its file holds a part, or a part that ends in `:7` names the file and a line of the case.
    pub fn matches(&self, part: &str) -> bool {
        let text = match &self.subject {
            Subject::Text(text) => text,
            Subject::Article { path, .. } => path,
        };
        let (first, last) = self.place.lines;
        let on_line = |(file, line): (&str, &str)| {
            self.place.file.ends_with(file) && line.parse().is_ok_and(|line| (first..=last).contains(&line))
        };
        self.title().contains(part)
            || text.contains(part)
            || self.place.file.contains(part)
            || part.rsplit_once(':').is_some_and(on_line)
    }
}

/// What is known of a file while its cases are read.
pub(super) struct FileContext<'a> {
    name: &'a str,
    text: &'a str,
    /// What holds for every case without its own.
    published: Option<Published>,
    tense: Tense,
}

impl<'a> FileContext<'a> {
    /// `defaults` are fields that hold for every case without its own.
    pub(super) fn new(name: &'a str, text: &'a str, defaults: Option<&Node>) -> Result<Self, Fault> {
        if let Some(defaults) = defaults {
            known_fields(defaults, &DEFAULTS, "what holds for all cases")?;
        }
        let field = |name: &str| defaults.and_then(|table| table.get(name));
        Ok(FileContext {
            name,
            text,
            published: field("published").map(published).transpose()?,
            tense: field("tense").map_or(Ok(Tense::None), tense)?,
        })
    }
}

/// Fields of a case.
const FIELDS: [&str; 15] = [
    "name",
    "id",
    "note",
    "comment",
    "published",
    "text",
    "article",
    "tense",
    "expect",
    "from",
    "to",
    "entries",
    "others",
    "known-gap",
    "known_gap",
];

/// Fields that may stand once for a whole file.
const DEFAULTS: [&str; 2] = ["published", "tense"];

/// Fields of an entry.
const ENTRY_FIELDS: [&str; 5] = ["expect", "from", "to", "text", "status"];

pub(super) fn read(node: &Node, file: &FileContext<'_>) -> Result<Case, Fault> {
    known_fields(node, &FIELDS, "a case")?;
    let published =
        node.get("published").map_or_else(|| Ok(file.published.clone()), |it| published(it).map(Some))?;
    let tense = node.get("tense").map_or(Ok(file.tense), tense)?;
    let known_gap = node.get("known-gap").or_else(|| node.get("known_gap")).map_or(Ok(None), known_gap)?;
    let id = |node: &Node| node.as_written().map_or_else(|| text_of(node, "id"), Ok).map(str::to_owned);
    let name = match node.get("name") {
        Some(name) => Some(text_of(name, "name")?.to_owned()),
        None => node.get("id").map(id).transpose()?,
    };
    let (subject, subject_node) = match (node.get("text"), node.get("article")) {
        (Some(text), None) => (Subject::Text(text_of(text, "text")?.to_owned()), text),
        (None, Some(path)) => {
            let entries = node.get("entries").ok_or_else(|| {
                fault(node, "names an article and no `entries` that its timeline must have")
            })?;
            let Value::List(list) = &entries.value else {
                return Err(fault(entries, format!("`entries` is {}; write a list", entries.kind())));
            };
            let others = node.get("others").map_or(Ok(false), |others| truth(others, "others"))?;
            let entries = list.iter().map(entry).collect::<Result<_, _>>()?;
            (Subject::Article { path: text_of(path, "article")?.to_owned(), entries, others }, path)
        }
        (Some(_), Some(article)) => {
            return Err(fault(article, "gives a text and an article; give one of them"));
        }
        (None, None) => return Err(fault(node, "has no `text` and no `article`")),
    };
    let is_article = matches!(subject, Subject::Article { .. });
    let (expect, range) = match expected(node)? {
        Some((_, range)) if is_article => {
            return Err(Fault::new(range.start, "an article has `entries` and no `expect`"));
        }
        Some(found) => found,
        None if is_article => (Expect::Unset, subject_node.range.clone()),
        None => {
            return Err(fault(node, "has no `expect`; write a date, `none`, or \"\" and run with --update"));
        }
    };
    let whole = node.extent();
    let place = Place {
        file: file.name.to_owned(),
        line: line_of(file.text, subject_node.range.start),
        lines: (line_of(file.text, whole.start), line_of(file.text, whole.end)),
        text: subject_node.range.clone(),
        expect: range,
    };
    Ok(Case { name, published, subject, tense, expect, known_gap, place })
}

fn entry(node: &Node) -> Result<ExpectedEntry, Fault> {
    known_fields(node, &ENTRY_FIELDS, "an entry")?;
    let text = |name: &str| node.get(name).map(|node| text_of(node, name).map(str::to_owned)).transpose();
    let (expect, expect_range) =
        expected(node)?.ok_or_else(|| fault(node, "has no `expect`: the entry's date"))?;
    let status_range = node.get("status").map_or(0..0, |status| status.range.clone());
    let status = text("status")?;
    if let Some(name) = status.as_deref().filter(|name| Status::from_name(name).is_none()) {
        let all: Vec<_> = Status::ALL.iter().map(|status| status.name()).collect();
        let meant = hint(name, all.iter().copied());
        let message = format!("the status `{name}` is not known{meant}; give one of {}", all.join(", "));
        return Err(Fault::new(status_range.start, message));
    }
    let range = node.range.clone();
    Ok(ExpectedEntry { expect, text: text("text")?, status, range, expect_range, status_range })
}

/// `expect`, or `from` and `to`, with where it stands.
fn expected(node: &Node) -> Result<Option<(Expect, Range<usize>)>, Fault> {
    match (node.get("expect"), node.get("from"), node.get("to")) {
        (Some(node), None, None) => Ok(Some((expect(node)?, node.extent()))),
        (None, None, None) => Ok(None),
        (None, from, to) => {
            let start = from.or(to).map_or(node.range.start, |node| node.range.start);
            let end = to.or(from).map_or(node.range.end, |node| node.range.end);
            let range = start.min(end)..start.max(end);
            Ok(Some((between(from, to, range.start)?, range)))
        }
        (Some(expect), ..) => Err(fault(expect, "gives `expect` beside `from` and `to`; give one of them")),
    }
}

fn expect(node: &Node) -> Result<Expect, Fault> {
    match &node.value {
        Value::Text(text) | Value::Bare(text) => Expect::read(text).map_err(|message| fault(node, message)),
        Value::Null => Ok(Expect::Nothing),
        Value::List(list) => {
            let each = list
                .iter()
                .map(|item| Ok((expect(item)?, item.range.clone())))
                .collect::<Result<_, Fault>>()?;
            Ok(Expect::Each(each))
        }
        Value::Map(_) => {
            known_fields(node, &["from", "to"], "an interval")?;
            between(node.get("from"), node.get("to"), node.range.start)
        }
        Value::Bool(_) => Err(fault(node, "`expect` is true or false; write a date, or none")),
    }
}

/// An interval that begins before it ends; `start` is where it stands.
fn between(from: Option<&Node>, to: Option<&Node>, start: usize) -> Result<Expect, Fault> {
    let (from, to) = (side(from)?, side(to)?);
    Expect::between(from, to).map_err(|message| Fault::new(start, message))
}

fn side(node: Option<&Node>) -> Result<Side, Fault> {
    let Some(node) = node else { return Ok(Side { at: None, range: 0..0 }) };
    let range = node.range.clone();
    match &node.value {
        Value::Null => Ok(Side { at: None, range }),
        Value::Text(text) | Value::Bare(text) => match moment(text) {
            Some(at) => Ok(Side { at, range }),
            None => Err(fault(
                node,
                format!("`{text}` is no moment; write 2025-11-19, 2025-11-19T20:00 or .. for an open side"),
            )),
        },
        _ => Err(fault(node, format!("is {}; write a moment as 2025-11-19T20:00", node.kind()))),
    }
}

fn published(node: &Node) -> Result<Published, Fault> {
    let text = node.as_written().map_or_else(|| text_of(node, "published"), Ok)?;
    Published::parse(text).map_err(|error| fault(node, error.to_string()))
}

fn tense(node: &Node) -> Result<Tense, Fault> {
    let name = text_of(node, "tense")?;
    Tense::from_name(name).ok_or_else(|| {
        let all: Vec<_> = Tense::ALL.iter().map(|tense| tense.name()).collect();
        let meant = hint(name, all.iter().copied());
        fault(node, format!("the tense `{name}` is not known{meant}; give one of {}", all.join(", ")))
    })
}

/// `true`, or a reason.
fn known_gap(node: &Node) -> Result<Option<String>, Fault> {
    match &node.value {
        Value::Bool(is_gap) => Ok(is_gap.then(String::new)),
        Value::Null => Ok(None),
        Value::Text(text) if text.trim() == "true" => Ok(Some(String::new())),
        Value::Text(text) if matches!(text.trim(), "" | "false") => Ok(None),
        Value::Text(reason) => Ok(Some(reason.trim().to_owned())),
        _ => Err(fault(node, format!("`known-gap` is {}; write true or a reason", node.kind()))),
    }
}

fn truth(node: &Node, name: &str) -> Result<bool, Fault> {
    match node.value {
        Value::Bool(truth) => Ok(truth),
        _ => Err(fault(node, format!("`{name}` is {}; write true or false", node.kind()))),
    }
}

fn text_of<'a>(node: &'a Node, name: &str) -> Result<&'a str, Fault> {
    match &node.value {
        Value::Text(text) => Ok(text),
        Value::Bare(_) => Err(fault(node, format!("`{name}` is {}; put it in quotes", node.kind()))),
        _ => Err(fault(node, format!("`{name}` is {}; write a text", node.kind()))),
    }
}

fn fault(node: &Node, message: impl Into<String>) -> Fault {
    Fault::new(node.range.start, message)
}

/// A field that nobody reads is a field mistyped.
fn known_fields(node: &Node, known: &[&str], of: &str) -> Result<(), Fault> {
    let Value::Map(fields) = &node.value else {
        return Err(fault(node, format!("is {} and not {of}; write its fields", node.kind())));
    };
    for (n, (key, node)) in fields.iter().enumerate() {
        if fields.iter().take(n).any(|(before, _)| before == key) {
            return Err(fault(node, format!("`{key}` is given twice; take one away")));
        }
        if !known.contains(&key.as_str()) {
            let cure = match nearest(key, known.iter().copied()) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => format!("the fields are {}", known.join(", ")),
            };
            return Err(fault(node, format!("`{key}` is no field of {of}; {cure}")));
        }
    }
    Ok(())
}
