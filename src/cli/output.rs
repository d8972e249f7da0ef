//! Standard output, files, and words about them on standard error.

use super::options;
use crate::error::{Error, Result};
use std::fmt::Display;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::Path;
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
            serde_json::to_writer(&mut *out, value)?;
            writeln!(out)
        })
    }

    /// Writes what is still buffered.
    pub(super) fn finish(mut self) -> Result<()> {
        self.write(|out| out.flush())
    }
}

/// Writes a file whole or not at all: beside its place first, then moved there.
pub(super) fn file(path: &Path, with: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<()> {
    let at = |e: io::Error| match e.kind() {
        io::ErrorKind::NotFound => {
            Error::value("its folder does not exist; make it first").at(path.display().to_string())
        }
        _ => Error::io(path, e),
    };
    // A link stays one, and a file keeps who may read it.
    let path = &std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let permissions = std::fs::metadata(path).ok().map(|known| known.permissions());
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(format!(".{}.part", std::process::id()));
    let beside = path.with_file_name(name);
    let written = std::fs::File::create(&beside).and_then(|file| {
        let mut out = BufWriter::new(file);
        with(&mut out)?;
        let file = out.into_inner().map_err(io::IntoInnerError::into_error)?;
        if let Some(permissions) = permissions {
            file.set_permissions(permissions)?;
        }
        file.sync_all()
    });
    written.and_then(|()| std::fs::rename(&beside, path)).map_err(|e| {
        // The error at hand tells more than a failure to clean up after it.
        let _ = std::fs::remove_file(&beside);
        at(e)
    })
}

/// Prints an error for the user.
pub(super) fn complain(error: &Error) {
    say(format_args!("dateline: {error}"));
}

/// Prints a line on standard error; nobody can be told when that fails.
pub(super) fn say(line: impl Display) {
    let _ = writeln!(io::stderr().lock(), "{line}");
}
