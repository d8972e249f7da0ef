//! How choices are read and printed.

use super::choices::{
    Bare, Centuries, DateOrder, EarlyLate, Edge, Genre, Hemisphere, LastUnit, LastWeekday, Later, MonthsAgo,
    PastUnits, Region, Seasons, ThisWeekday, WeeksAgo, WinterOf,
};
use super::stretch::{DaysOfWeek, HoursOfDay};
use crate::expression::Weekday;

/// A value that a choice may have.
pub(super) trait Setting: Copy {
    /// `None` for what it may not be.
    fn read(text: &str) -> Option<Self>;
    /// As `read` takes it.
    fn printed(self) -> String;
    /// What it may be, in words.
    fn possible() -> String;
}

/// Choices among names.
macro_rules! named {
    ($($type:ty),+ $(,)?) => {$(
        impl Setting for $type {
            fn read(text: &str) -> Option<Self> {
                <$type>::from_name(text)
            }

            fn printed(self) -> String {
                self.name().to_owned()
            }

            fn possible() -> String {
                let names: Vec<_> = <$type>::ALL.iter().map(|value| value.name()).collect();
                format!("one of {}", names.join(", "))
            }
        }
    )+};
}

named!(
    Bare,
    Centuries,
    DateOrder,
    EarlyLate,
    Edge,
    Genre,
    Hemisphere,
    LastUnit,
    LastWeekday,
    Later,
    MonthsAgo,
    PastUnits,
    Region,
    Seasons,
    ThisWeekday,
    WeeksAgo,
    Weekday,
    WinterOf,
);

impl Setting for bool {
    fn read(text: &str) -> Option<Self> {
        text.parse().ok()
    }

    fn printed(self) -> String {
        self.to_string()
    }

    fn possible() -> String {
        "true or false".to_owned()
    }
}

impl Setting for u8 {
    fn read(text: &str) -> Option<Self> {
        text.parse().ok().filter(|n| (1..=99).contains(n))
    }

    fn printed(self) -> String {
        self.to_string()
    }

    fn possible() -> String {
        "a number from 1 to 99".to_owned()
    }
}

impl Setting for HoursOfDay {
    fn read(text: &str) -> Option<Self> {
        text.parse().ok()
    }

    fn printed(self) -> String {
        self.to_string()
    }

    fn possible() -> String {
        "two hours, as 20-04".to_owned()
    }
}

impl Setting for DaysOfWeek {
    fn read(text: &str) -> Option<Self> {
        text.parse().ok()
    }

    fn printed(self) -> String {
        self.to_string()
    }

    fn possible() -> String {
        "two days, as sat-sun".to_owned()
    }
}
