//! Web pages: the main text by Mozilla's Readability, what the page says of itself by [`super::metadata`].

use super::published::Candidate;
use super::{Article, encoding, metadata, nesting, prose};
use crate::{Error, Result};
use dom_query::Document;
use dom_smoothie::{Config, Readability};

/// Parts of a page that are not its article, left out where Readability found no article and all text is taken.
const AROUND: [&str; 4] = ["header", "footer", "aside", "form"];

pub(super) fn read(bytes: &[u8], url: Option<&str>) -> Result<Article> {
    let document = parse(bytes)?;
    let page = metadata::of(&document, url);
    let whole = document.body().map(|body| prose::of_node(body, &AROUND)).unwrap_or_default();
    let text = main_text(document).filter(|text| !text.is_empty()).unwrap_or(whole);
    Ok(Article { title: page.title, url: page.url, text, ..Article::default() }.dated(page.candidates))
}

/// Only the dates, without looking for the main text.
pub(super) fn candidates(bytes: &[u8], url: Option<&str>) -> Result<Vec<Candidate>> {
    Ok(metadata::of(&parse(bytes)?, url).candidates)
}

fn parse(bytes: &[u8]) -> Result<Document> {
    let source = encoding::decode(bytes, encoding::declared(bytes))?;
    let source = source.strip_prefix('\u{feff}').unwrap_or(&source);
    if nesting::is_too_deep(source) {
        return Err(Error::article(format!(
            "nests its elements more than {} deep, which no article needs; save the page anew, or its text as .txt",
            nesting::DEEPEST
        )));
    }
    Ok(Document::from(prose::without_timelines(source).as_ref()))
}

/// The article within the page, as Readability sees it.
fn main_text(document: Document) -> Option<String> {
    let config = Config { disable_json_ld: true, ..Config::default() };
    let article = Readability::with_document(document, None, Some(config)).ok()?.parse().ok()?;
    Some(prose::of_node(Document::fragment(article.content).root(), &[]))
}
