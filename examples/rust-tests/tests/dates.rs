//! Dates under test: assertions, a table of rstest, a snapshot of insta.

use dateline::article::{Article, Published};
use dateline::{Resolver, assert_resolves, assert_timeline};
use press_embargo::embargo;
use rstest::rstest;

const RECEIVED: &str = "2025-11-20";

#[test]
fn expressions_mean_what_our_readers_think() {
    assert_resolves!("Wednesday night", published: RECEIVED => "2025-11-19TNI");
    assert_resolves!("last week", published: RECEIVED => ("2025-11-10", "2025-11-17"));
    assert_resolves!("She told 60 Minutes.", published: RECEIVED => none);
}

#[rstest]
#[case("Embargoed until noon on Friday, November 21st.", Some("2025-11-21"))]
#[case("Embargoed until 9 a.m. tomorrow.", Some("2025-11-21"))]
#[case("Print it.", None)]
fn embargoes_are_read(#[case] release: &str, #[case] expected: Option<&str>) {
    assert_eq!(embargo(release, RECEIVED).expect("a date").as_deref(), expected);
}

#[test]
fn an_article_tells_these_events() {
    let article = Article {
        name: "council".to_owned(),
        text: "The council met on Monday. It will vote on Friday, November 21st.".to_owned(),
        published: Some(Published::parse(RECEIVED).expect("a date")),
        ..Article::default()
    };
    assert_timeline!(&article => [
        "2025-11-17" => "council met",
        "2025-11-21" => "will vote",
    ]);
}

#[test]
fn what_is_found_is_stable() {
    let text = "The board met on Friday and will meet again next month.";
    let found = Resolver::on(RECEIVED).expect("a date").annotate(text);
    // The number of a rule may change with every version; what it means may not.
    insta::assert_json_snapshot!(found, { "[].mention.rule" => "[rule]" });
}

#[test]
#[should_panic(expected = "^^^^^^ expected 2025-11-21, found 2025-11-14")]
fn a_failure_shows_the_text_underlined() {
    assert_resolves!("The board met on Friday.", published: RECEIVED => "2025-11-21");
}
