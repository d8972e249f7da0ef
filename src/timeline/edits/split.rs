//! Taking an entry apart.

use super::{Missing, id_of};
use crate::events::Status;
use crate::resolve::{Reason, When};
use crate::timeline::{Alone, Entry, Source, Telling, Timeline};

/// A part of an entry that is an entry of its own.
///
/// With a `source`, what that article tells leaves the entry, with its own words and time. Without one the sentence tells two
/// events: the new entry has the words and tellings of the old one, and a headline of its own.
///
/// ```
/// use dateline::timeline::{Change, Edit, Edits, Part, Timeline};
///
/// let text = "The council met and voted on Monday.";
/// let mut timeline = Timeline::builder().text("council", text, "2025-11-20".parse()?).build()?;
/// let part = Part { headline: Some("The council votes".into()), ..Part::default() };
/// let entry = timeline.entries[0].id.clone();
/// let split = Edit { entry, was: None, change: Change::Split(part), line: None };
/// let count = timeline.entries.len();
/// timeline.edit(&Edits { edits: vec![split], ..Edits::default() });
/// assert_eq!(timeline.entries.len(), count + 1);
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Part {
    /// The article whose telling it is: its id, name, title or address.
    pub source: Option<String>,
    /// The new entry's id; else that of the telling, or a hash of the headline.
    pub id: Option<String>,
    /// Another headline.
    pub headline: Option<String>,
    /// Another time.
    pub when: Option<When>,
    /// Another status.
    pub status: Option<Status>,
}

impl Timeline {
    /// Makes an entry of a part of the entry at `at`.
    pub(super) fn split(&mut self, at: usize, part: &Part) -> Result<(), Missing> {
        let mut new = match &part.source {
            Some(source) => self.take(at, source)?,
            None => {
                let old = &self.entries[at];
                let headline = part.headline.as_deref().unwrap_or(&old.headline);
                Entry {
                    id: self.free_id(&id_of(headline)),
                    relations: Vec::new(),
                    conflicts: Vec::new(),
                    notes: Vec::new(),
                    ..old.clone()
                }
            }
        };
        if let Some(id) = &part.id {
            new.id = self.free_id(id);
        }
        if let Some(headline) = &part.headline {
            new.headline.clone_from(headline);
        }
        if let Some(status) = part.status {
            new.status = status;
        }
        match &part.when {
            Some(when) => new.redate(when),
            None => new.when.why.push(Reason::Note("set apart by an editor".to_owned())),
        }
        self.entries.push(new);
        Ok(())
    }

    /// What one article tells of an entry, taken out of it.
    fn take(&mut self, at: usize, name: &str) -> Result<Entry, Missing> {
        let entry = &self.entries[at];
        let source = |telling: &Telling| self.sources.get(telling.source);
        let named = |telling: &&Telling| source(telling).is_some_and(|source| source.goes_by(name));
        let (leaving, staying): (Vec<&Telling>, Vec<&Telling>) = entry.mentions.iter().partition(named);
        if leaving.is_empty() {
            let mut told_by: Vec<String> =
                entry.mentions.iter().filter_map(source).map(|s| s.id.clone()).collect();
            told_by.dedup();
            return Err(Missing::Source { entry: entry.id.clone(), source: name.to_owned(), told_by });
        }
        if staying.is_empty() {
            return Err(Missing::Rest { entry: entry.id.clone(), source: name.to_owned() });
        }
        // Whoever has the first telling keeps the entry's words and id.
        let speaks = entry.mentions.first().is_some_and(|first| std::ptr::eq(first, leaving[0]));
        let (mut new, mut kept) = (entry.of(&leaving, speaks), entry.of(&staying, !speaks));
        let renamed = if speaks { &mut kept } else { &mut new };
        renamed.id = self.free_id(&renamed.id);
        self.entries[at] = kept;
        Ok(new)
    }
}

impl Source {
    fn goes_by(&self, name: &str) -> bool {
        let file =
            self.name.strip_suffix(name).is_some_and(|folder| folder.is_empty() || folder.ends_with('/'));
        self.id == name || file || self.title.as_deref() == Some(name) || self.url.as_deref() == Some(name)
    }
}

impl Entry {
    /// The entry that some of its tellings make; `speaks`, where they hold the one that it has its words from.
    fn of(&self, tellings: &[&Telling], speaks: bool) -> Entry {
        let mut mentions: Vec<Telling> = tellings.iter().map(|telling| (*telling).clone()).collect();
        let sources: Vec<usize> = mentions.iter().map(|telling| telling.source).collect();
        let mut entry = Entry {
            conflicts: self.conflicts.iter().filter(|c| sources.contains(&c.source)).cloned().collect(),
            mentions: Vec::new(),
            ..self.clone()
        };
        let alone = || mentions.iter().filter_map(|telling| telling.alone.as_deref());
        // An entry has the finest time that is told of it.
        let finest = alone().min_by_key(|alone| (!alone.when.interval.is_closed(), alone.when.grain));
        let is_own = |alone: &Alone| alone.when.interval == self.when.interval;
        let has_own = alone().any(is_own);
        // A time that none of them gives is an editor's, and stays with the entry.
        let by_editor = speaks && !self.mentions.iter().filter_map(|m| m.alone.as_deref()).any(is_own);
        if let Some(finest) = finest.filter(|_| !has_own && !by_editor) {
            entry.when = finest.when.clone();
        }
        if let Some(first) = alone().next().filter(|_| !speaks) {
            entry.id.clone_from(&first.id);
            entry.headline.clone_from(&first.headline);
            entry.text.clone_from(&first.text);
            entry.status = first.status;
            entry.speaker.clone_from(&first.speaker);
            entry.relations.clear();
            entry.notes.clear();
        }
        entry.conflicts.retain(|conflict| conflict.when.interval != entry.when.interval);
        if let [only] = mentions.as_mut_slice() {
            only.alone = None;
        }
        entry.mentions = mentions;
        entry
    }
}
