//! The pieces of a date's text.

/// A piece of a date's text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Token<'a> {
    Number { value: u32, digits: usize },
    Word(&'a str),
    Sign(char),
}

/// Numbers, words and signs; white space is dropped.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let run = |is: fn(char) -> bool| rest.find(|c| !is(c)).unwrap_or(rest.len());
        let (length, token) = if first.is_ascii_digit() {
            let length = run(|c| c.is_ascii_digit());
            // Ten digits and more (a database key, nanoseconds) are no part of a date, except as fraction of a second.
            let value = rest.get(..length).and_then(|digits| digits.parse().ok()).unwrap_or(u32::MAX);
            (length, Some(Token::Number { value, digits: length }))
        } else if first.is_alphabetic() {
            let length = run(char::is_alphabetic);
            (length, rest.get(..length).map(Token::Word))
        } else {
            (first.len_utf8(), (!first.is_whitespace()).then_some(Token::Sign(first)))
        };
        tokens.extend(token);
        rest = rest.get(length..).unwrap_or_default();
    }
    tokens
}
