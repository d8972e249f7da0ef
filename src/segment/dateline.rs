//! Datelines: place, perhaps agency and date, before the first words of a report ("LISBON, Nov. 19 (Reuters) —").

use super::{Document, TokenKind};
use crate::lang::{Language, Role};

/// The most tokens that a dateline has, its dash included.
const LONGEST: usize = 18;

/// The index behind the dateline that starts at `first`; `first` itself where none does.
///
/// A dateline starts with a word in capitals, or ends with an agency in parentheses; it holds only names, dates and marks,
/// and ends with a dash or an underscore.
pub(super) fn body(document: &Document<'_>, first: usize, last: usize, language: &Language) -> usize {
    let shouted = is_shouted(document.word(first));
    let mut agency = false;
    let mut words = 0;
    for i in first..last.min(first + LONGEST) {
        let Some(token) = document.tokens.get(i) else { break };
        match document.word(i) {
            "—" | "–" | "_" => return if words > 0 && (shouted || agency) { i + 1 } else { first },
            "-" => {
                let next = document.tokens.get(i + 1);
                let double = next.is_some_and(|n| n.glued) && document.is(i + 1, "-");
                // A hyphen joins words; a dash stands apart from them.
                if double || (!token.glued && next.is_some_and(|n| !n.glued)) {
                    let end = if double { i + 2 } else { i + 1 };
                    return if words > 0 && (shouted || agency) { end } else { first };
                }
            }
            ")" => agency = true,
            "," | "(" | "." | "/" | "&" | ";" => {}
            _ if token.kind == TokenKind::Number => {}
            // "Buenos Aires", "Nov.", "de": names, months and small words of names.
            _ if token.kind == TokenKind::Word => {
                let dated = !language.lexicon.readings(token.word).is_empty();
                let small = document.has(i, Role::Preposition) || document.word(i).len() <= 2;
                if !token.capital && !dated && !small {
                    return first;
                }
                words += 1;
            }
            _ => return first,
        }
    }
    first
}

fn is_shouted(word: &str) -> bool {
    word.chars().filter(|c| c.is_alphabetic()).count() > 1 && !word.chars().any(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use crate::lang::Language;
    use crate::segment::segment;

    #[test]
    fn bodies_start_behind_datelines() {
        let cases = [
            ("LISBON, Nov. 19 — The port reopened.", "The port reopened."),
            ("OSLO (AP) _ The port reopened.", "The port reopened."),
            ("Porto, Portugal (Reuters) - The port reopened.", "The port reopened."),
            ("ST. LOUIS -- The port reopened.", "The port reopened."),
            ("NATO chief Rask — a Dane — left.", "NATO chief Rask — a Dane — left."),
            ("The port — long closed — reopened.", "The port — long closed — reopened."),
        ];
        for (text, want) in cases {
            let document = segment(text, Language::english());
            let sentence = document.sentences[0];
            assert_eq!(
                document.span(sentence.body as usize, sentence.last as usize).of(text),
                want,
                "{text}"
            );
        }
    }
}
