//! How many web pages are read in a second, on one core.
//!
//! `cargo bench --bench pages` reads the pages of `examples/`. `DATELINE_PUBDATE` names a folder of labelled pages
//! (`labels.jsonl`, see `tests/publication_dates.rs`) to read instead.

use dateline::article::{self, Format};
use divan::counter::{BytesCount, ItemsCount};
use divan::{Bencher, black_box};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

fn main() {
    divan::main();
}

static PAGES: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let folder =
        std::env::var_os("DATELINE_PUBDATE").map_or(examples, |dir| PathBuf::from(dir).join("pages"));
    let entries = std::fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|e| e == "html"));
    paths.sort();
    let read = |path: &PathBuf| std::fs::read(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    paths.iter().map(read).collect()
});

fn bench(bencher: Bencher<'_, '_>, read: impl Fn(&[u8])) {
    let bytes: usize = PAGES.iter().map(Vec::len).sum();
    bencher.counter(ItemsCount::new(PAGES.len())).counter(BytesCount::new(bytes)).bench_local(|| {
        for page in PAGES.iter() {
            read(black_box(page));
        }
    });
}

/// Dates and metadata, without the main text.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn dates(bencher: Bencher<'_, '_>) {
    bench(bencher, |page| {
        let _ = black_box(article::candidates("page.html", page, Format::Html, None));
    });
}

/// The whole article: dates, metadata, main text.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn articles(bencher: Bencher<'_, '_>) {
    bench(bencher, |page| {
        let _ = black_box(article::read("page.html", page, Format::Html, None));
    });
}
