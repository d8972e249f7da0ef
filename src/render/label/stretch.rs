//! What stretches of time are called that are no single cell: "3–9 November 2025".

use super::cell;
use crate::expression::{Grain, Month};
use crate::resolve::Cell;
use chrono::{Datelike, NaiveDateTime, NaiveTime, TimeDelta};

/// Both ends of a stretch, each with what the other does not already say.
pub(super) struct Ends {
    first: String,
    /// `None` where the stretch is a single cell.
    last: Option<String>,
    /// Whether the dash stands without spaces: "3–9", but "28 October – 3 November".
    tight: bool,
    /// The whole stretch's full name, where it is a single cell.
    full: Option<String>,
}

impl Ends {
    /// The ends of a stretch from one cell to another, both included.
    pub(super) fn of(first: Cell, last: Cell) -> Ends {
        if first == last {
            return Ends {
                first: cell::name(first),
                last: None,
                tight: true,
                full: Some(cell::full_name(first)),
            };
        }
        let (shortened, tight) = shorten(first, last).unwrap_or_else(|| (cell::name(first), false));
        Ends { first: shortened, last: Some(last_name(first, last)), tight, full: None }
    }

    /// "3–9 November 2025".
    pub(super) fn dash(&self) -> String {
        match &self.last {
            None => self.full.as_ref().unwrap_or(&self.first).clone(),
            Some(last) if self.tight => format!("{}–{last}", self.first),
            Some(last) => format!("{} – {last}", self.first),
        }
    }

    /// "between 3 and 9 November 2025".
    pub(super) fn between(&self) -> String {
        match &self.last {
            None => self.first.clone(),
            Some(last) => format!("between {} and {last}", self.first),
        }
    }
}

/// The first end without what the last one says as well, and whether a tight dash suits it.
fn shorten(first: Cell, last: Cell) -> Option<(String, bool)> {
    match (first, last) {
        (Cell::Day(a), Cell::Day(b)) if (a.year(), a.month()) == (b.year(), b.month()) => {
            Some((a.day().to_string(), true))
        }
        (Cell::Day(a), Cell::Day(b)) if a.year() == b.year() => {
            Some((format!("{} {}", a.day(), cell::month_of(a)), false))
        }
        (Cell::Month(a, month), Cell::Month(b, _)) if a == b => Some((cell::month(month).to_owned(), true)),
        (Cell::Quarter(a, n), Cell::Quarter(b, _)) if a == b => {
            Some((format!("the {}", cell::nth(n)), false))
        }
        (Cell::Year(a), Cell::Year(b)) if a >= 1000 && b >= 1000 => Some((a.to_string(), true)),
        (Cell::Year(a), Cell::Year(b)) if a <= 0 && b <= 0 => Some(((1 - i64::from(a)).to_string(), true)),
        _ => None,
    }
}

/// The last end; a clock time on the first end's day drops the day.
fn last_name(first: Cell, last: Cell) -> String {
    match (first, last) {
        (Cell::Minute(a), Cell::Minute(b)) if a.date() == b.date() => cell::clock(b.time(), false),
        _ => cell::name(last),
    }
}

/// What a half-open stretch is called that is known to `grain`.
pub(super) fn ends(from: NaiveDateTime, to: NaiveDateTime, grain: Grain) -> Ends {
    let unit = match grain {
        Grain::Second | Grain::Minute | Grain::Hour | Grain::PartOfDay => finest(from).min(finest(to)),
        Grain::Day | Grain::Weekend | Grain::Week => Unit::Day,
        // "the last ten years" start on some day, but nobody means that day.
        Grain::Year | Grain::Decade | Grain::Century | Grain::Millennium => {
            finest(from).min(finest(to)).max(Unit::Month)
        }
        Grain::Month | Grain::Quarter | Grain::Season | Grain::Half => {
            finest(from).min(finest(to)).clamp(Unit::Day, Unit::Month)
        }
    };
    if unit == Unit::Minute {
        return Ends::of(Cell::Minute(from), Cell::Minute(to));
    }
    Ends::of(unit.cell(from), unit.cell(last_moment(to).max(from)))
}

/// The last moment of a stretch that ends at `to`; the small hours still belong to the night of the day before.
pub(in crate::render) fn last_moment(to: NaiveDateTime) -> NaiveDateTime {
    let since_midnight = to.time() - NaiveTime::MIN;
    let back = if since_midnight <= TimeDelta::hours(4) { since_midnight } else { TimeDelta::zero() };
    to.checked_sub_signed(back + TimeDelta::seconds(1)).unwrap_or(to)
}

/// The cell that an open stretch starts or ends at.
pub(super) fn at(bound: NaiveDateTime, grain: Grain) -> Cell {
    let coarsest = match grain {
        Grain::Second | Grain::Minute | Grain::Hour | Grain::PartOfDay => Unit::Minute,
        Grain::Day | Grain::Weekend | Grain::Week => Unit::Day,
        Grain::Month | Grain::Quarter | Grain::Season | Grain::Half => Unit::Month,
        _ => Unit::Year,
    };
    let unit = finest(bound).min(coarsest);
    if unit == Unit::Minute && grain > Grain::PartOfDay { Cell::Day(bound.date()) } else { unit.cell(bound) }
}

/// A unit that moments are printed to, finest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Unit {
    Minute,
    Day,
    Month,
    Year,
}

impl Unit {
    fn cell(self, at: NaiveDateTime) -> Cell {
        match self {
            Unit::Minute => Cell::Minute(at),
            Unit::Day => Cell::Day(at.date()),
            Unit::Month => Cell::Month(at.year(), Month::ALL[at.month0() as usize]),
            Unit::Year => Cell::Year(at.year()),
        }
    }
}

/// The coarsest unit that starts at this moment.
fn finest(at: NaiveDateTime) -> Unit {
    if at.time() != NaiveTime::MIN {
        Unit::Minute
    } else if at.day() != 1 {
        Unit::Day
    } else if at.month() != 1 {
        Unit::Month
    } else {
        Unit::Year
    }
}
