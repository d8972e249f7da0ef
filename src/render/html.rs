//! HTML: a whole page in one file, which asks nothing of the network and runs no script.

use super::Render;
use super::view::{EntryView, Month, View};
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
#[derive(Clone, Copy, Debug)]
pub struct Html;

impl Render for Html {
    fn render(&self, timeline: &Timeline, out: &mut dyn io::Write) -> io::Result<()> {
        let page =
            Page { view: View::new(timeline), style: STYLE, policy: policy(STYLE), prefix: "", level: 1 };
        page.write_into(out)?;
        out.write_all(b"\n")
    }
}

#[derive(Template)]
#[template(path = "page.html")]
struct Page<'a> {
    view: View<'a>,
    style: &'static str,
    policy: String,
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
}

/// Level of an entry's heading, so that none is skipped where no month stands between.
pub(super) const fn entry_level(title: u8, month: &Month<'_>) -> u8 {
    if month.name.is_some() { title + 3 } else { title + 2 }
}

/// Whether an entry says which article tells it: where there are several, or a link to the sentence.
pub(super) fn names_sources(view: &View<'_>, entry: &EntryView<'_>) -> bool {
    view.sources.len() > 1 || entry.mentions.iter().any(|mention| mention.url.is_some())
}

/// Nothing but the page's own style: no script, picture, font, frame, form or base address.
fn policy(style: &str) -> String {
    let hash = BASE64_STANDARD.encode(Sha256::digest(style));
    format!("default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'")
}

#[cfg(test)]
mod tests {
    use super::{STYLE, policy};

    #[test]
    fn the_policy_names_the_hash_of_the_style() {
        assert!(policy("").contains("'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"));
        assert_ne!(policy(STYLE), policy(""));
    }

    #[test]
    fn the_style_asks_for_nothing_and_cannot_end_its_element() {
        for forbidden in ["url(", "@import", "@font-face", "</", "<!--"] {
            assert!(!STYLE.contains(forbidden), "{forbidden}");
        }
    }
}
