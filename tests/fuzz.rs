//! What fuzzing starts from and what it found before, through the same functions: `fuzz/run.sh` looks for more.

#[allow(unreachable_pub, reason = "fuzz targets reach it from another crate")]
#[path = "../fuzz/src/bodies.rs"]
mod bodies;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The files of a folder, sorted; none where it is not there.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    files
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz").join(name)
}

#[test]
fn nothing_that_was_found_is_found_again() {
    for (target, body) in bodies::ALL {
        let seeds = files(&folder("seeds").join(target));
        assert!(!seeds.is_empty(), "{target} has nothing to start from");
        for path in seeds.into_iter().chain(files(&folder("findings").join(target))) {
            let bytes = fs::read(&path).expect("a file");
            let run = std::panic::catch_unwind(|| body(&bytes));
            assert!(run.is_ok(), "{} breaks a promise", path.display());
        }
    }
}

/// A seed that is refused at once would start from nothing.
#[test]
fn seeds_are_read_and_not_refused() {
    let read = |target: &str, name: &str| {
        fs::read_to_string(folder("seeds").join(target).join(name)).expect("a seed")
    };
    for path in files(&folder("seeds/expression")) {
        let text = fs::read_to_string(&path).expect("a seed");
        assert!(text.parse::<dateline::Expr>().is_ok(), "{}: {text}", path.display());
    }
    dateline::stored::edits(&read("edits", "edits.toml")).expect("edits");
    for name in ["timeline.json", "bare.json"] {
        dateline::stored::read(&read("timeline", name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
    for name in ["news.rss", "news.atom", "news.json"] {
        let items = dateline::article::feed(name, read("feed", name).as_bytes()).expect("a feed");
        assert!(items.iter().all(Result::is_ok), "{name}");
    }
    let rules = read("rules", "user.rules");
    let additions = dateline::lang::Additions { rules: vec![("user.rules", &rules)], ..Default::default() };
    dateline::lang::Language::english_with(&additions).expect("rules");
}

#[test]
fn every_body_is_a_target_with_seeds() {
    let bodies: BTreeSet<String> = bodies::ALL.iter().map(|(name, _)| (*name).to_owned()).collect();
    let names = |folder: &Path| -> BTreeSet<String> {
        let stem = |path: PathBuf| path.file_stem().expect("a name").to_string_lossy().into_owned();
        files(folder).into_iter().map(stem).collect()
    };
    assert_eq!(names(&folder("fuzz_targets")), bodies);
    assert_eq!(names(&folder("seeds")), bodies);
    let known = |target: &String| bodies.contains(target);
    assert!(names(&folder("findings")).iter().all(known), "a finding of no target");
    let manifest = fs::read_to_string(folder("Cargo.toml")).expect("its manifest");
    for body in &bodies {
        assert!(manifest.contains(&format!("name = \"{body}\"")), "{body} is no program");
    }
}
