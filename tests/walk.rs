//! What an expression means by what stands around it: tense, what was told before, the kind of text.

use chrono::NaiveDate;
use dateline::lang::Language;
use dateline::resolve::{Genre, Policy};
use dateline::segment::segment;
use dateline::walk;

/// The TIMEX3 values of a text's expressions, those of lines that only state the publication left out.
fn values(text: &str, published: &str, genre: Genre) -> Vec<String> {
    let language = Language::english();
    let published: NaiveDate = published.parse().expect("a date");
    let policy = Policy { genre, ..Policy::default() };
    let document = segment(text, language);
    walk::annotate(&document, language, Some(published.into()), &policy)
        .iter()
        .filter(|a| !a.is_creation_time)
        .map(|a| a.when.timex().value)
        .collect()
}

fn hold(cases: &[(&str, &str, &[&str])]) {
    for (text, published, want) in cases {
        assert_eq!(values(text, published, Genre::Auto), *want, "{text}");
    }
}

#[test]
fn tense_points() {
    hold(&[
        ("The deal is expected to close in the fourth quarter.", "2025-05-13", &["2025-Q4"]),
        ("It will report results for the first quarter.", "2025-05-13", &["2025-Q1"]),
        ("He promised in January to finish by June.", "2025-11-20", &["2025-01", "2025-06"]),
        ("They raised the fare starting Jan. 1.", "2025-10-07", &["2026-01-01"]),
        ("She has raised money ahead of November's vote.", "2025-06-20", &["2025-11"]),
        ("She raised money ahead of November's vote.", "2025-06-20", &["2024-11"]),
        ("The board met on Friday.", "2025-11-20", &["2025-11-14"]),
        ("The board will meet on Friday.", "2025-11-20", &["2025-11-21"]),
        ("The summit opens Tuesday.", "2025-04-27", &["2025-04-29"]),
        ("Crowds cheer on Wednesday.", "2025-04-27", &["2025-04-23"]),
        ("The firm follows Tuesday's move.", "2025-04-27", &["2025-04-22"]),
        ("Tolls will rise starting Monday.", "2024-03-13", &["2024-03-18"]),
        ("Tolls rose starting Monday.", "2024-03-13", &["2024-03-11"]),
        ("Starting Monday, the fare goes up.", "2024-03-13", &["2024-03-18"]),
        ("The firm named him chief, effective Feb. 1.", "1989-11-02", &["1990-02-01"]),
        ("They closed the span on February 14.", "2026-11-26", &["2026-02-14"]),
        ("He said the talks start January 5.", "2026-11-26", &["2027-01-05"]),
        ("Flights were cancelled until Thursday.", "2024-05-21", &["2024-05-23"]),
        ("The ship has been at sea since March.", "1990-08-13", &["1990-03"]),
        ("The airport is to close at midnight.", "2025-04-23", &["2025-04-24T00:00"]),
        ("He could not be reached Wednesday.", "2000-01-07", &["2000-01-05"]),
        ("Neither the owner nor his lawyer could be found Wednesday.", "2000-01-07", &["2000-01-05"]),
        ("They did not plan to land on Thursday.", "2000-03-29", &["2000-03-30"]),
        ("The lease had been scheduled to end Friday.", "2000-01-05", &["1999-12-31"]),
        ("Until Thursday, they had not named a suspect.", "2000-01-07", &["2000-01-06"]),
        ("Critics planned a large rally in the capital on Saturday.", "2000-01-07", &["2000-01-08"]),
        ("The court has scheduled a hearing Thursday.", "2000-01-05", &["2000-01-06"]),
        ("They set a record Thursday.", "2000-01-07", &["2000-01-06"]),
        ("On Tuesday, the union plans to vote.", "2000-01-07", &["2000-01-11"]),
        ("In January, the firm agreed to sell its mills.", "2024-12-19", &["2024-01"]),
        ("In January, she is to retire.", "2024-12-19", &["2025-01"]),
        ("In December he was in Rome.", "2025-11-20", &["2024-12"]),
        ("Christmas was quiet.", "2025-11-20", &["2024-12-25"]),
        ("The rate was 4.1 percent in December.", "2025-11-20", &["2024-12"]),
        ("He returned after Christmas.", "2025-11-20", &["2024-12-25"]),
        ("The December vote was postponed.", "2025-11-20", &["2025-12"]),
        ("The vote will be held in November.", "2024-01-02", &["2024-11"]),
        ("He will be tried for the robbery in November.", "2024-01-02", &["2023-11"]),
        ("The mine must close by Dec. 31.", "2024-01-02", &["2024-12-31"]),
        ("The minister said that they had agreed to meet on Monday.", "2024-02-11", &["2024-02-12"]),
        ("The album drops Friday.", "2025-11-20", &["2025-11-21"]),
        ("The court rules on Monday.", "2025-11-20", &["2025-11-24"]),
        ("The president leaves for Asia Friday.", "2025-11-20", &["2025-11-21"]),
        ("Stocks fall Monday.", "2025-11-20", &["2025-11-17"]),
        ("It was the coldest February in a century.", "2025-11-20", &["2025-02", "P100Y"]),
        ("They will win for the first time in nine years.", "2025-11-20", &["P9Y"]),
        ("The budget will be balanced in two years.", "2025-11-20", &["2027"]),
        ("Homes built before 1978 may contain lead.", "2025-11-20", &["1978"]),
        ("In 2010 people fled. About 1500 people stayed.", "2025-11-20", &["2010"]),
        ("He scored in the quarter-final on Monday.", "2025-11-20", &["2025-11-17"]),
        ("He was hurt in 2019. He died the next spring.", "2025-03-12", &["2019", "2020-SP"]),
        ("He had been in doubt until Tuesday.", "2025-05-25", &["2025-05-20"]),
        ("The road was closed until Tuesday, when crews came.", "2025-05-25", &["2025-05-20"]),
        ("The match was postponed until Tuesday.", "2025-05-25", &["2025-05-27"]),
        (
            "The mill burnt late on Tuesday. The fire was out at 5 a.m.",
            "2025-03-12",
            &["2025-03-11", "2025-03-12T05:00"],
        ),
        ("Oct 5 - First round.", "2024-10-21", &["2024-10-05"]),
        ("Her daughter April told of it. His sister, June, did not, and USA Today did.", "2025-11-20", &[]),
        (
            "The council voted 5-4 on Feb. 25 to close the school in June.",
            "2025-03-03",
            &["2025-02-25", "2025-06"],
        ),
        ("The council voted to approve the budget on Tuesday.", "2025-03-03", &["2025-02-25"]),
        ("The council voted in January.", "2024-12-19", &["2024-01"]),
        ("The nurses would strike unless talks resumed by June 25.", "2025-06-20", &["2025-06-25"]),
        ("If he lost on Friday, he would resign.", "2025-06-18", &["2025-06-20"]),
        ("If it had passed on Friday, he would have resigned.", "2025-06-18", &["2025-06-13"]),
        ("The bank is trying to sell itself, under a June agreement.", "1989-10-27", &["1989-06"]),
    ]);
}

#[test]
fn nobody_leaves_out_the_year_of_a_remote_day() {
    hold(&[
        ("The firm declared a dividend, payable Dec. 15.", "1989-10-26", &["1989-12-15"]),
        ("He resigned in January.", "1989-10-27", &["1989-01"]),
        // But where nothing between it and the verb leads ahead, it says which one.
        (
            "He was hired on Dec. 1, and the law took effect Jan. 1.",
            "2025-11-20",
            &["2024-12-01", "2025-01-01"],
        ),
        ("The sale was extended until Jan. 5.", "2025-11-20", &["2026-01-05"]),
        ("In the year ended Jan. 31, it lost money.", "1989-10-31", &["P1Y", "1989-01-31"]),
    ]);
}

#[test]
fn what_was_told_leads_on() {
    hold(&[
        ("They met on May 3, 2019. Two days later they signed.", "2024-03-13", &["2019-05-03", "2019-05-05"]),
        ("She graduated in 1953. They married that December.", "2025-09-18", &["1953", "1953-12"]),
        ("August and September 1914 were dry.", "2009-12-19", &["1914-08", "1914-09"]),
        // A clock is of the day of the main clause, not of what hangs on it; nor of the dateline's, where the story tells of another.
        (
            "They found two on Wednesday after a slope slid on Sunday. The search stopped at midday.",
            "2025-02-26",
            &["2025-02-26", "2025-02-23", "2025-02-26T12:00"],
        ),
        (
            "EASTPORT, Thursday, Aug. 14, 2025 — Police seek a truck that hit a boy late Tuesday. He was found at 11:15 p.m.",
            "2025-08-14",
            &["2025-08-14", "2025-08-12", "2025-08-12T23:15"],
        ),
        // A year is no day to count days from, nor is an aside.
        ("It began in 1987. The next day brought rain.", "1989-10-30", &["1987", "PAST_REF"]),
        (
            "It struck at 3 a.m. Tuesday (1752 GMT Monday). At 9 a.m. help came.",
            "2024-05-21",
            &["2024-05-21T03:00", "2024-05-20T17:52Z", "2024-05-21T09:00"],
        ),
    ]);
}

#[test]
fn what_happened_does_not_count_from_what_is_planned() {
    hold(&[
        (
            "A fire broke out on Feb. 9, 2024. He will be sentenced on Sept. 14. She had talked to them the night before.",
            "2026-03-12",
            &["2024-02-09", "2026-09-14", "2024-02-08TNI"],
        ),
        (
            "She found it on 14 July 2023. It spent the next four months in a drawer. They met that December.",
            "2026-02-05",
            &["2023-07-14", "P4M", "2023-12"],
        ),
        // A month since is as near as it gets.
        (
            "It burnt in 2019, and again last month. A boy was arrested two days later.",
            "2025-11-20",
            &["2019", "2025-10", "2025-10-03/2025-11-02"],
        ),
        // A day of another year, told long before, is none to count from.
        (
            "They spoke on Oct. 2.\n\nThe report leaked last year. Four left the following week.",
            "2025-10-18",
            &["2025-10-02", "2024", "PAST_REF"],
        ),
        ("She almost did not go up that Sunday.", "2026-04-12", &["2026-04-05"]),
    ]);
}

#[test]
fn a_clock_time_is_of_the_day_that_it_tells_of() {
    hold(&[
        // Its day may stand behind it.
        (
            "The plane left at 4:12 p.m. local time (2112 GMT) on Sunday.",
            "2025-11-20",
            &["2025-11-16T16:12", "2025-11-16T21:12Z", "2025-11-16"],
        ),
        (
            "He left at 9 a.m. for a trial that began on Tuesday.",
            "2025-11-20",
            &["2025-11-20T09:00", "2025-11-18"],
        ),
        // Neither of a day that is planned, nor of that of the saying.
        (
            "They cut hours from June 1. Shares were down at 0914 GMT.",
            "2026-04-23",
            &["2026-06-01", "2026-04-23T09:14Z"],
        ),
        (
            "He was killed Wednesday.\n\nThe clerk said Friday. He called at 9:52 p.m.",
            "2026-03-06",
            &["2026-03-04", "2026-03-06", "2026-03-04T21:52"],
        ),
        // In a live blog each post is of its day.
        (
            "17:05 Victim named\n\nHe was last seen at 22:30 on Tuesday.\n\n11:48 Power back\n\nIt flooded at 02:55.",
            "2026-01-28",
            &["2026-01-27T22:30", "2026-01-28T02:55"],
        ),
    ]);
}

#[test]
fn the_verb_that_governs_says_where_a_date_lies() {
    hold(&[
        // What may be a noun tells a schedule where a day or a clock follows.
        ("The game starts Saturday.", "2025-11-20", &["2025-11-22"]),
        ("The Lakers play at 7:30 p.m. Friday.", "2025-11-20", &["2025-11-21T19:30"]),
        ("The bus leaves at half past seven on Monday.", "2025-11-20", &["2025-11-24T07:30"]),
        ("He watched the plays Friday.", "2025-11-20", &["2025-11-14"]),
        ("They will start afresh after going into administration in February.", "2026-05-10", &["2026-02"]),
        ("We do not expect a recovery before the fourth quarter.", "2026-04-23", &["2026-Q4"]),
        ("We had sandbags out on Boxing Day.", "2025-11-20", &["2024-12-26"]),
        ("“Ask me on Tuesday.”", "2026-05-10", &["2026-05-12"]),
        ("It will close by the fourth quarter.", "2026-04-23", &["2026-Q4"]),
    ]);
}

#[test]
fn a_story_that_looks_back_goes_on_where_it_stood() {
    let cases: &[(&str, &[&str])] = &[
        (
            "They came on 28 March 1918. The council was formed on 5 November 1917.\n\nOn 15 July they attacked.",
            &["1918-03-28", "1917-11-05", "1918-07-15"],
        ),
        (
            "It fell on 13 July 1793. Danton, the leader of the August 1792 uprising, left. On 24 June they voted.",
            &["1793-07-13", "1792-08", "1793-06-24"],
        ),
        (
            "They fell back on 5 August 1915. After the June 1916 attack, help came on 27 August.",
            &["1915-08-05", "1916-06", "1916-08-27"],
        ),
        // A paragraph that starts earlier is the story's own.
        (
            "It ended on 11 November 1918.\n\nOn 5 November 1914 a ship was sunk. On 8 December the others fled.",
            &["1918-11-11", "1914-11-05", "1914-12-08"],
        ),
    ];
    for (text, want) in cases {
        assert_eq!(values(text, "2009-12-19", Genre::Narrative), *want, "{text}");
    }
}

#[test]
fn reports_compare_quarters() {
    hold(&[
        (
            "Net rose in the third quarter to $5 million from $4 million a year ago. The quarter was its best.",
            "1989-11-01",
            &["1989-Q3", "1988-Q3", "1989-Q3"],
        ),
        (
            "Third-quarter profit grew from a year ago. In the year-earlier period it fell.",
            "1989-10-26",
            &["1989-Q3", "1988-Q3", "1988-Q3"],
        ),
        // Neither the quarter that runs yet nor the one before is the one that the report is about.
        (
            "Third-quarter net fell. After a flat second quarter, it expects fourth-quarter sales of $2 million. \
             In the 1988 period it earned $1 million.",
            "1989-11-01",
            &["1989-Q3", "1989-Q2", "1989-Q4", "1988-Q3"],
        ),
        // Nine months compare with those of the year before; and a second "a year earlier" is the same year.
        (
            "Third-quarter net fell. For the nine months it was $3 million, against $4 million a year earlier. \
             Costs were $1 million a year earlier.",
            "1989-11-01",
            &["1989-Q3", "P9M", "1988", "1988"],
        ),
        // What compares nothing counts in years.
        (
            "It grew in the third quarter. The plant closed. Its head, who was named a year ago, left.",
            "1989-11-01",
            &["1989-Q3", "1988"],
        ),
    ]);
}

#[test]
fn a_line_that_states_the_publication_is_no_date_of_the_story() {
    hold(&[(
        "Port reopens\n\nNovember 20, 2025\n\nThe port reopened on Monday.",
        "2025-11-20",
        &["2025-11-17"],
    )]);
}

/// Full dates of long ago, enough of them to make a narrative.
const LONG_AGO: &str = "She was born in 1932 and left in 1938. She studied in 1953, wrote in 1959, taught in 1964, retired \
                        in 1998 and died in 2004.";

#[test]
fn news_that_looks_back_stays_news() {
    let closing = "The cinema will close at the end of the year, its owners said on Wednesday. It opened in 1931, burnt in \
                   March 1957, closed in the 1990s and was sold in 1994. Few have come since 2020. Help was promised last spring.";
    let days = values(closing, "2025-09-11", Genre::Auto);
    assert_eq!(days[..2], ["2025", "2025-09-10"]);
}

#[test]
fn histories_carry_on_and_news_does_not() {
    let history =
        "The war began on 4 August 1914. On 12 September the retreat ended. Paris was safe in October.";
    let told = ["1914-08-04", "1914-09-12", "1914-10"];
    assert_eq!(values(history, "2009-12-19", Genre::Narrative), told);
    assert_eq!(values(history, "2009-12-19", Genre::News)[1], "2009-09-12");
    let aside = "It began in June 1979, under the 1978 treaty. The troops came on December 27, seven centuries after the \
                 crusade of 1212, and stayed all January.";
    let told = ["1979-06", "1978", "1979-12-27", "P700Y", "1212", "1980-01"];
    assert_eq!(values(aside, "2009-12-19", Genre::Narrative), told);
    let months = "It fell by the end of 1914. For the first ten months of 1915 nothing moved. The attack began in October.";
    assert_eq!(values(months, "2009-12-19", Genre::Narrative), ["1914", "P10M", "1915-10"]);
    let long = format!("{LONG_AGO} The war began on 4 August 1914. On 12 September the retreat ended.");
    assert_eq!(values(&long, "2009-12-19", Genre::Auto).last().map(String::as_str), Some("1914-09-12"));
}

#[test]
fn the_news_in_a_story_counts_from_publication() {
    let obituary = format!(
        "She died on New Year's Eve. {LONG_AGO} Friends met on Monday. A service will be held in March."
    );
    let found = values(&obituary, "2026-01-06", Genre::Auto);
    assert_eq!(found.first().map(String::as_str), Some("2025-12-31"));
    assert_eq!(found.last().map(String::as_str), Some("2026-03"));
    // Of somebody who died years ago, too.
    let died = format!("{LONG_AGO} She died in 2011. A service will be held on Dec. 6.");
    let found = values(&died, "2024-11-20", Genre::Auto);
    assert_eq!(found.last().map(String::as_str), Some("2024-12-06"));
    let born = format!(
        "She was born on May 3, 1931, in Ohio and died on Tuesday. {LONG_AGO} In an interview in January, she sang."
    );
    let found = values(&born, "2023-06-03", Genre::Auto);
    assert_eq!((found[1].as_str(), found.last().map(String::as_str)), ("2023-05-30", Some("2023-01")));
    // However long her story is.
    let long = format!(
        "She died on Tuesday. {LONG_AGO} {LONG_AGO} She left for good in 2010. In an interview in January, she sang."
    );
    assert_eq!(values(&long, "2023-06-03", Genre::Auto).last().map(String::as_str), Some("2023-01"));
    // Of these days no year is said.
    let law = format!(
        "She fell on Tuesday. {LONG_AGO} After a slide in February 2020, a law was introduced on Dec. 9."
    );
    assert_eq!(values(&law, "2024-12-19", Genre::Auto).last().map(String::as_str), Some("2024-12-09"));
    // What has lasted lasts until now.
    let shut = format!("{LONG_AGO} Her house burnt in May 2019. It has been closed since January.");
    let found = values(&shut, "2024-11-20", Genre::Auto);
    assert_eq!(found.last().map(String::as_str), Some("2024-01"));
}

#[test]
fn a_range_from_or_to_this_moment_is_two_lines_and_one_time() {
    let language = Language::english();
    let published = NaiveDate::from_ymd_opt(2025, 11, 20).map(Into::into);
    for (text, want, stretch) in [
        ("Rents rose between May 2024 and now.", ["2024-05", "PRESENT_REF"], "2024-05/2025-11-20"),
        ("It will close between now and Christmas.", ["PRESENT_REF", "2025-12-25"], "2025-11-20/2025-12-25"),
    ] {
        let found = walk::annotate(&segment(text, language), language, published, &Policy::default());
        let [whole] = found.as_slice() else { panic!("{text}: {found:?}") };
        let values: Vec<_> = walk::lines(whole).map(|line| line.when.timex().value).collect();
        assert_eq!(values, want, "{text}");
        assert_eq!(whole.when.edtf(), stretch, "{text}");
    }
}
