//! iCalendar: what is planned, for calendars.

use super::escape::{clean, identifier};
use super::label::{Dates, last_moment};
use super::link;
use super::view::capitalised;
use super::{Options, Render};
use crate::events::Status;
use crate::resolve::Certainty;
use crate::timeline::{Entry, Source, Timeline};
use chrono::{Datelike, Days, NaiveDateTime, NaiveTime};
use ics::components::{Parameter, Property};
use ics::{Event, ICalendar, escape_text, properties};
use std::io;

/// The planned events of a timeline as a calendar ([RFC 5545]).
///
/// Times of day float: they are those of the article's own zone. What is known only as before, after or about something stands on
/// the day that is known, as tentative, with the words in its summary. No event blocks anybody's time.
///
/// [RFC 5545]: https://www.rfc-editor.org/rfc/rfc5545
///
/// ```
/// use dateline::{render::{Ics, Options, Render}, timeline::Timeline};
///
/// let text = "The council will meet on Friday.";
/// let timeline = Timeline::builder().text("a.txt", text, "2025-11-20".parse()?).build()?;
/// let mut out = Vec::new();
/// Ics.render(&timeline, &Options::default(), &mut out).expect("memory takes it");
/// assert!(String::from_utf8_lossy(&out).starts_with("BEGIN:VCALENDAR"));
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Ics;

impl Render for Ics {
    fn render(&self, timeline: &Timeline, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
        let mut calendar = ICalendar::new("2.0", "-//dateline//dateline//EN");
        if let Some(title) = timeline.title.as_deref().map(clean).filter(|title| !title.is_empty()) {
            let title = escape_text(title);
            calendar.push(Property::new("NAME", title.clone()));
            // Calendars older than RFC 7986 know this one.
            calendar.push(Property::new("X-WR-CALNAME", title));
        }
        let planned = timeline.entries.iter().filter(|entry| entry.status == Status::Planned);
        for event in planned.filter_map(|entry| event(entry, timeline, &options.dates)) {
            calendar.add_event(event);
        }
        let mut text = Vec::new();
        calendar.write(&mut text)?;
        out.write_all(folded(&String::from_utf8_lossy(&text)).as_bytes())
    }
}

/// Longest line, in bytes without its end, that RFC 5545 (3.1) wants.
const LONGEST: usize = 75;

/// The calendar with its lines folded anew: where a line goes on, the crate counts the space before it to no one's length.
fn folded(calendar: &str) -> String {
    let mut out = String::with_capacity(calendar.len() + calendar.len() / 32);
    for line in calendar.replace("\r\n ", "").split_terminator("\r\n") {
        let mut length = 0;
        for c in line.chars() {
            if length + c.len_utf8() > LONGEST {
                out.push_str("\r\n ");
                length = 1;
            }
            out.push(c);
            length += c.len_utf8();
        }
        out.push_str("\r\n");
    }
    out
}

fn event<'a>(entry: &'a Entry, timeline: &'a Timeline, dates: &Dates) -> Option<Event<'a>> {
    let span = Span::of(entry)?;
    let source = first_source(entry, timeline);
    let stamp = source.map_or_else(|| "19700101T000000Z".to_owned(), stamp);
    let day = stamp.split('T').next().unwrap_or_default();
    let mut event = Event::new(format!("{}-{day}@dateline.invalid", identifier(&entry.id)), stamp.clone());
    event.push(span.property("DTSTART", span.start));
    event.push(span.property("DTEND", span.end));
    event.push(properties::Summary::new(escape_text(summary(entry, dates))));
    event.push(properties::Description::new(escape_text(description(entry, timeline, dates))));
    if let Some(url) = source.and_then(|source| link::to_text(source.url.as_deref()?, &entry.text)) {
        event.push(properties::URL::new(url));
    }
    let exact = entry.when.certainty == Certainty::Exact;
    event.push(if exact { properties::Status::confirmed() } else { properties::Status::tentative() });
    event.push(properties::Transp::transparent());
    Some(event)
}

fn first_source<'a>(entry: &Entry, timeline: &'a Timeline) -> Option<&'a Source> {
    entry.mentions.first().and_then(|telling| timeline.sources.get(telling.source))
}

/// The headline, and the date in words where a calendar's own fields would claim too much.
fn summary(entry: &Entry, dates: &Dates) -> String {
    let headline = clean(&entry.headline);
    if entry.when.certainty == Certainty::Exact && entry.when.interval.is_closed() {
        return headline.into_owned();
    }
    format!("{headline} ({})", dates.label(&entry.when))
}

fn description(entry: &Entry, timeline: &Timeline, dates: &Dates) -> String {
    let mut lines =
        vec![clean(&entry.text).into_owned(), format!("{}.", capitalised(dates.label(&entry.when)))];
    if let Some(speaker) = entry.speaker.as_deref().map(clean).filter(|speaker| !speaker.is_empty()) {
        lines.push(format!("According to {speaker}."));
    }
    if let Some(conflict) = super::view::conflict(entry, &timeline.sources, dates) {
        lines.push(format!("{}.", conflict.words()));
    }
    if let Some(source) = first_source(entry, timeline) {
        lines.push(super::view::title(source).into_owned());
    }
    lines.join("\n")
}

/// When the source was published, in UTC; the same input gives the same calendar.
fn stamp(source: &Source) -> String {
    match source.instant {
        Some(instant) => instant.naive_utc().format("%Y%m%dT%H%M%SZ").to_string(),
        None => source.published.format("%Y%m%dT000000Z").to_string(),
    }
}

/// Where an event stands in a calendar, half-open.
struct Span {
    start: NaiveDateTime,
    end: NaiveDateTime,
}

impl Span {
    /// An open time stands on the day that is known of it. `None` for years that iCalendar cannot write.
    fn of(entry: &Entry) -> Option<Span> {
        let day = |at: NaiveDateTime| {
            let start = at.date().and_time(NaiveTime::MIN);
            Some(Span { start, end: start.checked_add_days(Days::new(1))? })
        };
        let span = match (entry.when.interval.from, entry.when.interval.to) {
            (Some(start), Some(end)) => Span { start, end },
            (Some(start), None) => day(start)?,
            (None, Some(end)) => day(last_moment(end))?,
            (None, None) => return None,
        };
        let writable = |at: NaiveDateTime| (1..=9999).contains(&at.year());
        (writable(span.start) && writable(span.end)).then_some(span)
    }

    fn property(&self, name: &'static str, at: NaiveDateTime) -> Property<'static> {
        if self.is_whole_days() {
            let mut property = Property::new(name, format!("{:04}{}", at.year(), at.format("%m%d")));
            property.add(Parameter::new("VALUE", "DATE"));
            property
        } else {
            Property::new(name, format!("{:04}{}", at.year(), at.format("%m%dT%H%M%S")))
        }
    }

    fn is_whole_days(&self) -> bool {
        [self.start, self.end].iter().all(|at| at.time() == NaiveTime::MIN)
    }
}

#[cfg(test)]
mod tests {
    use super::folded;

    #[test]
    fn no_line_is_too_long_and_none_is_parted_within_a_character() {
        let line = format!("SUMMARY:{}", "老虎 ".repeat(40));
        let new = folded(&format!("BEGIN:VEVENT\r\n{}\r\n {}\r\nEND:VEVENT\r\n", &line[..77], &line[77..]));
        assert!(new.split("\r\n").all(|line| line.len() <= 75), "{new}");
        assert!(new.split("\r\n").any(|line| line.len() > 72), "{new}");
        assert_eq!(new.replace("\r\n ", ""), format!("BEGIN:VEVENT\r\n{line}\r\nEND:VEVENT\r\n"));
    }
}
