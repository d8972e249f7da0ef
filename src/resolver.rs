//! The library's short way in: what a text means on a publication date.

use crate::article::Published;
use crate::error::{Error, Result};
use crate::expression::Tense;
use crate::lang::Language;
use crate::recognise::Annotation;
use crate::resolve::{Policy, When};
use crate::segment::segment;
use crate::walk::{self, Publication};
use chrono::{DateTime, FixedOffset};
use std::str::FromStr;

/// Reads texts that were published at one time.
///
/// ```
/// use dateline::Resolver;
///
/// let resolver = Resolver::on("2025-11-20")?;
/// let when = resolver.resolve("last month").expect("an expression of time");
/// assert_eq!(when.edtf(), "2025-10");
/// assert_eq!(resolver.resolve("She told 60 Minutes."), None);
/// # Ok::<(), dateline::Error>(())
/// ```
///
/// With the feature `serde` it is stored without its [language](Resolver::language), and comes back with English.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Resolver {
    published: Option<Publication>,
    policy: Policy,
    tense: Tense,
    #[cfg_attr(feature = "serde", serde(skip, default = "Language::english"))]
    language: &'static Language,
}

impl Resolver {
    /// For texts published then: a day, an instant with its offset, or what an article says of itself.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use dateline::Resolver;
    ///
    /// let published = NaiveDate::from_ymd_opt(2025, 11, 20).expect("a date");
    /// let when = Resolver::new(published).resolve("last month").expect("an expression of time");
    /// assert_eq!(when.timex().value, "2025-10");
    /// ```
    pub fn new(published: impl Into<Publication>) -> Self {
        Resolver { published: Some(published.into()), ..Resolver::undated() }
    }

    /// For texts published on a day that is written as `2025-11-20`, or at an instant as `2025-11-20T02:00-05:00`.
    ///
    /// # Errors
    ///
    /// When `published` is no date, or a day that no calendar has.
    pub fn on(published: &str) -> Result<Self> {
        published.parse::<Publication>().map(Resolver::new)
    }

    /// For texts of which nobody knows when they were published: only absolute expressions get a time.
    ///
    /// ```
    /// use dateline::Resolver;
    ///
    /// let resolver = Resolver::undated();
    /// assert_eq!(resolver.resolve("May 3, 2019").expect("a date").edtf(), "2019-05-03");
    /// assert!(!resolver.resolve("yesterday").expect("an expression").is_dated());
    /// ```
    pub fn undated() -> Self {
        Resolver {
            published: None,
            policy: Policy::default(),
            tense: Tense::None,
            language: Language::english(),
        }
    }

    /// Reads by other choices.
    ///
    /// ```
    /// use dateline::{Resolver, resolve::{LastWeekday, Policy}};
    ///
    /// let policy = Policy { last_weekday: LastWeekday::Week, ..Policy::default() };
    /// let resolver = Resolver::on("2025-11-20")?.policy(policy);
    /// assert_eq!(resolver.resolve("last Monday").unwrap().edtf(), "2025-11-10");
    /// # Ok::<(), dateline::Error>(())
    /// ```
    #[must_use]
    pub const fn policy(self, policy: Policy) -> Self {
        Resolver { policy, ..self }
    }

    /// Gives the tense of the verb, for expressions that stand alone.
    ///
    /// ```
    /// use dateline::{Resolver, expression::Tense};
    ///
    /// let resolver = Resolver::on("2025-11-20")?.tense(Tense::Future);
    /// assert_eq!(resolver.resolve("Friday").expect("a day").edtf(), "2025-11-21");
    /// # Ok::<(), dateline::Error>(())
    /// ```
    #[must_use]
    pub const fn tense(self, tense: Tense) -> Self {
        Resolver { tense, ..self }
    }

    /// Reads another language, or English with [words and rules of one's own](Language::english_with). A language is read once and
    /// kept as long as the program runs.
    ///
    /// ```
    /// use dateline::{Resolver, lang::{Additions, Language}};
    /// use std::sync::LazyLock;
    ///
    /// static DESK: LazyLock<Language> = LazyLock::new(|| {
    ///     let additions = Additions { words: vec![("desk.words", "unit week: sennight")], ..Additions::default() };
    ///     Language::english_with(&additions).expect("the desk's words")
    /// });
    ///
    /// let resolver = Resolver::on("2025-11-20")?.language(&DESK);
    /// assert_eq!(resolver.resolve("last sennight").unwrap().timex().value, "2025-W46");
    /// # Ok::<(), dateline::Error>(())
    /// ```
    #[must_use]
    pub const fn language(self, language: &'static Language) -> Self {
        Resolver { language, ..self }
    }

    /// The language that it reads.
    pub(crate) const fn reads(&self) -> &'static Language {
        self.language
    }

    /// The choices by which it reads.
    #[cfg(feature = "check")]
    pub(crate) const fn chooses(&self) -> &Policy {
        &self.policy
    }

    /// When its texts were published.
    #[cfg(feature = "check")]
    pub(crate) const fn dated(&self) -> Option<Publication> {
        self.published
    }

    /// What the first expression of a text means; `None` where it has none.
    pub fn resolve(&self, text: &str) -> Option<When> {
        self.annotate(text).into_iter().next().map(|found| found.when)
    }

    /// Every expression of a text, in order: where it stands, what is said, and what that means.
    ///
    /// ```
    /// use dateline::Resolver;
    ///
    /// let text = "The board met on Friday and will meet again in March.";
    /// let found = Resolver::on("2025-11-20")?.annotate(text);
    /// let read: Vec<_> = found.iter().map(|a| (a.mention.span.of(text), a.when.edtf())).collect();
    /// assert_eq!(read, [("Friday", "2025-11-14".to_owned()), ("March", "2026-03".to_owned())]);
    /// # Ok::<(), dateline::Error>(())
    /// ```
    pub fn annotate(&self, text: &str) -> Vec<Annotation> {
        let document = segment(text, self.language);
        walk::annotate_in(&document, self.language, self.published, &self.policy, self.tense)
    }
}

impl FromStr for Publication {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        Published::parse(text).map(|published| Publication::from(&published))
    }
}

impl From<DateTime<FixedOffset>> for Publication {
    fn from(instant: DateTime<FixedOffset>) -> Self {
        let local = instant.naive_local();
        Publication {
            day: local.date(),
            clock: Some(local),
            zone: Some(instant.offset().local_minus_utc() / 60),
        }
    }
}
