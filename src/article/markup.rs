//! The pieces that a page's source is made of, parted as the tokenizer of HTML parts them: tags, the text between them, the
//! raw text of scripts and their like, comments. Knows nothing of trees.

use memchr::{memchr, memmem};
use std::borrow::Cow;

/// A piece of a page's source; all of them together are the source up to a tag that is never closed.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Piece<'a> {
    /// Text between tags, its entities unresolved.
    Text(&'a str),
    /// A start or end tag.
    Tag(Tag<'a>),
    /// The text of an element that holds no other elements, such as a script.
    Raw(&'a str),
    /// A document type.
    DocumentType(&'a str),
    /// A comment, or what is read as one.
    Comment(&'a str),
    /// A tag at the end of the source that lacks its own end: it is none, but a parser reads its attributes all the same.
    Cut { attributes: usize },
}

/// A start or end tag.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tag<'a> {
    /// In lower case.
    pub(super) name: Cow<'a, str>,
    /// `</p>`.
    pub(super) closes: bool,
    /// Whether it is one of `<svg>` or `<math>`, where `<path/>` is a whole element; in HTML proper `<div/>` opens one.
    pub(super) is_drawn: bool,
    /// `<path/>`.
    pub(super) ends_itself: bool,
    pub(super) attributes: Vec<Attribute<'a>>,
    /// From `<` to `>`.
    pub(super) source: &'a str,
}

/// An attribute as it is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Attribute<'a> {
    pub(super) name: &'a str,
    /// Its name, `=` and value.
    pub(super) source: &'a str,
}

/// Names in lower case, by their length, which with the first letter tells most others apart at once: every tag and attribute is
/// looked up.
pub(super) struct Names<const N: usize> {
    names: [&'static [&'static str]; N],
    /// A bit for each letter that a name of that length begins with.
    firsts: [u32; N],
}

impl<const N: usize> Names<N> {
    pub(super) const fn of(names: [&'static [&'static str]; N]) -> Self {
        let mut firsts = [0; N];
        let mut length = 0;
        while length < N {
            let mut same = names[length];
            while let [name, rest @ ..] = same {
                if let [first, ..] = name.as_bytes() {
                    firsts[length] |= bit(*first);
                }
                same = rest;
            }
            length += 1;
        }
        Names { names, firsts }
    }

    /// Whether a name is one of them, in whatever case.
    pub(super) fn contains(&self, name: &str) -> bool {
        let firsts = self.firsts.get(name.len()).copied().unwrap_or_default();
        let may_be = name.as_bytes().first().is_some_and(|first| firsts & bit(*first) != 0);
        may_be && self.names[name.len()].iter().any(|known| known.eq_ignore_ascii_case(name))
    }
}

/// Of a letter in either case.
const fn bit(letter: u8) -> u32 {
    1 << (letter & 31)
}

/// Elements that hold text alone, whatever tags it seems to have.
const RAW: Names<9> = Names::of([
    &[],
    &[],
    &[],
    &["xmp"],
    &[],
    &["style", "title"],
    &["script", "iframe"],
    &["noembed"],
    &["textarea", "noframes"],
]);

/// Walks over the pieces of a source.
#[derive(Clone, Debug)]
pub(super) struct Pieces<'a> {
    source: &'a str,
    at: usize,
    drawing: Drawing,
    /// The element whose raw text comes next.
    raw: Option<Cow<'a, str>>,
}

impl<'a> Pieces<'a> {
    pub(super) fn of(source: &'a str) -> Self {
        Pieces { source, at: 0, drawing: Drawing::default(), raw: None }
    }

    fn rest(&self) -> &'a str {
        self.source.get(self.at..).unwrap_or_default()
    }

    /// Goes on by so many bytes and hands them out.
    fn take(&mut self, length: usize) -> &'a str {
        let rest = self.rest();
        let taken = rest.get(..length).unwrap_or(rest);
        self.at += taken.len();
        taken
    }

    fn tag(&mut self, closes: bool) -> Option<Piece<'a>> {
        let rest = self.rest();
        let bytes = rest.as_bytes();
        let start = 1 + usize::from(closes);
        let length = bytes.get(start..)?.iter().position(|b| is_space(*b) || matches!(b, b'/' | b'>'));
        let Some(length) = length else { return Some(self.cut(0)) };
        let end = start + length;
        let mut at = end;
        let mut attributes = Vec::new();
        let ends_itself = loop {
            match attribute(bytes, at) {
                Step::Attribute { start, name_end, end } => {
                    let (name, source) = (rest.get(start..name_end)?, rest.get(start..end)?);
                    attributes.push(Attribute { name, source });
                    at = end;
                }
                Step::End { end, ends_itself } => {
                    at = end;
                    break ends_itself;
                }
                Step::Cut => return Some(self.cut(attributes.len() + 1)),
            }
        };
        let name = rest.get(start..end)?;
        let name = match name.bytes().any(|b| b.is_ascii_uppercase()) {
            true => Cow::Owned(name.to_ascii_lowercase()),
            false => Cow::Borrowed(name),
        };
        let is_drawn = self.drawing.is_inside();
        self.drawing.pass(&name, closes);
        if !closes && !is_drawn && RAW.contains(&name) {
            self.raw = Some(name.clone());
        }
        Some(Piece::Tag(Tag { name, closes, is_drawn, ends_itself, attributes, source: self.take(at) }))
    }

    /// The rest of the source, which is no tag.
    const fn cut(&mut self, attributes: usize) -> Piece<'a> {
        self.at = self.source.len();
        Piece::Cut { attributes }
    }

    /// What begins with `<!` or is read as a comment.
    fn declaration(&mut self) -> Piece<'a> {
        let rest = self.rest();
        if rest.starts_with("<!--") {
            return Piece::Comment(self.take(comment_length(rest)));
        }
        if self.drawing.is_inside() && rest.starts_with("<![CDATA[") {
            let end = memmem::find(rest.as_bytes(), b"]]>").map_or(rest.len(), |at| at + 3);
            return Piece::Text(self.take(end));
        }
        let declaration = self.take(memchr(b'>', rest.as_bytes()).map_or(rest.len(), |at| at + 1));
        let names_type = declaration.get(..9).is_some_and(|start| start.eq_ignore_ascii_case("<!doctype"));
        if names_type { Piece::DocumentType(declaration) } else { Piece::Comment(declaration) }
    }
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        let rest = self.rest();
        if let Some(name) = self.raw.take() {
            let length = raw_text_length(rest, &name);
            if length > 0 {
                return Some(Piece::Raw(self.take(length)));
            }
        }
        match rest.as_bytes() {
            [] => None,
            [b'<', b'/', b, ..] if b.is_ascii_alphabetic() => self.tag(true),
            [b'<', b, ..] if b.is_ascii_alphabetic() => self.tag(false),
            [b'<', b'!' | b'?', ..] | [b'<', b'/', _, ..] => Some(self.declaration()),
            bytes => {
                // A `<` that begins nothing is text.
                let end = memchr(b'<', bytes.get(1..)?).map_or(bytes.len(), |at| at + 1);
                Some(Piece::Text(self.take(end)))
            }
        }
    }
}

/// What stands next in a tag.
enum Step {
    Attribute { start: usize, name_end: usize, end: usize },
    End { end: usize, ends_itself: bool },
    Cut,
}

/// Reads on within a tag.
fn attribute(tag: &[u8], from: usize) -> Step {
    let find = |from: usize, test: fn(u8) -> bool| {
        tag.get(from..)?.iter().position(|b| test(*b)).map(|length| from + length)
    };
    let Some(start) = find(from, |b| !is_space(b) && b != b'/') else { return Step::Cut };
    if tag.get(start) == Some(&b'>') {
        let ends_itself = start > from && tag.get(start - 1) == Some(&b'/');
        return Step::End { end: start + 1, ends_itself };
    }
    // A name may begin with `=`.
    let Some(name_end) = find(start + 1, ends_name) else {
        return Step::Cut;
    };
    let Some(equals) = find(name_end, |b| !is_space(b)).filter(|at| tag.get(*at) == Some(&b'=')) else {
        return Step::Attribute { start, name_end, end: name_end };
    };
    let Some(value) = find(equals + 1, |b| !is_space(b)) else { return Step::Cut };
    let end = match tag.get(value) {
        Some(quote @ (b'"' | b'\'')) => {
            memchr(*quote, tag.get(value + 1..).unwrap_or_default()).map(|at| value + at + 2)
        }
        _ => find(value, |b| is_space(b) || b == b'>'),
    };
    end.map_or(Step::Cut, |end| Step::Attribute { start, name_end, end })
}

const fn is_space(byte: u8) -> bool {
    SIGNS[byte as usize] & SPACE != 0
}

/// Whether a byte ends the name of an attribute.
const fn ends_name(byte: u8) -> bool {
    SIGNS[byte as usize] != 0
}

/// What a byte means within a tag.
const SIGNS: [u8; 256] = {
    let mut signs = [0; 256];
    let (mut space, mut other) = (b" \t\n\r\x0C".as_slice(), b"/>=".as_slice());
    while let [first, rest @ ..] = space {
        signs[*first as usize] = SPACE;
        space = rest;
    }
    while let [first, rest @ ..] = other {
        signs[*first as usize] = MARK;
        other = rest;
    }
    signs
};
const SPACE: u8 = 1;
const MARK: u8 = 2;

/// How far a comment reaches, its marks included. `<!-->` is a whole one.
fn comment_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let end = bytes.get(2..).and_then(|rest| memmem::find(rest, b"-->")).map_or(bytes.len(), |at| at + 5);
    // Ends it, too, though nobody should write it.
    let other = bytes.get(4..end).and_then(|inside| memmem::find(inside, b"--!>"));
    other.map_or(end, |at| at + 8)
}

/// How far the text reaches of an element that holds no elements.
fn raw_text_length(text: &str, name: &str) -> usize {
    let bytes = text.as_bytes();
    let is_named = |at: usize| {
        let after = bytes.get(at + name.len());
        bytes.get(at..at + name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
            && after.is_some_and(|b| is_space(*b) || matches!(b, b'/' | b'>'))
    };
    // Within `<!--` of a script, `<script>` and `</script>` come in pairs.
    let (mut comment_end, mut pairs) = (0, false);
    for at in memchr::memchr_iter(b'<', bytes) {
        if at >= comment_end {
            pairs = false;
        }
        let rest = bytes.get(at + 1..).unwrap_or_default();
        match rest.first() {
            Some(b'/') if is_named(at + 2) => {
                if !pairs {
                    return at;
                }
                pairs = false;
            }
            Some(b'!') if name == "script" && rest.starts_with(b"!--") && at >= comment_end => {
                comment_end =
                    at + 2 + memmem::find(rest.get(1..).unwrap_or_default(), b"-->").unwrap_or(rest.len());
            }
            Some(b's' | b'S') if at < comment_end && is_named(at + 1) => pairs = true,
            _ => {}
        }
    }
    text.len()
}

/// Elements that end a drawing which nobody closed.
const BREAKING_OUT: Names<11> = Names::of([
    &[],
    &["b", "i", "p", "s", "u"],
    &["br", "dd", "dl", "dt", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "tt", "ul"],
    &["big", "div", "img", "pre", "sub", "sup", "var"],
    &["body", "code", "head", "menu", "meta", "nobr", "ruby", "span"],
    &["embed", "small", "table"],
    &["center", "strong", "strike"],
    &["listing"],
    &[],
    &[],
    &["blockquote"],
]);

/// Whether a tag ends a drawing that it stands in.
pub(super) fn breaks_out(name: &str) -> bool {
    BREAKING_OUT.contains(name)
}

/// Whether the place is within `<svg>` or `<math>`.
#[derive(Clone, Debug, Default)]
struct Drawing {
    inside: bool,
    html_within: bool,
}

impl Drawing {
    fn pass(&mut self, name: &str, closes: bool) {
        match name {
            "svg" | "math" => *self = Drawing { inside: !closes, html_within: false },
            // HTML is allowed within these again.
            "desc" | "title" | "foreignobject" | "annotation-xml" | "mi" | "mo" | "mn" | "ms" | "mtext" => {
                self.html_within = !closes;
            }
            _ if !closes && !self.html_within && breaks_out(name) => self.inside = false,
            _ => {}
        }
    }

    const fn is_inside(&self) -> bool {
        self.inside && !self.html_within
    }
}

#[cfg(test)]
mod tests {
    use super::{Piece, Pieces};
    use proptest::prelude::proptest;

    /// Each piece, marked by its kind.
    fn show(source: &str) -> String {
        let pieces = Pieces::of(source).map(|piece| match piece {
            Piece::Text(text) => format!("t[{text}]"),
            Piece::Raw(text) => format!("r[{text}]"),
            Piece::DocumentType(text) => format!("d[{text}]"),
            Piece::Comment(text) => format!("c[{text}]"),
            Piece::Cut { attributes } => format!("x{attributes}"),
            Piece::Tag(tag) => {
                let attributes: Vec<_> =
                    tag.attributes.iter().map(|a| format!(" {}:{}", a.name, a.source)).collect();
                let (open, close) =
                    (if tag.closes { "/" } else { "" }, if tag.ends_itself { "/" } else { "" });
                format!("<{open}{}{}{close}>", tag.name, attributes.concat())
            }
        });
        pieces.collect::<Vec<_>>().concat()
    }

    #[test]
    fn a_source_falls_into_pieces() {
        let cases = [
            ("<!DOCTYPE html><P>a</p>", "d[<!DOCTYPE html>]<p>t[a]</p>"),
            ("<a href='x>y' b=c/ d = \"e\"f>", "<a href:href='x>y' b:b=c/ d:d = \"e\" f:f>"),
            ("<br/><hr / ><a b=/>", "<br/><hr><a b:b=/>"),
            ("1 < 2 <3", "t[1 ]t[< 2 ]t[<3]"),
            (
                "a<!-- <p> --><!-->b<!--->c<!-- --!>d<!-- e",
                "t[a]c[<!-- <p> -->]c[<!-->]t[b]c[<!--->]t[c]c[<!-- --!>]t[d]c[<!-- e]",
            ),
            ("<?php ?>a</ b></>c", "c[<?php ?>]t[a]c[</ b>]c[</>]t[c]"),
            ("<script>a<p></scripty></SCRIPT >b", "<script>r[a<p></scripty>]</script>t[b]"),
            (
                "<script><!-- <script>a</script> --></script>b",
                "<script>r[<!-- <script>a</script> -->]</script>t[b]",
            ),
            ("<script><!-- a</script>b", "<script>r[<!-- a]</script>t[b]"),
            ("<script><!--><script>a</script>b", "<script>r[<!--><script>a]</script>t[b]"),
            ("<title>a<b></title><textarea></textarea>", "<title>r[a<b>]</title><textarea></textarea>"),
            (
                "<svg><style/><title>a<b></b></title><script>c<d/></script></svg><style>e",
                "<svg><style/><title>t[a]<b></b></title><script>t[c]<d/></script></svg><style>r[e]",
            ),
            ("<svg><![CDATA[ <p> ]]></svg><![CDATA[ <p>", "<svg>t[<![CDATA[ <p> ]]>]</svg>c[<![CDATA[ <p>]"),
            ("a<p class='b", "t[a]x1"),
            ("a</p b c=\"d", "t[a]x2"),
            ("a<p", "t[a]x0"),
            ("a<", "t[a]t[<]"),
            ("", ""),
        ];
        for (source, expected) in cases {
            assert_eq!(show(source), expected, "{source}");
        }
    }

    proptest! {
        #[test]
        fn nothing_is_lost(source in "(<|/|>|!|--|script|svg|title| |=|'|\"|é|a)*") {
            let mut whole = String::new();
            for piece in Pieces::of(&source) {
                whole.push_str(match &piece {
                    Piece::Text(text) | Piece::Raw(text) | Piece::DocumentType(text) | Piece::Comment(text) => text,
                    Piece::Tag(tag) => tag.source,
                    Piece::Cut { .. } => break,
                });
            }
            assert!(source.starts_with(&whole));
            let rest = &source[whole.len()..];
            assert!(rest.is_empty() || rest.starts_with('<'), "{rest}");
        }
    }
}
