//! Amounts of time.

use super::Unit;

/// A number with two decimal places, in hundredths: "two and a half" is 250.
///
/// ```
/// use dateline::expression::Number;
///
/// let (two, more) = (Number::whole(2), Number(250));
/// assert_eq!((two.as_whole(), more.as_whole(), more.trunc()), (Some(2), None, 2));
/// assert_eq!(more.to_string(), "2.5");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Number(pub i64);

impl Number {
    /// A whole number.
    pub const fn whole(n: i64) -> Self {
        Number(n.saturating_mul(100))
    }

    /// The whole number, where it is one.
    pub const fn as_whole(self) -> Option<i64> {
        if self.0 % 100 == 0 { Some(self.0 / 100) } else { None }
    }

    /// Rounded towards zero.
    pub const fn trunc(self) -> i64 {
        self.0 / 100
    }
}

/// How many.
///
/// ```
/// use dateline::{Expr, expression::{Amount, Anchor, Quantity, Unit}};
///
/// let by = Amount { quantity: Quantity::Few, unit: Unit::Day, plus: None };
/// assert_eq!("shift(-few day)".parse::<Expr>()?, Expr::Shift { from: Anchor::Publication, by, back: true });
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Quantity {
    /// A number.
    Exactly(Number),
    /// "a couple": two, approximately.
    Couple,
    /// "a few": three, approximately.
    Few,
    /// "several", "many", a bare plural: nobody knows how many.
    Some,
    /// "two to four": nobody says which.
    Between(u16, u16),
    /// "dozens": a multiple of ten, hundred, … that nobody counts.
    Tens(u16),
}

/// How much time: a quantity of a unit, perhaps with a smaller one added ("two years and three months").
///
/// ```
/// use dateline::expression::{Amount, Number, Unit};
///
/// let amount = Amount { plus: Some((Number::whole(3), Unit::Month)), ..Amount::new(2, Unit::Year) };
/// assert_eq!(amount.to_string(), "2 year 3 month");
/// assert!(!amount.is_vague());
/// assert_eq!(Amount::new(1, Unit::Fortnight).in_weeks(), Amount::new(2, Unit::Week));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Amount {
    /// How many.
    pub quantity: Quantity,
    /// Of what.
    pub unit: Unit,
    /// And how many of a smaller unit.
    pub plus: Option<(Number, Unit)>,
}

impl Amount {
    /// A number of a unit.
    pub const fn new(n: i64, unit: Unit) -> Self {
        Amount { quantity: Quantity::Exactly(Number::whole(n)), unit, plus: None }
    }

    /// Whether the number is vague.
    pub const fn is_vague(&self) -> bool {
        !matches!(self.quantity, Quantity::Exactly(_))
    }
}
