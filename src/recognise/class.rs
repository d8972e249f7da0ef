//! To which of the grammar's classes an expression belongs: "two weeks before {x:date}".

use crate::expression::{Amount, Cycle, Expr, Fuzzy, Grain, Quantity};
use crate::lang::{ClassId, class};

/// The built-in classes that an expression belongs to.
pub(super) fn classes(expr: &Expr) -> impl Iterator<Item = ClassId> {
    let grain = expr.grain();
    let dated = matches!(
        expr,
        Expr::Date(_)
            | Expr::Numeric(..)
            | Expr::Bare(_)
            | Expr::Which { .. }
            | Expr::Shift { .. }
            | Expr::Nth { .. }
            | Expr::Nearest { .. }
            | Expr::Join(..)
            | Expr::Portion(..)
            | Expr::Decade(_)
            | Expr::Century(_)
            | Expr::Hedged(..)
    ) && !matches!(expr, Expr::Join(_, hours) if matches!(**hours, Expr::Range(..)));
    let at = |wanted: Grain| dated && grain == Some(wanted);
    let coarse = grain.is_some_and(|g| g >= Grain::Day);
    let day_part = matches!(expr, Expr::Bare(Cycle::PartOfDay(_)));
    [
        (dated && coarse, class::DATE),
        (at(Grain::Day), class::A_DAY),
        (dated && grain.is_some_and(|g| g >= Grain::Week), class::PERIOD),
        // "July, a year earlier", but not "July, half a year earlier"
        (at(Grain::Year) && !is_part_of_unit(expr), class::A_YEAR),
        (at(Grain::Month), class::A_MONTH),
        (matches!(expr, Expr::Bare(_)), class::CYCLE),
        (matches!(expr, Expr::Clock(_)), class::CLOCK),
        (day_part, class::DAYPART),
        (
            matches!(expr, Expr::Range(a, b) if matches!((&**a, &**b), (Expr::Clock(_), Expr::Clock(_)))),
            class::HOURS,
        ),
        (matches!(expr, Expr::Duration(_)), class::DURATION),
        (matches!(expr, Expr::Shift { .. }), class::OFFSET),
        (dated && !coarse && grain.is_some() && !day_part, class::MOMENT),
        (matches!(expr, Expr::Fuzzy(Fuzzy::Present)), class::PRESENT),
    ]
    .into_iter()
    .filter_map(|(is, class)| is.then_some(class))
}

/// "half a year ago"
fn is_part_of_unit(expr: &Expr) -> bool {
    match expr {
        Expr::Shift { by: Amount { quantity: Quantity::Exactly(n), .. }, .. } => n.as_whole().is_none(),
        _ => false,
    }
}
