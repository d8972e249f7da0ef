//! Reading the project's own source, as far as the house's rules need it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// A source file.
#[derive(Debug)]
pub(crate) struct File {
    /// Relative to `src/`.
    pub(crate) path: String,
    /// The folder of `src/` that it lies in, or its own name.
    pub(crate) room: String,
    text: String,
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Every file under a folder of `src/`, in order.
fn walk(folder: &Path, into: &mut Vec<PathBuf>) {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut paths: Vec<PathBuf> =
        entries.map(|entry| entry.expect("a folder that can be listed").path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() { walk(&path, into) } else { into.push(path) }
    }
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// Every Rust file of `src/`.
pub(crate) fn files() -> Vec<File> {
    let mut paths = Vec::new();
    walk(&root(), &mut paths);
    paths.retain(|path| path.extension().is_some_and(|e| e == "rs"));
    let relative =
        |path: &Path| path.strip_prefix(root()).expect("under src").to_string_lossy().replace('\\', "/");
    paths.iter().map(|path| File::new(&relative(path), &read(path))).collect()
}

impl File {
    pub(crate) fn new(path: &str, text: &str) -> File {
        let room = path.split('/').next().unwrap_or_default().trim_end_matches(".rs");
        File { path: path.to_owned(), room: room.to_owned(), text: text.to_owned() }
    }

    pub(crate) fn length(&self) -> usize {
        self.text.lines().count()
    }

    /// The `//!` lines at the top.
    pub(crate) fn heading(&self) -> String {
        self.text.lines().take_while(|line| line.starts_with("//!")).collect::<Vec<_>>().join("\n")
    }

    /// Numbered lines without comments.
    fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        let code = |line| match find_comment(line) {
            Some(at) => &line[..at],
            None => line,
        };
        self.text.lines().enumerate().map(move |(n, line)| (n + 1, code(line)))
    }

    /// Numbered lines without comments and without the tests at the end.
    pub(crate) fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        self.lines().take_while(|(_, line)| !line.starts_with("#[cfg(test)]"))
    }

    /// Every path that starts with `crate::`, its names, with the line that it starts on; tests included.
    pub(crate) fn crate_paths(&self) -> Vec<(usize, Vec<String>)> {
        let mut found = Vec::new();
        let code: Vec<(usize, &str)> = self.lines().collect();
        for (n, (line, text)) in code.iter().enumerate() {
            for (at, _) in text.match_indices("crate::") {
                if text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '$') {
                    continue;
                }
                // A list in braces may go on for lines.
                let rest: Vec<&str> = code[n + 1..].iter().map(|(_, text)| *text).collect();
                let from_here = format!("{}\n{}", &text[at + "crate::".len()..], rest.join("\n"));
                let mut paths = Vec::new();
                tree(&mut from_here.as_str(), &[], &mut paths);
                found.extend(paths.into_iter().map(|path| (*line, path)));
            }
        }
        found
    }

    /// The first line that uses something of a crate.
    pub(crate) fn line_with_path(&self, name: &str) -> Option<usize> {
        let path = format!("{name}::");
        let starts = |text: &str, at: usize| {
            !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':')
        };
        self.code()
            .find(|(_, text)| text.match_indices(&path).any(|(at, _)| starts(text, at)))
            .map(|(line, _)| line)
    }

    /// Whether a row of `super::` is longer than the file is deep in its room. Tests at the end are one deeper.
    pub(crate) fn leaves_its_room(&self) -> bool {
        let names = self.path.trim_end_matches(".rs").trim_end_matches("/mod").split('/').count();
        let longest = |text: &str| (1..9).rev().find(|n| text.contains(&"super::".repeat(*n))).unwrap_or(0);
        self.code().any(|(_, text)| longest(text) >= names)
    }

    /// String literals outside tests, with their lines, but for the printed names of variants (`Planned = "planned"`).
    pub(crate) fn literals(&self) -> Vec<(usize, String)> {
        let names = |text: &str| text.trim_start().starts_with(char::is_uppercase) && text.contains(" = \"");
        let mut found = Vec::new();
        for (line, text) in self.code().filter(|(_, text)| !names(text)) {
            found.extend(text.split('"').skip(1).step_by(2).map(|literal| (line, literal.to_lowercase())));
        }
        found
    }
}

/// Where a comment starts: at `//` outside a string.
fn find_comment(line: &str) -> Option<usize> {
    line.match_indices("//").map(|(at, _)| at).find(|at| line[..*at].matches('"').count().is_multiple_of(2))
}

/// Reads one path of a `use` tree, with the names before it, and takes it off `text`.
fn tree(text: &mut &str, before: &[String], into: &mut Vec<Vec<String>>) {
    let mut path = before.to_vec();
    loop {
        *text = text.trim_start();
        if let Some(rest) = text.strip_prefix('{') {
            *text = rest;
            loop {
                tree(text, &path, into);
                *text = text.trim_start();
                match text.strip_prefix(',') {
                    Some(rest) => *text = rest,
                    None => break,
                }
                if text.trim_start().starts_with('}') {
                    break;
                }
            }
            *text = text.trim_start().strip_prefix('}').unwrap_or(text);
            return;
        }
        let end = text.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '*').unwrap_or(text.len());
        let (name, rest) = text.split_at(end);
        path.push(name.to_owned());
        match rest.strip_prefix("::") {
            Some(rest) if !rest.starts_with('<') => *text = rest,
            _ => {
                *text = rest;
                into.push(path);
                return;
            }
        }
    }
}

/// Every rules file of a language, joined.
pub(crate) fn rules_of(folder: &str) -> String {
    let mut paths = Vec::new();
    walk(&root().join(folder), &mut paths);
    paths.retain(|path| path.extension().is_some_and(|e| e == "rules"));
    paths.iter().map(|path| read(path)).collect()
}

/// Lines of a language's word files, as the names before the colon and the words behind it.
fn entries(folder: &str) -> Vec<(String, String)> {
    let mut paths = Vec::new();
    walk(&root().join(folder), &mut paths);
    paths.retain(|path| path.extension().is_some_and(|e| e == "txt"));
    let texts: Vec<String> = paths.iter().map(|path| read(path)).collect();
    let lines = texts.iter().flat_map(|text| text.lines()).filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| line.split_once(':'))
        .map(|(names, words)| (names.to_owned(), words.to_owned()))
        .collect()
}

/// The words that a language's files list.
pub(crate) fn words_of(folder: &str) -> BTreeSet<String> {
    entries(folder).iter().flat_map(|(_, words)| words.split_whitespace().map(str::to_lowercase)).collect()
}

/// The names of classes, values and roles in a language's files; rooms ask for words by these.
pub(crate) fn names_of(folder: &str) -> BTreeSet<String> {
    let name = |name: &str| name.trim_end_matches('?').to_owned();
    entries(folder).iter().flat_map(|(names, _)| names.split_whitespace().map(name)).collect()
}

/// A file beside `Cargo.toml`.
pub(crate) fn project_file(name: &str) -> String {
    read(&PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(name))
}
