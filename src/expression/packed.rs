//! How what rules mean is packed into the tables of a language.

use super::build::Head;
use super::{
    Amount, Atom, Bound, Clock, DateFields, Fuzzy, Hedge, Holiday, Month, Number, PartOfDay, Portion,
    Quantity, Relation, Season, Term, Unit, Weekday, Year, Zone,
};
use crate::pack::packed;

packed!(names Bound, Fuzzy, Hedge, Holiday, Month, PartOfDay, Portion, Relation, Season, Unit, Weekday);
packed!(struct Number { 0 });
packed!(struct Zone { 0 });
packed!(struct Amount { quantity, unit, plus });
packed!(struct DateFields { year, month, day, weekday });
packed!(struct Clock { hour, minute, second, settled, zone });
packed!(struct Head { 0 });
packed!(
    enum Year {
        Full(year),
        Short(year),
    }
);
packed!(
    enum Quantity {
        Exactly(n),
        Couple,
        Few,
        Some,
        Between(low, high),
        Tens(n),
    }
);
packed!(
    enum Atom {
        None,
        Quantity(it),
        Back(it),
        Ordinal(n),
        Step(n),
        Discourse,
        Day(n),
        Year(it),
        Hour(n),
        Minute(n),
        Meridiem(pm),
        Date(it),
        Clock(it),
        Zone(it),
        Unit(it),
        Weekday(it),
        Month(it),
        Season(it),
        PartOfDay(it),
        Holiday(it),
        Portion(it),
        Hedge(it),
        Fuzzy(it),
        Bound(it),
        Relation(it),
    }
);
packed!(
    enum Term {
        Atom(it),
        Text(it),
        Variable(slot, back),
        Call(head, terms),
        Never,
    }
);
