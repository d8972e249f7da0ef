//! Which entries a timeline shows.

use super::{Entry, Timeline};
use crate::events::Event;
use crate::expression::unit::names;
use chrono::{Days, NaiveDate, NaiveTime};

names! {
    /// How many entries a timeline has.
    Detail in "dateline::timeline" {
        /// The turning points: what is told more than once, what other events are placed by, what lies ahead, and what the
        /// article opens with.
        Brief = "brief",
        /// Every event with an expression of time, a phrase that places it by another event, or a dated heading above it; not when
        /// somebody said these days what another entry tells ("police said on Saturday").
        Normal = "normal",
        /// Also clauses without any, dated by what stands around them.
        Full = "full",
    }
}

/// What to show of what was told.
///
/// ```
/// use dateline::timeline::{Detail, Selection, Timeline};
///
/// let text = "The council met on Monday. Prices rose on Tuesday.";
/// let about = Selection { about: Some("council".into()), ..Selection::default() };
/// assert!(!about.context() && Selection { detail: Detail::Full, ..about.clone() }.context());
/// let timeline = Timeline::builder().text("a.txt", text, "2025-11-20".parse()?).selection(about).build()?;
/// assert_eq!(timeline.entries.len(), 1);
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Selection {
    /// How much.
    pub detail: Detail,
    /// Only what is about a person, place or thing: every word of it stands in the entry.
    pub about: Option<String>,
    /// Only what may have happened on this day or later.
    pub from: Option<NaiveDate>,
    /// Only what may have happened on this day or earlier.
    pub to: Option<NaiveDate>,
}

impl Default for Selection {
    fn default() -> Self {
        Selection { detail: Detail::Normal, about: None, from: None, to: None }
    }
}

impl Selection {
    /// Whether events dated by what stands around them are wanted.
    pub fn context(&self) -> bool {
        self.detail == Detail::Full
    }

    /// Whether a dated event is wanted at this detail, as far as it alone says.
    pub(super) fn takes(&self, event: &Event) -> bool {
        self.context() || !event.is_context() && !event.echo
    }

    /// Drops the entries that are not wanted, but none that is pinned.
    pub(crate) fn narrow(&self, timeline: &mut Timeline, pinned: &[String]) {
        let mut wanted = self.wanted(timeline).into_iter();
        timeline.entries.retain(|entry| wanted.next().unwrap_or(false) || pinned.contains(&entry.id));
        timeline.forget_relations();
    }

    /// Whether it asks more of an entry than of the events that it is made of.
    pub(super) fn is_narrow(&self) -> bool {
        self.detail == Detail::Brief || self.about.is_some() || self.from.is_some() || self.to.is_some()
    }

    /// Whether each entry is wanted.
    fn wanted(&self, timeline: &Timeline) -> Vec<bool> {
        let turning = match self.detail {
            Detail::Brief => turning_points(timeline),
            Detail::Normal | Detail::Full => vec![true; timeline.entries.len()],
        };
        let about: Option<Vec<String>> =
            self.about.as_ref().map(|about| about.split_whitespace().map(str::to_lowercase).collect());
        let first = self.from.map(|day| day.and_time(NaiveTime::MIN));
        let end = self.to.and_then(|day| day.checked_add_days(Days::new(1)));
        let end = end.map(|day| day.and_time(NaiveTime::MIN));
        let wanted = timeline.entries.iter().zip(turning).map(|(entry, turning)| {
            let interval = entry.when.interval;
            let late = first.is_none_or(|first| interval.to.is_none_or(|to| to > first));
            let early = end.is_none_or(|end| interval.from.is_none_or(|from| from < end));
            turning && late && early && about.as_ref().is_none_or(|words| is_about(entry, words))
        });
        wanted.collect()
    }
}

/// Whether all words, in small letters, stand in an entry.
fn is_about(entry: &Entry, wanted: &[String]) -> bool {
    let told = format!("{} {} {}", entry.headline, entry.text, entry.speaker.as_deref().unwrap_or(""));
    let told = told.to_lowercase();
    let words: Vec<&str> = told.split(|c: char| !c.is_alphanumeric()).collect();
    wanted.iter().all(|w| {
        words.contains(&w.as_str()) || told.contains(w) && w.contains(|c: char| !c.is_alphanumeric())
    })
}

/// How many paragraphs an article opens with.
const OPENING: u32 = 4;

fn turning_points(timeline: &Timeline) -> Vec<bool> {
    let named: rustc_hash::FxHashSet<&str> =
        timeline.entries.iter().flat_map(|e| &e.relations).map(|r| r.entry.as_str()).collect();
    let published = timeline.sources.iter().map(|s| s.published).max();
    let turning = timeline.entries.iter().map(|entry| {
        let ahead = entry.when.interval.from.zip(published).is_some_and(|(from, day)| from.date() > day);
        entry.mentions.len() > 1 || named.contains(entry.id.as_str()) || ahead || entry.opening < OPENING
    });
    turning.collect()
}
