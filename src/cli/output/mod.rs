//! Standard output, files, and words about them on standard error.
//!
//! Input: what a command has to say. Output: bytes where they belong.
//! Knows nothing that a library user would need.

mod file;
mod seal;

pub(super) use file::{refresh, write};
pub(super) use seal::Seal;

use super::options;
use crate::error::{Error, Result};
use crate::render::data;
use rustc_hash::FxHashSet;
use std::borrow::Cow;
use std::fmt::Display;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::sync::OnceLock;

/// Whether standard output is coloured.
static COLOUR: OnceLock<bool> = OnceLock::new();

/// Settles when to colour.
pub(super) fn choose_colour(when: &str) -> Result<()> {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let colour = match when {
        "always" => true,
        "never" => false,
        "auto" => {
            let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
            is_terminal() && !is_set("NO_COLOR") && !dumb
        }
        other => return Err(options::unknown("--color", other, &["auto", "always", "never"])),
    };
    // It is settled once, before any command runs.
    let _ = COLOUR.set(colour);
    Ok(())
}

/// Whether standard output is coloured.
pub(super) fn colour() -> bool {
    COLOUR.get().copied().unwrap_or(false)
}

/// Whether a person is looking.
pub(super) fn is_terminal() -> bool {
    io::stdout().is_terminal()
}

/// Standard output, buffered; what it reports names `standard output`.
pub(super) struct Stdout(BufWriter<io::StdoutLock<'static>>);

impl Stdout {
    pub(super) fn new() -> Self {
        Stdout(BufWriter::new(io::stdout().lock()))
    }

    /// Writes with the writer and turns what fails into the crate's error.
    pub(super) fn write(&mut self, with: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<()> {
        with(&mut self.0).map_err(|e| Error::io("standard output", e))
    }

    /// One line.
    pub(super) fn line(&mut self, line: impl Display) -> Result<()> {
        self.write(|out| writeln!(out, "{line}"))
    }

    /// A value as one line of JSON.
    pub(super) fn json(&mut self, value: &impl serde::Serialize) -> Result<()> {
        self.write(|out| {
            data::write(out, value)?;
            writeln!(out)
        })
    }

    /// Hands on what is buffered.
    pub(super) fn flush(&mut self) -> Result<()> {
        self.write(|out| out.flush())
    }

    /// Writes what is still buffered.
    pub(super) fn finish(mut self) -> Result<()> {
        self.write(|out| out.flush())
    }
}

/// Tells what is wrong with many inputs, and how to mend it, once; of each further one in few words.
#[derive(Default)]
pub(super) struct Once(FxHashSet<String>);

impl Once {
    pub(super) fn tell(&mut self, error: Error) -> Error {
        if self.0.insert(error.message()) { error } else { error.repeated() }
    }
}

/// Prints an error for the user.
pub(super) fn complain(error: &Error) {
    say(format_args!("dateline: {error}"));
}

/// Prints a line on standard error; nobody can be told when that fails.
///
/// Names of files and ids of records stand in messages: what a terminal would obey in them is shown instead.
pub(super) fn say(line: impl Display) {
    let _ = writeln!(io::stderr().lock(), "{}", visible(&line.to_string()));
}

/// The text with its control characters written as Rust writes them, line ends and tabs aside.
pub(super) fn visible(text: &str) -> Cow<'_, str> {
    let obeyed = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
    if !text.contains(obeyed) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if obeyed(c) { shown.extend(c.escape_debug()) } else { shown.push(c) }
    }
    Cow::Owned(shown)
}
