//! Builds the trie: follows each pattern row by row, and lays out what it found node by node.

use super::{Binding, Completion, Edge, Grammar, Manner, Node, NodeId, RootIndex, RuleName, Symbol};
use crate::error::{Error, Result};
use crate::expression::Atom;
use crate::lang::RuleId;
use crate::lang::class::FIRST_LISTED;
use crate::lang::lexicon::Lexicon;
use crate::lang::pattern::{Element, Op, Pattern, needs_glue};
use crate::lang::reach::Reach;
use crate::lang::rules::RulesFile;
use crate::sorting;
use crate::suggest::hint;
use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::{SmallVec, smallvec};
use std::ops::Range;

impl Grammar {
    /// Builds the trie of all rules; their words are added to the lexicon.
    pub(in crate::lang) fn build(files: Vec<RulesFile<'_>>, lexicon: &mut Lexicon) -> Result<Grammar> {
        let mut builder = Builder { nodes: 1, ..Builder::default() };
        builder.index.reserve(STEPS);
        builder.edges.reserve(STEPS);
        builder.completions.reserve(STEPS);
        builder.grammar.bindings.reserve(2 * STEPS);
        let mut names = FxHashSet::default();
        for file in files {
            for rule in file.rules {
                let id = RuleId(builder.grammar.rules.len() as u16);
                if !names.insert(rule.name) {
                    let message = format!("a second rule is called `{}`", rule.name);
                    return Err(Error::language(message).at(format!("{}:{}", file.name, rule.line)));
                }
                builder.grammar.rules.push(RuleName {
                    name: rule.name.to_owned().into(),
                    file: file.name.to_owned().into(),
                    line: rule.line,
                    is_whole: rule.is_whole,
                });
                for pattern in rule.patterns {
                    let line = pattern.line;
                    builder
                        .pattern(id, pattern, lexicon)
                        .map_err(|e| e.at(format!("{}:{line}", file.name)))?;
                }
            }
        }
        Ok(builder.finish())
    }
}

/// About as many steps as the trie of a language has.
const STEPS: usize = 4096;

/// An element of a pattern, its word or class looked up.
#[derive(Clone, Copy)]
enum Step {
    Constant { place: u16, variable: u8 },
    Along { symbol: Symbol, manner: Manner, variable: Option<u8>, is_gluable: bool },
}

impl Step {
    fn of(element: &Element<'_>, lexicon: &mut Lexicon, constants: &mut Vec<Atom>) -> Result<Step> {
        Ok(match element {
            Element::Constant { value, variable } => {
                let place = constants.iter().position(|known| known == value).unwrap_or_else(|| {
                    constants.push(*value);
                    constants.len() - 1
                });
                Step::Constant { place: place as u16, variable: *variable }
            }
            Element::Word { text, glued, context, capital } => Step::Along {
                symbol: Symbol::Word(lexicon.intern(text)?),
                manner: Manner { glued: *glued, context: *context, capital: *capital },
                variable: None,
                is_gluable: needs_glue(text),
            },
            Element::Class { name, variable, glued, context } => {
                let class = lexicon.find_class(name).ok_or_else(|| {
                    let meant = hint(name, lexicon.class_names());
                    Error::language(format!("no words file lists the class `{name}`{meant}"))
                })?;
                let manner = Manner { glued: *glued, context: *context, capital: false };
                Step::Along { symbol: Symbol::Class(class), manner, variable: *variable, is_gluable: true }
            }
        })
    }
}

/// More rows than any sensible pattern has; guards against an option too many.
const MAX_ROWS: u16 = 4096;

#[derive(Default)]
struct Builder {
    grammar: Grammar,
    /// How many nodes there are.
    nodes: u32,
    /// All edges with the nodes that they leave.
    edges: Vec<(NodeId, Edge)>,
    index: FxHashMap<(NodeId, Symbol, Manner), NodeId>,
    completions: Vec<(NodeId, Completion)>,
    /// The code of the pattern that is being added.
    code: Vec<Op<Step>>,
    /// How many rows of it there are so far.
    rows: u16,
}

/// Bindings of a meaning's variables; few have more than are kept in place.
type Bindings = SmallVec<[Binding; 3]>;

/// How far a row has been followed.
#[derive(Clone)]
struct Way {
    node: NodeId,
    /// How many classes were passed.
    passed: u8,
    /// What comes next must be glued.
    glue: bool,
    bindings: Bindings,
}

impl Builder {
    fn pattern(&mut self, rule: RuleId, pattern: Pattern<'_>, lexicon: &mut Lexicon) -> Result<()> {
        self.code.clear();
        for op in &pattern.code {
            self.code.push(match op {
                Op::Take(element) => Op::Take(Step::of(element, lexicon, &mut self.grammar.constants)?),
                Op::Glue => Op::Glue,
                Op::Fork(other) => Op::Fork(*other),
                Op::Jump(to) => Op::Jump(*to),
            });
        }
        self.grammar.meanings.push(pattern.meaning);
        self.rows = 0;
        let bindings = smallvec![Binding::Absent; pattern.variables.len()];
        self.follow(rule, 0, Way { node: NodeId::ROOT, passed: 0, glue: false, bindings })
    }

    /// Adds all rows from a place of the code on.
    fn follow(&mut self, rule: RuleId, mut at: usize, mut way: Way) -> Result<()> {
        while let Some(&op) = self.code.get(at) {
            at += 1;
            match op {
                Op::Take(step) => self.take(step, &mut way),
                Op::Glue => way.glue = true,
                Op::Fork(other) => {
                    self.follow(rule, at, way.clone())?;
                    at = usize::from(other);
                }
                Op::Jump(to) => at = usize::from(to),
            }
        }
        self.rows += 1;
        if self.rows > MAX_ROWS {
            return Err(Error::language(format!("a pattern stands for more than {MAX_ROWS} rows")));
        }
        // A row of nothing but options that were not taken would match anywhere.
        if way.node != NodeId::ROOT {
            let all = &mut self.grammar.bindings;
            // Rows that differ in their words alone bind alike.
            if !all.ends_with(&way.bindings) {
                all.extend_from_slice(&way.bindings);
            }
            let completion = Completion {
                rule,
                variables: way.bindings.len() as u8,
                meaning: self.grammar.meanings.len() as u32 - 1,
                bindings: (all.len() - way.bindings.len()) as u32,
            };
            self.completions.push((way.node, completion));
        }
        Ok(())
    }

    fn take(&mut self, step: Step, way: &mut Way) {
        let (variable, binding) = match step {
            Step::Constant { place, variable } => (Some(variable), Binding::Constant(place)),
            Step::Along { symbol, mut manner, variable, is_gluable } => {
                if way.glue {
                    manner.glued = is_gluable;
                }
                way.node = self.step(way.node, symbol, manner);
                let binding = Binding::Passed(way.passed);
                way.passed += u8::from(matches!(symbol, Symbol::Class(_)));
                (variable, binding)
            }
        };
        way.glue = false;
        if let Some(place) = variable.and_then(|v| way.bindings.get_mut(usize::from(v))) {
            *place = binding;
        }
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
        let nodes = self.nodes as usize;
        let (edges, edge_ranges) = by_node(&self.edges, nodes);
        let (completions, completion_ranges) = by_node(&self.completions, nodes);
        self.grammar.edges = edges;
        self.grammar.completions = completions;
        self.grammar.nodes.reserve_exact(nodes + 1);
        for (edges, completions) in edge_ranges.zip(completion_ranges) {
            let mut node = Node { edges: edges.start, completions: completions.start, ..Node::default() };
            let edges = &mut self.grammar.edges[edges.start as usize..edges.end as usize];
            sorting::sort_by_key(edges, |edge| (edge.symbol, edge.manner));
            for edge in edges {
                node.asks = node.asks.union(Reach::of(edge.symbol));
                if let Symbol::Class(class) = edge.symbol
                    && class < FIRST_LISTED
                {
                    node.classes |= 1 << class.0;
                }
            }
            self.grammar.nodes.push(node);
        }
        self.grammar.nodes.push(Node {
            edges: self.grammar.edges.len() as u32,
            completions: self.grammar.completions.len() as u32,
            ..Node::default()
        });
        self.grammar.root = RootIndex::new(self.grammar.edges(NodeId::ROOT), 0);
        self.grammar
    }
}

/// The things of each node, node after node and in the order they have, and for each node where its own stand.
fn by_node<T: Copy>(things: &[(NodeId, T)], nodes: usize) -> (Vec<T>, impl Iterator<Item = Range<u32>>) {
    let mut ends = vec![0; nodes];
    for (node, _) in things {
        ends[node.0 as usize] += 1;
    }
    let mut sum = 0;
    for end in &mut ends {
        sum += *end;
        *end = sum - *end;
    }
    // Until all have their place, an end is where the node's next thing goes.
    let mut sorted: Vec<T> = things.iter().map(|(_, thing)| *thing).collect();
    for (node, thing) in things {
        let next = &mut ends[node.0 as usize];
        sorted[*next as usize] = *thing;
        *next += 1;
    }
    let ranges = (0..nodes).scan(0, move |start, node| {
        let range = *start..ends[node];
        *start = ends[node];
        Some(range)
    });
    (sorted, ranges)
}
