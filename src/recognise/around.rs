//! What stands around a stretch of tokens, and what it begins and ends with.
//!
//! Input: a document and a stretch of it. Output: answers to the questions that guards ask. Knows nothing of rules.

use crate::expression::{Atom, Cycle, Expr, Quantity};
use crate::lang::{Alone, Language, Role, Roles};
use crate::segment::{Document, Token, TokenKind};

/// Roles of words that no number counts.
const NO_COUNTED: Roles = Roles::of(&[
    Role::Past,
    Role::Participle,
    Role::Preposition,
    Role::Determiner,
    Role::Coordinator,
    Role::Linker,
    Role::Subordinator,
]);

/// A stretch of tokens with what stands around it.
pub(super) struct Around<'a> {
    pub(super) document: &'a Document<'a>,
    pub(super) language: &'a Language,
    /// Its first token.
    pub(super) first: u32,
    /// The token behind it.
    pub(super) last: u32,
}

impl<'a> Around<'a> {
    fn token(&self, at: Option<u32>) -> Option<&'a Token> {
        self.document.tokens.get(at? as usize)
    }

    /// The n-th token before, in the same paragraph.
    fn before(&self, n: u32) -> Option<&'a Token> {
        let parted = (0..n).any(|k| self.token(self.first.checked_sub(k)).is_none_or(|t| t.breaks > 1));
        if parted { None } else { self.token(self.first.checked_sub(n)) }
    }

    /// The n-th token after, in the same paragraph.
    fn after(&self, n: u32) -> Option<&'a Token> {
        let parted = (1..=n).any(|k| self.token((self.last + k).checked_sub(1)).is_none_or(|t| t.breaks > 1));
        if parted { None } else { self.token((self.last + n).checked_sub(1)) }
    }

    fn text(&self, token: &Token) -> &'a str {
        token.span().of(self.document.text)
    }

    fn plays(&self, token: Option<&Token>, role: Role) -> bool {
        token.is_some_and(|t| self.language.lexicon.roles(t.word).has(role))
    }

    /// No letter, digit, currency or code is glued to either side.
    pub(super) fn stands_free(&self) -> bool {
        self.is_free_before().unwrap_or(true) && self.is_free_after().unwrap_or(true)
    }

    fn is_free_before(&self) -> Option<bool> {
        let first = self.token(Some(self.first)).filter(|t| t.glued)?;
        let before = self.before(1)?;
        let digits = first.kind == TokenKind::Number;
        Some(match before.kind {
            TokenKind::Word | TokenKind::Number => false,
            TokenKind::Mark => match self.text(before) {
                "$" | "£" | "€" | "¥" | "#" | "@" | "&" | "+" | "_" | "=" => false,
                // "Reuters-Friday" and "B-1990" are codes; "mid-1990" and "pre-Easter" are not.
                "-" | "/" | "–" => {
                    !before.glued
                        || self.before(2).is_none_or(|t| {
                            t.kind == TokenKind::Mark
                                || (t.kind == TokenKind::Word
                                    && !t.capital
                                    && (!digits || self.text(t).len() > 1))
                        })
                }
                "." | "," | ":" => {
                    !(digits && before.glued && self.before(2).is_some_and(|t| t.kind == TokenKind::Number))
                }
                _ => true,
            },
        })
    }

    fn is_free_after(&self) -> Option<bool> {
        let after = self.after(1).filter(|t| t.glued)?;
        let last = self.token(self.last.checked_sub(1))?;
        let beyond = self.after(2).filter(|t| t.glued);
        Some(match after.kind {
            TokenKind::Word => self.text(after).starts_with(['\'', '’']),
            TokenKind::Number => false,
            TokenKind::Mark => match (self.text(after), beyond) {
                ("%" | "$" | "@" | "_" | "=", _) => false,
                // A dash before a quotation mark parts no code.
                ("-" | "–" | "/", Some(next)) => {
                    next.kind == TokenKind::Mark || next.kind == TokenKind::Word && !next.capital
                }
                ("." | "," | ":", Some(next)) => {
                    next.kind != TokenKind::Number || last.kind != TokenKind::Number
                }
                _ => true,
            },
        })
    }

    /// A shy word counts where it is written with a capital, and a preposition or determiner of time leads it or it says when
    /// a happening was.
    pub(super) fn is_led(&self) -> bool {
        let capital = self.token(Some(self.first)).is_some_and(|t| t.capital);
        capital && (self.plays(self.before(1), Role::TimeLead) || self.is_of_a_happening())
    }

    /// "the May election", "Hungary’s March vote": between an article and, a word or two on, the noun of something that happens.
    fn is_of_a_happening(&self) -> bool {
        const FARTHEST: u32 = 3;
        const LEADS: Roles = Roles::of(&[Role::Determiner, Role::Possessive]);
        const ENDS: Roles = NO_COUNTED.union(Roles::of(&[Role::Be, Role::Have, Role::Will]));
        if !self.before(1).is_some_and(|t| self.language.lexicon.roles(t.word).any(LEADS)) {
            return false;
        }
        // With what words do by their endings: "the May family agreed" tells of no agreement in May.
        let roles = |n: u32| self.document.roles((self.last + n - 1) as usize);
        let deeds = |t: &Token| self.language.relations.deeds(self.language.morphology.root(self.text(t)));
        let goes_on = |n: &u32| {
            let plain = |t: &&Token| t.kind == TokenKind::Word && !t.capital && t.breaks == 0;
            self.after(*n).is_some_and(|t| plain(&t)) && !roles(*n).any(ENDS)
        };
        (1..=FARTHEST)
            .take_while(goes_on)
            .any(|n| roles(n).has(Role::Happening) || self.after(n).is_some_and(|t| !deeds(t).is_empty()))
    }

    /// A month of a list that names another beyond doubt: "march, may or june", "jan or feb".
    pub(super) fn is_listed(&self, expr: &Expr) -> bool {
        let is_month = matches!(expr, Expr::Bare(Cycle::Month(_)));
        is_month && (self.lists(|n| self.after(n)) || self.lists(|n| self.before(n)))
    }

    /// Whether a month that is no other word as well comes up, going from one token to the next, and a joiner on the way.
    fn lists(&self, token: impl Fn(u32) -> Option<&'a Token>) -> bool {
        /// Of the longest list that is looked through, in tokens.
        const LIST: u32 = 12;
        let mut joined = false;
        for n in 1..LIST {
            let Some(next) = token(n) else { return false };
            let months = self.language.lexicon.readings(next.word).iter();
            let month = months
                .filter(|r| matches!(r.value, Atom::Month(_)) && (next.capital || !r.capital))
                .map(|r| r.alone)
                .min();
            match month {
                Some(Alone::Led) => {}
                Some(_) => return joined,
                None if self.plays(Some(next), Role::Coordinator) => joined = true,
                None if self.text(next) == "," => {}
                None => return false,
            }
        }
        false
    }

    /// Ends in a number that counts what follows ("march 10 miles").
    pub(super) fn is_counted(&self) -> bool {
        // "July 10, 40 days after"
        let unit = |t: &Token| {
            self.language.lexicon.readings(t.word).iter().any(|r| matches!(r.value, Atom::Unit(_)))
        };
        self.ends_in_number()
            && self.after(1).is_some_and(|t| t.breaks < 2)
            && (self.after(1).is_some_and(unit)
                || self.plays(self.after(1), Role::Counted)
                || self.after(1).is_some_and(|t| self.text(t) == "%"))
    }

    /// No noun follows: "the 15th" is a day, "the 15th floor" none.
    pub(super) fn ends_phrase(&self) -> bool {
        let Some(next) = self.after(1).filter(|t| t.kind != TokenKind::Mark && t.breaks == 0) else {
            return true;
        };
        let roles = self.language.lexicon.roles(next.word);
        let ends = [
            Role::Preposition,
            Role::Coordinator,
            Role::Be,
            Role::Have,
            Role::Will,
            Role::Modal,
            Role::Past,
            Role::Say,
        ];
        ends.into_iter().any(|role| roles.has(role)) && !roles.has(Role::Genitive)
    }

    /// A noun follows a word that is one of time only before one: "its current position", but "the current was strong".
    pub(super) fn has_its_noun(&self) -> bool {
        if !self.plays(self.token(Some(self.first)), Role::Attributive) {
            return true;
        }
        let verb = Roles::of(&[Role::Past, Role::Present, Role::Adverb]);
        self.after(1).is_some_and(|t| t.kind == TokenKind::Word && t.breaks == 0)
            && !self.document.roles(self.last as usize).any(Roles::FUNCTION.union(verb))
    }

    /// "$2 million a year", "700 seats a week": the unit says how often, and is no length of time.
    pub(super) fn is_rate(&self) -> bool {
        if self.last - self.first != 2 || !self.plays(self.token(Some(self.first)), Role::Indefinite) {
            return false;
        }
        let counted = self.before(1).is_some_and(|t| t.kind == TokenKind::Word && t.breaks == 0)
            && !self.before(1).is_some_and(|t| self.language.lexicon.roles(t.word).any(NO_COUNTED));
        self.is_number(1) || counted && self.is_number(2)
    }

    /// The n-th token before is a number, in digits or words, and no year that a preposition leads.
    fn is_number(&self, n: u32) -> bool {
        let year = |t: &Token| t.span().len() == 4 && self.plays(self.before(n + 1), Role::YearLead);
        self.before(n).is_some_and(|t| match t.kind {
            TokenKind::Number => !year(t),
            TokenKind::Word => self
                .language
                .lexicon
                .readings(t.word)
                .iter()
                .any(|r| matches!(r.value, Atom::Quantity(Quantity::Exactly(_)))),
            TokenKind::Mark => false,
        })
    }

    /// "the highest in 22 years", "the third fire in a month", "its biggest fall in sales in over 10 years": the first, the last or the
    /// most of its kind stands before it, and no verb between.
    pub(super) fn ends_a_record(&self) -> bool {
        /// The most words from it to what it ends.
        const FARTHEST: u32 = 9;
        const LEADS: Roles = Roles::of(&[Role::Determiner, Role::Possessive, Role::Preposition]);
        const PARTS: Roles =
            Roles::of(&[Role::Be, Role::Have, Role::Will, Role::Modal, Role::Do, Role::To, Role::Linker]);
        let roles =
            |n: u32| self.first.checked_sub(n).map_or(Roles::NONE, |i| self.document.roles(i as usize));
        let verb = |n: u32| {
            roles(n).any(PARTS)
                || roles(n).has(Role::Past) && !roles(n).any(Roles::of(&[Role::Participle, Role::Noun]))
        };
        (1..=FARTHEST)
            .take_while(|&n| self.before(n).is_some_and(|t| t.kind == TokenKind::Word) && !verb(n))
            .any(|n| roles(n).has(Role::Superlative) && (roles(n + 1).any(LEADS) || roles(n + 1).is_owned()))
    }

    /// "to last two months", "Batteries last 10 hours", but "the last two months": what lasts goes before, and no article.
    pub(super) fn is_led_by_a_verb(&self) -> bool {
        const LEADS: Roles =
            Roles::of(&[Role::To, Role::Will, Role::Modal, Role::Do, Role::Negation, Role::Adverb]);
        let last = self.plays(self.token(Some(self.first)), Role::Superlative);
        let before = self.first.checked_sub(1).map_or(Roles::NONE, |i| self.document.roles(i as usize));
        let lasts =
            |at: u32| !before.any(Roles::FUNCTION) && self.document.is_plural(at as usize, self.language);
        last && self.before(1).is_some_and(|t| t.kind == TokenKind::Word)
            && (before.any(LEADS) || self.first.checked_sub(1).is_some_and(lasts))
    }

    /// "Wednesday's storm"
    pub(super) fn owns(&self) -> bool {
        self.document.roles(self.last as usize).is_owned()
    }

    /// "the fall of the town" is no season: of a word that needs a lead, what follows "of" would be its year.
    pub(super) fn is_of_something(&self) -> bool {
        self.plays(self.after(1), Role::Genitive) && !self.ends_in_plain_time()
    }

    /// "a winter storm": what kind of thing it is, and not when.
    pub(super) fn is_a_kind(&self) -> bool {
        const ENDS: Roles = Roles::of(&[
            Role::Preposition,
            Role::Coordinator,
            Role::Linker,
            Role::Subordinator,
            Role::Relative,
            Role::Will,
            Role::Be,
            Role::Have,
        ]);
        let noun = self.after(1).filter(|t| t.kind == TokenKind::Word && t.breaks == 0);
        self.plays(self.before(1), Role::Indefinite)
            && noun.is_some_and(|t| !self.language.lexicon.roles(t.word).any(ENDS))
    }

    /// The last word means nothing but a time.
    fn ends_in_plain_time(&self) -> bool {
        self.token(self.last.checked_sub(1))
            .is_some_and(|t| self.language.lexicon.readings(t.word).iter().all(|r| r.alone == Alone::Always))
    }

    /// A hyphen and a word are glued to it.
    pub(super) fn goes_on_behind_a_hyphen(&self) -> bool {
        let glued = |n| self.after(n).filter(|t| t.glued);
        glued(1).is_some_and(|t| self.text(t) == "-") && glued(2).is_some_and(|t| t.kind == TokenKind::Word)
    }

    pub(super) fn starts_in_number(&self) -> bool {
        self.token(Some(self.first)).is_some_and(|t| t.kind == TokenKind::Number)
    }

    pub(super) fn ends_in_number(&self) -> bool {
        self.token(self.last.checked_sub(1)).is_some_and(|t| t.kind == TokenKind::Number)
    }

    /// "February 30" is no date, and no "February" either.
    pub(super) fn is_before_number(&self) -> bool {
        self.after(1).is_some_and(|t| t.kind == TokenKind::Number && t.span().len() <= 2 && t.breaks == 0)
    }

    /// A capitalised word that the lexicon does not know.
    fn is_name(&self, token: Option<&Token>) -> bool {
        token.is_some_and(|t| {
            t.kind == TokenKind::Word
                && t.capital
                && self.language.lexicon.readings(t.word).is_empty()
                && self.language.lexicon.roles(t.word) == Roles::NONE
        })
    }

    /// No part of a person's name ("April Jones", "Mark August").
    pub(super) fn is_no_name(&self) -> bool {
        let one = self.last - self.first == 1;
        let led = self.plays(self.before(1), Role::TimeLead);
        !one || led || !(self.is_name(self.after(1)) || self.is_name(self.before(1)))
    }

    /// A word of its own that nothing leads, before a name ("Easter Road").
    pub(super) fn is_before_a_name(&self) -> bool {
        let one = self.last - self.first == 1;
        one && !self.plays(self.before(1), Role::TimeLead) && self.is_name(self.after(1))
    }

    /// What is called so is a person ("Ms. April", "her daughter April", "His sister, June, died"), or the word is another ("an august man").
    pub(super) fn is_somebody(&self) -> bool {
        const PEOPLE: Roles = Roles::of(&[Role::Feminine, Role::Masculine]);
        let roles = |t: &Token| self.language.lexicon.roles(t.word);
        let person = |n: u32| {
            self.before(n).is_some_and(|t| !t.capital && roles(t).any(PEOPLE) && !roles(t).has(Role::Pronoun))
        };
        let mark = |t: Option<&Token>| t.is_some_and(|t| self.text(t) == ",");
        let small = self.token(Some(self.first)).is_some_and(|t| !t.capital);
        self.last - self.first == 1
            && (self.plays(self.before(1), Role::Title)
                || person(1)
                || mark(self.before(1)) && person(2) && mark(self.after(1))
                || small && self.plays(self.before(1), Role::Indefinite))
    }

    /// The last word is written with a capital, or can be read in one way only.
    pub(super) fn ends_in_a_clear_word(&self) -> bool {
        self.ends_in_plain_time() || self.token(self.last.checked_sub(1)).is_some_and(|t| t.capital)
    }

    /// The last word is written with a capital, though the first is not.
    pub(super) fn ends_in_a_capital_of_its_own(&self) -> bool {
        let capital = |at: Option<u32>| self.token(at).is_some_and(|t| t.capital);
        capital(self.last.checked_sub(1)) && !capital(Some(self.first))
    }

    /// The first word of a title ("the weekly Sunday Ledger"): a name follows, and a plain word that is no preposition
    /// of time precedes.
    pub(super) fn is_titled(&self) -> bool {
        if self.plays(self.before(1), Role::Title) {
            return true;
        }
        let leads = self.before(1).is_some_and(|t| t.kind == TokenKind::Word && t.breaks == 0)
            && !self.plays(self.before(1), Role::TimeLead)
            && !self.plays(self.before(1), Role::Say);
        self.last - self.first == 1 && leads && self.is_name(self.after(1))
    }

    /// A word written with a capital in the middle of a sentence, as names are ("MS NOW").
    pub(super) fn is_capital_inside(&self) -> bool {
        self.token(Some(self.first)).is_some_and(|t| t.capital && t.breaks == 0)
            && self.before(1).is_some_and(|t| t.kind == TokenKind::Word)
    }

    /// A bare number is a year where a preposition leads it, or where it is of our times and counts nothing.
    pub(super) fn is_year(&self, year: i32) -> bool {
        let one = self.last - self.first == 1;
        if !one || self.token(Some(self.first)).is_some_and(|t| t.kind != TokenKind::Number) {
            return true;
        }
        // "In 2010 people fled": at the head of a sentence it is a year all the same.
        let heads = self.plays(self.before(1), Role::YearLead)
            && self.before(2).is_none_or(|t| t.kind == TokenKind::Mark)
            && self.before(1).is_some_and(|t| t.capital);
        if self.is_counted() && !heads || self.plays(self.before(1), Role::NumberLead) {
            return false;
        }
        let led = self.plays(self.before(1), Role::YearLead)
            || self.before(1).is_some_and(|t| matches!(self.text(t), "(" | "["))
                && self.after(1).is_some_and(|t| matches!(self.text(t), ")" | "]" | "," | "-" | "–"));
        (1900..=2050).contains(&year) || led
    }
}
