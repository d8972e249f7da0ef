//! Who says what a clause tells.

use super::site::{Dated, Site};
use crate::expression::Tense;
use crate::lang::{Role, Roles};
use crate::segment::{Clause, Form, Opener, Verb};
use std::ops::Range;

/// How many paragraphs of one quote are gone back through for its speaker.
const PARAGRAPHS: usize = 12;

/// The speaker of an event's clause: of the quote that it stands in, or of the saying that it hangs on.
pub(super) fn speaker(site: &Site<'_>, dated: &Dated) -> Option<String> {
    let clause = dated.target.clause();
    let start = site.clauses.get(clause)?.span.start;
    let document = site.reader.document;
    // “They told us so,” she said: who is quoted speaks of somebody who spoke.
    let tells = |quote: usize| {
        let head = site.finite(clause).and_then(|v| document.tokens.get(v.head as usize));
        head.is_some_and(|t| document.quote_at(t.start) == Some(quote))
    };
    let quote = document.quote_at(start).filter(|&quote| !says(site, clause) || tells(quote));
    let subject = match quote {
        Some(quote) => quoted(site, quote)?,
        None => indirect(site, dated).or_else(|| named_source(site, dated))?,
    };
    // "noon and" speaks not.
    let names = |i: usize| {
        let function = Roles::of(&[Role::Determiner, Role::Preposition, Role::Coordinator, Role::Adverb]);
        site.reader.is_word(i) && !site.reader.is_length(i) && !site.reader.roles(i).any(function)
            // "said the 21-year-old"
            || i > subject.start && site.reader.is_age(i)
    };
    if !subject.clone().any(names) || site.reader.roles(subject.end - 1).has(Role::Coordinator) {
        return None;
    }
    let first = subject.start;
    // "released on licence": no speaker.
    let past = Roles::of(&[Role::Past, Role::Participle]);
    if site.reader.roles(first).any(past) && !site.reader.roles(first).has(Role::Person) {
        return None;
    }
    let text = super::headline::tidy(site, &[subject]);
    if text.is_empty() {
        return None;
    }
    Some(if site.reader.starts_sentence(first) { small(&text) } else { text })
}

fn small(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

/// Whether a clause tells that somebody says something; what "was declared" says nothing.
fn says(site: &Site<'_>, clause: usize) -> bool {
    let passive = |v: &Verb| (v.first..v.head).any(|i| site.reader.roles(i as usize).has(Role::Be));
    let says = |v: &Verb| v.meaning.has(Role::Say) && v.form != Form::Participle && !passive(v);
    site.finite(clause).is_some_and(says)
}

/// "Ames said that …", "…, Ames said": the clause of saying that a clause hangs on or is followed by.
fn indirect(site: &Site<'_>, dated: &Dated) -> Option<Range<usize>> {
    let clause = dated.target.clause();
    // "Ames said that he had won, and Boone said that": who speaks next is not told of by who spoke before.
    let this = site.clauses.get(clause)?;
    let comma = (this.first as usize).checked_sub(1).is_some_and(|i| site.reader.document.is_comma(i));
    if says(site, clause) && this.opener == Opener::Coordinator && comma && !site.goes_on(clause) {
        return None;
    }
    if tells_apart(site, dated) || is_told_beside(site, clause) {
        return None;
    }
    // A clause within what is said is said, too.
    let mut at = clause;
    for _ in 0..site.clauses.len() {
        let this = site.opening(at)?;
        let Some(parent) = this.parent else { break };
        if this.opener == Opener::Complement && says(site, parent) {
            return person(site, parent);
        }
        at = parent;
    }
    if says(site, clause) {
        return None;
    }
    // "The parties, the minister said, had agreed"
    let between = clause.checked_sub(1).filter(|&n| this.resumes.is_some_and(|host| host + 1 == n));
    if let Some(n) = between.filter(|&n| site.clauses[n].opener == Opener::Mark && says(site, n)) {
        return person(site, n);
    }
    let trails = |n: usize, c: &Clause| c.opener == Opener::Mark && says(site, n);
    let (n, said) = site.clauses.iter().enumerate().skip(clause + 1).find(|(n, c)| trails(*n, c))?;
    let comma = said.first as usize;
    let outside = site.reader.document.quote_at(said.span.start).is_none();
    (outside && site.reader.document.is_comma(comma) && said.resumes.is_none()).then(|| person(site, n))?
}

/// "announced that it would cut its share, and donors will meet": "will" behind "would" is said by the article itself.
fn is_told_beside(site: &Site<'_>, clause: usize) -> bool {
    let Some(this) = site.clauses.get(clause).filter(|c| c.opener == Opener::Coordinator) else {
        return false;
    };
    let first = |n: usize| site.finite(n).map_or(Roles::NONE, |v| site.reader.roles(v.first as usize));
    let comma = (this.first as usize).checked_sub(1).is_some_and(|i| site.reader.document.is_comma(i));
    let said = this.parent.filter(|&p| site.clauses[p].opener == Opener::Complement);
    let past = Roles::of(&[Role::Modal, Role::Past]);
    comma
        && !site.goes_on(clause)
        && first(clause).has(Role::Will)
        && said.is_some_and(|p| first(p).any(past))
}

/// "According to the paper Dagens, the firm", ", according to officials": who is named as the source of what the sentence tells.
fn named_source(site: &Site<'_>, dated: &Dated) -> Option<Range<usize>> {
    let source = source(site)?;
    let told = site.clauses.get(dated.target.clause())?;
    let speaker = source.start + 2..source.end;
    // What the source itself does is not told by it.
    let apart = !speaker.contains(&(told.first as usize)) && !says(site, dated.target.clause());
    (apart && !speaker.is_empty()).then(|| site.reader.trim(speaker))
}

/// The tokens of "according to officials" where it opens a sentence, or ends it behind a comma, without the comma.
pub(super) fn source(site: &Site<'_>) -> Option<Range<usize>> {
    let reader = site.reader;
    let sentence = reader.document.sentences.get(site.sentence)?;
    let (first, last) = (sentence.body as usize, sentence.last as usize);
    let at =
        (first..last).find(|&i| reader.roles(i).has(Role::Source) && reader.roles(i + 1).has(Role::To))?;
    let end = (at + 2..last).find(|&i| reader.is_mark(i)).unwrap_or(last);
    let opens = at == first && reader.document.is_comma(end);
    let ends = at > first && reader.document.is_comma(at - 1) && end + 1 >= last;
    let verb = |i: usize| site.clauses.iter().flat_map(|c| &c.verbs).any(|v| v.first as usize == i);
    (opens || ends && !(at + 2..end).any(verb)).then_some(at..end)
}

/// Whether the article itself tells what a comma parts from what is said, with a time of its own in the past: "warned that it was
/// unsafe, but it was not closed until Friday", "denied that it had pressed the bank, which was sold in May".
fn tells_apart(site: &Site<'_>, dated: &Dated) -> bool {
    // "A ban on the group, introduced in July, is lawful, the court ruled", but "said the aircraft, due in May, will"
    let done = |v: &Verb| v.form == Form::Participle && !v.meaning.has(Role::Plan);
    if site.verb(dated.target).is_some_and(done) && site.aside(dated.target).is_some() {
        return true;
    }
    let Some(this) = site.clauses.get(dated.target.clause()) else { return false };
    let first = this.first as usize;
    let comma = first.checked_sub(1).is_some_and(|i| site.reader.document.is_comma(i));
    let opens = match this.opener {
        // "and that the bridge would reopen" is said.
        Opener::Coordinator => !site.goes_on(dated.target.clause()),
        Opener::Relative => true,
        _ => false,
    };
    let simple = site.verb(dated.target).is_some_and(|v| {
        v.form == Form::Finite
            && v.tense == Tense::Past
            && !site.reader.roles(v.first as usize).has(Role::Have)
    });
    comma && opens && simple && dated.expression.is_some()
}

/// Who speaks a quote: named in the sentence where it ends, where it starts, or beside it in its paragraph.
fn quoted(site: &Site<'_>, quote: usize) -> Option<Range<usize>> {
    let document = site.reader.document;
    let mut quote = quote;
    for _ in 0..PARAGRAPHS {
        let span = *document.quotes.get(quote)?;
        let last = document.sentence_of(document.token_at(span.end.saturating_sub(1)))?;
        let first = document.sentence_of(document.token_at(span.start))?;
        let paragraph = document.sentences[first].paragraph;
        let beside = [Some(last), Some(first), first.checked_sub(1), Some(last + 1)];
        for sentence in beside.into_iter().flatten() {
            if document.sentences.get(sentence).is_some_and(|s| s.paragraph == paragraph)
                && let Some(found) = attribution(site, sentence)
            {
                return Some(found);
            }
        }
        // A quote that its paragraph did not close goes on in the next.
        let earlier = quote.checked_sub(1)?;
        let closed = document.quotes[earlier].of(document.text).ends_with(['”', '"', '\'', '»']);
        if closed
            || document.sentences[document.sentence_of(document.token_at(document.quotes[earlier].start))?]
                .paragraph
                + 1
                != paragraph
        {
            return None;
        }
        quote = earlier;
    }
    None
}

/// The subject of a verb of saying outside the quotes of a sentence.
fn attribution(site: &Site<'_>, sentence: usize) -> Option<Range<usize>> {
    let document = site.reader.document;
    let clauses = site.reader.parted.clauses(sentence);
    let there = Site { reader: site.reader, sentence, clauses };
    let said = (0..clauses.len()).find(|&c| {
        let verb = there.finite(c).filter(|v| v.meaning.has(Role::Say));
        verb.is_some_and(|v| {
            document.tokens.get(v.head as usize).is_some_and(|t| document.quote_at(t.start).is_none())
        })
    })?;
    person(&there, said)
}

/// The subject of a clause of saying; a pronoun only where it is certain whom it means.
fn person(site: &Site<'_>, clause: usize) -> Option<Range<usize>> {
    let subject = site.subject(clause)?;
    if site.is_pronoun(&subject) {
        return site.resolve(clause);
    }
    // "said 62-year-old Maria Ames"
    let reader = site.reader;
    let named = subject.clone().find(|&i| !reader.is_age(i)).filter(|&i| reader.is_capital(i));
    let subject = named.unwrap_or(subject.start)..subject.end;
    Some(site.name_behind(&subject).unwrap_or_else(|| reader.trim_end(subject)))
}
