//! An entry as a slide of [TimelineJS], which takes dates in fields and wording as HTML.
//!
//! [TimelineJS]: https://timeline.knightlab.com/docs/

use super::escape::{clean, html};
use super::fields::{self, Fields};
use super::label::Dates;
use super::view::{capitalised, conflict, mentions, status_word};
use crate::timeline::{Entry, Source};

/// What one slide shows.
#[derive(Debug)]
pub(super) struct Slide {
    pub(super) start: Fields,
    pub(super) end: Option<Fields>,
    /// The date in words, which alone say "about" and "before".
    pub(super) date: String,
    /// HTML.
    pub(super) headline: String,
    /// HTML.
    pub(super) text: String,
    /// The row that it stands in: its status, where it is not simply reported.
    pub(super) group: &'static str,
}

impl Slide {
    /// `None` for an entry that lies nowhere in time.
    pub(super) fn new(entry: &Entry, sources: &[Source], dates: &Dates) -> Option<Slide> {
        let (start, end) = fields::ends(&entry.when)?;
        Some(Slide {
            start,
            end,
            date: capitalised(dates.label(&entry.when)),
            headline: html(&clean(&entry.headline)),
            text: text(entry, sources, dates),
            group: status_word(entry.status).unwrap_or_default(),
        })
    }
}

/// The wording, who says so, what other sources have for its date, and which articles tell it, linked to the sentence.
fn text(entry: &Entry, sources: &[Source], dates: &Dates) -> String {
    let mut text = html(&clean(&entry.text));
    if let Some(speaker) = entry.speaker.as_deref().map(clean).filter(|speaker| !speaker.is_empty()) {
        text.push_str(" According to ");
        text.push_str(&html(&speaker));
        text.push('.');
    }
    if let Some(conflict) = conflict(entry, sources, dates) {
        text.push(' ');
        text.push_str(&html(&conflict.words()));
        text.push('.');
    }
    let named = mentions(entry, sources).into_iter().map(|mention| match mention.url {
        Some(url) => format!("<a href=\"{}\">{}</a>", html(&url), html(&mention.title)),
        None => html(&mention.title),
    });
    let named: Vec<_> = named.collect();
    if !named.is_empty() {
        text.push_str(" – ");
        text.push_str(&named.join(", "));
    }
    text
}
