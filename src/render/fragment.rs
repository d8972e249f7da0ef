//! A fragment: what a blog puts into a page.

use super::escape::OPENING_BRACE;
use super::html::{AUTO, LTR, entry_level, has_filters, hash, lang, names_sources};
use super::view::{EntryView, Month, Quote, View};
use super::{Options, Render, style};
use crate::timeline::Timeline;
use askama::Template;
use std::io;

/// A timeline as one `<section class="dateline">` that brings its own style.
///
/// It takes ink, faces and dark mode from the page around it, and nothing else: rules of the page are undone within it. Every selector
/// starts at `.dateline`, every id with `dateline-`, and headings begin at level 2. It may stand in a post: no blank line ends the block of HTML that Markdown leaves
/// alone, and outside the style no brace is taken for a shortcode or Liquid.
///
/// ```
/// use dateline::{render::{Fragment, Options, Render}, timeline::Timeline};
///
/// let text = "The council will meet on Friday.";
/// let timeline = Timeline::builder().text("a.txt", text, "2025-11-20".parse()?).build()?;
/// let mut out = Vec::new();
/// Fragment.render(&timeline, &Options::default(), &mut out).expect("memory takes it");
/// assert!(String::from_utf8_lossy(&out).starts_with("<section class=\"dateline"));
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Fragment;

/// The fragment's style: what undoes the page's, and the timeline's own.
const STYLE: &str =
    concat!(include_str!("../../templates/fragment.css"), include_str!("../../templates/style.css"));

impl Render for Fragment {
    fn render(&self, timeline: &Timeline, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
        let view = View::new(timeline, &options.dates);
        let own = style::scaled(STYLE);
        let style = style::strengthened(&style::sheet(&own, &view, options.stylesheet.as_deref()));
        let section = Section { view, style, lang: lang(&options.dates), prefix: "dateline-", level: 2 };
        let html = section.render()?;
        // The style is the one place that needs braces, and the one that holds no text of an article.
        let start = html.find("<style>").unwrap_or_default();
        let end = html.find("</style>").unwrap_or_default();
        let [before, style, after] =
            [html.get(..start), html.get(start..end), html.get(end..)].map(Option::unwrap_or_default);
        let style = without_blank_lines(style);
        // A policy that forbids inline styles can allow this one.
        let hash = hash(style.strip_prefix("<style>").unwrap_or_default());
        let before = before.replacen("data-style-hash=\"\"", &format!("data-style-hash=\"{hash}\""), 1);
        let harmless = |html: &str| without_blank_lines(&html.replace('{', OPENING_BRACE));
        writeln!(out, "{}\n{style}{}", harmless(&before), harmless(after))
    }
}

/// Markdown would end the HTML at a blank line.
fn without_blank_lines(html: &str) -> String {
    html.lines().filter(|line| !line.trim().is_empty()).collect::<Vec<_>>().join("\n")
}

#[derive(Template)]
#[template(path = "fragment.html")]
struct Section<'a> {
    view: View<'a>,
    style: String,
    /// The attribute that names the language of printed dates, where it is not the page's.
    lang: String,
    /// What ids begin with.
    prefix: &'static str,
    /// Level of the title's heading.
    level: u8,
}

impl Section<'_> {
    const fn entry_level(&self, month: &Month<'_>) -> u8 {
        entry_level(self.level, month)
    }

    fn names_sources(&self, entry: &EntryView<'_>) -> bool {
        names_sources(&self.view, entry)
    }

    fn has_filters(&self) -> bool {
        has_filters(&self.view)
    }

    /// What makes a text run in its own direction, whichever the post's is.
    #[expect(clippy::unused_self, reason = "asked by the template, as of the page")]
    fn auto(&self, _text: impl AsRef<str>) -> &'static str {
        AUTO
    }

    #[expect(clippy::unused_self, reason = "asked by the template, as of the page")]
    const fn auto_quote(&self, _quote: &Quote<'_>) -> &'static str {
        AUTO
    }

    /// What makes words of ours run in their direction.
    #[expect(clippy::unused_self, reason = "asked by the template, as of the page")]
    const fn ltr(&self) -> &'static str {
        LTR
    }
}

#[cfg(test)]
mod tests {
    /// Selectors of a style sheet without nested rules other than at-rules.
    fn selectors(css: &str) -> Vec<&str> {
        let mut out = Vec::new();
        for (at, _) in css.match_indices('{') {
            let before = css[..at].rsplit(['{', '}', '/']).next().unwrap_or_default().trim();
            out.push(before);
        }
        out
    }

    #[test]
    fn every_selector_of_the_fragment_starts_at_the_section() {
        let found = selectors(super::STYLE);
        assert!(found.len() > 40);
        for selector in found {
            let scoped = selector.starts_with(".dateline") || selector.starts_with('@');
            assert!(scoped && !selector.contains(", :"), "{selector}");
        }
    }
}
