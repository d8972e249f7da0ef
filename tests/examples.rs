//! The articles of `examples/`, all the way: what the timeline of each is, in every format.
//!
//! `INSTA_UPDATE=always cargo test --test examples` writes the snapshots anew; read the difference before you commit it.

use dateline::article::{self, Format, Published};
use dateline::lang::Language;
use dateline::render;
use dateline::resolve::Policy;
use dateline::timeline::Timeline;
use dateline::walk;
use std::path::Path;

/// The timeline of an example; `published` where the article does not say it.
fn timeline(name: &str, published: Option<&str>) -> Timeline {
    let bytes = std::fs::read(Path::new("examples").join(name)).expect("an example");
    let mut article = article::read(name, &bytes, Format::of(name, &bytes), None).expect("an article");
    if let Some(published) = published {
        article.published = Some(Published::parse(published).expect("a date"));
    }
    walk::timeline(&[article], Language::english(), &Policy::default()).expect("a publication date")
}

/// Snapshots of the formats; the fragment without its style, which is no part of what an article tells.
fn hold(name: &str, timeline: &Timeline) {
    insta::assert_snapshot!(format!("{name}.md"), render::to_string(timeline, render::Format::Markdown));
    insta::assert_snapshot!(format!("{name}.json"), render::to_string(timeline, render::Format::Json));
    let fragment = render::to_string(timeline, render::Format::Fragment);
    let (before, rest) = fragment.split_once("<style>").expect("a style");
    let (_, after) = rest.split_once("</style>").expect("the style's end");
    // The hash says no more than that the style was changed.
    let (hash, _) =
        before.split_once("data-style-hash=\"").and_then(|(_, rest)| rest.split_once('"')).expect("a hash");
    let before = before.replace(hash, "…");
    insta::assert_snapshot!(format!("{name}.html"), format!("{before}<style>…</style>{after}"));
}

#[test]
fn plain_text() {
    hold("harbour-line", &timeline("harbour-line.txt", Some("2026-03-12")));
}

#[test]
fn markdown_with_front_matter() {
    hold("battery-recall", &timeline("battery-recall.md", None));
}

#[test]
fn a_page_with_metadata() {
    hold("ferry-aground", &timeline("ferry-aground.html", None));
}
