//! What is known of the document that is read: the subjects of its clauses, each found once.

use super::site::{Reader, Site};
use crate::lang::Stem;
use crate::segment::{Document, Verb};
use std::cell::RefCell;
use std::ops::Range;

/// What was found of a document, when it was first asked for.
#[derive(Debug)]
pub(super) struct Known {
    subjects: RefCell<Vec<Subject>>,
    /// For each sentence the last of its subjects.
    last: RefCell<Vec<Option<u32>>>,
}

/// The subject of a clause, where it has one.
#[derive(Debug)]
struct Subject {
    clause: u32,
    tokens: Option<Range<u32>>,
    /// The one of its sentence that was found before.
    before: Option<u32>,
}

impl Known {
    /// Nothing is known yet.
    pub(super) fn new(document: &Document<'_>) -> Self {
        Known { subjects: RefCell::default(), last: RefCell::new(vec![None; document.sentences.len()]) }
    }

    /// The subject of a clause, where it was asked for.
    fn subject(&self, sentence: usize, clause: usize) -> Option<Option<Range<usize>>> {
        let subjects = self.subjects.borrow();
        let mut at = *self.last.borrow().get(sentence)?;
        loop {
            let Subject { clause: of, tokens, before } = subjects.get(at? as usize)?;
            if *of as usize == clause {
                return Some(tokens.as_ref().map(|t| t.start as usize..t.end as usize));
            }
            at = *before;
        }
    }

    fn note(&self, sentence: usize, clause: usize, subject: Option<&Range<usize>>) {
        let mut subjects = self.subjects.borrow_mut();
        if let Some(last) = self.last.borrow_mut().get_mut(sentence) {
            let tokens = subject.map(|t| t.start as u32..t.end as u32);
            let before = last.replace(subjects.len() as u32);
            subjects.push(Subject { clause: clause as u32, tokens, before });
        }
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

    /// Whether a verb sets another time for what was planned: "postponed", "pushed back".
    pub(super) fn reschedules(&self, verb: &Verb) -> bool {
        let behind = || self.root(verb.last as usize);
        self.language.senses.reschedules(self.root(verb.head as usize), behind)
    }
}

impl Site<'_> {
    /// The tokens of a clause's subject: before its verb or, with a verb of saying, behind it.
    pub(super) fn subject(&self, clause: usize) -> Option<Range<usize>> {
        let known = self.reader.known;
        known.subject(self.sentence, clause).unwrap_or_else(|| {
            let found = self.find_subject(clause);
            known.note(self.sentence, clause, found.as_ref());
            found
        })
    }
}
