//! Corrections that cannot be carried out, and what they may have meant.

use super::{Change, Edit};
use crate::resolve::When;
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
    /// Which of the edits, from 0.
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
                    return f.write_str("give its headline as `was` to be shown the nearest");
                }
                f.write_str("nearest: ")?;
                for (n, (id, headline)) in nearest.iter().enumerate() {
                    write!(f, "{}{id} ({headline})", if n == 0 { "" } else { ", " })?;
                }
                Ok(())
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
    /// What the edit of an id that no entry has may have meant.
    pub(super) fn missing(&self, id: &str, edit: &Edit, all: &[Edit]) -> Missing {
        let about = |other: &&Edit| id == edit.entry && other.entry == edit.entry;
        let mut headlines: Vec<&str> = edit.was.as_deref().filter(|_| id == edit.entry).into_iter().collect();
        let mut when = None;
        for change in all.iter().filter(about).map(|other| &other.change) {
            match change {
                Change::Retitle(headline) => headlines.push(headline),
                Change::Redate(time) => when = Some(time),
                _ => {}
            }
        }
        Missing::Entry { id: id.to_owned(), nearest: self.nearest(id, &headlines, when) }
    }

    /// The entries that are likest: by a slip in the id, else by the words of a headline, and among these by time.
    fn nearest(&self, id: &str, headlines: &[&str], when: Option<&When>) -> Vec<(String, String)> {
        let words: Vec<FxHashSet<String>> = headlines.iter().map(|text| words(text)).collect();
        let mut scored: Vec<(Likeness, &Entry)> = self
            .entries
            .iter()
            .map(|entry| {
                let own = self::words(&entry.headline);
                let shared = words.iter().map(|words| words.intersection(&own).count()).max().unwrap_or(0);
                let days = when.and_then(|when| days_apart(when, &entry.when));
                (
                    Likeness {
                        slip: is_slip(id, &entry.id),
                        shared,
                        days: Reverse(days.unwrap_or(i64::MAX)),
                    },
                    entry,
                )
            })
            .filter(|(likeness, _)| {
                // Where nothing but a time is known, the nearest times are the likeliest.
                likeness.slip || likeness.shared > 0 || words.is_empty() && likeness.days.0 < i64::MAX
            })
            .collect();
        scored.sort_by(|(a, _), (b, _)| b.cmp(a));
        let nearest = scored.into_iter().take(CANDIDATES);
        nearest.map(|(_, entry)| (entry.id.clone(), entry.headline.clone())).collect()
    }
}

/// How likely it is that an entry is meant; the greatest is the likeliest.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Likeness {
    slip: bool,
    shared: usize,
    days: Reverse<i64>,
}

/// Whether two ids differ in one or two places, as a mistyped one does.
fn is_slip(a: &str, b: &str) -> bool {
    a.len() == b.len() && a.bytes().zip(b.bytes()).filter(|(x, y)| x != y).count() <= 2
}

fn words(text: &str) -> FxHashSet<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// How many days lie between the starts of two times, or between the sides that are known.
fn days_apart(a: &When, b: &When) -> Option<i64> {
    let side = |when: &When| when.interval.from.or(when.interval.to);
    Some((side(a)? - side(b)?).num_days().abs())
}
