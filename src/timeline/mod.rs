//! Room 6: in which order things happened, and who agrees.
//!
//! Input: the events of one or many articles. Output: a [`Timeline`], sorted entries with their sources.
//! Knows nothing of tokens, rules or output formats.

mod buckets;
mod build;
mod edits;
mod id;
mod merge;
mod order;
mod positions;
mod rejoin;
mod select;
mod words;

pub(crate) use build::{Told, build};
pub use edits::{Addition, Change, Citation, Edit, Edited, Edits, Found, Lost, Missing, Part};
pub use select::{Detail, Selection};

use crate::article::Evidence;
use crate::events::Status;
use crate::expression::Relation;
use crate::resolve::When;
use crate::span::Span;
use chrono::{DateTime, FixedOffset, NaiveDate};

/// Entries in the order of time.
///
/// ```
/// use dateline::{events::Status, timeline::{Conflict, Entry, Phrase, Related, Source, Telling, Timeline, Unresolved}};
///
/// let text = "The council will meet on Friday, November 21st.";
/// let mut timeline = Timeline::builder().text("a.txt", text, "2025-11-20".parse()?).build()?;
/// timeline.sort();
/// let Timeline { sources, entries, unresolved, .. } = &timeline;
/// let source: &Source = &sources[0];
/// assert_eq!((source.id.as_str(), source.name.as_str()), ("s1", "a.txt"));
/// let entry: &Entry = &entries[0];
/// assert_eq!((entry.when.edtf().as_str(), entry.status), ("2025-11-21", Status::Planned));
/// let telling: &Telling = &entry.mentions[0];
/// let phrase: &Phrase = telling.expression.as_ref().expect("an expression");
/// assert_eq!((telling.source, phrase.text.as_str()), (0, "Friday, November 21st"));
/// // What sources disagree on, how entries stand to each other, and what got no time.
/// let (conflicts, relations): (&[Conflict], &[Related]) = (&entry.conflicts, &entry.relations);
/// let open: &[Unresolved] = unresolved;
/// assert!(conflicts.is_empty() && relations.is_empty() && open.is_empty());
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Timeline {
    /// The title: the article's, where there is one article.
    pub title: Option<String>,
    /// Every article that was read, in the order given.
    pub sources: Vec<Source>,
    /// What happened, earliest first.
    pub entries: Vec<Entry>,
    /// Expressions that got no time, with why.
    pub unresolved: Vec<Unresolved>,
}

impl Timeline {
    /// Puts the entries into the order of time, as they are printed: what the text places by another entry stands beside it.
    pub fn sort(&mut self) {
        order::sort(&mut self.entries);
    }
}

/// One article that the timeline draws on.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Source {
    /// `s1`, `s2`, … or the record's own id.
    pub id: String,
    /// Where it came from, as the user named it.
    pub name: String,
    /// The file that it has for its own.
    pub file: Option<String>,
    /// Its headline.
    pub title: Option<String>,
    /// Who wrote it; several names are joined by commas.
    pub author: Option<String>,
    /// The name of the site or paper that printed it.
    pub site: Option<String>,
    /// Its address on the web.
    pub url: Option<String>,
    /// The day it was published, in its own offset.
    pub published: NaiveDate,
    /// The instant, where known.
    pub instant: Option<DateTime<FixedOffset>>,
    /// What said so.
    pub published_from: Evidence,
}

/// One event with all its sources.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Entry {
    /// `e-` and eight hexadecimal digits: a hash of the normalised clause text, so that redating never moves it; or what an editor
    /// calls it.
    pub id: String,
    /// When it happened.
    pub when: When,
    /// One line that stands alone.
    pub headline: String,
    /// The clause or sentence as printed in the first source.
    pub text: String,
    /// Whether it happened, is planned, …
    pub status: Status,
    /// Who says so.
    pub speaker: Option<String>,
    /// How it stands to other entries, as the text says.
    pub relations: Vec<Related>,
    /// Other dates that sources give it.
    pub conflicts: Vec<Conflict>,
    /// The first paragraph that tells it, from 0, over all its sources.
    pub opening: u32,
    /// Where it is told; the first is the one that headline and text come from.
    pub mentions: Vec<Telling>,
    /// Remarks of an editor.
    pub notes: Vec<String>,
    /// Ids that it had before its text changed, as far as an editor's corrections tell; links and corrections find it by them still.
    pub former: Vec<String>,
}

/// How an entry stands to another.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Related {
    /// How.
    pub kind: Relation,
    /// The other's id.
    pub entry: String,
}

/// Another date that a source gives an entry.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Conflict {
    /// Index into [`Timeline::sources`].
    pub source: usize,
    /// The expression there.
    pub phrase: String,
    /// What it means.
    pub when: When,
}

/// One place where an entry's event is told.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Telling {
    /// Index into [`Timeline::sources`].
    pub source: usize,
    /// The clause, in bytes of the source's plain text.
    pub span: Span,
    /// The same in characters, as JSON prints it.
    pub chars: (usize, usize),
    /// The line of the source's file on which the paragraph begins; `None` where it has no file of its own, or where the
    /// paragraph is not found in it.
    pub line: Option<usize>,
    /// The expression of time; `None` where something else dates the clause.
    pub expression: Option<Phrase>,
    /// What it says by itself; `None` where it is all that tells the entry, which says the same.
    pub alone: Option<Box<Alone>>,
}

/// The entry that a telling would make, were nothing else told of the event.
///
/// ```
/// use dateline::timeline::{Alone, Timeline};
///
/// let (first, second) = ("The council voted on Monday.", "The council voted on Monday, the mayor said.");
/// let published = "2025-11-20".parse()?;
/// let timeline = Timeline::builder().text("a", first, published).text("b", second, published).build()?;
/// let tellings = timeline.entries.iter().flat_map(|entry| &entry.mentions);
/// let alone: Vec<&Alone> = tellings.filter_map(|telling| telling.alone.as_deref()).collect();
/// assert!(alone.iter().all(|alone| alone.when.edtf() == "2025-11-17"));
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Alone {
    /// The id that it would have, by which links and corrections find the entry as well.
    pub id: String,
    /// One line that stands alone.
    pub headline: String,
    /// The clause or sentence as printed.
    pub text: String,
    /// When it happened, by this telling.
    pub when: When,
    /// Whether it happened, is planned, …
    pub status: Status,
    /// Who says so.
    pub speaker: Option<String>,
}

/// An expression of time as printed, with where it stands.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Phrase {
    /// In bytes of the source's plain text.
    pub span: Span,
    /// In characters.
    pub chars: (usize, usize),
    /// As printed.
    pub text: String,
}

/// An expression that got no time of its own.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Unresolved {
    /// Index into [`Timeline::sources`].
    pub source: usize,
    /// What was printed.
    pub phrase: Phrase,
    /// Why it has no time.
    pub why: String,
}
