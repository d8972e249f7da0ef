//! Periods told by their length and their last day: "the three months to Sept. 30", "the year ended March 31".
//!
//! Input: the day in its sentence. Output: the period, and where it starts. Firms report so; what they report is of the whole
//! period, not of its last day.

use super::Basis;
use super::site::{Dated, Site, Target};
use crate::expression::{Amount, Anchor, Cycle, Expr, Grain, Quantity, Unit};
use crate::lang::Role;
use crate::recognise::Annotation;
use crate::resolve::{Certainty, Interval, Reason, When};
use crate::segment::clause::governor;
use crate::segment::{Form, Verb};
use crate::span::Span;
use chrono::{Datelike, Months, NaiveTime};

/// The longest period, in months, that anybody reports on.
const LONGEST: u32 = 24;

/// A period with the words that tell it.
pub(super) struct Period {
    /// Its first token.
    pub(super) first: usize,
    /// The word between its length and its end.
    pub(super) ended: usize,
    pub(super) span: Span,
    pub(super) when: When,
}

impl Site<'_> {
    /// The period that ends with the day or month of an expression.
    pub(super) fn period(&self, annotation: &Annotation) -> Option<Period> {
        let reader = self.reader;
        let before =
            reader.annotations.partition_point(|a| a.mention.span.end <= annotation.mention.span.start);
        let length = reader.annotations.get(before.checked_sub(1)?)?;
        let amount = length_of(&length.mention.expr)?;
        let (first, last) = (length.mention.tokens.0 as usize, length.mention.tokens.1 as usize);
        let to = annotation.mention.tokens.0 as usize;
        if !reader.roles(first).has(Role::Determiner) || !self.ends(last, to) {
            return None;
        }
        let mut when = ending(months(&amount)?, &annotation.when)?;
        let span = Span::new(length.mention.span.start, annotation.mention.span.end);
        let said = crate::span::one_line(span.of(reader.document.text));
        when.why = annotation.when.why.clone();
        when.why.push(Reason::Note(format!("“{said}”: the whole period")));
        Some(Period { first, ended: last, span, when })
    }

    /// Whether an expression is the length of a period whose end stands behind it: "the quarter" of "the quarter ended Sept. 30".
    pub(super) fn is_length_of_period(&self, annotation: &Annotation) -> bool {
        let (first, last) = (annotation.mention.tokens.0 as usize, annotation.mention.tokens.1 as usize);
        let annotations = self.reader.annotations;
        let end = || {
            let behind = annotations.partition_point(|a| (a.mention.tokens.0 as usize) < last);
            annotations.get(behind).and_then(|end| self.period(end))
        };
        length_of(&annotation.mention.expr).is_some() && end().is_some_and(|period| period.first == first)
    }

    /// Whether nothing stands between two tokens but "to" or a participle ("ended").
    fn ends(&self, from: usize, to: usize) -> bool {
        let ended = |v: &Verb| v.first as usize == from && (v.form == Form::Participle || v.ambiguous);
        let ended = self.clauses.iter().flat_map(|c| &c.verbs).any(ended);
        from + 1 == to && (ended || self.reader.roles(from).has(Role::To))
    }
}

impl Period {
    /// What a verb tells of a whole period: "earned $4 million in the three months to June".
    pub(super) fn told(self, site: &Site<'_>) -> Option<Dated> {
        let clause = site.clauses.iter().position(|c| c.holds(self.first))?;
        let before =
            |&(clause, verb): &(usize, usize)| site.clauses[clause].verbs[verb].last as usize <= self.first;
        // "For the quarter ended Sept. 30, it earned": what ended is no verb of its own.
        let tells = |v: &Verb| v.form == Form::Finite && v.first as usize != self.ended;
        let main = |clause: usize| Some((clause, site.clauses.get(clause)?.verbs.iter().position(tells)?));
        let governing = governor(site.clauses, self.first).filter(before);
        let (clause, verb) = governing.or_else(|| main(clause)).or_else(|| main(clause + 1))?;
        Some(Dated {
            target: Target::Verb { clause, verb },
            when: self.when,
            expression: Some(self.span),
            source: None,
            within: None,
            anchors: Vec::new(),
            basis: Basis::Own,
            delayed: false,
        })
    }
}

/// "the three months", "the quarter"
fn length_of(expr: &Expr) -> Option<Amount> {
    match expr {
        Expr::Duration(amount) => Some(*amount),
        Expr::Which { step: 0, of: Cycle::Unit(unit), from: Anchor::Discourse } => {
            Some(Amount::new(1, *unit))
        }
        _ => None,
    }
}

/// How many months a length is, of those that are whole.
fn months(amount: &Amount) -> Option<u32> {
    let Quantity::Exactly(n) = amount.quantity else { return None };
    let unit = match amount.unit {
        Unit::Month => 1,
        Unit::Quarter => 3,
        Unit::Year => 12,
        _ => return None,
    };
    let n = n.as_whole()?.checked_mul(unit)?;
    let n = u32::try_from(n).ok()?;
    (amount.plus.is_none() && (1..=LONGEST).contains(&n)).then_some(n)
}

/// So many months that end with a month or its last day.
fn ending(months: u32, end: &When) -> Option<When> {
    let to = end.interval.to.filter(|to| to.day() == 1 && to.time() == NaiveTime::MIN)?;
    let from = to.checked_sub_months(Months::new(months))?;
    let period = Interval { from: Some(from), to: Some(to) };
    let named = end.grain <= Grain::Month && end.interval.is_closed();
    let grain = match months {
        3 => Grain::Quarter,
        12 => Grain::Year,
        _ => Grain::Month,
    };
    named.then(|| When::of_interval(period, grain, Certainty::Exact))
}
