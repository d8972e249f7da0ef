//! Room 4: which time that is.
//!
//! Input: an expression and a context. Output: a [`When`], an interval with grain, certainty and reasons.
//! Knows nothing of text, languages or articles, and never reads a clock.

mod calendar;
mod cell;
mod clock;
mod combine;
mod context;
mod convert;
mod cycle;
mod discourse;
mod edtf;
mod fields;
mod genre;
mod hindu;
mod holiday;
mod interval;
#[cfg_attr(not(feature = "feasts"), path = "no_lunar.rs")]
mod lunar;
mod offset;
mod policy;
mod relative;
mod resolver;
mod sky;
mod stated;
mod timex;
mod undated;
mod when;
mod why;

pub(crate) use calendar::days_between;
pub use cell::Cell;
pub use context::Context;
pub(crate) use discourse::{Discourse, Heard};
pub(crate) use fields::onward;
pub(crate) use genre::{Telling, telling};
pub use interval::Interval;
pub use policy::{
    Bare, Centuries, Choice, DateOrder, DaysOfWeek, EarlyLate, Edge, Genre, Hemisphere, HoursOfDay, LastUnit,
    LastWeekday, Later, MonthsAgo, PastUnits, Policy, Region, Seasons, ThisWeekday, WeeksAgo, WinterOf,
};
pub(crate) use relative::anniversary;
pub use relative::{narrow, relative};
pub use resolver::resolve;
pub use timex::{Timex, TimexType};
pub use undated::fitting_years;
pub use when::{Certainty, Value, When};
pub(crate) use why::weekday_name;
pub use why::{Chosen, OtherReading, Reason, Why};
