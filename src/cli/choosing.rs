//! What of a timeline is shown: options that several commands share.

use super::offer::Offer;
use crate::article::Published;
use crate::error::{Error, Result};
use crate::walk::{Detail, Selection};
use chrono::NaiveDate;
use clap::Args;

/// What to show.
#[derive(Clone, Debug, Args)]
pub(super) struct Choosing {
    /// How much to show: brief (turning points), normal (dated events), full (also what context dates)
    #[arg(long, value_name = "DETAIL", default_value = "normal", value_parser = Offer::of(Detail::ALL, Detail::name), hide_possible_values = true)]
    detail: String,

    /// Only what is about this person, place or thing
    #[arg(long, value_name = "TEXT")]
    about: Option<String>,

    /// Only what may have happened on this day or later
    #[arg(long, value_name = "DATE")]
    from: Option<String>,

    /// Only what may have happened on this day or earlier
    #[arg(long, value_name = "DATE")]
    to: Option<String>,
}

impl Choosing {
    /// What the options ask for.
    pub(super) fn selection(&self) -> Result<Selection> {
        let detail = Detail::from_name(&self.detail).ok_or_else(|| {
            let all: Vec<_> = Detail::ALL.iter().map(|d| d.name()).collect();
            Error::value(format!("`{}` is not known; give one of {}", self.detail, all.join(", ")))
                .at("--detail")
        })?;
        let day = |option: &str, value: &Option<String>| -> Result<Option<NaiveDate>> {
            value.as_deref().map(|v| Published::parse(v).map(|p| p.day).map_err(|e| e.at(option))).transpose()
        };
        let (from, to) = (day("--from", &self.from)?, day("--to", &self.to)?);
        if from.zip(to).is_some_and(|(from, to)| from > to) {
            return Err(
                Error::value("lies after --to; give the earlier day to --from".to_owned()).at("--from")
            );
        }
        Ok(Selection { detail, about: self.about.clone(), from, to })
    }
}
