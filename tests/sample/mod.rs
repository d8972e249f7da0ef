//! A timeline built by hand, with every kind of time and status that a page has to show.

pub(crate) mod hostile;

use chrono::{NaiveDate, NaiveDateTime};
use dateline::article::Evidence;
use dateline::events::Status;
use dateline::expression::{Month, PartOfDay, Portion, Relation};
use dateline::resolve::{Cell, Certainty, Interval, Reason, Value, When, Why};
use dateline::timeline::{Alone, Conflict, Entry, Phrase, Related, Source, Telling, Timeline, Unresolved};
use dateline::{CharOffsets, Span};

/// The article that the sample draws on.
const ARTICLE: &str = "\
The harbour line has been closed since 3 March. The Port Ellery tram opened in the 1920s and was cut back in early 1998.
Three weeks ago the council’s engineers found cracks under the Quay Street bridge. Mayor Ines Calder won a second term earlier \
this month, promising to “reopen the line before the next winter.” The ministry had turned down a first request before Nov. 9. \
Calder denied that she met the contractor on October 14. “If the bond fails, the whole fleet goes to the scrapyard next year,” \
said Tomas Reyle of the drivers’ union. On Wednesday night the council voted 9–4 for a $48 million repair. \
Work is to begin on Friday, November 21st. The council meets every Monday.";

/// Days and times as ISO text; `-` is an open side.
pub(crate) fn moment(text: &str) -> Option<NaiveDateTime> {
    match text {
        "-" => None,
        day if !day.contains('T') => date(day).and_hms_opt(0, 0, 0),
        time => Some(NaiveDateTime::parse_from_str(time, "%Y-%m-%dT%H:%M").expect("an ISO time")),
    }
}

pub(crate) fn date(text: &str) -> NaiveDate {
    text.parse().expect("an ISO date")
}

/// A time with what little each test needs to say of it.
pub(crate) fn when(value: Value, from: &str, to: &str, certainty: Certainty, why: &[&str]) -> When {
    let grain = match value {
        Value::Cell { cell, .. } | Value::Range(cell, _) => cell.grain(),
        _ => dateline::expression::Grain::Day,
    };
    let why = Why(why.iter().map(|note| Reason::Note((*note).to_owned())).collect());
    When { interval: Interval { from: moment(from), to: moment(to) }, grain, certainty, value, why }
}

pub(crate) const fn cell(cell: Cell) -> Value {
    Value::Cell { cell, portion: None, hedge: None, universal: false }
}

const fn portion(portion: Portion, cell: Cell) -> Value {
    Value::Cell { cell, portion: Some(portion), hedge: None, universal: false }
}

pub(crate) fn source(id: &str, title: &str, url: Option<&str>) -> Source {
    Source {
        id: id.to_owned(),
        name: format!("{id}.html"),
        file: None,
        title: Some(title.to_owned()),
        author: None,
        site: None,
        url: url.map(str::to_owned),
        published: date("2025-11-20"),
        instant: chrono::DateTime::parse_from_rfc3339("2025-11-20T06:30:00-05:00").ok(),
        published_from: Evidence::JsonLd,
    }
}

/// Where `part` stands in `text`, in bytes and in characters.
fn place(text: &str, part: &str) -> (Span, (usize, usize)) {
    let start = text.find(part).expect("the part stands in the text") as u32;
    let span = Span::new(start, start + part.len() as u32);
    let mut chars = CharOffsets::new(text);
    (span, (chars.at(span.start), chars.at(span.end)))
}

fn phrase(text: &str) -> Phrase {
    let (span, chars) = place(ARTICLE, text);
    Phrase { span, chars, text: text.to_owned() }
}

fn entry(id: &str, headline: &str, clause: &str, said: &str, when: When) -> Entry {
    let (span, chars) = place(ARTICLE, clause);
    let telling = Telling { source: 0, span, chars, line: None, expression: Some(phrase(said)), alone: None };
    Entry {
        id: id.to_owned(),
        when,
        headline: headline.to_owned(),
        text: clause.to_owned(),
        status: Status::Reported,
        speaker: None,
        relations: Vec::new(),
        conflicts: Vec::new(),
        opening: 0,
        mentions: vec![telling],
        notes: Vec::new(),
        former: Vec::new(),
    }
}

/// The sample.
pub(crate) fn timeline() -> Timeline {
    let (exact, inferred) = (Certainty::Exact, Certainty::Inferred);
    let (approximate, bounded) = (Certainty::Approximate, Certainty::Bounded);
    let mut entries = vec![
        entry(
            "e-10000001",
            "The Port Ellery tram opened",
            "The Port Ellery tram opened in the 1920s",
            "the 1920s",
            when(
                cell(Cell::Decade(1920)),
                "1920-01-01",
                "1930-01-01",
                exact,
                &["the decade is written in full"],
            ),
        ),
        entry(
            "e-10000002",
            "The tram was cut back",
            "was cut back in early 1998",
            "early 1998",
            when(
                portion(Portion::Early, Cell::Year(1998)),
                "1998-01-01",
                "1998-05-01",
                exact,
                &["early: the first third of the year"],
            ),
        ),
        Entry {
            status: Status::Ongoing,
            ..entry(
                "e-10000003",
                "The harbour line has been closed",
                "The harbour line has been closed since 3 March.",
                "3 March",
                when(
                    cell(Cell::Day(date("2025-03-03"))),
                    "2025-03-03",
                    "-",
                    bounded,
                    &["year 2025: the most recent 3 March", "since: from its start on"],
                ),
            )
        },
        Entry {
            status: Status::Denied,
            speaker: Some("Ines Calder".to_owned()),
            ..entry(
                "e-10000004",
                "Calder met the contractor",
                "Calder denied that she met the contractor on October 14.",
                "October 14",
                when(
                    cell(Cell::Day(date("2025-10-14"))),
                    "2025-10-14",
                    "2025-10-15",
                    exact,
                    &["the verb is in the past tense: most recent"],
                ),
            )
        },
        entry(
            "e-10000005",
            "The council’s engineers found cracks under the Quay Street bridge",
            "Three weeks ago the council’s engineers found cracks under the Quay Street bridge.",
            "Three weeks ago",
            when(
                cell(Cell::Day(date("2025-10-30"))),
                "2025-10-27",
                "2025-11-03",
                approximate,
                &[
                    "counted from the publication date 2025-11-20",
                    "a number of weeks: seven days around the day",
                ],
            ),
        ),
        entry(
            "e-10000006",
            "Mayor Ines Calder won a second term",
            "Mayor Ines Calder won a second term earlier this month, promising to “reopen the line before the next winter.”",
            "earlier this month",
            when(
                Value::Interval,
                "2025-11-03",
                "2025-11-10",
                inferred,
                &["earlier this month: 1–20 November 2025", "narrowed by a second clue"],
            ),
        ),
        entry(
            "e-10000007",
            "The ministry had turned down a first request",
            "The ministry had turned down a first request before Nov. 9.",
            "Nov. 9",
            when(
                cell(Cell::Day(date("2025-11-09"))),
                "-",
                "2025-11-09",
                bounded,
                &["before: up to its start"],
            ),
        ),
        entry(
            "e-10000008",
            "The council voted 9–4 for a $48 million repair",
            "On Wednesday night the council voted 9–4 for a $48 million repair.",
            "Wednesday night",
            when(
                cell(Cell::PartOfDay(date("2025-11-19"), PartOfDay::Night)),
                "2025-11-19T20:00",
                "2025-11-20T04:00",
                exact,
                &[
                    "counted from the publication date 2025-11-20",
                    "the verb is in the past tense: most recent",
                ],
            ),
        ),
        Entry {
            status: Status::Planned,
            ..entry(
                "e-10000009",
                "Work is to begin",
                "Work is to begin on Friday, November 21st.",
                "Friday, November 21st",
                when(
                    cell(Cell::Day(date("2025-11-21"))),
                    "2025-11-21",
                    "2025-11-22",
                    exact,
                    &["year 2025: nearest in which 21 November is a Friday"],
                ),
            )
        },
        Entry {
            status: Status::Conditional,
            speaker: Some("Tomas Reyle of the drivers’ union".to_owned()),
            ..entry(
                "e-10000010",
                "The whole fleet goes to the scrapyard",
                "“If the bond fails, the whole fleet goes to the scrapyard next year,” said Tomas Reyle of the drivers’ union.",
                "next year",
                when(
                    cell(Cell::Year(2026)),
                    "2026-01-01",
                    "2027-01-01",
                    exact,
                    &["counted from the publication date 2025-11-20"],
                ),
            )
        },
    ];
    // One event is told by a second article as well.
    let thursday = cell(Cell::Day(date("2025-11-20")));
    let thursday = when(thursday, "2025-11-20", "2025-11-21", Certainty::Exact, &[]);
    let text = "Thursday’s vote for the repair was 9–4.";
    let alone = |entry: &Entry| Alone {
        id: entry.id.clone(),
        headline: entry.headline.clone(),
        text: entry.text.clone(),
        when: entry.when.clone(),
        status: entry.status,
        speaker: None,
    };
    let (span, chars) = (Span::new(40, 40 + text.len() as u32), (40, 40 + text.chars().count()));
    let again = Alone {
        id: "e-20000008".to_owned(),
        headline: "The vote for the repair was 9–4".to_owned(),
        text: text.to_owned(),
        when: thursday.clone(),
        ..alone(&entries[7])
    };
    entries[7].mentions[0].alone = Some(Box::new(alone(&entries[7])));
    let again =
        Telling { source: 1, span, chars, line: None, expression: None, alone: Some(Box::new(again)) };
    entries[7].mentions.push(again);
    entries[7].conflicts.push(Conflict { source: 1, phrase: "Thursday".to_owned(), when: thursday });
    entries[8].relations.push(Related { kind: Relation::After, entry: "e-10000008".to_owned() });
    let why = "recurs, and so is no one day".to_owned();
    Timeline {
        title: Some("How Port Ellery got its tram back".to_owned()),
        sources: vec![
            source(
                "s1",
                "Council votes to repair the harbour line",
                Some("https://ledger.example/2025/11/20/harbour-line"),
            ),
            source("s2", "Tram repair passes", None),
        ],
        entries,
        unresolved: vec![Unresolved { source: 0, phrase: phrase("every Monday"), why }],
    }
}

/// The smallest time: within a month.
#[allow(dead_code, reason = "not every test file that shares the sample needs it")]
pub(crate) fn october() -> When {
    when(cell(Cell::Month(2025, Month::October)), "2025-10-01", "2025-11-01", Certainty::Exact, &[])
}

/// A timeline of many entries over ten years, with the sample's as its pattern.
#[allow(dead_code, reason = "not every test file that shares the sample needs it")]
pub(crate) fn large(entries: usize) -> Timeline {
    let pattern = timeline();
    let of = |n: usize| {
        let day = date("2016-01-01") + chrono::Days::new((n * 3652 / entries) as u64);
        let mut entry = pattern.entries[n % pattern.entries.len()].clone();
        entry.id = format!("e-{n:08x}");
        entry.when = when(
            cell(Cell::Day(day)),
            &day.to_string(),
            &(day + chrono::Days::new(1)).to_string(),
            Certainty::Exact,
            &["counted from the publication date 2025-11-20"],
        );
        entry
    };
    Timeline { entries: (0..entries).map(of).collect(), ..pattern }
}
