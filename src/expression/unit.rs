//! Units of time, grains, and the names of the calendar's cycles.

/// Declares a fieldless enum whose variants print and parse by a name; one list serves notation, rules and JSON. A public one says
/// in which module it is found, for the example in its documentation.
macro_rules! names {
    ($(#[$meta:meta])* $name:ident in $module:literal {
        $(#[$doc:meta])* $first:ident = $text:literal, $($rest:tt)*
    }) => {
        names! {
            @declare pub,
            $(#[$meta])*
            #[doc = concat!(
                "\n```\nuse ", $module, "::", stringify!($name), ";\n\n",
                "assert_eq!(", stringify!($name), "::from_name(", stringify!($text), "), Some(", stringify!($name), "::",
                stringify!($first), "));\n",
                "assert_eq!(", stringify!($name), "::", stringify!($first), ".name(), ", stringify!($text), ");\n```",
            )]
            $name { $(#[$doc])* $first = $text, $($rest)* }
        }
    };
    ($(#[$meta:meta])* pub(crate) $name:ident { $($variants:tt)+ }) => {
        names! { @declare pub(crate), $(#[$meta])* $name { $($variants)+ } }
    };
    (@declare $vis:vis, $(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize))]
        $vis enum $name { $($(#[$doc])* #[cfg_attr(feature = "serde", serde(rename = $text))] $variant,)+ }

        impl $name {
            /// Every value, in order.
            $vis const ALL: &'static [$name] = &[$($name::$variant,)+];

            /// The name in the printed notation.
            $vis const fn name(self) -> &'static str {
                match self { $($name::$variant => $text,)+ }
            }

            /// The value of that name.
            $vis fn from_name(name: &str) -> Option<Self> {
                match name { $($text => Some($name::$variant),)+ _ => None }
            }
        }

        // What serde derives compares bytes in a way of its own for each format, which is most of a list of a hundred names.
        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let name = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                let unknown = || serde::de::Error::unknown_variant(&name, &[$($text,)+]);
                $name::from_name(&name).ok_or_else(unknown)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.name())
            }
        }
    };
}
pub(crate) use names;

names! {
    /// A unit that amounts are counted in ("three **weeks**").
    Unit in "dateline::expression" {
        /// Second.
        Second = "second",
        /// Minute.
        Minute = "minute",
        /// Hour.
        Hour = "hour",
        /// Calendar day.
        Day = "day",
        /// A night; counted like days.
        Night = "night",
        /// ISO week, Monday first.
        Week = "week",
        /// Saturday and Sunday.
        Weekend = "weekend",
        /// Two weeks.
        Fortnight = "fortnight",
        /// Calendar month.
        Month = "month",
        /// Calendar quarter.
        Quarter = "quarter",
        /// Half of a calendar year.
        Half = "half",
        /// A year's season, counted like years.
        Season = "season",
        /// Calendar year.
        Year = "year",
        /// Ten years that start with a year divisible by ten.
        Decade = "decade",
        /// A hundred years: the 19th is 1801–1900.
        Century = "century",
        /// A thousand years.
        Millennium = "millennium",
    }
}

names! {
    /// How finely a time is known, from finest to coarsest.
    Grain in "dateline::expression" {
        /// To the second.
        Second = "second",
        /// To the minute.
        Minute = "minute",
        /// To the hour.
        Hour = "hour",
        /// A part of a day (morning, night).
        PartOfDay = "part-of-day",
        /// To the day.
        Day = "day",
        /// A weekend.
        Weekend = "weekend",
        /// To the week.
        Week = "week",
        /// To the month.
        Month = "month",
        /// To the quarter.
        Quarter = "quarter",
        /// To the season.
        Season = "season",
        /// To the half year.
        Half = "half",
        /// To the year.
        Year = "year",
        /// To the decade.
        Decade = "decade",
        /// To the century.
        Century = "century",
        /// To the millennium.
        Millennium = "millennium",
    }
}

names! {
    /// Day of the week, Monday first as in ISO 8601.
    Weekday in "dateline::expression" {
        /// Monday.
        Monday = "mon",
        /// Tuesday.
        Tuesday = "tue",
        /// Wednesday.
        Wednesday = "wed",
        /// Thursday.
        Thursday = "thu",
        /// Friday.
        Friday = "fri",
        /// Saturday.
        Saturday = "sat",
        /// Sunday.
        Sunday = "sun",
    }
}

names! {
    /// Month of the year.
    Month in "dateline::expression" {
        /// January.
        January = "jan",
        /// February.
        February = "feb",
        /// March.
        March = "mar",
        /// April.
        April = "apr",
        /// May.
        May = "may",
        /// June.
        June = "jun",
        /// July.
        July = "jul",
        /// August.
        August = "aug",
        /// September.
        September = "sep",
        /// October.
        October = "oct",
        /// November.
        November = "nov",
        /// December.
        December = "dec",
    }
}

impl Month {
    /// 1 for January … 12 for December.
    ///
    /// ```
    /// use dateline::expression::Month;
    /// assert_eq!(Month::March.number(), 3);
    /// assert_eq!(Month::from_number(13), None);
    /// ```
    pub const fn number(self) -> u8 {
        self as u8 + 1
    }

    /// The month of that number, 1 … 12.
    pub fn from_number(n: u8) -> Option<Self> {
        Self::ALL.get(usize::from(n).checked_sub(1)?).copied()
    }
}

names! {
    /// A season; meteorological, on the northern hemisphere unless the policy says otherwise.
    Season in "dateline::expression" {
        /// March to May.
        Spring = "spring",
        /// June to August.
        Summer = "summer",
        /// September to November.
        Fall = "fall",
        /// December to February; the winter of a year starts in its December.
        Winter = "winter",
    }
}

impl Season {
    /// The season that follows.
    ///
    /// ```
    /// use dateline::expression::Season;
    /// assert_eq!(Season::Winter.next(), Season::Spring);
    /// ```
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Season::Spring => Season::Summer,
            Season::Summer => Season::Fall,
            Season::Fall => Season::Winter,
            Season::Winter => Season::Spring,
        }
    }

    /// The season on the other half of the earth at the same time.
    ///
    /// ```
    /// use dateline::expression::Season;
    /// assert_eq!(Season::Winter.opposite(), Season::Summer);
    /// ```
    #[must_use]
    pub const fn opposite(self) -> Self {
        match self {
            Season::Spring => Season::Fall,
            Season::Summer => Season::Winter,
            Season::Fall => Season::Spring,
            Season::Winter => Season::Summer,
        }
    }
}

names! {
    /// A part of a day. Hours follow the convention of news prose, half-open.
    PartOfDay in "dateline::expression" {
        /// [00, 06): "early morning", "predawn".
        EarlyMorning = "early-morning",
        /// [06, 12).
        Morning = "morning",
        /// [11, 14): "midday", "lunchtime".
        Midday = "midday",
        /// [12, 18).
        Afternoon = "afternoon",
        /// [17, 21).
        Evening = "evening",
        /// [20, 04 of the next day).
        Night = "night",
        /// [06, 18): "daytime".
        Daytime = "daytime",
    }
}

names! {
    /// Which occurrence of a cycle, or which portion of a period, is meant.
    Portion in "dateline::expression" {
        /// The first third: of a month days 1–10, of a year January–April, of a decade years 0–3.
        Early = "early",
        /// The second third.
        Mid = "mid",
        /// The last third.
        Late = "late",
        /// "the beginning of X"; read like early.
        Start = "start",
        /// "the end of X"; read like late.
        End = "end",
        /// From the start of X to the publication: "earlier this month".
        Earlier = "earlier",
        /// From the publication to the end of X: "later this month".
        Later = "later",
        /// The first half.
        FirstHalf = "first-half",
        /// The second half.
        SecondHalf = "second-half",
        /// A fiscal year, whose months nobody says: about the calendar year of its number.
        Fiscal = "fiscal",
    }
}

names! {
    /// A reference to time without a date of its own.
    Fuzzy in "dateline::expression" {
        /// "recently", "in the past".
        Past = "past-ref",
        /// "now", "currently".
        Present = "present-ref",
        /// "soon", "the future".
        Future = "future-ref",
    }
}

names! {
    /// On which side of a calendar time an open interval lies. The preposition stands outside the span.
    Bound in "dateline::expression" {
        /// "before X": up to X's start.
        Before = "before",
        /// "until X", "through X": up to X's end.
        Until = "until",
        /// "by X": at any time up to X's end.
        By = "by",
        /// "after X": from X's end on.
        After = "after",
        /// "since X": from X's start on; X lies in the past.
        Since = "since",
        /// "from X": from X's start on.
        From = "from",
        /// "effective X": from X's start on; X lay ahead when it was decided.
        Effective = "effective",
    }
}

names! {
    /// How an amount or a date is hedged; printed as TIMEX3 `mod`.
    Hedge in "dateline::expression" {
        /// "about", "around", "roughly".
        Approx = "approx",
        /// "less than", "under", "nearly", "almost".
        LessThan = "less-than",
        /// "more than", "over".
        MoreThan = "more-than",
        /// "at most", "up to", "no more than".
        EqualOrLess = "equal-or-less",
        /// "at least", "no less than".
        EqualOrMore = "equal-or-more",
    }
}

names! {
    /// The tense of the verb that governs an expression, as far as it steers direction in time.
    Tense in "dateline::expression" {
        /// Past or perfect: it happened.
        Past = "past",
        /// Present.
        Present = "present",
        /// Future, plan or modal: it will happen.
        Future = "future",
        /// No verb governs it.
        None = "none",
    }
}
