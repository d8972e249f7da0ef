//! The style of pages and fragments: their own, the rules for this timeline's filters, and what the user adds.

use super::view::{View, Year};
use std::fmt::{Display, Write};

/// `own` with the rules that filter by the years, statuses and sources of this timeline, then `added`.
pub(super) fn sheet(own: &str, view: &View<'_>, added: Option<&str>) -> String {
    let mut css = own.to_owned();
    if view.years.iter().map(Year::count).sum::<usize>() > LONG {
        css.push_str(FAR_AWAY);
    }
    if view.years.len() > 1 {
        for (key, _) in view.year_choices() {
            let year = chosen("year", key);
            let _ = writeln!(
                css,
                "{FILTERS}{year} ~ .dateline-year:not(.dateline-year-{key}) {{ display: none; }}"
            );
        }
    }
    if view.statuses.len() > 1 {
        for (status, _) in &view.statuses {
            only(&mut css, &chosen("status", status), &format!("is-{status}"));
            headings(&mut css, &chosen("status", status), status);
        }
    }
    if view.sources.len() > 1 {
        for n in 1..=view.sources.len() {
            only(&mut css, &chosen("source", n), &format!("by-{n}"));
            headings(&mut css, &chosen("source", n), n);
        }
    }
    for (status, n) in &view.apart {
        let both = format!("{}{}", chosen("status", status), chosen("source", n));
        headings(&mut css, &both, format_args!("{status}-{n}"));
    }
    if let Some(added) = added {
        css.push('\n');
        css.push_str(added.trim());
        css.push('\n');
    }
    css
}

/// From how many entries on a timeline is long.
const LONG: usize = 200;

/// In a long timeline, what is far away is neither styled nor laid out until it comes near, so that it opens at once. In others it would
/// only be missing from pictures of the whole page.
const FAR_AWAY: &str = "@media screen { .dateline .dateline-entry { content-visibility: auto; contain-intrinsic-block-size: auto 11rem; } }\n";

/// What is chosen is asked of the filters alone, whose few elements are looked at quickly; what it hides stands behind them.
const FILTERS: &str = ".dateline .dateline-filters";

/// That an option is chosen.
fn chosen(of: &str, which: impl Display) -> String {
    format!(":has(option[value=\"{of}-{which}\"]:checked)")
}

/// Shows only the entries of a class.
fn only(css: &mut String, chosen: &str, class: &str) {
    let _ = writeln!(
        css,
        "{FILTERS}{chosen} ~ .dateline-year .dateline-entry:not(.dateline-{class}) {{ display: none; }}"
    );
}

/// Hides the headings over which no such entry stands.
fn headings(css: &mut String, chosen: &str, any: impl Display) {
    let _ = writeln!(
        css,
        "{FILTERS}{chosen} ~ .dateline-year:not(.dateline-any-{any}), \
         {FILTERS}{chosen} ~ .dateline-year > .dateline-month:not(.dateline-any-{any}) {{ display: none; }}"
    );
}
