//! When an article was published, what said so, and which of several sources is believed.

use super::confidence::{AGREEMENT, DISAGREEMENT, ENOUGH};
use super::date::{DateOrder, Flaw, Stamp};
use crate::sorting;
use crate::{Error, Result};
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime};
use rustc_hash::FxHashSet;
use std::ops::RangeInclusive;

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

    /// How much it tells: 2 the instant, 1 the time of day, 0 the day. Midnight is what programs write that know none.
    fn detail(&self) -> u8 {
        match self.time {
            Some(time) if time != NaiveTime::MIN => 1 + u8::from(self.instant.is_some()),
            _ => 0,
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
/// assert_eq!(found[0].published.evidence, Evidence::Meta);
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
}

/// The date that an article is given, of all that its sources name, and how sure it is, from 0 to 1. `None` when the best is
/// worth less than no date.
///
/// Each further kind of evidence that names the same day makes it surer, and a source that names another day less sure.
///
/// ```
/// use dateline::article::{self, Format, answer};
///
/// let page = br#"<meta property="article:published_time" content="2025-11-20"><time datetime="2025-11-20"></time>"#;
/// let candidates = article::candidates("a.html", page, Format::Html, None)?;
/// let (best, sure) = answer(&candidates).expect("a date");
/// assert_eq!((best.published.day.to_string().as_str(), best.confidence), ("2025-11-20", 0.941));
/// assert!(sure > best.confidence);
/// # Ok::<(), dateline::Error>(())
/// ```
pub fn answer(ranked: &[Candidate]) -> Option<(&Candidate, f32)> {
    let best = ranked.first()?;
    let day = best.published.day;
    let same = || ranked.iter().filter(|candidate| candidate.published.day == day);
    let kinds: FxHashSet<Evidence> = same().map(|candidate| candidate.published.evidence).collect();
    let doubt = same().map(|candidate| 1.0 - candidate.confidence).fold(1.0, f32::min);
    let mut doubt = kinds.iter().skip(1).fold(doubt, |doubt, _| doubt * AGREEMENT);
    if ranked.iter().any(|candidate| candidate.published.day != day) {
        doubt *= DISAGREEMENT;
    }
    // More digits would promise more than was measured.
    let sure = ((1.0 - doubt) * 1000.0).round() / 1000.0;
    (sure >= ENOUGH).then_some((best, sure))
}

/// The most trusted first; among equals the one that stands first in the article.
///
/// A day is trusted by everything that says it: it is wrong only when each kind of evidence for it is. Several modest
/// sources that agree therefore outweigh one good source that stands alone (an address with the day before). Of sources that
/// agree on the day, one that knows the hour comes before one that does not.
///
/// The zeros of clocks are no dates.
pub(super) fn ranked(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    candidates.retain(|candidate| !is_filler(candidate.published.day));
    sorting::sort_by(&mut candidates, |a, b| b.confidence.total_cmp(&a.confidence));
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
    // The sort is stable: of sources that tell as much of a day the better one stays first.
    sorting::sort_by(&mut candidates, |a, b| {
        let day = doubt(a).total_cmp(&doubt(b));
        day.then_with(|| b.published.detail().cmp(&a.published.detail()))
    });
    candidates
}

/// Whether a day is one that programs write where they know none: the first and last of their calendars, with the evening
/// before where a zone moved it.
fn is_filler(day: NaiveDate) -> bool {
    const FILLERS: [(i32, u32, u32); 8] = [
        (1899, 12, 30),
        (1899, 12, 31),
        (1900, 1, 1),
        (1904, 1, 1),
        (1969, 12, 31),
        (1970, 1, 1),
        (1979, 12, 31),
        (1980, 1, 1),
    ];
    let (year, month, number) = (day.year(), day.month(), day.day());
    !YEARS.contains(&year) || FILLERS.contains(&(year, month, number))
}

/// Years in which something may have been published: since the first newspaper.
const YEARS: RangeInclusive<i32> = 1605..=2199;

#[cfg(test)]
mod tests {
    use super::{Candidate, Evidence, Published, answer, ranked};

    fn candidate(text: &str, evidence: Evidence, confidence: f32) -> Candidate {
        let published = Published { evidence, ..Published::parse(text).expect(text) };
        Candidate { published, confidence, place: String::new() }
    }

    /// The answer as `day source sure`.
    fn best(candidates: &[Candidate]) -> String {
        let ranked = ranked(candidates.to_vec());
        let (best, sure) = answer(&ranked).expect("an answer");
        format!("{} {} {sure:.3}", best.published.day, best.published.evidence.name())
    }

    #[test]
    fn agreement_makes_sure_and_disagreement_unsure() {
        let json = candidate("2025-11-20", Evidence::JsonLd, 0.9);
        let other = candidate("2025-11-19", Evidence::Byline, 0.8);
        let meta = candidate("2025-11-20", Evidence::Meta, 0.8);
        assert_eq!(best(std::slice::from_ref(&json)), "2025-11-20 json-ld 0.900");
        assert_eq!(best(&[json.clone(), json.clone()]), "2025-11-20 json-ld 0.900");
        assert_eq!(best(&[json.clone(), meta.clone()]), "2025-11-20 json-ld 0.950");
        assert_eq!(best(&[json.clone(), other.clone()]), "2025-11-20 json-ld 0.800");
        assert_eq!(best(&[json, meta, other]), "2025-11-20 json-ld 0.900");
    }

    #[test]
    fn several_modest_sources_outweigh_a_good_one() {
        let url = candidate("2025-11-19", Evidence::Url, 0.95);
        let rest = [Evidence::Meta, Evidence::Time].map(|kind| candidate("2025-11-20", kind, 0.85));
        assert_eq!(best(&[&[url], rest.as_slice()].concat()), "2025-11-20 meta 0.850");
    }

    #[test]
    fn a_source_that_knows_the_hour_speaks_for_those_that_do_not() {
        let url = candidate("2025-11-20", Evidence::Url, 0.95);
        let midnight = candidate("2025-11-20T00:00Z", Evidence::JsonLd, 0.9);
        let meta = candidate("2025-11-20T08:30-05:00", Evidence::Meta, 0.8);
        assert_eq!(best(&[url.clone(), midnight]), "2025-11-20 url 0.975");
        assert_eq!(best(&[url, meta]), "2025-11-20 meta 0.975");
    }

    #[test]
    fn zeros_of_clocks_are_no_dates() {
        for text in ["0001-01-01", "1970-01-01T00:00Z", "1969-12-31T19:00-05:00", "9999-12-31"] {
            assert_eq!(ranked(vec![candidate(text, Evidence::Meta, 0.9)]), [], "{text}");
        }
        assert_eq!(best(&[candidate("1923-01-01", Evidence::Meta, 0.9)]), "1923-01-01 meta 0.900");
    }

    #[test]
    fn there_is_no_answer_where_none_is_better() {
        let alone = candidate("2025-11-20", Evidence::Byline, 0.7);
        let other = candidate("2025-11-19", Evidence::Time, 0.6);
        assert!(answer(std::slice::from_ref(&alone)).is_some());
        assert_eq!(answer(&[alone, other]), None);
        assert_eq!(answer(&[]), None);
    }
}
