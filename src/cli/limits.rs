//! How much is read: options that several commands share.

use crate::article::Reader;
use crate::error::{Error, Result};
use clap::Args;
use std::io::Read;

/// Files of many articles, and timelines, may be so many times as large as one article.
const MANY: usize = 10;

/// Where reading stops.
#[derive(Clone, Debug, Args)]
pub(super) struct Limits {
    /// Largest article, page, feed or record, in bytes or as 500k, 20M, 1G; a file of records may be ten times as large
    #[arg(long, value_name = "SIZE", default_value = "20M", value_parser = size)]
    #[arg(help_heading = "Limits", hide_short_help = true)]
    max_bytes: usize,

    /// How deep the elements of a page may be nested; time grows with its square
    #[arg(long, value_name = "N", default_value = "512", value_parser = depth)]
    #[arg(help_heading = "Limits", hide_short_help = true)]
    max_depth: usize,
}

/// The deepest nesting that can be asked for: what reads pages recurses, and stacks end.
const DEEPEST: usize = 4096;

fn depth(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(depth @ 1..=DEEPEST) => Ok(depth),
        _ => Err(format!("give a number from 1 to {DEEPEST}")),
    }
}

/// `500k`, `20M`, `1G` or a number of bytes.
fn size(text: &str) -> Result<usize, String> {
    let units = [('k', 1_000), ('m', 1_000_000), ('g', 1_000_000_000)];
    let unit = units.iter().find(|(letter, _)| text.to_ascii_lowercase().ends_with(*letter));
    let number = text.get(..text.len() - usize::from(unit.is_some())).unwrap_or_default();
    let size = number.parse().ok().and_then(|n: usize| n.checked_mul(unit.map_or(1, |(_, times)| *times)));
    size.filter(|size| *size > 0).ok_or_else(|| "give a size such as 500k, 20M or 1G".to_owned())
}

impl Limits {
    /// What reads articles within these limits.
    pub(super) const fn reader(&self) -> Reader {
        Reader { longest: self.max_bytes, deepest: self.max_depth }
    }

    /// All bytes of a source of one article; of `many`, or of a timeline. One byte more than allowed is never held.
    pub(super) fn bytes(&self, name: &str, source: impl Read, many: bool) -> Result<Vec<u8>> {
        let longest = if many { self.max_bytes.saturating_mul(MANY) } else { self.max_bytes };
        let mut bytes = Vec::new();
        let most = u64::try_from(longest).unwrap_or(u64::MAX).saturating_add(1);
        source.take(most).read_to_end(&mut bytes).map_err(|error| Error::io(name, error))?;
        if bytes.len() > longest {
            let reader = Reader { longest, ..self.reader() };
            return Err(reader.too_long().at(name));
        }
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn sizes_are_numbers_with_units() {
        let cases =
            [("1", Some(1)), ("500k", Some(500_000)), ("20M", Some(20_000_000)), ("1G", Some(1_000_000_000))];
        for (text, bytes) in cases {
            assert_eq!(size(text).ok(), bytes, "{text}");
        }
        for text in ["", "0", "k", "-1", "1.5M", "99999999999999999999", "99999999999G", "1é"] {
            assert!(size(text).is_err(), "{text}");
        }
    }
}
