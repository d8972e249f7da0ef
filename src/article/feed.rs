//! Feeds: RSS, Atom and JSON Feed, each item an article.

use super::confidence::FEED;
use super::date::{DateOrder, Stamp};
use super::published::{Candidate, Evidence};
use super::{Article, Container, Format, Reader, address, author, nesting, prose};
use crate::{Error, Result};
use chrono::{DateTime, NaiveTime, Offset, TimeZone, Utc};
use feed_rs::model::{Entry, Feed};
use feed_rs::parser;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::{Arc, Mutex, PoisonError};

/// Dates as the feed wrote them, by the instant that they mean: feed-rs keeps the instant alone, and an evening in New York
/// would become the next day.
type Written = Arc<Mutex<FxHashMap<DateTime<Utc>, Stamp>>>;

/// The articles of a feed, in its order: each item with its own id, address, title and date of publication. `name` is what
/// errors call the feed.
///
/// The day an item was changed is no day of publication, so an item that gives only that has no date.
///
/// ```
/// use dateline::article;
///
/// let rss = r#"<rss version="2.0"><channel><title>Harbour News</title><item><guid>a1</guid><title>Strike ends</title>
///   <pubDate>Thu, 20 Nov 2025 22:30:00 -0500</pubDate><description>It ended on Friday.</description></item></channel></rss>"#;
/// let articles = article::feed("news.rss", rss.as_bytes())?;
/// let article = articles[0].as_ref().expect("an article");
/// assert_eq!(article.id.as_deref(), Some("a1"));
/// assert_eq!(article.require_published()?.day.to_string(), "2025-11-20");
/// # Ok::<(), dateline::Error>(())
/// ```
///
/// # Errors
///
/// When the bytes are no feed. An item without text is an error of its own, and the others are still read.
pub fn feed(name: &str, bytes: &[u8]) -> Result<Vec<Result<Article>>> {
    Reader::default().all(name, bytes, Container::Feed, None)
}

pub(super) fn read(name: &str, bytes: &[u8], deepest: usize) -> Result<Vec<Result<Article>>> {
    nesting::check(&String::from_utf8_lossy(bytes), deepest).map_err(|error| error.at(name))?;
    let written = Written::default();
    let noted = Arc::clone(&written);
    let parser = parser::Builder::new()
        .timestamp_parser(move |text| {
            let stamp = Stamp::find(text, DateOrder::Unknown)?;
            let instant = instant(&stamp)?;
            noted.lock().unwrap_or_else(PoisonError::into_inner).entry(instant).or_insert(stamp);
            Some(instant)
        })
        // By default an item without id and link gets another random id on every run.
        .id_generator(|links, _, _| links.first().map(|link| link.href.clone()).unwrap_or_default())
        .build();
    let feed = parser.parse(bytes).map_err(|error| {
        Error::article(format!("is no feed that can be read: {error}; it should be RSS, Atom or JSON Feed"))
            .at(name)
    })?;
    let written = written.lock().unwrap_or_else(PoisonError::into_inner);
    let mut known = FxHashSet::default();
    let site = feed.title.as_ref().map(|title| line(&title.content)).filter(|site| !site.is_empty());
    let items = feed.entries.iter().enumerate();
    let articles = items.map(|(number, entry)| {
        let place = format!("{name}, item {}", number + 1);
        article(&feed, entry, &written, deepest).map_err(|error| error.at(&place)).map(|mut article| {
            let id = Some(entry.id.trim()).filter(|id| !id.is_empty() && known.insert((*id).to_owned()));
            let id = id.map_or_else(|| format!("{name}#{}", number + 1), str::to_owned);
            article.name.clone_from(&id);
            article.id = Some(id);
            article.site.clone_from(&site);
            article
        })
    });
    Ok(articles.collect())
}

fn article(
    feed: &Feed,
    entry: &Entry,
    written: &FxHashMap<DateTime<Utc>, Stamp>,
    deepest: usize,
) -> Result<Article> {
    let body = entry.content.as_ref().and_then(|content| content.body.as_deref());
    let texts = [
        body,
        entry.summary.as_ref().map(|s| s.content.as_str()),
        entry.title.as_ref().map(|t| t.content.as_str()),
    ];
    let mut texts = texts.into_iter().flatten().map(|text| prose::of_fragment(text, deepest));
    let text = texts.find(|text| text.as_ref().map_or(true, |text| !text.is_empty()));
    let text = text.transpose()?.ok_or_else(|| Error::article("has no text"))?;
    let links = || entry.links.iter().filter(|link| link.href.starts_with("http"));
    let link = links()
        .find(|link| link.rel.as_deref().is_none_or(|rel| rel == "alternate"))
        .or_else(|| links().next());
    let url = link.map(|link| link.href.clone());
    let stamp = entry.published.map(|at| {
        let offset = Utc.fix();
        written.get(&at).copied().unwrap_or(Stamp {
            day: at.date_naive(),
            time: Some(at.time()),
            offset: Some(offset),
        })
    });
    let mut candidates: Vec<_> = stamp
        .map(|stamp| Candidate::new(stamp, Evidence::Feed, FEED, "item of the feed"))
        .into_iter()
        .collect();
    candidates.extend(url.as_deref().and_then(address::candidate));
    let authors = if entry.authors.is_empty() { &feed.authors } else { &entry.authors };
    let title = entry.title.as_ref().map(|title| line(&title.content)).filter(|title| !title.is_empty());
    let declared = entry.language.as_deref().or(feed.language.as_deref());
    let article = Article {
        format: Format::Html,
        container: Some(Container::Feed),
        title,
        author: author::joined(authors.iter().filter_map(|person| person.name.as_deref()).map(line)),
        language: super::language::of(&text, declared),
        text,
        url,
        ..Article::default()
    };
    Ok(article.dated(candidates))
}

/// A title or name on one line, without markup.
fn line(text: impl AsRef<str>) -> String {
    prose::of_name(text.as_ref()).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The instant that a stamp means; without an offset, as in UTC.
fn instant(stamp: &Stamp) -> Option<DateTime<Utc>> {
    let local = stamp.day.and_time(stamp.time.unwrap_or(NaiveTime::MIN));
    let offset = stamp.offset.unwrap_or_else(|| Utc.fix());
    offset.from_local_datetime(&local).single().map(|at| at.to_utc())
}

#[cfg(test)]
mod tests {
    use super::feed;

    /// Each item as `id|day offset|title|author|url|text`.
    fn show(text: &str) -> Vec<String> {
        let shown = feed("f", text.as_bytes()).expect("a feed").into_iter().map(|article| match article {
            Err(error) => error.to_string(),
            Ok(a) => {
                let published = a.published.as_ref();
                let day = published.map(|p| p.instant.map_or(p.day.to_string(), |at| at.to_rfc3339()));
                [a.id, day, a.title, a.author, a.url, Some(a.text)].map(Option::unwrap_or_default).join("|")
            }
        });
        shown.collect()
    }

    #[test]
    fn items_are_articles() {
        let rss = "<?xml version='1.0'?><rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/' \
             xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><title>News</title><item>\
             <guid isPermaLink='false'>n1</guid><title>Strike &amp; lockout</title><link>https://a.org/1</link>\
             <dc:creator>Ann Lee</dc:creator><pubDate>Thu, 20 Nov 2025 22:30:00 -0500</pubDate>\
             <description>Short.</description><content:encoded><![CDATA[<p>It <b>ended</b>.</p><p>At last.</p>]]></content:encoded>\
             </item><item><title>Bare</title></item><item><guid>n3</guid></item></channel></rss>";
        assert_eq!(
            show(rss),
            [
                "n1|2025-11-20T22:30:00-05:00|Strike & lockout|Ann Lee|https://a.org/1|It ended.\n\nAt last.",
                "f#2||Bare|||Bare",
                "f, item 3: has no text"
            ]
        );
        let atom = "<feed xmlns='http://www.w3.org/2005/Atom'><title>News</title><author><name>Ann Lee</name></author>\
             <entry><id>tag:a.org,2025:1</id><title>One</title><link href='https://a.org/2025/11/20/1'/>\
             <updated>2025-11-22T08:00:00Z</updated><content type='html'>&lt;p&gt;Body&lt;/p&gt;</content></entry>\
             <entry><id>tag:a.org,2025:2</id><title>Two</title><updated>2025-11-22T08:00:00Z</updated>\
             <summary>Body</summary></entry></feed>";
        assert_eq!(
            show(atom),
            [
                "tag:a.org,2025:1|2025-11-20|One|Ann Lee|https://a.org/2025/11/20/1|Body",
                "tag:a.org,2025:2||Two|Ann Lee||Body"
            ]
        );
        let json = r#"{"version": "https://jsonfeed.org/version/1.1", "title": "News", "items": [{"id": "1",
             "url": "https://a.org/1", "title": "One", "content_html": "<p>Body</p>", "date_published": "2025-11-20T08:30:00+09:00"}]}"#;
        assert_eq!(show(json), ["1|2025-11-20T08:30:00+09:00|One||https://a.org/1|Body"]);
    }

    #[test]
    fn what_is_no_feed_says_so() {
        for text in ["", "<html>", "{}", "<rss version='2.0'><channel><item>", &"<a>".repeat(100_000)] {
            let found = feed("f.xml", text.as_bytes());
            let message = found.map(|items| format!("{items:?}")).map_err(|error| error.to_string());
            assert!(message.as_ref().is_err_and(|m| m.starts_with("f.xml: ")), "{message:?}");
        }
    }
}
