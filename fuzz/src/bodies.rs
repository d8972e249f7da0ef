//! One function a target: it takes any bytes and panics when dateline breaks a promise over them.
//!
//! Fuzzing calls them with what it thinks of, `tests/fuzz.rs` with what was found before.

use dateline::article::{self, Article, Format, Published};
use dateline::lang::{Additions, Language};
use dateline::render::{self, Flavor, Options};
use dateline::resolve::{Context, Policy, resolve};
use dateline::segment::segment;
use dateline::timeline::{Detail, Selection, Timeline};
use dateline::{Expr, stored, walk};
use std::sync::LazyLock;

/// A body, by the name of its target.
pub type Body = fn(&[u8]);

/// All of them, in the order of the walk.
pub const ALL: &[(&str, Body)] = &[
    ("text", text),
    ("markdown", markdown),
    ("html", html),
    ("feed", feed),
    ("rules", rules),
    ("expression", expression),
    ("timeline", timeline),
    ("edits", edits),
];

/// Plain text, in any encoding.
pub fn text(bytes: &[u8]) {
    let Ok(article) = article::read("a.txt", bytes, Format::Text, None) else { return };
    let is_marked = bytes.starts_with(b"\xef\xbb\xbf");
    if let (Ok(text), false) = (std::str::from_utf8(bytes), is_marked) {
        assert_eq!(article.text, text, "plain text is kept as it is");
    }
    tell(vec![article]);
}

/// Markdown with front matter.
pub fn markdown(bytes: &[u8]) {
    let _ = article::candidates("a.md", bytes, Format::Markdown, None);
    tell(article::read("a.md", bytes, Format::Markdown, None).into_iter().collect());
}

/// A web page.
pub fn html(bytes: &[u8]) {
    let _ = article::candidates("a.html", bytes, Format::Html, None);
    tell(article::read("a.html", bytes, Format::Html, None).into_iter().collect());
}

/// A feed.
pub fn feed(bytes: &[u8]) {
    let Ok(items) = article::feed("a.rss", bytes) else { return };
    tell(items.into_iter().flatten().take(10).collect());
}

/// A rules file of a user's own, and a text that it is to read.
pub fn rules(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let additions = Additions { rules: vec![("user.rules", text)], ..Additions::default() };
    let Ok(files) = additions.read_rules() else { return };
    let Ok(language) = Language::english_with(&additions) else { return };
    for example in files.iter().flat_map(|file| &file.rules).flat_map(|rule| &rule.examples).take(10) {
        annotations(example.text, &language);
    }
}

/// The notation of expressions: what is read prints, and what was printed reads back as the same; each means something on any day.
pub fn expression(bytes: &[u8]) {
    let Some(expr) = std::str::from_utf8(bytes).ok().and_then(|text| text.parse::<Expr>().ok()) else {
        return;
    };
    let printed = expr.to_string();
    let again = printed.parse::<Expr>().unwrap_or_else(|error| panic!("{printed}: {error}"));
    assert_eq!(expr, again, "{printed}");
    let policy = Policy::default();
    for day in ["-9999-01-01", "2024-02-29", "9999-12-31"] {
        let when = resolve(&expr, &Context::on(day.parse().expect("a day"), &policy));
        let _ = (when.timex(), when.edtf());
        if let Some((from, to)) = when.interval.from.zip(when.interval.to) {
            assert!(from <= to, "{printed} on {day}: {from} to {to}");
        }
    }
}

/// A timeline as JSON: what is read is written so that it reads back as the same, and goes into every format.
pub fn timeline(bytes: &[u8]) {
    let Some(timeline) = std::str::from_utf8(bytes).ok().and_then(|json| stored::read(json).ok()) else {
        return;
    };
    write(&timeline);
}

/// An edits file, carried out on a timeline.
pub fn edits(bytes: &[u8]) {
    static TOLD: LazyLock<Timeline> = LazyLock::new(|| {
        let told = |name, text| Article { published: Some(day()), ..article(name, text) };
        let articles = [
            told("a", "The council met on Monday. It will vote on Friday, November 21st."),
            told("b", "The council met on Monday, the mayor said. The bridge was closed in May 2024."),
        ];
        walk::timeline(&articles, Language::english(), &Policy::default()).expect("articles with dates")
    });
    let Some(edits) = std::str::from_utf8(bytes).ok().and_then(|text| stored::edits(text).ok()) else {
        return;
    };
    let mut timeline = TOLD.clone();
    timeline.edit(&edits);
    write(&timeline);
}

/// The walk after its first step, to the end.
fn tell(mut articles: Vec<Article>) {
    for (number, article) in articles.iter_mut().enumerate() {
        article.id = Some(number.to_string());
        article.published.get_or_insert_with(day);
        annotations(&article.text, Language::english());
    }
    let selection = Selection { detail: Detail::Full, ..Selection::default() };
    let timeline = walk::select(&articles, Language::english(), &Policy::default(), &selection)
        .expect("every article has a date and an id of its own");
    for telling in timeline.entries.iter().flat_map(|entry| &entry.mentions) {
        let (text, span) = (&articles[telling.source].text, telling.span);
        assert!(
            text.get(span.start as usize..span.end as usize).is_some(),
            "{span:?} is no part of the text"
        );
    }
    write(&timeline);
}

/// Expressions stand in order, apart, and on the borders of characters.
fn annotations(text: &str, language: &Language) {
    let mut behind = 0;
    for annotation in
        walk::annotate(&segment(text, language), language, Some(day().day.into()), &Policy::default())
    {
        let (start, end) = (annotation.mention.span.start as usize, annotation.mention.span.end as usize);
        assert!(
            behind <= start && start < end && text.get(start..end).is_some(),
            "{start}..{end} behind {behind}"
        );
        behind = end;
    }
}

/// Writes a timeline in every format; JSON reads back, and what was read once is written the same ever after.
fn write(timeline: &Timeline) {
    for flavor in Flavor::ALL {
        let options = Options { flavor: *flavor, ..Options::default() };
        render::to_string_with(timeline, render::Format::Markdown, &options);
    }
    for format in render::Format::ALL {
        render::to_string(timeline, *format);
    }
    let json = |timeline: &Timeline| render::to_string(timeline, render::Format::Json);
    let read = |json: &str| stored::read(json).unwrap_or_else(|error| panic!("{error}\n{json}"));
    // Rejected readings are told, and no longer known as such.
    let once = json(&read(&json(timeline)));
    assert_eq!(once, json(&read(&once)), "what was read is written the same");
}

fn article(name: &str, text: &str) -> Article {
    Article { name: name.to_owned(), text: text.to_owned(), ..Article::default() }
}

fn day() -> Published {
    Published::parse("2025-11-20").expect("a day")
}
