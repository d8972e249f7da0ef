//! Timelines read back from JSON: what comes back, and what mistakes of a hand are told.

mod sample;

use dateline::render::{Format, to_string};
use dateline::stored;
use serde_json::{Value, json};

#[test]
fn what_was_written_comes_back() {
    let written = to_string(&sample::timeline(), Format::Json);
    let read = stored::read(&written).unwrap();
    let (old, new): (Value, Value) = (
        serde_json::from_str(&written).unwrap(),
        serde_json::from_str(&to_string(&read, Format::Json)).unwrap(),
    );
    assert_eq!(new["sources"], old["sources"]);
    assert_eq!(new["unresolved"], old["unresolved"]);
    let find =
        |id: &Value| new["entries"].as_array().unwrap().iter().find(|entry| &entry["id"] == id).unwrap();
    for entry in old["entries"].as_array().unwrap() {
        let again = find(&entry["id"]);
        for field in ["headline", "text", "status", "speaker", "mentions", "relations"] {
            assert_eq!(again[field], entry[field], "{field}");
        }
        for field in ["from", "to", "grain", "certainty", "why"] {
            assert_eq!(again["when"][field], entry["when"][field], "{field} of {}", entry["headline"]);
        }
    }
    // Once more changes nothing.
    let twice = stored::read(&to_string(&read, Format::Json)).unwrap();
    assert_eq!(to_string(&twice, Format::Json), to_string(&read, Format::Json));
    assert_eq!(to_string(&twice, Format::Html), to_string(&read, Format::Html));
}

#[test]
fn the_articles_of_the_examples_come_back() {
    for name in ["battery-recall.md", "ferry-aground.html"] {
        let bytes = std::fs::read(std::path::Path::new("examples").join(name)).unwrap();
        let format = dateline::article::Format::of(name, &bytes);
        let article = dateline::article::read(name, &bytes, format, None).unwrap();
        let language = dateline::lang::Language::english();
        let timeline =
            dateline::walk::timeline(&[article], language, &dateline::resolve::Policy::default()).unwrap();
        let read = stored::read(&to_string(&timeline, Format::Json)).unwrap();
        let ids = |timeline: &dateline::timeline::Timeline| -> Vec<String> {
            timeline.entries.iter().map(|entry| entry.id.clone()).collect()
        };
        assert_eq!(ids(&read), ids(&timeline), "the order is kept");
    }
}

#[test]
fn a_date_in_one_word_is_enough_and_moves_the_entry() {
    let entry = |id: &str, when: &str| json!({"id": id, "when": when, "headline": id});
    let json = json!({"schema": "dateline/1", "entries": [entry("b", "2025-11-21"), entry("a", "2025-10")]});
    let timeline = stored::read(&json.to_string()).unwrap();
    assert_eq!(timeline.entries.iter().map(|e| e.id.as_str()).collect::<Vec<_>>(), ["a", "b"]);
    assert!(to_string(&timeline, Format::Markdown).contains("- **October 2025**: a\n"));
}

#[test]
fn mistakes_are_told_with_line_field_and_cure() {
    let good = r#"{
  "schema": "dateline/1",
  "sources": [{"id": "s1", "published": "2025-11-20"}],
  "entries": [
    {"id": "e-1", "when": {"from": "2025-11-19T00:00:00", "to": "2025-11-20T00:00:00"},
     "headline": "They met", "status": "reported", "mentions": [{"source": "s1", "start": 0, "end": 9}]}
  ]
}"#;
    stored::read(good).unwrap();
    let cases = [
        (
            "\"schema\": \"dateline/1\"",
            "\"schema\": \"dateline/9\"",
            "schema: `dateline/9` is not known; this program reads `dateline/1`",
        ),
        (
            "2025-11-20\"}",
            "20 Nov\"}",
            "line 3: sources[0].published: `20 Nov` is no day; write it as YYYY-MM-DD",
        ),
        ("\"headline\": \"They met\",", "", "line 6: entries[0]: missing field `headline`"),
        (
            "reported",
            "done",
            "line 6: entries[0].status: `done` is no status; give one of reported, planned, conditional, denied, ongoing",
        ),
        (
            "\"2025-11-19T00:00:00\"",
            "\"Monday\"",
            "line 5: entries[0].when.from: `Monday` is no time; write it as YYYY-MM-DDTHH:MM:SS, or null where that side is open",
        ),
        (
            "2025-11-19T00",
            "2025-11-23T00",
            "line 5: entries[0].when: `to` (2025-11-20 00:00:00) must lie after `from` (2025-11-23 00:00:00); it is the first moment after",
        ),
        ("e-1", "e 1", "line 5: entries[0].id: `e 1` is no id; use letters, digits and hyphens of ASCII"),
        (
            "\"source\": \"s1\"",
            "\"source\": \"s2\"",
            "entries[0].mentions[0].source: `s2` is the id of no source; give one of s1",
        ),
        ("\"id\": \"e-1\",", "\"id\": \"e-1\"", "line 5: entries[0]: expected `,` or `}`"),
        ("\n}", "\n} x", "line 8: there is text after the end of the timeline; take it out"),
    ];
    for (old, new, expected) in cases {
        let bad = good.replacen(old, new, 1);
        assert_ne!(bad, good, "{old}");
        assert_eq!(stored::read(&bad).unwrap_err().to_string(), expected);
    }
}
