//! Every example of every rules file: what is recognised without a date, and what it resolves to without text.

use dateline::check;
use dateline::lang::Language;

/// Holds all examples of one file.
fn hold(file: &str) {
    let files = Language::english_rules().expect("the rules load");
    let rules = &files.iter().find(|f| f.name == file).expect("a rules file").rules;
    let mut failures = Vec::new();
    for (rule, example) in rules.iter().flat_map(|r| r.examples.iter().map(move |e| (r, e))) {
        if let Some(failure) = check::example(example, Language::english()) {
            failures
                .push(format!("{file}:{} rule {}: `{}` {failure}", example.line, rule.name, example.text));
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
