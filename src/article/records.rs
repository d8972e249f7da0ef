//! Many articles in one file: JSON Lines, one article a line.

use super::confidence::OWN_WORD;
use super::{Article, Candidate, Container, Evidence, Format, Published, Reader};
use crate::span::Lines;
use crate::{Error, Result};
use serde::Deserialize;
use serde_json::Value;

/// One line. The text stands under the name of its format.
#[derive(Deserialize)]
struct Record {
    id: Option<Value>,
    text: Option<String>,
    html: Option<String>,
    markdown: Option<String>,
    published: Option<String>,
    title: Option<String>,
    url: Option<String>,
}

/// Reads the articles of a JSON Lines file, one after the other: `{"id", "text" | "html" | "markdown", "published"?,
/// "title"?, "url"?}`. What a record says beats what its text says; its id becomes the article's name.
///
/// ```
/// use dateline::article;
///
/// let lines = br#"{"id": "a1", "text": "The strike ended on Friday.", "published": "2025-11-20"}"#;
/// let articles = article::records("strike.jsonl", lines).collect::<Result<Vec<_>, _>>()?;
/// assert_eq!(articles[0].name, "a1");
/// assert_eq!(articles[0].require_published()?.day.to_string(), "2025-11-20");
/// # Ok::<(), dateline::Error>(())
/// ```
///
/// A bad line gives an error that names `file:line`, and the lines after it are still read.
pub fn records<'a>(name: &'a str, bytes: &'a [u8]) -> impl Iterator<Item = Result<Article>> + 'a {
    let reader = Reader::default();
    lines(bytes).map(move |(line, record)| reader.record(&format!("{name}:{line}"), record))
}

/// The lines of a file that are not blank, with their numbers.
pub(super) fn lines(bytes: &[u8]) -> impl Iterator<Item = (usize, &[u8])> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    (1..).zip(bytes.split(|&b| b == b'\n')).filter(|(_, line)| !line.trim_ascii().is_empty())
}

pub(super) fn article(reader: &Reader, place: &str, line: &[u8]) -> Result<Article> {
    let line = std::str::from_utf8(line).map_err(|error| {
        Error::article(format!("byte {} of the line is not UTF-8; save it as UTF-8", error.valid_up_to() + 1))
    })?;
    let record: Record = serde_json::from_str(line).map_err(|error| {
        Error::article(format!("is no record of an article: {}; write {SHAPE}", Error::json(&error)))
    })?;
    let id = match record.id {
        Some(Value::String(id)) if !id.is_empty() => id,
        Some(Value::Number(id)) => id.to_string(),
        _ => return Err(Error::article(format!("has no `id`; write {SHAPE}"))),
    };
    let (text, format) = match (record.text, record.html, record.markdown) {
        (Some(text), None, None) => (text, Format::Text),
        (None, Some(html), None) => (html, Format::Html),
        (None, None, Some(markdown)) => (markdown, Format::Markdown),
        (None, None, None) => return Err(Error::article(format!("`{id}` has no text; write {SHAPE}"))),
        _ => {
            return Err(Error::article(format!(
                "`{id}` has more than one text; keep `text`, `html` or `markdown`"
            )));
        }
    };
    let published = record.published.as_deref().map(Published::parse).transpose()?;
    // Errors name the line, which says more than the id where something is wrong.
    let mut article = reader.read(place, text.as_bytes(), format, record.url.as_deref())?;
    article.name.clone_from(&id);
    article.id = Some(id);
    article.container = Some(Container::Records);
    article.lines = Lines::default();
    article.title = record.title.or(article.title);
    if let Some(published) = published {
        let published = Published { evidence: Evidence::Record, ..published };
        let candidate =
            Candidate { published: published.clone(), confidence: OWN_WORD, place: "record".to_owned() };
        article.candidates.insert(0, candidate);
        article.published = Some(published);
    }
    Ok(article)
}

const SHAPE: &str = r#"{"id": "…", "text": "…", "published": "2025-11-20"}"#;

#[cfg(test)]
mod tests {
    use super::records;

    #[test]
    fn records_are_articles() {
        let file = "\u{feff}{\"id\": 7, \"markdown\": \"---\\ntitle: A\\ndate: 2025-11-19\\n---\\nb\", \"published\": \"2025-11-20T08:30:00Z\"}\r\n\
                    \n{\"id\": \"b\", \"html\": \"<h1>T</h1><p>b\", \"title\": \"B\", \"url\": \"https://a.org/2025/11/21/b\"}\n";
        let articles: Vec<_> = records("a.jsonl", file.as_bytes()).map(|a| a.expect("article")).collect();
        let shown = articles.iter().map(|a| {
            let day = a.published.as_ref().map(|p| format!("{} {}", p.day, p.evidence.name()));
            format!("{} {:?} {:?} {}", a.name, a.title, day, a.text)
        });
        assert_eq!(
            shown.collect::<Vec<_>>(),
            [r#"7 Some("A") Some("2025-11-20 record") b"#, "b Some(\"B\") Some(\"2025-11-21 url\") T\n\nb",]
        );
    }

    #[test]
    fn errors_name_the_line_and_the_cure() {
        let cases = [
            ("{", "a.jsonl:2: is no record of an article: "),
            ("{\"text\": \"a\"}", "a.jsonl:2: has no `id`; write {"),
            ("{\"id\": \"a\"}", "a.jsonl:2: `a` has no text; write {"),
            ("{\"id\": \"a\", \"text\": \"\"}", "a.jsonl:2: has no text; "),
            (
                "{\"id\": \"a\", \"text\": \"b\", \"html\": \"b\"}",
                "a.jsonl:2: `a` has more than one text; keep ",
            ),
            (
                "{\"id\": \"a\", \"text\": \"b\", \"published\": \"2025-02-30\"}",
                "a.jsonl:2: no calendar has the date `2025-02-30`; ",
            ),
            (
                "{\"id\": \"a\", \"markdown\": \"---\\ndate: soon\\n---\\nb\"}",
                "a.jsonl:2:2: front matter `date: soon` is no date; ",
            ),
        ];
        for (line, expected) in cases {
            let file = format!("\n{line}\n{{\"id\": \"z\", \"text\": \"fine\"}}");
            let read: Vec<_> = records("a.jsonl", file.as_bytes()).collect();
            let error = read[0].as_ref().expect_err(line).to_string();
            assert!(error.starts_with(expected), "{error}");
            assert!(read[1].is_ok());
        }
    }
}
