//! Plain text.
//!
//! The text of the article is the text of the file: nothing is trimmed, joined or normalised, so that a character's
//! number in the article is its number in the file. A UTF-8 byte order mark is therefore kept as the first character, which
//! is how other readers of UTF-8 count it; in UTF-16 the mark belongs to the encoding and counts for nothing. The offsets
//! of a file in a legacy encoding are those of its decoded characters.

use super::date::{DateOrder, Stamp};
use super::published::Candidate;
use super::{Article, address, dateline, encoding, language, lines};
use crate::Result;

pub(super) fn read(bytes: &[u8], url: Option<&str>) -> Result<Article> {
    let text = encoding::decode(bytes, encoding::nowhere)?.into_owned();
    let candidates = dates(&text, url);
    let language = language::of(&text, None);
    let lines = lines::of_text(&text);
    Ok(Article { title: title(&text), language, lines, text, ..Article::default() }.dated(candidates))
}

/// Plain text has no place for a date but the lines that say so and the address that it came from.
pub(super) fn candidates(bytes: &[u8], url: Option<&str>) -> Result<Vec<Candidate>> {
    Ok(dates(&encoding::decode(bytes, encoding::nowhere)?, url))
}

fn dates(text: &str, url: Option<&str>) -> Vec<Candidate> {
    let mut found = dateline::candidates(text);
    found.extend(url.and_then(address::candidate));
    found
}

/// Longest line, in characters, that is taken for a headline.
const LONGEST_TITLE: usize = 140;

/// The first line, where it stands alone like a headline: short, without final stop, a blank line below and text after that.
fn title(text: &str) -> Option<String> {
    let text = text.trim_start_matches(|c: char| c == '\u{feff}' || c.is_whitespace());
    let (line, below) = text.split_once('\n')?;
    let (blank, body) = below.split_once('\n')?;
    let line = line.trim_end();
    let unquoted = line.trim_end_matches(['"', '”', '’', '\'', ')']);
    let stands_alone = blank.trim().is_empty()
        && !body.trim().is_empty()
        && !unquoted.ends_with(['.', ',', ';', ':', '…', '-', '–', '—'])
        && line.chars().take(LONGEST_TITLE + 1).count() <= LONGEST_TITLE;
    // A date on a line of its own is the article's date or a heading of its first day; a byline or a dateline may have one, too.
    let is_date =
        || Stamp::parse(line, DateOrder::MonthFirst).is_ok() || !dateline::candidates(line).is_empty();
    (stands_alone && !is_date()).then(|| line.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{read, title};

    #[test]
    fn a_headline_stands_alone() {
        let cases = [
            ("Strike ends in Lyon\n\nWorkers returned.", Some("Strike ends in Lyon")),
            ("\u{feff}Strike ends in Lyon\r\n\r\nWorkers returned.\r\n", Some("Strike ends in Lyon")),
            ("Who won?\n\nNobody.", Some("Who won?")),
            ("Workers returned on Friday.\n\nThey were glad.", None),
            ("“Workers returned.”\n\nThey were glad.", None),
            ("LYON, Nov. 20 –\n\nThey were glad.", None),
            ("November 20, 2025\n\nThey were glad.", None),
            ("Published: 20 November 2025\n\nThey were glad.", None),
            ("Strike ends in Lyon\nWorkers returned.", None),
            ("Strike ends in Lyon\n\n", None),
            ("Strike ends in Lyon", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(title(text).as_deref(), expected, "{text:?}");
        }
        assert_eq!(title(&format!("{}\n\nText.", "long ".repeat(50))), None);
    }

    #[test]
    fn the_text_is_the_file() {
        let file = "\u{feff}A\r\n\r\n\0 b\u{a0}c\t\r\n";
        assert_eq!(read(file.as_bytes(), None).expect("text").text, file);
    }
}
