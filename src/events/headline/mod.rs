//! One line that tells an event and stands alone, in words of the article.
//!
//! Input: a clause with what dates it. Output: its headline.
//! Knows nothing of status, speakers or order.

mod ages;
mod body;
mod fit;
mod object;
mod tail;
mod trim;

pub(super) use fit::tidy;

use super::pieces::{Pieces, replace};
use super::site::{Dated, Site, Target};
use crate::expression::Tense;
use crate::lang::{Role, Roles};
use crate::segment::{Form, Opener, Verb};
use smallvec::smallvec;
use std::ops::Range;

/// The longest headline, in characters.
const LONGEST: usize = 100;

/// Words that put a verb into the future.
const LEADING: Roles = Roles::of(&[Role::Will, Role::Modal, Role::Present, Role::Past]);

/// A headline, and whether its subject is only pointed at ("he", "this meeting").
pub(super) struct Headline {
    pub(super) text: String,
    pub(super) pointing: bool,
    /// It says that something was said, and only another clause with a time of its own says what.
    pub(super) echo: bool,
}

/// The clause in one line.
///
/// Its leading time and connecting words are dropped, a name or the first conjunct's subject stands where the clause lacks
/// one and it is certain, and what hangs on it (what was said, on which condition) follows as far as it fits.
pub(super) fn headline(site: &Site<'_>, dated: &Dated) -> Headline {
    let clause = dated.target.clause();
    let mut pieces = body::body(site, clause, dated);
    object::name_object(site, dated, &mut pieces);
    trim::source(site, &mut pieces);
    // "the departure of Weller in June": what leads to another event is told by itself.
    if !(dated.within.is_some() && matches!(dated.target, Target::Noun { .. })) {
        trim::leading(site, &mut pieces);
    }
    trim::time(site, &mut pieces, dated);
    tail::distance(site, &mut pieces, dated);
    tail::tail(site, &mut pieces);
    ages::drop(site, &mut pieces);
    let named = name_subject(site, clause, &mut pieces);
    let pointing = !named && is_pointing(site, &pieces);
    if let Some(denied) = denial(site, clause) {
        replace(&mut pieces, 0..0, denied);
    }
    let end = pieces.last().map_or(0, |p| p.end);
    let said = site.verb(dated.target).is_some_and(|v| v.meaning.has(Role::Say) || v.last as usize == end);
    let apart = site.tells_apart(dated.target);
    let mut more = if dated.within.is_some() || apart { Pieces::new() } else { hanging(site, clause) };
    // "would rule on" of "on whether"
    tail::tail(site, &mut more);
    let line = fit::line(site, &pieces, &more, said);
    let quoted = more.is_empty().then(|| fit::quote_saying(site, dated, &line)).flatten();
    // What tells nothing by itself gives way to its sentence.
    let silent = said
        && quoted.is_none()
        && (ends_in_verb(site, dated, &pieces) || says_when(site, dated))
        && !is_reduced(site, clause)
        && !apart
        && (more.is_empty() || line == tidy(site, &pieces));
    let hangs = pieces.first().is_some_and(|p| site.reader.roles(p.start).has(Role::Relative));
    // "Born": who, the sentence says.
    let alone = dated.within.is_some() && pieces.iter().map(ExactSizeIterator::len).sum::<usize>() < 2;
    let says_nothing = silent
        || hangs
        || alone
        || is_asked(site, clause)
        || is_choice(site, dated)
        || is_mere(site, dated, &pieces)
        || is_lost(site, dated, &pieces);
    let text = if says_nothing || is_inner(site, dated) || lacks_subject(site, dated, &pieces) {
        fit::sentence(site)
    } else {
        quoted.unwrap_or(line)
    };
    Headline { text: fit::finish(text), pointing, echo: echoes(site, dated, silent, &pieces) }
}

/// "Police said on Saturday that two men had died on Friday": whether nothing stands beside the saying but when, and what was said has its
/// own time.
fn echoes(site: &Site<'_>, dated: &Dated, silent: bool, pieces: &[Range<usize>]) -> bool {
    let clause = dated.target.clause();
    let (Some(verb), Some(this)) = (site.verb(dated.target), site.clauses.get(clause)) else { return false };
    let reader = site.reader;
    let more = |i: usize| reader.is_content(i) && !reader.is_timed(i);
    let says = verb.meaning.has(Role::Say) && !verb.meaning.has(Role::Deny);
    let told = || {
        ends_in_verb(site, dated, pieces)
            && site.reporting(clause + 1) == Some(clause)
            && site.is_dated(clause + 1)
    };
    says && !(verb.last as usize..this.last as usize).any(more) && (silent || told())
}

/// Whether a clause is a question within its sentence, and without its first word would say something else: "how many people died".
fn is_asked(site: &Site<'_>, clause: usize) -> bool {
    let first = site.clauses.get(clause).map_or(0, |c| c.first as usize);
    let degree = Roles::of(&[Role::Subordinator, Role::Indefinite]);
    let next = site.reader.roles(first + 1);
    let subject = next.any(Roles::of(&[Role::Determiner, Role::Pronoun])) && !next.has(Role::Indefinite);
    site.reader.roles(first).common(degree) == degree && !subject && !site.reader.is_capital(first + 1)
}

/// "a vote on whether to strike in January": without what asks it, the infinitive would say something else.
fn is_choice(site: &Site<'_>, dated: &Dated) -> bool {
    let infinitive = site.verb(dated.target).filter(|v| v.form == Form::Infinitive);
    infinitive.and_then(|v| (v.first as usize).checked_sub(1)).is_some_and(|i| site.reader.asks(i))
}

/// Whether nothing but a pronoun and a form of "to be" is left: "It was the day after the bridge fell"; or what it was says nothing without
/// the clause behind it: "It is the third time this year that the plant has been shut".
fn is_mere(site: &Site<'_>, dated: &Dated, pieces: &[Range<usize>]) -> bool {
    let verb = site.verb(dated.target).filter(|v| v.copula && v.form == Form::Finite);
    let Some(verb) = verb else { return false };
    let first = pieces.first().map_or(0, |p| p.start);
    let cleft = site.reader.roles(first).has(Role::Neuter)
        && first + 1 == verb.first as usize
        && site.clauses.get(dated.target.clause() + 1).is_some_and(|c| site.reader.is_that(c.first as usize));
    if cleft {
        return true;
    }
    let [piece] = pieces else { return false };
    is_pointing(site, pieces) && piece.end == verb.last as usize && piece.start + 1 == verb.first as usize
}

/// Whether the verb that is told went with its time, and nothing but a subject is left: "for the quarter ended Sept. 30".
fn is_lost(site: &Site<'_>, dated: &Dated, pieces: &[Range<usize>]) -> bool {
    let verb = site.verb(dated.target).filter(|v| v.form == Form::Finite && dated.within.is_none());
    let tells = |v: &Verb| pieces.iter().any(|p| p.contains(&(v.head as usize)));
    verb.is_some_and(|v| !tells(v)) && !site.clauses.iter().flat_map(|c| &c.verbs).any(tells)
}

/// Whether what is told is a gerund behind a name's number, whose subject is not the clause's: "left them with Game 5 dropping".
fn is_inner(site: &Site<'_>, dated: &Dated) -> bool {
    let Target::Verb { clause, verb } = dated.target else { return false };
    let verbs = site.clauses.get(clause).map_or(&[][..], |c| &c.verbs);
    let Some(gerund) = verbs.get(verb).filter(|v| v.form == Form::Gerund) else { return false };
    let noun = (gerund.first as usize).checked_sub(1).is_some_and(|i| site.reader.is_length(i));
    noun && verbs.iter().take(verb).any(|v| v.form == Form::Finite)
}

/// Whether the line ends with the verb of saying that it tells; "is due to report" says enough.
fn ends_in_verb(site: &Site<'_>, dated: &Dated, pieces: &[Range<usize>]) -> bool {
    let verb = site.verb(dated.target).or_else(|| site.finite(dated.target.clause()));
    // "The delay was announced" says what was.
    let passive = |v: &Verb| (v.first..v.head).any(|i| site.reader.roles(i as usize).has(Role::Be));
    let subject = site.subject(dated.target.clause()).is_some_and(|s| !site.is_pronoun(&s));
    let says = |v: &Verb| v.meaning.has(Role::Say) && v.form != Form::Infinitive && !(passive(v) && subject);
    verb.is_some_and(|v| says(v) && pieces.last().is_some_and(|p| p.end == v.last as usize))
}

/// "Abara said after touring the dam": only when it was said stands behind the verb.
fn says_when(site: &Site<'_>, dated: &Dated) -> bool {
    let Some(verb) = site.verb(dated.target).filter(|v| v.meaning.has(Role::Say)) else { return false };
    let reader = site.reader;
    let next = (verb.last as usize..).find(|&i| !reader.is_timed(i) && !reader.leads_time(i));
    // "the company said, ending production"
    let aside = |i: usize| reader.document.is_comma(i) && reader.roles(i + 1).has(Role::Gerund);
    // "testified before Congress"
    let place = |i: usize| reader.is_capital(i + 1) && !reader.is_timed(i + 1);
    next.is_some_and(|i| reader.roles(i).has(Role::Linker) && !reader.is_that(i) && !place(i) || aside(i))
}

/// Whether the line starts with a finite verb, whose subject was not found.
fn lacks_subject(site: &Site<'_>, dated: &Dated, pieces: &[Range<usize>]) -> bool {
    let Some(first) = pieces.iter().map(|p| p.start).next() else { return true };
    let verbs = site.clauses.iter().flat_map(|c| &c.verbs);
    let finite = verbs.filter(|v| v.form == Form::Finite).any(|v| v.first as usize == first);
    let quoted = site
        .reader
        .document
        .tokens
        .get(first)
        .is_some_and(|t| site.reader.document.quote_at(t.start).is_some());
    finite && !quoted && matches!(dated.target, Target::Verb { .. }) && !site.opens(first)
}

/// "to protest the layoffs announced last week": a noun with what describes it, parted from its clause by no mark.
fn is_reduced(site: &Site<'_>, clause: usize) -> bool {
    let this = &site.clauses[clause];
    let first = this.first as usize;
    let marked = site.reader.is_mark(first) || first > 0 && site.reader.is_mark(first - 1);
    this.opener == Opener::Mark && this.parent.is_some() && !marked
}

/// Whether the first word is a pronoun or a demonstrative.
fn is_pointing(site: &Site<'_>, pieces: &[Range<usize>]) -> bool {
    let first = pieces.first().map_or(Roles::NONE, |p| site.reader.roles(p.start));
    first.any(Roles::of(&[Role::Demonstrative, Role::Pronoun]))
}

/// What a clause of denial or of a demand says before the clause that it denies or demands: "Calder denied that", "Rebels demanded that".
fn denial(site: &Site<'_>, clause: usize) -> Option<Pieces> {
    let reader = site.reader;
    let parent = site.reporting(clause)?;
    let over = site.clauses.get(parent)?;
    // "that he resign"
    let bare = |v: &Verb| v.tense == Tense::Future && !reader.roles(v.first as usize).any(LEADING);
    let demanded = site.finite(clause).is_some_and(bare) && over.verbs.last()?.meaning.has(Role::Promise);
    if !over.verbs.last()?.meaning.has(Role::Deny) && !demanded {
        return None;
    }
    let mut pieces = smallvec![reader.trim(over.first as usize..over.last as usize)];
    name_subject(site, parent, &mut pieces);
    let opener = site.clauses[clause].first as usize;
    if reader.is_that(opener) {
        pieces.push(opener..opener + 1);
    }
    Some(pieces)
}

/// Puts the name in the place of "he", "she" or "it", where it is certain; whether it did.
fn name_subject(site: &Site<'_>, clause: usize, pieces: &mut Pieces) -> bool {
    let Some(start) = pieces.first().map(|p| p.start) else { return false };
    let document = site.reader.document;
    let quoted = document.tokens.get(start).is_some_and(|t| document.quote_at(t.start).is_some());
    let pronoun = site.is_pronoun(&(start..start + 1));
    if quoted || !pronoun {
        return false;
    }
    // "Calder denied that she had": the name stands before it in the same line.
    if denial(site, clause).is_some() {
        return true;
    }
    let Some(name) = site.resolve(clause) else { return false };
    pieces[0].start = start + 1;
    pieces.insert(0, name);
    true
}

/// What hangs on a clause: what is said there, what goes on with its subject, and the condition before or behind it.
fn hanging(site: &Site<'_>, clause: usize) -> Pieces {
    let reader = site.reader;
    let mut more = Pieces::new();
    let mut end = site.pieces(clause).last().map_or(0, |p| p.end);
    for (n, next) in site.clauses.iter().enumerate().skip(clause + 1) {
        if next.resumes == Some(clause) {
            continue;
        }
        // "with money borrowed from an uncle": a phrase that a verb of its own parted.
        let described = next.parent == Some(clause)
            && is_reduced(site, n)
            && (reader.roles(end.saturating_sub(1)).has(Role::Preposition)
                || site.finite(clause).is_some_and(|v| v.last as usize == end))
            && !site.is_dated(n);
        // "was confident the deal would close"
        let feels = |c: &crate::segment::Clause| c.finite().is_some_and(|v| v.copula);
        let content = next.opener == Opener::Mark
            && next.parent.is_some_and(|p| p > clause && p + 1 == n && feels(&site.clauses[p]))
            && site.subject(n).is_some_and(|s| s.start == next.first as usize);
        let hangs = described
            || content
            || next.parent.is_some_and(|p| p >= clause)
                && (matches!(next.opener, Opener::Complement | Opener::If)
                    || reader.asks(next.first as usize))
            || next.opener == Opener::Coordinator
                && next.parent.is_some_and(|p| p >= clause)
                && site.goes_on(n)
                && !site.is_dated(n);
        let glued = end == next.first as usize && !reader.is_mark(end);
        if !hangs || !glued {
            break;
        }
        end = next.last as usize;
        let range = reader.trim_end(next.first as usize..end);
        if !range.is_empty() {
            more.push(range);
        }
        // "said the bridge, which …, would close": what interrupts it is left out.
        if let Some(later) = site.clauses.iter().find(|c| c.resumes == Some(n)) {
            more.push(reader.trim(later.first as usize..later.last as usize));
            break;
        }
    }
    // "If the sale fails, the fleet will be scrapped"
    if let Some(condition) = site.condition(clause)
        && more.is_empty()
    {
        more.push(reader.trim_end(condition));
    }
    more
}
