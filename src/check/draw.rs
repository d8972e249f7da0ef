//! A failed case as people see it: the lines of the file underlined, what was expected, and the derivation.

use super::case::{Case, Subject};
use super::run::{Checked, Found, Verdict, interval};
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
        let case = checked.case;
        let text = spot(case, checked.found.first(), file);
        let both = [&text, &case.place.expect];
        let window =
            lines(file, both.iter().map(|range| range.start).min(), both.iter().map(|range| range.end).max());
        let source = file.get(window.clone()).unwrap_or_default();
        let line = super::read::line_of(file, window.start);
        let shift = |range: &Range<usize>| {
            let at = |byte: usize| byte.saturating_sub(window.start).min(source.len());
            at(range.start)..at(range.end)
        };
        let mut snippet = Snippet::source(source).path(case.place.file.as_str()).line_start(line).fold(true);
        let complaint = complaint(checked);
        snippet = if case.place.expect.start >= case.place.text.end
            || case.place.expect.end <= case.place.text.start
        {
            let read = checked
                .found
                .first()
                .and_then(|found| found.expr.as_ref())
                .map(|expr| format!("read as {expr}"));
            let context: Annotation<'_> = AnnotationKind::Context.span(shift(&text));
            snippet
                .annotation(AnnotationKind::Primary.span(shift(&case.place.expect)).label(complaint))
                .annotation(match read {
                    Some(read) => context.label(read),
                    None => context,
                })
        } else {
            snippet.annotation(AnnotationKind::Primary.span(shift(&text)).label(complaint))
        };
        self.render(checked, snippet)
    }

    /// Draws a case that was made in code.
    pub fn in_code(&self, checked: &Checked<'_>) -> String {
        let text = match &checked.case.subject {
            Subject::Text(text) => text.as_str(),
            Subject::Article { path, .. } => path.as_str(),
        };
        let span = match (checked.found.first(), &checked.case.subject) {
            (Some(found), Subject::Text(_)) => found.span.range(),
            _ => 0..text.len(),
        };
        let label = AnnotationKind::Primary.span(span).label(complaint(checked));
        self.render(checked, Snippet::source(text).annotation(label))
    }

    fn render<'s>(&self, checked: &'s Checked<'_>, snippet: Snippet<'s, Annotation<'s>>) -> String {
        let title = match checked.verdict {
            Verdict::GapClosed => format!("`{}` passes; take its known-gap away", checked.case.title()),
            _ => format!("`{}` is not what the case expects", checked.case.title()),
        };
        let mut group: Group<'_> = Level::ERROR.primary_title(title).element(snippet);
        for complaint in checked.complaints.iter().skip(1) {
            group = group.element(Level::NOTE.message(complaint.as_str()));
        }
        let derived = matches!(checked.case.subject, Subject::Text(_));
        for step in checked.found.iter().take(if derived { 1 } else { 0 }).flat_map(derivation) {
            group = group.element(Level::NOTE.message(step));
        }
        self.renderer.render(&[group])
    }
}

/// What is written under the underline.
fn complaint(checked: &Checked<'_>) -> String {
    match checked.verdict {
        Verdict::GapClosed => "is as expected".to_owned(),
        _ => checked.complaints.first().cloned().unwrap_or_default(),
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
