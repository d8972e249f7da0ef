//! The chart: which expressions start at a token.
//!
//! A left-corner parser over the grammar's trie. Expressions nest ("two weeks before **the third Tuesday of May**"), so what
//! starts at a token is kept and looked up again; a length and a depth bound keep the work per token constant.

use super::ahead::View;
use super::class::classes;
use super::memo::Memo;
use super::number;
use super::way::{Passed, Stretch, Way, Ways};
use crate::expression::{Arg, Expr, Given, build_expr};
use crate::lang::grammar::{Binding, Completion, NodeId, Symbol};
use crate::lang::reach::Reach;
use crate::lang::{Alone, Language, RuleId, WordId};
use crate::segment::{Document, Token, TokenKind};
use smallvec::SmallVec;

/// No expression of time has more tokens.
const MAX_TOKENS: u32 = 24;
/// No expression nests deeper.
const MAX_DEPTH: u8 = 12;
/// Short texts have no more expressions.
const FEW: usize = 16;
/// So many expressions are kept without a thought of forgetting them.
const MUCH: usize = 128;
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

/// Finds constituents, remembering what it found.
pub(super) struct Chart<'a> {
    view: View<'a>,
    arena: Vec<Constituent>,
    memo: Memo,
    depth: u8,
    ways: Ways,
    /// What was found at starts that are not done with.
    found: Vec<Constituent>,
    /// Ways followed, for tests that hold the work linear.
    pub(super) steps: u64,
}

impl<'a> Chart<'a> {
    pub(super) fn new(document: &'a Document<'a>, language: &'a Language) -> Self {
        Chart {
            view: View::new(document, language),
            arena: Vec::with_capacity(FEW),
            memo: Memo::new(),
            depth: 0,
            ways: Ways::default(),
            found: Vec::new(),
            steps: 0,
        }
    }

    /// Forgets what was found before where it is much, to keep memory flat over long texts.
    pub(super) fn forget(&mut self) {
        if self.arena.len() > MUCH {
            self.arena.clear();
            self.memo.clear();
        }
    }

    /// The next token, from one on, at which anything may start, and everything that does, as a range of [`Chart::get`].
    pub(super) fn next(&mut self, mut from: u32) -> Option<(u32, (usize, usize))> {
        loop {
            let start = self.view.next_opener(from)?;
            let token = self.view.token(start)?;
            if self.view.may_start(start, token) {
                return Some((start, self.memo.get(start).unwrap_or_else(|| self.read(start, token))));
            }
            from = start + 1;
        }
    }

    /// Everything that starts at a token, as a range of [`Chart::get`].
    pub(super) fn at(&mut self, start: u32) -> (usize, usize) {
        if let Some(range) = self.memo.get(start) {
            return range;
        }
        match self.view.token(start) {
            Some(token) if self.depth < MAX_DEPTH && self.view.may_start(start, token) => {
                self.read(start, token)
            }
            _ => (0, 0),
        }
    }

    /// As [`Chart::at`], where something may start that was not read yet.
    fn read(&mut self, start: u32, token: &Token) -> (usize, usize) {
        self.depth += 1;
        let range = self.parse(start, token);
        self.depth -= 1;
        self.memo.insert(start, range);
        range
    }

    pub(super) fn get(&self, n: usize) -> Option<&Constituent> {
        self.arena.get(n)
    }

    /// Puts everything that starts at a token into the arena; returns its range there.
    fn parse(&mut self, start: u32, token: &Token) -> (usize, usize) {
        let depth = self.ways.depth();
        let below = self.found.len();
        self.steps += 1;
        self.open(start, token);
        while let Some(way) = self.ways.pop(depth) {
            self.steps += 1;
            for completion in self.view.language.grammar.completions(way.node) {
                let Some(new) = self.complete(start, &way, completion) else { continue };
                let same =
                    |c: &Constituent| c.end == new.end && c.span == new.span && c.meaning == new.meaning;
                let found = self.found.get(below..).unwrap_or_default();
                if found.iter().any(same) || found.len() >= MAX_READINGS {
                    continue;
                }
                if !way.context {
                    self.continue_from(&new);
                }
                self.found.push(new);
            }
            if way.goes_on && way.at - start < MAX_TOKENS {
                self.advance(&way);
            }
        }
        self.ways.truncate(depth);
        let first = self.arena.len();
        // Mostly nothing was.
        if self.found.len() > below {
            self.arena.extend(self.found.drain(below..));
        }
        (first, self.arena.len())
    }

    /// Goes all ways that start with a token.
    fn open(&mut self, start: u32, token: &Token) {
        let language = self.view.language;
        let grammar = &language.grammar;
        let way = Way::from(start);
        let next = start + 1;
        let stretch = Stretch { grammar, token, end: next, reach: self.view.reach(next) };
        for (edge, reading) in grammar.openings(token.word) {
            let reading = reading.and_then(|n| language.lexicon.readings(token.word).get(n));
            if reading.is_none_or(|reading| token.capital || !reading.capital) {
                let value = || reading.map(|it| Passed::token(it.value, (start, next), it.alone));
                self.ways.follow(&way, edge, stretch, value);
            }
        }
        let kinds = self.view.numbers_from(start, token, stretch.reach);
        if kinds != 0 {
            self.count(&way, token, kinds);
        }
    }

    /// Left corner: what was found may itself start a larger expression.
    fn continue_from(&mut self, found: &Constituent) {
        let Meaning::Expr(expr) = &found.meaning else { return };
        let next = self.view.reach(found.end);
        if next == Reach::NONE {
            return;
        }
        let grammar = &self.view.language.grammar;
        let mut last = None;
        for class in classes(expr) {
            let edges = grammar.edges_for(NodeId::ROOT, Symbol::Class(class));
            for edge in edges {
                let Some(goes_on) = grammar.goes_on(edge.target, next) else { continue };
                let last = *last.get_or_insert_with(|| self.ways.pass(found.passed(expr), None));
                self.ways.push(Way {
                    node: edge.target,
                    at: found.end,
                    span: (!edge.manner.context).then_some(found.span),
                    last: Some(last),
                    context: edge.manner.context,
                    goes_on,
                });
            }
        }
    }

    fn complete(&self, start: u32, way: &Way, completion: &Completion) -> Option<Constituent> {
        let span = way.span?;
        let grammar = &self.view.language.grammar;
        let whole = grammar.rule(completion.rule).is_some_and(|rule| rule.is_whole);
        if whole && (start > 0 || !self.view.is_last(way.at)) {
            return None;
        }
        let passed = self.ways.passed(way.last);
        let given = |binding: &Binding| match binding {
            Binding::Passed(n) => passed.get(usize::from(*n)).map(|p| Given::Passed(&p.arg)),
            Binding::Constant(place) => grammar.constant(*place).map(Given::Constant),
            Binding::Absent => None,
        };
        let bound: SmallVec<[Given<'_>; 4]> = grammar
            .bindings(completion)
            .iter()
            .map(|binding| given(binding).unwrap_or(Given::Absent))
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
            end: way.at,
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
    fn stop(&mut self, way: &Way) {
        let Language { lexicon, grammar, .. } = self.view.language;
        for reading in lexicon.readings(self.view.stop) {
            for edge in grammar.edges_for(way.node, Symbol::Class(reading.class)) {
                let goes_on = grammar.goes_on(edge.target, grammar.duties(self.view.stop).is);
                if edge.manner.context
                    && let Some(goes_on) = goes_on
                {
                    self.ways.push(Way { node: edge.target, context: true, goes_on, ..*way });
                }
            }
        }
    }

    /// Goes on from behind the first token.
    fn advance(&mut self, way: &Way) {
        // An expression does not run over a blank line.
        let Some(token) = self.view.token(way.at).filter(|token| token.breaks <= 1) else {
            return self.stop(way);
        };
        let language = self.view.language;
        let grammar = &language.grammar;
        let next = way.at + 1;
        if token.word != WordId::UNKNOWN {
            let stretch = Stretch { grammar, token, end: next, reach: self.view.reach(next) };
            for edge in grammar.edges_for(way.node, Symbol::Word(token.word)) {
                self.ways.follow(way, edge, stretch, || None);
            }
            for reading in language.lexicon.readings(token.word) {
                if reading.capital && !token.capital {
                    continue;
                }
                let value = || Some(Passed::token(reading.value, (way.at, next), reading.alone));
                for edge in grammar.edges_for(way.node, Symbol::Class(reading.class)) {
                    self.ways.follow(way, edge, stretch, value);
                }
            }
        }
        let kinds = grammar.numbers(way.node);
        if kinds != 0 && (token.kind == TokenKind::Number || grammar.duties(token.word).numeral) {
            self.count(way, token, kinds);
        }
        // The root's expression edges are the left corner's business.
        if grammar.asks_for_expressions(way.node) {
            self.nest(way, token);
        }
    }

    /// Goes on with the numbers of some kinds that start at a token.
    fn count(&mut self, way: &Way, token: &Token, kinds: u32) {
        let Chart { view, ways, .. } = self;
        let grammar = &view.language.grammar;
        // Digits are many numbers that end alike.
        let mut behind = (way.at, Reach::NONE);
        number::each(view.document, view.language, way.at, kinds, |class, end, atom| {
            let value = || Some(Passed::token(atom, (way.at, end), Alone::Always));
            if behind.0 != end {
                behind = (end, view.reach(end));
            }
            let stretch = Stretch { grammar, token, end, reach: behind.1 };
            for edge in grammar.edges_for(way.node, Symbol::Class(class)) {
                ways.follow(way, edge, stretch, value);
            }
        });
    }

    /// Goes on with the expressions that start at a token.
    fn nest(&mut self, way: &Way, token: &Token) {
        let (first, last) = self.at(way.at);
        let Chart { view, ways, arena, .. } = self;
        let grammar = &view.language.grammar;
        for inner in arena.get(first..last).unwrap_or_default() {
            // Context belongs to the whole text, not to a part of an expression.
            let (true, Meaning::Expr(expr)) = (inner.span == (inner.start, inner.end), &inner.meaning) else {
                continue;
            };
            let stretch = Stretch { grammar, token, end: inner.end, reach: view.reach(inner.end) };
            for class in classes(expr) {
                for edge in grammar.edges_for(way.node, Symbol::Class(class)) {
                    ways.follow(way, edge, stretch, || Some(inner.passed(expr)));
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
