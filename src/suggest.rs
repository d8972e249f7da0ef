//! What somebody meant who mistyped a name.

/// How alike two names must be, from 0 to 1, for one to be the other mistyped.
const ALIKE: f64 = 0.6;

/// Of names the one that a mistyped one is most like, if it is; of equally like ones the first.
pub(crate) fn nearest<'n>(typed: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let mut best: Option<(f64, &str)> = None;
    for name in names {
        let alike = likeness(name, typed);
        if alike > best.map_or(ALIKE, |(best, _)| best) {
            best = Some((alike, name));
        }
    }
    best.map(|(_, name)| name)
}

/// `; did you mean …?` where something is alike, and nothing otherwise.
pub(crate) fn hint<'n>(typed: &str, names: impl Iterator<Item = &'n str>) -> String {
    nearest(typed, names).map_or(String::new(), |name| format!("; did you mean `{name}`?"))
}

/// 1 less the share of letters that must be put in, taken out, exchanged, or swapped with the next.
fn likeness(a: &str, b: &str) -> f64 {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let longest = a.len().max(b.len());
    if longest == 0 {
        return 1.0;
    }
    // Rows of the usual table: the last two, and the one that is filled.
    let (mut older, mut old): (Vec<usize>, Vec<usize>) = (Vec::new(), (0..=b.len()).collect());
    for (i, left) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, right) in b.iter().enumerate() {
            let mut cost = (old[j] + usize::from(left != right)).min(old[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *left == b[j - 1] && a[i - 1] == *right {
                cost = cost.min(older[j - 1] + 1);
            }
            row.push(cost);
        }
        (older, old) = (old, row);
    }
    1.0 - old[b.len()] as f64 / longest as f64
}

#[cfg(test)]
mod tests {
    use super::{hint, likeness, nearest};

    #[test]
    fn names_are_known_again_when_letters_are_wrong() {
        let names = || ["text", "tense", "expect", "known-gap"].into_iter();
        let cases = [
            ("txet", "text"),
            ("expct", "expect"),
            ("tens", "tense"),
            ("know-gap", "known-gap"),
            ("text", "text"),
        ];
        for (typed, meant) in cases {
            assert_eq!(nearest(typed, names()), Some(meant), "{typed}");
        }
        assert_eq!(nearest("comment", names()), None);
        assert_eq!(hint("txet", names()), "; did you mean `text`?");
        assert_eq!(hint("zebra", names()), "");
    }

    #[test]
    fn a_swap_is_one_mistake() {
        assert!((likeness("ab", "ba") - 0.5).abs() < 1e-9);
        assert!((likeness("", "") - 1.0).abs() < 1e-9);
        assert!(likeness("", "abc").abs() < 1e-9);
    }
}
