//! Room 1: what was published, and when.
//!
//! Input: bytes of a file. Output: an [`Article`], plain text with what its metadata say.
//! Knows nothing of sentences, time expressions or events.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime};

/// One article: its plain text and what is known about it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Article {
    /// Where it came from, as the user named it: a path, a record's id, or `-`.
    pub name: String,
    /// Its headline, from metadata or the text's own heading.
    pub title: Option<String>,
    /// The plain text. Every [`crate::Span`] of the article counts bytes of this.
    pub text: String,
    /// Its address on the web.
    pub url: Option<String>,
    /// When it was published; `None` when nothing in it says so.
    pub published: Option<Published>,
}

/// When an article was published, and how that is known.
#[derive(Clone, Debug, PartialEq)]
pub struct Published {
    /// Calendar day in the article's own UTC offset.
    pub day: NaiveDate,
    /// The instant with the article's own offset, where the time of day is known.
    pub instant: Option<DateTime<FixedOffset>>,
    /// What said so.
    pub evidence: Evidence,
}

impl Published {
    /// A day given by the user.
    pub fn given(day: NaiveDate) -> Self {
        Published { day, instant: None, evidence: Evidence::Given }
    }

    /// Wall-clock time of publication in the article's own offset, where the time of day is known.
    pub fn wall_clock(&self) -> Option<NaiveDateTime> {
        self.instant.map(|i| i.naive_local())
    }
}

/// What said when an article was published, printed in kebab case (`json-ld`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Evidence {
    /// The user: `--published`, or a record's field.
    Given,
    /// Front matter of a Markdown file.
    FrontMatter,
    /// `datePublished` in a page's JSON-LD.
    JsonLd,
    /// The `article:published_time` meta element and its kin.
    Meta,
    /// The page's first `<time datetime>`.
    Time,
    /// A date in the article's address.
    Url,
}

impl Evidence {
    /// As printed in JSON.
    pub const fn name(self) -> &'static str {
        match self {
            Evidence::Given => "option",
            Evidence::FrontMatter => "front-matter",
            Evidence::JsonLd => "json-ld",
            Evidence::Meta => "meta",
            Evidence::Time => "time",
            Evidence::Url => "url",
        }
    }
}
