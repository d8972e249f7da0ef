//! The style of pages and fragments: their own, the rules for this timeline's filters, and what the user adds.

use super::view::{Month, View};
use std::collections::BTreeSet;
use std::fmt::Write;

/// `own` with the rules that filter by the years, statuses and sources of this timeline, then `added`.
pub(super) fn sheet(own: &str, view: &View<'_>, added: Option<&str>) -> String {
    let mut css = own.to_owned();
    if view.years.len() > 1 {
        for (key, _) in view.year_choices() {
            let chosen = chosen("year", key);
            let _ = writeln!(css, "{chosen} .dateline-year:not(.dateline-year-{key}) {{ display: none; }}");
        }
    }
    if view.statuses.len() > 1 {
        for (status, _) in &view.statuses {
            only(&mut css, &chosen("status", status), &format!(".dateline-is-{status}"));
        }
    }
    if view.sources.len() > 1 {
        for n in 1..=view.sources.len() {
            only(&mut css, &chosen("source", n), &format!(".dateline-by-{n}"));
        }
    }
    for (status, n) in never_together(view) {
        // Both choices of one timeline.
        let also = format!(":has(option[value=\"source-{n}\"]:checked)");
        let both = format!(".dateline-is-{status}.dateline-by-{n}");
        hide_headings(&mut css, &format!("{}{also}", chosen("status", status)), &both);
    }
    if let Some(added) = added {
        css.push('\n');
        css.push_str(added.trim());
        css.push('\n');
    }
    css
}

/// Shows only the entries of a class, and the headings over them.
fn only(css: &mut String, chosen: &str, class: &str) {
    let _ = writeln!(css, "{chosen} .dateline-entry:not({class}) {{ display: none; }}");
    hide_headings(css, chosen, class);
}

/// Hides the headings over which no entry of a class stands.
fn hide_headings(css: &mut String, chosen: &str, class: &str) {
    let _ = writeln!(
        css,
        "{chosen} :is(.dateline-year, .dateline-month):not(:has({class})) {{ display: none; }}"
    );
}

/// Statuses and sources that stand under one heading, but in no one entry there: to choose both would leave the heading alone.
fn never_together(view: &View<'_>) -> BTreeSet<(&'static str, usize)> {
    let mut found = BTreeSet::new();
    if view.statuses.len() < 2 || view.sources.len() < 2 {
        return found;
    }
    let mut pairs = |months: &[Month<'_>]| {
        let entries = || months.iter().flat_map(|month| &month.entries);
        let together: BTreeSet<_> =
            entries().flat_map(|entry| entry.told_by.iter().map(|n| (entry.status, *n))).collect();
        let statuses: BTreeSet<_> = entries().map(|entry| entry.status).collect();
        let sources: BTreeSet<_> = together.iter().map(|(_, n)| *n).collect();
        let all = statuses.iter().flat_map(|status| sources.iter().map(|n| (*status, *n)));
        found.extend(all.filter(|pair| !together.contains(pair)));
    };
    for year in &view.years {
        pairs(&year.months);
        year.months.iter().for_each(|month| pairs(std::slice::from_ref(month)));
    }
    found
}

/// The timeline in which an option is chosen.
fn chosen(of: &str, which: impl std::fmt::Display) -> String {
    format!(".dateline:has(option[value=\"{of}-{which}\"]:checked)")
}
