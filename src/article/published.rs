//! When an article was published, what said so, and which of several sources is believed.

use super::date::{DateOrder, Flaw, Stamp};
use crate::{Error, Result};
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime};

/// When an article was published, and how that is known.
///
/// ```
/// use dateline::article::{Evidence, Published};
///
/// let published = Published::given(chrono::NaiveDate::from_ymd_opt(2025, 11, 20).expect("a date"));
/// assert_eq!((published.evidence, published.evidence.name()), (Evidence::Given, "option"));
/// assert_eq!(published.wall_clock(), None);
/// assert!(Published::parse("2025-11-20T02:00-05:00")?.wall_clock().is_some());
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Published {
    /// Calendar day in the article's own UTC offset.
    pub day: NaiveDate,
    /// Time of day in the article's own UTC offset, where it is known, even when the offset itself is not.
    pub time: Option<NaiveTime>,
    /// The instant with the article's own offset, where time of day and offset are known.
    pub instant: Option<DateTime<FixedOffset>>,
    /// What said so.
    pub evidence: Evidence,
}

impl Published {
    /// A day given by the user.
    pub const fn given(day: NaiveDate) -> Self {
        Published { day, time: None, instant: None, evidence: Evidence::Given }
    }

    /// Reads what a user writes: a day, or a day with a time of day, or an instant with its offset.
    ///
    /// ```
    /// use dateline::article::Published;
    ///
    /// let published = Published::parse("2025-11-20T02:00-05:00")?;
    /// assert_eq!(published.day.to_string(), "2025-11-20");
    /// assert_eq!(published.instant.map(|i| i.to_rfc3339()).as_deref(), Some("2025-11-20T02:00:00-05:00"));
    /// assert!(Published::parse("2025-02-30").is_err());
    /// # Ok::<(), dateline::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// When `text` is no date, or a day that no calendar has.
    pub fn parse(text: &str) -> Result<Self> {
        match Stamp::parse(text, DateOrder::Unknown) {
            Ok(stamp) => Ok(stamp.published(Evidence::Given)),
            Err(Flaw::Impossible) => Err(Error::value(format!(
                "no calendar has the date `{text}`; write one that exists, as YYYY-MM-DD or YYYY-MM-DDTHH:MM-05:00"
            ))),
            Err(Flaw::Shape) => Err(Error::value(format!(
                "`{text}` is no date; write it as YYYY-MM-DD or as YYYY-MM-DDTHH:MM-05:00"
            ))),
        }
    }

    /// Wall-clock time of publication in the article's own offset, where the time of day is known.
    pub fn wall_clock(&self) -> Option<NaiveDateTime> {
        self.time.map(|time| self.day.and_time(time))
    }
}

/// What said when an article was published, printed in kebab case (`json-ld`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Evidence {
    /// The user.
    Given,
    /// The record of a JSON Lines file that the article came in.
    Record,
    /// Front matter of a Markdown file.
    FrontMatter,
    /// `datePublished` in a page's JSON-LD.
    JsonLd,
    /// A microdata `itemprop="datePublished"`.
    Itemprop,
    /// The `article:published_time` meta element and its kin.
    Meta,
    /// The page's first `<time datetime>`.
    Time,
    /// A date in the article's address.
    Url,
    /// A date printed by the headline: in an element of the page that its class calls a date, or on a line of the text that
    /// says so ("Published November 20, 2025").
    Byline,
    /// The dateline that the text begins with: "LYON, Nov. 20, 2025 —".
    Dateline,
    /// The feed that the article is an item of.
    Feed,
    /// The date that a Markdown file's name begins with, as Jekyll has it.
    FileName,
    /// The document creation time of a TimeML document.
    TimeMl,
}

impl Evidence {
    /// Every kind.
    pub const ALL: &'static [Evidence] = &[
        Evidence::Given,
        Evidence::Record,
        Evidence::FrontMatter,
        Evidence::JsonLd,
        Evidence::Itemprop,
        Evidence::Meta,
        Evidence::Time,
        Evidence::Url,
        Evidence::Byline,
        Evidence::Dateline,
        Evidence::Feed,
        Evidence::FileName,
        Evidence::TimeMl,
    ];

    /// As printed in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Evidence::Given => "option",
            Evidence::Record => "record",
            Evidence::FrontMatter => "front-matter",
            Evidence::JsonLd => "json-ld",
            Evidence::Itemprop => "itemprop",
            Evidence::Meta => "meta",
            Evidence::Time => "time",
            Evidence::Url => "url",
            Evidence::Byline => "byline",
            Evidence::Dateline => "dateline",
            Evidence::Feed => "feed",
            Evidence::FileName => "file-name",
            Evidence::TimeMl => "timeml",
        }
    }
}

/// One date that something in an article gives as its publication.
///
/// ```
/// # #[cfg(feature = "articles")] {
/// use dateline::article::{Evidence, Format, candidates};
///
/// let page = b"<meta property=article:published_time content=2025-11-20><p>It ended on Friday.";
/// let found = candidates("strike.html", page, Format::Html, None)?;
/// assert!(found[0].is_trusted() && found[0].published.evidence == Evidence::Meta);
/// assert_eq!(found[0].place, "article:published_time");
/// # }
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Candidate {
    /// The date and what said so.
    pub published: Published,
    /// How often such a source is right, from 0 to 1, measured on pages whose date people know.
    pub confidence: f32,
    /// Where exactly it stands: `NewsArticle.datePublished`, `article:published_time`, `front matter line 3`.
    pub place: String,
}

impl Candidate {
    pub(super) fn new(stamp: Stamp, evidence: Evidence, confidence: f32, place: impl Into<String>) -> Self {
        Candidate { published: stamp.published(evidence), confidence, place: place.into() }
    }

    /// Whether it is good enough to date an article by; below this, no date is better than this one.
    pub fn is_trusted(&self) -> bool {
        self.confidence >= TRUSTED
    }
}

/// Sources that are right less often than this are listed but not believed.
const TRUSTED: f32 = 0.5;

/// The most trusted first; among equals the one that stands first in the article.
///
/// A day is trusted by everything that says it: it is wrong only when each kind of evidence for it is. Several modest
/// sources that agree therefore outweigh one good source that stands alone (an address with the day before).
pub(super) fn ranked(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    candidates.sort_by(|a, b| b.confidence.total_cmp(&a.confidence));
    let mut doubts: Vec<(NaiveDate, f32, Vec<Evidence>)> = Vec::new();
    for Candidate { published: Published { day, evidence, .. }, confidence, .. } in &candidates {
        match doubts.iter_mut().find(|(known, ..)| known == day) {
            Some((_, doubt, kinds)) if !kinds.contains(evidence) => {
                *doubt *= 1.0 - confidence;
                kinds.push(*evidence);
            }
            Some(_) => {}
            None => doubts.push((*day, 1.0 - confidence, vec![*evidence])),
        }
    }
    let doubt = |candidate: &Candidate| {
        doubts.iter().find(|(day, ..)| *day == candidate.published.day).map_or(1.0, |(_, doubt, _)| *doubt)
    };
    // The sort is stable: within a day the better source stays first.
    candidates.sort_by(|a, b| doubt(a).total_cmp(&doubt(b)));
    candidates
}
