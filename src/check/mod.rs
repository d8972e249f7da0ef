//! Cases of date resolution: what an expression must mean on a publication date, for tests and for CI.
//!
//! Input: case files (TOML, YAML, JSON Lines, CSV) or cases made in code. Output: verdicts, drawn or as TAP, JUnit XML or JSON.
//! Knows nothing that reads or writes files: texts come in, texts go out.
//!
//! ```
//! use dateline::{check::{self, Format}, lang::Language, resolve::Policy};
//!
//! let text = "[[case]]\npublished = \"2025-11-20\"\ntext = \"last month\"\nexpect = \"2025-10\"\n";
//! let file = check::read("cases.toml", text, Format::Toml)?;
//! let no_articles = |_: &str| unreachable!("no case names an article");
//! let checked = check::run(&file.cases[0], Language::english(), &Policy::default(), &no_articles)?;
//! assert!(checked.verdict.is_fine());
//! # Ok::<(), dateline::Error>(())
//! ```

mod case;
mod draw;
mod example;
mod expect;
#[macro_use]
mod macros;
mod node;
mod read;
pub mod report;
mod run;
mod update;

pub use case::{Case, ExpectedEntry, Place, Subject};
pub use draw::Draw;
pub use example::example;
pub use expect::{Expect, Side};
pub use macros::{IntoExpect, resolves, tells};
pub use read::{CaseFile, Format, read};
pub use run::{Checked, Found, Open, Verdict, run};
pub use update::update;
