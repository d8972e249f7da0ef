//! How fine the time is that an expression names.

use super::{Anchor, Cycle, Expr, Grain, Unit, Year};

impl Expr {
    /// How fine the time is that the expression names; `None` where it names none.
    ///
    /// ```
    /// use dateline::{Expr, expression::Grain};
    ///
    /// assert_eq!("last(month)".parse::<Expr>()?.grain(), Some(Grain::Month));
    /// assert_eq!("duration(3 week)".parse::<Expr>()?.grain(), None);
    /// # Ok::<(), dateline::Error>(())
    /// ```
    pub fn grain(&self) -> Option<Grain> {
        match self {
            Expr::Date(fields) => Some(match (fields.day, fields.weekday, fields.month) {
                (None, None, None) => Grain::Year,
                (None, None, Some(_)) => Grain::Month,
                _ => Grain::Day,
            }),
            Expr::Numeric(..) => Some(Grain::Day),
            Expr::Clock(clock) => Some(if clock.minute.is_none() { Grain::Hour } else { Grain::Minute }),
            Expr::Bare(cycle)
            | Expr::Which { of: cycle, .. }
            | Expr::Nth { of: cycle, .. }
            | Expr::Nearest { of: cycle, .. } => Some(cycle.grain()),
            Expr::Shift { by, from, .. } => match from {
                // A number of weeks from a named day is a day.
                Anchor::At(of) if by.unit >= Unit::Week => Some(of.grain()?.min(by.unit.grain())),
                _ => Some(by.unit.grain()),
            },
            Expr::Window { amount, .. } => Some(amount.unit.grain()),
            Expr::Join(_, fine) => fine.grain(),
            Expr::Range(a, _) => a.grain(),
            Expr::Open(_, of) | Expr::Portion(_, of) | Expr::Hedged(_, of) => of.grain(),
            Expr::Decade(_) => Some(Grain::Decade),
            Expr::Century(_) => Some(Grain::Century),
            Expr::Duration(_)
            | Expr::In(_)
            | Expr::Age(_)
            | Expr::Every(_)
            | Expr::Fuzzy(_)
            | Expr::Relative { .. } => None,
        }
    }
}

impl Expr {
    /// Whether the tense of the governing verb may decide which time is meant.
    ///
    /// ```
    /// use dateline::Expr;
    ///
    /// assert!("bare(fri)".parse::<Expr>()?.leans_on_tense());
    /// assert!(!"last(fri)".parse::<Expr>()?.leans_on_tense());
    /// # Ok::<(), dateline::Error>(())
    /// ```
    pub fn leans_on_tense(&self) -> bool {
        match self {
            Expr::Date(fields) => fields.year.is_none(),
            Expr::Numeric(_, _, year) => year.is_none(),
            Expr::Bare(_) | Expr::Which { step: 0, .. } => true,
            Expr::In(_) => true,
            Expr::Join(a, b) | Expr::Range(a, b) => a.leans_on_tense() || b.leans_on_tense(),
            Expr::Nth { within: of, .. }
            | Expr::Nearest { to: of, .. }
            | Expr::Open(_, of)
            | Expr::Portion(_, of)
            | Expr::Hedged(_, of) => of.leans_on_tense(),
            // "was re-elected four years later": where nothing was told before, only the tense says that it is over.
            Expr::Shift { from: Anchor::Discourse, .. }
            | Expr::Which { from: Anchor::Discourse, .. }
            | Expr::Window { from: Anchor::Discourse, .. } => true,
            // "spent the next four months in a drawer"
            Expr::Window { from: Anchor::Publication, back: false, .. } => true,
            Expr::Which { from, .. } | Expr::Shift { from, .. } | Expr::Window { from, .. } => {
                matches!(from, Anchor::At(of) if of.leans_on_tense())
            }
            Expr::Clock(_) => true,
            Expr::Duration(_)
            | Expr::Age(_)
            | Expr::Every(_)
            | Expr::Decade(_)
            | Expr::Century(_)
            | Expr::Fuzzy(_)
            | Expr::Relative { .. } => false,
        }
    }
}

impl Expr {
    /// Whether it names a date but leaves its year to be found: "November 21st", "Christmas", "Friday".
    ///
    /// ```
    /// use dateline::Expr;
    ///
    /// assert!("date(XXXX-11-21)".parse::<Expr>()?.lacks_year());
    /// assert!(!"shift(-3 week)".parse::<Expr>()?.lacks_year());
    /// # Ok::<(), dateline::Error>(())
    /// ```
    pub fn lacks_year(&self) -> bool {
        match self {
            Expr::Date(fields) => fields.year.is_none(),
            Expr::Numeric(_, _, year) => year.is_none(),
            Expr::Bare(_) => true,
            Expr::Join(of, _)
            | Expr::Range(of, _)
            | Expr::Nth { within: of, .. }
            | Expr::Nearest { to: of, .. }
            | Expr::Open(_, of)
            | Expr::Portion(_, of)
            | Expr::Hedged(_, of) => of.lacks_year(),
            Expr::Shift { from, .. } => matches!(from, Anchor::At(of) if of.lacks_year()),
            _ => false,
        }
    }

    /// Whether it runs from a weekday to a date: "Monday until December 14", which begins with the nearest such weekday.
    pub(crate) fn runs_from_weekday(&self) -> bool {
        let Expr::Range(from, to) = self else { return false };
        matches!((&**from, &**to), (Expr::Bare(Cycle::Weekday(_)), Expr::Date(_)))
    }
}

impl Expr {
    /// Whether it names its year in full.
    ///
    /// ```
    /// use dateline::Expr;
    ///
    /// assert!("date(2025-11-21)".parse::<Expr>()?.names_year());
    /// assert!(!"date(XXXX-11-21)".parse::<Expr>()?.names_year());
    /// # Ok::<(), dateline::Error>(())
    /// ```
    pub fn names_year(&self) -> bool {
        match self {
            Expr::Date(fields) => matches!(fields.year, Some(Year::Full(_))),
            Expr::Numeric(_, _, year) => year.is_some(),
            Expr::Decade(_) | Expr::Century(_) => true,
            Expr::Join(of, _)
            | Expr::Range(of, _)
            | Expr::Nth { within: of, .. }
            | Expr::Nearest { to: of, .. }
            | Expr::Open(_, of)
            | Expr::Portion(_, of)
            | Expr::Hedged(_, of) => of.names_year(),
            Expr::Window { from: Anchor::At(of), .. } => of.names_year(),
            Expr::Which { from, .. } | Expr::Shift { from, .. } => match from {
                Anchor::Discourse => true,
                Anchor::At(of) => of.names_year(),
                Anchor::Publication => false,
            },
            _ => false,
        }
    }
}

impl Cycle {
    /// How long one of its members is.
    ///
    /// ```
    /// use dateline::expression::{Cycle, Grain, Season, Unit};
    ///
    /// assert_eq!(Cycle::Season(Season::Winter).grain(), Grain::Season);
    /// assert_eq!(Cycle::Unit(Unit::Fortnight).grain(), Grain::Week);
    /// ```
    pub const fn grain(self) -> Grain {
        match self {
            Cycle::Unit(unit) => unit.grain(),
            Cycle::Weekday(_) | Cycle::Holiday(_) | Cycle::Yearly(_) => Grain::Day,
            Cycle::Month(_) => Grain::Month,
            Cycle::Season(_) => Grain::Season,
            Cycle::PartOfDay(_) => Grain::PartOfDay,
            Cycle::Quarter(_) => Grain::Quarter,
            Cycle::Half(_) => Grain::Half,
        }
    }
}

impl Unit {
    /// How many of a smaller unit make up one, where that is always the same number.
    ///
    /// ```
    /// use dateline::expression::Unit;
    /// assert_eq!(Unit::Hour.in_units_of(Unit::Second), Some(3600));
    /// assert_eq!(Unit::Month.in_units_of(Unit::Day), None);
    /// ```
    pub const fn in_units_of(self, smaller: Unit) -> Option<i64> {
        match (self, smaller) {
            (Unit::Minute, Unit::Second) | (Unit::Hour, Unit::Minute) => Some(60),
            (Unit::Hour, Unit::Second) => Some(3600),
            (Unit::Day, Unit::Hour) => Some(24),
            (Unit::Week, Unit::Day) => Some(7),
            (Unit::Year, Unit::Month) => Some(12),
            _ => None,
        }
    }

    /// The grain of the calendar's cells of that unit.
    ///
    /// ```
    /// use dateline::expression::{Grain, Unit};
    /// assert_eq!(Unit::Night.grain(), Grain::PartOfDay);
    /// ```
    pub const fn grain(self) -> Grain {
        match self {
            Unit::Second => Grain::Second,
            Unit::Minute => Grain::Minute,
            Unit::Hour => Grain::Hour,
            Unit::Day => Grain::Day,
            Unit::Night => Grain::PartOfDay,
            Unit::Week | Unit::Fortnight => Grain::Week,
            Unit::Weekend => Grain::Weekend,
            Unit::Month => Grain::Month,
            Unit::Quarter => Grain::Quarter,
            Unit::Half => Grain::Half,
            Unit::Season => Grain::Season,
            Unit::Year => Grain::Year,
            Unit::Decade => Grain::Decade,
            Unit::Century => Grain::Century,
            Unit::Millennium => Grain::Millennium,
        }
    }
}
