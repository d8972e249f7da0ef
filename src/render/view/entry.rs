//! One entry, in words.

use super::words::{
    capitalised, certainty_word, datetime, end_datetime, grain_words, relation_word, status_word,
};
use super::{Context, title};
use crate::events::Status;
use crate::render::escape::{clean, identifier};
use crate::render::extent::{Extent, extent};
use crate::render::json::wall_clock;
use crate::render::label::Dates;
use crate::render::link;
use crate::resolve::When;
use crate::sorting;
use crate::timeline::{Conflict, Entry, Source, Telling};
use rustc_hash::FxHashSet;
use serde::ser::SerializeStruct as _;
use serde::{Serialize, Serializer};
use std::borrow::Cow;

/// One entry in words.
#[derive(Debug, Serialize)]
pub(in crate::render) struct EntryView<'a> {
    pub(in crate::render) id: String,
    #[serde(serialize_with = "moments")]
    pub(in crate::render) when: &'a When,
    /// The label with a capital letter.
    pub(in crate::render) date: String,
    /// What `<time datetime>` takes; `None` for times that HTML cannot say.
    pub(in crate::render) datetime: Option<String>,
    /// Whether `datetime` is the start; else only the end is known.
    pub(in crate::render) starts: bool,
    /// The last day, where there are several.
    pub(in crate::render) until: Option<String>,
    #[serde(skip)]
    pub(in crate::render) extent: Option<Extent>,
    /// Name of the status, for style sheets.
    pub(in crate::render) status: &'static str,
    /// The status in words; `None` for what is simply reported.
    pub(in crate::render) status_word: Option<&'static str>,
    /// Name of the certainty, for style sheets.
    pub(in crate::render) certainty: &'static str,
    /// How sure the date is, in words; `None` where the text or the label says so.
    pub(in crate::render) certainty_word: Option<&'static str>,
    pub(in crate::render) headline: Cow<'a, str>,
    /// The clause as printed; `None` where the headline already says it.
    pub(in crate::render) quote: Option<Quote<'a>>,
    pub(in crate::render) speaker: Option<Cow<'a, str>>,
    pub(in crate::render) mentions: Vec<MentionView<'a>>,
    /// The expressions that date it, as printed, each once.
    pub(in crate::render) expressions: Vec<Cow<'a, str>>,
    pub(in crate::render) grain: &'static str,
    pub(in crate::render) why: Vec<String>,
    /// Whether it is told as an event, not as what may be or is denied.
    pub(in crate::render) is_event: bool,
    /// Numbers of the sources that tell it, from 1, for filters.
    pub(in crate::render) told_by: Vec<usize>,
    pub(in crate::render) relations: Vec<RelationView<'a>>,
    pub(in crate::render) conflict: Option<ConflictView<'a>>,
    /// Remarks of an editor.
    pub(in crate::render) notes: Vec<Cow<'a, str>>,
    /// Ids by which it could be found before it was told together with others.
    pub(in crate::render) anchors: Vec<String>,
}

/// How it stands to another entry.
#[derive(Debug, Serialize)]
pub(in crate::render) struct RelationView<'a> {
    pub(in crate::render) word: &'static str,
    pub(in crate::render) id: String,
    pub(in crate::render) headline: Cow<'a, str>,
}

/// The dates that sources give, side by side.
#[derive(Debug, Serialize)]
pub(in crate::render) struct ConflictView<'a> {
    /// Sources whose date the entry has; none, where an editor has set another than any of them gives.
    pub(in crate::render) agreeing: Vec<Cow<'a, str>>,
    pub(in crate::render) others: Vec<OtherDate<'a>>,
}

/// Another source's date.
#[derive(Debug, Serialize)]
pub(in crate::render) struct OtherDate<'a> {
    pub(in crate::render) date: String,
    pub(in crate::render) datetime: Option<String>,
    #[serde(skip)]
    pub(in crate::render) extent: Option<Extent>,
    pub(in crate::render) source: Cow<'a, str>,
    pub(in crate::render) phrase: Cow<'a, str>,
}

/// A clause with its expression of time set apart; `expression` is empty where it does not stand in the clause.
#[derive(Debug, Serialize)]
pub(in crate::render) struct Quote<'a> {
    pub(in crate::render) before: Cow<'a, str>,
    pub(in crate::render) expression: Cow<'a, str>,
    pub(in crate::render) after: Cow<'a, str>,
}

/// One place that tells an entry.
#[derive(Debug, Serialize)]
pub(in crate::render) struct MentionView<'a> {
    pub(in crate::render) title: Cow<'a, str>,
    /// The exact sentence on the source's page.
    pub(in crate::render) url: Option<String>,
}

/// A time for machines, with the names that the JSON of a timeline has for it.
fn moments<S: Serializer>(when: &&When, serializer: S) -> Result<S::Ok, S::Error> {
    let mut fields = serializer.serialize_struct("When", 5)?;
    fields.serialize_field("from", &when.interval.from.map(wall_clock))?;
    fields.serialize_field("to", &when.interval.to.map(wall_clock))?;
    fields.serialize_field("grain", when.grain.name())?;
    fields.serialize_field("timex", &when.timex().value)?;
    fields.serialize_field("edtf", &when.edtf())?;
    fields.end()
}

impl<'a> EntryView<'a> {
    pub(super) fn new(entry: &'a Entry, context: &Context<'a>) -> Self {
        let Context { sources, dates, .. } = *context;
        let headline = clean(&entry.headline);
        let text = clean(&entry.text);
        let same = headline.trim_end_matches('.') == text.trim_end_matches('.');
        let mut seen = FxHashSet::default();
        let said = entry.mentions.iter().filter_map(|telling| telling.expression.as_ref());
        let expressions =
            said.filter(|phrase| seen.insert(&phrase.text)).map(|phrase| clean(&phrase.text)).collect();
        EntryView {
            id: identifier(&entry.id),
            when: &entry.when,
            date: capitalised(dates.label(&entry.when)),
            datetime: datetime(&entry.when),
            starts: entry.when.interval.from.is_some(),
            until: end_datetime(&entry.when),
            extent: extent(&entry.when, dates),
            status: entry.status.name(),
            status_word: status_word(entry.status),
            certainty: entry.when.certainty.name(),
            certainty_word: certainty_word(&entry.when),
            headline,
            quote: (!same && !text.is_empty()).then(|| Quote::new(entry)),
            speaker: entry.speaker.as_deref().map(clean).filter(|speaker| !speaker.is_empty()),
            mentions: mentions(entry, sources),
            expressions,
            grain: grain_words(entry.when.grain),
            is_event: !matches!(entry.status, Status::Denied | Status::Conditional),
            told_by: told_by(entry),
            relations: relations(entry, context),
            conflict: conflict(entry, sources, dates),
            notes: entry.notes.iter().map(|note| clean(note)).collect(),
            anchors: context.anchors.get(entry.id.as_str()).cloned().unwrap_or_default(),
            why: entry.when.why.sentences().map(|why| capitalised(clean(&why).into_owned())).collect(),
        }
    }
}

impl<'a> Quote<'a> {
    /// Sets the first source's expression apart, where the clause holds it as printed.
    fn new(entry: &'a Entry) -> Self {
        let split = entry.mentions.first().and_then(|telling| {
            let Telling { span, expression: Some(phrase), .. } = telling else { return None };
            let start = phrase.span.start.checked_sub(span.start)? as usize;
            let end = start.checked_add(phrase.text.len())?;
            (entry.text.get(start..end)? == phrase.text).then_some((start, end))
        });
        let text = &entry.text;
        let (start, end) = split.unwrap_or((text.len(), text.len()));
        Quote {
            before: spaced(text, 0, start),
            expression: clean(&text[start..end]),
            after: spaced(text, end, text.len()),
        }
    }
}

/// A cleaned part of a text, with one space at an inner edge that had any.
fn spaced(text: &str, start: usize, end: usize) -> Cow<'_, str> {
    let part = &text[start..end];
    let cleaned = clean(part);
    let lead = start > 0 && part.starts_with(char::is_whitespace);
    let trail = end < text.len() && part.ends_with(char::is_whitespace);
    if !lead && !trail {
        return cleaned;
    }
    let space = |there| if there { " " } else { "" };
    Cow::Owned(format!("{}{cleaned}{}", space(lead), space(trail && !cleaned.is_empty())))
}

/// The sources of an entry, each once, linked to the sentence.
pub(in crate::render) fn mentions<'a>(entry: &'a Entry, sources: &'a [Source]) -> Vec<MentionView<'a>> {
    let mut seen = FxHashSet::default();
    let mut views = Vec::new();
    for (n, telling) in entry.mentions.iter().enumerate() {
        let Some(source) = sources.get(telling.source).filter(|_| seen.insert(telling.source)) else {
            continue;
        };
        // What an editor added without its wording is no sentence of the page.
        let is_printed = !(telling.span.is_empty() && entry.text == entry.headline);
        let own = if n == 0 && is_printed { entry.text.as_str() } else { "" };
        let words = telling.alone.as_ref().map_or(own, |alone| alone.text.as_str());
        let url = source.url.as_deref().and_then(|url| link::to_text(url, words));
        views.push(MentionView { title: title(source), url });
    }
    views
}

/// Numbers of the sources that tell an entry, from 1, each once.
fn told_by(entry: &Entry) -> Vec<usize> {
    let mut numbers: Vec<usize> = entry.mentions.iter().map(|telling| telling.source + 1).collect();
    sorting::sort(&mut numbers);
    numbers.dedup();
    numbers
}

fn relations<'a>(entry: &'a Entry, context: &Context<'a>) -> Vec<RelationView<'a>> {
    let known = entry.relations.iter().filter_map(|related| {
        let headline = context.headlines.get(related.entry.as_str())?;
        Some(RelationView {
            word: relation_word(related.kind),
            id: identifier(&related.entry),
            headline: clean(headline),
        })
    });
    known.collect()
}

impl ConflictView<'_> {
    /// The dates that the entry has not, and who has them, in plain words; what has no room to put them side by side prints these.
    pub(in crate::render) fn words(&self) -> String {
        let others = self.others.iter().map(|other| format!("{} in “{}”", other.date, other.source));
        format!("Sources disagree about the date: {}", others.collect::<Vec<_>>().join("; "))
    }
}

/// `None` where all sources agree.
pub(in crate::render) fn conflict<'a>(
    entry: &'a Entry,
    sources: &'a [Source],
    dates: &Dates,
) -> Option<ConflictView<'a>> {
    let name = |n: usize| sources.get(n).map(title).unwrap_or_default();
    let other = |conflict: &'a Conflict| OtherDate {
        date: capitalised(dates.label(&conflict.when)),
        datetime: datetime(&conflict.when),
        extent: extent(&conflict.when, dates),
        source: name(conflict.source),
        phrase: clean(&conflict.phrase),
    };
    let disagrees = |n: usize| entry.conflicts.iter().any(|conflict| conflict.source == n);
    let agreeing = told_by(entry).into_iter().map(|n| n - 1).filter(|n| !disagrees(*n)).map(name);
    (!entry.conflicts.is_empty()).then(|| ConflictView {
        agreeing: agreeing.collect(),
        others: entry.conflicts.iter().map(other).collect(),
    })
}
