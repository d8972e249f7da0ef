//! A sentence under reading: its document, its clauses, and the stretch of it that tells an event.

use super::Basis;
use super::known::Known;
use super::pieces::Pieces;
use super::relation::{Anchor, Phrase};
use crate::expression::Expr;
use crate::lang::{Language, Role, Roles};
use crate::recognise::Annotation;
use crate::resolve::When;
use crate::segment::{Clause, Document, Form, Opener, Parted, TokenKind, Verb};
use crate::span::Span;
use chrono::NaiveDate;
use smallvec::{SmallVec, smallvec};
use std::ops::Range;

/// What every step reads from.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a> {
    pub(super) document: &'a Document<'a>,
    pub(super) parted: &'a Parted<'a>,
    pub(super) language: &'a Language,
    pub(super) annotations: &'a [Annotation],
    pub(super) known: &'a Known,
    /// Which tokens belong to an expression of time; see [`timed`].
    pub(super) timed: &'a [bool],
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
    /// The expression that dates it; `None` where something else does.
    pub(super) expression: Option<Span>,
    /// What dates it instead: a heading, an expression of another clause.
    pub(super) source: Option<Span>,
    /// The phrases that place it by other events.
    pub(super) anchors: Vec<Anchor>,
    /// What dates it.
    pub(super) basis: Basis,
    /// It is said not to happen before then: "not until October", "postponed until October".
    pub(super) delayed: bool,
    /// Tokens of the clause that tell another event: behind here, and before there.
    pub(super) within: Option<Range<usize>>,
}

impl Dated {
    /// The tokens of the expression; none where there is no expression.
    pub(super) fn tokens(&self, reader: &Reader<'_>) -> Range<usize> {
        self.expression.map_or(0..0, |span| reader.tokens(span))
    }

    /// The expression as printed.
    pub(super) fn phrase<'a>(&self, reader: &Reader<'a>) -> &'a str {
        self.expression.map_or("", |span| span.of(reader.document.text))
    }
}

/// What stands before and behind a clause without belonging to it.
const OPENERS: Roles = Roles::of(&[Role::Coordinator, Role::Subordinator, Role::If, Role::Lead]);

/// Words that never have a capital of their own.
const SMALL: Roles = Roles::of(&[
    Role::Determiner,
    Role::If,
    Role::Preposition,
    Role::Pronoun,
    Role::Past,
    Role::Participle,
    Role::Have,
    Role::Linker,
]);

/// For each token of a document whether it belongs to an expression of time.
pub(super) fn timed(document: &Document<'_>, annotations: &[Annotation]) -> Vec<bool> {
    let mut timed = vec![false; document.tokens.len()];
    for (first, last) in annotations.iter().map(|a| a.mention.tokens) {
        timed.get_mut(first as usize..last as usize).unwrap_or_default().fill(true);
    }
    timed
}

/// Notes that tokens belong to a phrase that places a time by an event.
pub(super) fn note_phrases(timed: &mut [bool], document: &Document<'_>, phrases: &[Phrase]) {
    for phrase in phrases {
        let within = timed.iter_mut().zip(&document.tokens).skip(phrase.first);
        within.take_while(|(_, token)| token.start < phrase.span.end).for_each(|(timed, _)| *timed = true);
    }
}

impl<'a> Reader<'a> {
    pub(super) fn roles(&self, token: usize) -> Roles {
        self.document.roles(token)
    }

    pub(super) fn is_mark(&self, token: usize) -> bool {
        self.document.tokens.get(token).is_some_and(|t| t.kind == TokenKind::Mark)
    }

    pub(super) fn is_capital(&self, token: usize) -> bool {
        self.document.tokens.get(token).is_some_and(|t| t.capital)
    }

    /// Whether a token belongs to any expression of time.
    pub(super) fn is_timed(&self, token: usize) -> bool {
        self.timed.get(token).copied().unwrap_or(false)
    }

    /// Whether a token belongs to a length that describes who or what it stands before, and dates nothing: "a 71-year-old farmer".
    pub(super) fn is_age(&self, token: usize) -> bool {
        self.is_timed(token) && self.dates(token..token + 1).is_none()
    }

    /// The dated expression that overlaps a range of tokens.
    pub(super) fn dates(&self, range: Range<usize>) -> Option<&'a Annotation> {
        let span = self.document.span(range.start, range.end);
        let after = self.annotations.partition_point(|a| a.mention.span.end <= span.start);
        self.annotations.get(after).filter(|a| a.mention.span.overlaps(span) && a.when.is_dated())
    }

    /// The expression that a span is, where one was found there.
    pub(super) fn expression(&self, span: Span) -> Option<&'a Expr> {
        let after = self.annotations.partition_point(|a| a.mention.span.end <= span.start);
        let found = self.annotations.get(after).filter(|a| a.mention.span == span);
        found.map(|a| &a.mention.expr)
    }

    /// A sentence without its dateline.
    pub(super) fn body(&self, sentence: usize) -> Span {
        self.document.sentences.get(sentence).map_or_else(Span::default, |s| {
            if s.body < s.last { self.document.span(s.body as usize, s.last as usize) } else { s.span }
        })
    }

    /// The tokens of a span.
    pub(super) fn tokens(&self, span: Span) -> Range<usize> {
        let first = self.document.token_at(span.start);
        let behind = self.document.tokens.get(first..).unwrap_or_default();
        first..first + behind.iter().take_while(|t| t.start < span.end).count()
    }

    /// The range without marks at both ends, and without the words that open a clause.
    pub(super) fn trim(&self, range: Range<usize>) -> Range<usize> {
        let Range { mut start, end } = range;
        while start < end && (self.is_mark(start) && !self.opens_amount(start) || self.is_opener(start)) {
            start += 1;
        }
        self.trim_end(start..end)
    }

    /// The range without marks at its end.
    pub(super) fn trim_end(&self, range: Range<usize>) -> Range<usize> {
        let mut end = range.end;
        let kept = |i: usize, start: usize| match self.document.word(i) {
            "%" | ")" | "]" => true,
            // A mark that closes what the range opens.
            "”" => (start..i)
                .rev()
                .find(|&k| matches!(self.document.word(k), "“" | "”"))
                .is_some_and(|k| self.document.is(k, "“")),
            _ => false,
        };
        while end > range.start && self.is_mark(end - 1) && !kept(end - 1, range.start) {
            end -= 1;
        }
        range.start..end
    }

    /// Whether a token is a small word or a participle that only its place at the start of a sentence gives a capital.
    pub(super) fn starts_sentence(&self, token: usize) -> bool {
        let sentence = self.document.sentence_of(token).and_then(|s| self.document.sentences.get(s));
        let opens =
            sentence.is_some_and(|s| (s.body as usize..token).all(|i| self.is_mark(i) || self.is_opener(i)));
        let roles = self.roles(token);
        let common = roles.has(Role::Person) && !self.is_capital(token + 1);
        opens && (roles.any(SMALL) || common)
    }

    pub(super) fn is_word(&self, token: usize) -> bool {
        self.document.tokens.get(token).is_some_and(|t| t.kind == TokenKind::Word)
    }

    /// Whether a token is a word of more than two bytes; shorter ones tell nothing.
    pub(super) fn is_long_word(&self, token: usize) -> bool {
        self.document.tokens.get(token).is_some_and(|t| t.kind == TokenKind::Word && t.span().len() > 2)
    }

    #[inline]
    pub(super) fn is_number(&self, token: usize) -> bool {
        self.document.tokens.get(token).is_some_and(|t| t.kind == TokenKind::Number)
    }

    /// Whether a token is an article or the like, and no letter of a name: "A380".
    pub(super) fn is_determiner(&self, token: usize) -> bool {
        let number =
            || self.document.tokens.get(token + 1).is_some_and(|t| t.glued && t.kind == TokenKind::Number);
        self.roles(token).has(Role::Determiner) && !number()
    }

    /// Whether a token opens what is said or told: "that".
    pub(super) fn is_that(&self, token: usize) -> bool {
        let roles = self.roles(token);
        roles.has(Role::Subordinator) && roles.has(Role::Determiner)
    }

    /// Whether a token opens what nobody knows: "whether".
    pub(super) fn asks(&self, token: usize) -> bool {
        let asked = Roles::of(&[Role::Content, Role::Subordinator]);
        self.roles(token).common(asked) == asked
    }

    /// Whether a token goes with the verb before it rather than with a time: "out" of "broke out on Friday".
    pub(super) fn is_particle(&self, token: usize) -> bool {
        self.roles(token).has(Role::Particle)
    }

    /// Whether a token is of a length or a time, whether or not anything was recognised there.
    #[inline]
    pub(super) fn is_length(&self, token: usize) -> bool {
        let number = self.document.tokens.get(token).is_some_and(|t| t.kind == TokenKind::Number);
        number
            || self.is_timed(token)
            || self.is_word(token) && self.document.is_time_word(token, self.language)
    }

    /// Whether only a preposition stands between a token and a time.
    pub(super) fn leads_time(&self, token: usize) -> bool {
        self.is_timed(token)
            || self.roles(token).any(Roles::of(&[Role::Preposition, Role::Adverb, Role::Linker]))
                && self.is_timed(token + 1)
    }

    /// Whether what a length before a token is counted from is no time: "five days later than planned".
    pub(super) fn is_compared(&self, token: usize) -> bool {
        let roles = self.roles(token);
        roles.has(Role::Comparison) && roles.has(Role::Linker)
    }

    /// "$40", "#5": marks that words start with.
    fn opens_amount(&self, token: usize) -> bool {
        matches!(self.document.word(token), "$" | "€" | "£" | "#" | "'" | "’")
    }

    /// Whether a mark is part of an amount: "$1.1 billion", "£5,000".
    pub(super) fn is_of_amount(&self, token: usize) -> bool {
        self.opens_amount(token) || self.document.parts_number(token)
    }

    /// Whether a token is a word that opens a clause without telling anything.
    pub(super) fn is_opener(&self, token: usize) -> bool {
        let roles = self.roles(token);
        let document = self.document;
        let first = || document.sentence_of(token).and_then(|s| document.sentences.get(s)).map(|s| s.body);
        // "that" opens a complement; as a determiner, and so at the start of a sentence, it belongs to its noun.
        // "then-Prime Minister Johnson"
        let compound =
            self.document.tokens.get(token + 1).is_some_and(|t| t.glued) && self.document.is(token + 1, "-");
        roles.any(OPENERS)
            && !compound
            && !roles.has(Role::Pronoun)
            && !self.is_timed(token)
            && (!self.is_that(token) || first() != Some(token as u32))
    }
}

impl<'a> Site<'a> {
    pub(super) fn verb(&self, target: Target) -> Option<&Verb> {
        match target {
            Target::Verb { clause, verb } => self.clauses.get(clause)?.verbs.get(verb),
            _ => None,
        }
    }

    /// The clauses that are parts of one, interrupted: in order, the clause itself among them.
    pub(super) fn chain(&self, clause: usize) -> SmallVec<[usize; 4]> {
        let mut chain: SmallVec<[usize; 4]> = smallvec![clause];
        while let Some(earlier) =
            chain.first().and_then(|&c| self.clauses.get(c)?.resumes).filter(|e| !chain.contains(e))
        {
            chain.insert(0, earlier);
        }
        while let Some(later) =
            chain.last().and_then(|&last| self.clauses.iter().position(|c| c.resumes == Some(last)))
        {
            if chain.contains(&later) {
                break;
            }
            chain.push(later);
        }
        chain
    }

    /// The first part of a clause that may be interrupted.
    pub(super) fn opening(&self, clause: usize) -> Option<&Clause> {
        let mut this = self.clauses.get(clause)?;
        // What is resumed stands before.
        while let Some(earlier) =
            this.resumes.and_then(|r| self.clauses.get(r)).filter(|c| c.first < this.first)
        {
            this = earlier;
        }
        Some(this)
    }

    /// The token ranges that make up a clause, what interrupts it left out.
    pub(super) fn pieces(&self, clause: usize) -> Pieces {
        let ranges = self.chain(clause).into_iter().filter_map(|c| self.clauses.get(c));
        ranges.map(|c| c.first as usize..c.last as usize).collect()
    }

    /// The tokens that tell an event.
    pub(super) fn told(&self, dated: &Dated) -> Option<Range<usize>> {
        let range = match (dated.target, &dated.within) {
            (Target::Noun { first, last, .. }, _) => first..last,
            (_, Some(within)) => within.clone(),
            // "Work, begun in May, has stopped": the rest tells something else.
            (target, None) => match self.aside(target) {
                Some(aside) => aside,
                None => {
                    let pieces = self.pieces(target.clause());
                    pieces.first()?.start..pieces.last()?.end
                }
            },
        };
        let range = self.reader.trim(range);
        (range.start < range.end).then_some(range)
    }

    /// Whether a clause hangs on another as what is said or planned there.
    pub(super) fn reporting(&self, clause: usize) -> Option<usize> {
        let this = self.opening(clause)?;
        let parent = this.parent.filter(|_| this.opener == Opener::Complement)?;
        self.clauses.get(parent)?.verbs.last().map(|_| parent)
    }

    /// Whether a token opens the sentence.
    pub(super) fn opens(&self, token: usize) -> bool {
        let sentence = self.reader.document.sentences.get(self.sentence);
        sentence.is_some_and(|s| (s.body as usize..token).all(|i| self.reader.is_mark(i)))
    }

    /// Whether the sentence is a heading: the first of its text or paragraph, without a point at its end.
    pub(super) fn is_heading(&self) -> bool {
        let Some(sentence) = self.reader.document.sentences.get(self.sentence) else { return false };
        let last = (sentence.last as usize).saturating_sub(1);
        self.sentence < 2 && !self.reader.is_mark(last)
    }

    /// Whether a clause goes on with the subject of the one before: "and was rebuilt".
    pub(super) fn goes_on(&self, clause: usize) -> bool {
        let Some(this) = self.clauses.get(clause) else { return false };
        let Some(verb) = this.finite() else { return false };
        (this.first as usize..verb.first as usize)
            .all(|i| self.reader.roles(i).any(Roles::of(&[Role::Coordinator, Role::Adverb, Role::Negation])))
    }

    /// Whether a clause has an expression with a place in time.
    pub(super) fn is_dated(&self, clause: usize) -> bool {
        self.dates(clause).next().is_some()
    }

    /// The expressions with a place in time that start in a clause.
    pub(super) fn dates(&self, clause: usize) -> impl Iterator<Item = &Annotation> {
        let span = self.clauses.get(clause).map_or_else(Span::default, |c| c.span);
        let annotations = self.reader.annotations;
        let from = annotations.partition_point(|a| a.mention.span.end <= span.start);
        let here = annotations[from..].iter().take_while(move |a| a.mention.span.start < span.end);
        here.filter(|a| a.when.is_dated())
    }

    /// Whether another clause starts at a token, with a word that ties it to what stands before.
    pub(super) fn opens_behind(&self, token: usize) -> bool {
        self.reader.roles(token).any(Roles::of(&[Role::Linker, Role::Subordinator, Role::Preposition]))
    }

    /// The tokens of the condition that stands before a clause: "If the sale fails, …".
    pub(super) fn condition(&self, clause: usize) -> Option<Range<usize>> {
        let this = self.clauses.get(clause)?;
        let mut at = clause.checked_sub(1)?;
        // What hangs on the condition may stand between.
        while self.clauses[at].opener != Opener::If {
            at = self.clauses[at].parent.filter(|&p| p < at)?;
        }
        let condition = &self.clauses[at];
        let leads = condition.parent.is_none() && this.opener == Opener::Mark;
        leads.then_some(condition.first as usize..this.first as usize)
    }

    /// The finite verb of a clause, looked for in its parts.
    pub(super) fn finite(&self, clause: usize) -> Option<&Verb> {
        let this = self.clauses.get(clause)?;
        let resumed = || self.clauses.iter().find(|c| c.resumes == Some(clause)).and_then(Clause::finite);
        this.finite().or_else(resumed).or_else(|| this.verbs.iter().find(|v| v.form != Form::Gerund))
    }
}
