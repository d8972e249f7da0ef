//! All patterns of a language as one trie over words and classes.
//!
//! Matching follows edges, so its cost does not grow with the number of rules.

use super::RuleId;
use super::class::{FIRST_EXPRESSION, FIRST_LISTED};
use super::lexicon::{ClassId, Lexicon, WordId};
use super::numerals::Numerals;
use super::reach::Reach;
use super::rules::{Element, RulesFile};
use crate::error::{Error, Result};
use crate::expression::{Atom, Term};
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::{SmallVec, smallvec};
use std::ops::Range;
use std::sync::Arc;

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
#[derive(Clone, Debug)]
pub(crate) struct Completion {
    pub(crate) rule: RuleId,
    meaning: u32,
    /// For each variable of the meaning, where its value comes from.
    bindings: Bindings,
}

/// Bindings of a meaning's variables; few have more than are kept in place.
type Bindings = SmallVec<[Binding; 3]>;

/// Where a variable's value comes from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Binding {
    /// The n-th class that was passed.
    Passed(u8),
    /// A constant of the pattern.
    Constant(Atom),
    /// An option that was not taken.
    Absent,
}

#[derive(Clone, Debug, Default)]
struct Node {
    edges: Range<u32>,
    completions: Range<u32>,
    /// Built-in number classes among the edges, a bit each.
    numbers: u32,
    /// Expression classes among the edges, a bit each.
    expressions: u32,
    /// All that its edges ask for.
    asks: Reach,
}

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
    nodes: Vec<Node>,
    edges: Vec<Edge>,
    completions: Vec<Completion>,
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
    pub(crate) name: Box<str>,
    pub(crate) file: Arc<str>,
    pub(crate) line: usize,
    /// It holds only where its expression is all of the text.
    pub(crate) is_whole: bool,
}

impl Grammar {
    /// Builds the trie of all rules; their words are added to the lexicon.
    pub(super) fn build(files: Vec<RulesFile<'_>>, lexicon: &mut Lexicon) -> Result<Grammar> {
        let mut builder = Builder::default();
        builder.index.reserve(STEPS);
        builder.nodes = 1;
        builder.edges.reserve(STEPS);
        let mut names = FxHashSet::default();
        for file in files {
            let name: Arc<str> = file.name.into();
            for rule in file.rules {
                let id = RuleId(builder.grammar.rules.len() as u16);
                if !names.insert(rule.name) {
                    let message = format!("a second rule is called `{}`", rule.name);
                    return Err(Error::language(message).at(format!("{}:{}", file.name, rule.line)));
                }
                builder.grammar.rules.push(RuleName {
                    name: rule.name.into(),
                    file: Arc::clone(&name),
                    line: rule.line,
                    is_whole: rule.is_whole,
                });
                for pattern in rule.patterns {
                    let meaning = builder.grammar.meanings.len() as u32;
                    builder.grammar.meanings.push(pattern.meaning);
                    let steps: Vec<Step> = pattern
                        .elements
                        .iter()
                        .map(|element| Step::of(element, lexicon))
                        .collect::<Result<_>>()
                        .map_err(|e| e.at(format!("{}:{}", file.name, rule.line)))?;
                    for row in &pattern.rows {
                        let row = row.iter().filter_map(|at| steps.get(usize::from(*at)));
                        builder.add(id, meaning, row, pattern.variables.len());
                    }
                }
            }
        }
        Ok(builder.finish())
    }

    /// Notes what each word may do in an expression; to be called when the lexicon is complete.
    pub(super) fn note_words(&mut self, lexicon: &Lexicon, numerals: &Numerals) {
        let root = |symbol: Symbol| self.edges_for(NodeId::ROOT, symbol);
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
            let mut is = symbols().fold(Reach::NONE, |all, symbol| all.union(Reach::of(symbol)));
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

    /// The edges out of a node, sorted by symbol.
    pub(crate) fn edges(&self, node: NodeId) -> &[Edge] {
        let range = self.node(node).map_or(0..0, |n| n.edges.start as usize..n.edges.end as usize);
        self.edges.get(range).unwrap_or_default()
    }

    /// The edges out of a node that ask for a symbol.
    pub(crate) fn edges_for(&self, node: NodeId, symbol: Symbol) -> &[Edge] {
        if node == NodeId::ROOT {
            return self.edges.get(self.root.range(symbol)).unwrap_or_default();
        }
        // Most nodes ask for few kinds of numbers.
        if let Symbol::Class(class) = symbol
            && class < FIRST_LISTED
            && self.node(node).is_none_or(|n| (n.numbers | n.expressions) & (1 << class.0) == 0)
        {
            return &[];
        }
        let edges = self.edges(node);
        let first = edges.partition_point(|e| e.symbol < symbol);
        let count = edges[first..].iter().take_while(|e| e.symbol == symbol).count();
        &edges[first..first + count]
    }

    pub(crate) fn completions(&self, node: NodeId) -> &[Completion] {
        let range =
            self.node(node).map_or(0..0, |n| n.completions.start as usize..n.completions.end as usize);
        self.completions.get(range).unwrap_or_default()
    }

    /// All that a node's edges ask for.
    #[inline]
    pub(crate) fn asks(&self, node: NodeId) -> Reach {
        self.node(node).map_or(Reach::NONE, |n| n.asks)
    }

    /// Whether a pattern is complete at a node, or goes on with what a token is.
    #[inline]
    pub(crate) fn leads_on(&self, node: NodeId, next: Reach) -> bool {
        self.node(node).is_some_and(|n| !n.completions.is_empty() || n.asks.meets(next))
    }

    /// Whether a node has an edge for any kind of number.
    pub(crate) fn asks_for_numbers(&self, node: NodeId) -> bool {
        self.node(node).is_some_and(|n| n.numbers != 0)
    }

    /// Whether a node has an edge for any nested expression.
    pub(crate) fn asks_for_expressions(&self, node: NodeId) -> bool {
        self.node(node).is_some_and(|n| n.expressions != 0)
    }

    pub(crate) fn meaning(&self, completion: &Completion) -> Option<&Term> {
        self.meanings.get(completion.meaning as usize)
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

    pub(crate) fn bindings(&self) -> &[Binding] {
        &self.bindings
    }
}

/// About as many steps as the trie of a language has.
const STEPS: usize = 4096;

/// An element of a pattern, its word or class looked up.
#[derive(Clone, Copy)]
enum Step {
    Constant { value: Atom, variable: u8 },
    Along { symbol: Symbol, manner: Manner, variable: Option<u8> },
}

impl Step {
    fn of(element: &Element<'_>, lexicon: &mut Lexicon) -> Result<Step> {
        Ok(match element {
            Element::Constant { value, variable } => Step::Constant { value: *value, variable: *variable },
            Element::Word { text, glued, context, capital } => Step::Along {
                symbol: Symbol::Word(lexicon.intern(text)?),
                manner: Manner { glued: *glued, context: *context, capital: *capital },
                variable: None,
            },
            Element::Class { name, variable, glued, context } => {
                let class = lexicon
                    .find_class(name)
                    .ok_or_else(|| Error::language(format!("no words file lists the class `{name}`")))?;
                let manner = Manner { glued: *glued, context: *context, capital: false };
                Step::Along { symbol: Symbol::Class(class), manner, variable: *variable }
            }
        })
    }
}

#[derive(Default)]
struct Builder {
    grammar: Grammar,
    /// How many nodes there are.
    nodes: u32,
    /// All edges with the nodes that they leave.
    edges: Vec<(NodeId, Edge)>,
    index: FxHashMap<(NodeId, Symbol, Manner), NodeId>,
    completions: Vec<(NodeId, Completion)>,
}

impl Builder {
    fn add<'s>(&mut self, rule: RuleId, meaning: u32, row: impl Iterator<Item = &'s Step>, variables: usize) {
        let mut node = NodeId::ROOT;
        let mut bindings: Bindings = smallvec![Binding::Absent; variables];
        let mut passed = 0;
        for step in row {
            let (variable, binding) = match *step {
                Step::Constant { value, variable } => (Some(variable), Binding::Constant(value)),
                Step::Along { symbol, manner, variable } => {
                    node = self.step(node, symbol, manner);
                    let binding = Binding::Passed(passed);
                    passed += u8::from(matches!(symbol, Symbol::Class(_)));
                    (variable, binding)
                }
            };
            if let Some(place) = variable.and_then(|v| bindings.get_mut(usize::from(v))) {
                *place = binding;
            }
        }
        self.completions.push((node, Completion { rule, meaning, bindings }));
    }

    fn step(&mut self, node: NodeId, symbol: Symbol, manner: Manner) -> NodeId {
        let fresh = NodeId(self.nodes);
        let target = *self.index.entry((node, symbol, manner)).or_insert(fresh);
        if target == fresh {
            self.nodes += 1;
            self.edges.push((node, Edge { symbol, manner, target }));
        }
        target
    }

    fn finish(mut self) -> Grammar {
        // The sort is stable: completions of one node stay in the order of the rules.
        self.completions.sort_by_key(|(node, _)| *node);
        self.edges.sort_unstable_by_key(|(node, edge)| (*node, edge.symbol, edge.manner));
        let mut completions = self.completions.into_iter().peekable();
        let mut edges = self.edges.into_iter().peekable();
        for number in 0..self.nodes {
            let here = NodeId(number);
            let mut node = Node::default();
            let start = self.grammar.edges.len() as u32;
            while let Some((_, edge)) = edges.next_if(|(at, _)| *at == here) {
                node.asks = node.asks.union(Reach::of(edge.symbol));
                if let Symbol::Class(class) = edge.symbol
                    && class < FIRST_LISTED
                {
                    let bits =
                        if class < FIRST_EXPRESSION { &mut node.numbers } else { &mut node.expressions };
                    *bits |= 1 << class.0;
                }
                self.grammar.edges.push(edge);
            }
            node.edges = start..self.grammar.edges.len() as u32;
            let start = self.grammar.completions.len() as u32;
            while let Some((_, completion)) = completions.next_if(|(at, _)| *at == here) {
                self.grammar.completions.push(completion);
            }
            node.completions = start..self.grammar.completions.len() as u32;
            self.grammar.nodes.push(node);
        }
        self.grammar.root = RootIndex::new(self.grammar.edges(NodeId::ROOT), 0);
        self.grammar
    }
}
