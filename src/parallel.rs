//! The same work for many things, on all processors where the feature `parallel` is on.

/// So many bytes of text pay for waking other threads.
#[cfg(feature = "parallel")]
const WORTHWHILE: usize = 100_000;

/// What `work` makes of each number below `count`, in order, whoever did it.
///
/// `bytes` is how much text there is in all: a little is done on the spot.
#[cfg_attr(
    not(feature = "parallel"),
    expect(unused_variables, reason = "without threads all is done on the spot")
)]
pub(crate) fn map<T: Send>(count: usize, bytes: usize, work: impl Fn(usize) -> T + Sync + Send) -> Vec<T> {
    #[cfg(feature = "parallel")]
    if count > 1 && bytes >= WORTHWHILE {
        use rayon::prelude::*;
        return (0..count).into_par_iter().map(work).collect();
    }
    (0..count).map(work).collect()
}

#[cfg(test)]
mod tests {
    use super::map;

    #[test]
    fn results_stand_in_order() {
        let squares: Vec<usize> = (0..1000).map(|n| n * n).collect();
        assert_eq!(map(1000, 0, |n| n * n), squares);
        assert_eq!(map(1000, usize::MAX, |n| n * n), squares);
        assert!(map(0, usize::MAX, |n| n).is_empty());
    }
}
