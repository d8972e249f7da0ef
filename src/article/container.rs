//! How many articles a file holds: one, or many as records or as items of a feed.

#[cfg(feature = "articles")]
use super::{Article, Reader};
use super::{Format, format};
#[cfg(feature = "articles")]
use crate::Result;

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Container {
    /// One article.
    One(Format),
    /// A record of an article a line (`.jsonl`).
    Records,
    /// A feed: RSS, Atom or JSON Feed.
    Feed,
}

impl Container {
    /// What a file's name tells or, failing that, its first characters.
    ///
    /// ```
    /// use dateline::article::{Container, Format};
    ///
    /// assert_eq!(Container::of("story.md", b""), Container::One(Format::Markdown));
    /// assert_eq!(Container::of("news.xml", b"<?xml version='1.0'?><rss version='2.0'>"), Container::Feed);
    /// assert_eq!(Container::of("stories.jsonl", b""), Container::Records);
    /// ```
    pub fn of(name: &str, bytes: &[u8]) -> Container {
        let has = |extension: &str| {
            name.rsplit_once('.').is_some_and(|(_, found)| found.eq_ignore_ascii_case(extension))
        };
        if has("jsonl") || has("ndjson") {
            return Container::Records;
        }
        if has("rss") || has("atom") {
            return Container::Feed;
        }
        match Format::of_name(name) {
            Some(format) => Container::One(format),
            None if is_feed(bytes) => Container::Feed,
            None => Container::One(Format::of_bytes(bytes)),
        }
    }
}

/// Whether a text begins as RSS, Atom or JSON Feed do.
fn is_feed(bytes: &[u8]) -> bool {
    let head = format::head(bytes);
    if head.trim_start().starts_with('{') {
        return head.contains("://jsonfeed.org/version/");
    }
    // A document type may have names of its own in brackets.
    let root = head.split('<').skip(1).find(|tag| tag.starts_with(|c: char| c.is_ascii_alphabetic()));
    let name = root.and_then(|tag| tag.split(|c: char| c.is_whitespace() || c == '>').next());
    matches!(name, Some("rss" | "feed" | "rdf:RDF")) && head.trim_start().starts_with('<')
}

/// All articles of a file, whatever it holds. `url` is where a saved page came from.
///
/// ```
/// use dateline::article::{self, Container};
///
/// let lines = br#"{"id": "a1", "text": "It ended on Friday."}"#;
/// let articles = article::all("strike.jsonl", lines, Container::of("strike.jsonl", lines), None)?;
/// assert_eq!(articles.len(), 1);
/// # Ok::<(), dateline::Error>(())
/// ```
///
/// # Errors
///
/// When the file as a whole cannot be read. A bad record or item is an error of its own, and the others are still read.
#[cfg(feature = "articles")]
pub fn all(
    name: &str,
    bytes: &[u8],
    container: Container,
    url: Option<&str>,
) -> Result<Vec<Result<Article>>> {
    Reader::default().all(name, bytes, container, url)
}

#[cfg(test)]
mod tests {
    use super::{Container, Format, all};

    #[test]
    fn first_characters_tell_a_feed() {
        let cases: [(&str, &str, Container); 8] = [
            ("-", "\u{feff}<?xml version='1.0'?>\n<!-- x -->\n<rss version='2.0'>", Container::Feed),
            ("a.xml", "<feed xmlns='http://www.w3.org/2005/Atom'>", Container::Feed),
            ("a.json", "{\"version\": \"https://jsonfeed.org/version/1.1\"", Container::Feed),
            ("a.xml", "<?xml version='1.0'?><html>", Container::One(Format::Html)),
            ("a.RSS", "", Container::Feed),
            ("a.html", "<rss>", Container::One(Format::Html)),
            ("-", "A feed is <rss>.", Container::One(Format::Text)),
            ("a.jsonl", "<rss>", Container::Records),
        ];
        for (name, text, expected) in cases {
            assert_eq!(Container::of(name, text.as_bytes()), expected, "{name} {text}");
        }
    }

    #[test]
    fn a_file_may_hold_many_articles() {
        let records = "{\"id\": \"a\", \"text\": \"b\"}\n{\n";
        let found = all("a.jsonl", records.as_bytes(), Container::Records, None).expect("a file");
        assert!(found.len() == 2 && found[0].is_ok() && found[1].is_err());
        let foreign = all("a.jsonl", b"{\"x\": 1}\n[]\n3\n", Container::Records, None);
        let message = foreign.expect_err("no articles").to_string();
        let expected = "a.jsonl: holds no article: none of its 3 lines is a record of one; the first has no `id`; write {";
        assert!(message.starts_with(expected), "{message}");
        assert_eq!(all("a.txt", b"b", Container::One(Format::Text), None).expect("a file").len(), 1);
    }
}
