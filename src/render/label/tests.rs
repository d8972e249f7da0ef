use super::label;
use crate::expression::Grain;
use crate::expression::{
    Amount, Bound, Cycle, Every, Fuzzy, Hedge, Month, PartOfDay, Portion, Quantity, Season, Unit, Weekday,
};
use crate::resolve::{Cell, Certainty, Interval, Reason, Value, When, Why};
use chrono::{NaiveDate, NaiveDateTime};

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A moment as "2025-11-19" or "2025-11-19T20:00"; `-` is an open side.
fn moment(text: &str) -> Option<NaiveDateTime> {
    match text {
        "-" => None,
        day if !day.contains('T') => date(day).and_hms_opt(0, 0, 0),
        time => Some(NaiveDateTime::parse_from_str(time, "%Y-%m-%dT%H:%M").unwrap()),
    }
}

fn when(value: Value, from: &str, to: &str, certainty: Certainty) -> When {
    let grain = match value {
        Value::Cell { cell, .. } | Value::Range(cell, _) => cell.grain(),
        Value::Window { amount, .. } if amount.unit == Unit::Year => Grain::Year,
        _ => Grain::Day,
    };
    When {
        interval: Interval { from: moment(from), to: moment(to) },
        grain,
        certainty,
        value,
        why: Why::default(),
    }
}

const fn cell(cell: Cell) -> Value {
    Value::Cell { cell, portion: None, hedge: None, universal: false }
}

const fn portion(portion: Portion, cell: Cell) -> Value {
    Value::Cell { cell, portion: Some(portion), hedge: None, universal: false }
}

#[test]
fn a_cell_is_called_by_its_name() {
    let day = date("2025-11-19");
    let at = |text| moment(text).unwrap();
    let cases = [
        (Cell::PartOfDay(day, PartOfDay::Night), "Wednesday 19 November 2025, night"),
        (Cell::PartOfDay(day, PartOfDay::EarlyMorning), "Wednesday 19 November 2025, early morning"),
        (Cell::Second(at("2025-11-11T19:15")), "Tuesday 11 November 2025, 7:15:00 p.m."),
        (Cell::Minute(at("2025-11-11T19:15")), "Tuesday 11 November 2025, 7:15 p.m."),
        (Cell::Hour(at("2025-11-11T07:00")), "Tuesday 11 November 2025, 7 a.m."),
        (Cell::Hour(at("2025-11-11T12:00")), "Tuesday 11 November 2025, noon"),
        (Cell::Minute(at("2025-11-11T00:00")), "Tuesday 11 November 2025, midnight"),
        (Cell::Day(day), "Wednesday 19 November 2025"),
        (Cell::Week(date("2025-11-17")), "the week of 17 November 2025"),
        (Cell::Month(2025, Month::October), "October 2025"),
        (Cell::Quarter(1998, 3), "the third quarter of 1998"),
        (Cell::Half(2025, 1), "the first half of 2025"),
        (Cell::Season(2025, Season::Summer), "Summer 2025"),
        (Cell::Season(2025, Season::Winter), "Winter 2025–26"),
        (Cell::Season(1999, Season::Winter), "Winter 1999–00"),
        (Cell::Year(1998), "1998"),
        (Cell::Year(476), "AD 476"),
        (Cell::Year(0), "1 BC"),
        (Cell::Month(-43, Month::March), "March 44 BC"),
        (Cell::Decade(1990), "the 1990s"),
        (Cell::Decade(-50), "51 BC–42 BC"),
        (Cell::Century(19), "the 19th century"),
        (Cell::Century(-1), "the 1st century BC"),
        (Cell::Millennium(2), "the 2nd millennium"),
    ];
    for (named, expected) in cases {
        // Exact cells are closed, but how far they reach does not change their name.
        let when = when(cell(named), "2025-01-01", "2025-01-02", Certainty::Exact);
        assert_eq!(label(&when), expected, "{named:?}");
    }
}

#[test]
fn a_weekend_is_called_by_its_days() {
    let weekend = cell(Cell::Weekend(date("2025-11-24")));
    let label = |from, to| label(&when(weekend.clone(), from, to, Certainty::Exact));
    assert_eq!(label("2025-11-29", "2025-12-01"), "the weekend of 29–30 November 2025");
    assert_eq!(label("2025-11-28", "2025-12-01"), "the weekend of 28–30 November 2025");
    assert_eq!(label("-", "2025-12-01"), "until the weekend of 29–30 November 2025");
}

#[test]
fn a_portion_stands_before_its_cell() {
    let cases = [
        (Portion::Early, Cell::Year(1998), "early 1998"),
        (Portion::Mid, Cell::Month(2025, Month::November), "mid-November 2025"),
        (Portion::Late, Cell::Decade(1990), "the late 1990s"),
        (Portion::Mid, Cell::Decade(1990), "the mid-1990s"),
        (Portion::Early, Cell::Century(19), "the early 19th century"),
        (Portion::End, Cell::Year(2026), "the end of 2026"),
        (Portion::Start, Cell::Week(date("2025-11-17")), "the start of the week of 17 November 2025"),
        (Portion::Late, Cell::Quarter(2025, 3), "late in the third quarter of 2025"),
        (Portion::Early, Cell::Day(date("2025-11-19")), "early on 19 November 2025"),
        (Portion::Fiscal, Cell::Year(1989), "fiscal 1989"),
        (Portion::FirstHalf, Cell::Decade(1990), "the first half of the 1990s"),
    ];
    for (which, of, expected) in cases {
        let when = when(portion(which, of), "1998-01-01", "1998-05-01", Certainty::Approximate);
        assert_eq!(label(&when), expected);
    }
}

#[test]
fn what_starts_as_planned_is_from_a_day_on() {
    let day = cell(Cell::Day(date("2025-11-09")));
    for (bound, expected) in [(Bound::From, "from 9 November 2025"), (Bound::Since, "since 9 November 2025")]
    {
        let mut when = when(day.clone(), "2025-11-09", "-", Certainty::Bounded);
        when.why.0.push(Reason::Open(bound));
        assert_eq!(label(&when), expected);
    }
}

#[test]
fn open_sides_are_before_until_after_or_since() {
    let day = cell(Cell::Day(date("2025-11-09")));
    let month = cell(Cell::Month(2025, Month::November));
    let cases = [
        (day.clone(), "-", "2025-11-09", "before 9 November 2025"),
        (day.clone(), "-", "2025-11-10", "until 9 November 2025"),
        (day.clone(), "2025-11-10", "-", "after 9 November 2025"),
        (day, "2025-11-09", "-", "since 9 November 2025"),
        (month.clone(), "-", "2025-11-01", "before November 2025"),
        (month, "2025-12-01", "-", "after November 2025"),
        (Value::Event, "-", "2025-11-04", "before 4 November 2025"),
        (Value::Event, "2025-11-04T20:00", "-", "since 4 November 2025"),
        (cell(Cell::Year(1999)), "1999-01-01", "-", "since 1999"),
        (cell(Cell::Season(2025, Season::Winter)), "-", "2025-12-01", "before Winter 2025–26"),
        (Value::Event, "-", "-", "at an unknown time"),
    ];
    for (value, from, to, expected) in cases {
        let when = when(value, from, to, Certainty::Bounded);
        assert_eq!(label(&when), expected, "[{from}, {to})");
    }
}

#[test]
fn a_stretch_says_each_thing_once() {
    let (exact, bounded) = (Certainty::Inferred, Certainty::Bounded);
    let earlier = portion(Portion::Earlier, Cell::Month(2025, Month::November));
    let years = Value::Window { amount: Amount::new(10, Unit::Year), hedge: None, back: true };
    let cases = [
        (Value::Interval, "2025-11-03", "2025-11-10", exact, "3–9 November 2025"),
        (Value::Interval, "2025-11-03", "2025-11-10", bounded, "between 3 and 9 November 2025"),
        (Value::Interval, "2025-10-28", "2025-11-04", exact, "28 October – 3 November 2025"),
        (Value::Interval, "2024-12-28", "2025-01-04", exact, "28 December 2024 – 3 January 2025"),
        (Value::Interval, "2025-11-19", "2025-11-20", exact, "Wednesday 19 November 2025"),
        (Value::Interval, "2025-11-19", "2025-11-20", bounded, "19 November 2025"),
        // A night ends in the small hours of the next day and still belongs to its own.
        (Value::Interval, "2025-11-19", "2025-11-20T04:00", bounded, "19 November 2025"),
        (Value::Interval, "2025-11-20", "2025-11-20T03:00", bounded, "20 November 2025"),
        (earlier.clone(), "2025-11-01", "2025-11-21", exact, "1–20 November 2025"),
        (earlier, "2025-11-01", "2025-11-21", bounded, "between 1 and 20 November 2025"),
        (years, "2015-11-20", "2025-11-20", exact, "November 2015 – November 2025"),
        (
            Value::Range(Cell::Month(2025, Month::March), Cell::Month(2025, Month::May)),
            "2025-03-01",
            "2025-06-01",
            exact,
            "March–May 2025",
        ),
        (Value::Range(Cell::Year(1939), Cell::Year(1945)), "1939-01-01", "1946-01-01", exact, "1939–1945"),
        (Value::Range(Cell::Year(-43), Cell::Year(-30)), "1939-01-01", "1946-01-01", exact, "44–31 BC"),
        (Value::Range(Cell::Year(-4), Cell::Year(14)), "1939-01-01", "1946-01-01", exact, "5 BC – AD 14"),
        (
            Value::Range(Cell::Quarter(2025, 1), Cell::Quarter(2025, 2)),
            "2025-01-01",
            "2025-07-01",
            exact,
            "the first – the second quarter of 2025",
        ),
    ];
    for (value, from, to, certainty, expected) in cases {
        let when = when(value, from, to, certainty);
        assert_eq!(label(&when), expected, "[{from}, {to})");
    }
}

#[test]
fn what_is_vague_says_so() {
    let day = Cell::Day(date("2024-02-21"));
    let about = when(cell(day), "2024-02-18", "2024-02-25", Certainty::Approximate);
    assert_eq!(label(&about), "about 21 February 2024");
    let hedged =
        Value::Cell { cell: Cell::Year(2019), portion: None, hedge: Some(Hedge::Approx), universal: false };
    assert_eq!(label(&when(hedged, "2019-01-01", "2020-01-01", Certainty::Exact)), "about 2019");
}

#[test]
fn what_lies_nowhere_has_a_label_too() {
    let weeks = Amount::new(3, Unit::Week);
    let vague = Amount { quantity: Quantity::Few, ..weeks };
    let half =
        Amount { quantity: Quantity::Exactly(crate::expression::Number(250)), ..Amount::new(1, Unit::Year) };
    let monday = Every { of: Cycle::Weekday(Weekday::Monday), step: 1, times: None, quantified: true };
    let cases = [
        (Value::Duration { amount: weeks, hedge: Some(Hedge::MoreThan) }, "more than 3 weeks"),
        (Value::Duration { amount: vague, hedge: None }, "a few weeks"),
        (Value::Duration { amount: half, hedge: None }, "2.5 years"),
        (Value::Duration { amount: Amount::new(1, Unit::Century), hedge: None }, "1 century"),
        (Value::Set(monday), "every Monday"),
        (Value::Set(Every { of: Cycle::Unit(Unit::Week), times: Some(2), ..monday }), "twice every week"),
        (Value::Set(Every { step: 2, ..monday }), "every other Monday"),
        (Value::Fuzzy(Fuzzy::Present), "now"),
    ];
    for (value, expected) in cases {
        assert_eq!(label(&when(value, "-", "-", Certainty::Exact)), expected);
    }
}
