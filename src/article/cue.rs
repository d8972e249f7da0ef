//! The words by which a printed date is called one of publication or of a change, and a line that of an author.

use std::borrow::Cow;

/// Beginnings of the words by which a page says that what follows is the day of publication.
const PUBLISHED: [&str; 13] = [
    "publi",
    "posted",
    "written",
    "created",
    "erschienen",
    "veröffentlicht",
    "erstellt",
    "pubblicat",
    "mis en ligne",
    "paru",
    "опубликован",
    "gepubliceerd",
    "first published",
];

/// Beginnings of the words by which a shown date is called one of a change, not of publication.
const CHANGED: [&str; 13] = [
    "updat",
    "last upd",
    "last mod",
    "modif",
    "edited",
    "aktualisier",
    "geändert",
    "stand:",
    "actualiz",
    "mis à jour",
    "aggiornat",
    "обновлен",
    "bijgewerkt",
];

/// The word before an author's name.
const BY: [&str; 11] = ["by", "von", "por", "par", "di", "door", "av", "author", "autor", "auteur", "autore"];

/// Whether a text begins by saying that it is about a change.
pub(super) fn is_changed(text: &str) -> bool {
    begins(text, &CHANGED)
}

/// A line without what it says of changes: from each word that names one up to a word of publication or a bar.
pub(super) fn without_changes(line: &str) -> Cow<'_, str> {
    // Most lines name none.
    let mut starts = word_starts(line).filter(|&at| names_change(line, at)).peekable();
    if starts.peek().is_none() {
        return Cow::Borrowed(line);
    }
    let (mut kept, mut from) = (String::new(), 0);
    for at in starts {
        kept.push_str(line.get(from..at).unwrap_or_default());
        let rest = line.get(at..).unwrap_or_default();
        let bar = rest.find(['|', '•', '·', '\n']);
        let published = word_starts(rest).find(|&at| rest.get(at..).is_some_and(is_published));
        let end = bar.into_iter().chain(published).min().unwrap_or(rest.len());
        from = from.max(at + end);
    }
    kept.push_str(line.get(from..).unwrap_or_default());
    Cow::Owned(kept)
}

fn names_change(line: &str, at: usize) -> bool {
    // Who edited a text says nothing of when.
    line.get(at..).is_some_and(|rest| is_changed(rest) && !begins(rest, &["edited by"]))
}

fn word_starts(line: &str) -> impl Iterator<Item = usize> {
    let mut before = ' ';
    line.char_indices().filter_map(move |(at, c)| {
        let starts = c.is_alphabetic() && !before.is_alphanumeric();
        before = c;
        starts.then_some(at)
    })
}

/// Whether a text begins by saying that it is about publication.
pub(super) fn is_published(text: &str) -> bool {
    begins(text, &PUBLISHED)
}

/// Whether a word stands before an author's name.
pub(super) fn is_by(word: &str) -> bool {
    BY.iter().any(|by| by.eq_ignore_ascii_case(word.trim_end_matches(':')))
}

/// Asked at every word of a text, so it writes nothing down.
fn begins(text: &str, words: &[&str]) -> bool {
    let mut start = text.trim_start().chars().flat_map(char::to_lowercase);
    let Some(first) = start.next() else { return false };
    words.iter().filter_map(|word| word.strip_prefix(first)).any(|rest| {
        let mut start = start.clone();
        rest.chars().all(|c| start.next() == Some(c))
    })
}

#[cfg(test)]
mod tests {
    use super::{is_published, without_changes};

    #[test]
    fn changes_are_left_out() {
        for (line, expected) in [
            ("By Ann Lee, November 20, 2025", "By Ann Lee, November 20, 2025"),
            ("BY ANN LEE UPDATED: NOVEMBER 22, 2025", "BY ANN LEE "),
            ("Posted Nov 20, 2025 (last updated Nov 22, 2025)", "Posted Nov 20, 2025 ("),
            ("Updated: Nov 22, 2025 Published: Nov 20, 2025", "Published: Nov 20, 2025"),
            ("Updated Nov 22, 2025 | Nov 20, 2025 | modified Nov 23, 2025", "| Nov 20, 2025 | "),
            ("Ann Lee. Edited by Bo Ek. Nov 20, 2025", "Ann Lee. Edited by Bo Ek. Nov 20, 2025"),
            ("Stand: 22.11.2025, erschienen 20.11.2025", "erschienen 20.11.2025"),
        ] {
            assert_eq!(without_changes(line), expected, "{line}");
        }
    }

    #[test]
    fn words_are_known_by_their_beginning_in_any_letters() {
        assert!(
            is_published(" Publié le 20 novembre")
                && is_published("ОПУБЛИКОВАНО")
                && is_published("Mis en ligne")
        );
        assert!(!is_published("pub") && !is_published("") && !is_published("repost"));
    }
}
