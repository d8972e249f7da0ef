//! Headings and labels that are dates: they date what stands under them, until the next one.

use super::Basis;
use super::site::{Dated, Reader, Site, Target};
use crate::expression::{Clock, Expr, Grain};
use crate::lang::{Role, Roles};
use crate::resolve::{Context, Policy, Reason, When, resolve};
use crate::segment::{ClockHeading, Form, Opener, TokenKind};
use crate::sorting;
use crate::span::Span;
use rustc_hash::FxHashSet;

/// Where a heading starts to count.
#[derive(Clone, Debug)]
pub(super) struct Label {
    /// The sentence that it is, or starts.
    pub(super) sentence: usize,
    /// The expression.
    pub(super) span: Span,
    /// The time of what stands under it; `None` for a heading without a date, which ends the one before.
    pub(super) when: Option<When>,
    /// The sentence goes on behind it: "October 20: two arrests".
    pub(super) goes_on: bool,
}

/// The headings and labels of a document, in order; none where there is but a single one at the top, which dates the article.
pub(super) fn labels(reader: &Reader<'_>, policy: &Policy) -> Vec<Label> {
    let document = reader.document;
    let mut labels = Vec::new();
    for annotation in reader.annotations.iter().filter(|a| a.when.is_dated() && a.when.interval.is_closed()) {
        let (first, last) = annotation.mention.tokens;
        let tokens = first as usize..last as usize;
        let Some(number) = document.sentence_of(tokens.start) else { continue };
        let sentence = document.sentences[number];
        let opens = (sentence.first as usize..tokens.start).all(|i| reader.is_mark(i));
        let starts = number == 0 || sentence.paragraph != document.sentences[number - 1].paragraph;
        if !opens || !starts || annotation.when.grain > Grain::Year {
            continue;
        }
        let alone = (tokens.end..sentence.last as usize).all(|i| reader.is_mark(i));
        let mark = matches!(document.word(tokens.end), ":" | "—" | "–")
            || document.is(tokens.end, "-") && document.tokens.get(tokens.end).is_some_and(|t| !t.glued);
        // A live blog's "10:42 Police arrive".
        let clock = annotation.when.grain <= Grain::Minute
            && tokens.len() <= 4
            && document.tokens.get(tokens.end).is_some_and(|t| t.kind == TokenKind::Word && t.capital);
        let goes_on = !alone && (mark || clock);
        if alone || goes_on {
            labels.push(Label {
                sentence: number,
                span: annotation.mention.span,
                when: Some(annotation.when.clone()),
                goes_on,
            });
        }
    }
    clocks(reader, policy, &mut labels);
    let top = |l: &Label| document.sentences.get(l.sentence).is_none_or(|s| s.paragraph < 3);
    if labels.len() < 2 && labels.iter().all(|l| top(l) && !l.goes_on) {
        labels.clear();
    }
    if !labels.is_empty() {
        end_at_headings(reader, &mut labels);
    }
    for Label { when, span, .. } in &mut labels {
        let because = || Reason::Note(format!("stands under “{}”", span.of(document.text)));
        when.iter_mut().for_each(|when| when.why.push(because()));
    }
    labels
}

/// A live blog's "10:42", bare, at the start of paragraphs: an hour of the day that was named last, else of publication.
fn clocks(reader: &Reader<'_>, policy: &Policy, labels: &mut Vec<Label>) {
    let found = reader.document.clock_headings();
    let mut days = labels
        .clone()
        .into_iter()
        .filter(|l| l.when.as_ref().is_some_and(|w| w.grain == Grain::Day))
        .peekable();
    let taken: FxHashSet<usize> = labels.iter().map(|l| l.sentence).collect();
    let mut day = reader.published;
    for ClockHeading { sentence, span, hour, minute, goes_on } in found {
        while let Some(from) = days.next_if(|l| l.sentence < sentence).and_then(|l| l.when?.interval.from) {
            day = from.date();
        }
        let clock = Clock { hour, minute: Some(minute), second: None, settled: true, zone: None };
        let when = resolve(&Expr::Clock(clock), &Context::on(day, policy));
        if when.is_dated() && !taken.contains(&sentence) {
            labels.push(Label { sentence, span, when: Some(when), goes_on });
        }
    }
    sorting::sort_by_key(labels, |l| l.sentence);
}

/// A heading without a date, as a paragraph of its own, ends what a heading with a date started.
fn end_at_headings(reader: &Reader<'_>, labels: &mut Vec<Label>) {
    let document = reader.document;
    let sentences = &document.sentences;
    let lines = |n: usize| {
        sentences.get(n + 1).is_some_and(|s| s.paragraph != sentences[n].paragraph)
            && !document.is(sentences[n].last as usize - 1, ".")
    };
    // Labels that are headings themselves: "11:48 Power back for 9,000 homes".
    let headed = labels.iter().all(|l| !l.goes_on || lines(l.sentence));
    let dated: FxHashSet<usize> = labels.iter().map(|l| l.sentence).collect();
    for (n, sentence) in sentences.iter().enumerate() {
        let alone = (n == 0 || sentences[n - 1].paragraph != sentence.paragraph)
            && sentences.get(n + 1).is_some_and(|s| s.paragraph != sentence.paragraph);
        let last = document.word(sentence.last as usize - 1);
        let asks = last == "?" && labels.iter().any(|l| l.goes_on);
        let point = matches!(last, "." | "!" | "?" | "”" | "\"" | ":" | ")") && !asks;
        if !headed || !alone || point || sentence.last - sentence.first > 8 || dated.contains(&n) {
            continue;
        }
        labels.push(Label { sentence: n, span: Span::default(), when: None, goes_on: false });
    }
    sorting::sort_by_key(labels, |l| l.sentence);
}

/// The main clause of a sentence under a label, in which no expression of its own dates anything.
pub(super) fn under(site: &Site<'_>, label: &Label) -> Option<Dated> {
    let reader = site.reader;
    let sentence = reader.document.sentences.get(site.sentence)?;
    if label.sentence == site.sentence && reader.tokens(label.span).end + 1 >= sentence.last as usize {
        return None;
    }
    let behind = if label.sentence == site.sentence { reader.tokens(label.span).end } else { 0 };
    let main = site.clauses.iter().enumerate().find_map(|(clause, c)| {
        let verb = c.verbs.iter().position(|v| v.form == Form::Finite && v.first as usize >= behind)?;
        let main = matches!(c.opener, Opener::Start | Opener::Mark | Opener::Coordinator);
        main.then_some(Target::Verb { clause, verb })
    });
    // "October 20: ARRESTS – Two men …": a label's own line may tell without a verb.
    let phrase = || {
        let clause = site
            .clauses
            .iter()
            .position(|c| c.last as usize > behind + 1 && wordy(reader, c.first as usize, c.last as usize))?;
        (label.sentence == site.sentence).then_some(Target::Phrase { clause })
    };
    let target = main.or_else(phrase)?;
    // What the label's own line says before its main clause is a title: "October 20: ARRESTS – Two men …".
    let this = site.clauses.get(target.clause())?;
    let titled = label.sentence == site.sentence;
    let within = titled.then_some(behind.max(this.first as usize)..this.last as usize);
    Some(Dated {
        target,
        when: label.when.clone()?,
        expression: None,
        source: Some(label.span),
        within,
        anchors: Vec::new(),
        basis: Basis::Heading,
        delayed: false,
    })
}

fn wordy(reader: &Reader<'_>, first: usize, last: usize) -> bool {
    (first..last)
        .filter(|&i| {
            reader.is_word(i) && !reader.is_timed(i) && !reader.roles(i).any(Roles::of(&[Role::Preposition]))
        })
        .count()
        > 1
}
