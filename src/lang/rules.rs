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
//!
//! What a pattern means is an [expression](crate::Expr) in its printed notation, with the pattern's variables in it:
//!
//! ```
//! use dateline::{check, lang::{Additions, Language}};
//!
//! let rules = "rule back\n  {n:number} {u:units} back => shift(-n u)\n  five days back | shift(-5 day) | 2024-03-08\n  ! come back\n";
//! let additions = Additions { rules: vec![("desk.rules", rules)], ..Additions::default() };
//! let language = Language::english_with(&additions)?;
//! for file in additions.read_rules()? {
//!     for rule in &file.rules {
//!         assert!(rule.examples.iter().all(|example| check::example(example, &language).is_none()));
//!     }
//! }
//! # Ok::<(), dateline::Error>(())
//! ```

use super::lexicon::lines;
use super::pattern::{Let, Pattern};
use crate::error::{Error, Result};

/// A rules file, read.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct RulesFile<'t> {
    /// Its name.
    pub name: &'t str,
    /// Its rules.
    pub rules: Vec<Rule<'t>>,
}

/// A rule: a name, its patterns with their meanings, and its examples.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Rule<'t> {
    /// Its name, unique in the language.
    pub name: &'t str,
    /// The line it starts on, from 1.
    pub line: usize,
    /// It holds only where its expression is all of the text.
    pub is_whole: bool,
    #[cfg_attr(feature = "serde", serde(skip))]
    pub(super) patterns: Vec<Pattern<'t>>,
    /// What it is shown by; empty where only the patterns were asked for.
    pub examples: Vec<Example<'t>>,
    #[cfg_attr(feature = "serde", serde(skip))]
    is_shown: bool,
}

/// A text that shows what a rule does.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
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
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
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

/// A file of one rule with one pattern, written in code.
pub(super) fn single<'t>(
    (name, line): (&'t str, usize),
    rule: &'t str,
    pattern: &'t str,
    meaning: &str,
) -> Result<RulesFile<'t>> {
    let pattern = Pattern::read(pattern, meaning, &[]).map_err(|e| e.at(format!("{name}:{line}")))?;
    let pattern = Pattern { line, ..pattern };
    let (patterns, examples) = (vec![pattern], Vec::new());
    let rule = Rule { name: rule, line, is_whole: false, patterns, examples, is_shown: true };
    Ok(RulesFile { name, rules: vec![rule] })
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
        if let Some((pattern, meaning)) = at_arrow(text) {
            let pattern =
                Pattern { line: number, ..Pattern::read(pattern.trim(), meaning.trim(), self.lets)? };
            self.rules[at].patterns.push(pattern);
        } else if text.contains("->") && !text.starts_with('!') && !text.contains(" | ") {
            return Err(Error::language("write `=>` between a pattern and what it means, not `->`"));
        } else {
            self.rules[at].is_shown = true;
            if self.wants_examples {
                self.rules[at].examples.push(example(number, text)?);
            }
        }
        Ok(())
    }
}

/// What stands on either side of `=>`. Most lines are examples and have none, which looking at each byte tells soonest.
fn at_arrow(text: &str) -> Option<(&str, &str)> {
    let at = text.as_bytes().windows(2).position(|pair| pair == b"=>")?;
    Some((&text[..at], &text[at + 2..]))
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
