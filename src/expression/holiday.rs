//! Holidays and named days that the language's rules may name.

use super::unit::names;

names! {
    /// A holiday or named day.
    Holiday {
        /// 1 January.
        NewYearsDay = "new-years-day",
        /// 6 January.
        Epiphany = "epiphany",
        /// Third Monday of January.
        MartinLutherKingDay = "martin-luther-king-day",
        /// 26 January.
        AustraliaDay = "australia-day",
        /// 1 February.
        NationalFreedomDay = "national-freedom-day",
        /// 2 February.
        GroundhogDay = "groundhog-day",
        /// 12 February.
        LincolnsBirthday = "lincolns-birthday",
        /// 14 February.
        ValentinesDay = "valentines-day",
        /// Third Monday of February.
        PresidentsDay = "presidents-day",
        /// 1 March.
        SaintDavidsDay = "saint-davids-day",
        /// 8 March.
        WomensDay = "womens-day",
        /// 17 March.
        SaintPatricksDay = "saint-patricks-day",
        /// 1 April.
        AprilFoolsDay = "april-fools-day",
        /// 15 April, where no weekend or holiday moves it.
        TaxDay = "tax-day",
        /// 22 April.
        EarthDay = "earth-day",
        /// 23 April.
        SaintGeorgesDay = "saint-georges-day",
        /// 25 April.
        AnzacDay = "anzac-day",
        /// Last Friday of April.
        ArborDay = "arbor-day",
        /// 1 May.
        MayDay = "may-day",
        /// 5 May.
        CincoDeMayo = "cinco-de-mayo",
        /// 8 May.
        VeDay = "ve-day",
        /// 9 May.
        VictoryDay = "victory-day",
        /// Second Sunday of May.
        MothersDay = "mothers-day",
        /// Last Monday before 25 May.
        VictoriaDay = "victoria-day",
        /// Last Monday of May.
        MemorialDay = "memorial-day",
        /// 14 June.
        FlagDay = "flag-day",
        /// Third Sunday of June.
        FathersDay = "fathers-day",
        /// 19 June.
        Juneteenth = "juneteenth",
        /// 1 July.
        CanadaDay = "canada-day",
        /// 4 July.
        IndependenceDay = "independence-day",
        /// 14 July.
        BastilleDay = "bastille-day",
        /// 7 August.
        PurpleHeartDay = "purple-heart-day",
        /// 15 August.
        AssumptionDay = "assumption-day",
        /// 26 August.
        WomensEqualityDay = "womens-equality-day",
        /// Last Monday of August.
        AugustBankHoliday = "august-bank-holiday",
        /// First Monday of September.
        LaborDay = "labor-day",
        /// 11 September.
        PatriotDay = "patriot-day",
        /// Second Monday of October.
        ColumbusDay = "columbus-day",
        /// Second Monday of October.
        CanadianThanksgiving = "canadian-thanksgiving",
        /// 16 October.
        BossDay = "boss-day",
        /// 31 October.
        Halloween = "halloween",
        /// 1 November.
        AllSaintsDay = "all-saints-day",
        /// 2 November.
        AllSoulsDay = "all-souls-day",
        /// Tuesday after the first Monday of November.
        ElectionDay = "election-day",
        /// 5 November.
        GuyFawkesNight = "guy-fawkes-night",
        /// 11 November.
        VeteransDay = "veterans-day",
        /// Second Sunday of November.
        RemembranceSunday = "remembrance-sunday",
        /// Fourth Thursday of November.
        Thanksgiving = "thanksgiving",
        /// The day after Thanksgiving.
        BlackFriday = "black-friday",
        /// Monday after Thanksgiving.
        CyberMonday = "cyber-monday",
        /// 30 November.
        SaintAndrewsDay = "saint-andrews-day",
        /// 1 December.
        WorldAidsDay = "world-aids-day",
        /// 7 December.
        PearlHarborDay = "pearl-harbor-day",
        /// 10 December.
        HumanRightsDay = "human-rights-day",
        /// 24 December.
        ChristmasEve = "christmas-eve",
        /// 25 December.
        Christmas = "christmas",
        /// 26 December.
        BoxingDay = "boxing-day",
        /// 26 December, the first of seven days.
        Kwanzaa = "kwanzaa",
        /// 31 December.
        NewYearsEve = "new-years-eve",
        /// 47 days before Easter.
        ShroveTuesday = "shrove-tuesday",
        /// 46 days before Easter.
        AshWednesday = "ash-wednesday",
        /// Fourth Sunday of Lent.
        MotheringSunday = "mothering-sunday",
        /// The Sunday before Easter.
        PalmSunday = "palm-sunday",
        /// The Thursday before Easter.
        MaundyThursday = "maundy-thursday",
        /// The Friday before Easter.
        GoodFriday = "good-friday",
        /// The day before Easter.
        HolySaturday = "holy-saturday",
        /// Western Easter Sunday.
        Easter = "easter",
        /// The day after Easter.
        EasterMonday = "easter-monday",
        /// 39 days after Easter.
        AscensionDay = "ascension-day",
        /// 49 days after Easter.
        Pentecost = "pentecost",
        /// 50 days after Easter.
        WhitMonday = "whit-monday",
        /// 56 days after Easter.
        TrinitySunday = "trinity-sunday",
        /// 60 days after Easter.
        CorpusChristi = "corpus-christi",
        /// 48 days before Orthodox Easter.
        CleanMonday = "clean-monday",
        /// The Friday before Orthodox Easter.
        OrthodoxGoodFriday = "orthodox-good-friday",
        /// Easter Sunday of the eastern churches.
        OrthodoxEaster = "orthodox-easter",
        /// Chinese New Year's Day.
        ChineseNewYear = "chinese-new-year",
        /// 14 Adar.
        Purim = "purim",
        /// 15 to 22 Nisan.
        Passover = "passover",
        /// 6 and 7 Sivan.
        Shavuot = "shavuot",
        /// 9 Av.
        TishaBav = "tisha-bav",
        /// 1 and 2 Tishri.
        RoshHashanah = "rosh-hashanah",
        /// 10 Tishri.
        YomKippur = "yom-kippur",
        /// 15 to 21 Tishri.
        Sukkot = "sukkot",
        /// Eight days from 25 Kislev.
        Hanukkah = "hanukkah",
        /// 1 Muharram.
        IslamicNewYear = "islamic-new-year",
        /// 10 Muharram.
        Ashura = "ashura",
        /// 12 Rabi al-awwal.
        Mawlid = "mawlid",
        /// The ninth Islamic month.
        Ramadan = "ramadan",
        /// 1 Shawwal.
        EidAlFitr = "eid-al-fitr",
        /// 10 Dhu al-hijja.
        EidAlAdha = "eid-al-adha",
    }
}
