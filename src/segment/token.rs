//! Tokens: words, numbers and marks.
//!
//! ```
//! use dateline::{lang::Language, segment::token::{Token, TokenKind, tokens}};
//!
//! let text = "Nov. 3, 1998";
//! let found: Vec<Token> = tokens(text, Language::english());
//! let read: Vec<_> = found.iter().map(|token| (token.span().of(text), token.kind)).collect();
//! assert_eq!(read[..3], [("Nov.", TokenKind::Word), ("3", TokenKind::Number), (",", TokenKind::Mark)]);
//! ```
//!
//! Bytes are read once. A word's lower-cased key is packed while its bytes are scanned, so that looking it up allocates nothing.

use crate::lang::{Hints, Language, Roles, WordId, WordKey};
use crate::span::Span;

/// A word, a number or a mark of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Token {
    /// First byte.
    pub start: u32,
    /// First byte after.
    pub end: u32,
    /// The lexicon's number for the word or mark; [`WordId::UNKNOWN`] for what it does not list.
    pub(crate) word: WordId,
    /// What the word does in its sentence, by the lexicon or by its ending.
    pub(crate) roles: Roles,
    /// What it is.
    pub kind: TokenKind,
    /// No space stands between it and the token before.
    pub glued: bool,
    /// Its first letter is a capital.
    pub capital: bool,
    /// Line breaks between it and the token before, 2 standing for any more.
    pub(crate) breaks: u8,
    /// What may happen here: where there is no hint of what is looked for, nothing of it is found.
    pub(crate) hints: Hints,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum TokenKind {
    /// Letters; also abbreviations with their point ("Nov.", "a.m.") and clitics ("'s").
    Word,
    /// Digits only.
    Number,
    /// Any single other character.
    Mark,
}

impl Token {
    /// Where it stands.
    pub const fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }
}

/// Cuts a text into tokens. Texts beyond 4 GiB are read up to there.
pub fn tokens(text: &str, language: &Language) -> Vec<Token> {
    /// Few texts have shorter words.
    const BYTES: usize = 4;
    let most = text.len().min(u32::MAX as usize);
    let text = (0..4).find_map(|n| text.get(..most.saturating_sub(n))).unwrap_or_default();
    let mut scanner = Scanner { text, bytes: text.as_bytes(), at: 0, language };
    let mut tokens = Vec::with_capacity(text.len() / BYTES);
    loop {
        let before = scanner.at;
        let breaks = scanner.skip_space();
        let start = scanner.at;
        let Some(&first) = scanner.bytes.get(start) else { return tokens };
        let Found { word, roles, kind, capital, hints } = scanner.token(first);
        tokens.push(Token {
            start: start as u32,
            end: scanner.at as u32,
            word,
            roles,
            kind,
            glued: start == before && start > 0,
            capital,
            breaks,
            hints,
        });
    }
}

/// Longest word, in bytes, that a key is built for; see [`WordKey::MAX`].
const KEY: usize = WordKey::MAX;

/// The bytes that may follow an apostrophe in a clitic; no two start alike.
const CLITICS: [&[u8]; 6] = [b"ll", b"re", b"ve", b"s", b"d", b"m"];

struct Scanner<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    language: &'a Language,
}

/// What stands at a place of the text.
struct Found {
    word: WordId,
    roles: Roles,
    kind: TokenKind,
    capital: bool,
    hints: Hints,
}

impl Scanner<'_> {
    /// What the lexicon, or its ending, tells of a word.
    #[inline]
    fn look_up(&self, key: WordKey) -> (WordId, Roles, Hints) {
        let Language { lexicon, morphology, .. } = self.language;
        match lexicon.find(key) {
            WordId::UNKNOWN => (WordId::UNKNOWN, morphology.roles_of(key, lexicon), Hints::NONE),
            word => {
                let (roles, hints) = lexicon.does(word);
                (word, roles, hints)
            }
        }
    }

    #[inline]
    fn peek(&self, ahead: usize) -> u8 {
        self.bytes.get(self.at + ahead).copied().unwrap_or(0)
    }

    fn char_at(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    /// Passes white space; returns how many lines it broke, at most 2.
    #[inline]
    fn skip_space(&mut self) -> u8 {
        // Mostly a single space.
        self.at += usize::from(self.peek(0) == b' ');
        if self.peek(0).is_ascii_graphic() { 0 } else { self.skip_more_space() }
    }

    fn skip_more_space(&mut self) -> u8 {
        let mut breaks = 0;
        while let Some(&byte) = self.bytes.get(self.at) {
            match byte {
                b' ' | b'\t' | b'\r' | 0x0B | 0x0C => self.at += 1,
                b'\n' => {
                    self.at += 1;
                    breaks = (breaks + 1).min(2);
                }
                0x80.. => match self.char_at(self.at) {
                    // A byte order mark at the start counts as space, too.
                    Some(c) if c.is_whitespace() || c == '\u{FEFF}' => {
                        self.at += c.len_utf8();
                        breaks = if c == '\u{2029}' { 2 } else { breaks };
                    }
                    _ => break,
                },
                _ => break,
            }
        }
        breaks
    }

    /// A token that only the lexicon knows anything of.
    #[inline]
    fn listed(&self, word: WordId, kind: TokenKind) -> Found {
        let (roles, hints) = self.language.lexicon.does(word);
        Found { word, roles, kind, capital: false, hints }
    }

    #[inline]
    fn mark(&self, key: Option<WordKey>) -> Found {
        let found =
            self.listed(key.map_or(WordId::UNKNOWN, |key| self.language.lexicon.find(key)), TokenKind::Mark);
        Found { hints: found.hints.union(Hints::ENDS), ..found }
    }

    /// What starts with the byte that stands here.
    #[inline]
    fn token(&mut self, first: u8) -> Found {
        match first {
            b'a'..=b'z' | b'A'..=b'Z' => self.word(first.is_ascii_uppercase()),
            b'0'..=b'9' => self.number(),
            0x80.. => match self.char_at(self.at) {
                Some(c) if c.is_alphabetic() => self.word(c.is_uppercase()),
                Some('’' | '‘') => self.apostrophe(3),
                Some(c) => {
                    self.at += c.len_utf8();
                    let mut utf8 = [0; 4];
                    self.mark(WordKey::of(c.encode_utf8(&mut utf8)))
                }
                None => {
                    self.at += 1;
                    self.mark(None)
                }
            },
            b'\'' => self.apostrophe(1),
            mark => {
                self.at += 1;
                self.mark(Some(WordKey::default().push(mark)))
            }
        }
    }

    fn number(&mut self) -> Found {
        let (mut key, start) = (WordKey::default(), self.at);
        while self.peek(0).is_ascii_digit() {
            key = key.push(self.peek(0));
            self.at += 1;
        }
        // Rules name a few numbers ("60 Minutes").
        let short = self.at - start <= 3;
        let word = if short { self.language.lexicon.find(key) } else { WordId::UNKNOWN };
        Found { word, roles: Roles::NONE, kind: TokenKind::Number, capital: false, hints: Hints::NUMBER }
    }

    /// The clitic ("s", "ll", …) that starts `ahead` bytes from here, if one does.
    fn clitic(&self, ahead: usize) -> Option<&'static [u8]> {
        let first = self.peek(ahead).to_ascii_lowercase();
        let clitic = CLITICS.into_iter().find(|clitic| {
            // Mostly it is an "s".
            clitic[0] == first
                && (1..clitic.len()).all(|n| self.peek(ahead + n).to_ascii_lowercase() == clitic[n])
        })?;
        let behind = self.peek(ahead + clitic.len());
        let goes_on = behind.is_ascii_alphanumeric()
            || behind >= 0x80 && self.letter_at(self.at + ahead + clitic.len());
        (!goes_on).then_some(clitic)
    }

    fn letter_at(&self, at: usize) -> bool {
        self.char_at(at).is_some_and(char::is_alphabetic)
    }

    /// An apostrophe of `len` bytes: alone, or with the clitic that it starts ("'s").
    fn apostrophe(&mut self, len: usize) -> Found {
        let mut key = WordKey::default().push(b'\'');
        let Some(clitic) = self.clitic(len) else {
            self.at += len;
            return self.mark(Some(key));
        };
        self.at += len + clitic.len();
        for &byte in clitic {
            key = key.push(byte);
        }
        self.listed(self.language.lexicon.find(key), TokenKind::Word)
    }

    /// A word, from its first letter: with inner apostrophes ("o'clock"), without clitics; abbreviations keep their points.
    fn word(&mut self, capital: bool) -> Found {
        let start = self.at;
        let (mut key, letters) = WordKey::of_first_letters(self.bytes.get(start..).unwrap_or_default());
        self.at += letters;
        let (mut next, mut ends) = (self.peek(0), Hints::NONE);
        // Most words end here.
        if matches!(next, b'\'' | b'.' | 0x80..) {
            key = self.rest_of_word(start, key);
            next = self.peek(0);
            let is_plain = self.bytes.get(self.at - 1).is_some_and(u8::is_ascii_alphabetic);
            ends = if is_plain { Hints::NONE } else { Hints::ENDS };
        }
        let len = self.at - start;
        let Language { lexicon, morphology, .. } = self.language;
        if len > KEY {
            let word = self.text.get(start..self.at).unwrap_or_default();
            let roles = morphology.roles(word, lexicon);
            return Found { word: WordId::UNKNOWN, roles, kind: TokenKind::Word, capital, hints: ends };
        }
        if next == b'.' && len < KEY {
            let pointed = lexicon.find(key.push(b'.'));
            // "Nov. 21st." ends in a suffix and a full stop, not in "St.".
            let suffix = start > 0
                && self.bytes.get(start - 1).is_some_and(u8::is_ascii_digit)
                && lexicon.find(key) != WordId::UNKNOWN;
            if pointed != WordId::UNKNOWN && !suffix {
                self.at += 1;
                let found = self.listed(pointed, TokenKind::Word);
                return Found { capital, hints: found.hints.union(Hints::ENDS), ..found };
            }
        }
        let (word, roles, hints) = self.look_up(key);
        Found { word, roles, kind: TokenKind::Word, capital, hints: hints.union(ends) }
    }

    /// What an apostrophe, a point or a letter beyond ASCII adds to the word that starts at `start`; the key of it all.
    fn rest_of_word(&mut self, start: usize, mut key: WordKey) -> WordKey {
        loop {
            match self.peek(0) {
                byte @ (b'a'..=b'z' | b'A'..=b'Z') => {
                    key = key.push(byte);
                    self.at += 1;
                }
                b'\'' if self.peek(1).is_ascii_alphabetic() && self.clitic(1).is_none() => {
                    key = key.push(b'\'');
                    self.at += 1;
                }
                0x80.. => match self.char_at(self.at) {
                    Some(c) if c.is_alphabetic() || is_joining(c) => {
                        for _ in 0..c.len_utf8() {
                            key = key.push(self.peek(0));
                            self.at += 1;
                        }
                    }
                    Some('’') if self.letter_at(self.at + 3) && self.clitic(3).is_none() => {
                        key = key.push(b'\'');
                        self.at += 3;
                    }
                    _ => break,
                },
                // "a.m.", "U.S.": single letters with points between.
                b'.' if self.at - start == 1 && self.is_initialism() => {
                    while self.peek(0) == b'.'
                        && self.peek(1).is_ascii_alphabetic()
                        && !self.peek(2).is_ascii_alphabetic()
                    {
                        key = key.push(b'.').push(self.peek(1));
                        self.at += 2;
                    }
                    if self.peek(0) == b'.' {
                        key = key.push(b'.');
                        self.at += 1;
                    }
                    break;
                }
                _ => break,
            }
        }
        key
    }

    /// At a point behind a single letter: whether another single letter follows ("a.m", "U.S.").
    fn is_initialism(&self) -> bool {
        self.peek(1).is_ascii_alphabetic() && !self.peek(2).is_ascii_alphanumeric()
    }
}

/// Characters that join letters to a word: combining marks and invisible joiners.
fn is_joining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}')
}

#[cfg(test)]
mod tests {
    use super::tokens;
    use crate::lang::Language;

    #[test]
    fn cuts_words_numbers_and_marks() {
        let cases = [
            ("Trump’s 79-year-old", "Trump|’s|79|-|year|-|old"),
            ("at 7:15 p.m. Thursday.", "at|7|:|15|p.m.|Thursday|."),
            ("on Nov. 21st.", "on|Nov.|21|st|."),
            ("Nov. 21st, the '80s", "Nov.|21|st|,|the|'|80|s"),
            ("It ended. He didn't", "It|ended|.|He|didn't"),
            ("nine o’clock, U.S. time", "nine|o’clock|,|U.S.|time"),
            ("Boeing 's “plan”", "Boeing|'s|“|plan|”"),
            ("Q3 20\u{a0}km naïve", "Q|3|20|km|naïve"),
            ("", ""),
        ];
        for (text, want) in cases {
            let found: Vec<_> =
                tokens(text, Language::english()).iter().map(|t| t.span().of(text).to_owned()).collect();
            assert_eq!(found.join("|"), want, "{text}");
        }
    }
}
