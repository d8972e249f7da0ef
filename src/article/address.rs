//! Web addresses, and the dates in them and in file names.

use super::confidence::ADDRESS;
use super::date::Stamp;
use super::published::{Candidate, Evidence};
use chrono::NaiveDate;

/// How addresses write dates, the surest first.
#[derive(Clone, Copy)]
enum Shape {
    /// `/2025/11/20/`
    Folders,
    /// `/2025-11-20-`
    Signs,
    /// `/2025/nov/20/`
    Named,
    /// `/20251120/`
    Digits,
}

const SHAPES: [Shape; 4] = [Shape::Folders, Shape::Signs, Shape::Named, Shape::Digits];

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// A text that is an address on the web; a path without host is none.
pub(super) fn of_web(text: &str) -> Option<String> {
    let text = text.trim();
    (text.starts_with("https://") || text.starts_with("http://")).then(|| text.to_owned())
}

/// The address that a reference means which stands at the address `base` (RFC 3986, section 5.2).
pub(super) fn joined(base: &str, reference: &str) -> String {
    let has_scheme = reference.split_once(':').is_some_and(|(scheme, _)| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b))
    });
    let Some((scheme, rest)) = base.split_once("://").filter(|_| !has_scheme) else {
        return reference.to_owned();
    };
    if reference.starts_with("//") {
        return format!("{scheme}:{reference}");
    }
    let (host, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let path = path.split(['?', '#']).next().unwrap_or_default();
    // What the reference says from its query on stands as it is.
    let (way, tail) = reference.split_at(reference.find(['?', '#']).unwrap_or(reference.len()));
    let way = if way.is_empty() {
        path.to_owned()
    } else if way.starts_with('/') {
        way.to_owned()
    } else {
        format!("{}/{way}", path.rsplit_once('/').map_or("", |(folder, _)| folder))
    };
    let mut parts: Vec<&str> = Vec::new();
    for part in way.split('/').skip(1) {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            _ => parts.push(part),
        }
    }
    format!("{scheme}://{host}/{}{tail}", parts.join("/"))
}

/// The date that an address holds.
pub(super) fn candidate(url: &str) -> Option<Candidate> {
    // Query and fragment name sessions, campaigns and places, seldom days.
    let path = url.split(['?', '#']).next()?;
    let day = SHAPES.into_iter().find_map(|shape| (0..path.len()).find_map(|at| day(path, at, shape)))?;
    Some(Candidate::new(Stamp { day, time: None, offset: None }, Evidence::Url, ADDRESS, url))
}

/// The date that a file's name begins with: `2025-11-20-strike.md`, as Jekyll names posts.
pub(super) fn of_file_name(path: &str) -> Option<NaiveDate> {
    let (year, rest) = path.rsplit(['/', '\\']).next()?.split_once('-')?;
    let (month, rest) = number(rest)?;
    let (day, rest) = number(rest.strip_prefix('-')?)?;
    let is_date = year.len() == 4 && is_digits(year) && rest.starts_with(['-', '_', '.']);
    if is_date { NaiveDate::from_ymd_opt(year.parse().ok()?, month, day) } else { None }
}

/// The date whose year begins there.
fn day(path: &str, at: usize, shape: Shape) -> Option<NaiveDate> {
    const SIGNS: [char; 3] = ['-', '_', '.'];
    let (before, rest) = path.split_at_checked(at)?;
    let (year, rest) = rest.split_at_checked(4).filter(|(year, _)| is_digits(year))?;
    if !year.starts_with("19") && !year.starts_with("20") {
        return None;
    }
    let before = before.chars().next_back();
    let stands_alone = !before.is_some_and(|c| c.is_ascii_digit());
    let (month, rest) = match shape {
        Shape::Folders if before.is_none_or(|c| "/_.=-".contains(c)) => {
            let (month, rest) = number(rest.strip_prefix('/')?)?;
            (month, rest.strip_prefix('/')?)
        }
        Shape::Signs if stands_alone => {
            let (month, rest) = number(rest.strip_prefix(SIGNS)?)?;
            (month, rest.strip_prefix(SIGNS)?)
        }
        Shape::Named if before == Some('/') => {
            let (name, rest) = without_sign(rest).split_at_checked(3)?;
            let place = MONTHS.iter().position(|month| month.eq_ignore_ascii_case(name))?;
            (u32::try_from(place).ok()? + 1, without_sign(rest))
        }
        Shape::Digits if stands_alone && leading_digits(rest) == 4 => {
            let (month, rest) = rest.split_at_checked(2)?;
            (month.parse().ok()?, rest)
        }
        _ => return None,
    };
    NaiveDate::from_ymd_opt(year.parse().ok()?, month, number(rest)?.0)
}

/// Without the sign that may stand beside the name of a month.
fn without_sign(text: &str) -> &str {
    text.strip_prefix(['/', '-']).unwrap_or(text)
}

/// The number of one or two digits that a text begins with, and what stands behind it.
fn number(text: &str) -> Option<(u32, &str)> {
    let (number, rest) =
        text.split_at_checked(leading_digits(text)).filter(|(number, _)| number.len() <= 2)?;
    Some((number.parse().ok()?, rest))
}

fn leading_digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::{candidate, joined, of_file_name};

    #[test]
    fn references_start_from_a_base() {
        let cases = [
            ("https://a.org/news/1.html", "2.html", "https://a.org/news/2.html"),
            ("https://a.org/news/", "../2.html?p=1#a", "https://a.org/2.html?p=1#a"),
            ("https://a.org", "./2.html", "https://a.org/2.html"),
            ("https://a.org?x=/1", "/2.html", "https://a.org/2.html"),
            ("https://a.org/news/1.html", "#a", "https://a.org/news/1.html#a"),
            ("https://a.org/1", "//b.org/2", "https://b.org/2"),
            ("https://a.org/1", "http://b.org/2", "http://b.org/2"),
            ("https://a.org/1", "mailto:ann@a.org", "mailto:ann@a.org"),
            ("news", "2.html", "2.html"),
        ];
        for (base, reference, expected) in cases {
            assert_eq!(joined(base, reference), expected, "{base} {reference}");
        }
    }

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
            ("https://example.org/2025112", None),
            ("https://example.org/2025/+1/20", None),
            ("https://example.org/2025/11/200", None),
            ("https://example.org/1984/2025-11-20", Some("2025-11-20")),
            ("https://example.org/é2025.11.20é", Some("2025-11-20")),
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
