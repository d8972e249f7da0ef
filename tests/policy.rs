//! Every choice of a policy: what a text means by its default, and what it means otherwise.

use dateline::Resolver;
use dateline::resolve::{Policy, When};
use std::collections::BTreeSet;

/// Text, choice and value, and what it means on Thursday 20 November 2025 without and with it.
const CASES: &[(&str, &str, &str, &str)] = &[
    ("3/4/2025", "date-order=dmy", "2025-03-04", "2025-04-03"),
    ("On 4 August 1914 it began. It ended on 12 September.", "genre=narrative", "2025-09-12", "1914-09-12"),
    ("They met on Friday.", "bare-weekday=future", "2025-11-14", "2025-11-21"),
    ("They will meet on Monday.", "bare-weekday=past", "2025-11-24", "2025-11-17"),
    ("They met on Friday.", "bare-weekday=nearest", "2025-11-14", "2025-11-21"),
    ("They met on Tuesday.", "bare-weekday=nearest", "2025-11-18", "2025-11-18"),
    ("They met on Thursday.", "weekday-today=false", "2025-11-20", "2025-11-13"),
    ("They will meet on Thursday.", "weekday-today=false", "2025-11-20", "2025-11-27"),
    ("They will meet this Monday.", "this-weekday=week", "2025-11-24", "2025-11-17"),
    ("last Monday", "last-weekday=week", "2025-11-17", "2025-11-10"),
    ("They met on December 24th.", "bare-date=future", "2024-12-24", "2025-12-24"),
    ("They met on October 3rd.", "bare-date=future", "2025-10-03", "2026-10-03"),
    ("They will meet at Christmas.", "bare-date=past", "2025-12-25", "2024-12-25"),
    ("on Friday, November 24th", "weekday-years=1", "2023-11-24", "2025-11-24"),
    ("in March '44", "short-years-ahead=5", "2044-03", "1944-03"),
    ("They met in October.", "bare-month=future", "2025-10", "2026-10"),
    ("They will meet in the spring.", "bare-month=past", "2026-25", "2025-25"),
    ("They met in January.", "bare-month=nearest", "2025-01", "2026-01"),
    ("this week", "week-start=sun", "2025-11-17/2025-11-23", "2025-11-16/2025-11-22"),
    ("this week", "week-start=sat", "2025-11-17/2025-11-23", "2025-11-15/2025-11-21"),
    ("last month", "last-unit=rolling", "2025-10", "2025-10-21/2025-11-20"),
    ("next week", "last-unit=rolling", "2025-11-24/2025-11-30", "2025-11-20/2025-11-26"),
    ("the last three months", "past-units=whole", "2025-08-21/2025-11-20", "2025-08-01/2025-10-31"),
    ("the last two weeks", "past-units=whole", "2025-11-07/2025-11-20", "2025-11-03/2025-11-16"),
    ("three weeks ago", "weeks-ago=day", "2025-10-30~", "2025-10-30"),
    ("three weeks ago", "weeks-ago=week", "2025-10-30~", "2025-10-27/2025-11-02"),
    ("two months ago", "months-ago=day", "2025-09", "2025-09-20"),
    ("a year ago", "months-ago=day", "2024", "2024-11-20"),
    ("On May 3 they met. Two days later they parted.", "later=publication", "2025-05-05", "2025-11-22"),
    ("On May 3 they met. The next day they parted.", "later=publication", "2025-05-04", "2025-11-21"),
    ("a couple of days ago", "couple=3", "2025-11-18~", "2025-11-17~"),
    ("a few days ago", "few=4", "2025-11-16/2025-11-18", "2025-11-15/2025-11-17"),
    ("several days ago", "uncounted=5", "2025-11-11/2025-11-18", "2025-11-15/2025-11-18"),
    ("in early 2024", "early-late=quarters", "2024-01-01/2024-04-30", "2024-01-01/2024-03-31"),
    ("in mid-June 2024", "early-late=quarters", "2024-06-11/2024-06-20", "2024-06-08/2024-06-22"),
    ("early Friday morning", "early-morning=1-5", "00:00/06:00", "01:00/05:00"),
    ("Wednesday morning", "morning=5-11", "06:00/12:00", "05:00/11:00"),
    ("Wednesday lunchtime", "midday=12-13", "11:00/14:00", "12:00/13:00"),
    ("Wednesday afternoon", "afternoon=13-17", "12:00/18:00", "13:00/17:00"),
    ("Wednesday evening", "evening=18-24", "17:00/21:00", "18:00/00:00"),
    ("Wednesday night", "night=21-5", "20:00/04:00", "21:00/05:00"),
    ("Wednesday daytime", "daytime=7-19", "06:00/18:00", "07:00/19:00"),
    ("last weekend", "weekend=fri-sat", "2025-11-15/2025-11-16", "2025-11-14/2025-11-15"),
    ("next weekend", "weekend=fri-sun", "2025-11-29/2025-11-30", "2025-11-28/2025-11-30"),
    ("They met over the weekend.", "bare-weekend=future", "2025-11-15/2025-11-16", "2025-11-22/2025-11-23"),
    ("They met over the weekend.", "bare-weekend=nearest", "2025-11-15/2025-11-16", "2025-11-22/2025-11-23"),
    ("last summer", "hemisphere=south", "2025-26", "2024-30"),
    ("in the winter of 2025", "hemisphere=south", "2025-28", "2025-32"),
    ("in the spring of 2025", "seasons=astronomical", "03-01/06-01", "03-20/06-21"),
    ("in the winter of 2024", "seasons=astronomical", "12-01/03-01", "12-21/03-20"),
    ("in the winter of 2025", "winter-of=last-year", "2025-28", "2024-28"),
    ("in the summer of 2025", "winter-of=last-year", "2025-26", "2025-26"),
    ("It runs until Friday.", "until=start", "../2025-11-21", "../2025-11-20"),
    ("It opens after May 3.", "after=start", "2026-05-04/..", "2026-05-03/.."),
    ("in the 19th century", "centuries=from-00", "1801-01-01/1900-12-31", "1800-01-01/1899-12-31"),
    ("on Mother's Day 2025", "region=uk", "2025-05-11", "2025-03-30"),
    ("on Thanksgiving 2025", "region=ca", "2025-11-27", "2025-10-13"),
];

/// A time in the form in which an expectation is written: days, or hours of a day, or an EDTF.
fn printed(when: &When, like: &str) -> String {
    let side = |at: Option<chrono::NaiveDateTime>, pattern| at.map(|at| at.format(pattern).to_string());
    let pattern = match like {
        like if like.contains(':') => "%H:%M",
        like if like.len() == 11 && like.contains('/') => "%m-%d",
        // A century has no EDTF of its own that shows its years.
        like if like.starts_with("18") => {
            let (first, last) = when.interval.days().expect("closed");
            return format!("{first}/{last}");
        }
        _ => return when.edtf(),
    };
    let (from, to) = (side(when.interval.from, pattern), side(when.interval.to, pattern));
    format!("{}/{}", from.expect("closed"), to.expect("closed"))
}

#[test]
fn every_choice_decides_what_it_says() {
    let resolver = Resolver::on("2025-11-20").expect("a date");
    let mut wrong = Vec::new();
    for (text, choice, usual, chosen) in CASES {
        let (name, value) = choice.split_once('=').expect("a choice");
        let mut policy = Policy::default();
        policy.set(name, value).unwrap_or_else(|e| panic!("{e}"));
        for (resolver, want) in [(resolver, usual), (resolver.policy(policy), chosen)] {
            let found = resolver.annotate(text).pop().map(|found| printed(&found.when, want));
            if found.as_deref() != Some(want) {
                wrong.push(format!("{text} ({choice}): {found:?}, not {want}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_choice_is_documented_with_its_default() {
    let table = include_str!("../docs/guide/choices.md");
    let documented: Vec<(&str, &str)> = table
        .lines()
        .filter_map(|line| {
            let (name, rest) = line.strip_prefix("| `")?.split_once("` | `")?;
            Some((name, rest.split_once('`')?.0))
        })
        .collect();
    let all = Policy::CHOICES.iter().map(|choice| (choice.name, choice.value(&Policy::DEFAULT)));
    assert_eq!(documented, all.collect::<Vec<_>>().iter().map(|(n, v)| (*n, v.as_str())).collect::<Vec<_>>());
}

#[test]
fn every_choice_is_tried() {
    let tried: BTreeSet<&str> = CASES.iter().filter_map(|(_, choice, ..)| choice.split('=').next()).collect();
    let all: BTreeSet<&str> = Policy::CHOICES.iter().map(|choice| choice.name).collect();
    assert_eq!(tried, all);
}
