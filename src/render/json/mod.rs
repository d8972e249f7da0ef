//! JSON: what pipelines read.
//!
//! Input: a timeline, a time, or an annotation. Output: JSON.
//! Knows nothing of other formats, and of how JSON is read again.
//!
//! A view of its own over the timeline, so that the library's types may change without the format changing; the time of
//! an entry, of a resolved expression and of an annotation print by the same fields.
//!
//! ```
//! use dateline::{Resolver, render::json::{self, Annotated}, timeline::Timeline};
//!
//! let text = "The council met on Monday.";
//! let found = &Resolver::on("2025-11-20")?.annotate(text)[0];
//! let when = serde_json::to_value(json::when(&found.when)).expect("JSON");
//! assert_eq!((&when["edtf"], &when["label"]), (&"2025-11-17".into(), &"Monday 17 November 2025".into()));
//!
//! let annotated = Annotated {
//!     source: None,
//!     start: 19,
//!     end: 25,
//!     text: found.mention.span.of(text),
//!     when: &found.when,
//!     rule: "weekday",
//!     is_creation_time: false,
//!     range: None,
//! };
//! let line = serde_json::to_value(json::annotation(annotated)).expect("JSON");
//! assert_eq!((&line["type"], &line["value"]), (&"DATE".into(), &"2025-11-17".into()));
//!
//! let timeline = Timeline::builder().text("a.txt", text, "2025-11-20".parse()?).build()?;
//! assert_eq!(serde_json::to_value(json::timeline(&timeline)).expect("JSON")["schema"], json::SCHEMA);
//! # Ok::<(), dateline::Error>(())
//! ```

mod when;

use super::{Options, Render, data};
use crate::resolve::{Interval, Reason, When};
use crate::timeline::{Alone, Conflict, Entry, Phrase, Source, Telling, Timeline, Unresolved};
use chrono::{NaiveDateTime, Timelike};
use serde::Serialize;
use std::borrow::Cow;
use std::io;
use when::WhenView;

/// The name of the format, the first field of every timeline.
pub const SCHEMA: &str = "dateline/1";

/// The JSON Schema of a timeline.
pub const TIMELINE_SCHEMA: &str = include_str!("../schema/timeline.json");

/// The JSON Schema of a line of annotations.
pub const ANNOTATION_SCHEMA: &str = include_str!("../schema/annotation.json");

/// A timeline as one JSON document, indented by two spaces.
///
/// ```
/// use dateline::{render::{Json, Options, Render}, timeline::Timeline};
///
/// let text = "The council will meet on Friday.";
/// let timeline = Timeline::builder().text("a.txt", text, "2025-11-20".parse()?).build()?;
/// let mut out = Vec::new();
/// Json.render(&timeline, &Options::default(), &mut out).expect("memory takes it");
/// assert!(String::from_utf8_lossy(&out).starts_with("{"));
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Json;

impl Render for Json {
    fn render(&self, timeline: &Timeline, _options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
        data::write_pretty(out, &self::timeline(timeline))?;
        out.write_all(b"\n")
    }
}

/// A timeline, ready to serialise.
pub fn timeline(timeline: &Timeline) -> impl Serialize {
    let id = |source: usize| timeline.sources.get(source).map(|source| source.id.as_str());
    TimelineView {
        schema: SCHEMA,
        title: timeline.title.as_deref(),
        sources: timeline.sources.iter().map(SourceView::new).collect(),
        entries: timeline.entries.iter().map(|entry| EntryView::new(entry, id)).collect(),
        unresolved: timeline.unresolved.iter().map(|it| UnresolvedView::new(it, id)).collect(),
    }
}

/// A time, ready to serialise: `from`, `to`, `grain`, `timex`, `edtf`, `certainty`, `label`, `why`.
///
/// `from` and `to` are wall-clock times without offset, `null` where that side is open.
pub fn when(when: &When) -> impl Serialize {
    WhenView::new(when)
}

/// An expression of an article, for [`annotation`].
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Annotated<'a> {
    /// Which article, where there are several.
    pub source: Option<&'a str>,
    /// First character, counted in Unicode scalar values.
    pub start: usize,
    /// First character after.
    pub end: usize,
    /// As printed.
    pub text: &'a str,
    /// What it means.
    pub when: &'a When,
    /// The rule that found it.
    pub rule: &'a str,
    /// It states the document's own publication.
    pub is_creation_time: bool,
    /// The whole range, where this is one end of it.
    pub range: Option<Interval>,
}

/// One expression of an article, ready to serialise as a line of JSON Lines.
pub fn annotation(annotated: Annotated<'_>) -> impl Serialize {
    let Annotated { source, start, end, text, when, rule, is_creation_time, range } = annotated;
    let timex = when.timex();
    let lies_somewhere = when.interval.from.is_some() || when.interval.to.is_some();
    // A length or a recurrence has no sides, which is not the same as sides that are open.
    let placed = lies_somewhere || !matches!(timex.kind.name(), "DURATION" | "SET");
    AnnotationView {
        source,
        start,
        end,
        text,
        kind: timex.kind.name(),
        value: timex.value,
        modifier: timex.modifier,
        quant: timex.quant,
        freq: timex.freq,
        from: placed.then(|| when.interval.from.map(wall_clock)),
        to: placed.then(|| when.interval.to.map(wall_clock)),
        grain: when.grain.name(),
        edtf: when.edtf(),
        certainty: when.certainty.name(),
        rule,
        range: range.map(|r| RangeView { from: r.from.map(wall_clock), to: r.to.map(wall_clock) }),
        function_in_document: is_creation_time.then_some("CREATION_TIME"),
        why: when.why.sentences().collect(),
    }
}

/// `2025-11-19T20:00:00`, without offset.
pub(super) fn wall_clock(at: NaiveDateTime) -> String {
    // As chrono writes moments for those who debug, which takes no pattern that must be read first.
    format!("{:?}", at.with_nanosecond(0).unwrap_or(at))
}

#[derive(Serialize)]
struct TimelineView<'a> {
    schema: &'static str,
    title: Option<&'a str>,
    sources: Vec<SourceView<'a>>,
    entries: Vec<EntryView<'a>>,
    unresolved: Vec<UnresolvedView<'a>>,
}

#[derive(Serialize)]
struct SourceView<'a> {
    id: &'a str,
    title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    site: Option<&'a str>,
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
    /// What it is called where it has neither title nor file.
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<Cow<'a, str>>,
    published: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    instant: Option<String>,
    published_from: &'static str,
}

impl<'a> SourceView<'a> {
    fn new(source: &'a Source) -> Self {
        SourceView {
            id: &source.id,
            title: source.title.as_deref(),
            author: source.author.as_deref(),
            site: source.site.as_deref(),
            url: source.url.as_deref(),
            file: source.file.as_deref(),
            name: (source.title.is_none() && source.file.as_ref() != Some(&source.name))
                .then(|| super::view::title(source)),
            published: source.published.to_string(),
            instant: source.instant.map(|instant| instant.to_rfc3339()),
            published_from: source.published_from.name(),
        }
    }
}

#[derive(Serialize)]
struct EntryView<'a> {
    id: &'a str,
    when: WhenView<'a>,
    headline: &'a str,
    text: &'a str,
    status: &'static str,
    speaker: Option<&'a str>,
    mentions: Vec<MentionView<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    alternatives: Vec<AlternativeView>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    relations: Vec<RelationView<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    conflicts: Vec<ConflictView<'a>>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    notes: &'a [String],
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    former: &'a [String],
}

impl<'a> EntryView<'a> {
    fn new(entry: &'a Entry, id: impl Fn(usize) -> Option<&'a str>) -> Self {
        EntryView {
            id: &entry.id,
            when: WhenView::stored(&entry.when),
            headline: &entry.headline,
            text: &entry.text,
            status: entry.status.name(),
            speaker: entry.speaker.as_deref(),
            mentions: entry.mentions.iter().map(|telling| MentionView::new(telling, &id)).collect(),
            alternatives: entry.when.why.0.iter().filter_map(AlternativeView::new).collect(),
            relations: entry
                .relations
                .iter()
                .map(|related| RelationView { kind: related.kind.name(), entry: &related.entry })
                .collect(),
            conflicts: entry.conflicts.iter().map(|conflict| ConflictView::new(conflict, &id)).collect(),
            notes: &entry.notes,
            former: &entry.former,
        }
    }
}

/// A reading that was rejected, and what it would have given.
#[derive(Serialize)]
struct AlternativeView {
    reading: &'static str,
    edtf: String,
}

impl AlternativeView {
    fn new(reason: &Reason) -> Option<Self> {
        match reason {
            Reason::Rejected { reading, value } => {
                Some(AlternativeView { reading: reading.name(), edtf: value.clone() })
            }
            _ => None,
        }
    }
}

#[derive(Serialize)]
struct RelationView<'a> {
    kind: &'static str,
    entry: &'a str,
}

/// Another source's date.
#[derive(Serialize)]
struct ConflictView<'a> {
    source: Option<&'a str>,
    text: &'a str,
    when: WhenView<'a>,
}

impl<'a> ConflictView<'a> {
    fn new(conflict: &'a Conflict, id: impl Fn(usize) -> Option<&'a str>) -> Self {
        ConflictView {
            source: id(conflict.source),
            text: &conflict.phrase,
            when: WhenView::stored(&conflict.when),
        }
    }
}

#[derive(Serialize)]
struct MentionView<'a> {
    source: Option<&'a str>,
    start: usize,
    end: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    expression: Option<PhraseView<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    alone: Option<AloneView<'a>>,
}

impl<'a> MentionView<'a> {
    fn new(telling: &'a Telling, id: impl Fn(usize) -> Option<&'a str>) -> Self {
        let (start, end) = telling.chars;
        let expression = telling.expression.as_ref().map(PhraseView::new);
        let alone = telling.alone.as_deref().map(AloneView::new);
        MentionView { source: id(telling.source), start, end, line: telling.line, expression, alone }
    }
}

/// What a mention says by itself.
#[derive(Serialize)]
struct AloneView<'a> {
    id: &'a str,
    when: WhenView<'a>,
    headline: &'a str,
    text: &'a str,
    status: &'static str,
    speaker: Option<&'a str>,
}

impl<'a> AloneView<'a> {
    fn new(alone: &'a Alone) -> Self {
        AloneView {
            id: &alone.id,
            when: WhenView::stored(&alone.when),
            headline: &alone.headline,
            text: &alone.text,
            status: alone.status.name(),
            speaker: alone.speaker.as_deref(),
        }
    }
}

#[derive(Serialize)]
struct PhraseView<'a> {
    start: usize,
    end: usize,
    text: &'a str,
}

impl<'a> PhraseView<'a> {
    fn new(phrase: &'a Phrase) -> Self {
        let (start, end) = phrase.chars;
        PhraseView { start, end, text: &phrase.text }
    }
}

#[derive(Serialize)]
struct UnresolvedView<'a> {
    source: Option<&'a str>,
    #[serde(flatten)]
    phrase: PhraseView<'a>,
    why: &'a str,
}

impl<'a> UnresolvedView<'a> {
    fn new(unresolved: &'a Unresolved, id: impl Fn(usize) -> Option<&'a str>) -> Self {
        let phrase = PhraseView::new(&unresolved.phrase);
        UnresolvedView { source: id(unresolved.source), phrase, why: &unresolved.why }
    }
}

#[derive(Serialize)]
struct RangeView {
    from: Option<String>,
    to: Option<String>,
}

#[derive(Serialize)]
struct AnnotationView<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a str>,
    start: usize,
    end: usize,
    text: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    value: String,
    #[serde(rename = "mod")]
    modifier: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    quant: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    freq: Option<String>,
    /// Outer `None`: no such field; inner `None`: open on that side.
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<Option<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<Option<String>>,
    grain: &'static str,
    edtf: String,
    certainty: &'static str,
    rule: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    range: Option<RangeView>,
    #[serde(skip_serializing_if = "Option::is_none")]
    function_in_document: Option<&'static str>,
    why: Vec<String>,
}

#[cfg(test)]
mod tests {
    use super::{Annotated, annotation, when};
    use crate::expression::{Amount, Grain, Unit};
    use crate::resolve::{Certainty, Interval, Value, When, Why};

    fn duration() -> When {
        let value = Value::Duration { amount: Amount::new(3, Unit::Week), hedge: None };
        When {
            interval: Interval::default(),
            grain: Grain::Week,
            certainty: Certainty::Exact,
            value,
            why: Why::default(),
        }
    }

    #[test]
    fn a_time_has_all_its_fields_and_null_for_open_sides() {
        let json = serde_json::to_value(when(&duration())).unwrap();
        let fields: Vec<_> = json.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(fields, ["certainty", "edtf", "from", "grain", "label", "timex", "to", "why"]);
        assert!(json["from"].is_null() && json["to"].is_null());
        assert_eq!(json["label"], "3 weeks");
    }

    #[test]
    fn an_annotation_is_one_line_in_the_documented_order() {
        let when = duration();
        let record = Annotated {
            source: None,
            start: 8,
            end: 19,
            text: "three weeks",
            when: &when,
            rule: "duration",
            is_creation_time: false,
            range: None,
        };
        let line = serde_json::to_string(&annotation(record)).unwrap();
        assert!(line.starts_with(r#"{"start":8,"end":19,"text":"three weeks","type":""#), "{line}");
        assert!(line.contains(r#""certainty":"exact","rule":"duration","why":[]}"#), "{line}");
        assert!(!line.contains("source") && !line.contains("quant") && !line.contains('\n'), "{line}");
    }
}
