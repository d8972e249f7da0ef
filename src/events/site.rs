//! A sentence under reading: its document, its clauses, and the stretch of it that tells an event.

use crate::lang::{Language, Role, Roles};
use crate::recognise::Annotation;
use crate::resolve::When;
use crate::segment::{Clause, Document, Form, Opener, TokenKind, Verb};
use crate::span::Span;
use chrono::NaiveDate;
use std::ops::Range;

/// What every step reads from.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    pub(super) document: &'a Document<'a>,
    pub(super) language: &'a Language,
    pub(super) annotations: &'a [Annotation],
    pub(super) published: NaiveDate,
}

/// A sentence with its clauses.
#[derive(Clone, Copy)]
pub(super) struct Site<'a> {
    pub(super) reader: &'a Reader<'a>,
    pub(super) sentence: usize,
    pub(super) clauses: &'a [Clause],
}

/// What an expression dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// A verb of a clause.
    Verb { clause: usize, verb: usize },
    /// A noun of an event, as a range of tokens.
    Noun { clause: usize, first: usize, last: usize },
    /// A clause without a verb: a heading or caption.
    Phrase { clause: usize },
}

impl Target {
    pub(super) fn clause(self) -> usize {
        match self {
            Target::Verb { clause, .. } | Target::Noun { clause, .. } | Target::Phrase { clause } => clause,
        }
    }
}

/// A target with its time.
#[derive(Clone, Debug)]
pub(super) struct Dated {
    pub(super) target: Target,
    pub(super) when: When,
    pub(super) expression: Span,
    /// Tokens of the clause that tell another event: behind here, and before there.
    pub(super) within: Option<Range<usize>>,
}

/// What stands before and behind a clause without belonging to it.
const OPENERS: Roles = Roles::of(&[Role::Coordinator, Role::Subordinator, Role::If, Role::Lead]);

impl<'a> Reader<'a> {
    pub(super) fn roles(&self, token: usize) -> Roles {
        self.document.roles(token, self.language)
    }

    pub(super) fn is_mark(&self, token: usize) -> bool {
        self.document.tokens.get(token).is_some_and(|t| t.kind == TokenKind::Mark)
    }

    pub(super) fn is_capital(&self, token: usize) -> bool {
        self.document.tokens.get(token).is_some_and(|t| t.capital)
    }

    /// Whether a token belongs to any expression of time.
    pub(super) fn is_timed(&self, token: usize) -> bool {
        let Some(token) = self.document.tokens.get(token) else { return false };
        let after = self.annotations.partition_point(|a| a.mention.span.end <= token.start);
        self.annotations.get(after).is_some_and(|a| a.mention.span.overlaps(token.span()))
    }

    /// The tokens of a span.
    pub(super) fn tokens(&self, span: Span) -> Range<usize> {
        let first = self.document.token_at(span.start);
        let last = self.document.tokens.partition_point(|t| t.start < span.end);
        first..last.max(first)
    }

    /// The range without marks at both ends, and without the words that open a clause.
    pub(super) fn trim(&self, range: Range<usize>) -> Range<usize> {
        let Range { mut start, mut end } = range;
        while start < end && (self.is_mark(start) && !self.opens_amount(start) || self.is_opener(start)) {
            start += 1;
        }
        while start < end && self.is_mark(end - 1) && !matches!(self.document.word(end - 1), "%" | ")" | "]")
        {
            end -= 1;
        }
        start..end
    }

    /// "$40", "#5": marks that words start with.
    fn opens_amount(&self, token: usize) -> bool {
        matches!(self.document.word(token), "$" | "€" | "£" | "#" | "'" | "’")
    }

    /// Whether a token is a word that opens a clause without telling anything.
    pub(super) fn is_opener(&self, token: usize) -> bool {
        let roles = self.roles(token);
        // "that" opens a complement; as a determiner it belongs to its noun.
        roles.any(OPENERS) && !roles.has(Role::Pronoun) && !self.is_timed(token)
    }
}

impl Site<'_> {
    pub(super) fn verb(&self, target: Target) -> Option<&Verb> {
        match target {
            Target::Verb { clause, verb } => self.clauses.get(clause)?.verbs.get(verb),
            _ => None,
        }
    }

    /// The token ranges that make up a clause: the interrupted part first, where there is one.
    pub(super) fn pieces(&self, clause: usize) -> Vec<Range<usize>> {
        let range = |c: &Clause| c.first as usize..c.last as usize;
        let Some(this) = self.clauses.get(clause) else { return Vec::new() };
        let mut pieces = Vec::new();
        if let Some(earlier) = this.resumes.and_then(|r| self.clauses.get(r)) {
            pieces.push(range(earlier));
        }
        pieces.push(range(this));
        // The expression may stand in the part that waits.
        if let Some(later) = self.clauses.iter().find(|c| c.resumes == Some(clause)) {
            pieces.push(range(later));
        }
        pieces
    }

    /// The bytes that tell an event.
    pub(super) fn span(&self, dated: &Dated) -> Option<Span> {
        let range = match (dated.target, &dated.within) {
            (Target::Noun { first, last, .. }, _) => first..last,
            (_, Some(within)) => within.clone(),
            (target, None) => {
                let pieces = self.pieces(target.clause());
                pieces.first()?.start..pieces.last()?.end
            }
        };
        let range = self.reader.trim(range);
        (range.start < range.end).then(|| self.reader.document.span(range.start, range.end))
    }

    /// Whether a clause hangs on another as what is said or planned there.
    pub(super) fn reporting(&self, clause: usize) -> Option<usize> {
        let this = self.clauses.get(clause)?;
        let parent = this.parent.filter(|_| this.opener == Opener::Complement)?;
        self.clauses.get(parent)?.verbs.last().map(|_| parent)
    }

    /// The finite verb of a clause, looked for in its parts.
    pub(super) fn finite(&self, clause: usize) -> Option<&Verb> {
        let this = self.clauses.get(clause)?;
        let resumed = || self.clauses.iter().find(|c| c.resumes == Some(clause)).and_then(Clause::finite);
        this.finite().or_else(resumed).or_else(|| this.verbs.iter().find(|v| v.form != Form::Gerund))
    }
}
