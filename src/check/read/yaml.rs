//! Cases in YAML.

use super::Fault;
use crate::check::node::{Node, Value};
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_saphyr::Spanned;
use std::fmt;
use std::ops::Range;

pub(super) fn read(text: &str) -> Result<Node, Fault> {
    if text.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#')) {
        return Ok(Node::new(Value::Null, 0..0));
    }
    let root: Spanned<Raw> = serde_saphyr::from_str(text).map_err(|error| {
        let line = error.location().and_then(|it| usize::try_from(it.line()).ok()).unwrap_or(1);
        let message = error.without_snippet().to_string();
        let message =
            message.split(" at line ").next().unwrap_or_default().lines().next().unwrap_or_default();
        // What else the reader could be told to do is nothing that its user can.
        let message = message.split_once(", set ").map_or(message, |(what, _)| what);
        Fault::new(start_of(text, line), format!("is not valid YAML: {message}"))
    })?;
    Ok(node(root, text))
}

/// Where a line starts.
fn start_of(text: &str, line: usize) -> usize {
    text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum()
}

/// A value of any kind.
enum Raw {
    Null,
    Bool(bool),
    /// A number, whose text is that of the file.
    Number,
    Text(String),
    List(Vec<Spanned<Raw>>),
    Map(Vec<(String, Spanned<Raw>)>),
}

fn node(spanned: Spanned<Raw>, text: &str) -> Node {
    let span = spanned.referenced.span();
    let bytes = |n: Option<u64>| n.and_then(|n| usize::try_from(n).ok()).unwrap_or(0);
    let start = bytes(span.byte_offset());
    // The text of a block runs up to what stands next.
    let written = text.get(start..start + bytes(span.byte_len())).unwrap_or_default().trim_end();
    let range: Range<usize> = start..start + written.len();
    let (value, range) = match spanned.value {
        Raw::Null => (Value::Null, if range.is_empty() { behind_colon(text, start) } else { range }),
        Raw::Bool(truth) => (Value::Bool(truth), range),
        Raw::Number => (Value::Bare(written.to_owned()), range),
        Raw::Text(string) => (Value::Text(string), range),
        Raw::List(list) => {
            let items: Vec<Node> = list.into_iter().map(|item| node(item, text)).collect();
            let last = items.last().map(|item| item.range.end);
            (Value::List(items), start..end(text, range, last, ']'))
        }
        Raw::Map(map) => {
            let fields: Vec<(String, Node)> =
                map.into_iter().map(|(key, value)| (key, node(value, text))).collect();
            let last = fields.iter().map(|(_, value)| value.range.end).max();
            (Value::Map(fields), start..end(text, range, last, '}'))
        }
    };
    Node::new(value, range)
}

/// Where a value would stand that is not there: the parser gives the colon before it.
fn behind_colon(text: &str, start: usize) -> Range<usize> {
    let at = if text.get(start..).is_some_and(|rest| rest.starts_with(':')) { start + 1 } else { start };
    at..at
}

/// Where a list or a map ends, of which the parser gives the beginning: behind the bracket that closes it, or behind the last
/// of what it holds, where it is written without brackets.
fn end(text: &str, begun: Range<usize>, last: Option<usize>, close: char) -> usize {
    let from = last.unwrap_or(begun.end).max(begun.end);
    if begun.is_empty() {
        return from;
    }
    let mut at = from;
    while let Some(rest) = text.get(at..) {
        match rest.chars().next() {
            Some(c) if c == close => return at + c.len_utf8(),
            Some('#') => at += rest.find('\n').unwrap_or(rest.len()),
            Some(c) if c.is_whitespace() || c == ',' => at += c.len_utf8(),
            _ => break,
        }
    }
    from
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Any)
    }
}

struct Any;

impl<'de> Visitor<'de> for Any {
    type Value = Raw;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_none<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Raw, E> {
        Ok(Raw::Bool(truth))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Raw, E> {
        Ok(Raw::Number)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Raw, E> {
        Ok(Raw::Number)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Raw, E> {
        Ok(Raw::Number)
    }

    fn visit_str<E>(self, text: &str) -> Result<Raw, E> {
        Ok(Raw::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Raw, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Raw::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Raw, A::Error> {
        let mut map = Vec::new();
        while let Some(field) = fields.next_entry()? {
            map.push(field);
        }
        Ok(Raw::Map(map))
    }
}
