//! Names for entries that survive re-runs, redating and retitling.

use super::Entry;
use crate::span::is_one_line;
use rustc_hash::{FxBuildHasher, FxHashMap};

/// `e-` and eight hexadecimal digits of a hash of the clause's text, case and spacing aside.
///
/// What article it stands in makes no difference, so that adding one changes no other's ids.
pub(super) fn plain(clause: &str) -> String {
    let hash = hash(clause);
    let mut id = String::with_capacity("e-".len() + 8);
    id.push_str("e-");
    id.extend((0..8).rev().filter_map(|n| char::from_digit(hash >> (4 * n) & 0xF, 16)));
    id
}

/// Numbers equal ids: the second becomes `…-2`.
pub(super) fn number(entries: &mut [Entry]) {
    let mut given: FxHashMap<&str, u32> = FxHashMap::with_capacity_and_hasher(entries.len(), FxBuildHasher);
    let numbers = entries.iter().map(|entry| {
        let count = given.entry(&entry.id).or_insert(0);
        *count += 1;
        *count
    });
    let numbers: Vec<u32> = numbers.collect();
    for (entry, number) in entries.iter_mut().zip(numbers).filter(|(_, number)| *number > 1) {
        entry.id = format!("{}-{number}", entry.id);
    }
}

/// The hash of a clause.
fn hash(clause: &str) -> u32 {
    let mut hash = Fnv::default();
    // Part of the format: ids must never change.
    hash.write("s1\n");
    // Most clauses.
    if is_one_line(clause) {
        hash.write_lower(clause);
        return hash.folded();
    }
    let mut words = clause.split_whitespace();
    if let Some(first) = words.next() {
        hash.write_lower(first);
    }
    for word in words {
        hash.write(" ");
        hash.write_lower(word);
    }
    hash.folded()
}

/// FNV-1a with 64 bits: the same on every machine, in every version.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Fnv(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    fn write(&mut self, text: &str) {
        for byte in text.bytes() {
            self.byte(byte);
        }
    }

    fn write_lower(&mut self, word: &str) {
        if !word.is_ascii() {
            return self.write(&word.to_lowercase());
        }
        // Letters are made small many in one step.
        let (blocks, rest) = word.as_bytes().as_chunks::<16>();
        for mut block in blocks.iter().copied() {
            block.make_ascii_lowercase();
            block.iter().for_each(|byte| self.byte(*byte));
        }
        rest.iter().for_each(|byte| self.byte(byte.to_ascii_lowercase()));
    }

    const fn byte(&mut self, byte: u8) {
        self.0 = (self.0 ^ byte as u64).wrapping_mul(0x0100_0000_01b3);
    }

    /// Both halves in one.
    const fn folded(&self) -> u32 {
        (self.0 >> 32) as u32 ^ self.0 as u32
    }
}

#[cfg(test)]
mod tests {
    use super::plain;
    use crate::timeline::Timeline;

    #[test]
    fn ids_ignore_spacing() {
        let first = plain("The board  met\non Friday");
        assert_eq!(first, "e-17f9236a", "ids are part of the format: they must never change");
        assert_eq!(plain("the board met on Friday "), first);
        assert_eq!(plain("\tthe board\u{b}met  on friday"), first);
        assert_ne!(plain("the board met on Monday"), first);
        assert_eq!(plain("Was es heißt"), plain(" WAS es\u{a0}heißt"));
    }

    #[test]
    fn equal_ids_are_numbered() {
        let text = "The council met on Monday. Prices rose on Tuesday.";
        let day = "2025-11-20".parse().expect("a date");
        let mut timeline = Timeline::builder().text("a.txt", text, day).build().expect("a timeline");
        timeline.entries.iter_mut().for_each(|entry| entry.id = "e-17f9236a".into());
        super::number(&mut timeline.entries);
        let ids: Vec<_> = timeline.entries.iter().map(|entry| entry.id.as_str()).collect();
        assert_eq!(ids, ["e-17f9236a", "e-17f9236a-2"]);
    }
}
