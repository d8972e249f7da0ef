//! How deep a page's elements are nested, told before it is parsed: tree builders take time that grows with the square of
//! the depth, so a hostile page is refused rather than waited for.

use memchr::{memchr, memmem};

/// Browsers give up at the same depth; no article that people read comes near.
pub(super) const DEEPEST: usize = 512;

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

/// Whether elements are nested more than [`DEEPEST`] deep.
pub(super) fn is_too_deep(html: &str) -> bool {
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
        if !closes && matches!(name.as_slice(), b"script" | b"style" | b"textarea" | b"title") {
            at += raw_text_length(tag, &name);
        } else if closes {
            depth = depth.saturating_sub(usize::from(!SELF_ENDING.contains(&name.as_slice())));
        } else if drawing.is_inside() {
            // Going on after the tag, not inside of it, keeps this linear.
            let end = memchr(b'>', tag).unwrap_or(tag.len());
            let ends_itself = end.checked_sub(1).and_then(|last| tag.get(last)) == Some(&b'/');
            depth += usize::from(!ends_itself);
            at += end;
        } else {
            depth += usize::from(!SELF_ENDING.contains(&name.as_slice()));
        }
        if depth > DEEPEST {
            return true;
        }
    }
    false
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
    use super::is_too_deep;

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
