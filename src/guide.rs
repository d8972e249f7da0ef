//! The manual: what to do with dateline, and what expressions mean.
//!
//! The grammar of rules stands in [`lang::rules`](crate::lang::rules).

#[doc = include_str!("../docs/guide/timeline.md")]
pub mod timeline {}

#[doc = include_str!("../docs/guide/blog.md")]
pub mod blog {}

#[doc = include_str!("../docs/guide/templates.md")]
///
/// ## From a program
///
/// ```
/// use dateline::{render::{Options, Template}, timeline::Timeline};
///
/// let timeline = Timeline::builder().text("council", "The council met on Monday.", "2025-11-20".parse()?).build()?;
/// let template = Template::new("list.md", "{% for entry in entries %}\n- {{ entry.headline }}\n{% endfor %}", |_| Ok(None))?;
/// assert_eq!(template.render(&timeline, &Options::default())?, "- The council met\n");
/// # Ok::<(), dateline::Error>(())
/// ```
pub mod templates {}

#[doc = include_str!("../docs/guide/tests.md")]
pub mod tests {}

#[doc = include_str!("../docs/guide/rules.md")]
pub mod rules {}

#[doc = include_str!("../docs/guide/choices.md")]
pub mod choices {}

#[doc = include_str!("../docs/guide/meaning.md")]
pub mod meaning {}
