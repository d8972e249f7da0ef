//! How an article's bytes are to be read, told by its name or, failing that, by its first characters.

/// What an article is written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum Format {
    /// Plain text.
    #[default]
    Text,
    /// Markdown, with or without front matter.
    Markdown,
    /// A web page.
    Html,
    /// A TimeML document.
    TimeMl,
}

/// File extensions (lower case) and what they promise.
const EXTENSIONS: [(&str, Format); 9] = [
    ("txt", Format::Text),
    ("text", Format::Text),
    ("md", Format::Markdown),
    ("markdown", Format::Markdown),
    ("mkd", Format::Markdown),
    ("html", Format::Html),
    ("htm", Format::Html),
    ("xhtml", Format::Html),
    ("tml", Format::TimeMl),
];

impl Format {
    /// What the name of a file tells; `None` for `-`, for a name without extension and for an unknown one.
    ///
    /// ```
    /// use dateline::article::Format;
    ///
    /// assert_eq!(Format::of_name("posts/strike.MD"), Some(Format::Markdown));
    /// assert_eq!(Format::of_name("-"), None);
    /// ```
    pub fn of_name(path: &str) -> Option<Format> {
        let file = path.rsplit(['/', '\\']).next().unwrap_or(path);
        let (_, extension) = file.rsplit_once('.')?;
        EXTENSIONS.iter().find(|(known, _)| known.eq_ignore_ascii_case(extension)).map(|&(_, format)| format)
    }

    /// What the first characters tell: a document type or an `<html>` tag makes a page, a line of `---` or `+++` front matter;
    /// anything else is plain text.
    ///
    /// ```
    /// use dateline::article::Format;
    ///
    /// assert_eq!(Format::of_bytes(b"\n<!DOCTYPE html><title>Strike</title>"), Format::Html);
    /// assert_eq!(Format::of_bytes(b"---\ntitle: Strike\n---\n"), Format::Markdown);
    /// assert_eq!(Format::of_bytes(b"The strike ended on Friday."), Format::Text);
    /// ```
    pub fn of_bytes(bytes: &[u8]) -> Format {
        let start = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let line = start.split(|&b| b == b'\n').next().unwrap_or_default().trim_ascii_end();
        if line == b"---" || line == b"+++" {
            return Format::Markdown;
        }
        let start = start.trim_ascii_start();
        let opens = |tag: &[u8]| start.get(..tag.len()).is_some_and(|head| head.eq_ignore_ascii_case(tag));
        if opens(b"<!doctype") || opens(b"<html") || opens(b"<?xml") { Format::Html } else { Format::Text }
    }

    /// What the name tells, or else the first characters.
    ///
    /// ```
    /// use dateline::article::Format;
    /// assert_eq!(Format::of("-", b"<html><p>It ended."), Format::Html);
    /// ```
    pub fn of(path: &str, bytes: &[u8]) -> Format {
        Format::of_name(path).unwrap_or_else(|| Format::of_bytes(bytes))
    }

    /// Where a publication date was looked for in vain, for the error that says so.
    pub(super) const fn dated_by(self) -> &'static str {
        match self {
            Format::Text => {
                "no line of it says \"Published November 20, 2025\" or begins with a place and a full date, and its address holds none"
            }
            Format::TimeMl => "it has no TIMEX3 with functionInDocument=\"CREATION_TIME\"",
            Format::Markdown => {
                "its front matter has no `date`, `published` or `publishDate`, no line of it says when, and neither its name nor its address holds a date"
            }
            Format::Html => {
                "found none in its JSON-LD (datePublished), itemprop, meta elements (article:published_time), <time>, byline and address"
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Format;

    #[test]
    fn names_tell_the_format() {
        let cases = [
            ("a.txt", Some(Format::Text)),
            ("a.tar.markdown", Some(Format::Markdown)),
            ("dir.md/a.HTM", Some(Format::Html)),
            ("page.xhtml", Some(Format::Html)),
            ("dir.md/README", None),
            ("article.xyz", None),
        ];
        for (name, format) in cases {
            assert_eq!(Format::of_name(name), format, "{name}");
        }
    }

    #[test]
    fn first_characters_tell_the_format() {
        let cases: [(&[u8], Format); 7] = [
            (b"", Format::Text),
            (b"\xEF\xBB\xBF<html lang=en>", Format::Html),
            (b"  <HTML>", Format::Html),
            (b"+++\r\ntitle = 'x'\r\n+++", Format::Markdown),
            (b"---- a rule", Format::Text),
            (b"--- said he", Format::Text),
            (b"<p>fragment", Format::Text),
        ];
        for (bytes, format) in cases {
            assert_eq!(Format::of_bytes(bytes), format, "{}", String::from_utf8_lossy(bytes));
        }
    }
}
