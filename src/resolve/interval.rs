//! Half-open stretches of wall-clock time.

use chrono::NaiveDateTime;
use std::cmp::Ordering;

/// `[from, to)` in wall-clock time of the article's own zone; `None` where that side is open.
///
/// Half-open, so that neighbours share a boundary and no time of day is lost between them.
///
/// ```
/// use dateline::{Resolver, resolve::Interval};
///
/// let resolver = Resolver::on("2025-11-20")?;
/// let interval = |text| resolver.resolve(text).expect("an expression").interval;
/// let (month, week, since) = (interval("this month"), interval("this week"), interval("since Monday"));
/// assert!(month.contains(&week) && month.is_closed() && !since.is_closed());
/// assert_eq!(month.intersect(&since), Some(Interval::new(since.from.unwrap(), month.to.unwrap())));
/// assert!(interval("last month") < month && month.partial_cmp(&week).is_none());
/// assert!(month.holds(since.from.unwrap()));
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Interval {
    /// First moment.
    pub from: Option<NaiveDateTime>,
    /// First moment after.
    pub to: Option<NaiveDateTime>,
}

impl Interval {
    /// An interval closed on both sides.
    pub const fn new(from: NaiveDateTime, to: NaiveDateTime) -> Self {
        Interval { from: Some(from), to: Some(to) }
    }

    /// Whether neither side is open.
    pub const fn is_closed(&self) -> bool {
        self.from.is_some() && self.to.is_some()
    }

    /// What both share; `None` where they do not meet.
    #[must_use]
    pub fn intersect(&self, other: &Interval) -> Option<Interval> {
        let from = match (self.from, other.from) {
            (Some(a), Some(b)) => Some(a.max(b)),
            (a, b) => a.or(b),
        };
        let to = match (self.to, other.to) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        match (from, to) {
            (Some(from), Some(to)) if from >= to => None,
            _ => Some(Interval { from, to }),
        }
    }

    /// Whether both share any moment.
    pub(crate) fn meets(&self, other: &Interval) -> bool {
        let ordered = |from: Option<NaiveDateTime>, to| {
            from.zip(to).is_none_or(|(from, to): (_, NaiveDateTime)| from < to)
        };
        ordered(self.from, other.to)
            && ordered(other.from, self.to)
            && ordered(self.from, self.to)
            && ordered(other.from, other.to)
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(&self, other: &Interval) -> bool {
        let starts = self.from.is_none_or(|a| other.from.is_some_and(|b| a <= b));
        let ends = self.to.is_none_or(|a| other.to.is_some_and(|b| b <= a));
        starts && ends
    }
}

/// Before, after or the same; `None` where two intervals overlap and so cannot be told apart.
impl PartialOrd for Interval {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        if self == other {
            return Some(Ordering::Equal);
        }
        if let (Some(to), Some(from)) = (self.to, other.from)
            && to <= from
        {
            return Some(Ordering::Less);
        }
        if let (Some(from), Some(to)) = (self.from, other.to)
            && to <= from
        {
            return Some(Ordering::Greater);
        }
        None
    }
}
