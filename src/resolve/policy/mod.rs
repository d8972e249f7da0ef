//! How to read what may be read in several ways.
//!
//! Input: names and values of choices. Output: a [`Policy`], whose defaults are those of American news prose.
//! Knows nothing of expressions, and nothing of where choices are written down.
//!
//! Assistants, calendars and databases differ on nearly every row of [what an expression means](crate::guide::meaning); each such
//! row is a field here, with the same name in `dateline.toml`.

mod choices;
mod setting;
mod stretch;

pub use choices::{
    Bare, Centuries, DateOrder, EarlyLate, Edge, Genre, Hemisphere, LastUnit, LastWeekday, Later, MonthsAgo,
    PastUnits, Region, Seasons, ThisWeekday, WeeksAgo, WinterOf,
};
pub use stretch::{DaysOfWeek, HoursOfDay};

use crate::error::{Error, Result};
use crate::expression::{PartOfDay, Weekday};
use crate::suggest::nearest;
use setting::Setting;
use std::fmt;

/// A choice by its name: what it decides, and what it may be.
///
/// ```
/// use dateline::resolve::Policy;
///
/// let choice = Policy::CHOICES.iter().find(|choice| choice.name == "weekend").expect("a choice");
/// assert!(choice.about.starts_with("Which days a weekend is"));
/// assert_eq!(choice.value(&Policy::DEFAULT), "sat-sun");
/// assert_eq!(choice.possible(), "two days, as sat-sun");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Choice {
    /// Its name in `dateline.toml`.
    pub name: &'static str,
    /// What it decides, in Markdown.
    pub about: &'static str,
    possible: fn() -> String,
    value: fn(&Policy) -> String,
    set: fn(&mut Policy, &str) -> bool,
}

impl Choice {
    /// What it may be, in words.
    pub fn possible(&self) -> String {
        (self.possible)()
    }

    /// What it is in a policy, as [`Policy::set`] reads it.
    pub fn value(&self, policy: &Policy) -> String {
        (self.value)(policy)
    }
}

/// Declares the fields of [`Policy`] once: their names, types and defaults, and what they decide.
macro_rules! policy {
    ($($(#[doc = $about:literal])+ $field:ident: $type:ty = $default:expr, $name:literal;)+) => {
        /// Reading choices; the defaults are those of American news prose.
        ///
        /// ```
        /// use dateline::{Resolver, resolve::{DateOrder, Policy}};
        ///
        /// let british = Policy { date_order: DateOrder::DayMonthYear, ..Policy::default() };
        /// let resolver = Resolver::on("2025-11-20")?.policy(british);
        /// assert_eq!(resolver.resolve("3/4/2025").unwrap().edtf(), "2025-04-03");
        /// # Ok::<(), dateline::Error>(())
        /// ```
        #[derive(Clone, Copy, PartialEq, Eq)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
        #[cfg_attr(feature = "serde", serde(default, rename_all = "kebab-case"))]
        pub struct Policy { $($(#[doc = $about])+ pub $field: $type,)+ }

        impl Policy {
            /// The choices of American news prose.
            pub const DEFAULT: Policy = Policy { $($field: $default,)+ };

            /// All choices, in the order of their fields.
            pub const CHOICES: &'static [Choice] = &[$(Choice {
                name: $name,
                about: concat!($($about, "\n"),+).trim_ascii(),
                possible: <$type as Setting>::possible,
                value: |policy| policy.$field.printed(),
                set: |policy, text| match Setting::read(text) {
                    Some(value) => { policy.$field = value; true }
                    None => false,
                },
            },)+];
        }
    };
}

/// The choices that are not the defaults: what a new choice brings does not show where nobody made it.
impl fmt::Debug for Policy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("Policy");
        for choice in Policy::CHOICES {
            let value = choice.value(self);
            if value != choice.value(&Policy::DEFAULT) {
                shown.field(choice.name, &format_args!("{value}"));
            }
        }
        shown.finish_non_exhaustive()
    }
}

policy! {
    /// In which order numeric dates are written: 3/4/2025.
    date_order: DateOrder = DateOrder::MonthDayYear, "date-order";
    /// What relative dates count from.
    genre: Genre = Genre::Auto, "genre";
    /// Which day a bare weekday is: "Friday".
    bare_weekday: Bare = Bare::Tense, "bare-weekday";
    /// Whether a bare weekday may be the day of publication.
    weekday_today: bool = true, "weekday-today";
    /// Which day "this Friday" is.
    this_weekday: ThisWeekday = ThisWeekday::Tense, "this-weekday";
    /// Which days "last Friday" and "next Friday" are.
    last_weekday: LastWeekday = LastWeekday::Day, "last-weekday";
    /// Which year a date without one has: "November 21st", "Christmas".
    bare_date: Bare = Bare::Tense, "bare-date";
    /// Among how many years before and after publication a weekday chooses: "Friday, November 21st".
    weekday_years: u8 = 6, "weekday-years";
    /// How many years after publication a year of two digits may lie: "'26".
    short_years_ahead: u8 = 20, "short-years-ahead";
    /// Which year a month, season, quarter or half without one has: "in November".
    bare_month: Bare = Bare::Tense, "bare-month";
    /// First day of the week.
    week_start: Weekday = Weekday::Monday, "week-start";
    /// What "last week" and "next month" are.
    last_unit: LastUnit = LastUnit::Calendar, "last-unit";
    /// What "the last three months" are.
    past_units: PastUnits = PastUnits::Today, "past-units";
    /// What "three weeks ago" is.
    weeks_ago: WeeksAgo = WeeksAgo::Around, "weeks-ago";
    /// What "two months ago" and "a year ago" are.
    months_ago: MonthsAgo = MonthsAgo::Unit, "months-ago";
    /// What "two days later" and "the next day" count from.
    later: Later = Later::Text, "later";
    /// How many "a couple" are.
    couple: u8 = 2, "couple";
    /// How many "a few" are, one more or less.
    few: u8 = 3, "few";
    /// How far "several years ago" and "days before the vote" reach, in units.
    uncounted: u8 = 9, "uncounted";
    /// What "early", "mid" and "late" are of a stretch.
    early_late: EarlyLate = EarlyLate::Thirds, "early-late";
    /// Hours of the early morning; of all parts of the day, an end that is no later than the start lies on the next day.
    early_morning: HoursOfDay = HoursOfDay::new(0, 6), "early-morning";
    /// Hours of the morning.
    morning: HoursOfDay = HoursOfDay::new(6, 12), "morning";
    /// Hours of midday.
    midday: HoursOfDay = HoursOfDay::new(11, 14), "midday";
    /// Hours of the afternoon.
    afternoon: HoursOfDay = HoursOfDay::new(12, 18), "afternoon";
    /// Hours of the evening.
    evening: HoursOfDay = HoursOfDay::new(17, 21), "evening";
    /// Hours of the night.
    night: HoursOfDay = HoursOfDay::new(20, 4), "night";
    /// Hours of the day, where it is told from the night.
    daytime: HoursOfDay = HoursOfDay::new(6, 18), "daytime";
    /// Which days a weekend is.
    weekend: DaysOfWeek = DaysOfWeek::new(Weekday::Saturday, Weekday::Sunday), "weekend";
    /// Which weekend "the weekend" is; while one lasts, that one.
    bare_weekend: Bare = Bare::Tense, "bare-weekend";
    /// On which half of the earth seasons are told.
    hemisphere: Hemisphere = Hemisphere::North, "hemisphere";
    /// When seasons start.
    seasons: Seasons = Seasons::Meteorological, "seasons";
    /// Which season "the winter of 2025" is: one that lies in two years is named by its first or by its last.
    winter_of: WinterOf = WinterOf::FirstYear, "winter-of";
    /// Where "until", "by" and "through" a time end: at its end, or already at its start.
    until: Edge = Edge::End, "until";
    /// Where "after" a time starts: at its end, or already at its start.
    after: Edge = Edge::End, "after";
    /// Which years "the 19th century" has.
    centuries: Centuries = Centuries::FromOne, "centuries";
    /// Whose holidays are meant where countries share a name: "Mother's Day", "Thanksgiving".
    region: Region = Region::UnitedStates, "region";
}

impl Default for Policy {
    fn default() -> Self {
        Policy::DEFAULT
    }
}

impl Policy {
    /// Sets a choice by its name, as `dateline.toml` and the option `--set` do.
    ///
    /// ```
    /// use dateline::{Resolver, resolve::Policy};
    ///
    /// let mut policy = Policy::default();
    /// policy.set("weekend", "fri-sat")?;
    /// let weekend = Resolver::on("2025-11-20")?.policy(policy).resolve("last weekend").unwrap();
    /// assert_eq!(weekend.edtf(), "2025-11-14/2025-11-15");
    /// assert!(policy.set("weekend", "never").is_err());
    /// # Ok::<(), dateline::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// When no choice has that name, or the value is not among what it may be.
    pub fn set(&mut self, name: &str, value: &str) -> Result<()> {
        let Some(choice) = Policy::CHOICES.iter().find(|choice| choice.name == name) else {
            let names = || Policy::CHOICES.iter().map(|choice| choice.name);
            let cure = match nearest(name, names()) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => format!("the choices are {}", names().collect::<Vec<_>>().join(", ")),
            };
            return Err(Error::value(format!("`{name}` is no choice; {cure}")));
        };
        if (choice.set)(self, value.trim()) {
            return Ok(());
        }
        Err(Error::value(format!("`{value}` is not known; give {}", choice.possible())).at(name))
    }

    /// The hours of a part of the day.
    ///
    /// ```
    /// use dateline::{expression::PartOfDay, resolve::{HoursOfDay, Policy}};
    /// assert_eq!(Policy::default().hours(PartOfDay::Night), HoursOfDay::new(20, 4));
    /// ```
    pub const fn hours(&self, part: PartOfDay) -> HoursOfDay {
        match part {
            PartOfDay::EarlyMorning => self.early_morning,
            PartOfDay::Morning => self.morning,
            PartOfDay::Midday => self.midday,
            PartOfDay::Afternoon => self.afternoon,
            PartOfDay::Evening => self.evening,
            PartOfDay::Night => self.night,
            PartOfDay::Daytime => self.daytime,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Policy;

    #[test]
    fn every_choice_prints_what_it_reads() {
        let mut policy = Policy::DEFAULT;
        for choice in Policy::CHOICES {
            let value = choice.value(&Policy::DEFAULT);
            assert!(policy.set(choice.name, &value).is_ok(), "{} = {value}", choice.name);
            assert!(!choice.about.is_empty() && !choice.possible().is_empty(), "{}", choice.name);
        }
        assert_eq!(policy, Policy::DEFAULT);
    }

    #[test]
    fn mistakes_name_the_choice_and_what_it_may_be() {
        let mut policy = Policy::DEFAULT;
        let mut told = |name: &str, value: &str| policy.set(name, value).unwrap_err().to_string();
        assert_eq!(told("hemisphere", "up"), "hemisphere: `up` is not known; give one of north, south");
        assert_eq!(told("few", "0"), "few: `0` is not known; give a number from 1 to 99");
        assert_eq!(told("night", "20-25"), "night: `20-25` is not known; give two hours, as 20-04");
        assert_eq!(told("weekday-today", "yes"), "weekday-today: `yes` is not known; give true or false");
        assert!(told("mood", "sad").starts_with("`mood` is no choice; the choices are date-order, genre,"));
        assert_eq!(policy, Policy::DEFAULT);
    }
}
