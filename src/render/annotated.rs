//! An article as a page in which every expression of time is marked, with what it means.

use super::html::policy;
use crate::resolve::When;
use crate::span::Span;
use askama::Template;

const STYLE: &str = include_str!("../../templates/annotated.css");

/// An article with its expressions.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Annotated<'a> {
    /// Its headline, or its name.
    pub title: &'a str,
    /// Its plain text.
    pub text: &'a str,
    /// Its expressions: sorted, and none within another.
    pub marks: Vec<(Span, When)>,
}

#[derive(Template)]
#[template(path = "annotated.html")]
struct Page {
    policy: String,
    style: &'static str,
    articles: Vec<Article>,
}

struct Article {
    title: String,
    paragraphs: Vec<Vec<Piece>>,
}

/// A piece of text, marked or not.
struct Piece {
    text: String,
    mark: Option<Mark>,
}

struct Mark {
    kind: String,
    value: String,
    why: String,
}

/// The page.
///
/// ```
/// use dateline::{Resolver, render::annotated::{Annotated, page}};
///
/// let text = "The board met on Friday.";
/// let found = Resolver::on("2025-11-20")?.annotate(text);
/// let marks = found.into_iter().map(|a| (a.mention.span, a.when)).collect();
/// let page = page(&[Annotated { title: "The board", text, marks }]);
/// assert!(page.contains(">Friday<") && page.contains("2025-11-14"));
/// # Ok::<(), dateline::Error>(())
/// ```
pub fn page(articles: &[Annotated<'_>]) -> String {
    let articles = articles.iter().map(article).collect();
    let page = Page { policy: policy(STYLE), style: STYLE, articles }.render().unwrap_or_default();
    page + "\n"
}

/// What an expression means, in few characters: its TIMEX3 value with its modifier; in full where that only counts decades or
/// centuries.
///
/// ```
/// use dateline::{Resolver, render::annotated::value};
///
/// let resolver = Resolver::on("2025-11-20")?;
/// let values = ["early 1998", "the 1920s", "Wednesday night"].map(|text| value(&resolver.resolve(text).unwrap()));
/// assert_eq!(values, ["1998, START", "192X", "2025-11-19TNI"]);
/// # Ok::<(), dateline::Error>(())
/// ```
pub fn value(when: &When) -> String {
    let (timex, edtf) = (when.timex(), when.edtf());
    let is_short = timex.value.len() < 4 && timex.value.bytes().all(|b| b.is_ascii_digit());
    let value = if is_short && edtf.starts_with(&timex.value) { edtf } else { timex.value };
    timex.modifier.map_or(value.clone(), |modifier| format!("{value}, {modifier}"))
}

fn article(annotated: &Annotated<'_>) -> Article {
    let text = annotated.text;
    let mut paragraphs = vec![Vec::new()];
    let mut at = 0;
    for (span, when) in &annotated.marks {
        plain(text.get(at..span.start as usize).unwrap_or_default(), &mut paragraphs);
        let timex = when.timex();
        let mark = Mark {
            kind: timex.kind.name().to_lowercase(),
            value: value(when),
            why: when.why.sentences().collect::<Vec<_>>().join("; "),
        };
        if let Some(last) = paragraphs.last_mut() {
            last.push(Piece { text: clean(span.of(text)), mark: Some(mark) });
        }
        at = span.end as usize;
    }
    plain(text.get(at..).unwrap_or_default(), &mut paragraphs);
    let title = clean(annotated.title);
    let says = |pieces: &[Piece]| pieces.iter().map(|piece| piece.text.as_str()).collect::<String>();
    paragraphs.retain(|pieces| !says(pieces).trim().is_empty());
    // The headline stands above already.
    if paragraphs.first().is_some_and(|pieces| says(pieces).trim() == title) {
        paragraphs.remove(0);
    }
    Article { title, paragraphs }
}

/// Text between marks; an empty line starts a paragraph.
fn plain(text: &str, paragraphs: &mut Vec<Vec<Piece>>) {
    for (n, part) in text.split("\n\n").enumerate() {
        if n > 0 {
            paragraphs.push(Vec::new());
        }
        if let Some(last) = paragraphs.last_mut()
            && !part.is_empty()
        {
            last.push(Piece { text: clean(part), mark: None });
        }
    }
}

/// Without control characters, but with all white space: a mark must not touch the words beside it.
fn clean(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
}
