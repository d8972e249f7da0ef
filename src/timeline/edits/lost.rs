//! Corrections that cannot be carried out, and what they may have meant.

use super::recall::words;
use super::{Change, Edit};
use crate::resolve::When;
use crate::sorting;
use crate::timeline::{Entry, Timeline};
use rustc_hash::FxHashSet;
use std::cmp::Reverse;
use std::fmt;

/// How many candidates a lost correction is given.
const CANDIDATES: usize = 3;

/// A correction that could not be carried out.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Lost {
    /// Which of the edits, from 0; added entries count after them.
    pub edit: usize,
    /// Its line in the file that it comes from, from 1.
    pub line: Option<usize>,
    /// What it does not find.
    pub missing: Missing,
}

/// What a correction does not find; printed as a sentence with its cure.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Missing {
    /// No entry has the id.
    Entry {
        /// The id.
        id: String,
        /// Id and headline of those that it may mean, likeliest first.
        nearest: Vec<(String, String)>,
    },
    /// The entry was hidden by a correction before.
    Hidden {
        /// The id.
        id: String,
        /// The line of the correction that hides it.
        line: Option<usize>,
    },
    /// An id for a new entry that no other has.
    Free {
        /// The id.
        id: String,
        /// The headline of the entry that has it.
        by: String,
    },
    /// The day on which an article was published that an added entry names.
    Published {
        /// The article, as the editor calls it.
        source: String,
    },
    /// An entry that is to be split is not told by the article.
    Source {
        /// The entry's id.
        entry: String,
        /// The article, as the editor calls it.
        source: String,
        /// Ids of the articles that tell it.
        told_by: Vec<String>,
    },
    /// An entry that is to be split is told by the article alone, so that nothing would be left.
    Rest {
        /// The entry's id.
        entry: String,
        /// The article, as the editor calls it.
        source: String,
    },
}

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Missing::Entry { id, nearest } => {
                write!(f, "no entry has the id `{id}`; ")?;
                if nearest.is_empty() {
                    return f.write_str("give its headline as `was`, by which it is found");
                }
                f.write_str("nearest: ")?;
                for (n, (id, headline)) in nearest.iter().enumerate() {
                    write!(f, "{}{id} ({headline})", if n == 0 { "" } else { ", " })?;
                }
                Ok(())
            }
            Missing::Hidden { id, line: Some(line) } => {
                write!(f, "`{id}` is hidden by line {line}; take one of the two out")
            }
            Missing::Hidden { id, line: None } => {
                write!(f, "`{id}` is hidden by another edit; take one of the two out")
            }
            Missing::Free { id, by } => write!(f, "`{id}` is the id of another entry ({by}); give another"),
            Missing::Published { source } => {
                write!(
                    f,
                    "`{source}` is no article of the timeline; give the day on which it was `published`"
                )
            }
            Missing::Source { entry, source, told_by } => {
                write!(f, "`{source}` does not tell {entry}; ")?;
                match told_by.as_slice() {
                    [] => f.write_str("no article does"),
                    told_by => write!(f, "it is told by {}", told_by.join(", ")),
                }
            }
            Missing::Rest { entry, source } => {
                write!(
                    f,
                    "`{source}` alone tells {entry}, so there is nothing to part; give a `headline` instead"
                )
            }
        }
    }
}

impl Timeline {
    /// What an id that no entry has may have meant in the edit of that number.
    pub(super) fn missing(&self, id: &str, number: usize, all: &[Edit]) -> Missing {
        let about =
            |other: &&Edit| all.get(number).is_some_and(|edit| id == edit.entry && other.entry == edit.entry);
        let mut clues = Clues { id, headlines: Vec::new(), when: None, places: Vec::new() };
        for edit in all.iter().filter(about) {
            clues.headlines.extend(edit.was.as_deref());
            match &edit.change {
                Change::Retitle(headline) => clues.headlines.push(headline),
                Change::Redate(time) => clues.when = Some(time),
                _ => {}
            }
        }
        // What is told together lies close together.
        let partners = all.iter().filter(|edit| edit.ids().any(|other| other == id)).flat_map(Edit::ids);
        let partner = partners.filter_map(|other| self.position(other)).next();
        clues.when = clues.when.or(partner.map(|n| &self.entries[n].when));
        let known = |edit: &Edit| self.position(&edit.entry);
        let (before, after) = all.split_at(number.min(all.len()));
        clues.places.extend(before.iter().rev().find_map(known));
        clues.places.extend(after.iter().find_map(known));
        let corrected: FxHashSet<usize> =
            all.iter().flat_map(Edit::ids).filter_map(|id| self.position(id)).collect();
        Missing::Entry { id: id.to_owned(), nearest: self.nearest(&clues, &corrected) }
    }

    /// The entries that are likest: by a slip in the id, else by the words of a headline, by time, and by what stands beside it in the
    /// list of corrections, which mostly follow the timeline.
    fn nearest(&self, clues: &Clues<'_>, corrected: &FxHashSet<usize>) -> Vec<(String, String)> {
        let words: Vec<FxHashSet<String>> = clues.headlines.iter().map(|text| words(text)).collect();
        let entries = self.entries.iter().enumerate();
        let mut scored: Vec<(Likeness, usize, &Entry)> = entries
            .map(|(n, entry)| {
                let own = self::words(&entry.headline);
                let shared = words.iter().map(|words| words.intersection(&own).count()).max().unwrap_or(0);
                let days = clues.when.and_then(|when| days_apart(when, &entry.when));
                let steps = clues.places.iter().map(|place| place.abs_diff(n)).min();
                let likeness = Likeness {
                    slip: is_slip(clues.id, &entry.id),
                    shared,
                    days: Reverse(days.unwrap_or(i64::MAX)),
                    steps: Reverse(steps.unwrap_or(usize::MAX)),
                };
                (likeness, n, entry)
            })
            .filter(|(likeness, n, _)| {
                // Where no word is known, the nearest times and neighbours are the likeliest.
                let beside = likeness.days.0 < i64::MAX || likeness.steps.0 < usize::MAX;
                likeness.slip || likeness.shared > 0 || words.is_empty() && beside && !corrected.contains(n)
            })
            .collect();
        sorting::sort_by(&mut scored, |(a, ..), (b, ..)| b.cmp(a));
        let nearest = scored.into_iter().take(CANDIDATES);
        nearest.map(|(.., entry)| (entry.id.clone(), entry.headline.clone())).collect()
    }
}

/// What corrections tell of an entry that is not found.
struct Clues<'a> {
    id: &'a str,
    headlines: Vec<&'a str>,
    when: Option<&'a When>,
    /// Where the entries stand that are corrected before it and behind it.
    places: Vec<usize>,
}

/// How likely it is that an entry is meant; the greatest is the likeliest.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Likeness {
    slip: bool,
    shared: usize,
    days: Reverse<i64>,
    steps: Reverse<usize>,
}

/// Whether two ids differ in one or two places, as a mistyped one does.
fn is_slip(a: &str, b: &str) -> bool {
    let same = |x: &mut dyn Iterator<Item = u8>, y: &mut dyn Iterator<Item = u8>| {
        x.zip(y).take_while(|(x, y)| x == y).count()
    };
    let places = a.bytes().zip(b.bytes()).filter(|(x, y)| x != y).count();
    let ends = same(&mut a.bytes(), &mut b.bytes()) + same(&mut a.bytes().rev(), &mut b.bytes().rev());
    let longest = a.len().max(b.len());
    // Where a digit is missing, all that follow have moved.
    a.len() == b.len() && places <= 2 || a.len().abs_diff(b.len()) == 1 && ends + 2 >= longest
}

/// How many days lie between the starts of two times, or between the sides that are known.
fn days_apart(a: &When, b: &When) -> Option<i64> {
    let side = |when: &When| when.interval.from.or(when.interval.to);
    Some((side(a)? - side(b)?).num_days().abs())
}
