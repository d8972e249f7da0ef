//! Assertions for other people's tests.

use super::case::{Case, ExpectedEntry, Place, Subject};
use super::draw::Draw;
use super::expect::{Expect, Side, moment};
use super::run::{Verdict, run};
use crate::article::{Article, Published};
use crate::error::{Error, Result};
use crate::expression::Tense;
use crate::lang::Language;
use crate::resolve::{Interval, Policy};

/// What may stand for an expected time: `"2025-11-19TNI"`, an EDTF, `"none"`, a pair of moments, or an [`Interval`].
///
/// ```
/// use dateline::check::{Expect, IntoExpect};
///
/// assert_eq!("none".into_expect()?, Expect::Nothing);
/// assert!(matches!(("2025-11-17", "2025-11-24").into_expect()?, Expect::Between(..)));
/// assert!("yesterday".into_expect().is_err());
/// # Ok::<(), dateline::Error>(())
/// ```
pub trait IntoExpect {
    /// The expectation.
    ///
    /// # Errors
    ///
    /// When a text is no value.
    fn into_expect(self) -> Result<Expect>;
}

impl IntoExpect for &str {
    fn into_expect(self) -> Result<Expect> {
        match Expect::parse(self) {
            Some(Expect::Unset) | None => Err(Error::value(format!(
                "`{self}` is no date, EDTF or TIMEX3 value; write 2025-11-19, 2025-11-19TNI, a pair of moments, or none"
            ))),
            Some(expect) => Ok(expect),
        }
    }
}

impl IntoExpect for Interval {
    fn into_expect(self) -> Result<Expect> {
        let side = |at| Side { at, range: 0..0 };
        Ok(Expect::Between(side(self.from), side(self.to)))
    }
}

/// The first moment and the first moment after, `..` for an open side.
impl IntoExpect for (&str, &str) {
    fn into_expect(self) -> Result<Expect> {
        let side = |text: &str| match moment(text) {
            Some(at) => Ok(Side { at, range: 0..0 }),
            None => Err(Error::value(format!(
                "`{text}` is no moment; write 2025-11-19, 2025-11-19T20:00 or .. for an open side"
            ))),
        };
        Ok(Expect::Between(side(self.0)?, side(self.1)?))
    }
}

/// Checks what a text means on a publication date; what [`assert_resolves!`](crate::assert_resolves) is made of.
///
/// ```
/// use dateline::check::resolves;
///
/// assert!(resolves("last month", "2025-11-20", "2025-10").is_ok());
/// let drawn = resolves("last month", "2025-11-20", "2025-11").unwrap_err();
/// assert!(drawn.contains("^^^^^^^^^^ expected 2025-11, found 2025-10"));
/// ```
///
/// # Errors
///
/// The failure, drawn: the text underlined, what was expected and found, and how it was found.
pub fn resolves(text: &str, published: &str, expect: impl IntoExpect) -> Result<(), String> {
    let published = Published::parse(published).map_err(|error| error.to_string())?;
    let expect = expect.into_expect().map_err(|error| error.to_string())?;
    hold(&case(Subject::Text(text.to_owned()), Some(published), expect), None)
}

/// Checks the timeline of an article; what [`assert_timeline!`](crate::assert_timeline) is made of.
///
/// ```
/// use dateline::{article::{Article, Published}, check::{IntoExpect, tells}};
///
/// let (name, text) = ("a.txt".to_owned(), "The council met on Monday.".to_owned());
/// let article = Article { name, text, published: Some(Published::parse("2025-11-20")?), ..Article::default() };
/// assert_eq!(tells(&article, vec![("2025-11-17".into_expect(), "council met")]), Ok(()));
/// let drawn = tells(&article, vec![("2025-11-18".into_expect(), "council met")]).unwrap_err();
/// assert!(drawn.contains("expected 2025-11-18 for `council met`, found 2025-11-17"));
/// # Ok::<(), dateline::Error>(())
/// ```
///
/// # Errors
///
/// The failure, drawn: every entry that is missing, wrong or not expected.
pub fn tells(article: &Article, entries: Vec<(Result<Expect>, &str)>) -> Result<(), String> {
    let entries = entries
        .into_iter()
        .map(|(expect, text)| {
            Ok(ExpectedEntry { expect: expect?, text: Some(text.to_owned()), status: None, range: 0..0 })
        })
        .collect::<Result<_>>()
        .map_err(|error| error.to_string())?;
    let subject = Subject::Article { path: article.name.clone(), entries, others: false };
    hold(&case(subject, None, Expect::Unset), Some(article))
}

fn case(subject: Subject, published: Option<Published>, expect: Expect) -> Case {
    Case {
        name: None,
        published,
        subject,
        tense: Tense::None,
        expect,
        known_gap: None,
        place: Place::default(),
    }
}

fn hold(case: &Case, article: Option<&Article>) -> Result<(), String> {
    let open = |_: &str| article.cloned().ok_or_else(|| Error::value("no article"));
    let checked =
        run(case, Language::english(), &Policy::default(), &open).map_err(|error| error.to_string())?;
    match checked.verdict {
        Verdict::Passed => Ok(()),
        _ => Err(Draw::new(false).in_code(&checked)),
    }
}

/// Asserts what an expression means on a publication date.
///
/// What is expected is a date, an EDTF or TIMEX3 value, `none`, a pair of moments (half-open), or an
/// [`Interval`]. A failure shows the text with the expression underlined, what was expected and found, and how it was found.
///
/// ```
/// use dateline::assert_resolves;
///
/// assert_resolves!("Wednesday night", published: "2025-11-20" => "2025-11-19TNI");
/// assert_resolves!("last month", published: "2025-11-20" => ("2025-10-01", "2025-11-01"));
/// assert_resolves!("She told 60 Minutes.", published: "2025-11-20" => none);
/// ```
#[macro_export]
macro_rules! assert_resolves {
    ($text:expr, published: $published:expr => none $(,)?) => {
        $crate::assert_resolves!($text, published: $published => "none")
    };
    ($text:expr, published: $published:expr => $expect:expr $(,)?) => {
        if let ::core::result::Result::Err(failure) = $crate::check::resolves($text, $published, $expect) {
            ::core::panic!("{failure}");
        }
    };
}

/// Asserts the whole timeline of an article: each entry's date and a part of its headline or text, in order.
///
/// ```
/// use dateline::{article::{self, Format, Published}, assert_timeline};
///
/// let text = b"The council met on Monday. It will vote on Friday, November 21st.";
/// let mut article = article::read("council.txt", text, Format::Text, None)?;
/// article.published = Some(Published::parse("2025-11-20")?);
/// assert_timeline!(&article => [
///     "2025-11-17" => "council met",
///     "2025-11-21" => "will vote",
/// ]);
/// # Ok::<(), dateline::Error>(())
/// ```
#[macro_export]
macro_rules! assert_timeline {
    ($article:expr => [$($expect:expr => $text:expr),* $(,)?] $(,)?) => {
        if let ::core::result::Result::Err(failure) = $crate::check::tells(
            $article,
            ::std::vec![$(($crate::check::IntoExpect::into_expect($expect), $text)),*],
        ) {
            ::core::panic!("{failure}");
        }
    };
}
