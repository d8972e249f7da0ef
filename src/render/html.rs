//! HTML: a whole page in one file, which asks nothing of the network and runs no script.

use super::view::{EntryView, Month, Quote, View};
use super::{Dates, Options, Render, json_ld, style};
use crate::timeline::Timeline;
use askama::Template;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest as _, Sha256};
use std::io;

/// The page's whole style: the timeline's own and the paper around it.
const STYLE: &str =
    concat!(include_str!("../../templates/style.css"), include_str!("../../templates/page.css"));

/// A timeline as a web page.
///
/// Complete without JavaScript; its Content-Security-Policy allows nothing but its own style. Themes set the custom
/// properties that the style sheet lists at its top.
///
/// ```
/// use dateline::{render::{Html, Options, Render}, timeline::Timeline};
///
/// let text = "The council will meet on Friday.";
/// let timeline = Timeline::builder().text("a.txt", text, "2025-11-20".parse()?).build()?;
/// let mut out = Vec::new();
/// Html.render(&timeline, &Options::default(), &mut out).expect("memory takes it");
/// assert!(String::from_utf8_lossy(&out).starts_with("<!DOCTYPE html>"));
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Html;

impl Render for Html {
    fn render(&self, timeline: &Timeline, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
        let view = View::new(timeline, &options.dates);
        let style = style::sheet(STYLE, &view, options.stylesheet.as_deref());
        let page = Page {
            policy: policy(&style),
            lang: lang(&options.dates),
            is_right_to_left: options.dates.is_right_to_left(),
            json_ld: in_script(&json_ld::document(timeline, ""))?,
            view,
            style,
            prefix: "",
            level: 1,
        };
        page.write_into(out)?;
        out.write_all(b"\n")
    }
}

/// JSON that cannot end the element around it.
fn in_script(value: &impl serde::Serialize) -> io::Result<String> {
    let json = serde_json::to_string(value)?;
    Ok(json.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029"))
}

#[derive(Template)]
#[template(path = "page.html")]
struct Page<'a> {
    view: View<'a>,
    style: String,
    policy: String,
    /// The attribute that names the language of printed dates, where it is not the page's.
    lang: String,
    /// Whether readers of that language read from right to left.
    is_right_to_left: bool,
    json_ld: String,
    /// What ids begin with.
    prefix: &'static str,
    /// Level of the title's heading.
    level: u8,
}

impl Page<'_> {
    const fn entry_level(&self, month: &Month<'_>) -> u8 {
        entry_level(self.level, month)
    }

    fn names_sources(&self, entry: &EntryView<'_>) -> bool {
        names_sources(&self.view, entry)
    }

    fn has_filters(&self) -> bool {
        has_filters(&self.view)
    }

    /// What makes a text run in its own direction; nothing where that is the page's, since a browser takes time to find it out.
    fn auto(&self, text: impl AsRef<str>) -> &'static str {
        if self.is_right_to_left || may_run_left(text.as_ref()) { AUTO } else { "" }
    }

    fn auto_quote(&self, quote: &Quote<'_>) -> &'static str {
        let parts = [&quote.before, &quote.expression, &quote.after];
        parts.into_iter().map(|part| self.auto(part)).find(|auto| !auto.is_empty()).unwrap_or_default()
    }

    /// What makes words of ours run in their direction.
    const fn ltr(&self) -> &'static str {
        if self.is_right_to_left { LTR } else { "" }
    }
}

/// The attribute by which a text runs in the direction of its first letter, with a space before it, and that for words of ours.
pub(super) const AUTO: &str = " dir=\"auto\"";
pub(super) const LTR: &str = " dir=\"ltr\"";

/// Whether something in a text runs from right to left, or turns what stands beside it: letters of such scripts, and marks of
/// direction.
fn may_run_left(text: &str) -> bool {
    text.chars().any(|c| {
        matches!(c, '\u{590}'..='\u{8FF}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FB1D}'..='\u{FDFF}'
            | '\u{FE70}'..='\u{FEFF}' | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
    })
}

/// The attribute that names the language of printed dates, with a space before it; empty where it is the page's.
pub(super) fn lang(dates: &Dates) -> String {
    // A BCP 47 tag is letters, digits and hyphens.
    dates.language().map(|tag| format!(" lang=\"{tag}\"")).unwrap_or_default()
}

/// Level of an entry's heading, so that none is skipped where no month stands between.
pub(super) const fn entry_level(title: u8, month: &Month<'_>) -> u8 {
    if month.name.is_some() { title + 3 } else { title + 2 }
}

/// Whether an entry says which article tells it: where there are several, or a link to the sentence.
pub(super) fn names_sources(view: &View<'_>, entry: &EntryView<'_>) -> bool {
    view.sources.len() > 1 || entry.mentions.iter().any(|mention| mention.url.is_some())
}

/// Whether there is anything to choose from.
pub(super) fn has_filters(view: &View<'_>) -> bool {
    view.years.len() > 1 || view.statuses.len() > 1 || view.sources.len() > 1
}

/// Nothing but the page's own style: no script, picture, font, frame, form or base address.
pub(super) fn policy(style: &str) -> String {
    format!("default-src 'none'; style-src '{}'; base-uri 'none'; form-action 'none'", hash(style))
}

/// By which a Content-Security-Policy knows a style.
pub(super) fn hash(style: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(style)))
}

#[cfg(test)]
mod tests {
    use super::{STYLE, in_script, may_run_left, policy};

    #[test]
    fn the_policy_names_the_hash_of_the_style() {
        assert!(policy("").contains("'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"));
        assert_ne!(policy(STYLE), policy(""));
    }

    #[test]
    fn texts_that_may_run_left_are_known() {
        for text in ["نص", "טקסט", "a \u{200F}b", "\u{202E}a", "𐤀"] {
            assert!(may_run_left(text), "{text}");
        }
        for text in ["", "It ended.", "Café – “ё” 会議 ไทย हिन्दी", "2025-11-20"]
        {
            assert!(!may_run_left(text), "{text}");
        }
    }

    #[test]
    fn data_cannot_end_its_script() {
        let json = in_script(&"</script><!-- \u{2028}").unwrap();
        assert_eq!(json, r#""\u003c/script>\u003c!-- \u2028""#);
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), "</script><!-- \u{2028}");
    }

    #[test]
    fn the_style_asks_for_nothing_and_cannot_end_its_element() {
        for forbidden in ["url(", "@import", "@font-face", "</", "<!--"] {
            assert!(!STYLE.contains(forbidden), "{forbidden}");
        }
    }
}
