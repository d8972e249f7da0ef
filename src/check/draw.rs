//! A failed case as people see it: the lines of the file underlined, what was expected, and the derivation.

use super::case::{Case, Subject};
use super::compare::{Complaint, interval, printed};
use super::read::line_of;
use super::run::{Checked, Found, Verdict};
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};
use std::ops::Range;

/// How failed cases are drawn.
///
/// ```
/// use dateline::{check::{self, Draw, Format}, lang::Language, resolve::Policy};
///
/// let text = "[[case]]\npublished = \"2025-11-20\"\ntext = \"last month\"\nexpect = \"2025-11\"\n";
/// let file = check::read("desk.toml", text, Format::Toml)?;
/// let no_articles = |_: &str| unreachable!("no case names an article");
/// let checked = check::run(&file.cases[0], Language::english(), &Policy::default(), &no_articles)?;
/// let draw = Draw::new(false);
/// assert!(draw.in_file(&checked, &file.text).contains("desk.toml:4"));
/// assert!(draw.in_code(&checked).contains("^^^^^^^^^^ expected 2025-11, found 2025-10"));
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Draw {
    renderer: Renderer,
}

impl Draw {
    /// Plain text, or with the colours of a terminal.
    pub const fn new(colour: bool) -> Self {
        Draw { renderer: if colour { Renderer::styled() } else { Renderer::plain() } }
    }

    /// Draws a case from a file whose text is `file`.
    pub fn in_file(&self, checked: &Checked<'_>, file: &str) -> String {
        let written = Written { text: file, path: &checked.case.place.file };
        let labels = match &checked.case.subject {
            Subject::Text(_) => text_labels(checked, file),
            Subject::Article { .. } => expectations(checked),
        };
        self.render(checked, written.snippet(labels))
    }

    /// Draws a case that was made in code.
    pub fn in_code(&self, checked: &Checked<'_>) -> String {
        match &checked.case.subject {
            Subject::Text(text) => {
                let span = checked.found.first().map_or(0..text.len(), |found| found.span.range());
                let label = AnnotationKind::Primary.span(span).label(complaint(checked));
                self.render(checked, Some(Snippet::source(text.as_str()).annotation(label)))
            }
            Subject::Article { .. } => self.render(checked, None),
        }
    }

    /// The snippet of the case, that of its article, what else is wrong, and how what is wrong was found.
    fn render<'s>(&self, checked: &'s Checked<'_>, snippet: Option<Snippet<'s, Annotation<'s>>>) -> String {
        let title = match checked.verdict {
            Verdict::GapClosed => format!("`{}` passes; take its known-gap away", checked.case.title()),
            _ => format!("`{}` is not what the case expects", checked.case.title()),
        };
        let in_code = snippet.is_none();
        let mut group: Group<'_> = Level::ERROR.primary_title(title).elements(snippet);
        if let Some(article) = &checked.article {
            let written = Written { text: &article.text, path: &article.name };
            group = group.elements(written.snippet(tellings(checked, in_code)));
        }
        for (n, complaint) in checked.complaints.iter().enumerate() {
            if !is_drawn(checked, n, in_code) {
                group = group.element(Level::NOTE.message(complaint.message.as_str()));
            }
        }
        // What is wrong first: the first expression of a text, the first entry that a complaint is about.
        let wrong = match checked.case.subject {
            Subject::Text(_) => checked.found.first(),
            Subject::Article { .. } => {
                let mut about = checked.complaints.iter().filter_map(|complaint| complaint.found);
                about.next().and_then(|n| checked.found.get(n))
            }
        };
        for step in wrong.into_iter().flat_map(derivation) {
            group = group.element(Level::NOTE.message(step));
        }
        self.renderer.render(&[group])
    }
}

/// A text that lies in a file.
struct Written<'s> {
    text: &'s str,
    path: &'s str,
}

impl<'s> Written<'s> {
    /// The lines that have something to say, with what that is; none where nothing is said.
    fn snippet(&self, labels: Vec<Label>) -> Option<Snippet<'s, Annotation<'s>>> {
        let (text, ends) = (self.text, labels.iter().map(|label| label.range.end).max());
        let window = lines(text, labels.iter().map(|label| label.range.start).min(), ends);
        let source = text.get(window.clone()).unwrap_or_default();
        let at = |byte: usize| byte.saturating_sub(window.start).min(source.len());
        let annotations = labels.into_iter().map(|Label { range, is_wrong, words }| {
            let kind = if is_wrong { AnnotationKind::Primary } else { AnnotationKind::Context };
            let annotation = kind.span(at(range.start)..at(range.end));
            if words.is_empty() { annotation } else { annotation.label(words) }
        });
        ends?;
        let first = line_of(text, window.start);
        Some(Snippet::source(source).path(self.path).line_start(first).fold(true).annotations(annotations))
    }
}

/// Words under a stretch of a text.
struct Label {
    range: Range<usize>,
    is_wrong: bool,
    words: String,
}

/// A text under its expectation, in the file.
fn text_labels(checked: &Checked<'_>, file: &str) -> Vec<Label> {
    let case = checked.case;
    let text = spot(case, checked.found.first(), file);
    let wrong = |range| Label { range, is_wrong: true, words: complaint(checked) };
    let expect = case.place.expect.clone();
    if expect.start < case.place.text.end && expect.end > case.place.text.start {
        return vec![wrong(text)];
    }
    let read = checked.found.first().and_then(|found| found.expr.as_ref());
    let words = read.map_or(String::new(), |expr| format!("read as {expr}"));
    vec![wrong(expect), Label { range: text, is_wrong: false, words }]
}

/// The expectations of an article's entries that do not hold; the article's name, where nothing expects what is wrong.
fn expectations(checked: &Checked<'_>) -> Vec<Label> {
    let case = checked.case;
    let name = || Label { range: case.place.text.clone(), is_wrong: true, words: complaint(checked) };
    let wrong = |complaint: &Complaint| Label {
        range: complaint.expected.clone(),
        is_wrong: true,
        words: complaint.message.clone(),
    };
    let expected = checked.complaints.iter().filter(|complaint| !complaint.expected.is_empty());
    let labels: Vec<Label> = expected.map(wrong).collect();
    if labels.is_empty() { vec![name()] } else { labels }
}

/// What the article tells that is wrong: as complained of, where no case file says so.
fn tellings(checked: &Checked<'_>, in_code: bool) -> Vec<Label> {
    let about = checked.complaints.iter().filter_map(|complaint| {
        let found = checked.found.get(complaint.found?)?;
        let words =
            if in_code { complaint.message.clone() } else { format!("found {}", printed(&found.when)) };
        Some(Label { range: found.span.range(), is_wrong: in_code, words })
    });
    about.collect()
}

/// Whether a snippet shows a complaint; the others are told below.
fn is_drawn(checked: &Checked<'_>, number: usize, in_code: bool) -> bool {
    let complaints = &checked.complaints;
    let is_about = |complaint: &Complaint| {
        if in_code { complaint.found.is_some() } else { !complaint.expected.is_empty() }
    };
    match checked.case.subject {
        Subject::Text(_) => number == 0,
        Subject::Article { .. } => {
            complaints.get(number).is_some_and(is_about)
                || !in_code && number == 0 && !complaints.iter().any(is_about)
        }
    }
}

/// What is written under the underline.
fn complaint(checked: &Checked<'_>) -> String {
    match checked.verdict {
        Verdict::GapClosed => "is as expected".to_owned(),
        _ => checked.complaints.first().map(ToString::to_string).unwrap_or_default(),
    }
}

/// How a time was found, step by step.
pub(super) fn derivation(found: &Found) -> Vec<String> {
    let mut steps = Vec::new();
    if !found.rule.is_empty() {
        steps.push(format!("rule {}", found.rule));
    }
    if found.when.is_dated() {
        steps.push(format!("covers {}, {}", interval(&found.when), found.when.certainty));
    }
    steps.extend(found.when.why.sentences());
    steps
}

/// Where the expression stands in the file; the whole text where escapes hide it.
fn spot(case: &Case, found: Option<&Found>, file: &str) -> Range<usize> {
    let whole = case.place.text.clone();
    let (Some(found), Subject::Text(text)) = (found, &case.subject) else { return whole };
    let written = file.get(whole.clone()).unwrap_or_default();
    match written.find(text.as_str()) {
        Some(at) => {
            let start = whole.start + at;
            start + found.span.start as usize..start + found.span.end as usize
        }
        None => whole,
    }
}

/// The lines that hold a stretch.
fn lines(text: &str, start: Option<usize>, end: Option<usize>) -> Range<usize> {
    let (start, end) = (start.unwrap_or(0).min(text.len()), end.unwrap_or(0).min(text.len()));
    let bytes = text.as_bytes();
    let first =
        bytes.get(..start).and_then(|before| before.iter().rposition(|b| *b == b'\n')).map_or(0, |at| at + 1);
    let last = bytes
        .get(end..)
        .and_then(|after| after.iter().position(|b| *b == b'\n'))
        .map_or(text.len(), |at| end + at);
    first..last
}
