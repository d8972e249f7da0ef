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
    source.author = Some(text.to_owned());
    source.site = Some(text.to_owned());
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
        former: Vec::new(),
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

/// A timeline with an entry for each of the texts, filled with it.
pub(crate) fn filled_with_all(texts: &[String]) -> Timeline {
    let mut all = Timeline { title: texts.first().cloned(), ..Timeline::default() };
    for text in texts {
        let Timeline { sources, entries, unresolved, .. } = filled_with(text);
        let first = all.sources.len();
        all.sources.extend(sources);
        all.entries.extend(entries.into_iter().map(|mut entry| {
            entry.mentions.iter_mut().for_each(|telling| telling.source += first);
            entry.conflicts.iter_mut().for_each(|conflict| conflict.source += first);
            entry
        }));
        all.unresolved.extend(unresolved.into_iter().map(|mut one| {
            one.source += first;
            one
        }));
    }
    all
}

/// A timeline without harm that shows and links as much as one that is filled with `text`: addresses of the web are linked, and what
/// cannot be seen is nothing.
pub(crate) fn plain(text: &str) -> Timeline {
    let is_seen = |c: char| !(c.is_control() || c.is_whitespace() || c == '\u{FFFF}' || c == '\u{FDD0}');
    let mut plain = filled_with(if text.contains(is_seen) { "plain words" } else { "" });
    let is_foreign = |c: char| c.is_whitespace() || matches!(c, '"' | '<' | '@' | '\'');
    if text.starts_with("http") && text.contains("://") && !text.contains(is_foreign) {
        plain.sources[0].url = Some("https://plain.example/".into());
    }
    plain
}

/// Those that aim at readers of Markdown and at what runs before them, without addresses, which some readers link.
pub(crate) fn hostile_markdown() -> Vec<String> {
    let (_, rest) = TEXTS.split_once("# Markdown").expect("a heading");
    let (own, _) = rest.split_once("\n\n").expect("an end");
    strings(own).filter(|text| !text.contains("://")).collect()
}

/// What tries to break out of text, of attributes, of a line or a cell, or to be obeyed by a terminal.
pub(crate) fn hostile() -> Vec<String> {
    strings(TEXTS).collect()
}

/// The texts, in groups.
const TEXTS: &str = include_str!("hostile.txt");

fn strings(lines: &str) -> impl Iterator<Item = String> {
    let lines = lines.lines().filter(|line| line.starts_with('"'));
    lines.map(|line| serde_json::from_str(line).unwrap_or_else(|e| panic!("{line}: {e}")))
}
