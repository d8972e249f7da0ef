//! TimeML: an article with its expressions of time marked in place.
//!
//! Attributes follow TimeML 1.2.1; events and links are left out.

use super::escape::html;
use crate::resolve::{Value, When};
use crate::span::Span;
use chrono::NaiveDate;
use std::fmt::Write;

/// An article ready to be written as TimeML.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Document<'a> {
    /// Its name.
    pub id: &'a str,
    /// Its headline.
    pub title: Option<&'a str>,
    /// Its plain text.
    pub text: &'a str,
    /// The day it was published: the document creation time, `t0`.
    pub published: NaiveDate,
    /// Its expressions, in the order of the text, disjoint.
    pub expressions: Vec<Marked>,
}

/// One expression of a [`Document`].
///
/// ```
/// use dateline::{Resolver, render::timeml::{Document, Marked, to_string}};
///
/// let text = "They met Friday.";
/// let marked = |found: dateline::recognise::Annotation| Marked {
///     span: found.mention.span,
///     when: found.when,
///     is_creation_time: found.is_creation_time,
/// };
/// let expressions = Resolver::on("2025-11-20")?.annotate(text).into_iter().map(marked).collect();
/// let published = chrono::NaiveDate::from_ymd_opt(2025, 11, 20).expect("a date");
/// let xml = to_string(&Document { id: "a", title: None, text, published, expressions });
/// assert!(xml.contains("value=\"2025-11-14\"") && xml.contains(">Friday</TIMEX3>"));
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Marked {
    /// Where it stands.
    pub span: Span,
    /// What it means.
    pub when: When,
    /// It states the document's own publication.
    pub is_creation_time: bool,
}

/// The document as well-formed XML.
///
/// ```
/// use dateline::render::timeml::{Document, to_string};
///
/// let published = chrono::NaiveDate::from_ymd_opt(2025, 11, 20).unwrap();
/// let xml = to_string(&Document { id: "a", title: None, text: "R&D", published, expressions: vec![] });
/// assert!(xml.contains("<TEXT>R&amp;D</TEXT>"));
/// ```
pub fn to_string(document: &Document<'_>) -> String {
    let mut out = String::with_capacity(document.text.len() * 2);
    out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TimeML xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:noNamespaceSchemaLocation=\"http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd\">\n");
    let _ = writeln!(out, "<DOCID>{}</DOCID>", html(document.id));
    let day = document.published;
    let _ = writeln!(
        out,
        "<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"{day}\" temporalFunction=\"false\" functionInDocument=\"CREATION_TIME\">{day}</TIMEX3></DCT>"
    );
    if let Some(title) = document.title {
        let _ = writeln!(out, "<TITLE>{}</TITLE>", html(title));
    }
    out.push_str("<TEXT>");
    let mut at = 0;
    for (number, marked) in document.expressions.iter().enumerate() {
        let (start, end) = (marked.span.start as usize, marked.span.end as usize);
        let (Some(before), Some(inside)) = (document.text.get(at..start), document.text.get(start..end))
        else {
            continue;
        };
        out.push_str(&html(before));
        open(&mut out, number + 1, marked);
        out.push_str(&html(inside));
        out.push_str("</TIMEX3>");
        at = end;
    }
    out.push_str(&html(document.text.get(at..).unwrap_or_default()));
    out.push_str("</TEXT>\n</TimeML>\n");
    out
}

fn open(out: &mut String, tid: usize, marked: &Marked) {
    let timex = marked.when.timex();
    let _ = write!(out, "<TIMEX3 tid=\"t{tid}\" type=\"{}\" value=\"{}\"", timex.kind, html(&timex.value));
    let attributes = [("mod", timex.modifier), ("quant", timex.quant), ("freq", timex.freq.as_deref())];
    for (name, value) in attributes {
        if let Some(value) = value {
            let _ = write!(out, " {name}=\"{}\"", html(value));
        }
    }
    // A stretch that ends or starts with the publication is tied to it.
    if let Value::Window { back, .. } = marked.when.value {
        let _ = write!(out, " {}=\"t0\"", if back { "endPoint" } else { "beginPoint" });
    }
    let function = if marked.is_creation_time { "CREATION_TIME" } else { "NONE" };
    let _ = write!(out, " functionInDocument=\"{function}\">");
}
