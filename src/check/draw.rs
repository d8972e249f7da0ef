//! A failed case as people see it: the lines of the file underlined, what was expected, and the derivation.

use super::case::{Case, Subject};
use super::compare::{Complaint, Wrong, interval, printed};
use super::read::line_of;
use super::run::{Checked, Found, Verdict};
use crate::Lines;
use crate::article::Article;
use crate::span::one_line;
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
        let written = Written::whole(file, checked.case.place.file.clone());
        let labels = match &checked.case.subject {
            Subject::Text(_) => text_labels(checked, file),
            Subject::Article { .. } => expectations(checked),
        };
        self.render(checked, written.snippet(labels), false)
    }

    /// Draws a case that was made in code.
    pub fn in_code(&self, checked: &Checked<'_>) -> String {
        match &checked.case.subject {
            Subject::Text(text) => {
                let labels = spoken(checked, text).into_iter();
                let labels = labels.map(|label| AnnotationKind::Primary.span(label.range).label(label.words));
                self.render(checked, Some(Snippet::source(text.as_str()).annotations(labels)), true)
            }
            Subject::Article { .. } => self.render(checked, None, true),
        }
    }

    /// The snippet of the case, that of its article, what else is wrong, and how what is wrong was found.
    fn render<'s>(
        &self,
        checked: &'s Checked<'_>,
        snippet: Option<Snippet<'s, Annotation<'s>>>,
        in_code: bool,
    ) -> String {
        let title = one_line(checked.case.title());
        let title = match checked.verdict {
            Verdict::GapClosed => format!("`{title}` passes; take its known-gap away"),
            _ if title.is_empty() => "the article is not what is expected".to_owned(),
            _ => format!("`{title}` is not what the case expects"),
        };
        let mut group: Group<'_> = Level::ERROR.primary_title(title).elements(snippet);
        if let Some(article) = &checked.article {
            for (written, labels) in parted(article, tellings(checked, in_code)) {
                group = group.elements(written.snippet(labels));
            }
        }
        for (n, complaint) in checked.complaints.iter().enumerate() {
            if !is_drawn(checked, n, in_code) {
                group = group.element(Level::NOTE.message(complaint.message.as_str()));
            }
        }
        for step in wrong(checked).into_iter().flat_map(derivation) {
            group = group.element(Level::NOTE.message(step));
        }
        self.renderer.render(&[group])
    }
}

/// What is wrong first: what the first complaint that is about something found is about.
pub(super) fn wrong<'c>(checked: &'c Checked<'_>) -> Option<&'c Found> {
    let about = checked.complaints.iter().find_map(|complaint| complaint.found);
    let first =
        (checked.complaints.is_empty() && matches!(checked.case.subject, Subject::Text(_))).then_some(0);
    about.or(first).and_then(|n| checked.found.get(n))
}

/// A text that lies in a file, or a part of it.
struct Written<'s> {
    text: &'s str,
    path: String,
    /// The line that it begins on.
    line: usize,
    /// Where it begins in what labels count in.
    start: usize,
}

impl<'s> Written<'s> {
    const fn whole(text: &'s str, path: String) -> Self {
        Written { text, path, line: 1, start: 0 }
    }

    /// The lines that have something to say, with what that is; none where nothing is said.
    fn snippet(&self, labels: Vec<Label>) -> Option<Snippet<'s, Annotation<'s>>> {
        let here = |byte: usize| byte.saturating_sub(self.start);
        let (text, ends) = (self.text, labels.iter().map(|label| here(label.range.end)).max());
        let window = lines(text, labels.iter().map(|label| here(label.range.start)).min(), ends);
        let source = text.get(window.clone()).unwrap_or_default();
        // Line ends of two characters would be shown.
        let returns = |end: usize| source.get(..end).unwrap_or_default().matches("\r\n").count();
        let at = |byte: usize| {
            let at = here(byte).saturating_sub(window.start).min(source.len());
            at - returns(at)
        };
        let annotations = labels.into_iter().map(|Label { range, is_wrong, words }| {
            let kind = if is_wrong { AnnotationKind::Primary } else { AnnotationKind::Context };
            let annotation = kind.span(at(range.start)..at(range.end));
            if words.is_empty() { annotation } else { annotation.label(words) }
        });
        ends?;
        let first = self.line + line_of(text, window.start) - 1;
        let shown = source.strip_suffix('\r').unwrap_or(source).replace("\r\n", "\n");
        let snippet = Snippet::source(shown).path(self.path.clone()).line_start(first).fold(true);
        Some(snippet.annotations(annotations))
    }
}

/// An article's text with its labels, in parts that lie in its file as they do in its text: all of a plain text, or one
/// paragraph of what was taken from markup.
fn parted(article: &Article, labels: Vec<Label>) -> Vec<(Written<'_>, Vec<Label>)> {
    let text = article.text.as_str();
    let name = if article.name.is_empty() { "the article" } else { &article.name };
    let line = |label: &Label| article.lines.at(u32::try_from(label.range.start).unwrap_or(u32::MAX));
    let is_own = |label: &Label| line(label).is_none_or(|line| line == line_of(text, label.range.start));
    if article.lines == Lines::default() || labels.iter().all(|label| line(label).is_some() && is_own(label))
    {
        return vec![(Written::whole(text, name.to_owned()), labels)];
    }
    let mut parts: Vec<(Written<'_>, Vec<Label>)> = Vec::new();
    for label in labels {
        let start =
            text.get(..label.range.start).and_then(|before| before.rfind("\n\n")).map_or(0, |at| at + 2);
        if let Some((_, known)) = parts.iter_mut().find(|(part, _)| part.start == start) {
            known.push(label);
            continue;
        }
        let rest = text.get(start..).unwrap_or_default();
        let paragraph = rest.split("\n\n").next().unwrap_or_default();
        let part = match line(&label) {
            Some(line) => Written { text: paragraph, path: name.to_owned(), line, start },
            // Where markup cuts a paragraph up, its line in the file is not known; that in the text is told, and that it is one.
            None => {
                let path = format!("{name}, in its plain text");
                Written { text: paragraph, path, line: line_of(text, start), start }
            }
        };
        parts.push((part, vec![label]));
    }
    parts
}

/// Words under a stretch of a text.
struct Label {
    range: Range<usize>,
    is_wrong: bool,
    words: String,
}

/// A text under its expectations that do not hold, in the file.
fn text_labels(checked: &Checked<'_>, file: &str) -> Vec<Label> {
    let case = checked.case;
    let whole = case.place.expect.clone();
    let wrong = |range, words: &str| Label { range, is_wrong: true, words: words.to_owned() };
    if checked.complaints.is_empty() {
        return vec![wrong(whole, "is as expected")];
    }
    let mut labels = Vec::new();
    for complaint in &checked.complaints {
        let found = complaint.found.and_then(|n| checked.found.get(n));
        let said = spot(case, found, file);
        let expected = &complaint.expected;
        let apart = expected.end <= said.start || said.end <= expected.start;
        if expected.is_empty() && found.is_some() {
            labels.push(wrong(said, &complaint.message));
            continue;
        }
        if !apart {
            labels.push(wrong(said, &complaint.message));
            continue;
        }
        labels.push(wrong(
            if expected.is_empty() { whole.clone() } else { expected.clone() },
            &complaint.message,
        ));
        let read = found.and_then(|found| found.expr.as_ref());
        let words = read.map_or(String::new(), |expr| format!("read as {expr}"));
        labels.push(Label { range: said, is_wrong: false, words });
    }
    labels
}

/// What is complained of in a text that stands in code.
fn spoken(checked: &Checked<'_>, text: &str) -> Vec<Label> {
    let label = |range, words: &str| Label { range, is_wrong: true, words: words.to_owned() };
    let about = checked.complaints.iter().filter_map(|complaint| {
        let found = checked.found.get(complaint.found?)?;
        Some(label(found.span.range(), &complaint.message))
    });
    let labels: Vec<Label> = about.collect();
    if labels.is_empty() { vec![label(0..text.len(), &complaint(checked))] } else { labels }
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

/// What the article tells that is wrong: as complained of, where no case file says so. Where an entry is missing, all that was
/// found instead.
fn tellings(checked: &Checked<'_>, in_code: bool) -> Vec<Label> {
    let found = |it: &Found| format!("found {}", printed(&it.when));
    let mut labels = Vec::new();
    for complaint in &checked.complaints {
        let Some(it) = complaint.found.and_then(|n| checked.found.get(n)) else { continue };
        let words = if in_code { complaint.message.clone() } else { found(it) };
        labels.push(Label { range: it.span.range(), is_wrong: in_code, words });
    }
    if checked.complaints.iter().any(|complaint| complaint.wrong == Wrong::Missing) {
        for it in &checked.found {
            let range = it.span.range();
            if !labels.iter().any(|label| label.range == range) {
                labels.push(Label { range, is_wrong: false, words: found(it) });
            }
        }
        if labels.is_empty() {
            let end = checked.article.as_ref().map_or(0, |article| article.text.len());
            labels.push(Label {
                range: 0..end,
                is_wrong: in_code,
                words: "tells nothing that has a date".to_owned(),
            });
        }
    }
    labels
}

/// Whether a snippet shows a complaint; the others are told below.
fn is_drawn(checked: &Checked<'_>, number: usize, in_code: bool) -> bool {
    let complaints = &checked.complaints;
    let is_about = |complaint: &Complaint| {
        if in_code { complaint.found.is_some() } else { !complaint.expected.is_empty() }
    };
    let is_about_any = complaints.iter().any(is_about);
    match checked.case.subject {
        Subject::Text(_) if in_code => {
            complaints.get(number).is_some_and(is_about) || number == 0 && !is_about_any
        }
        Subject::Text(_) => true,
        Subject::Article { .. } => {
            complaints.get(number).is_some_and(is_about) || !in_code && number == 0 && !is_about_any
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

/// Where the expression stands in the file: in the text as written, or where its words stand once; else the whole text.
fn spot(case: &Case, found: Option<&Found>, file: &str) -> Range<usize> {
    let whole = case.place.text.clone();
    let (Some(found), Subject::Text(text)) = (found, &case.subject) else { return whole };
    let written = file.get(whole.clone()).unwrap_or_default();
    if let Some(at) = written.find(text.as_str()) {
        let start = whole.start + at;
        return start + found.span.start as usize..start + found.span.end as usize;
    }
    let mut places = written.match_indices(found.text.as_str());
    match (places.next(), places.next()) {
        (Some((at, words)), None) => whole.start + at..whole.start + at + words.len(),
        _ => whole,
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
