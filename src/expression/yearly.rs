//! Days that come round each year by a rule of their own.

use super::{Holiday, Month, Weekday};

/// A day of each year, told by how it is found: for days that no list of holidays has.
///
/// ```
/// use dateline::{Expr, expression::{Cycle, Month, Weekday, Yearly}};
///
/// let picnic: Expr = "bare(yearly(#-1 fri jun))".parse()?;
/// assert_eq!(picnic, Expr::Bare(Cycle::Yearly(Yearly::Nth(-1, Weekday::Friday, Month::June))));
/// assert_eq!(Yearly::Nth(-1, Weekday::Friday, Month::June).to_string(), "#-1 fri jun");
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Yearly {
    /// On a date: `yearly(mar d6)`.
    On(Month, u8),
    /// On the n-th such weekday of a month, negative from its end: `yearly(#-1 fri jun)`.
    Nth(i8, Weekday, Month),
    /// So many days after a holiday, negative before it: `yearly(easter 1)`.
    Beside(Holiday, i16),
}

impl std::fmt::Display for Yearly {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Yearly::On(month, day) => write!(f, "{month} d{day}"),
            Yearly::Nth(n, weekday, month) => write!(f, "#{n} {weekday} {month}"),
            Yearly::Beside(holiday, days) => write!(f, "{holiday} {days}"),
        }
    }
}
