//! Web addresses, and the dates in them and in file names.

use super::confidence::ADDRESS;
use super::date::Stamp;
use super::pattern;
use super::published::{Candidate, Evidence};
use chrono::NaiveDate;
use regex::{Captures, Regex};
use std::sync::LazyLock;

/// `/2025/11/20/`, `/2025-11-20-`, `/2025/nov/20/`, `/20251120/`: year, month and day, the separators alike or missing.
static IN_ADDRESS: LazyLock<[Regex; 4]> = LazyLock::new(|| {
    [
        pattern(r"(?:^|[/_.=-])(?<y>(?:19|20)[0-9]{2})/(?<m>[0-9]{1,2})/(?<d>[0-9]{1,2})(?:[^0-9]|$)"),
        pattern(r"(?:^|[^0-9])(?<y>(?:19|20)[0-9]{2})[-_.](?<m>[0-9]{1,2})[-_.](?<d>[0-9]{1,2})(?:[^0-9]|$)"),
        pattern(
            r"(?i)/(?<y>(?:19|20)[0-9]{2})[/-]?(?<m>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[/-]?(?<d>[0-9]{1,2})(?:[^0-9]|$)",
        ),
        pattern(r"(?:^|[^0-9])(?<y>(?:19|20)[0-9]{2})(?<m>[01][0-9])(?<d>[0-3][0-9])(?:[^0-9]|$)"),
    ]
});

/// `2025-11-20-strike.md`, as Jekyll names posts.
static IN_NAME: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(?<y>[0-9]{4})-(?<m>[0-9]{1,2})-(?<d>[0-9]{1,2})[-_.]"));

/// A text that is an address on the web; a path without host is none.
pub(super) fn of_web(text: &str) -> Option<String> {
    let text = text.trim();
    (text.starts_with("https://") || text.starts_with("http://")).then(|| text.to_owned())
}

/// The date that an address holds.
pub(super) fn candidate(url: &str) -> Option<Candidate> {
    // Query and fragment name sessions, campaigns and places, seldom days.
    let path = url.split(['?', '#']).next()?;
    let day = IN_ADDRESS.iter().find_map(|shape| shape.captures(path).and_then(|found| day(&found)))?;
    Some(Candidate::new(Stamp { day, time: None, offset: None }, Evidence::Url, ADDRESS, url))
}

/// The date that a file's name begins with.
pub(super) fn of_file_name(path: &str) -> Option<NaiveDate> {
    day(&IN_NAME.captures(path.rsplit(['/', '\\']).next()?)?)
}

fn day(found: &Captures<'_>) -> Option<NaiveDate> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let month = &found["m"];
    let month = match MONTHS.iter().position(|name| name.eq_ignore_ascii_case(month)) {
        Some(place) => u32::try_from(place).ok()? + 1,
        None => month.parse().ok()?,
    };
    NaiveDate::from_ymd_opt(found["y"].parse().ok()?, month, found["d"].parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::{candidate, of_file_name};

    #[test]
    fn addresses_hold_dates() {
        let cases = [
            ("https://example.org/2025/11/20/strike/", Some("2025-11-20")),
            ("https://example.org/news/2025-11-20-strike.html", Some("2025-11-20")),
            ("https://example.org/2025/Nov/20/strike", Some("2025-11-20")),
            ("https://example.org/world/20251120/strike", Some("2025-11-20")),
            ("https://example.org/2025/1/2", Some("2025-01-02")),
            ("https://example.org/2025/11/strike", None),
            ("https://example.org/2025/13/20/strike", None),
            ("https://example.org/a?from=2025-11-20", None),
            ("https://example.org/id-120251120", None),
            ("https://example.org/20259999", None),
            ("", None),
        ];
        for (url, expected) in cases {
            assert_eq!(candidate(url).map(|c| c.published.day.to_string()).as_deref(), expected, "{url}");
        }
    }

    #[test]
    fn file_names_begin_with_dates() {
        assert_eq!(
            of_file_name("_posts/2025-11-20-strike.md").map(|d| d.to_string()).as_deref(),
            Some("2025-11-20")
        );
        assert_eq!(of_file_name("strike-2025-11-20.md"), None);
    }
}
