//! Web pages: the main text by Mozilla's Readability, what the page says of itself by [`super::metadata`].

use super::published::Candidate;
use super::{Article, encoding, language, lines, metadata, nesting, prose};
use crate::Result;
use dom_query::Document;
use dom_smoothie::{Config, Readability};

/// Parts of a page that are not its article, left out where Readability found no article and all text is taken.
const AROUND: [&str; 4] = ["header", "footer", "aside", "form"];

/// Readability writes the article out as HTML, which takes time that grows with the square of the escaped signs in a run of
/// text. No article has nearly so many; a page that does is taken as it is.
const MOST_ESCAPES: usize = 5_000;

pub(super) fn read(bytes: &[u8], url: Option<&str>, deepest: usize) -> Result<Article> {
    let source = source(bytes, deepest)?;
    let document = Document::from(source.as_str());
    let page = metadata::of(&document, url);
    let tame = prose::most_escapes(document.root()) <= MOST_ESCAPES;
    let found = tame.then(|| main_text(document)).flatten().filter(|text| !text.is_empty());
    // The extractor consumes the page; few pages leave it with nothing, and they are parsed anew.
    let text = found.unwrap_or_else(|| {
        let document = Document::from(source.as_str());
        document.body().map(|body| prose::of_node(body, &AROUND)).unwrap_or_default()
    });
    let article = Article {
        title: page.title,
        author: page.author,
        site: page.site,
        language: language::of(&text, page.language.as_deref()),
        url: page.url,
        lines: lines::of_paragraphs(&text, &source),
        text,
        ..Article::default()
    };
    Ok(article.dated(page.candidates))
}

/// Only the dates, without looking for the main text.
pub(super) fn candidates(bytes: &[u8], url: Option<&str>, deepest: usize) -> Result<Vec<Candidate>> {
    Ok(metadata::of(&Document::from(source(bytes, deepest)?.as_str()), url).candidates)
}

/// The page's source, decoded, without timelines of our own.
fn source(bytes: &[u8], deepest: usize) -> Result<String> {
    let source = encoding::decode(bytes, encoding::declared(bytes))?;
    let page = source.strip_prefix('\u{feff}').unwrap_or(&source);
    nesting::check(page, deepest)?;
    Ok(prose::without_timelines(page).into_owned())
}

/// The article within the page, as Readability sees it.
fn main_text(document: Document) -> Option<String> {
    let config = Config { disable_json_ld: true, ..Config::default() };
    let article = Readability::with_document(document, None, Some(config)).ok()?.parse().ok()?;
    Some(prose::of_node(Document::fragment(article.content).root(), &[]))
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
