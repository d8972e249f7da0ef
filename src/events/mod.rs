//! Room 5: what happened.
//!
//! Input: a document with its dated expressions. Output: [`Event`]s, each one thing that happened, with its time and status.
//! Knows nothing of other articles, order or output formats.

mod attach;
mod combine;
mod headline;
mod keys;
mod site;
mod speaker;
mod status;
mod subject;

use crate::expression::unit::names;
use crate::lang::Language;
use crate::recognise::Annotation;
use crate::resolve::When;
use crate::segment::Document;
use crate::span::Span;
use chrono::NaiveDate;
use site::{Reader, Site};

/// One thing that a clause tells, at one time.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// The clause that tells it.
    pub span: Span,
    /// The expression that dates it; `None` where something else does (a heading, another clause).
    pub expression: Option<Span>,
    /// One line that stands alone.
    pub headline: String,
    /// When.
    pub when: When,
    /// How sure it is that it happens or happened.
    pub status: Status,
    /// Who says so, where the clause is said by somebody.
    pub speaker: Option<String>,
    /// The sentence that the clause stands in.
    pub sentence: Span,
    /// Stems of the words that carry the clause's meaning, sorted; what two tellings of one event share.
    pub keys: Vec<String>,
    /// Its subject is only pointed at ("this meeting", "he"), so that another telling may say it better.
    pub pointing: bool,
}

names! {
    /// Whether a thing happened, by what the text says.
    Status {
        /// Said to have happened.
        Reported = "reported",
        /// Said to be going to happen.
        Planned = "planned",
        /// What a threat, an offer or an if-clause would bring about.
        Conditional = "conditional",
        /// Said not to have happened.
        Denied = "denied",
        /// Said to go on.
        Ongoing = "ongoing",
    }
}

/// The events that a document's dated expressions date, in the order of the text.
///
/// Annotations stand in the order of the text. Each dated one goes to the verb, or to the noun of an event, that it modifies;
/// several that date one verb make one event, as finely dated as the finest of them. Datelines, comparisons ("than last
/// year") and headings that are only a date make none.
pub fn extract(
    document: &Document<'_>,
    annotations: &[Annotation],
    language: &Language,
    published: NaiveDate,
) -> Vec<Event> {
    let reader = Reader { document, language, annotations, published };
    let mut events = Vec::new();
    let mut rest = annotations;
    while let Some(first) = rest.first() {
        let Some(sentence) = document.sentence_of(document.token_at(first.mention.span.start)) else { break };
        let end = document.sentences[sentence].span.end;
        let count = rest.iter().take_while(|a| a.mention.span.start < end).count().max(1);
        let (here, later) = rest.split_at(count);
        rest = later;
        if here.iter().any(|a| a.when.is_dated()) {
            read_sentence(&reader, sentence, here, &mut events);
        }
    }
    events
}

/// The events of one sentence.
fn read_sentence(reader: &Reader<'_>, sentence: usize, here: &[Annotation], events: &mut Vec<Event>) {
    let clauses = reader.document.clauses(sentence, reader.language);
    let site = Site { reader, sentence, clauses: &clauses };
    let attached = attach::attach(&site, here);
    for dated in combine::combine(&site, attached) {
        let Some(span) = site.span(&dated) else { continue };
        let headline = headline::headline(&site, &dated);
        events.push(Event {
            span,
            expression: Some(dated.expression),
            headline: headline.text,
            status: status::status(&site, &dated),
            speaker: speaker::speaker(&site, &dated),
            sentence: reader.document.sentences[sentence].span,
            keys: keys::keys(reader, span),
            pointing: headline.pointing,
            when: dated.when,
        });
    }
}
