//! The printed notation of expressions: `Display` writes it, `FromStr` reads it back to the same expression.

use super::{
    Amount, Anchor, Bound, Clock, Cycle, DateFields, Every, Expr, Number, Quantity, Term, Year, Zone,
    build_expr,
};
use crate::error::Error;
use std::fmt::{self, Display, Formatter};
use std::str::FromStr;

impl FromStr for Expr {
    type Err = Error;

    /// Reads the printed notation.
    ///
    /// # Errors
    ///
    /// Says what of the text is no notation, or that a value has no place in the calendar.
    fn from_str(text: &str) -> Result<Self, Error> {
        Term::parse(text, &[])?
            .eval(&[])
            .and_then(build_expr)
            .ok_or_else(|| Error::expression(format!("`{text}` names nothing that the calendar has")))
    }
}

impl Display for Expr {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Expr::Date(fields) => write!(f, "date({fields})"),
            Expr::Numeric(a, b, None) => write!(f, "numeric({a} {b})"),
            Expr::Numeric(a, b, Some(year)) => write!(f, "numeric({a} {b} {year})"),
            Expr::Clock(clock) => write!(f, "clock({clock})"),
            Expr::Bare(cycle) => write!(f, "bare({cycle})"),
            Expr::Which { step, of, from } => match step {
                -1 => write!(f, "last({of}{from})"),
                0 => write!(f, "this({of}{from})"),
                1 => write!(f, "next({of}{from})"),
                _ => write!(f, "which(@{step} {of}{from})"),
            },
            Expr::Shift { from, by, back } => write!(f, "shift({}{by}{from})", if *back { "-" } else { "" }),
            Expr::Window { from, amount, back: true } => write!(f, "past({amount}{from})"),
            Expr::Window { from, amount, back: false } => write!(f, "coming({amount}{from})"),
            Expr::Nth { n, of, within } => write!(f, "nth(#{n} {of} {within})"),
            Expr::Nearest { n, of, to } => write!(f, "nearest(#{n} {of} {to})"),
            Expr::Join(a, b) => write!(f, "join({a} {b})"),
            Expr::Range(a, b) => write!(f, "range({a} {b})"),
            Expr::Open(bound, of) => write!(f, "open({bound} {of})"),
            Expr::Portion(portion, of) => write!(f, "portion({portion} {of})"),
            Expr::Hedged(hedge, of) => write!(f, "hedge({hedge} {of})"),
            Expr::Duration(amount) => write!(f, "duration({amount})"),
            Expr::Age(amount) => write!(f, "age({amount})"),
            Expr::In(amount) => write!(f, "in({amount})"),
            Expr::Every(every) => every.fmt(f),
            Expr::Decade(year) => write!(f, "decade({year})"),
            Expr::Century(n) => write!(f, "century(#{n})"),
            Expr::Fuzzy(fuzzy) => write!(f, "fuzzy({fuzzy})"),
            Expr::Relative { relation, by, to } => {
                write!(f, "relative({relation}")?;
                if let Some(amount) = by {
                    write!(f, " {amount}")?;
                }
                write!(f, " \"{}\")", to.phrase.replace('"', "'"))
            }
        }
    }
}

impl Display for Anchor {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Anchor::Publication => Ok(()),
            Anchor::Discourse => f.write_str(" discourse"),
            Anchor::At(expr) => write!(f, " {expr}"),
        }
    }
}

impl Display for Cycle {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Cycle::Unit(unit) => unit.fmt(f),
            Cycle::Weekday(weekday) => weekday.fmt(f),
            Cycle::Month(month) => month.fmt(f),
            Cycle::Season(season) => season.fmt(f),
            Cycle::PartOfDay(part) => part.fmt(f),
            Cycle::Quarter(n) => write!(f, "quarter(#{n})"),
            Cycle::Half(n) => write!(f, "half(#{n})"),
            Cycle::Holiday(holiday) => holiday.fmt(f),
            Cycle::Yearly(day) => write!(f, "yearly({day})"),
        }
    }
}

impl Display for Every {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match (self.times, self.quantified, self.step) {
            (Some(times), ..) => write!(f, "times({times} {})", self.of),
            (None, true, 1) => write!(f, "every({})", self.of),
            (None, true, step) => write!(f, "every({step} {})", self.of),
            (None, false, 1) => write!(f, "recurring({})", self.of),
            (None, false, step) => write!(f, "recurring({step} {})", self.of),
        }
    }
}

impl Display for Number {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match (self.0 / 100, self.0 % 100) {
            (whole, 0) => write!(f, "{whole}"),
            (whole, places) if places % 10 == 0 => write!(f, "{whole}.{}", places / 10),
            (whole, places) => write!(f, "{whole}.{places:02}"),
        }
    }
}

impl Display for Quantity {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Quantity::Exactly(n) => n.fmt(f),
            Quantity::Couple => f.write_str("couple"),
            Quantity::Few => f.write_str("few"),
            Quantity::Some => f.write_str("some"),
            Quantity::Between(low, high) => write!(f, "{low}..{high}"),
            Quantity::Tens(10) => f.write_str("tens"),
            Quantity::Tens(100) => f.write_str("hundreds"),
            Quantity::Tens(_) => f.write_str("thousands"),
        }
    }
}

impl Display for Amount {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.quantity, self.unit)?;
        match self.plus {
            Some((n, unit)) => write!(f, " {n} {unit}"),
            None => Ok(()),
        }
    }
}

impl Display for Year {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Year::Full(year) => write!(f, "y{year}"),
            Year::Short(year) => write!(f, "'{year:02}"),
        }
    }
}

impl Display for DateFields {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let mut space = "";
        // The compact form needs a month or a day, and a year that four digits can write.
        let compact = match self.year {
            None => Some("XXXX".to_owned()),
            Some(Year::Full(y)) if y < 0 => Some(format!("-{:04}", y.unsigned_abs())),
            Some(Year::Full(y)) => Some(format!("{y:04}")),
            Some(Year::Short(_)) => None,
        };
        match (compact, self.month, self.day) {
            (Some(year), month, day) if month.is_some() || day.is_some() => {
                f.write_str(&year)?;
                match month {
                    Some(month) => write!(f, "-{:02}", month.number())?,
                    None => f.write_str("-XX")?,
                }
                if let Some(day) = day {
                    write!(f, "-{day:02}")?;
                }
                space = " ";
            }
            _ => {
                if let Some(year) = self.year {
                    write!(f, "{year}")?;
                    space = " ";
                }
                if let Some(month) = self.month {
                    write!(f, "{space}{month}")?;
                    space = " ";
                }
                if let Some(day) = self.day {
                    write!(f, "{space}d{day}")?;
                    space = " ";
                }
            }
        }
        match self.weekday {
            Some(weekday) => write!(f, "{space}{weekday}"),
            None => Ok(()),
        }
    }
}

impl Display for Clock {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:", self.hour)?;
        if let Some(minute) = self.minute {
            write!(f, "{minute:02}")?;
        }
        if let Some(second) = self.second {
            write!(f, ":{second:02}")?;
        }
        if !self.settled {
            f.write_str("?")?;
        }
        match self.zone {
            Some(zone) => write!(f, " {zone}"),
            None => Ok(()),
        }
    }
}

impl Display for Zone {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let minutes = self.0.unsigned_abs();
        write!(f, "utc{}{:02}:{:02}", if self.0 < 0 { '-' } else { '+' }, minutes / 60, minutes % 60)
    }
}

/// Keeps the bounds' names and the notation's `open(…)` in one place for readers of this file.
impl Bound {
    /// Whether the interval is open towards the past.
    ///
    /// ```
    /// use dateline::expression::Bound;
    /// assert!(Bound::Until.is_left_open() && !Bound::Since.is_left_open());
    /// ```
    pub const fn is_left_open(self) -> bool {
        matches!(self, Bound::Before | Bound::Until | Bound::By)
    }
}

#[cfg(test)]
mod tests {
    use super::Expr;

    #[test]
    fn prints_what_it_reads() {
        let notations = [
            "date(2025-11-21)",
            "date(XXXX-11-21 fri)",
            "date(XXXX-XX-15)",
            "date(y1989)",
            "date('89 may d6)",
            "date(2025-11)",
            "date(-0043-03-15)",
            "numeric(3 4 y2025)",
            "numeric(3 4)",
            "clock(20:00)",
            "clock(07:15?)",
            "clock(09: utc-05:00)",
            "bare(fri)",
            "bare(nov)",
            "bare(quarter(#3))",
            "last(week)",
            "this(fri)",
            "next(month discourse)",
            "which(@-2 week)",
            "shift(-3 week)",
            "shift(2.5 year)",
            "shift(-few day)",
            "shift(2..4 day)",
            "in(3 day)",
            "shift(-2 year 3 month)",
            "shift(2 day discourse)",
            "shift(-3 week bare(christmas))",
            "past(3 week)",
            "coming(some month)",
            "nth(#1 tue bare(nov))",
            "nth(#-1 day this(month))",
            "join(bare(wed) bare(night))",
            "range(bare(mon) bare(wed))",
            "open(since date(y1998))",
            "portion(early this(month))",
            "hedge(approx date(XXXX-11-09))",
            "duration(3 week)",
            "age(33 year)",
            "every(mon)",
            "every(2 week)",
            "recurring(year)",
            "times(2 week)",
            "decade(y1990)",
            "decade('80)",
            "century(#19)",
            "bare(yearly(mar d6))",
            "last(yearly(#-1 fri jun))",
            "bare(yearly(easter -2))",
            "fuzzy(past-ref)",
            "relative(before some day \"mayoral election\")",
        ];
        for notation in notations {
            let expr: Expr = notation.parse().unwrap_or_else(|e| panic!("{notation}: {e}"));
            assert_eq!(expr.to_string(), notation);
        }
    }

    #[test]
    fn rejects_what_no_calendar_has() {
        for notation in [
            "date(2025-02-30)",
            "date(2023-02-29)",
            "clock(25:00)",
            "numeric(13 13)",
            "quarter(#5)",
            "bare(yearly(feb d30))",
            "bare(yearly(#6 fri jun))",
            "date()",
        ] {
            assert!(notation.parse::<Expr>().is_err(), "{notation}");
        }
    }
}
