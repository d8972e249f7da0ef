//! Names for entries that survive re-runs, redating and retitling.

use rustc_hash::FxHashMap;

/// Gives out ids; equal ones are numbered.
#[derive(Debug, Default)]
pub(super) struct Ids {
    given: FxHashMap<u32, u32>,
}

impl Ids {
    /// `e-` and eight hexadecimal digits of a hash of the clause's text, case and spacing aside; of equal ones, the second is
    /// numbered 2.
    ///
    /// What article it stands in makes no difference, so that adding one changes no other's ids.
    pub(super) fn of(&mut self, clause: &str) -> String {
        let short = hash(clause);
        let count = self.given.entry(short).or_insert(0);
        *count += 1;
        if *count == 1 { format!("e-{short:08x}") } else { format!("e-{short:08x}-{count}") }
    }

    /// The same without a number.
    pub(super) fn plain(clause: &str) -> String {
        format!("e-{:08x}", hash(clause))
    }
}

/// The hash of a clause.
fn hash(clause: &str) -> u32 {
    let mut hash = Fnv::default();
    // Part of the format: ids must never change.
    hash.write("s1\n");
    if clause.is_ascii() {
        hash.write_ascii(clause);
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
        self.write(&word.to_lowercase());
    }

    /// The words of most clauses, in one walk.
    fn write_ascii(&mut self, clause: &str) {
        let (mut starts, mut spaced) = (true, false);
        for byte in clause.bytes() {
            if char::from(byte).is_whitespace() {
                spaced = !starts;
                continue;
            }
            if spaced {
                self.byte(b' ');
            }
            (starts, spaced) = (false, false);
            self.byte(byte.to_ascii_lowercase());
        }
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
    use super::Ids;

    #[test]
    fn ids_ignore_spacing_and_count_on() {
        let mut ids = Ids::default();
        let first = ids.of("The board  met\non Friday");
        assert_eq!(first, "e-17f9236a", "ids are part of the format: they must never change");
        assert_eq!(ids.of("the board met on Friday"), format!("{first}-2"));
        assert_eq!(Ids::plain("The board met on Friday"), first);
        assert_ne!(ids.of("the board met on Monday"), first);
    }
}
