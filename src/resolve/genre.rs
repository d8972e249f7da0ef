//! Whether a text is news, which counts from its publication, or a narrative, which counts from what it told last.

use crate::expression::{Anchor, Cycle, DateFields, Expr, Unit, Year};
use chrono::{Datelike, NaiveDate};

/// A year this far from publication belongs to history.
const FAR: i32 = 3;
/// Fewer far dates than this prove nothing.
const ENOUGH: usize = 5;
/// Among so many first dates news has its own.
const OPENING: usize = 3;

/// What a text counts its dates from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) enum Telling {
    /// From its publication.
    News,
    /// News that tells a long story, such as an obituary: what is planned still counts from publication.
    Story,
    /// From what was told last, throughout.
    History,
}

/// How the expressions of a text tell.
///
/// A narrative's full dates lie years before publication, most of them, and hardly any word counts from the day of
/// publication ("today", "last week", a bare weekday); in a history next to none does, and none at its head: "died on Tuesday".
pub(crate) fn telling<'a>(expressions: impl Iterator<Item = &'a Expr>, published: NaiveDate) -> Telling {
    let (mut far, mut near, mut deictic, mut opens) = (0, 0, 0, false);
    for expr in expressions {
        match kind(expr, published.year()) {
            Some(Kind::Far) => far += 1,
            Some(Kind::Near) => near += 1,
            Some(Kind::Deictic) => {
                opens |= far + near + deictic < OPENING;
                deictic += 1;
            }
            None => {}
        }
    }
    if far < ENOUGH || far <= 2 * (near + deictic) {
        Telling::News
    } else if opens || far <= 10 * (near + deictic) {
        Telling::Story
    } else {
        Telling::History
    }
}

enum Kind {
    Far,
    Near,
    Deictic,
}

fn kind(expr: &Expr, now: i32) -> Option<Kind> {
    match expr {
        Expr::Date(DateFields { year: Some(Year::Full(year)), .. }) | Expr::Decade(Year::Full(year)) => {
            Some(if (now - year).abs() >= FAR { Kind::Far } else { Kind::Near })
        }
        Expr::Bare(Cycle::Weekday(_)) => Some(Kind::Deictic),
        Expr::Which { from: Anchor::Publication, of: Cycle::Unit(unit), .. } if *unit <= Unit::Year => {
            Some(Kind::Deictic)
        }
        Expr::Shift { from: Anchor::Publication, .. } => Some(Kind::Deictic),
        Expr::Join(a, b) | Expr::Range(a, b) => kind(a, now).or_else(|| kind(b, now)),
        Expr::Open(_, of) | Expr::Portion(_, of) | Expr::Hedged(_, of) => kind(of, now),
        _ => None,
    }
}
