//! Markers in a post: where they stand, and what stands between them.
//!
//! ```text
//! <!-- dateline:begin story/*.md published=2025-11-20 format=markdown -->
//! …what was written last time…
//! <!-- dateline:end -->
//! ```
//!
//! Only what stands between two markers is ever replaced. Markers inside a fenced block of code are text.

use crate::error::{Error, Result};
use std::ops::Range;

const BEGIN: &str = "dateline:begin";
const END: &str = "dateline:end";
const OPEN: &str = "<!--";
const CLOSE: &str = "-->";

/// What stands between two markers.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Region {
    /// The line of the first marker, from 1.
    pub line: usize,
    /// What the first marker says: inputs, and options as `name=value`; quotes keep spaces.
    pub arguments: Vec<String>,
    /// The bytes between the markers.
    pub inner: Range<usize>,
}

/// The regions of a post, in its order.
///
/// ```
/// let post = "Before\n<!-- dateline:begin a.txt detail=full -->\nold\n<!-- dateline:end -->\nafter\n";
/// let regions: Vec<dateline::embed::Region> = dateline::embed::regions(post)?;
/// assert_eq!((regions[0].line, &regions[0].arguments[..]), (2, &["a.txt".into(), "detail=full".into()][..]));
/// assert!(!dateline::embed::without(post, &regions).contains("old"));
/// let new = dateline::embed::replace(post, &regions, &["new".to_owned()]);
/// assert_eq!(new, "Before\n<!-- dateline:begin a.txt detail=full -->\nnew\n<!-- dateline:end -->\nafter\n");
/// # Ok::<(), dateline::Error>(())
/// ```
///
/// # Errors
///
/// A marker without its partner, inside another's region, behind something else on its line, or that does not end, and a quote that
/// does not: names the line.
pub fn regions(post: &str) -> Result<Vec<Region>> {
    let mut regions = Vec::new();
    let mut open: Option<Region> = None;
    let mut fence: Option<&str> = None;
    let mut at = 0;
    for (number, line) in (1..).zip(post.split_inclusive('\n')) {
        let start = at;
        at += line.len();
        let text = line.trim();
        if open.is_none() && is_fence(text, &mut fence) || fence.is_some() {
            continue;
        }
        let wrong = |message: &str| Error::value(message).at(format!("line {number}"));
        if let Some(before) = stands_behind(text) {
            return Err(wrong(&format!("the marker stands behind `{before}`; give it a line of its own")));
        }
        if let Some(rest) = marker(text, BEGIN) {
            if let Some(open) = &open {
                let message = format!(
                    "a timeline begins inside the one of line {}; close that one first with `{OPEN} {END} {CLOSE}`",
                    open.line
                );
                return Err(wrong(&message));
            }
            let inner = rest.strip_suffix(CLOSE);
            let inner = inner.filter(|inner| inner.is_empty() || inner.starts_with(char::is_whitespace));
            let inner =
                inner.ok_or_else(|| wrong("the marker must stand alone on its line and end in `-->`"))?;
            let arguments = words(inner)
                .ok_or_else(|| wrong("a quote in the marker opens and never closes; close it with `\"`"))?;
            open = Some(Region { line: number, arguments, inner: at..at });
        } else if marker(text, END).is_some() {
            let mut region = open.take().ok_or_else(|| wrong("a timeline ends that never began"))?;
            region.inner.end = start;
            regions.push(region);
        }
    }
    match open {
        Some(open) => {
            let message =
                format!("a timeline begins and never ends; write `{OPEN} {END} {CLOSE}` on a line below");
            Err(Error::value(message).at(format!("line {}", open.line)))
        }
        None => Ok(regions),
    }
}

/// What follows the name of a marker in the comment that a line begins with.
fn marker<'a>(line: &'a str, name: &str) -> Option<&'a str> {
    line.strip_prefix(OPEN)?.trim_start().strip_prefix(name)
}

/// What a marker stands behind that makes its line an item of a list, a quotation or a heading. Elsewhere in a line, it is only spoken of.
fn stands_behind(line: &str) -> Option<&str> {
    let at = line.find(OPEN)?;
    let (before, comment) = (line[..at].trim_end(), &line[at..]);
    let is_mark =
        |c: char| c.is_ascii_digit() || matches!(c, '-' | '*' | '+' | '>' | '#' | '.' | ')' | ' ' | '\t');
    let is_marker = marker(comment, BEGIN).or_else(|| marker(comment, END)).is_some();
    (is_marker && !before.is_empty() && before.chars().all(is_mark)).then_some(before)
}

/// Whether a line opens or closes a block of code.
fn is_fence<'a>(line: &'a str, fence: &mut Option<&'a str>) -> bool {
    let Some(mark) = line.chars().next().filter(|mark| matches!(mark, '`' | '~')) else { return false };
    let rest = line.trim_start_matches(mark);
    let (marks, _) = line.split_at(line.len() - rest.len());
    match *fence {
        // Behind backticks, a backtick makes it code within a line.
        None if marks.len() >= 3 && !(mark == '`' && rest.contains('`')) => *fence = Some(marks),
        Some(opened) if rest.is_empty() && marks.starts_with(opened) => *fence = None,
        _ => return false,
    }
    true
}

/// Words parted by spaces, except within double quotes; `None` where a quote does not end.
fn words(text: &str) -> Option<Vec<String>> {
    let mut words = Vec::new();
    let (mut word, mut quoted, mut started) = (String::new(), false, false);
    for c in text.chars() {
        match c {
            '"' => {
                quoted = !quoted;
                started = true;
            }
            c if c.is_whitespace() && !quoted => {
                if std::mem::take(&mut started) {
                    words.push(std::mem::take(&mut word));
                }
            }
            c => {
                word.push(c);
                started = true;
            }
        }
    }
    if started {
        words.push(word);
    }
    (!quoted).then_some(words)
}

/// The post with `texts` in its regions, one each; line ends are those of the post.
pub fn replace(post: &str, regions: &[Region], texts: &[String]) -> String {
    let mut out = String::with_capacity(post.len() + texts.iter().map(String::len).sum::<usize>());
    let mut at = 0;
    for (region, text) in regions.iter().zip(texts) {
        let before = post.get(at..region.inner.start).unwrap_or_default();
        out.push_str(before);
        let text = text.trim_matches('\n');
        if before.ends_with("\r\n") {
            out.push_str(&text.replace('\n', "\r\n"));
            out.push_str("\r\n");
        } else {
            out.push_str(text);
            out.push('\n');
        }
        at = region.inner.end;
    }
    out.push_str(post.get(at..).unwrap_or_default());
    out
}

/// The post without what stands in its regions: the article that its author wrote.
pub fn without(post: &str, regions: &[Region]) -> String {
    replace(post, regions, &vec![String::new(); regions.len()])
}

#[cfg(test)]
mod tests {
    use super::{regions, replace};
    use proptest::prelude::{prop, proptest};

    #[test]
    fn markers_without_partner_are_errors_that_name_the_line() {
        for (post, place) in [
            ("a\n<!-- dateline:begin -->\n", "line 2: a timeline begins and never ends"),
            ("<!-- dateline:end -->\n", "line 1: a timeline ends that never began"),
            (
                "<!-- dateline:begin -->\n<!-- dateline:begin -->\n<!-- dateline:end -->",
                "line 2: a timeline begins inside",
            ),
            ("<!-- dateline:begin a.txt\n-->\n<!-- dateline:end -->", "line 1: the marker must stand alone"),
            (
                "<!-- dateline:begin title=\"x -->\n<!-- dateline:end -->",
                "line 1: a quote in the marker opens and never closes",
            ),
            (
                "- a\n- <!-- dateline:begin -->\n  <!-- dateline:end -->",
                "line 2: the marker stands behind `-`",
            ),
            ("> <!--dateline:begin-->\n> <!-- dateline:end -->", "line 1: the marker stands behind `>`"),
            ("<!-- dateline:begin -->\n1. <!-- dateline:end -->", "line 2: the marker stands behind `1.`"),
        ] {
            let error = regions(post).unwrap_err().to_string();
            assert!(error.starts_with(place), "{error}");
        }
    }

    #[test]
    fn markers_in_code_are_text() {
        let post = "```md\n<!-- dateline:begin -->\n<!-- dateline:end -->\n```\n~~~~\n```\n<!-- dateline:end -->\n~~~~\n";
        assert_eq!(regions(post).unwrap(), []);
    }

    #[test]
    fn spaces_within_a_marker_are_free() {
        let post = "* item\n\n  <!--dateline:begin a.txt-->\n  <!--   dateline:end-->\n";
        let found = regions(post).unwrap();
        assert_eq!(found[0].arguments, ["a.txt"]);
    }

    #[test]
    fn a_marker_within_a_sentence_is_spoken_of() {
        let post = "Write `<!-- dateline:begin -->` and <!-- dateline:end -->.\n";
        assert_eq!(regions(post).unwrap(), []);
    }

    #[test]
    fn code_within_a_line_opens_no_block() {
        let post = "```code``` and\n~~~ x ~~~ y\n~~~\n<!-- dateline:begin -->\n<!-- dateline:end -->\n";
        assert_eq!(regions(post).unwrap().len(), 1);
    }

    #[test]
    fn quotes_keep_spaces_and_line_ends_stay() {
        let post = "x\r\n  <!-- dateline:begin about=\"Ines Calder\" \"my story.txt\" -->\r\n  <!-- dateline:end -->";
        let found = regions(post).unwrap();
        assert_eq!(found[0].arguments, ["about=Ines Calder", "my story.txt"]);
        let new = replace(post, &found, &["a\nb\n".to_owned()]);
        assert!(new.contains("-->\r\na\r\nb\r\n  <!-- dateline:end -->"), "{new:?}");
    }

    proptest! {
        #[test]
        fn nothing_else_is_touched_and_twice_is_once(
            parts in prop::collection::vec("[a-z\r\n`é<!-]{0,12}", 1..4),
            text in "[a-z\n]{0,12}",
        ) {
            let post = parts.join("\n<!-- dateline:begin -->\nold\n<!-- dateline:end -->\n");
            if let Ok(found) = regions(&post) {
                let texts = vec![text; found.len()];
                let once = replace(&post, &found, &texts);
                let again = regions(&once).unwrap();
                assert_eq!(again.len(), found.len());
                assert_eq!(replace(&once, &again, &texts), once);
                let outside = |post: &str, regions: &[super::Region]| {
                    let mut at = 0;
                    let mut parts: Vec<String> = Vec::new();
                    for region in regions {
                        parts.push(post[at..region.inner.start].to_owned());
                        at = region.inner.end;
                    }
                    parts.push(post[at..].to_owned());
                    parts
                };
                assert_eq!(outside(&once, &again), outside(&post, &found));
            }
        }
    }
}
