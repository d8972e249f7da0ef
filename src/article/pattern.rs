//! The one place where a regular expression is compiled.

use regex::Regex;

/// Compiles a literal pattern of the program, with every `\b` meaning an ASCII word boundary: the Unicode one makes the
/// regex engine some 500 times slower as soon as the text holds one curly quote.
///
/// # Panics
///
/// When `source` is not a regular expression; it is always a literal, so the first test that reaches it says so.
#[expect(clippy::disallowed_methods, reason = "this is the helper that all others are told to use")]
pub(crate) fn pattern(source: &str) -> Regex {
    match Regex::new(&source.replace(r"\b", r"(?-u:\b)")) {
        Ok(regex) => regex,
        Err(error) => unreachable!("{error}"),
    }
}

#[cfg(test)]
mod tests {
    use super::pattern;

    #[test]
    fn word_boundaries_are_ascii() {
        let year = pattern(r"\b[0-9]{4}\b");
        assert_eq!(year.find("“é2025”").map(|m| m.as_str()), Some("2025"));
        assert!(!year.is_match("x2025"));
    }
}
