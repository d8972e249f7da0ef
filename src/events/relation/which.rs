//! What tells which of several events a phrase means: whose it is, where it was, "the first", "the previous".

use super::super::site::Reader;
use super::super::{Event, Part};
use crate::lang::{Role, Roles, Stem};
use rustc_hash::FxHashMap;
use std::cell::OnceCell;
use std::ops::Range;

/// The longest complement looked at, in tokens: "the collision of two trains near Bad Aibling".
const LONGEST: usize = 8;

/// What an event must tell to be meant, beside what happened.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Which {
    /// Roots that it must share, all of them: "previous", "his predecessor's".
    shared: Vec<Stem>,
    /// Roots of which it must share one, if there are any: "the start of the trial" is no start of anything else.
    one_of: Vec<Stem>,
    /// Roots of names: "in Brest", "Kohl's".
    names: Vec<Stem>,
    /// Some of these say whose or where it was, and do not only describe it.
    bound: bool,
    /// The text tells one of these names nowhere else, so that it has not told of it before.
    new: bool,
    /// Which of several, from 0, and the root that says so.
    pub(super) nth: Option<(usize, Stem)>,
    /// Nothing but an article stands before it, and nothing behind it: "the fire".
    pub(super) bare: bool,
    /// A pronoun stands for who did it: "after it collapsed".
    pub(super) pronoun: bool,
}

impl Which {
    /// Whether an event may be meant, of the same article (`here`) or another.
    pub(super) fn allows(&self, event: &Event, here: bool) -> bool {
        let told = |root: &Stem| event.words.any_of(*root);
        if !self.shared.iter().all(told) || !(self.one_of.is_empty() || self.one_of.iter().any(told)) {
            return false;
        }
        if self.names.is_empty() || self.names.iter().any(told) {
            return true;
        }
        // What has no name of its own may well be what is named here.
        let named = event.words.any(Part::NAMED);
        if self.bound { !(named || here && self.new) } else { !(named && here && self.new) }
    }
}

/// How often each word stands in a document; counted when first asked for.
#[derive(Default)]
pub(super) struct Tally(OnceCell<FxHashMap<Stem, u32>>);

impl Tally {
    /// Whether a word stands only once.
    fn is_new(&self, reader: &Reader<'_>, word: Stem) -> bool {
        let counts = self.0.get_or_init(|| {
            let mut counts = FxHashMap::default();
            for token in (0..reader.document.tokens.len()).filter(|&i| reader.is_long_word(i)) {
                *counts.entry(reader.root(token)).or_default() += 1;
            }
            counts
        });
        counts.get(&word).is_none_or(|n| *n < 2)
    }
}

/// Of a noun phrase, which starts with its determiner and ends behind its head, and what stands behind it.
pub(super) fn of_noun(
    reader: &Reader<'_>,
    words: &Tally,
    phrase: Range<usize>,
    head: usize,
    complement: Range<usize>,
) -> Which {
    let relations = &reader.language.relations;
    let own = phrase.start..head;
    let whole = || own.clone().chain(complement.clone());
    let owner = own.clone().rev().find(|&i| reader.roles(i).has(Role::Possessive));
    let name = |i: &usize| reader.is_capital(*i) && reader.is_long_word(*i);
    let mut which = Which {
        shared: whole().map(|i| reader.root(i)).filter(|root| relations.is_other(*root)).collect(),
        names: whole().filter(name).map(|i| reader.root(i)).collect(),
        bound: complement.clone().chain(own.start..owner.unwrap_or(own.start)).any(|i| name(&i)),
        nth: own.clone().find_map(|i| Some((relations.nth(reader.root(i))?, reader.root(i)))),
        bare: head == phrase.start + 1
            && phrase.end == head + 1
            && complement.is_empty()
            && relations.is_article(reader.root(phrase.start)),
        ..Which::default()
    };
    which.new = which.names.iter().any(|name| words.is_new(reader, *name));
    // "his predecessor's resignation"
    let owner = owner.and_then(|mark| mark.checked_sub(1));
    which.shared.extend(owner.map(|i| reader.root(i)).filter(|root| relations.is_whose(*root)));
    if reader.roles(complement.start).has(Role::Genitive) && !complement.is_empty() {
        let first = complement.start + 1;
        let parted = |i: &usize| reader.roles(*i).has(Role::Preposition);
        let inner = first..(first..complement.end).find(parted).unwrap_or(complement.end);
        let last = inner.end.checked_sub(1).filter(|last| inner.contains(last)).map(|last| reader.root(last));
        // "the death of a colleague": who was not told of before.
        let fresh = reader.roles(first).has(Role::Indefinite);
        which.shared.extend(last.filter(|root| fresh || relations.is_whose(*root)));
        // "the start of the trial": of what it is tells what it is; so does what the text names nowhere else, "the close of trading".
        let inner = || inner.clone().filter(|&i| reader.is_content(i)).map(|i| reader.root(i));
        if reader.roles(head).has(Role::Perform) || inner().all(|root| words.is_new(reader, root)) {
            which.one_of.extend(inner());
        }
    }
    which
}

/// Of a clause, by what stands before its verb.
pub(super) fn of_clause(reader: &Reader<'_>, subject: Range<usize>) -> Which {
    let relations = &reader.language.relations;
    let roots = subject.clone().map(|i| reader.root(i));
    Which {
        shared: roots.filter(|root| relations.is_whose(*root) || relations.is_other(*root)).collect(),
        pronoun: subject.len() == 1 && reader.roles(subject.start).has(Role::Pronoun),
        ..Which::default()
    }
}

/// What stands behind a noun and tells whose it was or where: "of the trial", "in Brest", "on the mosque".
pub(super) fn complement(reader: &Reader<'_>, from: usize) -> Range<usize> {
    let relations = &reader.language.relations;
    if !relations.is_placing(reader.root(from)) {
        return from..from;
    }
    let last = reader.document.sentence_of(from).and_then(|s| reader.document.sentences.get(s));
    let last = last.map_or(from, |s| s.last as usize).min(from + LONGEST);
    let closes = Roles::of(&[
        Role::Relative,
        Role::Linker,
        Role::Subordinator,
        Role::Coordinator,
        Role::If,
        Role::Be,
        Role::Have,
        Role::Will,
        Role::Modal,
        Role::To,
    ]);
    let ends = |&i: &usize| {
        let roles = reader.roles(i);
        let led = relations.is_placing(reader.root(i - 1));
        let mark = reader.is_mark(i) && !matches!(reader.document.word(i), "-" | "’" | "'" | ".");
        let past = roles.has(Role::Past) && !roles.any(Roles::of(&[Role::Noun, Role::Participle]));
        // "the fire in Brest a headmaster": another noun phrase.
        let next = roles.any(Roles::of(&[Role::Determiner, Role::Pronoun])) && !led;
        let elsewhere = roles.has(Role::Preposition) && !relations.is_placing(reader.root(i));
        let closed = roles.any(closes) && !roles.any(Roles::of(&[Role::Possessive, Role::Determiner]));
        mark || past || next || elsewhere || closed || reader.is_timed(i)
    };
    let end = (from + 1..last).find(ends).unwrap_or(last);
    if end > from + 1 { from..end } else { from..from }
}
