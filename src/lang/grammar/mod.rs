//! All patterns of a language as one trie over words and classes.
//!
//! Matching follows edges, so its cost does not grow with the number of rules.
//!
//! Input: the rules of a language. Output: its [`Grammar`], nodes and edges ready to be followed.
//! Knows nothing of texts.

mod build;

use super::RuleId;
use super::class::{FIRST_EXPRESSION, FIRST_LISTED};
use super::lexicon::{ClassId, Lexicon};
use super::numerals::Numerals;
use super::reach::Reach;
use super::word::WordId;
use crate::expression::{Atom, Term};
use crate::pack::packed;
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

/// What a word may do in an expression; looked at before anything is matched, as most words may do nothing.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Duties {
    /// An expression, or the context of one, may start with it.
    pub(crate) starts: bool,
    /// It may be a whole expression.
    pub(crate) suffices: bool,
    /// A number may start with it.
    pub(crate) numeral: bool,
    /// What it is to a pattern.
    pub(crate) is: Reach,
    /// What must follow where an expression starts with it, unless it suffices.
    pub(crate) next: Reach,
}

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
packed!(struct Duties { starts, suffices, numeral, is, next });
packed!(struct RootIndex { words, classes });
packed!(struct RuleName { name, file, line, is_whole });
packed!(struct Grammar { nodes, edges, completions, bindings, constants, meanings, root, duties, rules });

impl Grammar {
    /// Notes what each word may do in an expression; to be called when the lexicon is complete.
    pub(super) fn note_words(&mut self, lexicon: &Lexicon, numerals: &Numerals) {
        let root = |symbol: Symbol| self.edges_for(NodeId::ROOT, symbol);
        let mut asked = vec![false; lexicon.len()];
        for edge in &self.edges {
            if let Symbol::Word(word) = edge.symbol {
                asked[usize::from(word.0)] = true;
            }
        }
        let duties = (0..lexicon.len()).map(|number| {
            let word = WordId(number as u16);
            if word == WordId::UNKNOWN {
                return Duties::default();
            }
            let readings = lexicon.readings(word);
            let symbols =
                || std::iter::once(Symbol::Word(word)).chain(readings.iter().map(|r| Symbol::Class(r.class)));
            let numeral = readings.iter().any(|r| numerals.may_start(r.class));
            let edges = || symbols().flat_map(root);
            let starts = numeral || edges().next().is_some();
            // A word that no pattern asks for is nothing to any by itself.
            let mut is = symbols()
                .skip(usize::from(!asked[number]))
                .fold(Reach::NONE, |all, symbol| all.union(Reach::of(symbol)));
            if numeral {
                is = is.union(Reach::NUMBER);
            }
            if starts {
                is = is.union(Reach::EXPRESSION);
            }
            // Where a number ends, only the number knows.
            let next = if numeral { Reach::ALL } else { Reach::NONE };
            Duties {
                starts,
                suffices: edges().any(|edge| !self.completions(edge.target).is_empty()),
                numeral,
                is,
                next: edges().fold(next, |all, edge| all.union(self.asks(edge.target))),
            }
        });
        self.duties = duties.collect();
    }

    /// What a word may do in an expression.
    #[inline]
    pub(crate) fn duties(&self, word: WordId) -> Duties {
        self.duties.get(usize::from(word.0)).copied().unwrap_or_default()
    }

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
    pub(crate) fn edges(&self, node: NodeId) -> &[Edge] {
        let range = self.node_and_next(node).map(|(node, next)| node.edges as usize..next.edges as usize);
        range.and_then(|range| self.edges.get(range)).unwrap_or_default()
    }

    /// The edges out of a node that ask for a symbol.
    pub(crate) fn edges_for(&self, node: NodeId, symbol: Symbol) -> &[Edge] {
        if node == NodeId::ROOT {
            return self.edges.get(self.root.range(symbol)).unwrap_or_default();
        }
        // Most nodes ask for little.
        let asks = self.node(node).is_some_and(|n| match symbol {
            Symbol::Class(class) if class < FIRST_LISTED => n.classes & (1 << class.0) != 0,
            _ => n.asks.meets(Reach::of(symbol)),
        });
        if !asks {
            return &[];
        }
        let edges = self.edges(node);
        let first = edges.partition_point(|e| e.symbol < symbol);
        let count = edges[first..].iter().take_while(|e| e.symbol == symbol).count();
        &edges[first..first + count]
    }

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

    /// Whether a pattern is complete at a node, or goes on with what a token is.
    #[inline]
    pub(crate) fn leads_on(&self, node: NodeId, next: Reach) -> bool {
        self.node_and_next(node).is_some_and(|(n, end)| n.completions < end.completions || n.asks.meets(next))
    }

    /// The kinds of numbers that a node has edges for: classes, a bit each.
    pub(crate) fn numbers(&self, node: NodeId) -> u32 {
        self.node(node).map_or(0, |n| n.classes & NUMBERS)
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
