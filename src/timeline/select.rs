//! Which entries a timeline shows.

use super::Timeline;
use crate::events::Event;
use crate::expression::unit::names;
use chrono::{Days, NaiveDate, NaiveTime};

names! {
    /// How many entries a timeline has.
    Detail {
        /// The turning points: what is told more than once, what other events are placed by, what lies ahead, and what the
        /// article opens with.
        Brief = "brief",
        /// Every event with an expression of time, a phrase that places it by another event, or a dated heading above it.
        Normal = "normal",
        /// Also clauses without any, dated by what stands around them.
        Full = "full",
    }
}

/// What to show of what was told.
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

    /// Whether an event is wanted at this detail, as far as it alone says.
    pub(super) fn takes(&self, event: &Event) -> bool {
        event.when.is_dated() && (self.context() || !event.is_context())
    }

    /// Drops the entries that are not wanted.
    pub(super) fn narrow(&self, timeline: &mut Timeline) {
        if self.detail == Detail::Brief {
            let turning = turning_points(timeline);
            let mut keep = turning.into_iter();
            timeline.entries.retain(|_| keep.next().unwrap_or(false));
        }
        if let Some(about) = &self.about {
            let wanted: Vec<String> = about.split_whitespace().map(str::to_lowercase).collect();
            timeline.entries.retain(|entry| {
                let told =
                    format!("{} {} {}", entry.headline, entry.text, entry.speaker.as_deref().unwrap_or(""));
                let told = told.to_lowercase();
                let words: Vec<&str> = told.split(|c: char| !c.is_alphanumeric()).collect();
                wanted.iter().all(|w| {
                    words.contains(&w.as_str())
                        || told.contains(w) && w.contains(|c: char| !c.is_alphanumeric())
                })
            });
        }
        let first = self.from.map(|day| day.and_time(NaiveTime::MIN));
        let end = self
            .to
            .and_then(|day| day.checked_add_days(Days::new(1)))
            .map(|day| day.and_time(NaiveTime::MIN));
        timeline.entries.retain(|entry| {
            let interval = entry.when.interval;
            let late = first.is_none_or(|first| interval.to.is_none_or(|to| to > first));
            let early = end.is_none_or(|end| interval.from.is_none_or(|from| from < end));
            late && early
        });
        let shown: rustc_hash::FxHashSet<String> = timeline.entries.iter().map(|e| e.id.clone()).collect();
        for entry in &mut timeline.entries {
            entry.relations.retain(|r| shown.contains(&r.entry));
        }
    }
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
