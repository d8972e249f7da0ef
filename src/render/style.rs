//! The style of pages and fragments: their own, the rules for this timeline's filters, and what the user adds.

use super::view::View;
use std::fmt::Write;

/// `own` with the rules that filter by the years and sources of this timeline, then `added`.
pub(super) fn sheet(own: &str, view: &View<'_>, added: Option<&str>) -> String {
    let mut css = own.to_owned();
    if view.years.len() > 1 {
        for (key, _) in view.year_choices() {
            let _ = writeln!(
                css,
                "{} .dateline-year:not(.dateline-year-{key}) {{ display: none; }}",
                chosen("year", key)
            );
        }
    }
    if view.sources.len() > 1 {
        for n in 1..=view.sources.len() {
            let chosen = chosen("source", n);
            let _ = writeln!(css, "{chosen} .dateline-entry:not(.dateline-by-{n}) {{ display: none; }}");
            let _ = writeln!(
                css,
                "{chosen} :is(.dateline-year, .dateline-month):not(:has(.dateline-by-{n})) {{ display: none; }}"
            );
        }
    }
    if let Some(added) = added {
        css.push('\n');
        css.push_str(added.trim());
        css.push('\n');
    }
    css
}

/// The timeline in which an option is chosen.
fn chosen(of: &str, which: usize) -> String {
    format!(".dateline:has(option[value=\"{of}-{which}\"]:checked)")
}
