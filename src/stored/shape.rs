//! The fields of the format, and how they become a timeline.

use super::time::Time;
use crate::article::Evidence;
use crate::error::{Error, Result};
use crate::events::Status;
use crate::expression::Relation;
use crate::span::Span;
use crate::timeline::{Alone, Conflict, Entry, Phrase, Related, Source, Telling, Timeline, Unresolved};
use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::Deserialize;
use serde::de::{Deserializer, Error as _, IgnoredAny};

#[derive(Deserialize)]
#[serde(
    deny_unknown_fields,
    expecting = "a timeline: an object with `schema`, `sources` and `entries`, as `--format json` writes it"
)]
pub(super) struct Stored {
    pub(super) schema: String,
    #[serde(default)]
    title: Option<String>,
    #[serde(default)]
    sources: Vec<SourceShape>,
    entries: Vec<EntryShape>,
    #[serde(default)]
    unresolved: Vec<UnresolvedShape>,
    #[serde(default, rename = "dateline:seal")]
    _seal: IgnoredAny,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "a source: an object with `id` and `published`")]
struct SourceShape {
    id: String,
    #[serde(default)]
    title: Option<String>,
    #[serde(default)]
    author: Option<String>,
    #[serde(default)]
    site: Option<String>,
    #[serde(default)]
    url: Option<String>,
    #[serde(deserialize_with = "day")]
    published: NaiveDate,
    #[serde(default, deserialize_with = "instant")]
    instant: Option<DateTime<FixedOffset>>,
    #[serde(default, deserialize_with = "evidence")]
    published_from: Option<Evidence>,
    #[serde(default)]
    file: Option<String>,
    #[serde(default)]
    name: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "an entry: an object with `id`, `when` and `headline`")]
struct EntryShape {
    #[serde(deserialize_with = "id")]
    id: String,
    when: Time,
    headline: String,
    #[serde(default)]
    text: Option<String>,
    #[serde(default, deserialize_with = "status")]
    status: Option<Status>,
    #[serde(default)]
    speaker: Option<String>,
    #[serde(default)]
    mentions: Vec<MentionShape>,
    #[serde(default)]
    relations: Vec<RelationShape>,
    #[serde(default)]
    conflicts: Vec<ConflictShape>,
    #[serde(default)]
    notes: Vec<String>,
    #[serde(default)]
    former: Vec<String>,
    /// The reasons say the same.
    #[serde(default, rename = "alternatives")]
    _alternatives: IgnoredAny,
}

#[derive(Deserialize)]
#[serde(
    deny_unknown_fields,
    expecting = "what a mention says alone: an object with `id`, `when`, `headline` and `text`"
)]
struct AloneShape {
    #[serde(deserialize_with = "id")]
    id: String,
    when: Time,
    headline: String,
    text: String,
    #[serde(default, deserialize_with = "status")]
    status: Option<Status>,
    #[serde(default)]
    speaker: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "a mention: an object with `source`, `start` and `end`")]
struct MentionShape {
    #[serde(default)]
    source: Option<String>,
    start: usize,
    end: usize,
    #[serde(default)]
    line: Option<usize>,
    #[serde(default)]
    expression: Option<PhraseShape>,
    #[serde(default)]
    alone: Option<AloneShape>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "an expression: an object with `start`, `end` and `text`")]
struct PhraseShape {
    start: usize,
    end: usize,
    text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "a relation: an object with `kind` and `entry`")]
struct RelationShape {
    #[serde(deserialize_with = "relation")]
    kind: Relation,
    entry: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "a conflict: an object with `source`, `text` and `when`")]
struct ConflictShape {
    #[serde(default)]
    source: Option<String>,
    text: String,
    when: Time,
}

#[derive(Deserialize)]
#[serde(
    deny_unknown_fields,
    expecting = "an expression without a date: an object with `source`, `start`, `end`, `text` and `why`"
)]
struct UnresolvedShape {
    #[serde(default)]
    source: Option<String>,
    start: usize,
    end: usize,
    text: String,
    why: String,
}

impl Stored {
    pub(super) fn timeline(self) -> Result<Timeline> {
        let sources: Vec<Source> = self.sources.into_iter().map(SourceShape::source).collect();
        let number = |place: &str, id: Option<&String>| -> Result<usize> {
            let found = match id {
                None if sources.len() == 1 => Some(0),
                id => sources.iter().position(|source| Some(&source.id) == id),
            };
            found.ok_or_else(|| {
                let id = id.map_or("null", String::as_str);
                let known: Vec<_> = sources.iter().map(|source| source.id.as_str()).collect();
                let known = if known.is_empty() {
                    "there are none".to_owned()
                } else {
                    format!("give one of {}", known.join(", "))
                };
                Error::value(format!("`{id}` is the id of no source; {known}")).at(place)
            })
        };
        let mut seen = rustc_hash::FxHashSet::default();
        let mut entries = Vec::with_capacity(self.entries.len());
        for (n, entry) in self.entries.into_iter().enumerate() {
            let place = format!("entries[{n}]");
            if !seen.insert(entry.id.clone()) {
                let message = format!("the id `{}` is another entry's, too; give each its own", entry.id);
                return Err(Error::value(message).at(format!("{place}.id")));
            }
            entries.push(entry.entry(&place, number)?);
        }
        let mut unresolved = Vec::with_capacity(self.unresolved.len());
        for (n, it) in self.unresolved.into_iter().enumerate() {
            let source = number(&format!("unresolved[{n}].source"), it.source.as_ref())?;
            in_order(it.start, it.end, &format!("unresolved[{n}]"))?;
            let phrase = Phrase { span: Span::default(), chars: (it.start, it.end), text: it.text };
            unresolved.push(Unresolved { source, phrase, why: it.why });
        }
        let mut timeline = Timeline { title: self.title, sources, entries, unresolved };
        timeline.sort();
        Ok(timeline)
    }
}

impl SourceShape {
    fn source(self) -> Source {
        Source {
            name: self.name.or_else(|| self.file.clone()).unwrap_or_else(|| self.id.clone()),
            file: self.file,
            id: self.id,
            title: self.title,
            author: self.author,
            site: self.site,
            url: self.url,
            published: self.published,
            instant: self.instant,
            published_from: self.published_from.unwrap_or(Evidence::Given),
        }
    }
}

impl EntryShape {
    fn entry(self, place: &str, number: impl Fn(&str, Option<&String>) -> Result<usize>) -> Result<Entry> {
        let text = self.text.unwrap_or_else(|| self.headline.clone());
        let mut mentions = Vec::with_capacity(self.mentions.len());
        for (n, mention) in self.mentions.into_iter().enumerate() {
            let place = format!("{place}.mentions[{n}]");
            let source = number(&format!("{place}.source"), mention.source.as_ref())?;
            in_order(mention.start, mention.end, &place)?;
            if let Some(said) = &mention.expression {
                in_order(said.start, said.end, &format!("{place}.expression"))?;
            }
            mentions.push(mention.telling(source, if n == 0 { &text } else { "" }));
        }
        let mut conflicts = Vec::with_capacity(self.conflicts.len());
        for (n, conflict) in self.conflicts.into_iter().enumerate() {
            let source = number(&format!("{place}.conflicts[{n}].source"), conflict.source.as_ref())?;
            conflicts.push(Conflict { source, phrase: conflict.text, when: conflict.when.0 });
        }
        Ok(Entry {
            id: self.id,
            when: self.when.0,
            headline: self.headline,
            text,
            status: self.status.unwrap_or(Status::Reported),
            speaker: self.speaker,
            relations: self.relations.into_iter().map(|r| Related { kind: r.kind, entry: r.entry }).collect(),
            conflicts,
            opening: 0,
            mentions,
            notes: self.notes,
            former: self.former,
        })
    }
}

impl MentionShape {
    /// Spans count bytes of the article, which is not at hand; within the clause they are right, which is what is printed.
    fn telling(self, source: usize, text: &str) -> Telling {
        let start = u32::try_from(self.start).unwrap_or_default();
        let byte = |chars: usize| text.char_indices().nth(chars).map_or(text.len(), |(at, _)| at) as u32;
        let phrase = self.expression.map(|phrase| {
            let from = start + byte(phrase.start.saturating_sub(self.start));
            let span = Span::new(from, from + phrase.text.len() as u32);
            Phrase { span, chars: (phrase.start, phrase.end), text: phrase.text }
        });
        // What an editor added stands nowhere in its article.
        let length = if self.start < self.end { text.len() as u32 } else { 0 };
        let span = Span::new(start, start + length);
        let alone = self.alone.map(|alone| {
            Box::new(Alone {
                id: alone.id,
                headline: alone.headline,
                text: alone.text,
                when: alone.when.0,
                status: alone.status.unwrap_or(Status::Reported),
                speaker: alone.speaker,
            })
        });
        Telling { source, span, chars: (self.start, self.end), line: self.line, expression: phrase, alone }
    }
}

/// Offsets that a text can have.
fn in_order(start: usize, end: usize, place: &str) -> Result<()> {
    if start <= end {
        return Ok(());
    }
    let message = format!(
        "`start` ({start}) lies behind `end` ({end}); they are the first character and the first after"
    );
    Err(Error::value(message).at(place))
}

/// A value of a closed list, by its name.
pub(super) fn named<'de, T, D: Deserializer<'de>>(
    reader: D,
    what: &str,
    all: &[T],
    name: impl Fn(&T) -> &'static str,
) -> Result<T, D::Error>
where
    T: Copy,
{
    let text = String::deserialize(reader)?;
    all.iter().copied().find(|value| name(value) == text).ok_or_else(|| {
        let all: Vec<_> = all.iter().map(name).collect();
        D::Error::custom(format_args!("`{text}` is no {what}; give one of {}", all.join(", ")))
    })
}

fn status<'de, D: Deserializer<'de>>(reader: D) -> Result<Option<Status>, D::Error> {
    named(reader, "status", Status::ALL, |status| status.name()).map(Some)
}

fn relation<'de, D: Deserializer<'de>>(reader: D) -> Result<Relation, D::Error> {
    named(reader, "relation", Relation::ALL, |relation| relation.name())
}

fn evidence<'de, D: Deserializer<'de>>(reader: D) -> Result<Option<Evidence>, D::Error> {
    named(reader, "evidence", Evidence::ALL, |evidence| evidence.name()).map(Some)
}

/// An id that can be linked to.
fn id<'de, D: Deserializer<'de>>(reader: D) -> Result<String, D::Error> {
    let id = String::deserialize(reader)?;
    let fits = |c: char| c.is_ascii_alphanumeric() || c == '-';
    if !id.is_empty() && id.chars().all(fits) {
        return Ok(id);
    }
    Err(D::Error::custom(format_args!("`{id}` is no id; use letters, digits and hyphens of ASCII")))
}

fn day<'de, D: Deserializer<'de>>(reader: D) -> Result<NaiveDate, D::Error> {
    let text = String::deserialize(reader)?;
    text.parse().map_err(|_| D::Error::custom(format_args!("`{text}` is no day; write it as YYYY-MM-DD")))
}

fn instant<'de, D: Deserializer<'de>>(reader: D) -> Result<Option<DateTime<FixedOffset>>, D::Error> {
    let Some(text) = Option::<String>::deserialize(reader)? else { return Ok(None) };
    DateTime::parse_from_rfc3339(&text).map(Some).map_err(|_| {
        D::Error::custom(format_args!("`{text}` is no instant; write it as YYYY-MM-DDTHH:MM:SS+00:00"))
    })
}
