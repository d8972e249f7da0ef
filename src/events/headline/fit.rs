//! Tokens as one line of bounded length, in the spacing of print.

use super::super::pieces::{Pieces, drop_empty};
use super::super::site::{Dated, Site};
use super::{LONGEST, tail};
use crate::lang::{Role, Roles};
use crate::segment::{Form, TokenKind};
use crate::span::has_byte;
use std::borrow::Cow;
use std::ops::Range;

/// Words before which a line may be cut.
const PHRASES: Roles = Roles::of(&[
    Role::Preposition,
    Role::Linker,
    Role::Relative,
    Role::Subordinator,
    Role::Coordinator,
    Role::If,
    Role::Gerund,
]);

/// The pieces and what hangs on them, as much as fits.
///
/// What is said belongs to a saying even where it must be shortened; other additions come whole or not at all. Too long a line
/// loses its asides first, then is cut at a comma, then before a phrase, then at a word.
pub(super) fn line(site: &Site<'_>, pieces: &[Range<usize>], more: &[Range<usize>], said: bool) -> String {
    let mut text = tidy(site, pieces);
    if more.is_empty() && fits(&text) {
        return text;
    }
    let mut whole = Pieces::from(pieces);
    if !fits(&text) {
        whole = without_asides(site, &whole);
        text = tidy(site, &whole);
    }
    let core = whole.len();
    for range in more {
        whole.push(range.clone());
        let shorter = text.len();
        append(site, range, &mut text);
        if !fits(&text) {
            text.truncate(shorter);
            let cut = said.then(|| shorten(site, &whole, core)).flatten();
            if let Some(cut) = cut.filter(|cut| fits(cut)) {
                return cut;
            }
            whole.pop();
            // "left rates unchanged but said": nothing, then.
            let says = |piece: &Range<usize>| {
                let mut verbs = site.clauses.iter().flat_map(|c| &c.verbs);
                verbs.any(|v| v.last as usize == piece.end && v.meaning.has(Role::Say))
            };
            if whole.len() > core && whole.last().is_some_and(says) {
                whole.pop();
                text = tidy(site, &whole);
            }
            break;
        }
    }
    if fits(&text) {
        return text;
    }
    shorten(site, &whole, 0).unwrap_or_else(|| ellipsis(&text, LONGEST))
}

fn fits(text: &str) -> bool {
    text.len() <= LONGEST || text.chars().count() <= LONGEST
}

/// The longest start of the line that fits and may end where it ends; the first `kept` pieces stay whole.
fn shorten(site: &Site<'_>, pieces: &[Range<usize>], kept: usize) -> Option<String> {
    let reader = site.reader;
    let verbs: Vec<_> = site.clauses.iter().flat_map(|c| &c.verbs).collect();
    let (mut at_comma, mut at_phrase): (Option<Pieces>, Option<Pieces>) = (None, None);
    // A comma is the better end, unless it would leave much less.
    let better = |comma: Option<Pieces>, phrase: Option<Pieces>| {
        let text = |start: Option<Pieces>| start.map(|start| tidy(site, &start));
        match (text(comma), text(phrase)) {
            (Some(comma), Some(phrase)) if comma.len() * 3 / 2 < phrase.len() => Some(phrase),
            (comma, phrase) => comma.or(phrase),
        }
    };
    let mut told = false;
    for (n, piece) in pieces.iter().enumerate() {
        let finite = verbs.iter().filter(|v| v.form == Form::Finite && piece.contains(&(v.head as usize)));
        let telling = finite.map(|v| v.last as usize).min();
        for at in piece.clone() {
            told |= telling.is_some_and(|last| last <= at);
            if n < kept || !told {
                continue;
            }
            let comma = reader.is_mark(at)
                && !reader.document.parts_number(at)
                && matches!(reader.document.word(at), "," | ";" | "—" | "–" | ":");
            // "the voting system"
            let described = at > piece.start && reader.roles(at - 1).has(Role::Determiner);
            let phrase = reader.roles(at).any(PHRASES)
                && !reader.roles(at).has(Role::Genitive)
                && at > piece.start
                && !described;
            // Nothing is cut within a name, a group of verbs, or right behind a verb.
            let within = || {
                verbs.iter().any(|v| (v.first as usize..=v.last as usize).contains(&at))
                    || reader.is_timed(at) && at > piece.start && reader.is_timed(at - 1)
            };
            if !(comma || phrase && !within()) {
                continue;
            }
            let mut start = Pieces::from(pieces.get(..n).unwrap_or_default());
            start.push(piece.start..at);
            tail::tail(site, &mut start);
            // The text is no longer than where it stands; only near the limit need it be made to know.
            if bytes(site, &start) > LONGEST && !fits(&tidy(site, &start)) {
                return better(at_comma, at_phrase);
            }
            if start.len() > kept {
                *(if comma { &mut at_comma } else { &mut at_phrase }) = Some(start);
            }
        }
    }
    better(at_comma, at_phrase)
}

/// The whole sentence, cut where it must be.
pub(super) fn sentence(site: &Site<'_>) -> String {
    let Some(sentence) = site.reader.document.sentences.get(site.sentence) else { return String::new() };
    let range = site.reader.trim(sentence.body as usize..sentence.last as usize);
    ellipsis(&tidy(site, &[range]), LONGEST)
}

/// Without "a socialist" of "Ames, a socialist, won", and without a whole list of such: "The suspects, a teacher, a nurse and a
/// cook, were".
fn without_asides(site: &Site<'_>, pieces: &[Range<usize>]) -> Pieces {
    let reader = site.reader;
    let verbs = || site.clauses.iter().flat_map(|c| &c.verbs).filter(|v| v.form == Form::Finite);
    let mut kept = Pieces::new();
    for piece in pieces {
        let head = verbs().map(|v| v.first as usize).find(|i| piece.contains(i)).unwrap_or(piece.end);
        let mut commas = (piece.start..head).filter(|&i| reader.document.is_comma(i));
        let (first, second, last) = (commas.next(), commas.next(), commas.next_back());
        let closes = last.filter(|comma| (comma + 1..head).all(|i| reader.roles(i).has(Role::Adverb)));
        match (first, closes.or(second)) {
            (Some(a), Some(b)) => {
                kept.push(piece.start..a);
                kept.push(b + 1..piece.end);
            }
            _ => kept.push(piece.clone()),
        }
    }
    drop_empty(&mut kept);
    kept
}

/// "Ames wrote" says little: with what he wrote, where the sentence quotes it.
pub(super) fn quote_saying(site: &Site<'_>, dated: &Dated, text: &str) -> Option<String> {
    let document = site.reader.document;
    // Who was told something says nothing.
    let passive =
        |v: &crate::segment::Verb| (v.first..v.head).any(|i| site.reader.roles(i as usize).has(Role::Be));
    let says = |v: &crate::segment::Verb| v.meaning.has(Role::Say) && !passive(v);
    let says =
        site.verb(dated.target).is_some_and(says) || site.finite(dated.target.clause()).is_some_and(says);
    let clause = site.clauses.get(dated.target.clause())?;
    let within = document.quote_at(clause.span.start).is_some();
    if within || !says || text.chars().count() > LONGEST / 2 + 10 {
        return None;
    }
    let paragraph = document.sentences.get(site.sentence).map(|s| s.paragraph);
    let near = |q: &crate::span::Span| {
        let sentence = document.sentence_of(document.token_at(q.start));
        sentence.and_then(|s| document.sentences.get(s)).map(|s| s.paragraph) == paragraph
    };
    let before = document.quotes.partition_point(|q| q.end <= clause.span.start);
    let beside = before.checked_sub(1).and_then(|n| document.quotes.get(n)).filter(|q| {
        let from = document.token_at(q.end.saturating_sub(1)) + 1;
        from >= clause.first as usize || (from..clause.first as usize).all(|i| site.reader.is_mark(i))
    });
    let behind = document.quotes.get(before).filter(|q| {
        let first = document.token_at(q.start);
        q.start >= clause.span.start && first <= clause.last as usize + 1 && q.len() > 20
    });
    let quote = beside.filter(|q| near(q)).or(behind.filter(|q| near(q)))?;
    let words = quote.of(document.text);
    let inner = words.trim_matches(|c: char| "“”\"`'".contains(c) || c.is_whitespace());
    let inner = inner.trim_end_matches([',', '.']);
    let inner: String = inner.split_whitespace().collect::<Vec<_>>().join(" ");
    let room = LONGEST.saturating_sub(text.chars().count() + 4);
    Some(format!("{}: “{}”", text.trim_end_matches([',', ':', ' ']), ellipsis(&inner, room)))
}

/// At most `room` characters, cut behind a word.
fn ellipsis(text: &str, room: usize) -> String {
    if text.chars().count() <= room {
        return text.to_owned();
    }
    let cut = text.char_indices().nth(room.saturating_sub(1)).map_or(text.len(), |(at, _)| at);
    let head = text.get(..cut).unwrap_or_default();
    let head = head.rsplit_once(' ').map_or(head, |(words, _)| words);
    format!("{}…", head.trim_end_matches([',', ';', '.', ' ']))
}

/// The text of token ranges, in one line, spaced as print is.
pub(in crate::events) fn tidy(site: &Site<'_>, pieces: &[Range<usize>]) -> String {
    let mut text = String::with_capacity(bytes(site, pieces));
    let mut end = None;
    for piece in pieces {
        // "Louvre heist: four more arrested"
        let colon = end.is_some_and(|end| end + 1 == piece.start && site.reader.document.is(end, ":"));
        if colon {
            text.push(':');
        }
        append(site, piece, &mut text);
        end = Some(piece.end);
    }
    text
}

/// How many bytes the text of token ranges has at most, but for letters that grow as they are made small.
fn bytes(site: &Site<'_>, pieces: &[Range<usize>]) -> usize {
    let document = site.reader.document;
    pieces.iter().map(|piece| document.span(piece.start, piece.end).len() as usize + 1).sum()
}

/// Puts one more range of tokens behind a line.
fn append(site: &Site<'_>, piece: &Range<usize>, text: &mut String) {
    let document = site.reader.document;
    let printed = document.text.as_bytes();
    let tokens = document.tokens.get(piece.start..piece.end.min(document.tokens.len()));
    let Some((first, rest)) = tokens.unwrap_or_default().split_first() else { return };
    let word = first.span().of(document.text);
    if !text.is_empty() && !opens(text) && !closes(word) {
        text.push(' ');
    }
    // What is spaced in the text as in the line is copied in one piece.
    let mut alike = first.span();
    if first.capital && !text.is_empty() && site.reader.starts_sentence(piece.start) {
        text.push_str(&word.to_lowercase());
        alike.start = alike.end;
    }
    // Words and numbers, of which most of a line consists, open nothing, and few of them close anything.
    let mut opened = first.kind == TokenKind::Mark && opens(word);
    for token in rest {
        let plain = printed.get(token.start as usize).is_some_and(u8::is_ascii_alphanumeric);
        let word = || token.span().of(document.text);
        let parted = !token.glued && !opened && (plain || !closes(word()));
        let spaced = if parted {
            token.start == alike.end + 1 && printed.get(alike.end as usize) == Some(&b' ')
        } else {
            token.start == alike.end
        };
        if !spaced {
            text.push_str(alike.of(document.text));
            if parted {
                text.push(' ');
            }
            alike.start = token.start;
        }
        alike.end = token.end;
        opened = token.kind == TokenKind::Mark && opens(word());
    }
    text.push_str(alike.of(document.text));
}

/// Whether a word or mark stands right behind what comes before it.
fn closes(word: &str) -> bool {
    match word.as_bytes() {
        [b',' | b'.' | b';' | b':' | b'?' | b'!' | b'%' | b')'] | [b'\'', _, ..] => true,
        [first, ..] if first.is_ascii() => false,
        _ => word == "”" || word.starts_with('’'),
    }
}

/// Whether what comes next stands right behind a text.
fn opens(text: &str) -> bool {
    matches!(text.as_bytes(), [.., b'(' | b'$' | b'#']) || text.ends_with('“')
}

/// First letter large, no stray marks at the ends, no quote half open.
pub(super) fn finish(mut text: String) -> String {
    let stray = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '—' | '–' | '-');
    text.truncate(text.trim_end_matches(stray).len());
    if text.starts_with(stray) {
        text = text.trim_start_matches(stray).to_owned();
    }
    if let Some(printed) = as_printed(&text) {
        text = printed;
    }
    if let Cow::Owned(closed) = close_pairs(&text) {
        text = closed.trim().to_owned();
    }
    match text.get_mut(..1) {
        Some(first) => first.make_ascii_uppercase(),
        None => {
            let mut rest = text.chars();
            let first = rest.next();
            text = first.into_iter().flat_map(char::to_uppercase).chain(rest).collect();
        }
    }
    text
}

/// Marks that a corpus writes apart, as print has them: "`` big '' plans of the Workers ' Party"; `None` of a line without any.
fn as_printed(text: &str) -> Option<String> {
    const MARKS: [(&str, &str); 5] = [("`` ", "“"), ("``", "“"), (" ''", "”"), ("''", "”"), ("s ' ", "s' ")];
    let apart = has_byte(text, |byte| byte == b'`') || text.contains("''") || text.contains("s ' ");
    apart.then(|| MARKS.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to)))
}

/// Without quotes and brackets that are half open, and without the full stop at the end of a quote.
fn close_pairs(text: &str) -> Cow<'_, str> {
    // Most lines have neither brackets nor quotes, of which “ and ” start with this byte.
    if !has_byte(text, |byte| matches!(byte, b'(' | b')' | b'[' | b']' | b'"' | 0xE2)) {
        return Cow::Borrowed(text);
    }
    let (mut curled, mut round, mut square, mut straight) = (0, 0, 0, 0);
    let mut closes = false;
    for c in text.chars() {
        match c {
            '“' => curled += 1,
            '”' => (curled, closes) = (curled - 1, true),
            '(' => round += 1,
            ')' => round -= 1,
            '[' => square += 1,
            ']' => square -= 1,
            '"' => straight += 1,
            _ => {}
        }
    }
    let odd: [(bool, &[char]); 4] = [
        (curled != 0, &['“', '”']),
        (round != 0, &['(', ')']),
        (square != 0, &['[', ']']),
        (straight % 2 != 0, &['"']),
    ];
    let mut text = Cow::Borrowed(text);
    for (_, marks) in odd.into_iter().filter(|(open, _)| *open) {
        text = text.replace(marks, "").into();
    }
    if closes {
        text = text.replace(".”", "”").into();
    }
    // What a mark stood between is parted by one space.
    if matches!(text, Cow::Owned(_)) { text.replace("  ", " ").into() } else { text }
}
