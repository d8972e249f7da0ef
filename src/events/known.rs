//! What is known of the sentence that is read: roots of its words and subjects of its clauses, each found once.

use super::site::{Reader, Site};
use crate::lang::Stem;
use crate::segment::Verb;
use std::cell::{Cell, RefCell};
use std::ops::Range;

/// The subject of a clause, where it was asked for.
type Asked = Option<Option<Range<usize>>>;

/// What was found of one sentence, when it was first asked for.
#[derive(Debug, Default)]
pub(super) struct Known {
    sentence: Cell<Option<usize>>,
    /// Its first token.
    first: Cell<usize>,
    /// By token, [`Stem::NONE`] of what was not asked for.
    roots: RefCell<Vec<Stem>>,
    /// By clause.
    subjects: RefCell<Vec<Asked>>,
}

impl Known {
    /// Turns to another sentence, of which nothing is known.
    pub(super) fn turn_to(&self, site: &Site<'_>, tokens: Range<usize>) {
        self.sentence.set(Some(site.sentence));
        self.first.set(tokens.start);
        let (mut roots, mut subjects) = (self.roots.borrow_mut(), self.subjects.borrow_mut());
        roots.clear();
        roots.resize(tokens.len(), Stem::NONE);
        subjects.clear();
        subjects.resize(site.clauses.len(), None);
    }
}

impl Reader<'_> {
    /// What the forms of a token's word share.
    pub(super) fn root(&self, token: usize) -> Stem {
        let find = || self.language.morphology.root(self.document.word(token));
        match self.known.roots.borrow_mut().get_mut(token.wrapping_sub(self.known.first.get())) {
            None => find(),
            Some(root) => {
                if *root == Stem::NONE {
                    *root = find();
                }
                *root
            }
        }
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

    /// Whether a verb sets another time for what was planned: "postponed", "pushed back".
    pub(super) fn reschedules(&self, verb: &Verb) -> bool {
        let behind = || self.root(verb.last as usize);
        self.language.relations.reschedules(self.root(verb.head as usize), behind)
    }
}

impl Site<'_> {
    /// The tokens of a clause's subject: before its verb or, with a verb of saying, behind it.
    pub(super) fn subject(&self, clause: usize) -> Option<Range<usize>> {
        let Known { sentence, subjects, .. } = self.reader.known;
        if sentence.get() != Some(self.sentence) {
            return self.find_subject(clause);
        }
        if let Some(Some(known)) = subjects.borrow().get(clause) {
            return known.clone();
        }
        let found = self.find_subject(clause);
        if let Some(subject) = subjects.borrow_mut().get_mut(clause) {
            *subject = Some(found.clone());
        }
        found
    }
}
