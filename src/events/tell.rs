//! What dated clauses tell, as events.
//!
//! Input: targets with their times, in their sentences. Output: [`Event`]s. Knows nothing of what dates them, and of other articles.
//!
//! Each step is taken for all of them in turn: the steps together are more code than a processor keeps at hand.

use super::headline::{self, Headline};
use super::reference::{self, Naming};
use super::site::{Dated, Site, Target};
use super::words::{Found, Part, Words};
use super::{Basis, Distinct, Event, Figure, Model, figures, keys, speaker, status};
use crate::lang::{Role, Roles, Stem};
use crate::span::one_line;
use std::ops::Range;

/// What tells an event.
pub(super) struct Telling<'a> {
    site: Site<'a>,
    dated: Dated,
    /// Its tokens.
    told: Range<usize>,
    /// Of a noun that points back at an event, what it says of that.
    naming: Option<Naming>,
}

/// By which tellings of one event find each other.
struct Keys {
    words: Words,
    deeds: Box<[u16]>,
    models: Box<[Model]>,
    figures: Box<[Figure]>,
    distinct: Distinct,
    /// The verb or noun that names what happens.
    head: Option<Stem>,
    recalls: bool,
    passive: bool,
}

/// The events that are told, in the order of what tells them; with what tells them from those of other articles where there may be
/// `others`.
pub(super) fn events(tellings: Vec<Telling<'_>>, others: bool) -> Vec<Event> {
    let headlines: Vec<Headline> = tellings.iter().map(Telling::headline).collect();
    let keys: Vec<Keys> = tellings.iter().map(|telling| telling.keys(others)).collect();
    let found = headlines.into_iter().zip(keys);
    tellings.into_iter().zip(found).map(|(telling, (headline, keys))| telling.event(headline, keys)).collect()
}

impl<'a> Telling<'a> {
    /// What a target tells in its own words; `None` where there are none.
    pub(super) fn of(site: &Site<'a>, dated: Dated, naming: Option<Naming>) -> Option<Self> {
        let told = site.told(&dated)?;
        Some(Telling { site: *site, dated, told, naming })
    }

    fn headline(&self) -> Headline {
        let document = self.site.reader.document;
        match self.naming {
            None => headline::headline(&self.site, &self.dated),
            Some(_) => {
                let span = document.span(self.told.start, self.told.end);
                Headline { text: one_line(span.of(document.text)), pointing: true, echo: false }
            }
        }
    }

    fn keys(&self, others: bool) -> Keys {
        let Telling { site, dated, told, .. } = self;
        let own = match dated.target {
            Target::Verb { clause, .. } => site.subject(clause),
            _ => None,
        };
        let subject = keys::subject(site, dated, own.clone());
        let names = reference::names(site, dated, own.and(subject.as_ref()));
        let phrases = keys::phrases(site, dated, subject.as_ref());
        let deeds = keys::deeds(site, dated, &names, &phrases);
        let mut words = Found::default();
        let naming = names.iter().copied().chain(phrases.iter().map(|w| w.word));
        naming.for_each(|name| words.note(name, Part::NAME));
        let passive = keys::is_passive(site, dated);
        keys::words(site, dated, told, subject.as_ref(), passive, &mut words);
        let models = keys::models(site.reader, told, subject.as_ref(), &mut words);
        Keys {
            words: words.into(),
            deeds,
            models,
            figures: figures::figures(site.reader, told.clone()),
            distinct: if others {
                Distinct::of(site, dated, told, subject.as_ref(), passive, &phrases)
            } else {
                Distinct::default()
            },
            head: self.head(),
            recalls: reference::recalls(site, dated),
            passive,
        }
    }

    /// The root of the verb or noun that names what happens.
    fn head(&self) -> Option<Stem> {
        let site = &self.site;
        match self.dated.target {
            // Two that have something have not done one thing.
            Target::Verb { .. } => site
                .verb(self.dated.target)
                .filter(|v| {
                    !site.reader.roles(v.head as usize).any(Roles::of(&[Role::Have, Role::Be, Role::Do]))
                })
                .map(|v| site.reader.deed(v)),
            Target::Noun { last, .. } => last.checked_sub(1).map(|noun| site.reader.root(noun)),
            Target::Phrase { .. } => None,
        }
    }

    /// The event, whose headline and keys are found.
    fn event(self, headline: Headline, keys: Keys) -> Event {
        let Telling { site, dated, told, naming } = self;
        let reader = site.reader;
        let (document, relations) = (reader.document, &reader.language.relations);
        let phrase = dated.expression.or(dated.source).map_or("", |span| span.of(document.text));
        Event {
            span: document.span(told.start, told.end),
            expression: dated.expression,
            phrase: one_line(phrase),
            headline: headline.text,
            status: status::status(&site, &dated),
            told: reader.published,
            speaker: speaker::speaker(&site, &dated),
            sentence: reader.body(site.sentence),
            paragraph: document.sentences.get(site.sentence).map_or(0, |s| s.paragraph),
            words: keys.words,
            recalls: keys.recalls,
            once: keys.deeds.iter().any(|&deed| relations.is_once(deed)),
            suffered: keys.passive && keys.deeds.iter().any(|&deed| relations.is_suffered(deed)),
            deeds: keys.deeds,
            models: keys.models,
            figures: keys.figures,
            distinct: keys.distinct,
            head: keys.head.unwrap_or(Stem::NONE),
            naming: naming.map(Box::new),
            refers: None,
            echo: headline.echo,
            pointing: headline.pointing || dated.basis == Basis::Name,
            when: dated.when,
            basis: dated.basis,
            anchors: dated.anchors,
            links: Vec::new(),
        }
    }
}
