//! Where answers go: standard output, or a file that holds whole lines whatever happens.

use crate::error::{Error, Result};
use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

pub(super) enum Sink {
    Stdout(BufWriter<io::Stdout>),
    File(Target),
}

/// A file that grows by whole lines.
pub(super) struct Target {
    path: PathBuf,
    file: File,
    /// What is not written yet: whole lines.
    pending: Vec<u8>,
    /// So many bytes of the file are whole lines.
    whole: u64,
    /// It has an end that can be cut off, which a pipe has not.
    is_regular: bool,
}

/// So much is written at a time.
const BLOCK: usize = 1 << 16;

impl Sink {
    pub(super) fn stdout() -> Self {
        Sink::Stdout(BufWriter::with_capacity(BLOCK, io::stdout()))
    }

    /// A new file. One that exists is somebody's work: it is only written anew when that is asked for.
    pub(super) fn create(path: &Path, force: bool, inputs: &[PathBuf]) -> Result<Self> {
        let here = path.display().to_string();
        let canonical = std::fs::canonicalize(path).ok();
        let is_input =
            |input: &PathBuf| canonical.is_some() && std::fs::canonicalize(input).ok() == canonical;
        if inputs.iter().any(is_input) {
            return Err(Error::value("is an input, too; give another file").at(here));
        }
        let known = std::fs::metadata(path).ok();
        if !force && known.is_some_and(|known| known.is_file() && known.len() > 0) {
            let message = "exists; --resume goes on with it, --force writes it anew";
            return Err(Error::value(message).at(here));
        }
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(true);
        Sink::at(path, &options, 0)
    }

    /// Goes on with a file of which so many bytes are whole lines; the rest is cut off.
    pub(super) fn reopen(path: &Path, whole: u64) -> Result<Self> {
        let sink = Sink::at(path, OpenOptions::new().append(true).create(true), whole)?;
        if let Sink::File(target) = &sink
            && target.is_regular
        {
            target.file.set_len(whole).map_err(|error| Error::io(path, error))?;
        }
        Ok(sink)
    }

    fn at(path: &Path, options: &OpenOptions, whole: u64) -> Result<Self> {
        let file = options.open(path).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => {
                Error::value("its folder does not exist; make it first").at(path.display().to_string())
            }
            _ => Error::io(path, error),
        })?;
        let is_regular = file.metadata().map_err(|error| Error::io(path, error))?.is_file();
        Ok(Sink::File(Target { path: path.to_owned(), file, pending: Vec::new(), whole, is_regular }))
    }

    /// Takes whole lines.
    pub(super) fn write(&mut self, lines: &[u8]) -> Result<()> {
        match self {
            Sink::Stdout(out) => out.write_all(lines).map_err(stdout),
            Sink::File(target) => {
                target.pending.extend_from_slice(lines);
                if target.pending.len() < BLOCK { Ok(()) } else { target.flush() }
            }
        }
    }

    /// Writes what is held back.
    pub(super) fn flush(&mut self) -> Result<()> {
        match self {
            Sink::Stdout(out) => out.flush().map_err(stdout),
            Sink::File(target) => target.flush(),
        }
    }

    /// Writes what is held back and waits until it is on the disk.
    pub(super) fn finish(&mut self) -> Result<()> {
        self.flush()?;
        match self {
            Sink::File(target) if target.is_regular => {
                target.file.sync_all().map_err(|error| Error::io(&target.path, error))
            }
            _ => Ok(()),
        }
    }
}

fn stdout(error: io::Error) -> Error {
    Error::io("standard output", error)
}

impl Target {
    /// Writes whole lines; where that fails midway, as on a full disk, the torn one is cut off.
    fn flush(&mut self) -> Result<()> {
        match self.file.write_all(&self.pending) {
            Ok(()) => {
                self.whole += self.pending.len() as u64;
                self.pending.clear();
                Ok(())
            }
            Err(error) => {
                if self.is_regular {
                    // Lines that went in whole before the torn one are written again by --resume.
                    let _ = self.file.set_len(self.whole);
                }
                Err(Error::io(&self.path, error))
            }
        }
    }
}
