//! Makes strings ready for templates: grouped, labelled, cleaned and linked, but not escaped for any format.
//!
//! Input: a [`Timeline`]. Output: a [`View`] of it in words.
//! Knows nothing of output formats.

mod choices;
mod entry;
mod overview;
mod summary;
mod words;
mod years;

pub(super) use choices::Pair;
pub(super) use entry::{EntryView, MentionView, Quote, conflict, mentions};
pub(super) use overview::Overview;
pub(super) use summary::Summary;
pub(super) use words::{capitalised, datetime, status_word};
pub(super) use years::{Month, Year};

use super::escape::{clean, identifier};
use super::label::Dates;
use super::link;
use crate::events::Status;
use crate::timeline::{Entry, Source, Timeline, Unresolved};
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Serialize;
use std::borrow::Cow;
use std::collections::BTreeSet;

/// A timeline in words; what serialises is what a user's template sees.
#[derive(Debug, Serialize)]
pub(super) struct View<'a> {
    pub(super) title: Cow<'a, str>,
    /// Whether the title is the timeline's own; else it only says what this is.
    pub(super) is_titled: bool,
    pub(super) summary: Summary,
    pub(super) years: Vec<Year<'a>>,
    pub(super) sources: Vec<SourceView<'a>>,
    pub(super) unresolved: Vec<Loose<'a>>,
    /// Name and words of each status that an entry has.
    pub(super) statuses: Vec<(&'static str, &'static str)>,
    /// Choices that need a rule of their own.
    #[serde(skip)]
    pub(super) apart: BTreeSet<Pair>,
    /// Where events cluster; `None` where there is too little to see.
    #[serde(skip)]
    pub(super) overview: Option<Overview>,
}

/// What all entries share.
struct Context<'a> {
    sources: &'a [Source],
    dates: &'a Dates,
    /// By id.
    headlines: FxHashMap<&'a str, &'a str>,
    /// Further ids of an entry, by its id.
    anchors: FxHashMap<&'a str, Vec<String>>,
}

/// One article.
#[derive(Debug, Serialize)]
pub(super) struct SourceView<'a> {
    pub(super) title: Cow<'a, str>,
    pub(super) author: Option<Cow<'a, str>>,
    pub(super) site: Option<Cow<'a, str>>,
    pub(super) url: Option<Cow<'a, str>>,
    pub(super) published: String,
    /// As `<time datetime>` takes it.
    pub(super) datetime: String,
}

/// An expression without a date.
#[derive(Debug, Serialize)]
pub(super) struct Loose<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) why: Cow<'a, str>,
    /// Where it stands; `None` where there is one source only.
    pub(super) source: Option<Cow<'a, str>>,
}

impl<'a> View<'a> {
    pub(super) fn new(timeline: &'a Timeline, dates: &'a Dates) -> Self {
        let sources: Vec<_> = timeline.sources.iter().map(|source| SourceView::new(source, dates)).collect();
        let headline = |entry: &'a Entry| (entry.id.as_str(), entry.headline.as_str());
        let related = timeline.entries.iter().any(|entry| !entry.relations.is_empty());
        let headlines =
            if related { timeline.entries.iter().map(headline).collect() } else { FxHashMap::default() };
        let anchors = anchors(&timeline.entries);
        let context = Context { sources: &timeline.sources, dates, headlines, anchors };
        let title = timeline.title.as_deref().map(clean).filter(|title| !title.is_empty());
        let mut view = View {
            is_titled: title.is_some(),
            title: title.unwrap_or(Cow::Borrowed("Timeline")),
            summary: Summary::of(&timeline.entries, dates),
            years: years::years(&timeline.entries, &context),
            sources,
            unresolved: timeline.unresolved.iter().map(|it| Loose::new(it, &timeline.sources)).collect(),
            statuses: statuses(&timeline.entries),
            apart: BTreeSet::new(),
            overview: Overview::of(&timeline.entries, dates),
        };
        view.apart = choices::never_together(&view);
        choices::name(&mut view);
        view
    }
}

impl View<'_> {
    /// Key and name of each year, decade or century, each once.
    pub(super) fn year_choices(&self) -> impl Iterator<Item = (usize, &str)> {
        self.years
            .iter()
            .enumerate()
            .filter(|(n, year)| *n == year.key)
            .map(|(n, year)| (n, year.name.as_str()))
    }
}

impl<'a> SourceView<'a> {
    fn new(source: &'a Source, dates: &Dates) -> Self {
        SourceView {
            title: title(source),
            author: named(source.author.as_deref()),
            site: named(source.site.as_deref()),
            url: source.url.as_deref().and_then(link::safe),
            published: dates.day(source.published),
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

/// The ids that tellings had before they were told together, or before their text changed, each once, without those that an entry has.
fn anchors(entries: &[Entry]) -> FxHashMap<&str, Vec<String>> {
    let mut anchors: FxHashMap<&str, Vec<String>> = FxHashMap::default();
    let others = |entry: &Entry| {
        !entry.former.is_empty() || entry.mentions.iter().any(|telling| telling.alone.is_some())
    };
    if !entries.iter().any(others) {
        return anchors;
    }
    let mut taken: FxHashSet<&str> = entries.iter().map(|entry| entry.id.as_str()).collect();
    for entry in entries {
        let alone = entry.mentions.iter().filter_map(|telling| telling.alone.as_deref());
        for id in alone.map(|alone| &alone.id).chain(&entry.former) {
            if taken.insert(id) {
                anchors.entry(&entry.id).or_default().push(identifier(id));
            }
        }
    }
    anchors
}

/// A name as it is printed; nothing when nothing of it can be.
pub(super) fn named(name: Option<&str>) -> Option<Cow<'_, str>> {
    name.map(clean).filter(|name| !name.is_empty())
}

/// What a source is called: its headline, else the name that the user gave it.
pub(super) fn title(source: &Source) -> Cow<'_, str> {
    named(source.title.as_deref()).unwrap_or_else(|| clean(without_root(&source.name)))
}

/// The name of a file that was given by its place on this machine, which is nobody else's to know.
fn without_root(name: &str) -> &str {
    let drive = name.as_bytes().get(1) == Some(&b':') && name.as_bytes().get(2) == Some(&b'\\');
    let is_rooted = name.starts_with(['/', '\\']) || drive;
    name.rsplit(['/', '\\']).next().filter(|file| is_rooted && !file.is_empty()).unwrap_or(name)
}

/// The statuses that entries have, in the order of the type.
fn statuses(entries: &[Entry]) -> Vec<(&'static str, &'static str)> {
    let has = |status: &&Status| entries.iter().any(|entry| entry.status == **status);
    Status::ALL.iter().filter(has).map(|status| (status.name(), words::status_name(*status))).collect()
}

#[cfg(test)]
mod tests {
    use super::without_root;

    #[test]
    fn places_on_this_machine_are_not_told() {
        assert_eq!(without_root("/home/ines/drafts/story.txt"), "story.txt");
        assert_eq!(without_root("C:\\drafts\\story.txt"), "story.txt");
        for kept in ["drafts/story.txt", "https://example.org/a", "<stdin>", "s1", "/"] {
            assert_eq!(without_root(kept), kept);
        }
    }
}
