//! Ways into the trie, as far as the text has been read.
//!
//! Input: edges that the text goes along. Output: where each way stands, and what it passed. Knows nothing of how words are matched.

use crate::expression::{Arg, Atom};
use crate::lang::Alone;
use crate::lang::grammar::{Edge, Grammar, NodeId};
use crate::lang::reach::Reach;
use crate::segment::Token;
use smallvec::SmallVec;

/// A class that a way has passed, with the value that it bound.
#[derive(Clone, Debug)]
pub(super) struct Passed {
    pub(super) arg: Arg,
    pub(super) tokens: (u32, u32),
    /// Rules that it took, 0 where it is no expression.
    pub(super) size: u16,
    pub(super) rank: u32,
    pub(super) alone: Alone,
    /// The one passed before, as in [`Way::last`].
    pub(super) before: Option<u32>,
}

/// A way into the trie, as far as the text has been read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Way {
    pub(super) node: NodeId,
    pub(super) at: u32,
    /// First and last token that are no context.
    pub(super) span: Option<(u32, u32)>,
    /// The class passed last, in [`Ways::trail`]: ways share what they have in common.
    pub(super) last: Option<u32>,
    pub(super) context: bool,
    /// What stands at `at` may go on with it; otherwise it is complete.
    pub(super) goes_on: bool,
}

impl Way {
    /// Before anything is read.
    pub(super) const fn from(at: u32) -> Self {
        Way { node: NodeId::ROOT, at, span: None, last: None, context: false, goes_on: true }
    }
}

/// What a way goes along: a token or more whose symbol an edge asks for.
#[derive(Clone, Copy)]
pub(super) struct Stretch<'a> {
    pub(super) grammar: &'a Grammar,
    /// The first token.
    pub(super) token: &'a Token,
    /// The index behind the last.
    pub(super) end: u32,
    /// What stands there.
    pub(super) reach: Reach,
}

/// The ways that are yet to be followed, those of a nested expression above those of the one around it.
#[derive(Debug, Default)]
pub(super) struct Ways {
    agenda: Vec<Way>,
    /// What was passed on all of them.
    trail: Vec<Passed>,
}

impl Ways {
    /// How many ways there are, and how much was passed.
    pub(super) fn depth(&self) -> (usize, usize) {
        (self.agenda.len(), self.trail.len())
    }

    /// The next way of those above a depth.
    #[inline]
    pub(super) fn pop(&mut self, depth: (usize, usize)) -> Option<Way> {
        if self.agenda.len() > depth.0 { self.agenda.pop() } else { None }
    }

    /// Forgets what was passed above a depth.
    pub(super) fn truncate(&mut self, depth: (usize, usize)) {
        self.trail.truncate(depth.1);
    }

    pub(super) fn push(&mut self, way: Way) {
        self.agenda.push(way);
    }

    /// Notes what was passed; returns its place in the trail.
    pub(super) fn pass(&mut self, passed: Passed, before: Option<u32>) -> u32 {
        self.trail.push(Passed { before, ..passed });
        (self.trail.len() - 1) as u32
    }

    /// Everything passed on the way to `last`, in order.
    pub(super) fn passed(&self, last: Option<u32>) -> SmallVec<[&Passed; 4]> {
        let step = |n: u32| self.trail.get(n as usize);
        let mut all: SmallVec<[&Passed; 4]> =
            std::iter::successors(last.and_then(step), |passed| passed.before.and_then(step)).collect();
        all.reverse();
        all
    }

    /// Goes along an edge whose symbol the text has, if it stands there in the right manner. Only ways that are complete, or that what
    /// follows goes on with, are worth keeping.
    pub(super) fn follow(
        &mut self,
        way: &Way,
        edge: &Edge,
        stretch: Stretch<'_>,
        passed: impl FnOnce() -> Option<Passed>,
    ) {
        let Stretch { grammar, token, end, reach } = stretch;
        let Some(goes_on) = grammar.goes_on(edge.target, reach) else { return };
        if (edge.manner.glued && !token.glued) || (edge.manner.capital && !token.capital) {
            return;
        }
        let span = match (way.span, edge.manner.context) {
            (span, true) => span,
            (None, false) => Some((way.at, end)),
            (Some((first, _)), false) => Some((first, end)),
        };
        let last = passed().map(|passed| self.pass(passed, way.last)).or(way.last);
        let context = way.context || edge.manner.context;
        self.agenda.push(Way { node: edge.target, at: end, span, last, context, goes_on });
    }
}

impl Passed {
    /// A word or number.
    pub(super) fn token(atom: Atom, tokens: (u32, u32), alone: Alone) -> Self {
        Passed { arg: Arg::Atom(atom), tokens, size: 0, rank: 0, alone, before: None }
    }
}
