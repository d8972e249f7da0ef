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
/// let split = Edit { entry, was: None, change: Change::Split(vec![part]), line: None };
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
    /// Makes entries of parts of the entry at `at`: all of them, or none.
    pub(super) fn split(&mut self, at: usize, parts: &[Part]) -> Result<(), Missing> {
        let (whole, count) = (self.entries[at].clone(), self.entries.len());
        let mut taken = false;
        for part in parts {
            if let Err(missing) = self.part(at, part, &mut taken) {
                self.entries.truncate(count);
                self.entries[at] = whole;
                return Err(missing);
            }
        }
        Ok(())
    }

    /// Makes an entry of one part; `taken`, where a source was taken out before.
    fn part(&mut self, at: usize, part: &Part, taken: &mut bool) -> Result<(), Missing> {
        let new = match &part.source {
            Some(source) => match self.take(at, source) {
                Ok(new) => {
                    *taken = true;
                    Some(new)
                }
                // What the parts before have left is this part.
                Err(Missing::Rest { .. }) if *taken => None,
                Err(missing) => return Err(missing),
            },
            None => {
                let old = &self.entries[at];
                let headline = part.headline.as_deref().unwrap_or(&old.headline);
                Some(Entry {
                    id: self.free_id(&id_of(headline)),
                    relations: Vec::new(),
                    conflicts: Vec::new(),
                    notes: Vec::new(),
                    former: Vec::new(),
                    ..old.clone()
                })
            }
        };
        if let Some(id) = &part.id {
            self.refuse_taken(id)?;
        }
        let at = match new {
            Some(new) => {
                self.entries.push(new);
                self.entries.len() - 1
            }
            None => at,
        };
        let entry = &mut self.entries[at];
        if let Some(id) = &part.id {
            let former = std::mem::replace(&mut entry.id, id.clone());
            // Links to what an article tells find it still.
            if part.source.is_some() {
                entry.former.push(former);
            }
        }
        if let Some(headline) = &part.headline {
            entry.headline.clone_from(headline);
        }
        if let Some(status) = part.status {
            entry.status = status;
        }
        match &part.when {
            Some(when) => entry.redate(when),
            None => entry.when.why.push(Reason::Note("set apart by an editor".to_owned())),
        }
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
    pub(super) fn goes_by(&self, name: &str) -> bool {
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
            entry.former.clear();
        }
        entry.conflicts.retain(|conflict| conflict.when.interval != entry.when.interval);
        if let [only] = mentions.as_mut_slice() {
            only.alone = None;
        }
        entry.mentions = mentions;
        entry
    }
}
