//! Sentences as a timeline tells them: when, with which status, by whom, under which headline that stands alone.

use chrono::NaiveDate;
use dateline::events::{Reach, extract};
use dateline::lang::Language;
use dateline::resolve::Policy;
use dateline::segment::segment;
use dateline::walk::annotate;

/// A text, published on Thursday, 20 November 2025, and its events as `date | status | speaker | headline`.
const CASES: &[(&str, &[&str])] = &[
    // A verb that is told once and dated twice tells two things.
    (
        "Engineers found asbestos in January and a crack three weeks later.",
        &[
            "2025-01 | reported | - | Engineers found asbestos",
            "2025-01-22/2025-02-21 | reported | - | Engineers found a crack",
        ],
    ),
    (
        "The council met in January and the board three weeks later.",
        &["2025-01 | reported | - | The council met", "2025-01-22/2025-02-21 | reported | - | The board met"],
    ),
    (
        "Shares rose 2% on Monday and 3% on Tuesday.",
        &["2025-11-17 | reported | - | Shares rose 2%", "2025-11-18 | reported | - | Shares rose 3%"],
    ),
    (
        "Two men were arrested in Porto on Monday and a third in Lisbon on Tuesday.",
        &[
            "2025-11-17 | reported | - | Two men were arrested in Porto",
            "2025-11-18 | reported | - | A third arrested in Lisbon",
        ],
    ),
    (
        "He moved to Leeds in 1990 and London in 2001.",
        &["1990 | reported | - | He moved to Leeds", "2001 | reported | - | He moved to London"],
    ),
    (
        "They signed a deal in Oslo on Monday and in Paris on Tuesday.",
        &[
            "2025-11-17 | reported | - | They signed a deal in Oslo",
            "2025-11-18 | reported | - | They signed a deal in Paris",
        ],
    ),
    (
        "The club won the title in 2010, the cup in 2012 and the league in 2014.",
        &[
            "2010 | reported | - | The club won the title",
            "2012 | reported | - | The club won the cup",
            "2014 | reported | - | The club won the league",
        ],
    ),
    (
        "The firm made a profit of $3m in 2019 and $5m in 2020.",
        &[
            "2019 | reported | - | The firm made a profit of $3m",
            "2020 | reported | - | The firm made a profit of $5m",
        ],
    ),
    // But not where what stands behind the comma only describes.
    (
        "The firm was founded in 1990, the year of the flood, and sold in 2001.",
        &[
            "1990 | reported | - | The firm was founded in 1990, the year of the flood",
            "2001 | reported | - | The firm sold",
        ],
    ),
    (
        "It rained on Monday and the match on Tuesday was called off.",
        &[
            "2025-11-17 | reported | - | It rained on Monday",
            "2025-11-18 | reported | - | The match was called off",
        ],
    ),
    // An object that is a pronoun means that of the verb before, where both have one subject.
    (
        "The bank cut rates in March and will raise them in June.",
        &["2025-03 | reported | - | The bank cut rates", "2026-06 | planned | - | The bank will raise rates"],
    ),
    (
        "Ames married Jane Poole in 1990 and divorced her in 2001.",
        &["1990 | reported | - | Ames married Jane Poole", "2001 | reported | - | Ames divorced Jane Poole"],
    ),
    (
        "The club sold its stadium in 2010 and bought it back in 2012.",
        &[
            "2010 | reported | - | The club sold its stadium",
            "2012 | reported | - | The club bought its stadium back",
        ],
    ),
    (
        "He hid the money in 1990, dug it up in 1995 and spent it in 1996.",
        &[
            "1990 | reported | - | He hid the money",
            "1995 | reported | - | He dug the money up",
            "1996 | reported | - | He spent the money",
        ],
    ),
    (
        "After Ames bought the mill in 1990, she closed it in 2001.",
        &["1990 | reported | - | Ames bought the mill", "2001 | reported | - | Ames closed it"],
    ),
    // What was to have happened was planned.
    ("Work was to have started on April 3.", &["2025-04-03 | planned | - | Work was to have started"]),
    // Several participles before one subject each have it.
    (
        "Founded in 1898, sold in 1950 and closed in 1980, the mill stood empty.",
        &[
            "1898 | reported | - | The mill founded",
            "1950 | reported | - | The mill sold",
            "1980 | reported | - | The mill closed",
        ],
    ),
    (
        "Arrested on Monday, charged on Tuesday, Ames resigned on Wednesday.",
        &[
            "2025-11-17 | reported | - | Ames arrested",
            "2025-11-18 | reported | - | Ames charged",
            "2025-11-19 | reported | - | Ames resigned",
        ],
    ),
    // What a relative clause tells of: by its number, with the age, and without what hangs on the verb.
    (
        "She died on Monday of complications of a disease, which was found in 2019.",
        &[
            "2025-11-17 | reported | - | She died on Monday of complications of a disease",
            "2019 | reported | - | A disease was found",
        ],
    ),
    (
        "The city closed the gates of the dam, which was built in 1962.",
        &["1962 | reported | - | The dam was built"],
    ),
    (
        "He ran a number of stores, which were sold in 1990.",
        &["1990 | reported | - | A number of stores were sold"],
    ),
    (
        "A body was found in the search for a 71-year-old farmer who had been missing since Monday.",
        &["2025-11-17/.. | reported | - | A 71-year-old farmer had been missing"],
    ),
    // Who has no name speaks, too.
    ("“We won on Monday,” said the 21-year-old.", &["2025-11-17 | reported | the 21-year-old | We won"]),
    (
        "“I lost my home on Monday,” said 62-year-old Maria Ames.",
        &["2025-11-17 | reported | Maria Ames | I lost my home"],
    ),
    // Ages and lists beside a subject go before the line is cut.
    (
        "A retired farmer, 71, had been missing since Monday.",
        &["2025-11-17/.. | reported | - | A retired farmer had been missing"],
    ),
    (
        "The suspects, a 34-year-old teacher, a retired police officer and a student at the university, were arrested on Friday in a raid on a flat.",
        &["2025-11-14 | reported | - | The suspects were arrested in a raid on a flat"],
    ),
    //CASES
];

#[test]
fn sentences_are_told_in_lines_that_stand_alone() {
    let language = Language::english();
    let published = NaiveDate::from_ymd_opt(2025, 11, 20).expect("a date");
    let mut wrong = Vec::new();
    for (text, want) in CASES {
        let document = segment(text, language);
        let annotations = annotate(&document, language, Some(published.into()), &Policy::default());
        let events = extract(&document, &annotations, language, Reach::dated(published), &Policy::default());
        let found: Vec<String> = events
            .iter()
            .map(|e| {
                let when =
                    Some(e.when.edtf()).filter(|edtf| !edtf.is_empty()).unwrap_or(e.when.timex().value);
                format!("{when} | {} | {} | {}", e.status, e.speaker.as_deref().unwrap_or("-"), e.headline)
            })
            .collect();
        if found != *want {
            wrong.push(format!("{text}\n   got {found:#?}\n  want {want:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), CASES.len(), wrong.join("\n"));
}
