//! A first look over a page, so that what costs more is only done where it may find something.

use dom_query::{Document, NodeData, NodeId, local_name};
use rustc_hash::FxHashSet;

/// What a first look over a page tells.
#[derive(Debug, Default)]
pub(super) struct Survey {
    /// The first `<h1>` and what holds it: about this article, whatever its class says.
    pub(super) headline: FxHashSet<NodeId>,
    /// Elements in which a digit stands, at most so many levels down.
    pub(super) numbered: FxHashSet<NodeId>,
}

/// How many levels above a date the element stands that calls it one.
const LEVELS: usize = 8;

impl Survey {
    pub(super) fn of(document: &Document) -> Survey {
        let mut survey = Survey::default();
        for node in document.root().descendants_it() {
            let (is_headline, is_number) = node.query_or((false, false), |node| match &node.data {
                NodeData::Element(element) => (element.name.local == local_name!("h1"), false),
                NodeData::Text { contents } => (false, contents.bytes().any(|b| b.is_ascii_digit())),
                _ => (false, false),
            });
            if is_headline && survey.headline.is_empty() {
                survey.headline.extend(node.ancestors_it(None).map(|node| node.id));
            }
            if is_number {
                for above in node.ancestors_it(Some(LEVELS)) {
                    survey.numbered.insert(above.id);
                }
            }
        }
        survey
    }
}

/// Which attributes an element has; most have none of those that matter, and looking for each by its name costs.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Marks {
    /// `class` or `id`.
    pub(super) label: bool,
    /// `itemprop`.
    pub(super) property: bool,
    /// `rel`.
    pub(super) relation: bool,
}

impl Marks {
    pub(super) fn of(element: &dom_query::Element) -> Marks {
        let mut marks = Marks::default();
        for attribute in &element.attrs {
            match attribute.name.local {
                local_name!("class") | local_name!("id") => marks.label = true,
                local_name!("itemprop") => marks.property = true,
                local_name!("rel") => marks.relation = true,
                _ => {}
            }
        }
        marks
    }
}
