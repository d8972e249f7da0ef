//! From the events of articles to entries.

use super::id;
use super::merge::{self, Telling as Member};
use super::order;
use super::positions::Positions;
use super::{Alone, Conflict, Entry, Phrase, Related, Selection, Source, Telling, Timeline, Unresolved};
use crate::events::{Basis, Event, Status};
use crate::expression::{EventRef, Expr, Grain};
use crate::parallel;
use crate::recognise::Annotation;
use crate::resolve::{Reason, Value, When};
use crate::span::{Lines, Span, has_byte, has_pair, one_line};
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

/// What one article tells.
#[derive(Clone, Debug)]
pub(crate) struct Told<'a> {
    /// The article.
    pub(crate) source: Source,
    /// Its plain text, which all spans count bytes of.
    pub(crate) text: &'a str,
    /// Which lines of its file the text stands on.
    pub(crate) lines: &'a Lines,
    /// Its events, in the order of the text.
    pub(crate) events: Vec<Event>,
    /// Its expressions of time that have no place in time, in the order of the text.
    pub(crate) undated: &'a [Annotation],
}

/// Builds one timeline from what articles tell.
///
/// The same event told twice, in one article or in several, becomes one entry with all its mentions. The title is that of
/// the article, where there is one article.
pub(crate) fn build(mut told: Vec<Told<'_>>, selection: &Selection) -> Timeline {
    let mut tellings = Vec::with_capacity(told.iter().map(|t| t.events.len()).sum());
    for (source, t) in told.iter().enumerate() {
        let members = t.events.iter().enumerate().map(|(number, event)| Member { source, number, event });
        tellings.extend(members.filter(|member| member.event.when.is_dated()));
    }
    let mut groups = merge::groups(&tellings);
    groups.retain(|group| group.iter().any(|&n| selection.takes(tellings[n].event)));
    let writer = Writer::new(&told, selection);
    let bytes = told.iter().map(|t| t.text.len()).sum();
    let mut entries = parallel::map(groups.len(), bytes, |n| {
        let members: SmallVec<[Member<'_>; 4]> =
            groups[n].iter().filter_map(|&n| tellings.get(n).copied()).collect();
        writer.entry(&members)
    });
    id::number(&mut entries);
    relate(&mut entries, &groups, &tellings);
    let sources = told.iter().zip(&writer.positions).enumerate();
    let unresolved = sources.flat_map(|(n, (told, positions))| unresolved(n, told, positions)).collect();
    let alone = groups.iter().map(|group| match group.as_slice() {
        [only] => tellings.get(*only).map(|t| (t.source, t.number)),
        _ => None,
    });
    let alone: Vec<Option<(usize, usize)>> = alone.collect();
    for (entry, (source, number)) in entries.iter_mut().zip(alone).filter_map(|(e, at)| Some((e, at?))) {
        take_over(entry, &mut told[source].events[number]);
    }
    order::sort(&mut entries);
    let title = if let [only] = told.as_slice() { only.source.title.clone() } else { None };
    let sources = told.into_iter().map(|t| t.source).collect();
    let mut timeline = Timeline { title, sources, entries, unresolved };
    if selection.is_narrow() {
        selection.narrow(&mut timeline, &[]);
    }
    timeline
}

/// Gives an entry what the only telling of it says, which needs it no more.
fn take_over(entry: &mut Entry, event: &mut Event) {
    std::mem::swap(&mut entry.when, &mut event.when);
    entry.headline = std::mem::take(&mut event.headline);
    entry.speaker = event.speaker.take();
    if let Some(expression) = entry.mentions.first_mut().and_then(|m| m.expression.as_mut()) {
        expression.text = std::mem::take(&mut event.phrase);
    }
}

/// Turns links between events into relations between the entries that they went into.
fn relate(entries: &mut [Entry], groups: &[merge::Group], tellings: &[Member<'_>]) {
    if tellings.iter().all(|telling| telling.event.links.is_empty()) {
        return;
    }
    let mut home: FxHashMap<(usize, usize), usize> = FxHashMap::default();
    for (entry, group) in groups.iter().enumerate() {
        for member in group.iter().filter_map(|&n| tellings.get(n)) {
            home.insert((member.source, member.number), entry);
        }
    }
    for (n, group) in groups.iter().enumerate() {
        for link in group.iter().filter_map(|&t| tellings.get(t)).flat_map(|m| &m.event.links) {
            let Some(&other) = home.get(&link.to).filter(|&&other| other != n) else { continue };
            let related = Related { kind: link.relation, entry: entries[other].id.clone() };
            if !entries[n].relations.contains(&related) {
                entries[n].relations.push(related);
            }
        }
    }
}

struct Writer<'a> {
    told: &'a [Told<'a>],
    selection: &'a Selection,
    positions: Vec<Positions>,
}

impl<'a> Writer<'a> {
    fn new(told: &'a [Told<'a>], selection: &'a Selection) -> Self {
        let bytes = told.iter().map(|t| t.text.len()).sum();
        let positions = parallel::map(told.len(), bytes, |n| Positions::of(told[n].text));
        Writer { told, selection, positions }
    }

    /// What a group of tellings became; its id is not numbered yet, and what a single telling says is to be [taken over](take_over).
    fn entry(&self, members: &[Member<'_>]) -> Entry {
        let among = members.len() > 1;
        let status = self.status(members);
        // The first telling speaks, unless it only points at what another names, or plans what another reports.
        let over = |m: &Member<'_>| m.event.status != Status::Planned || status == Status::Planned;
        let plain = |m: &Member<'_>| !m.event.pointing;
        let speaks = members.iter().position(|m| plain(m) && over(m));
        let speaks = speaks.or_else(|| members.iter().position(plain)).unwrap_or(0);
        let mut ordered: SmallVec<[Member<'_>; 4]> = members.into();
        ordered[..=speaks].rotate_right(1);
        let first = ordered[0];
        let text = self.told[first.source].text;
        Entry {
            id: id::plain(first.event.span.of(text)),
            when: if among { self.when(members) } else { When::placeless(Value::Event) },
            headline: if among { first.event.headline.clone() } else { String::new() },
            text: self.text(first),
            status,
            speaker: if among { first.event.speaker.clone() } else { None },
            relations: Vec::new(),
            conflicts: if among { self.conflicts(members) } else { Vec::new() },
            opening: members.iter().map(|m| m.event.paragraph).min().unwrap_or(0),
            mentions: ordered.iter().map(|m| self.telling(*m, among)).collect(),
            notes: Vec::new(),
            former: Vec::new(),
        }
    }

    /// The finest time that is told, and why others tell the same event.
    fn when(&self, members: &[Member<'_>]) -> When {
        let finest = self.finest(members);
        let mut when = finest.event.when.clone();
        // Not asked of `why` itself, which would take the square of the tellings.
        let mut noted = FxHashSet::default();
        for other in members.iter().filter(|m| !std::ptr::eq(m.event, finest.event)) {
            if other.event.naming.is_some() {
                // Why a noun points back was found with what it names.
                when.why.0.extend(other.event.when.why.0.last().cloned());
                continue;
            }
            let article = &self.told[other.source];
            let place =
                if self.told.len() > 1 { format!(" in {}", name(&article.source)) } else { String::new() };
            let phrase = other.event.expression.map_or(other.event.headline.as_str(), |e| e.of(article.text));
            let phrase = one_line(phrase);
            let agrees = if merge::disagree(other, finest) {
                format!("a time that disagrees ({})", other.event.when.edtf())
            } else {
                "a time that agrees".to_owned()
            };
            let note = format!("told again{place} with “{phrase}”: same words, {agrees}");
            if noted.insert(note.clone()) {
                when.why.0.push(Reason::Note(note));
            }
        }
        when
    }

    /// The dates of members that disagree with the entry's own.
    fn conflicts(&self, members: &[Member<'_>]) -> Vec<Conflict> {
        let finest = self.finest(members);
        let apart = members.iter().filter(|m| merge::disagree(m, finest));
        let conflict = |m: &Member<'_>| Conflict {
            source: m.source,
            phrase: m.event.phrase.clone(),
            when: m.event.when.clone(),
        };
        let mut conflicts: Vec<Conflict> = apart.map(conflict).collect();
        conflicts.dedup_by(|a, b| a.source == b.source && a.when.interval == b.when.interval);
        conflicts
    }

    /// The member whose time the entry takes: dated by itself before dated by others, closed before open, fine before coarse; of a
    /// plan the day of the article that tells that it came about.
    fn finest<'m>(&self, members: &'m [Member<'m>]) -> &'m Member<'m> {
        let finest = members.iter().min_by_key(|m| {
            let when = &m.event.when;
            let guessed = match m.event.basis {
                Basis::Own | Basis::Event | Basis::Heading => 0,
                Basis::Context => 1,
                Basis::Article => 2,
                Basis::Name => 3,
            };
            (guessed, !when.interval.is_closed(), when.grain, m.event.basis != Basis::Own)
        });
        let finest = finest.unwrap_or(&members[0]);
        // "will open later this year", and an article of the day on which it did; "The House rejected it" beside what happened on
        // Monday, and "rejected it last September".
        let came_about = |m: &&Member<'_>| {
            let (day, planned) = (&m.event.when, &finest.event.when);
            let tells = matches!(m.event.basis, Basis::Article | Basis::Context)
                && m.event.status == Status::Reported;
            let within = day.interval.intersect(&planned.interval) == Some(day.interval);
            tells
                && m.source != finest.source
                && within
                && day.grain <= Grain::Day
                && planned.grain > Grain::Day
        };
        members.iter().find(came_about).unwrap_or(finest)
    }

    /// What the latest article says of it; within one article, what the first mention says.
    fn status(&self, members: &[Member<'_>]) -> Status {
        let published = |m: &Member<'_>| self.told[m.source].source.published;
        let tell = members.iter().filter(|m| m.event.naming.is_none());
        let latest = tell.rev().max_by_key(|m| published(m)).unwrap_or(&members[0]);
        latest.event.status
    }

    /// The sentence where it tells this event alone, else the clause.
    fn text(&self, telling: Member<'_>) -> String {
        let event = telling.event;
        let text = self.told[telling.source].text;
        let sentence = event.sentence.of(text);
        let whole = self.is_alone(telling) && is_balanced(sentence);
        one_line(if whole { sentence } else { event.span.of(text) })
    }

    /// Whether a sentence tells one event that is shown, whatever nouns in it name again.
    fn is_alone(&self, telling: Member<'_>) -> bool {
        let within = |e: &&Event| e.sentence.start == telling.event.sentence.start;
        // Those of one sentence stand side by side.
        let (before, behind) = self.told[telling.source].events.split_at(telling.number);
        let beside = before.iter().rev().take_while(within).chain(behind.iter().take_while(within));
        beside.filter(|e| e.naming.is_none() && self.selection.takes(e)).take(2).count() <= 1
    }

    /// One telling; `among` others it keeps what it says by itself.
    fn telling(&self, telling: Member<'_>, among: bool) -> Telling {
        let (source, event) = (telling.source, telling.event);
        let (text, positions) = (self.told[source].text, &self.positions[source]);
        Telling {
            source,
            span: event.span,
            chars: positions.chars(event.span),
            line: self.told[source].lines.at(event.span.start),
            expression: event.expression.map(|span| Phrase {
                span,
                chars: positions.chars(span),
                text: if among { event.phrase.clone() } else { String::new() },
            }),
            alone: among.then(|| {
                Box::new(Alone {
                    id: id::plain(event.span.of(text)),
                    headline: event.headline.clone(),
                    text: self.text(telling),
                    when: event.when.clone(),
                    status: event.status,
                    speaker: event.speaker.clone(),
                })
            }),
        }
    }
}

/// Whether as many quotes close in a sentence as open: “…”, "…" and ``…''.
fn is_balanced(sentence: &str) -> bool {
    let bytes = sentence.as_bytes();
    // Most have at most apostrophes; “ and ” start with 0xE2.
    if !has_byte(sentence, |byte| matches!(byte, b'"' | b'`' | 0xE2)) && !has_pair(sentence, b'\'') {
        return true;
    }
    let (mut curled, mut straight, mut doubled) = (0i32, 0u32, 0i32);
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        match byte {
            b'"' => straight += 1,
            b'`' | b'\'' if bytes.get(at) == Some(&byte) => {
                doubled += if byte == b'`' { 1 } else { -1 };
                at += 1;
            }
            // “ and ”.
            0xE2 if bytes.get(at) == Some(&0x80) => match bytes.get(at + 1) {
                Some(0x9C) => curled += 1,
                Some(0x9D) => curled -= 1,
                _ => {}
            },
            _ => {}
        }
    }
    curled == 0 && doubled == 0 && straight.is_multiple_of(2)
}

/// What a reader knows an article by: its title, else its file or address.
fn name(source: &Source) -> String {
    let file = || source.name.rsplit(['/', '\\']).next().filter(|_| !source.name.contains("://"));
    let title = source.title.as_deref().map(str::trim).filter(|title| !title.is_empty());
    format!("“{}”", title.or_else(file).unwrap_or(&source.name))
}

fn phrase(text: &str, positions: &Positions, span: Span) -> Phrase {
    Phrase { span, chars: positions.chars(span), text: one_line(span.of(text)) }
}

/// Expressions that name a time by an event which nothing dates.
fn unresolved(source: usize, told: &Told<'_>, positions: &Positions) -> Vec<Unresolved> {
    let named = told.undated.iter().filter_map(|a| Some((a.mention.span, named_event(&a.mention.expr)?)));
    named
        .map(|(span, event)| Unresolved {
            source,
            phrase: phrase(told.text, positions, span),
            why: format!("nothing in the text dates “{}”", event.phrase),
        })
        .collect()
}

/// The event that an expression is relative to.
fn named_event(expr: &Expr) -> Option<&EventRef> {
    match expr {
        Expr::Relative { to, .. } => Some(to),
        Expr::Portion(_, of) | Expr::Hedged(_, of) | Expr::Open(_, of) => named_event(of),
        _ => None,
    }
}
