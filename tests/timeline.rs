//! Articles as the timeline room joins them: order, merging, ids, offsets.

use chrono::NaiveDate;
use dateline::article::Evidence;
use dateline::events::extract;
use dateline::lang::Language;
use dateline::resolve::Policy;
use dateline::segment::segment;
use dateline::timeline::{Source, Timeline, Told, build};
use dateline::walk::annotate;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

/// A timeline of articles, each with its publication date.
fn timeline(articles: &[(&str, &str)]) -> Timeline {
    let language = Language::english();
    let read: Vec<_> = articles
        .iter()
        .map(|(published, text)| {
            let published = day(published);
            let document = segment(text, language);
            let annotations = annotate(&document, language, Some(published.into()), &Policy::default());
            let events = extract(&document, &annotations, language, published);
            (published, *text, annotations, events)
        })
        .collect();
    let told = read.iter().enumerate().map(|(n, (published, text, annotations, events))| Told {
        source: Source {
            id: format!("s{}", n + 1),
            name: format!("{n}.txt"),
            title: Some(format!("Article {n}")),
            url: None,
            published: *published,
            instant: None,
            published_from: Evidence::Given,
        },
        text,
        events: events.clone(),
        annotations,
    });
    build(told.collect())
}

fn headlines(timeline: &Timeline) -> Vec<&str> {
    timeline.entries.iter().map(|e| e.headline.as_str()).collect()
}

#[test]
fn entries_stand_in_the_order_of_time() {
    let text = "The harbour will reopen on Friday. Workers struck on Monday. Last month, the board cut their pay. \
                The port was built in 1911.";
    let found = timeline(&[("2025-11-20", text)]);
    let want = ["The port was built", "The board cut their pay", "Workers struck", "The harbour will reopen"];
    assert_eq!(headlines(&found), want);
    assert_eq!(found.title.as_deref(), Some("Article 0"));
}

#[test]
fn a_caption_joins_the_quote() {
    let text = "“We agreed that this meeting will take place at the old palace on Friday, November 21st,” Ames wrote on \
                his blog Wednesday night.\n\nPremier Lena Ames announced that she and Mayor Ito plan to meet in the old \
                palace on Friday";
    let found = timeline(&[("2025-11-20", text)]);
    let meeting = found.entries.last().expect("two entries");
    assert_eq!(found.entries.len(), 2, "{:?}", headlines(&found));
    assert_eq!(meeting.headline, "Premier Lena Ames and Mayor Ito plan to meet in the old palace");
    assert_eq!(meeting.mentions.len(), 2);
    assert!(meeting.when.why.sentences().any(|w| w.contains("told again")));
    for mention in &meeting.mentions {
        let phrase = mention.expression.as_ref().expect("an expression");
        assert_eq!(phrase.span.of(text), phrase.text);
        let chars: String = text.chars().skip(phrase.chars.0).take(phrase.chars.1 - phrase.chars.0).collect();
        assert_eq!(chars, phrase.text, "offsets in characters, too");
        assert!(mention.span.contains(phrase.span));
    }
}

#[test]
fn two_articles_tell_one_event() {
    let found = timeline(&[
        ("2025-11-18", "The harbour board will vote on the new bridge on Wednesday, officials said."),
        ("2025-11-20", "The harbour board voted for the new bridge on Wednesday."),
    ]);
    assert_eq!(found.entries.len(), 1, "{:?}", headlines(&found));
    let entry = &found.entries[0];
    assert_eq!(entry.status.to_string(), "reported", "the later article knows more");
    assert_eq!(entry.mentions.iter().map(|m| m.source).collect::<Vec<_>>(), [0, 1]);
    assert_eq!(found.title, None);
}

#[test]
fn different_events_of_one_day_stay_apart() {
    let text = "Ames said on Wednesday that the port is safe. Ames met the union on Wednesday. The ferry sank on Wednesday. \
                The union met in Porto on Monday.";
    let found = timeline(&[("2025-11-20", text)]);
    assert_eq!(found.entries.len(), 4, "{:?}", headlines(&found));
}

#[test]
fn ids_survive_redating() {
    let text = "The ferry sank on Wednesday.";
    let (a, b) = (timeline(&[("2025-11-20", text)]), timeline(&[("2025-11-28", text)]));
    assert_eq!(a.entries[0].id, b.entries[0].id);
    assert_ne!(a.entries[0].when, b.entries[0].when);
}

#[test]
fn many_tellings_take_linear_work() {
    use std::fmt::Write;
    let mut text = String::new();
    for n in 0..2000 {
        writeln!(text, "The ferry number {n} from port {n} reached harbour {n} on Wednesday.\n")
            .expect("a string");
    }
    let found = timeline(&[("2025-11-20", &text)]);
    assert!(!found.entries.is_empty());
    let mentions: usize = found.entries.iter().map(|e| e.mentions.len()).sum();
    assert_eq!(mentions, 2000, "nothing is lost");
}
