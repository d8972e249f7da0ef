//! The library as its users see it: short ways in, storing, sharing between threads.

use chrono::{DateTime, NaiveDate};
use dateline::article::Article;
use dateline::expression::Tense;
use dateline::lang::Language;
use dateline::recognise::Annotation;
use dateline::resolve::{DateOrder, Interval, Policy, When};
use dateline::timeline::{Detail, Selection, Timeline};
use dateline::walk::Publication;
use dateline::{Error, Expr, Resolver, Span};

const TEXT: &str = "The council met on Monday, two days after the storm. It will vote on Friday, November 21st, or between 3/4/2026 and \
                    May. Since 1998 it has met every Tuesday for about three weeks, recently at 7:15 p.m. GMT. Ramadan was early last year. \
                    The mayor had resigned days before the election in the third quarter of the '90s.";

#[test]
fn everything_may_be_shared_between_threads() {
    fn shared<T: Send + Sync + 'static>() {}
    shared::<Article>();
    shared::<Annotation>();
    shared::<Error>();
    shared::<Expr>();
    shared::<Language>();
    shared::<Policy>();
    shared::<Resolver>();
    shared::<Timeline>();
    shared::<When>();
    shared::<dateline::Builder>();
    shared::<dateline::check::CaseFile>();
    shared::<dateline::check::Draw>();
}

#[test]
fn what_is_printed_for_programmers_is_short_and_stays_as_it_is() {
    use dateline::resolve::LastWeekday;
    let resolver = Resolver::on("2025-11-20").expect("a date");
    let british =
        Policy { date_order: DateOrder::DayMonthYear, last_weekday: LastWeekday::Week, ..Policy::default() };
    assert_eq!(format!("{british:?}"), "Policy { date-order: dmy, last-weekday: week, .. }");
    let printed = format!("{:?}", resolver.policy(british));
    assert!(printed.contains("Language { code: \"en\", rules: "), "{printed}");
    assert!(printed.len() < 300, "{printed}");
    // No number of a rule, which every new rule moves.
    let printed = format!("{:?}", resolver.annotate("last month"));
    assert!(printed.contains("rule: RuleId(..)"), "{printed}");
}

#[test]
fn what_is_found_can_be_stored() {
    let found = Resolver::on("2025-11-20").expect("a date").annotate(TEXT);
    assert!(found.len() > 10, "{} expressions", found.len());
    let json = serde_json::to_string(&found).expect("it can be written");
    let read: Vec<Annotation> = serde_json::from_str(&json).expect("it can be read");
    assert_eq!(read, found);
    // An expression is stored in its own notation.
    let value = serde_json::to_value(&found[0].mention).expect("it can be written");
    assert_eq!(value["expr"], "bare(mon)");
    assert_eq!(value["span"], serde_json::json!({ "start": 19, "end": 25 }));
}

#[test]
fn a_timeline_can_be_stored() {
    let published: Publication = "2025-11-20T02:00-05:00".parse().expect("an instant");
    let timeline = Timeline::builder().text("council.txt", TEXT, published).build().expect("a timeline");
    assert!(timeline.entries.len() > 2 && timeline.sources[0].instant.is_some());
    let json = serde_json::to_string(&timeline).expect("it can be written");
    assert_eq!(serde_json::from_str::<Timeline>(&json).expect("it can be read"), timeline);
}

#[test]
fn policies_and_selections_can_be_stored() {
    let policy = Policy { date_order: DateOrder::DayMonthYear, ..Policy::default() };
    let json = serde_json::to_string(&policy).expect("it can be written");
    assert!(json.contains("\"dmy\""), "{json}");
    assert_eq!(serde_json::from_str::<Policy>(&json).expect("it can be read"), policy);
    let selection = Selection { detail: Detail::Brief, ..Selection::default() };
    let json = serde_json::to_string(&selection).expect("it can be written");
    assert_eq!(serde_json::from_str::<Selection>(&json).expect("it can be read"), selection);
}

#[test]
fn what_is_made_of_a_guessed_date_is_guessed() {
    use dateline::resolve::Certainty;
    let resolver = Resolver::on("2025-11-20").expect("a date");
    for text in
        ["3/4/2025", "at 5 p.m. on 3/4/2025", "late on the night of 3/4/2025", "from 3/4/2025 to 5/6/2025"]
    {
        assert_eq!(resolver.resolve(text).expect(text).certainty, Certainty::Inferred, "{text}");
    }
    assert_eq!(resolver.resolve("at 5 p.m. on 3/14/2025").expect("a time").certainty, Certainty::Exact);
    let night = resolver.resolve("late on the night of 3/4/2025").expect("a night");
    assert_eq!(dateline::render::label(&night), "Tuesday 4 March 2025, night");
}

#[test]
fn mistakes_in_rules_and_words_name_their_own_line_and_what_was_meant() {
    use dateline::lang::Additions;
    let rules = |text| Additions { rules: vec![("desk.rules", text)], ..Additions::default() };
    let words = |text| Additions { words: vec![("desk.words", text)], ..Additions::default() };
    let tail = "\n  x | y\n";
    for (additions, want) in [
        (
            rules(&*format!("rule a\n  press day -> next(tue){tail}")),
            "desk.rules:2: write `=>` between a pattern and what it means, not `->`",
        ),
        (
            rules(&*format!("rule a\n  {{n:nmber}} rows => shift(-n day){tail}")),
            "desk.rules:2: no words file lists the class `nmber`; did you mean `number`?",
        ),
        (
            rules(&*format!("rule a\n  press day => nxt(tue){tail}")),
            "desk.rules:2: unknown meaning `nxt(…)`; did you mean `next(…)`?",
        ),
        (
            rules(&*format!("rule a\n  press day => shift(-3 wek){tail}")),
            "desk.rules:2: `wek` is neither a value nor a variable of the pattern; did you mean `week`?",
        ),
        (
            words("unit week: sennight\nunti week: sennight\n"),
            "desk.words:2: no rule asks for the class `unti`; did you mean `unit`?",
        ),
        (
            words("desk: sennight\n"),
            "desk.words:1: no rule asks for the class `desk`; write one with `{x:desk}` in its pattern",
        ),
    ] {
        let error = Language::english_with(&additions).expect_err(want).to_string();
        assert_eq!(error, want);
    }
    // A class of one's own needs a rule of one's own.
    let own = Additions {
        words: vec![("desk.words", "desk week: sennight\n")],
        rules: vec![("desk.rules", "rule a\n  one {u:desk} ago => shift(-1 u)\n  x | y\n")],
        ..Additions::default()
    };
    let language: &'static Language = Box::leak(Box::new(Language::english_with(&own).expect("it loads")));
    let resolver = Resolver::on("2025-11-20").expect("a date").language(language);
    assert!(resolver.resolve("one sennight ago").is_some());
    let error = Policy::default().set("bare-wekday", "past").expect_err("no choice").to_string();
    assert_eq!(error, "`bare-wekday` is no choice; did you mean `bare-weekday`?");
}

#[test]
fn a_publication_is_a_day_an_instant_or_a_text() {
    let day = NaiveDate::from_ymd_opt(2025, 11, 19).expect("a date");
    let instant = DateTime::parse_from_rfc3339("2025-11-20T02:00:00Z").expect("an instant");
    let west = instant.with_timezone(&chrono::FixedOffset::west_opt(5 * 3600).expect("a zone"));
    for resolver in
        [Resolver::new(day), Resolver::new(west), Resolver::on("2025-11-19T21:00-05:00").expect("an instant")]
    {
        assert_eq!(resolver.resolve("yesterday").expect("a day").edtf(), "2025-11-18");
    }
    assert!(Resolver::on("2025-02-30").expect_err("no date").is_value());
}

#[test]
fn choices_change_what_is_read() {
    let resolver = Resolver::on("2025-11-20").expect("a date");
    let british = resolver.policy(Policy { date_order: DateOrder::DayMonthYear, ..Policy::default() });
    assert_eq!(resolver.resolve("3/4/2025").expect("a day").edtf(), "2025-03-04");
    assert_eq!(british.resolve("3/4/2025").expect("a day").edtf(), "2025-04-03");
    let future = resolver.tense(Tense::Future);
    assert_eq!(future.resolve("Friday").expect("a day").edtf(), "2025-11-21");
}

#[test]
fn intervals_are_ranges_of_chrono() {
    let resolver = Resolver::on("2025-11-20").expect("a date");
    let when = resolver.resolve("last month").expect("a month");
    let range = when.interval.range().expect("closed");
    assert_eq!(Interval::from(range.clone()), when.interval);
    assert!(when.interval.holds(range.start) && !when.interval.holds(range.end));
    let open = resolver.resolve("since May").expect("a time").interval;
    assert_eq!((open.range(), open.days()), (None, None));
    assert!(open.holds(range.start));
    let day = NaiveDate::from_ymd_opt(2025, 11, 19).expect("a date");
    assert_eq!(Interval::from(day), resolver.resolve("yesterday").expect("a day").interval);
    assert_eq!(Interval::from(NaiveDate::MAX).to, None);
}

#[test]
fn spans_are_bytes_of_the_text() {
    let text = "“Friday” – say";
    let found = Resolver::on("2025-11-20").expect("a date").annotate(text);
    assert_eq!(found[0].mention.span, Span::new(3, 9));
    assert_eq!(found[0].mention.span.of(text), "Friday");
}

#[test]
fn southern_seasons_cover_their_months() {
    use dateline::resolve::Hemisphere;
    let policy = Policy { hemisphere: Hemisphere::South, ..Policy::default() };
    let resolver = Resolver::on("2025-11-20").expect("a date").policy(policy);
    for (text, from, to) in [
        ("the spring of 2025", "2025-09-01", "2025-11-30"),
        ("the summer of 2025", "2025-12-01", "2026-02-28"),
        ("the fall of 2025", "2025-03-01", "2025-05-31"),
        ("the winter of 2025", "2025-06-01", "2025-08-31"),
    ] {
        let (first, last) = resolver.resolve(text).expect(text).interval.days().expect(text);
        assert_eq!((first.to_string().as_str(), last.to_string().as_str()), (from, to), "{text}");
    }
}

#[test]
fn a_users_words_and_rules_are_read_and_win() {
    use dateline::lang::Additions;
    let rules = "rule press-day\n  press day => next(tue)\n  press day | next(tue) | 2024-03-19\n  ! press days\n\nrule fortnightly\n  \
                 the {u:unit} of reckoning => last(u)\n  the sennight of reckoning | last(week) | 2024-W10\n";
    let additions = Additions {
        words: vec![("desk.words", "unit week: sennight\n")],
        rules: vec![("desk.rules", rules)],
        ..Additions::default()
    };
    let language = Language::english_with(&additions).expect("it loads");
    let files = additions.read_rules().expect("it loads");
    assert_eq!(files.len(), 1);
    for example in files[0].rules.iter().flat_map(|rule| &rule.examples) {
        assert_eq!(dateline::check::example(example, &language), None, "{}", example.text);
    }
    assert_eq!(
        language.rules().next().map(|(name, place)| (name.to_owned(), place)),
        Some(("press-day".into(), "desk.rules:1".into()))
    );
    let unknown =
        Additions { words: vec![("desk.words", "unit sennight: sennight\n")], ..Additions::default() };
    let error = Language::english_with(&unknown).expect_err("no such value").to_string();
    assert!(error.starts_with("desk.words:1: "), "{error}");
}

/// What a schema says of a document.
fn faults(schema: &str, document: &str) -> Vec<String> {
    let schema = serde_json::from_str(schema).expect("a schema");
    let document = serde_json::from_str(document).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    validator.iter_errors(&document).map(|fault| format!("{}: {fault}", fault.instance_path())).collect()
}

#[test]
fn what_is_printed_follows_its_schema() {
    use dateline::render::{self, Format, json};
    let published: Publication = "2025-11-20T02:00-05:00".parse().expect("an instant");
    let other = "The council met on Tuesday, November 18th. On Friday, Nov. 22, rain fell. Nobody knows what came days before the flood.";
    let timeline = Timeline::builder()
        .text("a", TEXT, published)
        .text("b", other, published)
        .build()
        .expect("a timeline");
    let printed = render::to_string(&timeline, Format::Json);
    assert_eq!(faults(json::TIMELINE_SCHEMA, &printed), Vec::<String>::new());
    assert!(!faults(json::TIMELINE_SCHEMA, &printed.replace("\"exact\"", "\"sure\"")).is_empty());
    for found in Resolver::new(published).annotate(TEXT) {
        let line = serde_json::to_string(&json::annotation(json::Annotated {
            source: None,
            start: 0,
            end: 1,
            text: found.mention.span.of(TEXT),
            when: &found.when,
            rule: "rule",
            is_creation_time: found.is_creation_time,
            range: None,
        }));
        assert_eq!(faults(json::ANNOTATION_SCHEMA, &line.expect("JSON")), Vec::<String>::new());
    }
}

#[test]
fn what_is_stored_comes_back() {
    use dateline::article::Zone;
    use dateline::render::{Dates, Options};
    let there_and_back = |json: &str| {
        let zone: Zone = serde_json::from_str(json).expect(json);
        assert_eq!(serde_json::to_string(&zone).expect("JSON"), json);
    };
    there_and_back("\"America/New_York\"");
    there_and_back("\"+01:00\"");
    assert!(serde_json::from_str::<Zone>("\"Mars\"").is_err());

    let options = Options { dates: Dates::of_locale("fr").expect("a locale"), ..Options::default() };
    let json = serde_json::to_string(&options).expect("JSON");
    assert_eq!(serde_json::from_str::<Options>(&json).expect("it can be read"), options);
    assert!(serde_json::from_str::<Dates>("\"no locale\"").is_err());

    let resolver = Resolver::on("2025-11-20").expect("a date").tense(Tense::Future);
    let json = serde_json::to_string(&resolver).expect("JSON");
    let back: Resolver = serde_json::from_str(&json).expect("it can be read");
    assert_eq!(back.resolve("Friday").expect("a day").edtf(), "2025-11-21");

    let error = serde_json::to_value(Resolver::on("soon").expect_err("no date")).expect("JSON");
    assert_eq!((&error["kind"], &error["place"]), (&"value".into(), &serde_json::Value::Null));
    assert!(error["message"].as_str().is_some_and(|message| message.contains("`soon` is no date")));
}
