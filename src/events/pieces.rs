//! Stretches of tokens that are read as one line.

use smallvec::SmallVec;
use std::ops::Range;

/// Stretches of tokens, in the order in which they are read.
pub(super) type Pieces = SmallVec<[Range<usize>; 4]>;

/// Puts other pieces in the place of some.
pub(super) fn replace(pieces: &mut Pieces, at: Range<usize>, by: impl IntoIterator<Item = Range<usize>>) {
    let start = at.start;
    drop(pieces.drain(at));
    pieces.insert_many(start, by);
}

/// Drops those that hold no token.
pub(super) fn drop_empty(pieces: &mut Pieces) {
    pieces.retain(|piece| piece.start < piece.end);
}
