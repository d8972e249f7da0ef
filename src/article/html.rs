//! Web pages: the main text by Mozilla's Readability, what the page says of itself by [`super::metadata`].

use super::prune::{Pruned, Wanted, pruned};
use super::published::Candidate;
use super::{Article, author, boxes, encoding, language, lines, metadata, prose};
use crate::Result;
use dom_query::Document;
use dom_smoothie::{Config, Readability};
use std::borrow::Cow;

/// Parts of a page that are not its article, left out where Readability found no article and all text is taken.
const AROUND: [&str; 4] = ["header", "footer", "aside", "form"];

/// Readability writes the article out as HTML, which takes time that grows with the square of the escaped signs in a run of
/// text. No article has nearly so many; a page that does is taken as it is.
const MOST_ESCAPES: usize = 5_000;

pub(super) fn read(bytes: &[u8], url: Option<&str>, deepest: usize) -> Result<Article> {
    let source = encoding::decode(bytes, encoding::declared)?;
    let source = own(&source);
    let Pruned { page, texts } = pruned(&source, Wanted::Article, deepest)?;
    let document = Document::from(page.as_str());
    let about = metadata::of(&document, url);
    let tame = prose::most_escapes(document.root()) <= MOST_ESCAPES;
    let found = tame.then(|| main_text(document)).flatten().filter(|found| !found.text.is_empty());
    // The extractor consumes the page; few pages leave it with nothing, and they are parsed anew.
    let MainText { text, byline } = found.unwrap_or_else(|| {
        let document = Document::from(page.as_str());
        let body = document.body().inspect(|body| boxes::remove(*body));
        let text = body.map(|body| prose::of_node(body, &AROUND)).unwrap_or_default();
        MainText { text, byline: None }
    });
    // Readability takes the byline out of the text.
    let author = about.author.or_else(|| author::of_byline(&byline?));
    let article = Article {
        title: about.title,
        author,
        site: about.site,
        language: language::of(&text, about.language.as_deref()),
        url: about.url,
        lines: lines::of_page(&text, &source, &texts),
        text,
        ..Article::default()
    };
    Ok(article.dated(about.candidates))
}

/// Only the dates, without looking for the main text.
pub(super) fn candidates(bytes: &[u8], url: Option<&str>, deepest: usize) -> Result<Vec<Candidate>> {
    let source = encoding::decode(bytes, encoding::declared)?;
    let page = pruned(&own(&source), Wanted::Metadata, deepest)?.page;
    Ok(metadata::of(&Document::from(page), url).candidates)
}

/// The page without timelines of our own and without a byte order mark, which a parser would take for text.
fn own(source: &str) -> Cow<'_, str> {
    prose::without_timelines(source.strip_prefix('\u{feff}').unwrap_or(source))
}

/// What Readability finds in a page.
struct MainText {
    text: String,
    /// The line that it takes for the author's.
    byline: Option<String>,
}

/// The article within the page, as Readability sees it.
fn main_text(document: Document) -> Option<MainText> {
    boxes::name_forms(&document);
    // Classes tell boxes from the text.
    let config = Config { disable_json_ld: true, keep_classes: true, ..Config::default() };
    let mut readability = Readability::with_document(document, None, Some(config)).ok()?;
    let byline = readability.parse().ok()?.byline;
    // It leaves the article in its tree, which need not be read again from the HTML that it hands out.
    let content = readability.doc.select_single("#readability-page-1");
    let root = content.nodes().first()?;
    boxes::remove(*root);
    Some(MainText { text: prose::of_node(*root, &[]), byline })
}

#[cfg(test)]
mod tests {
    use super::{candidates, read};

    /// A page as news sites build them, around the given article.
    fn page(article: &str) -> String {
        let lines = "The workers of the harbour walked out before dawn, and by noon, the union said, no crane was moving. ";
        let body = format!("<p>{}</p>", lines.repeat(4)).repeat(3);
        format!(
            "<!DOCTYPE html><html lang=en><head><title>Cranes stop | Harbour News</title>\
             <meta property='og:site_name' content='Harbour News'></head><body>\
             <nav><ul><li><a href=/>Home</a><li><a href=/a>Sport</a></ul></nav>\
             <div class=share>Share this</div>\
             <article><h1>Cranes stop</h1>{article}{body}</article>\
             <aside class=related><h2>Related</h2><a href=/b>Ferries stop on May 1</a></aside>\
             <footer>Copyright 2025 Harbour News</footer><script>let a = 'May 2';</script></body></html>"
        )
    }

    #[test]
    fn the_article_is_kept_and_the_rest_dropped() {
        let list = "<p>What they want:</p><ul><li>higher pay, from the first of June on, for everybody</li>\
                    <li>shorter shifts, as agreed with the port last summer</li></ul>";
        let figure =
            "<figure><img src=a.jpg alt=x><figcaption>The empty quay on Friday</figcaption></figure>";
        let article = read(page(&format!("{figure}{list}")).as_bytes(), None, 512).expect("article");
        assert_eq!(article.title.as_deref(), Some("Cranes stop"));
        for kept in [
            "The empty quay on Friday\n\n",
            "\n\nhigher pay, ",
            "\n\nshorter shifts, ",
            "by noon, the union said",
        ] {
            assert!(article.text.contains(kept), "{kept:?} in {}", article.text);
        }
        for dropped in ["Home", "Share this", "Ferries", "Copyright", "May 2"] {
            assert!(!article.text.contains(dropped), "{dropped:?} in {}", article.text);
        }
        assert_eq!(article.text.matches("The workers").count(), 12);
    }

    #[test]
    fn a_byline_that_leaves_the_text_names_the_author() {
        let byline = "<p class=byline>By Ann Lee | November 20, 2025</p>";
        let article = read(page(byline).as_bytes(), None, 512).expect("article");
        assert_eq!(article.author.as_deref(), Some("Ann Lee"));
        assert_eq!(article.published.map(|at| at.day.to_string()).as_deref(), Some("2025-11-20"));
    }

    #[test]
    fn a_page_without_article_gives_all_its_text() {
        let article =
            read(b"<title>T</title><body><nav>x</nav>It ended on Friday.<script>y</script>", None, 512);
        assert_eq!(article.expect("article").text, "It ended on Friday.");
    }

    #[test]
    fn the_declared_encoding_is_used() {
        let page = b"<meta charset=windows-1252><p>Caf\xE9 closed \x93for good\x94 on Friday.";
        assert_eq!(read(page, None, 512).expect("article").text, "Café closed “for good” on Friday.");
    }

    #[test]
    fn hostile_pages_are_survived() {
        let pages = [
            String::new(),
            "\0".repeat(1000),
            "<".repeat(10_000),
            "<p>\u{feff}\r\n\0".to_owned(),
            "<div>".repeat(500) + "deep",
            "<b><i>".repeat(250) + "deep" + &"<p>".repeat(2_000),
            "<p>x".repeat(5_000),
            "<table><tr><td>".repeat(150) + "deep",
            "<br>".repeat(20_000),
            "&amp;&nbsp;&lt;".repeat(20_000),
            "<script type=application/ld+json>".to_owned() + &"[".repeat(50_000),
            "<!--".to_owned() + &"-".repeat(50_000),
            format!("<time datetime='{0}'>{0}</time>", "9".repeat(50_000)),
        ];
        for page in pages {
            let start: String = page.chars().take(20).collect();
            assert!(read(page.as_bytes(), None, 512).is_ok(), "{start}");
            assert!(candidates(page.as_bytes(), None, 512).is_ok_and(|found| found.is_empty()), "{start}");
        }
        let error = read("<div>".repeat(10_000).as_bytes(), None, 512).expect_err("too deep").to_string();
        assert!(error.contains("more than 512 deep") && error.contains("save"), "{error}");
    }
}
