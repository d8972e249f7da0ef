//! A document's sentences in clauses, each parted once.

use super::clause::Opener;
use super::{Clause, Document, Form, TokenKind, clause, tense};
use crate::expression::{Relation, Tense};
use crate::lang::{Language, Role, Roles};
use std::cell::OnceCell;
use std::ops::Range;

/// The clauses of a document, a sentence's when they are first asked for: tenses, events, pronouns and speakers all ask for them,
/// and of most sentences nobody does.
#[derive(Debug)]
pub(crate) struct Parted<'a> {
    pub(crate) document: &'a Document<'a>,
    pub(crate) language: &'a Language,
    clauses: Vec<OnceCell<Vec<Clause>>>,
}

impl<'a> Parted<'a> {
    /// Nothing is parted yet.
    pub(crate) fn new(document: &'a Document<'a>, language: &'a Language) -> Self {
        let clauses = document.sentences.iter().map(|_| OnceCell::new()).collect();
        Parted { document, language, clauses }
    }

    /// The clauses of a sentence, in order; none where there is no sentence of that number.
    pub(crate) fn clauses(&self, sentence: usize) -> &[Clause] {
        let part = || self.document.clauses(sentence, self.language);
        self.clauses.get(sentence).map_or(&[], |clauses| clauses.get_or_init(part))
    }

    /// Parts the sentences of some tokens, all in turn: that takes more code than a processor keeps at hand beside other code.
    pub(crate) fn part(&self, tokens: impl Iterator<Item = usize>) {
        for sentence in tokens.filter_map(|token| self.document.sentence_of(token)) {
            self.clauses(sentence);
        }
    }

    /// The tense of the verb that governs an expression which starts at a token of a sentence, and whether it is negated.
    pub(crate) fn governing(&self, sentence: usize, token: usize) -> (Tense, bool) {
        tense::governing(self.document, self.clauses(sentence), token)
    }

    /// Whether a verb in the past tense governs an expression of these tokens of a sentence, and no mark or word between them leads ahead:
    /// "was hired on Dec. 1", but "was extended until Jan. 5" and "declared a dividend, payable Dec. 15".
    pub(crate) fn is_settled(&self, sentence: usize, tokens: Range<usize>) -> bool {
        const PLANS: Roles =
            Roles::of(&[Role::Plan, Role::Promise, Role::Purpose, Role::To, Role::Threat, Role::Linker]);
        const LEADS: Roles = Roles::of(&[Role::Preposition, Role::Determiner, Role::Coordinator]);
        let document = self.document;
        let clauses = self.clauses(sentence);
        let Some((n, verb)) = clause::governor(clauses, tokens.start) else { return false };
        let (clause, n) = (&clauses[n], verb);
        let verb = &clause.verbs[n];
        let (first, last) = (verb.first as usize, verb.last as usize);
        let subject = tokens.start < first && !document.has(first, Role::Be);
        // "They cut hours from June 1" may lie ahead.
        // "agreed on February 17 to close": what was agreed follows.
        let active = !(verb.first..verb.head).any(|i| document.has(i as usize, Role::Be));
        let beside = verb.last as usize + 1 == tokens.start && document.has(tokens.start - 1, Role::TimeLead);
        // "agreed in January"
        let ends = document.tokens.get(tokens.end).is_none_or(|t| t.kind == TokenKind::Mark);
        let done = ends && !verb.meaning.any(Roles::of(&[Role::Plan, Role::Threat]));
        let told = active && beside && (document.has(tokens.end, Role::To) || done);
        // "who was hired in 2024, quit on Jan. 6": of one, no base form.
        let several = |i: usize| {
            document.is_plural(i, self.language)
                || document.roles(i).any(Roles::of(&[Role::Many, Role::Plural]))
                || document.has(i, Role::Pronoun) && !document.has(i, Role::Personal)
        };
        let base = document.has(verb.head as usize, Role::Base)
            && verb.form == Form::Finite
            && !subject
            && first.checked_sub(1).is_some_and(several);
        // "In January, the council agreed", "In December he was in Rome", "Christmas was quiet": what leads its clause says when that was.
        let led = tokens.start.checked_sub(1).is_some_and(|i| document.has(i, Role::Preposition));
        let leads_clause = tokens.start < first
            && (document.is_comma(tokens.end) || tokens.end == first || led)
            && (clause.first as usize..tokens.start).all(|i| document.roles(i).any(LEADS));
        let plain = !base && !verb.meaning.any(PLANS) || told || leads_clause && active;
        let past = match verb.form {
            Form::Finite => verb.tense == Tense::Past,
            Form::Participle => verb.tense == Tense::Past && self.is_done(clause, n, &tokens),
            // "by setting a Jan. 14 return date"
            Form::Gerund => {
                let before = tokens.start.checked_sub(1);
                !before.is_some_and(|i| document.has(i, Role::Determiner)) && self.has_been(clause, n)
            }
            Form::Infinitive => false,
        };
        if !past || !plain {
            return false;
        }
        // "The Jan. 6 riot left five dead", but "The Jan. 5 vote was postponed".
        let mut between = if subject { tokens.end..first } else { last..tokens.start };
        let lasts = |i: usize| {
            let led = self.language.relations.connectives(document.tokens[i].word);
            led.iter().any(|c| c.words.len() == 1 && c.relation == Relation::Until)
        };
        // "took effect Jan. 1" has its object right behind; "said the talks start Jan. 5" may have another verb.
        let leads = |i: usize| {
            // "4.1 percent", "$3"
            let sum =
                |i: usize| document.tokens.get(i + 1).is_some_and(|t| t.glued && t.kind == TokenKind::Number);
            let mark = document.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Mark) && !sum(i);
            let noun = i == last || i + 1 == first || document.has(i - 1, Role::Determiner);
            // "He returned after Christmas", but "was cancelled until January"
            let own = i == last && i + 1 == tokens.start && document.has(i, Role::Linker) && !lasts(i);
            mark || document.roles(i).any(PLANS) && !own || !noun && document.has(i, Role::Base)
        };
        leads_clause || (subject || last <= tokens.start) && !between.any(leads)
    }

    /// Whether a verb that tells what will be governs the expression at a token of a sentence, and no happening stands between that might
    /// have been then: "will be held in November", but "will be tried for the robbery in November".
    pub(crate) fn is_to_come(&self, sentence: usize, token: usize) -> bool {
        const AHEAD: Roles = Roles::of(&[Role::Will, Role::Modal]);
        let document = self.document;
        let clauses = self.clauses(sentence);
        let Some((clause, verb)) = clause::governor(clauses, token) else { return false };
        let verb = &clauses[clause].verbs[verb];
        let first = document.roles(verb.first as usize);
        let will = verb.form == Form::Finite && verb.tense == Tense::Future && first.any(AHEAD);
        let scheduled = verb.tense == Tense::Present && verb.meaning.has(Role::Schedule);
        let happened = |i: usize| {
            let root = self.language.morphology.root(document.word(i));
            document.has(i, Role::Happening) || !self.language.relations.deeds(root).is_empty()
        };
        let mut behind = (verb.last as usize)..token;
        let led = behind.clone().find(|&i| document.has(i, Role::Preposition)).unwrap_or(token);
        (will || scheduled) && !behind.any(|i| i > led && happened(i))
    }

    /// Whether what a participle tells was done by then, since a comma parts it from what will be, or the main verb tells what was: "a deal
    /// signed in December, the bank will", "A report published in January said"; "cars sold in December will" may lie ahead.
    fn is_done(&self, clause: &Clause, n: usize, tokens: &Range<usize>) -> bool {
        let document = self.document;
        let verb = &clause.verbs[n];
        let parted = |i: usize| document.tokens.get(i).is_none_or(|t| t.kind == TokenKind::Mark);
        let opened = verb.first == clause.first
            || verb.first.checked_sub(1).is_some_and(|i| document.is_comma(i as usize))
            || document.has(clause.first as usize, Role::Preposition);
        let main = clause.finite().is_some_and(|v| v.tense == Tense::Past && v.first as usize >= tokens.end);
        // "The deal signed in January will"
        let noun = (verb.first as usize).saturating_sub(1);
        let one = verb.first > clause.first
            && document.has(clause.first as usize, Role::Determiner)
            && !document.is_plural(noun, self.language)
            && !document.has(noun, Role::Many);
        opened && parted(tokens.end) || main || one
    }

    /// Whether what a gerund tells was, since its verb tells what was: "began investigating", "Having resigned", "jailed for killing", but
    /// "proposed raising".
    fn has_been(&self, clause: &Clause, n: usize) -> bool {
        const AHEAD: Roles = Roles::of(&[Role::Plan, Role::Promise, Role::Threat, Role::Say]);
        let document = self.document;
        let verb = &clause.verbs[n];
        let perfect = document.has(verb.first as usize, Role::Have);
        let main = clause.verbs[..n].iter().rfind(|v| v.form == Form::Finite).or_else(|| clause.finite());
        let done = main.is_some_and(|v| {
            let meaning = if v.meaning.has(Role::Deny) { v.meaning.without(AHEAD) } else { v.meaning };
            v.tense == Tense::Past && !v.progressive && !meaning.any(AHEAD)
        });
        // "in revolving loans"
        let behind = verb.last as usize;
        let object = document.roles(behind).any(Roles::of(&[
            Role::Determiner,
            Role::Pronoun,
            Role::Preposition,
            Role::Adverb,
        ])) || document.tokens.get(behind).is_some_and(|t| t.capital);
        let complement = main.is_some_and(|v| v.last == verb.first);
        perfect
            || done
                && (object || complement)
                && !verb.under.any(Roles::of(&[Role::Plan, Role::Promise, Role::Threat]))
    }

    /// Whether a token stands in a clause that hangs on another one.
    pub(crate) fn is_aside(&self, sentence: usize, token: usize) -> bool {
        let clause = self.clauses(sentence).iter().find(|c| c.holds(token));
        clause.is_some_and(|c| {
            matches!(c.opener, Opener::Subordinator | Opener::Relative) && c.parent.is_some()
        })
    }

    /// Whether a token stands in a relative clause that another token is none of: "who arrived in 1960, died on October 1".
    pub(crate) fn is_apart(&self, sentence: usize, token: usize, other: usize) -> bool {
        let clauses = self.clauses(sentence);
        let relative = clauses.iter().find(|c| c.holds(token)).filter(|c| c.opener == Opener::Relative);
        relative.is_some_and(|c| !c.holds(other))
    }

    /// Whether an expression which starts at a token of a sentence says when somebody spoke: "said Friday".
    pub(crate) fn says(&self, number: usize, token: usize) -> bool {
        // A sentence without a word of saying need not be parted for that.
        let Some(sentence) = self.document.sentences.get(number) else { return false };
        if !(sentence.first..sentence.last).any(|i| self.document.has(i as usize, Role::Say)) {
            return false;
        }
        let clauses = self.clauses(number);
        clause::governor(clauses, token).is_some_and(|(clause, verb)| {
            let verb = &clauses[clause].verbs[verb];
            // What "was announced at 1:30 p.m." is no speaker.
            let passive = self.document.has(verb.first as usize, Role::Be);
            verb.form == Form::Finite && verb.meaning.has(Role::Say) && !passive
        })
    }
}
