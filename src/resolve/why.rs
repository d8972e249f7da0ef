//! How a time was found, as typed reasons that print one sentence each.

use crate::expression::unit::names;
use crate::expression::{Bound, Tense, Weekday, Zone};
use chrono::NaiveDate;
use std::fmt;

/// The derivation of a [`super::When`]: what was filled in, from what, and what was rejected.
///
/// ```
/// use dateline::{Resolver, resolve::Reason};
///
/// let mut why = Resolver::on("2025-11-20")?.resolve("last Monday").unwrap().why;
/// assert!(matches!(why.0[0], Reason::FromPublication(_)));
/// why.push(Reason::Note("checked by hand".into()));
/// let sentences: Vec<String> = why.sentences().collect();
/// assert_eq!(sentences[0], "counted from the publication date 2025-11-20");
/// assert_eq!(sentences[1], "counting by calendar weeks would give 2025-11-10");
/// assert_eq!(sentences[2], "checked by hand");
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Why(pub Vec<Reason>);

/// One step of a derivation; `Display` prints it as a short sentence.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Reason {
    /// Counted from the publication date.
    FromPublication(NaiveDate),
    /// Counted from the last date that the text mentioned.
    FromDiscourse(String),
    /// The tense of the governing verb chose the direction.
    Tense(Tense, Chosen),
    /// The century of a year written with two digits.
    Century(i32),
    /// The weekday chose the year.
    YearByWeekday {
        /// The day found.
        day: NaiveDate,
        /// The weekday that the text names.
        named: Weekday,
    },
    /// The weekday that the text names is not the day's.
    Conflict {
        /// The day.
        day: NaiveDate,
        /// The weekday that the text names.
        named: Weekday,
    },
    /// Two parts of the expression contradict each other.
    Contradiction,
    /// The text is a narrative.
    Narrative,
    /// The sentence compares quarters, this one with that of another year.
    ComparesQuarters(String),
    /// A clock time was moved into the article's zone.
    Rezoned {
        /// The zone that the text names.
        from: Zone,
    },
    /// The time of day of publication is not known.
    UnknownClock,
    /// A preposition opens the interval.
    Open(Bound),
    /// Another reading, and what it would have given.
    Rejected {
        /// What the reading is called.
        reading: OtherReading,
        /// What it would have given, as EDTF.
        value: String,
    },
    /// Anything else, in words.
    Note(String),
}

names! {
    /// Which of several days is meant, counted from the publication date.
    Chosen in "dateline::resolve" {
        /// The most recent one.
        MostRecent = "most recent",
        /// The next one.
        Next = "next",
        /// The nearest one.
        Nearest = "nearest",
    }
}

names! {
    /// A reading that was rejected.
    OtherReading in "dateline::resolve" {
        /// "Last Friday" as that of last week.
        ByWeek = "counting by calendar weeks",
        /// "Last Friday" as the last one before the day.
        ByDay = "counting by days",
        /// 3/4/2025 with the other number as the month.
        OtherOrder = "the other order of day and month",
        /// Where something else than the tense settled it.
        ByTense = "the tense of the verb",
    }
}

impl Why {
    /// Adds a step, unless it was taken before.
    pub fn push(&mut self, reason: Reason) {
        if !self.0.contains(&reason) {
            // Most times have a step or two, and there may be many times.
            if self.0.len() == self.0.capacity() {
                self.0.reserve_exact(2);
            }
            self.0.push(reason);
        }
    }

    /// Whether the order of day and month was a choice.
    pub(crate) fn guesses_order(&self) -> bool {
        let other =
            |reason: &Reason| matches!(reason, Reason::Rejected { reading: OtherReading::OtherOrder, .. });
        self.0.iter().any(other)
    }

    /// The steps as sentences.
    pub fn sentences(&self) -> impl Iterator<Item = String> + '_ {
        self.0.iter().map(ToString::to_string)
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Reason::FromPublication(day) => write!(f, "counted from the publication date {day}"),
            Reason::FromDiscourse(edtf) => write!(f, "counted from the last date mentioned, {edtf}"),
            Reason::Tense(Tense::Past, chosen) => write!(f, "{chosen}: the verb is in the past tense"),
            Reason::Tense(Tense::Future, chosen) => {
                write!(f, "{chosen}: the verb tells a plan or the future")
            }
            Reason::Tense(Tense::Present, chosen) => write!(f, "{chosen}: the verb is in the present tense"),
            Reason::Tense(Tense::None, chosen) => write!(f, "{chosen}: no verb governs it"),
            Reason::Century(year) => {
                write!(f, "year {year}: nearest to publication of those with these two digits")
            }
            Reason::YearByWeekday { day, named } => write!(
                f,
                "year {}: nearest in which {} is a {}",
                day.format("%Y"),
                day.format("%-d %B"),
                weekday_name(*named)
            ),
            Reason::Conflict { day, named } => {
                write!(f, "conflict: {} is a {}, not a {}", day, day.format("%A"), weekday_name(*named))
            }
            Reason::Contradiction => f.write_str("conflict: the parts of the expression exclude each other"),
            Reason::Narrative => {
                f.write_str("the text is a narrative: carried on from the last date mentioned")
            }
            Reason::ComparesQuarters(quarter) => {
                write!(f, "the sentence compares quarters; counted from {quarter}")
            }
            Reason::Rezoned { from } => write!(f, "clock time converted from {from} to the article's zone"),
            Reason::UnknownClock => f.write_str("the hour of publication is not known"),
            Reason::Open(Bound::Before) => f.write_str("before: up to its start"),
            Reason::Open(Bound::Until) => f.write_str("until: up to its end"),
            Reason::Open(Bound::By) => f.write_str("by: at any time up to its end"),
            Reason::Open(Bound::After) => f.write_str("after: from its end on"),
            Reason::Open(Bound::From) => f.write_str("from: from its start on"),
            Reason::Open(Bound::Effective) => f.write_str("effective: from its start on"),
            Reason::Open(Bound::Since) => f.write_str("since: from its start on"),
            Reason::Rejected { reading, value } => write!(f, "{reading} would give {value}"),
            Reason::Note(note) => f.write_str(note),
        }
    }
}

/// The English name of a weekday; reasons and labels are printed in English.
pub(crate) const fn weekday_name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}
