//! Examples of rules files: what is recognised without a date, and what it resolves to without text.

use crate::lang::Language;
use crate::lang::rules::{Example, ExampleKind};
use crate::recognise::{Mention, recognise};
use crate::resolve::{Context, Policy, Value, When, resolve};
use crate::segment::segment;
use chrono::NaiveDate;

/// The day that the values of examples hold on, a Wednesday.
const PUBLISHED: (i32, u32, u32) = (2024, 3, 13);

/// What is wrong with an example; a known gap is wrong when it passes.
///
/// ```
/// use dateline::{check, lang::{Additions, Language}};
///
/// let rules = "rule fiscal-week\n  reporting week => this(week)\n  reporting week | this(week) | 2024-W12\n";
/// let additions = Additions { rules: vec![("desk.rules", rules)], ..Additions::default() };
/// let language = Language::english_with(&additions)?;
/// let file = &additions.read_rules()?[0];
/// let failure = check::example(&file.rules[0].examples[0], &language).expect("it is week 11");
/// assert!(failure.starts_with("resolves to 2024-W11"));
/// # Ok::<(), dateline::Error>(())
/// ```
pub fn example(example: &Example<'_>, language: &Language) -> Option<String> {
    let document = segment(example.text, language);
    let mentions = recognise(&document, language);
    let read = |m: &Mention| {
        format!("`{}` as {} by {}", m.span.of(example.text), m.expr, language.rule_name(m.rule))
    };
    match &example.kind {
        ExampleKind::Silent => mentions.first().map(|m| format!("is to be silent, but reads {}", read(m))),
        ExampleKind::Match { expr, value, gap } => {
            let failure = match mentions.as_slice() {
                [] => Some("holds no expression of time".to_owned()),
                [mention] if mention.expr.to_string() != *expr => {
                    Some(format!("reads {}, not as {expr}", read(mention)))
                }
                [mention] => wrong_value(mention, value),
                several => {
                    Some(format!("reads {}", several.iter().map(read).collect::<Vec<_>>().join(" and ")))
                }
            };
            match (failure, gap) {
                (None, true) => Some("is a known gap that passes now; remove its ~".to_owned()),
                (Some(_), true) => None,
                (failure, false) => failure,
            }
        }
    }
}

fn wrong_value(mention: &Mention, value: &str) -> Option<String> {
    let (year, month, day) = PUBLISHED;
    let published = NaiveDate::from_ymd_opt(year, month, day)?;
    let policy = Policy::default();
    let printed = printed(&resolve(&mention.expr, &Context::on(published, &policy)));
    let holds = value.is_empty() || printed.iter().any(|p| p == value);
    (!holds).then(|| {
        let mut printed: Vec<_> = printed.iter().filter(|p| !p.is_empty()).map(String::as_str).collect();
        printed.dedup();
        format!("resolves to {}, not to {value}", printed.join(" or "))
    })
}

/// The ways in which an example may write a value.
fn printed(when: &When) -> [String; 3] {
    let around = match when.value {
        Value::Around(day) => format!("{day}±3d"),
        _ => String::new(),
    };
    [when.timex().value, when.edtf(), around]
}
