//! Clauses: stretches of a sentence with at most one finite verb.
//!
//! A sentence is cut, in one walk from left to right, at marks that part clauses (semicolons, dashes, brackets, the marks of
//! speech), before words that open a clause ("who", "because", "that"), and, where a second finite verb turns up in a clause,
//! between the two verbs: at a conjunction, behind a verb of saying, at a comma, or before the second verb's subject. A clause
//! that is interrupted before its verb ("The mayor, who …, said") waits, and the clause that brings its verb *resumes* it.

use super::verb::{self, Form, Verb};
use super::{Document, Sentence, TokenKind};
use crate::expression::Tense;
use crate::lang::{Language, Role, Roles};
use crate::span::Span;

/// A stretch of a sentence with at most one finite verb.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// Where it stands, from its first to its last token.
    pub span: Span,
    /// Index of its first token.
    pub first: u32,
    /// Index after its last token.
    pub last: u32,
    /// What opens it.
    pub opener: Opener,
    /// The clause of the same sentence that it hangs on.
    pub parent: Option<usize>,
    /// The clause of the same sentence whose subject it goes on with.
    pub resumes: Option<usize>,
    /// Its verb groups, in order.
    pub verbs: Vec<Verb>,
}

/// What opens a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opener {
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
    pub fn finite(&self) -> Option<&Verb> {
        self.verbs.iter().find(|v| v.form == Form::Finite)
    }

    /// Whether a token lies in the clause.
    pub fn holds(&self, token: usize) -> bool {
        (self.first as usize..self.last as usize).contains(&token)
    }
}

/// The clause and, in it, the verb that governs what stands at a token.
pub fn governor(clauses: &[Clause], token: usize) -> Option<(usize, usize)> {
    let mut at = clauses.iter().position(|c| c.holds(token))?;
    // Each step goes to another clause of the sentence; a clause seen twice ends the search.
    for _ in 0..clauses.len() {
        let whole = |&i: &usize| i == at || clauses[i].resumes == Some(at) || clauses[at].resumes == Some(i);
        let related: Vec<usize> = (0..clauses.len()).filter(whole).collect();
        let verbs = || related.iter().flat_map(|&c| (0..clauses[c].verbs.len()).map(move |v| (c, v)));
        let before = verbs().rfind(|&(c, v)| clauses[c].verbs[v].last as usize <= token);
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

/// Whether a clause in the present tense tells of the future: "if he wins", "when the market opens, shares will fall".
pub(super) fn is_hypothetical(clauses: &[Clause], clause: usize) -> bool {
    let future = |c: &Clause| c.finite().is_some_and(|v| v.tense == Tense::Future);
    match clauses.get(clause).map(|c| c.opener) {
        Some(Opener::If) => true,
        Some(Opener::Subordinator) => clauses.iter().any(future),
        _ => false,
    }
}

/// The clauses of a sentence.
pub(super) fn clauses(document: &Document<'_>, sentence: &Sentence, language: &Language) -> Vec<Clause> {
    let verbs = verb::verbs(document, sentence, language);
    let first = sentence.body as usize;
    let mut walk = Walk {
        document,
        language,
        first,
        last: sentence.last as usize,
        clauses: Vec::new(),
        awaiting: Vec::new(),
        open: Open { first, opener: Opener::Start, parent: None, resumes: None, verbs: Vec::new() },
    };
    walk.walk(&verbs);
    walk.clauses
}

/// Verb forms that may stand right behind a subject.
const NOUN_PHRASE: Roles = Roles::of(&[Role::Determiner, Role::Pronoun]);

struct Open {
    first: usize,
    opener: Opener,
    parent: Option<usize>,
    resumes: Option<usize>,
    verbs: Vec<Verb>,
}

struct Walk<'a> {
    document: &'a Document<'a>,
    language: &'a Language,
    first: usize,
    last: usize,
    clauses: Vec<Clause>,
    /// Clauses that were interrupted before their verb.
    awaiting: Vec<usize>,
    open: Open,
}

impl Walk<'_> {
    fn walk(&mut self, verbs: &[Verb]) {
        let mut rest = verbs.iter().peekable();
        let mut i = self.first;
        // The clause that a quote interrupts; what follows the quote may go on with it.
        let mut around = None;
        while i < self.last {
            if let Some(verb) = rest.next_if(|v| v.first as usize == i) {
                self.verb(*verb);
                i = verb.last as usize;
                continue;
            }
            match self.boundary(i) {
                Some(Boundary::Opens(opener)) => {
                    self.cut(i, opener);
                    if opener == Opener::Quote {
                        around = self.clauses.len().checked_sub(1);
                    }
                }
                Some(Boundary::Closes(opener)) => {
                    self.cut(i + 1, opener);
                    if opener == Opener::Quote {
                        self.open.parent = around.take();
                    }
                }
                None => {
                    if let Some(opener) = self.opener(i, verbs) {
                        self.subordinate(i, opener);
                    }
                }
            }
            i += 1;
        }
        self.cut(self.last, Opener::Mark);
    }

    fn roles(&self, i: usize) -> Roles {
        if (self.first..self.last).contains(&i) { self.document.roles(i, self.language) } else { Roles::NONE }
    }

    /// Ends the open clause before `at` and opens another there.
    fn cut(&mut self, at: usize, opener: Opener) {
        let at = at.min(self.last);
        let next = Open { first: at, opener, parent: None, resumes: None, verbs: Vec::new() };
        let mut open = std::mem::replace(&mut self.open, next);
        if at <= open.first {
            // Nothing stands between: the clause is opened by the later of two openers, where the earlier says nothing.
            self.open = Open { opener: if opener == Opener::Mark { open.opener } else { opener }, ..open };
            return;
        }
        let split = open.verbs.partition_point(|v| (v.first as usize) < at);
        self.open.verbs = open.verbs.split_off(split);
        let index = self.clauses.len();
        let waits = !open.verbs.iter().any(|v| v.form == Form::Finite);
        if waits && open.opener != Opener::Quote && self.is_wordy(open.first, at) {
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

    /// A mark that parts clauses.
    fn boundary(&self, i: usize) -> Option<Boundary> {
        let document = self.document;
        let token = document.tokens.get(i)?;
        if token.kind != TokenKind::Mark {
            return None;
        }
        let digit = |i: usize| document.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Number);
        let between_digits = i > self.first && digit(i - 1) && digit(i + 1);
        let next_glued = document.tokens.get(i + 1).is_some_and(|t| t.glued);
        match document.word(i) {
            ";" | "(" | "[" => Some(Boundary::Opens(Opener::Mark)),
            ")" | "]" => Some(Boundary::Closes(Opener::Mark)),
            ":" | "—" | "–" | "_" if !between_digits => Some(Boundary::Opens(Opener::Mark)),
            "-" if !token.glued && (!next_glued || document.is(i + 1, "-")) => {
                Some(Boundary::Opens(Opener::Mark))
            }
            "“" | "”" | "\"" | "`" | "'" | "«" | "»" => self.speech(i),
            _ => None,
        }
    }

    /// Where speech starts or ends; marks around a mere word or phrase part nothing.
    fn speech(&self, i: usize) -> Option<Boundary> {
        let document = self.document;
        let token = document.tokens.get(i)?;
        let quote = *document.quotes.get(document.quote_at(token.start)?)?;
        let opens = token.start == quote.start;
        // The second half of ''.
        let closes = token.end == quote.end;
        if !(opens || closes) || !self.is_speech(quote) {
            return None;
        }
        Some(if opens { Boundary::Opens(Opener::Quote) } else { Boundary::Closes(Opener::Quote) })
    }

    /// Whether a quote is a clause of its own: it opens the sentence, or stands behind a comma, a colon or a verb of saying.
    fn is_speech(&self, quote: Span) -> bool {
        let first = self.document.token_at(quote.start);
        if first <= self.first {
            return self.document.tokens.get(self.first).is_some_and(|t| t.start >= quote.start)
                && (quote.len() > 40 || self.ends_openly(quote));
        }
        let before = first - 1;
        matches!(self.document.word(before), "," | ":" | "—" | "–" | "”" | "\"" | "'")
            || self.roles(before).has(Role::Say)
    }

    /// Whether the quote ends with a mark that says that it was speech: “Go home,” she said.
    fn ends_openly(&self, quote: Span) -> bool {
        let last = self.document.token_at(quote.end.saturating_sub(1));
        (last.saturating_sub(2)..=last).any(|i| matches!(self.document.word(i), "," | "?" | "!" | "."))
    }

    /// What the word at `i` opens, if it opens a clause.
    fn opener(&self, i: usize, verbs: &[Verb]) -> Option<Opener> {
        let roles = self.roles(i);
        if !roles.any(Roles::of(&[Role::Relative, Role::Subordinator, Role::If, Role::Linker])) {
            return None;
        }
        let before = i.checked_sub(1).map_or(Roles::NONE, |b| self.roles(b));
        let next = self.roles(i + 1);
        let dated = |i: usize| self.document.is_time_word(i, self.language);
        if roles.has(Role::If) {
            return Some(Opener::If);
        }
        if roles.has(Role::Relative) {
            return Some(Opener::Relative);
        }
        if roles.has(Role::Determiner) {
            // "that": a determiner behind a preposition and before a time, and nothing but one at the start.
            let phrase =
                before.has(Role::Preposition) && !before.has(Role::Adverb) || dated(i + 1) || i == self.first;
            let says = self
                .open
                .verbs
                .last()
                .is_some_and(|v| v.meaning.any(Roles::of(&[Role::Say, Role::Promise, Role::Plan])));
            let object = before.is_none()
                && self.document.tokens.get(i.wrapping_sub(1)).is_some_and(|t| t.kind == TokenKind::Word)
                && !says;
            return match () {
                () if phrase => None,
                () if object && !next.any(NOUN_PHRASE) => Some(Opener::Relative),
                () => Some(Opener::Complement),
            };
        }
        // "because of", "after the vote": prepositions, unless a finite verb follows before any mark.
        if next.has(Role::Preposition) && !next.has(Role::Adverb) && !next.has(Role::Linker) {
            return None;
        }
        let finite = verbs.iter().find(|v| v.first as usize > i && v.form == Form::Finite)?;
        let parted = (i + 1..finite.first as usize)
            .any(|k| matches!(self.document.word(k), "," | ";" | ":" | "—" | "“" | "”"));
        let other = (i + 1..finite.first as usize).any(|k| self.roles(k).has(Role::Relative));
        (!(roles.has(Role::Linker) && (parted || other))).then_some(Opener::Subordinator)
    }

    /// Opens a subordinate clause at `i`; a preposition before "which" goes with it.
    fn subordinate(&mut self, i: usize, opener: Opener) {
        let pied =
            opener == Opener::Relative && i > self.open.first + 1 && self.roles(i - 1).has(Role::Preposition);
        let at = if pied { i - 1 } else { i };
        let led = (self.open.first..at).all(|k| {
            self.document.tokens.get(k).is_some_and(|t| t.kind == TokenKind::Mark)
                || self.roles(k).has(Role::Coordinator)
        });
        if led && self.open.verbs.is_empty() {
            self.open.opener = opener;
        } else {
            self.cut(at, opener);
        }
    }

    /// Takes a verb in; a second finite verb parts the clause.
    fn verb(&mut self, verb: Verb) {
        if verb.form == Form::Finite {
            let earlier = self.open.verbs.iter().position(|v| v.form == Form::Finite);
            match earlier {
                Some(n) => self.part(n, &verb),
                None if !self.has_subject(self.open.first, &verb) || self.open.opener == Opener::Mark => {
                    self.resume();
                }
                None => {}
            }
        }
        self.open.verbs.push(verb);
    }

    /// Whether any word stands between `from` and the verb, conjunctions and adverbs aside.
    fn has_subject(&self, from: usize, verb: &Verb) -> bool {
        (from..verb.first as usize).any(|i| {
            self.document.tokens.get(i).is_some_and(|t| t.kind != TokenKind::Mark)
                && !self.roles(i).any(Roles::of(&[Role::Coordinator, Role::Adverb, Role::Negation]))
        })
    }

    /// The open clause goes on with the one that waits for its verb.
    fn resume(&mut self) {
        if matches!(self.open.opener, Opener::Mark | Opener::Coordinator) {
            self.open.resumes = self.awaiting.pop();
        }
    }

    /// Parts the open clause between its finite verb, the `n`-th, and the next one.
    fn part(&mut self, n: usize, next: &Verb) {
        let verb = self.open.verbs[n];
        let (from, to) = (verb.last as usize, next.first as usize);
        if verb.ambiguous && self.is_reduced(&verb, next) {
            self.open.verbs[n].form = Form::Participle;
            return;
        }
        let commas = (from..to).rev().find(|&i| self.document.is(i, ","));
        let conjunction = (from..to).rev().find(|&i| self.parts_clauses(i));
        let subject = self.subject_start(next, from);
        let reports = verb.meaning.has(Role::Say)
            && commas.is_none()
            && subject < to
            && !self.roles(subject.wrapping_sub(1)).has(Role::Coordinator);
        match (conjunction, commas) {
            _ if reports => {
                self.cut(subject, Opener::Complement);
            }
            (Some(at), comma) if comma.is_none_or(|c| c < at) => self.cut(at, Opener::Coordinator),
            (_, Some(at)) => {
                self.cut(at, Opener::Mark);
                self.open.parent = None;
                self.resume();
            }
            _ => {
                self.cut(subject, Opener::Mark);
                self.resume();
            }
        }
    }

    /// A past form that another finite verb follows without a new subject was a participle: "the men arrested on Friday were".
    fn is_reduced(&self, verb: &Verb, next: &Verb) -> bool {
        let (from, to) = (verb.last as usize, next.first as usize);
        // ", said Boone": the subject of saying may follow.
        if next.meaning.has(Role::Say) && to > from && self.document.is(to - 1, ",") {
            return false;
        }
        let object = self.roles(from).any(NOUN_PHRASE)
            || self.document.tokens.get(from).is_some_and(|t| t.kind == TokenKind::Number);
        let comma = (from..to).rev().find(|&i| self.document.is(i, ","));
        let conjunction = (from..to).any(|i| self.roles(i).has(Role::Coordinator));
        let after_comma = verb.first > 0 && self.document.is(verb.first as usize - 1, ",");
        let subject = self.subject_start(next, from);
        let phrase = subject > from && self.roles(subject - 1).has(Role::Preposition);
        let resumed = comma.map_or(subject == to || phrase, |c| !self.has_subject(c, next));
        (!object || after_comma) && !conjunction && resumed && from < to
    }

    /// Whether the conjunction at `i` joins clauses; "he and she" and "two and three" join less.
    fn parts_clauses(&self, i: usize) -> bool {
        let pronoun = i > 0 && self.roles(i - 1).has(Role::Personal);
        self.roles(i).has(Role::Coordinator) && !pronoun
    }

    /// Where the subject before a verb starts, not before `from`.
    fn subject_start(&self, verb: &Verb, from: usize) -> usize {
        let mut at = verb.first as usize;
        let dated = |i: usize| {
            self.document.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Number)
                || self.document.is_time_word(i, self.language)
        };
        while at > from {
            let roles = self.roles(at - 1);
            let mark = self.document.tokens.get(at - 1).is_none_or(|t| t.kind == TokenKind::Mark && !t.glued);
            if mark || dated(at - 1) || roles.has(Role::Preposition) && !self.is_inner(at - 1) {
                break;
            }
            at -= 1;
            if roles.has(Role::Pronoun)
                && !roles.has(Role::Determiner)
                && !(at > from && self.roles(at - 1).has(Role::Coordinator))
            {
                break;
            }
            if roles.has(Role::Determiner) && !(at > from && self.is_inner(at - 1)) {
                break;
            }
        }
        at
    }

    /// Whether a preposition stays within a noun phrase: "of".
    fn is_inner(&self, i: usize) -> bool {
        self.roles(i).has(Role::Genitive) || self.roles(i).has(Role::Coordinator)
    }
}

enum Boundary {
    /// Before the mark.
    Opens(Opener),
    /// Behind it.
    Closes(Opener),
}
