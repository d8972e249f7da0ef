//! On which day of a year a holiday falls.

use super::calendar::{add_days, date, easter, orthodox_easter, weekday_on_or_after, weekday_on_or_before};
use super::cell::Cell;
use super::lunar;
use crate::expression::{Holiday, Month, Weekday};
use chrono::NaiveDate;

use Month::{
    April, August, December, February, January, July, June, March, May, November, October, September,
};
use Rule::{ChineseNewYear, Easter, Fixed, Hebrew, Islamic, OnOrAfter, OnOrBefore, OrthodoxEaster};
use Weekday::{Friday, Monday, Sunday, Thursday, Tuesday};

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
    /// So many days after Easter Sunday of the eastern churches.
    OrthodoxEaster(i64),
    /// From a month and day of the Islamic calendar, so many days.
    Islamic(u8, u8, u8),
    /// From a month, counted from Nisan, and day of the Hebrew calendar, so many days.
    Hebrew(u8, u8, u8),
    /// The first day of the Chinese year.
    ChineseNewYear,
}

/// The rule of every holiday, in the order of [`Holiday`].
const RULES: &[(Holiday, Rule)] = &[
    (Holiday::NewYearsDay, Fixed(January, 1)),
    (Holiday::Epiphany, Fixed(January, 6)),
    (Holiday::MartinLutherKingDay, OnOrAfter(Monday, January, 15)),
    (Holiday::AustraliaDay, Fixed(January, 26)),
    (Holiday::NationalFreedomDay, Fixed(February, 1)),
    (Holiday::GroundhogDay, Fixed(February, 2)),
    (Holiday::LincolnsBirthday, Fixed(February, 12)),
    (Holiday::ValentinesDay, Fixed(February, 14)),
    (Holiday::PresidentsDay, OnOrAfter(Monday, February, 15)),
    (Holiday::SaintDavidsDay, Fixed(March, 1)),
    (Holiday::WomensDay, Fixed(March, 8)),
    (Holiday::SaintPatricksDay, Fixed(March, 17)),
    (Holiday::AprilFoolsDay, Fixed(April, 1)),
    (Holiday::TaxDay, Fixed(April, 15)),
    (Holiday::EarthDay, Fixed(April, 22)),
    (Holiday::SaintGeorgesDay, Fixed(April, 23)),
    (Holiday::AnzacDay, Fixed(April, 25)),
    (Holiday::ArborDay, OnOrBefore(Friday, April, 30)),
    (Holiday::MayDay, Fixed(May, 1)),
    (Holiday::CincoDeMayo, Fixed(May, 5)),
    (Holiday::VeDay, Fixed(May, 8)),
    (Holiday::VictoryDay, Fixed(May, 9)),
    (Holiday::MothersDay, OnOrAfter(Sunday, May, 8)),
    (Holiday::VictoriaDay, OnOrBefore(Monday, May, 24)),
    (Holiday::MemorialDay, OnOrBefore(Monday, May, 31)),
    (Holiday::FlagDay, Fixed(June, 14)),
    (Holiday::FathersDay, OnOrAfter(Sunday, June, 15)),
    (Holiday::Juneteenth, Fixed(June, 19)),
    (Holiday::CanadaDay, Fixed(July, 1)),
    (Holiday::IndependenceDay, Fixed(July, 4)),
    (Holiday::BastilleDay, Fixed(July, 14)),
    (Holiday::PurpleHeartDay, Fixed(August, 7)),
    (Holiday::AssumptionDay, Fixed(August, 15)),
    (Holiday::WomensEqualityDay, Fixed(August, 26)),
    (Holiday::AugustBankHoliday, OnOrBefore(Monday, August, 31)),
    (Holiday::LaborDay, OnOrAfter(Monday, September, 1)),
    (Holiday::PatriotDay, Fixed(September, 11)),
    (Holiday::ColumbusDay, OnOrAfter(Monday, October, 8)),
    (Holiday::CanadianThanksgiving, OnOrAfter(Monday, October, 8)),
    (Holiday::BossDay, Fixed(October, 16)),
    (Holiday::Halloween, Fixed(October, 31)),
    (Holiday::AllSaintsDay, Fixed(November, 1)),
    (Holiday::AllSoulsDay, Fixed(November, 2)),
    (Holiday::ElectionDay, OnOrAfter(Tuesday, November, 2)),
    (Holiday::GuyFawkesNight, Fixed(November, 5)),
    (Holiday::VeteransDay, Fixed(November, 11)),
    (Holiday::RemembranceSunday, OnOrAfter(Sunday, November, 8)),
    (Holiday::Thanksgiving, OnOrAfter(Thursday, November, 22)),
    (Holiday::BlackFriday, OnOrAfter(Friday, November, 23)),
    (Holiday::CyberMonday, OnOrAfter(Monday, November, 26)),
    (Holiday::SaintAndrewsDay, Fixed(November, 30)),
    (Holiday::WorldAidsDay, Fixed(December, 1)),
    (Holiday::PearlHarborDay, Fixed(December, 7)),
    (Holiday::HumanRightsDay, Fixed(December, 10)),
    (Holiday::ChristmasEve, Fixed(December, 24)),
    (Holiday::Christmas, Fixed(December, 25)),
    (Holiday::BoxingDay, Fixed(December, 26)),
    (Holiday::Kwanzaa, Fixed(December, 26)),
    (Holiday::NewYearsEve, Fixed(December, 31)),
    (Holiday::ShroveTuesday, Easter(-47)),
    (Holiday::AshWednesday, Easter(-46)),
    (Holiday::MotheringSunday, Easter(-21)),
    (Holiday::PalmSunday, Easter(-7)),
    (Holiday::MaundyThursday, Easter(-3)),
    (Holiday::GoodFriday, Easter(-2)),
    (Holiday::HolySaturday, Easter(-1)),
    (Holiday::Easter, Easter(0)),
    (Holiday::EasterMonday, Easter(1)),
    (Holiday::AscensionDay, Easter(39)),
    (Holiday::Pentecost, Easter(49)),
    (Holiday::WhitMonday, Easter(50)),
    (Holiday::TrinitySunday, Easter(56)),
    (Holiday::CorpusChristi, Easter(60)),
    (Holiday::CleanMonday, OrthodoxEaster(-48)),
    (Holiday::OrthodoxGoodFriday, OrthodoxEaster(-2)),
    (Holiday::OrthodoxEaster, OrthodoxEaster(0)),
    (Holiday::ChineseNewYear, ChineseNewYear),
    (Holiday::Purim, Hebrew(12, 14, 1)),
    (Holiday::Passover, Hebrew(1, 15, 8)),
    (Holiday::Shavuot, Hebrew(3, 6, 2)),
    (Holiday::TishaBav, Hebrew(5, 9, 1)),
    (Holiday::RoshHashanah, Hebrew(7, 1, 2)),
    (Holiday::YomKippur, Hebrew(7, 10, 1)),
    (Holiday::Sukkot, Hebrew(7, 15, 7)),
    (Holiday::Hanukkah, Hebrew(9, 25, 8)),
    (Holiday::IslamicNewYear, Islamic(1, 1, 1)),
    (Holiday::Ashura, Islamic(1, 10, 1)),
    (Holiday::Mawlid, Islamic(3, 12, 1)),
    (Holiday::Ramadan, Islamic(9, 1, 30)),
    (Holiday::EidAlFitr, Islamic(10, 1, 1)),
    (Holiday::EidAlAdha, Islamic(12, 10, 1)),
];

/// The holiday in a year: a day, or the days that it lasts.
pub(super) fn cell_of(holiday: Holiday, year: i32) -> Option<Cell> {
    let first = day_of(holiday, year)?;
    Some(match RULES.get(holiday as usize)? {
        (_, Islamic(_, _, days @ 2..) | Hebrew(_, _, days @ 2..)) => Cell::Days(first, *days),
        _ => Cell::Day(first),
    })
}

/// The holiday's first day in a year.
fn day_of(holiday: Holiday, year: i32) -> Option<NaiveDate> {
    let (_, rule) = RULES.get(holiday as usize)?;
    match *rule {
        Fixed(month, day) => date(year, month, day),
        OnOrAfter(weekday, month, day) => weekday_on_or_after(date(year, month, day)?, weekday),
        OnOrBefore(weekday, month, day) => weekday_on_or_before(date(year, month, day)?, weekday),
        Easter(days) => add_days(easter(year)?, days),
        OrthodoxEaster(days) => add_days(orthodox_easter(year)?, days),
        Islamic(month, day, _) => lunar::islamic(month, day, year),
        Hebrew(month, day, _) => lunar::hebrew(month, day, year),
        ChineseNewYear => lunar::chinese_new_year(year),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_holiday_has_its_rule_in_its_place() {
        assert_eq!(RULES.len(), Holiday::ALL.len());
        for (n, (holiday, _)) in RULES.iter().enumerate() {
            assert_eq!(*holiday as usize, n, "{holiday}");
        }
    }

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
            (Holiday::OrthodoxEaster, 2018, "2018-04-08"),
            (Holiday::OrthodoxGoodFriday, 2020, "2020-04-17"),
            (Holiday::CyberMonday, 2017, "2017-11-27"),
            (Holiday::AshWednesday, 2017, "2017-03-01"),
            (Holiday::WhitMonday, 2013, "2013-05-20"),
            (Holiday::ColumbusDay, 2016, "2016-10-10"),
            (Holiday::BlackFriday, 2024, "2024-11-29"),
        ];
        for (holiday, year, want) in cases {
            assert_eq!(
                day_of(holiday, year).map(|d| d.to_string()).as_deref(),
                Some(want),
                "{holiday} {year}"
            );
        }
    }
}
