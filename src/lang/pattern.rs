//! A rule's pattern: the rows of elements that it stands for, as code that is followed row by row.
//!
//! "a? few|some days" stands for four rows. Writing them out would be most of the work of reading a language; what they
//! share is followed once instead.

use crate::error::{Error, Result};
use crate::expression::{Atom, Term};

/// A named sub-pattern.
#[derive(Debug)]
pub(super) struct Let<'t> {
    pub(super) name: &'t str,
    pub(super) pattern: &'t str,
}

/// A pattern with its meaning.
#[derive(Clone, Debug)]
pub(super) struct Pattern<'t> {
    /// What it matches; a row is what is passed on one way from the first to past the last.
    pub(super) code: Vec<Op<Element<'t>>>,
    pub(super) variables: Vec<&'t str>,
    pub(super) meaning: Term,
    /// The line that it stands on.
    pub(super) line: usize,
}

/// One step of a pattern's code.
#[derive(Clone, Copy, Debug)]
pub(super) enum Op<E> {
    /// Takes an element.
    Take(E),
    /// The next element must be written without a space before it.
    Glue,
    /// Two ways: what follows, and what stands at that place.
    Fork(u16),
    /// Goes on at that place.
    Jump(u16),
}

/// One element of a pattern.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Element<'t> {
    Word { text: &'t str, glued: bool, context: bool, capital: bool },
    Class { name: &'t str, variable: Option<u8>, glued: bool, context: bool },
    Constant { value: Atom, variable: u8 },
}

/// More code than any sensible pattern has; it bounds how deep its forks lie in each other.
const LONGEST: usize = 512;

/// Deeper than sub-patterns use each other.
const DEEPEST: u8 = 8;

impl<'t> Pattern<'t> {
    /// The classes that it asks for.
    pub(super) fn classes(&self) -> impl Iterator<Item = &'t str> {
        self.code.iter().filter_map(|op| match op {
            Op::Take(Element::Class { name, .. }) => Some(*name),
            _ => None,
        })
    }

    /// Reads a pattern and its meaning; who knows the line adds it.
    pub(super) fn read(pattern: &'t str, meaning: &str, lets: &[Let<'t>]) -> Result<Pattern<'t>> {
        let mut writer = Writer { lets, code: Vec::with_capacity(8), variables: Vec::new(), depth: 0 };
        writer.alternatives(pattern, false)?;
        let Writer { code, variables, .. } = writer;
        if code.len() > LONGEST {
            return Err(Error::language(format!("`{pattern}` has more than {LONGEST} elements")));
        }
        let meaning = Term::parse(meaning, &variables)?;
        Ok(Pattern { code, variables, meaning, line: 0 })
    }
}

struct Writer<'a, 't> {
    lets: &'a [Let<'t>],
    code: Vec<Op<Element<'t>>>,
    variables: Vec<&'t str>,
    depth: u8,
}

impl<'t> Writer<'_, 't> {
    /// Alternatives divided by ` | `, each a row of elements.
    fn alternatives(&mut self, text: &'t str, context: bool) -> Result<()> {
        if !text.contains('|') {
            return self.row(text, context);
        }
        self.either(text.split(" | "), |writer, row| writer.row(row.trim(), context))
    }

    /// One of several, each written by `write`.
    fn either<T>(
        &mut self,
        alternatives: impl Iterator<Item = T>,
        write: impl Fn(&mut Self, T) -> Result<()>,
    ) -> Result<()> {
        /// Behind the last alternative, wherever that will be.
        const END: u16 = u16::MAX;
        let start = self.code.len();
        let mut alternatives = alternatives.peekable();
        while let Some(alternative) = alternatives.next() {
            if alternatives.peek().is_none() {
                write(self, alternative)?;
                break;
            }
            let fork = self.code.len();
            self.code.push(Op::Fork(0));
            write(self, alternative)?;
            self.code.push(Op::Jump(END));
            self.code[fork] = Op::Fork(self.here());
        }
        let end = self.here();
        for op in &mut self.code[start..] {
            if let Op::Jump(to @ END) = op {
                *to = end;
            }
        }
        Ok(())
    }

    /// The place of the next op.
    fn here(&self) -> u16 {
        u16::try_from(self.code.len()).unwrap_or(u16::MAX)
    }

    fn row(&mut self, text: &'t str, context: bool) -> Result<()> {
        let mut rest = text;
        let mut context = context;
        let mut glued = false;
        while let Some(&first) = rest.as_bytes().first() {
            match first {
                b' ' | b'\t' => glued = false,
                b'[' => context = true,
                b']' => context = false,
                _ => {
                    let (element, after) = cut(rest)?;
                    match after.strip_prefix('?') {
                        Some(after) => {
                            let fork = self.code.len();
                            self.code.push(Op::Fork(0));
                            self.element(element, glued, context)?;
                            self.code[fork] = Op::Fork(self.here());
                            rest = after;
                        }
                        None => {
                            self.element(element, glued, context)?;
                            rest = after;
                        }
                    }
                    glued = true;
                    continue;
                }
            }
            rest = &rest[1..];
        }
        Ok(())
    }

    fn element(&mut self, written: Written<'t>, glued: bool, context: bool) -> Result<()> {
        match written {
            Written::Braced(inside) => {
                let element = self.braced(inside, glued, context)?;
                self.code.push(Op::Take(element));
                Ok(())
            }
            Written::Named(name) => self.named(name, glued, context),
            Written::Words(words) if words.contains('|') => self.either(words.split('|'), |writer, word| {
                writer.pieces(word, glued, context);
                Ok(())
            }),
            Written::Words(word) => {
                self.pieces(word, glued, context);
                Ok(())
            }
        }
    }

    /// A sub-pattern.
    fn named(&mut self, name: &str, glued: bool, context: bool) -> Result<()> {
        let lets = self.lets;
        let found = lets
            .iter()
            .rfind(|l| l.name == name)
            .ok_or_else(|| Error::language(format!("no `let {name} = …` stands above")))?;
        self.depth += 1;
        if self.depth > DEEPEST || self.code.len() > LONGEST {
            return Err(Error::language(format!("`({name})` is nested too deep")));
        }
        if glued {
            self.code.push(Op::Glue);
        }
        self.alternatives(found.pattern, context)?;
        self.depth -= 1;
        Ok(())
    }

    /// The words and marks that a written word is made of: `mid-`, `o'clock`, `'s`, `a.m.`, as the tokenizer cuts them.
    fn pieces(&mut self, word: &'t str, glued: bool, context: bool) {
        let start = self.code.len();
        let mut push = |text: &'t str| {
            if !text.is_empty() {
                let glued = (glued || self.code.len() > start) && needs_glue(text);
                let capital = text.starts_with(char::is_uppercase);
                self.code.push(Op::Take(Element::Word { text, glued, context, capital }));
            }
        };
        let mut rest = word;
        while let Some(at) = rest.find(['-', '/', ':', ',', '–', '—']) {
            let (before, mark) = rest.split_at(at);
            push(before);
            let len = mark.chars().next().map_or(1, char::len_utf8);
            push(&mark[..len]);
            rest = &mark[len..];
        }
        if let Some(base) = rest.strip_suffix("'s")
            && !base.is_empty()
        {
            push(base);
            rest = "'s";
        }
        // A final point is a token of its own unless the word is an abbreviation, which only the lexicon knows;
        // patterns therefore never write one.
        push(rest);
    }

    fn braced(&mut self, inside: &'t str, glued: bool, context: bool) -> Result<Element<'t>> {
        if let Some((name, value)) = inside.split_once('=') {
            let value = Atom::parse(value).ok_or_else(|| {
                Error::language(format!("`{value}` is no value of the expression notation"))
            })?;
            return Ok(Element::Constant { value, variable: self.variable(name) });
        }
        let (variable, class) = match inside.split_once(':') {
            Some((name, class)) => (Some(self.variable(name)), class),
            None => (None, inside),
        };
        Ok(Element::Class { name: class, variable, glued, context })
    }

    fn variable(&mut self, name: &'t str) -> u8 {
        let found = self.variables.iter().position(|v| *v == name);
        found.unwrap_or_else(|| {
            self.variables.push(name);
            self.variables.len() - 1
        }) as u8
    }
}

/// An element as it is written.
enum Written<'t> {
    /// `{n:class}`, `{n=3}`.
    Braced(&'t str),
    /// `(name)`.
    Named(&'t str),
    /// `a|b`.
    Words(&'t str),
}

/// One element from the front of `text`, and what is left.
fn cut(text: &str) -> Result<(Written<'_>, &str)> {
    if let Some(rest) = text.strip_prefix('{') {
        let (inside, rest) = rest.split_once('}').ok_or_else(|| Error::language("`{` is not closed"))?;
        return Ok((Written::Braced(inside), rest));
    }
    if let Some(rest) = text.strip_prefix('(') {
        let (name, rest) = rest.split_once(')').ok_or_else(|| Error::language("`(` is not closed"))?;
        return Ok((Written::Named(name), rest));
    }
    let end = text.bytes().position(|b| b.is_ascii_whitespace() || b"{}()[]?".contains(&b));
    match text.split_at(end.unwrap_or(text.len())) {
        ("", _) => Err(Error::language(format!("unexpected `{text}`"))),
        (words, rest) => Ok((Written::Words(words), rest)),
    }
}

/// Commas and clitics stand apart from their word in tokenised text.
pub(super) fn needs_glue(word: &str) -> bool {
    !(word == "," || (word.starts_with('\'') && word.len() > 1))
}
