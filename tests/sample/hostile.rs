//! Text that tries to be more than text.

#![allow(dead_code, reason = "not every test file that shares the sample needs it")]

use dateline::expression::Relation;
use dateline::timeline::{Alone, Conflict, Entry, Phrase, Related, Telling, Timeline, Unresolved};
use dateline::{Span, events::Status};

/// A timeline whose every string is `text`.
pub(crate) fn filled_with(text: &str) -> Timeline {
    let phrase = Phrase {
        span: Span::new(0, text.len() as u32),
        chars: (0, text.chars().count()),
        text: text.to_owned(),
    };
    let telling = Telling {
        source: 0,
        span: phrase.span,
        chars: phrase.chars,
        line: None,
        expression: Some(phrase.clone()),
        alone: Some(Box::new(Alone {
            id: format!("{text}-alone"),
            headline: text.to_owned(),
            text: text.to_owned(),
            when: super::october(),
            status: Status::Planned,
            speaker: Some(text.to_owned()),
        })),
    };
    let mut source = super::source(text, text, Some(text));
    source.name = text.to_owned();
    let mut when = super::october();
    when.why.push(dateline::resolve::Reason::Note(text.to_owned()));
    let entry = Entry {
        id: text.to_owned(),
        when,
        headline: format!("{text} happened"),
        text: text.to_owned(),
        status: Status::Planned,
        speaker: Some(text.to_owned()),
        relations: vec![Related { kind: Relation::Before, entry: text.to_owned() }],
        conflicts: vec![Conflict { source: 1, phrase: text.to_owned(), when: super::october() }],
        opening: 0,
        mentions: vec![telling],
        notes: vec![text.to_owned()],
    };
    let other = super::source("s2", text, Some("https://other.example/"));
    let unresolved = Unresolved { source: 0, phrase, why: text.to_owned() };
    Timeline {
        title: Some(text.to_owned()),
        sources: vec![source, other],
        entries: vec![entry],
        unresolved: vec![unresolved],
    }
}

/// What tries to break out of text, attributes, the title, or a list item.
pub(crate) const HOSTILE: &[&str] = &[
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
    "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "<!-- <b>",
    "]]><svg onload=alert(1)>",
    "&lt;b&gt; &amp;",
    "{{ 7 * 7 }} {% raw %}",
    "[x](javascript:alert(1))",
    "](https://evil.example)",
    "**bold** `code` ~~gone~~",
    "\n\n# heading\n\n<b>x</b>",
    "\u{1b}[31mred\u{1b}]0;title\u{7}",
    "\u{0}\u{202e}desrever",
    "=HYPERLINK(\"https://evil.example\")",
    "+1+cmd|calc",
    "@SUM(A1)",
    "a,b;c:d\\n\"e\"",
    "\r\nEND:VEVENT\r\nATTACH:https://evil.example",
    "%%{init: {\"securityLevel\": \"loose\"}}%%",
    "2020-01-01: an event\n# section #tag",
    "section x : title y ; accTitle: z #35;",
];
