//! For people.

use super::{Counts, Run};
use crate::check::draw::Draw;
use std::io::{self, Write};

pub(super) fn write(runs: &[Run<'_>], colour: bool, out: &mut dyn Write) -> io::Result<()> {
    let draw = Draw::new(colour);
    for run in runs {
        for checked in run.checked.iter().filter(|checked| !checked.verdict.is_fine()) {
            writeln!(out, "{}\n", draw.in_file(checked, &run.file.text))?;
        }
    }
    let counts = Counts::of(runs);
    write!(out, "{} passed, {} failed", counts.passed, counts.failed)?;
    match counts.known_gaps {
        0 => writeln!(out),
        1 => writeln!(out, ", 1 known gap"),
        n => writeln!(out, ", {n} known gaps"),
    }
}
