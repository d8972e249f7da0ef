//! Markwhen: timelines as text.

use super::escape::{clean, identifier};
use super::fields::{self, Fields};
use super::label::Dates;
use super::view::{View, capitalised};
use super::{Options, Render};
use crate::events::Status;
use crate::resolve::Certainty;
use crate::timeline::{Entry, Timeline};
use std::io::{self, Write};

/// A timeline as [Markwhen]: an event a line with its dates, its wording below, a section a year, statuses as tags.
///
/// Markwhen dates are exact; "about" and "before" stand in words under the event.
///
/// [Markwhen]: https://docs.markwhen.com/
///
/// ```
/// use dateline::{render::{Markwhen, Options, Render}, timeline::Timeline};
///
/// let text = "The council will meet on Friday.";
/// let timeline = Timeline::builder().text("a.txt", text, "2025-11-20".parse()?).build()?;
/// let mut out = Vec::new();
/// Markwhen.render(&timeline, &Options::default(), &mut out).expect("memory takes it");
/// assert!(String::from_utf8_lossy(&out).starts_with(""));
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Markwhen;

impl Render for Markwhen {
    fn render(&self, timeline: &Timeline, options: &Options, out: &mut dyn Write) -> io::Result<()> {
        let view = View::new(timeline, &options.dates);
        // A JSON string is a YAML string that no title can break.
        writeln!(out, "title: {}", serde_json::to_string(&view.title)?)?;
        let mut entries = timeline.entries.iter();
        for year in &view.years {
            writeln!(out, "\n# {}", year.name)?;
            for entry in entries.by_ref().take(year.count()) {
                self::entry(entry, timeline, &options.dates, out)?;
            }
        }
        Ok(())
    }
}

fn entry(entry: &Entry, timeline: &Timeline, dates: &Dates, out: &mut dyn Write) -> io::Result<()> {
    let Some((start, end)) = fields::ends(&entry.when) else { return Ok(()) };
    let range = end.map(|end| format!("{}{}", separator(start), date(end))).unwrap_or_default();
    write!(out, "\n{}{range}: {}", date(start), text(&clean(&entry.headline)))?;
    if entry.status != Status::Reported {
        write!(out, " #{}", entry.status.name())?;
    }
    writeln!(out, "\nid: {}", identifier(&entry.id))?;
    if entry.when.certainty != Certainty::Exact || !entry.when.interval.is_closed() {
        writeln!(out, "> {}", capitalised(dates.label(&entry.when)))?;
    }
    // A line that begins with `>` is neither an event, a section nor a property.
    writeln!(out, "> {}", text(&clean(&entry.text)))?;
    if let Some(speaker) = entry.speaker.as_deref().map(clean).filter(|speaker| !speaker.is_empty()) {
        writeln!(out, "> According to {}", text(&speaker))?;
    }
    if let Some(conflict) = super::view::conflict(entry, &timeline.sources, dates) {
        writeln!(out, "> {}", text(&conflict.words()))?;
    }
    for mention in super::view::mentions(entry, &timeline.sources) {
        match mention.url {
            Some(url) => writeln!(out, "> [{}]({})", text(&mention.title), address(&url))?,
            None => writeln!(out, "> {}", text(&mention.title))?,
        }
    }
    Ok(())
}

/// `2025-11-19 20:00`, `2025-11`, `44 BC`.
fn date(fields: Fields) -> String {
    let Fields { year, month, day, time } = fields;
    if year < 1 {
        return format!("{} BC", 1 - i64::from(year));
    }
    let part = |n: Option<u32>| n.map(|n| format!("-{n:02}")).unwrap_or_default();
    let time = time.map(|(hour, minute)| format!(" {hour:02}:{minute:02}")).unwrap_or_default();
    format!("{year:04}{}{}{time}", part(month), part(day))
}

/// Years before Christ have a notation of their own.
const fn separator(start: Fields) -> &'static str {
    if start.year < 1 { " - " } else { " / " }
}

/// Text without tags, links and comments: a word joiner keeps a `#` from its word and a slash from its slash, a bracket is escaped.
fn text(text: &str) -> String {
    let escaped = text.replace('#', "#\u{2060}").replace('[', "\\[").replace(']', "\\]");
    match escaped.strip_prefix("//") {
        Some(rest) => format!("/\u{2060}/{rest}"),
        None => escaped,
    }
}

/// An address within parentheses.
fn address(url: &str) -> String {
    url.replace('(', "%28").replace(')', "%29")
}
