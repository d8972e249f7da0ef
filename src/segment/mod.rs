//! Room 2: words, sentences, clauses and quotes.
//!
//! Input: plain text and a language. Output: a [`Document`], tokens grouped into sentences, with quotes and clauses found.
//! Knows nothing of dates; what a word means in time is only a label that the lexicon gave it.

mod aside;
mod auxiliary;
mod awaited;
mod boundary;
pub(crate) mod clause;
mod comparison;
mod dateline;
mod described;
mod ending;
mod hanging;
mod heading;
mod lookalike;
mod paragraph;
mod parted;
mod participle;
mod parting;
mod phrase;
mod present;
mod quantity;
mod quote;
mod sentence;
pub(crate) mod tense;
pub mod token;
pub(crate) mod verb;

pub use clause::Clause;
pub(crate) use clause::Opener;
pub(crate) use comparison::Comparisons;
pub(crate) use heading::ClockHeading;
pub(crate) use parted::Parted;
pub use token::{Token, TokenKind};
pub(crate) use verb::{Form, Verb};

use crate::expression::Tense;
use crate::lang::{Hints, Language, Role, Roles, WordId};
use crate::span::Span;

/// A text cut into tokens and sentences.
///
/// ```
/// use dateline::{Span, lang::Language, segment::{Document, segment}};
///
/// let document: Document<'_> = segment("“It went well,” he said. They met.", Language::english());
/// assert_eq!((document.word(1), document.span(1, 4).of(document.text)), ("It", "It went well"));
/// assert_eq!((document.token_at(3), document.sentence_of(9)), (1, Some(1)));
/// assert_eq!(document.quote_at(5), Some(0));
/// assert_eq!(document.quotes, [Span::new(0, 19)]);
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Document<'a> {
    /// The article's plain text.
    pub text: &'a str,
    /// Words, numbers and marks, in order.
    pub tokens: Vec<Token>,
    /// Sentences, in order; every token lies in exactly one.
    pub sentences: Vec<Sentence>,
    /// Quoted stretches, in order, marks included; not nested.
    pub quotes: Vec<Span>,
}

/// One sentence, heading or caption.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Sentence {
    /// From its first token's start to its last token's end.
    pub span: Span,
    /// Index of its first token.
    pub first: u32,
    /// Index after its last token.
    pub last: u32,
    /// Number of its paragraph, from 0.
    pub paragraph: u32,
    /// Index of the first token behind a dateline ("LONDON, Nov. 19 —"); `first` where there is none.
    pub body: u32,
}

/// Cuts a text into tokens, paragraphs, sentences and quotes.
///
/// ```
/// use dateline::{lang::Language, segment::{Sentence, segment}};
///
/// let document = segment("Gen. Ames met them on Nov. 3. “It went well,” he said.", Language::english());
/// let text = |sentence: &Sentence| sentence.span.of(document.text);
/// let sentences: Vec<_> = document.sentences.iter().map(text).collect();
/// assert_eq!(sentences, ["Gen. Ames met them on Nov. 3.", "“It went well,” he said."]);
/// ```
pub fn segment<'a>(text: &'a str, language: &Language) -> Document<'a> {
    let mut tokens = token::tokens(text, language);
    let landmarks = landmarks(&tokens);
    paragraph::mark(text, &mut tokens, &landmarks);
    let quotes = quote::quotes(text, &tokens, &landmarks);
    let mut document = Document { text, tokens, sentences: Vec::new(), quotes };
    document.sentences = sentence::sentences(&document, &landmarks, language);
    name(&mut document, &landmarks);
    document
}

/// The tokens, by index, at which more may happen than that a word follows another: what stands on a new line, marks, words that end
/// with a full stop or beyond ASCII, and those that may be names after all. Whoever looks for where lines, quotes or sentences end
/// passes over all others, which are most.
fn landmarks(tokens: &[Token]) -> Vec<u32> {
    /// Few texts have more marks.
    const WORDS: usize = 3;
    let mut landmarks = Vec::with_capacity(tokens.len() / WORDS);
    let is_one = |t: &Token| t.hints.any(Hints::ENDS) || t.breaks > 0 || t.capital && t.roles.any(IN_NAMES);
    landmarks.extend((0..).zip(tokens).filter(|(_, token)| is_one(token)).map(|(n, _)| n));
    landmarks
}

/// Words of a sentence's frame that firms and offices have for acronyms.
const SHOUTED: Roles = Roles::of(&[Role::If, Role::Relative, Role::Pronoun, Role::Preposition, Role::Be]);
const ADVERB: Roles = Roles::of(&[Role::Adverb]);
/// What a word with a capital may play and yet be a name.
const IN_NAMES: Roles = SHOUTED.union(ADVERB);

/// "Emily" is no adverb, though it ends like one: words that are not listed lose the role where they are names, by a capital
/// within a sentence, or by what describes them ("Kelly, a nurse").
fn name(document: &mut Document<'_>, landmarks: &[u32]) {
    let mut begun = 0;
    for n in landmarks.iter().map(|&n| n as usize) {
        let Token { word, roles, capital, .. } = document.tokens[n];
        if !(capital && roles.any(IN_NAMES)) {
            continue;
        }
        // A dateline that is a paragraph of its own has the body of the sentence behind it.
        let behind = document.sentences[begun..].iter().take_while(|s| s.body as usize <= n);
        begun += behind.count();
        let body = begun.checked_sub(1).and_then(|s| document.sentences.get(s)).map(|s| s.body as usize);
        let mut before = body.map_or(&[][..], |body| &document.tokens[body..n]).iter();
        let starts = body.is_some() && !before.any(|t| t.kind == TokenKind::Word);
        // "the union IF Metall", "the WHO said"
        if !starts && roles.any(SHOUTED) && document.is_acronym(n) {
            document.tokens[n].roles = Roles::NONE;
        }
        // "said Per Aune"
        let lowered =
            |i: usize| document.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Word && !t.capital);
        let surnamed = document.tokens.get(n + 1).is_some_and(|t| t.capital);
        // "Doctor Who returns", but "Man Who Hid Wins"
        let named = n > 0 && document.tokens.get(n - 1).is_some_and(|t| t.capital) && lowered(n + 1);
        let addressed = !starts && roles.has(Role::Preposition) && n > 0 && lowered(n - 1) && surnamed;
        if addressed || !starts && roles.has(Role::Relative) && named {
            document.tokens[n].roles = Roles::NONE;
        }
        if word == WordId::UNKNOWN && roles.any(ADVERB) {
            let described = document.is_comma(n + 1) && document.has(n + 2, Role::Indefinite);
            if !starts || described {
                document.tokens[n].roles = roles.without(ADVERB);
            }
        }
    }
}

impl Document<'_> {
    /// The text of a token; empty where there is none of that index.
    #[inline]
    pub fn word(&self, index: usize) -> &str {
        self.tokens.get(index).map_or("", |t| t.span().of(self.text))
    }

    /// What a token's word does in its sentence; no role where there is none of that index.
    #[inline]
    pub(crate) fn roles(&self, index: usize) -> Roles {
        self.tokens.get(index).map_or(Roles::NONE, |token| token.roles)
    }

    /// Whether a token is exactly this mark or word.
    #[inline]
    pub(crate) fn is(&self, index: usize, text: &str) -> bool {
        // As bytes: tokens end where characters end, which need not be looked for.
        let bytes = self.tokens.get(index).and_then(|t| self.text.as_bytes().get(t.span().range()));
        bytes == Some(text.as_bytes())
    }

    /// Whether a word is in capitals, and those beside it are not.
    fn is_acronym(&self, index: usize) -> bool {
        let shouted = |i: usize| {
            let word = self.word(i);
            word.len() > 1 && word.bytes().all(|b| b.is_ascii_uppercase())
        };
        let beside = |i: usize| self.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Word) && shouted(i);
        shouted(index) && !beside(index + 1) && !index.checked_sub(1).is_some_and(beside)
    }

    /// Whether a token is a comma, and none within a number: "55,000".
    #[inline]
    pub(crate) fn is_comma(&self, index: usize) -> bool {
        self.is(index, ",") && !self.parts_number(index)
    }

    /// Whether these words stand from a token on, none left out between.
    pub(crate) fn reads(&self, from: usize, words: &[WordId]) -> bool {
        let there = self.tokens.get(from..from + words.len());
        there.is_some_and(|there| words.iter().zip(there).all(|(word, token)| *word == token.word))
    }

    /// Whether a mark stands within a number: "55,000", "3:52".
    pub(crate) fn parts_number(&self, index: usize) -> bool {
        let digits = |i: usize| self.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Number);
        let glued = |i: usize| self.tokens.get(i).is_some_and(|t| t.glued);
        index > 0 && digits(index - 1) && digits(index + 1) && glued(index) && glued(index + 1)
    }

    /// The index of the first token that ends behind `byte`.
    #[inline]
    pub fn token_at(&self, byte: u32) -> usize {
        self.tokens.partition_point(|t| t.end <= byte)
    }

    /// The index of the sentence that holds a token.
    #[inline]
    pub fn sentence_of(&self, token: usize) -> Option<usize> {
        let after = self.sentences.partition_point(|s| (s.last as usize) <= token);
        self.sentences.get(after).filter(|s| s.first as usize <= token).map(|_| after)
    }

    /// The index of the quote that holds a byte.
    pub fn quote_at(&self, byte: u32) -> Option<usize> {
        let after = self.quotes.partition_point(|q| q.end <= byte);
        self.quotes.get(after).filter(|q| q.start <= byte).map(|_| after)
    }

    /// The span of the tokens `first..last`.
    pub fn span(&self, first: usize, last: usize) -> Span {
        match (self.tokens.get(first), last.checked_sub(1).and_then(|l| self.tokens.get(l))) {
            (Some(a), Some(b)) if first < last => Span::new(a.start, b.end),
            _ => Span::default(),
        }
    }

    /// The clauses of a sentence, by its number, in order.
    ///
    /// ```
    /// use dateline::{lang::Language, segment::{Clause, segment}};
    ///
    /// let text = "The council met on Monday, and the mayor resigned when it had voted.";
    /// let document = segment(text, Language::english());
    /// let clauses: Vec<Clause> = document.clauses(0, Language::english());
    /// let parts: Vec<_> = clauses.iter().map(|clause| clause.span.of(text)).collect();
    /// assert_eq!(parts, ["The council met on Monday,", "and the mayor resigned", "when it had voted."]);
    /// ```
    pub fn clauses(&self, sentence: usize, language: &Language) -> Vec<Clause> {
        self.sentences.get(sentence).map_or_else(Vec::new, |s| parting::clauses(self, s, language))
    }

    /// The tense of the verb that governs an expression of time that starts at a token.
    ///
    /// That is the closest verb of its own clause before it, else the closest after it. Plans, modals and infinitives
    /// behind words of planning count as the future; without any verb the tense is [`Tense::None`].
    ///
    /// ```
    /// use dateline::{expression::Tense, lang::Language, segment::segment};
    /// let language = Language::english();
    /// let document = segment("The mayor told aides on Tuesday that she will resign.", language);
    /// assert_eq!(document.tense_at(5, language), Tense::Past);
    /// ```
    pub fn tense_at(&self, token: usize, language: &Language) -> Tense {
        let governing = |sentence| tense::governing(self, &self.clauses(sentence, language), token).0;
        self.sentence_of(token).map_or(Tense::None, governing)
    }

    /// Whether a token is a word of time and nothing else: "Friday" and "week", but neither "and" nor "close".
    #[inline]
    pub(crate) fn is_time_word(&self, index: usize, language: &Language) -> bool {
        let token = self.tokens.get(index);
        token.is_some_and(|t| t.kind != TokenKind::Mark && language.lexicon.is_time(t.word))
    }

    /// Whether a noun ends as those for several do: "bottles", but neither "glass" nor "gas".
    pub(crate) fn is_plural(&self, index: usize, language: &Language) -> bool {
        language.morphology.is_plural(self.word(index))
    }

    /// Whether a token's word plays a role.
    pub(crate) fn has(&self, index: usize, role: Role) -> bool {
        self.roles(index).has(role)
    }
}
