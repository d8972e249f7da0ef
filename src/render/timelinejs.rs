//! TimelineJS: slides as JSON.

use super::escape::{clean, html, identifier};
use super::fields::Fields;
use super::slide::Slide;
use super::{Options, Render, data};
use crate::timeline::Timeline;
use serde::Serialize;
use std::io;

/// A timeline as the JSON that [TimelineJS] reads; headlines and texts are HTML.
///
/// [TimelineJS]: https://timeline.knightlab.com/docs/json-format.html
///
/// ```
/// use dateline::{render::{TimelineJs, Options, Render}, timeline::Timeline};
///
/// let text = "The council will meet on Friday.";
/// let timeline = Timeline::builder().text("a.txt", text, "2025-11-20".parse()?).build()?;
/// let mut out = Vec::new();
/// TimelineJs.render(&timeline, &Options::default(), &mut out).expect("memory takes it");
/// assert!(String::from_utf8_lossy(&out).starts_with("{"));
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct TimelineJs;

impl Render for TimelineJs {
    fn render(&self, timeline: &Timeline, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
        let title = timeline.title.as_deref().map(clean).filter(|title| !title.is_empty());
        let slides = timeline
            .entries
            .iter()
            .filter_map(|entry| Some((&entry.id, Slide::new(entry, &timeline.sources, &options.dates)?)));
        let document = Document {
            title: title.map(|title| Title { text: Text { headline: html(&title), text: String::new() } }),
            events: slides.map(|(id, slide)| Event::new(id, slide)).collect(),
        };
        data::write_pretty(out, &document)?;
        out.write_all(b"\n")
    }
}

#[derive(Serialize)]
struct Document {
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<Title>,
    events: Vec<Event>,
}

#[derive(Serialize)]
struct Title {
    text: Text,
}

#[derive(Serialize)]
struct Text {
    headline: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    text: String,
}

#[derive(Serialize)]
struct Event {
    unique_id: String,
    start_date: Date,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_date: Option<Date>,
    display_date: String,
    text: Text,
    #[serde(skip_serializing_if = "str::is_empty")]
    group: &'static str,
    /// Addresses within the text are not to become links: those that may are links already.
    autolink: bool,
}

impl Event {
    fn new(id: &str, slide: Slide) -> Self {
        Event {
            unique_id: identifier(id),
            start_date: slide.start.into(),
            end_date: slide.end.map(Date::from),
            display_date: slide.date,
            text: Text { headline: slide.headline, text: slide.text },
            group: slide.group,
            autolink: false,
        }
    }
}

#[derive(Serialize)]
struct Date {
    year: i32,
    #[serde(skip_serializing_if = "Option::is_none")]
    month: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    day: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hour: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minute: Option<u32>,
}

impl From<Fields> for Date {
    fn from(fields: Fields) -> Self {
        let Fields { year, month, day, time } = fields;
        Date { year, month, day, hour: time.map(|(hour, _)| hour), minute: time.map(|(_, minute)| minute) }
    }
}
