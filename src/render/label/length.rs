//! What lengths and recurrences are called: "about 3 weeks", "every Monday", "twice a year".

use super::cell;
use crate::expression::{Amount, Cycle, Every, Number, Quantity, Yearly};
use crate::resolve::weekday_name;

/// "3 weeks", "2.5 years", "a few months", "2 years and 3 months".
pub(super) fn amount(amount: &Amount) -> String {
    let unit = amount.unit.name();
    let many = plural(unit);
    let main = match amount.quantity {
        Quantity::Exactly(n) => counted(n, unit),
        Quantity::Couple => format!("a couple of {many}"),
        Quantity::Few => format!("a few {many}"),
        Quantity::Some => format!("some {many}"),
        Quantity::Between(low, high) => format!("{low} to {high} {many}"),
        Quantity::Tens(10) => format!("dozens of {many}"),
        Quantity::Tens(100) => format!("hundreds of {many}"),
        Quantity::Tens(_) => format!("many {many}"),
    };
    match amount.plus {
        Some((n, unit)) => format!("{main} and {}", counted(n, unit.name())),
        None => main,
    }
}

/// "every Monday", "every 2 weeks", "twice a week".
pub(super) fn every(every: &Every) -> String {
    let of = match every.of {
        Cycle::Unit(unit) => unit.name().to_owned(),
        Cycle::Weekday(weekday) => weekday_name(weekday).to_owned(),
        Cycle::Month(month) => cell::month(month).to_owned(),
        Cycle::Season(season) => cell::season(season).to_lowercase(),
        Cycle::PartOfDay(part) => cell::part_of_day(part).to_owned(),
        Cycle::Quarter(n) => format!("{} quarter", cell::nth(n)),
        Cycle::Half(n) => format!("{} half", cell::nth(n)),
        Cycle::Yearly(day) => yearly(day),
        Cycle::Holiday(holiday) => holiday.name().replace('-', " "),
    };
    let each = match every.step {
        0 | 1 => format!("every {of}"),
        2 => format!("every other {of}"),
        n => format!("every {n} {}", plural(&of)),
    };
    match every.times {
        None => each,
        Some(1) => format!("once {each}"),
        Some(2) => format!("twice {each}"),
        Some(n) => format!("{n} times {each}"),
    }
}

/// "6 March", "last Friday of June", "2 days before easter".
fn yearly(day: Yearly) -> String {
    match day {
        Yearly::On(month, day) => format!("{day} {}", cell::month(month)),
        Yearly::Nth(n, weekday, month) => {
            let which = if n < 0 { "last".to_owned() } else { cell::nth(n.unsigned_abs()) };
            format!("{which} {} of {}", weekday_name(weekday), cell::month(month))
        }
        Yearly::Beside(holiday, days) => {
            let side = if days < 0 { "before" } else { "after" };
            let days = counted(Number::whole(i64::from(days.unsigned_abs())), "day");
            format!("{days} {side} {}", holiday.name().replace('-', " "))
        }
    }
}

/// "1 week", "3 weeks", "2.5 years".
fn counted(n: Number, unit: &str) -> String {
    match n.as_whole() {
        Some(1) => format!("1 {unit}"),
        Some(n) => format!("{n} {}", plural(unit)),
        None => {
            let decimals = format!("{:02}", (n.0 % 100).abs());
            let sign = if n.0 < 0 && n.trunc() == 0 { "-" } else { "" };
            format!("{sign}{}.{} {}", n.trunc(), decimals.trim_end_matches('0'), plural(unit))
        }
    }
}

fn plural(unit: &str) -> String {
    match unit {
        "century" => "centuries".to_owned(),
        "half" => "halves".to_owned(),
        "millennium" => "millennia".to_owned(),
        _ => format!("{unit}s"),
    }
}
