//! JSON Feed, versions 1 and 1.1 (<https://www.jsonfeed.org/version/1.1/>).

use super::{Feed, Item, Link};
use serde::Deserialize;
use serde_json::{Error, Value};

/// How the addresses of all versions begin.
const VERSION: &str = "https://jsonfeed.org/version/1";

#[derive(Deserialize)]
struct File {
    version: String,
    title: Option<String>,
    language: Option<String>,
    #[serde(flatten)]
    authors: Authors,
    items: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    /// A string, and in some feeds a number.
    id: Option<Value>,
    url: Option<String>,
    external_url: Option<String>,
    title: Option<String>,
    content_html: Option<String>,
    content_text: Option<String>,
    summary: Option<String>,
    date_published: Option<String>,
    language: Option<String>,
    #[serde(flatten)]
    authors: Authors,
}

/// One in version 1, many since.
#[derive(Deserialize)]
struct Authors {
    author: Option<Author>,
    #[serde(default)]
    authors: Vec<Author>,
}

#[derive(Deserialize)]
struct Author {
    name: Option<String>,
}

/// Reads a feed; `None` where the document is none.
pub(super) fn read(json: &str) -> Result<Option<Feed>, Error> {
    let file: File = serde_json::from_str(json.trim_start_matches('\u{feff}'))?;
    Ok(file.version.starts_with(VERSION).then(|| Feed {
        title: file.title,
        language: file.language,
        authors: file.authors.names(),
        items: file.items.into_iter().map(Item::from).collect(),
    }))
}

impl Authors {
    fn names(self) -> Vec<String> {
        self.author.into_iter().chain(self.authors).filter_map(|author| author.name).collect()
    }
}

impl From<Entry> for Item {
    fn from(entry: Entry) -> Item {
        let links = entry.url.into_iter().chain(entry.external_url);
        Item {
            id: match entry.id {
                Some(Value::String(id)) => id,
                Some(id @ Value::Number(_)) => id.to_string(),
                _ => String::new(),
            },
            title: entry.title,
            links: links.map(|address| Link { address, is_alternate: true }).collect(),
            authors: entry.authors.names(),
            published: entry.date_published,
            content: entry.content_html.or(entry.content_text),
            summary: entry.summary,
            language: entry.language,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn items_have_what_they_say() {
        let feed = r#"{"version": "https://jsonfeed.org/version/1", "title": "News", "author": {"name": "Ann Lee"},
             "items": [{"id": 7, "external_url": "https://b.org/1", "content_text": "Body", "authors": [{"name": "Bo Ek"}, {}]}]}"#;
        let feed = read(feed).expect("JSON").expect("a feed");
        let item = &feed.items[0];
        assert_eq!((feed.authors, &item.authors), (vec!["Ann Lee".to_owned()], &vec!["Bo Ek".to_owned()]));
        assert_eq!((item.id.as_str(), item.content.as_deref()), ("7", Some("Body")));
        assert_eq!(item.links[0].address, "https://b.org/1");
    }

    #[test]
    fn other_json_is_no_feed() {
        assert!(read(r#"{"version": "2", "items": []}"#).is_ok_and(|feed| feed.is_none()));
        assert!(read("{}").is_err() && read("[").is_err());
    }
}
