//! Where sentences end.

use super::{Document, Sentence, Token, TokenKind, dateline};
use crate::lang::{Language, Role, Roles};

/// The longest sentence, in tokens. No writer needs more; it keeps work on one sentence bounded on any input.
const LONGEST: usize = 300;

/// How far behind "…?”" to look for the verb of its speaker.
const ATTRIBUTION: usize = 8;

/// How many words a subject may have before its verb, where a clock may have ended the sentence before it.
const SUBJECT: usize = 4;

/// Forms that only verbs have.
const VERBS: Roles =
    Roles::of(&[Role::Will, Role::Modal, Role::Be, Role::Have, Role::Do, Role::Past, Role::Participle]);

/// Words that start a sentence rather than go on with a name: "the", "he", "in", "but", "when".
const STARTERS: Roles = Roles::of(&[
    Role::Determiner,
    Role::Pronoun,
    Role::Preposition,
    Role::Coordinator,
    Role::Subordinator,
    Role::Linker,
    Role::Lead,
]);

/// Cuts a document with these landmarks into sentences; a paragraph's end always ends one.
pub(super) fn sentences(document: &Document<'_>, landmarks: &[u32], language: &Language) -> Vec<Sentence> {
    let tokens = &document.tokens;
    let mut sentences: Vec<Sentence> = Vec::with_capacity(tokens.len() / 20 + 1);
    let (mut first, mut paragraph) = (0, 0);
    let mut ahead = landmarks;
    while first < tokens.len() {
        let last = end(document, first, &mut ahead, language);
        let opens_paragraph = first > 0 && tokens[first].breaks >= 2;
        paragraph += u32::from(opens_paragraph);
        let body = if first == 0 || opens_paragraph {
            dateline::body(document, first, last, language)
        } else {
            first
        };
        sentences.push(Sentence {
            span: document.span(first, last),
            first: first as u32,
            last: last as u32,
            paragraph,
            body: body as u32,
        });
        first = last;
    }
    sentences
}

/// The index behind the last token of the sentence that starts at `first`; of the landmarks, passes those within it.
fn end(document: &Document<'_>, first: usize, landmarks: &mut &[u32], language: &Language) -> usize {
    let tokens = &document.tokens;
    let limit = tokens.len().min(first + LONGEST);
    // Up to here nothing ends.
    let mut passed = first;
    while let Some((&i, ahead)) = landmarks.split_first()
        && (i as usize) < limit
    {
        let i = i as usize;
        if i > first && tokens[i].breaks >= 2 {
            return i;
        }
        *landmarks = ahead;
        let next = i + 1;
        if i < passed || !may_stop(document, &tokens[i]) {
            continue;
        }
        if tokens.get(next).is_none_or(|t| t.breaks >= 2) {
            return next;
        }
        match tokens[i].kind {
            TokenKind::Mark if may_end(document, i) => {
                let closed = closers(document, next);
                if ends(document, i, closed) {
                    return closed;
                }
                passed = closed;
            }
            TokenKind::Word
                if is_pointed(document, i)
                    && (abbreviation_ends(document, i) || clock_ends(document, first, i, language)) =>
            {
                return closers(document, next);
            }
            _ => {}
        }
    }
    limit
}

/// Whether a token may end a sentence, by its last byte: a mark that does, or a word with a full stop of its own.
#[inline]
fn may_stop(document: &Document<'_>, token: &Token) -> bool {
    let last = document.text.as_bytes().get((token.end as usize).wrapping_sub(1));
    matches!(last, Some(b'.' | b'!' | b'?' | 0x80..))
}

/// Whether a mark may end a sentence.
fn may_end(document: &Document<'_>, i: usize) -> bool {
    match document.text.as_bytes().get(document.tokens[i].start as usize) {
        Some(b'.' | b'!' | b'?') => true,
        Some(0x80..) => document.is(i, "…"),
        _ => false,
    }
}

/// Whether a word ends with a full stop of its own: "Nov.".
fn is_pointed(document: &Document<'_>, i: usize) -> bool {
    let end = document.tokens[i].end as usize;
    document.text.as_bytes().get(end.wrapping_sub(1)) == Some(&b'.')
}

/// The index behind the marks that close what stands before: more points, quotes and brackets.
fn closers(document: &Document<'_>, mut i: usize) -> usize {
    while let Some(token) = document.tokens.get(i) {
        let doubled = || document.is(i + 1, "'") || document.is(i.wrapping_sub(1), "'");
        let closes = match document.text.as_bytes().get(token.start as usize) {
            Some(b'.' | b'!' | b'?') => true,
            Some(b')' | b']') => token.glued,
            Some(b'\'') => document.is(i, "'") && (token.glued || doubled()),
            // A straight mark closes where a quote ends.
            Some(b'"') => document.quote_at(token.start).is_some_and(|q| document.quotes[q].end == token.end),
            Some(0x80..) => matches!(document.word(i), "…" | "”" | "’" | "»"),
            _ => false,
        };
        if !closes || token.breaks >= 2 {
            break;
        }
        i += 1;
    }
    i
}

/// Whether the mark at `i`, with closers up to `next`, ends a sentence.
fn ends(document: &Document<'_>, i: usize, next: usize) -> bool {
    let tokens = &document.tokens;
    let Some(follower) = tokens.get(next) else { return true };
    if follower.breaks >= 2 {
        return true;
    }
    let spaced = !follower.glued;
    let lower = document.word(next).starts_with(char::is_lowercase);
    let point = document.is(i, ".");
    // "v1.2", "dateline.rs", "3.14"
    if point && next == i + 1 && !spaced {
        return false;
    }
    // "what now?” she asked", "… and so on", "no. 5" in lower case
    if lower {
        return false;
    }
    let initial =
        i > 0 && tokens[i].glued && tokens[i - 1].capital && document.word(i - 1).chars().count() == 1;
    if point && initial && next == i + 1 {
        return document.roles(next).any(STARTERS);
    }
    if !point && next > i + 1 {
        return !is_attribution(document, next);
    }
    true
}

/// Whether the abbreviation at `i` ("Nov.", "p.m.", "U.S.", "Gen.") also ends a sentence.
fn abbreviation_ends(document: &Document<'_>, i: usize) -> bool {
    if document.has(i, Role::Title) {
        return false;
    }
    let next = closers(document, i + 1);
    let opening =
        if document.is(next, "`") { 2 } else { usize::from(matches!(document.word(next), "“" | "\"")) };
    let Some(token) = document.tokens.get(next + opening) else { return true };
    token.capital && (opening > 0 || document.roles(next).any(STARTERS))
}

/// Whether the "p.m." at `i` also ends the sentence that starts at `first`: both have a verb, and no day, zone or name of one
/// goes on with the clock.
fn clock_ends(document: &Document<'_>, first: usize, i: usize, language: &Language) -> bool {
    let next = i + 1;
    // "4:30 a.m. Four men had": a number of what follows.
    let told = |token: usize| {
        let word = document.tokens[token].word;
        !language.lexicon.readings(word).is_empty() && !language.lexicon.is_number(word)
    };
    let opens = document.tokens.get(next).is_some_and(|t| t.capital && t.kind == TokenKind::Word);
    if !opens || !told(i) || told(next) || document.is_acronym(next) {
        return false;
    }
    let verbal = |k: &usize| document.roles(*k).any(VERBS);
    let words =
        |k: &usize| document.tokens.get(*k).is_some_and(|t| t.kind == TokenKind::Word && t.breaks < 2);
    let mut behind = (next + 1..next + 1 + SUBJECT).take_while(words);
    // "at 1:40 a.m. Results from the Azores, where …, are"
    // "at 9 a.m. Pilots' representatives walked out"
    let placed = document.roles(next + 1).any(Roles::of(&[Role::Preposition, Role::Possessive]));
    (first..i).any(|k| verbal(&k)) && (placed || behind.any(|k| verbal(&k)))
}

/// Whether what follows a question or an exclamation names its speaker: "…?” Journalist Ana Ruiz asked."
fn is_attribution(document: &Document<'_>, from: usize) -> bool {
    for i in from..from + ATTRIBUTION {
        if document.tokens.get(i).is_none_or(|t| t.breaks >= 2) {
            return false;
        }
        let roles = document.roles(i);
        if roles.has(Role::Say)
            && !document.tokens[i].capital
            && roles.any(Roles::of(&[Role::Past, Role::Present]))
        {
            // "She asked again", with an object or a new quote, is a sentence of its own.
            let behind = document.word(i + 1);
            return matches!(behind, "." | "," | ":") || document.has(i + 1, Role::Preposition);
        }
        if matches!(document.word(i), "." | "!" | "?" | "“" | "\"" | "`" | ";" | ":") {
            return false;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use crate::lang::Language;
    use crate::segment::segment;

    /// Sentences are parted by `|`.
    const CASES: &[&str] = &[
        "Gen. Ames met Dr. Cole on Nov. 3.| They agreed.",
        "It ended at 7 p.m. Friday.| Nobody came.",
        "It ended at 7 p.m.| The crowd left.",
        "It ended at 7 p.m.| Jurors had heard it.| It began at 5 a.m. Tokyo time.",
        "It closed at 2 a.m.| Results from the isles, where it rained, are late.",
        "They met at 9 a.m.| Pilots' envoys left.",
        "A tree fell at 4:30 a.m.| Four men who had tried were hurt.",
        "At 7 p.m. Jones left the house, and at 8 p.m. Eastern he was back.",
        "He moved to the U.S.| In May he left.",
        "The U.S. Senate voted.| It passed.",
        "J. Edgar Stone wrote it.",
        "They sued Acme Corp.| The deal fell.",
        "“Stop!” she cried.| Nobody did.",
        "“What now?” Reporter Ana Ruiz asked.| He left.",
        "“What now?”| She had asked him before.",
        "“We lost.| But we learned,” he said.| “Next year.”| They left.",
        "``We lost,'' he said.| ``Badly.''| They left.",
        "The price rose $ 40 billion .| Boeing 's share fell .",
        "It rose 3.5 percent to 10.25.| Then it fell.",
        "He waited … and left.| She stayed...| Then she left.",
        "(It rained.)| They left.",
        "Is it over?| No.| “Yes!”| Fine.",
        "See dateline.rs for it.| Good.",
    ];

    #[test]
    fn cuts_sentences() {
        for case in CASES {
            let text = case.replace('|', "");
            let document = segment(&text, Language::english());
            let found: Vec<_> = document.sentences.iter().map(|s| s.span.of(&text)).collect();
            let want: Vec<_> = case.split('|').map(str::trim).collect();
            assert_eq!(found, want);
        }
    }

    #[test]
    fn headings_stand_alone() {
        let text = "Market to close\n\nThe board voted.\n\nPhoto: the market on Friday\n\nTraders left.";
        let document = segment(text, Language::english());
        assert_eq!(document.sentences.len(), 4);
        assert_eq!(document.sentences[2].paragraph, 2);
    }

    #[test]
    fn every_token_lies_in_one_sentence() {
        let text = "on ".repeat(1000);
        let document = segment(&text, Language::english());
        let mut at = 0;
        for sentence in &document.sentences {
            assert_eq!(sentence.first, at);
            at = sentence.last;
        }
        assert_eq!(at as usize, document.tokens.len());
    }
}
