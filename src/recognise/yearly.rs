//! Days of each year, as people write them.

use super::recognise;
use crate::expression::{Amount, Anchor, Cycle, DateFields, Expr, Quantity, Unit, Yearly};
use crate::lang::Language;
use crate::segment::segment;

/// The day of each year that a text names, which says nothing else: "6 May", "the last Friday of June", "Christmas", "two days
/// after Easter".
///
/// ```
/// use dateline::{expression::{Cycle, Month, Weekday, Yearly}, lang::Language, recognise::yearly};
///
/// let day = yearly("last Friday of June", Language::english());
/// assert_eq!(day, Some(Cycle::Yearly(Yearly::Nth(-1, Weekday::Friday, Month::June))));
/// assert_eq!(yearly("6 May 2025", Language::english()), None);
/// ```
pub fn yearly(text: &str, language: &Language) -> Option<Cycle> {
    let text = text.trim();
    let document = segment(text, language);
    let mentions = recognise(&document, language);
    let [mention] = mentions.as_slice() else { return None };
    let before = text.get(..mention.span.start as usize)?.trim();
    let is_all = mention.span.end as usize == text.len() && !before.contains(char::is_whitespace);
    is_all.then(|| day_of(&mention.expr))?
}

fn day_of(expr: &Expr) -> Option<Cycle> {
    match expr {
        Expr::Date(DateFields { year: None, month: Some(month), day: Some(day), weekday: None }) => {
            Some(Cycle::Yearly(Yearly::On(*month, *day)))
        }
        Expr::Nth { n, of: Cycle::Weekday(weekday), within } => match **within {
            Expr::Bare(Cycle::Month(month)) => {
                Some(Cycle::Yearly(Yearly::Nth(i8::try_from(*n).ok()?, *weekday, month)))
            }
            _ => None,
        },
        Expr::Bare(day @ (Cycle::Holiday(_) | Cycle::Yearly(_))) => Some(*day),
        Expr::Shift { from: Anchor::At(from), by, back } => match (&**from, by) {
            (
                Expr::Bare(Cycle::Holiday(holiday)),
                Amount { quantity: Quantity::Exactly(n), unit: Unit::Day, plus: None },
            ) => {
                let days = i16::try_from(n.as_whole()?).ok()?;
                Some(Cycle::Yearly(Yearly::Beside(*holiday, if *back { -days } else { days })))
            }
            _ => None,
        },
        _ => None,
    }
}
