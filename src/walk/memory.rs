//! Which of the dates that a text told an expression leans on.
//!
//! Input: the dates told so far, and the verb that governs the expression. Output: the date, or day, that it counts from.
//! Knows nothing of how to count.

use crate::expression::{Anchor, Bound, Cycle, Expr, Fuzzy, Grain, Tense, Unit};
use crate::recognise::{Annotation, Mention};
use crate::resolve::{Discourse, Heard, Interval, Later, Policy, Reason, Value, When};
use crate::segment::{Document, Parted};
use chrono::NaiveDate;

/// A clock time passes over the day of the saying for one that was told so many paragraphs before, at most.
const BACK: u32 = 4;

/// What a text has told.
pub(super) struct Memory<'a> {
    parted: &'a Parted<'a>,
    document: &'a Document<'a>,
    published: Option<NaiveDate>,
    /// All dates.
    said: Discourse,
    /// Those that do not lie after publication: what happened does not count from what is planned.
    happened: Discourse,
    /// The last day that tells not only when something was said.
    event_day: Option<usize>,
    /// The sentence that told it.
    event_sentence: Option<usize>,
    /// A later one that what had happened before is told of; only its paragraph goes on from there.
    looked_back: Option<usize>,
    /// A date that the story does not go on from, with its sentence: "Laid down in 1889 and launched two years later".
    beside: Option<(usize, usize)>,
    /// Paragraphs open with clock times: a live blog, each of whose posts is of its own day.
    is_live: bool,
    /// The last day that stands as a line of its own.
    headed: Option<usize>,
}

/// What the text says around an expression.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) sentence: usize,
    /// Its first token.
    pub(super) token: usize,
    pub(super) tense: Tense,
    /// Its verb tells what had happened before: "had ruled on Tuesday".
    pub(super) back: bool,
}

impl<'a> Memory<'a> {
    pub(super) fn new(parted: &'a Parted<'a>, published: Option<NaiveDate>) -> Self {
        let document = parted.document;
        Memory {
            parted,
            document,
            published,
            said: Discourse::default(),
            happened: Discourse::default(),
            event_day: None,
            event_sentence: None,
            looked_back: None,
            beside: None,
            is_live: !document.clock_headings().is_empty(),
            headed: None,
        }
    }

    /// All that was said.
    pub(super) const fn said(&self) -> &Discourse {
        &self.said
    }

    /// The numbers of the date and of the day that an expression counts from.
    pub(super) fn before(
        &self,
        expr: &Expr,
        place: Place,
        annotations: &[Annotation],
    ) -> (Option<usize>, Option<usize>) {
        let counts = matches!(core(expr), Expr::Shift { from: Anchor::Discourse, .. });
        if let Some((_, number)) = self.beside.filter(|(sentence, _)| counts && *sentence == place.sentence) {
            return (Some(number), Some(number));
        }
        let past = place.tense == Tense::Past;
        let or_happened = |said: Option<usize>, happened: Option<usize>| {
            if past && said.is_some_and(|n| self.is_ahead(&annotations[n].when)) { happened } else { said }
        };
        let last = or_happened(self.said.last_for(expr), self.happened.last_for(expr));
        let last_day = or_happened(self.said.last_day(), self.happened.last_day());
        let clock = |expr: &Expr| {
            matches!(
                expr,
                Expr::Clock(_)
                    | Expr::Bare(Cycle::PartOfDay(_))
                    | Expr::Which { step: 0, of: Cycle::PartOfDay(_), from: Anchor::Discourse }
            )
        };
        if clock(core(expr)) {
            return (last, self.day_of_clock(last_day, place, annotations));
        }
        // "In March it burnt … and again last month. Two days later": a month told since is nearer than the day before it.
        let paragraph = |n: usize| self.paragraph_of(&annotations[n].mention);
        let here = self.paragraph(place.sentence);
        let month = last.is_some_and(|n| annotations[n].when.grain == Grain::Month && paragraph(n) == here);
        let nearer = past && counts && month && last_day.is_none_or(|n| paragraph(n) != here);
        (last, last_day.filter(|_| !nearer))
    }

    /// Whether what counts in days or weeks has no day to count from: "leaked last year. They quit the following week" of a text
    /// whose last day stands paragraphs before, in another year.
    fn is_adrift(&self, expr: &Expr, place: Place, annotations: &[Annotation]) -> bool {
        let grain = match core(expr) {
            Expr::Which { from: Anchor::Discourse, step, of } if *step != 0 => of.grain(),
            Expr::Shift { from: Anchor::Discourse, by, .. } => by.unit.grain(),
            _ => return false,
        };
        let (Some(last), Some(day)) = (self.said.last_for(expr), self.said.last_day()) else { return false };
        let paragraph = |n: usize| self.paragraph_of(&annotations[n].mention);
        let here = self.paragraph(place.sentence);
        let [told, on] = [last, day].map(|n| annotations[n].when.anchor());
        let outside = told.zip(on).is_some_and(|(told, on)| told.intersect(&on).is_none());
        let wide = annotations[last].when.grain == Grain::Year && last > day;
        place.tense == Tense::Past
            && grain <= Grain::Week
            && wide
            && outside
            && paragraph(last) == here
            && paragraph(day) != here
    }

    /// The day of a clock time: the last one told, but in a live blog only where it stands in the same paragraph; and where the
    /// last one only says when somebody spoke, the one before.
    fn day_of_clock(
        &self,
        last_day: Option<usize>,
        place: Place,
        annotations: &[Annotation],
    ) -> Option<usize> {
        let here = self.paragraph(place.sentence);
        let paragraph = |n: usize| self.paragraph_of(&annotations[n].mention);
        if self.is_live {
            return last_day.filter(|&n| paragraph(n) == here).or(self.headed);
        }
        let looked_back = self.looked_back.filter(|&n| paragraph(n) == here);
        let told = looked_back.or(self.event_day).filter(|&n| {
            let near = here.zip(paragraph(n)).is_some_and(|(here, then)| here - then <= BACK);
            place.tense == Tense::Past && near && !self.is_ahead(&annotations[n].when) && !self.says(place)
        });
        // "told supporters shortly before 2 a.m.": when somebody spoke is of no day that another paragraph told.
        told.or_else(|| {
            last_day.filter(|&n| self.published.is_none() || paragraph(n) == here || !self.says(place))
        })
        // "Some had waited since Monday. The doors opened at 6 p.m."
        .filter(|&n| annotations[n].when.interval.is_closed())
    }

    /// Takes the next expression in, which moves what is told or stands beside it.
    pub(super) fn hears(&mut self, mention: &Mention, when: &When, number: usize, place: Place, moves: bool) {
        let Place { sentence, .. } = place;
        let anchor = when.anchor();
        if !moves {
            let dated = anchor.is_some() && mention.expr.names_year();
            self.beside = dated.then_some((sentence, number)).or(self.beside);
            return;
        }
        self.beside = None;
        let heard = Heard { expr: &mention.expr, when, is_anchor: anchor.is_some(), number, sentence };
        self.said.hears(heard, self.published);
        if !self.starts_ahead(anchor) {
            self.happened.hears(heard, self.published);
        }
        if self.said.last_day() == Some(number) {
            // "like an hour ago" is a speaker's hour.
            let hours = matches!(&mention.expr, Expr::Shift { from: Anchor::Publication, by, .. } if by.unit <= Unit::Hour);
            // What the main clause told of is what the story goes on with.
            let aside = || self.parted.is_aside(sentence, place.token);
            let beside = self.event_day.is_some() && self.event_sentence == Some(sentence) && aside();
            // "by Monday night" tells no day on which anything happened.
            let bound = matches!(mention.expr, Expr::Open(..));
            let since = matches!(mention.expr, Expr::Open(Bound::Since, _));
            let goes_on =
                since || self.event_day.is_some() && (place.back || bound || self.starts_ahead(anchor));
            if !hours && !goes_on && !beside && !self.says(place) {
                // A dateline says when the text was written.
                let body = self.document.sentences.get(sentence).map_or(0, |s| s.body);
                self.event_sentence = (mention.tokens.0 >= body).then_some(sentence);
                self.event_day = Some(number);
                self.looked_back = None;
            } else if place.back && !since && !aside() && !self.says(place) {
                self.looked_back = Some(number);
            }
            if when.grain == Grain::Day && self.is_line(mention) {
                self.headed = Some(number);
            }
        }
    }

    /// Says of the next date that is heard whether it looks back from the last.
    pub(super) fn steps_back(&mut self, back: bool) {
        self.said.steps_back(back);
    }

    /// "The next day brought rain": what counts from what was told before did not happen after publication.
    pub(super) fn unless_astray(
        &self,
        expr: &Expr,
        place: Place,
        when: When,
        policy: &Policy,
        annotations: &[Annotation],
    ) -> When {
        let expr = core(expr);
        let counts = matches!(
            expr,
            Expr::Which { from: Anchor::Discourse, .. }
                | Expr::Shift { from: Anchor::Discourse, .. }
                | Expr::Window { from: Anchor::Discourse, .. }
        );
        // "that weekend" may be the one that lasts.
        let counts = counts && !matches!(expr, Expr::Which { step: 0, of: Cycle::Unit(_), .. });
        let counts = counts && self.said.sentence().is_some() && policy.later == Later::Text;
        let starts = when.interval.from.zip(self.published);
        let late = starts.is_some_and(|(starts, published)| starts.date() > published);
        let astray = || late || self.is_adrift(expr, place, annotations);
        if !(counts && place.tense == Tense::Past && astray()) {
            return when;
        }
        // "days later" stays later than something.
        let vague = matches!(when.value, Value::Vague { .. });
        let mut unplaced = When::placeless(Value::Fuzzy(if vague { Fuzzy::Future } else { Fuzzy::Past }));
        unplaced.why.push(Reason::Note("no day that it could count from was told".to_owned()));
        unplaced
    }

    /// Whether an expression says when somebody spoke.
    fn says(&self, place: Place) -> bool {
        self.parted.says(place.sentence, place.token)
    }

    fn is_ahead(&self, when: &When) -> bool {
        self.starts_ahead(when.anchor())
    }

    fn starts_ahead(&self, anchor: Option<Interval>) -> bool {
        let starts = anchor.and_then(|i| i.from);
        starts.zip(self.published).is_some_and(|(starts, published)| starts.date() > published)
    }

    fn is_line(&self, mention: &Mention) -> bool {
        let (first, last) = (mention.tokens.0 as usize, mention.tokens.1 as usize);
        let breaks = |n: usize| self.document.tokens.get(n).is_none_or(|t| n == 0 || t.breaks > 0);
        breaks(first) && breaks(last)
    }

    fn paragraph(&self, sentence: usize) -> Option<u32> {
        self.document.sentences.get(sentence).map(|s| s.paragraph)
    }

    fn paragraph_of(&self, mention: &Mention) -> Option<u32> {
        self.paragraph(self.document.sentence_of(mention.tokens.0 as usize)?)
    }
}

/// An expression without its bound, hedge or portion.
fn core(expr: &Expr) -> &Expr {
    match expr {
        Expr::Open(_, of) | Expr::Hedged(_, of) | Expr::Portion(_, of) => core(of),
        _ => expr,
    }
}
