//! Corrections of an editor, addressed to entries by their ids, so that they survive the next run.
//!
//! Input: a timeline and [`Edits`]. Output: the timeline as the editor wants it, and which corrections found nothing.
//! Knows nothing of the files that corrections are written in.

mod add;
mod lost;
mod recall;
mod split;

pub use add::{Addition, Citation};
pub use lost::{Lost, Missing};
pub use recall::Found;
pub use split::Part;

use super::id;
use super::{Alone, Conflict, Entry, Telling, Timeline};
use crate::events::Status;
use crate::resolve::{Reason, When};
use crate::sorting;
use rustc_hash::FxHashSet;

/// What an editor wants changed.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Edits {
    /// Another title of the timeline.
    pub title: Option<String>,
    /// Corrections, in their order.
    pub edits: Vec<Edit>,
    /// Entries that no article tells.
    pub added: Vec<Addition>,
}

/// One correction.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Edit {
    /// The id of the entry that it is about.
    pub entry: String,
    /// The headline that the editor saw, by which the entry is found when the id is gone.
    pub was: Option<String>,
    /// What to change.
    pub change: Change,
    /// Its line in the file that it comes from, from 1.
    pub line: Option<usize>,
}

/// What an editor changes.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Change {
    /// Do not show it.
    Hide,
    /// Show it, whatever a selection leaves out.
    Pin,
    /// Another headline.
    Retitle(String),
    /// Another time.
    Redate(When),
    /// Another status.
    Restatus(Status),
    /// It tells the same as these: they become part of it.
    Merge(Vec<String>),
    /// Parts of it are entries of their own.
    Split(Vec<Part>),
    /// A remark, printed with it.
    Note(String),
}

/// What became of corrections.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Edited {
    /// Those that could not be carried out.
    pub lost: Vec<Lost>,
    /// Entries whose id is gone, found again by the headline that the editor saw.
    pub found: Vec<Found>,
    /// The ids of entries that are to be shown, whatever a selection leaves out: the pinned and the added ones.
    pub pinned: Vec<String>,
}

impl Edits {
    /// Every id that a correction needs.
    pub(crate) fn ids(&self) -> impl Iterator<Item = &str> {
        self.edits.iter().flat_map(Edit::ids)
    }
}

impl Edit {
    fn ids(&self) -> impl Iterator<Item = &str> {
        let others: &[String] = if let Change::Merge(others) = &self.change { others } else { &[] };
        std::iter::once(&self.entry).chain(others).map(String::as_str)
    }
}

impl Entry {
    /// Whether this is the entry of that id, or was, or would be, did not another article tell the same first.
    pub(crate) fn goes_by(&self, id: &str) -> bool {
        let alone = || self.mentions.iter().filter_map(|telling| telling.alone.as_deref());
        self.id == id || self.former.iter().any(|former| former == id) || alone().any(|alone| alone.id == id)
    }
}

impl Timeline {
    /// Carries out corrections, in their order, adds what the editor adds, and sorts anew.
    ///
    /// An entry is found by its id, and by the ids of everything that tells it, so that a correction holds when another article
    /// comes to tell the same event; where its text has changed, by the headline that the editor saw, and then it keeps the old id beside
    /// the new one. What finds nothing changes nothing and is given back.
    ///
    /// ```
    /// use dateline::timeline::{Change, Edit, Edited, Edits, Lost, Missing, Timeline};
    ///
    /// let text = "The council met on Monday. It will vote on Friday, November 21st.";
    /// let mut timeline = Timeline::builder().text("council", text, "2025-11-20".parse()?).build()?;
    /// let entry = timeline.entries[0].id.clone();
    /// let hide = |entry| Edit { entry, was: None, change: Change::Hide, line: None };
    /// let edits = Edits { edits: vec![hide(entry), hide("e-00000000".into())], ..Edits::default() };
    /// let edited: Edited = timeline.edit(&edits);
    /// assert_eq!(timeline.entries.len(), 1);
    /// let lost: &Lost = &edited.lost[0];
    /// assert!(matches!(&lost.missing, Missing::Entry { id, .. } if id == "e-00000000"));
    /// # Ok::<(), dateline::Error>(())
    /// ```
    pub fn edit(&mut self, edits: &Edits) -> Edited {
        let found = self.recall(edits);
        Edited { found, ..self.carry_out_all(edits) }
    }

    fn carry_out_all(&mut self, edits: &Edits) -> Edited {
        if let Some(title) = &edits.title {
            self.title = Some(title.clone());
        }
        let mut edited = Edited::default();
        // What was hidden, and on which line.
        let mut hidden: Vec<(Entry, Option<usize>)> = Vec::new();
        for (number, edit) in edits.edits.iter().enumerate() {
            let missing: Vec<&str> = edit.ids().filter(|id| self.position(id).is_none()).collect();
            let problems = if missing.is_empty() {
                self.carry_out(edit, &mut edited.pinned, &mut hidden).err().into_iter().collect()
            } else {
                let lost = |id: &str| match hidden.iter().find(|(entry, _)| entry.goes_by(id)) {
                    Some((_, line)) => Missing::Hidden { id: id.to_owned(), line: *line },
                    None => self.missing(id, number, &edits.edits),
                };
                missing.into_iter().map(lost).collect::<Vec<_>>()
            };
            let lost = problems.into_iter().map(|missing| Lost { edit: number, line: edit.line, missing });
            edited.lost.extend(lost);
        }
        for (number, addition) in (edits.edits.len()..).zip(&edits.added) {
            match self.add(addition) {
                Ok(()) => edited.pinned.push(addition.entry.id.clone()),
                Err(missing) => edited.lost.push(Lost { edit: number, line: addition.line, missing }),
            }
        }
        self.forget_relations();
        self.sort();
        edited
    }

    /// As [`Timeline::edit`], of a timeline that leaves out some entries of a `full` one: corrections of these are not lost, and what
    /// is pinned or merged is taken from there.
    pub(crate) fn edit_within<E>(
        &mut self,
        edits: &Edits,
        full: impl FnOnce() -> Result<Timeline, E>,
    ) -> Result<Edited, E> {
        let unknown: Vec<&str> = edits.ids().filter(|id| self.position(id).is_none()).collect();
        if unknown.is_empty() {
            return Ok(self.edit(edits));
        }
        let mut full = full()?;
        let found = full.recall(edits);
        for found in &found {
            if let Some(entry) = self.entries.iter_mut().find(|entry| entry.id == found.entry) {
                entry.former.push(found.id.clone());
            }
        }
        let shown: FxHashSet<String> = self.entries.iter().map(|entry| entry.id.clone()).collect();
        let mut left_out = Vec::new();
        for entry in full.entries.into_iter().filter(|entry| !shown.contains(&entry.id)) {
            let is_meant = |edit: &Edit| edit.ids().any(|id| unknown.contains(&id) && entry.goes_by(id));
            let wants =
                |edit: &&Edit| is_meant(edit) && matches!(edit.change, Change::Pin | Change::Merge(_));
            if edits.edits.iter().any(|edit| wants(&edit)) {
                self.entries.push(entry);
            } else if edits.edits.iter().any(is_meant) {
                left_out.push(entry);
            }
        }
        let is_left_out = |edit: &Edit| left_out.iter().any(|entry| entry.goes_by(&edit.entry));
        let mut edited = Edited { found, ..self.carry_out_all(edits) };
        edited.lost.retain(|lost| edits.edits.get(lost.edit).is_none_or(|edit| !is_left_out(edit)));
        Ok(edited)
    }

    /// Drops relations to what is not there.
    pub(crate) fn forget_relations(&mut self) {
        // Most timelines relate few entries, and many none.
        if self.entries.iter().all(|entry| entry.relations.is_empty()) {
            return;
        }
        let shown: FxHashSet<String> = self.entries.iter().map(|entry| entry.id.clone()).collect();
        for entry in &mut self.entries {
            entry.relations.retain(|related| shown.contains(&related.entry));
        }
    }

    fn position(&self, id: &str) -> Option<usize> {
        let exact = self.entries.iter().position(|entry| entry.id == id);
        exact.or_else(|| self.entries.iter().position(|entry| entry.goes_by(id)))
    }

    fn carry_out(
        &mut self,
        edit: &Edit,
        pinned: &mut Vec<String>,
        hidden: &mut Vec<(Entry, Option<usize>)>,
    ) -> Result<(), Missing> {
        let Some(at) = self.position(&edit.entry) else { return Ok(()) };
        match &edit.change {
            Change::Hide => hidden.push((self.entries.remove(at), edit.line)),
            Change::Pin => pinned.push(self.entries[at].id.clone()),
            Change::Retitle(headline) => self.entries[at].headline.clone_from(headline),
            Change::Redate(when) => self.entries[at].redate(when),
            Change::Restatus(status) => self.entries[at].status = *status,
            Change::Note(note) => self.entries[at].notes.push(note.clone()),
            Change::Merge(others) => self.join(at, others),
            Change::Split(parts) => self.split(at, parts)?,
        }
        Ok(())
    }

    /// Takes other entries into one.
    fn join(&mut self, at: usize, others: &[String]) {
        let id = self.entries[at].id.clone();
        for other in others {
            let Some(other) = self.position(other).filter(|&n| self.entries[n].id != id) else { continue };
            let mut other = self.entries.remove(other);
            other.set_apart();
            let Some(entry) = self.entries.iter_mut().find(|entry| entry.id == id) else { continue };
            entry.set_apart();
            entry.mentions.append(&mut other.mentions);
            entry.conflicts.append(&mut other.conflicts);
            entry.notes.append(&mut other.notes);
            entry.former.append(&mut other.former);
            entry.relations.extend(other.relations.into_iter().filter(|related| related.entry != id));
        }
    }

    /// An id that no entry has yet.
    fn free_id(&self, wanted: &str) -> String {
        let taken = |id: &str| self.entries.iter().any(|entry| entry.id == id);
        let numbered = (2..).map(|n| format!("{wanted}-{n}"));
        std::iter::once(wanted.to_owned()).chain(numbered).find(|id| !taken(id)).unwrap_or_default()
    }
}

impl Entry {
    /// Gives it another time. Where sources disagree about it, each keeps the date that it gives, and those agree that give the new one.
    fn redate(&mut self, when: &When) {
        let before = self.when.edtf();
        if !self.conflicts.is_empty() {
            for telling in &self.mentions {
                if self.conflicts.iter().all(|conflict| conflict.source != telling.source) {
                    let own = telling.alone.as_ref().map_or(&self.when, |alone| &alone.when);
                    self.conflicts.push(Conflict {
                        source: telling.source,
                        phrase: telling.expression.as_ref().map(|said| said.text.clone()).unwrap_or_default(),
                        when: own.clone(),
                    });
                }
            }
            self.conflicts.retain(|conflict| conflict.when.interval.intersect(&when.interval).is_none());
            sorting::sort_by_key(&mut self.conflicts, |conflict| conflict.source);
        }
        self.when = when.clone();
        self.when.why.push(Reason::Note(format!("set by an editor; the text was read as {before}")));
    }

    /// Where one telling is all there is, keeps what it says, as it is about to stand among others.
    fn set_apart(&mut self) {
        if let [Telling { alone: alone @ None, .. }] = self.mentions.as_mut_slice() {
            *alone = Some(Box::new(Alone {
                id: self.id.clone(),
                headline: self.headline.clone(),
                text: self.text.clone(),
                when: self.when.clone(),
                status: self.status,
                speaker: self.speaker.clone(),
            }));
        }
    }
}

/// The id of an entry that an editor made of a part: that of its headline.
fn id_of(headline: &str) -> String {
    id::plain(headline)
}
