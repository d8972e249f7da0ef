//! Times of which one side is open: what names the side that is known, and how the time stands to it.

use super::{cell, stretch};
use crate::expression::{Bound, Portion};
use crate::resolve::{Cell, Reason, Value, When};
use std::fmt;

/// A time open on one side, as it is said.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Open {
    pub(super) side: Side,
    /// What names the side that is known.
    pub(super) cell: Cell,
    /// "early", "late", … of it.
    pub(super) portion: Option<Portion>,
}

/// On which side of what is known an open time lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// Up to its start.
    Before,
    /// Up to its end, all the time.
    Until,
    /// Up to its end, at some time.
    By,
    /// From its end on.
    After,
    /// From its start on, as was decided or planned.
    From,
    /// From its start on.
    Since,
}

impl fmt::Display for Side {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Side::Before => "before",
            Side::Until => "until",
            Side::By => "by",
            Side::After => "after",
            Side::From => "from",
            Side::Since => "since",
        })
    }
}

/// `None` for what is closed, or open on both sides.
pub(super) fn open(when: &When) -> Option<Open> {
    let (until, known) = match (when.interval.from, when.interval.to) {
        (None, Some(to)) => (true, to),
        (Some(from), None) => (false, from),
        _ => return None,
    };
    let (cell, portion) = match when.value {
        Value::Cell { cell, portion, .. } => (cell, portion),
        _ => {
            let side = if until { Side::Before } else { Side::Since };
            return Some(Open { side, cell: stretch::at(known, when.grain), portion: None });
        }
    };
    // These end or start at the publication, which does not name them.
    let portion = portion.filter(|portion| !matches!(portion, Portion::Earlier | Portion::Later));
    let said = said(when, until);
    let side = match (until, portion) {
        // What is known is the start of a part or its end; the text says which.
        (true, Some(_)) => said.unwrap_or(Side::Until),
        (false, Some(_)) => said.unwrap_or(Side::Since),
        // Up to X's start is before X; up to its end, or into it, is until X.
        (true, None) if cell::start(cell).is_some_and(|start| start < known) => match said {
            Some(Side::By) => Side::By,
            _ => Side::Until,
        },
        (true, None) => Side::Before,
        (false, None) if cell::start(cell).is_some_and(|start| start < known) => Side::After,
        (false, None) => said.filter(|side| *side == Side::From).unwrap_or(Side::Since),
    };
    Some(Open { side, cell, portion })
}

/// What the text says of the side that is known.
fn said(when: &When, until: bool) -> Option<Side> {
    let mut sides = when.why.0.iter().filter_map(|reason| match reason {
        Reason::Open(Bound::Before) => Some((true, Side::Before)),
        Reason::Open(Bound::Until) => Some((true, Side::Until)),
        Reason::Open(Bound::By) => Some((true, Side::By)),
        Reason::Open(Bound::After) => Some((false, Side::After)),
        Reason::Open(Bound::From | Bound::Effective) => Some((false, Side::From)),
        Reason::Open(Bound::Since) => Some((false, Side::Since)),
        _ => None,
    });
    sides.rfind(|(ends, _)| *ends == until).map(|(_, side)| side)
}
