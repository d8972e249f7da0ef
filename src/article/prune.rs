//! A page's source without what nobody reads, before it is parsed: parsing takes time for every byte, and half of a page's
//! bytes are scripts, styles and comments.

use super::markup::{Attribute, Names, Piece, Pieces, Tag};
use super::nesting::Nesting;
use super::silence::Silence;
use crate::Result;
use std::ops::Range;

/// What a page is parsed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// What it says of itself.
    Metadata,
    /// That, and its main text.
    Article,
}

/// Attributes by which a page says something of itself, or calls something a date.
const TELLING: Names<12> = Names::of([
    &[],
    &[],
    &["id"],
    &["rel"],
    &["name", "type", "lang"],
    &["class"],
    &["hidden"],
    &["content", "pubdate"],
    &["itemprop", "property", "datetime", "xml:lang"],
    &[],
    &["http-equiv"],
    &["aria-hidden"],
]);

/// Attributes by which Readability tells an article from what stands around it.
const WEIGHED: Names<11> = Names::of([
    &[],
    &[],
    &[],
    &["dir"],
    &["role"],
    &[],
    &[],
    &["summary", "colspan", "rowspan"],
    &[],
    &["datatable"],
    &["aria-modal"],
]);

/// Elements that Readability looks for pictures in, in whatever attribute a script left them, and for films known by their
/// address.
const FRAMES: [&str; 5] = ["picture", "figure", "video", "audio", "iframe"];

/// A page that is ready to be parsed.
#[derive(Debug)]
pub(super) struct Pruned {
    pub(super) page: String,
    /// Where the page's texts stand in its source, if its article is wanted.
    pub(super) texts: Vec<Range<usize>>,
}

/// The same page for a parser that is to find what is `wanted`: every other element stands where it stood.
///
/// # Errors
///
/// When its elements are nested deeper than that, or one has so many attributes that parsing them would take very long.
pub(super) fn pruned(page: &str, wanted: Wanted, deepest: usize) -> Result<Pruned> {
    let start = page.as_ptr().addr();
    let mut texts = Vec::new();
    let mut kept = String::with_capacity(page.len() / 2);
    let mut nesting = Nesting::new(deepest);
    let mut silence = Silence::new(wanted);
    // Whether the text of a script or style is being passed, up to its end tag.
    let mut is_skipping = false;
    for piece in Pieces::of(page) {
        nesting.pass(&piece)?;
        if let (Piece::Text(text), Wanted::Article) = (&piece, wanted)
            && !text.trim_ascii().is_empty()
        {
            let at = text.as_ptr().addr() - start;
            texts.push(at..at + text.len());
        }
        match piece {
            Piece::Text(text) if text.trim_ascii().is_empty() => {
                if !kept.ends_with(' ') {
                    kept.push(' ');
                }
            }
            // A `<` that begins nothing must not begin something once what stood behind it is gone.
            Piece::Text(text) if text.starts_with('<') && !text.starts_with("<![CDATA[") => {
                kept.push_str("&lt;");
                kept.push_str(text.get(1..).unwrap_or_default());
            }
            Piece::Text(text) | Piece::DocumentType(text) => kept.push_str(text),
            Piece::Raw(text) if !is_skipping => kept.push_str(text),
            Piece::Raw(_) | Piece::Cut { .. } => {}
            Piece::Comment(_) => part(&mut kept),
            Piece::Tag(_) if is_skipping => {
                is_skipping = false;
                part(&mut kept);
            }
            Piece::Tag(tag) if tag.closes || tag.is_drawn || !is_unread(&tag) => {
                silence.leave(&tag, &mut kept, nesting.open());
                push(&mut kept, &tag, wanted);
                silence.enter(&tag, &kept, nesting.open());
            }
            Piece::Tag(tag) => {
                is_skipping = tag.name != "link";
                part(&mut kept);
            }
        }
    }
    Ok(Pruned { page: kept, texts })
}

/// Keeps a text apart from the next one where something between them was left out.
fn part(kept: &mut String) {
    if !kept.ends_with(char::is_whitespace) && !kept.ends_with("<!---->") {
        kept.push_str("<!---->");
    }
}

/// Whether nobody reads an element: a script without data, a style, a link to another file than the page itself. Browsers build
/// the same tree without them.
fn is_unread(tag: &Tag<'_>) -> bool {
    let has = |name: &str, value: &str| {
        let mut attributes = tag.attributes.iter();
        attributes
            .any(|attribute| attribute.name.eq_ignore_ascii_case(name) && contains(attribute.source, value))
    };
    match &*tag.name {
        "style" => true,
        "script" => !has("type", "json") || !has("type", "ld"),
        "link" => !has("rel", "canonical") && !has("itemprop", ""),
        _ => false,
    }
}

/// Whether a text contains another one, in whatever case.
fn contains(text: &str, part: &str) -> bool {
    let mut places = text.as_bytes().windows(part.len().max(1));
    part.is_empty() || places.any(|place| place.eq_ignore_ascii_case(part.as_bytes()))
}

/// A tag with those of its attributes that somebody looks at.
fn push(kept: &mut String, tag: &Tag<'_>, wanted: Wanted) {
    kept.push_str(if tag.closes { "</" } else { "<" });
    kept.push_str(&tag.name);
    let is_for_article = wanted == Wanted::Article;
    let is_frame = is_for_article && FRAMES.contains(&&*tag.name);
    for attribute in &tag.attributes {
        if is_frame || is_kept(attribute, &tag.name, is_for_article) {
            kept.push(' ');
            kept.push_str(attribute.source);
        } else if is_for_article && attribute.name.eq_ignore_ascii_case("aria-label") {
            // What a box is for; links and buttons have such labels by the hundred.
            if matches!(&*tag.name, "div" | "section" | "aside") {
                kept.push(' ');
                kept.push_str(attribute.source);
            }
        } else if is_for_article && tag.name == "a" && attribute.name.eq_ignore_ascii_case("href") {
            kept.push_str(link(attribute));
        }
    }
    if is_for_article && matches!(&*tag.name, "img" | "source") {
        kept.push_str(picture(&tag.attributes));
    }
    // Without the blank an unquoted value would swallow the slash.
    kept.push_str(if tag.ends_itself { " />" } else { ">" });
}

/// Whether somebody looks at an attribute.
fn is_kept(attribute: &Attribute<'_>, tag: &str, is_for_article: bool) -> bool {
    let is = |name: &str| attribute.name.eq_ignore_ascii_case(name);
    TELLING.contains(attribute.name)
        || (is_for_article && WEIGHED.contains(attribute.name))
        || (tag == "link" && is("href"))
        || (is("style") && ["none", "hidden"].iter().any(|value| attribute.source.contains(value)))
}

/// Of where a link leads Readability wants to know whether it is on the same page, and whether it is a script; the rest is long.
fn link(attribute: &Attribute<'_>) -> &'static str {
    let value = attribute.source.get(attribute.name.len()..).unwrap_or_default();
    let value = value.trim_start_matches(|c: char| c.is_ascii_whitespace() || matches!(c, '=' | '"' | '\''));
    let begins = |start: &str| value.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start));
    if value.starts_with('#') {
        " href='#'"
    } else if begins("javascript:") {
        " href='javascript:'"
    } else {
        " href=a"
    }
}

/// Of a picture, whether there is one: scripts keep its address in attributes of their own.
fn picture(attributes: &[Attribute<'_>]) -> &'static str {
    let holds = |attribute: &Attribute<'_>| {
        [".jpg", ".jpeg", ".png", ".webp"].iter().any(|end| attribute.source.contains(end))
    };
    let names = |attribute: &Attribute<'_>| {
        ["src", "srcset", "data-src", "data-srcset"]
            .iter()
            .any(|name| attribute.name.eq_ignore_ascii_case(name))
    };
    if attributes.iter().any(holds) {
        " src=a.jpg"
    } else if attributes.iter().any(names) {
        " src=a"
    } else {
        ""
    }
}

#[cfg(test)]
mod tests {
    use super::{Wanted, pruned};
    use crate::article::metadata;
    use dom_query::Document;
    use proptest::prelude::proptest;

    #[test]
    fn what_nobody_reads_goes() {
        let page = "<!DOCTYPE html><!-- a --><html lang=en>\n\n<head><link rel=icon href=o><link rel=canonical href=p><STYLE>b{}</STYLE><script>c</script>\
            <script type='application/ld+json'>{}</script></head><p style='color:red' data-a=\"x>y\" onclick=d title=e \
            class=f>g <!-- h -->i<p style='display:none'><a href=/j role=k>l</a><img data-src=m><svg><path d=n /></svg>";
        assert_eq!(
            pruned(page, Wanted::Metadata, 512).expect("a page").page,
            "<!DOCTYPE html><!----><html lang=en> <head><!----><link rel=canonical href=p><!---->\
             <script type='application/ld+json'>{}</script></head><p class=f>g i<p style='display:none'><a>l</a><img>\
             <svg></svg>"
        );
        assert_eq!(
            pruned(page, Wanted::Article, 512).expect("a page").page,
            "<!DOCTYPE html><!----><html lang=en> <head><!----><link rel=canonical href=p><!---->\
             <script type='application/ld+json'>{}</script></head><p class=f>g i<p style='display:none'>\
             <a href=a role=k>l</a><img src=a><svg></svg>"
        );
    }

    /// A `<time>` is short enough to be a date, as long as nobody counts what stands unseen in it.
    #[test]
    fn what_is_not_shown_is_no_part_of_a_date() {
        let data = "<script type=application/ld+json>{\"@type\": \"WebPage\", \"name\": \"A page of the fifth of November, about a strike and its end\"}</script>";
        let page = format!("<time>{data}é Nov 5, 2025<!-- c --> <style> </style>{data}</time>");
        for page in [&page, &*pruned(&page, Wanted::Metadata, 512).expect("a page").page] {
            let found = metadata::of(&Document::from(page), None);
            assert_eq!(found.candidates.len(), 1, "{page}");
        }
    }

    proptest! {
        #[test]
        fn metadata_stay_the_same(page in "(<script> </script>|<style> </style>|</?(p|b|div|h1|td|svg|title|noscript|a|time|link|table)( class=(date|byline|'related x'))?( data-x=1)?>|<meta (itemprop|property)=(datePublished|'article:published_time') content=2025-11-2[0-9]>|<(time|p) datetime='2025-11-1[0-9]'>|<script type=application/ld\\+json>\\{\"@type\": \"WebPage\", \"datePublished\": \"2025-11-05\"\\}</script>|<!-- c -->|Nov(ember)? [1-9], 2025|by Ann|<| |\n|&amp;|é){0,12}") {
            let whole = metadata::of(&Document::from(page.as_str()), None);
            for wanted in [Wanted::Metadata, Wanted::Article] {
                let pruned = pruned(&page, wanted, 512).expect("a page").page;
                let found = metadata::of(&Document::from(pruned.as_str()), None);
                assert_eq!(format!("{found:?}"), format!("{whole:?}"), "{page}\n{pruned}");
            }
        }
    }
}
