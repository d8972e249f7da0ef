//! Articles, read within limits: whatever an input holds, it takes so much memory and time and no more.

use super::{Article, Candidate, Container, Format, feed, html, markdown, published, records, text, timeml};
use crate::{Error, Result};

/// Spans count in 32 bits.
const LONGEST_OF_ALL: usize = u32::MAX as usize;

/// Reads articles within limits.
///
/// ```
/// use dateline::article::{Container, Format, Reader};
///
/// let reader = Reader { longest: 10, ..Reader::default() };
/// assert!(reader.read("a.txt", b"On Friday.", Format::Text, None).is_ok());
/// let dates = reader.candidates("2025-11-20.md", b"It ended.", Format::Markdown, None)?;
/// assert_eq!(dates[0].published.day.to_string(), "2025-11-20");
/// let both = br#"{"id": "a", "text": "It ended."}
/// {"id": "b", "text": "It ended on Friday, they said."}"#;
/// let all = Reader { longest: 40, ..reader }.all("c.jsonl", both, Container::Records, None)?;
/// assert!(all[0].is_ok() && all[1].is_err());
/// let error = reader.read("b.txt", b"It ended on Friday.", Format::Text, None).unwrap_err();
/// assert!(error.to_string().starts_with("b.txt: is larger than 10 bytes; "));
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Reader {
    /// The largest article, feed or record in bytes; 20 MB by default. A timeline takes up to some seventy times that in memory.
    pub longest: usize,
    /// How deep the elements of a page may be nested; 512 by default, as in browsers. Time grows with its square.
    pub deepest: usize,
}

impl Default for Reader {
    fn default() -> Self {
        Reader { longest: 20_000_000, deepest: 512 }
    }
}

impl Reader {
    /// Reads one article. `name` is what errors call it; `url` is where a saved page came from and beats the page's own
    /// word.
    ///
    /// # Errors
    ///
    /// When the bytes are no text or too many, when the metadata of the file do not parse, or when the article has no text
    /// at all.
    pub fn read(&self, name: &str, bytes: &[u8], format: Format, url: Option<&str>) -> Result<Article> {
        self.check_length(bytes).map_err(|error| error.at(name))?;
        let article = match format {
            Format::Text => text::read(bytes, url),
            Format::Markdown => markdown::read(name, bytes, url, self.deepest),
            Format::Html => html::read(bytes, url, self.deepest),
            Format::TimeMl => timeml::read(bytes),
        }
        .map_err(|error| error.at(name))?;
        if article.text.trim().is_empty() {
            let cure = match format {
                Format::Html => {
                    "the page may be filled in by a script: save it from the browser, or paste its text into a .txt file"
                }
                Format::Text | Format::Markdown | Format::TimeMl => "is it the right file?",
            };
            return Err(Error::article(format!("has no text; {cure}")).at(name));
        }
        if article.text.len() > LONGEST_OF_ALL {
            let message = "holds more than 4 GiB of text; split it into its articles";
            return Err(Error::article(message).at(name));
        }
        Ok(Article {
            name: name.to_owned(),
            format,
            url: article.url.clone().or_else(|| url.map(str::to_owned)),
            ..article
        })
    }

    /// Only the dates that an article gives as its publication, the most trusted first: much cheaper than [`Reader::read`]
    /// for a page, as its main text is not looked for.
    ///
    /// # Errors
    ///
    /// As [`Reader::read`], but an article without text is none.
    pub fn candidates(
        &self,
        name: &str,
        bytes: &[u8],
        format: Format,
        url: Option<&str>,
    ) -> Result<Vec<Candidate>> {
        let found = self.check_length(bytes).and_then(|()| match format {
            Format::Text => text::candidates(bytes, url),
            Format::Markdown => markdown::candidates(name, bytes, url),
            Format::Html => html::candidates(bytes, url, self.deepest),
            Format::TimeMl => timeml::candidates(bytes),
        });
        found.map(published::ranked).map_err(|error| error.at(name))
    }

    /// All articles of a file, whatever it holds; of a file of records, each may be as large as an article.
    ///
    /// # Errors
    ///
    /// When the file as a whole cannot be read. A bad record or item is an error of its own, and the others are still read.
    pub fn all(
        &self,
        name: &str,
        bytes: &[u8],
        container: Container,
        url: Option<&str>,
    ) -> Result<Vec<Result<Article>>> {
        match container {
            Container::One(format) => self.read(name, bytes, format, url).map(|article| vec![Ok(article)]),
            Container::Records => self.records(name, bytes),
            Container::Feed => {
                self.check_length(bytes).map_err(|error| error.at(name))?;
                feed::read(name, bytes, self.deepest)
            }
        }
    }

    fn records(&self, name: &str, bytes: &[u8]) -> Result<Vec<Result<Article>>> {
        let lines = records::lines(bytes);
        let found: Vec<Result<Article>> =
            lines.map(|(line, record)| self.record(&format!("{name}:{line}"), record)).collect();
        // Other programs keep other things in such files; one message about one of them is enough.
        match found.as_slice() {
            [Err(first), _, ..] if found.iter().all(Result::is_err) => {
                let (lines, first) = (found.len(), first.message());
                let message = format!(
                    "holds no article: none of its {lines} lines is a record of one; the first {first}"
                );
                Err(Error::article(message).at(name))
            }
            [] => Err(Error::article("holds no article: it has no lines").at(name)),
            _ => Ok(found),
        }
    }

    /// One line of JSON Lines, as in [`super::records`]. `place` is what errors call it.
    ///
    /// ```
    /// let reader = dateline::article::Reader::default();
    /// let line = br#"{"id": 7, "text": "The strike ended on Friday.", "published": "2025-11-20"}"#;
    /// assert_eq!(reader.record("line 1", line)?.id.as_deref(), Some("7"));
    /// let error = reader.record("line 2", b"{\"id\": 8}").unwrap_err();
    /// assert!(error.to_string().starts_with("line 2: `8` has no text; write "));
    /// # Ok::<(), dateline::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// When the line is no such record, or its article cannot be read.
    pub fn record(&self, place: &str, line: &[u8]) -> Result<Article> {
        self.check_length(line)
            .and_then(|()| records::article(self, place, line))
            .map_err(|error| error.at(place))
    }

    fn check_length(&self, bytes: &[u8]) -> Result<()> {
        if bytes.len() > LONGEST_OF_ALL {
            return Err(Error::article("is larger than 4 GiB; split it into its articles"));
        }
        if bytes.len() > self.longest { Err(self.too_long()) } else { Ok(()) }
    }

    /// What is wrong with an input that is larger than allowed.
    pub(crate) fn too_long(&self) -> Error {
        let size = self.longest;
        Error::article(format!("is larger than {size} bytes; split it, or let more through with --max-bytes"))
    }
}
