//! The words by which a printed date is called one of publication or of a change, and a line that of an author.

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

/// Whether a text begins by saying that it is about publication.
pub(super) fn is_published(text: &str) -> bool {
    begins(text, &PUBLISHED)
}

/// Whether a word stands before an author's name.
pub(super) fn is_by(word: &str) -> bool {
    BY.iter().any(|by| by.eq_ignore_ascii_case(word.trim_end_matches(':')))
}

fn begins(text: &str, words: &[&str]) -> bool {
    let text = text.trim_start().to_lowercase();
    words.iter().any(|word| text.starts_with(word))
}
