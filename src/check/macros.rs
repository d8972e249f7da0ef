//! Assertions for other people's tests.

use super::case::{Case, ExpectedEntry, Place, Subject};
use super::draw::Draw;
use super::expect::{Expect, Side, moment};
use super::run::{Checked, Verdict, run, run_with};
use crate::Resolver;
use crate::article::Article;
use crate::error::{Error, Result};
use crate::expression::Tense;
use crate::resolve::Interval;

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
        match Expect::read(self) {
            Ok(Expect::Unset) => Err(Error::value("expects nothing; write a date, or none")),
            read => read.map_err(Error::value),
        }
    }
}

impl IntoExpect for Interval {
    fn into_expect(self) -> Result<Expect> {
        let side = |at| Side { at, range: 0..0 };
        Expect::between(side(self.from), side(self.to)).map_err(Error::value)
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
        Expect::between(side(self.0)?, side(self.1)?).map_err(Error::value)
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
    let resolver = Resolver::on(published).map_err(|error| error.to_string())?;
    resolves_with(&resolver, text, expect)
}

/// Checks what a text means to a resolver, with its policy, its language and its tense.
///
/// ```
/// use dateline::{Resolver, check::resolves_with, expression::Tense};
///
/// let plans = Resolver::on("2025-11-20")?.tense(Tense::Future);
/// assert!(resolves_with(&plans, "Friday", "2025-11-21").is_ok());
/// # Ok::<(), dateline::Error>(())
/// ```
///
/// # Errors
///
/// As [`resolves`].
pub fn resolves_with(resolver: &Resolver, text: &str, expect: impl IntoExpect) -> Result<(), String> {
    let expect = expect.into_expect().map_err(|error| error.to_string())?;
    let case = case(Subject::Text(text.to_owned()), expect);
    passed(&run_with(&case, text, resolver))
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
    tells_with(&Resolver::undated(), article, entries)
}

/// Checks the timeline that an article has by a resolver's policy and language; a resolver that has a day of publication dates
/// the article, whatever it says of itself.
///
/// ```
/// use dateline::{Resolver, article::Article, check::{IntoExpect, tells_with}};
///
/// let article = Article { text: "The council met on Monday.".into(), ..Article::default() };
/// let resolver = Resolver::on("2025-11-20")?;
/// assert_eq!(tells_with(&resolver, &article, vec![("2025-11-17".into_expect(), "council met")]), Ok(()));
/// let undated = tells_with(&Resolver::undated(), &article, vec![]).unwrap_err();
/// assert!(undated.starts_with("the article has no publication date; "));
/// # Ok::<(), dateline::Error>(())
/// ```
///
/// # Errors
///
/// As [`tells`].
pub fn tells_with(
    resolver: &Resolver,
    article: &Article,
    entries: Vec<(Result<Expect>, &str)>,
) -> Result<(), String> {
    let mut article = article.clone();
    if let Some(publication) = resolver.dated() {
        article.published = Some(publication.into());
    }
    if article.published.is_none() {
        let name = if article.name.is_empty() { String::new() } else { format!(" `{}`", article.name) };
        return Err(format!(
            "the article{name} has no publication date; set its `published`, or write \
             `assert_timeline!(&article, published: \"2025-11-20\" => […])`"
        ));
    }
    let entries = entries
        .into_iter()
        .map(|(expect, text)| {
            let (text, status, nowhere) = (Some(text.to_owned()), None, 0..0);
            let [range, expect_range, status_range] = [nowhere.clone(), nowhere.clone(), nowhere];
            Ok(ExpectedEntry { expect: expect?, text, status, range, expect_range, status_range })
        })
        .collect::<Result<_>>()
        .map_err(|error| error.to_string())?;
    let subject = Subject::Article { path: article.name.clone(), entries, others: false };
    let case = case(subject, Expect::Unset);
    let open = |_: &str| Ok(article.clone());
    let checked = run(&case, resolver.reads(), resolver.chooses(), &open);
    passed(&checked.map_err(|error| error.to_string())?)
}

fn case(subject: Subject, expect: Expect) -> Case {
    Case {
        name: None,
        published: None,
        subject,
        tense: Tense::None,
        expect,
        known_gap: None,
        place: Place::default(),
    }
}

/// The failure, drawn.
fn passed(checked: &Checked<'_>) -> Result<(), String> {
    match checked.verdict {
        Verdict::Passed => Ok(()),
        _ => Err(Draw::new(false).in_code(checked)),
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
///
/// A [`Resolver`] brings choices of reading, a tense, or words and rules of one's own:
///
/// ```
/// use dateline::{Resolver, assert_resolves, resolve::{DateOrder, Policy}};
///
/// let desk = Resolver::on("2025-11-20")?.policy(Policy { date_order: DateOrder::DayMonthYear, ..Policy::default() });
/// assert_resolves!("3/4/2025", with: &desk => "2025-04-03");
/// # Ok::<(), dateline::Error>(())
/// ```
#[macro_export]
macro_rules! assert_resolves {
    ($text:expr, $how:ident: $with:expr => none $(,)?) => {
        $crate::assert_resolves!($text, $how: $with => "none")
    };
    ($text:expr, with: $resolver:expr => $expect:expr $(,)?) => {
        if let ::core::result::Result::Err(failure) = $crate::check::resolves_with($resolver, $text, $expect) {
            ::core::panic!("{failure}");
        }
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
///
/// `published:` dates an article that does not say it, or says something else; `with:` takes a [`Resolver`] with its choices of
/// reading, its words and rules:
///
/// ```
/// use dateline::{Resolver, article::Article, assert_timeline, resolve::{DateOrder, Policy}};
///
/// let article = Article { text: "The council met on 3/11/2025.".into(), ..Article::default() };
/// assert_timeline!(&article, published: "2025-11-20" => ["2025-03-11" => "council met"]);
/// let desk = Resolver::on("2025-11-20")?.policy(Policy { date_order: DateOrder::DayMonthYear, ..Policy::default() });
/// assert_timeline!(&article, with: &desk => ["2025-11-03" => "council met"]);
/// # Ok::<(), dateline::Error>(())
/// ```
#[macro_export]
macro_rules! assert_timeline {
    ($article:expr => $entries:tt $(,)?) => {
        $crate::assert_timeline!($article, with: &$crate::Resolver::undated() => $entries)
    };
    ($article:expr, published: $published:expr => $entries:tt $(,)?) => {
        match $crate::Resolver::on($published) {
            ::core::result::Result::Ok(resolver) => $crate::assert_timeline!($article, with: &resolver => $entries),
            ::core::result::Result::Err(error) => ::core::panic!("{error}"),
        }
    };
    ($article:expr, with: $resolver:expr => [$($expect:expr => $text:expr),* $(,)?] $(,)?) => {
        if let ::core::result::Result::Err(failure) = $crate::check::tells_with(
            $resolver,
            $article,
            ::std::vec![$(($crate::check::IntoExpect::into_expect($expect), $text)),*],
        ) {
            ::core::panic!("{failure}");
        }
    };
}
