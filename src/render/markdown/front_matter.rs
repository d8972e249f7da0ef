//! What site generators read of a page before its text.

use super::Flavor;
use crate::render::view::View;
use crate::timeline::{Source, Timeline};
use std::fmt::{self, Display};

/// Front matter: the fences of its notation around `key = value` or `key: value`.
#[derive(Debug)]
pub(super) struct FrontMatter {
    notation: Notation,
    fields: Vec<(&'static str, String)>,
}

#[derive(Clone, Copy, Debug)]
enum Notation {
    Toml,
    Yaml,
}

impl FrontMatter {
    /// `None` for flavours that have none.
    pub(super) fn of(flavor: Flavor, timeline: &Timeline, view: &View<'_>) -> Option<FrontMatter> {
        let notation = match flavor {
            Flavor::Plain | Flavor::Gfm => return None,
            Flavor::Hugo | Flavor::Zola => Notation::Toml,
            Flavor::Jekyll => Notation::Yaml,
        };
        let mut fields = Vec::new();
        if flavor == Flavor::Jekyll {
            // Without a layout, Jekyll writes a page without a head.
            fields.push(("layout", quoted("post")));
        }
        fields.push(("title", quoted(&view.title)));
        // A page that claims no day needs no article.
        if let Some(source) = timeline.sources.iter().max_by_key(|source| source.published) {
            fields.push(("date", date(source, notation)));
        }
        let description = quoted(&view.summary.to_string());
        // What lists of pages show. Else they would show the first headings and dates run together.
        match flavor {
            Flavor::Hugo => fields.push(("summary", description.clone())),
            Flavor::Jekyll => fields.push(("excerpt", description.clone())),
            _ => {}
        }
        fields.push(("description", description));
        Some(FrontMatter { notation, fields })
    }
}

/// A string of JSON, which is one of TOML and of YAML as well.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// When the source was published; `Notation::Yaml` as Jekyll reads it.
fn date(source: &Source, notation: Notation) -> String {
    match (source.instant, notation) {
        (Some(instant), Notation::Toml) => instant.to_rfc3339(),
        (Some(instant), Notation::Yaml) => instant.format("%Y-%m-%d %H:%M:%S %z").to_string(),
        (None, _) => source.published.to_string(),
    }
}

impl Display for FrontMatter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (fence, sign) = match self.notation {
            Notation::Toml => ("+++", " ="),
            Notation::Yaml => ("---", ":"),
        };
        writeln!(f, "{fence}")?;
        for (key, value) in &self.fields {
            writeln!(f, "{key}{sign} {value}")?;
        }
        writeln!(f, "{fence}")
    }
}
