//! The scoreboard: how well dateline reads what people have annotated, held by a ratchet.
//!
//! `DATELINE_GOLD` names a folder of corpora and `DATELINE_SUITES` a folder of other projects' cases; both are other people's
//! texts and no part of the project. Without them the test says so and passes. Figures are compared with `tests/scoreboard.toml`
//! to one decimal: a figure that drops fails, and so does one that rises until the file says so. `DATELINE_BLESS=1` writes the
//! file, and the table in the README, anew.

mod board;
mod suites;
mod timex;

use board::{Board, Figures};
use std::io::Write;
use std::path::{Path, PathBuf};

/// A folder that an environment variable names; its absence is said past the test harness, which would hide it.
fn folder(variable: &str, holds: &str) -> Option<PathBuf> {
    let folder = std::env::var_os(variable).map(PathBuf::from);
    if folder.is_none() {
        let _ = writeln!(
            std::io::stderr(),
            "\n*** SKIPPED: set {variable} to a folder of {holds} to score them ***\n"
        );
    }
    folder
}

/// The corpora of a folder: its subfolders that hold texts with publication dates.
fn corpora(gold: &Path) -> Vec<PathBuf> {
    let has_texts = |folder: &PathBuf| !timex::documents(folder).is_empty();
    let mut found: Vec<PathBuf> = files(gold).into_iter().filter(has_texts).collect();
    found.sort();
    found
}

/// What stands in a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    entries.map(|entry| entry.expect("a folder that can be listed").path()).collect()
}

#[test]
fn figures_neither_drop_nor_rise_unnoticed() {
    let mut measured: Vec<(String, Figures)> = Vec::new();
    if let Some(gold) = folder("DATELINE_GOLD", "annotated corpora") {
        for corpus in corpora(&gold) {
            let name = corpus.file_name().unwrap_or_default().to_string_lossy().into_owned();
            measured.push((name, timex::score(&corpus)));
        }
    }
    if let Some(folder) = folder("DATELINE_SUITES", "date-resolution cases") {
        measured.push(("suites".to_owned(), suites::score(&folder)));
    }
    let mut out = std::io::stderr();
    for (corpus, figures) in &measured {
        let row: Vec<String> = figures.iter().map(|(name, figure)| format!("{name} {figure:.1}")).collect();
        let _ = writeln!(out, "{corpus:<16} {}", row.join("  "));
    }
    let mut board = Board::read();
    let complaints = board.compare(&measured);
    if board::blesses() {
        board.take(measured);
        board.write();
    } else {
        assert!(complaints.is_empty(), "{}", complaints.join("\n"));
    }
}

#[test]
fn the_readme_quotes_the_board() {
    if board::blesses() {
        return; // The other test is writing both.
    }
    let readme = board::readme();
    let table = Board::read().table();
    assert!(
        readme.contains(&table),
        "the README's table of figures is not what tests/scoreboard.toml says; put this there:\n\n{table}"
    );
}
