//! The notation's terms: atoms and calls. Rules' meanings are terms with variables; printed expressions are terms without.
//!
//! ```text
//! term = atom | variable | '-' variable | head '(' term (' ' term)* ')'
//! atom = number | unit | weekday | month | … | date | clock | "text"
//! ```

use super::build::{Arg, Head, find_head, head_names};
use super::{
    Bound, Clock, DateFields, Fuzzy, Hedge, Holiday, Month, Number, PartOfDay, Portion, Quantity, Relation,
    Season, Unit, Weekday, Year, Zone,
};
use crate::error::{Error, Result};
use crate::suggest::{hint, nearest};
use smallvec::SmallVec;
use std::borrow::Cow;

/// A value without parts, as words files and the notation write it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Atom {
    /// No value; the word's class says all.
    None,
    /// A quantity: `3`, `2.5`, `few`.
    Quantity(Quantity),
    /// A quantity counted into the past: `-3`.
    Back(Quantity),
    /// An ordinal: `#3`; negative from the end: `#-1`.
    Ordinal(i16),
    /// Occurrences from an anchor: `last` −1, `this` 0, `next` 1.
    Step(i8),
    /// Counting from the last date mentioned: `discourse`.
    Discourse,
    /// A day of the month: `d21`.
    Day(u8),
    /// A year: `y1998`, `'89`.
    Year(Year),
    /// An hour of a clock: `h7`.
    Hour(u8),
    /// A minute or second: `m15`.
    Minute(u8),
    /// `am` (false) or `pm` (true).
    Meridiem(bool),
    /// A date: `2025-11-21`, `XXXX-11-21`.
    Date(DateFields),
    /// A clock time: `20:00`; `7:15?` where it may be either half of the day.
    Clock(Clock),
    /// A zone: `utc-05:00`.
    Zone(Zone),
    /// A unit.
    Unit(Unit),
    /// A weekday.
    Weekday(Weekday),
    /// A month.
    Month(Month),
    /// A season.
    Season(Season),
    /// A part of the day.
    PartOfDay(PartOfDay),
    /// A holiday.
    Holiday(Holiday),
    /// A portion.
    Portion(Portion),
    /// A hedge.
    Hedge(Hedge),
    /// A reference without a date.
    Fuzzy(Fuzzy),
    /// A bound.
    Bound(Bound),
    /// A relation to an event.
    Relation(Relation),
}

impl Atom {
    /// The atom of that notation.
    pub(crate) fn parse(text: &str) -> Option<Atom> {
        if let Some(rest) = text.strip_prefix('-')
            && let Some(quantity) = quantity(rest)
        {
            return Some(Atom::Back(quantity));
        }
        if let Some(found) = quantity(text) {
            return Some(Atom::Quantity(found));
        }
        let named = match text {
            "last" => Some(Atom::Step(-1)),
            "this" => Some(Atom::Step(0)),
            "next" => Some(Atom::Step(1)),
            "discourse" => Some(Atom::Discourse),
            "am" => Some(Atom::Meridiem(false)),
            "pm" => Some(Atom::Meridiem(true)),
            _ => None,
        };
        named
            .or_else(|| prefixed(text))
            .or_else(|| date(text).map(Atom::Date))
            .or_else(|| clock(text).map(Atom::Clock))
            .or_else(|| {
                let enums: [Option<Atom>; 10] = [
                    Unit::from_name(text).map(Atom::Unit),
                    Weekday::from_name(text).map(Atom::Weekday),
                    Month::from_name(text).map(Atom::Month),
                    Season::from_name(text).map(Atom::Season),
                    PartOfDay::from_name(text).map(Atom::PartOfDay),
                    Holiday::from_name(text).map(Atom::Holiday),
                    Portion::from_name(text).map(Atom::Portion),
                    Hedge::from_name(text).map(Atom::Hedge),
                    Fuzzy::from_name(text).map(Atom::Fuzzy),
                    Bound::from_name(text).map(Atom::Bound),
                ];
                enums.into_iter().flatten().next().or_else(|| Relation::from_name(text).map(Atom::Relation))
            })
    }
}

/// Names that values have and people mistype.
fn value_names<'n>() -> impl Iterator<Item = &'n str> {
    let units = Unit::ALL.iter().map(|unit| unit.name());
    let cycles = Weekday::ALL.iter().map(|day| day.name()).chain(Month::ALL.iter().map(|month| month.name()));
    units.chain(cycles).chain(PartOfDay::ALL.iter().map(|part| part.name()))
}

/// Atoms told by their first character: ordinals, years, days, hours, minutes, steps, zones.
fn prefixed(text: &str) -> Option<Atom> {
    if let Some(offset) = text.strip_prefix("utc") {
        return zone(offset).map(Atom::Zone);
    }
    let mut chars = text.chars();
    let first = chars.next()?;
    let rest = chars.as_str();
    if !rest.trim_start_matches('-').starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    match first {
        '#' => rest.parse().ok().map(Atom::Ordinal),
        '@' => rest.parse().ok().map(Atom::Step),
        'y' => rest.parse().ok().map(|y| Atom::Year(Year::Full(y))),
        '\'' => rest.parse().ok().filter(|y| *y < 100).map(|y| Atom::Year(Year::Short(y))),
        'd' => rest.parse().ok().filter(|d| (1..=31).contains(d)).map(Atom::Day),
        'h' => rest.parse().ok().filter(|h| *h <= 24).map(Atom::Hour),
        'm' => rest.parse().ok().filter(|m| *m < 60).map(Atom::Minute),
        _ => None,
    }
}

fn quantity(text: &str) -> Option<Quantity> {
    match text {
        "couple" => Some(Quantity::Couple),
        "few" => Some(Quantity::Few),
        "some" => Some(Quantity::Some),
        "tens" => Some(Quantity::Tens(10)),
        "hundreds" => Some(Quantity::Tens(100)),
        "thousands" => Some(Quantity::Tens(1000)),
        // Most atoms are names, which needs no more than a look at where they start.
        _ if !text.starts_with(|c: char| c.is_ascii_digit()) => None,
        _ => match text.split_once("..") {
            Some((low, high)) => Some(Quantity::Between(low.parse().ok()?, high.parse().ok()?)),
            None => number(text).map(Quantity::Exactly),
        },
    }
}

/// A decimal number with at most two places.
fn number(text: &str) -> Option<Number> {
    let (whole, places) = text.split_once('.').unwrap_or((text, ""));
    let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || places.len() > 2 || !digits(whole) || !digits(places) {
        return None;
    }
    let hundredths: i64 = format!("{places:0<2}").parse().ok()?;
    whole.parse::<i64>().ok()?.checked_mul(100)?.checked_add(hundredths).map(Number)
}

/// `2025`-less forms are written with X: `XXXX-11-21`, `XXXX-XX-15`.
fn date(text: &str) -> Option<DateFields> {
    let negative = text.starts_with('-');
    let (year, rest) = text.trim_start_matches('-').split_once('-')?;
    if year.len() < 4 {
        return None;
    }
    let mut fields = DateFields::default();
    if year != "XXXX" {
        let y: i32 = year.parse().ok()?;
        fields.year = Some(Year::Full(if negative { -y } else { y }));
    }
    let (month, day) = rest.split_once('-').map_or((rest, None), |(m, d)| (m, Some(d)));
    if month.len() != 2 {
        return None;
    }
    if month != "XX" {
        fields.month = Some(Month::from_number(month.parse().ok()?)?);
    }
    if let Some(day) = day {
        fields.day = Some(day.parse().ok().filter(|d| (1..=31).contains(d))?);
    }
    Some(fields)
}

fn clock(text: &str) -> Option<Clock> {
    let (digits, settled) = text.strip_suffix('?').map_or((text, true), |t| (t, false));
    let mut parts = digits.split(':');
    let hour = parts.next()?.parse().ok().filter(|h| *h <= 24)?;
    let field = |part: Option<&str>| match part {
        None => Some(None),
        Some(p) => p.parse::<u8>().ok().filter(|m| *m < 60).map(Some),
    };
    parts.clone().next()?;
    let (minute, second) = (field(parts.next().filter(|p| !p.is_empty()))?, field(parts.next())?);
    parts.next().is_none().then_some(Clock { hour, minute, second, settled, zone: None })
}

/// `+05:30`, `-05:00`.
fn zone(text: &str) -> Option<Zone> {
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+')?),
    };
    let (hours, minutes) = rest.split_once(':')?;
    let (hours, minutes): (i16, i16) = (hours.parse().ok()?, minutes.parse().ok()?);
    (hours <= 14 && minutes < 60).then_some(Zone(sign * (hours * 60 + minutes)))
}

/// A term, parsed.
#[derive(Clone, Debug)]
pub(crate) enum Term {
    Atom(Atom),
    Text(Cow<'static, str>),
    /// A variable by its slot, perhaps negated.
    Variable(u8, bool),
    Call(Head, Vec<Term>),
    /// The meaning of text that only looks like an expression of time.
    Never,
}

/// The value that a variable has.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Given<'a> {
    /// What the text says in its place.
    Passed(&'a Arg),
    /// What the pattern says.
    Constant(Atom),
    /// None.
    Absent,
}

impl Term {
    /// Parses a whole term; `variables` are the names that stand for bound values.
    pub(crate) fn parse(text: &str, variables: &[&str]) -> Result<Term> {
        let mut parser = Parser { rest: text.trim(), variables, depth: 0 };
        let term = parser.term()?;
        match parser.rest.trim() {
            "" => Ok(term),
            rest => Err(Error::expression(format!("unexpected `{rest}` behind the end of `{text}`"))),
        }
    }

    /// The value under the variables' values, where a variable without one is left out of its call; `None` where a value
    /// does not fit its place (month 13).
    pub(crate) fn eval(&self, bound: &[Given<'_>]) -> Option<Arg> {
        match self {
            Term::Atom(atom) => Some(Arg::Atom(*atom)),
            Term::Text(text) => Some(Arg::Text(text.as_ref().into())),
            Term::Variable(slot, back) => {
                let value = match *bound.get(usize::from(*slot))? {
                    Given::Passed(arg) => arg.clone(),
                    Given::Constant(atom) => Arg::Atom(atom),
                    Given::Absent => return None,
                };
                if *back { value.negated() } else { Some(value) }
            }
            Term::Never => Some(Arg::Never),
            Term::Call(head, terms) => {
                let mut args: SmallVec<[Arg; 4]> = SmallVec::new();
                for term in terms {
                    let absent = matches!(term, Term::Variable(slot, _) if matches!(bound.get(usize::from(*slot)), Some(Given::Absent)));
                    if !absent {
                        args.push(term.eval(bound)?);
                    }
                }
                head.build(&args)
            }
        }
    }
}

/// Deeper nesting than any expression of a text has; keeps hostile input from exhausting the stack.
const MAX_DEPTH: u8 = 16;

struct Parser<'a> {
    rest: &'a str,
    variables: &'a [&'a str],
    depth: u8,
}

impl Parser<'_> {
    fn term(&mut self) -> Result<Term> {
        self.rest = self.rest.trim_start();
        if let Some(rest) = self.rest.strip_prefix('"') {
            let (text, rest) = rest
                .split_once('"')
                .ok_or_else(|| Error::expression("a `\"` is opened and not closed".to_owned()))?;
            self.rest = rest;
            return Ok(Term::Text(text.to_owned().into()));
        }
        let end = self
            .rest
            .find(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ','))
            .unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        if word.is_empty() {
            return Err(Error::expression("expected a term".to_owned()));
        }
        if let Some(rest) = rest.strip_prefix('(') {
            self.rest = rest;
            return self.call(word);
        }
        let (name, back) = word.strip_prefix('-').map_or((word, false), |name| (name, true));
        if let Some(slot) = self.variables.iter().position(|v| *v == name) {
            return Ok(Term::Variable(slot as u8, back));
        }
        Atom::parse(word).map(Term::Atom).or_else(|| (word == "never").then_some(Term::Never)).ok_or_else(
            || {
                let known = self.variables.iter().copied().chain(value_names());
                let meant = hint(word, known);
                Error::expression(format!("`{word}` is neither a value nor a variable of the pattern{meant}"))
            },
        )
    }

    fn call(&mut self, name: &str) -> Result<Term> {
        let head = find_head(name).ok_or_else(|| {
            let cure = match nearest(name, head_names()) {
                Some(meant) => format!("did you mean `{meant}(…)`?"),
                None => "the documentation of `Expr` lists them".to_owned(),
            };
            Error::expression(format!("unknown meaning `{name}(…)`; {cure}"))
        })?;
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(Error::expression(format!("nested deeper than {MAX_DEPTH}")));
        }
        let mut args = Vec::new();
        loop {
            self.rest = self.rest.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
            if let Some(rest) = self.rest.strip_prefix(')') {
                self.rest = rest;
                self.depth -= 1;
                return Ok(Term::Call(head, args));
            }
            if self.rest.is_empty() {
                return Err(Error::expression(format!("`{name}(` is not closed")));
            }
            args.push(self.term()?);
        }
    }
}
