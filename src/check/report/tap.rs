//! The Test Anything Protocol, version 14.

use super::{Counts, Run, complaints, one_line};
use crate::check::draw::derivation;
use crate::check::run::{Checked, Verdict};
use std::io::{self, Write};

pub(super) fn write(runs: &[Run<'_>], out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "TAP version 14\n1..{}", Counts::of(runs).all())?;
    for (n, checked) in runs.iter().flat_map(|run| &run.checked).enumerate() {
        test(n + 1, checked, out)?;
    }
    Ok(())
}

fn test(number: usize, checked: &Checked<'_>, out: &mut dyn Write) -> io::Result<()> {
    let case = checked.case;
    let holds = matches!(checked.verdict, Verdict::Passed);
    // `#` would begin a directive.
    let title = one_line(case.title()).replace('\\', "\\\\").replace('#', "\\#");
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
    let steps: Vec<String> = checked.found.iter().take(1).flat_map(derivation).collect();
    if !steps.is_empty() {
        writeln!(out, "  why:")?;
        for step in steps {
            writeln!(out, "    - {}", quoted(&step))?;
        }
    }
    writeln!(out, "  ...")
}

/// A double-quoted YAML scalar, which JSON's strings are.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
