//! What a date without a year tells of the year, when nobody knows when the text was published.

use super::calendar::{date, weekday};
use crate::expression::{DateFields, Expr};
use std::ops::RangeInclusive;

/// The years in which a day of the month falls on the weekday that is named with it, in order; empty for an expression that
/// names no such day, or names its year.
///
/// ```
/// use dateline::resolve::fitting_years;
///
/// let expr = "date(nov 21 fri)".parse()?;
/// assert_eq!(fitting_years(&expr, 2010..=2029), [2014, 2025]);
/// # Ok::<(), dateline::Error>(())
/// ```
pub fn fitting_years(expr: &Expr, years: RangeInclusive<i32>) -> Vec<i32> {
    match expr {
        Expr::Date(DateFields { year: None, month: Some(month), day: Some(day), weekday: Some(wanted) }) => {
            years
                .filter(|&year| date(year, *month, *day).is_some_and(|day| weekday(day) == *wanted))
                .collect()
        }
        Expr::Join(a, b) | Expr::Range(a, b) => {
            let found = fitting_years(a, years.clone());
            if found.is_empty() { fitting_years(b, years) } else { found }
        }
        Expr::Open(_, inner) | Expr::Portion(_, inner) | Expr::Hedged(_, inner) => {
            fitting_years(inner, years)
        }
        _ => Vec::new(),
    }
}
