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

fn updated(file: &CaseFile) -> String {
    check::update(file, &run(file)).text
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
        let text = updated(&file);
        let none = match format {
            Format::Yaml => ("expect: 2025}", "expect: none}"),
            Format::Csv => (",2025,,,", ",none,,,"),
            Format::Toml => ("\"2025\"", "\"none\""),
            Format::Json | Format::JsonLines => ("\"expect\":2025", "\"expect\":\"none\""),
        };
        let space = |text: &str| text.replace("\"expect\": 2025}", "\"expect\":2025}");
        let want = space(sample(format)).replace("2025-11-18", "2025-11-19").replacen(none.0, none.1, 1);
        assert_eq!(space(&text).replace("\"expect\": \"none\"", "\"expect\":\"none\""), want, "{name}");
        let again = read(&text, format);
        assert_eq!(updated(&again), text, "{name}: a second update changes nothing");
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
        .replace("['2025-11-17', '2025-11-18']", "['2025-11-17']")
        .replace("2025-11-10/2025-11-17", "2025-11-10/2025-11-16");
    assert_eq!(updated(&file), want);
}

#[test]
fn broken_files_name_the_line_and_the_cure() {
    let cases = [
        (Format::Toml, "[[case]]\ntext = last\n", "cases:2: is not valid TOML: "),
        (Format::Toml, "title = 'x'\n", "cases:1: holds no case; write `[[case]]` above each case"),
        (Format::Toml, "[[case]]\ntext = 'x'\n", "cases:1: has no `expect`; write a date, `none`, or"),
        (Format::Toml, "[[case]]\nexpect = 'none'\n", "cases:1: has no `text` and no `article`"),
        (
            Format::Toml,
            "[[case]]\ntext = 'x'\n\nexpct = 'none'\n",
            "cases:4: `expct` is no field of a case; did you mean `expect`?",
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
            "{\"text\":\"x\",\"expect\":true}\n",
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
        (
            Format::Csv,
            "text;expect\nFriday;none\n",
            "cases:1: its header names no field `text`; part its fields by commas",
        ),
        (
            Format::Csv,
            "text,expect,text\nFriday,none,x\n",
            "cases:1: its header names the field `text` twice",
        ),
        (
            Format::Toml,
            "[case]\ntext = 'x'\n",
            "cases:1: `case` is a table; write `[[case]]` above each case",
        ),
        (Format::Toml, "published = 3\n[[case]]\ntext = 'x'\n", "cases:1: `3` is no date"),
        (
            Format::Toml,
            "zebra = 3\n[[case]]\ntext = 'x'\n",
            "cases:1: `zebra` is no field of what holds for all cases; the fields are published, tense",
        ),
        (
            Format::Toml,
            "[[case]]\ntext = 3\nexpect = 'none'\n",
            "cases:2: `text` is a number or a date without quotes; put it in quotes",
        ),
        (
            Format::Toml,
            "[[case]]\ntext = 'x'\nknown-gap = 3\nexpect = 'none'\n",
            "cases:3: `known-gap` is a number",
        ),
        (Format::JsonLines, "{\"name\":5,\"text\":\"x\",\"expect\":\"none\"}", "cases:1: `name` is a number"),
        (
            Format::JsonLines,
            "{\"text\":\"x\",\"text\":\"y\",\"expect\":\"none\"}",
            "cases:1: `text` is given twice",
        ),
        (
            Format::Json,
            "{\"case\":[{\"text\":\"x\",\n\"expect\":1,\"expect\":\"none\"}]}",
            "cases:2: `expect` is given twice",
        ),
        (
            Format::Yaml,
            "- text: x\n  expect: none\n  text: z\n",
            "cases:3: is not valid YAML: duplicate mapping key: text",
        ),
        (
            Format::Toml,
            "[[case]]\ntext = 'x'\nexpect = '2025-11-20/2025-11-19'\n",
            "cases:3: `2025-11-20/2025-11-19` ends before it begins",
        ),
        (
            Format::Toml,
            "[[case]]\ntext = 'x'\nexpect = { from = 2025-11-20, to = 2025-11-19 }\n",
            "cases:3: no time is from 2025-11-20 00:00 to 2025-11-19 00:00; `to` is the first moment after it",
        ),
    ];
    for (format, text, want) in cases {
        let error = check::read("cases", text, format).expect_err(text).to_string();
        assert!(error.starts_with(want), "{text}\n{error}");
        assert!(!error.contains("Options"), "{error}");
    }
}

#[test]
fn all_mistakes_of_a_file_are_told_and_its_other_cases_run() {
    let good = |text: &str| {
        format!("{{\"published\":\"2025-11-20\",\"text\":\"{text}\",\"expect\":\"2025-11-19\"}}\n")
    };
    let text = format!("{}{{\"text\":\n{{\"text\":\"x\"}}\n{}", good("yesterday"), good("Wednesday"));
    let (file, mistakes) = check::read_all("desk.jsonl", &text, Format::JsonLines);
    assert_eq!(verdicts(&file), [Verdict::Passed; 2]);
    assert_eq!(mistakes.iter().map(|mistake| mistake.line).collect::<Vec<_>>(), [Some(2), Some(3)]);
    let text = "text,expect\nFriday, Nov. 3,none\nnothing,none\nx,soon\n";
    let (file, mistakes) = check::read_all("desk.csv", text, Format::Csv);
    assert_eq!((file.cases.len(), mistakes.len()), (1, 2), "{mistakes:?}");
    let text = "[[case]]\ntext = 3\n[[case]]\ntext = 'x'\nexpect = 'none'\n[[case]]\nexpect = 'none'\n";
    let (file, mistakes) = check::read_all("desk.toml", text, Format::Toml);
    assert_eq!((file.cases.len(), mistakes.len()), (1, 2), "{mistakes:?}");
    // A report has them, so that none is green beside a broken file.
    let runs = [check::report::Run { file: &file, checked: run(&file) }];
    for (report, want) in [
        (check::report::Report::JUnit, "tests=\"3\" failures=\"0\" errors=\"2\""),
        (check::report::Report::Tap, "not ok 2 - desk.toml:2 cannot be run"),
        (check::report::Report::Json, "\"mistakes\": ["),
        (check::report::Report::Human, "1 passed, 0 failed, 2 mistakes"),
    ] {
        let mut bytes = Vec::new();
        report.write(&runs, &mistakes, false, &mut bytes).expect("memory takes it");
        let printed = String::from_utf8(bytes).expect("UTF-8");
        assert!(printed.contains(want), "{printed}");
    }
}

/// What an update makes of a file, with the lines that it leaves to people.
fn update(text: &str, format: Format) -> (String, usize, Vec<(usize, String)>) {
    let file = read(text, format);
    let update = check::update(&file, &run(&file));
    let left = update.left.into_iter().map(|left| (left.case.place.line, left.why));
    (update.text, update.changed, left.collect())
}

#[test]
fn an_update_of_yaml_writes_yaml_however_it_was_written() {
    let top = "published: 2025-11-20\ncase:\n";
    for (old, new) in [
        ("  - text: yesterday\n    expect:\n", "  - text: yesterday\n    expect: 2025-11-19\n"),
        (
            "  - text: yesterday\n    expect:   # soon\n",
            "  - text: yesterday\n    expect: 2025-11-19   # soon\n",
        ),
        ("  - expect:\n    text: yesterday", "  - expect: 2025-11-19\n    text: yesterday"),
        ("  - text: yesterday\n    expect: []\n", "  - text: yesterday\n    expect: [\"2025-11-19\"]\n"),
        (
            "  - text: yesterday\n    expect: [ ] # none\n",
            "  - text: yesterday\n    expect: [\"2025-11-19\" ] # none\n",
        ),
        (
            "  - text: yesterday\n    expect: >- # folded\n      2025-11-18\n\n  - text: today\n    expect: 2025-11-20\n",
            "  - text: yesterday\n    expect: >- # folded\n      2025-11-19\n\n  - text: today\n    expect: 2025-11-20\n",
        ),
        (
            "  - text: yesterday\n    expect: |\n      2025-11-18\n    name: x\n",
            "  - text: yesterday\n    expect: |\n      2025-11-19\n    name: x\n",
        ),
        ("  - {text: yesterday, expect: ~}\n", "  - {text: yesterday, expect: 2025-11-19}\n"),
        ("  - {text: yesterday, expect: '2025-11-18' }\n", "  - {text: yesterday, expect: '2025-11-19' }\n"),
        (
            "  - text: Monday and Friday\n    expect:\n      - 2025-11-16 # one\n    name: x\n",
            "  - text: Monday and Friday\n    expect:\n      - 2025-11-17 # one\n      - 2025-11-14\n    name: x\n",
        ),
        (
            "  - text: Monday\n    expect:\n      - 2025-11-17\n      - 2025-11-14 # two\n",
            "  - text: Monday\n    expect:\n      - 2025-11-17\n      # two\n",
        ),
        (
            "  - text: last week\n    expect: {from: 2025-11-09, to: 2025-11-17} # week\n",
            "  - text: last week\n    expect: {from: 2025-11-10, to: 2025-11-17} # week\n",
        ),
    ] {
        let (text, changed, left) = update(&format!("{top}{old}"), Format::Yaml);
        assert_eq!(text, format!("{top}{new}"));
        assert_eq!((changed, left), (1, Vec::new()), "{old}");
        assert!(
            verdicts(&read(&text, Format::Yaml)).iter().all(|verdict| *verdict == Verdict::Passed),
            "{text}"
        );
    }
}

#[test]
fn an_update_changes_no_case_beside_the_one_it_is_for() {
    // The second case has the expectation of the first, which would change with it.
    let text = "published: 2025-11-20\ncase:\n  - text: yesterday\n    expect: &day 2025-11-18\n  - text: Tuesday\n    expect: *day\n";
    let (updated, changed, left) = update(text, Format::Yaml);
    assert_eq!((updated.as_str(), changed), (text, 0));
    assert_eq!(left, [(3, "is written in a way that cannot be rewritten in place".to_owned())]);
}

#[test]
fn an_update_says_what_it_changed_and_what_is_left_to_people() {
    let text = "published = 2025-11-20\n[[case]]\ntext = 'yesterday'\nexpect = '2025-11-18'\n[[case]]\ntext = 'today'\nexpect = '2025-11-20'\nknown-gap = true\n\
                [[case]]\ntext = 'nothing'\nexpect = { from = 2025-11-18, to = 2025-11-19 }\n[[case]]\ntext = 'since May'\nfrom = 2025-06-01\n\
                [[case]]\ntext = 'last week'\nfrom = 2025-11-10\n";
    let (updated, changed, left) = update(text, Format::Toml);
    assert_eq!(
        updated,
        text.replacen("'2025-11-18'", "'2025-11-19'", 1).replace("from = 2025-06-01", "from = 2025-05-01")
    );
    assert_eq!(changed, 2);
    let want = [
        (6, "passes; take its known-gap away"),
        (10, "expected an interval, found no expression of time"),
        (16, "gives one side of an interval, and the other is wrong"),
    ];
    assert_eq!(left, want.map(|(line, why)| (line, why.to_owned())));
}

#[test]
fn what_has_no_publication_date_says_so_and_is_not_updated() {
    let text = "[[case]]\ntext = 'yesterday'\nexpect = ''\n[[case]]\ntext = 'May 3, 2019 and yesterday'\nexpect = ['2019-05-03', '2025-11-19']\n";
    let file = read(text, Format::Toml);
    let checked = run(&file);
    let want = "expected 2025-11-19, found no publication date to count from; give `published`";
    assert_eq!(checked[1].complaints[0].to_string(), want);
    let (updated, changed, left) = update(text, Format::Toml);
    assert_eq!((updated.as_str(), changed, left.len()), (text, 0, 2));
    let undated = dateline::Resolver::undated();
    let drawn = check::resolves_with(&undated, "yesterday", "2025-11-19").expect_err("no date");
    assert!(
        drawn.contains("found no publication date to count from; give it with `Resolver::on`"),
        "{drawn}"
    );
    assert_resolves!("May 3, 2019", with: &undated => "2019-05-03");
}

#[test]
fn what_is_wrong_is_drawn_where_it_stands() {
    for (format, text) in [
        (
            Format::Toml,
            "[[case]]\npublished = 2025-11-20\ntext = 'On Monday and Friday'\nexpect = ['2025-11-17', '2025-11-15']\n",
        ),
        (
            Format::Json,
            "[{\"published\": \"2025-11-20\", \"text\": \"On Monday and Friday\",\n\"expect\": [\"2025-11-17\", \"2025-11-15\"]}]\n",
        ),
    ] {
        let file = read(text, format);
        let checked = run(&file);
        let drawn = Draw::new(false).in_file(&checked[0], &file.text);
        assert!(
            drawn.contains(" ^^^^^^^^^^^^ expected 2025-11-15 for `Friday`, found 2025-11-14"),
            "{drawn}"
        );
        assert!(drawn.contains(" ------ read as bare(fri)"), "{drawn}");
        assert!(drawn.contains("covers [2025-11-14 00:00"), "{drawn}");
        let tap = {
            let mut bytes = Vec::new();
            let runs = [check::report::Run { file: &file, checked }];
            check::report::Report::Tap.write(&runs, &[], false, &mut bytes).expect("memory takes it");
            String::from_utf8(bytes).expect("UTF-8")
        };
        assert!(tap.contains("covers [2025-11-14 00:00"), "{tap}");
    }
    let text =
        "published: 2025-11-20\ncase:\n  - text: >-\n      They met\n      Friday.\n    expect: 2025-11-15\n";
    let file = read(text, Format::Yaml);
    let drawn = Draw::new(false).in_file(&run(&file)[0], &file.text);
    assert!(drawn.contains("5 |       Friday.\n  |       ------ read as bare(fri)"), "{drawn}");
    assert!(!drawn.lines().next().is_some_and(|title| title.ends_with('`')), "{drawn}");
}

#[test]
fn what_a_terminal_would_obey_is_not_printed() {
    let text = "text,published,expect\r\nRed \u{1b}[31m Friday,2025-11-20,2025-11-15\r\nThursday,2025-11-20,2025-11-13\r\n";
    let file = read(text, Format::Csv);
    let checked = run(&file);
    let drawn = Draw::new(false).in_file(&checked[0], &file.text);
    assert!(!drawn.contains(['\u{1b}', '\r', '␍']), "{drawn}");
    assert!(drawn.contains("^^^^^^^^^^ expected 2025-11-15, found 2025-11-14"), "{drawn}");
    let runs = [check::report::Run { file: &file, checked }];
    for report in check::report::Report::ALL {
        let mut bytes = Vec::new();
        report.write(&runs, &[], false, &mut bytes).expect("memory takes it");
        assert!(!bytes.contains(&0x1b), "{report}: {}", String::from_utf8_lossy(&bytes));
    }
}

#[test]
fn an_article_is_drawn_on_the_lines_of_its_file() {
    let text = "[[case]]\narticle = 's'\nentries = [{ expect = '2024-11-17', text = 'council met' }]\n";
    let file = read(text, Format::Toml);
    for (format, source, line) in [
        (article::Format::Markdown, "---\ndate: 2024-11-20\n---\nThe council met on Monday.\n", 4),
        (
            article::Format::Html,
            "<html>\n<head><meta property=\"article:published_time\" content=\"2024-11-20\"></head>\n<body>\n<article>\n<p>The council met on Monday.</p>\n</article></body></html>\n",
            5,
        ),
        (article::Format::Text, "2024-11-20\n\nThe council met on Monday.\n", 3),
    ] {
        let open = |_: &str| {
            let mut article = article::read("s", source.as_bytes(), format, None)?;
            article.published.get_or_insert(Published::parse("2024-11-20")?);
            Ok(article)
        };
        let checked =
            check::run(&file.cases[0], Language::english(), &Policy::default(), &open).expect("it runs");
        let drawn = Draw::new(false).in_file(&checked, &file.text);
        assert!(drawn.contains(&format!("s:{line}:20\n")), "{drawn}");
        assert!(drawn.contains(&format!("{line} | The council met on Monday.")), "{drawn}");
    }
}

#[test]
fn a_filter_names_a_case_by_any_of_its_lines() {
    let file = check::read("desk/a.toml", sample(Format::Toml), Format::Toml).expect("cases");
    let kept = |part: &str| {
        file.cases
            .iter()
            .enumerate()
            .filter(|(_, case)| case.matches(part))
            .map(|(n, _)| n)
            .collect::<Vec<_>>()
    };
    let lines: Vec<_> = file.cases.iter().map(|case| case.place.lines).collect();
    assert_eq!(lines, [(4, 7), (9, 11), (13, 15), (17, 19)]);
    assert_eq!(
        (kept("a.toml:7"), kept("desk/a.toml:10"), kept("a.toml:1"), kept("a.toml:8")),
        (vec![0], vec![1], vec![], vec![])
    );
    assert_eq!((kept("night"), kept("a.toml")), (vec![1], vec![0, 1, 2, 3]));
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
    let backwards =
        check::resolves("Friday", "2025-11-20", ("2025-11-20", "2025-11-19")).expect_err("no interval");
    assert!(backwards.starts_with("no time is from 2025-11-20 00:00 to 2025-11-19 00:00; "), "{backwards}");
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
    // What was found instead is shown in the article.
    let drawn = tells(&[("2025", "won")]);
    assert!(
        drawn.contains("1 | The council met on Monday. It will vote on Friday, November 21st."),
        "{drawn}"
    );
}

#[test]
fn a_timeline_is_read_by_a_resolvers_choices_and_date() {
    let undated =
        Article { text: "The council met on 3/11/2025. It votes tomorrow.".to_owned(), ..Article::default() };
    assert_timeline!(&undated, published: "2025-11-20" => ["2025-03-11" => "met", "2025-11-21" => "votes"]);
    let policy = Policy { date_order: dateline::resolve::DateOrder::DayMonthYear, ..Policy::default() };
    let desk = dateline::Resolver::on("2025-11-20").expect("a date").policy(policy);
    assert_timeline!(&undated, with: &desk => ["2025-11-03" => "met", "2025-11-21" => "votes"]);
    let entries = vec![(check::IntoExpect::into_expect("2025"), "met")];
    let drawn = check::tells_with(&desk, &undated, entries).expect_err("another date");
    assert!(drawn.contains("--> the article:1:20"), "{drawn}");
    let fault = check::tells(&undated, Vec::new()).expect_err("no date");
    assert!(
        fault.starts_with(
            "the article has no publication date; set its `published`, or write `assert_timeline!"
        ),
        "{fault}"
    );
    let silent = Article { text: "Nothing to tell.".to_owned(), ..council() };
    let drawn =
        check::tells(&silent, vec![(check::IntoExpect::into_expect("2025"), "won")]).expect_err("none");
    assert!(drawn.contains("tells nothing that has a date"), "{drawn}");
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
    assert_eq!(check::update(&both, &[checked]).text, text);
}

#[test]
fn a_gap_that_closes_is_a_finding() {
    let text =
        "[[case]]\npublished = '2025-11-20'\ntext = 'yesterday'\nexpect = '2025-11-19'\nknown-gap = true\n";
    let file = read(text, Format::Toml);
    let checked = run(&file);
    assert_eq!(checked[0].verdict, Verdict::GapClosed);
    assert!(!checked[0].verdict.is_fine());
    assert_eq!(check::update(&file, &checked).text, text);
}
