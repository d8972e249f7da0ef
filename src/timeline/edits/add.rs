//! Entries of an editor's own.

use super::Missing;
use crate::article::Evidence;
use crate::span::Span;
use crate::timeline::{Entry, Source, Telling, Timeline};
use chrono::NaiveDate;

/// An entry that no article tells, and what tells it instead.
///
/// ```
/// use dateline::timeline::{Addition, Citation, Timeline};
///
/// let text = "The council met on Monday.";
/// let mut timeline = Timeline::builder().text("council.txt", text, "2025-11-20".parse()?).build()?;
/// let mut edits = dateline::stored::edits(r#"
/// [[add]]
/// id = "opening"
/// when = "2027-06"
/// headline = "The bridge opens"
/// source = "A page that dateline did not read"
/// url = "https://ledger.example/bridge"
/// published = "2025-11-21"
/// "#)?;
/// let addition: &Addition = &edits.added[0];
/// let citation: &Citation = addition.citation.as_ref().expect("it names a source");
/// assert_eq!(citation.url.as_deref(), Some("https://ledger.example/bridge"));
/// assert_eq!(timeline.edit(&edits).lost, []);
/// assert_eq!(timeline.sources.len(), 2);
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Addition {
    /// The entry.
    pub entry: Entry,
    /// Where it is told; `None` where the editor alone knows.
    pub citation: Option<Citation>,
    /// Its line in the file that it comes from, from 1.
    pub line: Option<usize>,
}

/// An article that an editor names: one of the timeline's, or another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Citation {
    /// Its title; of one of the timeline's, its id or its file as well.
    pub source: Option<String>,
    /// Its address on the web.
    pub url: Option<String>,
    /// The day it was published, which one that was not read must have.
    pub published: Option<NaiveDate>,
}

impl Timeline {
    /// Adds an entry, and the article that it names, where that is none of the timeline's.
    pub(super) fn add(&mut self, addition: &Addition) -> Result<(), Missing> {
        self.refuse_taken(&addition.entry.id)?;
        let mut entry = addition.entry.clone();
        if let Some(citation) = &addition.citation {
            let source = self.cited(citation)?;
            entry.mentions.push(Telling {
                source,
                span: Span::default(),
                chars: (0, 0),
                line: None,
                expression: None,
                alone: None,
            });
        }
        self.entries.push(entry);
        Ok(())
    }

    /// An error, where another entry has the id.
    pub(super) fn refuse_taken(&self, id: &str) -> Result<(), Missing> {
        match self.entries.iter().find(|entry| entry.id == id) {
            Some(other) => Err(Missing::Free { id: id.to_owned(), by: other.headline.clone() }),
            None => Ok(()),
        }
    }

    fn cited(&mut self, citation: &Citation) -> Result<usize, Missing> {
        let names = || citation.source.iter().chain(&citation.url);
        if let Some(known) = self.sources.iter().position(|source| names().any(|name| source.goes_by(name))) {
            return Ok(known);
        }
        let name = names().next().cloned().unwrap_or_default();
        let Some(published) = citation.published else { return Err(Missing::Published { source: name }) };
        let taken = |id: &String| self.sources.iter().any(|source| source.id == *id);
        let id =
            (self.sources.len() + 1..).map(|n| format!("s{n}")).find(|id| !taken(id)).unwrap_or_default();
        self.sources.push(Source {
            id,
            name,
            file: None,
            title: citation.source.clone(),
            url: citation.url.clone(),
            published,
            instant: None,
            author: None,
            site: None,
            published_from: Evidence::Given,
        });
        Ok(self.sources.len() - 1)
    }
}
