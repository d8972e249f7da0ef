//! JUnit XML, as most CI systems read it.

use super::{Counts, Run, complaints, one_line};
use crate::check::draw::Draw;
use crate::check::run::{Checked, Verdict};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use std::io::{self, Write};

type Xml<'w> = Writer<&'w mut dyn Write>;

pub(super) fn write(runs: &[Run<'_>], out: &mut dyn Write) -> io::Result<()> {
    let mut xml = Writer::new_with_indent(out, b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    element(&mut xml, "testsuites", &counted("dateline", Counts::of(runs)), |xml| {
        runs.iter().try_for_each(|run| suite(run, xml))
    })?;
    xml.into_inner().write_all(b"\n")
}

fn suite(run: &Run<'_>, xml: &mut Xml<'_>) -> io::Result<()> {
    let counts = Counts::of(std::slice::from_ref(run));
    element(xml, "testsuite", &counted(&run.file.name, counts), |xml| {
        run.checked.iter().try_for_each(|checked| test(checked, &run.file.text, xml))
    })
}

fn counted(name: &str, counts: Counts) -> [(&'static str, String); 4] {
    [
        ("name", clean(name)),
        ("tests", counts.all().to_string()),
        ("failures", counts.failed.to_string()),
        ("skipped", counts.known_gaps.to_string()),
    ]
}

fn test(checked: &Checked<'_>, file: &str, xml: &mut Xml<'_>) -> io::Result<()> {
    let case = checked.case;
    let attributes = [
        ("name", clean(&one_line(case.title()))),
        ("classname", clean(&case.place.file)),
        ("file", clean(&case.place.file)),
        ("line", case.place.line.to_string()),
    ];
    element(xml, "testcase", &attributes, |xml| match checked.verdict {
        Verdict::Passed => Ok(()),
        Verdict::KnownGap => {
            let reason = case.known_gap.as_deref().filter(|reason| !reason.is_empty()).unwrap_or("known gap");
            element(xml, "skipped", &[("message", clean(reason))], |_| Ok(()))
        }
        Verdict::Failed | Verdict::GapClosed => {
            let message = match checked.verdict {
                Verdict::GapClosed => "passes; take its known-gap away".to_owned(),
                _ => clean(&complaints(checked)),
            };
            let drawn = clean(&Draw::new(false).in_file(checked, file));
            element(xml, "failure", &[("message", message)], |xml| {
                xml.write_event(Event::Text(BytesText::new(&drawn)))
            })
        }
    })
}

fn element(
    xml: &mut Xml<'_>,
    name: &str,
    attributes: &[(&'static str, String)],
    inside: impl FnOnce(&mut Xml<'_>) -> io::Result<()>,
) -> io::Result<()> {
    let borrowed = attributes.iter().map(|(name, value)| (*name, value.as_str()));
    xml.write_event(Event::Start(BytesStart::new(name).with_attributes(borrowed)))?;
    inside(xml)?;
    xml.write_event(Event::End(BytesEnd::new(name)))
}

/// Without the characters that no XML may hold.
fn clean(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
}
