//! What was found at the tokens right ahead, to be looked up again.

/// Nothing is looked up farther behind what was found last: so far reach nested expressions of the greatest depth and length.
const KEPT: usize = 512;

/// Where in the chart stands what starts at a token, for the last tokens that were asked for.
///
/// Tokens share places, each with those [`KEPT`] before and behind it.
#[derive(Debug)]
pub(super) struct Memo {
    places: Vec<Place>,
}

#[derive(Clone, Copy, Debug)]
struct Place {
    token: u32,
    first: u32,
    last: u32,
}

impl Place {
    /// No text has so many tokens.
    const EMPTY: Place = Place { token: u32::MAX, first: 0, last: 0 };
}

impl Memo {
    pub(super) fn new() -> Self {
        Memo { places: vec![Place::EMPTY; KEPT] }
    }

    #[inline]
    pub(super) fn get(&self, token: u32) -> Option<(usize, usize)> {
        let place = self.places.get(token as usize % KEPT).filter(|place| place.token == token)?;
        Some((place.first as usize, place.last as usize))
    }

    pub(super) fn insert(&mut self, token: u32, (first, last): (usize, usize)) {
        if let Some(place) = self.places.get_mut(token as usize % KEPT) {
            *place = Place { token, first: first as u32, last: last as u32 };
        }
    }

    pub(super) fn clear(&mut self) {
        self.places.fill(Place::EMPTY);
    }
}
