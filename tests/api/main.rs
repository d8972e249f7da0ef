//! What every public item owes its users: an example that runs; of types, that they go between threads and can be stored.
//!
//! Rustdoc's JSON says what is public: `.ci/api` has it written and runs these tests on it. Without it they are skipped.

mod rustdoc;

use rustdoc::Item;

/// The public items; `None`, said aloud, where nobody says where rustdoc's JSON lies.
#[expect(clippy::print_stderr, reason = "a test says what it leaves out")]
fn items() -> Option<Vec<Item>> {
    let Some(path) = std::env::var_os("DATELINE_RUSTDOC") else {
        eprintln!("*** skipped: DATELINE_RUSTDOC does not name rustdoc's JSON; run .ci/api ***");
        return None;
    };
    let json = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let items = rustdoc::read(&json);
    assert!(items.len() > 300, "{} public items", items.len());
    Some(items)
}

/// Whether a text names an item as a word.
fn names(text: &str, name: &str) -> bool {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices(name)
        .any(|(at, _)| !text[..at].ends_with(is_word) && !text[at + name.len()..].starts_with(is_word))
}

/// Whether an example shows an item: its own, or one of the same room that names it; of a method its type's, or one that names
/// its type, too. A module is shown by the examples of what stands in it.
fn is_shown(item: &Item, items: &[Item]) -> bool {
    if !item.examples().is_empty() {
        return true;
    }
    let owner = items.iter().find(|other| other.path == item.parent() && other.kind != "module");
    let room: String = item.path.split("::").take(2).collect::<Vec<_>>().join("::");
    let shows = |other: &Item| {
        let is_owners = owner.is_some_and(|owner| other.path == owner.path || other.parent() == owner.path);
        other.examples().iter().any(|example| {
            names(example, item.name()) && owner.is_none_or(|owner| is_owners || names(example, owner.name()))
        })
    };
    match item.kind.as_str() {
        "module" => items.iter().any(|other| other.parent() == item.path && !other.examples().is_empty()),
        "function" | "struct" | "enum" | "trait" => {
            items.iter().any(|other| other.path.starts_with(&room) && shows(other))
        }
        _ => true,
    }
}

#[test]
fn every_public_item_has_an_example_that_runs() {
    let Some(items) = items() else { return };
    let without: Vec<String> = items
        .iter()
        .filter(|item| !is_shown(item, &items))
        .map(|item| format!("{}: {} {}", item.place, item.kind, item.path))
        .collect();
    assert!(without.is_empty(), "{} items without an example:\n{}", without.len(), without.join("\n"));
}

#[test]
fn every_public_type_may_go_between_threads() {
    let Some(items) = items() else { return };
    for item in items.iter().filter(|item| item.is_type()) {
        for name in ["Send", "Sync", "Debug"] {
            assert!(item.traits.contains(name), "{}: {} is not {name}", item.place, item.path);
        }
    }
}

/// Types that lack a half of serde, or both, and why.
const NOT_STORED: &[(&str, &[&str], &str)] = &[
    ("dateline::check::Draw", BOTH, "draws; holds how, not what"),
    ("dateline::check::Checked", READING, "borrows its case"),
    ("dateline::check::Left", READING, "borrows its case"),
    ("dateline::check::Update", READING, "borrows its cases"),
    ("dateline::check::report::Run", READING, "borrows its file"),
    ("dateline::error::Error", READING, "may hold an error of the system"),
    ("dateline::lang::Language", BOTH, "is read from its files, which are what is kept"),
    ("dateline::lang::Additions", READING, "borrows the texts of files"),
    ("dateline::lang::rules::RulesFile", READING, "is read from its text"),
    ("dateline::lang::rules::Rule", READING, "is read from its text"),
    ("dateline::lang::rules::Example", READING, "is read from its text"),
    ("dateline::lang::rules::ExampleKind", READING, "is read from its text"),
    ("dateline::render::annotated::Annotated", READING, "borrows its text"),
    ("dateline::render::json::Annotated", READING, "borrows its text"),
    ("dateline::render::timeml::Document", READING, "borrows its text"),
    ("dateline::render::json::Json", BOTH, WRITER),
    ("dateline::render::Csv", BOTH, WRITER),
    ("dateline::render::Fragment", BOTH, WRITER),
    ("dateline::render::Html", BOTH, WRITER),
    ("dateline::render::Ics", BOTH, WRITER),
    ("dateline::render::JsonLd", BOTH, WRITER),
    ("dateline::render::Locale", BOTH, "is stored as the `Dates` that it is part of"),
    ("dateline::render::Markdown", BOTH, WRITER),
    ("dateline::render::Markwhen", BOTH, WRITER),
    ("dateline::render::Mermaid", BOTH, WRITER),
    ("dateline::render::TimelineJs", BOTH, WRITER),
    ("dateline::render::Template", BOTH, "is read from its text"),
    ("dateline::resolve::Choice", BOTH, "describes a field of `Policy`, which is what is stored"),
    ("dateline::resolve::Context", BOTH, "borrows what stands around an expression"),
    ("dateline::resolve::Timex", READING, "is a printed view"),
    ("dateline::walk::Line", READING, "borrows its annotation"),
    ("dateline::CharOffsets", BOTH, "is a place in a text that it borrows"),
];

const BOTH: &[&str] = &["Serialize", "Deserialize"];
const READING: &[&str] = &["Deserialize"];
const WRITER: &str = "holds nothing; a `Format` is what is stored";

#[test]
fn every_public_type_can_be_stored() {
    let Some(items) = items() else { return };
    let mut wrong = Vec::new();
    for item in items.iter().filter(|item| item.is_type()) {
        let lacks: Vec<&str> = BOTH.iter().copied().filter(|name| !item.traits.contains(*name)).collect();
        let known = NOT_STORED.iter().find(|(path, ..)| *path == item.path);
        if lacks != known.map_or(&[][..], |(_, lacks, _)| lacks) {
            wrong.push(format!("{}: {} lacks {lacks:?}", item.place, item.path));
        }
    }
    for (path, ..) in NOT_STORED.iter().filter(|(path, ..)| items.iter().all(|item| item.path != *path)) {
        wrong.push(format!("{path} is no public type; take it out of NOT_STORED"));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
