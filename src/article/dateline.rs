//! Lines of a text that say when it was published: "Published November 20, 2025", a byline with a date, a date alone at the
//! top, and the dateline "LYON, Nov. 20, 2025 —". Only full dates count: without a year none is certain.

use super::confidence::{DATELINE, LINE, LINE_ALONE, LINE_BY};
use super::cue;
use super::date::{DateOrder, Stamp, is_weekday};
use super::published::{Candidate, Evidence};
use crate::span::last_char;

/// Lines with text from the top, and from the end, that are looked at.
const FROM_TOP: usize = 12;
const FROM_END: usize = 4;

/// Longest line, in bytes and in words, that is no sentence of the article.
const LONGEST: usize = 120;
const MOST_WORDS: usize = 16;

/// How far into a paragraph its dateline reaches, in bytes.
const LONGEST_DATELINE: usize = 100;

/// What the lines of a text say.
pub(super) fn candidates(text: &str) -> Vec<Candidate> {
    let lines = || text.lines().map(plain).filter(|line| !line.is_empty());
    let mut found = Vec::new();
    for line in lines().take(FROM_TOP) {
        found.extend(of_line(line));
        found.extend(
            dateline(line).map(|stamp| Candidate::new(stamp, Evidence::Dateline, DATELINE, quote(line))),
        );
    }
    let end = text.lines().rev().map(plain).filter(|line| !line.is_empty()).take(FROM_END);
    for candidate in end.filter(|line| cue::is_published(line)).filter_map(of_line) {
        // A short text ends where it begins.
        if !found.contains(&candidate) {
            found.push(candidate);
        }
    }
    // Several dates on lines of their own are the headings of a diary or of a list.
    let mut alone = lines().filter_map(|line| Some((line, stamp_alone(line)?)));
    let first = lines().take(FROM_TOP / 2).find_map(|line| Some((line, stamp_alone(line)?)));
    if let (Some((line, stamp)), Some(_), None) = (first, alone.next(), alone.next()) {
        found.push(Candidate::new(stamp, Evidence::Byline, LINE_ALONE, quote(line)));
    }
    // "Oct. 30, 2025 - Shares in": a dateline without a place, where no other line is dated like that, as in a chronology.
    let mut led = lines().filter_map(|line| Some((line, led(line)?)));
    let first = lines().take(FROM_TOP / 2).find_map(|line| Some((line, self::led(line)?)));
    if let (Some((line, stamp)), Some(_), None) = (first, led.next(), led.next()) {
        found.push(Candidate::new(stamp, Evidence::Dateline, LINE_ALONE, quote(line)));
    }
    found
}

/// The full date that alone stands before a paragraph's first dash.
fn led(paragraph: &str) -> Option<Stamp> {
    paragraph.chars().next().filter(|c| c.is_alphanumeric())?;
    let (date, text) = before_dash(paragraph)?;
    stamp_alone(date).filter(|_| text.split_whitespace().count() > 1)
}

/// What stands before the dash of a paragraph's dateline, and what behind it, where it may be a date, which has a
/// digit.
fn before_dash(paragraph: &str) -> Option<(&str, &str)> {
    let start = paragraph.get(..last_char(paragraph, LONGEST_DATELINE)?)?;
    // Most have none; the two that are no hyphen begin with the same byte.
    memchr::memchr2(b'-', 0xE2, start.as_bytes())?;
    let start = Some(start).filter(|start| start.bytes().any(|byte| byte.is_ascii_digit()))?;
    start.match_indices(['-', '—', '–']).find_map(|(at, sign)| {
        let (before, behind) = (start.get(..at)?, start.get(at + sign.len()..)?);
        let spaced = before.strip_suffix(' ').and_then(|before| {
            // Two hyphens are a dash.
            let behind = if sign == "-" { behind.strip_prefix('-').unwrap_or(behind) } else { behind };
            Some((before, behind.strip_prefix(' ')?))
        });
        // A hyphen within a word is none.
        let (before, behind) = spaced.or((sign != "-").then_some((before, behind)))?;
        Some((before, paragraph.get(start.len() - behind.len()..)?))
    })
}

/// A short line that begins by saying that it is about publication, or about who wrote the text.
fn of_line(line: &str) -> Option<Candidate> {
    if line.len() > LONGEST || line.split_whitespace().count() > MOST_WORDS {
        return None;
    }
    let line = cue::without_changes(line);
    let line = line.trim_end();
    if line.ends_with('.') && !line.ends_with("m.") {
        return None;
    }
    let confidence = if cue::is_published(line) {
        LINE
    } else if line.split_whitespace().next().is_some_and(cue::is_by) {
        LINE_BY
    } else {
        let stamp = below_name(line)?;
        return Some(Candidate::new(stamp, Evidence::Byline, LINE_ALONE, quote(line)));
    };
    Some(Candidate::new(Stamp::find(line, DateOrder::Unknown)?, Evidence::Byline, confidence, quote(line)))
}

/// "The Portland Observer | Sunday, April 12, 2026": the name of a paper, and the full date with its weekday.
fn below_name(line: &str) -> Option<Stamp> {
    let marks = |at: &(usize, char)| matches!(at.1, ',' | '|' | '·' | '•' | '—' | '–');
    let (at, mark) = line.char_indices().find(marks)?;
    let (name, date) = (line.get(..at)?, line.get(at + mark.len_utf8()..)?.trim_start());
    let first = name.chars().next().is_some_and(char::is_uppercase);
    let capitals = name.split_whitespace().filter(|w| w.starts_with(char::is_uppercase)).count();
    let is_name = first && capitals >= 2 && 2 * capitals > name.split_whitespace().count();
    let weekday = date.split(|c: char| !c.is_alphabetic()).next().is_some_and(is_weekday);
    (is_name && weekday).then(|| stamp_alone(date)).flatten()
}

fn stamp_alone(line: &str) -> Option<Stamp> {
    (line.len() <= LONGEST).then(|| Stamp::parse(line, DateOrder::Unknown).ok()).flatten()
}

/// The full date of a paragraph's dateline: a place in capitals, a date, a dash.
pub(super) fn dateline(paragraph: &str) -> Option<Stamp> {
    let place = paragraph.split(|c: char| !c.is_alphabetic()).next()?;
    if place.chars().count() < 3 || !place.chars().all(char::is_uppercase) {
        return None;
    }
    Stamp::find(before_dash(paragraph)?.0, DateOrder::Unknown)
}

/// A line without white space and the marks that Markdown sets around it.
fn plain(line: &str) -> &str {
    line.trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_' | '#' | '>' | '\u{feff}'))
}

/// Where it stands, for those who ask.
fn quote(line: &str) -> String {
    line.chars().take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::candidates;

    #[test]
    fn lines_of_a_text_date_it() {
        let cases = [
            ("Strike ends\n\nPublished November 20, 2025\n\nIt ended.", "2025-11-20 0.86"),
            ("Strike ends\nPublished: Thu 20 November 2025, 10:42\nIt ended.", "2025-11-20 0.86"),
            ("Strike\n\n*Veröffentlicht am 20. November 2025*\n\nEr endete.", "2025-11-20 0.86"),
            ("It ended.\n\nFirst published on 20 November 2025", "2025-11-20 0.86"),
            ("Strike ends\nBy Ann Lee | Nov. 20, 2025\n\nIt ended.", "2025-11-20 0.8"),
            ("LYON, Nov. 20, 2025 (AP) — It ended on Friday.", "2025-11-20 0.85"),
            ("NEW YORK, November 20, 2025 /PRNewswire/ -- It ended.", "2025-11-20 0.85"),
            ("Nov. 20, 2025 - The strike ended on Friday.", "2025-11-20 0.78"),
            ("Nov. 20, 2025 - It began.\n\nNov. 25, 2025 - It ended.", ""),
            ("Strike ends\nThursday, November 20, 2025\n\nIt ended.", "2025-11-20 0.78"),
            ("Strike ends\nThe Lyon Observer | Thursday, November 20, 2025\n\nIt ended.", "2025-11-20 0.78"),
            ("Strike ends\nThe Lyon Dispatch, Thursday, Nov. 20, 2025\n\nIt ended.", "2025-11-20 0.78"),
            ("Doors open, Thursday, November 20, 2025\n\nIt ended.", ""),
            ("November 20, 2025\n\nIt ended.\n\nNovember 21, 2025\n\nIt began.", ""),
            ("Published 3 hours ago\n\nIt ended.", ""),
            ("Updated November 20, 2025\n\nIt ended.", ""),
            ("By Ann Lee | Updated November 22, 2025\n\nIt ended.", ""),
            ("Published November 20, 2025 (updated November 22, 2025)\n\nIt ended.", "2025-11-20 0.86"),
            ("Published on November 20, 2025, the report told of a strike in Lyon and what came of it.", ""),
            ("Published in 2025.", ""),
            ("LYON, Nov. 20 (AP) — It ended on Friday.", ""),
            ("Lyon, the town – a report of November 20, 2025", ""),
            ("", ""),
        ];
        for (text, expected) in cases {
            let found = candidates(text);
            let shown =
                found.first().map(|c| format!("{} {}", c.published.day, c.confidence)).unwrap_or_default();
            assert_eq!(shown, expected, "{text}");
        }
    }
}
