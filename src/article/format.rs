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

    /// What the first characters tell: a document type or a tag that pages begin with makes a page, a line of `---` or `+++`
    /// front matter; anything else is plain text.
    ///
    /// ```
    /// use dateline::article::Format;
    ///
    /// assert_eq!(Format::of_bytes(b"\n<!DOCTYPE html><title>Strike</title>"), Format::Html);
    /// assert_eq!(Format::of_bytes(b"---\ntitle: Strike\n---\n"), Format::Markdown);
    /// assert_eq!(Format::of_bytes(b"The strike ended on Friday."), Format::Text);
    /// ```
    pub fn of_bytes(bytes: &[u8]) -> Format {
        let head = head(bytes);
        if matches!(head.lines().next().map(str::trim_end), Some("---" | "+++")) {
            return Format::Markdown;
        }
        match root(&head) {
            Some(name) if name.eq_ignore_ascii_case("TimeML") => Format::TimeMl,
            Some(name) if PAGE_TAGS.iter().any(|tag| tag.eq_ignore_ascii_case(name)) => Format::Html,
            // XML of another kind, or a page that is cut off early.
            _ if head.trim_start().starts_with("<?xml") => Format::Html,
            _ => Format::Text,
        }
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

/// What pages begin with.
const PAGE_TAGS: [&str; 10] =
    ["!doctype", "html", "head", "meta", "title", "link", "base", "body", "main", "article"];

/// How much of a file is looked at to tell what it is, in bytes.
const HEAD: usize = 2048;

/// The first characters of a file, without a byte order mark; of wide characters (UTF-16) those of ASCII.
pub(super) fn head(bytes: &[u8]) -> String {
    let start = bytes.get(..HEAD).unwrap_or(bytes);
    let unmarked = [b"\xEF\xBB\xBF".as_slice(), b"\xFF\xFE", b"\xFE\xFF"];
    let start = unmarked.iter().find_map(|mark| start.strip_prefix(*mark)).unwrap_or(start);
    let narrow: Vec<u8> = start.iter().copied().filter(|b| *b != 0).collect();
    String::from_utf8_lossy(&narrow).into_owned()
}

/// The name of the tag that a text begins with, be it of a document type; comments and declarations of XML before it do not count.
fn root(head: &str) -> Option<&str> {
    let mut rest = head.trim_start();
    loop {
        let after = if rest.starts_with("<!--") {
            rest.split_once("-->")
        } else if rest.starts_with("<?") {
            rest.split_once('>')
        } else {
            break;
        };
        rest = after?.1.trim_start();
    }
    let name = rest.strip_prefix('<')?;
    let end = name.find(|c: char| c.is_whitespace() || matches!(c, '>' | '/'));
    name.get(..end.unwrap_or(name.len()))
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
        let cases: [(&[u8], Format); 14] = [
            (b"", Format::Text),
            (b"\xEF\xBB\xBF<html lang=en>", Format::Html),
            (b"  <HTML>", Format::Html),
            (b"+++\r\ntitle = 'x'\r\n+++", Format::Markdown),
            (b"---- a rule", Format::Text),
            (b"--- said he", Format::Text),
            (b"<p>fragment", Format::Text),
            (b"<!-- saved -->\n<!DOCTYPE html>", Format::Html),
            (b"<meta charset=utf-8><p>", Format::Html),
            (b"<?xml version='1.0'?><!-- a --><TimeML>", Format::TimeMl),
            (b"<?xml version='1.0'?><html>", Format::Html),
            (b"\xFF\xFE<\0h\0t\0m\0l\0>\0", Format::Html),
            (b"<!-- a note --> It ended.", Format::Text),
            (b"<metaphors> are dead", Format::Text),
        ];
        for (bytes, format) in cases {
            assert_eq!(Format::of_bytes(bytes), format, "{}", String::from_utf8_lossy(bytes));
        }
    }
}
