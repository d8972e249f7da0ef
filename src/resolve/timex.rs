//! TIMEX3: the printed view that corpora use.
//!
//! Values follow TimeML as annotated in TimeBank; where a corpus's habit differs from the meaning kept in the interval,
//! only this view follows the corpus.

use super::calendar::{add_days, iso_week};
use super::cell::Cell;
use super::when::{Value, When};
use crate::expression::{
    Amount, Cycle, DateFields, Fuzzy, Grain, Hedge, Number, PartOfDay, Portion, Quantity, Season, Unit, Year,
    unit::names,
};
use chrono::Datelike;

/// A TIMEX3 annotation's attributes.
///
/// ```
/// use dateline::{Resolver, resolve::TimexType};
///
/// let timex = Resolver::on("2025-11-20")?.resolve("early this month").unwrap().timex();
/// assert_eq!((timex.kind, timex.value.as_str(), timex.modifier), (TimexType::Date, "2025-11", Some("START")));
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Timex {
    /// `type`.
    pub kind: TimexType,
    /// `value`.
    pub value: String,
    /// `mod`.
    pub modifier: Option<&'static str>,
    /// `quant`, of sets.
    pub quant: Option<&'static str>,
    /// `freq`, of sets.
    pub freq: Option<String>,
}

names! {
    /// The type of a TIMEX3.
    TimexType in "dateline::resolve" {
        /// A calendar date, coarse or fine.
        Date = "DATE",
        /// A time within a day.
        Time = "TIME",
        /// A length.
        Duration = "DURATION",
        /// Something that recurs.
        Set = "SET",
    }
}

impl When {
    /// The TIMEX3 view.
    ///
    /// ```
    /// use dateline::Resolver;
    ///
    /// let resolver = Resolver::on("2025-11-20")?;
    /// assert_eq!(resolver.resolve("Wednesday night").unwrap().timex().value, "2025-11-19TNI");
    /// assert_eq!(resolver.resolve("for three weeks").unwrap().timex().value, "P3W");
    /// # Ok::<(), dateline::Error>(())
    /// ```
    pub fn timex(&self) -> Timex {
        let plain = |kind, value: String| Timex { kind, value, modifier: None, quant: None, freq: None };
        match &self.value {
            Value::Cell { cell, portion, hedge, universal } => {
                let kind = if cell.grain() < Grain::Day { TimexType::Time } else { TimexType::Date };
                let modifier = portion.and_then(portion_mod).or(hedge.map(hedge_mod));
                let zone = if *universal { "Z" } else { "" };
                Timex { modifier, ..plain(kind, cell_value(*cell) + zone) }
            }
            Value::Around(day) => plain(TimexType::Date, cell_value(Cell::Week(*day))),
            // Nobody can say which day; TimeML names the direction.
            Value::Vague { back, .. } => {
                plain(TimexType::Date, if *back { "PAST_REF" } else { "FUTURE_REF" }.to_owned())
            }
            Value::Range(a, b) => {
                let kind = if a.grain() < Grain::Day { TimexType::Time } else { TimexType::Date };
                plain(kind, format!("{}/{}", cell_value(*a), cell_value(*b)))
            }
            Value::Window { amount, hedge, .. } | Value::Duration { amount, hedge } => Timex {
                modifier: hedge.map(hedge_mod).or_else(|| vague_mod(amount.quantity)),
                ..plain(TimexType::Duration, amount_value(amount))
            },
            Value::Set(every) => Timex {
                quant: every.quantified.then_some("EVERY"),
                freq: every.times.map(|n| format!("{n}X")),
                ..plain(TimexType::Set, set_value(every.of, every.step))
            },
            Value::Fuzzy(fuzzy) => plain(TimexType::Date, fuzzy_value(*fuzzy).to_owned()),
            Value::Partial(fields) => plain(TimexType::Date, partial_value(fields)),
            Value::Event => plain(TimexType::Date, UNKNOWN.to_owned()),
            // A stretch without any end has no EDTF.
            Value::Interval => {
                let edtf = self.edtf();
                plain(TimexType::Date, if edtf.is_empty() { UNKNOWN.to_owned() } else { edtf })
            }
        }
    }
}

/// The value of a day that nothing tells.
const UNKNOWN: &str = "XXXX-XX-XX";

/// A year; before Christ as `BC0044`.
fn year(year: i32) -> String {
    if year > 0 { format!("{year:04}") } else { format!("BC{:04}", 1 - i64::from(year)) }
}

pub(super) const fn season(season: Season) -> &'static str {
    match season {
        Season::Spring => "SP",
        Season::Summer => "SU",
        Season::Fall => "FA",
        Season::Winter => "WI",
    }
}

const fn part_of_day(part: PartOfDay) -> &'static str {
    match part {
        PartOfDay::EarlyMorning | PartOfDay::Morning => "MO",
        PartOfDay::Midday => "MI",
        PartOfDay::Afternoon => "AF",
        PartOfDay::Evening => "EV",
        PartOfDay::Night => "NI",
        PartOfDay::Daytime => "DT",
    }
}

pub(super) fn cell_value(cell: Cell) -> String {
    match cell {
        Cell::Second(at) => format!("{}T{}", day_value(at.date()), at.format("%H:%M:%S")),
        Cell::Minute(at) => format!("{}T{}", day_value(at.date()), at.format("%H:%M")),
        Cell::Hour(at) => format!("{}T{}", day_value(at.date()), at.format("%H")),
        Cell::PartOfDay(day, part) => format!("{}T{}", day_value(day), part_of_day(part)),
        Cell::Day(day) => day_value(day),
        Cell::Days(first, count) => {
            let last = add_days(first, i64::from(count.saturating_sub(1))).unwrap_or(first);
            format!("{}/{}", day_value(first), day_value(last))
        }
        Cell::Weekend(monday) => format!("{}-WE", cell_value(Cell::Week(monday))),
        Cell::Week(first) => {
            let (y, week) = iso_week(first);
            format!("{}-W{week:02}", year(y))
        }
        Cell::Month(y, month) => format!("{}-{:02}", year(y), month.number()),
        Cell::Quarter(y, n) => format!("{}-Q{n}", year(y)),
        Cell::Half(y, n) => format!("{}-H{n}", year(y)),
        Cell::Season(y, s) | Cell::AustralSeason(y, s) => format!("{}-{}", year(y), season(s)),
        Cell::Year(y) => year(y),
        Cell::Decade(y) if y > 0 => format!("{:03}", y / 10),
        Cell::Decade(y) => format!("BC{:03}", -i64::from(y) / 10),
        Cell::Century(n) if n > 0 => format!("{:02}", n - 1),
        Cell::Century(n) => format!("BC{:02}", -i64::from(n)),
        Cell::Millennium(n) => format!("{}", n - 1),
    }
}

fn day_value(day: chrono::NaiveDate) -> String {
    match day.year() {
        // As chrono writes it.
        1..=9999 => day.to_string(),
        other => format!("{}-{:02}-{:02}", year(other), day.month(), day.day()),
    }
}

const fn portion_mod(portion: Portion) -> Option<&'static str> {
    match portion {
        Portion::Early | Portion::Start | Portion::Earlier | Portion::FirstHalf => Some("START"),
        Portion::Mid => Some("MID"),
        Portion::Late | Portion::End | Portion::Later | Portion::SecondHalf => Some("END"),
        Portion::Fiscal => None,
    }
}

const fn hedge_mod(hedge: Hedge) -> &'static str {
    match hedge {
        Hedge::Approx => "APPROX",
        Hedge::LessThan => "LESS_THAN",
        Hedge::MoreThan => "MORE_THAN",
        Hedge::EqualOrLess => "EQUAL_OR_LESS",
        Hedge::EqualOrMore => "EQUAL_OR_MORE",
    }
}

const fn vague_mod(quantity: Quantity) -> Option<&'static str> {
    match quantity {
        Quantity::Couple => Some("APPROX"),
        _ => None,
    }
}

const fn fuzzy_value(fuzzy: Fuzzy) -> &'static str {
    match fuzzy {
        Fuzzy::Past => "PAST_REF",
        Fuzzy::Present => "PRESENT_REF",
        Fuzzy::Future => "FUTURE_REF",
    }
}

/// A unit's letter, with the factor that brings it to that letter, and whether it stands behind `T`.
const fn unit_letter(unit: Unit) -> (&'static str, i64, bool) {
    match unit {
        Unit::Second => ("S", 1, true),
        Unit::Minute => ("M", 1, true),
        Unit::Hour => ("H", 1, true),
        Unit::Day => ("D", 1, false),
        Unit::Night => ("NI", 1, true),
        Unit::Week => ("W", 1, false),
        Unit::Fortnight => ("W", 2, false),
        Unit::Weekend => ("WE", 1, false),
        Unit::Month => ("M", 1, false),
        Unit::Quarter => ("Q", 1, false),
        Unit::Half => ("M", 6, false),
        Unit::Season | Unit::Year => ("Y", 1, false),
        Unit::Decade => ("Y", 10, false),
        Unit::Century => ("Y", 100, false),
        Unit::Millennium => ("Y", 1000, false),
    }
}

fn amount_value(amount: &Amount) -> String {
    if let Some(split) = in_smaller_units(amount) {
        return amount_value(&split);
    }
    let part = |quantity: Quantity, unit: Unit| {
        let (letter, factor, time) = unit_letter(unit);
        let number = match quantity {
            Quantity::Exactly(n) => Number(n.0.saturating_mul(factor)).to_string(),
            Quantity::Couple => (2 * factor).to_string(),
            Quantity::Between(low, _) => (i64::from(low) * factor).to_string(),
            Quantity::Few | Quantity::Some | Quantity::Tens(_) => "X".to_owned(),
        };
        // An unknown number of decades keeps its letter.
        let letter = match (quantity, unit) {
            (Quantity::Few | Quantity::Some | Quantity::Tens(_), Unit::Decade) => "DE",
            (Quantity::Few | Quantity::Some | Quantity::Tens(_), Unit::Century) => "CE",
            _ => letter,
        };
        (format!("{number}{letter}"), time)
    };
    let (first, time) = part(amount.quantity, amount.unit);
    let mut value = format!("P{}{first}", if time { "T" } else { "" });
    if let Some((n, unit)) = amount.plus {
        let (second, second_time) = part(Quantity::Exactly(n), unit);
        if second_time && !time {
            value.push('T');
        }
        value.push_str(&second);
    }
    value
}

/// Hours and minutes with a fraction, which TIMEX3 writes in minutes and seconds: PT5H30M, PT30M.
fn in_smaller_units(amount: &Amount) -> Option<Amount> {
    let smaller = match amount.unit {
        Unit::Hour => Unit::Minute,
        Unit::Minute => Unit::Second,
        _ => return None,
    };
    let Quantity::Exactly(Number(hundredths)) = amount.quantity else { return None };
    let rest = hundredths.checked_mul(60)? % 6000;
    // A third of an hour is twenty minutes, a hundredth none that anybody says.
    if rest == 0 || rest % 100 != 0 || amount.plus.is_some() {
        return None;
    }
    let rest = Number(rest);
    Some(match Number::whole(hundredths / 100) {
        Number(0) => Amount { quantity: Quantity::Exactly(rest), unit: smaller, plus: None },
        whole => {
            Amount { quantity: Quantity::Exactly(whole), unit: amount.unit, plus: Some((rest, smaller)) }
        }
    })
}

fn set_value(of: Cycle, step: u8) -> String {
    match of {
        Cycle::Unit(unit) => amount_value(&Amount::new(i64::from(step), unit)),
        Cycle::Weekday(weekday) => format!("XXXX-WXX-{}", weekday as u8 + 1),
        Cycle::Month(month) => format!("XXXX-{:02}", month.number()),
        Cycle::Season(s) => format!("XXXX-{}", season(s)),
        Cycle::PartOfDay(part) => format!("XXXX-XX-XXT{}", part_of_day(part)),
        Cycle::Quarter(n) => format!("XXXX-Q{n}"),
        Cycle::Half(n) => format!("XXXX-H{n}"),
        Cycle::Holiday(_) | Cycle::Yearly(_) => "P1Y".to_owned(),
    }
}

fn partial_value(fields: &DateFields) -> String {
    let year = match fields.year {
        Some(Year::Full(y)) => year(y),
        Some(Year::Short(y)) => format!("XX{y:02}"),
        None => "XXXX".to_owned(),
    };
    match (fields.month, fields.day, fields.weekday) {
        (Some(month), Some(day), _) => format!("{year}-{:02}-{day:02}", month.number()),
        (Some(month), None, _) => format!("{year}-{:02}", month.number()),
        (None, Some(day), _) => format!("{year}-XX-{day:02}"),
        (None, None, Some(weekday)) => format!("{year}-WXX-{}", weekday as u8 + 1),
        (None, None, None) if fields.year.is_some() => year,
        (None, None, None) => "XXXX-XX-XX".to_owned(),
    }
}
