//! Clauses: stretches of a sentence with at most one finite verb.
//!
//! A sentence is cut, in one walk from left to right, at marks that part clauses (semicolons, dashes, brackets, the marks of
//! speech), before words that open a clause ("who", "because", "that"), and, where a second finite verb turns up in a clause,
//! between the two verbs: at a conjunction, behind a verb of saying, at a comma, or before the second verb's subject. A clause
//! that is interrupted before its verb ("The mayor, who …, said") waits, and the clause that brings its verb *resumes* it.

use super::aside;
use super::boundary::{Boundary, OPENERS};
use super::clause::{Clause, Opener, Verbs};
use super::verb::{self, Form, Verb};
use super::{Document, Sentence, Token, TokenKind};
use crate::expression::Tense;
use crate::lang::{Language, Role, Roles};

/// The clauses of a sentence.
pub(super) fn clauses(document: &Document<'_>, sentence: &Sentence, language: &Language) -> Vec<Clause> {
    let mut verbs = verb::verbs(document, sentence, language);
    aside::demote(document, &mut verbs);
    let (first, last) = (sentence.body as usize, sentence.last as usize);
    let finite = verbs.iter().filter(|v| v.form == Form::Finite).count();
    let mut walk = Walk {
        document,
        language,
        tokens: document.tokens.get(first..last).unwrap_or_default(),
        first,
        last,
        clauses: Vec::with_capacity(finite + 1),
        awaiting: Vec::new(),
        open: Open { first, opener: Opener::Start, parent: None, resumes: None, verbs: Verbs::new() },
    };
    walk.walk(&verbs);
    walk.clauses
}

/// Verb forms that may stand right behind a subject.
pub(super) const NOUN_PHRASE: Roles = Roles::of(&[Role::Determiner, Role::Pronoun]);

/// Words that no noun phrase without an article holds.
pub(super) const CLOSED: Roles = Roles::of(&[
    Role::Determiner,
    Role::Pronoun,
    Role::Preposition,
    Role::Coordinator,
    Role::Relative,
    Role::Subordinator,
    Role::To,
]);

pub(super) struct Open {
    pub(super) first: usize,
    pub(super) opener: Opener,
    pub(super) parent: Option<usize>,
    pub(super) resumes: Option<usize>,
    pub(super) verbs: Verbs,
}

pub(super) struct Walk<'a> {
    pub(super) document: &'a Document<'a>,
    pub(super) language: &'a Language,
    /// The tokens of the sentence, of which the first is that of index `first` of the document.
    tokens: &'a [Token],
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) clauses: Vec<Clause>,
    /// Clauses that were interrupted before their verb.
    pub(super) awaiting: Vec<usize>,
    pub(super) open: Open,
}

impl Walk<'_> {
    fn walk(&mut self, verbs: &[Verb]) {
        if self.is_inverted() {
            self.open.opener = Opener::If;
        }
        let mut rest = verbs.iter().peekable();
        let mut i = self.first;
        // The clause that a quote interrupts; what follows the quote may go on with it.
        let mut around = None;
        // The clause with a verb that a bracket interrupts.
        let mut bracketed = None;
        while i < self.last {
            if let Some(verb) = rest.next_if(|v| v.first as usize == i) {
                let ahead = verbs.partition_point(|v| v.first <= verb.first);
                self.verb(*verb, verbs.get(ahead..).unwrap_or_default());
                i = verb.last as usize;
                continue;
            }
            let verb = rest.peek().map_or(self.last, |v| v.first as usize);
            let plain = self.plain_words(i, verb);
            if plain > 0 {
                i += plain;
                continue;
            }
            match self.boundary(i) {
                Some(Boundary::Opens(opener)) => {
                    self.cut(i, opener);
                    if self.document.is(i, ";") {
                        // What a semicolon ends does not go on behind it.
                        self.awaiting.clear();
                    }
                    if opener == Opener::Quote {
                        around = self.clauses.len().checked_sub(1);
                    } else if matches!(self.document.word(i), "(" | "[") {
                        let last = self.clauses.len().checked_sub(1);
                        bracketed = last.filter(|&n| {
                            self.clauses[n].finite().is_some() && self.clauses[n].last as usize == i
                        });
                    }
                }
                Some(Boundary::Closes(opener)) => {
                    self.cut(i + 1, opener);
                    if opener == Opener::Quote {
                        self.open.parent = around.take();
                    } else if let Some(told) = bracketed.take() {
                        // "paid $40 million (£20 million) for the firm": it goes on where the bracket opened.
                        self.open.resumes = Some(told);
                    }
                }
                None => {
                    if let Some(main) = self.ends_dated_aside(i, verbs) {
                        self.cut(i + 1, Opener::Mark);
                        self.open.resumes = Some(main);
                    } else if let Some(opener) = self.opener(i, verbs) {
                        self.subordinate(i, opener);
                    }
                }
            }
            i += 1;
        }
        self.cut(self.last, Opener::Mark);
    }

    /// How many words from `i` on, before the token at `end`, neither part clauses nor open one: most do not.
    fn plain_words(&self, i: usize, end: usize) -> usize {
        let ahead = self.tokens.get(i - self.first..end.min(self.last) - self.first).unwrap_or_default();
        let plain = |t: &&Token| t.kind != TokenKind::Mark && !t.roles.any(OPENERS);
        ahead.iter().take_while(plain).count()
    }

    #[inline]
    pub(super) fn roles(&self, i: usize) -> Roles {
        self.tokens.get(i.wrapping_sub(self.first)).map_or(Roles::NONE, |t| t.roles)
    }

    /// Ends the open clause before `at` and opens another there.
    fn cut(&mut self, at: usize, opener: Opener) {
        let at = at.min(self.last);
        let next = Open { first: at, opener, parent: None, resumes: None, verbs: Verbs::new() };
        let mut open = std::mem::replace(&mut self.open, next);
        if at <= open.first {
            // Nothing stands between: the clause is opened by the later of two openers, where the earlier says nothing.
            self.open = Open { opener: if opener == Opener::Mark { open.opener } else { opener }, ..open };
            return;
        }
        let split = open.verbs.partition_point(|v| (v.first as usize) < at);
        if split < open.verbs.len() {
            self.open.verbs = open.verbs.drain(split..).collect();
        }
        let index = self.clauses.len();
        let told = open.resumes.is_some_and(|n| self.clauses[n].finite().is_some());
        let waits = !told && !open.verbs.iter().any(|v| v.form == Form::Finite);
        // What stands in brackets or between dashes waits for nothing.
        let mark = self.document.word(open.first);
        let dashed = matches!(mark, "—" | "–" | "-") && self.document.is(at, mark);
        // Nor does a participle between commas: ", built in 1961".
        let described = open.opener == Opener::Relative
            && open.first.checked_sub(1).is_some_and(|i| self.document.is_comma(i))
            && open.verbs.first().is_some_and(|v| v.form == Form::Participle);
        let aside = matches!(mark, "(" | "[") || dashed || described;
        if waits && !aside && open.opener != Opener::Quote && self.is_wordy(open.first, at) {
            self.awaiting.push(index);
        }
        if opener != Opener::Quote {
            self.open.parent = Some(index);
        }
        self.clauses.push(Clause {
            span: self.document.span(open.first, at),
            first: open.first as u32,
            last: at as u32,
            opener: open.opener,
            parent: open.parent,
            resumes: open.resumes,
            verbs: open.verbs,
        });
    }

    fn is_wordy(&self, first: usize, last: usize) -> bool {
        (first..last).any(|i| self.document.tokens.get(i).is_some_and(|t| t.kind != TokenKind::Mark))
    }

    /// Opens a subordinate clause at `i`; a preposition before "which" goes with it.
    fn subordinate(&mut self, i: usize, opener: Opener) {
        let pied =
            opener == Opener::Relative && i > self.open.first + 1 && self.roles(i - 1).has(Role::Preposition);
        // "and that he had done nothing wrong": it hangs on what the clause before it hangs on.
        let joined = opener == Opener::Complement
            && i > self.open.first + 1
            && self.roles(i - 1).has(Role::Coordinator);
        let at = if pied || joined { i - 1 } else { i };
        let beside = self.open.parent.filter(|_| joined && self.open.opener == Opener::Complement);
        let led = (self.open.first..at).all(|k| {
            self.document.tokens.get(k).is_some_and(|t| t.kind == TokenKind::Mark)
                || self.roles(k).has(Role::Coordinator)
        });
        if led && self.open.verbs.is_empty() {
            self.open.opener = opener;
        } else {
            self.cut(at, opener);
            if let Some(parent) = beside {
                self.open.parent = Some(parent);
            }
        }
    }

    /// Takes a verb in; a second finite verb parts the clause. Those ahead follow it in the sentence.
    fn verb(&mut self, verb: Verb, ahead: &[Verb]) {
        if verb.form == Form::Finite {
            if let Some(joiner) = self.joins_resumed(&verb) {
                let main = self.open.resumes;
                self.cut(joiner, Opener::Coordinator);
                self.open.parent = main;
            }
            if let Some(comma) = self.opens_attribution(&verb, ahead) {
                self.cut(comma, Opener::Mark);
                self.open.parent = None;
                self.open.verbs.push(Verb { ambiguous: false, ..verb });
                return;
            }
            if self.open.verbs.is_empty() && self.has_subject(self.open.first, &verb) {
                // A subject of its own: it goes on with nothing.
                self.open.resumes = None;
            }
            let earlier = self.open.verbs.iter().position(|v| v.form == Form::Finite);
            if earlier.is_none()
                && let Some(pronoun) = self.opens_unmarked(&verb)
            {
                self.cut(pronoun, Opener::Relative);
                self.open.verbs.push(verb);
                return;
            }
            if earlier.is_none()
                && let Some(comma) = self.ends_said(&verb).or_else(|| self.ends_condition(&verb))
            {
                let said = self.open.opener == Opener::Complement;
                self.cut(comma, Opener::Mark);
                self.open.parent = None;
                // What is said waits no longer, nor does a condition.
                let ended = self.clauses.len().checked_sub(1);
                self.awaiting.retain(|&n| Some(n) != ended);
                if said || !self.has_subject(comma, &verb) {
                    self.resume();
                }
                self.open.verbs.push(verb);
                return;
            }
            // "is expected to show retail sales fell": what is shown has a verb of its own.
            let shown = self.open.verbs.last().filter(|v| v.form == Form::Infinitive && !verb.ambiguous);
            if let Some(from) = shown.map(|v| v.last as usize)
                && self.subject_start(&verb, from) == from
                && from < verb.first as usize
                // "an authority to supervise them was introduced"
                && !self.is_object(from)
                && verb.tense == Tense::Past
            {
                self.cut(from, Opener::Complement);
                self.open.verbs.push(verb);
                return;
            }
            if earlier.is_some()
                && let Some(comma) = self.opens_aside(&verb)
            {
                self.cut(comma + 1, Opener::Relative);
                self.open.verbs.push(Verb { form: Form::Participle, ..verb });
                return;
            }
            match earlier {
                Some(n) if self.is_awaited(&verb, ahead) => {
                    self.await_described();
                    // "The deal that the firm signed": the verb lacks its object.
                    let told = self.open.verbs[n].last as usize;
                    let noun = self.open.first.checked_sub(1).map_or(Roles::NONE, |i| self.roles(i));
                    if self.open.opener == Opener::Complement
                        && !noun.has(Role::Content)
                        && (told == verb.first as usize
                            || self.names_time(told)
                            || self.roles(told).has(Role::TimeLead))
                    {
                        self.open.opener = Opener::Relative;
                    }
                    self.cut(verb.first as usize, Opener::Mark);
                    self.resume();
                }
                _ if self.is_joined_participle(&verb) || self.is_object_of_gerund(&verb) => {
                    self.open.verbs.push(Verb { form: Form::Participle, ..verb });
                    return;
                }
                Some(n) if self.is_done_by(n) => self.part(n, &verb),
                Some(n) if self.is_described(n, &verb) || self.is_fused(&self.open.verbs[n], &verb) => {
                    self.open.verbs.push(Verb { form: Form::Participle, ..verb });
                    return;
                }
                Some(n) => self.part(n, &verb),
                None if !self.has_subject(self.open.first, &verb) || self.open.opener == Opener::Mark => {
                    self.resume();
                }
                None => {}
            }
        }
        self.open.verbs.push(verb);
    }

    /// The open clause goes on with the one that waits for its verb.
    fn resume(&mut self) {
        if matches!(self.open.opener, Opener::Mark | Opener::Coordinator) {
            self.open.resumes = self.awaiting.pop().or_else(|| self.part_interrupted());
        }
    }

    /// Parts the open clause between its finite verb, the `n`-th, and the next one.
    fn part(&mut self, n: usize, next: &Verb) {
        let verb = self.open.verbs[n];
        let (from, to) = (verb.last as usize, next.first as usize);
        // "documents that the board released last week tell": the second verb is that of the clause which waits.
        // "the club, where 40 people died in January, was"
        let placed =
            self.open.opener == Opener::Subordinator && !self.roles(self.open.first).has(Role::Linker);
        let relative = (self.open.opener == Opener::Relative || placed)
            && !self.awaiting.is_empty()
            && self.has_subject(self.open.first + 1, &verb);
        // "which was built in 1961 and raised in 1977, supplies": the comma ends what goes on with the relative clause.
        let joined = self.open.opener == Opener::Coordinator
            && !self.awaiting.is_empty()
            && !self.has_subject(self.open.first, &verb)
            && self.document.is_comma(to.saturating_sub(1));
        // "Demolition of what is left is scheduled"
        let fused = Roles::of(&[Role::Pronoun, Role::Noun]);
        let what = (verb.first as usize).checked_sub(1).is_some_and(|i| self.roles(i).common(fused) == fused);
        if what && verb.first as usize > self.open.first + 1 && from == to {
            self.open.verbs[n].form = Form::Participle;
            return;
        }
        // "Prosecutors say Hale, then 29, shot the clerk"
        let described = verb.meaning.has(Role::Say) && self.says_of_described(n, to);
        if verb.ambiguous && !relative && !joined && !described && self.is_reduced(&verb, next) {
            self.open.verbs[n].form = Form::Participle;
            return;
        }
        let subject = self.subject_start(next, from);
        let commas =
            (from..subject.min(to)).rev().find(|&i| self.document.is_comma(i) && !self.parts_date(i));
        let mut conjunction = (from..to).rev().find(|&i| self.parts_clauses(i));
        // "expires in May, and neither Oslo nor Rome has said": the joiner before both.
        if let Some(nor) = conjunction.filter(|&i| self.roles(i).has(Role::Negation)) {
            let joins = |&i: &usize| self.parts_clauses(i) && i > from && self.document.is_comma(i - 1);
            conjunction = (from..nor).rev().find(joins).or(conjunction);
        }
        let subject = if self.says_of_placed(&verb, subject) { from } else { subject };
        // "denied the charge and the case was dropped": what is denied is a thing.
        let denies = verb.meaning.has(Role::Deny) && conjunction.is_some();
        let reports = verb.meaning.has(Role::Say)
            && !denies
            && commas.is_none()
            && subject < to
            && !self.roles(subject.wrapping_sub(1)).has(Role::Coordinator);
        match (conjunction, commas) {
            _ if reports => {
                self.cut(subject, Opener::Complement);
            }
            (None, Some(_)) if described => {
                self.cut(from, Opener::Complement);
            }
            // "said a cut before the end of June was unlikely"
            (None, None) if verb.meaning.has(Role::Say) && self.roles(from).has(Role::Determiner) => {
                self.cut(from, Opener::Complement);
            }
            // "and, the next week, flew": what stands between the commas belongs to the verb behind.
            (Some(at), comma)
                if comma.is_none_or(|c| c < at)
                    || self.document.is_comma(at + 1)
                    || self.is_interrupted(at, to) =>
            {
                self.cut(at, Opener::Coordinator);
            }
            (_, Some(at)) => {
                let at = self.described_speaker(from, next).unwrap_or(at);
                let own = at + 1 < subject || subject < to && !(subject..to).all(|i| self.names_time(i));
                let relative = self.open.opener == Opener::Relative;
                self.cut(at, Opener::Mark);
                self.open.parent = None;
                // "Under the rules, which come into force on Jan. 1, landlords must": it goes on with nothing.
                if !(relative
                    && own
                    && self.roles(subject).any(NOUN_PHRASE.union(Roles::of(&[Role::Many, Role::Person]))))
                {
                    self.resume();
                }
            }
            _ => {
                // "The ship that ran onto a rock with 200 aboard was": the verb is that of the clause which waits.
                // "The house where he lived until May was sold": so it is behind a time, which is no subject.
                let timed =
                    (subject..to).all(|i| self.names_time(i)) && self.open.opener == Opener::Subordinator;
                let resumes = (self.open.opener == Opener::Relative || timed) && !self.awaiting.is_empty();
                if !resumes && self.is_unmarked(subject, next) {
                    self.cut(subject, Opener::Relative);
                    return;
                }
                self.cut(if resumes { to } else { subject }, Opener::Mark);
                self.resume();
            }
        }
    }
}
