//! Rules files: patterns, what they mean, and examples of both.
//!
//! ```text
//! # A comment.
//! let count = {n:number} | a|an {n=1} | a? few {n=few}
//!
//! rule ago
//!   (count) {u:units} ago|earlier  => shift(-n u)
//!   three weeks ago                | shift(-3 week) | 2024-02-21±3d
//!   ! ages ago
//!   ~ donkey's years ago           | shift(-some year) | PAST_REF
//! ```
//!
//! A pattern is a row of elements:
//!
//! | element | matches |
//! |---|---|
//! | `ago` | the word, whatever its capitals; one written with a capital must have it |
//! | `a\|b` | either word |
//! | `x?` | an element, or nothing |
//! | `{n:class}` | a word of the class, bound to `n`; `{class}` binds nothing |
//! | `{n=3}` | nothing; binds `n` to a value |
//! | `(name)` | a sub-pattern that `let` named; its alternatives are divided by ` \| ` |
//! | `[ … ]` | context: must stand there, and stays outside the expression |
//!
//! Elements written without a space between them must stand so in the text; commas and clitics need not.
//! A rule with `(whole)` behind its name holds only where the expression is all of the text: who asks what "10 after 2" means
//! wants the clock, while a story says it of a score.
//! An example is `text | expression | value`; the value holds on Wednesday 2024-03-13. `!` marks a text in which the rule
//! must find nothing, `~` a known gap: an example that fails today, and whose passing is an error, so that the mark goes.

use super::lexicon::lines;
use crate::error::{Error, Result};
use crate::expression::{Atom, Term};
use smallvec::{SmallVec, smallvec};

/// A rules file, read.
#[derive(Clone, Debug)]
pub struct RulesFile<'t> {
    /// Its name.
    pub name: &'t str,
    /// Its rules.
    pub rules: Vec<Rule<'t>>,
}

/// A rule: a name, its patterns with their meanings, and its examples.
#[derive(Clone, Debug)]
pub struct Rule<'t> {
    /// Its name, unique in the language.
    pub name: &'t str,
    /// The line it starts on, from 1.
    pub line: usize,
    /// It holds only where its expression is all of the text.
    pub is_whole: bool,
    pub(super) patterns: Vec<Pattern<'t>>,
    /// What it is shown by; empty where only the patterns were asked for.
    pub examples: Vec<Example<'t>>,
    is_shown: bool,
}

/// One pattern with its meaning.
#[derive(Clone, Debug)]
pub(super) struct Pattern<'t> {
    /// Every element that the pattern writes, once.
    pub(super) elements: Vec<Element<'t>>,
    /// The rows that it stands for, alternatives and options multiplied out, as places in `elements`.
    pub(super) rows: Vec<Row>,
    pub(super) variables: Vec<&'t str>,
    pub(super) meaning: Term,
}

/// A row of elements, as places among those of its pattern; hardly any is longer than what is kept in place.
pub(super) type Row = SmallVec<[u16; 12]>;

/// One element of a pattern.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Element<'t> {
    Word { text: &'t str, glued: bool, context: bool, capital: bool },
    Class { name: &'t str, variable: Option<u8>, glued: bool, context: bool },
    Constant { value: Atom, variable: u8 },
}

/// A text that shows what a rule does.
#[derive(Clone, Debug)]
pub struct Example<'t> {
    /// The line it stands on.
    pub line: usize,
    /// The text.
    pub text: &'t str,
    /// What it is an example of.
    pub kind: ExampleKind<'t>,
}

/// What an example shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExampleKind<'t> {
    /// The text is this expression, and resolves to this value.
    Match {
        /// In the notation of expressions.
        expr: &'t str,
        /// As TIMEX3, or EDTF; empty where only the expression is shown.
        value: &'t str,
        /// Known to fail today.
        gap: bool,
    },
    /// Nothing is found in the text.
    Silent,
}

/// Reads a rules file; `lets` are the sub-patterns that the files before it named.
///
/// # Errors
///
/// Names file and line of whatever is not as the module's documentation says, and every rule without an example.
pub(super) fn read<'t>(
    name: &'t str,
    text: &'t str,
    lets: &mut Vec<Let<'t>>,
    wants_examples: bool,
) -> Result<RulesFile<'t>> {
    let mut reader = Reader { lets, rules: Vec::new(), wants_examples };
    for (number, line) in lines(text) {
        reader.line(number, line).map_err(|e| e.at(format!("{name}:{number}")))?;
    }
    for rule in &reader.rules {
        if rule.patterns.is_empty() || !rule.is_shown {
            let lacks = if rule.patterns.is_empty() { "pattern" } else { "example" };
            return Err(Error::language(format!("rule `{}` has no {lacks}", rule.name))
                .at(format!("{name}:{}", rule.line)));
        }
    }
    Ok(RulesFile { name, rules: reader.rules })
}

/// A named sub-pattern.
#[derive(Debug)]
pub(super) struct Let<'t> {
    name: &'t str,
    pattern: &'t str,
}

struct Reader<'a, 't> {
    lets: &'a mut Vec<Let<'t>>,
    rules: Vec<Rule<'t>>,
    wants_examples: bool,
}

impl<'t> Reader<'_, 't> {
    fn line(&mut self, number: usize, line: &'t str) -> Result<()> {
        let text = line.trim();
        if !line.starts_with(char::is_whitespace) {
            if let Some(name) = text.strip_prefix("rule ") {
                let whole = name.strip_suffix("(whole)");
                self.rules.push(Rule {
                    name: whole.unwrap_or(name).trim(),
                    line: number,
                    is_whole: whole.is_some(),
                    patterns: vec![],
                    examples: vec![],
                    is_shown: false,
                });
                return Ok(());
            }
            if let Some(definition) = text.strip_prefix("let ") {
                let (name, pattern) = definition
                    .split_once(" = ")
                    .ok_or_else(|| Error::language("expected `let name = pattern`"))?;
                self.lets.push(Let { name: name.trim(), pattern: pattern.trim() });
                return Ok(());
            }
            return Err(Error::language(format!("expected `rule …` or `let …`, found `{text}`")));
        }
        let Some(at) = self.rules.len().checked_sub(1) else {
            return Err(Error::language("expected `rule …` before the first pattern"));
        };
        if let Some((pattern, meaning)) = text.split_once("=>") {
            let pattern = self.pattern(pattern.trim(), meaning.trim())?;
            self.rules[at].patterns.push(pattern);
        } else {
            self.rules[at].is_shown = true;
            if self.wants_examples {
                self.rules[at].examples.push(example(number, text)?);
            }
        }
        Ok(())
    }

    fn pattern(&self, pattern: &'t str, meaning: &str) -> Result<Pattern<'t>> {
        let mut expander =
            Expander { lets: self.lets, elements: Vec::new(), variables: Vec::new(), depth: 0 };
        let mut rows = expander.alternatives(pattern, false)?;
        let Expander { elements, variables, .. } = expander;
        let matches_text =
            |at: &u16| !matches!(elements.get(usize::from(*at)), Some(Element::Constant { .. }));
        rows.retain(|row| row.iter().any(matches_text));
        let meaning = Term::parse(meaning, &variables)?;
        Ok(Pattern { elements, rows, meaning, variables })
    }
}

fn example(line: usize, text: &str) -> Result<Example<'_>> {
    if let Some(silent) = text.strip_prefix('!') {
        return Ok(Example { line, text: silent.trim(), kind: ExampleKind::Silent });
    }
    let (gap, rest) = text.strip_prefix('~').map_or((false, text), |rest| (true, rest.trim()));
    let mut parts = rest.split(" | ").map(str::trim);
    let (Some(text), Some(expr)) = (parts.next(), parts.next()) else {
        return Err(Error::language(format!(
            "expected `pattern => meaning`, `text | expression | value` or `! text`, found `{rest}`"
        )));
    };
    let value = parts.next().unwrap_or_default();
    Ok(Example { line, text, kind: ExampleKind::Match { expr, value, gap } })
}

/// More rows than any sensible pattern has; guards against an option too many.
const MAX_ROWS: usize = 4096;

struct Expander<'a, 't> {
    lets: &'a [Let<'t>],
    elements: Vec<Element<'t>>,
    variables: Vec<&'t str>,
    depth: u8,
}

impl<'t> Expander<'_, 't> {
    /// Alternatives divided by ` | `, each a row of elements.
    fn alternatives(&mut self, text: &'t str, context: bool) -> Result<Vec<Row>> {
        if !text.contains('|') {
            return self.row(text, context);
        }
        let mut all = Vec::new();
        for row in text.split(" | ") {
            all.extend(self.row(row.trim(), context)?);
        }
        Ok(all)
    }

    fn row(&mut self, text: &'t str, context: bool) -> Result<Vec<Row>> {
        let mut rows = vec![Row::new()];
        let mut rest = text;
        let mut context = context;
        let mut glued = false;
        while !rest.is_empty() {
            if let Some(after) = rest.strip_prefix(char::is_whitespace) {
                (rest, glued) = (after, false);
                continue;
            }
            if let Some(after) = rest.strip_prefix('[') {
                (rest, context) = (after, true);
                continue;
            }
            if let Some(after) = rest.strip_prefix(']') {
                (rest, context) = (after, false);
                continue;
            }
            // Most elements are a single class, which needs no choices.
            if let Some((inside, after)) = rest.strip_prefix('{').and_then(|r| r.split_once('}'))
                && !after.starts_with('?')
            {
                let element = self.braced(inside, glued, context)?;
                let at = self.place(element);
                rows.iter_mut().for_each(|row| row.push(at));
                (rest, glued) = (after, true);
                continue;
            }
            let (mut choices, after) = self.element(rest, glued, context)?;
            rest = after;
            if let Some(after) = rest.strip_prefix('?') {
                choices.push(Row::new());
                rest = after;
            }
            glued = true;
            // Most elements have one choice, which needs no new rows.
            if let [choice] = choices.as_slice() {
                rows.iter_mut().for_each(|row| row.extend_from_slice(choice));
                continue;
            }
            if rows.len() * choices.len() > MAX_ROWS {
                return Err(Error::language(format!("`{text}` stands for more than {MAX_ROWS} rows")));
            }
            rows = rows
                .iter()
                .flat_map(|row| {
                    choices.iter().map(move |choice| {
                        let mut longer = row.clone();
                        longer.extend_from_slice(choice);
                        longer
                    })
                })
                .collect();
        }
        Ok(rows)
    }

    /// One element from the front of `text`: what it may be, and what is left.
    fn element(&mut self, text: &'t str, glued: bool, context: bool) -> Result<(Vec<Row>, &'t str)> {
        if let Some(rest) = text.strip_prefix('{') {
            let (inside, rest) = rest.split_once('}').ok_or_else(|| Error::language("`{` is not closed"))?;
            let element = self.braced(inside, glued, context)?;
            return Ok((vec![smallvec![self.place(element)]], rest));
        }
        if let Some(rest) = text.strip_prefix('(') {
            let (name, rest) = rest.split_once(')').ok_or_else(|| Error::language("`(` is not closed"))?;
            let lets = self.lets;
            let found = lets
                .iter()
                .rfind(|l| l.name == name)
                .ok_or_else(|| Error::language(format!("no `let {name} = …` stands above")))?;
            self.depth += 1;
            if self.depth > 8 {
                return Err(Error::language(format!("`({name})` is nested too deep")));
            }
            let mut rows = self.alternatives(found.pattern, context)?;
            self.depth -= 1;
            if glued {
                rows.iter_mut()
                    .filter_map(|row| row.first_mut())
                    .for_each(|first| *first = self.glued(*first));
            }
            return Ok((rows, rest));
        }
        let end = text.find(|c: char| c.is_whitespace() || "{}()[]?".contains(c)).unwrap_or(text.len());
        let (words, rest) = text.split_at(end);
        if words.is_empty() {
            return Err(Error::language(format!("unexpected `{text}`")));
        }
        let choices = words.split('|').map(|word| self.pieces(word, glued, context)).collect();
        Ok((choices, rest))
    }

    /// Keeps an element; its place.
    fn place(&mut self, element: Element<'t>) -> u16 {
        self.elements.push(element);
        u16::try_from(self.elements.len() - 1).unwrap_or(u16::MAX)
    }

    /// The same element, glued to what stands before it.
    fn glued(&mut self, at: u16) -> u16 {
        let Some(mut element) = self.elements.get(usize::from(at)).copied() else { return at };
        element.glue();
        self.place(element)
    }

    /// The words and marks that a written word is made of: `mid-`, `o'clock`, `'s`, `a.m.`, as the tokenizer cuts them.
    fn pieces(&mut self, word: &'t str, glued: bool, context: bool) -> Row {
        let mut row = Row::new();
        let mut push = |text: &'t str| {
            if !text.is_empty() {
                let glued = (glued || !row.is_empty()) && needs_glue(text);
                let capital = text.starts_with(char::is_uppercase);
                row.push(self.place(Element::Word { text, glued, context, capital }));
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
        row
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

impl Element<'_> {
    fn glue(&mut self) {
        match self {
            Element::Word { text, glued, .. } => *glued = needs_glue(text),
            Element::Class { glued, .. } => *glued = true,
            Element::Constant { .. } => {}
        }
    }
}

/// Commas and clitics stand apart from their word in tokenised text.
fn needs_glue(word: &str) -> bool {
    !(word == "," || (word.starts_with('\'') && word.len() > 1))
}
