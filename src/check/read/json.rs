//! Cases in JSON and JSON Lines.

use super::{Fault, line_of, place};
use crate::check::node::{Node, Value};
use crate::error::Error;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt;

/// One case a line; a line that is no JSON leaves the others as they are.
pub(super) fn lines(text: &str, faults: &mut Vec<Fault>) -> Node {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let mut cases = Vec::new();
    for line in lines {
        match value(line.trim(), text) {
            Ok(case) => cases.push(case),
            Err(fault) => faults.push(fault),
        }
    }
    Node::new(Value::List(cases), 0..text.len())
}

/// One value.
pub(super) fn document(text: &str) -> Result<Node, Fault> {
    value(text.trim(), text)
}

/// Reads a piece of the text.
fn value(piece: &str, text: &str) -> Result<Node, Fault> {
    let range = place(text, piece);
    let fault = |error: serde_json::Error| {
        let before: usize =
            piece.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
        let at = range.start + before;
        debug_assert!(line_of(text, at) > 0);
        Fault::new(at, format!("is not valid JSON: {}", Error::json(&error)))
    };
    let inside = |raw: &RawValue| value(raw.get(), text);
    let value = match piece.as_bytes().first() {
        Some(b'{') => {
            let fields: Fields<'_> = serde_json::from_str(piece).map_err(fault)?;
            let read = |(key, raw): (String, &RawValue)| Ok((key, inside(raw)?));
            Value::Map(fields.0.into_iter().map(read).collect::<Result<_, _>>()?)
        }
        Some(b'[') => {
            let items: Vec<&RawValue> = serde_json::from_str(piece).map_err(fault)?;
            Value::List(items.into_iter().map(inside).collect::<Result<_, _>>()?)
        }
        Some(b'"') => Value::Text(serde_json::from_str(piece).map_err(fault)?),
        _ => match serde_json::from_str(piece).map_err(fault)? {
            serde_json::Value::Null => Value::Null,
            serde_json::Value::Bool(truth) => Value::Bool(truth),
            _ => Value::Bare(piece.to_owned()),
        },
    };
    Ok(Node::new(value, range))
}

/// The fields of an object in their order, their values unread.
struct Fields<'a>(Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> Deserialize<'de> for Fields<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object;

        impl<'de> Visitor<'de> for Object {
            type Value = Vec<(String, &'de RawValue)>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Self::Value, A::Error> {
                let mut all = Vec::new();
                while let Some(field) = fields.next_entry()? {
                    all.push(field);
                }
                Ok(all)
            }
        }

        deserializer.deserialize_map(Object).map(Fields)
    }
}
