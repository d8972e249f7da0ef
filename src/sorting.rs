//! Sorting. The standard library is compiled anew for each type and order, some six kilobytes a time; here places are sorted instead of
//! values, so that it is compiled once, and values are moved to their places afterwards.
//!
//! Lists of a text are short, and mostly in order already. Where one may be long and time counts, the standard library's own sort is
//! the better one.

use std::cmp::Ordering;

/// Sorts by the natural order; stable, as all of these.
pub(crate) fn sort<T: Ord>(list: &mut [T]) {
    sort_by(list, T::cmp);
}

/// Sorts by what `key` makes of each item.
pub(crate) fn sort_by_key<T, K: Ord>(list: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(list, |a, b| key(a).cmp(&key(b)));
}

/// Sorts by an order of one's own.
pub(crate) fn sort_by<T>(list: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    if list.is_sorted_by(|a, b| compare(a, b).is_le()) {
        return;
    }
    let mut places = places(list.len(), &|a, b| compare(&list[a], &list[b]));
    for start in 0..list.len() {
        // Each item gives way to the one that belongs there, until the circle is closed.
        let mut at = start;
        loop {
            let from = std::mem::replace(&mut places[at], at);
            if from == start || from == at {
                break;
            }
            list.swap(at, from);
            at = from;
        }
    }
}

/// For each place, which place its item has before.
fn places(length: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..length).collect();
    places.sort_by(|&a, &b| compare(a, b));
    places
}

#[cfg(test)]
mod tests {
    use super::{sort, sort_by, sort_by_key};

    #[test]
    fn lists_are_sorted_as_the_standard_library_sorts_them() {
        // Every list of up to six items of three kinds.
        for length in 0..=6_u32 {
            for number in 0..3_u32.pow(length) {
                let list: Vec<(u32, u32)> = (0..length).map(|at| (number / 3_u32.pow(at) % 3, at)).collect();
                let (mut expected, mut found) = (list.clone(), list.clone());
                expected.sort_by_key(|item| item.0);
                sort_by_key(&mut found, |item| item.0);
                assert_eq!(found, expected, "{list:?}");
                sort_by(&mut found, |a, b| b.1.cmp(&a.1));
                sort(&mut found);
                expected.sort_unstable();
                assert_eq!(found, expected, "{list:?}");
            }
        }
    }
}
