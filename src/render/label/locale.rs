//! Dates as a locale has them, by the data of the Unicode CLDR.

use super::joined::{Between, joined};
use super::open::{self, Open, Side};
use crate::expression::{Grain, Portion};
use crate::render::fields::{self, Fields};
use crate::resolve::{Cell, Certainty, Value, When};
use chrono::{Datelike, NaiveDate};
use icu_calendar::Gregorian;
use icu_datetime::fieldsets::enums::{
    CalendarPeriodFieldSet, CompositeDateTimeFieldSet, DateAndTimeFieldSet, DateFieldSet, TimeFieldSet,
};
use icu_datetime::fieldsets::{M, T, Y, YM, YMD, YMDE};
use icu_datetime::input::{Date, DateTime, Time};
use icu_datetime::{DateTimeFormatterPreferences, FixedCalendarDateTimeFormatter};
use icu_locale_core::{LanguageIdentifier, langid};
use std::sync::Arc;

/// Scripts that are written from right to left, and the languages that are written in them where no script is named.
const RIGHT_TO_LEFT: (&[&str], &[&str]) = (
    &["Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"],
    &[
        "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "lrc", "mzn", "nqo", "ps", "rhg", "sd", "syr",
        "ug", "ur", "yi",
    ],
);

/// A locale with its ways to print dates; the calendar is always the Gregorian, as articles have it.
///
/// ```
/// use dateline::render::{Dates, Locale};
///
/// let Some(Dates::Locale(locale)) = Dates::of_locale("de_AT.UTF-8") else { panic!("a locale") };
/// let same: Locale = locale.clone();
/// assert_eq!(same, locale);
/// ```
#[derive(Clone, Debug)]
pub struct Locale(Arc<Formats>);

/// The same by its tag, which settles all else.
impl PartialEq for Locale {
    fn eq(&self, other: &Self) -> bool {
        self.tag() == other.tag()
    }
}

/// Of one type whatever it prints, so that it is compiled once.
type Formatter = FixedCalendarDateTimeFormatter<Gregorian, CompositeDateTimeFieldSet>;

#[derive(Debug)]
struct Formats {
    tag: String,
    /// English has words for what other languages get signs for.
    is_english: bool,
    is_right_to_left: bool,
    weekday: Formatter,
    day: Formatter,
    month: Formatter,
    year: Formatter,
    standalone_month: Formatter,
    time: Formatter,
    clock: Formatter,
    between: Between,
}

impl Locale {
    /// `None` for what is no locale.
    pub(super) fn new(tag: &str) -> Option<Locale> {
        // "de_DE.UTF-8", as systems write it.
        let tag = tag.split(['.', '@']).next().unwrap_or_default().replace('_', "-");
        let locale: icu_locale_core::Locale = tag.parse().ok()?;
        if locale.id.language.is_unknown() {
            return None;
        }
        let preferences = DateTimeFormatterPreferences::from(&locale);
        let formatter = |fields| Formatter::try_new(preferences, fields).ok();
        let date = |fields| formatter(CompositeDateTimeFieldSet::Date(fields));
        let period = |fields| formatter(CompositeDateTimeFieldSet::CalendarPeriod(fields));
        let standalone_month = period(CalendarPeriodFieldSet::M(M::long()))?;
        if !has_data(&standalone_month) {
            return None;
        }
        // ICU4X 2.4 loads no digits for a month with its year in Brazil, and so cannot print it; Portugal writes the same.
        let portugal = DateTimeFormatterPreferences::from(&icu_locale_core::Locale::from(langid!("pt-PT")));
        let is_portuguese = locale.id.language.as_str() == "pt";
        let month = CompositeDateTimeFieldSet::CalendarPeriod(CalendarPeriodFieldSet::YM(YM::long()));
        Some(Locale(Arc::new(Formats {
            between: Between::of(&locale.to_string()),
            tag: locale.to_string(),
            is_english: locale.id.language.as_str() == "en",
            is_right_to_left: is_right_to_left(&locale.id),
            weekday: date(DateFieldSet::YMDE(YMDE::long()))?,
            day: date(DateFieldSet::YMD(YMD::long()))?,
            month: Formatter::try_new(if is_portuguese { portugal } else { preferences }, month).ok()?,
            year: period(CalendarPeriodFieldSet::Y(Y::long()))?,
            standalone_month,
            time: formatter(CompositeDateTimeFieldSet::DateTime(DateAndTimeFieldSet::YMDT(
                YMD::long().with_time_hm(),
            )))?,
            clock: formatter(CompositeDateTimeFieldSet::Time(TimeFieldSet::T(T::hm())))?,
        })))
    }

    /// Its BCP 47 tag.
    pub(super) fn tag(&self) -> &str {
        &self.0.tag
    }

    /// Whether it is written from right to left.
    pub(super) fn is_right_to_left(&self) -> bool {
        self.0.is_right_to_left
    }

    /// `None` for what lies nowhere in time, and for what is said in English without days: "the 1880s".
    pub(super) fn label(&self, when: &When) -> Option<String> {
        let open = open::open(when);
        if self.0.is_english && is_named(when) {
            return None;
        }
        if let Some(Open { side, cell, portion }) = open {
            // Before a cell and after it, the cell is what is named; else the side that is known.
            let named = matches!(side, Side::Before | Side::After) && portion.is_none();
            let of_cell = || When::of_cell(cell, Certainty::Approximate);
            let is_wide = named
                || matches!(when.value, Value::Cell { .. })
                    && matches!(side, Side::From | Side::Since)
                    && portion.is_none();
            let words = match of_cell().filter(|_| is_wide) {
                Some(cell) => self.closed(&cell)?,
                None => self.closed(when)?,
            };
            return Some(format!("{}{words}", self.sign(side)));
        }
        let words = match when.value {
            Value::Cell { cell: Cell::Week(first), portion: None, hedge: None, .. }
                if self.0.is_english && when.certainty == Certainty::Exact =>
            {
                format!("the week of {}", self.day(first)?)
            }
            Value::Cell { cell: Cell::Day(day), portion: Some(portion), .. } if self.0.is_english => {
                match portion {
                    Portion::Early => format!("early on {}", self.day(day)?),
                    Portion::Late => format!("late on {}", self.day(day)?),
                    _ => self.closed(when)?,
                }
            }
            _ => self.closed(when)?,
        };
        let vague = when.certainty == Certainty::Approximate || super::hedge(when).is_some();
        let about = if self.0.is_english { "about " } else { "≈ " };
        Some(if vague { format!("{about}{words}") } else { words })
    }

    /// Other languages than English have no such words in the CLDR.
    fn sign(&self, side: Side) -> String {
        if self.0.is_english {
            return format!("{side} ");
        }
        let sign = match side {
            Side::Before => "<",
            Side::Until | Side::By => "≤",
            Side::After => ">",
            Side::From | Side::Since => "≥",
        };
        format!("{sign} ")
    }

    /// A time by its first and last date; an open one by the date that is known.
    fn closed(&self, when: &When) -> Option<String> {
        let (start, end) = fields::printed(when)?;
        match end {
            Some(end) => Some(format!("{}{}", self.named(when), self.range(start, end)?)),
            None => self.point(start, when.certainty == Certainty::Exact && when.interval.is_closed()),
        }
    }

    /// What English says before the days of a weekend.
    fn named(&self, when: &When) -> &'static str {
        match when.value {
            Value::Cell { cell: Cell::Weekend(_), portion: None, .. } if self.0.is_english => {
                "the weekend of "
            }
            _ => "",
        }
    }

    /// A stretch, with what both ends have once.
    fn range(&self, start: Fields, end: Fields) -> Option<String> {
        if start.time.is_some() {
            return Some(format!("{} – {}", self.point(start, false)?, self.hour(start, end)?));
        }
        let (first, last) = (self.point(start, false)?, self.point(end, false)?);
        let Between { short, long } = self.0.between;
        if start.year != end.year {
            let between = if start.month.is_none() { short } else { long };
            return Some(format!("{first}{between}{last}"));
        }
        let same_month = start.month == end.month;
        // Another day of the last month, so that no two days are alike, nor the first digits of both.
        let day = end.day.map(|_| if start.day.is_some_and(|day| day < 10) { 11 } else { 2 });
        let other = self.point(Fields { day, ..end }, false)?;
        let between = if same_month || start.day.is_none() { short } else { long };
        Some(joined(&first, &last, &other, between))
    }

    /// The end of a stretch that starts at a time of day; hours that follow within a day stand without their date.
    fn hour(&self, start: Fields, end: Fields) -> Option<String> {
        if start.time.is_none() || end.time.is_none() {
            return self.point(end, false);
        }
        let (first, last) = (naive(start)?, naive(end)?);
        if last - first > chrono::TimeDelta::hours(12) {
            return self.point(end, false);
        }
        Some(self.0.clock.format(&moment(end)?).to_string())
    }

    fn point(&self, fields: Fields, with_weekday: bool) -> Option<String> {
        let at = moment(fields)?;
        let formats = &self.0;
        Some(match (fields.month, fields.day, fields.time) {
            (_, _, Some(_)) => formats.time.format(&at).to_string(),
            (_, Some(_), None) if with_weekday => formats.weekday.format(&at).to_string(),
            (_, Some(_), None) => formats.day.format(&at).to_string(),
            (Some(_), None, None) => formats.month.format(&at).to_string(),
            (None, None, None) => formats.year.format(&at).to_string(),
        })
    }

    /// `None` beyond the years that the data reaches.
    pub(super) fn day(&self, day: NaiveDate) -> Option<String> {
        Some(self.0.day.format(&start(day)?).to_string())
    }

    /// With its year.
    pub(super) fn month(&self, day: NaiveDate) -> Option<String> {
        Some(self.0.month.format(&start(day)?).to_string())
    }

    /// Without its year.
    pub(super) fn standalone_month(&self, day: NaiveDate) -> Option<String> {
        Some(self.0.standalone_month.format(&start(day)?).to_string())
    }

    pub(super) fn year(&self, year: i32) -> Option<String> {
        Some(self.0.year.format(&start(NaiveDate::from_ymd_opt(year, 1, 1)?)?).to_string())
    }
}

/// The first moment of a day.
fn start(day: NaiveDate) -> Option<DateTime<Gregorian>> {
    Some(DateTime { date: date(day)?, time: Time::start_of_day() })
}

fn date(day: NaiveDate) -> Option<Date<Gregorian>> {
    Date::try_new_gregorian(day.year(), u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?).ok()
}

/// Whether the data know the language: where they do not, months have numbers behind a letter, as the root of all locales has them.
fn has_data(month: &Formatter) -> bool {
    let november = NaiveDate::from_ymd_opt(2025, 11, 1).and_then(start);
    november.is_some_and(|november| month.format(&november).to_string() != "M11")
}

/// Whether a time has a name in English that is more than dates: a decade, a quarter, the end of a year, the week of a day.
const fn is_named(when: &When) -> bool {
    match when.value {
        Value::Cell { cell: Cell::Month(..) | Cell::Year(_), portion, .. } => {
            portion.is_some() && !when.interval.is_closed()
        }
        Value::Cell { cell, .. } => {
            (cell.grain() as u8) > (Grain::Month as u8)
                && matches!(when.certainty, Certainty::Exact | Certainty::Bounded)
        }
        _ => false,
    }
}

/// Whether a language is written from right to left: by its script, where that is named.
fn is_right_to_left(language: &LanguageIdentifier) -> bool {
    let (scripts, languages) = RIGHT_TO_LEFT;
    match language.script {
        Some(script) => scripts.contains(&script.as_str()),
        None => languages.contains(&language.language.as_str()),
    }
}

fn naive(fields: Fields) -> Option<chrono::NaiveDateTime> {
    let day = NaiveDate::from_ymd_opt(fields.year, fields.month?, fields.day?)?;
    let (hour, minute) = fields.time?;
    day.and_hms_opt(hour, minute, 0)
}

fn moment(fields: Fields) -> Option<DateTime<Gregorian>> {
    let day = NaiveDate::from_ymd_opt(fields.year, fields.month.unwrap_or(1), fields.day.unwrap_or(1))?;
    let (hour, minute) = fields.time.unwrap_or_default();
    let time = Time::try_new(u8::try_from(hour).ok()?, u8::try_from(minute).ok()?, 0, 0).ok()?;
    Some(DateTime { date: date(day)?, time })
}

#[cfg(test)]
mod tests {
    use super::{Locale, is_right_to_left};
    use crate::render::fields::Fields;

    /// The data decide what is printed, and not all that could be loaded for them is: each of these must print all kinds.
    const TAGS: &str = "af am ar as az be bg bn bs ca cs cy da de de-AT de-CH el en en-AU en-CA en-GB en-IN es es-AR es-MX et eu fa fi \
        fil fr fr-CA fr-CH ga gl gu he hi hr hu hy id is it ja ka kk km kn ko ky lo lt lv mk ml mn mr ms my nb ne nl nn or pa pl ps \
        pt pt-BR pt-PT ro ru sd si sk sl so sq sr sr-Latn sv sw ta te th tk tr uk ur uz vi yue zh zh-Hant zh-HK zu";

    #[test]
    fn every_locale_prints_every_kind_of_date() {
        let of = |month, day, time| Fields { year: 2025, month, day, time };
        let kinds = [
            of(Some(11), Some(19), Some((20, 0))),
            of(Some(11), Some(19), None),
            of(Some(11), None, None),
            of(None, None, None),
            Fields { year: -43, ..of(Some(3), Some(15), None) },
        ];
        for tag in TAGS.split_whitespace() {
            let locale = Locale::new(tag).unwrap();
            for fields in kinds {
                assert!(
                    locale.point(fields, false).is_some_and(|words| !words.is_empty()),
                    "{tag} {fields:?}"
                );
            }
            let day = chrono::NaiveDate::from_ymd_opt(2025, 11, 19).unwrap();
            assert!(locale.point(kinds[1], true) != locale.day(day), "{tag}: the weekday is named");
            assert!(locale.standalone_month(day).is_some(), "{tag}");
        }
    }

    #[test]
    fn months_are_never_shortened() {
        let november = chrono::NaiveDate::from_ymd_opt(2025, 11, 19).unwrap();
        for tag in ["pt", "pt-BR", "pt-PT", "pt-AO"] {
            assert_eq!(
                Locale::new(tag).unwrap().month(november).as_deref(),
                Some("novembro de 2025"),
                "{tag}"
            );
        }
    }

    #[test]
    fn direction_follows_the_script() {
        let is = |tag: &str| is_right_to_left(&tag.parse().unwrap());
        assert!(Locale::new("ur_PK.UTF-8").unwrap().is_right_to_left());
        assert!(is("ar") && is("he-IL") && is("fa") && is("ur-PK") && is("pa-Arab") && is("iw"));
        assert!(!is("en") && !is("tr") && !is("pa") && !is("ks-Deva") && !is("zh-TW"));
    }

    #[test]
    fn tags_are_read_as_systems_write_them() {
        let tag = |text| Locale::new(text).map(|locale| locale.tag().to_owned());
        assert_eq!(tag("en_GB.UTF-8").as_deref(), Some("en-GB"));
        assert_eq!(tag("sr_RS@latin").as_deref(), Some("sr-RS"));
        assert_eq!((tag(""), tag("C"), tag("english please")), (None, None, None));
        // A well-formed tag of a language that the data do not know is no locale either.
        assert_eq!((tag("xx"), tag("zz-ZZ"), tag("qqq"), tag("en-XX").is_some()), (None, None, None, true));
    }
}
