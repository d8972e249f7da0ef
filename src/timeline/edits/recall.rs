//! Entries whose id is gone since their text changed, found by the headline that the editor saw.

use super::Edits;
use crate::sorting;
use crate::timeline::{Entry, Timeline};
use rustc_hash::FxHashSet;
use std::fmt;

/// How much of their words two headlines must share to be taken for one, and how much more than any other does.
const ALIKE: (f64, f64) = (0.6, 0.15);
/// How many words they must share at least, where they are not the same.
const SHARED: usize = 3;

/// An entry whose id is gone, found by its headline; printed as a sentence that says so.
///
/// ```
/// use dateline::timeline::{Change, Edit, Edits, Found, Timeline};
///
/// let mut timeline = Timeline::builder().text("council", "The council met on Monday.", "2025-11-20".parse()?).build()?;
/// let was = Some("The council met".to_owned());
/// let edit = Edit { entry: "e-00000000".into(), was, change: Change::Note("At night.".into()), line: None };
/// let edited = timeline.edit(&Edits { edits: vec![edit], ..Edits::default() });
/// let found: &Found = &edited.found[0];
/// assert_eq!((found.id.as_str(), &found.entry), ("e-00000000", &timeline.entries[0].id));
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Found {
    /// Its line in the file of corrections, from 1.
    pub line: Option<usize>,
    /// The id that is gone.
    pub id: String,
    /// The id that the entry has now.
    pub entry: String,
    /// Its headline.
    pub headline: String,
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Found { id, entry, headline, .. } = self;
        write!(f, "`{id}` is {entry} now, by its headline ({headline}); write that id")
    }
}

impl Timeline {
    /// Gives entries back the ids that corrections know them by, where the headline leaves no doubt.
    pub(super) fn recall(&mut self, edits: &Edits) -> Vec<Found> {
        // Who is corrected by an id of its own is nobody else.
        let known: FxHashSet<usize> = edits.ids().filter_map(|id| self.position(id)).collect();
        let mut found: Vec<Found> = Vec::new();
        for edit in &edits.edits {
            let Some(was) = edit.was.as_deref().filter(|_| self.position(&edit.entry).is_none()) else {
                continue;
            };
            let free = self.entries.iter().enumerate().filter(|(n, _)| !known.contains(n));
            let Some(entry) = alike(was, free).and_then(|n| self.entries.get_mut(n)) else { continue };
            entry.former.push(edit.entry.clone());
            found.push(Found {
                line: edit.line,
                id: edit.entry.clone(),
                entry: entry.id.clone(),
                headline: entry.headline.clone(),
            });
        }
        found
    }
}

/// The one entry that has a headline, else the one whose headline is far liker to it than any other.
fn alike<'a>(was: &str, entries: impl Iterator<Item = (usize, &'a Entry)>) -> Option<usize> {
    let wanted = words(was);
    let mut scored: Vec<(f64, usize)> = entries
        .filter_map(|(n, entry)| {
            let own = words(&entry.headline);
            let shared = wanted.intersection(&own).count();
            let same = own == wanted;
            let likeness = 2.0 * shared as f64 / (wanted.len() + own.len()).max(1) as f64;
            (same || shared >= SHARED && likeness >= ALIKE.0).then_some((likeness, n))
        })
        .collect();
    sorting::sort_by(&mut scored, |(a, _), (b, _)| b.total_cmp(a));
    match scored.as_slice() {
        [(first, n), (second, _), ..] if first - second >= ALIKE.1 => Some(*n),
        [(_, n)] => Some(*n),
        _ => None,
    }
}

/// The words of a headline, whatever their case.
pub(super) fn words(text: &str) -> FxHashSet<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}
