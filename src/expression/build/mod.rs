//! From heads and arguments to expressions: the one place where notation and rules' meanings become [`Expr`].
//!
//! Input: a head's name and its evaluated arguments. Output: an expression, or `None` for arguments that make no sense
//! (30 February, a 25th hour): such text is not recognised. Knows nothing of text and languages.

mod clock;
mod date;

use super::{
    Amount, Anchor, Atom, Bound, Cycle, DateFields, EventRef, Every, Expr, Fuzzy, Grain, Hedge, Number,
    Portion, Quantity, Relation, Unit, Year, Yearly,
};
use clock::{clock, oclock};
use date::{date, numeric};

/// An evaluated argument.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Arg {
    Atom(Atom),
    Text(Box<str>),
    Cycle(Cycle),
    Expr(Expr),
    /// The meaning of rules that only keep text from being read: titles, names, scores.
    Never,
}

impl Arg {
    /// Counted into the past.
    pub(super) fn negated(self) -> Option<Arg> {
        match self {
            Arg::Atom(Atom::Quantity(q)) => Some(Arg::Atom(Atom::Back(q))),
            Arg::Atom(Atom::Ordinal(n)) => Some(Arg::Atom(Atom::Ordinal(-n))),
            _ => None,
        }
    }
}

/// Builds from evaluated arguments.
type Build = fn(&[Arg]) -> Option<Arg>;

/// What builds from evaluated arguments, by its place among all heads.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Head(pub(super) u8);

impl Head {
    /// Builds from evaluated arguments.
    pub(super) fn build(self, args: &[Arg]) -> Option<Arg> {
        HEADS.get(usize::from(self.0)).and_then(|(_, build)| build(args))
    }
}

impl std::fmt::Debug for Head {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(HEADS.get(usize::from(self.0)).map_or("?", |(name, _)| name))
    }
}

/// The head of that name.
pub(super) fn find_head(name: &str) -> Option<Head> {
    HEADS.iter().position(|(n, _)| *n == name).map(|place| Head(place as u8))
}

/// The names of all heads.
pub(super) fn head_names() -> impl Iterator<Item = &'static str> {
    HEADS.iter().map(|(name, _)| *name)
}

/// The expression of an evaluated term.
pub(crate) fn build_expr(arg: Arg) -> Option<Expr> {
    match arg {
        Arg::Expr(expr) => Some(expr),
        Arg::Cycle(cycle) => Some(Expr::Bare(cycle)),
        Arg::Atom(Atom::Date(fields)) => Some(fields).filter(DateFields::is_possible).map(Expr::Date),
        Arg::Atom(Atom::Clock(clock)) => Some(Expr::Clock(clock)),
        Arg::Atom(atom) => cycle(&Arg::Atom(atom)).map(Expr::Bare),
        Arg::Text(_) | Arg::Never => None,
    }
}

const HEADS: &[(&str, Build)] = &[
    ("ad", |a| era(a, |n| n)),
    ("age", |a| Some(expr(Expr::Age(amount(a)?)))),
    ("bc", |a| era(a, |n| 1 - n)),
    ("bare", |a| Some(expr(Expr::Bare(cycle(only(a)?)?)))),
    ("century", |a| Some(expr(Expr::Century(ordinal(only(a)?)?)))),
    ("clock", |a| Some(expr(Expr::Clock(clock(a)?)))),
    ("coming", |a| window(a, false)),
    ("date", |a| Some(expr(Expr::Date(date(a)?)))),
    ("decade", |a| Some(expr(Expr::Decade(decade(only(a)?)?)))),
    ("duration", |a| Some(expr(Expr::Duration(amount(a)?)))),
    ("every", |a| every(a, true)),
    ("half", |a| portion_of_year(a, 2).map(|n| Arg::Cycle(Cycle::Half(n)))),
    ("in", |a| Some(expr(Expr::In(amount(a)?)))),
    ("join", |a| pair(a, Expr::Join)),
    ("last", |a| which(-1, a)),
    ("nearest", nearest),
    ("next", |a| which(1, a)),
    ("nth", nth),
    ("numeric", numeric),
    ("oclock", oclock),
    ("past", |a| window(a, true)),
    ("quarter", |a| portion_of_year(a, 4).map(|n| Arg::Cycle(Cycle::Quarter(n)))),
    ("range", range),
    ("recurring", |a| every(a, false)),
    ("relative", relative),
    ("shift", shift),
    ("this", |a| which(0, a)),
    ("times", times),
    ("which", |a| match a {
        [Arg::Atom(Atom::Step(step)), rest @ ..] => which(*step, rest),
        // "three Fridays ago", "the second Sunday after Easter".
        [n @ Arg::Atom(Atom::Quantity(_) | Atom::Back(_) | Atom::Ordinal(_)), rest @ ..] => {
            which(i8::try_from(ordinal(n)?).ok()?, rest)
        }
        _ => None,
    }),
    ("yearly", |a| yearly(a).map(|day| Arg::Cycle(Cycle::Yearly(day)))),
    ("fuzzy", |a| match a {
        [Arg::Atom(Atom::Fuzzy(f))] => Some(expr(Expr::Fuzzy(*f))),
        _ => None,
    }),
    ("portion", |a| match a {
        [Arg::Atom(Atom::Portion(p)), of] => Some(portion(*p, of)?),
        _ => None,
    }),
    ("hedge", |a| match a {
        [Arg::Atom(Atom::Hedge(h)), of] => Some(hedged(*h, of)?),
        _ => None,
    }),
    ("open", |a| match a {
        [Arg::Atom(Atom::Bound(b)), of] => Some(open(*b, of)?),
        _ => None,
    }),
];

fn expr(expr: Expr) -> Arg {
    Arg::Expr(expr)
}

fn only(args: &[Arg]) -> Option<&Arg> {
    match args {
        [arg] => Some(arg),
        _ => None,
    }
}

fn as_expr(arg: &Arg) -> Option<Expr> {
    build_expr(arg.clone())
}

fn boxed(arg: &Arg) -> Option<Box<Expr>> {
    as_expr(arg).map(Box::new)
}

fn pair(args: &[Arg], make: fn(Box<Expr>, Box<Expr>) -> Expr) -> Option<Arg> {
    match args {
        [a, b] => Some(expr(make(boxed(a)?, boxed(b)?))),
        _ => None,
    }
}

/// "Friday to December" is no range.
fn range(args: &[Arg]) -> Option<Arg> {
    pair(args, Expr::Range).filter(|arg| match arg {
        range if !is_ascending(range) => false,
        Arg::Expr(Expr::Range(a, b)) => match (a.grain(), b.grain()) {
            (Some(Grain::Day), Some(last)) => last <= Grain::Week,
            (Some(_), Some(_)) => true,
            // "from 1998 to the present".
            (Some(_), None) => **b == Expr::Fuzzy(Fuzzy::Present),
            (None, Some(_)) => **a == Expr::Fuzzy(Fuzzy::Present),
            _ => false,
        },
        _ => false,
    })
}

/// "2001-03" is no range of years where the second is not the later one.
fn is_ascending(range: &Arg) -> bool {
    let year = |expr: &Expr| match expr {
        Expr::Date(DateFields { year, month: None, day: None, weekday: None }) => *year,
        _ => None,
    };
    let Arg::Expr(Expr::Range(from, to)) = range else { return true };
    match (year(from), year(to)) {
        (Some(Year::Full(a)), Some(Year::Full(b))) => a < b,
        (Some(Year::Full(a)), Some(Year::Short(b))) => {
            a.rem_euclid(100) < i32::from(b) || a.rem_euclid(100) == 99
        }
        _ => true,
    }
}

fn portion(portion: Portion, of: &Arg) -> Option<Arg> {
    Some(expr(Expr::Portion(portion, boxed(of)?)))
}

fn hedged(hedge: Hedge, of: &Arg) -> Option<Arg> {
    Some(expr(Expr::Hedged(hedge, boxed(of)?)))
}

fn open(bound: Bound, of: &Arg) -> Option<Arg> {
    Some(expr(Expr::Open(bound, boxed(of)?)))
}

fn cycle(arg: &Arg) -> Option<Cycle> {
    match arg {
        Arg::Cycle(cycle) | Arg::Expr(Expr::Bare(cycle)) => Some(*cycle),
        Arg::Atom(Atom::Unit(unit)) => Some(Cycle::Unit(*unit)),
        Arg::Atom(Atom::Weekday(weekday)) => Some(Cycle::Weekday(*weekday)),
        Arg::Atom(Atom::Month(month)) => Some(Cycle::Month(*month)),
        Arg::Atom(Atom::Season(season)) => Some(Cycle::Season(*season)),
        Arg::Atom(Atom::PartOfDay(part)) => Some(Cycle::PartOfDay(*part)),
        Arg::Atom(Atom::Holiday(holiday)) => Some(Cycle::Holiday(*holiday)),
        _ => None,
    }
}

/// "the last Friday of June", "the day after Thanksgiving", "6 May": of each year.
fn yearly(args: &[Arg]) -> Option<Yearly> {
    match args {
        [Arg::Atom(Atom::Month(month)), Arg::Atom(Atom::Day(day))] => {
            let fields = DateFields { month: Some(*month), day: Some(*day), ..DateFields::default() };
            fields.is_possible().then_some(Yearly::On(*month, *day))
        }
        [n, Arg::Atom(Atom::Weekday(weekday)), Arg::Atom(Atom::Month(month))] => {
            let n = i8::try_from(ordinal(n)?).ok().filter(|n| (1..=5).contains(&n.unsigned_abs()))?;
            Some(Yearly::Nth(n, *weekday, *month))
        }
        [Arg::Atom(Atom::Holiday(holiday)), days] => {
            Some(Yearly::Beside(*holiday, ordinal(days).filter(|days| days.unsigned_abs() < 366)?))
        }
        _ => None,
    }
}

fn ordinal(arg: &Arg) -> Option<i16> {
    match arg {
        Arg::Atom(Atom::Ordinal(n)) => Some(*n),
        Arg::Atom(Atom::Day(n)) => Some(i16::from(*n)),
        Arg::Atom(Atom::Quantity(Quantity::Exactly(n)) | Atom::Back(Quantity::Exactly(n))) => {
            let n = i16::try_from(n.as_whole()?).ok()?;
            Some(if matches!(arg, Arg::Atom(Atom::Back(_))) { -n } else { n })
        }
        _ => None,
    }
}

fn portion_of_year(args: &[Arg], parts: i16) -> Option<u8> {
    let n = ordinal(only(args)?)?;
    let n = if n < 0 { n + parts + 1 } else { n };
    u8::try_from(n).ok().filter(|n| (1..=parts).contains(&i16::from(*n)))
}

/// A quantity and a unit, perhaps a smaller one added, from the front of `args`; with what is left.
fn leading_amount(args: &[Arg]) -> Option<(Amount, bool, &[Arg])> {
    let (quantity, back, unit, rest) = match args {
        [Arg::Atom(Atom::Quantity(q)), Arg::Atom(Atom::Unit(unit)), rest @ ..] => (*q, false, *unit, rest),
        [Arg::Atom(Atom::Back(q)), Arg::Atom(Atom::Unit(unit)), rest @ ..] => (*q, true, *unit, rest),
        [Arg::Expr(Expr::Duration(amount)), rest @ ..] => return Some((*amount, false, rest)),
        _ => return None,
    };
    let (plus, rest) = match rest {
        [
            Arg::Atom(Atom::Quantity(Quantity::Exactly(n)) | Atom::Back(Quantity::Exactly(n))),
            Arg::Atom(Atom::Unit(smaller)),
            rest @ ..,
        ] => (Some((*n, *smaller)), rest),
        // "a year and a half": of the same unit.
        [Arg::Atom(Atom::Quantity(Quantity::Exactly(n)) | Atom::Back(Quantity::Exactly(n))), rest @ ..] => {
            (Some((*n, unit)), rest)
        }
        _ => (None, rest),
    };
    // "1 day, 2 hours and 5 minutes": what is smallest counts the rest.
    let (plus, rest) = match (plus, rest) {
        (
            Some((n, larger)),
            [Arg::Atom(Atom::Quantity(Quantity::Exactly(m))), Arg::Atom(Atom::Unit(smallest)), rest @ ..],
        ) => {
            let whole = n.0.checked_mul(larger.in_units_of(*smallest)?)?;
            (Some((Number(whole.checked_add(m.0)?), *smallest)), rest)
        }
        (plus, rest) => (plus, rest),
    };
    let amount = match (quantity, plus) {
        (_, Some((_, smaller))) if smaller > unit => return None,
        // "an hour and a half" is 1.5 hours.
        (Quantity::Exactly(Number(whole)), Some((Number(half), same))) if same == unit => {
            Amount { quantity: Quantity::Exactly(Number(whole.saturating_add(half))), unit, plus: None }
        }
        (_, Some((_, same))) if same == unit => return None,
        _ => Amount { quantity, unit, plus },
    };
    Some((amount, back, rest))
}

fn amount(args: &[Arg]) -> Option<Amount> {
    match leading_amount(args)? {
        (amount, false, []) => Some(amount),
        _ => None,
    }
}

fn anchor(args: &[Arg]) -> Option<Anchor> {
    match args {
        [] => Some(Anchor::Publication),
        [Arg::Atom(Atom::Discourse)] => Some(Anchor::Discourse),
        [other] => Some(Anchor::At(boxed(other)?)),
        _ => None,
    }
}

fn shift(args: &[Arg]) -> Option<Arg> {
    let (by, back, rest) = leading_amount(args)?;
    Some(expr(Expr::Shift { from: anchor(rest)?, by, back }))
}

fn window(args: &[Arg], back: bool) -> Option<Arg> {
    let (amount, _, rest) = leading_amount(args)?;
    Some(expr(Expr::Window { from: anchor(rest)?, amount, back }))
}

fn which(step: i8, args: &[Arg]) -> Option<Arg> {
    match args {
        [of, rest @ ..] => Some(expr(Expr::Which { step, of: cycle(of)?, from: anchor(rest)? })),
        _ => None,
    }
}

fn nth(args: &[Arg]) -> Option<Arg> {
    match args {
        [n, of, within] => {
            let n = ordinal(n).filter(|n| *n != 0)?;
            Some(expr(Expr::Nth { n, of: cycle(of)?, within: boxed(within)? }))
        }
        _ => None,
    }
}

fn nearest(args: &[Arg]) -> Option<Arg> {
    match args {
        [n, of, to] => {
            let n = u8::try_from(ordinal(n)?).ok().filter(|n| *n > 0)?;
            Some(expr(Expr::Nearest { n, of: cycle(of)?, to: boxed(to)? }))
        }
        _ => None,
    }
}

fn every(args: &[Arg], quantified: bool) -> Option<Arg> {
    let (step, of) = match args {
        [of] => (1, of),
        [step, of] => (u8::try_from(ordinal(step)?).ok().filter(|s| *s > 0)?, of),
        _ => return None,
    };
    Some(expr(Expr::Every(Every { of: cycle(of)?, step, times: None, quantified })))
}

fn times(args: &[Arg]) -> Option<Arg> {
    match args {
        [n, of] => {
            let times = u8::try_from(ordinal(n)?).ok()?;
            Some(expr(Expr::Every(Every { of: cycle(of)?, step: 1, times: Some(times), quantified: false })))
        }
        _ => None,
    }
}

/// "44 BC", "AD 79", "the seventh century BC": a year, or a century, of an era; astronomical, 0 is the first before Christ.
fn era(args: &[Arg], astronomical: fn(i32) -> i32) -> Option<Arg> {
    let arg = only(args)?;
    if let Arg::Atom(Atom::Ordinal(n)) = arg {
        let n = astronomical(i32::from(*n).max(1));
        return Some(Arg::Atom(Atom::Ordinal(i16::try_from(n).ok()?)));
    }
    let year = ordinal(arg).map(i32::from).filter(|n| (1..=9999).contains(n))?;
    Some(Arg::Atom(Atom::Year(Year::Full(astronomical(year)))))
}

fn decade(arg: &Arg) -> Option<Year> {
    match arg {
        Arg::Atom(Atom::Year(year)) => match year {
            Year::Full(y) if y % 10 == 0 => Some(*year),
            Year::Short(y) if y % 10 == 0 => Some(*year),
            _ => None,
        },
        _ => None,
    }
}

fn relative(args: &[Arg]) -> Option<Arg> {
    let [relation, rest @ .., Arg::Text(phrase)] = args else { return None };
    let relation = match relation {
        Arg::Atom(Atom::Relation(relation)) => *relation,
        Arg::Atom(Atom::Bound(Bound::Before)) => Relation::Before,
        Arg::Atom(Atom::Bound(Bound::After)) => Relation::After,
        Arg::Atom(Atom::Bound(Bound::Since)) => Relation::Since,
        Arg::Atom(Atom::Bound(Bound::Until)) => Relation::Until,
        _ => return None,
    };
    let by = if rest.is_empty() { None } else { Some(amount(rest)?) };
    let to = EventRef { phrase: phrase.to_string() };
    Some(expr(Expr::Relative { relation, by, to }))
}

/// A whole amount of one unit, for meanings that need one.
impl Amount {
    /// The same amount with fortnights counted as two weeks.
    #[must_use]
    pub fn in_weeks(self) -> Self {
        match (self.unit, self.quantity) {
            (Unit::Fortnight, Quantity::Exactly(Number(n))) => Amount {
                quantity: Quantity::Exactly(Number(n.saturating_mul(2))),
                unit: Unit::Week,
                plus: self.plus,
            },
            (Unit::Fortnight, _) => Amount { unit: Unit::Week, ..self },
            _ => self,
        }
    }
}
