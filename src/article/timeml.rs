//! TimeML documents (`.tml`): the text of `<TEXT>` without its annotations, the title, and the document creation time.

use super::confidence::OWN_WORD;
use super::date::{DateOrder, Stamp};
use super::published::{Candidate, Evidence};
use super::{Article, encoding, language};
use crate::{Error, Result};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

pub(super) fn read(bytes: &[u8]) -> Result<Article> {
    let document = Document::parse(bytes)?;
    let candidates = document.candidates();
    let language = language::of(&document.text, None);
    Ok(Article { title: document.title, text: document.text, language, ..Article::default() }
        .dated(candidates))
}

pub(super) fn candidates(bytes: &[u8]) -> Result<Vec<Candidate>> {
    Document::parse(bytes).map(|document| document.candidates())
}

#[derive(Default)]
struct Document {
    title: Option<String>,
    text: String,
    /// The value of the TIMEX3 whose function is the creation time.
    created: Option<String>,
}

/// The element whose text is being collected.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    Title,
    Text,
}

impl Document {
    fn parse(bytes: &[u8]) -> Result<Document> {
        let xml = encoding::decode(bytes, encoding::nowhere)?;
        let mut reader = Reader::from_str(xml.trim_start_matches('\u{feff}'));
        let mut document = Document::default();
        let mut part = None;
        loop {
            let event =
                reader.read_event().map_err(|e| malformed(&xml, reader.error_position(), &e.to_string()))?;
            match event {
                Event::Start(tag) | Event::Empty(tag) if tag.name().as_ref() == "TIMEX3" => {
                    document.note(&tag);
                }
                Event::Start(tag) => match tag.name().as_ref() {
                    "TEXT" => part = Some(Part::Text),
                    "TITLE" => part = Some(Part::Title),
                    _ => {}
                },
                Event::End(tag) if matches!(tag.name().as_ref(), "TEXT" | "TITLE") => part = None,
                Event::Text(text) => document.add(part, &text),
                Event::CData(text) => document.add(part, &text),
                Event::GeneralRef(entity) => {
                    let name: &str = &entity;
                    let resolved = entity.resolve_char_ref().ok().flatten().map(String::from);
                    let named = quick_xml::escape::resolve_predefined_entity(name).map(str::to_owned);
                    // An entity that XML does not define stays as it is written: nothing of the text is lost.
                    document.add(part, &resolved.or(named).unwrap_or_else(|| format!("&{name};")));
                }
                Event::Eof => break,
                _ => {}
            }
        }
        if document.text.is_empty() {
            return Err(Error::article("no <TEXT> element; is it a TimeML document?"));
        }
        Ok(document)
    }

    fn add(&mut self, part: Option<Part>, text: &str) {
        match part {
            Some(Part::Text) => self.text.push_str(text),
            Some(Part::Title) => self.title.get_or_insert_default().push_str(text),
            None => {}
        }
    }

    /// Takes the value of the creation time from a TIMEX3.
    fn note(&mut self, tag: &BytesStart<'_>) {
        let attribute = |name: &str| {
            let found = tag.try_get_attribute(name).ok().flatten()?;
            Some(found.value.into_owned())
        };
        if self.created.is_none() && attribute("functionInDocument").as_deref() == Some("CREATION_TIME") {
            self.created = attribute("value");
        }
    }

    fn candidates(&self) -> Vec<Candidate> {
        let stamp = self.created.as_deref().and_then(|value| Stamp::parse(value, DateOrder::MonthFirst).ok());
        let candidate = stamp.map(|stamp| Candidate::new(stamp, Evidence::TimeMl, OWN_WORD, "DCT"));
        candidate.into_iter().collect()
    }
}

fn malformed(xml: &str, position: u64, why: &str) -> Error {
    let before = usize::try_from(position).ok().and_then(|at| xml.get(..at)).unwrap_or(xml);
    let line = before.matches('\n').count() + 1;
    Error::article(format!("line {line}: not well-formed XML: {why}"))
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn takes_text_title_and_creation_time() {
        let xml = r#"<?xml version="1.0" ?>
<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="1998-02-12" functionInDocument="CREATION_TIME">02/12/98</TIMEX3></DCT>
<TITLE>Mills &amp; dams</TITLE>
<TEXT>
The mill <EVENT eid="e1">closed</EVENT> <TIMEX3 tid="t1" type="DATE" value="1998-02-11">yesterday</TIMEX3> &#8211; at R&amp;D&apos;s cost.
</TEXT></TimeML>"#;
        let article = read(xml.as_bytes()).unwrap_or_else(|e| panic!("{e}"));
        assert_eq!(article.text, "\nThe mill closed yesterday – at R&D's cost.\n");
        assert_eq!(article.title.as_deref(), Some("Mills & dams"));
        assert_eq!(article.published.map(|p| p.day.to_string()).as_deref(), Some("1998-02-12"));
    }

    #[test]
    fn errors_name_the_line() {
        let error = read(b"<TimeML>\n<TEXT>a</WRONG></TimeML>").unwrap_err().to_string();
        assert!(error.starts_with("line 2:"), "{error}");
        assert!(read(b"<TimeML></TimeML>").unwrap_err().to_string().contains("<TEXT>"));
    }
}
