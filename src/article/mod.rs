//! Room 1: what was published, and when.
//!
//! Input: bytes of a file. Output: an [`Article`], plain text with what its metadata say.
//! Knows nothing of sentences, time expressions or events.

#[cfg(feature = "articles")]
mod address;
#[cfg(feature = "articles")]
mod author;
#[cfg(feature = "articles")]
mod boxes;
#[cfg(feature = "articles")]
mod byline;
mod confidence;
mod container;
#[cfg(feature = "articles")]
mod cue;
mod date;
#[cfg(feature = "articles")]
mod dateline;
#[cfg(feature = "articles")]
mod encoding;
#[cfg(feature = "articles")]
mod feed;
mod format;
#[cfg(feature = "articles")]
mod front_matter;
#[cfg(feature = "articles")]
mod function_words;
#[cfg(feature = "articles")]
mod gather;
#[cfg(feature = "articles")]
mod headline;
#[cfg(feature = "articles")]
mod html;
#[cfg(feature = "articles")]
mod json_ld;
#[cfg(feature = "articles")]
mod language;
#[cfg(feature = "articles")]
mod lines;
#[cfg(feature = "articles")]
mod markdown;
#[cfg(feature = "articles")]
mod markup;
#[cfg(feature = "articles")]
mod metadata;
#[cfg(feature = "articles")]
mod nesting;
#[cfg(feature = "articles")]
mod pattern;
#[cfg(feature = "articles")]
mod prose;
#[cfg(feature = "articles")]
mod prune;
mod published;
#[cfg(feature = "articles")]
mod reader;
#[cfg(feature = "articles")]
mod records;
#[cfg(feature = "articles")]
mod silence;
#[cfg(feature = "articles")]
mod survey;
#[cfg(feature = "articles")]
mod text;
#[cfg(feature = "articles")]
mod timeml;
#[cfg(feature = "articles")]
mod zone;

pub use container::Container;
#[cfg(feature = "articles")]
pub use container::all;
#[cfg(feature = "articles")]
pub use feed::feed;
pub use format::Format;
#[cfg(feature = "articles")]
pub(crate) use pattern::pattern;
pub use published::{Candidate, Evidence, Published, answer};
#[cfg(feature = "articles")]
pub use reader::Reader;
#[cfg(feature = "articles")]
pub use records::records;
#[cfg(feature = "articles")]
pub use zone::Zone;

use crate::span::Lines;
use crate::{Error, Result};

/// One article: its plain text and what is known about it.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Article {
    /// Where it came from, as the user named it: a path, a record's id, or `-`.
    pub name: String,
    /// The id that its record gives it.
    pub id: Option<String>,
    /// What it was read as.
    pub format: Format,
    /// What it shares with other articles; `None` where it has a file of its own.
    pub container: Option<Container>,
    /// Its headline, from metadata or the text's own heading.
    pub title: Option<String>,
    /// The plain text. Every [`crate::Span`] of the article counts bytes of this.
    pub text: String,
    /// Who wrote it; several names are joined by commas.
    pub author: Option<String>,
    /// The name of the site or paper that printed it.
    pub site: Option<String>,
    /// ISO 639-1 code of the language that it is written in, where that is clear.
    pub language: Option<String>,
    /// Its address on the web.
    pub url: Option<String>,
    /// Where in its file the text stands, as far as it has a file of its own.
    pub lines: Lines,
    /// When it was published; `None` when nothing in it says so.
    pub published: Option<Published>,
    /// Every date that something in it gives as its publication, the most trusted first.
    pub candidates: Vec<Candidate>,
}

impl Article {
    /// When it was published, or an error that says where dateline looked and how to give a date.
    ///
    /// ```
    /// use dateline::article::{self, Format};
    ///
    /// let article = article::read("strike.txt", b"The strike ended on Friday.", Format::Text, None)?;
    /// let error = article.require_published().unwrap_err().to_string();
    /// assert!(error.starts_with("strike.txt: no publication date") && error.contains("--published"));
    /// # Ok::<(), dateline::Error>(())
    /// ```
    pub fn require_published(&self) -> Result<&Published> {
        self.published.as_ref().ok_or_else(|| {
            let looked = match self.container {
                Some(Container::Records) => {
                    format!("its record has no `published`, and {}", self.format.dated_by())
                }
                Some(Container::Feed) => {
                    "its item has no pubDate, published or date_published, and its address holds none"
                        .to_owned()
                }
                Some(Container::One(_)) | None => self.format.dated_by().to_owned(),
            };
            Error::unpublished(format!("no publication date: {looked}; give one with --published YYYY-MM-DD"))
                .at(&self.name)
        })
    }

    /// What people call its language, in English; its code where that is not known.
    ///
    /// ```
    /// use dateline::article::Article;
    ///
    /// let article = Article { language: Some("de".into()), ..Article::default() };
    /// assert_eq!(article.language_name(), Some("German"));
    /// ```
    #[cfg(feature = "articles")]
    pub fn language_name(&self) -> Option<&str> {
        self.language.as_deref().map(language::name)
    }

    /// Takes over what its metadata say: the most trusted date and the ones that lost.
    fn dated(mut self, candidates: Vec<Candidate>) -> Self {
        self.candidates = published::ranked(candidates);
        self.published = answer(&self.candidates).map(|(best, _)| best.published.clone());
        self
    }
}

/// Reads one article, as [`Reader::read`] with the usual limits.
///
/// ```
/// use dateline::article::{self, Format};
///
/// let post = "---\ntitle: The strike\ndate: 2025-11-20\n---\nIt *ended* on Friday.\n";
/// let article = article::read("strike.md", post.as_bytes(), Format::Markdown, None)?;
/// assert_eq!(article.title.as_deref(), Some("The strike"));
/// assert_eq!(article.text, "It ended on Friday.");
/// assert_eq!(article.require_published()?.day.to_string(), "2025-11-20");
/// # Ok::<(), dateline::Error>(())
/// ```
///
/// # Errors
///
/// As [`Reader::read`].
#[cfg(feature = "articles")]
pub fn read(name: &str, bytes: &[u8], format: Format, url: Option<&str>) -> Result<Article> {
    Reader::default().read(name, bytes, format, url)
}

/// Only the dates that an article gives as its publication, as [`Reader::candidates`] with the usual limits.
///
/// # Errors
///
/// As [`Reader::candidates`].
#[cfg(feature = "articles")]
pub fn candidates(name: &str, bytes: &[u8], format: Format, url: Option<&str>) -> Result<Vec<Candidate>> {
    Reader::default().candidates(name, bytes, format, url)
}

#[cfg(test)]
mod tests {
    use super::{Format, Published, candidates, read, records};
    use proptest::prelude::{any, prop, proptest};

    #[test]
    fn an_article_without_text_is_an_error() {
        let cases = [
            ("a.txt", "", Format::Text),
            ("a.txt", " \r\n\t", Format::Text),
            ("a.md", "---\ntitle: a\n---\n<!-- b -->\n", Format::Markdown),
            ("a.html", "<title>a</title><script>b</script>", Format::Html),
        ];
        for (name, text, format) in cases {
            let error = read(name, text.as_bytes(), format, None).expect_err(text);
            assert!(
                error.is_article() && error.to_string().starts_with(&format!("{name}: has no text; ")),
                "{error}"
            );
        }
    }

    #[test]
    fn the_missing_date_is_explained_for_each_format() {
        let cases = [
            ("a.txt", Format::Text, "no line of it says"),
            ("a.md", Format::Markdown, "`date`"),
            ("a.html", Format::Html, "JSON-LD"),
        ];
        for (name, format, place) in cases {
            let error = read(name, b"<p>It ended on Friday.", format, None)
                .expect("article")
                .require_published()
                .cloned();
            let error = error.expect_err("no date");
            let message = error.to_string();
            assert!(error.is_unpublished() && message.starts_with(name), "{message}");
            assert!(
                message.contains(place) && message.ends_with("give one with --published YYYY-MM-DD"),
                "{message}"
            );
        }
    }

    #[test]
    fn the_given_address_beats_the_page() {
        let page = b"<link rel=canonical href='https://a.org/2025/11/19/x'><p>It ended on Friday.";
        let article =
            read("a.html", page, Format::Html, Some("https://a.org/2025/11/20/x")).expect("article");
        assert_eq!(article.published.map(|p| p.day.to_string()).as_deref(), Some("2025-11-20"));
        assert_eq!(article.url.as_deref(), Some("https://a.org/2025/11/20/x"));
    }

    proptest! {
        #[test]
        fn no_bytes_are_too_odd(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            for format in [Format::Text, Format::Markdown, Format::Html] {
                let _ = read("a", &bytes, format, None);
                let _ = candidates("a", &bytes, format, None);
            }
            assert!(records("a", &bytes).count() <= 300);
        }

        #[test]
        fn no_markup_is_too_odd(text in "(---\n|<!-- |<(p|b|time|script|td|svg)( class='?date)?>|[{\\[\":]|date: |\n|2025-11-3[0-9]|T2[0-9]:|é|&| )*") {
            for format in [Format::Text, Format::Markdown, Format::Html] {
                let _ = read("a", text.as_bytes(), format, Some(&text));
            }
            let _ = Published::parse(&text);
        }

        #[test]
        fn days_are_read_as_they_are_printed(days in 365_000..2_900_000_i32) {
            let day = chrono::NaiveDate::from_num_days_from_ce_opt(days).expect("a day");
            assert_eq!(Published::parse(&day.to_string()).map(|p| p.day).ok(), Some(day));
        }

        #[test]
        fn plain_text_is_kept_as_it_is(text in any::<String>()) {
            if let Ok(article) = read("a.txt", text.as_bytes(), Format::Text, None) {
                assert_eq!(article.text, text);
            }
        }
    }
}
