//! The tense that steers an expression of time: that of the verb which governs it, read with what stands beside it.

use super::clause::{self, Clause, Opener};
use super::{Document, Form, TokenKind, Verb};
use crate::expression::Tense;
use crate::lang::{Role, Roles};

/// How far behind an expression the comma may stand that closes what it belongs to.
const APPOSED: usize = 4;

/// What may stand between a verb and a time right behind it: "off", "on".
const AT_ONCE: Roles = Roles::of(&[Role::Particle, Role::TimeLead]);

impl Verb {
    /// The tense that steers an expression of time which starts at `token`.
    pub(crate) fn tense_for(&self, document: &Document<'_>, token: usize) -> Tense {
        let aimed = token > 0 && document.has(token - 1, Role::Purpose);
        // "He scheduled a hearing for Friday", "called a strike for Friday"
        // "set sentencing for March 5", "fixed its election for May 9"
        let noun = if self.form == Form::Gerund { self.under } else { Roles::NONE };
        let happening = token > 1 && document.has(token - 2, Role::Happening);
        if aimed && (happening || self.meaning.union(noun).any(Roles::of(&[Role::Plan, Role::Promise]))) {
            return Tense::Future;
        }
        // "She is meeting them on Friday": the present progressive with a date tells an arrangement.
        if self.progressive && self.tense == Tense::Present && self.first < token as u32 {
            return Tense::Future;
        }
        // "The summit opens Tuesday": so does a schedule; and "On Tuesday, the union plans to vote".
        let behind = self.first < token as u32;
        // “On Saturday we're back there”: nobody speaks of the past so.
        let fronted =
            !behind && document.tokens.get(token).is_some_and(|t| document.quote_at(t.start).is_some());
        if self.tense == Tense::Present && fronted && self.copula {
            return Tense::Future;
        }
        let plans_to = self.meaning.has(Role::Plan) && document.has(self.last as usize, Role::To);
        if self.tense == Tense::Present && (self.meaning.has(Role::Schedule) && behind || plans_to) {
            return Tense::Future;
        }
        // "The album drops Friday", "She sings on Monday": what is said so of somebody known is to come; headlines know nobody.
        let between = self.last as usize..token;
        let at_once = between.start <= token
            && between.len() <= 2
            && between.into_iter().all(|i| document.roles(i).any(AT_ONCE));
        let plain =
            self.form == Form::Finite && !self.copula && !self.negated && !self.meaning.has(Role::Say);
        if self.tense == Tense::Present && at_once && plain && is_known(document, self.first as usize) {
            return Tense::Future;
        }
        // "We do not expect a recovery before the fourth quarter"
        let present =
            self.tense == Tense::Present && self.form == Form::Finite && self.meaning.has(Role::Plan);
        if present && behind && self.last < token as u32 {
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

/// Whether the subject that ends before a verb is somebody or something known: "the", "her", "she".
fn is_known(document: &Document<'_>, verb: usize) -> bool {
    /// The most words of such a subject.
    const LONGEST: usize = 5;
    const ENDS: Roles =
        Roles::of(&[Role::Preposition, Role::Coordinator, Role::Relative, Role::Subordinator]);
    let subject = (verb.saturating_sub(LONGEST)..verb).rev();
    let word = |i: &usize| {
        let token = document.tokens.get(*i);
        token.is_some_and(|t| t.kind == TokenKind::Word) && !document.roles(*i).any(ENDS)
    };
    let known = |i: usize| {
        let roles = document.roles(i);
        roles.has(Role::Personal)
            || roles.any(Roles::of(&[Role::Determiner, Role::Possessive])) && !roles.has(Role::Indefinite)
    };
    subject.take_while(word).any(known)
}

/// The tense of the verb that governs an expression which starts at a token of a sentence of these clauses, and whether it is
/// negated.
pub(super) fn governing(document: &Document<'_>, clauses: &[Clause], token: usize) -> (Tense, bool) {
    let Some((clause, verb)) = clause::governor(clauses, token) else {
        let asks = clauses.iter().find(|c| c.holds(token)).is_some_and(|c| asks(document, c));
        return (if asks { Tense::Future } else { Tense::None }, false);
    };
    let verb = &clauses[clause].verbs[verb];
    if verb.tense == Tense::Future && is_apposed(document, verb, token, clauses[clause].last as usize) {
        return (Tense::None, false);
    }
    if verb.tense == Tense::Past && consequence(document, verb, token).is_some() {
        return (Tense::None, false);
    }
    let tense = match verb.tense_for(document, token) {
        // "if approved by voters in May", but "had it been approved in May"
        Tense::Past
            if verb.form == Form::Participle
                && clauses[clause].opener == Opener::If
                && !document.has(clauses[clause].first as usize, Role::Have) =>
        {
            Tense::Future
        }
        Tense::Present if clause::is_hypothetical(clauses, clause) => Tense::Future,
        // "if it had been approved in May" was not.
        Tense::Past
            if verb.form == Form::Finite
                && !document.has(verb.first as usize, Role::Have)
                && clause::is_supposed(clauses, clause) =>
        {
            Tense::Future
        }
        tense => tense,
    };
    (tense, verb.negated)
}

/// Whether an expression which starts at a token says when what stands beside a noun was, behind a comma: "will pay $38, a premium
/// of 27% to the price on Friday"; its clause ends before `last`.
pub(crate) fn is_apposed(document: &Document<'_>, verb: &Verb, token: usize, last: usize) -> bool {
    let Some(comma) = (verb.last as usize..token).rfind(|&i| document.is_comma(i)) else { return false };
    let article = document.has(comma + 1, Role::Indefinite) && document.word(comma + 1).len() <= 2;
    let lead = token.checked_sub(1).filter(|&i| i > comma + 2 && document.has(i, Role::Preposition));
    // What else the comma parts ends with another one, and how late it is said to be is no noun of its own.
    let closes = (token..last.min(token + APPOSED)).any(|i| document.is_comma(i));
    let verbal = Roles::of(&[Role::Gerund, Role::Past, Role::Participle, Role::Relative, Role::Plan]);
    let infinitive = |i: usize| {
        document.has(i, Role::To) && document.has(i + 1, Role::Base) && !document.tokens[i + 1].capital
    };
    let plain = (comma + 1..token)
        .all(|i| !(document.roles(i).any(verbal) || infinitive(i)) || document.has(i, Role::Noun));
    article && lead.is_some() && !closes && plain
}

/// "…, setting the stage for a retrial on October 19": where the noun begins that a gerund behind a comma leads to, and that a time right
/// behind it dates; it may lie ahead of what led to it.
pub(crate) fn consequence(document: &Document<'_>, verb: &Verb, token: usize) -> Option<usize> {
    /// The most words and hyphens of the noun.
    const LONGEST: usize = 5;
    let comma = verb.form == Form::Gerund && verb.first > 0 && document.is_comma(verb.first as usize - 1);
    let lead = token.checked_sub(1).filter(|&i| comma && document.has(i, Role::Preposition))?;
    let phrase = (verb.last as usize..lead).rev().take(LONGEST);
    // "a run-off" has no "off" of its own.
    let inner = |i: usize| !document.has(i, Role::Preposition) || document.is(i - 1, "-");
    let article = phrase.take_while(|&i| inner(i));
    let article = article.into_iter().find(|&i| document.has(i, Role::Indefinite))?;
    let led = document.has(article - 1, Role::Preposition);
    (led && article + 1 < lead).then_some(article)
}

/// Whether a clause without a verb opens with one that bids: "Ask me on Tuesday".
fn asks(document: &Document<'_>, clause: &Clause) -> bool {
    let word = |&i: &usize| document.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Word);
    let first = (clause.first as usize..clause.last as usize).find(word);
    first.is_some_and(|first| {
        let next = document.roles(first + 1);
        // "Talk shows on Tuesday" may head a text; whoever is spoken to is told to do something.
        let object = next.has(Role::Noun)
            && document.tokens.get(first).is_some_and(|t| document.quote_at(t.start).is_some());
        document.has(first, Role::Base) && (next.any(Roles::of(&[Role::Pronoun, Role::Determiner])) || object)
    })
}
