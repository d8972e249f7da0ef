//! Room 5: what happened.
//!
//! Input: a document with its dated expressions. Output: [`Event`]s, each one thing that happened, with its time and status.
//! Knows nothing of other articles, order or output formats.

mod antecedent;
mod attach;
mod byline;
mod candidate;
mod circumstance;
mod combine;
mod compared;
mod context;
mod distinct;
mod figures;
mod frame;
mod gap;
mod headline;
mod keys;
mod known;
mod label;
mod named;
mod passing;
mod period;
mod person;
mod pieces;
mod placed;
mod pronoun;
mod reference;
pub(crate) mod relation;
mod retarget;
mod rival;
mod site;
mod speaker;
mod status;
mod subject;
mod tell;
mod voice;
mod who;
mod words;

pub(crate) use crate::lang::Stem;
pub(crate) use distinct::Distinct;
pub(crate) use figures::{Figure, clash};
pub(crate) use keys::Model;
pub(crate) use reference::Naming;
pub(crate) use relation::{Anchor, Link, settle};
pub(crate) use rival::{comes_about, in_other_words, is_single, other_deeds, other_things, other_times};
pub(crate) use words::{Part, Words};

use crate::expression::Grain;
use crate::expression::unit::names;
use crate::lang::Language;
use crate::recognise::Annotation;
use crate::resolve::{Policy, When};
use crate::segment::{Document, Parted};
use crate::sorting;
use crate::span::Span;
use candidate::Candidate;
use chrono::{NaiveDate, NaiveDateTime};
use known::Known;
use site::{Dated, Reader};
use tell::Telling;

/// One thing that a clause tells, at one time; [`extract`] finds them.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Event {
    /// The clause that tells it.
    pub span: Span,
    /// The expression that dates it; `None` where something else does (a heading, another clause).
    pub expression: Option<Span>,
    /// That expression as printed, in one line; of a heading, the heading.
    pub phrase: String,
    /// One line that stands alone.
    pub headline: String,
    /// When; without a place in time where the event that would tell is not dated.
    pub when: When,
    /// What dates it.
    pub basis: Basis,
    /// The phrases that place it by other events.
    pub(crate) anchors: Vec<Anchor>,
    /// How it stands to other events.
    pub(crate) links: Vec<Link>,
    /// How sure it is that it happens or happened.
    pub status: Status,
    /// The day of publication, which what is told in the past tense never lies wholly behind.
    pub(crate) told: NaiveDate,
    /// Who says so, where the clause is said by somebody.
    pub speaker: Option<String>,
    /// The sentence that the clause stands in, without a dateline.
    pub sentence: Span,
    /// Number of its paragraph, from 0.
    pub paragraph: u32,
    /// Its words, with all that they are to it.
    pub(crate) words: Words,
    /// Numbers of the deeds that its verb or nouns name, sorted: "quit" and "resigned" name one.
    pub(crate) deeds: Box<[u16]>,
    /// It only says when something told before came about: "The collapse came at noon".
    pub(crate) recalls: bool,
    /// One of them happens to nobody twice.
    pub(crate) once: bool,
    /// One of them is done to nobody twice, and is done here: "was killed".
    pub(crate) suffered: bool,
    /// Its names with a number: "A380", "Flight 218".
    pub(crate) models: Box<[Model]>,
    /// What it measures: "$13.4 billion", "504 points".
    pub(crate) figures: Box<[Figure]>,
    /// What it is told apart by from others in the same words; nothing where no other article is looked at.
    pub(crate) distinct: Distinct,
    /// Root of the verb or noun that names what happens, [`Stem::NONE`] where none does.
    pub(crate) head: Stem,
    /// What a noun that points back says of the event that it means; `None` for what tells an event.
    pub(crate) naming: Option<Box<Naming>>,
    /// The event that such a noun means, or a clause that says when another came about, by article and number.
    pub(crate) refers: Option<(u32, u32)>,
    /// It only says that what the rest of its sentence tells was said: "police said on Saturday".
    pub(crate) echo: bool,
    /// Its subject is only pointed at ("this meeting", "he"), so that another telling may say it better.
    pub(crate) pointing: bool,
}

impl Event {
    /// Whether only what stands around it dates it.
    pub fn is_context(&self) -> bool {
        matches!(self.basis, Basis::Context | Basis::Article | Basis::Name)
    }
}

names! {
    /// Whether a thing happened, by what the text says.
    Status in "dateline::events" {
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

names! {
    /// What dates an event.
    Basis in "dateline::events" {
        /// An expression of time of its own.
        Own = "own",
        /// A phrase that places it by another event.
        Event = "event",
        /// The heading or label that it stands under.
        Heading = "heading",
        /// What its sentence or paragraph tells.
        Context = "context",
        /// The day that its article is about, or was published.
        Article = "article",
        /// The event that it names again.
        Name = "name",
    }
}

/// Which events to extract.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Reach {
    /// The day of publication, in the article's own zone.
    pub published: NaiveDate,
    /// Also clauses without an expression of time, dated by what stands around them.
    pub context: bool,
}

impl Reach {
    /// Only events with an expression of time, a phrase that places them, or a dated heading above them.
    pub const fn dated(published: NaiveDate) -> Self {
        Reach { published, context: false }
    }
}

/// The events of a document, in the order of the text.
///
/// ```
/// use dateline::{events::{Basis, Event, Reach, Status, extract}, lang::Language, resolve::Policy, segment::segment, walk};
///
/// let (english, policy) = (Language::english(), Policy::default());
/// let published = chrono::NaiveDate::from_ymd_opt(2025, 11, 20).expect("a date");
/// let document = segment("The council met on Monday. It will vote on Friday, November 21st.", english);
/// let found = walk::annotate(&document, english, Some(published.into()), &policy);
/// let events: Vec<Event> = extract(&document, &found, english, Reach::dated(published), &policy);
/// assert_eq!((events[0].headline.as_str(), events[0].status), ("The council met", Status::Reported));
/// assert_eq!((events[1].when.edtf().as_str(), events[1].status), ("2025-11-21", Status::Planned));
/// assert!(events[0].basis == Basis::Own && !events[0].is_context());
/// ```
///
/// Annotations stand in the order of the text. Each dated one goes to the verb, or to the noun of an event, that it modifies;
/// several that date one verb make one event, as finely dated as the finest of them. Datelines, comparisons ("than last
/// year") and headings that are only a date make none. Event-anchored times are settled as far as the document itself
/// dates the events that they name; [`walk::timeline`](crate::walk::timeline) settles the rest.
pub fn extract(
    document: &Document<'_>,
    annotations: &[Annotation],
    language: &Language,
    reach: Reach,
    policy: &Policy,
) -> Vec<Event> {
    extract_parted(&Parted::new(document, language), annotations, reach, policy)
}

/// As [`extract`], of a document whose clauses may have been asked for before.
pub(crate) fn extract_parted(
    parted: &Parted<'_>,
    annotations: &[Annotation],
    reach: Reach,
    policy: &Policy,
) -> Vec<Event> {
    let Parted { document, language, .. } = *parted;
    let mut timed = site::timed(document, annotations);
    let (published, known) = (reach.published, Known::new(document));
    let plain = Reader { document, parted, language, annotations, known: &known, timed: &timed, published };
    let phrases = relation::phrases(&plain);
    site::note_phrases(&mut timed, document, &phrases);
    let reader = Reader { document, parted, language, annotations, known: &known, timed: &timed, published };
    let labels = label::labels(&reader, policy);
    let candidates = candidate::candidates(&reader, &phrases, &labels, reach.context);
    let dated: Vec<_> = candidates.iter().map(|candidate| candidate.dated(policy)).collect();
    let mut events = if reach.context {
        around(&reader, &candidates, dated)
    } else {
        let mut tellings = Vec::with_capacity(dated.iter().map(Vec::len).sum());
        candidates
            .iter()
            .zip(dated)
            .for_each(|(candidate, dated)| tellings.extend(candidate.tellings(dated)));
        let mut events = tell::events(tellings, false);
        sort(&mut events);
        events.chunk_by_mut(|a, b| a.sentence == b.sentence).for_each(settle_echoes);
        events
    };
    settle(&mut events, language, policy);
    if reach.context {
        reference::settle(&mut events, language);
    }
    events.shrink_to_fit();
    events
}

/// The events of sentences with what dates them, and those that what stands around them dates.
fn around(reader: &Reader<'_>, candidates: &[Candidate<'_>], dated: Vec<Vec<Dated>>) -> Vec<Event> {
    let mut around = context::Around::of(reader);
    let mut events = Vec::new();
    for (candidate, dated) in candidates.iter().zip(dated) {
        let (site, first) = (&candidate.site, events.len());
        let leant_on = dated.clone();
        events.extend(tell::events(candidate.tellings(dated).collect(), true));
        let more = around.clauses(site, &events[first..], &leant_on);
        events.extend(tell::events(
            more.into_iter().filter_map(|d| Telling::of(site, d, None)).collect(),
            true,
        ));
        let nouns = reference::references(site, &events[first..]).into_iter();
        let nouns = nouns.filter_map(|(dated, naming)| Telling::of(site, dated, naming));
        events.extend(tell::events(nouns.collect(), true));
        sort(&mut events[first..]);
        join_repeated(&mut events, first);
        settle_echoes(&mut events[first..]);
    }
    events
}

/// In the order of the text.
fn sort(events: &mut [Event]) {
    sorting::sort_by_key(events, |e| (e.span.start, e.span.end));
}

/// Who is quoted as of so few days before an article was published is its source; who said something earlier did something.
const NEWS: i64 = 7;

/// Settles which of some events, all of one sentence, only echo another: "Two men died on Friday, police said on Saturday".
/// What is announced to come is worth its day.
fn settle_echoes(events: &mut [Event]) {
    let told = |e: &Event| {
        let over = matches!(e.status, Status::Reported | Status::Ongoing | Status::Denied);
        (!e.echo && e.naming.is_none() && over && e.speaker.is_some() && e.basis == Basis::Own)
            .then_some(e.when.interval.from)
    };
    let first = events.iter().filter_map(told).flatten().min();
    for event in events.iter_mut().filter(|e| e.echo) {
        let day = event.when.grain <= Grain::Day;
        let now = |to: NaiveDateTime| day && (event.told - to.date()).num_days() < NEWS;
        event.echo =
            first.is_some_and(|first| event.when.interval.to.is_some_and(|to| first < to && now(to)));
    }
}

/// Joins what is dated by its surroundings to what has a date of its own in the same words of a sentence, of the events from
/// `first` on: "She said in a 2021 interview that".
fn join_repeated(events: &mut Vec<Event>, first: usize) {
    let rank = |e: &Event| (e.is_context(), e.expression.is_none());
    let mut n = first;
    while let Some(event) = events.get(n) {
        let better = |o: &Event| o.headline == event.headline && rank(o) < rank(event);
        let found = events[first..].iter().position(better).filter(|_| event.is_context());
        match found {
            Some(better) => {
                let repeated = events.remove(n).span;
                let better = &mut events[first + better - usize::from(first + better > n)];
                better.span =
                    Span::new(better.span.start.min(repeated.start), better.span.end.max(repeated.end));
            }
            None => n += 1,
        }
    }
}

/// Settles what articles leave open by the events of other articles: events by article, as [`extract`] gave them.
pub(crate) fn relate(articles: &mut [Vec<Event>], language: &Language, policy: &Policy) {
    relation::relate(articles, language, policy);
    reference::relate(articles, language);
    articles.iter_mut().for_each(|events| relation::bound(events, policy));
}
