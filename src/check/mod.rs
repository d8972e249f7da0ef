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
//!
//! A case that fails is drawn, reported and brought up to date:
//!
//! ```
//! use dateline::{check::{self, report::{Counts, Report, Run}, CaseFile, Checked, Draw, Format, Update, Verdict}};
//! use dateline::{lang::Language, resolve::Policy};
//!
//! let text = "published,text,expect\n2025-11-20,last month,2025-11\n";
//! let file: CaseFile = check::read("cases.csv", text, Format::Csv)?;
//! let no_articles = |_: &str| unreachable!("no case names an article");
//! let checked: Checked<'_> = check::run(&file.cases[0], Language::english(), &Policy::default(), &no_articles)?;
//! assert_eq!((checked.verdict, checked.verdict.name()), (Verdict::Failed, "failed"));
//! assert!(!checked.verdict.is_fine());
//! assert_eq!(checked.complaints[0].to_string(), "expected 2025-11, found 2025-10");
//! assert!(Draw::new(false).in_file(&checked, &file.text).contains("cases.csv:2"));
//! let update: Update<'_> = check::update(&file, std::slice::from_ref(&checked));
//! assert_eq!((update.text, update.changed), (text.replace("2025-11\n", "2025-10\n"), 1));
//!
//! let runs = [Run { file: &file, checked: vec![checked] }];
//! assert_eq!((Counts::of(&runs).failed, Counts::of(&runs).all()), (1, 1));
//! let mut report = Vec::new();
//! Report::Tap.write(&runs, &[], false, &mut report).expect("memory takes it");
//! assert!(report.starts_with(b"TAP version 14\n"));
//! # Ok::<(), dateline::Error>(())
//! ```

mod case;
mod compare;
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
pub use compare::{Complaint, Wrong};
pub use draw::Draw;
pub use example::example;
pub use expect::{Expect, Side};
pub use macros::{IntoExpect, resolves, resolves_with, tells, tells_with};
pub use read::{CaseFile, Format, Mistake, read, read_all};
pub use run::{Checked, Found, Open, Verdict, run};
pub use update::{Left, Update, update};
