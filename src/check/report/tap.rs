//! The Test Anything Protocol, version 14.

use super::{Counts, Run, complaints, title};
use crate::check::draw::{derivation, wrong};
use crate::check::read::Mistake;
use crate::check::run::{Checked, Verdict};
use crate::span::one_line;
use std::io::{self, Write};

pub(super) fn write(runs: &[Run<'_>], mistakes: &[Mistake], out: &mut dyn Write) -> io::Result<()> {
    let cases = Counts::of(runs).all();
    writeln!(out, "TAP version 14\n1..{}", cases + mistakes.len())?;
    for (n, checked) in runs.iter().flat_map(|run| &run.checked).enumerate() {
        test(n + 1, checked, out)?;
    }
    for (n, mistake) in mistakes.iter().enumerate() {
        let (number, place) = (cases + n + 1, mistake.place());
        writeln!(out, "not ok {number} - {} cannot be run", escaped(&one_line(&place)))?;
        writeln!(out, "  ---\n  at: {}\n  message: {}\n  ...", quoted(&place), quoted(&mistake.message))?;
    }
    Ok(())
}

fn test(number: usize, checked: &Checked<'_>, out: &mut dyn Write) -> io::Result<()> {
    let case = checked.case;
    let holds = matches!(checked.verdict, Verdict::Passed);
    let title = escaped(&title(checked));
    write!(out, "{} {number} - {title}", if holds { "ok" } else { "not ok" })?;
    if checked.verdict == Verdict::KnownGap {
        let reason = case.known_gap.as_deref().unwrap_or_default();
        write!(out, " # TODO {}", if reason.is_empty() { "known gap".to_owned() } else { one_line(reason) })?;
    }
    writeln!(out)?;
    if holds {
        return Ok(());
    }
    let message = match checked.verdict {
        Verdict::GapClosed => "passes; take its known-gap away".to_owned(),
        _ => complaints(checked),
    };
    writeln!(out, "  ---\n  at: {}", quoted(&format!("{}:{}", case.place.file, case.place.line)))?;
    writeln!(out, "  message: {}", quoted(&message))?;
    let steps: Vec<String> = wrong(checked).into_iter().flat_map(derivation).collect();
    if !steps.is_empty() {
        writeln!(out, "  why:")?;
        for step in steps {
            writeln!(out, "    - {}", quoted(&step))?;
        }
    }
    writeln!(out, "  ...")
}

/// `#` would begin a directive.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('#', "\\#")
}

/// A double-quoted YAML scalar, which JSON's strings are.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
