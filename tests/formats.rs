//! The formats for other tools: what they look like, that parsers of these formats read them, and that article text stays text.

mod sample;

use dateline::render::{Format, to_string};
use dateline::timeline::Timeline;
use icalendar::{Calendar, CalendarComponent, Component as _};
use sample::hostile::{filled_with, hostile, plain};
use serde_json::Value;

#[test]
fn csv_has_the_columns_of_timelinejs() {
    insta::assert_snapshot!(to_string(&sample::timeline(), Format::Csv));
}

#[test]
fn timelinejs_is_a_slide_an_entry() {
    insta::assert_snapshot!(to_string(&sample::timeline(), Format::TimelineJs));
}

#[test]
fn json_ld_tells_events_from_claims() {
    insta::assert_snapshot!(to_string(&sample::timeline(), Format::JsonLd));
}

#[test]
fn sources_say_who_wrote_and_printed_them() {
    let mut timeline = sample::timeline();
    timeline.sources[0].author = Some("Ann Lee, Bo *Ek*".to_owned());
    timeline.sources[0].site = Some("Harbour & News".to_owned());
    let expected = [
        (Format::Markdown, r"), by Ann Lee, Bo \*Ek\*, Harbour & News, published "),
        (
            Format::Html,
            "</cite>, by <span dir=\"auto\">Ann Lee, Bo *Ek*</span>, <span dir=\"auto\">Harbour &#38; News</span>, published ",
        ),
        (Format::Json, "\"author\": \"Ann Lee, Bo *Ek*\",\n      \"site\": \"Harbour & News\","),
        (Format::JsonLd, "\"name\": \"Harbour & News\""),
    ];
    for (format, words) in expected {
        let text = to_string(&timeline, format);
        assert!(
            text.contains(words),
            "{format:?}: {}",
            text.lines().filter(|line| line.contains("Lee")).collect::<String>()
        );
    }
    let stored = dateline::stored::read(&to_string(&timeline, Format::Json)).expect("a timeline");
    assert_eq!(stored.sources[0].site, timeline.sources[0].site);
}

#[test]
fn a_calendar_holds_what_is_planned() {
    // Lines of iCalendar end in CR LF, which a snapshot does not keep.
    let calendar = to_string(&sample::timeline(), Format::Ics);
    assert_eq!(calendar.matches('\n').count(), calendar.matches("\r\n").count());
    insta::assert_snapshot!(calendar.replace("\r\n", "\n"));
}

#[test]
fn markwhen_is_a_line_an_event() {
    insta::assert_snapshot!(to_string(&sample::timeline(), Format::Markwhen));
}

#[test]
fn mermaid_is_a_period_a_date() {
    insta::assert_snapshot!(to_string(&sample::timeline(), Format::Mermaid));
}

fn rows(csv: &str) -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let rows: Result<Vec<_>, _> = reader.records().collect();
    rows.expect("CSV").iter().map(|row| row.iter().map(str::to_owned).collect()).collect()
}

#[test]
fn no_cell_is_a_formula() {
    for text in &hostile() {
        let rows = rows(&to_string(&filled_with(text), Format::Csv));
        let expected = self::rows(&to_string(&plain(text), Format::Csv)).len();
        assert_eq!(rows.len(), expected, "{text:?}: a row for the title and one for the entry");
        for cell in rows.iter().flatten() {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{text:?}: {cell:?}");
        }
    }
}

/// The events of a calendar, as a parser of iCalendar reads it.
fn events(calendar: &str) -> Vec<icalendar::Event> {
    let calendar: Calendar = calendar.parse().expect("iCalendar");
    let event = |component: &CalendarComponent| component.as_event().cloned();
    let events: Vec<_> = calendar.components.iter().filter_map(event).collect();
    assert_eq!(events.len(), calendar.components.len());
    events
}

#[test]
fn a_parser_reads_the_calendar() {
    let events = events(&to_string(&sample::timeline(), Format::Ics));
    let [event] = events.as_slice() else { panic!("one entry is planned: {events:?}") };
    assert_eq!(event.get_summary(), Some("Work is to begin"));
    assert_eq!(event.property_value("DTSTART"), Some("20251121"));
    assert_eq!(event.property_value("DTEND"), Some("20251122"));
    assert_eq!(event.property_value("DTSTAMP"), Some("20251120T113000Z"));
    assert!(event.get_url().is_some_and(|url| url.starts_with("https://ledger.example/")));
}

#[test]
fn article_text_adds_no_property_to_the_calendar() {
    let names = |calendar: &str| {
        let events = events(calendar);
        let names: Vec<_> = events.iter().flat_map(|e| e.properties().keys().cloned()).collect();
        names.into_iter().filter(|name| name != "URL").collect::<Vec<_>>()
    };
    let harmless = names(&to_string(&filled_with("plain words"), Format::Ics));
    assert!(harmless.len() > 6);
    for text in &hostile() {
        let calendar = to_string(&filled_with(text), Format::Ics);
        assert_eq!(names(&calendar), harmless, "{text:?}");
        let longest = calendar.split("\r\n").map(str::len).max();
        assert!(longest <= Some(75), "{text:?}: lines are folded, {longest:?}");
    }
}

/// All strings of a JSON value.
fn strings(value: &Value, into: &mut Vec<String>) {
    match value {
        Value::String(text) => into.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| strings(item, into)),
        Value::Object(fields) => fields.values().for_each(|field| strings(field, into)),
        _ => {}
    }
}

#[test]
fn slides_hold_no_markup_of_the_article() {
    for text in &hostile() {
        let json: Value = serde_json::from_str(&to_string(&filled_with(text), Format::TimelineJs)).unwrap();
        let mut found = Vec::new();
        strings(&json, &mut found);
        for html in found {
            let page = dom_query::Document::from(html.as_str());
            let elements = page.select("body *");
            for element in elements.iter() {
                assert!(element.is("a[href^='http']"), "{text:?} became {}", element.html());
            }
        }
    }
}

#[test]
fn json_ld_links_to_the_web_alone() {
    for text in &hostile() {
        let json: Value = serde_json::from_str(&to_string(&filled_with(text), Format::JsonLd)).unwrap();
        let article = &json["itemListElement"][0]["item"]["subjectOf"][0];
        assert_eq!(article["@type"], "NewsArticle");
        let is_linked = plain(text).sources[0].url.as_deref() == Some("https://plain.example/");
        assert_eq!(article["url"].is_string(), is_linked, "{text:?}");
    }
}

#[test]
fn lines_stay_what_they_are_in_markwhen_and_mermaid() {
    for format in [Format::Markwhen, Format::Mermaid] {
        let lines = |timeline: &Timeline| to_string(timeline, format).lines().count();
        for text in &hostile() {
            assert_eq!(lines(&filled_with(text)), lines(&plain(text)), "{text:?} in {format}");
        }
    }
    for text in &hostile() {
        let mermaid = to_string(&filled_with(text), Format::Mermaid);
        assert!(!mermaid.contains(['%', '{', '}', '<', '>', '&', '"', '\\']), "{text:?}: {mermaid}");
        let markwhen = to_string(&filled_with(text), Format::Markwhen);
        let dated = |line: &&str| line.trim_start().starts_with(|c: char| c.is_ascii_digit());
        assert_eq!(markwhen.lines().filter(dated).count(), 1, "{text:?}: {markwhen}");
    }
}

#[test]
fn an_empty_timeline_is_still_a_file_of_its_format() {
    let empty = Timeline::default();
    assert!(rows(&to_string(&empty, Format::Csv)).is_empty());
    assert!(events(&to_string(&empty, Format::Ics)).is_empty());
    let json: Value = serde_json::from_str(&to_string(&empty, Format::TimelineJs)).unwrap();
    assert_eq!(json, serde_json::json!({"events": []}));
    let json: Value = serde_json::from_str(&to_string(&empty, Format::JsonLd)).unwrap();
    assert_eq!(json["numberOfItems"], 0);
    assert_eq!(to_string(&empty, Format::Mermaid), "timeline\n    title Timeline\n");
    assert_eq!(to_string(&empty, Format::Markwhen), "title: \"Timeline\"\n");
}
