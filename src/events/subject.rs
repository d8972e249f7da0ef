//! Who or what a clause is about.

use super::site::{Site, Target};
use crate::expression::{Grain, Tense};
use crate::lang::{Role, Roles, WordId};
use crate::segment::{Form, Opener, Verb};
use std::ops::Range;

/// Words that stand between a subject and its verb.
const FILLERS: Roles = Roles::of(&[Role::Adverb, Role::Negation, Role::Lead]);

/// Words that a noun phrase starts with.
const NOMINAL: Roles = Roles::of(&[Role::Determiner, Role::Pronoun]);

/// Forms that may describe a subject before it.
const PASTS: Roles = Roles::of(&[Role::Past, Role::Participle]);

/// How fine the time is that a stretch of a sentence tells.
fn told_at(site: &Site<'_>, range: Range<usize>) -> Option<Grain> {
    if range.is_empty() { None } else { site.reader.dates(range).map(|a| a.when.grain) }
}

impl<'a> Site<'a> {
    /// [`Site::subject`], which is asked for more than once.
    pub(super) fn find_subject(&self, clause: usize) -> Option<Range<usize>> {
        let reader = self.reader;
        let this = self.clauses.get(clause)?;
        let verb = self.finite(clause)?;
        let start = this.resumes.and_then(|r| self.clauses.get(r)).map_or(this.first, |c| c.first) as usize;
        let end = match this.resumes.and_then(|r| self.clauses.get(r)) {
            // The subject was told before the interruption.
            Some(earlier) => earlier.last as usize,
            // What interrupts the clause is none of it.
            None => verb.first.min(this.last) as usize,
        };
        let opens = self.clauses.get(this.resumes.unwrap_or(clause)).unwrap_or(this);
        let pied = opens.opener == Opener::Relative
            && reader.roles(start).has(Role::Preposition)
            && reader.roles(start + 1).has(Role::Relative);
        let start = match opens.opener {
            Opener::Subordinator if reader.roles(start).has(Role::Linker) => start + 1,
            // "in which he was born"
            _ if pied => start + 2,
            _ => start,
        };
        let mut before = self.noun_phrase(start..end);
        // "The men arrested on Friday were": without its time the participle tells nothing.
        let reduced = |v: &&Verb| v.form == Form::Participle && v.last as usize == before.end;
        if let Some(participle) =
            this.verbs.iter().find(reduced).filter(|v| v.first as usize > before.start + 1)
        {
            before.end = participle.first as usize;
        }
        // "the year she married", "In her first summer as mayor she closed": what stands before the pronoun is none of it.
        let last = before.end.saturating_sub(1);
        let joins = |i: usize| reader.roles(i).has(Role::Coordinator);
        if last > before.start && reader.roles(last).has(Role::Personal) && !joins(last - 1) {
            before.start = last;
        }
        // "and last landed in 2020", ", first flew": no subject of its own.
        let lone =
            before.len() == 1 && reader.roles(last).any(Roles::of(&[Role::Superlative, Role::TimeLead]));
        if lone && last > 0 && (joins(last - 1) || reader.document.is_comma(last - 1)) {
            before.start = before.end;
        }
        // "Not until March did the firm admit it"
        let nominal = |i: usize| reader.roles(i).any(Roles::of(&[Role::Pronoun, Role::Determiner]));
        if before.len() == 1 && reader.roles(last).has(Role::Negation) && !nominal(last) {
            return None;
        }
        if !before.is_empty() {
            // "Airbus, whose A380 first flew": the A380 flew.
            let opener = reader.roles(this.first as usize);
            let owned = opener.has(Role::Relative) && opener.has(Role::Possessive);
            return match this.opener {
                Opener::Relative if owned => Some(before),
                // "the house in which he was born", "the book she wrote": the relative word is no subject.
                Opener::Relative
                    if reader.roles(before.start).any(NOMINAL) || reader.is_capital(before.start) =>
                {
                    Some(before)
                }
                Opener::Relative => self.antecedent(clause).or(Some(before)),
                _ => Some(before),
            };
        }
        if this.opener == Opener::Relative {
            return self.antecedent(clause);
        }
        let after = verb.last as usize..this.last as usize;
        // "and asked the president": whom it asks.
        let inverted = verb.meaning.has(Role::Say)
            && verb.form == Form::Finite
            && !(this.opener == Opener::Coordinator && self.goes_on(clause));
        let stops = |i: &usize| {
            let roles = reader.roles(*i);
            let parts = roles.any(Roles::of(&[
                Role::Preposition,
                Role::Relative,
                Role::Linker,
                Role::Coordinator,
                Role::To,
            ]));
            let ties = roles.any(Roles::of(&[Role::Genitive, Role::Purpose]));
            (reader.is_mark(*i) && !matches!(reader.document.word(*i), "-" | "." | "’"))
                || reader.is_timed(*i) && !reader.is_age(*i)
                || parts && !ties
        };
        let end = after.clone().find(stops).unwrap_or(after.end);
        (inverted && after.start < end).then_some(after.start..end)
    }

    /// The tokens of a participle with what follows it, between the commas behind a subject: "His book, published in 1999,
    /// sold"; of several joined ones its own part. Before a verb of saying without a date of its own it only tells when that
    /// was.
    pub(super) fn aside(&self, target: Target) -> Option<Range<usize>> {
        let Target::Verb { clause, verb: n } = target else { return None };
        let document = self.reader.document;
        let verb = self.verb(target).filter(|v| v.form == Form::Participle)?;
        let this = self.clauses.get(clause)?;
        let main = self.finite(clause).filter(|v| v.form == Form::Finite)?;
        // "Her memoir, “Soundings,” published in 2003, sold": the comma stands within.
        let behind_comma = |i: u32| {
            // "The hearing, originally listed for May, was"
            let adverbs =
                (0..i).rev().take_while(|&k| self.reader.roles(k as usize).has(Role::Adverb)).count();
            let i = i - adverbs as u32;
            let quoted = (i as usize).checked_sub(1).is_some_and(|k| matches!(document.word(k), "”" | "\""));
            (i as usize).checked_sub(1 + usize::from(quoted)).is_some_and(|comma| document.is_comma(comma))
        };
        let opening = this.verbs.get(..=n)?.iter().find(|v| v.form == Form::Participle)?;
        let (last, main_first) = (this.last as usize, main.first as usize);
        // What interrupts the aside in turn closes it: "found by a student who had stopped, is".
        let interrupted = main_first >= last;
        let comma = (verb.first as usize..main_first).rfind(|&i| document.is_comma(i))?;
        let closes = interrupted || (comma + 1..main_first).all(|i| self.reader.roles(i).any(FILLERS));
        let end = if interrupted { last } else { comma };
        let subject = self.subject(clause)?;
        // "The union, founded in 1911, said": nobody said it then.
        let dated = || {
            let told = told_at(self, verb.first as usize..end);
            told.is_some_and(|grain| grain >= Grain::Month)
                || told_at(self, main.last as usize..last).is_some()
        };
        let says = main.meaning.has(Role::Say) && !dated();
        let aside = behind_comma(opening.first) && closes && !says && subject.end < opening.first as usize;
        let next = this.verbs.get(n + 1).filter(|v| v.form == Form::Participle && (v.first as usize) < end);
        let mut end = next.map_or(end, |v| v.first as usize);
        while self.reader.is_mark(end - 1) || self.reader.roles(end - 1).has(Role::Coordinator) {
            end -= 1;
        }
        (aside && (verb.first as usize) < end).then_some(verb.first as usize..end)
    }

    /// The tokens of a participle with what follows it, before the subject that it tells of: "Built in 1961, the dam supplies
    /// water"; of several joined ones its own part.
    pub(super) fn fronted(&self, target: Target) -> Option<Range<usize>> {
        let Target::Verb { clause, verb: n } = target else { return None };
        let this = self.clauses.get(clause)?;
        let verb = self.verb(target).filter(|v| v.form == Form::Participle)?;
        let opening =
            this.verbs.first().filter(|v| v.form == Form::Participle && self.opens(v.first as usize));
        let main = self.finite(clause).filter(|v| opening.is_some() && !v.meaning.has(Role::Say))?;
        let subject =
            self.subject(clause).filter(|s| s.start > verb.first as usize && s.end <= main.first as usize)?;
        let comma = subject.start.checked_sub(1).filter(|&i| self.reader.document.is_comma(i))?;
        let next = this.verbs.get(n + 1).map_or(comma, |v| (v.first as usize).min(comma));
        let mut end = next;
        while self.reader.is_mark(end - 1) || self.reader.roles(end - 1).has(Role::Coordinator) {
            end -= 1;
        }
        ((verb.last as usize) < end).then_some(verb.first as usize..end)
    }

    /// The object that a participle behind it tells of, and the participle with what follows it: "a plan announced in May" of "will
    /// decide on a plan announced in May". Of several joined ones each has the same object.
    pub(super) fn described(&self, target: Target) -> Option<(Range<usize>, Range<usize>)> {
        let Target::Verb { clause, verb: n } = target else { return None };
        let (this, reader) = (self.clauses.get(clause)?, self.reader);
        // "will dominate a summit set for May": both lie ahead.
        let verb = self.verb(target).filter(|v| v.form == Form::Participle && v.tense == Tense::Past)?;
        let leads =
            this.finite().is_none_or(|v| v.first > verb.last) && self.leads_phrase(this.first as usize);
        let behind = || {
            this.finite().filter(|v| {
                // "denied a report published on Sunday"
                let says = v.meaning.has(Role::Say) && !v.meaning.has(Role::Deny);
                v.last < verb.first && !v.copula && !says
            })
        };
        let from = if leads { Some(this.first) } else { behind().map(|v| v.last) }? as usize;
        // The first of those that are joined stands behind its noun.
        let mut first = n;
        while let Some(before) = first.checked_sub(1).filter(|&b| this.verbs[b].form == Form::Participle) {
            let between = this.verbs[first].first as usize - 1;
            if !reader.roles(between).has(Role::Coordinator) {
                break;
            }
            first = before;
        }
        // "For Harbury, beaten in 2023, it was": an aside.
        let before = (this.verbs[first].first as usize).checked_sub(1)?;
        let aside = leads && reader.document.is_comma(before);
        let noun = before.checked_sub(usize::from(aside)).filter(|&i| i > from)?;
        let named = reader.is_word(noun)
            && !reader.is_timed(noun)
            && !reader.roles(noun).any(Roles::FUNCTION.union(Roles::of(&[
                Role::Adverb,
                Role::Linker,
                Role::To,
            ])));
        // "accuses Apple of infringing three patents granted in 1998": the patents were.
        let gerund = this.verbs[..first].iter().rfind(|v| v.form == Form::Gerund && v.last as usize > from);
        let start = self.phrase_start(noun, gerund.map_or(from, |v| v.last as usize));
        let determined = named
            && (reader.roles(start).any(Roles::of(&[Role::Determiner, Role::Possessive]))
                || start < noun && self.counts(start)
                || start < noun && behind().is_some() && reader.document.is_plural(noun, reader.language)
                || leads && reader.is_capital(start));
        let next = this.verbs.get(n + 1).map_or(this.last as usize, |v| v.first as usize);
        let comma = (verb.last as usize..next).find(|&i| reader.document.is_comma(i)).unwrap_or(next);
        let mut end = comma;
        while end > verb.last as usize
            && (reader.is_mark(end - 1) || reader.roles(end - 1).has(Role::Coordinator))
        {
            end -= 1;
        }
        (determined && (verb.last as usize) < end).then_some((start..noun + 1, verb.first as usize..end))
    }

    /// Whether a word says how many: "three patents".
    pub(super) fn counts(&self, token: usize) -> bool {
        let reader = self.reader;
        let word = reader.document.tokens.get(token).map_or(WordId::UNKNOWN, |t| t.word);
        reader.is_word(token) && reader.language.lexicon.is_several(word)
    }

    /// Whether a clause opens the sentence with a phrase that leads to its subject: "In a suit filed in May, she says".
    pub(super) fn leads_phrase(&self, first: usize) -> bool {
        self.opens(first) && self.reader.roles(first).has(Role::Preposition)
    }

    /// The tokens of a gerund with what follows it, behind a word that places it beside the main verb: "since hitting a record".
    pub(super) fn linked(&self, target: Target) -> Option<Range<usize>> {
        let Target::Verb { clause, .. } = target else { return None };
        let this = self.clauses.get(clause)?;
        let verb = self.verb(target).filter(|v| v.form == Form::Gerund)?;
        this.finite().filter(|v| v.last < verb.first && !v.meaning.has(Role::Say))?;
        let led =
            (verb.first as usize).checked_sub(1).is_some_and(|i| self.reader.roles(i).has(Role::Linker));
        let end = self.reader.trim_end(verb.first as usize..this.last as usize);
        (led && verb.last as usize + 1 < end.end).then_some(end)
    }

    /// The noun with a participle behind it that describes the subject: "a man questioned on Wednesday" of "A man questioned on
    /// Wednesday was released".
    pub(super) fn reduced(&self, target: Target) -> Option<Range<usize>> {
        let Target::Verb { clause, .. } = target else { return None };
        let (this, reader) = (self.clauses.get(clause)?, self.reader);
        let verb = self.verb(target).filter(|v| v.form == Form::Participle && v.tense == Tense::Past)?;
        let first = this.first as usize;
        let main = this.finite().filter(|v| v.first >= verb.last && v.form == Form::Finite)?;
        let range = reader.trim(first..main.first as usize);
        let opens = range.start < verb.first as usize
            && (reader.roles(range.start).has(Role::Determiner) || reader.is_length(range.start))
            && this.verbs.first().is_some_and(|v| v.first == verb.first);
        let noun =
            (verb.first as usize).checked_sub(1).is_some_and(|i| reader.is_word(i) && !reader.is_timed(i));
        let plain = !range.clone().any(|i| reader.document.is_comma(i));
        // "A warrant issued on Monday charged him": what it did, it did then.
        let perfect = reader.roles(main.first as usize).has(Role::Have);
        let day = told_at(self, verb.last as usize..main.first as usize).is_some_and(|g| g <= Grain::Day);
        let own = told_at(self, main.last as usize..this.last as usize).is_some_and(|g| g <= Grain::Day);
        let told_then = main.tense == Tense::Past && !perfect && day && !own;
        let plain = plain && !told_then;
        (opens && noun && plain).then_some(range)
    }

    /// Whether what is dated is told apart from the verb of its clause: an aside, or what describes its subject or object.
    pub(super) fn tells_apart(&self, target: Target) -> bool {
        self.aside(target).is_some()
            || self.fronted(target).is_some()
            || self.described(target).is_some()
            || self.linked(target).is_some()
            || self.reduced(target).is_some()
    }

    /// Whether a participle at `first` opens the sentence, and the subject that it tells of stands behind a comma.
    pub(super) fn opens_fronted(&self, first: usize, subject: usize) -> bool {
        let verb = self.clauses.first().and_then(|c| c.verbs.first());
        let opens = verb.is_some_and(|v| v.form == Form::Participle && v.first as usize == first);
        opens && self.opens(first) && subject > first && self.reader.document.is_comma(subject - 1)
    }

    /// Whether a phrase with a dated participle of its own opens the sentence, and ends with the comma before the subject: "Under the deal,
    /// signed in May, the bank".
    pub(super) fn opens_told(&self, first: usize, subject: usize) -> bool {
        let verbs = self.clauses.iter().flat_map(|c| &c.verbs);
        // "In a statement released on Tuesday, the ministry denied": it did so there.
        let speaks = Roles::of(&[Role::Say, Role::Deny]);
        if verbs.clone().any(|v| v.form == Form::Finite && v.meaning.any(speaks)) {
            return false;
        }
        let mut told = verbs.filter(|v| v.form == Form::Participle && (v.first as usize) < subject);
        let dated = |v: &Verb| self.reader.dates(v.last as usize..subject).is_some();
        self.leads_phrase(first)
            && subject > first
            && self.reader.document.is_comma(subject - 1)
            && told.any(|v| v.first as usize > first && dated(v))
    }

    /// The noun phrase of a stretch before a verb, without what leads to it and what only describes it.
    fn noun_phrase(&self, range: Range<usize>) -> Range<usize> {
        let reader = self.reader;
        let mut range = reader.trim(range);
        // "Her memoir, Soundings, written in 2003, was": an aside.
        let next =
            |i: usize| (i + 1..).find(|&k| !matches!(reader.document.word(k), "”" | "\"")).unwrap_or(i + 1);
        let comma = |i: &usize| reader.document.is_comma(*i) && reader.roles(next(*i)).any(PASTS);
        let led = self.opens(range.start) && reader.roles(range.start).has(Role::Preposition);
        let aside = range.clone().find(comma).filter(|_| !led && !reader.roles(range.start).any(PASTS));
        if let Some(comma) = aside {
            range.end = comma;
        }
        // "On Friday, the board": a phrase before a comma that starts with a preposition or a time leads to the subject.
        let opens = self.opens(range.start) && reader.roles(range.start).any(PASTS);
        while let Some(comma) = range.clone().find(|&i| reader.document.is_comma(i)) {
            // "In May the minister, Paul Rennie, wrote": what leads to the subject has no comma of its own.
            let behind = (range.start..comma).find(|&i| !reader.leads_time(i)).unwrap_or(range.start);
            if behind > range.start && reader.roles(behind).has(Role::Determiner) {
                range.start = behind;
                continue;
            }
            let roles = reader.roles(range.start);
            // "Born on Jan. 11, 1934, in Lowell, she was"
            let last = range.clone().rfind(|&i| reader.document.is_comma(i)).unwrap_or(comma);
            if opens && roles.any(PASTS) && self.is_pronoun(&(last + 1..range.end)) {
                return last + 1..range.end;
            }
            // "Born on a farm, Ames left", "Founded in 1898, the firm employs": what only describes the subject.
            // "Founded in 1898, sold in 1950 and closed in 1980, the mill": so do those that are joined to it.
            let joined = comma + 1 + usize::from(reader.roles(comma + 1).has(Role::Coordinator));
            let describes = opens
                && roles.any(PASTS)
                && comma > range.start + 1
                && (reader.is_capital(comma + 1)
                    || reader.roles(comma + 1).any(NOMINAL)
                    || reader.roles(joined).any(PASTS));
            // "Under the deal, signed in May, the bank": what describes the deal leads with it.
            let leads = describes
                || led && roles.any(PASTS)
                || roles.any(Roles::of(&[Role::Preposition, Role::Linker, Role::Gerund, Role::To]))
                || reader.is_timed(range.start)
                || (range.start..comma).all(|i| reader.roles(i).any(FILLERS));
            if !leads {
                // "the daughter of a net maker, she left": the pronoun, not what describes it.
                let pronoun = comma + 1..range.end;
                if self.is_pronoun(&pronoun) {
                    return pronoun;
                }
                // "Ames, a socialist, won": an aside. "The Porto, Portugal, company", "Cole, Ames and Boone": one phrase.
                let tail = range.clone().rfind(|&i| reader.document.is_comma(i)).unwrap_or(comma);
                if (tail + 1..range.end).all(|i| reader.is_mark(i) || reader.roles(i).any(FILLERS))
                    || tail == comma && !reader.is_capital(comma + 1)
                {
                    range.end = comma;
                }
                break;
            }
            range = reader.trim(comma + 1..range.end);
        }
        // "Three weeks ago he"
        let behind = (range.start..range.end).find(|&i| !reader.leads_time(i)).unwrap_or(range.end);
        if behind > range.start
            && !reader.roles(behind).has(Role::Possessive)
            && (reader.is_capital(behind)
                || reader.roles(behind).any(Roles::of(&[Role::Determiner, Role::Pronoun])))
        {
            range.start = behind;
        }
        // "The office first named the storm"
        let ordinal = |i: usize| i > range.start && reader.roles(i).has(Role::Superlative);
        if range.end > range.start
            && ordinal(range.end - 1)
            && !reader.roles(range.end - 2).has(Role::Determiner)
        {
            range.end -= 1;
        }
        while range.start < range.end
            && reader.roles(range.end - 1).any(FILLERS)
            && !reader.is_capital(range.end - 1)
        {
            range.end -= 1;
        }
        while range.start < range.end
            && (reader.roles(range.start).has(Role::Relative) || reader.is_mark(range.start))
        {
            range.start += 1;
        }
        // "Brand Cells on Tuesday reported"
        while range.end > range.start + 1
            && reader.is_timed(range.end - 1)
            && range.clone().any(|i| reader.leads_time(i) && !reader.is_timed(i))
        {
            range.end -= 1;
            while range.end > range.start + 1 && reader.leads_time(range.end - 1) {
                range.end -= 1;
            }
        }
        let led = reader.roles(range.start).any(Roles::of(&[Role::Preposition, Role::Linker]));
        let timed = range.clone().all(|i| reader.is_timed(i));
        if led || timed { range.end..range.end } else { range }
    }

    /// Where the noun phrase that ends with `noun` starts, not before `from`.
    pub(super) fn phrase_start(&self, noun: usize, from: usize) -> usize {
        let reader = self.reader;
        let mut at = noun;
        while at > from
            && (!reader.is_mark(at - 1) || reader.document.is(at - 1, "-"))
            && !reader.roles(at - 1).has(Role::Preposition)
        {
            at -= 1;
            if reader.is_determiner(at) {
                break;
            }
        }
        at
    }
}
