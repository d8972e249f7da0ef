//! What a reader may choose from, and what each choice leaves under the headings.
//!
//! A heading over which a choice leaves nothing is hidden. What stands under it is therefore written into its class, where a style
//! sheet finds it without looking at the entries.

use super::View;
use super::years::{Month, Year};
use rustc_hash::FxHashSet;
use std::collections::BTreeSet;

/// A status and the number of a source, from 1.
pub(in crate::render) type Pair = (&'static str, usize);

/// Statuses and sources that stand under one heading, but in no one entry there: to choose both would leave the heading alone.
pub(super) fn never_together(view: &View<'_>) -> BTreeSet<Pair> {
    let mut found = BTreeSet::new();
    if view.statuses.len() < 2 || view.sources.len() < 2 {
        return found;
    }
    let mut look = |months: &[Month<'_>]| {
        let together = pairs(months);
        let statuses: BTreeSet<_> = together.iter().map(|(status, _)| *status).collect();
        let sources: BTreeSet<_> = together.iter().map(|(_, n)| *n).collect();
        let all = statuses.iter().flat_map(|status| sources.iter().map(|n| (*status, *n)));
        found.extend(all.filter(|pair| !together.contains(pair)));
    };
    for year in &view.years {
        look(&year.months);
        year.months.iter().for_each(|month| look(std::slice::from_ref(month)));
    }
    found
}

/// Names in their classes what stands under the headings.
pub(super) fn name(view: &mut View<'_>) {
    let (statuses, sources) = (view.statuses.len() > 1, view.sources.len() > 1);
    let classes = |months: &[Month<'_>], apart: &BTreeSet<Pair>| -> String {
        let (entries, pairs) = (months.iter().flat_map(|month| &month.entries), pairs(months));
        let found: BTreeSet<_> = entries.map(|entry| entry.status).filter(|_| statuses).collect();
        let told: BTreeSet<_> = pairs.iter().map(|(_, n)| n).filter(|_| sources).collect();
        // Most pairs stand together wherever both stand, and need no rule.
        let named: BTreeSet<_> = pairs.iter().filter(|pair| apart.contains(pair)).collect();
        let found = found.into_iter().map(|status| format!(" dateline-any-{status}"));
        let told = told.into_iter().map(|n| format!(" dateline-any-{n}"));
        let named = named.into_iter().map(|(status, n)| format!(" dateline-any-{status}-{n}"));
        found.chain(told).chain(named).collect()
    };
    for Year { months, holds, .. } in &mut view.years {
        *holds = classes(months, &view.apart);
        for month in months {
            month.holds = classes(std::slice::from_ref(month), &view.apart);
        }
    }
}

fn pairs(months: &[Month<'_>]) -> FxHashSet<Pair> {
    let entries = months.iter().flat_map(|month| &month.entries);
    entries.flat_map(|entry| entry.told_by.iter().map(|n| (entry.status, *n))).collect()
}
