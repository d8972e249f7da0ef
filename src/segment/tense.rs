//! The tense that steers an expression of time: that of the verb which governs it, read with what stands beside it.

use super::clause::{self, Clause};
use super::{Document, Form, Verb};
use crate::expression::Tense;
use crate::lang::{Language, Role};

impl Verb {
    /// The tense that steers an expression of time which starts at `token`.
    pub(crate) fn tense_for(&self, document: &Document<'_>, token: usize) -> Tense {
        let aimed = token > 0 && document.has(token - 1, Role::Purpose);
        // "He scheduled a hearing for Friday"
        if aimed && self.meaning.has(Role::Plan) {
            return Tense::Future;
        }
        // "She is meeting them on Friday": the present progressive with a date tells an arrangement.
        if self.progressive && self.tense == Tense::Present && self.first < token as u32 {
            return Tense::Future;
        }
        // "The summit opens Tuesday": so does a schedule; and "On Tuesday, the union plans to vote".
        let behind = self.first < token as u32;
        let plans_to = self.meaning.has(Role::Plan) && document.has(self.last as usize, Role::To);
        if self.tense == Tense::Present && (self.meaning.has(Role::Schedule) && behind || plans_to) {
            return Tense::Future;
        }
        // "has scheduled a hearing Thursday": what is planned lies ahead, but "set a record Thursday" and "had been scheduled
        // for Thursday" do not.
        let first = document.roles(self.first as usize);
        let pluperfect = first.has(Role::Have) && first.has(Role::Past);
        let plans = self.meaning.has(Role::Plan) && !document.has(self.head as usize, Role::Base);
        let object = behind && self.last < token as u32;
        if self.tense == Tense::Past && self.form == Form::Finite && plans && object && !pluperfect {
            return Tense::Future;
        }
        self.tense
    }
}

/// The tenses of a document, asked for in the order of the text: a sentence is parted into clauses once.
#[derive(Debug)]
pub(crate) struct Tenses<'a> {
    document: &'a Document<'a>,
    language: &'a Language,
    sentence: Option<usize>,
    clauses: Vec<Clause>,
}

impl<'a> Tenses<'a> {
    /// Nothing is parted yet.
    pub(crate) const fn new(document: &'a Document<'a>, language: &'a Language) -> Self {
        Tenses { document, language, sentence: None, clauses: Vec::new() }
    }

    /// As [`Document::tense_at`].
    pub(crate) fn at(&mut self, token: usize) -> Tense {
        self.governing(token).0
    }

    /// The tense of the verb that governs an expression which starts at a token, and whether it is negated.
    pub(crate) fn governing(&mut self, token: usize) -> (Tense, bool) {
        let Some(sentence) = self.document.sentence_of(token) else { return (Tense::None, false) };
        if self.sentence != Some(sentence) {
            self.clauses = self.document.clauses(sentence, self.language);
            self.sentence = Some(sentence);
        }
        let Some((clause, verb)) = clause::governor(&self.clauses, token) else {
            return (Tense::None, false);
        };
        let verb = &self.clauses[clause].verbs[verb];
        let tense = match verb.tense_for(self.document, token) {
            Tense::Present if clause::is_hypothetical(&self.clauses, clause) => Tense::Future,
            tense => tense,
        };
        (tense, verb.negated)
    }
}
