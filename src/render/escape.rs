//! Makes article text harmless: no control characters anywhere, no markup in Markdown.
//!
//! Pages need nothing here: askama escapes every value that a template prints.

use std::borrow::Cow;

/// The text on one line, without what terminals and readers obey rather than show.
///
/// Runs of white space, line ends included, become one space. Control characters (terminal escapes among them) and the
/// marks that reorder the text around them (bidirectional embeddings, overrides and isolates) go, as does what is no character.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    // Most of a text is ASCII, and told at a glance.
    let plain = |c: char| c.is_ascii_graphic() || c == ' ' || !(c.is_whitespace() || is_obeyed(c));
    if text.chars().all(plain) && !text.contains("  ") && text.trim().len() == text.len() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.chars() {
        if c.is_whitespace() {
            gap = !out.is_empty();
        } else if !is_obeyed(c) {
            if std::mem::take(&mut gap) {
                out.push(' ');
            }
            out.push(c);
        }
    }
    Cow::Owned(out)
}

fn is_obeyed(c: char) -> bool {
    // The last two of every plane, and a row of others, are no characters; XML and YAML refuse them.
    let is_none = matches!(c, '\u{FDD0}'..='\u{FDEF}') || u32::from(c) & 0xFFFE == 0xFFFE;
    is_none || c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// Cleaned text as Markdown that prints as itself and holds no markup, wherever it stands in a line.
///
/// One way for all: CommonMark, GitHub, Goldmark (Hugo), pulldown-cmark (Zola, mdBook) and kramdown (Jekyll) read it alike, and what
/// runs before them (shortcodes, Liquid, includes) finds nothing to obey. Only what could be read as markup is escaped, so that the
/// source still reads well in a terminal.
pub(super) fn markdown(text: &str) -> String {
    // What makes a heading, a list, a quotation or a rule at the start of a line.
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    match text.chars().next() {
        Some(mark) if "#>+-=:".contains(mark) => {
            format!("\\{mark}{}", markdown_inline(&text[mark.len_utf8()..]))
        }
        // A number and a point or a bracket begin a list.
        _ if digits > 0 && text[digits..].starts_with(['.', ')']) => {
            format!("{}\\{}", &text[..digits], markdown_inline(&text[digits..]))
        }
        _ => markdown_inline(text),
    }
}

/// The same for text that does not begin a line.
pub(super) fn markdown_inline(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    // What is no markup is copied in one piece, from `start` on; all that is markup is a byte of ASCII.
    let mut start = 0;
    for (at, byte) in text.bytes().enumerate() {
        let next = || text[at + 1..].chars().next();
        let escape = match byte {
            // kramdown takes what stands before it for the name of a link, in spite of a backslash.
            b']' if next() == Some(':') => "&#93;",
            // A bar parts the cells of a table.
            b'\\' | b'`' | b'*' | b'_' | b'~' | b'[' | b']' | b'<' | b'|' => "\\",
            // What closes a formula is followed by no digit, so that prices stay as they are.
            b'$' if next().is_none_or(|next| !next.is_ascii_digit()) => "\\",
            // It begins an entity only before a letter or `#`; kramdown knows no backslash before it.
            b'&' if next().is_some_and(|next| next == '#' || next.is_ascii_alphabetic()) => "&amp;",
            // What it raises in some dialects, it raises in spite of a backslash in others; kramdown ends a block with it.
            b'^' => "&#94;",
            // Shortcodes, Liquid and includes are found before Markdown is read, whatever stands before them.
            b'{' => OPENING_BRACE,
            _ => continue,
        };
        out.push_str(&text[start..at]);
        out.push_str(escape);
        // Behind a backslash stands the sign itself.
        start = if escape == "\\" { at } else { at + 1 };
    }
    out.push_str(&text[start..]);
    out
}

/// `{` as a character reference, which neither shortcodes nor Liquid take for one.
pub(super) const OPENING_BRACE: &str = "&#123;";

/// An id without anything but letters, digits and hyphens of ASCII, for places where nothing can be escaped.
pub(super) fn identifier(id: &str) -> String {
    id.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect()
}

/// Text as HTML and XML, in text and in quoted attributes, for formats that are no template; what XML 1.0 cannot hold becomes the
/// replacement character.
pub(super) fn html(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\r' => out.push_str("&#13;"),
            '\t' | '\n' => out.push(c),
            '\0'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => out.push('\u{FFFD}'),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{clean, markdown};

    #[test]
    fn obeyed_characters_go_and_white_space_is_one_space() {
        assert_eq!(clean("plain “text” — é"), "plain “text” — é");
        assert_eq!(clean("  a\r\n\tb\u{2028}c  "), "a b c");
        assert_eq!(clean("\u{1b}[31mred\u{7}\u{9b}0m\0"), "[31mred0m");
        assert_eq!(clean("evil\u{202e}txt.exe\u{2066}"), "eviltxt.exe");
        assert_eq!(clean("\u{1b}\n\u{1b} x"), "x");
    }

    #[test]
    fn markup_is_escaped_and_plain_prose_is_not() {
        let cases = [
            (
                "The mayor's office said (twice) that it's 5-4!",
                "The mayor's office said (twice) that it's 5-4!",
            ),
            ("*bold* _it_ `code`", r"\*bold\* \_it\_ \`code\`"),
            ("[a](javascript:x) ![i](y)", r"\[a\](javascript:x) !\[i\](y)"),
            ("<script>alert(1)</script>", r"\<script>alert(1)\</script>"),
            ("AT & T &lt; R&D", "AT & T &amp;lt; R&amp;D"),
            ("# not a heading", r"\# not a heading"),
            ("1. not a list", r"1\. not a list"),
            ("2025) no", r"2025\) no"),
            ("- no", r"\- no"),
            ("> no", r"\> no"),
            ("~~no~~ about ~5", r"\~\~no\~\~ about \~5"),
            (r"C:\temp", r"C:\\temp"),
            ("---", r"\---"),
            ("$5 to $6 or $x$", r"$5 to $6 or \$x\$"),
            ("Council | Port News", r"Council \| Port News"),
            ("{{ x }} {% raw %} {:.a}", "&#123;&#123; x }} &#123;% raw %} &#123;:.a}"),
            ("^", "&#94;"),
            ("[x]: y", r"\[x&#93;: y"),
            ("", ""),
        ];
        for (text, expected) in cases {
            assert_eq!(markdown(text), expected);
        }
    }

    #[test]
    fn commonmark_prints_escaped_text_as_itself() {
        use pulldown_cmark::{Event, Options, Parser};
        let hostile = "#* _a_ [b](c) <i>d</i> &amp; `e` ~~f~~ \\ 1. | --- | ![g](h) <http://i.example> <!-- j --> $k$ $5 $6$";
        let options = Options::all().difference(Options::ENABLE_SMART_PUNCTUATION);
        for text in [hostile, "1. x", "+ y", "=== z", "~~~", "```", "| a | b |"] {
            for line in [markdown(text), format!("- **{}**: {}", markdown(text), markdown(text))] {
                let mut printed = String::new();
                for event in Parser::new_ext(&line, options) {
                    match event {
                        Event::Text(text) => printed.push_str(&text),
                        Event::Start(tag) => assert!(
                            matches!(
                                tag,
                                pulldown_cmark::Tag::Paragraph
                                    | pulldown_cmark::Tag::List(None)
                                    | pulldown_cmark::Tag::Item
                                    | pulldown_cmark::Tag::Strong
                            ),
                            "{line}: {tag:?}"
                        ),
                        Event::End(_) => {}
                        other => panic!("{line}: {other:?}"),
                    }
                }
                assert!(printed.ends_with(text.trim()), "{line} printed {printed}");
            }
        }
    }
}
