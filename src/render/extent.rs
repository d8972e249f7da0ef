//! Draws how far a time reaches: a bar on the strip of the month, year, decade or century around it.
//!
//! Words say the same beside it, so the drawing is decoration to a screen reader.

use super::label::{Dates, last_moment};
use crate::resolve::{Certainty, When};
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};

/// Length of the strip in drawing units.
pub(super) const WIDTH: i64 = 240;

/// The shortest bar that can be seen, and the shortest that can be seen to fade.
const VISIBLE: (i64, i64) = (8, 24);

/// A time drawn on a strip.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Extent {
    /// What the whole strip stands for: "November 2025".
    pub(super) caption: String,
    /// Where months, years or decades begin.
    pub(super) ticks: Vec<i64>,
    /// Parts of the bar, from the start; an end that is not known fades out.
    pub(super) bars: Vec<Bar>,
    /// Brackets at the ends of a time that lies somewhere within.
    pub(super) brackets: Vec<Bracket>,
}

/// A part of the bar.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Bar {
    pub(super) x: i64,
    pub(super) width: i64,
    /// From `faint` to `full`; `hollow` where the event lies somewhere within.
    pub(super) class: &'static str,
}

/// A bracket that opens or closes at `x`; `inward` is where its serifs end.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Bracket {
    pub(super) x: i64,
    pub(super) inward: i64,
}

/// The drawing of a time that is longer than a day or not exact; `None` where there is nothing to see.
pub(super) fn extent(when: &When, dates: &Dates) -> Option<Extent> {
    let (from, to) = (when.interval.from, when.interval.to);
    let vague = when.certainty == Certainty::Approximate;
    if let (Some(from), Some(to)) = (from, to)
        && !vague
        && last_moment(to).max(from).date() == from.date()
    {
        return None;
    }
    let strip = Strip::around(from, to)?;
    let fades = vague || from.is_none() || to.is_none();
    let shortest = if fades { VISIBLE.1 } else { VISIBLE.0 };
    let mut start = from.map_or(0, |from| strip.at(from)).clamp(0, WIDTH);
    let mut end = to.map_or(WIDTH, |to| strip.at(to)).clamp(start, WIDTH);
    // Grown around its middle, within the strip; a known side of an open time stays where it is.
    let missing = (shortest - (end - start)).max(0);
    start = if to.is_none() {
        start.min(WIDTH - shortest)
    } else {
        (start - missing / 2).clamp(0, WIDTH - shortest)
    };
    end = end.max(start + shortest);
    let within = matches!(when.certainty, Certainty::Bounded | Certainty::Inferred);
    let core = if when.certainty == Certainty::Bounded && from.is_some() && to.is_some() {
        "hollow"
    } else {
        "full"
    };
    let brackets = [(from, start, start + 4), (to, end, end - 4)];
    Some(Extent {
        caption: strip.caption(dates),
        ticks: strip.ticks(),
        bars: bars(start, end, from.is_none() || vague, to.is_none() || vague, core),
        brackets: brackets
            .into_iter()
            .filter(|(side, ..)| within && side.is_some())
            .map(|(_, x, inward)| Bracket { x, inward })
            .collect(),
    })
}

/// The bar from `start` to `end`, in three steps of growing strength at a side that fades.
fn bars(start: i64, end: i64, fades_in: bool, fades_out: bool, core: &'static str) -> Vec<Bar> {
    const STEPS: [&str; 3] = ["faint", "light", "strong"];
    let sides = i64::from(fades_in) + i64::from(fades_out);
    // Both fading sides together take two thirds, so that something solid stays in the middle.
    let step = if sides == 0 { 0 } else { (end - start) * 2 / 3 / sides / 3 };
    let mut bars = Vec::new();
    let mut x = start;
    if fades_in {
        for class in STEPS {
            bars.push(Bar { x, width: step, class });
            x += step;
        }
    }
    let solid = end - if fades_out { 3 * step } else { 0 };
    bars.push(Bar { x, width: solid - x, class: core });
    if fades_out {
        let fading = STEPS.into_iter().rev().zip(0..);
        bars.extend(fading.map(|(class, n)| Bar { x: solid + n * step, width: step, class }));
    }
    bars
}

/// A stretch of the calendar that bars are drawn on.
#[derive(Clone, Copy)]
struct Strip {
    first: NaiveDate,
    months: u32,
}

impl Strip {
    /// The smallest month, year, decade or century that holds the known sides and more than the time itself.
    fn around(from: Option<NaiveDateTime>, to: Option<NaiveDateTime>) -> Option<Strip> {
        let (a, b) = (from.or_else(|| to.map(last_moment))?, to.map(last_moment).or(from)?);
        [1, 12, 120, 1200].into_iter().find_map(|months| {
            let strip = Strip { first: first_of(a, months)?, months };
            let holds = a.date() >= strip.first && b.date() < strip.end()?;
            let starts = from.is_none_or(|from| from == strip.first.and_time(NaiveTime::MIN));
            let ends = to.is_none_or(|to| Some(to) == strip.end().map(|end| end.and_time(NaiveTime::MIN)));
            (holds && !(starts && ends)).then_some(strip)
        })
    }

    fn end(self) -> Option<NaiveDate> {
        self.first.checked_add_months(chrono::Months::new(self.months))
    }

    /// Where a moment lies, in drawing units.
    fn at(self, moment: NaiveDateTime) -> i64 {
        let start = self.first.and_time(NaiveTime::MIN);
        let length = self.end().map_or(1, |end| (end - self.first).num_minutes()).max(1);
        (moment - start).num_minutes() * WIDTH / length
    }

    fn caption(self, dates: &Dates) -> String {
        let first = self.first.year();
        match self.months {
            1 => dates.month_and_year(self.first),
            12 => dates.year(first),
            120 => format!("{}–{}", dates.year(first), dates.year(first + 9)),
            _ => format!("{}–{}", dates.year(first), dates.year(first + 99)),
        }
    }

    /// Where the strip's own parts begin: months of a year, years of a decade, decades of a century.
    fn ticks(self) -> Vec<i64> {
        match self.months {
            1 => Vec::new(),
            12 => (1..12).map(|n| n * WIDTH / 12).collect(),
            _ => (1..10).map(|n| n * WIDTH / 10).collect(),
        }
    }
}

/// The first day of the month, year, decade or century around a moment.
fn first_of(at: NaiveDateTime, months: u32) -> Option<NaiveDate> {
    let year = at.year();
    match months {
        1 => at.date().with_day(1),
        12 => NaiveDate::from_ymd_opt(year, 1, 1),
        120 => NaiveDate::from_ymd_opt(year - year.rem_euclid(10), 1, 1),
        _ => NaiveDate::from_ymd_opt(year - year.rem_euclid(100), 1, 1),
    }
}

#[cfg(test)]
mod tests {
    use super::{Bar, Extent};
    use crate::expression::Grain;
    use crate::render::label::Dates;
    use crate::resolve::{Certainty, Interval, Value, When, Why};
    use chrono::NaiveDate;

    fn extent(when: &When) -> Option<Extent> {
        super::extent(when, &Dates::default())
    }

    fn when(from: &str, to: &str, certainty: Certainty) -> When {
        let moment = |text: &str| text.parse::<NaiveDate>().ok().and_then(|day| day.and_hms_opt(0, 0, 0));
        let interval = Interval { from: moment(from), to: moment(to) };
        When { interval, grain: Grain::Day, certainty, value: Value::Interval, why: Why::default() }
    }

    #[test]
    fn a_day_needs_no_drawing_and_a_week_is_drawn_in_its_month() {
        assert_eq!(extent(&when("2025-11-19", "2025-11-20", Certainty::Exact)), None);
        assert_eq!(extent(&when("-", "-", Certainty::Exact)), None);
        let week = extent(&when("2025-11-04", "2025-11-10", Certainty::Inferred)).unwrap();
        assert_eq!(week.caption, "November 2025");
        assert_eq!(week.bars, [Bar { x: 24, width: 48, class: "full" }]);
        assert_eq!(week.brackets.len(), 2);
    }

    #[test]
    fn the_strip_is_larger_than_what_it_shows() {
        let caption = |from, to| extent(&when(from, to, Certainty::Exact)).unwrap().caption;
        assert_eq!(caption("2025-10-01", "2025-11-01"), "2025");
        assert_eq!(caption("2025-10-28", "2025-11-04"), "2025");
        assert_eq!(caption("2025-01-01", "2026-01-01"), "2020–2029");
        assert_eq!(caption("1990-01-01", "2000-01-01"), "1900–1999");
        assert_eq!(caption("-", "2025-11-09"), "November 2025");
        assert_eq!(caption("-", "2025-11-01"), "2025");
        assert_eq!(caption("2025-11-04", "-"), "November 2025");
        assert_eq!(extent(&when("0980-01-01", "1980-01-01", Certainty::Exact)), None);
    }

    #[test]
    fn what_is_not_known_fades_out_within_the_strip() {
        for (from, to, certainty) in [
            ("-", "2025-11-09", Certainty::Bounded),
            ("2025-11-29", "-", Certainty::Bounded),
            ("2025-11-01", "2025-11-02", Certainty::Approximate),
        ] {
            let drawn = extent(&when(from, to, certainty)).unwrap();
            assert!(drawn.bars.len() > 3, "{drawn:?}");
            let mut x = drawn.bars[0].x;
            for bar in &drawn.bars {
                assert_eq!(bar.x, x, "{drawn:?}");
                x += bar.width;
            }
            assert!(x <= super::WIDTH, "{drawn:?}");
        }
    }
}
