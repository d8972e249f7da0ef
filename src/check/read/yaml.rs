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
    let range: Range<usize> = start..start + bytes(span.byte_len());
    let written = || text.get(range.clone()).unwrap_or_default().trim_end().to_owned();
    let value = match spanned.value {
        Raw::Null => Value::Null,
        Raw::Bool(truth) => Value::Bool(truth),
        Raw::Number => Value::Text(written()),
        Raw::Text(string) => Value::Text(string),
        Raw::List(list) => Value::List(list.into_iter().map(|item| node(item, text)).collect()),
        Raw::Map(map) => Value::Map(map.into_iter().map(|(key, value)| (key, node(value, text))).collect()),
    };
    Node::new(value, range)
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
