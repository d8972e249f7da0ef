//! Cases in TOML.

use super::Fault;
use crate::check::node::{Node, Value};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

pub(super) fn read(text: &str) -> Result<Node, Fault> {
    let table = DeTable::parse(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        let message = error.message().lines().next().unwrap_or_default();
        Fault::new(at, format!("is not valid TOML: {message}"))
    })?;
    Ok(Node::new(fields(table.into_inner(), text), 0..0))
}

fn fields(table: DeTable<'_>, text: &str) -> Value {
    Value::Map(
        table.into_iter().map(|(key, value)| (key.into_inner().into_owned(), node(value, text))).collect(),
    )
}

fn node(spanned: Spanned<DeValue<'_>>, text: &str) -> Node {
    let range: Range<usize> = spanned.span();
    let value = match spanned.into_inner() {
        DeValue::String(string) => Value::Text(string.into_owned()),
        DeValue::Boolean(truth) => Value::Bool(truth),
        DeValue::Array(array) => Value::List(array.into_iter().map(|item| node(item, text)).collect()),
        DeValue::Table(table) => fields(table, text),
        DeValue::Integer(_) | DeValue::Float(_) | DeValue::Datetime(_) => {
            Value::Bare(text.get(range.clone()).unwrap_or_default().to_owned())
        }
    };
    Node::new(value, range)
}
