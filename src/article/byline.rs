//! Dates that a page shows its readers, by the headline or under the author's name.

use super::confidence::{ALONE, BYLINE_CLASS, DATE_CLASS, DATELINE, ENTRY_DATE, FIRST_TIME};
use super::date::{DateOrder, Stamp};
use super::published::{Candidate, Evidence};
use super::survey::Marks;
use super::{cue, dateline};
use dom_query::{Element, NodeData, NodeRef, local_name};
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// Longest text, in bytes, of an element that is taken for a date.
const LONGEST: usize = 120;
/// Most elements that are looked at for it.
const MOST_ELEMENTS: usize = 12;

/// Elements whose text nobody reads as part of what stands around them.
const UNSHOWN: [&str; 7] = ["script", "style", "template", "svg", "nav", "footer", "aside"];

/// Words in the class, id or data of an element which say that it holds a date of publication.
const DATE_CLASSES: [&str; 10] =
    ["date", "datum", "fecha", "publi", "pubdate", "posted", "time", "datetime", "zeit", "veröffentlicht"];
const BYLINE_CLASSES: [&str; 6] = ["byline", "meta", "dateline", "info", "kicker", "author"];

/// Words in the class or id of a part of the page that is about other articles.
const ELSEWHERE: [&str; 27] = [
    "related",
    "comment",
    "comments",
    "sidebar",
    "recommended",
    "recommendations",
    "teaser",
    "teasers",
    "footer",
    "popular",
    "trending",
    "mostread",
    "promo",
    "newsletter",
    "cookie",
    "ticker",
    "calendar",
    "events",
    "archive",
    "latest",
    "carousel",
    "disqus",
    "respond",
    "topbar",
    "navbar",
    "weather",
    "masthead",
];

/// Whether a part of the page is about something else than its article.
pub(super) fn is_elsewhere(element: &Element, name: &str, marks: Marks) -> bool {
    if matches!(name, "nav" | "footer" | "aside") {
        return true;
    }
    // The page as a whole may be classed by what it has: "with-sidebar".
    if !marks.label || matches!(name, "html" | "body" | "main" | "article") {
        return false;
    }
    let labels = element
        .attrs
        .iter()
        .filter(|attribute| matches!(attribute.name.local, local_name!("class") | local_name!("id")));
    labels
        .flat_map(|label| label.value.split_whitespace())
        .any(|class| words(class).any(names_elsewhere) && !has_prefix(class))
}

fn names_elsewhere(word: &str) -> bool {
    static NAMES: LazyLock<FxHashSet<&str>> = LazyLock::new(|| ELSEWHERE.into_iter().collect());
    if word.bytes().any(|b| b.is_ascii_uppercase()) {
        return NAMES.contains(word.to_ascii_lowercase().as_str());
    }
    NAMES.contains(word)
}

/// `has-sidebar`, `no-comments`: says what the part has, not what it is.
fn has_prefix(class: &str) -> bool {
    let first = words(class).next().unwrap_or_default();
    matches!(first, "has" | "with" | "no" | "is" | "show" | "hide" | "js")
}

/// The date in a `<time>` element.
pub(super) fn of_time(node: &NodeRef<'_>, order: DateOrder) -> Option<Candidate> {
    let class = node.class().unwrap_or_default().to_ascii_lowercase();
    if class.contains("updated") && !class.contains("published") || class.contains("modified") {
        return None;
    }
    let text = short_text(node).unwrap_or_default();
    let stamp = match node.attr("datetime").filter(|value| !value.trim().is_empty()) {
        Some(_) if cue::is_changed(&text) => return None,
        Some(value) => Stamp::find(&value, order)?,
        None => Stamp::find(&cue::without_changes(&text), order)?,
    };
    let named = class.contains("entry-date") || class.contains("publish") || node.has_attr("pubdate");
    let (confidence, place) = if named { (ENTRY_DATE, "time.entry-date") } else { (FIRST_TIME, "time") };
    Some(Candidate::new(stamp, Evidence::Time, confidence, place))
}

/// The date in an element whose class calls it one, or that holds a date and nothing else.
pub(super) fn of_element(node: &NodeRef<'_>, order: DateOrder) -> Option<Candidate> {
    // Most elements hold no digit, or much more than a date; that is cheap to see.
    if !may_hold_date(node) {
        return None;
    }
    let label = format!("{} {}", node.class().unwrap_or_default(), node.id_attr().unwrap_or_default());
    let label = label.to_lowercase();
    let named = |cues: &[&str]| {
        words(&label).any(|word| cues.iter().any(|cue| word.starts_with(cue) || word.ends_with(cue)))
    };
    if label.contains("modified") || label.contains("updated") {
        return None;
    }
    let text = short_text(node)?;
    let text = cue::without_changes(&text);
    let confidence = if named(&DATE_CLASSES) {
        DATE_CLASS
    } else if named(&BYLINE_CLASSES) {
        BYLINE_CLASS
    } else if cue::is_published(&text) {
        DATE_CLASS
    } else {
        ALONE
    };
    let stamp =
        if confidence > ALONE { Stamp::find(&text, order) } else { Stamp::parse(text.trim(), order).ok() }?;
    let place = if confidence > ALONE { label.trim().to_owned() } else { "text of the page".to_owned() };
    Some(Candidate::new(stamp, Evidence::Byline, confidence, place))
}

/// The full date of the dateline that a paragraph begins with: "LYON, Nov. 20, 2025 (AP) — The strike ended."
pub(super) fn of_dateline(paragraph: &NodeRef<'_>) -> Option<Candidate> {
    let mut text = String::new();
    each_text(paragraph, |shown| {
        text.push_str(shown);
        text.len() <= LONGEST
    });
    let stamp = dateline::dateline(text.trim_start())?;
    Some(Candidate::new(stamp, Evidence::Dateline, DATELINE, "dateline"))
}

/// Whether an element holds a digit, and little else.
fn may_hold_date(node: &NodeRef<'_>) -> bool {
    let (mut length, mut digit) = (0, false);
    let is_short = each_text(node, |shown| {
        for word in shown.split_whitespace() {
            length += word.len() + 1;
            if length > LONGEST {
                return false;
            }
        }
        digit |= shown.bytes().any(|b| b.is_ascii_digit());
        true
    });
    digit && is_short
}

/// The words of an element that holds few, each with a blank behind it; `None` for one that holds more.
fn short_text(node: &NodeRef<'_>) -> Option<String> {
    let mut text = String::new();
    let is_short = each_text(node, |shown| {
        for word in shown.split_whitespace() {
            text.push_str(word);
            text.push(' ');
            if text.len() > LONGEST {
                return false;
            }
        }
        true
    });
    is_short.then_some(text)
}

/// Visits what an element shows, text by text, until `visit` has enough or too many elements stand in it; whether all was
/// visited. What nobody sees there, and parts about something else, count for nothing: a page must give the same date whether
/// or not they were cut out of it before it was parsed.
fn each_text(node: &NodeRef<'_>, mut visit: impl FnMut(&str) -> bool) -> bool {
    let mut stack = vec![*node];
    let mut seen = 0;
    while let Some(node) = stack.pop() {
        let (goes_on, goes_in) = node.query_or((true, true), |node| match &node.data {
            NodeData::Text { contents } => (visit(contents), false),
            NodeData::Element(element) => {
                let is_shown = !UNSHOWN.contains(&&*element.name.local);
                seen += usize::from(is_shown);
                (seen <= MOST_ELEMENTS, is_shown)
            }
            _ => (true, true),
        });
        if !goes_on {
            return false;
        }
        if goes_in {
            stack.extend(node.children_it(true));
        }
    }
    true
}

fn words(label: &str) -> impl Iterator<Item = &str> {
    label.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}
