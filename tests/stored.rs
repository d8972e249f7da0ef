//! Timelines read back from JSON: what comes back, and what mistakes of a hand are told.

mod sample;

use dateline::render::{Dates, Format, Options, to_string, to_string_with};
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
    // Names of times come back with them.
    assert_eq!(to_string(&read, Format::Json), written);
    assert_eq!(to_string(&read, Format::Html), to_string(&sample::timeline(), Format::Html));
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
        let file = |timeline: &dateline::timeline::Timeline| timeline.sources[0].file.clone();
        assert_eq!(file(&read), Some(name.to_owned()));
        let lines = |timeline: &dateline::timeline::Timeline| -> Vec<Option<usize>> {
            timeline.entries.iter().flat_map(|entry| &entry.mentions).map(|telling| telling.line).collect()
        };
        assert!(lines(&timeline).iter().any(Option::is_some));
        assert_eq!(lines(&read), lines(&timeline));
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

/// The page of a timeline that was stored is the page of the timeline, however its dates are printed.
#[test]
fn a_stored_timeline_makes_the_same_page() {
    let files = ["examples/battery-recall.md", "examples/ferry-aground.html", "examples/harbour-line.txt"];
    let texts = files.map(|file| std::fs::read_to_string(file).unwrap());
    let phrases = "The plant closed last week. He left two weeks ago. They met by Wednesday morning. Nobody came until mid-2027. \
        It was built in early 1998. She has farmed there since the 1880s. He called at 11:40 p.m. on Tuesday. They will meet over \
        the weekend. The line opened around September 24. It rained early Wednesday. They fought from 1939 to 1945. \
        He resigned several years ago. They met before November.";
    let all = texts.iter().map(String::as_str).chain([phrases]);
    let mut builder = dateline::timeline::Timeline::builder();
    for (n, text) in all.enumerate() {
        builder = builder.text(format!("{n}.txt"), text, "2025-11-20".parse().unwrap());
    }
    let timeline = builder.build().unwrap();
    assert!(timeline.entries.len() > 20, "{}", timeline.entries.len());
    let json = to_string(&timeline, Format::Json);
    let read = stored::read(&json).unwrap();
    let again = to_string(&read, Format::Json);
    let differs = again.lines().zip(json.lines()).find(|(new, old)| new != old);
    assert_eq!(differs, None);
    let locales = ["de", "en-US"].map(|tag| Dates::of_locale(tag).unwrap());
    for dates in [Dates::DayFirst, Dates::Ap, Dates::Iso].into_iter().chain(locales) {
        let options = Options { dates, ..Options::default() };
        for format in Format::ALL {
            let page = |timeline| to_string_with(timeline, *format, &options);
            assert_eq!(page(&read), page(&timeline), "{format}, {:?}", options.dates);
        }
    }
}

#[test]
fn a_time_that_is_moved_by_hand_has_the_name_of_its_new_days() {
    let text = "He left two weeks ago.";
    let timeline = dateline::timeline::Timeline::builder()
        .text("a", text, "2025-11-20".parse().unwrap())
        .build()
        .unwrap();
    let json = to_string(&timeline, Format::Json);
    assert!(json.contains("\"named\""), "{json}");
    let mut moved: Value = serde_json::from_str(&json).unwrap();
    let when = &mut moved["entries"][0]["when"];
    (when["from"], when["to"]) = ("2025-10-01T00:00:00".into(), "2025-10-04T00:00:00".into());
    let read = stored::read(&moved.to_string()).unwrap();
    assert_eq!(dateline::render::label(&read.entries[0].when), "about 1–3 October 2025");
}

#[test]
fn what_no_field_is_called_is_told_and_not_dropped() {
    let written: Value = serde_json::from_str(&to_string(&sample::timeline(), Format::Json)).unwrap();
    let first_mention = "/entries/0/mentions/0";
    for place in [
        "",
        "/sources/0",
        "/entries/0",
        "/entries/0/when",
        first_mention,
        "/entries/7/conflicts/0",
        "/entries/8/relations/0",
        "/unresolved/0",
    ] {
        let mut json = written.clone();
        json.pointer_mut(place).unwrap_or_else(|| panic!("{place}"))["notse"] = json!(["lost note"]);
        let error = stored::read(&json.to_string()).unwrap_err().to_string();
        assert!(error.contains("unknown field `notse`"), "{place}: {error}");
    }
    let mut json = written.clone();
    json.pointer_mut(first_mention).unwrap()["start"] = json!(99999);
    let error = stored::read(&json.to_string()).unwrap_err().to_string();
    assert!(error.contains("mentions[0]: `start` (99999) lies behind `end`"), "{error}");
    for (json, expected) in [
        ("[]", "expected a timeline: an object with `schema`, `sources` and `entries`"),
        (
            r#"{"schema": "dateline/1", "entries": [[]]}"#,
            "expected an entry: an object with `id`, `when` and `headline`",
        ),
        (r#"{"schema": "dateline/1", "entries": ["a"]}"#, "expected an entry: an object"),
    ] {
        let error = stored::read(json).unwrap_err().to_string();
        assert!(error.contains(expected), "{error}");
    }
}

#[test]
fn the_schema_takes_what_render_takes() {
    let schema: Value = serde_json::from_str(dateline::render::json::TIMELINE_SCHEMA).unwrap();
    let valid = jsonschema::validator_for(&schema).unwrap();
    let both = |json: &Value| (valid.is_valid(json), stored::read(&json.to_string()).is_ok());
    let entry = |when: Value| json!({"schema": "dateline/1", "entries": [{"id": "a", "when": when, "headline": "A"}]});
    for when in [
        json!("2025-11-19"),
        json!("../2025-11-08"),
        json!("2025-10-27/2025-11-02"),
        json!({"from": "2025-11-19T00:00:00"}),
        json!({"from": null, "to": "2025-11-19T00:00:00", "certainty": "bounded"}),
    ] {
        assert_eq!(both(&entry(when.clone())), (true, true), "{when}");
    }
    for when in [
        json!("soon"),
        json!({}),
        json!({"from": null, "to": null}),
        json!({"form": "2025-11-19T00:00:00"}),
        json!(3),
    ] {
        assert_eq!(both(&entry(when.clone())), (false, false), "{when}");
    }
    let unknown = json!({"schema": "dateline/1", "entries": [], "notes": []});
    assert_eq!(both(&unknown), (false, false));
}
