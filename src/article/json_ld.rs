//! What a page's JSON-LD says of the page and its article (schema.org).

use super::confidence::{JSON_LD_ARTICLE, JSON_LD_BROKEN, JSON_LD_CREATED, JSON_LD_OTHER, JSON_LD_PAGE};
use super::date::{DateOrder, Stamp};
use super::published::{Candidate, Evidence};
use super::{address, pattern};
use regex::Regex;
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::sync::LazyLock;

/// Facts of the page's own nodes, not of the pictures, comments and further articles they mention.
#[derive(Debug, Default)]
pub(super) struct Facts {
    pub(super) headline: Option<String>,
    pub(super) url: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) language: Option<String>,
    /// The names of publisher and site, which titles repeat.
    pub(super) sites: Vec<String>,
    pub(super) dates: Vec<Candidate>,
}

/// Types whose own dates are not the page's.
const FOREIGN: [&str; 16] = [
    "Comment",
    "UserComments",
    "ImageObject",
    "Person",
    "Organization",
    "NewsMediaOrganization",
    "BreadcrumbList",
    "ItemList",
    "WebSite",
    "Offer",
    "Event",
    "Review",
    "Answer",
    "Question",
    "PodcastSeries",
    "CreativeWorkSeries",
];

/// Where a node keeps further nodes about the same page.
const SAME_PAGE: [&str; 3] = ["@graph", "mainEntity", "mainEntityOfPage"];

impl Facts {
    /// Adds what one `<script type="application/ld+json">` says.
    pub(super) fn read(&mut self, script: &str) {
        let script = unwrapped(script);
        // Line breaks within strings are the commonest fault; as white space outside of them they mean nothing.
        let script: String = script.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        match serde_json::from_str::<Value>(&script) {
            Ok(value) => self.walk(&value),
            // Some templates escape what needs no escaping.
            Err(_) if script.contains("&quot;") && !script.contains('"') => {
                match serde_json::from_str(&unescaped(&script)) {
                    Ok(value) => self.walk(&value),
                    Err(_) => self.read_broken(&unescaped(&script)),
                }
            }
            Err(_) => self.read_broken(&script),
        }
    }

    /// Visits nodes in the order in which they stand, with an own stack.
    fn walk(&mut self, value: &Value) {
        let mut stack = vec![value];
        while let Some(value) = stack.pop() {
            match value {
                Value::Array(items) => stack.extend(items.iter().rev()),
                Value::Object(node) if self.node(node) => {
                    stack.extend(SAME_PAGE.iter().rev().filter_map(|key| node.get(*key)));
                }
                _ => {}
            }
        }
    }

    /// Takes a node's facts; whether it is about the page.
    fn node(&mut self, node: &Map<String, Value>) -> bool {
        let types = types(node);
        let is = |test: fn(&str) -> bool| types.iter().any(|name| test(name));
        if is(|name| name == "WebSite") {
            self.sites.extend(string(node, "name"));
        }
        if is(|name| FOREIGN.contains(&name)) {
            return false;
        }
        let article = is(is_article);
        if article || is(|name| name.ends_with("Page")) {
            let headline =
                if article { string(node, "headline").or_else(|| string(node, "name")) } else { None };
            self.headline = self.headline.take().or(headline);
            self.url = self.url.take().or_else(|| address::of_web(&string(node, "url")?));
            self.language = self.language.take().or_else(|| string(node, "inLanguage"));
            if self.authors.is_empty() && article {
                self.authors = names(node.get("author").or_else(|| node.get("creator")));
            }
            self.sites
                .extend(node.get("publisher").and_then(Value::as_object).and_then(|p| string(p, "name")));
        }
        let confidence = if is(|name| name.ends_with("Page")) {
            JSON_LD_PAGE
        } else if article {
            JSON_LD_ARTICLE
        } else {
            JSON_LD_OTHER
        };
        let kind = types.first().copied().unwrap_or("JSON-LD");
        for (key, confidence) in
            [("datePublished", confidence), ("dateCreated", JSON_LD_CREATED), ("uploadDate", JSON_LD_CREATED)]
        {
            self.date(string(node, key).as_deref(), confidence, format!("{kind}.{key}"));
        }
        true
    }

    /// Of nodes that are equally good only the first counts.
    fn date(&mut self, text: Option<&str>, confidence: f32, place: String) {
        if self.dates.iter().any(|known| known.confidence == confidence) {
            return;
        }
        let stamp = text.and_then(|text| Stamp::find_data(&unescaped(text), DateOrder::Unknown));
        self.dates.extend(stamp.map(|stamp| Candidate::new(stamp, Evidence::JsonLd, confidence, place)));
    }

    /// The first date of a block that does not parse.
    fn read_broken(&mut self, script: &str) {
        static DATE: LazyLock<Regex> = LazyLock::new(|| pattern(r#""datePublished"\s*:\s*"([^"]{8,40})""#));
        let text = DATE.captures(script).and_then(|found| found.get(1)).map(|date| date.as_str());
        self.date(text, JSON_LD_BROKEN, "datePublished".to_owned());
    }
}

/// Without the comment or CDATA marks that old templates put around scripts, and without a stray final semicolon.
fn unwrapped(script: &str) -> &str {
    let mut script = script.trim();
    for (open, close) in
        [("<!--", "-->"), ("//<![CDATA[", "//]]>"), ("/*<![CDATA[*/", "/*]]>*/"), ("<![CDATA[", "]]>")]
    {
        if let Some(inner) = script.strip_prefix(open) {
            script = inner.trim_end().strip_suffix(close).unwrap_or(inner).trim();
        }
    }
    script.trim_end_matches(';')
}

/// With the characters that entities of HTML stand for.
fn unescaped(text: &str) -> Cow<'_, str> {
    const ENTITIES: [(&str, &str); 8] = [
        ("&quot;", "\""),
        ("&#34;", "\""),
        ("&#43;", "+"),
        ("&#x2B;", "+"),
        ("&plus;", "+"),
        ("&#39;", "'"),
        ("&#58;", ":"),
        ("&amp;", "&"),
    ];
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    Cow::Owned(ENTITIES.iter().fold(text.to_owned(), |text, (entity, c)| text.replace(entity, c)))
}

fn types(node: &Map<String, Value>) -> Vec<&str> {
    let names: Vec<&str> = match node.get("@type") {
        Some(Value::String(name)) => vec![name],
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    names.into_iter().map(|name| name.rsplit('/').next().unwrap_or(name)).collect()
}

/// The types of schema.org that an article may have.
fn is_article(name: &str) -> bool {
    // Some sites write it small.
    let name = name.to_ascii_lowercase();
    name.ends_with("article")
        || name.ends_with("posting")
        || matches!(name.as_str(), "report" | "liveblog" | "blogpost")
}

/// The names of persons or organisations: texts, nodes with a name, or several of them.
fn names(value: Option<&Value>) -> Vec<String> {
    let all = match value {
        Some(Value::Array(all)) => all.as_slice(),
        Some(one) => std::slice::from_ref(one),
        None => &[],
    };
    let name = |value: &Value| match value {
        Value::String(name) => Some(name.clone()),
        Value::Object(node) => string(node, "name"),
        _ => None,
    };
    all.iter().filter_map(name).collect()
}

fn string(node: &Map<String, Value>, key: &str) -> Option<String> {
    let value = match node.get(key)? {
        Value::Array(values) => values.first()?,
        value => value,
    };
    value.as_str().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::Facts;

    fn dates(script: &str) -> String {
        let mut facts = Facts::default();
        facts.read(script);
        let shown = facts.dates.iter().map(|c| format!("{} {} {}", c.published.day, c.confidence, c.place));
        shown.collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn only_the_page_itself_is_dated() {
        let cases = [
            (
                r#"{"@type": "NewsArticle", "datePublished": "2025-11-20T08:30:00Z"}"#,
                "2025-11-20 0.909 NewsArticle.datePublished",
            ),
            (
                r#"{"@type": ["WebPage"], "datePublished": "2025-11-20"}"#,
                "2025-11-20 0.97 WebPage.datePublished",
            ),
            (
                r#"{"@graph": [{"@type": "Article", "datePublished": "2025-11-20"}, {"@type": "WebPage", "datePublished": "2025-11-19"}]}"#,
                "2025-11-20 0.909 Article.datePublished, 2025-11-19 0.97 WebPage.datePublished",
            ),
            (
                r#"[{"@type": "http://schema.org/BlogPosting", "dateCreated": "2025-11-20"}]"#,
                "2025-11-20 0.74 BlogPosting.dateCreated",
            ),
            (
                r#"{"@type": "WebPage", "mainEntity": {"@type": "Article", "datePublished": "2025-11-20"}}"#,
                "2025-11-20 0.909 Article.datePublished",
            ),
            (
                r#"{"@type": "ItemList", "itemListElement": [{"@type": "Article", "datePublished": "2025-11-20"}]}"#,
                "",
            ),
            (r#"{"@type": "Article", "comment": {"@type": "Comment", "datePublished": "2025-11-20"}}"#, ""),
            (r#"{"@type": "Article", "dateModified": "2025-11-20"}"#, ""),
            (
                "<!-- {\"@type\": \"Article\", \"description\": \"a\nb\", \"datePublished\": \"2025-11-20\"}; -->",
                "2025-11-20 0.909 Article.datePublished",
            ),
            (r#"{"@type": "Article", "datePublished": "2025-11-20",}"#, "2025-11-20 0.85 datePublished"),
            ("", ""),
            ("[[[[", ""),
        ];
        for (script, expected) in cases {
            assert_eq!(dates(script), expected, "{script}");
        }
    }

    #[test]
    fn deep_json_is_survived() {
        assert_eq!(dates(&"[".repeat(100_000)), "");
    }
}
