//! What a headline does without: leading words and the event's own time.

use super::super::passing::is_due;
use super::super::pieces::{Pieces, drop_empty};
use super::super::site::{Dated, Site};
use super::super::speaker;
use crate::expression::{Bound, Expr};
use crate::lang::{Role, Roles};
use crate::segment::{Form, Verb};
use std::ops::Range;

/// Words that may stand before an expression of time and go with it.
pub(super) const BEFORE_TIMES: Roles = Roles::of(&[Role::Preposition, Role::Linker]);
const FINITE: Roles = Roles::of(&[Role::Present, Role::Base, Role::Past]);
const LATER: Roles = Roles::of(&[Role::Adverb, Role::Focus, Role::Determiner, Role::Negation]);
pub(super) const ADVERB: Roles = Roles::of(&[Role::Adverb]);

/// Drops "On Friday, " and "Meanwhile, ".
pub(super) fn leading(site: &Site<'_>, pieces: &mut Pieces) {
    let reader = site.reader;
    // "saying the alarm had failed": what is said tells it.
    if let Some(first) = pieces.first_mut() {
        let roles = reader.roles(first.start);
        let said = roles.has(Role::Gerund) && roles.has(Role::Say) && !site.opens(first.start);
        let mut verbs = site.clauses.iter().flat_map(|c| &c.verbs);
        let within = first.start + 1..first.end;
        if said && verbs.any(|v| v.form == Form::Finite && within.contains(&(v.first as usize))) {
            first.start += 1;
        }
    }
    while let Some(first) = pieces.first_mut() {
        let comma = first.clone().find(|&i| reader.document.is_comma(i));
        let timed_end = first
            .clone()
            .find(|&i| !reader.is_timed(i) && !reader.roles(i).any(BEFORE_TIMES))
            .unwrap_or(first.end);
        // "Last Saturday at Derby we played": the preposition behind the time leads to the place.
        let timed_end = (first.start..timed_end).rfind(|&i| reader.is_timed(i)).map_or(timed_end, |i| i + 1);
        // "In September the minister, Paul Rennie, wrote": the comma is none of the time's.
        let determined = timed_end > first.start
            && reader.is_timed(timed_end - 1)
            && reader.roles(timed_end).has(Role::Determiner);
        let end = comma.filter(|&comma| comma <= timed_end || !determined).unwrap_or(timed_end);
        let timed = (first.start..end).any(|i| reader.is_timed(i));
        // "weeks after the vote, the board": a length that leads a phrase.
        let length =
            reader.is_length(first.start) && (first.start..end).any(|i| reader.roles(i).has(Role::Linker));
        let timed = timed || length;
        let phrase = length || reader.is_timed(first.start) || reader.roles(first.start).any(BEFORE_TIMES);
        let filler = comma.is_some()
            && (first.start..end).all(|i| reader.roles(i).any(Roles::of(&[Role::Lead, Role::Adverb])));
        // "Friday's meeting": the time belongs to the subject.
        let possessive =
            (first.start + 1..=end).any(|i| reader.roles(i).has(Role::Possessive) && reader.is_timed(i - 1));
        let verb = site
            .clauses
            .iter()
            .flat_map(|c| &c.verbs)
            .any(|v| (first.start..end).contains(&(v.head as usize)));
        // "Sunday was chosen": the time is what is told of.
        let subject = site
            .clauses
            .iter()
            .flat_map(|c| &c.verbs)
            .any(|v| v.first as usize == timed_end && v.form == Form::Finite);
        // "Before that, 37 people died"
        let pointed = comma.is_some()
            && end == first.start + 2
            && reader.roles(first.start).has(Role::Linker)
            && reader.roles(first.start + 1).has(Role::Demonstrative);
        // "A year of misery ended": the time is what there is so much of.
        let measure = reader.roles(end).has(Role::Genitive) && !reader.roles(first.start).any(BEFORE_TIMES);
        let subject = subject || measure;
        let filler = filler || pointed;
        // "the once-mighty firm", but "Nov. 23 - Rovers sacked"
        let compound =
            reader.document.is(end, "-") && reader.document.tokens.get(end).is_some_and(|t| t.glued);
        if subject || compound || end == first.start || !(timed && phrase && !verb && !possessive || filler) {
            return;
        }
        *first = reader.trim(end..first.end);
        if first.start >= first.end {
            pieces.remove(0);
        }
    }
}

/// Drops "According to officials, " and ", according to officials": the entry names its speaker.
pub(super) fn source(site: &Site<'_>, pieces: &mut Pieces) {
    let Some(source) = speaker::source(site) else { return };
    for piece in pieces.iter_mut() {
        if piece.start == source.start {
            piece.start = (source.end + 1).min(piece.end);
        } else if piece.contains(&source.start) && source.end >= piece.end.saturating_sub(1) {
            piece.end = source.start - 1;
        }
    }
    drop_empty(pieces);
}

/// A time with those that it is joined to: "on Thursday and Friday", "in 2019 and again in 2021". Each has an entry of its own, and
/// none is told without the joiner.
fn series(site: &Site<'_>, piece: &Range<usize>, own: Range<usize>) -> Range<usize> {
    let reader = site.reader;
    let lead = |at: usize| reader.roles(at).any(BEFORE_TIMES) && !reader.is_timed(at);
    let same =
        |a: usize, b: usize| !lead(a) || !lead(b) || reader.document.word(a) == reader.document.word(b);
    let joins = |at: usize| reader.roles(at).has(Role::Coordinator);
    let Range { mut start, mut end } = own.clone();
    // What follows: a comma, a joiner, or both, perhaps "again", perhaps the same preposition, and a time.
    loop {
        let comma = usize::from(reader.document.is_comma(end));
        let mut at = end + comma + usize::from(joins(end + comma));
        if at == end {
            break;
        }
        while reader.roles(at).any(ADVERB) && !reader.is_timed(at) {
            at += 1;
        }
        let time = at + usize::from(lead(at));
        let behind = (time..piece.end).find(|&i| !reader.is_timed(i)).unwrap_or(piece.end);
        if behind <= time
            || !same(own.start, at)
            || reader.dates(time..behind).is_none()
            || reader.is_compared(behind)
        {
            break;
        }
        end = behind;
    }
    // What stands before, likewise.
    loop {
        let mut at = start;
        while at > piece.start && reader.roles(at - 1).any(ADVERB) && !reader.is_timed(at - 1) {
            at -= 1;
        }
        let behind = at;
        at -= usize::from(at > piece.start && joins(at - 1));
        at -= usize::from(at > piece.start && reader.document.is_comma(at - 1));
        if at == behind {
            break;
        }
        let first = (piece.start..at).rev().take_while(|&i| reader.is_timed(i)).last();
        let Some(first) = first.filter(|&first| reader.dates(first..at).is_some()) else { break };
        let led = first > piece.start && lead(first - 1) && !reader.is_particle(first - 1);
        if !same(own.start, first - usize::from(led)) {
            break;
        }
        start = first - usize::from(led);
    }
    start..end
}

/// Drops the event's own time: the entry shows it.
///
/// A time that stands in the middle goes only with a phrase that can be missed there; "is set for Friday" keeps it.
pub(super) fn time(site: &Site<'_>, pieces: &mut Pieces, dated: &Dated) {
    let reader = site.reader;
    // "not until October" without the time would say the contrary.
    let Some(expression) = dated.expression.filter(|_| !dated.delayed) else { return };
    let time = reader.tokens(expression);
    let Some(n) = pieces.iter().position(|p| p.contains(&time.start)) else {
        return other_time(site, pieces, time.start);
    };
    let piece = pieces[n].clone();
    // "fell in the quarter ended Sept. 30" may be two clauses.
    let time = time.start..time.end.min(piece.end);
    let mut start = time.start;
    start = focused(site, &piece, start);
    // One preposition belongs to the time; "out" of "broke out on Friday" does not.
    let lead =
        start > piece.start && reader.roles(start - 1).any(BEFORE_TIMES) && !reader.is_particle(start - 1);
    start -= usize::from(lead);
    // "at about 22:30"
    let doubled = lead
        && start > piece.start
        && reader.roles(start).has(Role::Preposition)
        && !reader.roles(start).has(Role::TimeLead)
        && reader.roles(start - 1).has(Role::Preposition)
        && !reader.roles(start - 1).has(Role::Genitive)
        && !reader.is_particle(start - 1);
    start -= usize::from(doubled);
    start = focused(site, &piece, start);
    // "as of Sept. 30"
    if lead
        && reader.roles(start).has(Role::Genitive)
        && start > piece.start
        && reader.roles(start - 1).has(Role::Linker)
    {
        start -= 1;
    }
    // "no later than Friday"
    if lead && reader.roles(start).has(Role::Comparison) {
        let before = (piece.start..start).rev().take_while(|&i| reader.roles(i).any(LATER)).last();
        start = before.unwrap_or(start);
    }
    // "as soon as Friday"
    let doubled = start >= piece.start + 2 && reader.document.word(start) == reader.document.word(start - 2);
    if lead && doubled && reader.roles(start).has(Role::Linker) {
        start -= 2;
    }
    let mut end = time.end;
    Range { start, end } = series(site, &piece, start..end);
    // "for the quarter ended Sept. 30": the day says which quarter.
    let mut participles =
        site.clauses.iter().flat_map(|c| &c.verbs).filter(|v| v.form == Form::Participle || v.ambiguous);
    if let Some(ended) = participles.find(|v| v.first as usize == end && reader.is_timed(v.last as usize)) {
        let last = ended.last as usize;
        end = (last..piece.end).find(|&i| !reader.is_timed(i)).unwrap_or(piece.end);
    }
    let ends = end >= piece.end || matches!(reader.document.word(end), "," | ";" | "—" | "–" | "(");
    let verb = site.verb(dated.target);
    // "has until Friday to appeal" is not "has to appeal".
    let allows = verb.is_some_and(|v| {
        (v.first..v.last).any(|i| reader.roles(i as usize).has(Role::Have)) || v.form == Form::Infinitive
    });
    // "gives states until 2030 to cut emissions"
    let until = matches!(reader.expression(expression), Some(Expr::Open(Bound::Until, _)));
    let granted = until && reader.roles(end).has(Role::To);
    let allows = allows
        && start > piece.start
        && reader.roles(start - 1).has(Role::Have)
        && reader.roles(end).has(Role::To);
    // "is on Friday", "is set for Friday": nothing would be left to say.
    // "spent the next four months in a tin": how long is what is told.
    let lasts = !lead
        && verb.is_some_and(|v| v.last as usize == start)
        && matches!(reader.expression(expression), Some(Expr::Window { .. }));
    // "slipped to Nov. 19 because of the wind"
    let reached = !lead && start > piece.start && reader.roles(start - 1).has(Role::To) && end < piece.end;
    // "ran past midnight"
    let passed = start > piece.start && !lead && reader.document.is_time_word(start - 1, reader.language);
    // "spent most of Monday there"
    let most = lead
        && reader.roles(start).has(Role::Genitive)
        && start > piece.start
        && (reader.roles(start - 1).any(Roles::of(&[Role::Determiner, Role::Superlative, Role::Many]))
            || verb.is_some_and(|v| v.last as usize + 1 == start));
    // "spent the weekend trying": what was spent.
    let spent = !lead
        && reader.roles(start).has(Role::Determiner)
        && reader.roles(end).has(Role::Gerund)
        && verb.is_some_and(|v| v.last as usize == start && v.form == Form::Finite);
    // "said the winter had been mild": the time is what is told of.
    let told_of = start == piece.start
        && start == time.start
        // "who last year won"
        && !start.checked_sub(1).is_some_and(|i| reader.roles(i).has(Role::Relative))
        && piece.contains(&end)
        && site
            .clauses
            .iter()
            .flat_map(|c| &c.verbs)
            .any(|v| v.first as usize == end && v.form == Form::Finite);
    // "Not until March did the firm admit it"
    let fronted = lead && start > piece.start && reader.roles(start - 1).has(Role::Negation);
    let bare = allows
        || granted
        || fronted
        || told_of
        || lasts
        || most
        || spent
        || passed
        || reached
        // "had forecast in July that sales would grow" says what.
        || !reader.is_that(end) && verb.is_some_and(|v| {
            v.last as usize == start
                && (v.copula || v.meaning.any(Roles::of(&[Role::Plan, Role::Impersonal])))
        });
    let joined =
        matches!(reader.document.word(end), "-" | "’" | "'") || reader.roles(end).has(Role::Possessive);
    // "divorced her in 2001", "named after her the next year": no determiner, where a preposition or another one follows.
    let object = reader.roles(start).any(Roles::of(&[Role::Preposition, Role::Determiner]));
    let inner = start > piece.start
        && !(object && reader.roles(start - 1).has(Role::Feminine))
        && reader.roles(start - 1).any(Roles::of(&[Role::Determiner, Role::Genitive, Role::Coordinator]));
    // "held over Monday stabbing"
    let noun = reader.roles(end).has(Role::Gerund)
        && reader.roles(end).any(Roles::of(&[Role::Noun, Role::Happening]));
    let follows = !noun
        && reader.roles(end).any(Roles::of(&[
            Role::To,
            Role::Preposition,
            Role::Linker,
            Role::Determiner,
            Role::Relative,
            Role::Coordinator,
            Role::Gerund,
            Role::Subordinator,
        ]));
    // "had on Monday vetoed": so may the rest of the verb.
    let within = |v: &Verb| (v.first as usize) < start && end < v.last as usize;
    let verb_follows = site
        .clauses
        .iter()
        .flat_map(|c| &c.verbs)
        .any(|v| v.first as usize == end && !(noun && v.form == Form::Gerund) || within(v));
    // "after noon and before dinner": two times are one.
    let joined = joined
        || end < piece.end
            && reader.roles(end).has(Role::Coordinator)
            && reader.roles(end + 1).any(Roles::of(&[Role::Preposition, Role::Linker]));
    let droppable = ends || (follows || verb_follows) && !reader.roles(end).has(Role::Genitive);
    if bare || joined || inner || !droppable || start == piece.start && end >= piece.end && pieces.len() == 1
    {
        return;
    }
    // "in a statement published Tuesday": the participle has nothing left to say, where another verb tells.
    let mut verbs = site.clauses.iter().flat_map(|c| &c.verbs).filter(|v| v.form == Form::Finite);
    let told = verbs.any(|v| pieces.iter().any(|p| p.contains(&(v.first as usize))));
    // "A report released on Monday said": so it is where that verb stands right behind.
    let said = || {
        let mut verbs = site.clauses.iter().flat_map(|c| &c.verbs).filter(|v| v.form == Form::Finite);
        end < piece.end && verbs.any(|v| v.first as usize == end)
    };
    if let Some(participle) = site
        .clauses
        .iter()
        .flat_map(|c| &c.verbs)
        .find(|v| v.last as usize == start && v.form == Form::Participle)
        && ((piece.start..participle.first as usize)
            .any(|i| reader.roles(i).has(Role::Preposition) || reader.document.is_comma(i))
            && ends
            || participle.first as usize > piece.start + 1 && said())
        && told
    {
        start = participle.first as usize;
    }
    // "The report, due on Friday, will": nor has what says when a thing is to come.
    if ends && start > piece.start + 1 && reader.document.is_comma(start - 2) && is_due(site, start - 1) {
        start -= 1;
    }
    // "Arriving on Thursday, she": without its time it tells nothing.
    if start == piece.start + 1
        && reader.roles(piece.start).has(Role::Gerund)
        && reader.document.is_comma(end)
        && end + 1 < piece.end
    {
        (start, end) = (piece.start, end + 1);
    }
    // "the following week, flew", behind a subject that stands elsewhere
    if start == piece.start && n > 0 && reader.document.is_comma(end) {
        end += 1;
    }
    // "on January 9, 2007, at the conference": the comma closes the year.
    let inner = time.clone().any(|i| reader.document.is_comma(i));
    let placed = reader.document.is_comma(end) && reader.roles(end + 1).has(Role::Preposition);
    if inner && placed && start > piece.start && !reader.document.is_comma(start - 1) && end + 1 < piece.end {
        end += 1;
    }
    // ", on Friday, "
    if start > piece.start && reader.document.is_comma(start - 1) && ends {
        start -= 1;
        let goes_on = reader.roles(end + 1).has(Role::To);
        if end < piece.end && reader.document.is_comma(end) && (goes_on || !keeps_comma(site, end, piece.end))
        {
            end += 1;
        }
    }
    pieces[n] = piece.start..start;
    if end < piece.end {
        pieces.insert(n + 1, end..piece.end);
    }
    drop_empty(pieces);
}

/// Drops the time at the end of a clause that another one behind its asides dates: "was held up in February when the state asked, and again
/// in June".
fn other_time(site: &Site<'_>, pieces: &mut Pieces, own: usize) {
    let reader = site.reader;
    let Some(last) = pieces.last_mut().filter(|last| last.end < own) else { return };
    let first = last.clone().rev().take_while(|&i| reader.is_timed(i)).last();
    let Some(first) = first.filter(|&i| reader.dates(i..last.end).is_some()) else { return };
    let first =
        first - usize::from(reader.roles(first - 1).any(BEFORE_TIMES) && !reader.is_particle(first - 1));
    // "and again in June"
    let again = |i: usize| reader.roles(i).has(Role::Coordinator);
    let led = (last.end..own).rfind(|&i| !reader.roles(i).any(BEFORE_TIMES.union(ADVERB)));
    if first > last.start + 1 && led.is_some_and(again) {
        last.end = first;
    }
}

/// Where the words start that stand before a time and go with it: "only", "at least", "starting".
fn focused(site: &Site<'_>, piece: &Range<usize>, mut start: usize) -> usize {
    let reader = site.reader;
    while start > piece.start {
        let roles = reader.roles(start - 1);
        let before =
            (start - 1).checked_sub(1).filter(|&i| i >= piece.start).map_or(Roles::NONE, |i| reader.roles(i));
        let starts = roles.has(Role::Schedule) && !roles.any(FINITE) && start - 1 > piece.start;
        if roles.has(Role::Focus) && !roles.any(BEFORE_TIMES) || starts {
            start -= 1;
        } else if roles.has(Role::Superlative) && before.has(Role::Preposition) {
            start -= 2;
        } else {
            break;
        }
    }
    start
}

/// Whether the comma behind a dropped time parts something that follows.
fn keeps_comma(site: &Site<'_>, comma: usize, end: usize) -> bool {
    comma + 1 < end && !site.clauses.iter().flat_map(|c| &c.verbs).any(|v| v.first as usize == comma + 1)
}
