//! Boxes within an article's text that are not of it: what asks for a subscription, names other articles, or is there to share it.
//! Readability drops most of them, but not those that it has no word for, and none where it was left with too little.

use super::prose;
use dom_query::{Document, NodeData, NodeRef};

/// Words in a class, an id, a role or a label by which pages call such boxes. Names of what many pages lay around the whole article
/// (`paywall`, `content`, `share-wrapper`) do no harm, as a box is small.
const NAMES: [&str; 27] = [
    "ad",
    "ads",
    "advert",
    "advertisement",
    "advertising",
    "bio",
    "bookmark",
    "complementary",
    "cta",
    "donate",
    "donation",
    "newsletter",
    "outbrain",
    "promo",
    "promotion",
    "recirc",
    "recommended",
    "related",
    "share",
    "sharing",
    "signup",
    "sponsored",
    "subscribe",
    "taboola",
    "toast",
    "trending",
    "tags",
];

/// The same where they begin a longer word: `relatedarticleslistitem`.
const BEGINNINGS: [&str; 4] = ["newsletter", "relatedart", "recommendation", "subscribeb"];

/// Whole names of what readers wrote below an article: of any length, but not more than the article.
const COMMENTS: [&str; 9] = [
    "comments",
    "comment-list",
    "commentlist",
    "comments-area",
    "comments-list",
    "comments-section",
    "comment-section",
    "disqus_thread",
    "respond",
];

/// Elements that may be a box.
const BLOCKS: [&str; 13] =
    ["div", "section", "aside", "ul", "ol", "p", "li", "h2", "h3", "h4", "h5", "footer", "form"];

/// Elements that stay, and what is in them: what a picture shows, data, what somebody said.
const KEPT: [&str; 6] = ["figure", "table", "blockquote", "pre", "dl", "h1"];

/// A box has no more text than this that is no link, in bytes, and no more of all text than one in so many.
const LONGEST: usize = 600;
const SHARE: usize = 4;

/// A line of links to other articles has so many words at least: shorter ones are names, such as an author's.
const FEWEST_WORDS: usize = 5;

/// What stands before such a link in its line ("READ MORE:"), or over a list of them, is no longer than this, in bytes.
const LONGEST_LABEL: usize = 60;

/// Of all text so much may be such lines, one in so many; else the page is made of them.
const SHARE_OF_LINKS: usize = 3;

/// An element of the article, in the order of the page.
struct Element<'a> {
    node: NodeRef<'a>,
    name: String,
    parent: Option<usize>,
    /// Whether it is in a link, or is one.
    is_link: bool,
    /// Whether it is among what stays.
    is_kept: bool,
    /// Bytes of text, of these in links, and the words in links.
    text: usize,
    linked: usize,
    words: usize,
    /// Whether there are blocks in it.
    has_blocks: bool,
}

/// Takes such boxes out of an article.
pub(super) fn remove(root: NodeRef<'_>) {
    let elements = elements(root);
    let Some(all) = elements.first().map(|root| root.text) else { return };
    let named = |element: &&Element<'_>| {
        !element.is_kept
            && BLOCKS.contains(&&*element.name)
            && ((element.text * SHARE <= all
                && element.text - element.linked <= LONGEST
                && is_named(element.node))
                || (element.text * 2 <= all && is_of_comments(element.node)))
            && !element.node.descendants_it().any(|node| node.has_name("h1"))
    };
    let links: Vec<&Element<'_>> =
        elements.iter().filter(|element| is_of_links(element, &elements)).collect();
    let of_links: usize = links.iter().map(|element| element.text).sum();
    for element in elements.iter().skip(1).filter(named) {
        element.node.remove_from_parent();
    }
    if of_links * SHARE_OF_LINKS <= all {
        for element in links {
            if let Some(label) = label_over(element) {
                label.remove_from_parent();
            }
            element.node.remove_from_parent();
        }
    }
}

/// Calls what asks for an address of e-mail, with the words around it, by one of the names, since Readability takes fields out and
/// leaves the words.
pub(super) fn name_forms(document: &Document) {
    // A walk costs a tenth of what a selector does.
    let root = document.root();
    let asks = |node: &NodeRef<'_>| {
        node.has_name("input") && node.attr("type").is_some_and(|kind| kind.eq_ignore_ascii_case("email"))
    };
    for input in root.descendants_it().filter(asks).collect::<Vec<_>>() {
        let mut found = None;
        let mut next = input.parent();
        while let Some(node) = next.filter(|node| node.is_element()) {
            let is_whole = ["article", "main", "body", "html"].iter().any(|name| node.has_name(name));
            if is_whole || node.text().split_whitespace().map(str::len).sum::<usize>() > LONGEST {
                break;
            }
            found = Some(node);
            next = node.parent();
        }
        if let Some(node) = found {
            node.set_attr("aria-label", "newsletter");
        }
    }
}

fn elements(root: NodeRef<'_>) -> Vec<Element<'_>> {
    let mut elements: Vec<Element<'_>> = Vec::new();
    let mut stack: Vec<(NodeRef<'_>, Option<usize>)> = vec![(root, None)];
    while let Some((node, parent)) = stack.pop() {
        if node.is_text() {
            let Some(parent) = parent.and_then(|at| elements.get_mut(at)) else { continue };
            node.query(|node| {
                if let NodeData::Text { contents } = &node.data {
                    let (words, bytes) = prose::measure(contents);
                    parent.text += bytes;
                    if parent.is_link {
                        parent.linked += bytes;
                        parent.words += words;
                    }
                }
            });
        } else if node.is_element() {
            let name = node.node_name().unwrap_or_default().to_string();
            let (is_link, is_kept) = parent
                .and_then(|at| elements.get(at))
                .map_or((false, false), |parent| (parent.is_link, parent.is_kept));
            let at = elements.len();
            elements.push(Element {
                node,
                parent,
                is_link: is_link || name == "a",
                is_kept: is_kept || KEPT.contains(&&*name),
                name,
                text: 0,
                linked: 0,
                words: 0,
                has_blocks: false,
            });
            stack.extend(node.children_it(true).map(|child| (child, Some(at))));
        }
    }
    for at in (1..elements.len()).rev() {
        let Some(element) = elements.get(at) else { continue };
        let (text, linked, words) = (element.text, element.linked, element.words);
        let is_block = BLOCKS.contains(&&*element.name) || KEPT.contains(&&*element.name);
        let has_blocks = is_block || element.has_blocks;
        if let Some(parent) = element.parent.and_then(|parent| elements.get_mut(parent)) {
            parent.text += text;
            parent.linked += linked;
            parent.words += words;
            parent.has_blocks |= has_blocks;
        }
    }
    elements
}

/// Whether the page calls an element one of the names.
fn is_named(node: NodeRef<'_>) -> bool {
    ["class", "id", "role", "aria-label"].iter().any(|attribute| {
        node.attr(attribute).is_some_and(|value| {
            // A name of several words may be written in any way: `SignUp`, `sign-up`, `sign_up`.
            value.split(|c: char| !c.is_ascii_alphanumeric()).flat_map(parts).any(|part| {
                NAMES.iter().any(|name| part.eq_ignore_ascii_case(name))
                    || BEGINNINGS.iter().any(|start| {
                        part.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start))
                    })
            })
        })
    })
}

fn is_of_comments(node: NodeRef<'_>) -> bool {
    ["class", "id"].iter().any(|attribute| {
        let is_name = |name: &str| COMMENTS.iter().any(|known| known.eq_ignore_ascii_case(name));
        node.attr(attribute).is_some_and(|value| value.split_ascii_whitespace().any(is_name))
    })
}

/// The parts of a name in which capitals begin words.
fn parts(name: &str) -> impl Iterator<Item = &str> {
    let bytes = name.as_bytes();
    let begins = move |at: usize| {
        let (before, here) = (bytes.get(at.wrapping_sub(1)), bytes.get(at));
        at > 0 && before.is_some_and(u8::is_ascii_lowercase) && here.is_some_and(u8::is_ascii_uppercase)
    };
    let ends = (1..name.len()).filter(move |at| begins(*at)).chain(std::iter::once(name.len()));
    ends.scan(0, move |start, end| {
        let part = name.get(*start..end);
        *start = end;
        part
    })
}

/// Whether an element is a line, or a list of lines, that is all one link to another article.
fn is_of_links(element: &Element<'_>, elements: &[Element<'_>]) -> bool {
    if element.is_kept || element.is_link || element.words < FEWEST_WORDS {
        return false;
    }
    match &*element.name {
        "p" | "div" if !element.has_blocks => {
            element.text - element.linked <= LONGEST_LABEL && is_labelled_link(element)
        }
        // A list within another is part of what that tells.
        "ul" if element.text == element.linked
            && !element.node.parent().is_some_and(|parent| parent.has_name("li")) =>
        {
            let is_item = |item: &&Element<'_>| {
                item.name == "li"
                    && item
                        .parent
                        .and_then(|at| elements.get(at))
                        .is_some_and(|list| list.node.id == element.node.id)
            };
            let items = elements.iter().filter(is_item).count();
            items > 0 && element.words >= items * FEWEST_WORDS
        }
        _ => false,
    }
}

/// Whether there is nothing but one link in a line, and a label with its sign before it.
fn is_labelled_link(element: &Element<'_>) -> bool {
    if element.text == element.linked {
        return true;
    }
    let text = element.node.text();
    let Some(link) = first_link(element.node) else { return false };
    let link = link.text();
    text.split_once(&*link).is_some_and(|(label, rest)| {
        label.trim_end().ends_with([':', '»', '>', '→', '▶']) && rest.trim().is_empty()
    })
}

/// The first link that has words.
fn first_link(node: NodeRef<'_>) -> Option<NodeRef<'_>> {
    node.descendants_it().find(|node| node.has_name("a") && !node.text().trim().is_empty())
}

/// The short line or heading over a list of links.
fn label_over<'a>(list: &Element<'a>) -> Option<NodeRef<'a>> {
    if list.name != "ul" {
        return None;
    }
    let before = list.node.prev_element_sibling()?;
    let text = before.text();
    let text = text.trim();
    let is_heading = ["h2", "h3", "h4", "h5", "h6"].iter().any(|name| before.has_name(name));
    (text.len() <= LONGEST_LABEL && (is_heading || text.ends_with(':'))).then_some(before)
}

#[cfg(test)]
mod tests {
    use super::{name_forms, parts, remove};
    use crate::article::prose;
    use dom_query::Document;

    /// What is left of an article of two paragraphs with something between.
    fn left(between: &str) -> String {
        let lines = "The workers of the harbour walked out before dawn, and no crane was moving. ".repeat(8);
        let page = Document::from(format!("<body><article><p>{lines}</p>{between}<p>{lines}</p></article>"));
        name_forms(&page);
        let article = page.select("article");
        let root = article.nodes().first().copied().expect("an article");
        remove(root);
        prose::of_node(root, &[]).replace(lines.trim_end(), "").trim().to_owned()
    }

    #[test]
    fn boxes_go() {
        let boxes = [
            "<div class=newsletter-box><h3>The day in your inbox</h3><p>Every morning at 7.</p></div>",
            "<section aria-label='Newsletter signup'><p>Every morning at 7.</p></section>",
            "<div><h3>The day in your inbox</h3><form><input type=email><button>Go</button></form></div>",
            "<div id=relatedArticles><h3>Related</h3><ul><li><a href=a>Ferries stop</a></ul></div>",
            "<div class='c-share share-bar'>Share this</div>",
            "<div class=ad>Anzeige</div><aside role=complementary><p>Most read</p></aside>",
            "<div class=comments-area><p>Bob, yesterday: it was bad in May.</p></div>",
            "<p>READ MORE: <a href=a>Ferries stop on May 1 after a vote</a></p>",
            "<p><a href=a></a>Lea más » <a href=a>Los barcos paran el primero de mayo</a></p>",
            "<h3>More on this</h3><ul><li><a href=a>Ferries stop on May 1</a><li><a href=b>Trains stop on May 2</a></ul>",
            "<p>Lesen Sie auch:</p><ul><li><a href=a>Die Fähren stehen ab Mai still</a></ul>",
        ];
        for html in boxes {
            assert_eq!(left(html), "", "{html}");
        }
    }

    #[test]
    fn what_is_of_the_article_stays() {
        let kept = [
            (
                "<p>By <a href=a>Ann Lee of the Harbour News staff</a></p>",
                "By Ann Lee of the Harbour News staff",
            ),
            ("<p><a rel=author href=a>Ann Lee</a></p>", "Ann Lee"),
            (
                "<h2><a href=a>Ferries stop on May 1 after a vote</a></h2>",
                "Ferries stop on May 1 after a vote",
            ),
            ("<ul><li><a href=a>Ann Lee</a><li><a href=b>Bo Ek</a></ul>", "Ann Lee\n\nBo Ek"),
            (
                "<ul><li>On May 1 <a href=a>the ferries</a> stopped<li>On May 2 the trains</ul>",
                "On May 1 the ferries stopped\n\nOn May 2 the trains",
            ),
            (
                "<ul><li>Mended: <ul><li><a href=a>Cranes stop when no one is there</a></ul></ul>",
                "Mended:\n\nCranes stop when no one is there",
            ),
            (
                "<figure class=share><figcaption>The <a href=a>empty quay on a Friday in May</a></figcaption></figure>",
                "The empty quay on a Friday in May",
            ),
            ("<div class='post comments-open'><p>It ended.</p></div>", "It ended."),
            ("<div class=tailored><p>It ended.</p></div>", "It ended."),
            ("<div class=share><h1>Cranes stop</h1></div>", "Cranes stop"),
        ];
        for (html, text) in kept {
            assert_eq!(left(html), text, "{html}");
        }
        let long =
            format!("<div class=newsletter><p>{}</p></div>", "It began in May and went on. ".repeat(40));
        assert!(left(&long).contains("It began in May"));
    }

    #[test]
    fn a_page_of_links_stays() {
        let links = "<p><a href=a>Ferries stop on May 1 after a vote</a></p>".repeat(60);
        assert!(left(&links).contains("Ferries stop"));
    }

    #[test]
    fn names_are_parted_at_their_capitals() {
        let cases = [
            ("SignUpBox", vec!["Sign", "Up", "Box"]),
            ("ADBox", vec!["ADBox"]),
            ("ad", vec!["ad"]),
            ("", vec![""]),
        ];
        for (name, expected) in cases {
            assert_eq!(parts(name).collect::<Vec<_>>(), expected, "{name}");
        }
    }
}
