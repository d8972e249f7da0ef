//! What rustdoc's JSON says of the public items: where they are found, their documentation, what they implement.

use serde_json::Value;
use std::collections::BTreeSet;

/// A public item.
#[derive(Debug)]
pub(crate) struct Item {
    /// As users write it: `dateline::resolve::Policy`.
    pub(crate) path: String,
    /// "module", "struct", "enum", "trait", "function", "macro", …
    pub(crate) kind: String,
    /// Its documentation.
    pub(crate) docs: String,
    /// File and line.
    pub(crate) place: String,
    /// The traits that it implements, by their last name.
    pub(crate) traits: BTreeSet<String>,
}

impl Item {
    /// Its own name.
    pub(crate) fn name(&self) -> &str {
        self.path.rsplit("::").next().unwrap_or_default()
    }

    /// The path of what it belongs to.
    pub(crate) fn parent(&self) -> &str {
        self.path.rsplit_once("::").map_or("", |(parent, _)| parent)
    }

    pub(crate) fn is_type(&self) -> bool {
        matches!(self.kind.as_str(), "struct" | "enum")
    }

    /// The examples in its documentation that run: Rust that is not merely shown.
    pub(crate) fn examples(&self) -> Vec<&str> {
        let mut blocks = self.docs.split("```");
        blocks.next();
        let mut examples = Vec::new();
        // Every second piece stands between fences; its first line says what it is.
        while let Some(block) = blocks.next() {
            let (info, code) = block.split_once('\n').unwrap_or((block, ""));
            if matches!(info.trim(), "" | "rust" | "should_panic") {
                examples.push(code);
            }
            blocks.next();
        }
        examples
    }
}

/// Every public item of a crate but for fields, variants and constants; each where it is found first.
pub(crate) fn read(json: &str) -> Vec<Item> {
    let json: Value = serde_json::from_str(json).expect("JSON");
    let mut reader = Reader { index: &json["index"], seen: BTreeSet::new(), items: Vec::new() };
    reader.visit(&json["root"], "");
    reader.items
}

struct Reader<'j> {
    index: &'j Value,
    seen: BTreeSet<String>,
    items: Vec<Item>,
}

impl Reader<'_> {
    fn item(&self, id: &Value) -> &Value {
        &self.index[id.to_string()]
    }

    fn visit(&mut self, id: &Value, within: &str) {
        let item = self.item(id).clone();
        let Some((kind, inner)) = item["inner"].as_object().and_then(|inner| inner.iter().next()) else {
            return;
        };
        if kind == "use" {
            return self.visit(&inner["id"], within);
        }
        if item["crate_id"] != 0 || !self.seen.insert(id.to_string()) {
            return;
        }
        let name = item["name"].as_str().unwrap_or_default();
        let path = if within.is_empty() { name.to_owned() } else { format!("{within}::{name}") };
        let mut traits = BTreeSet::new();
        let mut members: Vec<Value> = inner["items"].as_array().cloned().unwrap_or_default();
        for implementation in inner["impls"].as_array().into_iter().flatten() {
            let implementation = &self.item(implementation)["inner"]["impl"];
            match implementation["trait"]["path"].as_str() {
                Some(path) if implementation["is_negative"] != true => {
                    traits.extend(path.rsplit("::").next().map(str::to_owned));
                }
                Some(_) => {}
                None => members.extend(implementation["items"].as_array().into_iter().flatten().cloned()),
            }
        }
        let (file, line) = (item["span"]["filename"].as_str(), item["span"]["begin"][0].as_u64());
        self.items.push(Item {
            path: path.clone(),
            kind: kind.clone(),
            docs: item["docs"].as_str().unwrap_or_default().to_owned(),
            place: format!("{}:{}", file.unwrap_or_default(), line.unwrap_or_default()),
            traits,
        });
        for member in members {
            let is_public = self.item(&member)["visibility"] == "public";
            if is_public || kind == "trait" {
                self.visit(&member, &path);
            }
        }
    }
}
