//! Sentences that may tell an event, with what may date it.
//!
//! Input: a document with its expressions, phrases and labels. Output: the sentences worth reading. Knows nothing of events.

use super::byline::{is_correction, signs};
use super::label::{self, Label};
use super::relation::Phrase;
use super::site::{Dated, Reader, Site};
use super::tell::Telling;
use super::{attach, combine};
use crate::lang::{Role, Roles};
use crate::recognise::Annotation;
use crate::resolve::Policy;
use crate::span::Span;
use smallvec::SmallVec;

/// A sentence with what may date an event in it.
pub(super) struct Candidate<'a> {
    pub(super) site: Site<'a>,
    /// Its expressions of time.
    expressions: &'a [Annotation],
    /// Its phrases that place a time by an event.
    placing: &'a [Phrase],
    /// The heading or label that it is, starts with or stands under.
    label: Option<&'a Label>,
}

/// The sentences that something dates; of `all` those too that nothing does.
pub(super) fn candidates<'a>(
    reader: &'a Reader<'a>,
    phrases: &'a [Phrase],
    labels: &'a [Label],
    all: bool,
) -> Vec<Candidate<'a>> {
    let (mut rest, mut anchored, mut under) = (reader.annotations, phrases, labels.iter().peekable());
    let (mut found, mut label) = (Vec::with_capacity(rest.len()), None);
    for (sentence, Span { end, .. }) in reader.document.sentences.iter().map(|s| s.span).enumerate() {
        let (expressions, later) =
            rest.split_at(rest.iter().take_while(|a| a.mention.span.start < end).count());
        let (placing, more) = anchored.split_at(anchored.iter().take_while(|p| p.span.start < end).count());
        (rest, anchored) = (later, more);
        while let Some(next) = under.next_if(|l| l.sentence <= sentence) {
            label = next.when.is_some().then_some(next);
        }
        let headed = label.is_some_and(|label| heads(label, sentence));
        let dated = || expressions.iter().any(|a| a.when.is_dated());
        let told = all || headed || !placing.is_empty() || dated();
        let asks = || is_question(reader, sentence);
        if told && !signs(reader, sentence) && !is_correction(reader, sentence) && !asks() {
            let site = Site { reader, sentence, clauses: reader.parted.clauses(sentence) };
            found.push(Candidate { site, expressions, placing, label });
        }
    }
    found
}

/// "Will the bank cut rates on December 10?": who asks tells nothing.
fn is_question(reader: &Reader<'_>, sentence: usize) -> bool {
    const ASKING: Roles = Roles::of(&[
        Role::Will,
        Role::Modal,
        Role::Do,
        Role::Be,
        Role::Have,
        Role::Relative,
        Role::Subordinator,
    ]);
    let Some(sentence) = reader.document.sentences.get(sentence) else { return false };
    let fused = Roles::of(&[Role::Pronoun, Role::Noun]);
    let first = reader.roles(sentence.body as usize);
    let asks = first.any(ASKING) || first.common(fused) == fused;
    asks && sentence.last > sentence.body && reader.document.is(sentence.last as usize - 1, "?")
}

/// Whether a label dates what a sentence tells.
fn heads(label: &Label, sentence: usize) -> bool {
    label.sentence < sentence || label.goes_on
}

impl<'a> Candidate<'a> {
    /// What is told at a time that the sentence names.
    pub(super) fn dated(&self, policy: &Policy) -> Vec<Dated> {
        let is_own = |a: &&Annotation| self.label.is_none_or(|l| l.span != a.mention.span);
        let own: SmallVec<[&Annotation; 4]> = self.expressions.iter().filter(is_own).collect();
        combine::combine(&self.site, attach::attach(&self.site, &own, self.placing, policy))
    }

    /// What tells an event: what is `dated`, else what the sentence tells under its label.
    pub(super) fn tellings(&self, dated: Vec<Dated>) -> impl Iterator<Item = Telling<'a>> {
        let label = self.label.filter(|l| heads(l, self.site.sentence));
        let own = label.filter(|l| dated.is_empty() || l.sentence == self.site.sentence);
        let under = own.and_then(|label| label::under(&self.site, label));
        // "2019: Lund is appointed, replacing Holm, who had been in charge since 2005": the label dates what nothing else does.
        let clause = |d: &Dated| d.target.clause();
        let under = under.filter(|under| !dated.iter().any(|d| clause(d) == clause(under)));
        dated.into_iter().chain(under).filter_map(|dated| Telling::of(&self.site, dated, None))
    }
}
