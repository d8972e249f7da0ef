//! The library's way from texts to a timeline.

use crate::article::{Article, Evidence, Published};
use crate::error::Result;
use crate::lang::Language;
use crate::resolve::Policy;
use crate::timeline::{Edited, Edits, Timeline};
use crate::walk::{self, Publication, Selection};
use chrono::{FixedOffset, TimeZone};

impl Timeline {
    /// Gathers articles and makes one timeline of them.
    ///
    /// ```
    /// use dateline::timeline::Timeline;
    ///
    /// let text = "The council met on Monday. It will vote on Friday, November 21st.";
    /// let timeline = Timeline::builder().text("council", text, "2025-11-20".parse()?).build()?;
    /// let days: Vec<_> = timeline.entries.iter().map(|entry| entry.when.edtf()).collect();
    /// assert_eq!(days, ["2025-11-17", "2025-11-21"]);
    /// # Ok::<(), dateline::Error>(())
    /// ```
    pub fn builder() -> Builder {
        Builder::default()
    }
}

/// Articles on their way to a [`Timeline`].
///
/// ```
/// use dateline::{article::{Article, Published}, resolve::{Bare, Policy}};
/// use dateline::timeline::{Detail, Selection, Timeline};
///
/// let read = Article {
///     name: "b.txt".into(),
///     text: "The board met on Friday.".into(),
///     published: Some(Published::parse("2025-11-20")?),
///     ..Article::default()
/// };
/// let timeline = Timeline::builder()
///     .text("a.txt", "Prices rose on Monday.", "2025-11-20".parse()?)
///     .article(read)
///     .policy(Policy { bare_weekday: Bare::Past, ..Policy::default() })
///     .selection(Selection { detail: Detail::Full, ..Selection::default() })
///     .build()?;
/// assert_eq!(timeline.entries[0].headline, "The board met");
/// assert_eq!(timeline.entries[1].when.edtf(), "2025-11-17");
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Builder {
    articles: Vec<Article>,
    policy: Policy,
    selection: Selection,
}

impl Builder {
    /// Adds a plain text with its name and when it was published.
    #[must_use]
    pub fn text(self, name: impl Into<String>, text: impl Into<String>, published: Publication) -> Self {
        let published = Some(Published::from(published));
        self.article(Article { name: name.into(), text: text.into(), published, ..Article::default() })
    }

    /// Adds an article that was read.
    #[must_use]
    pub fn article(mut self, article: Article) -> Self {
        self.articles.push(article);
        self
    }

    /// Reads by other choices.
    #[must_use]
    pub const fn policy(mut self, policy: Policy) -> Self {
        self.policy = policy;
        self
    }

    /// Keeps only what a selection asks for.
    #[must_use]
    pub fn selection(mut self, selection: Selection) -> Self {
        self.selection = selection;
        self
    }

    /// Makes the timeline.
    ///
    /// # Errors
    ///
    /// An article without a publication date, or two articles with one id.
    pub fn build(self) -> Result<Timeline> {
        walk::select(&self.articles, Language::english(), &self.policy, &self.selection)
    }

    /// Makes the timeline and carries out an editor's corrections; gives what became of them as well.
    ///
    /// ```
    /// use dateline::timeline::{Edits, Timeline};
    ///
    /// let edits = Edits { title: Some("The council".into()), ..Edits::default() };
    /// let builder = Timeline::builder().text("a.txt", "The council met on Monday.", "2025-11-20".parse()?);
    /// let (timeline, edited) = builder.build_corrected(&edits)?;
    /// assert_eq!((timeline.title.as_deref(), edited.lost.len()), (Some("The council"), 0));
    /// # Ok::<(), dateline::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`Builder::build`].
    pub fn build_corrected(self, edits: &Edits) -> Result<(Timeline, Edited)> {
        walk::corrected(&self.articles, Language::english(), &self.policy, &self.selection, edits)
    }
}

impl From<Publication> for Published {
    fn from(publication: Publication) -> Self {
        let instant = publication.clock.zip(publication.zone).and_then(|(clock, zone)| {
            FixedOffset::east_opt(zone.checked_mul(60)?)?.from_local_datetime(&clock).single()
        });
        Published {
            day: publication.day,
            time: publication.clock.map(|clock| clock.time()),
            instant,
            evidence: Evidence::Given,
        }
    }
}
