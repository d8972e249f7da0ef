//! Corrections of an editor, addressed to entries by their ids, so that they survive the next run.

use super::{Entry, Timeline};
use crate::events::Status;
use crate::resolve::{Reason, When};

/// One correction.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    /// The id of the entry that it is about.
    pub entry: String,
    /// The headline that the editor saw, by which the entry is looked for when its id is gone.
    pub was: Option<String>,
    /// What to change.
    pub change: Change,
}

/// What an editor changes.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Change {
    /// Do not show it.
    Hide,
    /// Another headline.
    Retitle(String),
    /// Another time.
    Redate(When),
    /// Another status.
    Restatus(Status),
    /// It tells the same as these: they become part of it.
    Merge(Vec<String>),
    /// A remark under how the date was found.
    Note(String),
}

/// A correction that found no entry.
#[derive(Clone, Debug, PartialEq)]
pub struct Lost {
    /// Which of the edits, from 0.
    pub edit: usize,
    /// The id that no entry has.
    pub entry: String,
    /// Id and headline of those that it may mean, likeliest first.
    pub nearest: Vec<(String, String)>,
}

/// How many candidates a lost correction is given.
const CANDIDATES: usize = 3;

impl Timeline {
    /// Carries out corrections, in their order, adds what the editor adds, and sorts anew. Gives those that found no entry.
    pub fn edit(&mut self, edits: &[Edit], added: Vec<Entry>) -> Vec<Lost> {
        let mut lost = Vec::new();
        for (number, edit) in edits.iter().enumerate() {
            let mut ids: Vec<&String> = vec![&edit.entry];
            if let Change::Merge(others) = &edit.change {
                ids.extend(others);
            }
            let missing: Vec<&String> = ids.into_iter().filter(|id| self.position(id).is_none()).collect();
            if missing.is_empty() {
                self.carry_out(edit);
            }
            for id in missing {
                let nearest = self.nearest(edit.was.as_deref().filter(|_| *id == edit.entry));
                lost.push(Lost { edit: number, entry: id.clone(), nearest });
            }
        }
        self.entries.extend(added);
        let shown: rustc_hash::FxHashSet<String> =
            self.entries.iter().map(|entry| entry.id.clone()).collect();
        for entry in &mut self.entries {
            entry.relations.retain(|related| shown.contains(&related.entry));
        }
        self.sort();
        lost
    }

    fn position(&self, id: &str) -> Option<usize> {
        self.entries.iter().position(|entry| entry.id == id)
    }

    fn carry_out(&mut self, edit: &Edit) {
        let Some(at) = self.position(&edit.entry) else { return };
        match &edit.change {
            Change::Hide => {
                self.entries.remove(at);
            }
            Change::Merge(others) => {
                for id in others.iter().filter(|id| **id != edit.entry) {
                    let Some(other) = self.position(id) else { continue };
                    let other = self.entries.remove(other);
                    let Some(entry) = self.entries.iter_mut().find(|entry| entry.id == edit.entry) else {
                        continue;
                    };
                    entry.mentions.extend(other.mentions);
                    entry.conflicts.extend(other.conflicts);
                    entry.relations.extend(other.relations.into_iter().filter(|r| r.entry != edit.entry));
                }
            }
            change => {
                let Some(entry) = self.entries.get_mut(at) else { return };
                match change {
                    Change::Retitle(headline) => entry.headline.clone_from(headline),
                    Change::Restatus(status) => entry.status = *status,
                    Change::Note(note) => entry.when.why.push(Reason::Note(note.clone())),
                    Change::Redate(when) => {
                        let before = entry.when.edtf();
                        entry.when = when.clone();
                        entry
                            .when
                            .why
                            .push(Reason::Note(format!("set by an editor; the text was read as {before}")));
                    }
                    Change::Hide | Change::Merge(_) => {}
                }
            }
        }
    }

    /// The entries whose headlines share most words with one; the first ones where nothing is known of it.
    fn nearest(&self, was: Option<&str>) -> Vec<(String, String)> {
        let words = |text: &str| -> rustc_hash::FxHashSet<String> {
            text.split(|c: char| !c.is_alphanumeric())
                .filter(|w| !w.is_empty())
                .map(str::to_lowercase)
                .collect()
        };
        let Some(was) = was.map(words).filter(|was| !was.is_empty()) else { return Vec::new() };
        let mut scored: Vec<(usize, &Entry)> = self
            .entries
            .iter()
            .map(|entry| (words(&entry.headline).intersection(&was).count(), entry))
            .collect();
        scored.retain(|(shared, _)| *shared > 0);
        scored.sort_by_key(|(shared, _)| std::cmp::Reverse(*shared));
        scored
            .into_iter()
            .take(CANDIDATES)
            .map(|(_, entry)| (entry.id.clone(), entry.headline.clone()))
            .collect()
    }
}
