//! Case files in every format, what an update changes, and the assertions for other people's tests.

use dateline::article::{self, Article, Published};
use dateline::check::{self, CaseFile, Checked, Draw, Expect, Format, Verdict};
use dateline::lang::Language;
use dateline::resolve::Policy;
use dateline::{assert_resolves, assert_timeline};

const FORMATS: [(&str, Format); 5] = [
    ("toml", Format::Toml),
    ("yaml", Format::Yaml),
    ("jsonl", Format::JsonLines),
    ("json", Format::Json),
    ("csv", Format::Csv),
];

fn read(text: &str, format: Format) -> CaseFile {
    check::read("cases", text, format).unwrap_or_else(|error| panic!("{error}"))
}

fn run(file: &CaseFile) -> Vec<Checked<'_>> {
    let open = |path: &str| -> dateline::Result<Article> { panic!("{path} is not asked for") };
    let run = |case| check::run(case, Language::english(), &Policy::default(), &open);
    file.cases.iter().map(run).collect::<Result<_, _>>().expect("cases run")
}

fn verdicts(file: &CaseFile) -> Vec<Verdict> {
    run(file).iter().map(|checked| checked.verdict).collect()
}

/// The same four cases: one right, one wrong, one without a date that is said to have one, one known gap.
fn sample(format: Format) -> &'static str {
    match format {
        Format::Toml => {
            "# Desk dates.\npublished = \"2025-11-20\"\n\n[[case]]\ntext = \"last month\"  # said often\nexpect = 2025-10-01 # the first\n\
             known-gap = \"a month is no day\"\n\n[[case]]\nexpect = '2025-11-18' # an old slip\ntext = '''Wednesday \"night\"'''\n\n\
             [[case]]\ntext = \"She told 60 Minutes.\"\nexpect = \"2025\"\n\n[[case]]\ntext = \"this week\"\nexpect = { from = 2025-11-17, to = \"2025-11-24\" }\n"
        }
        Format::Yaml => {
            "# Desk dates.\npublished: 2025-11-20\ncase:\n  - text: last month  # said often\n    expect: 2025-10-01 # the first\n    \
             known-gap: a month is no day\n\n  - expect: '2025-11-18' # an old slip\n    text: >-\n      Wednesday\n      \"night\"\n\
             \n  - {text: She told 60 Minutes., expect: 2025}\n  - text: this week\n    expect:\n      from: 2025-11-17\n      to: 2025-11-24\n"
        }
        Format::JsonLines => {
            "{\"published\": \"2025-11-20\", \"text\": \"last month\", \"expect\": \"2025-10-01\", \"known-gap\": \"a month is no day\"}\n\n\
             {\"published\":\"2025-11-20\",\"expect\":\"2025-11-18\",\"text\":\"Wednesday \\\"night\\\"\"}\r\n\
             {\"published\":\"2025-11-20\",\"text\":\"She told 60 Minutes.\",\"expect\":2025}\n\
             {\"published\":\"2025-11-20\",\"text\":\"this week\",\"expect\":{\"from\":\"2025-11-17\",\"to\":\"2025-11-24\"}}"
        }
        Format::Json => {
            "{\"published\": \"2025-11-20\",\n \"cases\": [\n  {\"text\": \"last month\", \"expect\": \"2025-10-01\", \"known-gap\": \"a month is no day\"},\n  \
             {\"expect\": \"2025-11-18\", \"text\": \"Wednesday \\\"night\\\"\"},\n  {\"text\": \"She told 60 Minutes.\", \"expect\": 2025},\n  \
             {\"text\": \"this week\", \"from\": \"2025-11-17\", \"to\": \"2025-11-24\"}]}\n"
        }
        Format::Csv => {
            "published,text,expect,known-gap,from,to\r\n2025-11-20,last month,2025-10-01,a month is no day,,\r\n\
             2025-11-20,\"Wednesday \"\"night\"\"\",\"2025-11-18\",,,\r\n\r\n2025-11-20,She told 60 Minutes.,2025,,,\r\n2025-11-20,this week,,,2025-11-17,2025-11-24"
        }
    }
}

#[test]
fn every_format_tells_the_same() {
    for (name, format) in FORMATS {
        let file = read(sample(format), format);
        let want = [Verdict::KnownGap, Verdict::Failed, Verdict::Failed, Verdict::Passed];
        assert_eq!(verdicts(&file), want, "{name}");
        assert_eq!(file.cases[0].known_gap.as_deref(), Some("a month is no day"), "{name}");
        assert_eq!(file.cases[1].title(), "Wednesday \"night\"", "{name}");
        assert_eq!(file.cases[2].expect, Expect::Value("2025".to_owned()), "{name}");
    }
}

#[test]
fn an_update_changes_what_is_wrong_and_no_other_byte() {
    for (name, format) in FORMATS {
        let file = read(sample(format), format);
        let updated = check::update(&file, &run(&file));
        let none = match format {
            Format::Yaml => ("expect: 2025}", "expect: none}"),
            Format::Csv => (",2025,,,", ",none,,,"),
            Format::Toml => ("\"2025\"", "\"none\""),
            Format::Json | Format::JsonLines => ("\"expect\":2025", "\"expect\":\"none\""),
        };
        let space = |text: &str| text.replace("\"expect\": 2025}", "\"expect\":2025}");
        let want = space(sample(format)).replace("2025-11-18", "2025-11-19").replacen(none.0, none.1, 1);
        assert_eq!(space(&updated).replace("\"expect\": \"none\"", "\"expect\":\"none\""), want, "{name}");
        let again = read(&updated, format);
        assert_eq!(check::update(&again, &run(&again)), updated, "{name}: a second update changes nothing");
        assert_eq!(verdicts(&again)[1..], [Verdict::Passed; 3], "{name}");
    }
}

#[test]
fn an_update_writes_lists_sides_and_what_was_left_empty() {
    let text = "[[case]]\npublished = 2025-11-20\ntext = 'On Monday and Friday'\nexpect = [\n  \"2025-11-17\", # right\n  \"2025-11-15\", # wrong\n]\n\
                [[case]]\npublished = 2025-11-20\ntext = 'last week'\nexpect = { from = \"2025-11-10\", to = \"..\" }\n\
                [[case]]\npublished = 2025-11-20\ntext = 'tomorrow'\nexpect = ''\n\
                [[case]]\npublished = 2025-11-20\ntext = 'On Monday'\nexpect = ['2025-11-17', '2025-11-18']\n\
                [[case]]\npublished = 2025-11-20\ntext = 'last week'\nexpect = '2025-11-10/2025-11-17'\n";
    let file = read(text, Format::Toml);
    let want = text
        .replace("\"2025-11-15\"", "\"2025-11-14\"")
        .replace("\"..\"", "\"2025-11-17\"")
        .replace("expect = ''", "expect = '2025-11-21'")
        .replace("['2025-11-17', '2025-11-18']", "[\"2025-11-17\"]")
        .replace("2025-11-10/2025-11-17", "2025-11-10/2025-11-16");
    assert_eq!(check::update(&file, &run(&file)), want);
}

#[test]
fn broken_files_name_the_line_and_the_cure() {
    let cases = [
        (Format::Toml, "[[case]]\ntext = last\n", "cases:2: is not valid TOML: "),
        (Format::Toml, "title = 'x'\n", "cases:1: holds no case; write a list `case`"),
        (Format::Toml, "[[case]]\ntext = 'x'\n", "cases:1: has no `expect`; write a date, `none`, or"),
        (Format::Toml, "[[case]]\nexpect = 'none'\n", "cases:1: has no `text` and no `article`"),
        (
            Format::Toml,
            "[[case]]\ntext = 'x'\n\nexpct = 'none'\n",
            "cases:4: `expct` is no field of a case; the fields are ",
        ),
        (
            Format::Toml,
            "[[case]]\ntext = 'x'\nexpect = 'soon'\n",
            "cases:3: `soon` is no date, EDTF or TIMEX3 value; write ",
        ),
        (
            Format::Toml,
            "[[case]]\ntext = 'x'\nexpect = '2025-02-30'\n",
            "cases:3: no calendar has the date `2025-02-30`",
        ),
        (
            Format::Toml,
            "[[case]]\ntext = 'x'\nexpect = 'none'\nfrom = 2025-01-01\n",
            "cases:3: gives `expect` beside `from` and `to`",
        ),
        (
            Format::Toml,
            "[[case]]\ntext = 'x'\ntense = 'perfect'\nexpect = 'none'\n",
            "cases:3: the tense `perfect` is not known; give one of past, ",
        ),
        (
            Format::Toml,
            "[[case]]\ntext = 'x'\npublished = 'today'\nexpect = 'none'\n",
            "cases:3: `today` is no date; write it as ",
        ),
        (Format::Toml, "[[case]]\narticle = 'a.txt'\n", "cases:1: names an article and no `entries`"),
        (
            Format::Toml,
            "[[case]]\ntext = 'x'\nexpect = { from = 'noon' }\n",
            "cases:3: `noon` is no moment; write ",
        ),
        (Format::Yaml, "- text: x\n  expect: [none\n", "cases:"),
        (Format::Yaml, "just words\n", "cases:1: is a text and no list of cases"),
        (
            Format::JsonLines,
            "{\"text\":\"x\",\"expect\":\"none\"}\n{\"text\":\n",
            "cases:2: is not valid JSON: column ",
        ),
        (
            Format::JsonLines,
            "{\"text\":3,\"expect\":true}\n",
            "cases:1: `expect` is true or false; write a date, or none",
        ),
        (Format::Json, "[\n{\"text\":\"x\"\n\"expect\":1}]", "cases:3: is not valid JSON: column "),
        (Format::Csv, "text,when\nx,y\n", "cases:1: its header names no field `expect`"),
        (
            Format::Csv,
            "text,expect\nFriday, Nov. 3,none\n",
            "cases:2: has 3 fields and the header names 2; quote a text",
        ),
        (Format::Csv, "text,expect\n\"Friday,none\n", "cases:2: a quote opens here and is never closed"),
    ];
    for (format, text, want) in cases {
        let error = check::read("cases", text, format).expect_err(text).to_string();
        assert!(error.starts_with(want), "{text}\n{error}");
    }
}

#[test]
fn expectations_are_equal_by_value_edtf_or_interval() {
    let holds = ["2025-W47", "2025-11-17/2025-11-23"];
    for expect in holds {
        assert_resolves!("this week", published: "2025-11-20" => expect);
    }
    assert_resolves!("this week", published: "2025-11-20" => ("2025-11-17", "2025-11-24T00:00"));
    assert_resolves!("Wednesday night", published: "2025-11-20" => "2025-11-19TNI");
    assert_resolves!("since May", published: "2025-11-20" => ("2025-05-01", ".."));
    assert_resolves!("She told 60 Minutes.", published: "2025-11-20" => none);
    let day =
        |text: &str| text.parse::<chrono::NaiveDate>().expect(text).and_hms_opt(0, 0, 0).expect("midnight");
    let yesterday = dateline::resolve::Interval::new(day("2025-11-19"), day("2025-11-20"));
    assert_resolves!("yesterday", published: "2025-11-20" => yesterday);
}

#[test]
#[should_panic(expected = "^^^^^^ expected 2025-11-21, found 2025-11-14")]
fn a_wrong_assertion_shows_the_text_underlined() {
    assert_resolves!("The board met on Friday.", published: "2025-11-20" => "2025-11-21");
}

#[test]
fn assertions_say_what_is_wrong_with_themselves() {
    let fault = |published, expect: &str| check::resolves("Friday", published, expect).expect_err("a fault");
    assert!(fault("today", "2025-11-21").starts_with("`today` is no date; write it as "));
    assert!(fault("2025-11-20", "soon").starts_with("`soon` is no date, EDTF or TIMEX3 value; write "));
}

fn council() -> Article {
    let text = b"The council met on Monday. It will vote on Friday, November 21st.";
    let mut article = article::read("council.txt", text, article::Format::Text, None).expect("an article");
    article.published = Some(Published::parse("2025-11-20").expect("a date"));
    article
}

#[test]
fn a_timeline_is_asserted_whole() {
    assert_timeline!(&council() => ["2025-11-17" => "council met", "2025-11-21" => "will vote"]);
    let tells = |entries: &[(&'static str, &'static str)]| {
        let entries = entries.iter().map(|(date, text)| (check::IntoExpect::into_expect(*date), *text));
        check::tells(&council(), entries.collect()).expect_err("a failure")
    };
    assert!(tells(&[("2025-11-17", "met")]).contains("expected nothing more, found 2025-11-21 "));
    assert!(
        tells(&[("2025-11-18", "met"), ("2025-11-21", "vote")])
            .contains("expected 2025-11-18 for `met`, found 2025-11-17")
    );
    assert!(
        tells(&[("2025-11-21", "vote"), ("2025-11-17", "met")])
            .contains("expected `met` after the entry before it")
    );
    assert!(
        tells(&[("2025-11-17", "met"), ("2025-11-21", "vote"), ("2025", "won")])
            .contains("expected an entry 2025 with `won`, found none")
    );
}

#[test]
fn a_case_may_read_an_article() {
    let text = "[[case]]\narticle = 'council.txt'\nothers = true\nentries = [\n  { expect = '2025-11-21', text = 'vote', status = 'planned' },\n]\n";
    let file = read(text, Format::Toml);
    let open = |path: &str| Ok(Article { name: path.to_owned(), ..council() });
    let checked =
        check::run(&file.cases[0], Language::english(), &Policy::default(), &open).expect("it runs");
    assert_eq!(checked.verdict, Verdict::Passed, "{:?}", checked.complaints);
    let wrong = read(&text.replace("planned", "denied"), Format::Toml);
    let checked =
        check::run(&wrong.cases[0], Language::english(), &Policy::default(), &open).expect("it runs");
    assert_eq!(checked.complaints[0].to_string(), "expected `vote` to be denied, found planned");
    let drawn = Draw::new(false).in_file(&checked, &wrong.text);
    assert!(drawn.contains("^^^^^^^^ expected `vote` to be denied"), "{drawn}");
    assert!(drawn.contains("will vote on Friday, November 21st.\n"), "{drawn}");
    // The date and the status are brought up to date, in quotes as they were.
    let both = read(&text.replace("planned", "denied").replace("2025-11-21", "2025-11-20"), Format::Toml);
    let checked =
        check::run(&both.cases[0], Language::english(), &Policy::default(), &open).expect("it runs");
    assert_eq!(check::update(&both, &[checked]), text);
}

#[test]
fn a_gap_that_closes_is_a_finding() {
    let text =
        "[[case]]\npublished = '2025-11-20'\ntext = 'yesterday'\nexpect = '2025-11-19'\nknown-gap = true\n";
    let file = read(text, Format::Toml);
    let checked = run(&file);
    assert_eq!(checked[0].verdict, Verdict::GapClosed);
    assert!(!checked[0].verdict.is_fine());
    assert_eq!(check::update(&file, &checked), text);
}
