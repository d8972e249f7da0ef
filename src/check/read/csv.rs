//! Cases in CSV (RFC 4180). Reads by hand, since an update must know where each field stands.

use super::Fault;
use crate::check::node::{Node, Value};
use std::ops::Range;

pub(super) fn read(text: &str) -> Result<Node, Fault> {
    let mut records = records(text)?.into_iter();
    let Some(header) = records.next() else { return Ok(Node::new(Value::Null, 0..0)) };
    let stands = |name: &str| header.iter().any(|field| field.text.trim() == name);
    let needed = [("text", stands("text")), ("expect", stands("expect") || (stands("from") && stands("to")))];
    if let Some((name, _)) = needed.iter().find(|(_, stands)| !stands) {
        return Err(Fault::new(0, format!("its header names no field `{name}`")));
    }
    let mut cases = Vec::new();
    for record in records {
        let start = record.first().map_or(0, |field| field.range.start);
        if record.len() > header.len() {
            let message = format!(
                "has {} fields and the header names {}; quote a text that holds a comma",
                record.len(),
                header.len()
            );
            return Err(Fault::new(start, message));
        }
        let end = record.last().map_or(start, |field| field.range.end);
        // An empty field says nothing, but for `expect`, where it waits for an update.
        let fields = header
            .iter()
            .zip(record)
            .filter(|(name, field)| !field.text.trim().is_empty() || name.text.trim() == "expect");
        let fields: Vec<_> = fields
            .map(|(name, field)| {
                (name.text.trim().to_owned(), Node::new(Value::Text(field.text), field.range))
            })
            .collect();
        let has_sides = fields.iter().any(|(name, _)| name == "from" || name == "to");
        let fields = fields.into_iter().filter(|(name, node)| {
            !(has_sides && name == "expect" && node.as_text().is_some_and(|text| text.trim().is_empty()))
        });
        cases.push(Node::new(Value::Map(fields.collect()), start..end));
    }
    Ok(Node::new(Value::List(cases), 0..text.len()))
}

struct Field {
    text: String,
    range: Range<usize>,
}

/// The records of a file, empty lines left out.
fn records(text: &str) -> Result<Vec<Vec<Field>>, Fault> {
    let mut records = Vec::new();
    let mut record = Vec::new();
    let mut at = if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    while at < text.len() {
        let field = field(text, at)?;
        at = field.range.end;
        record.push(field);
        let rest = text.get(at..).unwrap_or_default();
        if rest.starts_with(',') {
            at += 1;
            if at < text.len() {
                continue;
            }
            record.push(Field { text: String::new(), range: at..at });
        }
        let line_end = if rest.starts_with("\r\n") { 2 } else { usize::from(!rest.is_empty()) };
        at += line_end;
        let is_empty = record.len() == 1 && record.iter().all(|field| field.range.is_empty());
        let whole = std::mem::take(&mut record);
        if !is_empty {
            records.push(whole);
        }
    }
    Ok(records)
}

/// The field that starts at a byte, up to the comma or line end behind it.
fn field(text: &str, start: usize) -> Result<Field, Fault> {
    let rest = text.get(start..).unwrap_or_default();
    if !rest.starts_with('"') {
        let len = rest.find([',', '\n', '\r']).unwrap_or(rest.len());
        let plain = rest.get(..len).unwrap_or_default();
        return Ok(Field { text: plain.to_owned(), range: start..start + len });
    }
    let mut unquoted = String::new();
    let mut at = 1;
    loop {
        let inside = rest.get(at..).unwrap_or_default();
        let Some(quote) = inside.find('"') else {
            return Err(Fault::new(start, "a quote opens here and is never closed"));
        };
        unquoted.push_str(inside.get(..quote).unwrap_or_default());
        at += quote + 1;
        if !rest.get(at..).unwrap_or_default().starts_with('"') {
            break;
        }
        unquoted.push('"');
        at += 1;
    }
    match rest.get(at..).unwrap_or_default().chars().next() {
        None | Some(',' | '\n' | '\r') => Ok(Field { text: unquoted, range: start..start + at }),
        Some(_) => Err(Fault::new(
            start + at,
            "text stands behind a closing quote; double the quotes inside a field",
        )),
    }
}
