//! The block of metadata before a Markdown text: YAML between `---`, TOML between `+++`, or a JSON object, as Hugo, Zola,
//! Jekyll and Ghost write it.

use super::address;
use super::confidence::OWN_WORD;
use super::date::{DateOrder, Flaw, Stamp};
use super::published::{Candidate, Evidence};
use crate::{Error, Result};
use serde_json::Value;

/// What the block says: each field that is one value, its key in lower case, `outer.inner` where it is nested.
#[derive(Debug, Default, PartialEq)]
pub(super) struct FrontMatter<'a> {
    fields: Vec<(String, String)>,
    /// The block's own text and the number of its first line in the file.
    block: &'a str,
    line: usize,
}

/// Keys of the day of publication, the most explicit first; Zola puts a site's own fields under `extra`.
const DATES: [&str; 13] = [
    "published",
    "published_at",
    "publishdate",
    "publish_date",
    "datepublished",
    "date_published",
    "pubdate",
    "pub_date",
    "published_time",
    "date",
    "date.created",
    "created_at",
    "created",
];

/// Keys of the post's address.
const ADDRESSES: [&str; 6] = ["canonical_url", "canonicalurl", "canonical", "permalink", "url", "link"];

/// Keys of who wrote it.
const AUTHORS: [&str; 5] = ["author", "authors", "author.name", "byline", "creator"];

impl FrontMatter<'_> {
    /// The headline.
    pub(super) fn title(&self) -> Option<String> {
        self.get("title").map(|(_, title)| title.to_owned())
    }

    /// The address on the web; a path without host is none.
    pub(super) fn url(&self) -> Option<String> {
        ADDRESSES.iter().filter_map(|key| self.get(key)).find_map(|(_, url)| address::of_web(url))
    }

    /// Who wrote it.
    pub(super) fn author(&self) -> Option<String> {
        let found = AUTHORS.iter().find_map(|key| self.get(key));
        found.map(|(_, author)| author.to_owned()).filter(|author| !author.is_empty())
    }

    /// The language that it says it is in.
    pub(super) fn language(&self) -> Option<String> {
        ["lang", "language"].iter().find_map(|key| self.get(key)).map(|(_, tag)| tag.to_owned())
    }

    /// The dates of publication, the most explicit first.
    ///
    /// # Errors
    ///
    /// When a field that ought to hold a date holds none.
    pub(super) fn candidates(&self, name: &str) -> Result<Vec<Candidate>> {
        let mut candidates = Vec::new();
        for (key, value) in DATES.iter().filter_map(|key| self.get(key)) {
            // Jekyll's `published: false` hides a post and Hugo's `date: ""` is a template left empty.
            if value.is_empty() || value == "true" || value == "false" || value == "null" {
                continue;
            }
            let line = self.line_of(key);
            match Stamp::parse(value, DateOrder::Unknown) {
                Ok(stamp) => {
                    let place = format!("front matter `{key}`");
                    candidates.push(Candidate::new(stamp, Evidence::FrontMatter, OWN_WORD, place));
                }
                Err(flaw) => {
                    let why = match flaw {
                        Flaw::Shape => "is no date",
                        Flaw::Impossible => "is a date that no calendar has",
                    };
                    return Err(Error::article(format!(
                        "front matter `{key}: {value}` {why}; write it as 2025-11-20 or 2025-11-20T08:30:00-05:00"
                    ))
                    .at(format!("{name}:{line}")));
                }
            }
        }
        Ok(candidates)
    }

    /// A field at the top or under Zola's `extra`, and the key as found.
    fn get(&self, key: &str) -> Option<(&str, &str)> {
        let at = |wanted: &str| self.fields.iter().find(|(found, _)| found == wanted);
        let (key, value) = at(key).or_else(|| at(&format!("extra.{key}")))?;
        Some((key, value.trim()))
    }

    /// The line of the file on which a field stands; the block's first where it cannot be found.
    fn line_of(&self, key: &str) -> usize {
        let key = key.rsplit('.').next().unwrap_or(key);
        let starts = |line: &str| {
            let line = line.trim_start_matches([' ', '\t', '"', '\'', '{', ',']);
            line.get(..key.len()).is_some_and(|start| start.eq_ignore_ascii_case(key))
        };
        self.line + self.block.lines().position(starts).unwrap_or(0)
    }
}

/// Splits a text into its front matter and what comes after. A text without front matter is all body.
///
/// # Errors
///
/// When the block does not parse or is never closed; the error names the file and the line.
pub(super) fn split<'a>(name: &str, text: &'a str) -> Result<(FrontMatter<'a>, &'a str)> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let plain = Ok((FrontMatter::default(), text));
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let fail = |line: usize, message: String| Err(Error::article(message).at(format!("{name}:{line}")));
    match first.trim_end() {
        fence @ ("---" | "+++") => {
            let Some((block, body)) = fenced(rest, fence) else {
                // A rule at the top of a text is no front matter unless what follows looks like a field.
                let looks_like_field = rest.lines().next().is_some_and(|line| line.contains([':', '=']));
                return if looks_like_field {
                    fail(
                        1,
                        format!("front matter opens here and is never closed; end it with a line `{fence}`"),
                    )
                } else {
                    plain
                };
            };
            let value = if fence == "---" { yaml(block) } else { toml(block) };
            match value {
                Ok(Some(value)) => Ok((FrontMatter { fields: fields(&value), block, line: 2 }, body)),
                // A paragraph between two rules.
                Ok(None) => plain,
                Err((line, message)) => {
                    let kind = if fence == "---" { "YAML" } else { "TOML" };
                    fail(
                        line + 1,
                        format!("front matter is not valid {kind}: {message}; mend it or remove the block"),
                    )
                }
            }
        }
        _ if opens_json(text) => {
            let mut stream = serde_json::Deserializer::from_str(text).into_iter::<Value>();
            match stream.next() {
                Some(Ok(value)) => {
                    let (block, body) = text.split_at_checked(stream.byte_offset()).unwrap_or((text, ""));
                    Ok((FrontMatter { fields: fields(&value), block, line: 1 }, body))
                }
                Some(Err(error)) => fail(
                    error.line(),
                    format!("front matter is not valid JSON: {error}; mend it or remove the block"),
                ),
                None => plain,
            }
        }
        _ => plain,
    }
}

/// The lines up to the closing fence, and the text after it.
fn fenced<'a>(rest: &'a str, fence: &str) -> Option<(&'a str, &'a str)> {
    let mut at = 0;
    for line in rest.split_inclusive('\n') {
        let end = at + line.len();
        // YAML documents may also end with three dots.
        if line.trim_end() == fence || (fence == "---" && line.trim_end() == "...") {
            return Some((rest.get(..at)?, rest.get(end..)?));
        }
        at = end;
    }
    None
}

/// Whether a text begins with a JSON object rather than with a template's brace.
fn opens_json(text: &str) -> bool {
    text.strip_prefix('{').is_some_and(|inside| inside.trim_start().starts_with('"'))
}

/// `None` when the block is no mapping; an error carries its line within the block, from 1.
fn yaml(block: &str) -> Result<Option<Value>, (usize, String)> {
    if block.trim().is_empty() {
        return Ok(Some(Value::Null));
    }
    match serde_saphyr::from_str::<Value>(block) {
        Ok(value) => Ok(matches!(value, Value::Object(_) | Value::Null).then_some(value)),
        Err(error) => {
            let line =
                error.location().and_then(|location| usize::try_from(location.line()).ok()).unwrap_or(1);
            // The library counts lines within the block; the place tells the line of the file.
            let message = one_line(&error.without_snippet().to_string());
            let message = match message.split_once(" at line ") {
                Some((what, at)) => match at.split_once("column ") {
                    Some((_, column)) => format!("column {column}: {what}"),
                    None => what.to_owned(),
                },
                None => message,
            };
            Err((line, message))
        }
    }
}

fn toml(block: &str) -> Result<Option<Value>, (usize, String)> {
    match toml::from_str::<toml::Table>(block) {
        Ok(table) => {
            Ok(Some(Value::Object(table.into_iter().map(|(key, value)| (key, of_toml(value))).collect())))
        }
        Err(error) => {
            let before = error.span().and_then(|span| block.get(..span.start)).unwrap_or_default();
            Err((1 + before.matches('\n').count(), one_line(error.message())))
        }
    }
}

/// TOML's dates become their own text; the rest has its like in JSON.
fn of_toml(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::String(text),
        toml::Value::Datetime(date) => Value::String(date.to_string()),
        toml::Value::Table(table) => {
            Value::Object(table.into_iter().map(|(key, value)| (key, of_toml(value))).collect())
        }
        toml::Value::Integer(number) => Value::from(number),
        toml::Value::Float(number) => Value::from(number),
        toml::Value::Boolean(truth) => Value::Bool(truth),
        toml::Value::Array(values) => Value::Array(values.into_iter().map(of_toml).collect()),
    }
}

/// Single values and lists of a mapping, and single values of the mappings directly inside it.
fn fields(value: &Value) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    for (key, value) in value.as_object().into_iter().flatten() {
        let key = key.to_lowercase();
        match value {
            Value::Object(inner) => {
                let name = |name: &str| format!("{key}.{}", name.to_lowercase());
                fields.extend(inner.iter().filter_map(|(inner, value)| Some((name(inner), scalar(value)?))));
            }
            Value::Array(values) => {
                let values: Vec<String> = values.iter().filter_map(scalar).collect();
                fields.push((key, values.join(", ")));
            }
            other => fields.extend(scalar(other).map(|value| (key, value))),
        }
    }
    fields
}

fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(truth) => Some(truth.to_string()),
        _ => None,
    }
}

/// Parsers explain themselves over several lines; an error of ours is one.
fn one_line(message: &str) -> String {
    message.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::split;

    /// Title, day and address, or the error.
    fn read(text: &str) -> String {
        match split("post.md", text) {
            Err(error) => error.to_string(),
            Ok((front, body)) => match front.candidates("post.md") {
                Err(error) => error.to_string(),
                Ok(dates) => {
                    let date = dates.first().map(|c| match c.published.instant {
                        Some(instant) => instant.to_rfc3339(),
                        None => {
                            c.published.wall_clock().map_or(c.published.day.to_string(), |w| w.to_string())
                        }
                    });
                    format!("{:?} {:?} {:?} {body:?}", front.title(), date, front.url()).replace("Some", "")
                }
            },
        }
    }

    #[test]
    fn generators_write_it_in_their_ways() {
        let cases = [
            // Hugo
            (
                "---\ntitle: Strike\ndate: 2025-11-20T08:30:00-05:00\n---\nBody",
                r#"("Strike") ("2025-11-20T08:30:00-05:00") None "Body""#,
            ),
            (
                "+++\ntitle = 'Strike'\ndate = 2025-11-20T08:30:00-05:00\n+++\nBody",
                r#"("Strike") ("2025-11-20T08:30:00-05:00") None "Body""#,
            ),
            (
                "{\n \"title\": \"Strike\",\n \"date\": \"2025-11-20\"\n}\nBody",
                r#"("Strike") ("2025-11-20") None "\nBody""#,
            ),
            ("---\ndate: 2025-11-01\npublishDate: 2025-11-20\n---\n", r#"None ("2025-11-20") None """#),
            // Zola
            (
                "+++\ntitle = \"Strike\"\n[extra]\ndate = 2025-11-20\nlink = \"https://example.org/a\"\n+++\n",
                r#"("Strike") ("2025-11-20") ("https://example.org/a") """#,
            ),
            ("+++\ndate = 2025-11-20 08:30:00\n+++\n", r#"None ("2025-11-20 08:30:00") None """#),
            // MkDocs
            (
                "---\ndate:\n  created: 2025-11-20\n  updated: 2025-11-25\n---\n",
                r#"None ("2025-11-20") None """#,
            ),
            // Jekyll
            (
                "---\r\ntitle: \"Strike: the end\"\r\npublished: true\r\ndate: 2025-11-20 08:30:00 -0500\r\n---\r\nBody",
                r#"("Strike: the end") ("2025-11-20T08:30:00-05:00") None "Body""#,
            ),
            // Ghost
            (
                "---\ntitle: Strike\nslug: strike\npublished_at: 2025-11-20T08:30:00.000Z\ncanonical_url: null\n---\n",
                r#"("Strike") ("2025-11-20T08:30:00+00:00") None """#,
            ),
            ("---\nurl: /strike/\ntitle: 1984\n---\n", r#"("1984") None None """#),
            ("---\n---\nBody", r#"None None None "Body""#),
            // None
            ("Body\n---\n", r#"None None None "Body\n---\n""#),
            (
                "---\n\nA text between rules.\n\n---\nBody",
                r#"None None None "---\n\nA text between rules.\n\n---\nBody""#,
            ),
            ("---\nBody", r#"None None None "---\nBody""#),
            ("{{< toc >}}\nBody", r#"None None None "{{< toc >}}\nBody""#),
            ("", r#"None None None """#),
        ];
        for (text, expected) in cases {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn errors_name_the_line_and_the_cure() {
        let cases = [
            (
                "---\ntitle: Strike\n",
                "post.md:1: front matter opens here and is never closed; end it with a line `---`",
            ),
            (
                "---\ntitle: a\ndate: 2025-02-30\n---\n",
                "post.md:3: front matter `date: 2025-02-30` is a date that no calendar has;",
            ),
            ("---\ntitle: a\ndate: soon\n---\n", "post.md:3: front matter `date: soon` is no date;"),
            ("+++\ntitle = 'a'\ndate = \n+++\n", "post.md:3: front matter is not valid TOML: "),
            ("---\ntitle: 'a\ndate: [1\n---\n", "post.md:"),
            ("{\"title\": \"a\",\n \"date\" 3}\n", "post.md:2: front matter is not valid JSON: "),
        ];
        for (text, expected) in cases {
            let error = read(text);
            assert!(error.starts_with(expected), "{error}");
            assert!(!error.contains('\n') && error.contains("; "), "{error}");
        }
    }
}
