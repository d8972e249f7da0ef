//! Links to the exact sentence of a source.

use super::escape::clean;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use std::borrow::Cow;

/// Left as they are in a text directive; `-`, `,` and `&` have a meaning there and are encoded.
const TEXT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'.').remove(b'_').remove(b'~').remove(b'!').remove(b'\'');

/// Sentences up to this many words are named whole, longer ones by their ends.
const WHOLE: usize = 8;

/// The words at each end that name a long sentence.
const END: usize = 4;

/// The address, where it is one that a page may link to: `http` or `https`, never a script, and without a user before the host,
/// which is how addresses pass for others.
pub(super) fn safe(url: &str) -> Option<Cow<'_, str>> {
    let url = url.trim();
    let (scheme, rest) = url.split_once("://")?;
    let known = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
    let foreign = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>' | '\\' | '`');
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    (known && !url.contains(foreign) && !host.is_empty() && !host.contains('@')).then(|| clean(url))
}

/// The address of a sentence on a page, as a [text fragment]; browsers that know none open the page itself.
///
/// [text fragment]: https://wicg.github.io/scroll-to-text-fragment/
pub(super) fn to_text(url: &str, text: &str) -> Option<String> {
    let url = safe(url)?;
    let words: Vec<&str> = text.split_whitespace().collect();
    if words.is_empty() {
        return Some(url.into_owned());
    }
    let encode = |words: &[&str]| utf8_percent_encode(&words.join(" "), TEXT).to_string();
    let directive = if words.len() <= WHOLE {
        encode(&words)
    } else {
        format!("{},{}", encode(&words[..END]), encode(&words[words.len() - END..]))
    };
    let hash = if url.contains('#') { "" } else { "#" };
    Some(format!("{url}{hash}:~:text={directive}"))
}

#[cfg(test)]
mod tests {
    use super::{safe, to_text};

    #[test]
    fn only_web_addresses_are_linked() {
        assert_eq!(safe("https://example.org/a?b=c").as_deref(), Some("https://example.org/a?b=c"));
        assert_eq!(safe(" HTTP://example.org ").as_deref(), Some("HTTP://example.org"));
        for hostile in [
            "javascript:alert(1)",
            "javascript://example.org/%0aalert(1)",
            "java\nscript://x",
            "data:text/html,<script>",
            "//example.org",
            "https://example.org/ onclick=x",
            "file:///etc/passwd",
            "https://user:word@example.org/",
            "https://example.org/<script>",
            "https:///example.org",
            "",
        ] {
            assert_eq!(safe(hostile), None, "{hostile}");
        }
    }

    #[test]
    fn a_sentence_is_named_by_its_words() {
        let link = |text| to_text("https://example.org/story", text).unwrap();
        assert_eq!(
            link("They met, at-last."),
            "https://example.org/story#:~:text=They%20met%2C%20at%2Dlast."
        );
        assert_eq!(
            link("one two three four five six seven eight nine"),
            "https://example.org/story#:~:text=one%20two%20three%20four,six%20seven%20eight%20nine"
        );
        assert_eq!(to_text("https://e.org/#top", "Hi").as_deref(), Some("https://e.org/#top:~:text=Hi"));
        assert_eq!(link(""), "https://example.org/story");
    }
}
