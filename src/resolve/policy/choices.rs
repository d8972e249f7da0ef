//! What the choices of a [`Policy`](super::Policy) may be.

use crate::expression::unit::names;

names! {
    /// In which order numeric dates are written.
    DateOrder in "dateline::resolve" {
        /// 3/4/2025 is 4 March.
        MonthDayYear = "mdy",
        /// 3/4/2025 is 3 April.
        DayMonthYear = "dmy",
        /// 2025/3/4; two numbers are month and day.
        YearMonthDay = "ymd",
    }
}

names! {
    /// What a text counts its relative dates from.
    Genre in "dateline::resolve" {
        /// By the text itself: mostly past dates far from publication make a narrative.
        Auto = "auto",
        /// From the publication date.
        News = "news",
        /// From the last date mentioned, as histories and biographies do.
        Narrative = "narrative",
    }
}

names! {
    /// Which of many is meant by a bare name: "Friday", "November", "November 21st", "the weekend".
    Bare in "dateline::resolve" {
        /// By the tense of the verb: the last one or the next.
        Tense = "tense",
        /// The last one.
        Past = "past",
        /// The next one.
        Future = "future",
        /// The nearest one.
        Nearest = "nearest",
    }
}

names! {
    /// Which day "this Friday" is.
    ThisWeekday in "dateline::resolve" {
        /// By the tense of the verb: the last one or the next; without a verb the next.
        Tense = "tense",
        /// That of the current week.
        Week = "week",
    }
}

names! {
    /// Which day "last Friday" and "next Friday" are.
    LastWeekday in "dateline::resolve" {
        /// The last before the day of publication, the first after it.
        Day = "day",
        /// That of last week, that of next week.
        Week = "week",
    }
}

names! {
    /// What "last week", "next month" are.
    LastUnit in "dateline::resolve" {
        /// That week, month, quarter or year of the calendar.
        Calendar = "calendar",
        /// As many days as it has, up to the day of publication or from it on.
        Rolling = "rolling",
    }
}

names! {
    /// What "the last three months", "the coming two weeks" are.
    PastUnits in "dateline::resolve" {
        /// They end, or start, on the day of publication.
        Today = "today",
        /// Whole ones of the calendar, without the current one.
        Whole = "whole",
    }
}

names! {
    /// What "three weeks ago" is.
    WeeksAgo in "dateline::resolve" {
        /// The seven days around that day, approximate.
        Around = "around",
        /// That day.
        Day = "day",
        /// The week of the calendar that holds that day.
        Week = "week",
    }
}

names! {
    /// What "two months ago", "a year ago" are.
    MonthsAgo in "dateline::resolve" {
        /// That month, quarter or year.
        Unit = "unit",
        /// The same day of that month or year.
        Day = "day",
    }
}

names! {
    /// What "two days later", "the next day" count from.
    Later in "dateline::resolve" {
        /// From the last date that the text mentioned.
        Text = "text",
        /// From the publication date.
        Publication = "publication",
    }
}

names! {
    /// How "early", "mid" and "late" part a stretch.
    EarlyLate in "dateline::resolve" {
        /// First, middle and last third.
        Thirds = "thirds",
        /// First quarter, middle half, last quarter.
        Quarters = "quarters",
    }
}

names! {
    /// On which half of the earth seasons are told.
    Hemisphere in "dateline::resolve" {
        /// Summer is June to August.
        North = "north",
        /// Summer is December to February.
        South = "south",
    }
}

names! {
    /// When seasons start.
    Seasons in "dateline::resolve" {
        /// On the first of March, June, September and December.
        Meteorological = "meteorological",
        /// On the days of the equinoxes and solstices, in UTC.
        Astronomical = "astronomical",
    }
}

names! {
    /// By which of its years a season that lies in two is named: "the winter of 2025".
    WinterOf in "dateline::resolve" {
        /// The one in which it starts.
        FirstYear = "first-year",
        /// The one in which it ends.
        LastYear = "last-year",
    }
}

names! {
    /// A side of a time, where a preposition opens or closes an interval.
    Edge in "dateline::resolve" {
        /// Its start.
        Start = "start",
        /// Its end.
        End = "end",
    }
}

names! {
    /// Which years a century has.
    Centuries in "dateline::resolve" {
        /// The 19th is 1801–1900.
        FromOne = "from-01",
        /// The 19th is 1800–1899.
        FromZero = "from-00",
    }
}

names! {
    /// Whose holidays are meant where countries share a name.
    Region in "dateline::resolve" {
        /// The United States.
        UnitedStates = "us",
        /// The United Kingdom.
        UnitedKingdom = "uk",
        /// Ireland.
        Ireland = "ie",
        /// Canada.
        Canada = "ca",
        /// Australia.
        Australia = "au",
        /// New Zealand.
        NewZealand = "nz",
    }
}
