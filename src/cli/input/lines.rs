//! Lines in chunks: as many whole ones as have come, so that nobody waits for an answer until more are sent.

use crate::error::{Error, Result};
use std::collections::VecDeque;
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::PathBuf;

/// How much is read at a time.
const BLOCK: usize = 1 << 16;

/// How much of a line is kept that is too long to be read: its id may stand there.
pub(in crate::cli) const HEAD: usize = 1 << 10;

/// Whole lines that follow each other.
#[derive(Debug)]
pub(in crate::cli) struct Chunk {
    /// The file that they stand in, where there are several.
    pub(in crate::cli) file: Option<String>,
    /// The number of the first line, from 1.
    pub(in crate::cli) first: usize,
    pub(in crate::cli) bytes: Vec<u8>,
    /// This is the head of one line that is too long.
    pub(in crate::cli) too_long: bool,
}

/// Lines of one or several sources.
pub(in crate::cli) struct Lines {
    /// Files that are yet to be opened.
    files: VecDeque<PathBuf>,
    several: bool,
    name: String,
    source: Box<dyn Read + Send>,
    /// What was read and not handed on.
    buffer: Vec<u8>,
    /// So much of the buffer holds no end of a line.
    searched: usize,
    /// The number of the next line.
    line: usize,
    /// The rest of a line that is too long is passed over.
    passing: bool,
    /// The longest line in bytes.
    longest: usize,
    /// What was handed on and given back.
    returned: Option<Chunk>,
}

impl Lines {
    /// Lines of files, one after the other, or of standard input. A file that cannot be opened is told before anything
    /// else happens.
    pub(in crate::cli) fn open(files: &[PathBuf], longest: usize) -> Result<Self> {
        for path in files {
            let metadata = std::fs::metadata(path).map_err(|error| Error::io(path, error))?;
            if metadata.is_dir() {
                return Err(Error::io(path, ErrorKind::IsADirectory.into()));
            }
            // A pipe is opened once: whoever writes to it would see it closed.
            if metadata.is_file() {
                File::open(path).map_err(|error| Error::io(path, error))?;
            }
        }
        let stdin = files.is_empty();
        let mut lines = Lines {
            files: files.iter().cloned().collect(),
            several: files.len() > 1,
            name: super::STDIN.to_owned(),
            source: if stdin { Box::new(std::io::stdin()) } else { Box::new(std::io::empty()) },
            buffer: Vec::new(),
            searched: 0,
            line: 1,
            passing: false,
            longest,
            returned: None,
        };
        lines.following()?;
        Ok(lines)
    }

    /// Goes on with the next file; gives whether there is one.
    fn following(&mut self) -> Result<bool> {
        let Some(path) = self.files.pop_front() else { return Ok(false) };
        self.name = path.display().to_string();
        self.source = Box::new(File::open(&path).map_err(|error| Error::io(&path, error))?);
        self.line = 1;
        Ok(true)
    }

    /// The next chunk; none at the end of the last source.
    pub(in crate::cli) fn next(&mut self) -> Result<Option<Chunk>> {
        if let Some(chunk) = self.returned.take() {
            return Ok(Some(chunk));
        }
        loop {
            let fresh = self.buffer.get(self.searched..).unwrap_or_default();
            if self.passing {
                match memchr::memchr(b'\n', fresh) {
                    None => self.buffer.clear(),
                    Some(end) => {
                        self.buffer.drain(..=self.searched + end);
                        self.passing = false;
                        self.line += 1;
                    }
                }
                self.searched = 0;
            }
            let fresh = self.buffer.get(self.searched..).unwrap_or_default();
            if let Some(end) = memchr::memrchr(b'\n', fresh) {
                let rest = self.buffer.split_off(self.searched + end + 1);
                let bytes = std::mem::replace(&mut self.buffer, rest);
                self.searched = self.buffer.len();
                return Ok(Some(self.chunk(bytes)));
            }
            self.searched = self.buffer.len();
            if self.buffer.len() > self.longest {
                self.passing = true;
                self.buffer.truncate(HEAD);
                let bytes = std::mem::take(&mut self.buffer);
                self.searched = 0;
                return Ok(Some(Chunk { too_long: true, ..self.chunk(bytes) }));
            }
            if self.read()? == 0 {
                let rest = std::mem::take(&mut self.buffer);
                self.searched = 0;
                self.passing = false;
                let chunk = (!rest.is_empty()).then(|| self.chunk(rest));
                if chunk.is_some() {
                    return Ok(chunk);
                }
                if !self.following()? {
                    return Ok(None);
                }
            }
        }
    }

    /// Takes back what is to be handed on next.
    pub(in crate::cli) fn give_back(&mut self, chunk: Chunk) {
        self.returned = Some(chunk);
    }

    fn chunk(&mut self, bytes: Vec<u8>) -> Chunk {
        let first = self.line;
        self.line += memchr::memchr_iter(b'\n', &bytes).count();
        Chunk { file: self.several.then(|| self.name.clone()), first, bytes, too_long: false }
    }

    /// Reads once, which may give less than a block and does not wait for more.
    fn read(&mut self) -> Result<usize> {
        let filled = self.buffer.len();
        self.buffer.resize(filled + BLOCK, 0);
        loop {
            match self.source.read(self.buffer.get_mut(filled..).unwrap_or_default()) {
                Ok(count) => {
                    self.buffer.truncate(filled + count);
                    return Ok(count);
                }
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(Error::io(&self.name, error)),
            }
        }
    }
}

impl Chunk {
    /// What follows the line of that number; nothing where it is the last.
    pub(in crate::cli) fn after(self, number: usize) -> Option<Chunk> {
        let passed = (number + 1).saturating_sub(self.first);
        let end = memchr::memchr_iter(b'\n', &self.bytes).nth(passed.checked_sub(1)?)?;
        let bytes = self.bytes.get(end + 1..).unwrap_or_default().to_vec();
        (!bytes.is_empty()).then_some(Chunk { first: number + 1, bytes, ..self })
    }

    /// The lines that are not blank, with their numbers.
    pub(in crate::cli) fn records(&self) -> impl Iterator<Item = (usize, &[u8])> {
        let bytes =
            self.bytes.strip_prefix(b"\xEF\xBB\xBF").filter(|_| self.first == 1).unwrap_or(&self.bytes);
        (self.first..)
            .zip(bytes.split(|b| *b == b'\n'))
            .map(|(number, line)| (number, line.trim_ascii()))
            .filter(|(_, line)| !line.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::{Chunk, Lines};
    use std::io::Read;

    /// Gives what it holds piece by piece.
    struct Pieces(Vec<&'static [u8]>);

    impl Read for Pieces {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            if self.0.is_empty() {
                return Ok(0);
            }
            let piece = self.0.remove(0);
            buffer[..piece.len()].copy_from_slice(piece);
            Ok(piece.len())
        }
    }

    fn lines(pieces: &[&'static [u8]], longest: usize) -> Lines {
        let source = Box::new(Pieces(pieces.to_vec()));
        Lines { source, ..Lines::open(&[], longest).expect("standard input") }
    }

    /// Every chunk as `number:line`, a line that is too long with an exclamation mark.
    fn shown(mut lines: Lines) -> Vec<String> {
        let mut all = Vec::new();
        while let Some(chunk) = lines.next().expect("lines") {
            let mark = if chunk.too_long { "!" } else { "" };
            let text = |(number, line)| format!("{number}:{}{mark}", String::from_utf8_lossy(line));
            all.push(chunk.records().map(text).collect::<Vec<_>>().join(" "));
        }
        all
    }

    #[test]
    fn whole_lines_are_handed_on_as_they_come() {
        let pieces: [&[u8]; 5] = [b"\xEF\xBB\xBFa\nb\nc", b"c\r\n\n", b"d", b"e\n", b"f"];
        assert_eq!(shown(lines(&pieces, 9)), ["1:a 2:b", "3:cc", "5:de", "6:f"]);
        assert!(shown(lines(&[b""], 9)).is_empty());
    }

    #[test]
    fn a_line_that_is_too_long_is_told_and_passed_over() {
        let pieces: [&[u8]; 5] = [b"a\nlonger", b" and longer", b" still", b"\nb", b"\n"];
        assert_eq!(shown(lines(&pieces, 4)), ["1:a", "2:longer!", "3:b"]);
        assert_eq!(shown(lines(&[b"longer", b" to its end"], 4)), ["1:longer!"]);
    }

    #[test]
    fn what_follows_a_line_is_left() {
        let chunk = || Chunk { file: None, first: 5, bytes: b"a\nb\nc".to_vec(), too_long: false };
        let after =
            |number| chunk().after(number).map(|c| (c.first, String::from_utf8(c.bytes).expect("text")));
        assert_eq!(after(5), Some((6, "b\nc".to_owned())));
        assert_eq!(after(6), Some((7, "c".to_owned())));
        assert_eq!(after(7), None);
        let ended = Chunk { bytes: b"a\n".to_vec(), ..chunk() };
        assert!(ended.after(5).is_none());
    }
}
