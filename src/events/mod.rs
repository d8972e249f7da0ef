//! Room 5: what happened.
//!
//! Input: a document with its dated expressions. Output: [`Event`]s, each one thing that happened, with its time and status.
//! Knows nothing of other articles, order or output formats.

mod antecedent;
mod attach;
mod byline;
mod combine;
mod context;
mod figures;
mod gap;
mod headline;
mod keys;
mod known;
mod label;
mod passing;
mod period;
mod pieces;
mod placed;
mod pronoun;
mod reference;
pub(crate) mod relation;
mod retarget;
mod site;
mod speaker;
mod status;
mod subject;
mod voice;
mod words;

pub(crate) use crate::lang::Stem;
pub(crate) use figures::{Figure, clash};
pub(crate) use keys::Model;
pub(crate) use reference::Naming;
pub(crate) use relation::{Anchor, Link, settle};
pub(crate) use words::{Part, Words};

use crate::expression::unit::names;
use crate::lang::{Language, Role, Roles};
use crate::recognise::Annotation;
use crate::resolve::{Policy, When};
use crate::segment::{Document, Parted};
use crate::sorting;
use crate::span::{Span, one_line};
use chrono::NaiveDate;
use headline::Headline;
use known::Known;
use site::{Dated, Reader, Site, Target};
use smallvec::SmallVec;

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
    /// Root of the verb or noun that names what happens, [`Stem::NONE`] where none does.
    pub(crate) head: Stem,
    /// What a noun that points back says of the event that it means; `None` for what tells an event.
    pub(crate) naming: Option<Box<Naming>>,
    /// The event that such a noun means, by article and number.
    pub(crate) refers: Option<(u32, u32)>,
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
    let (published, known) = (reach.published, Known::default());
    let plain = Reader { document, parted, language, annotations, known: &known, timed: &timed, published };
    let phrases = relation::phrases(&plain);
    site::note_phrases(&mut timed, document, &phrases);
    let reader = Reader { document, parted, language, annotations, known: &known, timed: &timed, published };
    let labels = label::labels(&reader, policy);
    let mut events: Vec<Event> = Vec::new();
    let (mut rest, mut anchored, mut under) = (annotations, phrases.as_slice(), labels.iter().peekable());
    let mut label = None;
    let mut around = if reach.context { context::Around::of(&reader) } else { context::Around::default() };
    for (number, sentence) in document.sentences.iter().enumerate() {
        let end = sentence.span.end;
        let (here, later) = rest.split_at(rest.iter().take_while(|a| a.mention.span.start < end).count());
        let (placing, more) = anchored.split_at(anchored.iter().take_while(|p| p.span.start < end).count());
        (rest, anchored) = (later, more);
        while let Some(next) = under.next_if(|l| l.sentence <= number) {
            label = next.when.is_some().then_some(next);
        }
        let dated = here.iter().any(|a| a.when.is_dated());
        let headed = label.filter(|l| l.sentence < number || l.goes_on);
        if !(dated || !placing.is_empty() || headed.is_some() || reach.context) {
            continue;
        }
        if byline::is_byline(&reader, number) || byline::is_correction(&reader, number) {
            continue;
        }
        let site = Site { reader: &reader, sentence: number, clauses: parted.clauses(number) };
        known.turn_to(&site, sentence.first as usize..sentence.last as usize);
        let own: SmallVec<[&Annotation; 4]> =
            here.iter().filter(|a| label.is_none_or(|l| l.span != a.mention.span)).collect();
        let told = combine::combine(&site, attach::attach(&site, &own, placing, policy));
        let first = events.len();
        let under = headed.filter(|_| told.is_empty()).and_then(|headed| label::under(&site, headed));
        let leant_on = if reach.context { told.clone() } else { Vec::new() };
        events.extend(told.into_iter().chain(under).filter_map(|dated| event(&site, dated, None)));
        if reach.context {
            let around = around.clauses(&site, &events[first..], &leant_on);
            events.extend(around.into_iter().filter_map(|dated| event(&site, dated, None)));
            let nouns = reference::references(&site, &events[first..]);
            events.extend(nouns.into_iter().filter_map(|(dated, naming)| event(&site, dated, naming)));
        }
        sorting::sort_by_key(&mut events[first..], |e| (e.span.start, e.span.end));
        if reach.context {
            join_repeated(&mut events, first);
        }
    }
    settle(&mut events, language, policy);
    if reach.context {
        reference::settle(&mut events, language);
    }
    events.shrink_to_fit();
    events
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

/// The root of the verb or noun that names what happens.
fn head(site: &Site<'_>, dated: &Dated) -> Option<Stem> {
    match dated.target {
        // Two that have something have not done one thing.
        Target::Verb { .. } => site
            .verb(dated.target)
            .filter(|v| !site.reader.roles(v.head as usize).any(Roles::of(&[Role::Have, Role::Be, Role::Do])))
            .map(|v| site.reader.deed(v)),
        Target::Noun { last, .. } => last.checked_sub(1).map(|noun| site.reader.root(noun)),
        Target::Phrase { .. } => None,
    }
}

/// An event as its clause tells it, or what a noun says of the event that it points back at, in its own words.
fn event(site: &Site<'_>, dated: Dated, naming: Option<Naming>) -> Option<Event> {
    let reader = site.reader;
    let told = site.told(&dated)?;
    let span = reader.document.span(told.start, told.end);
    let headline = match naming {
        None => headline::headline(site, &dated),
        Some(_) => Headline { text: one_line(span.of(reader.document.text)), pointing: true },
    };
    let own = match dated.target {
        Target::Verb { clause, .. } => site.subject(clause),
        _ => None,
    };
    let subject = keys::subject(site, &dated, own.clone());
    let names = reference::names(site, &dated, own.and(subject.as_ref()));
    let phrases = keys::phrases(site, &dated);
    let deeds = keys::deeds(site, &dated, &names, &phrases);
    let mut words = words::Found::default();
    let naming_words = names.iter().copied().chain(phrases.iter().map(|w| w.word));
    naming_words.for_each(|name| words.note(name, Part::NAME));
    keys::words(site, &dated, &told, subject.as_ref(), &mut words);
    let models = keys::models(reader, &told, subject.as_ref(), &mut words);
    let phrase = dated.expression.or(dated.source).map_or("", |span| span.of(reader.document.text));
    Some(Event {
        span,
        expression: dated.expression,
        phrase: one_line(phrase),
        headline: headline.text,
        status: status::status(site, &dated),
        told: reader.published,
        speaker: speaker::speaker(site, &dated),
        sentence: reader.body(site.sentence),
        paragraph: reader.document.sentences.get(site.sentence).map_or(0, |s| s.paragraph),
        words: words.into(),
        recalls: reference::recalls(site, &dated),
        once: deeds.iter().any(|&deed| reader.language.relations.is_once(deed)),
        suffered: keys::is_passive(site, &dated)
            && deeds.iter().any(|&deed| reader.language.relations.is_suffered(deed)),
        deeds,
        models,
        figures: figures::figures(reader, told),
        head: head(site, &dated).unwrap_or(Stem::NONE),
        naming: naming.map(Box::new),
        refers: None,
        pointing: headline.pointing || dated.basis == Basis::Name,
        when: dated.when,
        basis: dated.basis,
        anchors: dated.anchors,
        links: Vec::new(),
    })
}
