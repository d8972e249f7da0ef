//! The chart: which expressions start at a token.
//!
//! A left-corner parser over the grammar's trie. Expressions nest ("two weeks before **the third Tuesday of May**"), so what
//! starts at a token is kept and looked up again; a length and a depth bound keep the work per token constant.

use super::class::classes;
use super::number;
use crate::expression::{Arg, Atom, Expr, build_expr};
use crate::lang::grammar::{Binding, Completion, Edge, NodeId, Symbol};
use crate::lang::reach::Reach;
use crate::lang::{Alone, Language, RuleId, WordId, WordKey};
use crate::segment::{Document, Token, TokenKind};
use rustc_hash::FxHashMap;
use smallvec::SmallVec;

/// No expression of time has more tokens.
const MAX_TOKENS: u32 = 24;
/// No expression nests deeper.
const MAX_DEPTH: u8 = 12;
/// So many tokens behind the next are looked at for whether anything may start.
const AHEAD: u8 = 2;
/// No more readings are kept for one start.
const MAX_READINGS: usize = 32;

/// An expression that stands in the text, tokens `start..end`; `span` leaves context out.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Constituent {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) span: (u32, u32),
    pub(super) meaning: Meaning,
    pub(super) rule: RuleId,
    /// Whether it may stand alone; only single words may not.
    pub(super) alone: Alone,
    /// How many rules it took; of equally long readings the simplest is meant.
    pub(super) size: u16,
    /// The places of the patterns it took, added up: of equally simple readings the one whose patterns stand first.
    pub(super) rank: u32,
    /// The tokens of both ends, where a range has complete expressions for ends.
    pub(super) ends: Option<[(u32, u32); 2]>,
}

/// What a constituent means.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Meaning {
    Expr(Expr),
    /// Text that is no expression of time and hides what stands in it.
    Never,
}

/// A class that an item has passed, with the value that it bound.
#[derive(Clone, Debug)]
struct Passed {
    arg: Arg,
    tokens: (u32, u32),
    /// Rules that it took, 0 where it is no expression.
    size: u16,
    rank: u32,
    alone: Alone,
    /// The one passed before, as in [`Item::last`].
    before: Option<u32>,
}

/// A way into the trie, as far as the text has been read.
#[derive(Clone, Copy, Debug)]
struct Item {
    node: NodeId,
    at: u32,
    /// First and last token that are no context.
    span: Option<(u32, u32)>,
    /// The class passed last, in [`Workspace::trail`]: items share what they have in common.
    last: Option<u32>,
    context: bool,
}

/// What parsing at one start needs; used again for the next.
#[derive(Debug, Default)]
struct Workspace {
    agenda: Vec<Item>,
    trail: Vec<Passed>,
    found: Vec<Constituent>,
}

/// Finds constituents, remembering what it found.
pub(super) struct Chart<'a> {
    document: &'a Document<'a>,
    language: &'a Language,
    arena: Vec<Constituent>,
    memo: FxHashMap<u32, (usize, usize)>,
    depth: u8,
    idle: Vec<Workspace>,
    /// What a full stop is to a pattern.
    stop: Reach,
    /// Items processed, for tests that hold the work linear.
    pub(super) steps: u64,
}

impl<'a> Chart<'a> {
    pub(super) fn new(document: &'a Document<'a>, language: &'a Language) -> Self {
        let stop = WordKey::of(".").map(|stop| language.lexicon.find(stop)).unwrap_or(WordId::UNKNOWN);
        Chart {
            stop: language.grammar.duties(stop).is,
            document,
            language,
            arena: Vec::new(),
            memo: FxHashMap::default(),
            depth: 0,
            idle: Vec::new(),
            steps: 0,
        }
    }

    fn token(&self, at: u32) -> Option<&'a Token> {
        self.document.tokens.get(at as usize)
    }

    /// Whether anything may start at a token at all: by its word, and by what follows it.
    #[inline]
    pub(super) fn may_start(&self, at: u32, token: &Token) -> bool {
        self.may_start_before(at, token, AHEAD)
    }

    /// As [`Chart::may_start`], looking at so many more tokens.
    #[inline]
    fn may_start_before(&self, at: u32, token: &Token, ahead: u8) -> bool {
        if token.kind == TokenKind::Number {
            return true;
        }
        if token.word == WordId::UNKNOWN {
            return false;
        }
        let duties = self.language.grammar.duties(token.word);
        if !duties.starts || duties.suffices {
            return duties.starts;
        }
        let next = duties.next.common(self.reach(at + 1));
        // "in the council": only a nested expression might follow, and none starts there.
        if next == Reach::EXPRESSION && ahead > 0 {
            return self.token(at + 1).is_none_or(|token| self.may_start_before(at + 1, token, ahead - 1));
        }
        next != Reach::NONE
    }

    /// What a token is to a pattern that goes on with it: a full stop behind the text and at a blank line.
    #[inline]
    fn reach(&self, at: u32) -> Reach {
        let Some(token) = self.token(at) else { return self.stop };
        if token.breaks > 1 {
            return self.stop;
        }
        let listed = match token.word {
            WordId::UNKNOWN => Reach::NONE,
            word => self.language.grammar.duties(word).is,
        };
        match token.kind {
            TokenKind::Number => listed.union(Reach::NUMBER).union(Reach::EXPRESSION),
            _ => listed,
        }
    }

    /// Whether the text ends at a token, or with the mark that stands there.
    fn is_last(&self, at: u32) -> bool {
        self.token(at).is_none_or(|token| token.kind == TokenKind::Mark && self.token(at + 1).is_none())
    }

    /// Forgets what was found before, to keep memory flat over long texts.
    pub(super) fn forget(&mut self) {
        self.arena.clear();
        self.memo.clear();
    }

    /// Everything that starts at a token, as a range of [`Chart::get`].
    pub(super) fn at(&mut self, start: u32) -> (usize, usize) {
        if let Some(&range) = self.memo.get(&start) {
            return range;
        }
        let Some(token) = self.token(start) else { return (0, 0) };
        if self.depth >= MAX_DEPTH || !self.may_start(start, token) {
            return (0, 0);
        }
        self.depth += 1;
        let range = self.parse(start);
        self.depth -= 1;
        self.memo.insert(start, range);
        range
    }

    pub(super) fn get(&self, n: usize) -> Option<&Constituent> {
        self.arena.get(n)
    }

    /// Puts everything that starts at a token into the arena; returns its range there.
    fn parse(&mut self, start: u32) -> (usize, usize) {
        let mut work = self.idle.pop().unwrap_or_default();
        work.agenda.push(Item { node: NodeId::ROOT, at: start, span: None, last: None, context: false });
        while let Some(item) = work.agenda.pop() {
            self.steps += 1;
            for completion in self.language.grammar.completions(item.node) {
                let Some(new) = self.complete(start, &item, completion, &work) else { continue };
                let same =
                    |c: &Constituent| c.end == new.end && c.span == new.span && c.meaning == new.meaning;
                if work.found.iter().any(same) || work.found.len() >= MAX_READINGS {
                    continue;
                }
                if !item.context {
                    self.continue_from(&new, &mut work);
                }
                work.found.push(new);
            }
            if item.at - start < MAX_TOKENS {
                self.advance(start, &item, &mut work);
            }
        }
        let first = self.arena.len();
        self.arena.append(&mut work.found);
        work.trail.clear();
        self.idle.push(work);
        (first, self.arena.len())
    }

    /// Left corner: what was found may itself start a larger expression.
    fn continue_from(&self, found: &Constituent, work: &mut Workspace) {
        let Meaning::Expr(expr) = &found.meaning else { return };
        let next = self.reach(found.end);
        if next == Reach::NONE {
            return;
        }
        let grammar = &self.language.grammar;
        let mut last = None;
        for class in classes(expr) {
            let edges = grammar.edges_for(NodeId::ROOT, Symbol::Class(class));
            for edge in edges.iter().filter(|edge| grammar.leads_on(edge.target, next)) {
                let last = *last.get_or_insert_with(|| work.pass(found.passed(expr), None));
                work.agenda.push(Item {
                    node: edge.target,
                    at: found.end,
                    span: (!edge.manner.context).then_some(found.span),
                    last: Some(last),
                    context: edge.manner.context,
                });
            }
        }
    }

    fn complete(
        &self,
        start: u32,
        item: &Item,
        completion: &Completion,
        work: &Workspace,
    ) -> Option<Constituent> {
        let span = item.span?;
        let whole = self.language.grammar.rule(completion.rule).is_some_and(|rule| rule.is_whole);
        if whole && (start > 0 || !self.is_last(item.at)) {
            return None;
        }
        let passed = work.passed(item.last);
        let grammar = &self.language.grammar;
        let bound: SmallVec<[Option<Arg>; 4]> = grammar
            .bindings(completion)
            .iter()
            .map(|binding| match binding {
                Binding::Passed(n) => passed.get(usize::from(*n)).map(|p| p.arg.clone()),
                Binding::Constant(place) => grammar.constant(*place).map(Arg::Atom),
                Binding::Absent => None,
            })
            .collect();
        let meaning = match grammar.meaning(completion)?.eval(&bound)? {
            Arg::Never => Meaning::Never,
            value => Meaning::Expr(build_expr(value)?),
        };
        let mut nested = passed.iter().filter(|p| p.size > 0).map(|p| p.tokens);
        let ends = match (&meaning, nested.next(), nested.next(), nested.next()) {
            (Meaning::Expr(Expr::Range(..)), Some(a), Some(b), None) => Some([a, b]),
            _ => None,
        };
        let one = span.1 - span.0 == 1;
        let alone = passed.iter().map(|p| p.alone).min().filter(|_| one).unwrap_or_default();
        let size = passed.iter().fold(1, |sum: u16, p| sum.saturating_add(p.size));
        let rank = passed.iter().fold(completion.place(), |sum, p| sum.saturating_add(p.rank));
        Some(Constituent {
            start,
            end: item.at,
            span,
            meaning,
            rule: completion.rule,
            alone,
            size,
            rank,
            ends,
        })
    }

    /// The end of a paragraph is context as a full stop is.
    fn stop(&self, item: &Item, work: &mut Workspace) {
        let lexicon = &self.language.lexicon;
        for reading in WordKey::of(".").map(|stop| lexicon.readings(lexicon.find(stop))).unwrap_or_default() {
            for edge in self.language.grammar.edges_for(item.node, Symbol::Class(reading.class)) {
                if edge.manner.context {
                    work.agenda.push(Item { node: edge.target, context: true, ..*item });
                }
            }
        }
    }

    fn advance(&mut self, start: u32, item: &Item, work: &mut Workspace) {
        let Some(token) = self.token(item.at) else {
            self.stop(item, work);
            return;
        };
        // An expression does not run over a blank line.
        if token.breaks > 1 && item.at > start {
            self.stop(item, work);
            return;
        }
        let language = self.language;
        let grammar = &language.grammar;
        // What is complete mostly ends here.
        if item.at > start && !grammar.asks(item.node).meets(self.reach(item.at)) {
            return;
        }
        let next = item.at + 1;
        // Only ways that are complete, or that the next token goes on with, are worth keeping.
        let reach = self.reach(next);
        if token.word != WordId::UNKNOWN {
            for edge in grammar.edges_for(item.node, Symbol::Word(token.word)) {
                if grammar.leads_on(edge.target, reach) {
                    work.follow(item, edge, token, next, || None);
                }
            }
            for reading in language.lexicon.readings(token.word) {
                if reading.capital && !token.capital {
                    continue;
                }
                let value = || Some(Passed::token(reading.value, (item.at, next), reading.alone));
                for edge in grammar.edges_for(item.node, Symbol::Class(reading.class)) {
                    if grammar.leads_on(edge.target, reach) {
                        work.follow(item, edge, token, next, value);
                    }
                }
            }
        }
        let numeral = token.kind == TokenKind::Number || grammar.duties(token.word).numeral;
        let kinds = if numeral { grammar.numbers(item.node) } else { 0 };
        if kinds != 0 {
            number::each(self.document, language, item.at, kinds, |class, end, atom| {
                let value = || Some(Passed::token(atom, (item.at, end), Alone::Always));
                let reach = self.reach(end);
                for edge in grammar.edges_for(item.node, Symbol::Class(class)) {
                    if grammar.leads_on(edge.target, reach) {
                        work.follow(item, edge, token, end, value);
                    }
                }
            });
        }
        // The root's expression edges are the left corner's business.
        if item.at > start && grammar.asks_for_expressions(item.node) {
            let (first, last) = self.at(item.at);
            for inner in self.arena.get(first..last).unwrap_or_default() {
                // Context belongs to the whole text, not to a part of an expression.
                let (true, Meaning::Expr(expr)) = (inner.span == (inner.start, inner.end), &inner.meaning)
                else {
                    continue;
                };
                let reach = self.reach(inner.end);
                for class in classes(expr) {
                    for edge in grammar.edges_for(item.node, Symbol::Class(class)) {
                        if grammar.leads_on(edge.target, reach) {
                            work.follow(item, edge, token, inner.end, || Some(inner.passed(expr)));
                        }
                    }
                }
            }
        }
    }
}

impl Constituent {
    /// As a class that a larger expression passes.
    fn passed(&self, expr: &Expr) -> Passed {
        let arg = Arg::Expr(expr.clone());
        Passed { arg, tokens: self.span, size: self.size, rank: self.rank, alone: self.alone, before: None }
    }
}

impl Passed {
    fn token(atom: Atom, tokens: (u32, u32), alone: Alone) -> Self {
        Passed { arg: Arg::Atom(atom), tokens, size: 0, rank: 0, alone, before: None }
    }
}

impl Workspace {
    /// Notes what was passed; returns its place in the trail.
    fn pass(&mut self, passed: Passed, before: Option<u32>) -> u32 {
        self.trail.push(Passed { before, ..passed });
        (self.trail.len() - 1) as u32
    }

    /// Everything passed on the way to `last`, in order.
    fn passed(&self, last: Option<u32>) -> SmallVec<[&Passed; 4]> {
        let step = |n: u32| self.trail.get(n as usize);
        let mut all: SmallVec<[&Passed; 4]> =
            std::iter::successors(last.and_then(step), |passed| passed.before.and_then(step)).collect();
        all.reverse();
        all
    }

    /// Goes along an edge whose symbol the text has, up to `end`, if it stands there in the right manner.
    fn follow(
        &mut self,
        item: &Item,
        edge: &Edge,
        token: &Token,
        end: u32,
        passed: impl FnOnce() -> Option<Passed>,
    ) {
        if (edge.manner.glued && !token.glued) || (edge.manner.capital && !token.capital) {
            return;
        }
        let span = match (item.span, edge.manner.context) {
            (span, true) => span,
            (None, false) => Some((item.at, end)),
            (Some((first, _)), false) => Some((first, end)),
        };
        let last = passed().map(|passed| self.pass(passed, item.last)).or(item.last);
        let context = item.context || edge.manner.context;
        self.agenda.push(Item { node: edge.target, at: end, span, last, context });
    }
}
