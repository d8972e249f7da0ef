//! What case files hold, whatever they are written in: values that know where they stand.

use std::ops::Range;

/// A value with its place in the file.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Node {
    pub(super) value: Value,
    /// Bytes of the file, quotes included.
    pub(super) range: Range<usize>,
}

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    Null,
    Bool(bool),
    Text(String),
    /// A number, a date or a time without quotes, as it is written.
    Bare(String),
    List(Vec<Node>),
    Map(Vec<(String, Node)>),
}

impl Node {
    pub(super) const fn new(value: Value, range: Range<usize>) -> Self {
        Node { value, range }
    }

    /// A field of a map.
    pub(super) fn get(&self, name: &str) -> Option<&Node> {
        match &self.value {
            Value::Map(fields) => fields.iter().find(|(key, _)| key == name).map(|(_, node)| node),
            _ => None,
        }
    }

    /// A text, or what is written without quotes: `2025` is a year, and `2025-11-20` a day.
    pub(super) fn as_written(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) | Value::Bare(text) => Some(text),
            _ => None,
        }
    }

    /// Where it begins, and where the last of what it holds ends.
    pub(super) fn extent(&self) -> Range<usize> {
        let within = |nodes: &mut dyn Iterator<Item = &Node>| nodes.map(|node| node.extent().end).max();
        let end = match &self.value {
            Value::List(items) => within(&mut items.iter()),
            Value::Map(fields) => within(&mut fields.iter().map(|(_, node)| node)),
            _ => None,
        };
        self.range.start..end.unwrap_or_default().max(self.range.end)
    }

    /// What kind of value it is, for errors.
    pub(super) const fn kind(&self) -> &'static str {
        match self.value {
            Value::Null => "nothing",
            Value::Bool(_) => "true or false",
            Value::Text(_) => "a text",
            Value::Bare(_) => "a number or a date without quotes",
            Value::List(_) => "a list",
            Value::Map(_) => "a table",
        }
    }
}
