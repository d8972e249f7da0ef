//! JSON-LD: the timeline in the words of schema.org, for search engines and archives.

use super::escape::{clean, identifier};
use super::label::{Dates, last_moment};
use super::view::{conflict, datetime, named};
use super::{Options, Render, data, link};
use crate::events::Status;
use crate::resolve::When;
use crate::sorting;
use crate::timeline::{Entry, Source, Timeline};
use serde::Serialize;
use std::borrow::Cow;
use std::io;

/// A timeline as [JSON-LD] of [schema.org]: an `ItemList` of `Event`s, each the subject of the `NewsArticle`s that tell it.
///
/// What is denied or conditional is a `Claim`, so that nobody takes it for an event. Dates are ISO 8601; an end is the last day, not
/// the first after.
///
/// [JSON-LD]: https://www.w3.org/TR/json-ld11/
/// [schema.org]: https://schema.org/Event
///
/// ```
/// use dateline::{render::{JsonLd, Options, Render}, timeline::Timeline};
///
/// let text = "The council will meet on Friday.";
/// let timeline = Timeline::builder().text("a.txt", text, "2025-11-20".parse()?).build()?;
/// let mut out = Vec::new();
/// JsonLd.render(&timeline, &Options::default(), &mut out).expect("memory takes it");
/// assert!(String::from_utf8_lossy(&out).starts_with("{"));
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct JsonLd;

impl Render for JsonLd {
    fn render(&self, timeline: &Timeline, _options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
        data::write_pretty(out, &document(timeline, ""))?;
        out.write_all(b"\n")
    }
}

/// The document; `prefix` is what the ids of entries begin with on the page that it describes.
pub(super) fn document<'a>(timeline: &'a Timeline, prefix: &str) -> impl Serialize + use<'a> {
    let title = timeline.title.as_deref().map(clean).filter(|title| !title.is_empty());
    Document {
        context: "https://schema.org",
        kind: "ItemList",
        name: title.unwrap_or(Cow::Borrowed("Timeline")),
        order: "https://schema.org/ItemListOrderAscending",
        count: timeline.entries.len(),
        items: (1..)
            .zip(&timeline.entries)
            .map(|(position, entry)| ListItem {
                kind: "ListItem",
                position,
                item: Item::new(entry, &timeline.sources, prefix),
            })
            .collect(),
    }
}

#[derive(Serialize)]
struct Document<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    name: Cow<'a, str>,
    #[serde(rename = "itemListOrder")]
    order: &'static str,
    #[serde(rename = "numberOfItems")]
    count: usize,
    #[serde(rename = "itemListElement")]
    items: Vec<ListItem<'a>>,
}

#[derive(Serialize)]
struct ListItem<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    position: usize,
    item: Item<'a>,
}

/// An event, or what somebody claims.
#[derive(Serialize)]
#[serde(untagged)]
enum Item<'a> {
    Event(Event<'a>),
    Claim(Claim<'a>),
}

impl<'a> Item<'a> {
    fn new(entry: &'a Entry, sources: &'a [Source], prefix: &str) -> Self {
        let id = format!("#{prefix}{}", identifier(&entry.id));
        let name = clean(&entry.headline);
        let (start, end) = dates(&entry.when);
        let articles = articles(entry, sources);
        // As all dates of this format are.
        let disagreement = conflict(entry, sources, &Dates::Iso).map(|conflict| conflict.words());
        if matches!(entry.status, Status::Denied | Status::Conditional) {
            return Item::Claim(Claim {
                kind: "Claim",
                id,
                name,
                text: clean(&entry.text),
                disagreement,
                time: period(start, end),
                author: entry.speaker.as_deref().map(clean).map(|name| Author { kind: "Person", name }),
                appearance: articles,
            });
        }
        let scheduled = entry.status == Status::Planned;
        Item::Event(Event {
            kind: "Event",
            id,
            name,
            description: clean(&entry.text),
            disagreement,
            start,
            end,
            status: scheduled.then_some("https://schema.org/EventScheduled"),
            subject_of: articles,
        })
    }
}

#[derive(Serialize)]
struct Event<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@id")]
    id: String,
    name: Cow<'a, str>,
    description: Cow<'a, str>,
    /// What other sources have for its date.
    #[serde(rename = "disambiguatingDescription", skip_serializing_if = "Option::is_none")]
    disagreement: Option<String>,
    #[serde(rename = "startDate", skip_serializing_if = "Option::is_none")]
    start: Option<String>,
    #[serde(rename = "endDate", skip_serializing_if = "Option::is_none")]
    end: Option<String>,
    #[serde(rename = "eventStatus", skip_serializing_if = "Option::is_none")]
    status: Option<&'static str>,
    #[serde(rename = "subjectOf", skip_serializing_if = "Vec::is_empty")]
    subject_of: Vec<Article<'a>>,
}

#[derive(Serialize)]
struct Claim<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@id")]
    id: String,
    name: Cow<'a, str>,
    text: Cow<'a, str>,
    /// What other sources have for its date.
    #[serde(rename = "disambiguatingDescription", skip_serializing_if = "Option::is_none")]
    disagreement: Option<String>,
    #[serde(rename = "temporalCoverage", skip_serializing_if = "Option::is_none")]
    time: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<Author<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    appearance: Vec<Article<'a>>,
}

#[derive(Serialize)]
struct Author<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: Cow<'a, str>,
}

#[derive(Serialize)]
struct Article<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    headline: Cow<'a, str>,
    #[serde(rename = "datePublished")]
    published: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<Author<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<Author<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<Cow<'a, str>>,
}

/// The articles that tell an entry, each once.
fn articles<'a>(entry: &'a Entry, sources: &'a [Source]) -> Vec<Article<'a>> {
    let mut numbers: Vec<usize> = entry.mentions.iter().map(|telling| telling.source).collect();
    sorting::sort(&mut numbers);
    numbers.dedup();
    let told = numbers.into_iter().filter_map(|n| sources.get(n));
    told.map(|source| Article {
        kind: "NewsArticle",
        headline: super::view::title(source),
        published: match source.instant {
            Some(instant) => instant.to_rfc3339(),
            None => source.published.to_string(),
        },
        author: named(source.author.as_deref()).map(|name| Author { kind: "Person", name }),
        publisher: named(source.site.as_deref()).map(|name| Author { kind: "Organization", name }),
        url: source.url.as_deref().and_then(link::safe),
    })
    .collect()
}

/// First and last date as ISO 8601, as finely as they are known; an open side has none.
fn dates(when: &When) -> (Option<String>, Option<String>) {
    let (from, to) = (when.interval.from, when.interval.to);
    let start = from.and_then(|_| datetime(when));
    let last = to.map(last_moment).filter(|last| from.is_none_or(|from| last.date() > from.date()));
    let end = last.map(|last| last.format("%Y-%m-%d").to_string());
    (start, end)
}

/// `2025-10-14`, `2025-10-27/2025-11-02`, `2025-05/..`, as schema.org writes periods.
fn period(start: Option<String>, end: Option<String>) -> Option<String> {
    match (start, end) {
        (Some(start), Some(end)) => Some(format!("{start}/{end}")),
        (Some(start), None) => Some(start),
        (None, Some(end)) => Some(format!("../{end}")),
        (None, None) => None,
    }
}
