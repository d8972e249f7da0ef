//! A time with its fields, and what names it.

use super::wall_clock;
use crate::render::label;
use crate::resolve::{Value, When};
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct WhenView<'a> {
    from: Option<String>,
    to: Option<String>,
    grain: &'static str,
    timex: String,
    edtf: String,
    certainty: &'static str,
    label: String,
    why: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    named: Option<NamedView<'a>>,
}

/// What a time is named by, where its sides do not tell: a week or so around a day, the early part of a year. It holds for these sides
/// alone, so that a hand that moves one need not know of it.
#[derive(Serialize)]
struct NamedView<'a> {
    from: Option<String>,
    to: Option<String>,
    grain: &'static str,
    value: &'a Value,
}

impl<'a> WhenView<'a> {
    /// With all that it takes to be read again.
    pub(super) fn stored(when: &'a When) -> Self {
        let plain = When::of_interval(when.interval, when.grain, when.certainty);
        let mut view = WhenView::new(when);
        view.named = (plain.value != when.value).then(|| NamedView {
            from: view.from.clone(),
            to: view.to.clone(),
            grain: view.grain,
            value: &when.value,
        });
        view
    }

    pub(super) fn new(when: &When) -> Self {
        WhenView {
            named: None,
            from: when.interval.from.map(wall_clock),
            to: when.interval.to.map(wall_clock),
            grain: when.grain.name(),
            timex: when.timex().value,
            edtf: when.edtf(),
            certainty: when.certainty.name(),
            label: label(when),
            why: when.why.sentences().collect(),
        }
    }
}
