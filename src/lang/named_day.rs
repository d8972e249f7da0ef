//! Days of a user's own, by name: a rule each, without the notation.

use super::rules::{self, RulesFile};
use crate::error::{Error, Result};
use crate::expression::{Cycle, Expr};

/// A day of each year that has a name: "Founders' Day" on 6 March.
///
/// ```
/// use dateline::{Expr, lang::{Additions, Language, NamedDay}, recognise::recognise, segment::segment};
/// use dateline::expression::{Cycle, Month, Yearly};
///
/// let day = Cycle::Yearly(Yearly::On(Month::March, 6));
/// let days = vec![NamedDay { file: "dateline.toml", line: 7, name: "Founders' Day", day }];
/// let language = Language::english_with(&Additions { days, ..Additions::default() })?;
/// let found = recognise(&segment("It closes on Founders’ Day.", &language), &language);
/// assert_eq!(found[0].expr, Expr::Bare(day));
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct NamedDay<'t> {
    /// The file that names it, as errors call it.
    pub file: &'t str,
    /// The line there, from 1.
    pub line: usize,
    /// What it is called. Words with a capital are found only with one, an apostrophe may be either kind.
    pub name: &'t str,
    /// When it is: of cycles a holiday or a day of each year.
    pub day: Cycle,
}

impl NamedDay<'_> {
    /// Its name as a pattern: a final apostrophe is a word of its own.
    pub(super) fn pattern(&self) -> String {
        let words = self.name.split_whitespace().map(|word| {
            let word = word.replace('’', "'");
            match word.strip_suffix('\'') {
                Some(plural) => format!("{plural} '"),
                None => word,
            }
        });
        words.collect::<Vec<_>>().join(" ")
    }

    /// The rule that finds it.
    pub(super) fn rules<'a>(&'a self, pattern: &'a str) -> Result<RulesFile<'a>> {
        let fits = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '\'' | '-' | '.');
        if pattern.is_empty() || !pattern.chars().all(fits) {
            let message = format!("the name `{}` may hold words, hyphens and apostrophes alone", self.name);
            return Err(Error::language(message).at(format!("{}:{}", self.file, self.line)));
        }
        rules::single((self.file, self.line), self.name, pattern, &Expr::Bare(self.day).to_string())
    }
}
