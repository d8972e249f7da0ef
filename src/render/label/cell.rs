//! What the calendar's cells are called, and where they start.

use crate::expression::{Month, PartOfDay, Portion, Season, Weekday};
use crate::resolve::{Cell, weekday_name};
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

/// The cell's name without a day of the week: "19 November 2025, night".
pub(super) fn name(cell: Cell) -> String {
    match cell {
        Cell::Second(at) => format!("{}, {}", day(at.date()), clock(at.time(), true)),
        Cell::Minute(at) | Cell::Hour(at) => format!("{}, {}", day(at.date()), clock(at.time(), false)),
        Cell::PartOfDay(date, part) => format!("{}, {}", day(date), part_of_day(part)),
        Cell::Day(date) => day(date),
        Cell::Days(first, count) => {
            let last = first
                .checked_add_days(chrono::Days::new(u64::from(count.saturating_sub(1))))
                .unwrap_or(first);
            format!("{} – {}", day(first), day(last))
        }
        Cell::Weekend(monday) => format!("the weekend of {}", weekend(monday)),
        Cell::Week(first) => format!("the week of {}", day(first)),
        Cell::Month(y, m) => format!("{} {}", month(m), year(y)),
        Cell::Quarter(y, n) => format!("the {} quarter of {}", nth(n), year(y)),
        Cell::Half(y, n) => format!("the {} half of {}", nth(n), year(y)),
        Cell::AustralSeason(y, Season::Summer) if (1000..9999).contains(&y) => {
            format!("Summer {y}–{:02}", (y + 1) % 100)
        }
        Cell::Season(y, Season::Winter) if (1000..9999).contains(&y) => {
            format!("Winter {y}–{:02}", (y + 1) % 100)
        }
        Cell::Season(y, s) | Cell::AustralSeason(y, s) => format!("{} {}", season(s), year(y)),
        Cell::Year(y) => year(y),
        Cell::Decade(first) => decade(first),
        Cell::Century(n) => format!("the {}", ordinal_era(n, "century")),
        Cell::Millennium(n) => format!("the {}", ordinal_era(n, "millennium")),
    }
}

/// The cell's name with the day of the week where it lies within one day: "Wednesday 19 November 2025, night".
pub(super) fn full_name(cell: Cell) -> String {
    match date(cell) {
        Some(date) => format!("{} {}", weekday(date), name(cell)),
        None => name(cell),
    }
}

/// The day that the cell lies within; a night belongs to the day on which it starts.
const fn date(cell: Cell) -> Option<NaiveDate> {
    match cell {
        Cell::Second(at) | Cell::Minute(at) | Cell::Hour(at) => Some(at.date()),
        Cell::PartOfDay(date, _) | Cell::Day(date) => Some(date),
        _ => None,
    }
}

/// A portion of a cell: "early 1998", "mid-November 2025", "the late 1990s".
pub(super) fn portion(cell: Cell, portion: Portion) -> String {
    let name = name(cell);
    let (bare, article) = match name.strip_prefix("the ") {
        Some(bare) => (bare, "the "),
        None => (name.as_str(), ""),
    };
    // "early the week of" reads badly: what already has an "of" takes another.
    let counted = matches!(
        cell,
        Cell::Weekend(_)
            | Cell::Week(_)
            | Cell::Quarter(..)
            | Cell::Half(..)
            | Cell::Day(_)
            | Cell::PartOfDay(..)
    );
    let link = if matches!(cell, Cell::Day(_) | Cell::PartOfDay(..)) { "on" } else { "in" };
    match portion {
        Portion::Early if counted => format!("early {link} {name}"),
        Portion::Mid if counted => format!("the middle of {name}"),
        Portion::Late if counted => format!("late {link} {name}"),
        Portion::Early => format!("{article}early {bare}"),
        Portion::Mid => format!("{article}mid-{bare}"),
        Portion::Late => format!("{article}late {bare}"),
        Portion::Start => format!("the start of {name}"),
        Portion::End => format!("the end of {name}"),
        Portion::FirstHalf => format!("the first half of {name}"),
        Portion::SecondHalf => format!("the second half of {name}"),
        Portion::Earlier => format!("earlier in {name}"),
        Portion::Later => format!("later in {name}"),
        Portion::Fiscal => format!("fiscal {bare}"),
    }
}

/// The first moment of a cell, seasons on the northern hemisphere; `None` beyond the years that chrono counts.
pub(super) fn start(cell: Cell) -> Option<NaiveDateTime> {
    let first = |y: i32, m: u32| NaiveDate::from_ymd_opt(y, m, 1);
    let date = match cell {
        Cell::Second(at) | Cell::Minute(at) | Cell::Hour(at) => return Some(at),
        Cell::PartOfDay(date, part) => return date.and_hms_opt(first_hour(part), 0, 0),
        Cell::Day(date) | Cell::Week(date) | Cell::Days(date, _) => Some(date),
        Cell::Weekend(monday) => monday.checked_add_days(chrono::Days::new(5)),
        Cell::Month(y, m) => first(y, m.number().into()),
        Cell::Quarter(y, n) => first(y, u32::from(n.saturating_sub(1)) * 3 + 1),
        Cell::Half(y, n) => first(y, u32::from(n.saturating_sub(1)) * 6 + 1),
        Cell::Season(y, s) => first(y, [3, 6, 9, 12][s as usize]),
        Cell::AustralSeason(y, s) => first(y, [9, 12, 3, 6][s as usize]),
        Cell::Year(y) | Cell::Decade(y) => first(y, 1),
        Cell::Century(n) => first(first_year(n, 100), 1),
        Cell::Millennium(n) => first(first_year(n, 1000), 1),
    };
    date.map(|date| date.and_time(NaiveTime::MIN))
}

/// The first year of the n-th stretch of `length` years, counted backwards before Christ.
const fn first_year(n: i32, length: i32) -> i32 {
    let before = if n > 0 { n - 1 } else { n };
    before.saturating_mul(length).saturating_add(1)
}

const fn first_hour(part: PartOfDay) -> u32 {
    match part {
        PartOfDay::EarlyMorning => 0,
        PartOfDay::Morning | PartOfDay::Daytime => 6,
        PartOfDay::Midday => 11,
        PartOfDay::Afternoon => 12,
        PartOfDay::Evening => 17,
        PartOfDay::Night => 20,
    }
}

/// "19 November 2025".
pub(super) fn day(date: NaiveDate) -> String {
    format!("{} {} {}", date.day(), month_of(date), year(date.year()))
}

/// "1998", "AD 476", "44 BC"; `y` is astronomical.
pub(super) fn year(y: i32) -> String {
    match y {
        1000.. => y.to_string(),
        1..1000 => format!("AD {y}"),
        _ => format!("{} BC", 1 - i64::from(y)),
    }
}

/// "7 p.m.", "7:15 p.m.", "noon"; seconds only where asked for.
pub(super) fn clock(time: NaiveTime, seconds: bool) -> String {
    match (time.hour(), time.minute(), seconds) {
        (0, 0, false) => return "midnight".to_owned(),
        (12, 0, false) => return "noon".to_owned(),
        _ => {}
    }
    let (pm, hour) = time.hour12();
    let half = if pm { "p.m." } else { "a.m." };
    match (time.minute(), time.second()) {
        (minute, second) if seconds => format!("{hour}:{minute:02}:{second:02} {half}"),
        (0, _) => format!("{hour} {half}"),
        (minute, _) => format!("{hour}:{minute:02} {half}"),
    }
}

/// "Wednesday".
pub(super) fn weekday(date: NaiveDate) -> &'static str {
    weekday_name(Weekday::ALL[date.weekday().num_days_from_monday() as usize])
}

/// "November 2025", of a date.
pub(super) fn month_and_year(date: NaiveDate) -> String {
    format!("{} {}", month_of(date), year(date.year()))
}

/// "November", of a date.
pub(super) fn month_of(date: NaiveDate) -> &'static str {
    month(Month::ALL[date.month0() as usize])
}

pub(super) const fn month(month: Month) -> &'static str {
    match month {
        Month::January => "January",
        Month::February => "February",
        Month::March => "March",
        Month::April => "April",
        Month::May => "May",
        Month::June => "June",
        Month::July => "July",
        Month::August => "August",
        Month::September => "September",
        Month::October => "October",
        Month::November => "November",
        Month::December => "December",
    }
}

pub(super) const fn season(season: Season) -> &'static str {
    match season {
        Season::Spring => "Spring",
        Season::Summer => "Summer",
        Season::Fall => "Fall",
        Season::Winter => "Winter",
    }
}

pub(super) const fn part_of_day(part: PartOfDay) -> &'static str {
    match part {
        PartOfDay::EarlyMorning => "early morning",
        PartOfDay::Morning => "morning",
        PartOfDay::Midday => "midday",
        PartOfDay::Afternoon => "afternoon",
        PartOfDay::Evening => "evening",
        PartOfDay::Night => "night",
        PartOfDay::Daytime => "daytime",
    }
}

/// "22–23 November 2025", of the week that starts on `monday`.
fn weekend(monday: NaiveDate) -> String {
    let days = |n| monday.checked_add_days(chrono::Days::new(n));
    match (days(5), days(6)) {
        (Some(saturday), Some(sunday)) => super::Ends::of(Cell::Day(saturday), Cell::Day(sunday)).dash(),
        _ => day(monday),
    }
}

/// "the 1990s"; a decade that has no such name is printed by its years.
fn decade(first: i32) -> String {
    let last = first.saturating_add(9);
    match first {
        1000.. => format!("the {first}s"),
        10..1000 => format!("the {first}s AD"),
        _ => format!("{}–{}", year(first), year(last)),
    }
}

/// "19th century", "1st century BC".
fn ordinal_era(n: i32, unit: &str) -> String {
    match n {
        1.. => format!("{} {unit}", ordinal(n.into())),
        _ => format!("{} {unit} BC", ordinal(i64::from(n).abs().max(1))),
    }
}

/// "first" … "fourth", of quarters and halves.
pub(super) fn nth(n: u8) -> String {
    match n {
        1 => "first".to_owned(),
        2 => "second".to_owned(),
        3 => "third".to_owned(),
        4 => "fourth".to_owned(),
        _ => ordinal(n.into()),
    }
}

/// "1st", "2nd", "3rd", "4th", "11th".
fn ordinal(n: i64) -> String {
    let suffix = match (n % 10, n % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{n}{suffix}")
}
