//! What a page says of itself: title, author, address, language and dates.

use super::confidence::{GOOD, REPUBLISHED};
use super::gather::Gathered;
use super::headline::Titles;
use super::published::Candidate;
use super::{address, author};
use chrono::NaiveDate;
use dom_query::Document;

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

/// Reads the page's own word; `given` is the address that the user says it came from.
pub(super) fn of(document: &Document, given: Option<&str>) -> Metadata {
    let page = Gathered::of(document);
    let facts = page.facts;
    let own = page.canonical.or(page.og_url).or(facts.url);
    let url = given.map(str::to_owned).or(own);
    let mut candidates = facts.dates;
    candidates.extend(page.candidates);
    candidates.extend(url.as_deref().and_then(address::candidate));
    doubt_republished(&mut candidates, &page.changed);
    let titles =
        Titles { stated: facts.headline, heading: page.heading, shared: page.og_title, title: page.title };
    let names = [facts.authors, page.authors, page.shown_authors];
    Metadata {
        title: titles.headline(&facts.sites, url.as_deref()),
        author: names.into_iter().find_map(|names| author::joined(names.into_iter())),
        site: page.site.or_else(|| facts.sites.into_iter().next()),
        language: page.language.or(facts.language),
        url,
        candidates,
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

#[cfg(test)]
mod tests {
    use super::of;
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
            (r#"<div class="byline">By Ann Lee<br>Updated: November 22, 2025</div>"#, ""),
            (
                r#"<div class="byline">Updated: November 22, 2025 | Published: November 20, 2025</div>"#,
                "2025-11-20 byline",
            ),
            (r#"<p>The strike of November 20, 2025 was the first.</p>"#, ""),
            (r#"<p><b>LYON</b>, Nov. 20, 2025 (AP) — The strike ended.</p>"#, "2025-11-20 dateline"),
            (r#"<p>LYON, Nov. 20 (AP) — The strike ended.</p>"#, ""),
            (r#"<meta property="article:published_time" content="0001-01-01T00:00:00Z">"#, ""),
            (r#"<meta property="article:published_time" content="1763622000">"#, "2025-11-20 meta"),
            (
                r#"<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-11-20"}</script>"#,
                "2025-11-20 json-ld",
            ),
            (
                r#"<script type="application/ld+json; charset=utf-8">{"datePublished":"2025-11-20"}</script>"#,
                "2025-11-20 json-ld",
            ),
            (
                r#"<script type="application/ld+json">{&quot;datePublished&quot;:&quot;2025-11-20&quot;}</script>"#,
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
}
