//! Markdown: plain CommonMark that reads well in a terminal too.

use super::escape::{markdown as escape, markdown_inline as escape_inline};
use super::view::{EntryView, Quote, SourceView, View};
use super::{Options, Render};
use crate::timeline::Timeline;
use std::io::{self, Write};

/// A timeline as CommonMark: headings for years and months, a list item for each entry, its wording as a quotation.
#[derive(Clone, Copy, Debug)]
pub struct Markdown;

impl Render for Markdown {
    fn render(&self, timeline: &Timeline, options: &Options, out: &mut dyn Write) -> io::Result<()> {
        let view = View::new(timeline, &options.dates);
        if !options.embedded {
            writeln!(out, "# {}", escape(&view.title))?;
        }
        if view.years.is_empty() {
            writeln!(out, "\nNo dated event was found.")?;
        }
        for year in &view.years {
            writeln!(out, "\n## {}", year.name)?;
            for month in &year.months {
                if let Some(name) = &month.name {
                    writeln!(out, "\n### {name}")?;
                }
                writeln!(out)?;
                for entry in &month.entries {
                    self::entry(entry, view.sources.len() > 1, out)?;
                }
            }
        }
        sources(&view.sources, out)?;
        if !view.unresolved.is_empty() {
            writeln!(out, "\n## Expressions without a date\n")?;
            for loose in &view.unresolved {
                write!(out, "- “{}”", escape(&loose.text))?;
                if let Some(source) = &loose.source {
                    write!(out, " (*{}*)", escape(source))?;
                }
                writeln!(out, ": {}", escape(&loose.why))?;
            }
        }
        Ok(())
    }
}

/// `- **Friday 21 November 2025** (planned): They meet.`, with the wording below it.
fn entry(entry: &EntryView<'_>, several: bool, out: &mut dyn Write) -> io::Result<()> {
    write!(out, "- **{}**", entry.date)?;
    let words: Vec<_> = [entry.status_word, entry.certainty_word].into_iter().flatten().collect();
    if !words.is_empty() {
        write!(out, " ({})", words.join(", ").to_lowercase())?;
    }
    writeln!(out, ": {}", escape(&entry.headline))?;
    let mut credits = Vec::new();
    if let Some(speaker) = &entry.speaker {
        credits.push(format!("according to {}", escape_inline(speaker)));
    }
    if several {
        // Their addresses stand once, under Sources: a link to each sentence would drown the text in a terminal.
        credits.extend(entry.mentions.iter().map(|mention| format!("*{}*", escape_inline(&mention.title))));
    }
    let credits = if credits.is_empty() { String::new() } else { format!("— {}", credits.join(", ")) };
    match &entry.quote {
        Some(quote) => writeln!(out, "{}", format!("  > {} {credits}", wording(quote)).trim_end()),
        None if credits.is_empty() => Ok(()),
        None => writeln!(out, "  {credits}"),
    }
}

/// The clause with its expression of time in italics.
fn wording(quote: &Quote<'_>) -> String {
    if quote.expression.is_empty() {
        return escape(&quote.before);
    }
    // The expression follows a `*`, so only what stands before it can begin the line.
    let before = escape(&quote.before);
    format!("{before}*{}*{}", escape_inline(&quote.expression), escape_inline(&quote.after))
}

fn sources(sources: &[SourceView<'_>], out: &mut dyn Write) -> io::Result<()> {
    if sources.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n## {}\n", if sources.len() == 1 { "Source" } else { "Sources" })?;
    for source in sources {
        writeln!(out, "- {}, published {}", link(&source.title, source.url.as_deref()), source.published)?;
    }
    Ok(())
}

/// `[title](<url>)`, or the title alone.
fn link(title: &str, url: Option<&str>) -> String {
    match url {
        // Between angle brackets only these could end the address early.
        Some(url) => {
            let url = url.replace('\\', "%5C").replace('<', "%3C").replace('>', "%3E");
            format!("[{}](<{url}>)", escape(title))
        }
        None => escape(title),
    }
}
