//! How many bytes each stage of the walk reads in a second, and what a start costs.
//!
//! `cargo bench` reads the articles of `examples/`, repeated to about a megabyte. `DATELINE_GOLD` adds the news of a corpus that
//! it holds (`timebank/*.txt`), joined into one text.

use dateline::article::{self, Article, Format, Published};
use dateline::lang::{Additions, Language};
use dateline::recognise::recognise;
use dateline::render;
use dateline::resolve::Policy;
use dateline::segment::{segment, token};
use dateline::walk::{self, Publication};
use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

fn main() {
    divan::main();
}

/// A text that stages are measured on.
#[derive(Clone, Copy)]
struct Sample {
    name: &'static str,
    text: &'static str,
}

impl fmt::Display for Sample {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

/// Bytes of the text that is made of the examples.
const LENGTH: usize = 1_000_000;

static SAMPLES: LazyLock<Vec<Sample>> = LazyLock::new(|| {
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let once = plain_texts(&files(&examples, &["txt", "md", "html"]));
    let text = once.repeat(LENGTH.div_ceil(once.len().max(1)));
    let mut samples = vec![Sample { name: "examples", text: text.leak() }];
    if let Some(gold) = std::env::var_os("DATELINE_GOLD") {
        let text = plain_texts(&files(&PathBuf::from(gold).join("timebank"), &["txt"]));
        samples.push(Sample { name: "timebank", text: text.leak() });
    }
    samples
});

fn samples() -> Vec<Sample> {
    SAMPLES.clone()
}

/// The files of a folder with one of these extensions, in order.
fn files(folder: &Path, extensions: &[&str]) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().and_then(|e| e.to_str()).is_some_and(|e| extensions.contains(&e)));
    paths.sort();
    paths
}

/// The articles' plain texts, a paragraph break between them.
fn plain_texts(paths: &[PathBuf]) -> String {
    let text = |path: &PathBuf| {
        let name = path.to_string_lossy();
        let bytes = std::fs::read(path).unwrap_or_else(|e| panic!("{name}: {e}"));
        let article =
            article::read(&name, &bytes, Format::of(&name, &bytes), None).unwrap_or_else(|e| panic!("{e}"));
        article.text + "\n\n"
    };
    paths.iter().map(text).collect()
}

/// The day that expressions count from.
fn published() -> Option<Publication> {
    chrono::NaiveDate::from_ymd_opt(2024, 3, 13).map(Publication::from)
}

/// A sample as an article.
fn article(sample: Sample) -> Article {
    let read = article::read("sample.txt", sample.text.as_bytes(), Format::Text, None)
        .unwrap_or_else(|e| panic!("{e}"));
    Article { published: Published::parse("2024-03-13").ok(), ..read }
}

/// Cutting a text into words that the lexicon knows.
#[divan::bench(args = samples())]
fn tokenise(bencher: Bencher<'_, '_>, sample: Sample) {
    let language = Language::english();
    bencher
        .counter(BytesCount::of_str(sample.text))
        .bench(|| token::tokens(black_box(sample.text), language));
}

/// Tokens, sentences and quotes.
#[divan::bench(args = samples())]
fn segmentation(bencher: Bencher<'_, '_>, sample: Sample) {
    let language = Language::english();
    bencher.counter(BytesCount::of_str(sample.text)).bench(|| segment(black_box(sample.text), language));
}

/// Finding expressions in a text that is cut already.
#[divan::bench(args = samples())]
fn recognition(bencher: Bencher<'_, '_>, sample: Sample) {
    let language = Language::english();
    let document = segment(sample.text, language);
    bencher.counter(BytesCount::of_str(sample.text)).bench(|| recognise(black_box(&document), language));
}

/// From text to annotations: everything but events.
#[divan::bench(args = samples())]
fn annotation(bencher: Bencher<'_, '_>, sample: Sample) {
    let language = Language::english();
    let policy = Policy::default();
    bencher.counter(BytesCount::of_str(sample.text)).bench(|| {
        let document = segment(black_box(sample.text), language);
        walk::annotate(&document, language, published(), &policy)
    });
}

/// The whole walk without reading and rendering: from plain text to a timeline.
#[divan::bench(args = samples())]
fn timeline(bencher: Bencher<'_, '_>, sample: Sample) {
    let language = Language::english();
    let policy = Policy::default();
    let articles = [article(sample)];
    bencher
        .counter(BytesCount::of_str(sample.text))
        .bench(|| walk::timeline(black_box(&articles), language, &policy));
}

/// A timeline as a page.
#[divan::bench]
fn page(bencher: Bencher<'_, '_>) {
    let [sample, ..] = SAMPLES.as_slice() else { return };
    let timeline = walk::timeline(&[article(*sample)], Language::english(), &Policy::default())
        .unwrap_or_else(|e| panic!("{e}"));
    let page = render::to_string(&timeline, render::Format::Html);
    bencher
        .counter(BytesCount::of_str(&page))
        .bench(|| render::to_string(black_box(&timeline), render::Format::Html));
}

/// Putting the language's tables in place, as every process does once.
#[divan::bench]
fn language() -> Language {
    Language::read_english().unwrap_or_else(|e| panic!("{e}"))
}

/// Reading the language's words and rules, as the build does, and a process that has rules of the user's own.
#[divan::bench]
fn language_from_files() -> Language {
    Language::english_with(&Additions::default()).unwrap_or_else(|e| panic!("{e}"))
}
