//! Marks that part clauses, and words that open one.

use super::clause::Opener;
use super::parting::{NOUN_PHRASE, Walk};
use super::verb::{Form, Verb};
use super::{Token, TokenKind};
use crate::lang::{Role, Roles};
use crate::span::Span;

/// Where a mark parts clauses.
pub(super) enum Boundary {
    /// Before the mark.
    Opens(Opener),
    /// Behind it.
    Closes(Opener),
}

/// Words that may open a clause.
pub(super) const OPENERS: Roles = Roles::of(&[Role::Relative, Role::Subordinator, Role::If, Role::Linker]);

/// How many words back the determiner of a noun phrase may stand.
const PHRASE: usize = 5;

impl Walk<'_> {
    /// A mark that parts clauses.
    pub(super) fn boundary(&self, i: usize) -> Option<Boundary> {
        let document = self.document;
        let token = document.tokens.get(i)?;
        if token.kind != TokenKind::Mark {
            return None;
        }
        let digit = |i: usize| document.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Number);
        let between_digits = || i > self.first && digit(i - 1) && digit(i + 1);
        let next_glued = || document.tokens.get(i + 1).is_some_and(|t| t.glued);
        let opens = Some(Boundary::Opens(Opener::Mark));
        // A mark is a single character, which mostly its first byte tells.
        match document.text.as_bytes().get(token.start as usize)? {
            b';' | b'(' | b'[' => opens,
            b')' | b']' => Some(Boundary::Closes(Opener::Mark)),
            b':' if self.is_in_brackets(i) => None,
            b':' | b'_' if !between_digits() => opens,
            b'-' if !token.glued && (!next_glued() || document.is(i + 1, "-")) => opens,
            b'"' | b'`' | b'\'' => self.speech(i),
            0x80.. => match document.word(i) {
                "—" | "–" if !between_digits() => opens,
                "“" | "”" | "«" | "»" => self.speech(i),
                _ => None,
            },
            _ => None,
        }
    }

    /// "(NYSE: GM)", "(Paris: 2 p.m.)": what stands in short brackets is one piece.
    fn is_in_brackets(&self, colon: usize) -> bool {
        const SHORT: usize = 4;
        let mut before = (self.first..colon).rev().take(SHORT).map(|i| self.document.word(i));
        before.any(|mark| matches!(mark, "(" | "["))
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
        // "Her memoir, “Soundings,” was": a name.
        let last = self.document.token_at(quote.end.saturating_sub(1));
        let mut words =
            (first..last).filter_map(|i| self.document.tokens.get(i)).filter(|t| t.kind == TokenKind::Word);
        let named = words.clone().next().is_some() && words.all(|t| t.capital);
        let noun = before.checked_sub(1).is_some_and(|i| {
            self.document.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Word)
                && !self.roles(i).has(Role::Say)
        });
        let goes_on = self.document.tokens.get(last + 1).is_some_and(|t| t.kind == TokenKind::Word);
        if named && noun && goes_on && self.document.is_comma(before) && !self.roles(last + 1).has(Role::Say)
        {
            return false;
        }
        matches!(self.document.word(before), "," | ":" | "—" | "–" | "”" | "\"" | "'")
            || self.roles(before).has(Role::Say)
    }

    /// Whether the quote ends with a mark that says that it was speech: “Go home,” she said.
    fn ends_openly(&self, quote: Span) -> bool {
        let last = self.document.token_at(quote.end.saturating_sub(1));
        (last.saturating_sub(2)..=last).any(|i| matches!(self.document.word(i), "," | "?" | "!" | "."))
    }

    /// What the word at `i` opens, if it opens a clause.
    pub(super) fn opener(&self, i: usize, verbs: &[Verb]) -> Option<Opener> {
        let roles = self.roles(i);
        if !roles.any(OPENERS) {
            return None;
        }
        // "the once-mighty firm"
        if self.document.is(i + 1, "-") && self.document.tokens.get(i + 1).is_some_and(|t| t.glued) {
            return None;
        }
        let before = i.checked_sub(1).map_or(Roles::NONE, |b| self.roles(b));
        let next = self.roles(i + 1);
        // "as early as Thursday"
        let same = |k: usize| {
            let word = |k: usize| self.document.tokens.get(k).map(|t| t.word);
            (self.first..self.last).contains(&k) && word(k) == word(i)
        };
        if roles.has(Role::Preposition) && (same(i + 2) || i > 1 && same(i - 2)) {
            return None;
        }
        // "transferred more than 3 million euros"
        let number = self.document.tokens.get(i + 1).is_some_and(|t| t.kind == TokenKind::Number);
        if roles.has(Role::Comparison) && number {
            return None;
        }
        let dated = |i: usize| self.names_time(i);
        if roles.has(Role::If) {
            return Some(Opener::If);
        }
        if roles.has(Role::Relative) {
            return Some(Opener::Relative);
        }
        if roles.has(Role::Determiner) {
            // "that": a determiner behind a preposition and before a time, and nothing but one at the start.
            let says = self
                .open
                .verbs
                .last()
                .is_some_and(|v| v.meaning.any(Roles::of(&[Role::Say, Role::Promise, Role::Plan])));
            // "said that last week a customer …"
            let led = says && next.has(Role::TimeLead) && !next.has(Role::Adverb);
            // "led the team to that victory"
            let object = before.has(Role::To);
            let phrase = before.has(Role::Preposition) && !before.has(Role::Adverb)
                || object
                || dated(i + 1) && !led
                || i == self.first;
            let subject = verbs.iter().any(|v| {
                v.form == Form::Finite
                    && v.first as usize > i
                    && (i + 1..v.first as usize).all(|k| self.roles(k).has(Role::Adverb))
            });
            let object = before.is_none()
                && self.document.tokens.get(i.wrapping_sub(1)).is_some_and(|t| t.kind == TokenKind::Word)
                && !says;
            return match () {
                () if phrase => None,
                // "ruled on Friday that …"
                () if i > self.first && dated(i - 1) && !subject => Some(Opener::Complement),
                // "proposed a law that bans"
                () if subject && (!says || self.ends_determined(i)) => Some(Opener::Relative),
                () if self.lacks_object(i, verbs) => Some(Opener::Relative),
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
        // "while playing for Brazil on Friday, the club confirmed": nor has a gerund a verb behind a comma.
        if !roles.has(Role::Linker) && next.has(Role::Gerund) && parted {
            return None;
        }
        // "said after the match that he would": the verb is that of another clause.
        let that = |k: usize| {
            k > i + 1 && self.roles(k).has(Role::Subordinator) && self.roles(k).has(Role::Determiner)
        };
        let other = (i + 1..finite.first as usize).any(|k| self.roles(k).has(Role::Relative) || that(k));
        // "before the end of June was unlikely": a time is no subject.
        let timed = (i + 1..finite.first as usize).all(|k| {
            self.document.tokens.get(k).is_some_and(|t| !self.language.lexicon.readings(t.word).is_empty())
                || self.roles(k).any(Roles::of(&[Role::Determiner, Role::Genitive]))
                || self.document.tokens.get(k).is_some_and(|t| t.kind == TokenKind::Number)
        });
        let named =
            |k: usize| self.document.tokens.get(k).is_some_and(|t| t.capital || t.kind == TokenKind::Number);
        let timed = timed && (i + 1..finite.first as usize).any(named);
        // "left before noon and said", "before the vote and left": the verb goes on with the clause before.
        let joined = (i + 1..finite.first as usize)
            .rfind(|&k| !self.roles(k).any(Roles::of(&[Role::Adverb, Role::Negation])))
            .is_some_and(|k| self.roles(k).has(Role::Coordinator));
        // "flagged as dangerous in 2022 caused the fire": the verb is that of the clause which waits, and the last.
        // "and was sentenced" goes on with it.
        let joined_to = |v: &Verb| self.roles((v.first as usize).saturating_sub(1)).has(Role::Coordinator);
        let last = !verbs.iter().any(|v| v.first > finite.first && v.form == Form::Finite && !joined_to(v));
        let waits = last && !self.awaiting.is_empty();
        // "who was arrested after the fire was convicted"
        let told =
            self.open.opener == Opener::Relative && self.open.verbs.iter().any(|v| v.form == Form::Finite);
        let phrase = (i + 1..finite.first as usize).any(|k| self.roles(k).has(Role::Preposition) || dated(k));
        let waits = waits && (told || phrase);
        // "the mayor before him resigned": only ever an object.
        let object = next.any(Roles::of(&[Role::Masculine, Role::Plural]))
            && !next.any(Roles::of(&[Role::Pronoun, Role::Determiner]));
        let waits = waits || object && finite.first as usize == i + 2;
        // "was drawn up after a cyclist, Amy Zhao, was killed": the clause before has its verb.
        if roles.has(Role::Linker) && self.keeps_waiting(i, verbs) {
            return Some(Opener::Subordinator);
        }
        // "After an outcry in February the council dropped the plan": the one verb of a sentence is that of its main clause.
        let led = i == self.first && last && self.ends_before_subject(i, finite);
        // "More than 300 homes were evacuated": nothing was told yet to compare with.
        let counts = roles.has(Role::Comparison) && self.open.verbs.is_empty();
        (!(roles.has(Role::Linker) && (parted || other || joined || timed || waits || led || counts)))
            .then_some(Opener::Subordinator)
    }

    /// Whether between a word like "after" at `i` and a verb a noun with its time ends, and a subject with its determiner begins: "After an
    /// outcry in February the council".
    fn ends_before_subject(&self, i: usize, verb: &Verb) -> bool {
        let subject = self.subject_start(verb, i + 1);
        let noun = self.roles(i + 1).has(Role::Determiner) && subject > i + 3;
        let timed = self.names_time(subject - 1)
            || self.document.tokens.get(subject - 1).is_some_and(|t| t.kind == TokenKind::Number);
        noun && timed && self.roles(subject).has(Role::Determiner) && subject + 1 < verb.first as usize
    }

    /// Whether a sentence opens with a condition that its order alone tells: "Had the vote passed, the government would have fallen",
    /// "Should talks fail on Friday, the union will strike".
    pub(super) fn is_inverted(&self) -> bool {
        let (first, next) = (self.roles(self.first), self.roles(self.first + 1));
        let had = Roles::of(&[Role::Have, Role::Past]);
        let leads = first.common(had) == had || first.has(Role::Modal) && !first.has(Role::Able);
        let plain = first.has(Role::Modal) && next.is_none();
        let subject = next.any(Roles::of(&[Role::Determiner, Role::Pronoun]))
            || plain
            || self.document.tokens.get(self.first + 1).is_some_and(|t| t.capital);
        let asks = self.last > self.first && self.document.is(self.last - 1, "?");
        let comma = (self.first..self.last).any(|i| self.document.is_comma(i));
        leads && subject && comma && !asks
    }

    /// Whether what a word like "after" at `i` leads to is a subject that an aside between commas keeps from its verb: "after the
    /// mayor, who had opposed it, resigned".
    fn keeps_waiting(&self, i: usize, verbs: &[Verb]) -> bool {
        let told = self.awaiting.is_empty() && self.open.verbs.iter().any(|v| v.form == Form::Finite);
        let plain = |k: usize| {
            self.document.tokens.get(k).is_some_and(|t| t.kind == TokenKind::Word)
                && !self.roles(k).any(Roles::of(&[Role::Coordinator, Role::Relative, Role::Linker]))
                && !verbs.iter().any(|v| v.first as usize == k)
        };
        let Some(opens) = (i + 1..self.document.tokens.len()).find(|&k| !plain(k)) else { return false };
        let named = (i + 1..opens).any(|k| !self.roles(k).has(Role::Determiner) && !self.names_time(k));
        if !told || !named || !self.document.is_comma(opens) {
            return false;
        }
        let mut finite = verbs.iter().filter(|v| v.form == Form::Finite && v.first as usize > opens);
        let Some(first) = finite.next() else { return false };
        let closes = |v: &Verb| {
            let comma =
                (v.first as usize).checked_sub(1).is_some_and(|c| c > opens && self.document.is_comma(c));
            // "since Ellen Marsh, 34, a nurse, was struck": one comma, or nothing but names, nouns and ages between them.
            let mut aside = opens + 1..(v.first as usize).saturating_sub(1);
            let number = |k: usize| self.document.tokens.get(k).is_some_and(|t| t.kind == TokenKind::Number);
            let one = !aside.clone().any(|k| self.document.is_comma(k));
            comma && (one || aside.all(|k| self.document.is_comma(k) || number(k) || plain(k)))
        };
        let describes =
            first.ambiguous && first.first as usize == opens + 1 || self.roles(opens + 1).has(Role::Relative);
        closes(first) || describes && finite.next().is_some_and(closes)
    }

    /// Whether the clause that "that" at `i` would open ends with its verb, so that "that" is its object: "documents that the
    /// board released last week".
    fn lacks_object(&self, i: usize, verbs: &[Verb]) -> bool {
        let Some(verb) = verbs.iter().find(|v| v.first as usize > i && v.form == Form::Finite) else {
            return false;
        };
        let behind = verb.last as usize;
        let noun = self.roles(i - 1).any(Roles::of(&[
            Role::Say,
            Role::Promise,
            Role::Plan,
            Role::Threat,
            Role::Content,
        ]));
        let dated = |i: usize| {
            let function = Roles::of(&[Role::To, Role::Preposition, Role::Determiner, Role::Linker]);
            self.document.tokens.get(i).is_some_and(|t| !self.language.lexicon.readings(t.word).is_empty())
                && !self.roles(i).any(function)
                || self.document.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Number)
        };
        // "that an electrician flagged as dangerous"
        let bare = !self.roles(behind + 1).any(NOUN_PHRASE);
        let linked = self.roles(behind).has(Role::Linker) && (self.open.verbs.is_empty() || bare);
        // "a problem that he has been treated for since January"
        let lead = |k: usize| self.roles(k).any(Roles::of(&[Role::Preposition, Role::Linker]));
        let waits = self.roles(behind).has(Role::Preposition) && lead(behind + 1) && dated(behind + 2);
        let timed = dated(behind)
            || linked
            || waits
            || self.roles(behind).has(Role::Preposition) && dated(behind + 1);
        let ends = self.document.tokens.get(behind).is_none_or(|t| t.kind == TokenKind::Mark);
        let before = self.roles(i - 1);
        let plural = self.document.is_plural(i - 1, self.language)
            && (before.is_none() || before.has(Role::Noun))
            && self.document.tokens.get(i - 1).is_some_and(|t| t.kind == TokenKind::Word);
        // "wrote on Chatter that the port will close"
        let reports = Roles::of(&[Role::Say, Role::Promise, Role::Plan]);
        let reports = self.open.verbs.last().is_some_and(|v| v.meaning.any(reports));
        let named = plural || !reports && self.ends_determined(i);
        !noun && !verb.copula && !verb.modal && (timed || ends) && named && verb.first as usize - i <= 6
    }

    /// Whether a word is one of time: "week", or with its capital "May".
    pub(super) fn names_time(&self, i: usize) -> bool {
        let listed = |t: &Token| t.capital && !self.language.lexicon.readings(t.word).is_empty();
        self.document.is_time_word(i, self.language) || self.document.tokens.get(i).is_some_and(listed)
    }

    /// Whether a noun phrase with its determiner ends before `i`, and no noun that a clause tells the content of: "a company in
    /// Jersey that", but not "the fact that".
    fn ends_determined(&self, i: usize) -> bool {
        let word = |k: &usize| self.document.tokens.get(*k).is_some_and(|t| t.kind == TokenKind::Word);
        let from = self.open.verbs.last().map_or(self.open.first, |v| v.last as usize);
        let phrase = (from..i).rev().take_while(word).take(PHRASE);
        let opened = |k: &usize| self.roles(*k).has(Role::Determiner);
        let content = Roles::of(&[Role::Content, Role::Say, Role::Promise, Role::Plan, Role::Threat]);
        let mut inner = phrase.clone().take_while(|k| !opened(k));
        // "on land that the city had bought"
        let led =
            i > from + 1 && self.roles(i - 2).has(Role::Preposition) && !self.roles(i - 2).has(Role::Adverb);
        // "found in May that it had": a time has no content.
        let timed = i > from && self.names_time(i - 1);
        !timed && (led || phrase.clone().any(|k| opened(&k))) && !inner.any(|k| self.roles(k).any(content))
    }
}
