//! On which day of a year a holiday falls.

use super::calendar::{
    add_days, date, days_between, easter, nth_weekday, orthodox_easter, weekday, weekday_on_or_after,
    weekday_on_or_before,
};
use super::cell::Cell;
use super::hindu::{self, AFTERNOON, EVENING, FORENOON, MIDDAY, MIDNIGHT, SUNRISE, SUNSET};
use super::lunar;
use super::policy::Region;
use crate::expression::{Holiday, Month, Weekday, Yearly};
use chrono::NaiveDate;

use Month::{
    April, August, December, February, January, July, June, March, May, November, October, September,
};
use Rule::{
    ChineseNewYear, Easter, EveryYear365, Fixed, FridayBefore, Hebrew, HebrewMoved, Islamic, IslamicMonth,
    Listed, Moon, MoonDays, NoSunday, OnOrAfter, OnOrBefore, OrthodoxEaster, Persian, Sun, TaxDay, Workday,
};
use Weekday::{Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};

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
    /// On a date, or on the working day nearest to it where it falls on a weekend.
    Workday(Month, u8),
    /// On a date, or on the day before where it falls on a Sunday.
    NoSunday(Month, u8),
    /// 15 April, or the first working day after it, which Emancipation Day is not since 2007.
    TaxDay,
    /// In the years that are listed.
    Listed(&'static [(i32, Month, u8)]),
    /// A whole month of the Islamic calendar.
    IslamicMonth(u8),
    /// The last Friday before a month and day of the Islamic calendar.
    FridayBefore(u8, u8),
    /// A day of the Hebrew calendar that moves by so many days when it falls on a weekday.
    HebrewMoved(u8, u8, &'static [(Weekday, i64)]),
    /// A month and day of the Persian calendar.
    Persian(u8, u8),
    /// Every 365 days, as on this date.
    EveryYear365(i32, Month, u8),
    /// A month (1 is Chaitra) and tithi of the Hindu calendar, the hour at which it must prevail, and days after it.
    Moon(u8, u8, u8, i64),
    /// As before, with how many days it lasts.
    MoonDays(u8, u8, u8, u8),
    /// The sun's entry into the sign of a month (1 is Mesha), the hour after which it counts for the next day, and days after
    /// it.
    Sun(u8, u8, i64),
}

/// The days on which most American states held their primaries.
const SUPER_TUESDAYS: &[(i32, Month, u8)] = &[
    (1984, March, 13),
    (1988, March, 8),
    (1992, March, 10),
    (1996, March, 12),
    (2000, March, 7),
    (2004, March, 2),
    (2008, February, 5),
    (2012, March, 6),
    (2016, March, 1),
    (2020, March, 3),
    (2024, March, 5),
];

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
    (Holiday::TaxDay, TaxDay),
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
    (Holiday::BossDay, Workday(October, 16)),
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
    (Holiday::Ramadan, IslamicMonth(9)),
    (Holiday::EidAlFitr, Islamic(10, 1, 1)),
    (Holiday::EidAlAdha, Islamic(12, 10, 1)),
    (Holiday::BurnsNight, Fixed(January, 25)),
    (Holiday::HolocaustRemembranceDay, Fixed(January, 27)),
    (Holiday::WorldCancerDay, Fixed(February, 4)),
    (Holiday::DaisyBatesDay, OnOrAfter(Monday, February, 15)),
    (Holiday::PiDay, Fixed(March, 14)),
    (Holiday::WorldWaterDay, Fixed(March, 22)),
    (Holiday::WorldTuberculosisDay, Fixed(March, 24)),
    (Holiday::CesarChavezDay, Fixed(March, 31)),
    (Holiday::AutismAwarenessDay, Fixed(April, 2)),
    (Holiday::WorldHealthDay, Fixed(April, 7)),
    (Holiday::SiblingsDay, Fixed(April, 10)),
    (Holiday::EmancipationDay, Workday(April, 16)),
    (Holiday::PatriotsDay, OnOrAfter(Monday, April, 15)),
    (Holiday::AdministrativeProfessionalsDay, OnOrBefore(Wednesday, April, 27)),
    (Holiday::KingsDay, NoSunday(April, 27)),
    (Holiday::LeiDay, Fixed(May, 1)),
    (Holiday::PressFreedomDay, Fixed(May, 3)),
    (Holiday::StarWarsDay, Fixed(May, 4)),
    (Holiday::MilitarySpouseDay, OnOrAfter(Friday, May, 6)),
    (Holiday::EmergencyChildrenDay, OnOrAfter(Wednesday, May, 18)),
    (Holiday::NoTobaccoDay, Fixed(May, 31)),
    (Holiday::EarlyMayBankHoliday, OnOrAfter(Monday, May, 1)),
    (Holiday::SpringBankHoliday, OnOrBefore(Monday, May, 31)),
    (Holiday::WorldEnvironmentDay, Fixed(June, 5)),
    (Holiday::WorldOceansDay, Fixed(June, 8)),
    (Holiday::WorldRefugeeDay, Fixed(June, 20)),
    (Holiday::WorldPopulationDay, Fixed(July, 11)),
    (Holiday::MandelaDay, Fixed(July, 18)),
    (Holiday::HumanitarianDay, Fixed(August, 19)),
    (Holiday::LiteracyDay, Fixed(September, 8)),
    (Holiday::GrandparentsDay, OnOrAfter(Sunday, September, 7)),
    (Holiday::PeaceDay, Fixed(September, 21)),
    (Holiday::WorldTourismDay, Fixed(September, 27)),
    (Holiday::GandhiJayanti, Fixed(October, 2)),
    (Holiday::WorldTeachersDay, Fixed(October, 5)),
    (Holiday::MentalHealthDay, Fixed(October, 10)),
    (Holiday::WorldFoodDay, Fixed(October, 16)),
    (Holiday::UnitedNationsDay, Fixed(October, 24)),
    (Holiday::WorldVeganDay, Fixed(November, 1)),
    (Holiday::WorldDiabetesDay, Fixed(November, 14)),
    (Holiday::MensDay, Fixed(November, 19)),
    (Holiday::ChildrensDay, Fixed(November, 20)),
    (Holiday::SmallBusinessSaturday, OnOrAfter(Saturday, November, 24)),
    (Holiday::GivingTuesday, OnOrAfter(Tuesday, November, 27)),
    (Holiday::DisabilitiesDay, Fixed(December, 3)),
    (Holiday::SaintNicholasDay, Fixed(December, 6)),
    (Holiday::ImmaculateConception, Fixed(December, 8)),
    (Holiday::DaylightSavingStart, OnOrAfter(Sunday, March, 8)),
    (Holiday::DaylightSavingEnd, OnOrAfter(Sunday, November, 1)),
    (Holiday::SuperTuesday, Listed(SUPER_TUESDAYS)),
    (Holiday::LazarusSaturday, OrthodoxEaster(-8)),
    (Holiday::OrthodoxPalmSunday, OrthodoxEaster(-7)),
    (Holiday::OrthodoxHolySaturday, OrthodoxEaster(-1)),
    (Holiday::OrthodoxEasterMonday, OrthodoxEaster(1)),
    (Holiday::OrthodoxChristmas, Fixed(January, 7)),
    (Holiday::TuBishvat, Hebrew(11, 15, 1)),
    (Holiday::YomHashoah, HebrewMoved(1, 27, &[(Friday, -1), (Sunday, 1)])),
    (Holiday::YomHaatzmaut, HebrewMoved(2, 5, &[(Friday, -1), (Saturday, -2), (Monday, 1)])),
    (Holiday::LagBaomer, Hebrew(2, 18, 1)),
    (Holiday::SheminiAtzeret, Hebrew(7, 22, 1)),
    (Holiday::SimchatTorah, Hebrew(7, 23, 1)),
    (Holiday::IsraAndMiraj, Islamic(7, 27, 1)),
    (Holiday::LaylatAlQadr, Islamic(9, 27, 1)),
    (Holiday::JumuatulWida, FridayBefore(10, 1)),
    (Holiday::Nowruz, Persian(1, 1)),
    (Holiday::ParsiNewYear, EveryYear365(2018, August, 17)),
    (Holiday::Lohri, Sun(10, MIDNIGHT, -1)),
    (Holiday::MakarSankranti, Sun(10, MIDNIGHT, 0)),
    (Holiday::BhogiPongal, Sun(10, SUNSET, -1)),
    (Holiday::Pongal, Sun(10, SUNSET, 0)),
    (Holiday::MattuPongal, Sun(10, SUNSET, 1)),
    (Holiday::KaanumPongal, Sun(10, SUNSET, 2)),
    (Holiday::Vaisakhi, Sun(1, MIDNIGHT, 0)),
    (Holiday::Puthandu, Sun(1, SUNSET, 0)),
    (Holiday::PohelaBoishakh, Sun(1, MIDNIGHT, 1)),
    (Holiday::RabindraJayanti, Sun(1, MIDNIGHT, 25)),
    (Holiday::VasantPanchami, Moon(11, 5, MIDDAY, 0)),
    (Holiday::GuruRavidasJayanti, Moon(11, 15, SUNRISE, 0)),
    (Holiday::MahaShivaratri, Moon(11, 29, MIDNIGHT, 0)),
    (Holiday::HolikaDahan, Moon(12, 15, EVENING, 0)),
    (Holiday::Holi, Moon(12, 15, EVENING, 1)),
    (Holiday::Ugadi, Moon(1, 1, SUNRISE, 0)),
    (Holiday::RamNavami, Moon(1, 9, MIDDAY, 0)),
    (Holiday::MahavirJayanti, Moon(1, 13, SUNRISE, 0)),
    (Holiday::HanumanJayanti, Moon(1, 15, SUNRISE, 0)),
    (Holiday::AkshayaTritiya, Moon(2, 3, MIDDAY, 0)),
    (Holiday::BuddhaPurnima, Moon(2, 15, SUNRISE, 0)),
    (Holiday::RathaYatra, Moon(4, 2, SUNRISE, 0)),
    (Holiday::GuruPurnima, Moon(4, 15, SUNRISE, 0)),
    (Holiday::RakshaBandhan, Moon(5, 15, FORENOON, 0)),
    (Holiday::Janmashtami, Moon(5, 23, SUNRISE, 0)),
    (Holiday::GaneshChaturthi, Moon(6, 4, MIDDAY, 0)),
    (Holiday::Navaratri, MoonDays(7, 1, SUNRISE, 9)),
    (Holiday::DurgaPuja, MoonDays(7, 6, SUNRISE, 5)),
    (Holiday::Dussehra, Moon(7, 10, MIDDAY, 0)),
    (Holiday::ValmikiJayanti, Moon(7, 15, SUNRISE, 0)),
    (Holiday::KarvaChauth, Moon(7, 19, EVENING, 0)),
    (Holiday::Dhanteras, Moon(7, 28, EVENING, 0)),
    (Holiday::NarakaChaturdashi, Moon(7, 30, SUNSET, -1)),
    (Holiday::Diwali, Moon(7, 30, SUNSET, 0)),
    (Holiday::GovardhanPuja, Moon(8, 1, AFTERNOON, 0)),
    (Holiday::BhaiDooj, Moon(8, 2, AFTERNOON, 0)),
    (Holiday::ChhathPuja, Moon(8, 6, SUNRISE, 0)),
    (Holiday::GuruNanakJayanti, Moon(8, 15, SUNRISE, 0)),
    (Holiday::GuruGobindSinghJayanti, Moon(10, 7, SUNRISE, 0)),
];

/// Days that other countries than the United States keep under a name that both have.
const ELSEWHERE: &[(Holiday, &[Region], Rule)] = &[
    (Holiday::MothersDay, &[Region::UnitedKingdom, Region::Ireland], Easter(-21)),
    (Holiday::FathersDay, &[Region::Australia, Region::NewZealand], OnOrAfter(Sunday, September, 1)),
    (Holiday::Thanksgiving, &[Region::Canada], OnOrAfter(Monday, October, 8)),
    (Holiday::LaborDay, &[Region::NewZealand], OnOrAfter(Monday, October, 22)),
    (Holiday::LaborDay, &[Region::UnitedKingdom, Region::Ireland], OnOrAfter(Monday, May, 1)),
    (Holiday::AugustBankHoliday, &[Region::Ireland], OnOrAfter(Monday, August, 1)),
];

/// How a holiday's day is found in a region.
fn rule_of(holiday: Holiday, region: Region) -> Option<&'static Rule> {
    let elsewhere = ELSEWHERE.iter().find(|(of, regions, _)| *of == holiday && regions.contains(&region));
    elsewhere.map(|(.., rule)| rule).or_else(|| RULES.get(holiday as usize).map(|(_, rule)| rule))
}

/// The holiday in a year: a day, or the days that it lasts.
pub(super) fn cell_of(holiday: Holiday, year: i32, region: Region) -> Option<Cell> {
    let rule = rule_of(holiday, region)?;
    let first = day_of(rule, year)?;
    Some(match rule {
        Islamic(_, _, days @ 2..) | Hebrew(_, _, days @ 2..) | MoonDays(.., days) => Cell::Days(first, *days),
        IslamicMonth(month) => {
            let days = days_between(first, lunar::islamic_after(month + 1, first)?);
            Cell::Days(first, u8::try_from(days).ok()?)
        }
        _ => Cell::Day(first),
    })
}

/// A day of each year in one of them.
pub(super) fn yearly(day: Yearly, year: i32, region: Region) -> Option<NaiveDate> {
    match day {
        Yearly::On(month, day) => date(year, month, day),
        Yearly::Nth(n, weekday, month) => {
            nth_weekday(&Cell::Month(year, month).interval()?, weekday, i64::from(n))
        }
        Yearly::Beside(holiday, days) => add_days(day_of(rule_of(holiday, region)?, year)?, i64::from(days)),
    }
}

/// The first day that a rule finds in a year.
fn day_of(rule: &Rule, year: i32) -> Option<NaiveDate> {
    match *rule {
        Fixed(month, day) => date(year, month, day),
        OnOrAfter(weekday, month, day) => weekday_on_or_after(date(year, month, day)?, weekday),
        OnOrBefore(weekday, month, day) => weekday_on_or_before(date(year, month, day)?, weekday),
        Easter(days) => add_days(easter(year)?, days),
        OrthodoxEaster(days) => add_days(orthodox_easter(year)?, days),
        Islamic(month, day, _) => lunar::islamic(month, day, year),
        Hebrew(month, day, _) => lunar::hebrew(month, day, year),
        ChineseNewYear => lunar::chinese_new_year(year),
        Workday(month, day) => workday_nearest(date(year, month, day)?),
        NoSunday(month, day) => {
            let day = date(year, month, day)?;
            add_days(day, if weekday(day) == Sunday { -1 } else { 0 })
        }
        TaxDay => {
            let holiday = workday_nearest(date(year, April, 16)?).filter(|_| year >= 2007);
            let mut due = (15..20).filter_map(|day| date(year, April, day));
            due.find(|day| Some(*day) != holiday && weekday(*day) < Saturday)
        }
        Listed(days) => {
            let (year, month, day) = days.iter().find(|(y, ..)| *y == year)?;
            date(*year, *month, *day)
        }
        IslamicMonth(month) => lunar::islamic(month, 1, year),
        FridayBefore(month, day) => {
            weekday_on_or_before(add_days(lunar::islamic(month, day, year)?, -1)?, Friday)
        }
        HebrewMoved(month, day, moves) => {
            let day = lunar::hebrew(month, day, year)?;
            let by = moves.iter().find(|(on, _)| *on == weekday(day)).map_or(0, |(_, by)| *by);
            add_days(day, by)
        }
        Persian(month, day) => lunar::persian(month, day, year),
        EveryYear365(first, month, day) => {
            add_days(date(first, month, day)?, 365 * i64::from(year.checked_sub(first)?))
        }
        Moon(month, tithi, hour, days) => add_days(hindu::tithi(month, tithi, hour, year)?, days),
        MoonDays(month, tithi, hour, _) => hindu::tithi(month, tithi, hour, year),
        Sun(month, hour, days) => add_days(hindu::entry(month, hour, year)?, days),
    }
}

/// The day itself, or Friday or Monday in place of Saturday or Sunday.
fn workday_nearest(day: NaiveDate) -> Option<NaiveDate> {
    add_days(
        day,
        match weekday(day) {
            Saturday => -1,
            Sunday => 1,
            _ => 0,
        },
    )
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
            (Holiday::BossDay, 2021, "2021-10-15"),
            (Holiday::TaxDay, 2011, "2011-04-18"),
            (Holiday::TaxDay, 2012, "2012-04-17"),
            (Holiday::TaxDay, 2017, "2017-04-18"),
            (Holiday::TaxDay, 2019, "2019-04-15"),
            (Holiday::KingsDay, 2014, "2014-04-26"),
            (Holiday::SuperTuesday, 2016, "2016-03-01"),
            (Holiday::AdministrativeProfessionalsDay, 2019, "2019-04-24"),
            (Holiday::YomHaatzmaut, 2018, "2018-04-19"),
            (Holiday::JumuatulWida, 2018, "2018-06-08"),
            (Holiday::Nowruz, 2024, "2024-03-20"),
            (Holiday::ParsiNewYear, 2018, "2018-08-17"),
            (Holiday::Holi, 2019, "2019-03-21"),
            (Holiday::RabindraJayanti, 2018, "2018-05-09"),
        ];
        for (holiday, year, want) in cases {
            let found = rule_of(holiday, Region::UnitedStates).and_then(|rule| day_of(rule, year));
            assert_eq!(found.map(|d| d.to_string()).as_deref(), Some(want), "{holiday} {year}");
        }
    }

    #[test]
    fn falls_on_other_days_elsewhere() {
        let cases = [
            (Holiday::MothersDay, Region::UnitedKingdom, "2025-03-30"),
            (Holiday::MothersDay, Region::Australia, "2025-05-11"),
            (Holiday::FathersDay, Region::Australia, "2025-09-07"),
            (Holiday::Thanksgiving, Region::Canada, "2025-10-13"),
            (Holiday::LaborDay, Region::NewZealand, "2025-10-27"),
            (Holiday::LaborDay, Region::Ireland, "2025-05-05"),
            (Holiday::LaborDay, Region::Canada, "2025-09-01"),
            (Holiday::AugustBankHoliday, Region::Ireland, "2025-08-04"),
            (Holiday::AugustBankHoliday, Region::UnitedKingdom, "2025-08-25"),
        ];
        for (holiday, region, want) in cases {
            let found = rule_of(holiday, region).and_then(|rule| day_of(rule, 2025));
            assert_eq!(found.map(|d| d.to_string()).as_deref(), Some(want), "{holiday} {region}");
        }
    }
}
