//! For people.

use super::{Counts, Run};
use crate::check::draw::Draw;
use crate::check::read::Mistake;
use std::io::{self, Write};

pub(super) fn write(
    runs: &[Run<'_>],
    mistakes: &[Mistake],
    colour: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    let draw = Draw::new(colour);
    for run in runs {
        for checked in run.checked.iter().filter(|checked| !checked.verdict.is_fine()) {
            writeln!(out, "{}\n", draw.in_file(checked, &run.file.text))?;
        }
    }
    let counts = Counts::of(runs);
    write!(out, "{} passed, {} failed", counts.passed, counts.failed)?;
    for (n, of) in [(counts.known_gaps, "known gap"), (mistakes.len(), "mistake")] {
        match n {
            0 => {}
            1 => write!(out, ", 1 {of}")?,
            n => write!(out, ", {n} {of}s")?,
        }
    }
    writeln!(out)
}
