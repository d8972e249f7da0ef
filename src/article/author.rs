//! Who wrote an article, told from names and bylines as pages print them.

use super::{cue, date};

/// Longest name, in bytes.
const LONGEST: usize = 120;

/// Most words of a byline that are taken for a name where no "by" stands before it.
const MOST_WORDS: usize = 5;

/// The names of authors in one line, each once; what only looks like a name is left out.
pub(super) fn joined(names: impl Iterator<Item = String>) -> Option<String> {
    let mut known: Vec<String> = Vec::new();
    for name in names {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        // Some sites give the address of a profile, others a whole paragraph.
        let is_name = !name.is_empty() && name.len() <= LONGEST && !name.contains("://");
        if is_name && !known.contains(&name) {
            known.push(name);
        }
    }
    (!known.is_empty()).then(|| known.join(", "))
}

/// The name in a printed byline: "By Ann Lee | Nov. 20, 2025", "Ann Lee, 3 hours ago".
pub(super) fn of_byline(byline: &str) -> Option<String> {
    let words: Vec<&str> = byline.split_whitespace().collect();
    let by = words.iter().position(|word| cue::is_by(word));
    let rest = words.get(by.map_or(0, |at| at + 1)..)?;
    let is_number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let ends = |at: usize, word: &str| {
        is_number(word)
            || word.chars().all(|c| !c.is_alphanumeric() && c != '&')
            || cue::is_published(word)
            || cue::is_changed(word)
            || (date::names_month(word) && rest.get(at + 1).is_some_and(|next| is_number(next)))
    };
    let end = rest.iter().enumerate().position(|(at, word)| ends(at, word)).unwrap_or(rest.len());
    let name = rest.get(..end)?.join(" ");
    let name = name.trim_end_matches([',', ';', ':', '.', '|', '-', '–', '—']).trim();
    let is_name = name.contains(char::is_alphabetic) && (by.is_some() || end <= MOST_WORDS);
    (is_name && name.len() <= LONGEST).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{joined, of_byline};

    #[test]
    fn names_stand_once() {
        let names = [" Ann\n Lee", "Ann Lee", "https://a.org/lee", "", "Bo Ek"].map(str::to_owned);
        assert_eq!(joined(names.into_iter()).as_deref(), Some("Ann Lee, Bo Ek"));
        assert_eq!(joined(std::iter::empty()), None);
    }

    #[test]
    fn bylines_name_authors() {
        let cases = [
            ("By Ann Lee", Some("Ann Lee")),
            ("By Ann Lee and Bo Ek | Nov. 20, 2025", Some("Ann Lee and Bo Ek")),
            ("Published November 20, 2025 by Ann Lee", Some("Ann Lee")),
            ("Von Ann Lee, 20. November 2025", Some("Ann Lee")),
            ("BY: APRIL SMITH Updated May 3, 2025", Some("APRIL SMITH")),
            ("Ann Lee Nov 20, 2025", Some("Ann Lee")),
            ("Reuters Staff", Some("Reuters Staff")),
            ("20 November 2025", None),
            ("Sign up for our letter every morning", None),
            ("by", None),
            ("", None),
        ];
        for (byline, expected) in cases {
            assert_eq!(of_byline(byline).as_deref(), expected, "{byline}");
        }
    }
}
