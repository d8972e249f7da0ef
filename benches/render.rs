//! How long a timeline of 2,000 entries takes to write, by format.
//!
//! `cargo bench --bench render`.

#[path = "../tests/sample/mod.rs"]
mod sample;

use dateline::render::{self, Dates, Format, Options};
use dateline::timeline::Timeline;
use divan::counter::{BytesCount, ItemsCount};
use divan::{Bencher, black_box};
use std::sync::LazyLock;

fn main() {
    divan::main();
}

static LARGE: LazyLock<Timeline> = LazyLock::new(|| sample::large(2000));

fn write(bencher: Bencher<'_, '_>, format: Format, options: &Options) {
    let written = render::to_string_with(&LARGE, format, options);
    bencher
        .counter(ItemsCount::new(LARGE.entries.len()))
        .counter(BytesCount::of_str(&written))
        .bench(|| render::to_string_with(black_box(&LARGE), format, options));
}

#[divan::bench(args = Format::ALL)]
fn two_thousand_entries(bencher: Bencher<'_, '_>, format: &Format) {
    write(bencher, *format, &Options::default());
}

/// A page with its dates from the Unicode CLDR.
#[divan::bench]
fn page_in_a_locale(bencher: Bencher<'_, '_>) {
    let dates = Dates::of_locale("de").unwrap_or_default();
    write(bencher, Format::Html, &Options { dates, ..Options::default() });
}
