//! The manual: what to do with dateline, and what expressions mean.
//!
//! The grammar of rules stands in [`lang::rules`](crate::lang::rules).

#[doc = include_str!("../docs/guide/timeline.md")]
pub mod timeline {}

#[doc = include_str!("../docs/guide/blog.md")]
pub mod blog {}

#[doc = include_str!("../docs/guide/templates.md")]
pub mod templates {}

#[doc = include_str!("../docs/guide/tests.md")]
pub mod tests {}

#[doc = include_str!("../docs/guide/rules.md")]
pub mod rules {}

#[doc = include_str!("../docs/guide/choices.md")]
pub mod choices {}

#[doc = include_str!("../docs/guide/meaning.md")]
pub mod meaning {}
