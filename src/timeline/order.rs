//! The one order in which entries are printed.

use super::Entry;

/// Sorts by time, then by where the event is told first: source, then place in its text. Total and stable.
///
/// A time that is open on the left stands where it ends: before everything that starts then.
pub(super) fn sort(entries: &mut [Entry]) {
    entries.sort_by_cached_key(|entry| {
        let place = entry.mentions.first().map(|m| (m.source, m.span.start, m.span.end));
        (entry.when.sort_key(), place)
    });
}
