//! The seal: a line in each file that `-o` writes, by which dateline knows its own work again, and whether a hand has changed it.
//!
//! It holds a hash of all other lines. What it guards against is a slip, not an enemy.

use crate::check::report::Report;
use crate::render::Format;
use sha2::{Digest as _, Sha256};
use std::borrow::Cow;
use std::fmt::Write as _;

const NAME: &str = "dateline:seal";

/// So many hexadecimal digits of the hash are kept.
const DIGITS: usize = 16;

/// As what the seal stands in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cli) enum Seal {
    /// The last line, between these.
    Line(&'static str, &'static str),
    /// The last field of a JSON object that is printed over several lines.
    Field,
    /// A property of a calendar.
    Calendar,
    /// The format has no room for it: what begins with the same lines, so many, is taken for an earlier output.
    Lines(usize),
}

/// What a file is that stands where an output is to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// Written by dateline, and unchanged; or empty.
    Untouched,
    /// Written by dateline, and changed.
    Edited,
    /// Written by somebody else.
    Foreign,
}

impl From<Format> for Seal {
    fn from(format: Format) -> Self {
        match format {
            // A link that nothing refers to is the comment of CommonMark, and of its dialects that have no HTML.
            Format::Markdown => Seal::Line("\n[//]: # (", ")"),
            Format::Html | Format::Fragment => Seal::Line("<!-- ", " -->"),
            Format::Json | Format::TimelineJs => Seal::Field,
            Format::Csv => Seal::Lines(1),
            Format::JsonLd => Seal::Lines(2),
            Format::Ics => Seal::Calendar,
            Format::Markwhen => Seal::Line("\n// ", ""),
            Format::Mermaid => Seal::Line("%% ", ""),
        }
    }
}

impl From<Report> for Seal {
    fn from(report: Report) -> Self {
        match report {
            Report::Human | Report::Tap => Seal::Line("# ", ""),
            Report::JUnit => Seal::Line("<!-- ", " -->"),
            Report::Json => Seal::Field,
        }
    }
}

impl Seal {
    /// For what a template of the user's own printed, by the extension that says what it prints.
    pub(in crate::cli) fn of_template(extension: Option<&str>, text: &str) -> Seal {
        match extension {
            Some("md" | "markdown") => Format::Markdown.into(),
            Some("html" | "htm" | "xml" | "svg") => Format::Html.into(),
            Some("json") if text.ends_with("\n}\n") => Seal::Field,
            Some("tex") => Seal::Line("% ", ""),
            Some("yaml" | "yml" | "toml") => Seal::Line("# ", ""),
            _ => Seal::Lines(1),
        }
    }

    /// The bytes of a file with the seal in its place.
    pub(super) fn close(self, mut bytes: Vec<u8>) -> Vec<u8> {
        let (at, before, after, end) = match self {
            Seal::Line(before, after) => (bytes.len(), before, after, "\n"),
            Seal::Field => {
                let Some(body) = bytes.strip_suffix(b"\n}\n").map(<[u8]>::len) else { return bytes };
                bytes.splice(body..body, *b",");
                (body + 2, "  \"", "\"", "\n")
            }
            Seal::Calendar => {
                let Some(at) =
                    position(&bytes, b"BEGIN:VEVENT").or_else(|| position(&bytes, b"END:VCALENDAR"))
                else {
                    return bytes;
                };
                (at, "X-COMMENT:", "", "\r\n")
            }
            Seal::Lines(_) => return bytes,
        };
        // A blank line in front belongs to what is sealed.
        let blank = before.len() - before.trim_start_matches('\n').len();
        bytes.splice(at..at, before.bytes().take(blank));
        let at = at + blank;
        let between = if self == Seal::Field { "\": \"" } else { " " };
        let hash = hash(&bytes);
        let line = format!("{}{NAME}{between}{hash}{after}{end}", before.trim_start_matches('\n'));
        bytes.splice(at..at, line.bytes());
        bytes
    }
}

/// What an old file is, seen from what is to be written in its place.
pub(super) fn state(old: &[u8], new: &[u8], seal: Seal) -> State {
    if old.trim_ascii().is_empty() || old == new {
        return State::Untouched;
    }
    if let Seal::Lines(count) = seal {
        let begins = |bytes: &'_ [u8]| -> Vec<Vec<u8>> {
            bytes.split(|b| *b == b'\n').take(count).map(|line| line.trim_ascii_end().to_vec()).collect()
        };
        return if begins(old) == begins(new) { State::Untouched } else { State::Foreign };
    }
    let mut found = false;
    for at in memchr::memmem::find_iter(old, NAME) {
        let rest = old.get(at + NAME.len()..).unwrap_or_default();
        let digits =
            rest.iter().skip_while(|b| b" \":".contains(b)).take(DIGITS).copied().collect::<Vec<_>>();
        let start = memchr::memrchr(b'\n', old.get(..at).unwrap_or_default()).map_or(0, |end| end + 1);
        let end = memchr::memchr(b'\n', rest).map_or(old.len(), |end| at + NAME.len() + end + 1);
        let others = [old.get(..start).unwrap_or_default(), old.get(end..).unwrap_or_default()].concat();
        if hash(&others).as_bytes() == digits {
            return State::Untouched;
        }
        found = true;
    }
    if found { State::Edited } else { State::Foreign }
}

/// The hash of a text, whatever ends its lines: git may change that.
fn hash(bytes: &[u8]) -> String {
    let plain: Cow<'_, [u8]> = if memchr::memchr(b'\r', bytes).is_some() {
        Cow::Owned(bytes.iter().copied().filter(|b| *b != b'\r').collect())
    } else {
        Cow::Borrowed(bytes)
    };
    let mut digits = String::with_capacity(DIGITS);
    for byte in Sha256::digest(plain.as_ref()).iter().take(DIGITS / 2) {
        let _ = write!(digits, "{byte:02x}");
    }
    digits
}

fn position(bytes: &[u8], part: &[u8]) -> Option<usize> {
    memchr::memmem::find(bytes, part)
}

#[cfg(test)]
mod tests {
    use super::{Format, Seal, State, state};
    use proptest::prelude::{any, prop, proptest};

    const TEXTS: [(Format, &str); 8] = [
        (Format::Markdown, "# A\n"),
        (Format::Html, "<!DOCTYPE html>\n</html>\n"),
        (Format::Fragment, "<section>\n</section>\n"),
        (Format::Json, "{\n  \"a\": []\n}\n"),
        (Format::TimelineJs, "{\n  \"events\": []\n}\n"),
        (Format::Ics, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"),
        (Format::Markwhen, "title: \"A\"\n"),
        (Format::Mermaid, "timeline\n    title A\n"),
    ];

    #[test]
    fn what_was_sealed_is_known_again_until_it_is_changed() {
        for (format, text) in TEXTS {
            let sealed = String::from_utf8(Seal::from(format).close(text.as_bytes().to_vec())).expect("text");
            let state = |old: &str| state(old.as_bytes(), b"new", Seal::from(format));
            assert_eq!(sealed.lines().filter(|line| line.contains("dateline:seal")).count(), 1, "{sealed}");
            assert_eq!(state(&sealed), State::Untouched, "{sealed}");
            assert_eq!(state(&sealed.replace('\n', "\r\n")), State::Untouched, "{sealed}");
            assert_eq!(state(&format!("x{sealed}")), State::Edited, "{sealed}");
            assert_eq!(state(&format!("{sealed}more\n")), State::Edited, "{sealed}");
            assert_eq!(state(text), State::Foreign);
        }
    }

    #[test]
    fn a_sealed_object_is_still_one() {
        let sealed = Seal::Field.close(b"{\n  \"a\": 1\n}\n".to_vec());
        let value: serde_json::Value = serde_json::from_slice(&sealed).expect("JSON");
        assert!(value["a"] == 1 && value["dateline:seal"].as_str().is_some_and(|hash| hash.len() == 16));
    }

    #[test]
    fn nothing_and_the_same_may_always_be_replaced() {
        for (format, text) in TEXTS {
            assert_eq!(state(b" \n", b"new", format.into()), State::Untouched);
            assert_eq!(state(text.as_bytes(), text.as_bytes(), format.into()), State::Untouched);
        }
    }

    #[test]
    fn formats_without_room_are_known_by_how_they_begin() {
        let state = |old: &str| state(old.as_bytes(), b"Year,Month\n2025,11\n", Seal::from(Format::Csv));
        assert_eq!(state("Year,Month\r\n2024,10\r\n"), State::Untouched);
        assert_eq!(state("Name,Phone\nAnn,5\n"), State::Foreign);
    }

    #[test]
    fn templates_are_sealed_as_what_they_print() {
        for (extension, text) in [
            ("md", "- a\n"),
            ("html", "<p>a\n"),
            ("json", "{\n\"a\": 1\n}\n"),
            ("tex", "a\n"),
            ("yaml", "a: 1\n"),
        ] {
            let seal = Seal::of_template(Some(extension), text);
            let sealed = seal.close(text.as_bytes().to_vec());
            assert_eq!(state(&sealed, b"new", seal), State::Untouched, "{extension}");
            assert_eq!(state(text.as_bytes(), b"new", seal), State::Foreign, "{extension}");
        }
        for (extension, text) in [(Some("txt"), "a\nb\n"), (Some("json"), "[1]\n"), (None, "")] {
            assert_eq!(Seal::of_template(extension, text), Seal::Lines(1));
        }
    }

    proptest! {
        #[test]
        fn any_change_is_seen(body in "[a-z\n]{1,40}", at in 0..80_usize, new in any::<u8>()) {
            for (format, _) in TEXTS {
                let seal = Seal::from(format);
                let json = format!("{{\n{body}\n}}\n");
                let calendar = format!("{body}END:VCALENDAR\r\n");
                let text = match seal { Seal::Field => json, Seal::Calendar => calendar, _ => body.clone() };
                let sealed = seal.close(text.into_bytes());
                let mut changed = sealed.clone();
                let at = at % changed.len();
                changed[at] = new;
                let state = state(&changed, b"new", seal);
                let plain = |bytes: &[u8]| bytes.iter().copied().filter(|b| *b != b'\r').collect::<Vec<_>>();
                let in_seal = plain(&changed).len() != plain(&sealed).len()
                    || changed.split(|b| *b == b'\n').zip(sealed.split(|b| *b == b'\n')).any(|(a, b)| {
                        a != b && String::from_utf8_lossy(b).contains("dateline:seal")
                    });
                proptest::prop_assert!(changed == sealed || in_seal || state != State::Untouched);
            }
        }

        #[test]
        fn no_bytes_are_too_odd(old in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = state(&old, b"", Seal::Field);
            let _ = Seal::Field.close(old.clone());
            let _ = Seal::Calendar.close(old);
        }
    }
}
