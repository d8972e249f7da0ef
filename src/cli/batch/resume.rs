//! Going on with the output of a run that was interrupted.

use super::answer::{Answerer, id_of, leading_id};
use super::sink::Sink;
use crate::cli::input::lines::{Chunk, Lines};
use crate::error::{Error, Result};
use std::collections::VecDeque;
use std::fs::File;
use std::io::{BufRead, BufReader, ErrorKind};
use std::path::Path;

/// Passes over the records that the output answers already, and opens it to go on with the rest. What is no answer of the same
/// run is left as it is, and told.
pub(super) fn resume(path: &Path, lines: &mut Lines, answerer: &Answerer) -> Result<Sink> {
    let file = match File::open(path) {
        Ok(file) => file,
        // Interrupted before it began.
        Err(error) if error.kind() == ErrorKind::NotFound => return Sink::reopen(path, 0),
        Err(error) => return Err(Error::io(path, error)),
    };
    let mut answers = BufReader::with_capacity(1 << 16, file);
    let (mut answer, mut number, mut whole) = (Vec::new(), 0, 0);
    let mut records = Records { lines, chunk: None, ids: VecDeque::new(), passed: 0 };
    loop {
        answer.clear();
        let length = answers.read_until(b'\n', &mut answer).map_err(|error| Error::io(path, error))?;
        if answer.last() != Some(&b'\n') {
            break;
        }
        number += 1;
        whole += length as u64;
        let wrong = |message: &str| {
            let cure = "is it the output of another run? --force writes it anew";
            Error::value(format!("{message}; {cure}")).at(format!("{}:{number}", path.display()))
        };
        let (id, rest) = leading_id(&answer).ok_or_else(|| wrong("is no answer of `dateline batch`"))?;
        let same_kind = [answerer.kind.name(), "error"]
            .iter()
            .any(|kind| rest.strip_prefix(b",\"").is_some_and(|rest| rest.starts_with(kind.as_bytes())));
        if !same_kind {
            return Err(wrong(&format!("has no {}", answerer.kind.name())));
        }
        let Some(asked) = records.next()? else {
            return Err(wrong("answers a record that the input does not hold"));
        };
        if asked != id.get() {
            return Err(wrong(&format!(
                "answers {}, but the record in its place has the id {asked}",
                id.get()
            )));
        }
    }
    records.give_back();
    Sink::reopen(path, whole)
}

/// The ids of the records that an input holds, one after the other.
struct Records<'a> {
    lines: &'a mut Lines,
    chunk: Option<Chunk>,
    /// Of the chunk's records: the line and the id.
    ids: VecDeque<(usize, String)>,
    /// The last line that was asked for.
    passed: usize,
}

impl Records<'_> {
    /// The id of the next record, as it is written; `null` where it has none.
    fn next(&mut self) -> Result<Option<String>> {
        while self.ids.is_empty() {
            let Some(chunk) = self.lines.next()? else { return Ok(None) };
            let id = |line| id_of(line).map_or_else(|| "null".to_owned(), |id| id.get().to_owned());
            self.ids = chunk.records().map(|(number, line)| (number, id(line))).collect();
            self.chunk = Some(chunk);
        }
        Ok(self.ids.pop_front().map(|(number, id)| {
            self.passed = number;
            id
        }))
    }

    /// Leaves what was not asked for to those who read on.
    fn give_back(self) {
        if let Some(rest) = self.chunk.and_then(|chunk| chunk.after(self.passed)) {
            self.lines.give_back(rest);
        }
    }
}
