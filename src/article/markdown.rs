//! Markdown: front matter, then prose. Markup goes, words stay.
//!
//! Headings, paragraphs, list items, quotes and table rows become paragraphs of their own. Code blocks, pictures, comments, raw
//! tags, footnote marks and templating tags (`{{< … >}}`, `{% … %}`) are no prose and are left out, and so is a timeline
//! that dateline itself wrote between its markers.

use super::confidence::FILE_NAME;
use super::published::{Candidate, Evidence};
use super::{
    Article, address, date::Stamp, dateline, encoding, front_matter, language, lines, pattern, prose,
};
use crate::Result;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use regex::Regex;
use std::sync::LazyLock;

/// Shortcodes of Hugo and Zola and tags of Liquid, within a line.
static TEMPLATE_TAGS: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\{\{[<%][^}\n]*\}\}|\{%[^}\n]*%\}|\{:[^}\n]*\}"));

pub(super) fn read(name: &str, bytes: &[u8], url: Option<&str>, deepest: usize) -> Result<Article> {
    let source = encoding::decode(bytes, encoding::nowhere)?;
    let (front, body) = front_matter::split(name, &source)?;
    let candidates = dates(name, &front, body, url)?;
    // What front matter says of our markers is no timeline.
    let head = source.get(..source.len() - body.len()).unwrap_or_default();
    let body = prose::without_timelines(body);
    let own = format!("{head}{body}");
    let body = TEMPLATE_TAGS.replace_all(&body, "");
    let (text, heading) = plain(&body, deepest)?;
    let url = url.map(str::to_owned).or_else(|| front.url());
    let title = front.title().filter(|title| !title.is_empty()).or(heading);
    let lines = lines::of_markdown(&text, &own);
    let language = language::of(&text, front.language().as_deref());
    let author = front.author();
    Ok(Article { title, author, language, lines, text, url, ..Article::default() }.dated(candidates))
}

pub(super) fn candidates(name: &str, bytes: &[u8], url: Option<&str>) -> Result<Vec<Candidate>> {
    let text = encoding::decode(bytes, encoding::nowhere)?;
    let (front, body) = front_matter::split(name, &text)?;
    dates(name, &front, body, url)
}

fn dates(
    name: &str,
    front: &front_matter::FrontMatter<'_>,
    body: &str,
    url: Option<&str>,
) -> Result<Vec<Candidate>> {
    let mut candidates = front.candidates(name)?;
    candidates.extend(address::of_file_name(name).map(|day| {
        let stamp = Stamp { day, time: None, offset: None };
        Candidate::new(stamp, Evidence::FileName, FILE_NAME, "file name")
    }));
    candidates.extend(dateline::candidates(body));
    candidates
        .extend(url.map(str::to_owned).or_else(|| front.url()).and_then(|url| address::candidate(&url)));
    Ok(candidates)
}

/// The prose of a Markdown text, and its first top heading.
fn plain(body: &str, deepest: usize) -> Result<(String, Option<String>)> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES;
    let mut out = prose::Paragraphs::default();
    let mut title = None;
    let mut raw: Option<String> = None;
    // How many elements that are no prose (code, pictures) enclose the place.
    let mut hidden = 0_u32;
    for event in Parser::new_ext(body, options) {
        match event {
            Event::Start(Tag::CodeBlock(_) | Tag::Image { .. }) => hidden += 1,
            Event::End(TagEnd::CodeBlock | TagEnd::Image) => hidden = hidden.saturating_sub(1),
            Event::Start(Tag::HtmlBlock) => raw = Some(String::new()),
            Event::End(TagEnd::HtmlBlock) => {
                if let Some(html) = raw.take() {
                    out.end();
                    out.paragraphs(&prose::of_fragment(&html, deepest)?);
                }
            }
            Event::Html(html) => match &mut raw {
                Some(block) => block.push_str(&html),
                None => out.end(),
            },
            _ if hidden > 0 => {}
            Event::Start(Tag::TableCell) => out.cell(),
            Event::End(TagEnd::Heading(level)) => {
                if level == pulldown_cmark::HeadingLevel::H1 && title.is_none() {
                    title = out.current().filter(|heading| !heading.is_empty()).map(str::to_owned);
                }
                out.end();
            }
            Event::Start(tag) if is_block(&tag) => out.end(),
            Event::End(
                TagEnd::Paragraph
                | TagEnd::Item
                | TagEnd::BlockQuote(_)
                | TagEnd::TableHead
                | TagEnd::TableRow
                | TagEnd::FootnoteDefinition,
            ) => out.end(),
            Event::Text(text) | Event::Code(text) => out.text(&text),
            // An inline `<br>` separates; any other tag vanishes from within its sentence.
            Event::InlineHtml(tag) if tag.get(..3).is_some_and(|t| t.eq_ignore_ascii_case("<br")) => {
                out.line_break();
            }
            Event::SoftBreak => out.text(" "),
            Event::HardBreak => out.line_break(),
            Event::Rule => out.end(),
            _ => {}
        }
    }
    Ok((out.finish(), title))
}

/// Whether an element begins a paragraph of its own.
const fn is_block(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Paragraph
            | Tag::Heading { .. }
            | Tag::BlockQuote(_)
            | Tag::Item
            | Tag::List(_)
            | Tag::FootnoteDefinition(_)
            | Tag::Table(_)
            | Tag::TableHead
            | Tag::TableRow
    )
}

#[cfg(test)]
mod tests {
    use super::{plain, read};

    #[test]
    fn markup_goes_and_words_stay() {
        let cases = [
            ("# Strike\n\nIt *ended*\non [Friday](http://a.b).", "Strike\n\nIt ended on Friday."),
            ("- one\n- two\n  more\n\n1. three\n", "one\n\ntwo more\n\nthree"),
            ("- outer\n  - inner\n- last", "outer\n\ninner\n\nlast"),
            ("> said he\n>\n> twice", "said he\n\ntwice"),
            ("a\n\n```\ndate 2025\n```\n\nb", "a\n\nb"),
            ("![May 1](x.png)\n\nb `code` c", "b code c"),
            ("a <b>bold</b> <!-- May 1 --> b<br>c", "a bold b\nc"),
            (
                "<div>\n<p>In</p><figcaption>Friday</figcaption><script>x</script></div>\n\nb",
                "In\n\nFriday\n\nb",
            ),
            ("<!-- a\n\nb -->\n\nc", "c"),
            ("a[^1]\n\n[^1]: note", "a\n\nnote"),
            ("| when | what |\n|---|---|\n| May | strike |", "when\twhat\n\nMay\tstrike"),
            ("a  \nb", "a\nb"),
            ("- [x] done ~~never~~", "done never"),
            ("a\r\nb\r\n\r\nc", "a b\n\nc"),
            ("Tom &amp; Jerry &ndash; 1940", "Tom & Jerry – 1940"),
            ("", ""),
        ];
        for (markdown, expected) in cases {
            assert_eq!(plain(markdown, 512).expect("text").0, expected, "{markdown}");
        }
    }

    #[test]
    fn titles_come_from_front_matter_or_the_first_heading() {
        let title = |text: &str| read("a.md", text.as_bytes(), None, 512).expect("article").title;
        assert_eq!(title("---\ntitle: A\n---\n# B\n\nc").as_deref(), Some("A"));
        assert_eq!(title("## C\n\n# *B* {#b}\n\nc").as_deref(), Some("B"));
        assert_eq!(title("## C\n\nc"), None);
    }

    #[test]
    fn templates_and_own_timelines_are_no_prose() {
        let text = "a {{< toc >}}\n\n<!-- dateline:begin x.md -->\n- **May 1** strike\n<!-- dateline:end -->\n\n{% raw %}b{% endraw %}";
        assert_eq!(read("a.md", text.as_bytes(), None, 512).expect("article").text, "a\n\nb");
        let text = "{\"title\": \"<!-- dateline:begin --> x <!-- dateline:end -->\"}\n<!-- dateline:begin -->\nIt began\n<!-- dateline:end -->\nIt began here";
        let article = read("a.md", text.as_bytes(), None, 512).expect("article");
        assert!(article.title.is_some_and(|title| title.contains('x')));
        assert_eq!((article.text.as_str(), article.lines.at(0)), ("It began here", Some(5)));
    }

    #[test]
    fn a_post_is_dated_by_its_name_where_nothing_else_does() {
        let day = |name: &str, text: &str| {
            read(name, text.as_bytes(), None, 512).expect("article").published.map(|p| p.day.to_string())
        };
        assert_eq!(day("_posts/2025-11-20-a.md", "b").as_deref(), Some("2025-11-20"));
        assert_eq!(
            day("_posts/2025-11-20-a.md", "---\ndate: 2025-11-21\n---\nb").as_deref(),
            Some("2025-11-21")
        );
        assert_eq!(day("a.md", "b"), None);
    }
}
