//! What is known of the document that is read: the subjects of its clauses, each found once.

use super::site::{Reader, Site};
use crate::lang::Stem;
use crate::segment::{Document, Verb};
use std::cell::RefCell;
use std::ops::Range;

/// The subject of a clause, where it was asked for.
type Asked = Option<Option<Range<usize>>>;

/// What was found of a document, when it was first asked for.
#[derive(Debug)]
pub(super) struct Known {
    /// By sentence and clause; none of a sentence of which no subject was asked for.
    subjects: RefCell<Vec<Vec<Asked>>>,
}

impl Known {
    /// Nothing is known yet.
    pub(super) fn new(document: &Document<'_>) -> Self {
        Known { subjects: RefCell::new(vec![Vec::new(); document.sentences.len()]) }
    }
}

impl Reader<'_> {
    /// What the forms of a token's word share.
    pub(super) fn root(&self, token: usize) -> Stem {
        self.language.morphology.root(self.document.word(token))
    }

    /// As [`Reader::root`], of the word that carries a verb's meaning, with its prefix: who is out-sold is not sold.
    pub(super) fn deed(&self, verb: &Verb) -> Stem {
        let (first, head) = (verb.first as usize, verb.head as usize);
        let prefixed = head >= first + 2 && self.document.is(head - 1, "-") && self.is_word(head - 2);
        if !prefixed {
            return self.root(head);
        }
        self.language.morphology.root(self.document.span(head - 2, head + 1).of(self.document.text))
    }
}

impl Site<'_> {
    /// The tokens of a clause's subject: before its verb or, with a verb of saying, behind it.
    pub(super) fn subject(&self, clause: usize) -> Option<Range<usize>> {
        let known = &self.reader.known.subjects;
        let of_clause = |sentences: &[Vec<Asked>]| sentences.get(self.sentence)?.get(clause)?.clone();
        if let Some(subject) = of_clause(&known.borrow()) {
            return subject;
        }
        let found = self.find_subject(clause);
        if let Some(subjects) = known.borrow_mut().get_mut(self.sentence) {
            subjects.resize(self.clauses.len(), None);
            if let Some(subject) = subjects.get_mut(clause) {
                *subject = Some(found.clone());
            }
        }
        found
    }
}
