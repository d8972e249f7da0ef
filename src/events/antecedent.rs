//! The noun phrase that a clause without a subject of its own tells of: what "who" stands for, what a joined verb shares.

use super::site::Site;
use crate::lang::{Role, Roles};
use crate::segment::{Opener, TokenKind, Verb};
use std::ops::Range;

/// Forms that tell one thing from several by their end: "was" and "were", "has" and "have".
const AGREEING: Roles = Roles::of(&[Role::Be, Role::Have, Role::Do, Role::Present]);

/// How many words a thing named with its place has before that.
const PLACED: usize = 7;

impl Site<'_> {
    /// What a relative clause's "who" or "which" stands for: the noun phrase before it.
    pub(super) fn antecedent(&self, clause: usize) -> Option<Range<usize>> {
        let this = self.clauses.get(clause)?;
        let parent = self.clauses.get(this.parent?)?;
        let reader = self.reader;
        // "who led the study and who lost a brother": both tell of one.
        let joins = reader.roles((this.first as usize).saturating_sub(1)).has(Role::Coordinator);
        if joins && parent.opener == Opener::Relative && parent.last == this.first {
            return self.antecedent(this.parent?);
        }
        let mut range = reader.trim(parent.first as usize..this.first as usize);
        // "two firefighters, aged 24 and 31, who": not their ages.
        let comma = range.clone().rfind(|&i| reader.document.is_comma(i)).filter(|&c| c > range.start);
        let aged = |i: usize| {
            reader.is_number(i)
                || reader.is_timed(i)
                || reader.roles(i).any(Roles::of(&[Role::Coordinator, Role::Participle]))
        };
        // "The nurse, from Chester, who"
        let placed = |c: usize| {
            reader.roles(c + 1).has(Role::Preposition) && (c + 2..range.end).all(|i| reader.is_capital(i))
        };
        if let Some(comma) =
            comma.filter(|&c| c + 2 < range.end && ((c + 1..range.end).all(aged) || placed(c)))
        {
            range.end = comma;
        }
        // "A former aide to the governor of Illinois, who": behind a comma the whole subject that waits for its verb.
        let opener = reader.roles(this.first as usize);
        let parted = (this.first as usize).checked_sub(1).is_some_and(|i| reader.document.is_comma(i));
        let leads = |i: usize| reader.roles(i).any(Roles::of(&[Role::Preposition, Role::To]));
        let tied = range
            .clone()
            .find(|&i| leads(i))
            .is_some_and(|i| !reader.roles(i).has(Role::Genitive) && !reader.is_timed(i + 1));
        if parted
            && opener.has(Role::Pronoun)
            && !opener.has(Role::Possessive)
            && parent.finite().is_none()
            && self.opens(range.start)
            && reader.is_determiner(range.start)
            && tied
            && !range.clone().any(|i| reader.document.is_comma(i))
        {
            return Some(range);
        }
        let mut start = range.end;
        while start > range.start {
            let at = start - 1;
            let roles = reader.roles(at);
            // "Boeing's 787, which": who owns something does nothing.
            let owner = start < range.end && reader.roles(start).is_owned();
            let verb =
                !owner && parent.verbs.iter().any(|v| (v.first as usize..v.last as usize).contains(&at));
            // "says Eleni Markou, who"
            let says = roles.has(Role::Say) && reader.is_capital(at + 1) && !reader.is_capital(at);
            if verb
                || says
                || reader.is_timed(at) && !reader.is_age(at)
                || reader.is_mark(at)
                    && !matches!(reader.document.word(at), "-" | "’")
                    && !reader.is_of_amount(at)
                || roles.any(Roles::of(&[Role::Preposition, Role::To])) && !roles.has(Role::Genitive)
            {
                break;
            }
            start = at;
            if reader.is_determiner(at)
                && !(start > range.start && reader.roles(start - 1).has(Role::Genitive))
            {
                break;
            }
        }
        // "died on Monday of a disease, which": the preposition hangs on the verb.
        start += usize::from(start < range.end && reader.roles(start).has(Role::Genitive));
        // "the end of a meeting that had begun": of the meeting.
        if reader.roles(start + 2).has(Role::Genitive)
            && reader.is_word(start + 1)
            && start + 3 < range.end
            && reader
                .document
                .tokens
                .get(start + 1)
                .is_some_and(|t| !reader.language.lexicon.readings(t.word).is_empty())
        {
            return Some(start + 3..range.end);
        }
        // "the gates of the dam, which was built": by its number, the last of them.
        if let Some(last) = self.agreeing(clause, start..range.end) {
            return Some(last);
        }
        // "the captain of the ship that sank": no person is a "which"; "the family of a boy who drowned": nor are most things a "who".
        let tied = || self.owned_thing(clause, start..range.end);
        if let Some(last) = self.owner(clause, start..range.end).or_else(tied) {
            return Some(last);
        }
        // "its plant in Zilina, Slovakia, which": a place with its country.
        let comma = start.checked_sub(1).filter(|&i| i > range.start && reader.document.is_comma(i));
        if let Some(comma) = comma.filter(|_| (start..range.end).all(|i| reader.is_capital(i))) {
            let city = (range.start..comma).rev().take_while(|&i| reader.is_capital(i)).last();
            start = city
                .filter(|&c| c > range.start && reader.roles(c - 1).has(Role::Preposition))
                .unwrap_or(start);
        }
        // "a company in Jersey that": the thing, with its place.
        let named = |i: usize| reader.is_capital(i) || i > start && reader.is_number(i);
        let place =
            (start..range.end).all(|i| named(i) || reader.document.is_comma(i)) && start > range.start + 1;
        if place && let Some(found) = self.agent_or_several(clause, range.start, start..range.end) {
            return Some(found);
        }
        if place
            && reader.roles(start - 1).has(Role::Preposition)
            && (reader.is_word(start - 2) || reader.is_age(start - 2))
        {
            // "A 66-year-old from New Hampshire who"
            let inner = |i: usize| reader.is_word(i) || reader.is_age(i) || reader.document.is(i, "-");
            let named = (range.start..start - 1).rev().take(PLACED).take_while(|&i| inner(i));
            let first = named.clone().find(|&i| reader.roles(i).has(Role::Determiner));
            let apart = |i: usize| reader.roles(i).any(Roles::of(&[Role::Preposition, Role::To]));
            if let Some(first) = first.filter(|&first| !(first..start - 1).any(apart)) {
                // "Carol Ibsen, a scientist at Brown University, who": the name.
                let described = reader.roles(first).has(Role::Indefinite);
                let comma = first
                    .checked_sub(1)
                    .filter(|&i| described && i > range.start && reader.document.is_comma(i));
                let name = comma.and_then(|comma| {
                    let named = (range.start..comma).rev().take_while(|&i| reader.is_capital(i)).last()?;
                    Some(named..comma)
                });
                return Some(name.unwrap_or(first..range.end));
            }
        }
        // "a shooting at the terminal that left two dead": what happened, with its place.
        // "work in Dresden, which was to begin": so is what begins or ends.
        let begins = self.finite(clause).is_some_and(|v| reader.roles(v.head as usize).has(Role::Schedule));
        let begins = place && begins && reader.is_word(start.saturating_sub(2));
        // "that fire on a fuel hose that had been replaced": what is done to something is done to the thing.
        let passive = |v: &Verb| (v.first..v.head).any(|i| reader.roles(i as usize).has(Role::Be));
        let done_to = !place && self.finite(clause).is_some_and(passive);
        let happened = start
            .checked_sub(2)
            .filter(|&i| i >= range.start && !done_to && (begins || reader.roles(i).has(Role::Happening)));
        if let Some(happened) = happened.filter(|_| reader.roles(start - 1).has(Role::Preposition)) {
            return Some(self.phrase_start(happened, range.start)..range.end);
        }
        // "Joyce Ames, 79, who": the name, not the age.
        let age = reader.document.tokens.get(start).is_some_and(|t| t.kind == TokenKind::Number);
        if age && start + 1 == range.end && start > range.start + 1 && reader.document.is_comma(start - 1) {
            let first = (range.start..start - 1).rev().take_while(|&i| reader.is_capital(i)).last();
            return first.map(|first| first..start - 1);
        }
        // "Lucie Martin, a union leader, who …": the name, not what describes it.
        // "Ron Pacek, the head of the group, who": so of an office.
        let person = (start..range.end).any(|i| reader.roles(i).has(Role::Person));
        let described =
            reader.roles(start).has(Role::Indefinite) || reader.roles(start).has(Role::Determiner) && person;
        if start > range.start + 1 && described && reader.document.is_comma(start - 1) {
            let named = (range.start..start - 1).rev().take_while(|&i| reader.is_capital(i)).last();
            if let Some(first) = named {
                return Some(first..start - 1);
            }
        }
        // "by 228 votes to 205, which": no number did anything.
        let number = (start..range.end).all(|i| reader.is_number(i));
        (start < range.end && !number).then_some(start..range.end)
    }

    /// Of a name behind a preposition: who did it ("by Renata Cruz, who"), or those of the place where the verb goes with several:
    /// "Schools in Leeds, which were".
    fn agent_or_several(&self, clause: usize, from: usize, name: Range<usize>) -> Option<Range<usize>> {
        let reader = self.reader;
        let opener = reader.roles(self.clauses.get(clause)?.first as usize);
        let before = reader.roles(name.start.checked_sub(1)?);
        if opener.has(Role::Pronoun) && before.has(Role::Byline) && name.len() > 1 {
            return Some(name);
        }
        let verb = self.finite(clause)?.first as usize;
        let auxiliary = reader.roles(verb);
        let several = auxiliary.has(Role::Be) || auxiliary.any(AGREEING) && !auxiliary.has(Role::Past);
        let several = several && !reader.document.word(verb).ends_with('s');
        let noun = name.start.checked_sub(2).filter(|&i| i >= from)?;
        let many = reader.document.is_plural(noun, reader.language) || reader.roles(noun).has(Role::Many);
        let one = !name.clone().any(|i| reader.roles(i).has(Role::Coordinator));
        (several && many && one && before.has(Role::Preposition))
            .then(|| self.phrase_start(noun, from)..name.end)
    }

    /// Whether a verb tells of one thing: "was", "has", "opens".
    pub(super) fn is_single(&self, verb: &Verb) -> bool {
        let first = verb.first as usize;
        self.reader.roles(first).any(AGREEING) && self.reader.document.word(first).ends_with('s')
    }

    /// What stands behind "of" and somebody's office, where a relative clause tells of a thing.
    fn owned_thing(&self, clause: usize, phrase: Range<usize>) -> Option<Range<usize>> {
        let reader = self.reader;
        let opener = reader.roles(self.clauses.get(clause)?.first as usize);
        let person = |i: usize| reader.roles(i).any(Roles::of(&[Role::Person, Role::Title]));
        let of = phrase.clone().find(|&i| reader.roles(i).has(Role::Genitive))?;
        let before = of.checked_sub(1)?;
        let office = before > phrase.start && person(before) && !reader.is_capital(before);
        // "remains chair of the board, which she joined"
        let bare = before == phrase.start && !reader.is_capital(before) && reader.is_determiner(of + 1);
        let office = office || bare;
        let thing = of + 1..phrase.end;
        let several = thing.clone().any(|i| reader.roles(i).has(Role::Genitive) || person(i));
        (office && !opener.has(Role::Pronoun) && !thing.is_empty() && !several).then_some(thing)
    }

    /// The person that stands behind "of", where a relative clause tells of one: "the family of a boy who drowned".
    fn owner(&self, clause: usize, phrase: Range<usize>) -> Option<Range<usize>> {
        let reader = self.reader;
        let opener = reader.roles(self.clauses.get(clause)?.first as usize);
        let who = opener.has(Role::Pronoun) && !opener.has(Role::Possessive);
        let of = phrase.clone().rfind(|&i| who && reader.roles(i).has(Role::Genitive))?;
        let person = |i: usize| {
            reader.roles(i).any(Roles::of(&[Role::Person, Role::Masculine, Role::Feminine, Role::Many]))
        };
        let head = of.checked_sub(1)?;
        let owner = of + 1..phrase.end;
        // "the head of a company who resigned"
        let single = reader.roles(owner.start).has(Role::Indefinite) && !person(head);
        // "the trial of Brian Walsh, who is accused", "the killing of Bo Ek, who", "the body of Ana Ruiz, who vanished"
        let happens = reader.roles(head).has(Role::Happening)
            || !reader.language.relations.deeds(reader.root(head)).is_empty();
        let called = || !reader.language.names.of(reader.document.word(owner.start)).is_none();
        let named = owner.clone().all(|i| reader.is_capital(i)) && !person(head) && (happens || called());
        // "the murder of two teenagers who disappeared"
        let counted = !person(head) && (self.counts(owner.start) || reader.is_number(owner.start));
        let determined = named || counted || reader.is_determiner(owner.start);
        let last = owner.end - 1;
        let firm = reader.roles(last).has(Role::Company);
        (determined && !firm && owner.len() > 1 && (person(last) || single || named || counted))
            .then_some(owner)
    }

    /// Of nouns tied by "of", the last where a verb for one thing follows several: "the gates of the dam, which was".
    fn agreeing(&self, clause: usize, phrase: Range<usize>) -> Option<Range<usize>> {
        let reader = self.reader;
        let verb = self.finite(clause)?;
        let many = |i: usize| reader.document.is_plural(i, reader.language);
        let single = self.is_single(verb);
        let of = phrase.clone().find(|&i| reader.roles(i).has(Role::Genitive))?;
        let last = phrase.clone().rfind(|&i| reader.roles(i).has(Role::Genitive))? + 1;
        let determined = last < phrase.end && reader.roles(last).has(Role::Determiner);
        let several = of > phrase.start && many(of - 1) && !reader.roles(of - 1).has(Role::Determiner);
        (single && several && determined && !many(phrase.end - 1)).then_some(last..phrase.end)
    }

    /// Whether the verbs of two clauses begin with the same auxiliary.
    fn shares_auxiliary(&self, clause: usize, other: Option<usize>) -> bool {
        const AUXILIARIES: Roles = Roles::of(&[Role::Will, Role::Modal, Role::Be, Role::Have]);
        let word = |clause: usize| {
            let first = self.finite(clause)?.first as usize;
            let token = self.reader.document.tokens.get(first)?;
            self.reader.roles(first).any(AUXILIARIES).then_some(token.word)
        };
        let own = word(clause);
        own.is_some() && own == other.and_then(word)
    }

    /// The subject of the clause that a clause without one is joined to: "opened in May and was rebuilt".
    pub(super) fn shared_subject(&self, clause: usize) -> Option<Range<usize>> {
        // "His family, who called him a man who never rested, have been told": it goes on with what was interrupted.
        if self.clauses.get(clause)?.resumes.is_some()
            && let Some(subject) = self.subject(clause)
        {
            let named = self.is_pronoun(&subject).then(|| self.resolve(clause)).flatten();
            return named.or(Some(subject));
        }
        let mut at = clause;
        for _ in 0..self.clauses.len() {
            let this = self.clauses.get(at)?;
            let joined = matches!(this.opener, Opener::Coordinator | Opener::Mark);
            // "according to papers that the court saw, and will appear": the comma ends the relative clause.
            let first = self.clauses.get(clause)?.first as usize;
            let parted = first.checked_sub(1).is_some_and(|i| self.reader.document.is_comma(i));
            if at != clause && parted && this.opener == Opener::Relative {
                at = this.parent?;
                continue;
            }
            // "was put on hold while the charges were pending and is now set": by its number, the subject of the main clause.
            let number = this.opener == Opener::Subordinator
                && self.finite(clause).is_some_and(|v| self.is_single(v))
                && self.subject(at).is_some_and(|s| self.is_several(&s));
            // "will take charge on Friday, when the team plays, and will stay": by its auxiliary, that of the main clause.
            // "threatened to move if they struck, and repeated it": what a comma ends is no more than the condition.
            let led = parted
                && match this.opener {
                    Opener::Subordinator => self.shares_auxiliary(clause, this.parent),
                    opener => opener == Opener::If,
                };
            // "said its offer was fair and said it would go to court": who says both.
            let says = |c: usize| self.finite(c).is_some_and(|v| v.meaning.has(Role::Say));
            let both = this.opener == Opener::Complement && says(clause) && this.parent.is_some_and(says);
            // "grounded the jets after a door blew out, and cleared them": the comma ends what only says when.
            let joins = self.reader.roles(first).has(Role::Coordinator);
            let ended =
                parted && joins && this.opener == Opener::Subordinator && this.parent.is_some_and(|p| p < at);
            if at != clause && (number || led || both || ended) && this.parent.is_some() {
                at = this.parent?;
                continue;
            }
            if at != clause || !joined {
                if let Some(subject) = self.subject(at) {
                    let named = self.is_pronoun(&subject).then(|| self.resolve(at)).flatten();
                    return named.or(Some(subject));
                }
                if !joined {
                    return None;
                }
            }
            at = this.parent.or(at.checked_sub(1))?;
        }
        None
    }
}
