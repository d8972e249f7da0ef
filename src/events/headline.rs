//! One line that tells an event and stands alone, in words of the article.

use super::site::{Dated, Site};
use crate::lang::{Role, Roles};
use crate::segment::{Form, Opener};
use std::ops::Range;

/// The longest headline, in characters.
const LONGEST: usize = 100;

/// Words that may stand before an expression of time and go with it.
const BEFORE_TIMES: Roles = Roles::of(&[Role::Preposition, Role::Linker]);

const ADVERB: Roles = Roles::of(&[Role::Adverb]);

/// A headline, and whether its subject is only pointed at ("he", "this meeting").
pub(super) struct Headline {
    pub(super) text: String,
    pub(super) pointing: bool,
}

/// The clause in one line: without its leading time and connecting words, with a name for its pronoun where that is certain.
pub(super) fn headline(site: &Site<'_>, dated: &Dated) -> Headline {
    let clause = dated.target.clause();
    let mut pieces = body(site, clause);
    strip_leading(site, &mut pieces);
    strip_time(site, &mut pieces, dated);
    let pointing = !name_subject(site, clause, &mut pieces) && is_pointing(site, &pieces);
    let mut text = fit(site, &pieces);
    text = extend(site, clause, text);
    text = quote_saying(site, dated, text);
    Headline { text: finish(&text), pointing }
}

/// Whether the first word is a pronoun or a demonstrative.
fn is_pointing(site: &Site<'_>, pieces: &[Range<usize>]) -> bool {
    let first = pieces.first().map_or(Roles::NONE, |p| site.reader.roles(p.start));
    first.any(Roles::of(&[Role::Demonstrative, Role::Pronoun]))
}

/// The tokens of the clause, what interrupts it left out; a relative clause starts with what it describes.
fn body(site: &Site<'_>, clause: usize) -> Vec<Range<usize>> {
    let reader = site.reader;
    let mut pieces: Vec<_> =
        site.pieces(clause).into_iter().map(|p| reader.trim(p)).filter(|p| !p.is_empty()).collect();
    if site.clauses.get(clause).is_some_and(|c| c.opener == Opener::Relative)
        && let Some(antecedent) = site.antecedent(clause)
        && let Some(first) = pieces.first_mut()
    {
        // "the mayor who resigned" is the mayor resigned; "the agenda that they voted for" stays as it is.
        let verb = site.finite(clause).map_or(0, |v| v.first as usize);
        let opener = site.clauses[clause].first as usize..first.start;
        if (first.start..verb)
            .any(|i| !reader.is_opener(i) && !reader.roles(i).any(Roles::of(&[Role::Adverb, Role::Relative])))
        {
            first.start = opener.start;
        } else {
            while first.start < first.end && reader.roles(first.start).has(Role::Relative) {
                first.start += 1;
            }
        }
        pieces.insert(0, antecedent);
    }
    pieces
}

/// Drops "On Friday, " and "Meanwhile, ".
fn strip_leading(site: &Site<'_>, pieces: &mut Vec<Range<usize>>) {
    let reader = site.reader;
    while let Some(first) = pieces.first_mut() {
        let comma = first.clone().find(|&i| reader.document.is(i, ","));
        let end = comma.unwrap_or_else(|| {
            first
                .clone()
                .find(|&i| !reader.is_timed(i) && !reader.roles(i).any(BEFORE_TIMES))
                .unwrap_or(first.end)
        });
        let timed = (first.start..end).any(|i| reader.is_timed(i));
        let phrase = reader.is_timed(first.start) || reader.roles(first.start).any(BEFORE_TIMES);
        let filler = comma.is_some()
            && (first.start..end).all(|i| reader.roles(i).any(Roles::of(&[Role::Lead, Role::Adverb])));
        // "Friday's meeting": the time belongs to the subject.
        let possessive = (first.start..=end).any(|i| reader.roles(i).has(Role::Possessive));
        let verb = site
            .clauses
            .iter()
            .flat_map(|c| &c.verbs)
            .any(|v| (first.start..end).contains(&(v.head as usize)));
        if end == first.start || !(timed && phrase && !verb && !possessive || filler) {
            return;
        }
        *first = reader.trim(end..first.end);
        if first.start < first.end {
            return;
        }
        pieces.remove(0);
    }
}

/// Drops the event's own time where it ends the clause, or a part of it: the entry shows the time.
fn strip_time(site: &Site<'_>, pieces: &mut Vec<Range<usize>>, dated: &Dated) {
    let reader = site.reader;
    let time = reader.tokens(dated.expression);
    let Some(n) = pieces.iter().position(|p| p.start <= time.start && time.end <= p.end) else { return };
    let piece = pieces[n].clone();
    let ends = time.end == piece.end || matches!(reader.document.word(time.end), "," | ";" | "—" | "–");
    let mut start = time.start;
    // "just two weeks ago"; else ", on Friday"
    while start > piece.start && reader.roles(start - 1).any(ADVERB) {
        start -= 1;
    }
    if start == time.start {
        while start > piece.start
            && (reader.roles(start - 1).any(BEFORE_TIMES) || reader.document.is(start - 1, ","))
        {
            start -= 1;
        }
    }
    // "is on Friday", "is set for Friday": nothing would be left to say.
    let verb = site.verb(dated.target);
    let bare = verb.is_some_and(|v| v.last as usize == start && (v.copula || v.meaning.has(Role::Plan)));
    if !ends || bare || start == piece.start {
        return;
    }
    pieces[n] = piece.start..start;
    if time.end < piece.end {
        pieces.insert(n + 1, time.end..piece.end);
    }
}

/// Puts the name in the place of "he" or "she", where it is certain; whether it did.
fn name_subject(site: &Site<'_>, clause: usize, pieces: &mut Vec<Range<usize>>) -> bool {
    let Some(start) = pieces.first().map(|p| p.start) else { return false };
    let document = site.reader.document;
    let quoted = document.tokens.get(start).is_some_and(|t| document.quote_at(t.start).is_some());
    if quoted || !site.reader.roles(start).has(Role::Personal) {
        return false;
    }
    let Some(name) = site.resolve(clause) else { return false };
    pieces[0].start = start + 1;
    pieces.insert(0, name);
    true
}

/// The pieces as text of at most [`LONGEST`] characters: first without asides, then cut at a comma, then at a word.
fn fit(site: &Site<'_>, pieces: &[Range<usize>]) -> String {
    let whole = tidy(site, pieces);
    if whole.chars().count() <= LONGEST {
        return whole;
    }
    let text = tidy(site, &without_asides(site, pieces));
    if text.chars().count() <= LONGEST {
        return text;
    }
    let cut = text.char_indices().nth(LONGEST - 1).map_or(text.len(), |(at, _)| at);
    let head = text.get(..cut).unwrap_or_default();
    match head.rfind(", ") {
        Some(comma) if comma > LONGEST / 3 => head[..comma].to_owned(),
        _ => format!(
            "{}…",
            head.rsplit_once(' ').map_or(head, |(words, _)| words).trim_end_matches([',', ';'])
        ),
    }
}

/// Without "a socialist" of "Ames, a socialist, won".
fn without_asides(site: &Site<'_>, pieces: &[Range<usize>]) -> Vec<Range<usize>> {
    let reader = site.reader;
    let verbs = || site.clauses.iter().flat_map(|c| &c.verbs).filter(|v| v.form == Form::Finite);
    let mut kept = Vec::new();
    for piece in pieces {
        let mut commas = piece.clone().filter(|&i| reader.document.is(i, ","));
        match (commas.next(), commas.next()) {
            (Some(a), Some(b)) if !verbs().any(|v| (piece.start..b).contains(&(v.first as usize))) => {
                kept.push(piece.start..a);
                kept.push(b + 1..piece.end);
            }
            _ => kept.push(piece.clone()),
        }
    }
    kept
}

/// Adds what hangs on the clause (what was said, on which condition) as far as it fits.
fn extend(site: &Site<'_>, clause: usize, mut text: String) -> String {
    let reader = site.reader;
    let mut end = site.clauses.get(clause).map_or(0, |c| c.last as usize);
    for next in site.clauses.iter().skip(clause + 1) {
        let hangs = next.parent.is_some_and(|p| p >= clause)
            && matches!(next.opener, Opener::Complement | Opener::If);
        let glued = end == next.first as usize && !reader.is_mark(end);
        if !hangs || !glued {
            break;
        }
        end = next.last as usize;
        let mut last = end;
        while last > next.first as usize && reader.is_mark(last - 1) {
            last -= 1;
        }
        let range = next.first as usize..last;
        let longer = format!("{text} {}", tidy(site, &[range]));
        if text.ends_with('…') || longer.chars().count() > LONGEST {
            break;
        }
        text = longer;
    }
    text
}

/// "Ames wrote" says little: what he wrote is added, where the sentence quotes it.
fn quote_saying(site: &Site<'_>, dated: &Dated, text: String) -> String {
    let document = site.reader.document;
    let says = site.verb(dated.target).is_some_and(|v| v.meaning.has(Role::Say));
    let clause = &site.clauses[dated.target.clause()];
    if !says || text.chars().count() > LONGEST / 2 {
        return text;
    }
    let before = document.quotes.partition_point(|q| q.end <= clause.span.start);
    let beside = before.checked_sub(1).and_then(|n| document.quotes.get(n)).filter(|q| {
        let from = document.token_at(q.end.saturating_sub(1)) + 1;
        from >= clause.first as usize || (from..clause.first as usize).all(|i| site.reader.is_mark(i))
    });
    let Some(quote) = beside else { return text };
    let words = quote.of(document.text);
    let inner = words.trim_matches(|c: char| "“”\"`'".contains(c) || c.is_whitespace());
    let inner = inner.trim_end_matches([',', '.']);
    let inner: String = inner.split_whitespace().collect::<Vec<_>>().join(" ");
    let room = LONGEST.saturating_sub(text.chars().count() + 4);
    let short = if inner.chars().count() <= room {
        inner
    } else {
        let cut = inner.char_indices().nth(room.saturating_sub(1)).map_or(inner.len(), |(at, _)| at);
        let head = inner.get(..cut).unwrap_or_default();
        format!(
            "{}…",
            head.rsplit_once(' ').map_or(head, |(words, _)| words).trim_end_matches([',', ';', '.'])
        )
    };
    format!("{text}: “{short}”")
}

/// The text of token ranges, in one line, spaced as print is.
pub(super) fn tidy(site: &Site<'_>, pieces: &[Range<usize>]) -> String {
    let document = site.reader.document;
    let mut text = String::new();
    for piece in pieces {
        for i in piece.clone() {
            let Some(token) = document.tokens.get(i) else { break };
            let word = token.span().of(document.text);
            let closes = matches!(word, "," | "." | ";" | ":" | "?" | "!" | "%" | ")" | "”")
                || word.starts_with(['\'', '’']) && word.len() > 1;
            let opened = text.ends_with(['(', '$', '“', '#']);
            let spaced = (!token.glued || i == piece.start) && !closes && !opened;
            if spaced && !text.is_empty() {
                text.push(' ');
            }
            text.push_str(word);
        }
    }
    text
}

/// First letter large, no stray marks at the ends, no quote half open.
fn finish(text: &str) -> String {
    let mut text = text
        .trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '—' | '–' | '-'))
        .to_owned();
    for (open, close) in [('“', '”'), ('‘', '\u{0}'), ('(', ')')] {
        let (opened, closed) = (text.matches(open).count(), text.matches(close).count());
        if close != '\u{0}' && opened != closed {
            text = text.replace([open, close], "");
        }
    }
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => text,
    }
}
