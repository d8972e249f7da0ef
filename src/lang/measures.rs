//! Words that measure: "billion", "percent", "points".
//!
//! A measures file has a kind of measure a line, `percent: word word …`, `points: word word …`, `sum: word word …` for the coins of one
//! currency, or `scale n: word word …` and
//! `short n: word word …`, where `n` is the power of ten by which a word, or the letters glued to a number, multiply it.

use super::lexicon::lines;
use super::word::WordKey;
use crate::error::{Error, Result};
use crate::pack::packed;

/// What a word says of the number before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Measure {
    /// It multiplies it by ten to this power.
    Scale(u8),
    /// The same, glued to it.
    Short(u8),
    Percent,
    Points,
    /// A sum of money, in the currency of this number.
    Sum(u8),
}

/// The measures of a language.
#[derive(Clone, Debug, Default)]
pub(crate) struct Measures {
    words: Vec<Named>,
}

/// A word that measures.
#[derive(Clone, Copy, Debug)]
struct Named {
    word: WordKey,
    measure: Measure,
}

packed!(
    enum Measure {
        Scale(power),
        Short(power),
        Percent,
        Points,
        Sum(currency),
    }
);
packed!(struct Named { word, measure });
packed!(struct Measures { words });

impl Measures {
    /// Reads a measures file.
    pub(super) fn read(file: &str, text: &str) -> Result<Self> {
        let mut measures = Measures::default();
        let mut currencies = 0;
        for (number, line) in lines(text) {
            let at = |message: String| Error::language(message).at(format!("{file}:{number}"));
            let shape =
                || at(format!("expected `percent|points|sum|scale n|short n: word word …`, found `{line}`"));
            let (head, words) = line.split_once(": ").ok_or_else(shape)?;
            let (kind, power) = head.split_once(' ').unwrap_or((head, "0"));
            let power = power.parse().map_err(|_| shape())?;
            let measure = match kind {
                "scale" => Measure::Scale(power),
                "short" => Measure::Short(power),
                "percent" => Measure::Percent,
                "points" => Measure::Points,
                "sum" => {
                    currencies += 1;
                    Measure::Sum(currencies)
                }
                _ => return Err(shape()),
            };
            for word in words.split_whitespace() {
                let word = WordKey::of(word).ok_or_else(|| at(format!("`{word}` is too long")))?;
                measures.words.push(Named { word, measure });
            }
        }
        Ok(measures)
    }

    /// What a word measures; most words measure nothing.
    pub(crate) fn of(&self, word: &str) -> Option<Measure> {
        let key = WordKey::of(word)?;
        self.words.iter().find(|named| named.word == key).map(|named| named.measure)
    }
}

#[cfg(test)]
mod tests {
    use super::{Measure, Measures};
    use crate::lang::Language;

    #[test]
    fn words_measure() {
        let measures = &Language::english().measures;
        assert_eq!(measures.of("Billion"), Some(Measure::Scale(9)));
        assert_eq!(measures.of("bn"), Some(Measure::Short(9)));
        assert_eq!(measures.of("%"), Some(Measure::Percent));
        assert_eq!(measures.of("mayor"), None);
    }

    #[test]
    fn errors_name_the_line() {
        let error = Measures::read("measures.txt", "percent: %\nscale many: million").expect_err("no power");
        assert_eq!(error.place(), Some("measures.txt:2"));
    }
}
