//! Markdown: what reads well in a terminal, and what the flavours of forges and site generators have beyond it.
//!
//! Input: a view of a timeline. Output: Markdown, of its [`Flavor`].
//! Knows nothing of other formats.

mod front_matter;
mod table;

use super::escape::{markdown as escape, markdown_inline as escape_inline};
use super::html::names_sources;
use super::view::{EntryView, MentionView, Quote, SourceView, View};
use super::{Options, Render};
use crate::expression::unit::names;
use crate::timeline::Timeline;
use front_matter::FrontMatter;
use std::borrow::Cow;
use std::io::{self, Write};

names! {
    /// For whom Markdown is written.
    ///
    /// Text is escaped in one way for all of them, so that Markdown of one flavour does no harm with another's reader.
    #[derive(Default)]
    Flavor in "dateline::render" {
        /// CommonMark, which reads well in a terminal: a list item for each entry, its wording as a quotation.
        #[default]
        Plain = "plain",
        /// GitHub's: a table for each year; who tells an entry is linked to the sentence.
        Gfm = "gfm",
        /// A page for [Hugo](https://gohugo.io/): TOML front matter with `title`, `date`, `description` and `summary`.
        Hugo = "hugo",
        /// A page for [Zola](https://www.getzola.org/): TOML front matter with `title`, `date` and `description`.
        Zola = "zola",
        /// A post for [Jekyll](https://jekyllrb.com/): YAML front matter with `layout`, `title`, `date`, `description` and `excerpt`.
        Jekyll = "jekyll",
    }
}

/// A timeline as Markdown: headings for years and months, an entry each with its wording, the sources.
///
/// [`Options::flavor`] chooses for whom. Front matter takes the title's place; its date is that of the last article. A timeline that
/// is [embedded](Options::embedded) has neither. No HTML is needed but `<br>` within the tables of [`Flavor::Gfm`].
///
/// ```
/// use dateline::{render::{Markdown, Options, Render}, timeline::Timeline};
///
/// let text = "The council will meet on Friday.";
/// let timeline = Timeline::builder().text("a.txt", text, "2025-11-20".parse()?).build()?;
/// let mut out = Vec::new();
/// Markdown.render(&timeline, &Options::default(), &mut out).expect("memory takes it");
/// assert!(String::from_utf8_lossy(&out).starts_with("# "));
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Markdown;

impl Render for Markdown {
    fn render(&self, timeline: &Timeline, options: &Options, out: &mut dyn Write) -> io::Result<()> {
        let view = View::new(timeline, &options.dates);
        match FrontMatter::of(options.flavor, timeline, &view) {
            _ if options.embedded => {}
            Some(front_matter) => write!(out, "{front_matter}")?,
            None => writeln!(out, "# {}", escape(&view.title))?,
        }
        if view.years.is_empty() {
            writeln!(out, "\nNo dated event was found.")?;
        }
        if options.flavor == Flavor::Gfm {
            table::years(&view, out)?;
        } else {
            years(&view, options.flavor, out)?;
        }
        sources(&view.sources, out)?;
        if !view.unresolved.is_empty() {
            writeln!(out, "\n## Expressions without a date\n")?;
            for loose in &view.unresolved {
                write!(out, "- “{}”", escape_inline(&loose.text))?;
                if let Some(source) = &loose.source {
                    write!(out, " (*{}*)", escape_inline(source))?;
                }
                writeln!(out, ": {}", escape_inline(&loose.why))?;
            }
        }
        Ok(())
    }
}

/// Headings, and a list of entries under each.
fn years(view: &View<'_>, flavor: Flavor, out: &mut dyn Write) -> io::Result<()> {
    for year in &view.years {
        writeln!(out, "\n## {}", year.name)?;
        for month in &year.months {
            if let Some(name) = &month.name {
                writeln!(out, "\n### {name}")?;
            }
            writeln!(out)?;
            for entry in &month.entries {
                self::entry(entry, view, flavor, out)?;
            }
        }
    }
    Ok(())
}

/// `- **Friday 21 November 2025** (planned): They meet.`, with the wording below it.
fn entry(entry: &EntryView<'_>, view: &View<'_>, flavor: Flavor, out: &mut dyn Write) -> io::Result<()> {
    let headline = escape_inline(&entry.headline);
    writeln!(
        out,
        "- **{}**{}: {headline}{}{}",
        entry.date,
        remarks(entry),
        disagreement(entry),
        notes(entry)
    )?;
    let credits = match flavor {
        // Their addresses stand once, under Sources: a link to each sentence would drown the text in a terminal.
        Flavor::Plain if view.sources.len() > 1 => credits(entry, |mention| emphasised(&mention.title)),
        Flavor::Plain => speaker(entry).unwrap_or_default(),
        _ if names_sources(view, entry) => credits(entry, linked),
        _ => speaker(entry).unwrap_or_default(),
    };
    let credits = if credits.is_empty() { credits } else { format!("— {credits}") };
    match &entry.quote {
        Some(quote) => writeln!(out, "{}", format!("  > {} {credits}", wording(quote)).trim_end()),
        None if credits.is_empty() => Ok(()),
        None => writeln!(out, "  {credits}"),
    }
}

/// ` (planned, approximate)`, where there is anything to remark.
fn remarks(entry: &EntryView<'_>) -> String {
    let words: Vec<_> = [entry.status_word, entry.certainty_word].into_iter().flatten().collect();
    if words.is_empty() { String::new() } else { format!(" ({})", words.join(", ").to_lowercase()) }
}

/// ` — *Sources disagree about the date: …*`, where they do.
fn disagreement(entry: &EntryView<'_>) -> String {
    let words = entry.conflict.as_ref().map(|conflict| escape_inline(&conflict.words()));
    words.map(|words| format!(" — *{words}*")).unwrap_or_default()
}

/// ` — *Editor’s note: …*`, where there is one.
fn notes(entry: &EntryView<'_>) -> String {
    entry.notes.iter().map(|note| format!(" — *Editor’s note: {}*", escape_inline(note))).collect()
}

/// Who says so, and which articles tell it.
fn credits(entry: &EntryView<'_>, name: impl Fn(&MentionView<'_>) -> String) -> String {
    let named = entry.mentions.iter().map(name);
    speaker(entry).into_iter().chain(named).collect::<Vec<_>>().join(", ")
}

fn speaker(entry: &EntryView<'_>) -> Option<String> {
    entry.speaker.as_ref().map(|speaker| format!("according to {}", escape_inline(speaker)))
}

fn emphasised(title: &str) -> String {
    format!("*{}*", escape_inline(title))
}

/// The article's title, linked to the sentence where it has an address.
fn linked(mention: &MentionView<'_>) -> String {
    match &mention.url {
        Some(url) => link(&mention.title, url),
        None => emphasised(&mention.title),
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
        let title = match &source.url {
            Some(url) => link(&source.title, url),
            None => escape(&source.title),
        };
        let by = source.author.as_deref().map(|author| format!(", by {}", escape_inline(author)));
        let site = source.site.as_deref().map(|site| format!(", {}", escape_inline(site)));
        let (by, site) = (by.unwrap_or_default(), site.unwrap_or_default());
        writeln!(out, "- {title}{by}{site}, published {}", source.published)?;
    }
    Ok(())
}

/// `[title](<url>)`.
fn link(title: &str, url: &str) -> String {
    format!("[{}](<{}>)", escape_inline(title), address(url))
}

/// An address between angle brackets, where only these and a backslash could end it early; braces and bars are encoded for those who
/// read the line before Markdown does.
fn address(url: &str) -> Cow<'_, str> {
    const ENCODED: [(char, &str); 6] =
        [('\\', "%5C"), ('<', "%3C"), ('>', "%3E"), ('{', "%7B"), ('}', "%7D"), ('|', "%7C")];
    if !url.contains(ENCODED.map(|(c, _)| c)) {
        return Cow::Borrowed(url);
    }
    let encoded = |c: char| ENCODED.iter().find(|(of, _)| *of == c).map(|(_, code)| *code);
    Cow::Owned(url.chars().fold(String::new(), |mut out, c| {
        match encoded(c) {
            Some(code) => out.push_str(code),
            None => out.push(c),
        }
        out
    }))
}
