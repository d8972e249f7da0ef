//! How deep a page's elements are nested and how many attributes they have, told before it is parsed: tree builders take time
//! that grows with the square of either, so a hostile page is refused rather than waited for.

use super::markup::{Names, Piece, Pieces, Tag};
use crate::{Error, Result};

/// Most attributes of an element. No page that people read comes near.
const MOST_ATTRIBUTES: usize = 1_000;

/// An error where elements are nested deeper than that, or one has too many attributes.
pub(super) fn check(html: &str, deepest: usize) -> Result<()> {
    let mut nesting = Nesting::new(deepest);
    Pieces::of(html).try_for_each(|piece| nesting.pass(&piece))
}

/// Elements that never have an end tag, or may lack it because parsers close them on their own.
const SELF_ENDING: Names<9> = Names::of([
    &[],
    &["p"],
    &["br", "dd", "dt", "hr", "li", "rp", "rt", "td", "th", "tr"],
    &["col", "img", "wbr"],
    &["area", "base", "body", "head", "html", "link", "meta"],
    &["embed", "input", "param", "tbody", "track"],
    &["keygen", "option", "source"],
    &["bgsound", "caption"],
    &["basefont", "colgroup", "optgroup"],
]);

/// How many elements are open, on the way through a page.
#[derive(Debug)]
pub(super) struct Nesting {
    open: usize,
    deepest: usize,
}

impl Nesting {
    pub(super) const fn new(deepest: usize) -> Self {
        Nesting { open: 0, deepest }
    }

    /// How many elements are open.
    pub(super) const fn open(&self) -> usize {
        self.open
    }

    /// Goes past a piece of the page, into an element or out of it.
    ///
    /// # Errors
    ///
    /// When it is too deep now, or the element has too many attributes.
    pub(super) fn pass(&mut self, piece: &Piece<'_>) -> Result<()> {
        match piece {
            Piece::Tag(tag) => {
                check_attributes(tag.attributes.len())?;
                self.go(tag);
            }
            Piece::Cut { attributes } => check_attributes(*attributes)?,
            Piece::Text(_) | Piece::Raw(_) | Piece::DocumentType(_) | Piece::Comment(_) => {}
        }
        if self.open <= self.deepest {
            return Ok(());
        }
        let deepest = self.deepest;
        Err(Error::article(format!(
            "nests its elements more than {deepest} deep, which no article needs; save it anew or its text as .txt, or let more \
             through with --max-depth"
        )))
    }

    fn go(&mut self, tag: &Tag<'_>) {
        let is_whole =
            if tag.is_drawn && !tag.closes { tag.ends_itself } else { SELF_ENDING.contains(&tag.name) };
        if is_whole {
            return;
        }
        self.open = if tag.closes { self.open.saturating_sub(1) } else { self.open + 1 };
    }
}

fn check_attributes(count: usize) -> Result<()> {
    if count <= MOST_ATTRIBUTES {
        return Ok(());
    }
    Err(Error::article(format!(
        "has an element of more than {MOST_ATTRIBUTES} attributes, which no article needs; save it anew or its text as .txt"
    )))
}

#[cfg(test)]
mod tests {
    use super::check;

    fn excess(html: &str) -> String {
        check(html, 512).map_or_else(|error| error.to_string(), |()| String::new())
    }

    #[test]
    fn attributes_are_counted() {
        let many = |count: usize| format!("<p {}>", "a=b ".repeat(count));
        for page in
            [many(1001), format!("a<p {}", "a ".repeat(1001)), format!("<svg><g {}/>", "a ".repeat(1001))]
        {
            assert!(excess(&page).contains("more than 1000 attributes"), "{page}");
        }
        assert_eq!(excess(&many(1000).repeat(20)), "");
        assert_eq!(excess(&format!("<script>if (a<b {}</script>", "c ".repeat(5000))), "");
    }

    fn is_too_deep(html: &str) -> bool {
        excess(html).contains("more than 512 deep")
    }

    #[test]
    fn depth_is_what_stays_open() {
        assert!(is_too_deep(&"<div>".repeat(10_000)));
        assert!(is_too_deep(&"<DIV class='a'>x".repeat(513)));
        assert!(!is_too_deep(&"<div>x</div>".repeat(10_000)));
        assert!(!is_too_deep(&"<p>x<br><li>".repeat(10_000)));
        assert!(!is_too_deep(&format!("<script>{}</script>", "'<div>'".repeat(10_000))));
        assert!(!is_too_deep(&format!("<!-- {} -->", "<div>".repeat(10_000))));
        assert!(!is_too_deep(&format!("<a title=\"{}\">", "<div>".repeat(10_000))));
        assert!(is_too_deep(&"<x-a>".repeat(10_000)));
        assert!(is_too_deep(&"<foo/>".repeat(10_000)));
        assert!(!is_too_deep(&format!("<svg><title>a</title>{}</svg>", "<path d=''/>".repeat(10_000))));
        assert!(is_too_deep(&format!("<svg><p>{}", "<foo/>".repeat(10_000))));
        assert!(!is_too_deep("< <> </ <!-- <script>"));
    }
}
