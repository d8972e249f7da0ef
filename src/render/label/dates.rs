//! In which way dates are printed: day first, in a press style, as ISO 8601, or as the reader's locale has it.

use super::locale::Locale;
use super::{ap, cell, iso, label};
use crate::resolve::When;
use chrono::{Datelike, NaiveDate};

/// In which way dates are printed for people.
///
/// ```
/// use dateline::render::Dates;
///
/// let style = |name| Dates::from_name(name).is_some();
/// assert!(style("day-first") && style("ap") && style("iso") && !style("french"));
/// assert!(Dates::of_locale("fr").is_some() && Dates::of_locale("not a locale").is_none());
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(try_from = "String", into = "String"))]
#[non_exhaustive]
pub enum Dates {
    /// English, day first: "Wednesday 19 November 2025, night".
    #[default]
    DayFirst,
    /// As the Associated Press writes them: "Wednesday night, Nov. 19, 2025".
    Ap,
    /// ISO 8601 with its extensions for what is open or approximate: "2025-11-19", "2025-10-27~/2025-11-02~", "../2025-11-08".
    Iso,
    /// As the Unicode CLDR says that a locale has them: "mercredi 19 novembre 2025".
    Locale(Locale),
}

/// A style's name, or a locale's tag.
impl TryFrom<String> for Dates {
    type Error = String;

    fn try_from(name: String) -> Result<Self, String> {
        let found = Dates::from_name(&name).or_else(|| Dates::of_locale(&name));
        let styles = || Dates::STYLES.join(", ");
        found.ok_or_else(|| {
            format!("`{name}` is no locale and no style; give one such as de, or {}", styles())
        })
    }
}

impl From<Dates> for String {
    fn from(dates: Dates) -> String {
        match dates {
            Dates::DayFirst => "day-first".to_owned(),
            Dates::Ap => "ap".to_owned(),
            Dates::Iso => "iso".to_owned(),
            Dates::Locale(locale) => locale.tag().to_owned(),
        }
    }
}

impl Dates {
    /// The names of the styles that are no locale.
    pub const STYLES: [&'static str; 3] = ["day-first", "ap", "iso"];

    /// The style of that name.
    pub fn from_name(name: &str) -> Option<Dates> {
        match name {
            "day-first" => Some(Dates::DayFirst),
            "ap" => Some(Dates::Ap),
            "iso" => Some(Dates::Iso),
            _ => None,
        }
    }

    /// As a locale has them, given as BCP 47 or as systems write it ("de", "pt-BR", "en_GB.UTF-8").
    ///
    /// `None` for what is no locale, and for a language that the CLDR has no dates of; a region that it has none of prints as its language.
    pub fn of_locale(tag: &str) -> Option<Dates> {
        Locale::new(tag).map(Dates::Locale)
    }

    /// What a time is called.
    ///
    /// ```
    /// use dateline::{Resolver, render::Dates};
    ///
    /// let when = Resolver::on("2025-11-20")?.resolve("Wednesday night").unwrap();
    /// assert_eq!(Dates::DayFirst.label(&when), "Wednesday 19 November 2025, night");
    /// assert_eq!(Dates::Ap.label(&when), "Wednesday night, Nov. 19, 2025");
    /// # Ok::<(), dateline::Error>(())
    /// ```
    pub fn label(&self, when: &When) -> String {
        let printed = match self {
            Dates::DayFirst => None,
            Dates::Ap => ap::label(when),
            Dates::Iso => iso::label(when),
            Dates::Locale(locale) => locale.label(when),
        };
        printed.unwrap_or_else(|| label(when))
    }

    /// "19 November 2025".
    pub(in crate::render) fn day(&self, date: NaiveDate) -> String {
        match self {
            Dates::DayFirst => cell::day(date),
            Dates::Ap => ap::day(date),
            Dates::Iso => iso::day(date),
            Dates::Locale(locale) => locale.day(date).unwrap_or_else(|| cell::day(date)),
        }
    }

    /// "November 2025".
    pub(in crate::render) fn month_and_year(&self, date: NaiveDate) -> String {
        match self {
            Dates::DayFirst | Dates::Ap => cell::month_and_year(date),
            Dates::Iso => iso::month(date.year(), date.month()),
            Dates::Locale(locale) => locale.month(date).unwrap_or_else(|| cell::month_and_year(date)),
        }
    }

    /// "November".
    pub(in crate::render) fn month(&self, date: NaiveDate) -> String {
        match self {
            Dates::DayFirst | Dates::Ap => cell::month_of(date).to_owned(),
            Dates::Iso => iso::month(date.year(), date.month()),
            Dates::Locale(locale) => {
                locale.standalone_month(date).unwrap_or_else(|| cell::month_of(date).to_owned())
            }
        }
    }

    /// "1998", "AD 476".
    pub(in crate::render) fn year(&self, year: i32) -> String {
        match self {
            Dates::DayFirst | Dates::Ap => cell::year(year),
            Dates::Iso => iso::year(year),
            Dates::Locale(locale) => locale.year(year).unwrap_or_else(|| cell::year(year)),
        }
    }

    /// Whether dates are in a language that is written from right to left.
    pub(in crate::render) fn is_right_to_left(&self) -> bool {
        matches!(self, Dates::Locale(locale) if locale.is_right_to_left())
    }

    /// The language that dates are in, where it is not the page's.
    pub(in crate::render) fn language(&self) -> Option<&str> {
        match self {
            Dates::Locale(locale) => Some(locale.tag()),
            _ => None,
        }
    }
}
