//! Where events cluster: how many there are in each stretch of the whole time.

use crate::render::label::{Dates, last_moment};
use crate::sorting;
use crate::timeline::Entry;
use chrono::{Datelike, NaiveDateTime, NaiveTime};

/// Length of the strip, and height of the highest column, in drawing units.
pub(in crate::render) const WIDTH: i64 = 600;
const HEIGHT: i64 = 36;

/// Into how many stretches the time is parted.
const STRETCHES: i64 = 60;

/// Minutes from which on a time is one of years.
const YEARS: i64 = 3 * 366 * 24 * 60;

/// Days up to which a time is one of days.
const DAYS: i64 = 92;

/// From how many events on a strip shows more than the list.
const ENOUGH: usize = 5;

/// A column for each stretch in which something happened.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::render) struct Overview {
    pub(in crate::render) columns: Vec<Column>,
    /// The first and the last date, in words.
    pub(in crate::render) first: String,
    pub(in crate::render) last: String,
    /// "4 of 9 events" and the date around which they lie; `None` where no two lie together.
    pub(in crate::render) busiest: Option<(String, String)>,
}

/// A column of the strip, measured from the top left.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::render) struct Column {
    pub(in crate::render) x: i64,
    pub(in crate::render) y: i64,
    pub(in crate::render) width: i64,
    pub(in crate::render) height: i64,
}

impl Overview {
    /// `None` for a handful of events, or for events of one day.
    pub(super) fn of(entries: &[Entry], dates: &Dates) -> Option<Overview> {
        let moments: Vec<NaiveDateTime> = entries.iter().filter_map(moment).collect();
        // What the strip is of begins and ends with the times themselves: "the 1920s" lie around 1925, and begin in 1920.
        let side = |pick: fn(&Entry) -> Option<NaiveDateTime>| entries.iter().filter_map(pick);
        let begins = |entry: &Entry| entry.when.interval.from.or_else(|| moment(entry));
        let ends = |entry: &Entry| entry.when.interval.to.map(last_moment).or_else(|| moment(entry));
        let (first, last) = (side(begins).min()?, side(ends).max()?);
        let length = (last - first).num_minutes();
        if moments.len() < ENOUGH || length < 24 * 60 {
            return None;
        }
        let mut counts = [0_i64; STRETCHES as usize];
        let stretch =
            |moment: NaiveDateTime| ((moment - first).num_minutes() * STRETCHES / length).min(STRETCHES - 1);
        for moment in &moments {
            if let Some(count) = counts.get_mut(usize::try_from(stretch(*moment)).unwrap_or_default()) {
                *count += 1;
            }
        }
        let most = counts.iter().copied().max()?;
        let step = WIDTH / STRETCHES;
        let columns = (0..).zip(counts).filter(|(_, count)| *count > 0).map(|(n, count)| {
            // The square root keeps one event visible beside a hundred.
            let height = ((count as f64 / most as f64).sqrt() * HEIGHT as f64).round() as i64;
            Column { x: n * step, y: HEIGHT - height, width: step - 2, height }
        });
        // Over years, a month would say more than can be seen.
        let is_years = length > YEARS;
        let name = |at: NaiveDateTime| {
            if is_years { dates.year(at.date().year()) } else { dates.month_and_year(at.date()) }
        };
        let ends = [first, last].map(name);
        let [first_name, last_name] =
            if ends[0] == ends[1] && !is_years { [first, last].map(|at| dates.day(at.date())) } else { ends };
        let busiest = (0..).zip(counts).max_by_key(|(n, count)| (*count, -*n)).map_or(0, |(n, _)| n);
        let mut there: Vec<_> = moments.iter().filter(|moment| stretch(**moment) == busiest).collect();
        sorting::sort(&mut there);
        let middle = there.get(there.len() / 2).map_or(first, |moment| **moment);
        let around = if length < DAYS * 24 * 60 { dates.day(middle.date()) } else { name(middle) };
        Some(Overview {
            columns: columns.collect(),
            first: first_name,
            last: last_name,
            busiest: (most > 1).then(|| (format!("{most} of {} events", moments.len()), around)),
        })
    }
}

/// The middle of a time, or the side of it that is known.
fn moment(entry: &Entry) -> Option<NaiveDateTime> {
    match (entry.when.interval.from, entry.when.interval.to) {
        (Some(from), Some(to)) => Some(from + (last_moment(to).max(from) - from) / 2),
        (Some(side), None) => Some(side),
        (None, Some(side)) => Some(last_moment(side).date().and_time(NaiveTime::MIN)),
        (None, None) => None,
    }
}
