//! JSON that may be shown on a terminal: JSON's own escapes end at U+001F, and terminals obey U+007F to U+009F as well.

use serde::Serialize;
use std::io::{self, Write};

/// Writes a value on one line.
pub(crate) fn write(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    let mut visible = Visible::new(out);
    serde_json::to_writer(&mut visible, value)?;
    visible.pass_on()
}

/// Writes a value indented by two spaces.
pub(crate) fn write_pretty(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    let mut visible = Visible::new(out);
    serde_json::to_writer_pretty(&mut visible, value)?;
    visible.pass_on()
}

/// So many bytes are gathered before they are looked through and passed on: JSON comes in pieces of a few bytes.
const GATHERED: usize = 8 * 1024;

/// Writes DEL and the C1 control characters as escapes. In JSON they stand in strings alone, and each comes in one piece.
struct Visible<'a> {
    out: &'a mut dyn Write,
    gathered: Vec<u8>,
}

impl<'a> Visible<'a> {
    fn new(out: &'a mut dyn Write) -> Self {
        Self { out, gathered: Vec::with_capacity(GATHERED) }
    }

    fn pass_on(&mut self) -> io::Result<()> {
        let mut rest = self.gathered.as_slice();
        while let Some((at, length, code)) = control(rest) {
            self.out.write_all(&rest[..at])?;
            write!(self.out, "\\u{code:04x}")?;
            rest = &rest[at + length..];
        }
        self.out.write_all(rest)?;
        self.gathered.clear();
        Ok(())
    }
}

impl Write for Visible<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes)?;
        Ok(bytes.len())
    }

    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.gathered.extend_from_slice(bytes);
        if self.gathered.len() >= GATHERED { self.pass_on() } else { Ok(()) }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.pass_on()?;
        self.out.flush()
    }
}

/// The first such character in UTF-8: its place, how many bytes it has, and its code.
fn control(bytes: &[u8]) -> Option<(usize, usize, u8)> {
    memchr::memchr2_iter(0x7F, 0xC2, bytes).find_map(|at| match bytes[at..] {
        [0x7F, ..] => Some((at, 1, 0x7F)),
        [0xC2, code @ 0x80..=0x9F, ..] => Some((at, 2, code)),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::{write, write_pretty};

    #[test]
    fn a_long_text_is_whole() {
        let text = "a\u{9b}\u{e9}b\u{7f}".repeat(super::GATHERED);
        let mut line = Vec::new();
        write(&mut line, &[&text]).unwrap();
        assert!(!String::from_utf8_lossy(&line).contains(['\u{9b}', '\u{7f}']));
        assert_eq!(serde_json::from_slice::<[String; 1]>(&line).unwrap(), [text]);
    }

    #[test]
    fn what_terminals_obey_is_escaped_and_reads_back() {
        let text = "\u{1b}[31m \u{7f} \u{80}\u{9b} \u{a0} é €";
        let mut line = Vec::new();
        write(&mut line, &[text]).unwrap();
        assert_eq!(String::from_utf8_lossy(&line), "[\"\\u001b[31m \\u007f \\u0080\\u009b \u{a0} é €\"]");
        assert_eq!(serde_json::from_slice::<[String; 1]>(&line).unwrap(), [text]);
        let mut pretty = Vec::new();
        write_pretty(&mut pretty, &[text]).unwrap();
        assert_eq!(serde_json::from_slice::<[String; 1]>(&pretty).unwrap(), [text]);
    }
}
