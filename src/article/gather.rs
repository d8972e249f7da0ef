//! What a page says of itself, gathered in one walk over its elements.

use super::confidence::{
    ITEMPROP, ITEMPROP_CREATED, ITEMPROP_KIN, META, META_CREATED, META_DATE, META_PUBLISHED,
};
use super::date::{DateOrder, Stamp};
use super::headline::tidy;
use super::json_ld::Facts;
use super::published::{Candidate, Evidence};
use super::survey::{Marks, Survey};
use super::{address, byline, prose};
use chrono::NaiveDate;
use dom_query::{Document, NodeData, NodeRef};

/// Meta elements that give the day of publication, by `name`, `property` or `http-equiv` in lower case. What gives the day of
/// a change is not among them.
const DATES: [(f32, &[&str]); 4] = [
    (META, &["article:published_time"]),
    (
        META_PUBLISHED,
        &[
            "og:article:published_time",
            "og:published_time",
            "og:pubdate",
            "article:published",
            "article.published",
            "rnews:datepublished",
            "datepublished",
            "date_published",
            "parsely-pub-date",
            "sailthru.date",
            "pubdate",
            "publishdate",
            "publish-date",
            "publish_date",
            "published-date",
            "published_at",
            "publication_date",
            "publicationdate",
            "originalpublicationdate",
            "article_date_original",
            "citation_publication_date",
            "citation_date",
            "citation_online_date",
            "prism.publicationdate",
            "dcterms.issued",
            "dc.date.issued",
            "dc.date.publication",
            "bt:pubdate",
            "cxenseparse:recs:publishtime",
            "shareaholic:article_published_time",
            "vr:published_time",
        ],
    ),
    (META_DATE, &["displaydate", "dcterms.date", "dc.date", "article_date", "date"]),
    (META_CREATED, &["dc.date.created", "dcterms.created", "article:created", "created", "timestamp"]),
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
const ITEMPROPS: [(&str, f32); 3] =
    [("datepublished", ITEMPROP), ("pubdate", ITEMPROP_KIN), ("datecreated", ITEMPROP_CREATED)];

/// What the walk has met so far.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub(super) facts: Facts,
    order: Option<DateOrder>,
    pub(super) canonical: Option<String>,
    pub(super) og_url: Option<String>,
    pub(super) og_title: Option<String>,
    pub(super) title: Option<String>,
    pub(super) heading: Option<String>,
    pub(super) site: Option<String>,
    /// Authors as meta elements name them, and as the page shows them.
    pub(super) authors: Vec<String>,
    pub(super) shown_authors: Vec<String>,
    pub(super) language: Option<String>,
    /// Days on which the page says that it was changed.
    pub(super) changed: Vec<NaiveDate>,
    /// Of each kind only the first in the page counts.
    pub(super) candidates: Vec<Candidate>,
}

impl Gathered {
    /// Visits elements in the order of the page, with an own stack: pages may be nested deep.
    pub(super) fn of(document: &Document) -> Self {
        let mut gathered = Gathered::default();
        let survey = Survey::of(document);
        let mut stack = vec![(document.root(), false)];
        while let Some((node, elsewhere)) = stack.pop() {
            let is_headline = survey.headline.contains(&node.id);
            let element = node.query(|node| match &node.data {
                NodeData::Element(element) => {
                    let (name, marks) = (element.name.local.clone(), Marks::of(element));
                    let is_elsewhere =
                        elsewhere || (!is_headline && byline::is_elsewhere(element, &name, marks));
                    Some((name, marks, is_elsewhere))
                }
                _ => None,
            });
            let mut elsewhere = elsewhere;
            if let Some((name, marks, is_elsewhere)) = element.flatten() {
                elsewhere = is_elsewhere;
                gathered.element(&node, &name, marks, elsewhere, survey.is_numbered(&node.id));
                if matches!(&*name, "script" | "style" | "svg" | "template") {
                    continue;
                }
            }
            stack.extend(
                node.children_it(true).filter(|child| !child.is_text()).map(|child| (child, elsewhere)),
            );
        }
        gathered
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
                self.canonical = self.canonical.take().or_else(|| address::of_web(&node.attr("href")?));
            }
            "title" if self.title.is_none() => self.title = Some(tidy(&node.text())),
            "h1" if self.heading.is_none() => {
                self.heading = Some(tidy(&prose::of_node(*node, &[]))).filter(|heading| !heading.is_empty());
            }
            "script" if is_json_ld(node) => self.facts.read(&node.text()),
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
                    "p" if numbered => byline::of_element(node, order).or_else(|| byline::of_dateline(node)),
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
                "og:url" => self.og_url = self.og_url.take().or_else(|| address::of_web(&content)),
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
                    let named = DATES.iter().find(|(_, names)| names.contains(&key.as_str()));
                    let stamp = named.and_then(|&(confidence, _)| {
                        let order = self.order.unwrap_or(DateOrder::Unknown);
                        Some(Candidate::new(
                            Stamp::find_data(&content, order)?,
                            Evidence::Meta,
                            confidence,
                            key,
                        ))
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
        let stamp = Stamp::find_data(&written.unwrap_or_else(|| node.text()), order)?;
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
}

/// Whether a script is JSON-LD; its type may have parameters.
fn is_json_ld(node: &NodeRef<'_>) -> bool {
    let is_it = |value: &str| value.trim().eq_ignore_ascii_case("application/ld+json");
    node.attr("type").is_some_and(|kind| kind.split(';').next().is_some_and(is_it))
}

fn has_value(node: &NodeRef<'_>, attribute: &str, wanted: &str) -> bool {
    node.attr(attribute).is_some_and(|value| value.trim().eq_ignore_ascii_case(wanted))
}
