//! Entries as rows of a table for each year, which GitHub's Markdown has and CommonMark has not.

use super::{credits, disagreement, linked, notes, remarks, speaker, wording};
use crate::render::escape::markdown_inline as escape_inline;
use crate::render::html::names_sources;
use crate::render::view::{EntryView, View};
use std::io::{self, Write};

/// A heading and a table for each year.
pub(super) fn years(view: &View<'_>, out: &mut dyn Write) -> io::Result<()> {
    let all = || view.years.iter().flat_map(|year| &year.months).flat_map(|month| &month.entries);
    let has_credits = all().any(|entry| entry.speaker.is_some() || names_sources(view, entry));
    for year in &view.years {
        writeln!(out, "\n## {}\n", year.name)?;
        let (last, rule) = if has_credits { (" Who says so |", " --- |") } else { ("", "") };
        writeln!(out, "| Date | What happened |{last}\n| --- | --- |{rule}")?;
        for entry in year.months.iter().flat_map(|month| &month.entries) {
            row(entry, view, has_credits, out)?;
        }
    }
    Ok(())
}

/// `| Friday 21 November 2025 | **They meet.** (planned)<br>The wording | According to … |`.
fn row(entry: &EntryView<'_>, view: &View<'_>, has_credits: bool, out: &mut dyn Write) -> io::Result<()> {
    let headline = escape_inline(&entry.headline);
    let remarks = remarks(entry);
    write!(out, "| {} | **{headline}**{remarks}{}{}", entry.date, disagreement(entry), notes(entry))?;
    if let Some(quote) = &entry.quote {
        // A cell is one line; a break within it is the one thing that has no other notation.
        write!(out, "<br>{}", wording(quote))?;
    }
    if has_credits {
        let credits = if names_sources(view, entry) {
            credits(entry, linked)
        } else {
            speaker(entry).unwrap_or_default()
        };
        write!(out, " | {credits}")?;
    }
    writeln!(out, " |")
}
