//! What a page says of itself: title, address, language and dates, gathered in one walk over its elements.

use super::byline;
use super::date::{DateOrder, Stamp};
use super::json_ld::Facts;
use super::published::{Candidate, Evidence};
use super::survey::{Marks, Survey};
use super::{address, prose};
use chrono::NaiveDate;
use dom_query::{Document, NodeData, NodeRef};

/// What a page says of itself.
#[derive(Debug, Default)]
pub(super) struct Metadata {
    pub(super) title: Option<String>,
    pub(super) author: Option<String>,
    pub(super) site: Option<String>,
    /// The tag by which the page names its language.
    pub(super) language: Option<String>,
    pub(super) url: Option<String>,
    pub(super) candidates: Vec<Candidate>,
}

/// Meta elements that give the day of publication, by `name`, `property` or `http-equiv` in lower case, and how often
/// they are right. What gives the day of a change is not among them.
const DATES: [(&str, f32); 42] = [
    ("article:published_time", 0.941),
    ("og:article:published_time", 0.935),
    ("og:published_time", 0.93),
    ("og:pubdate", 0.93),
    ("article:published", 0.93),
    ("article.published", 0.93),
    ("rnews:datepublished", 0.93),
    ("datepublished", 0.93),
    ("date_published", 0.93),
    ("parsely-pub-date", 0.93),
    ("sailthru.date", 0.92),
    ("pubdate", 0.92),
    ("publishdate", 0.92),
    ("publish-date", 0.92),
    ("publish_date", 0.92),
    ("published-date", 0.92),
    ("published_at", 0.92),
    ("publication_date", 0.92),
    ("publicationdate", 0.92),
    ("originalpublicationdate", 0.92),
    ("article_date_original", 0.92),
    ("citation_publication_date", 0.91),
    ("citation_date", 0.90),
    ("citation_online_date", 0.91),
    ("prism.publicationdate", 0.91),
    ("dcterms.issued", 0.91),
    ("dc.date.issued", 0.91),
    ("dc.date.publication", 0.91),
    ("bt:pubdate", 0.91),
    ("cxenseparse:recs:publishtime", 0.91),
    ("shareaholic:article_published_time", 0.91),
    ("vr:published_time", 0.91),
    ("displaydate", 0.88),
    ("dc.date.created", 0.87),
    ("dcterms.created", 0.87),
    ("dcterms.date", 0.86),
    ("dc.date", 0.86),
    ("article_date", 0.86),
    ("article:created", 0.86),
    ("date", 0.85),
    ("created", 0.80),
    ("timestamp", 0.70),
];

/// Meta elements that name the author.
const AUTHORS: [&str; 9] = [
    "author",
    "article:author",
    "article:author_name",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "parsely-author",
    "sailthru.author",
    "byl",
];

/// Authors shown on a page that are looked at; a page with more lists its writers.
const MOST_AUTHORS: usize = 8;

/// A microdata `itemprop` that gives the day of publication.
const ITEMPROPS: [(&str, f32); 3] = [("datepublished", 0.955), ("pubdate", 0.90), ("datecreated", 0.80)];

/// Reads the page's own word; `given` is the address that the user says it came from.
pub(super) fn of(document: &Document, given: Option<&str>) -> Metadata {
    let mut gathered = Gathered::default();
    gathered.walk(document);
    gathered.metadata(given)
}

/// What the walk has met so far.
#[derive(Default)]
struct Gathered {
    facts: Facts,
    order: Option<DateOrder>,
    canonical: Option<String>,
    og_url: Option<String>,
    og_title: Option<String>,
    title: Option<String>,
    heading: Option<String>,
    site: Option<String>,
    /// Authors as meta elements name them, and as the page shows them.
    authors: Vec<String>,
    shown_authors: Vec<String>,
    language: Option<String>,
    /// Days on which the page says that it was changed.
    changed: Vec<NaiveDate>,
    /// Of each kind only the first in the page counts.
    candidates: Vec<Candidate>,
}

impl Gathered {
    /// Visits elements in the order of the page, with an own stack: pages may be nested deep.
    fn walk(&mut self, document: &Document) {
        let survey = Survey::of(document);
        let mut stack = vec![(document.root(), false)];
        while let Some((node, elsewhere)) = stack.pop() {
            let element = node.query(|node| match &node.data {
                NodeData::Element(element) => Some((element.name.local.clone(), Marks::of(element))),
                _ => None,
            });
            let mut elsewhere = elsewhere;
            if let Some((name, marks)) = element.flatten() {
                elsewhere |= !survey.headline.contains(&node.id) && byline::is_elsewhere(&node, &name, marks);
                self.element(&node, &name, marks, elsewhere, survey.numbered.contains(&node.id));
                if matches!(&*name, "script" | "style" | "svg" | "template") {
                    continue;
                }
            }
            stack.extend(
                node.children_it(true).filter(|child| !child.is_text()).map(|child| (child, elsewhere)),
            );
        }
    }

    fn element(&mut self, node: &NodeRef<'_>, name: &str, marks: Marks, elsewhere: bool, numbered: bool) {
        match name {
            "html" => {
                self.language =
                    node.attr("lang").or_else(|| node.attr("xml:lang")).map(|tag| tag.to_string());
                self.order = self.language.as_deref().map(DateOrder::of_language);
            }
            "meta" => self.meta(node),
            "link" if has_value(node, "rel", "canonical") => {
                self.canonical = self.canonical.take().or_else(|| web_address(&node.attr("href")?));
            }
            "title" if self.title.is_none() => self.title = Some(tidy(&node.text())),
            "h1" if self.heading.is_none() => {
                self.heading = Some(tidy(&prose::of_node(*node, &[]))).filter(|heading| !heading.is_empty());
            }
            "script" if has_value(node, "type", "application/ld+json") => self.facts.read(&node.text()),
            "script" | "style" | "body" | "head" => {}
            _ if elsewhere => {}
            _ => {
                if marks.property || marks.relation {
                    self.author(node, name);
                }
                let order = self.order.unwrap_or(DateOrder::Unknown);
                let property = if marks.property { node.attr("itemprop") } else { None };
                let candidate = property.and_then(|property| self.itemprop(node, &property));
                let candidate = candidate.or_else(|| match name {
                    "time" => byline::of_time(node, order),
                    _ if numbered => byline::of_element(node, order),
                    _ => None,
                });
                if let Some(candidate) = candidate {
                    self.add(candidate);
                }
            }
        }
    }

    /// The name in an element that is marked as the author's.
    fn author(&mut self, node: &NodeRef<'_>, name: &str) {
        let is_marked =
            has_value(node, "itemprop", "author") || (name == "a" && has_value(node, "rel", "author"));
        if is_marked && self.shown_authors.len() < MOST_AUTHORS {
            self.shown_authors.push(prose::of_node(*node, &[]));
        }
    }

    fn meta(&mut self, node: &NodeRef<'_>) {
        let Some(content) = node.attr("content").filter(|content| !content.trim().is_empty()) else { return };
        for attribute in ["property", "name", "itemprop", "http-equiv"] {
            let Some(key) = node.attr(attribute) else { continue };
            let key = key.trim().to_ascii_lowercase();
            match key.as_str() {
                "og:title" => self.og_title = self.og_title.take().or_else(|| Some(tidy(&content))),
                "og:url" => self.og_url = self.og_url.take().or_else(|| web_address(&content)),
                "og:site_name" | "application-name" => {
                    let site = tidy(&content);
                    if key == "og:site_name" {
                        self.site.get_or_insert_with(|| site.clone());
                    }
                    self.facts.sites.push(site);
                }
                key if AUTHORS.contains(&key) => self.authors.push(tidy(&content)),
                "article:modified_time" | "og:updated_time" => {
                    self.changed.extend(Stamp::find(&content, DateOrder::Unknown).map(|stamp| stamp.day));
                }
                _ if attribute == "itemprop" => {
                    let candidate = self.itemprop(node, &key);
                    candidate.into_iter().for_each(|candidate| self.add(candidate));
                }
                _ => {
                    let confidence =
                        DATES.iter().find(|(name, _)| *name == key).map(|(_, confidence)| *confidence);
                    let stamp = confidence.and_then(|confidence| {
                        let order = self.order.unwrap_or(DateOrder::Unknown);
                        Some(Candidate::new(Stamp::find(&content, order)?, Evidence::Meta, confidence, key))
                    });
                    stamp.into_iter().for_each(|candidate| self.add(candidate));
                }
            }
        }
    }

    fn itemprop(&mut self, node: &NodeRef<'_>, property: &str) -> Option<Candidate> {
        let property = property.trim().to_ascii_lowercase();
        let order = self.order.unwrap_or(DateOrder::Unknown);
        if property == "datemodified" {
            let stamp =
                node.attr("content").or_else(|| node.attr("datetime")).and_then(|it| Stamp::find(&it, order));
            self.changed.extend(stamp.map(|stamp| stamp.day));
        }
        let (_, confidence) = ITEMPROPS.iter().find(|(name, _)| *name == property)?;
        let written =
            node.attr("content").or_else(|| node.attr("datetime")).filter(|value| !value.trim().is_empty());
        let stamp = Stamp::find(&written.unwrap_or_else(|| node.text()), order)?;
        Some(Candidate::new(stamp, Evidence::Itemprop, *confidence, format!("itemprop={property}")))
    }

    /// Of sources that are equally good only the first in the page counts: the rest belong to other articles.
    fn add(&mut self, candidate: Candidate) {
        let same = |known: &Candidate| {
            known.published.evidence == candidate.published.evidence
                && known.confidence >= candidate.confidence
        };
        if !self.candidates.iter().any(same) {
            self.candidates.push(candidate);
        }
    }

    fn metadata(mut self, given: Option<&str>) -> Metadata {
        let own = [self.canonical, self.og_url, self.facts.url.as_deref().and_then(web_address)];
        let url = given.map(str::to_owned).or_else(|| own.into_iter().flatten().next());
        let mut candidates = self.facts.dates;
        candidates.append(&mut self.candidates);
        candidates.extend(url.as_deref().and_then(address::candidate));
        doubt_republished(&mut candidates, &self.changed);
        let heading = self.heading.filter(|heading| {
            // A heading that the title repeats is the headline without the site's name.
            let repeats =
                |title: &Option<String>| title.as_ref().is_some_and(|title| title.contains(heading.as_str()));
            repeats(&self.og_title)
                || repeats(&self.title)
                || (self.og_title.is_none() && self.title.is_none())
        });
        // Some sites put a description of the site there; a headline is printed on its page.
        let printed = [&heading, &self.og_title, &self.title];
        let is_printed = |headline: &String| {
            printed.iter().all(|title| title.is_none())
                || printed
                    .iter()
                    .any(|title| title.as_ref().is_some_and(|title| share_words(title, headline)))
        };
        let headline = self.facts.headline.map(|headline| tidy(&headline)).filter(is_printed);
        let title = headline.or(heading).or(self.og_title).or(self.title).filter(|title| !title.is_empty());
        let title = title.map(|title| without_site(&title, &self.facts.sites, url.as_deref()));
        let names = [self.facts.authors, self.authors, self.shown_authors];
        let author = names.into_iter().find_map(|names| byline::joined(names.into_iter()));
        let site = self.site.or_else(|| self.facts.sites.first().cloned());
        let language = self.language.or(self.facts.language);
        Metadata { title, author, site, language, url, candidates }
    }
}

/// Sites that write the day of a change into `datePublished` as well give themselves away when another good source has an
/// earlier day: then the later one is that of the change.
fn doubt_republished(candidates: &mut [Candidate], changed: &[NaiveDate]) {
    let earliest = candidates.iter().filter(|c| c.confidence >= GOOD).map(|c| c.published.day).min();
    for candidate in candidates {
        let day = candidate.published.day;
        // A day's difference may be one of time zones.
        let is_later = earliest.is_some_and(|earliest| (day - earliest).num_days() > 1);
        if changed.contains(&day) && is_later {
            candidate.confidence = candidate.confidence.min(REPUBLISHED);
        }
    }
}

/// A source that is good enough to convict another one.
const GOOD: f32 = 0.90;
/// How often a date of publication that is also that of a change is right where another source has an earlier one.
const REPUBLISHED: f32 = 0.50;

fn has_value(node: &NodeRef<'_>, attribute: &str, wanted: &str) -> bool {
    node.attr(attribute).is_some_and(|value| value.trim().eq_ignore_ascii_case(wanted))
}

/// Whether at least half of the words of a headline stand in a title.
fn share_words(title: &str, headline: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let words =
            text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(MOST_WORDS);
        words.map(str::to_lowercase).collect()
    };
    let (title, headline) = (words(title), words(headline));
    headline.iter().filter(|word| title.contains(word)).count() * 2 >= headline.len()
}

/// Words of a title that are looked at.
const MOST_WORDS: usize = 40;

fn web_address(text: &str) -> Option<String> {
    let text = text.trim();
    (text.starts_with("https://") || text.starts_with("http://")).then(|| text.to_owned())
}

/// One line, with the entities resolved that some sites leave in their metadata.
fn tidy(text: &str) -> String {
    let resolved = if text.contains('&') && text.contains(';') && !text.contains('<') {
        prose::of_name(text)
    } else {
        text.to_owned()
    };
    resolved.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A title without the site's name at its end, where what follows the last separator is known to be the site's name
/// or is spelled by its address.
fn without_site(title: &str, sites: &[String], url: Option<&str>) -> String {
    const SEPARATORS: [&str; 8] = [" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • "];
    let cut = SEPARATORS
        .iter()
        .filter_map(|separator| title.rfind(separator).map(|at| (at, at + separator.len())))
        .max();
    let Some((end, start)) = cut else { return title.to_owned() };
    let (Some(headline), Some(last)) = (title.get(..end), title.get(start..)) else {
        return title.to_owned();
    };
    let squash = |text: &str| {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>()
    };
    let name = squash(last);
    let host =
        url.and_then(|url| url.split("://").nth(1)).and_then(|rest| rest.split('/').next()).map(&squash);
    let is_site = sites.iter().any(|site| squash(site) == name)
        || host.is_some_and(|host| name.len() > 2 && host.contains(&name));
    if is_site { headline.trim().to_owned() } else { title.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{of, without_site};
    use crate::article::published::ranked;
    use dom_query::Document;

    /// The most trusted date of a page, and where it stands.
    fn best(page: &str) -> String {
        let found = ranked(of(&Document::from(page), None).candidates);
        found
            .first()
            .map(|c| format!("{} {}", c.published.day, c.published.evidence.name()))
            .unwrap_or_default()
    }

    #[test]
    fn the_most_trusted_source_wins() {
        let cases = [
            (
                r#"<meta property="article:published_time" content="2025-11-20T23:30:00-05:00">"#,
                "2025-11-20 meta",
            ),
            (r#"<meta property="article:modified_time" content="2025-11-20">"#, ""),
            (r#"<meta name="last-modified" content="2025-11-20">"#, ""),
            (
                r#"<meta itemprop="datePublished" content="2025-11-20"><time datetime="2025-11-19">"#,
                "2025-11-20 itemprop",
            ),
            (
                r#"<meta itemprop=dateModified content=2025-11-25><meta itemprop=datePublished content=2025-11-25><meta property="article:published_time" content="2025-11-20">"#,
                "2025-11-20 meta",
            ),
            (
                r#"<link rel=canonical href="https://a.org/2025/11/20/x"><time datetime="2025-11-19"></time>"#,
                "2025-11-20 url",
            ),
            (r#"<time datetime="2025-11-20"></time><time datetime="2025-11-19"></time>"#, "2025-11-20 time"),
            (
                r#"<time class="updated" datetime="2025-11-21"></time><time datetime="2025-11-20"></time>"#,
                "2025-11-20 time",
            ),
            (
                r#"<aside><time datetime="2025-11-21"></time></aside><time>20 November 2025</time>"#,
                "2025-11-20 time",
            ),
            (r#"<span class="post-date">Posted on November 20, 2025</span>"#, "2025-11-20 byline"),
            (r#"<span class="post-date">Updated November 20, 2025</span>"#, ""),
            (r#"<span class="post-date">Published 3 hours ago</span>"#, ""),
            (r#"<p>The strike of November 20, 2025 was the first.</p>"#, ""),
            (
                r#"<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-11-20"}</script>"#,
                "2025-11-20 json-ld",
            ),
        ];
        for (page, expected) in cases {
            assert_eq!(best(page), expected, "{page}");
        }
    }

    #[test]
    fn titles_are_the_headline() {
        let title = |page: &str| of(&Document::from(page), None).title.unwrap_or_default();
        let ld = |headline: &str| {
            format!(
                r#"<script type="application/ld+json">{{"@type":"Article","headline":"{headline}"}}</script>"#
            )
        };
        let cases = [
            ("<title>Strike ends | News</title><h1>Strike ends</h1>".to_owned(), "Strike ends"),
            ("<title>Strike ends</title><h1>News</h1>".to_owned(), "Strike ends"),
            (
                "<title>News</title><meta property='og:title' content='Strike &amp;amp; lockout'>".to_owned(),
                "Strike & lockout",
            ),
            (format!("<title>Strike ends at last</title>{}", ld("Strike ends")), "Strike ends"),
            (
                format!("<title>Strike ends at last</title>{}", ld("An article of our site")),
                "Strike ends at last",
            ),
            (ld("Strike ends"), "Strike ends"),
            ("<p>Nothing".to_owned(), ""),
        ];
        for (page, expected) in cases {
            assert_eq!(title(&page), expected, "{page}");
        }
    }

    #[test]
    fn titles_lose_the_name_of_the_site() {
        let site = ["The Daily Example".to_owned()];
        let url = Some("https://www.examplepost.org/a");
        let cases = [
            ("Strike ends | The Daily Example", "Strike ends"),
            ("Strike ends - Example Post", "Strike ends"),
            ("Strike ends - at last", "Strike ends - at last"),
            ("Strike ends", "Strike ends"),
        ];
        for (title, expected) in cases {
            assert_eq!(without_site(title, &site, url), expected);
        }
    }
}
