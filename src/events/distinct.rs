//! What tells one thing from another that is told in the same words: full names, what it is done to, what it excludes.
//!
//! Input: what tells an event, with its subject. Output: these. Knows nothing of other tellings.

use super::frame::{self, Frame};
use super::site::{Dated, Reader, Site, Target};
use crate::lang::{Role, Roles, Side, Stem, With};
use std::ops::Range;

/// What an event is told apart by.
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Distinct {
    /// Names side by side: "Ana" and "Petrov".
    names: Box<[(Stem, Stem)]>,
    /// The sides that its verb takes.
    sides: Box<[Side]>,
    /// Who does it and with whom may change places.
    mutual: bool,
    /// Something is said not to be: "not guilty".
    negated: bool,
    /// Who does it, to what and where.
    pub(super) frame: Frame,
}

impl Distinct {
    /// Of what tells an event.
    pub(super) fn of(
        site: &Site<'_>,
        dated: &Dated,
        told: &Range<usize>,
        subject: Option<&Range<usize>>,
        passive: bool,
        phrases: &[With],
    ) -> Self {
        let reader = site.reader;
        let senses = &reader.language.senses;
        let head = match dated.target {
            Target::Verb { .. } => site.verb(dated.target).map(|v| reader.root(v.head as usize)),
            Target::Noun { last, .. } => last.checked_sub(1).map(|noun| reader.root(noun)),
            Target::Phrase { .. } => None,
        };
        let elsewhere = subject.filter(|s| !told.contains(&s.start)).cloned().unwrap_or_default();
        Distinct {
            names: names(reader, told).chain(names(reader, &elsewhere)).collect(),
            sides: head.map_or(&[][..], |head| senses.sides(head)).into(),
            mutual: head.is_some_and(|head| senses.is_mutual(head)),
            // "completed in 1919, not 1920" says when it was.
            negated: told
                .clone()
                .any(|i| negates(reader, i) && !(i > told.start && reader.document.is_comma(i - 1))),
            frame: frame::frame(site, dated, told, subject, passive, phrases),
        }
    }

    /// Whether two events are deeds that exclude each other: "approved" and "rejected"; of those that mirror each other, where `one`
    /// does both.
    pub(crate) fn excludes(&self, other: &Distinct, one: bool) -> bool {
        let faces = |x: &Side, y: &Side| x.of == y.of && x.side != y.side && (one || !x.mirrored);
        let same = |x: &Side| other.sides.iter().any(|y| x.of == y.of && x.side == y.side && !x.mirrored);
        self.sides.iter().any(|x| other.sides.iter().any(|y| faces(x, y))) && !self.sides.iter().any(same)
    }

    /// Whether two events are told of two subjects, each of which the other's verb calls its object: "beat" and "lost to"; or whoever does
    /// it does it with the other.
    pub(crate) fn may_swap(&self, other: &Distinct) -> bool {
        let mirrors = |x: &Side| x.mirrored && other.sides.iter().any(|y| x.of == y.of && x.side != y.side);
        self.mutual && other.mutual || self.sides.iter().any(mirrors)
    }

    /// Whether it is done to nothing twice.
    pub(crate) fn is_single(&self) -> bool {
        self.frame.single
    }

    /// Whether one of two events is said not to be and the other is.
    pub(crate) fn contradicts(&self, other: &Distinct) -> bool {
        self.negated != other.negated
    }

    /// Whether two events name people or places that share one name of two, and none as a whole: "Ana Petrov" and "Ivan Petrov".
    pub(crate) fn names_others(&self, other: &Distinct) -> bool {
        let pairs = || self.names.iter().flat_map(|a| other.names.iter().map(move |b| (a, b)));
        pairs().any(|(a, b)| (a.0 == b.0) != (a.1 == b.1)) && !pairs().any(|(a, b)| a == b)
    }
}

/// "not guilty", "no evidence"
fn negates(reader: &Reader<'_>, token: usize) -> bool {
    let no = Roles::of(&[Role::Deny, Role::Determiner]);
    reader.roles(token).has(Role::Negation) || reader.roles(token).common(no) == no
}

/// Names that stand side by side, without offices and titles.
fn names<'a>(reader: &'a Reader<'_>, tokens: &Range<usize>) -> impl Iterator<Item = (Stem, Stem)> + 'a {
    const NAMELESS: Roles = Roles::FUNCTION.union(Roles::of(&[
        Role::Person,
        Role::Title,
        Role::Happening,
        Role::Company,
        Role::Adverb,
        Role::Linker,
    ]));
    let name = move |i: usize| {
        reader.is_capital(i)
            && reader.document.word(i).len() > 1
            && !reader.is_timed(i)
            && !reader.roles(i).any(NAMELESS)
    };
    let pairs = tokens.start..tokens.end.saturating_sub(1);
    pairs.filter(move |&i| name(i) && name(i + 1)).map(move |i| (reader.root(i), reader.root(i + 1)))
}
