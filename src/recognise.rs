//! Room 3: what the text says of time.
//!
//! Input: a document. Output: [`Mention`]s, each an expression with where it stands.
//! Knows nothing of publication dates: no mention has a time yet.

use crate::expression::Expr;
use crate::lang::RuleId;
use crate::resolve::When;
use crate::span::Span;

/// An expression of time, found in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// Where it stands.
    pub span: Span,
    /// What it says.
    pub expr: Expr,
    /// The rule that found it.
    pub rule: RuleId,
}

/// A mention with the time that it resolved to.
#[derive(Clone, Debug, PartialEq)]
pub struct Annotation {
    /// The mention.
    pub mention: Mention,
    /// Its time.
    pub when: When,
}
