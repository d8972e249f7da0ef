//! Phrases that place a time by an event.

use super::super::site::Reader;
use super::retold::Retold;
use super::which::{self, Tally, Which};
use super::{Anchor, Phrase};
use crate::expression::{Expr, Relation};
use crate::lang::relations::Connective;
use crate::lang::{Hints, Role, Roles, Stem, WordId};
use crate::segment::{Clause, Opener, Token};
use crate::span::Span;

/// The longest noun phrase that names an event, in tokens.
const LONGEST: usize = 8;

/// Words that end a noun phrase.
const ENDS: Roles = Roles::of(&[
    Role::Preposition,
    Role::Linker,
    Role::Relative,
    Role::Subordinator,
    Role::Coordinator,
    Role::If,
    Role::To,
    Role::Will,
    Role::Modal,
    Role::Have,
    Role::Do,
    Role::Negation,
]);

/// What is looked up in the whole document, once a phrase asks for it.
#[derive(Default)]
struct Seen {
    words: Tally,
    retold: Retold,
}

/// The phrases of a document that place a time by an event, in order.
pub(in crate::events) fn phrases(reader: &Reader<'_>) -> Vec<Phrase> {
    let (document, relations) = (reader.document, &reader.language.relations);
    let (mut found, seen) = (Vec::new(), Seen::default());
    for (number, sentence) in document.sentences.iter().enumerate() {
        let (first, last) = (sentence.body as usize, sentence.last as usize);
        let mut at = first;
        // Most words start none.
        let opens = |at: usize| {
            let ahead = document.tokens.get(at..last).unwrap_or_default();
            let opens = |pair: &[Token]| {
                pair[0].hints.any(Hints::CONNECTS) && relations.may_open(pair[0].word, pair[1].word)
            };
            ahead.windows(2).position(opens).map(|behind| at + behind)
        };
        while let Some(opening) = opens(at) {
            at = opening + 1;
            let clauses = reader.parted.clauses(number);
            // "ever since he left" is "since", where nothing told last is meant.
            for connective in connectives(reader, opening, last) {
                at = at.max(opening + connective.words.len());
                if let Some(phrase) = phrase(reader, &seen, clauses, connective, opening, last) {
                    found.push(phrase);
                    break;
                }
            }
        }
    }
    found
}

/// The longest connectives that start at a token.
fn connectives<'a>(reader: &Reader<'a>, at: usize, last: usize) -> impl Iterator<Item = &'a Connective> {
    let tokens = &reader.document.tokens;
    let (start, word) = tokens.get(at).map_or((0, WordId::UNKNOWN), |token| (token.start, token.word));
    let behind = tokens.get(at + 1..last).unwrap_or_default();
    let second = behind.first().map(|token| token.word);
    // The first words are the same, and something must follow the last.
    let follows = move |c: &&Connective| {
        c.words.get(1).is_none_or(|word| Some(*word) == second)
            && c.words.len() <= behind.len()
            && c.words.iter().skip(2).zip(behind.iter().skip(1)).all(|(word, token)| *word == token.word)
    };
    // "two days before": the length stands for itself.
    let counted = reader.annotations.partition_point(|a| a.mention.span.end <= start);
    let counted = reader.annotations.get(counted).is_some_and(|a| a.mention.span.start < start);
    let relations = &reader.language.relations;
    let all = relations.connectives(word).iter().filter(move |_| !counted).filter(follows);
    let longest = all.clone().next().map_or(0, |c| c.words.len());
    all.take_while(move |c| c.words.len() == longest).chain(relations.guarded(word).filter(follows))
}

fn phrase(
    reader: &Reader<'_>,
    seen: &Seen,
    clauses: &[Clause],
    connective: &Connective,
    at: usize,
    last: usize,
) -> Option<Phrase> {
    let document = reader.document;
    let behind = at + connective.words.len();
    if connective.told {
        return told_last(reader, connective, at);
    }
    // "three days after": the length before it says how far.
    let length = match connective.by {
        None => length_before(reader, at),
        // "a year to the day after"
        Some(_) => at
            .checked_sub(1)
            .filter(|&to| reader.roles(to).has(Role::To))
            .and_then(|to| length_before(reader, to)),
    };
    // "two days into the trial", but "into the river".
    if connective.counted && length.is_none() {
        return None;
    }
    // "was following the case"
    let progressive = at.checked_sub(1).is_some_and(|before| reader.roles(before).has(Role::Be));
    if progressive && reader.roles(at).has(Role::Gerund) {
        return None;
    }
    // "in 1990, the year of the flood"
    let apposed = at.checked_sub(2).is_some_and(|i| reader.document.is_comma(i + 1) && reader.dated(i));
    if connective.relation == Relation::During && connective.by.is_some() && apposed {
        return None;
    }
    let (first, by) = match length {
        Some((first, amount)) => (first, Some(amount)),
        None => (at, connective.by),
    };
    let clause = clauses.iter().find(|c| {
        let verb = c.finite().map(|verb| verb.first as usize);
        c.opener == Opener::Subordinator
            && (at..behind).contains(&(c.first as usize))
            && verb.is_some_and(|verb| !names_event(reader, behind, verb))
    });
    let (named, end, behind, roots, which) = match clause {
        None if connective.clause => return None,
        Some(clause) => {
            // "when the dam burst" of what was told before; mostly a clause tells what nothing else does.
            let (tokens, head) = (behind..clause.last as usize, clause.finite()?.head as usize);
            if connective.clause && !seen.retold.tells(reader, tokens, head) {
                return None;
            }
            let named = document.span(behind, clause.last as usize);
            let verb = clause.finite()?;
            let mut roots = vec![reader.root(verb.head as usize)];
            roots.extend(
                (behind..clause.last as usize).filter(|&i| reader.is_content(i)).map(|i| reader.root(i)),
            );
            (named, behind, behind, roots, which::of_clause(reader, behind..verb.first as usize))
        }
        None => {
            // "three days after the Nov. 4 election": what is counted from may have its own date.
            let counted = by.is_some() || connective.relation == Relation::Before;
            let (start, end) = noun_phrase(reader, behind, last, counted)?;
            // "after the floods of February 2020" dates them itself.
            if reader.roles(end).has(Role::Genitive) && reader.dated(end + 1) {
                return None;
            }
            let complement = which::complement(reader, end);
            let (head, root) = head(reader, start, end);
            let described = (start..head).chain(complement.clone());
            let mut roots = vec![root];
            roots.extend(described.filter(|&i| reader.is_content(i)).map(|i| reader.root(i)));
            let which = which::of_noun(reader, &seen.words, behind..end, head, complement.clone());
            (document.span(start, end), end, complement.end, roots, which)
        }
    };
    let span = document.span(first, end);
    let one_line = |span: Span| crate::span::one_line(span.of(document.text));
    let anchor = Anchor {
        said: one_line(if clause.is_some() { Span::new(span.start, named.end) } else { span }),
        relation: connective.relation,
        by,
        about: length.is_some() && reader.document.tokens.get(first).is_some_and(|t| hedged(reader, t.start)),
        part: connective.part,
        yearly: connective.yearly,
        phrase: one_line(named),
        roots,
        named,
        clause: clause.is_some(),
        which,
    };
    Some(Phrase { span, first, behind, anchor })
}

/// "The day before the stabbing she had complained": a pronoun behind the noun phrase is another's subject.
fn names_event(reader: &Reader<'_>, from: usize, verb: usize) -> bool {
    let personal = Roles::of(&[Role::Personal, Role::Pronoun]);
    let subject = verb.checked_sub(1).filter(|&i| i > from && reader.roles(i).common(personal) == personal);
    subject.is_some_and(|subject| {
        noun_phrase(reader, from, subject + 1, false).is_some_and(|np| np.1 == subject)
    })
}

/// The head of a noun phrase, with its root, which may hold a hyphen: "break-in".
fn head(reader: &Reader<'_>, start: usize, end: usize) -> (usize, Stem) {
    let document = reader.document;
    let first = end.saturating_sub(3);
    if first >= start && document.is(end - 2, "-") && is_joined(reader, end - 1) {
        return (first, reader.language.morphology.root(document.span(first, end).of(document.text)));
    }
    (end - 1, reader.root(end - 1))
}

/// Whether a small word is joined to the one before by a hyphen: "in" of "break-in".
fn is_joined(reader: &Reader<'_>, token: usize) -> bool {
    let glued = reader.document.tokens.get(token).is_some_and(|t| t.glued);
    glued && reader.roles(token).any(Roles::of(&[Role::Preposition, Role::Particle]))
}

/// "at the time": words that stand for the event told last, where nothing behind them says which time they mean.
fn told_last(reader: &Reader<'_>, connective: &Connective, at: usize) -> Option<Phrase> {
    let behind = at + connective.words.len();
    // "He said at the time that": what is said follows.
    let said = at > 0 && reader.roles(at - 1).has(Role::Say) && reader.is_that(behind);
    let named = Roles::of(&[
        Role::Genitive,
        Role::Determiner,
        Role::Pronoun,
        Role::Relative,
        Role::Subordinator,
        Role::If,
        Role::Linker,
    ]);
    // "ever since" alone, not "ever since childhood"
    let same = |c: &Connective| !c.told && c.words == connective.words;
    let open = reader.language.relations.connectives(connective.words[0]).iter().any(same);
    if open && !reader.is_mark(behind) {
        return None;
    }
    if reader.roles(behind).any(named) && !said || reader.is_capital(behind) || reader.is_timed(behind) {
        return None;
    }
    let span = reader.document.span(at, behind);
    let words = crate::span::one_line(span.of(reader.document.text));
    let anchor = Anchor {
        relation: connective.relation,
        by: None,
        about: false,
        part: None,
        yearly: false,
        phrase: words.clone(),
        said: words,
        roots: Vec::new(),
        named: span,
        clause: false,
        which: Which::default(),
    };
    Some(Phrase { span, first: at, behind, anchor })
}

/// The length that ends right before a token: its first token, and how much.
fn length_before(reader: &Reader<'_>, at: usize) -> Option<(usize, crate::expression::Amount)> {
    let end = reader.document.tokens.get(at.checked_sub(1)?)?.end;
    let after = reader.annotations.partition_point(|a| a.mention.span.end < end);
    let annotation = reader.annotations.get(after).filter(|a| a.mention.span.end == end)?;
    let amount = match &annotation.mention.expr {
        Expr::Duration(amount) => amount,
        // "nearly a week after"
        Expr::Hedged(_, of) => match &**of {
            Expr::Duration(amount) => amount,
            _ => return None,
        },
        _ => return None,
    };
    Some((annotation.mention.tokens.0 as usize, *amount))
}

/// Whether the expression that starts there is only about as long as it says.
fn hedged(reader: &Reader<'_>, start: u32) -> bool {
    let at = reader.annotations.partition_point(|a| a.mention.span.start < start);
    reader.annotations.get(at).is_some_and(|a| matches!(a.mention.expr, Expr::Hedged(..)))
}

/// The noun phrase that starts at a token, without its determiner: its tokens; its last is the head. A time opens it only where that
/// may be `dated`.
fn noun_phrase(reader: &Reader<'_>, from: usize, last: usize, dated: bool) -> Option<(usize, usize)> {
    let document = reader.document;
    let determined = reader.roles(from).has(Role::Determiner) && !reader.roles(from).has(Role::Indefinite);
    if reader.roles(from).has(Role::Indefinite) {
        return None;
    }
    let start = from + usize::from(determined);
    let own = (start..last).find(|&i| !dated || !reader.dated(i)).unwrap_or(start);
    let mut end = own;
    while end < last && end - start < LONGEST {
        let roles = reader.roles(end);
        let mark = reader.is_mark(end) && !matches!(document.word(end), "-" | "’" | "'");
        let verb = roles.any(Roles::of(&[Role::Be, Role::Have])) && !roles.has(Role::Possessive);
        let past = roles.any(Roles::of(&[Role::Past])) && !roles.has(Role::Noun) && end > start;
        // "the break-in"
        if end > own + 1 && document.is(end - 1, "-") && is_joined(reader, end) {
            return Some((start, end + 1)).filter(|_| determined);
        }
        if mark
            || verb
            || past
            || roles.any(ENDS) && !roles.has(Role::Possessive) && end > own
            || reader.dated(end)
        {
            break;
        }
        if end > start
            && roles.any(Roles::of(&[Role::Pronoun, Role::Determiner]))
            && !roles.has(Role::Possessive)
        {
            break;
        }
        end += 1;
    }
    while end > start
        && (reader.is_mark(end - 1)
            || reader.roles(end - 1).any(Roles::of(&[Role::Possessive, Role::Adverb])))
    {
        end -= 1;
    }
    // A noun of time ("the week") or a bare number names no event, nor does a name without an article.
    let head = end.checked_sub(1).filter(|&h| h >= start)?;
    // "after the May 4, he left": a time alone names nothing.
    if own > start && (head < own || !reader.is_happening(head)) {
        return None;
    }
    let plain = reader.is_word(head) && !reader.is_length(head);
    let possessive = (start..end).any(|i| reader.roles(i).has(Role::Possessive));
    let named = reader.is_capital(head) && !reader.is_happening(head);
    (plain && !named && (determined || possessive)).then_some((start, end))
}

impl Reader<'_> {
    /// Whether a token names or tells a happening.
    fn is_happening(&self, token: usize) -> bool {
        self.roles(token).has(Role::Happening) || !self.language.relations.kin(self.root(token)).is_empty()
    }

    /// Whether a dated expression holds a token.
    fn dated(&self, token: usize) -> bool {
        let Some(token) = self.document.tokens.get(token) else { return false };
        let after = self.annotations.partition_point(|a| a.mention.span.end <= token.start);
        self.annotations
            .get(after)
            .is_some_and(|a| a.mention.span.overlaps(token.span()) && a.when.is_dated())
    }

    /// Whether a token's word tells anything.
    pub(in crate::events) fn is_content(&self, token: usize) -> bool {
        self.is_long_word(token) && !self.roles(token).any(Roles::FUNCTION) && !self.is_length(token)
    }
}
