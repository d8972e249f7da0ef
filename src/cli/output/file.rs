//! Files that are written whole or not at all.

use super::Stdout;
use super::seal::{self, Seal, State};
use crate::error::{Error, Result};
use atomic_write_file::AtomicWriteFile;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Writes to a file, or to standard output where none is named.
///
/// A file that is there already is only replaced if dateline wrote it and nobody changed it since, or by `force`.
pub(in crate::cli) fn write(
    path: Option<&Path>,
    force: bool,
    seal: Seal,
    with: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<()> {
    let Some(path) = path else {
        let mut out = Stdout::new();
        out.write(with)?;
        return out.finish();
    };
    let mut new = Vec::new();
    with(&mut new).map_err(|error| Error::io(path, error))?;
    let is_ours = |old: &[u8]| match seal::state(old, &new, seal) {
        State::Untouched => Ok(()),
        State::Edited => Err("was changed since dateline wrote it; --force replaces it"),
        State::Foreign => Err("was not written by dateline; --force replaces it"),
    };
    if !force && fs::metadata(path).is_ok_and(|known| known.is_file()) {
        let old = fs::read(path).map_err(|error| Error::io(path, error))?;
        is_ours(&old).map_err(|message| Error::value(message).at(path.display().to_string()))?;
    }
    replace(path, &seal.close(new))
}

/// Replaces what a file held when it was read; if somebody has written to it since, it is left as it is.
pub(in crate::cli) fn refresh(path: &Path, old: &str, new: &str) -> Result<()> {
    let now = fs::read(path).map_err(|error| Error::io(path, error))?;
    if now != old.as_bytes() {
        return Err(Error::value("was changed meanwhile; run it again").at(path.display().to_string()));
    }
    replace(path, new.as_bytes())
}

/// Replaces what a file holds, or makes it: at any moment, whatever happens, it holds all of the old or all of the new.
///
/// A link stays one, and a file keeps who may read it. What is no file, such as `/dev/stdout`, is written to.
fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    let place = target(path);
    let written = match fs::metadata(&place) {
        Ok(known) if !known.is_file() && !known.is_dir() => {
            File::options().write(true).open(&place).and_then(|mut file| file.write_all(bytes))
        }
        // Moving another file into its place would get around that.
        Ok(known) if known.permissions().readonly() => Err(io::ErrorKind::PermissionDenied.into()),
        _ => whole(&place, bytes),
    };
    written.map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => {
            Error::value("its folder does not exist; make it first").at(path.display().to_string())
        }
        _ => Error::io(path, error),
    })
}

/// Beside its place first, on the disk, then moved there.
fn whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if path.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    let mut file = AtomicWriteFile::open(path)?;
    file.write_all(bytes)?;
    file.commit()
}

/// Links that lead on are followed no further.
const MOST_LINKS: usize = 40;

/// The file that a path leads to, there or not.
fn target(path: &Path) -> PathBuf {
    let mut path = path.to_owned();
    for _ in 0..MOST_LINKS {
        match fs::read_link(&path) {
            Ok(next) => path = path.parent().unwrap_or(Path::new("")).join(next),
            Err(_) => break,
        }
    }
    path
}
