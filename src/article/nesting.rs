//! How deep a page's elements are nested and how many attributes they have, told before it is parsed: tree builders take time
//! that grows with the square of either, so a hostile page is refused rather than waited for.

use crate::{Error, Result};
use memchr::{memchr, memmem};

/// Most attributes of an element. No page that people read comes near.
const MOST_ATTRIBUTES: usize = 1_000;

/// An error where elements are nested deeper than that, or one has too many attributes.
pub(super) fn check(html: &str, deepest: usize) -> Result<()> {
    match worst(html, deepest) {
        None => Ok(()),
        Some(Excess::Depth) => Err(Error::article(format!(
            "nests its elements more than {deepest} deep, which no article needs; save it anew or its text as .txt, or let more \
             through with --max-depth"
        ))),
        Some(Excess::Attributes) => Err(Error::article(format!(
            "has an element of more than {MOST_ATTRIBUTES} attributes, which no article needs; save it anew or its text as .txt"
        ))),
    }
}

/// What there is too much of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Excess {
    Depth,
    Attributes,
}

/// Elements that never have an end tag, or may lack it because parsers close them on their own.
const SELF_ENDING: [&[u8]; 34] = [
    b"area",
    b"base",
    b"basefont",
    b"bgsound",
    b"body",
    b"br",
    b"caption",
    b"col",
    b"colgroup",
    b"dd",
    b"dt",
    b"embed",
    b"head",
    b"hr",
    b"html",
    b"img",
    b"input",
    b"keygen",
    b"li",
    b"link",
    b"meta",
    b"optgroup",
    b"option",
    b"p",
    b"param",
    b"rp",
    b"rt",
    b"source",
    b"tbody",
    b"td",
    b"th",
    b"track",
    b"tr",
    b"wbr",
];

/// The first excess of a page.
fn worst(html: &str, deepest: usize) -> Option<Excess> {
    let bytes = html.as_bytes();
    let (mut at, mut depth) = (0, 0_usize);
    let mut drawing = Drawing::default();
    while let Some(open) = memchr(b'<', bytes.get(at..).unwrap_or_default()) {
        at += open + 1;
        let tag = bytes.get(at..).unwrap_or_default();
        if tag.starts_with(b"!--") {
            at += memmem::find(tag, b"-->").unwrap_or(tag.len());
            continue;
        }
        let closes = tag.first() == Some(&b'/');
        let name = tag.get(usize::from(closes)..).unwrap_or_default();
        if !name.first().is_some_and(u8::is_ascii_alphabetic) {
            continue;
        }
        let ends_name = |b: &u8| matches!(b, b' ' | b'\t' | b'\n' | b'\r' | b'\x0C' | b'/' | b'>');
        let length =
            name.iter().take(LONGEST_NAME).position(ends_name).unwrap_or(LONGEST_NAME.min(name.len()));
        let name = name.get(..length).unwrap_or_default().to_ascii_lowercase();
        drawing.pass(&name, closes);
        let (attributes, end) = attributes(tag.get(usize::from(closes) + length..).unwrap_or_default());
        if attributes > MOST_ATTRIBUTES {
            return Some(Excess::Attributes);
        }
        let ends_itself =
            end.checked_sub(1).and_then(|last| tag.get(usize::from(closes) + length + last)) == Some(&b'/');
        at += usize::from(closes) + length + end;
        let tag = bytes.get(at..).unwrap_or_default();
        if !closes && matches!(name.as_slice(), b"script" | b"style" | b"textarea" | b"title") {
            at += raw_text_length(tag, &name);
        } else if closes {
            depth = depth.saturating_sub(usize::from(!SELF_ENDING.contains(&name.as_slice())));
        } else if drawing.is_inside() {
            depth += usize::from(!ends_itself);
        } else {
            depth += usize::from(!SELF_ENDING.contains(&name.as_slice()));
        }
        if depth > deepest {
            return Some(Excess::Depth);
        }
    }
    None
}

/// How many attributes a tag has, and where it ends, as parsers of HTML tell: `tag` is what stands behind its name. A value in
/// quotes may hold anything; what never ends is one tag to the end of the page.
fn attributes(tag: &[u8]) -> (usize, usize) {
    let (mut at, mut count) = (0, 0);
    let space = |b: &u8| matches!(b, b' ' | b'\t' | b'\n' | b'\r' | b'\x0C');
    let find = |from: usize, wanted: &dyn Fn(&u8) -> bool| {
        tag.get(from..).and_then(|rest| rest.iter().position(wanted)).map_or(tag.len(), |found| from + found)
    };
    loop {
        at = find(at, &|b| !space(b) && *b != b'/');
        if at >= tag.len() || tag.get(at) == Some(&b'>') {
            return (count, at);
        }
        count += 1;
        // The first sign belongs to the name whatever it is, even `=`.
        at = find(at + 1, &|b| space(b) || matches!(b, b'/' | b'>' | b'='));
        let value = find(at, &|b| !space(b));
        if tag.get(value) == Some(&b'=') {
            at = find(value + 1, &|b| !space(b));
            at = match tag.get(at) {
                Some(quote @ (b'"' | b'\'')) => find(at + 1, &|b| b == quote).saturating_add(1),
                _ => find(at, &|b| space(b) || *b == b'>'),
            };
        }
    }
}

/// Longer names of elements are cut.
const LONGEST_NAME: usize = 40;

/// Whether the place is within `<svg>` or `<math>`, where `<path/>` is a whole element; in HTML proper `<div/>` opens one.
#[derive(Default)]
struct Drawing {
    inside: bool,
    html_within: bool,
}

impl Drawing {
    fn pass(&mut self, name: &[u8], closes: bool) {
        match name {
            b"svg" | b"math" => *self = Drawing { inside: !closes, html_within: false },
            // HTML is allowed within these again.
            b"desc" | b"title" | b"foreignobject" | b"annotation-xml" | b"mi" | b"mo" | b"mn" | b"ms"
            | b"mtext" => {
                self.html_within = !closes;
            }
            // These break out of a drawing that somebody forgot to close.
            b"div" | b"p" | b"span" | b"table" | b"ul" | b"ol" | b"b" | b"i" | b"em" | b"strong" | b"h1"
            | b"h2" | b"h3" => {
                self.inside = false;
            }
            _ => {}
        }
    }

    fn is_inside(&self) -> bool {
        self.inside && !self.html_within
    }
}

/// How far the text of an element that holds no elements reaches.
fn raw_text_length(text: &[u8], name: &[u8]) -> usize {
    let mut at = 0;
    while let Some(found) = memmem::find(text.get(at..).unwrap_or_default(), b"</") {
        at += found;
        let end = text.get(at + 2..at + 2 + name.len());
        if end.is_some_and(|end| end.eq_ignore_ascii_case(name)) {
            return at;
        }
        at += 2;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::{Excess, attributes, worst};

    fn is_too_deep(html: &str) -> bool {
        worst(html, 512) == Some(Excess::Depth)
    }

    #[test]
    fn attributes_are_counted_as_parsers_do() {
        for (tag, count, rest) in [
            (">x", 0, ">x"),
            (" a>x", 1, ">x"),
            (" a b = c d='>' e=\"'>\">x", 4, ">x"),
            (" a=b/c/>x", 1, ">x"),
            ("/ a/>x", 1, ">x"),
            (" =a=b>x", 1, ">x"),
            (" a=>x", 1, ">x"),
            (" a='b>x", 1, ""),
            (" a=\"b", 1, ""),
            ("", 0, ""),
        ] {
            let (found, end) = attributes(tag.as_bytes());
            assert_eq!((found, tag.get(end..).unwrap_or_default()), (count, rest), "{tag}");
        }
        let many = |count: usize| format!("<p {}>", "a=b ".repeat(count));
        assert_eq!(worst(&many(1001), 512), Some(Excess::Attributes));
        assert_eq!(worst(&many(1000).repeat(20), 512), None);
        assert_eq!(worst(&format!("<script>if (a<b {}</script>", "c ".repeat(5000)), 512), None);
    }

    #[test]
    fn depth_is_what_stays_open() {
        assert!(is_too_deep(&"<div>".repeat(10_000)));
        assert!(is_too_deep(&"<DIV class='a'>x".repeat(513)));
        assert!(!is_too_deep(&"<div>x</div>".repeat(10_000)));
        assert!(!is_too_deep(&"<p>x<br><li>".repeat(10_000)));
        assert!(!is_too_deep(&format!("<script>{}</script>", "'<div>'".repeat(10_000))));
        assert!(!is_too_deep(&format!("<!-- {} -->", "<div>".repeat(10_000))));
        assert!(is_too_deep(&"<x-a>".repeat(10_000)));
        assert!(is_too_deep(&"<foo/>".repeat(10_000)));
        assert!(!is_too_deep(&format!("<svg><title>a</title>{}</svg>", "<path d=''/>".repeat(10_000))));
        assert!(is_too_deep(&format!("<svg><p>{}", "<foo/>".repeat(10_000))));
        assert!(!is_too_deep("< <> </ <!-- <script>"));
    }
}
