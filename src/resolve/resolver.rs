//! From an expression to a time: one total `match`, each arm in a file of its own kind.

use super::calendar::midnight;
use super::cell::Cell;
use super::context::Context;
use super::interval::Interval;
use super::policy::{Bare, Later, Policy};
use super::when::{Certainty, Value, When};
use super::why::{Chosen, Reason, Why};
use crate::expression::{Anchor, Cycle, DateFields, Expr, Grain, Hedge, Tense, Year};
use chrono::{Datelike, NaiveDate, NaiveDateTime};

/// Resolves an expression. Total: whatever has no place in time comes back with an interval open on both sides.
///
/// ```
/// use dateline::resolve::{Context, Policy, resolve};
/// use dateline::Expr;
///
/// let published = chrono::NaiveDate::from_ymd_opt(2025, 11, 20).unwrap();
/// let said: Expr = "last(month)".parse()?;
/// let when = resolve(&said, &Context::on(published, &Policy::default()));
/// assert_eq!(when.timex().value, "2025-10");
/// # Ok::<(), dateline::Error>(())
/// ```
pub fn resolve(expr: &Expr, context: &Context<'_>) -> When {
    let mut resolver = Resolver { context, why: Why::default(), firm: context.tense_is_given };
    let found = resolver.place(expr).unwrap_or_else(|| Found::nowhere(expr));
    // What is made of a date whose order was guessed is guessed, too.
    let order = if resolver.why.guesses_order() { Certainty::Inferred } else { Certainty::Exact };
    When {
        interval: found.interval,
        grain: found.grain,
        certainty: found.certainty.max(order),
        value: found.value,
        why: resolver.why,
    }
}

/// A [`When`] without its reasons.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) interval: Interval,
    pub(super) grain: Grain,
    pub(super) certainty: Certainty,
    pub(super) value: Value,
}

impl Found {
    /// A value without a place in time.
    pub(super) fn placeless(value: Value, grain: Grain) -> Found {
        Found { interval: Interval::default(), grain, certainty: Certainty::Exact, value }
    }

    fn nowhere(expr: &Expr) -> Found {
        let value = match expr {
            Expr::Date(fields) => Value::Partial(*fields),
            Expr::Bare(Cycle::Month(month)) => {
                Value::Partial(DateFields { month: Some(*month), ..DateFields::default() })
            }
            Expr::Bare(Cycle::Weekday(weekday)) => {
                Value::Partial(DateFields { weekday: Some(*weekday), ..DateFields::default() })
            }
            Expr::Hedged(_, of) | Expr::Portion(_, of) | Expr::Open(_, of) => return Found::nowhere(of),
            _ => Value::Partial(DateFields::default()),
        };
        Found::placeless(value, expr.grain().unwrap_or(Grain::Day))
    }

    /// The single cell that the value names.
    pub(super) const fn as_cell(&self) -> Option<Cell> {
        match self.value {
            Value::Cell { cell, .. } => Some(cell),
            _ => None,
        }
    }

    /// The single day that the value names or lies in.
    pub(super) fn day(&self) -> Option<NaiveDate> {
        match self.as_cell()? {
            Cell::Day(day) | Cell::PartOfDay(day, _) => Some(day),
            Cell::Hour(at) | Cell::Minute(at) | Cell::Second(at) => Some(at.date()),
            _ => None,
        }
    }
}

/// The direction in time that a tense gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Past,
    Future,
    Nearest,
    /// A story carries on: the same year as what was told last, or soon after.
    Onward,
}

pub(super) struct Resolver<'c, 'a> {
    pub(super) context: &'c Context<'a>,
    pub(super) why: Why,
    /// The direction comes from another part of the expression, not from a verb, and is certain.
    pub(super) firm: bool,
}

impl Resolver<'_, '_> {
    pub(super) fn place(&mut self, expr: &Expr) -> Option<Found> {
        match expr {
            Expr::Date(fields) => self.date(fields),
            Expr::Numeric(a, b, year) => self.numeric(*a, *b, *year),
            Expr::Clock(clock) => self.clock(clock),
            Expr::Bare(cycle) => self.bare(*cycle),
            Expr::Which { step, of, from } => self.which(*step, *of, from),
            Expr::Shift { from, by, back } => self.shift(from, by, *back),
            Expr::Window { from, amount, back } => self.window(from, amount, *back),
            Expr::Nth { n, of, within } => self.nth(*n, *of, within),
            Expr::Nearest { n, of, to } => self.nearest_member(*n, *of, to),
            Expr::Join(coarse, fine) => self.join(coarse, fine),
            Expr::Range(from, to) => self.range(from, to),
            Expr::Open(bound, of) => self.open(*bound, of),
            Expr::Portion(portion, of) => self.portion(*portion, of),
            Expr::Hedged(hedge, of) => self.hedged(*hedge, of),
            Expr::Duration(amount) | Expr::Age(amount) => {
                let value = Value::Duration { amount: *amount, hedge: None };
                Some(Found::placeless(value, amount.unit.grain()))
            }
            Expr::In(amount) => self.ahead(amount),
            Expr::Every(every) => Some(Found::placeless(Value::Set(*every), every.of.grain())),
            Expr::Decade(year) => self.decade(*year),
            Expr::Century(n) => self.cell(Cell::Century(i32::from(*n))),
            Expr::Fuzzy(fuzzy) => Some(Found::placeless(Value::Fuzzy(*fuzzy), Grain::Day)),
            Expr::Relative { .. } => Some(Found::placeless(Value::Event, Grain::Day)),
        }
    }

    pub(super) fn policy(&self) -> &Policy {
        self.context.policy
    }

    /// Exactly a cell.
    pub(super) fn cell(&self, cell: Cell) -> Option<Found> {
        Some(Found {
            interval: self.interval(cell)?,
            grain: cell.grain(),
            certainty: Certainty::Exact,
            value: Value::Cell { cell, portion: None, hedge: None, universal: false },
        })
    }

    /// The stretch of time that a cell covers.
    pub(super) fn interval(&self, cell: Cell) -> Option<Interval> {
        cell.interval_by(self.policy())
    }

    /// The day that bare expressions count from: the publication's.
    pub(super) fn today(&self) -> Option<NaiveDate> {
        self.context.published
    }

    /// The moment of publication; its day's midnight where the time of day is unknown.
    pub(super) fn now(&self) -> Option<NaiveDateTime> {
        self.context.clock.or_else(|| self.today().map(midnight))
    }

    /// The stretch of time that an anchor stands for, and whether it names a day.
    /// What is counted in `grain`s of a week or finer counts from a day, not from the year that was mentioned last.
    pub(super) fn anchor(&mut self, anchor: &Anchor, grain: Grain) -> Option<(Interval, Grain)> {
        let last = if grain <= Grain::Week { self.context.last_day } else { self.context.last };
        match anchor {
            Anchor::Publication => self.published(),
            Anchor::Discourse => match last.and_then(|last| Some((last, last.anchor_by(self.policy())?))) {
                Some((last, interval)) => {
                    self.why.push(Reason::FromDiscourse(last.timex().value));
                    Some((interval, last.grain))
                }
                None => self.published(),
            },
            Anchor::At(expr) => {
                let found = self.place(expr)?;
                found.interval.is_closed().then_some((found.interval, found.grain))
            }
        }
    }

    fn published(&mut self) -> Option<(Interval, Grain)> {
        let day = self.today()?;
        self.why.push(Reason::FromPublication(day));
        Some((Cell::Day(day).interval()?, Grain::Day))
    }

    /// Which way the tense points; a missing tense points to `otherwise`.
    pub(super) fn direction(&mut self, otherwise: Direction) -> Direction {
        if self.context.narrative {
            self.why.push(Reason::Narrative);
            return Direction::Onward;
        }
        let tense = self.context.tense;
        let direction = match tense {
            Tense::Past => Direction::Past,
            Tense::Future => Direction::Future,
            Tense::Present | Tense::None => otherwise,
        };
        self.why.push(Reason::Tense(
            tense,
            match direction {
                Direction::Past => Chosen::MostRecent,
                Direction::Future => Chosen::Next,
                Direction::Nearest | Direction::Onward => Chosen::Nearest,
            },
        ));
        direction
    }

    /// Which way a bare name points: as chosen, or as the tense does.
    pub(super) fn direction_of(&mut self, bare: Bare, otherwise: Direction) -> Direction {
        match bare {
            Bare::Tense => self.direction(otherwise),
            Bare::Past => Direction::Past,
            Bare::Future => Direction::Future,
            Bare::Nearest => Direction::Nearest,
        }
    }

    /// From where "two days later" counts.
    pub(super) fn later<'e>(&self, from: &'e Anchor) -> &'e Anchor {
        match (from, self.policy().later) {
            (Anchor::Discourse, Later::Publication) => &Anchor::Publication,
            _ => from,
        }
    }

    /// The same resolver with another day and tense, for the parts of an expression that lean on each other.
    pub(super) fn leaning<T>(
        &mut self,
        on: NaiveDate,
        tense: Tense,
        then: impl FnOnce(&mut Resolver<'_, '_>) -> Option<T>,
    ) -> Option<T> {
        let context = Context {
            published: Some(on),
            tense,
            last: None,
            last_day: None,
            narrative: false,
            ..*self.context
        };
        let mut inner = Resolver { context: &context, why: Why::default(), firm: true };
        then(&mut inner)
    }

    fn decade(&mut self, year: Year) -> Option<Found> {
        match year {
            Year::Full(year) => self.cell(Cell::Decade(year)),
            Year::Short(_) => {
                let today = self.today()?;
                let year = self.full_year(year)?;
                // "the '80s" is the most recent one.
                let year = if year > today.year() { year - 100 } else { year };
                self.cell(Cell::Decade(year))
            }
        }
    }

    fn hedged(&mut self, hedge: Hedge, of: &Expr) -> Option<Found> {
        let mut found = self.place(of)?;
        match &mut found.value {
            Value::Cell { hedge: h, .. }
            | Value::Window { hedge: h, .. }
            | Value::Duration { hedge: h, .. } => {
                *h = Some(hedge);
            }
            _ => {}
        }
        found.certainty = Certainty::Approximate;
        Some(found)
    }
}
