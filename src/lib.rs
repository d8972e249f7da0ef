//! dateline reads news articles, finds every expression of time, resolves each against the publication date, attaches it to
//! the event that the sentence tells, and renders a chronological timeline.

pub mod article;
#[macro_use]
pub mod check;
pub mod cli;
pub mod error;
pub mod events;
pub mod expression;
#[cfg(feature = "fetch")]
pub mod fetch;
pub mod lang;
pub mod recognise;
pub mod render;
pub mod resolve;
pub mod segment;
mod span;
pub mod timeline;
pub mod walk;

pub use error::{Error, Result};
pub use expression::Expr;
pub use span::{CharOffsets, Span};

/// The README's examples, run.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
