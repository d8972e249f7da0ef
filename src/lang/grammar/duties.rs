//! What words and numbers may do in an expression, found once for a language.
//!
//! Most words may do nothing, and most of the others only with certain words behind them: recognition asks here before it follows
//! anything.
//!
//! Input: the trie, the lexicon, and the classes that numbers are made of. Output: for each word its [`Duties`] and its ways into the
//! trie. Knows nothing of texts.

use super::{Completion, Edge, Grammar, NodeId, Symbol};
use crate::lang::ClassId;
use crate::lang::class::{FIRST_EXPRESSION, of_bits, of_digits};
use crate::lang::hints::Hints;
use crate::lang::lexicon::Lexicon;
use crate::lang::numerals::Numerals;
use crate::lang::reach::Reach;
use crate::lang::word::{WordId, WordKey};
use crate::pack::packed;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// What a word, or a number in digits, may do in an expression.
#[derive(Clone, Debug, Default)]
pub(crate) struct Duties {
    /// An expression, or the context of one, may start with it.
    pub(crate) starts: bool,
    /// It may be a whole expression, in any text.
    pub(crate) suffices: bool,
    /// A number may start with it.
    pub(crate) numeral: bool,
    /// A pattern may end with it.
    pub(crate) ends: bool,
    /// Where its ways into the trie stand among all.
    openings: Range<u16>,
    /// What it is to a pattern.
    pub(crate) is: Reach,
    /// What must follow where an expression starts with it, unless it suffices or is a number that goes on.
    pub(crate) next: Reach,
    /// What must follow where a pattern goes on with it, unless one ends.
    pub(crate) passes: Reach,
    /// What a number that starts with it goes on with.
    pub(crate) counts_on: Reach,
}

/// A way into the trie by a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Opening {
    /// The edge, by number.
    edge: u32,
    /// The word's reading of the edge's class, counted from 1; 0 where the edge asks for the word itself.
    reading: u8,
}

impl Duties {
    /// What may happen where the word stands.
    pub(in crate::lang) fn hints(&self) -> Hints {
        let whatever = self.starts && (self.suffices || self.numeral);
        let opens = Hints::OPENS.given(self.starts).union(Hints::SUFFICES.given(whatever));
        opens.union(Hints::GOES_ON.given(self.is != Reach::NONE))
    }
}

packed!(struct Duties { starts, suffices, numeral, ends, openings, is, next, passes, counts_on });
packed!(struct Opening { edge, reading });

/// Numbers of more digits are all alike.
const DIGITS: usize = 9;

impl Grammar {
    /// Notes what each word may do in an expression; to be called when the lexicon is complete.
    pub(in crate::lang) fn note_words(&mut self, lexicon: &Lexicon, numerals: &Numerals) {
        // Wherever a pattern asks for a word or a class: whether one ends there, and what may follow.
        let mut behind: FxHashMap<Symbol, (bool, Reach)> = FxHashMap::default();
        for edge in &self.edges {
            let (ends, passes) = behind.entry(edge.symbol).or_default();
            *ends |= !self.completions(edge.target).is_empty();
            *passes = passes.union(self.asks(edge.target));
        }
        let mut known = FxHashMap::default();
        self.duties = vec![Duties::default(); lexicon.len()];
        for number in 1..lexicon.len() {
            let word = WordId(number as u16);
            let openings = self.openings_of(word, lexicon);
            let place = known.entry(openings).or_insert_with_key(|openings| {
                let start = self.openings.len() as u16;
                self.openings.extend_from_slice(openings);
                start..self.openings.len() as u16
            });
            let openings = place.clone();
            let mut duties = Duties { openings, ..self.duties_of(word, lexicon, numerals) };
            let asked_for = symbols(word, lexicon).chain(numbers(word, lexicon, numerals));
            for (ends, passes) in asked_for.filter_map(|symbol| behind.get(&symbol)) {
                duties.ends |= ends;
                duties.passes = duties.passes.union(*passes);
            }
            // A word that no pattern asks for is nothing to any by itself.
            let own = usize::from(!behind.contains_key(&Symbol::Word(word)));
            let own = symbols(word, lexicon).skip(own).map(Reach::of);
            duties.is = own.fold(duties.is, Reach::union);
            self.duties[number] = duties;
        }
        let numbers = (0..FIRST_EXPRESSION.0).map(|class| {
            let edges = || self.edges_for(NodeId::ROOT, Symbol::Class(ClassId(class))).iter();
            (edges().any(|edge| !self.completions(edge.target).is_empty()), self.asked_behind(edges()))
        });
        self.numbers = numbers.collect();
        self.parted_digits = self.behind_parted_digits(lexicon);
        self.digits = (0..=DIGITS).map(|len| self.duties_of_digits(len, numerals)).collect();
    }

    fn openings_of(&self, word: WordId, lexicon: &Lexicon) -> Vec<Opening> {
        let edges = |(n, symbol)| {
            let edges = self.root.range(symbol);
            edges.map(move |edge| Opening { edge: edge as u32, reading: n as u8 })
        };
        symbols(word, lexicon).enumerate().flat_map(edges).collect()
    }

    /// What a word may do where an expression starts.
    fn duties_of(&self, word: WordId, lexicon: &Lexicon, numerals: &Numerals) -> Duties {
        let readings = lexicon.readings(word);
        let numeral = readings.iter().any(|r| numerals.may_start(r.class));
        let symbols = || symbols(word, lexicon).chain(numbers(word, lexicon, numerals));
        let edges = || symbols().flat_map(|symbol| self.edges_for(NodeId::ROOT, symbol));
        let starts = numeral || edges().next().is_some();
        let is = [(numeral, Reach::NUMBER), (starts, Reach::EXPRESSION)].into_iter().filter(|(is, _)| *is);
        Duties {
            starts,
            suffices: self.ends_behind(edges()),
            numeral,
            is: union(is.map(|(_, reach)| reach)),
            next: self.asked_behind(edges()),
            counts_on: of_classes(readings.iter().flat_map(|r| numerals.behind(r.class))),
            ..Duties::default()
        }
    }

    /// What so many digits may do.
    fn duties_of_digits(&self, len: usize, numerals: &Numerals) -> Duties {
        let classes = of_bits(of_digits(len));
        let edges = || classes.clone().flat_map(|class| self.edges_for(NodeId::ROOT, Symbol::Class(class)));
        Duties {
            starts: true,
            suffices: self.ends_behind(edges()),
            numeral: true,
            ends: true,
            is: Reach::NUMBER.union(Reach::EXPRESSION),
            next: self.asked_behind(edges()),
            counts_on: of_classes(numerals.behind_digits()),
            ..Duties::default()
        }
    }

    /// Whether a pattern may end behind digits, a point or comma, and digits again, and what such patterns ask for there.
    fn behind_parted_digits(&self, lexicon: &Lexicon) -> (bool, Reach) {
        let marks = || [b'.', b','].map(|mark| lexicon.find(WordKey::default().push(mark))).into_iter();
        let digits =
            |node| (0..FIRST_EXPRESSION.0).flat_map(move |n| self.edges_for(node, Symbol::Class(ClassId(n))));
        let marked = |edge: &Edge| {
            let node = edge.target;
            let asked_for = marks().flat_map(|mark| symbols(mark, lexicon));
            asked_for.flat_map(move |symbol| self.edges_for(node, symbol))
        };
        let nodes = || digits(NodeId::ROOT).flat_map(marked).map(|edge| edge.target);
        let behind = || nodes().flat_map(digits);
        let nested = nodes().any(|node| self.asks_for_expressions(node));
        (nested || self.ends_behind(behind()), self.asked_behind(behind()))
    }

    /// Whether a pattern ends behind one of some edges that need not be all of a text.
    fn ends_behind<'a>(&self, mut edges: impl Iterator<Item = &'a Edge>) -> bool {
        let ends = |completion: &Completion| !self.rule(completion.rule).is_some_and(|rule| rule.is_whole);
        edges.any(|edge| self.completions(edge.target).iter().any(ends))
    }

    fn asked_behind<'a>(&self, edges: impl Iterator<Item = &'a Edge>) -> Reach {
        union(edges.map(|edge| self.asks(edge.target)))
    }

    /// What a word may do in an expression.
    #[inline]
    pub(crate) fn duties(&self, word: WordId) -> &Duties {
        const NONE: &Duties = &Duties {
            starts: false,
            suffices: false,
            numeral: false,
            ends: false,
            openings: 0..0,
            is: Reach::NONE,
            next: Reach::NONE,
            passes: Reach::NONE,
            counts_on: Reach::NONE,
        };
        self.duties.get(usize::from(word.0)).unwrap_or(NONE)
    }

    /// What a number of so many digits may do in an expression, where the lexicon does not list it.
    #[inline]
    pub(crate) fn duties_of_number(&self, len: u32) -> &Duties {
        self.digits.get((len as usize).min(DIGITS)).unwrap_or(self.duties(WordId::UNKNOWN))
    }

    /// The ways into the trie that a word has: edges, each with the place of the word's reading that it asks for, `None` where it
    /// asks for the word itself.
    #[inline]
    pub(crate) fn openings(&self, word: WordId) -> impl Iterator<Item = (&Edge, Option<usize>)> {
        let Range { start, end } = self.duties(word).openings;
        let openings = self.openings.get(usize::from(start)..usize::from(end)).unwrap_or_default();
        openings.iter().filter_map(|opening| {
            let edge = self.edges.get(opening.edge as usize)?;
            Some((edge, usize::from(opening.reading).checked_sub(1)))
        })
    }
}

/// What a pattern may ask for where a word stands: the word itself, then the classes of its readings.
fn symbols(word: WordId, lexicon: &Lexicon) -> impl Iterator<Item = Symbol> {
    let classes = lexicon.readings(word).iter().map(|reading| Symbol::Class(reading.class));
    std::iter::once(Symbol::Word(word)).chain(classes)
}

/// The kinds of numbers that a word may be by itself.
fn numbers(word: WordId, lexicon: &Lexicon, numerals: &Numerals) -> impl Iterator<Item = Symbol> {
    lexicon.readings(word).iter().flat_map(|r| numerals.kinds(r.class)).copied().map(Symbol::Class)
}

/// What some sets hold together.
fn union(sets: impl Iterator<Item = Reach>) -> Reach {
    sets.fold(Reach::NONE, Reach::union)
}

/// The set of some classes.
fn of_classes(classes: impl IntoIterator<Item = ClassId>) -> Reach {
    union(classes.into_iter().map(|class| Reach::of(Symbol::Class(class))))
}
