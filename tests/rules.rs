//! Every example of every rules file: what is recognised without a date, and what it resolves to without text.

use chrono::NaiveDate;
use dateline::lang::Language;
use dateline::lang::rules::{Example, ExampleKind};
use dateline::recognise::recognise;
use dateline::resolve::{Context, Policy, Value, When, resolve};
use dateline::segment::segment;

/// The day that the values of examples hold on, a Wednesday.
fn published() -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 3, 13).expect("a date")
}

fn printed(when: &When) -> Vec<String> {
    let around = match when.value {
        Value::Around(day) => format!("{day}±3d"),
        _ => String::new(),
    };
    vec![when.timex().value, when.edtf(), around]
}

fn failure(example: &Example<'_>) -> Option<String> {
    let language = Language::english();
    let document = segment(example.text, language);
    let mentions = recognise(&document, language);
    match &example.kind {
        ExampleKind::Silent => mentions.first().map(|m| {
            format!("found {} as {} by {}", m.span.of(example.text), m.expr, language.rule_name(m.rule))
        }),
        ExampleKind::Match { expr, value, .. } => {
            let [mention] = mentions.as_slice() else {
                let found: Vec<_> =
                    mentions.iter().map(|m| format!("{} {}", m.span.of(example.text), m.expr)).collect();
                return Some(format!("found {found:?}"));
            };
            if mention.expr.to_string() != *expr {
                return Some(format!("read as {} by {}", mention.expr, language.rule_name(mention.rule)));
            }
            let policy = Policy::default();
            let printed = printed(&resolve(&mention.expr, &Context::on(published(), &policy)));
            (!value.is_empty() && !printed.iter().any(|p| *p == *value))
                .then(|| format!("resolved to {printed:?}"))
        }
    }
}

/// Holds all examples of one file.
fn hold(file: &str) {
    let files = Language::english_rules().expect("the rules load");
    let rules = &files.iter().find(|f| f.name == file).expect("a rules file").rules;
    let mut failures = Vec::new();
    for (rule, example) in rules.iter().flat_map(|r| r.examples.iter().map(move |e| (r, e))) {
        let place = format!("{file}:{} rule {}: `{}`", example.line, rule.name, example.text);
        let gap = matches!(example.kind, ExampleKind::Match { gap: true, .. });
        match (failure(example), gap) {
            (Some(failure), false) => failures.push(format!("{place}: {failure}")),
            (None, true) => failures.push(format!("{place}: a known gap that passes now; remove its ~")),
            _ => {}
        }
    }
    assert!(failures.is_empty(), "{} examples fail:\n{}", failures.len(), failures.join("\n"));
}

macro_rules! files {
    ($($test:ident $file:literal,)+) => {
        $(#[test] fn $test() { hold($file); })+

        #[test]
        fn every_file_has_a_test() {
            let files = Language::english_rules().expect("the rules load");
            let named = [$($file),+];
            for file in files.iter().filter(|f| !f.rules.is_empty()) {
                assert!(named.contains(&file.name), "{} has no test here", file.name);
            }
        }
    };
}

files! {
    never "en/never.rules",
    dates "en/dates.rules",
    years "en/years.rules",
    weekdays "en/weekdays.rules",
    holidays "en/holidays.rules",
    observances "en/observances.rules",
    feasts "en/feasts.rules",
    relative "en/relative.rules",
    clock "en/clock.rules",
    hours "en/hours.rules",
    shapes "en/shapes.rules",
    shifts "en/shifts.rules",
    portions "en/portions.rules",
    ranges "en/ranges.rules",
    bounds "en/bounds.rules",
    sets "en/sets.rules",
    durations "en/durations.rules",
    fuzzy "en/fuzzy.rules",
    asked "en/asked.rules",
    impossible "en/impossible.rules",
}
