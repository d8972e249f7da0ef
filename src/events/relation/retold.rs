//! Whether a clause tells again what a dated sentence tells: "was asleep when the dam burst", of a dam that collapsed on June 10.

use super::super::site::Reader;
use crate::lang::Stem;
use rustc_hash::FxHashMap;
use std::cell::OnceCell;
use std::ops::Range;

/// How many sentences with one word or deed are looked at.
const LOOKED_AT: usize = 16;

/// The sentences of a document that hold a dated expression, by what they tell with; looked up when first asked for.
#[derive(Default)]
pub(super) struct Retold(OnceCell<Index>);

#[derive(Default)]
struct Index {
    by_root: FxHashMap<Stem, Vec<u32>>,
    by_deed: FxHashMap<u16, Vec<u32>>,
}

impl Retold {
    /// Whether a dated sentence other than the clause's own tells the deed of its verb, and another of its words.
    pub(super) fn tells(&self, reader: &Reader<'_>, clause: Range<usize>, verb: usize) -> bool {
        let own = reader.document.sentence_of(verb);
        let dated = own.and_then(|own| reader.document.sentences.get(own));
        if dated.is_none_or(|s| reader.dates(s.body as usize..s.last as usize).is_some()) {
            return false;
        }
        let (index, relations) = (self.0.get_or_init(|| Index::of(reader)), &reader.language.relations);
        let root = reader.root(verb);
        let deeds = relations.deeds(root).iter().chain(relations.verbs(root));
        let deeds = deeds.filter(|deed| !relations.is_suffered(**deed));
        let done =
            index.by_root.get(&root).into_iter().chain(deeds.filter_map(|deed| index.by_deed.get(deed)));
        let told: Vec<u32> = done.flatten().copied().filter(|s| Some(*s as usize) != own).collect();
        let mut rest = clause.filter(|&i| i != verb && reader.is_content(i)).map(|i| reader.root(i));
        !told.is_empty()
            && rest.any(|root| {
                index.by_root.get(&root).is_some_and(|list| list.iter().any(|s| told.contains(s)))
            })
    }
}

impl Index {
    fn of(reader: &Reader<'_>) -> Self {
        let mut index = Index::default();
        for (number, sentence) in reader.document.sentences.iter().enumerate() {
            let tokens = sentence.body as usize..sentence.last as usize;
            if reader.dates(tokens.clone()).is_none() {
                continue;
            }
            for root in tokens.filter(|&i| reader.is_content(i)).map(|i| reader.root(i)) {
                note(index.by_root.entry(root).or_default(), number);
                let relations = &reader.language.relations;
                for deed in relations.deeds(root).iter().chain(relations.verbs(root)) {
                    note(index.by_deed.entry(*deed).or_default(), number);
                }
            }
        }
        index
    }
}

/// Puts a sentence with those that share something.
fn note(list: &mut Vec<u32>, sentence: usize) {
    if list.len() < LOOKED_AT && list.last() != Some(&(sentence as u32)) {
        list.push(sentence as u32);
    }
}
