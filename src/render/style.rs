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
            only_of_status(&mut css, status);
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

/// Hides entries of other statuses. What is chosen is handed down from the years, which are few, so that a browser need not ask the
/// filters for each of thousands of entries.
fn only_of_status(css: &mut String, status: &str) {
    let chosen = chosen("status", status);
    let _ =
        writeln!(css, "{FILTERS}{chosen} ~ .dateline-year {{ --d-others: none; --d-{status}: list-item; }}");
    let _ = writeln!(
        css,
        ".dateline .dateline-entry.dateline-is-{status} {{ display: var(--d-{status}, var(--d-others, list-item)); }}"
    );
}

/// The sheet for a page that has rules of its own: each of its selectors, which all begin at `.dateline`, counts for more than any that
/// are made of elements, classes and an id.
pub(super) fn strengthened(sheet: &str) -> String {
    /// Holds of everything, and counts for two ids.
    const STRENGTH: &str = ":not(#_#_)";
    const ROOT: &str = ".dateline";
    let mut out = String::with_capacity(sheet.len() * 2);
    let mut rest = sheet;
    while let Some(at) = rest.find(ROOT) {
        let (before, after) = rest.split_at(at + ROOT.len());
        out.push_str(before);
        // Else it is the beginning of another name.
        if !after.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '_')) {
            out.push_str(STRENGTH);
        }
        rest = after;
    }
    out + rest
}

/// The sheet with sizes that follow the text around the timeline (`--d-size`), where `rem` would follow the page's root: many themes make
/// that smaller than any text is.
pub(super) fn scaled(sheet: &str) -> String {
    let mut out = String::with_capacity(sheet.len() * 2);
    let mut rest = sheet;
    while let Some(at) = rest.find("rem") {
        let (before, after) = (&rest[..at], &rest[at + "rem".len()..]);
        let number =
            before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit() || ".-".contains(c)).len();
        let (before, number) = before.split_at(before.len() - number);
        out.push_str(before);
        // A query knows no properties, but takes an `em` from the timeline.
        let is_query = out.rfind(['{', '}', '@', ';']).is_some_and(|at| out[at..].starts_with('@'));
        let unit = match number {
            name if !name.contains(|c: char| c.is_ascii_digit()) => format!("{name}rem"),
            number if is_query => format!("{number}em"),
            number => format!("calc({number} * var(--d-size))"),
        };
        out.push_str(&unit);
        rest = after;
    }
    out + rest
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

#[cfg(test)]
mod tests {
    use super::{scaled, strengthened};

    #[test]
    fn selectors_count_for_more_and_other_names_stay() {
        assert_eq!(
            strengthened(
                ".dateline a, .dateline:not(.dateline-x) { --dateline-y: 0 } @media print { .dateline{} }"
            ),
            ".dateline:not(#_#_) a, .dateline:not(#_#_):not(.dateline-x) { --dateline-y: 0 } @media print { .dateline:not(#_#_){} }"
        );
    }

    #[test]
    fn sizes_follow_the_text_around() {
        assert_eq!(
            scaled(
                "a { margin: -.5rem 0 1rem; counter-increment: removed; --rem: 0 } @container (min-width: 44rem) { a { top: 2rem } }"
            ),
            "a { margin: calc(-.5 * var(--d-size)) 0 calc(1 * var(--d-size)); counter-increment: removed; --rem: 0 } \
             @container (min-width: 44em) { a { top: calc(2 * var(--d-size)) } }"
        );
    }
}
