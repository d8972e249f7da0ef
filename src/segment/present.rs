//! Whether a form of the present is a verb where it stands, and no noun: "Rivals report on Monday", but "rent controls".

use super::TokenKind;
use super::parting::NOUN_PHRASE;
use super::verb::{AUXILIARIES, BEFORE_NOUNS, CLOSE, OBJECTS, PASTS, Scan};
use crate::lang::{Role, Roles};

/// Auxiliaries that are no nouns and follow no verb.
const BE_AND_HAVE: Roles = Roles::of(&[Role::Be, Role::Have, Role::Modal, Role::Will]);

impl Scan<'_> {
    /// Whether a name with a number stands right before `i`: "A380", "Flight 218".
    fn is_numbered(&self, i: usize) -> bool {
        let Some(name) = i.checked_sub(2).filter(|&name| name >= self.first && self.is_word(name)) else {
            return false;
        };
        let number = self.document.tokens.get(i - 1).filter(|t| t.kind == TokenKind::Number);
        let time = self.is_time_word(name) || self.tells_time(name) && !number.is_some_and(|t| t.glued);
        number.is_some_and(|t| t.glued || self.is_capital(name)) && !time
    }

    /// Whether a word says how many there are of what has a plural: "two".
    fn counts(&self, i: usize) -> bool {
        let token = self.document.tokens.get(i).filter(|t| i >= self.first && !t.capital);
        token.is_some_and(|t| self.language.lexicon.is_several(t.word))
    }

    /// Whether a present form is a verb here, and no noun.
    pub(super) fn is_present(&self, i: usize) -> bool {
        let roles = self.roles(i);
        // "The A380 enters service", "Flight 218 leaves": the number is of a name and counts nothing.
        if self.is_numbered(i) && roles.has(Role::Present) && !roles.has(Role::Noun) {
            return true;
        }
        let Some(before) = self.before(i) else { return self.is_awaited(i) };
        let behind = self.roles(before);
        let relative = behind.any(Roles::of(&[Role::Relative, Role::Pronoun]))
            && !behind.has(Role::Possessive)
            // "That study found"
            || behind.has(Role::Subordinator) && behind.has(Role::Determiner) && before > self.first;
        // "Security forces opened fire", "Tax cuts took effect"
        let next = self.roles(i + 1);
        let plural = roles.has(Role::Noun)
            && roles.has(Role::Present)
            && next.has(Role::Past)
            && !next.has(Role::Noun);
        if plural && !relative {
            return false;
        }
        // "confirmed reports": a finite verb has no other right before it; "a rights plan": nor has a plural form "a" before it.
        // "expects demand to recover", but "the bank she leads reports".
        let present = behind.has(Role::Present)
            && !behind.any(Roles::of(&[Role::Noun, Role::Past]))
            && before > self.first
            && !self.roles(before - 1).has(Role::Personal);
        let finite = behind.any(Roles::of(&[Role::Past])) && !behind.has(Role::Noun)
            || behind.has(Role::Say) && behind.any(PASTS)
            || present;
        // "will tour the coast and record its first album"
        let led = Roles::of(&[Role::Will, Role::Modal, Role::To]);
        if roles.has(Role::Base)
            && behind.has(Role::Coordinator)
            && before + 1 == i
            && self.roles(i + 1).any(NOUN_PHRASE)
            && (self.first..before).any(|k| self.roles(k).any(led))
        {
            return true;
        }
        // "plans to sell shares to the public": what an infinitive has right behind it is its object.
        let infinitive = Roles::of(&[Role::To, Role::Will, Role::Modal]);
        if roles.has(Role::Noun)
            && behind.has(Role::Base)
            && !behind.any(PASTS.union(AUXILIARIES))
            && before + 1 == i
            && self.before(before).is_some_and(|b| self.roles(b).any(infinitive))
        {
            return false;
        }
        // "with two matches to go": what is counted.
        if roles.has(Role::Noun) && self.counts(before) {
            return false;
        }
        // "said that work in Dresden had been": what tells of one thing has no base form for its verb, "people that work" have.
        // "told reporters that demand in Germany had weakened": nor has what somebody is told.
        let told = Roles::of(&[Role::Say, Role::Promise]);
        let addressed = |k: usize| k > self.first && self.roles(k - 1).common(told) == told;
        let goes_on = behind.has(Role::Subordinator)
            && behind.has(Role::Determiner)
            && before > self.first
            && !self.roles(before - 1).any(Roles::of(&[Role::Demonstrative, Role::Pronoun]))
            && (addressed(before - 1)
                || !self.roles(before - 1).has(Role::Many)
                    && !self.document.is_plural(before - 1, self.language));
        if goes_on && roles.has(Role::Noun) && !roles.has(Role::Present) {
            return false;
        }
        if roles.has(Role::Noun)
            && (finite || !roles.has(Role::Present) && self.is_single(before))
            && !relative
        {
            return false;
        }
        // "bought it back": no base form goes with one thing.
        if behind.has(Role::Neuter) && roles.has(Role::Noun) && !roles.has(Role::Present) {
            return false;
        }
        // "according to documents": behind "to" stands a base form or a noun.
        if (behind.any(BEFORE_NOUNS) || behind.has(Role::To) && roles.has(Role::Present)) && !relative {
            return false;
        }
        // "It was the club's fourth defeat", "its winter schedule", "the Christmas lights"
        if !relative
            && (roles.has(Role::Base) && !roles.has(Role::Present)
                || (roles.has(Role::Noun)
                    || (self.first..before).any(|k| self.roles(k).any(AUXILIARIES.union(PASTS))))
                    && !self.roles(i + 1).any(OBJECTS))
            && before > self.first
            && self.roles(before - 1).any(Roles::of(&[Role::Possessive, Role::Determiner]))
            && self.tells_time(before)
        {
            return false;
        }
        let next = self.roles(i + 1);
        // "while the charges were pending"
        if roles.has(Role::Noun) && !relative && next.any(BE_AND_HAVE) && !next.has(Role::Possessive) {
            return false;
        }
        // "Four precious lives have been lost"
        if !relative && before > self.first && next.any(BE_AND_HAVE) && !next.has(Role::Possessive) {
            return false;
        }
        // "rent controls that had": a noun that a clause describes.
        let described = next.has(Role::Subordinator) && self.roles(i + 2).any(AUXILIARIES.union(PASTS));
        // "whose contract runs out next month", but "exports up 5%"
        let particle = next.has(Role::Particle) && self.is_word(i + 2);
        let complement = particle
            || next.any(OBJECTS) && !described
            || self.document.word(i + 1).starts_with(['“', '"', '`', '$']);
        let plural = (self.document.is_plural(before, self.language) || behind.has(Role::Many))
            && !behind.has(Role::Possessive);
        // "May" and "March" are times by their capital.
        let time = |k: usize| self.is_time_word(k) || self.is_capital(k) && self.tells_time(k);
        // "the term ends on Aug. 31", "the game starts Saturday", "the bus leaves at 7 p.m."
        let number = |k: usize| {
            self.document.tokens.get(k).is_some_and(|t| k < self.last && t.kind == TokenKind::Number)
        };
        let clock =
            |k: usize| time(k) || number(k) && (self.tells_time(k + 1) || self.document.is(k + 1, ":"));
        let timed = next.has(Role::TimeLead)
            && (time(i + 2) || self.roles(i + 2).has(Role::Determiner) && self.tells_time(i + 3))
            || next.has(Role::Preposition) && clock(i + 2)
            || time(i + 1) && !next.any(BEFORE_NOUNS);
        let scheduled = roles.has(Role::Schedule) && roles.has(Role::Present) && timed;
        // "The team plays Rovers on Saturday", "leaves for Rome on Friday": the sentence has no other verb.
        // "leaves for Asia Friday"
        let ends = || (i + 1..self.last).rfind(|&k| self.is_word(k)).is_some_and(time);
        let dated = || ends() || (i + 1..self.last).any(|k| self.roles(k).has(Role::TimeLead) && time(k + 1));
        let verbless =
            || !(self.first..self.last).any(|k| k != i && self.roles(k).any(AUXILIARIES.union(PASTS)));
        let form = roles.has(Role::Present) || roles.has(Role::Base) && plural;
        let scheduled =
            scheduled || roles.has(Role::Schedule) && form && !self.is_titled() && dated() && verbless();
        // "The album drops Friday", "The court rules on Monday": nothing else could be the verb.
        let scheduled = scheduled
            || roles.has(Role::Present)
                && timed
                && verbless()
                && self
                    .determiner(before)
                    .is_some_and(|at| at == self.first && !self.roles(at).has(Role::Indefinite));
        // "They won on Saturday and play Rovers on Wednesday"
        let scheduled = scheduled
            || roles.has(Role::Schedule)
                && roles.has(Role::Base)
                && behind.has(Role::Coordinator)
                && before + 1 == i
                && self.is_capital(i + 1)
                && !self.is_time_word(i + 1)
                && !self.is_titled()
                && dated()
                && (self.first..before).any(|k| self.roles(k).has(Role::Past))
                && !(self.first..before).any(|k| self.roles(k).any(led));
        // "Thermia reports on April 29": no other verb follows.
        let named = roles.has(Role::Present)
            && self.is_capital(before)
            && next.has(Role::TimeLead)
            && self.is_time_word(i + 2)
            && !(i + 2..self.last)
                .take_while(|&k| self.is_word(k) || self.document.tokens[k].kind == TokenKind::Number)
                .any(|k| self.roles(k).any(AUXILIARIES.union(PASTS)));
        // "Ashcombe play Burnley on Saturday", "The Lakers play Friday": a team is several.
        let rival = self.is_capital(i + 1) || next.has(Role::To) && self.is_capital(i + 2);
        let plays = roles.has(Role::Schedule)
            && roles.has(Role::Base)
            && self.is_capital(before)
            && (rival || timed && plural)
            && !self.is_titled();
        // "visit Leeds on Wednesday and host Derby": so are both who play.
        let match_of = |k: usize| {
            self.roles(k).has(Role::Schedule)
                && self.roles(k).has(Role::Base)
                && self.is_capital(k + 1)
                && !self.tells_time(k + 1)
        };
        let joined = behind.has(Role::Coordinator) && before + 1 == i;
        let plays = plays
            || joined && match_of(i) && (self.first..before).any(match_of) && verbless() && !self.is_titled();
        match (roles.has(Role::Present), roles.has(Role::Noun)) {
            _ if scheduled || named || plays => true,
            (true, false) => true,
            // "unless talks fail": the verb follows.
            (true, true) if next.has(Role::Base) && !next.any(Roles::of(&[Role::Noun, Role::Adverb])) => {
                false
            }
            (true, true) => {
                relative && !behind.has(Role::Demonstrative)
                    || (complement || self.is_opened(i)) && !behind.any(AUXILIARIES)
            }
            // "helped prove": an infinitive without "to".
            (false, false) => {
                !behind.any(AUXILIARIES) && !behind.has(Role::To) && !finite && !self.is_singular(before)
            }
            // "that work would begin"
            (false, true) if next.any(AUXILIARIES) && !next.has(Role::Possessive) => false,
            (false, true) => {
                let several = plural
                    || self.is_capital(before)
                        && (before.saturating_sub(6).max(self.first)..before)
                            .any(|k| self.roles(k).has(Role::Coordinator));
                relative
                    || plural && self.ends_opened(i, before)
                    || complement && several
                    || several
                        && next.has(Role::Preposition)
                        && self.is_capital(i + 2)
                        && !self.is_time_word(i + 2)
                        && !self.is_capital(before)
                    // "Rivals report on April 29"
                    || plural
                        && before == self.first
                        && next.has(Role::TimeLead)
                        && self.is_time_word(i + 2)
            }
        }
    }

    /// Whether "a" or "an" stands before the words that end at `i`, hyphens passed over.
    pub(super) fn is_single(&self, i: usize) -> bool {
        self.determiner(i).is_some_and(|at| {
            self.roles(at).has(Role::Indefinite) && matches!(self.document.word(at).len(), 1 | 2)
        })
    }

    /// Whether a determiner stands before the words that end at `i`: "the stadium plan".
    pub(super) fn is_determined(&self, i: usize) -> bool {
        self.determiner(i).is_some()
    }

    /// The determiner before the words that end at `i`, hyphens passed over.
    fn determiner(&self, i: usize) -> Option<usize> {
        let mut at = i;
        for _ in 0..CLOSE {
            if self.roles(at).any(Roles::of(&[Role::Indefinite, Role::Determiner])) {
                return Some(at);
            }
            let hyphen = self.document.is(at, "-");
            let plain = self.is_word(at)
                && !self.roles(at).any(Roles::of(&[Role::Preposition, Role::Coordinator, Role::Pronoun]));
            if at <= self.first || !(hyphen || plain) {
                return None;
            }
            at -= 1;
        }
        None
    }

    /// Whether a word close before opens a clause that still waits for its verb: "if the union strikes".
    fn is_opened(&self, i: usize) -> bool {
        let near = i.saturating_sub(CLOSE).max(self.first)..i;
        let opens = |k: usize| {
            self.roles(k).any(Roles::of(&[Role::If, Role::Subordinator]))
                && !self.roles(k).has(Role::Determiner)
        };
        near.rev().take_while(|&k| self.is_word(k)).any(opens)
    }

    /// Whether a word is a noun for one thing with its article before it: "the door", "a one-match", which goes with no plural form.
    fn is_singular(&self, i: usize) -> bool {
        let compound = i >= self.first + 2 && self.document.is(i - 1, "-") && self.is_word(i - 2);
        let first = if compound { i - 2 } else { i };
        let article = first > self.first
            && self.roles(first - 1).has(Role::Determiner)
            && !self.roles(first - 1).any(Roles::of(&[Role::Pronoun, Role::Subordinator]));
        article
            && !self.document.is_plural(i, self.language)
            && !self.is_capital(i)
            && !self.roles(i).any(Roles::of(&[Role::Many, Role::Relative, Role::Pronoun]))
    }

    /// Whether a present form behind a comma is the verb that a relative clause or an aside keeps waiting: "The show, which drew
    /// crowds, closes on Friday".
    pub(super) fn is_awaited(&self, i: usize) -> bool {
        let adverbs = (self.first..i).rev().take_while(|&k| self.roles(k).has(Role::Adverb)).count();
        let behind_comma = i > self.first + adverbs && self.document.is_comma(i - 1 - adverbs);
        let next = self.roles(i + 1);
        let number = |k: usize| {
            k < self.last && self.document.tokens.get(k).is_some_and(|t| t.kind == TokenKind::Number)
        };
        let timed = next.has(Role::Preposition)
            && (self.is_time_word(i + 2) || self.is_capital(i + 2) || number(i + 2))
            || self.is_time_word(i + 1);
        // "A second trial, with 300 hives, starts next month"
        let starts = || {
            let verb = |k: usize| self.roles(k).any(AUXILIARIES.union(PASTS));
            // "The Bulls, fresh off a win, play the Heat on Friday"
            let time = |k: usize| self.is_time_word(k) || self.is_capital(k) && self.tells_time(k);
            let dated = (i + 1..self.last).any(|k| self.roles(k).has(Role::TimeLead) && time(k + 1));
            let commas = (self.first..i).filter(|&k| self.document.is_comma(k)).count();
            let alone = || !(i + 1..self.last).any(verb) && !self.roles(i).any(PASTS);
            self.roles(i).has(Role::Schedule)
                && (timed || self.tells_time(i + 1) || dated && commas == 2 && alone())
                && !(self.first..i).any(verb)
        };
        let relative =
            (self.first..i).any(|k| self.roles(k).has(Role::Relative)) || self.closes_aside(i) || starts();
        // "The dam, which was raised in 1977, supplies water": one word of a list would have a joiner or a comma behind it.
        // "costs $499", "covers 300 acres"
        let amount =
            self.document.tokens.get(i + 1).is_some_and(|t| i + 1 < self.last && t.kind == TokenKind::Number)
                || self.document.is(i + 1, "$");
        let alone = (self.is_word(i + 1) || amount)
            && !next.has(Role::Coordinator)
            && self.roles(i).has(Role::Present);
        let verb = !self.roles(i).has(Role::Noun) || next.any(OBJECTS) || timed || alone;
        behind_comma && relative && self.roles(i).any(Roles::of(&[Role::Present, Role::Base])) && verb
    }

    /// Whether the comma before a word closes what another comma and a past form opened: "The rules, announced in March, take".
    fn closes_aside(&self, i: usize) -> bool {
        let comma = (self.first + 1..i.saturating_sub(1)).find(|&k| self.document.is_comma(k));
        comma.is_some_and(|c| {
            let first = if self.roles(c + 1).has(Role::Adverb) { c + 2 } else { c + 1 };
            self.roles(first).any(PASTS)
                && !(self.first..c).any(|k| self.roles(k).any(AUXILIARIES.union(PASTS)))
        })
    }

    /// Whether the clause that the word before the subject at `before` opens ends behind `i`: "prove that continents drift,".
    fn ends_opened(&self, i: usize, before: usize) -> bool {
        let opens = Roles::of(&[Role::If, Role::Subordinator]);
        let led = before > self.first && self.roles(before - 1).any(opens);
        led && before + 1 == i && (i + 1 >= self.last || matches!(self.document.word(i + 1), "," | "." | ";"))
    }
}
