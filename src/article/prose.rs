//! Paragraphs of plain text, and how the elements of a page become such.

use crate::Result;
use dom_query::{Document, NodeData, NodeRef};
use memchr::memmem;
use std::borrow::Cow;

/// How many words a text has, and how many bytes they have together.
pub(super) fn measure(text: &str) -> (usize, usize) {
    if !text.is_ascii() {
        return text.split_whitespace().fold((0, 0), |(words, bytes), word| (words + 1, bytes + word.len()));
    }
    let (mut words, mut bytes, mut is_within) = (0, 0, false);
    for byte in text.bytes() {
        let is_of_word = !matches!(byte, b' ' | b'\t'..=b'\r');
        words += usize::from(is_of_word && !is_within);
        bytes += usize::from(is_of_word);
        is_within = is_of_word;
    }
    (words, bytes)
}

/// Plain text in the making: paragraphs with one blank line between, white space collapsed.
#[derive(Debug, Default)]
pub(super) struct Paragraphs {
    out: String,
    /// Where the paragraph in the making begins.
    start: usize,
    /// White space that is written only if a word follows.
    pending: Option<char>,
}

impl Paragraphs {
    /// Goes on with the paragraph.
    pub(super) fn text(&mut self, text: &str) {
        let mut rest = text;
        loop {
            // Words of ASCII are copied in one piece.
            let length = rest.bytes().position(|b| !b.is_ascii_graphic()).unwrap_or(rest.len());
            let (word, behind) = rest.split_at(length);
            if !word.is_empty() {
                self.write_pending();
                self.out.push_str(word);
            }
            let mut characters = behind.chars();
            let Some(character) = characters.next() else { return };
            rest = characters.as_str();
            if character.is_whitespace() {
                self.pending.get_or_insert(' ');
            // Soft hyphens, zero-width spaces and byte order marks are for the eye; they would split words.
            } else if !matches!(character, '\u{ad}' | '\u{200b}' | '\u{feff}') {
                self.write_pending();
                self.out.push(character);
            }
        }
    }

    /// A new line of the same paragraph; a second one in a row ends it.
    pub(super) fn line_break(&mut self) {
        if self.pending == Some('\n') {
            self.end();
        } else {
            self.pending = Some('\n');
        }
    }

    /// Parts from a word before it what has no white space between, as dates of first and last edition often have.
    fn part(&mut self) {
        if self.out.ends_with(char::is_alphanumeric) {
            self.pending.get_or_insert(' ');
        }
    }

    /// The next cell of a table's row.
    pub(super) fn cell(&mut self) {
        self.pending = Some('\t');
    }

    /// Ends the paragraph.
    pub(super) fn end(&mut self) {
        self.pending = None;
        if self.out.len() > self.start {
            self.out.push_str("\n\n");
            self.start = self.out.len();
        }
    }

    /// Adds paragraphs that are made already.
    pub(super) fn paragraphs(&mut self, ready: &str) {
        self.end();
        self.out.push_str(ready);
        self.end();
    }

    /// The paragraph in the making.
    pub(super) fn current(&self) -> Option<&str> {
        self.out.get(self.start..)
    }

    /// All of it.
    pub(super) fn finish(mut self) -> String {
        self.out.truncate(self.out.trim_end().len());
        self.out
    }

    fn write_pending(&mut self) {
        if let Some(space) = self.pending.take().filter(|_| self.out.len() > self.start) {
            self.out.push(space);
        }
    }
}

/// Elements whose content no reader sees as prose.
const UNREAD: [&str; 23] = [
    "head", "link", "meta", "script", "style", "template", "noscript", "svg", "math", "iframe", "object",
    "embed", "canvas", "audio", "video", "button", "input", "select", "textarea", "dialog", "nav", "menu",
    "datalist",
];

/// Elements within a line of text; every other one is a block.
const INLINE: [&str; 40] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
    "i", "img", "ins", "kbd", "label", "mark", "picture", "q", "rp", "rt", "ruby", "s", "samp", "small",
    "source", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "nobr",
];

/// The prose under a node. `skipped` names further elements to leave out.
pub(super) fn of_node(root: NodeRef<'_>, skipped: &[&str]) -> String {
    let mut out = Paragraphs::default();
    // An own stack, not recursion: pages may be nested deeper than a thread's stack.
    let mut stack = vec![Step::Enter(root)];
    while let Some(step) = stack.pop() {
        match step {
            Step::Leave => out.end(),
            Step::Enter(node) if node.is_text() => {
                node.query(|node| {
                    if let NodeData::Text { contents } = &node.data {
                        out.text(contents);
                    }
                });
            }
            Step::Enter(node) if node.is_comment() => {}
            Step::Enter(node) => {
                let name = node.node_name().unwrap_or_default();
                let name: &str = &name;
                if UNREAD.contains(&name) || skipped.contains(&name) || is_hidden(node) {
                    continue;
                }
                match name {
                    "br" => out.line_break(),
                    "td" | "th" => out.cell(),
                    "time" => out.part(),
                    _ if INLINE.contains(&name) => {}
                    _ => {
                        out.end();
                        stack.push(Step::Leave);
                    }
                }
                stack.extend(node.children_it(true).map(Step::Enter));
            }
        }
    }
    out.finish()
}

enum Step<'a> {
    Enter(NodeRef<'a>),
    Leave,
}

fn is_hidden(node: NodeRef<'_>) -> bool {
    node.is_element()
        && (node.has_attr("hidden")
            || node.attr("aria-hidden").is_some_and(|value| &*value == "true")
            || node.attr("style").is_some_and(|style| {
                style.contains("none") && style.replace(' ', "").contains("display:none")
            }))
}

/// The most signs in one run of text which HTML must escape.
pub(super) fn most_escapes(root: NodeRef<'_>) -> usize {
    let escapes = |text: &str| {
        // A no-break space is two bytes, and its first one begins other characters as well: near enough for a limit.
        text.bytes().filter(|b| matches!(b, b'&' | b'<' | b'>' | 0xC2)).count()
    };
    let mut most = 0;
    for run in root.descendants_it() {
        let count = run.query_or(0, |node| match &node.data {
            NodeData::Text { contents } => escapes(contents),
            _ => 0,
        });
        let is_code =
            || run.parent().is_some_and(|parent| parent.has_name("script") || parent.has_name("style"));
        if count > most && !is_code() {
            most = count;
        }
    }
    most
}

/// A title or a name, which may be written as HTML.
pub(super) fn of_name(html: &str) -> String {
    /// Nobody's name is nested; what is, says nothing.
    const DEEPEST: usize = 64;
    of_fragment(html, DEEPEST).unwrap_or_default()
}

/// The prose of a piece of HTML.
///
/// # Errors
///
/// When its elements are nested too deep.
pub(super) fn of_fragment(html: &str, deepest: usize) -> Result<String> {
    // Most raw HTML in a post is a comment or a lone tag; no parser is needed to see that it says nothing.
    if html.trim_start().starts_with("<!--")
        && html.trim_end().ends_with("-->")
        && html.matches("<!--").count() == 1
    {
        return Ok(String::new());
    }
    // Titles and names are mostly plain.
    if !html.contains(['<', '&']) {
        let mut out = Paragraphs::default();
        out.text(html);
        return Ok(out.finish());
    }
    super::nesting::check(html, deepest)?;
    Ok(of_node(Document::fragment(html).root(), &[]))
}

/// The source without the timelines that dateline wrote into it between its markers; their line breaks stay, so that what
/// comes after stands on its own line.
pub(super) fn without_timelines(source: &str) -> Cow<'_, str> {
    const BEGIN: &str = "<!-- dateline:begin";
    const END: &str = "<!-- dateline:end -->";
    if memmem::find(source.as_bytes(), BEGIN.as_bytes()).is_none() {
        return Cow::Borrowed(source);
    }
    let mut kept = String::with_capacity(source.len());
    let mut rest = source;
    while let Some((before, after)) = rest.split_once(BEGIN) {
        kept.push_str(before);
        // A marker without its end hides nothing.
        let Some((timeline, after)) = after.split_once(END) else {
            rest = rest.get(before.len()..).unwrap_or_default();
            break;
        };
        kept.extend(timeline.chars().filter(|c| *c == '\n'));
        rest = after;
    }
    kept.push_str(rest);
    Cow::Owned(kept)
}

#[cfg(test)]
mod tests {
    use super::{measure, of_fragment, without_timelines};

    #[test]
    fn words_are_counted() {
        for text in ["", " ", "one", " one\t\ttwo\r\n", "\u{b}a\u{c}b", "é\u{a0}one\u{2003} two ", "a\u{1f}b"]
        {
            let words: Vec<&str> = text.split_whitespace().collect();
            assert_eq!(measure(text), (words.len(), words.iter().map(|word| word.len()).sum()), "{text:?}");
        }
    }

    #[test]
    fn elements_become_paragraphs() {
        let cases = [
            ("<p>One\n <b>t</b>wo</p><p> three</p>", "One two\n\nthree"),
            ("a<br>b<br><br>c", "a\nb\n\nc"),
            ("<ul><li>one<li>two <ul><li>three</ul></ul>", "one\n\ntwo\n\nthree"),
            ("<figure><img alt='x'><figcaption>The hall</figcaption></figure>after", "The hall\n\nafter"),
            (
                "<table><tr><th>May</th><td>strike</td></tr><tr><td>June</td></tr></table>",
                "May\tstrike\n\nJune",
            ),
            ("a<!-- b -->c", "ac"),
            ("a<script>b</script><style>c</style><nav>d</nav>e", "ae"),
            ("<time>May 1</time><time>May 2</time>, (<time>May 3</time>)", "May 1 May 2, (May 3)"),
            ("in\u{ad}ter\u{200b}val&nbsp;x", "interval x"),
            ("<p hidden>a</p><p style='display: none'>b</p>c", "c"),
            ("<section><h2>Head</h2>text</section>", "Head\n\ntext"),
            ("", ""),
        ];
        for (html, expected) in cases {
            assert_eq!(of_fragment(html, 512).expect("prose"), expected, "{html}");
        }
    }

    #[test]
    fn own_timelines_are_cut_out() {
        let cases = [
            ("a <!-- dateline:begin --> b <!-- dateline:end --> c", "a  c"),
            ("a\n<!-- dateline:begin -->\nb\n<!-- dateline:end -->\nc", "a\n\n\n\nc"),
            ("a <!-- dateline:begin --> b", "a <!-- dateline:begin --> b"),
            ("a", "a"),
        ];
        for (source, expected) in cases {
            assert_eq!(without_timelines(source), expected);
        }
    }
}
