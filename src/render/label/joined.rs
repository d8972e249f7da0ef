//! Two dates of a locale as one stretch: what both have stands once, and between them what the locale puts there.
//!
//! ICU4X prints single dates only, so what two of them share is found in the words themselves: by printing a third that differs in all
//! that may differ.

/// What stands between two days of a month, two months or two years, and between longer dates, by language or locale, after the
/// interval formats of the CLDR (48).
const BETWEEN: &[(&[&str], &str, &str)] = &[
    (&["en-AU", "en-IN", "pt-PT"], "–", " – "),
    (&["en-CA", "da", "nb", "nn", "no", "sl", "sv"], "–", "–"),
    (
        &[
            "az", "bg", "en", "ga", "hr", "km", "lo", "mk", "ml", "mn", "mr", "my", "or", "pt", "si", "sk",
            "sq", "sw", "ta", "tk", "uz", "vi", "zh", "zu",
        ],
        " – ",
        " – ",
    ),
    (&["fa"], " تا ", " تا "),
    (&["ja"], "～", "～"),
    (&["ko"], "~", "~"),
    (&["yue", "zh-Hant", "zh-TW"], "至", "至"),
    (&["zh-HK"], " 至 ", " 至 "),
];

/// What stands between dates in a locale: of short parts, and of long ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Between {
    pub(super) short: &'static str,
    pub(super) long: &'static str,
}

impl Between {
    /// By the locale's tag, else by that of its language.
    pub(super) fn of(tag: &str) -> Between {
        let language = tag.split('-').next().unwrap_or_default();
        let find = |name: &str| BETWEEN.iter().find(|(names, ..)| names.contains(&name));
        let found = find(tag).or_else(|| find(language));
        found.map_or(Between { short: "–", long: " – " }, |&(_, short, long)| Between { short, long })
    }
}

/// `first` and `last` as one, with what they share once; `other` differs from `first` in all that the two may differ in.
pub(super) fn joined(first: &str, last: &str, other: &str, between: &str) -> String {
    let left = left(first, other);
    let right = right(&first[left.len()..], &other[left.len()..]);
    let core =
        |date: &str| -> Option<String> { Some(date.strip_prefix(left)?.strip_suffix(right)?.to_owned()) };
    match (core(first), core(last)) {
        (Some(first), Some(last)) => format!("{left}{first}{between}{last}{right}"),
        _ => format!("{first}{between}{last}"),
    }
}

/// What both begin with, up to the end of a word or to a number.
fn left<'a>(a: &'a str, b: &str) -> &'a str {
    let shared = a.char_indices().zip(b.chars()).take_while(|((_, x), y)| x == y);
    let mut end = shared.last().map_or(0, |((at, c), _)| at + c.len_utf8());
    while let Some(last) = a[..end].chars().next_back() {
        let is_number = |text: &str| text.chars().next().is_some_and(char::is_numeric);
        let next_is_number = is_number(&a[end..]) && is_number(&b[end..]) && !last.is_numeric();
        if last.is_whitespace() || next_is_number {
            break;
        }
        end -= last.len_utf8();
    }
    &a[..end]
}

/// What both end with, from the end of a word on; a full stop behind a number stays with it, unless it ends all.
fn right<'a>(a: &'a str, b: &str) -> &'a str {
    let shared = a.char_indices().rev().zip(b.chars().rev()).take_while(|((_, x), y)| x == y);
    let mut start = shared.last().map_or(a.len(), |((at, _), _)| at);
    while let Some(first) = a[start..].chars().next() {
        if first.is_whitespace() || matches!(first, ',' | '،' | '、' | '፣' | '-') || &a[start..] == "." {
            break;
        }
        start += first.len_utf8();
    }
    &a[start..]
}

#[cfg(test)]
mod tests {
    use super::{Between, joined};

    #[test]
    fn what_dates_share_stands_once() {
        let cases = [
            ("18. September 2025", "24. September 2025", "–", "18.–24. September 2025"),
            ("September 18, 2025", "September 24, 2025", " – ", "September 18 – 24, 2025"),
            ("18 de septiembre de 2025", "24 de septiembre de 2025", "–", "18–24 de septiembre de 2025"),
            (
                "28 de septiembre de 2025",
                "3 de octubre de 2025",
                " – ",
                "28 de septiembre – 3 de octubre de 2025",
            ),
            ("2025. szeptember 18.", "2025. szeptember 24.", "–", "2025. szeptember 18–24."),
            ("2025年9月18日", "2025年9月24日", "～", "2025年9月18日～24日"),
            ("2025年9月28日", "2025年10月3日", "～", "2025年9月28日～10月3日"),
            ("18-sentabr, 2025", "24-sentabr, 2025", " – ", "18 – 24-sentabr, 2025"),
            ("28 सितंबर 2025", "3 अक्टूबर 2025", " – ", "28 सितंबर – 3 अक्टूबर 2025"),
            ("18 September 2025", "28 September 2025", "–", "18–28 September 2025"),
        ];
        for (first, last, between, expected) in cases {
            assert_eq!(joined(first, last, last, between), expected);
        }
        // The days are the same, and still both are named.
        let (first, last) = ("28 septembre 2025", "28 octobre 2025");
        assert_eq!(joined(first, last, "1 octobre 2025", " – "), "28 septembre – 28 octobre 2025");
    }

    #[test]
    fn what_stands_between_follows_the_locale_then_its_language() {
        let short = |tag| Between::of(tag).short;
        assert_eq!(["de-AT", "en-GB", "en-AU", "zh-HK", "xx"].map(short), ["–", " – ", "–", " 至 ", "–"]);
    }
}
