//! On which day of a year a holiday falls.

use super::calendar::{add_days, date, easter, weekday_on_or_after, weekday_on_or_before};
use crate::expression::{Holiday, Month, Weekday};
use chrono::NaiveDate;

/// How a holiday's day is found.
enum Rule {
    /// On a fixed date.
    Fixed(Month, u8),
    /// The first such weekday on or after a date.
    OnOrAfter(Weekday, Month, u8),
    /// The last such weekday on or before a date.
    OnOrBefore(Weekday, Month, u8),
    /// So many days after Easter Sunday.
    Easter(i64),
}

const fn rule(holiday: Holiday) -> Rule {
    use Month::{December, February, January, July, March, May, November, October, September};
    match holiday {
        Holiday::NewYearsDay => Rule::Fixed(January, 1),
        Holiday::MartinLutherKingDay => Rule::OnOrAfter(Weekday::Monday, January, 15),
        Holiday::ValentinesDay => Rule::Fixed(February, 14),
        Holiday::PresidentsDay => Rule::OnOrAfter(Weekday::Monday, February, 15),
        Holiday::SaintPatricksDay => Rule::Fixed(March, 17),
        Holiday::GoodFriday => Rule::Easter(-2),
        Holiday::Easter => Rule::Easter(0),
        Holiday::EasterMonday => Rule::Easter(1),
        Holiday::MemorialDay => Rule::OnOrBefore(Weekday::Monday, May, 31),
        Holiday::IndependenceDay => Rule::Fixed(July, 4),
        Holiday::LaborDay => Rule::OnOrAfter(Weekday::Monday, September, 1),
        Holiday::Halloween => Rule::Fixed(October, 31),
        Holiday::ElectionDay => Rule::OnOrAfter(Weekday::Tuesday, November, 2),
        Holiday::VeteransDay => Rule::Fixed(November, 11),
        Holiday::Thanksgiving => Rule::OnOrAfter(Weekday::Thursday, November, 22),
        Holiday::BlackFriday => Rule::OnOrAfter(Weekday::Friday, November, 23),
        Holiday::ChristmasEve => Rule::Fixed(December, 24),
        Holiday::Christmas => Rule::Fixed(December, 25),
        Holiday::BoxingDay => Rule::Fixed(December, 26),
        Holiday::NewYearsEve => Rule::Fixed(December, 31),
    }
}

/// The holiday's day in a year.
pub(super) fn day_of(holiday: Holiday, year: i32) -> Option<NaiveDate> {
    match rule(holiday) {
        Rule::Fixed(month, day) => date(year, month, day),
        Rule::OnOrAfter(weekday, month, day) => weekday_on_or_after(date(year, month, day)?, weekday),
        Rule::OnOrBefore(weekday, month, day) => weekday_on_or_before(date(year, month, day)?, weekday),
        Rule::Easter(days) => add_days(easter(year)?, days),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn falls_on_the_days_of_real_years() {
        let cases = [
            (Holiday::Thanksgiving, 2025, "2025-11-27"),
            (Holiday::ElectionDay, 2024, "2024-11-05"),
            (Holiday::ElectionDay, 2022, "2022-11-08"),
            (Holiday::LaborDay, 2025, "2025-09-01"),
            (Holiday::MemorialDay, 2024, "2024-05-27"),
            (Holiday::MartinLutherKingDay, 2025, "2025-01-20"),
            (Holiday::Easter, 2024, "2024-03-31"),
            (Holiday::Easter, 2025, "2025-04-20"),
            (Holiday::GoodFriday, 2023, "2023-04-07"),
            (Holiday::BlackFriday, 2024, "2024-11-29"),
        ];
        for (holiday, year, want) in cases {
            assert_eq!(day_of(holiday, year).map(|d| d.to_string()).as_deref(), Some(want), "{holiday} {year}");
        }
    }
}
