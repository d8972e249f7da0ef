//! dateline reads news articles, finds every expression of time, resolves each against the publication date, attaches it to
//! the event that the sentence tells, and makes a chronological timeline.
//!
//! ```
//! use dateline::{Resolver, timeline::Timeline};
//!
//! let resolver = Resolver::on("2025-11-20")?;
//! assert_eq!(resolver.resolve("last month").unwrap().edtf(), "2025-10");
//! assert_eq!(resolver.annotate("They met Monday and meet again in May.").len(), 2);
//! let timeline = Timeline::builder().text("a.txt", "The council met on Monday.", "2025-11-20".parse()?).build()?;
//! assert_eq!(timeline.entries[0].when.edtf(), "2025-11-17");
//! # Ok::<(), dateline::Error>(())
//! ```
//!
//! The [`guide`] tells how to [make a timeline](guide::timeline), how to [put it into a blog](guide::blog) or
//! [a template of your own](guide::templates), how to [test dates](guide::tests), how to [add rules](guide::rules) and
//! [choose how dates are read](guide::choices), and [what expressions mean](guide::meaning); [`walk`] is where the steps are called in
//! order, and each step's module says what goes in and out.
//!
//! # Features
//!
//! | feature | what it adds |
//! |---|---|
//! | `cli` (default) | the command line, with `articles`, `render`, `template`, `check`, `feasts`, `parallel` and `serde` |
//! | `articles` | reading web pages, Markdown, feeds, records and TimeML: [`article`] |
//! | `fetch` (default) | articles from the web: `fetch` |
//! | `render` | pages, Markdown, JSON and what other tools read: `render` |
//! | `template` | timelines in templates of one's own: `render::Template` |
//! | `check` | with `feasts` and `serde`, case files, and assertions for tests: `check`, `assert_resolves!`, `assert_timeline!` |
//! | `feasts` | the dates of Ramadan, Passover, Nowruz, Chinese New Year and other feasts of the Islamic, Hebrew, Persian and Chinese calendars |
//! | `parallel` | many articles are read on all processors, with rayon |
//! | `serde` | public types can be stored |
//! | `jiff`, `time` | intervals convert to the types of these crates |
//!
//! Without any of them (`default-features = false`) stays what reads texts and builds timelines; it depends on chrono, a hash and short lists. Nothing in the library prints, reads the clock or panics, and nothing but `fetch` reaches
//! outside.

#![cfg_attr(
    not(feature = "cli"),
    allow(dead_code, unused_imports, reason = "some items serve only rooms that these features leave out")
)]

pub mod article;
mod builder;
#[cfg(feature = "check")]
#[macro_use]
pub mod check;
// What `main` calls; no part of what the library promises.
#[cfg(feature = "cli")]
#[doc(hidden)]
pub mod cli;
#[cfg(feature = "render")]
pub mod embed;
pub mod error;
pub mod events;
pub mod expression;
#[cfg(feature = "fetch")]
pub mod fetch;
pub mod guide;
pub mod lang;
mod pack;
mod parallel;
pub mod recognise;
#[cfg(feature = "render")]
pub mod render;
pub mod resolve;
mod resolver;
pub mod segment;
mod sorting;
mod span;
#[cfg(feature = "render")]
pub mod stored;
mod suggest;
mod tables;
pub mod timeline;
pub mod walk;

pub use builder::Builder;
pub use error::{Error, Result};
pub use expression::Expr;
pub use resolver::Resolver;
pub use span::{CharOffsets, Lines, Span};

/// The README's examples, run.
#[cfg(all(doctest, feature = "cli"))]
#[doc = include_str!("../README.md")]
struct Readme;
