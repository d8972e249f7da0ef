//! Lists that grow or shrink in place, so that what stands between their items stays.

use super::Edit;
use std::ops::Range;

/// A list in a file.
pub(super) struct List<'a> {
    /// The file.
    pub(super) text: &'a str,
    /// The list, with its brackets where it has some.
    pub(super) range: Range<usize>,
    /// Its items, in order.
    pub(super) items: Vec<Range<usize>>,
}

impl List<'_> {
    /// Puts items behind the last one.
    pub(super) fn grow(&self, new: &[String]) -> Vec<Edit> {
        let Some(last) = self.items.last() else {
            let behind_bracket = self.range.start + 1;
            return vec![(behind_bracket..behind_bracket, new.join(", "))];
        };
        let insert = |at: usize, text: String| (at..at, text);
        let line_end = self.line_end(last.end);
        let break_ = if self.text.get(..line_end).is_some_and(|before| before.ends_with('\r')) {
            "\r\n"
        } else {
            "\n"
        };
        if !self.is_bracketed() {
            let indent = self.indent(last.start.saturating_sub(1));
            let lines = new.iter().map(|item| format!("{break_}{indent}- {item}")).collect();
            return vec![insert(self.before_break(line_end), lines)];
        }
        let comma = self.comma_after(last.end);
        let is_spread =
            self.text.get(self.range.start..last.start).is_some_and(|before| before.contains('\n'));
        if !is_spread {
            return vec![insert(last.end, new.iter().map(|item| format!(", {item}")).collect())];
        }
        let indent = self.indent(last.start);
        let (is_closed_here, at) = (line_end >= self.range.end, self.before_break(line_end));
        match comma {
            _ if is_closed_here => {
                vec![insert(last.end, new.iter().map(|item| format!(",{break_}{indent}{item}")).collect())]
            }
            Some(_) => vec![insert(at, new.iter().map(|item| format!("{break_}{indent}{item},")).collect())],
            None => {
                let lines = new.join(&format!(",{break_}{indent}"));
                vec![insert(last.end, ",".to_owned()), insert(at, format!("{break_}{indent}{lines}"))]
            }
        }
    }

    /// Takes away all items but the first `keep`, with the commas that parted them; comments stay. `None` where that cannot be
    /// written.
    pub(super) fn shrink(&self, keep: usize) -> Option<Vec<Edit>> {
        if !self.is_bracketed() && keep == 0 {
            return None;
        }
        let trailing = self.items.last().and_then(|last| self.comma_after(last.end)).is_some();
        let mut edits = Vec::new();
        for (n, item) in self.items.iter().enumerate().skip(keep) {
            let mut gone = item.clone();
            if !self.is_bracketed() {
                gone.start = self.text.get(..item.start)?.rfind('-')?;
            } else if trailing {
                gone.end = self.comma_after(item.end)? + 1;
                // The space before it parts it from an item on the same line.
                let before = self.text.get(..item.start)?.trim_end_matches([' ', '\t']).len();
                if before > self.line_start(item.start) {
                    gone.start = before;
                }
            } else if let Some(before) = n.checked_sub(1).and_then(|before| self.items.get(before)) {
                let comma = self.comma_after(before.end)?;
                let between = self.text.get(comma + 1..item.start)?;
                if between.chars().all(|c| c == ' ' || c == '\t') {
                    gone.start = comma;
                } else {
                    edits.push((comma..comma + 1, String::new()));
                }
            }
            edits.push((self.with_its_line(gone), String::new()));
        }
        Some(edits)
    }

    fn is_bracketed(&self) -> bool {
        self.text.get(self.range.start..).is_some_and(|rest| rest.starts_with('['))
    }

    /// The comma that follows, before anything but white space and comments.
    fn comma_after(&self, mut at: usize) -> Option<usize> {
        while at < self.range.end {
            let rest = self.text.get(at..)?;
            match rest.chars().next()? {
                ',' => return Some(at),
                '#' => at += rest.find('\n')?,
                c if c.is_whitespace() => at += c.len_utf8(),
                _ => return None,
            }
        }
        None
    }

    /// The end of the line that a byte stands on, before its `\n`.
    fn line_end(&self, at: usize) -> usize {
        self.text.get(at..).and_then(|rest| rest.find('\n')).map_or(self.text.len(), |n| at + n)
    }

    fn before_break(&self, line_end: usize) -> usize {
        line_end - usize::from(self.text.get(..line_end).is_some_and(|before| before.ends_with('\r')))
    }

    fn line_start(&self, at: usize) -> usize {
        self.text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |n| n + 1)
    }

    /// The white space that a line begins with.
    fn indent(&self, at: usize) -> &str {
        let line = self.text.get(self.line_start(at)..).unwrap_or_default();
        line.get(..line.len() - line.trim_start_matches([' ', '\t']).len()).unwrap_or_default()
    }

    /// The same stretch, with its line where nothing else stands there, or up to the comment that does.
    fn with_its_line(&self, gone: Range<usize>) -> Range<usize> {
        let (start, end) = (self.line_start(gone.start), self.line_end(gone.end));
        let blank = |range: Range<usize>| self.text.get(range).is_some_and(|text| text.trim().is_empty());
        if start <= self.range.start || !blank(start..gone.start) {
            return gone;
        }
        if blank(gone.end..end) && end <= self.range.end.max(gone.end) {
            return start - 1..self.before_break(end);
        }
        // A comment takes its place.
        let behind = self.text.get(gone.end..end).unwrap_or_default();
        gone.start..gone.end + (behind.len() - behind.trim_start_matches([' ', '\t']).len())
    }
}

#[cfg(test)]
mod tests {
    use super::super::applied;
    use super::List;

    /// The list in a text, whose items are the letters in it.
    fn list(text: &str) -> List<'_> {
        let start = text.find(['[', '-']).expect(text);
        let end = if text[start..].starts_with('[') {
            text.rfind(']').expect(text) + 1
        } else {
            text.trim_end().len()
        };
        let code = |at: usize| !text[..at].rsplit('\n').next().is_some_and(|line| line.contains('#'));
        let items = text.char_indices().filter(|(at, c)| c.is_ascii_uppercase() && code(*at));
        List { text, range: start..end, items: items.map(|(at, _)| at..at + 1).collect() }
    }

    #[test]
    fn lists_grow_as_they_are_written() {
        for (text, want) in [
            ("x = []", "x = [Y, Z]"),
            ("x = [A] # one", "x = [A, Y, Z] # one"),
            ("x = [A,] # one", "x = [A, Y, Z,] # one"),
            ("x = [\n  A, # one\n]", "x = [\n  A, # one\n  Y,\n  Z,\n]"),
            ("x = [\n  A # one\n]", "x = [\n  A, # one\n  Y,\n  Z\n]"),
            ("x = [\r\n\tA,\r\n]", "x = [\r\n\tA,\r\n\tY,\r\n\tZ,\r\n]"),
            ("x = [A,\n     B]", "x = [A,\n     B,\n     Y,\n     Z]"),
            ("x:\n  - A # one\n", "x:\n  - A # one\n  - Y\n  - Z\n"),
            ("x:\n- A", "x:\n- A\n- Y\n- Z"),
        ] {
            let edits = list(text).grow(&["Y".to_owned(), "Z".to_owned()]);
            assert_eq!(applied(text, edits), want, "{text}");
        }
    }

    #[test]
    fn lists_shrink_and_keep_their_comments() {
        for (text, keep, want) in [
            ("x = [A, B] # one", 1, "x = [A] # one"),
            ("x = [A, B,]", 1, "x = [A,]"),
            ("x = [A, B, C]", 0, "x = []"),
            ("x = [\n  A, # one\n  B, # two\n]", 1, "x = [\n  A, # one\n  # two\n]"),
            ("x = [\n  A, # one\n  B # two\n]", 1, "x = [\n  A # one\n  # two\n]"),
            ("x = [\n  A, # one\n  B,\n]", 1, "x = [\n  A, # one\n]"),
            ("x = [\n  A,\n  B\n]", 1, "x = [\n  A\n]"),
            ("x:\n  - A # one\n  - B\n  - C # three\ny", 1, "x:\n  - A # one\n  # three\ny"),
        ] {
            let mut list = list(text);
            if text.starts_with("x:") {
                list.range.end = text.len() - 2;
            }
            assert_eq!(applied(text, list.shrink(keep).expect(text)), want, "{text}");
        }
        assert_eq!(list("x:\n  - A\n").shrink(0), None);
    }
}
