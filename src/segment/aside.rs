//! What a participle opens beside a subject: between the commas behind it ("The rules, announced in March, take effect"), or
//! before it ("Built in 1961 and raised in 1977, the dam supplies water").

use super::verb::{Form, Verb};
use super::{Document, TokenKind};
use crate::lang::{Role, Roles};
use smallvec::SmallVec;

/// Words that may stand between a comma and its verb.
const FILLERS: Roles = Roles::of(&[Role::Adverb, Role::Negation]);

/// Past forms there are participles, though they look finite: the verb behind the comma that closes them is the subject's.
pub(super) fn demote(document: &Document<'_>, verbs: &mut [Verb]) {
    leading(document, verbs);
    behind(document, verbs);
}

/// "Built in 1961 and raised in 1977, the dam supplies water": what a participle that opens the sentence is joined to.
fn leading(document: &Document<'_>, verbs: &mut [Verb]) {
    let Some(opening) = verbs.first().filter(|v| v.form == Form::Participle) else { return };
    let first = opening.first as usize;
    let joined = |v: &Verb| {
        let mut before = (0..v.first as usize).rev().skip_while(|&k| document.roles(k).any(FILLERS));
        v.ambiguous && before.next().is_some_and(|k| document.roles(k).has(Role::Coordinator))
    };
    let more = verbs[1..].iter().take_while(|v| joined(v)).count();
    let Some(main) = verbs.get(1 + more).filter(|v| v.form == Form::Finite) else { return };
    let comma = (verbs[more].last as usize..main.first as usize).any(|k| document.is_comma(k));
    let opens = || document.sentence_of(first).is_some_and(|s| document.sentences[s].body as usize == first);
    if comma && opens() {
        verbs[1..=more].iter_mut().for_each(|v| v.form = Form::Participle);
    }
}

/// "The bridge, built in 1911 and rebuilt in 1950, closes on Friday."
fn behind(document: &Document<'_>, verbs: &mut [Verb]) {
    let opens = |i: usize| {
        let mut before = (0..i).rev().skip_while(|&k| document.roles(k).any(FILLERS));
        before.next().filter(|&k| document.is_comma(k))
    };
    for n in 0..verbs.len() {
        let participle = |v: &Verb| v.ambiguous || v.form == Form::Participle;
        if !participle(&verbs[n]) || verbs[..n].iter().any(|v| v.form == Form::Finite) {
            continue;
        }
        let Some(first) = opens(verbs[n].first as usize) else { continue };
        // A subject stands before it, and no other clause.
        let clause = Roles::of(&[Role::Relative, Role::Subordinator, Role::If]);
        let sentence = document.sentence_of(first).and_then(|s| document.sentences.get(s));
        let start = sentence.map_or(first, |s| s.body as usize);
        let subject = (start..first)
            .any(|i| document.tokens.get(i).is_some_and(|t| t.kind == TokenKind::Word))
            && !(start..first).any(|i| document.roles(i).any(clause) || document.is_comma(i));
        // What a relative clause within it tells closes nothing: "found by a student who had stopped, is".
        // Nor does what a clause within it tells when: "called on May 7 after the government admitted that, is".
        let hanging = clause.union(Roles::of(&[Role::Linker]));
        let inner = |k: usize| {
            let between = verbs[n].last as usize..verbs[k].first as usize;
            let comma = between.clone().rfind(|&i| document.is_comma(i)).unwrap_or(between.start);
            between.clone().any(|i| document.roles(i).any(hanging))
                && opens(verbs[k].first as usize) != Some(comma)
        };
        let closed = |k: usize| opens(verbs[k].first as usize).is_some_and(|comma| comma > first);
        let behind = n + 1..verbs.len();
        let end = behind.clone().find(|&k| !participle(&verbs[k]) && !inner(k));
        // "built in 1971 and bought in 2019, never reopened": the last that a comma closes.
        let end = end.or_else(|| behind.clone().rfind(|&k| closed(k)));
        let Some(end) = end.filter(|&k| subject && verbs[k].form == Form::Finite) else { continue };
        if closed(end) {
            for k in (n..end)
                .filter(|&k| participle(&verbs[k]) && (k == n || !inner(k)))
                .collect::<SmallVec<[usize; 4]>>()
            {
                verbs[k].form = Form::Participle;
            }
        }
        return;
    }
}
