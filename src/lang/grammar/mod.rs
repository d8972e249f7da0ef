//! All patterns of a language as one trie over words and classes.
//!
//! Matching follows edges, so its cost does not grow with the number of rules.
//!
//! Input: the rules of a language. Output: its [`Grammar`], nodes and edges ready to be followed.
//! Knows nothing of texts.

mod build;
mod duties;

use super::RuleId;
use super::class::{FIRST_EXPRESSION, FIRST_LISTED, of_bits};
use super::lexicon::ClassId;
use super::reach::Reach;
use super::word::WordId;
use crate::expression::{Atom, Term};
use crate::pack::packed;
pub(crate) use duties::Duties;
use duties::Opening;
use std::borrow::Cow;
use std::ops::Range;

/// A node's number; the root is 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct NodeId(u32);

impl NodeId {
    pub(crate) const ROOT: NodeId = NodeId(0);
}

/// What an edge asks of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Symbol {
    Word(WordId),
    Class(ClassId),
}

impl Symbol {
    /// As a number, which compares in one step: words before classes.
    #[inline]
    const fn number(self) -> u32 {
        match self {
            Symbol::Word(word) => word.0 as u32,
            Symbol::Class(class) => 1 << u16::BITS | class.0 as u32,
        }
    }
}

/// How an element stands to the expression: in it, or beside it as context.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Manner {
    pub(crate) glued: bool,
    pub(crate) context: bool,
    /// The word must be written with a capital.
    pub(crate) capital: bool,
}

/// An edge from one node to the next.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Edge {
    pub(crate) symbol: Symbol,
    pub(crate) manner: Manner,
    pub(crate) target: NodeId,
}

/// A pattern that is complete at a node.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Completion {
    pub(crate) rule: RuleId,
    /// How many variables its meaning has.
    variables: u8,
    meaning: u32,
    /// Where its bindings start among all bindings.
    bindings: u32,
}

/// Where a variable's value comes from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Binding {
    /// The n-th class that was passed.
    Passed(u8),
    /// A constant of the patterns, by its place among them.
    Constant(u16),
    /// An option that was not taken.
    Absent,
}

/// Nodes lie as their edges and completions do, so that one's own end where those of the next node start.
#[derive(Clone, Copy, Debug, Default)]
struct Node {
    /// The first of its edges.
    edges: u32,
    /// The first of its completions.
    completions: u32,
    /// Built-in classes among the edges, a bit each.
    classes: u32,
    /// All that its edges ask for.
    asks: Reach,
}

/// The bits of classes that are kinds of numbers.
const NUMBERS: u32 = (1 << FIRST_EXPRESSION.0) - 1;

/// The trie.
#[derive(Clone, Debug, Default)]
pub(crate) struct Grammar {
    /// All nodes, and behind them one that no edge leads to: where all ends.
    nodes: Vec<Node>,
    edges: Vec<Edge>,
    completions: Vec<Completion>,
    /// For each variable of each completion, where its value comes from.
    bindings: Vec<Binding>,
    /// The values that patterns bind without taking them from a text.
    constants: Vec<Atom>,
    meanings: Vec<Term>,
    root: RootIndex,
    /// For each word, what it may do.
    duties: Vec<Duties>,
    /// What digits may do, by how many they are.
    digits: Vec<Duties>,
    /// For each kind of number: whether a pattern may be complete that starts with one, and what such patterns ask for behind it.
    numbers: Vec<(bool, Reach)>,
    /// The same of digits with a point or comma between them: "3.5.1998", "8.30 p.m.".
    parted_digits: (bool, Reach),
    /// The ways into the trie that words have; words that have the same share them.
    openings: Vec<Opening>,
    /// Names of rules with file and line.
    rules: Vec<RuleName>,
}

/// Where the root's edges for each symbol lie: the root has hundreds, and is asked at every token.
#[derive(Clone, Debug, Default)]
struct RootIndex {
    words: Vec<Range<u32>>,
    classes: Vec<Range<u32>>,
}

impl RootIndex {
    /// Of the root's edges, sorted by symbol, the first of which is edge `first`.
    fn new(edges: &[Edge], first: u32) -> Self {
        let mut index = RootIndex::default();
        for (n, edge) in edges.iter().enumerate() {
            let n = first + n as u32;
            let (ranges, at) = match edge.symbol {
                Symbol::Word(word) => (&mut index.words, usize::from(word.0)),
                Symbol::Class(class) => (&mut index.classes, usize::from(class.0)),
            };
            if ranges.len() <= at {
                ranges.resize(at + 1, 0..0);
            }
            if let Some(range) = ranges.get_mut(at) {
                *range = if range.start >= range.end { n..n + 1 } else { range.start..n + 1 };
            }
        }
        index
    }

    #[inline]
    fn range(&self, symbol: Symbol) -> Range<usize> {
        let found = match symbol {
            Symbol::Word(word) => self.words.get(usize::from(word.0)),
            Symbol::Class(class) => self.classes.get(usize::from(class.0)),
        };
        found.map_or(0..0, |range| range.start as usize..range.end as usize)
    }
}

/// A rule's name and place.
#[derive(Clone, Debug)]
pub(crate) struct RuleName {
    pub(crate) name: Cow<'static, str>,
    pub(crate) file: Cow<'static, str>,
    pub(crate) line: usize,
    /// It holds only where its expression is all of the text.
    pub(crate) is_whole: bool,
}

packed!(struct NodeId { 0 });
packed!(
    enum Symbol {
        Word(word),
        Class(class),
    }
);
packed!(struct Manner { glued, context, capital });
packed!(struct Edge { symbol, manner, target });
packed!(struct Completion { rule, variables, meaning, bindings });
packed!(
    enum Binding {
        Passed(class),
        Constant(value),
        Absent,
    }
);
packed!(struct Node { edges, completions, classes, asks });
packed!(struct RootIndex { words, classes });
packed!(struct RuleName { name, file, line, is_whole });
packed!(
    struct Grammar { nodes, edges, completions, bindings, constants, meanings, root, duties, digits, numbers, parted_digits, openings, rules }
);

impl Grammar {
    fn node(&self, node: NodeId) -> Option<&Node> {
        self.nodes.get(node.0 as usize)
    }

    /// A node, and the next one.
    #[inline]
    fn node_and_next(&self, node: NodeId) -> Option<(&Node, &Node)> {
        let [node, next] = self.nodes.get(node.0 as usize..)?.first_chunk()?;
        Some((node, next))
    }

    /// The edges out of a node, sorted by symbol.
    #[inline]
    pub(crate) fn edges(&self, node: NodeId) -> &[Edge] {
        let range = self.node_and_next(node).map(|(node, next)| node.edges as usize..next.edges as usize);
        range.and_then(|range| self.edges.get(range)).unwrap_or_default()
    }

    /// The edges out of a node that ask for a symbol.
    #[inline]
    pub(crate) fn edges_for(&self, node: NodeId, symbol: Symbol) -> &[Edge] {
        if node == NodeId::ROOT {
            return self.edges.get(self.root.range(symbol)).unwrap_or_default();
        }
        // Most nodes ask for little.
        let asks = self.node(node).is_some_and(|n| match symbol {
            Symbol::Class(class) if class < FIRST_LISTED => n.classes & (1 << class.0) != 0,
            _ => n.asks.meets(Reach::of(symbol)),
        });
        if asks { self.search(node, symbol.number()) } else { &[] }
    }

    /// The same by looking at the edges.
    #[inline(never)]
    fn search(&self, node: NodeId, symbol: u32) -> &[Edge] {
        let edges = self.edges(node);
        let first = edges.partition_point(|e| e.symbol.number() < symbol);
        let edges = edges.get(first..).unwrap_or_default();
        let count = edges.iter().take_while(|e| e.symbol.number() == symbol).count();
        edges.get(..count).unwrap_or_default()
    }

    #[inline]
    pub(crate) fn completions(&self, node: NodeId) -> &[Completion] {
        let range =
            self.node_and_next(node).map(|(node, next)| node.completions as usize..next.completions as usize);
        range.and_then(|range| self.completions.get(range)).unwrap_or_default()
    }

    /// All that a node's edges ask for.
    #[inline]
    pub(crate) fn asks(&self, node: NodeId) -> Reach {
        self.node(node).map_or(Reach::NONE, |n| n.asks)
    }

    /// Whether a pattern goes on at a node with what a token is; `None` where it neither does nor is complete.
    #[inline]
    pub(crate) fn goes_on(&self, node: NodeId, next: Reach) -> Option<bool> {
        let (node, end) = self.node_and_next(node)?;
        let goes_on = node.asks.meets(next);
        (goes_on || node.completions < end.completions).then_some(goes_on)
    }

    /// The kinds of numbers that a node has edges for: classes, a bit each.
    pub(crate) fn numbers(&self, node: NodeId) -> u32 {
        self.node(node).map_or(0, |n| n.classes & NUMBERS)
    }

    /// Of some kinds of numbers, a bit each, those that start a pattern which is complete behind one, or goes on with what a token is.
    pub(crate) fn numbers_before(&self, kinds: u32, next: Reach) -> u32 {
        let goes_on = |kind: &ClassId| {
            self.numbers.get(usize::from(kind.0)).is_some_and(|(ends, asks)| *ends || asks.meets(next))
        };
        of_bits(kinds).filter(goes_on).fold(0, |all, kind| all | 1 << kind.0)
    }

    /// Whether a pattern that starts with digits, a point or comma, and digits again is complete behind them, or goes on with what a
    /// token is.
    pub(crate) const fn goes_on_parted(&self, next: Reach) -> bool {
        self.parted_digits.0 || self.parted_digits.1.meets(next)
    }

    /// Whether a node has an edge for any nested expression.
    pub(crate) fn asks_for_expressions(&self, node: NodeId) -> bool {
        self.node(node).is_some_and(|n| n.classes & !NUMBERS != 0)
    }

    pub(crate) fn meaning(&self, completion: &Completion) -> Option<&Term> {
        self.meanings.get(completion.meaning as usize)
    }

    /// For each variable of a completion's meaning, where its value comes from.
    pub(crate) fn bindings(&self, completion: &Completion) -> &[Binding] {
        let start = completion.bindings as usize;
        self.bindings.get(start..start + usize::from(completion.variables)).unwrap_or_default()
    }

    /// A constant of the patterns.
    pub(crate) fn constant(&self, place: u16) -> Option<Atom> {
        self.constants.get(usize::from(place)).copied()
    }

    /// All rules, in the order in which they win.
    pub(crate) fn rules(&self) -> impl Iterator<Item = &RuleName> {
        self.rules.iter()
    }

    pub(crate) fn rule(&self, rule: RuleId) -> Option<&RuleName> {
        self.rules.get(usize::from(rule.0))
    }
}

impl Completion {
    /// Where its pattern stands among all patterns.
    pub(crate) const fn place(&self) -> u32 {
        self.meaning
    }
}
