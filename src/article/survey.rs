//! A first look over a page, so that what costs more is only done where it may find something.

use dom_query::{Document, NodeData, NodeId, NodeRef, local_name};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::hash_map::Entry;

/// What a first look over a page tells.
#[derive(Debug, Default)]
pub(super) struct Survey {
    /// The first `<h1>` and what holds it: about this article, whatever its class says.
    pub(super) headline: FxHashSet<NodeId>,
    /// Elements in which a digit stands not too far down, with how many levels further up one may stand for it.
    numbered: FxHashMap<NodeId, usize>,
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
                survey.number(&node);
            }
        }
        survey
    }

    /// Marks the elements above a text with a digit, as far as none before it marked as many.
    fn number(&mut self, text: &NodeRef<'_>) {
        for (above, left) in text.ancestors_it(Some(LEVELS)).zip((0..LEVELS).rev()) {
            match self.numbered.entry(above.id) {
                Entry::Occupied(known) if *known.get() >= left => return,
                Entry::Occupied(mut known) => *known.get_mut() = left,
                Entry::Vacant(new) => {
                    new.insert(left);
                }
            }
        }
    }

    /// Whether a digit stands in an element, not too far down.
    pub(super) fn is_numbered(&self, element: &NodeId) -> bool {
        self.numbered.contains_key(element)
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
