//! Holidays and named days that the language's rules may name.

use super::unit::names;

names! {
    /// A holiday or named day.
    Holiday in "dateline::expression" {
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
        /// 15 April, or the first working day after it.
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
        /// 16 October, or the nearest working day.
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
        /// 25 January.
        BurnsNight = "burns-night",
        /// 27 January.
        HolocaustRemembranceDay = "holocaust-remembrance-day",
        /// 4 February.
        WorldCancerDay = "world-cancer-day",
        /// Third Monday of February.
        DaisyBatesDay = "daisy-bates-day",
        /// 14 March.
        PiDay = "pi-day",
        /// 22 March.
        WorldWaterDay = "world-water-day",
        /// 24 March.
        WorldTuberculosisDay = "world-tuberculosis-day",
        /// 31 March.
        CesarChavezDay = "cesar-chavez-day",
        /// 2 April.
        AutismAwarenessDay = "autism-awareness-day",
        /// 7 April.
        WorldHealthDay = "world-health-day",
        /// 10 April.
        SiblingsDay = "siblings-day",
        /// 16 April, or the nearest working day.
        EmancipationDay = "emancipation-day",
        /// Third Monday of April.
        PatriotsDay = "patriots-day",
        /// Wednesday of the last full week of April.
        AdministrativeProfessionalsDay = "administrative-professionals-day",
        /// 27 April; the day before where that is a Sunday.
        KingsDay = "kings-day",
        /// 1 May.
        LeiDay = "lei-day",
        /// 3 May.
        PressFreedomDay = "press-freedom-day",
        /// 4 May.
        StarWarsDay = "star-wars-day",
        /// The Friday before Mother's Day.
        MilitarySpouseDay = "military-spouse-day",
        /// Wednesday of the third full week of May.
        EmergencyChildrenDay = "emergency-children-day",
        /// 31 May.
        NoTobaccoDay = "no-tobacco-day",
        /// First Monday of May.
        EarlyMayBankHoliday = "early-may-bank-holiday",
        /// Last Monday of May.
        SpringBankHoliday = "spring-bank-holiday",
        /// 5 June.
        WorldEnvironmentDay = "world-environment-day",
        /// 8 June.
        WorldOceansDay = "world-oceans-day",
        /// 20 June.
        WorldRefugeeDay = "world-refugee-day",
        /// 11 July.
        WorldPopulationDay = "world-population-day",
        /// 18 July.
        MandelaDay = "mandela-day",
        /// 19 August.
        HumanitarianDay = "humanitarian-day",
        /// 8 September.
        LiteracyDay = "literacy-day",
        /// The Sunday after Labor Day.
        GrandparentsDay = "grandparents-day",
        /// 21 September.
        PeaceDay = "peace-day",
        /// 27 September.
        WorldTourismDay = "world-tourism-day",
        /// 2 October.
        GandhiJayanti = "gandhi-jayanti",
        /// 5 October.
        WorldTeachersDay = "world-teachers-day",
        /// 10 October.
        MentalHealthDay = "mental-health-day",
        /// 16 October.
        WorldFoodDay = "world-food-day",
        /// 24 October.
        UnitedNationsDay = "united-nations-day",
        /// 1 November.
        WorldVeganDay = "world-vegan-day",
        /// 14 November.
        WorldDiabetesDay = "world-diabetes-day",
        /// 19 November.
        MensDay = "mens-day",
        /// 20 November.
        ChildrensDay = "childrens-day",
        /// The Saturday after Thanksgiving.
        SmallBusinessSaturday = "small-business-saturday",
        /// The Tuesday after Thanksgiving.
        GivingTuesday = "giving-tuesday",
        /// 3 December.
        DisabilitiesDay = "disabilities-day",
        /// 6 December.
        SaintNicholasDay = "saint-nicholas-day",
        /// 8 December.
        ImmaculateConception = "immaculate-conception",
        /// Second Sunday of March, in the United States since 2007.
        DaylightSavingStart = "daylight-saving-start",
        /// First Sunday of November, in the United States since 2007.
        DaylightSavingEnd = "daylight-saving-end",
        /// The day on which most American states hold primaries; every four years.
        SuperTuesday = "super-tuesday",
        /// The day before Orthodox Palm Sunday.
        LazarusSaturday = "lazarus-saturday",
        /// The Sunday before Orthodox Easter.
        OrthodoxPalmSunday = "orthodox-palm-sunday",
        /// The day before Orthodox Easter.
        OrthodoxHolySaturday = "orthodox-holy-saturday",
        /// The day after Orthodox Easter.
        OrthodoxEasterMonday = "orthodox-easter-monday",
        /// 7 January.
        OrthodoxChristmas = "orthodox-christmas",
        /// 15 Shevat.
        TuBishvat = "tu-bishvat",
        /// 27 Nisan, moved away from the Sabbath.
        YomHashoah = "yom-hashoah",
        /// 5 Iyar, moved away from the Sabbath.
        YomHaatzmaut = "yom-haatzmaut",
        /// 18 Iyar.
        LagBaomer = "lag-baomer",
        /// 22 Tishri.
        SheminiAtzeret = "shemini-atzeret",
        /// 23 Tishri.
        SimchatTorah = "simchat-torah",
        /// 27 Rajab.
        IsraAndMiraj = "isra-and-miraj",
        /// 27 Ramadan.
        LaylatAlQadr = "laylat-al-qadr",
        /// The last Friday of Ramadan.
        JumuatulWida = "jumuatul-wida",
        /// 1 Farvardin of the Persian calendar.
        Nowruz = "nowruz",
        /// The Shahanshahi calendar's new year, whose years have 365 days.
        ParsiNewYear = "parsi-new-year",
        /// The day before Makar Sankranti.
        Lohri = "lohri",
        /// The sun enters the sidereal sign of Makara.
        MakarSankranti = "makar-sankranti",
        /// The day before Pongal.
        BhogiPongal = "bhogi-pongal",
        /// The sun enters Makara before sunset.
        Pongal = "pongal",
        /// The day after Pongal.
        MattuPongal = "mattu-pongal",
        /// Two days after Pongal.
        KaanumPongal = "kaanum-pongal",
        /// The sun enters the sidereal sign of Mesha.
        Vaisakhi = "vaisakhi",
        /// The sun enters Mesha before sunset: the Tamil new year.
        Puthandu = "puthandu",
        /// The day after the sun enters Mesha: the Bengali new year.
        PohelaBoishakh = "pohela-boishakh",
        /// 25 Boishakh.
        RabindraJayanti = "rabindra-jayanti",
        /// Magha, bright 5.
        VasantPanchami = "vasant-panchami",
        /// Full moon of Magha.
        GuruRavidasJayanti = "guru-ravidas-jayanti",
        /// The night of Magha, dark 14.
        MahaShivaratri = "maha-shivaratri",
        /// The evening of the full moon of Phalguna.
        HolikaDahan = "holika-dahan",
        /// The day after Holika Dahan.
        Holi = "holi",
        /// Chaitra, bright 1.
        Ugadi = "ugadi",
        /// Chaitra, bright 9.
        RamNavami = "ram-navami",
        /// Chaitra, bright 13.
        MahavirJayanti = "mahavir-jayanti",
        /// Full moon of Chaitra.
        HanumanJayanti = "hanuman-jayanti",
        /// Vaisakha, bright 3.
        AkshayaTritiya = "akshaya-tritiya",
        /// Full moon of Vaisakha.
        BuddhaPurnima = "buddha-purnima",
        /// Ashadha, bright 2.
        RathaYatra = "ratha-yatra",
        /// Full moon of Ashadha.
        GuruPurnima = "guru-purnima",
        /// Full moon of Shravana.
        RakshaBandhan = "raksha-bandhan",
        /// Shravana, dark 8.
        Janmashtami = "janmashtami",
        /// Bhadrapada, bright 4.
        GaneshChaturthi = "ganesh-chaturthi",
        /// Nine days from Ashvin, bright 1.
        Navaratri = "navaratri",
        /// Five days from Ashvin, bright 6.
        DurgaPuja = "durga-puja",
        /// Ashvin, bright 10.
        Dussehra = "dussehra",
        /// Full moon of Ashvin.
        ValmikiJayanti = "valmiki-jayanti",
        /// The evening of Ashvin, dark 4.
        KarvaChauth = "karva-chauth",
        /// The evening of Ashvin, dark 13.
        Dhanteras = "dhanteras",
        /// The day before Diwali.
        NarakaChaturdashi = "naraka-chaturdashi",
        /// The evening of the new moon of Ashvin.
        Diwali = "diwali",
        /// Kartika, bright 1.
        GovardhanPuja = "govardhan-puja",
        /// Kartika, bright 2.
        BhaiDooj = "bhai-dooj",
        /// Kartika, bright 6.
        ChhathPuja = "chhath-puja",
        /// Full moon of Kartika.
        GuruNanakJayanti = "guru-nanak-jayanti",
        /// Pausha, bright 7.
        GuruGobindSinghJayanti = "guru-gobind-singh-jayanti",
    }
}
