//! How many bytes each stage of the walk reads in a second, article by article, and what a start costs.
//!
//! `cargo bench` reads the articles of `examples/`, over and over to about a megabyte. `DATELINE_GOLD` adds the news of a corpus that
//! it holds (`timebank/*.txt`).

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

/// Articles that stages are measured on.
#[derive(Clone, Copy)]
struct Sample {
    name: &'static str,
    articles: &'static [Article],
    /// How often they are read.
    times: usize,
}

impl fmt::Display for Sample {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

impl Sample {
    /// The articles, as often as they are read.
    fn each(self) -> impl Iterator<Item = &'static Article> {
        std::iter::repeat_n(self.articles, self.times).flatten()
    }

    fn bytes(self) -> BytesCount {
        BytesCount::new(self.each().map(|article| article.text.len()).sum::<usize>())
    }

    /// Measures a stage on one article after the other.
    fn bench<T>(self, bencher: Bencher<'_, '_>, stage: impl Fn(&Article) -> T + Sync) {
        let read = |article| drop(black_box(stage(black_box(article))));
        bencher.counter(self.bytes()).bench(|| self.each().for_each(read));
    }
}

/// So many bytes are read of the examples.
const LENGTH: usize = 1_000_000;

static SAMPLES: LazyLock<Vec<Sample>> = LazyLock::new(|| {
    let examples = articles(&Path::new(env!("CARGO_MANIFEST_DIR")).join("examples"), &["txt", "md", "html"]);
    let once: usize = examples.iter().map(|article| article.text.len()).sum();
    let times = LENGTH.div_ceil(once.max(1));
    let mut samples = vec![Sample { name: "examples", articles: examples, times }];
    if let Some(gold) = std::env::var_os("DATELINE_GOLD") {
        let articles = articles(&PathBuf::from(gold).join("timebank"), &["txt"]);
        samples.push(Sample { name: "timebank", articles, times: 1 });
    }
    samples
});

fn samples() -> Vec<Sample> {
    SAMPLES.clone()
}

/// The articles in the files of a folder with one of these extensions, in order, all of one day.
fn articles(folder: &Path, extensions: &[&str]) -> &'static [Article] {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().and_then(|e| e.to_str()).is_some_and(|e| extensions.contains(&e)));
    paths.sort();
    let read = |path: &PathBuf| {
        let name = path.to_string_lossy();
        let bytes = std::fs::read(path).unwrap_or_else(|e| panic!("{name}: {e}"));
        let read =
            article::read(&name, &bytes, Format::of(&name, &bytes), None).unwrap_or_else(|e| panic!("{e}"));
        Article { published: Published::parse("2024-03-13").ok(), ..read }
    };
    paths.iter().map(read).collect::<Vec<_>>().leak()
}

/// The day that expressions count from.
fn published() -> Option<Publication> {
    chrono::NaiveDate::from_ymd_opt(2024, 3, 13).map(Publication::from)
}

/// Cutting a text into words that the lexicon knows.
#[divan::bench(args = samples())]
fn tokenise(bencher: Bencher<'_, '_>, sample: Sample) {
    let language = Language::english();
    sample.bench(bencher, |article| token::tokens(&article.text, language));
}

/// Tokens, sentences and quotes.
#[divan::bench(args = samples())]
fn segmentation(bencher: Bencher<'_, '_>, sample: Sample) {
    let language = Language::english();
    sample.bench(bencher, |article| segment(&article.text, language).tokens.len());
}

/// Finding expressions in texts that are cut already.
#[divan::bench(args = samples())]
fn recognition(bencher: Bencher<'_, '_>, sample: Sample) {
    let language = Language::english();
    let documents: Vec<_> = sample.each().map(|article| segment(&article.text, language)).collect();
    let read = |document| drop(black_box(recognise(black_box(document), language)));
    bencher.counter(sample.bytes()).bench(|| documents.iter().for_each(read));
}

/// From text to annotations: everything but events.
#[divan::bench(args = samples())]
fn annotation(bencher: Bencher<'_, '_>, sample: Sample) {
    let (language, policy) = (Language::english(), Policy::default());
    sample.bench(bencher, |article| {
        walk::annotate(&segment(&article.text, language), language, published(), &policy)
    });
}

/// The whole walk without reading and rendering: from plain text to a timeline.
#[divan::bench(args = samples())]
fn timeline(bencher: Bencher<'_, '_>, sample: Sample) {
    let (language, policy) = (Language::english(), Policy::default());
    sample.bench(bencher, |article| walk::timeline(std::slice::from_ref(article), language, &policy));
}

/// A timeline as a page.
#[divan::bench]
fn page(bencher: Bencher<'_, '_>) {
    let [sample, ..] = SAMPLES.as_slice() else { return };
    let timeline = walk::timeline(sample.articles, Language::english(), &Policy::default())
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
