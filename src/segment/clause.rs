//! Clauses, and which of their verbs governs what stands in them.

use super::verb::{Form, Verb};
use crate::expression::Tense;
use crate::span::Span;
use smallvec::SmallVec;

/// A stretch of a sentence with at most one finite verb.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Clause {
    /// Where it stands, from its first to its last token.
    pub span: Span,
    /// Index of its first token.
    pub(crate) first: u32,
    /// Index after its last token.
    pub(crate) last: u32,
    /// What opens it.
    pub(crate) opener: Opener,
    /// The clause of the same sentence that it hangs on.
    pub(crate) parent: Option<usize>,
    /// The clause of the same sentence whose subject it goes on with.
    pub(crate) resumes: Option<usize>,
    /// Its verb groups, in order.
    pub(crate) verbs: Verbs,
}

/// Verb groups of a clause, most of which have one or two.
pub(crate) type Verbs = SmallVec<[Verb; 2]>;

/// What opens a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) enum Opener {
    /// The start of the sentence.
    Start,
    /// A semicolon, colon, dash, bracket, or comma.
    Mark,
    /// The mark that opens or closes speech.
    Quote,
    /// "and", "but".
    Coordinator,
    /// "because", "when", "after".
    Subordinator,
    /// "if", "unless".
    If,
    /// "who", "which".
    Relative,
    /// What somebody says: "that", or nothing but the verb of saying before.
    Complement,
}

impl Clause {
    /// The finite verb.
    pub(crate) fn finite(&self) -> Option<&Verb> {
        self.verbs.iter().find(|v| v.form == Form::Finite)
    }

    /// Whether a token lies in the clause.
    pub(crate) fn holds(&self, token: usize) -> bool {
        (self.first as usize..self.last as usize).contains(&token)
    }
}

/// What stands at least between the start of a verb and a time within it: its first word, and a preposition.
const LED: usize = 2;

/// The clause and, in it, the verb that governs what stands at a token.
pub(crate) fn governor(clauses: &[Clause], token: usize) -> Option<(usize, usize)> {
    let mut at = clauses.iter().position(|c| c.holds(token))?;
    // Each step goes to another clause of the sentence; a clause seen twice ends the search.
    for _ in 0..clauses.len() {
        let whole = |&i: &usize| i == at || clauses[i].resumes == Some(at) || clauses[at].resumes == Some(i);
        let related = || (0..clauses.len()).filter(whole);
        let verbs = || related().flat_map(|c| (0..clauses[c].verbs.len()).map(move |v| (c, v)));
        // "had on Monday vetoed": the verb around it.
        let around = |v: &Verb| (v.first as usize + LED..v.last as usize).contains(&token);
        let around = || verbs().find(|&(c, v)| around(&clauses[c].verbs[v]));
        let before = verbs().rfind(|&(c, v)| clauses[c].verbs[v].last as usize <= token).or_else(around);
        let after = || verbs().find(|&(c, v)| clauses[c].verbs[v].first as usize > token);
        if let Some(found) = before.or_else(after) {
            return Some(found);
        }
        let next = match clauses[at].opener {
            Opener::Start if at + 1 < clauses.len() && clauses[at + 1].opener != Opener::Quote => {
                Some(at + 1)
            }
            _ => clauses[at].parent,
        };
        at = next?;
    }
    None
}

/// Whether a clause in the past tense tells of the future: "would strike unless talks resumed by Friday".
pub(super) fn is_supposed(clauses: &[Clause], clause: usize) -> bool {
    let would = |c: &Clause| c.finite().is_some_and(|v| v.tense == Tense::Future && v.modal);
    clauses.get(clause).is_some_and(|c| c.opener == Opener::If) && clauses.iter().any(would)
}

/// Whether a clause in the present tense tells of the future: "if he wins", "when the market opens, shares will fall".
pub(super) fn is_hypothetical(clauses: &[Clause], clause: usize) -> bool {
    let future = |c: &Clause| c.finite().is_some_and(|v| v.tense == Tense::Future);
    match clauses.get(clause).map(|c| c.opener) {
        Some(Opener::If) => true,
        Some(Opener::Subordinator) => clauses.iter().any(future),
        _ => false,
    }
}
