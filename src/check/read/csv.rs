//! Cases in CSV (RFC 4180). Read field by field, since an update must know where each stands.

use super::Fault;
use crate::check::node::{Node, Value};
use csv_core::ReadFieldResult;
use std::ops::Range;

/// A record that is wrong leaves the others as they are.
pub(super) fn read(text: &str, faults: &mut Vec<Fault>) -> Result<Node, Fault> {
    let mut records = records(text)?.into_iter();
    let Some(header) = records.next() else { return Ok(Node::new(Value::Null, 0..0)) };
    let stands = |name: &str| header.iter().any(|field| field.text.trim() == name);
    let needed = [("text", stands("text")), ("expect", stands("expect") || (stands("from") && stands("to")))];
    if let Some((name, _)) = needed.iter().find(|(_, stands)| !stands) {
        let parted = header.len() == 1 && header.iter().any(|field| field.text.contains(';'));
        let cure = if parted { "; part its fields by commas, not by `;`" } else { "" };
        return Err(Fault::new(0, format!("its header names no field `{name}`{cure}")));
    }
    for (n, field) in header.iter().enumerate() {
        let name = field.text.trim();
        if header.iter().take(n).any(|before| before.text.trim() == name) {
            return Err(Fault::new(field.range.start, format!("its header names the field `{name}` twice")));
        }
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
            faults.push(Fault::new(start, message));
            continue;
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
            !(has_sides && name == "expect" && node.as_written().is_some_and(|text| text.trim().is_empty()))
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
    let mut reader = csv_core::Reader::new();
    // No field is longer without its quotes than the whole text is.
    let mut buffer = vec![0; text.len()];
    let (mut records, mut record) = (Vec::new(), Vec::new());
    let (mut start, mut at, mut length) = (0, 0, 0);
    loop {
        let (input, output) = (text.as_bytes().get(at..), buffer.get_mut(length..));
        let (result, read, written) =
            reader.read_field(input.unwrap_or_default(), output.unwrap_or_default());
        (at, length) = (at + read, length + written);
        match result {
            ReadFieldResult::Field { record_end } => {
                let range = written_range(text, start..at, record.is_empty(), record_end);
                check_quotes(text, &range)?;
                let unquoted = String::from_utf8_lossy(buffer.get(..length).unwrap_or_default());
                record.push(Field { text: unquoted.into_owned(), range });
                (start, length) = (at, 0);
                if record_end {
                    records.push(std::mem::take(&mut record));
                }
            }
            // The next call has no input, which tells the reader that none will come.
            ReadFieldResult::InputEmpty => {}
            ReadFieldResult::OutputFull | ReadFieldResult::End => return Ok(records),
        }
    }
}

/// The bytes of a field without what divides it from its neighbours; empty lines before a record belong to nobody.
fn written_range(text: &str, read: Range<usize>, starts_record: bool, ends_record: bool) -> Range<usize> {
    let mut field = text.get(read.clone()).unwrap_or_default();
    let mut start = read.start;
    if starts_record {
        let behind = field.trim_start_matches(['\u{FEFF}', '\r', '\n']);
        start += field.len() - behind.len();
        field = behind;
    }
    let field = if ends_record {
        field.trim_end_matches(['\r', '\n'])
    } else {
        field.strip_suffix(',').unwrap_or(field)
    };
    start..start + field.len()
}

/// The reader takes any text for CSV; a quote too many or too few would swallow what stands behind it.
fn check_quotes(text: &str, range: &Range<usize>) -> Result<(), Fault> {
    let Some(inside) = text.get(range.clone()).and_then(|field| field.strip_prefix('"')) else {
        return Ok(());
    };
    let mut rest = inside;
    while let Some((_, behind)) = rest.split_once('"') {
        match behind.strip_prefix('"') {
            Some(doubled) => rest = doubled,
            None if behind.is_empty() => return Ok(()),
            None => {
                let message = "text stands behind a closing quote; double the quotes inside a field";
                return Err(Fault::new(range.end - behind.len(), message));
            }
        }
    }
    Err(Fault::new(range.start, "a quote opens here and is never closed"))
}
