//! What a text has told so far that later expressions lean on: the last date, the last day, the quarter it reports on.

use super::cell::Cell;
use super::when::{Value, When};
use crate::expression::{Amount, Anchor, Expr, Grain, Quantity, Unit};
use chrono::NaiveDate;

/// "a year ago" within so many sentences of a quarter compares quarters.
const COMPARING_SENTENCES: usize = 5;
/// A report on at least so many months compares years.
const LONG_MONTHS: i64 = 6;

/// The state of a text, told expression by expression. Dates are kept as the numbers under which the caller holds them.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Discourse {
    /// The last date.
    last: Option<usize>,
    /// The date that the last one looked back from.
    left: Option<usize>,
    /// The sentence of the last date.
    sentence: Option<usize>,
    /// The last date that is a day or finer.
    last_day: Option<usize>,
    /// The last date that is not itself counted back in years from another: "a year earlier".
    uncompared: Option<usize>,
    /// The quarter that the text reports on, and the sentence that mentioned it last.
    quarter: Option<(Cell, usize)>,
    /// A longer stretch was mentioned since: "the nine months".
    longer: bool,
}

/// An expression that a text tells next.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Heard<'a> {
    pub(crate) expr: &'a Expr,
    pub(crate) when: &'a When,
    /// Other expressions may count from it: it has a [`When::anchor`].
    pub(crate) is_anchor: bool,
    /// Which it is.
    pub(crate) number: usize,
    /// The sentence that it stands in.
    pub(crate) sentence: usize,
}

impl Discourse {
    /// The number of the date that an expression counts from. A second "a year earlier" counts from where the first did.
    pub(crate) fn last_for(&self, expr: &Expr) -> Option<usize> {
        if counts_years_back(expr) { self.uncompared } else { self.last }
    }

    /// The number of the date that the last one looked back from: "was created, on 5 November of the year before".
    pub(crate) const fn left(&self) -> Option<usize> {
        self.left
    }

    /// The sentence of the last date.
    pub(crate) const fn sentence(&self) -> Option<usize> {
        self.sentence
    }

    /// Says of the next date that is heard whether it looks back from the last.
    pub(crate) fn steps_back(&mut self, back: bool) {
        self.left = self.last.filter(|_| back);
    }

    /// The number of the last day.
    pub(crate) const fn last_day(&self) -> Option<usize> {
        self.last_day
    }

    /// The quarter that the text reports on.
    pub(crate) fn quarter(&self) -> Option<Cell> {
        self.quarter.map(|(quarter, _)| quarter)
    }

    /// Whether a sentence, by its number, compares the quarter with others: the one that mentions it, the next, and those
    /// close behind that compare anything.
    pub(crate) fn compares_quarters(&self, sentence: usize, compares: impl FnOnce() -> bool) -> bool {
        let Some((_, of)) = self.quarter.filter(|_| !self.longer) else { return false };
        let far = sentence.saturating_sub(of);
        far <= 1 || far <= COMPARING_SENTENCES && compares()
    }

    /// Takes the next expression in.
    pub(crate) fn hears(&mut self, heard: Heard<'_>, published: Option<NaiveDate>) {
        let Heard { expr, when, is_anchor, number, sentence } = heard;
        // "the first ten months of 1915" leads on; "the past three weeks" only says how long.
        let counts = !matches!(when.value, Value::Window { .. }) || expr.names_year();
        if counts && is_anchor {
            self.last = Some(number);
            self.sentence = Some(sentence);
            if when.grain <= Grain::Day {
                self.last_day = Some(number);
            }
            if !counts_years_back(expr) {
                self.uncompared = Some(number);
            }
        }
        match when.value {
            Value::Cell { cell: quarter @ Cell::Quarter(..), .. } => {
                self.reports(expr, quarter, sentence, published);
            }
            Value::Duration { amount, .. } | Value::Window { amount, .. } if is_long(&amount) => {
                self.longer = true;
            }
            _ => {}
        }
    }

    /// A quarter is reported on when it is over. One that is compared with it, by its year or by its place before it, is not
    /// the one that the report is about; nor is one that lies ahead, or runs yet while another is reported on.
    fn reports(&mut self, expr: &Expr, quarter: Cell, sentence: usize, published: Option<NaiveDate>) {
        let span = |cell: Cell| cell.interval().and_then(|i| Some((i.from?.date(), i.to?.date())));
        let Some((start, end)) = span(quarter) else { return };
        let ahead = published.is_some_and(|day| start > day);
        let runs = published.is_some_and(|day| end > day);
        if matches!(core(expr), Expr::Shift { .. }) || ahead {
            return;
        }
        self.longer = false;
        self.quarter = match self.quarter {
            Some((reported, _)) if runs || span(reported).is_some_and(|(other, _)| start < other) => {
                Some((reported, sentence))
            }
            _ => Some((quarter, sentence)),
        };
    }
}

/// An expression without its bound, hedge or portion.
fn core(expr: &Expr) -> &Expr {
    match expr {
        Expr::Open(_, of) | Expr::Hedged(_, of) | Expr::Portion(_, of) => core(of),
        _ => expr,
    }
}

/// "a year earlier", "two years before".
fn counts_years_back(expr: &Expr) -> bool {
    matches!(
        core(expr),
        Expr::Shift {
            from: Anchor::Publication | Anchor::Discourse,
            by: Amount { unit: Unit::Year, .. },
            back: true
        }
    )
}

fn is_long(amount: &Amount) -> bool {
    match (amount.quantity, amount.unit) {
        (Quantity::Exactly(n), Unit::Month) => n.as_whole().is_some_and(|n| n >= LONG_MONTHS),
        (Quantity::Exactly(n), Unit::Year) => n.as_whole() == Some(1),
        _ => false,
    }
}
