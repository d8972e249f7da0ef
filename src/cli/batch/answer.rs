//! What is answered to a record: its timeline, or its expressions, or what is wrong with it.

use crate::article::{Article, Published, Reader, Zone};
use crate::cli::input::lines::{Chunk, HEAD};
use crate::cli::options::Reading;
use crate::cli::{annotate, input, undated};
use crate::error::{Error, Result};
use crate::lang::Language;
use crate::render::json;
use crate::resolve::Policy;
use crate::walk::{self, Selection};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What is asked of every record.
#[derive(Debug)]
pub(super) enum Kind {
    Timeline(Box<Selection>),
    Annotations,
}

impl Kind {
    /// The name of the field that answers.
    pub(super) const fn name(&self) -> &'static str {
        match self {
            Kind::Timeline(_) => "timeline",
            Kind::Annotations => "annotations",
        }
    }
}

/// Answers records, each by itself: the same record gets the same answer wherever it stands.
#[derive(Debug)]
pub(super) struct Answerer {
    pub(super) kind: Kind,
    language: &'static Language,
    policy: Policy,
    published: Option<Published>,
    zone: Option<Zone>,
    reader: Reader,
}

/// The answers to a chunk of lines.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Answers {
    /// One line a record.
    pub(super) lines: Vec<u8>,
    pub(super) records: usize,
    /// How many records have an error for an answer.
    pub(super) errors: usize,
}

impl Answerer {
    pub(super) fn new(kind: Kind, reading: &Reading, reader: Reader) -> Result<Self> {
        Ok(Answerer {
            kind,
            language: reading.language()?,
            policy: reading.policy()?,
            published: reading.published()?,
            zone: reading.zone()?,
            reader,
        })
    }

    /// The answers to the records of a chunk. Blank lines get none.
    pub(super) fn chunk(&self, chunk: &Chunk) -> Answers {
        let mut answers = Answers::default();
        for (number, line) in chunk.records() {
            let place = match &chunk.file {
                Some(file) => format!("{file}:{number}"),
                None => format!("line {number}"),
            };
            let start = answers.lines.len();
            let id = id_of(line);
            let written = if chunk.too_long {
                Err(self.reader.too_long())
            } else {
                guarded(|| self.record(&place, line, id, &mut answers.lines))
            };
            if let Err(error) = written {
                answers.lines.truncate(start);
                answers.errors += 1;
                // The id says which record it is wherever it stands; without one the line has to.
                let error = if id.is_some() { error.unplaced() } else { error.unplaced().at(place) };
                write(&mut answers.lines, id, "error", &error.to_string());
            }
            answers.records += 1;
        }
        answers
    }

    fn record(&self, place: &str, line: &[u8], id: Option<&RawValue>, out: &mut Vec<u8>) -> Result<()> {
        let article = self.dated(self.reader.record(place, line)?);
        input::in_known_language(&article)?;
        undated::check(&article)?;
        match &self.kind {
            Kind::Timeline(selection) => {
                let timeline =
                    walk::select(std::slice::from_ref(&article), self.language, &self.policy, selection)?;
                write(out, id, self.kind.name(), &json::timeline(&timeline));
            }
            Kind::Annotations => {
                let found = annotate::annotations(&article, self.language, &self.policy)?;
                let lines: Vec<_> = found.iter().flat_map(walk::lines).collect();
                let views = annotate::views(&article, self.language, false, &lines);
                write(out, id, self.kind.name(), &views.collect::<Vec<_>>());
            }
        }
        Ok(())
    }

    fn dated(&self, mut article: Article) -> Article {
        let known = self.published.clone().or_else(|| article.published.take());
        article.published = known.map(|published| published.in_zone(self.zone));
        article
    }
}

/// Runs what should not panic; if it does, that is told as an error, and the run goes on.
fn guarded(record: impl FnOnce() -> Result<()>) -> Result<()> {
    // What the closure leaves behind is cut off by the caller.
    catch_unwind(AssertUnwindSafe(record)).unwrap_or_else(|_| {
        Err(Error::article(
            "dateline broke on this record, which is a mistake of dateline's; please report it",
        ))
    })
}

/// Writes `{"id": …, "KEY": …}` on a line; the id as it was read.
fn write(out: &mut Vec<u8>, id: Option<&RawValue>, key: &str, value: &impl Serialize) {
    out.extend_from_slice(b"{\"id\":");
    out.extend_from_slice(id.map_or("null", RawValue::get).as_bytes());
    out.extend_from_slice(b",\"");
    out.extend_from_slice(key.as_bytes());
    out.extend_from_slice(b"\":");
    // Memory reports no errors, and what is printed has only strings for keys.
    let _ = serde_json::to_writer(&mut *out, value);
    out.extend_from_slice(b"}\n");
}

/// The id of a record or of an answer, as it is written there: a string or a number. Of a line that breaks off, or is no JSON
/// further on, where it stands first.
pub(super) fn id_of(line: &[u8]) -> Option<&RawValue> {
    #[derive(Deserialize)]
    struct Record<'a> {
        #[serde(borrow)]
        id: Option<&'a RawValue>,
    }
    let id = match serde_json::from_slice::<Record<'_>>(line) {
        Ok(record) => record.id,
        Err(_) => leading_id(line.get(..HEAD).unwrap_or(line)).map(|(id, _)| id),
    };
    id.filter(|id| {
        id.get().starts_with(|c: char| c == '"' || c == '-' || c.is_ascii_digit()) && id.get() != "\"\""
    })
}

/// The id that a line begins with, and what stands behind it.
pub(super) fn leading_id(line: &[u8]) -> Option<(&RawValue, &[u8])> {
    let line = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line);
    let rest = line.trim_ascii_start().strip_prefix(b"{")?;
    let rest = rest.trim_ascii_start().strip_prefix(b"\"id\"")?;
    let rest = rest.trim_ascii_start().strip_prefix(b":")?;
    let mut values = serde_json::Deserializer::from_slice(rest).into_iter::<&RawValue>();
    let id = values.next()?.ok()?;
    let end = values.byte_offset();
    Some((id, rest.get(end..).unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::{guarded, id_of, leading_id};

    #[test]
    fn ids_are_found_even_in_broken_lines() {
        let id = |line: &str| id_of(line.as_bytes()).map(|id| id.get().to_owned());
        assert_eq!(id(r#"{"text": "a", "id": "b"}"#).as_deref(), Some("\"b\""));
        assert_eq!(id(r#" { "id" : 18446744073709551617, "text"#).as_deref(), Some("18446744073709551617"));
        assert_eq!(id("{\"id\": \"\\u00e9\", \"text\": \"\u{1}\"}").as_deref(), Some("\"\\u00e9\""));
        for line in [
            "",
            "{",
            "[]",
            "{\"id\": null}",
            "{\"id\": \"\"}",
            "{\"id\": {}}",
            "{\"id\": \"a",
            "{\"text\": \"a",
        ] {
            assert_eq!(id(line), None, "{line}");
        }
    }

    #[test]
    fn what_stands_behind_an_id_is_left() {
        let (id, rest) = leading_id(b"{\"id\":\"a\",\"error\":\"b\"}").expect("an id");
        assert_eq!((id.get(), rest), ("\"a\"", &b",\"error\":\"b\"}"[..]));
    }

    #[test]
    fn a_panic_is_an_error() {
        let error = guarded(|| panic!("as a test")).expect_err("an error").to_string();
        assert!(error.contains("please report it"), "{error}");
    }
}
