//! Makes strings ready for templates: grouped, labelled, cleaned and linked, but not escaped for any format.

use super::escape::clean;
use super::extent::{Extent, extent};
use super::label::{day, label, last_moment, month_and_year, year};
use super::link;
use crate::events::Status;
use crate::expression::Grain;
use crate::resolve::{Cell, Certainty, Value, When};
use crate::timeline::{Entry, Source, Telling, Timeline, Unresolved};
use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};
use rustc_hash::FxHashSet;
use std::borrow::Cow;

/// A timeline in words.
#[derive(Debug)]
pub(super) struct View<'a> {
    pub(super) title: Cow<'a, str>,
    /// "8 events, October 2025 – 21 November 2025".
    pub(super) summary: String,
    pub(super) years: Vec<Year<'a>>,
    pub(super) sources: Vec<SourceView<'a>>,
    pub(super) unresolved: Vec<Loose<'a>>,
}

/// The entries of one year, decade or century.
#[derive(Debug)]
pub(super) struct Year<'a> {
    pub(super) name: String,
    pub(super) months: Vec<Month<'a>>,
}

/// The entries of one month; those that no month holds come under no name.
#[derive(Debug)]
pub(super) struct Month<'a> {
    pub(super) name: Option<&'static str>,
    pub(super) entries: Vec<EntryView<'a>>,
}

/// One entry in words.
#[derive(Debug)]
pub(super) struct EntryView<'a> {
    pub(super) id: Cow<'a, str>,
    /// The label with a capital letter.
    pub(super) date: String,
    /// What `<time datetime>` takes; `None` for times that HTML cannot say.
    pub(super) datetime: Option<String>,
    pub(super) extent: Option<Extent>,
    /// Name of the status, for style sheets.
    pub(super) status: &'static str,
    /// The status in words; `None` for what is simply reported.
    pub(super) status_word: Option<&'static str>,
    /// Name of the certainty, for style sheets.
    pub(super) certainty: &'static str,
    /// How sure the date is, in words; `None` where the text or the label says so.
    pub(super) certainty_word: Option<&'static str>,
    pub(super) headline: Cow<'a, str>,
    /// The clause as printed; `None` where the headline already says it.
    pub(super) quote: Option<Quote<'a>>,
    pub(super) speaker: Option<Cow<'a, str>>,
    pub(super) mentions: Vec<MentionView<'a>>,
    /// The expressions that date it, as printed, each once.
    pub(super) expressions: Vec<Cow<'a, str>>,
    pub(super) grain: &'static str,
    pub(super) why: Vec<String>,
}

/// A clause with its expression of time set apart; `expression` is empty where it does not stand in the clause.
#[derive(Debug)]
pub(super) struct Quote<'a> {
    pub(super) before: Cow<'a, str>,
    pub(super) expression: Cow<'a, str>,
    pub(super) after: Cow<'a, str>,
}

/// One place that tells an entry.
#[derive(Debug)]
pub(super) struct MentionView<'a> {
    pub(super) title: Cow<'a, str>,
    /// The exact sentence on the source's page.
    pub(super) url: Option<String>,
}

/// One article.
#[derive(Debug)]
pub(super) struct SourceView<'a> {
    pub(super) title: Cow<'a, str>,
    pub(super) url: Option<Cow<'a, str>>,
    pub(super) published: String,
    /// As `<time datetime>` takes it.
    pub(super) datetime: String,
}

/// An expression without a date.
#[derive(Debug)]
pub(super) struct Loose<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) why: Cow<'a, str>,
    /// Where it stands; `None` where there is one source only.
    pub(super) source: Option<Cow<'a, str>>,
}

impl<'a> View<'a> {
    pub(super) fn new(timeline: &'a Timeline) -> Self {
        let sources: Vec<_> = timeline.sources.iter().map(SourceView::new).collect();
        let title = timeline.title.as_deref().map(clean).filter(|title| !title.is_empty());
        View {
            title: title.unwrap_or(Cow::Borrowed("Timeline")),
            summary: summary(&timeline.entries),
            years: years(timeline),
            sources,
            unresolved: timeline.unresolved.iter().map(|it| Loose::new(it, &timeline.sources)).collect(),
        }
    }
}

impl<'a> EntryView<'a> {
    fn new(entry: &'a Entry, sources: &'a [Source]) -> Self {
        let headline = clean(&entry.headline);
        let same = headline.trim_end_matches('.') == clean(&entry.text).trim_end_matches('.');
        let mut seen = FxHashSet::default();
        let said = entry.mentions.iter().filter_map(|telling| telling.expression.as_ref());
        let expressions =
            said.filter(|phrase| seen.insert(&phrase.text)).map(|phrase| clean(&phrase.text)).collect();
        EntryView {
            id: clean(&entry.id),
            date: capitalised(label(&entry.when)),
            datetime: datetime(&entry.when),
            extent: extent(&entry.when),
            status: entry.status.name(),
            status_word: status_word(entry.status),
            certainty: entry.when.certainty.name(),
            certainty_word: certainty_word(&entry.when),
            headline,
            quote: (!same && !entry.text.trim().is_empty()).then(|| Quote::new(entry)),
            speaker: entry.speaker.as_deref().map(clean).filter(|speaker| !speaker.is_empty()),
            mentions: mentions(entry, sources),
            expressions,
            grain: grain_words(entry.when.grain),
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

impl<'a> SourceView<'a> {
    fn new(source: &'a Source) -> Self {
        SourceView {
            title: title(source),
            url: source.url.as_deref().and_then(link::safe),
            published: day(source.published),
            datetime: source.published.to_string(),
        }
    }
}

impl<'a> Loose<'a> {
    fn new(unresolved: &'a Unresolved, sources: &'a [Source]) -> Self {
        let source = (sources.len() > 1).then(|| sources.get(unresolved.source).map(title)).flatten();
        Loose { text: clean(&unresolved.phrase.text), why: clean(&unresolved.why), source }
    }
}

/// What a source is called: its headline, else the name that the user gave it.
pub(super) fn title(source: &Source) -> Cow<'_, str> {
    let title = source.title.as_deref().map(clean).filter(|title| !title.is_empty());
    title.unwrap_or_else(|| clean(&source.name))
}

/// The sources of an entry, each once, the first linked to the sentence.
pub(super) fn mentions<'a>(entry: &'a Entry, sources: &'a [Source]) -> Vec<MentionView<'a>> {
    let mut seen = FxHashSet::default();
    let mut views = Vec::new();
    for (n, telling) in entry.mentions.iter().enumerate() {
        let Some(source) = sources.get(telling.source).filter(|_| seen.insert(telling.source)) else {
            continue;
        };
        // Only the first source's wording is the entry's own.
        let words = if n == 0 { entry.text.as_str() } else { "" };
        let url = source.url.as_deref().and_then(|url| link::to_text(url, words));
        views.push(MentionView { title: title(source), url });
    }
    views
}

/// Groups entries by year and month without changing their order.
fn years(timeline: &Timeline) -> Vec<Year<'_>> {
    let mut years: Vec<Year<'_>> = Vec::new();
    // The first of the month that the last heading names.
    let mut reached: Option<NaiveDate> = None;
    for entry in &timeline.entries {
        let (mut name, mut month) = heading(&entry.when);
        // What may as well have happened in the month reached does not lead back to an earlier one.
        let first = entry.when.interval.from.map(|from| from.date());
        let last = entry.when.interval.to.map(|to| last_moment(to).date());
        match (reached, years.last()) {
            (Some(month_reached), Some(year))
                if first.is_some_and(|first| first < month_reached)
                    && last.is_some_and(|last| last >= month_reached) =>
            {
                name.clone_from(&year.name);
                month = year.months.last().and_then(|month| month.name);
            }
            _ => reached = month.and(first.or(last)).and_then(|day| day.with_day(1)),
        }
        if years.last().is_none_or(|year| year.name != name) {
            years.push(Year { name, months: Vec::new() });
        }
        let Some(year) = years.last_mut() else { continue };
        if year.months.last().is_none_or(|last| last.name != month) {
            year.months.push(Month { name: month, entries: Vec::new() });
        }
        if let Some(month) = year.months.last_mut() {
            month.entries.push(EntryView::new(entry, &timeline.sources));
        }
    }
    years
}

/// The year, decade or century, and the month, that an entry stands under.
fn heading(when: &When) -> (String, Option<&'static str>) {
    let Some(at) = when.interval.from.or(when.interval.to.map(last_moment)) else {
        return ("Undated".to_owned(), None);
    };
    if let Value::Cell { cell: cell @ (Cell::Decade(_) | Cell::Century(_) | Cell::Millennium(_)), .. } =
        when.value
    {
        let plain = When {
            certainty: Certainty::Exact,
            value: Value::Cell { cell, portion: None, hedge: None, universal: false },
            ..when.clone()
        };
        return (capitalised(label(&plain).trim_start_matches("the ").to_owned()), None);
    }
    let month = when.grain < Grain::Quarter || when.interval.from.is_none();
    let month = month && when.grain < Grain::Year;
    (year(at.year()), month.then(|| super::label::month_of(at.date())))
}

/// "8 events, 1 planned".
fn summary(entries: &[Entry]) -> String {
    let planned = entries.iter().filter(|entry| entry.status == Status::Planned).count();
    let events = match entries.len() {
        1 => "1 event".to_owned(),
        n => format!("{n} events"),
    };
    match (planned, span_of(entries)) {
        (0, span) => format!("{events}{span}"),
        (n, span) => format!("{events}{span}; {n} planned"),
    }
}

/// ", October 2025 to November 2025", from the first to the last known moment.
fn span_of(entries: &[Entry]) -> String {
    let first = entries.iter().filter_map(|entry| Some((entry.when.interval.from?, entry.when.grain))).min();
    let last =
        entries.iter().filter_map(|entry| Some((last_moment(entry.when.interval.to?), entry.when.grain)));
    // Where a date is known no finer than to the year, a month would say too much.
    let name = |(at, grain): (NaiveDateTime, Grain)| {
        if grain < Grain::Year { month_and_year(at.date()) } else { year(at.year()) }
    };
    match (first, last.max()) {
        (Some(first), Some(last)) if name(first) == name(last) => format!(", {}", name(first)),
        (Some(first), Some(last)) if first < last => format!(", {} to {}", name(first), name(last)),
        _ => String::new(),
    }
}

/// The status in words; what is reported needs none.
pub(super) const fn status_word(status: Status) -> Option<&'static str> {
    match status {
        Status::Reported => None,
        Status::Planned => Some("Planned"),
        Status::Conditional => Some("Conditional"),
        Status::Denied => Some("Denied"),
        Status::Ongoing => Some("Ongoing"),
    }
}

/// How sure the date is, in words; a date that the text names needs none, nor does one whose label says "before".
const fn certainty_word(when: &When) -> Option<&'static str> {
    match when.certainty {
        Certainty::Exact => None,
        Certainty::Inferred => Some("Inferred"),
        Certainty::Approximate => Some("Approximate"),
        Certainty::Bounded if when.interval.is_closed() => Some("Some time within"),
        Certainty::Bounded => None,
    }
}

/// How finely a time is known, in words.
const fn grain_words(grain: Grain) -> &'static str {
    match grain {
        Grain::Second => "to the second",
        Grain::Minute => "to the minute",
        Grain::Hour => "to the hour",
        Grain::PartOfDay => "to the part of the day",
        Grain::Day => "to the day",
        Grain::Weekend => "to the weekend",
        Grain::Week => "to the week",
        Grain::Month => "to the month",
        Grain::Quarter => "to the quarter",
        Grain::Season => "to the season",
        Grain::Half => "to the half year",
        Grain::Year => "to the year",
        Grain::Decade => "to the decade",
        Grain::Century => "to the century",
        Grain::Millennium => "to the millennium",
    }
}

/// The start of a time as a valid HTML date string, as fine as the time is known; an open start gives its end.
pub(super) fn datetime(when: &When) -> Option<String> {
    let at = when.interval.from.or(when.interval.to.map(last_moment))?;
    // HTML counts years from 1, in at least four digits.
    let year = u32::try_from(at.year()).ok().filter(|year| *year > 0)?;
    Some(match when.grain {
        Grain::Second => at.format("%Y-%m-%dT%H:%M:%S").to_string(),
        Grain::Minute | Grain::Hour => {
            format!("{year:04}-{:02}-{:02}T{}", at.month(), at.day(), hour_minute(at))
        }
        Grain::Year | Grain::Decade | Grain::Century | Grain::Millennium => format!("{year:04}"),
        Grain::Month | Grain::Quarter | Grain::Season | Grain::Half if at.day() == 1 => {
            format!("{year:04}-{:02}", at.month())
        }
        _ => format!("{year:04}-{:02}-{:02}", at.month(), at.day()),
    })
}

fn hour_minute(at: NaiveDateTime) -> String {
    format!("{:02}:{:02}", at.hour(), at.minute())
}

/// With a capital letter.
pub(super) fn capitalised(text: String) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) if first.is_lowercase() => first.to_uppercase().chain(chars).collect(),
        _ => text,
    }
}
