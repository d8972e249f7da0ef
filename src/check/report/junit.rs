//! JUnit XML, as most CI systems read it.

use super::{Counts, Run, complaints, title};
use crate::check::draw::Draw;
use crate::check::read::Mistake;
use crate::check::run::{Checked, Verdict};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use std::io::{self, Write};

type Xml<'w> = Writer<&'w mut dyn Write>;

pub(super) fn write(runs: &[Run<'_>], mistakes: &[Mistake], out: &mut dyn Write) -> io::Result<()> {
    let mut xml = Writer::new_with_indent(out, b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let all: Vec<&Mistake> = mistakes.iter().collect();
    element(&mut xml, "testsuites", &counted("dateline", Counts::of(runs), all.len()), |xml| {
        for run in runs {
            let of_file = mistakes.iter().filter(|mistake| mistake.file == run.file.name).collect();
            suite(&run.file.name, std::slice::from_ref(run), of_file, xml)?;
        }
        let is_alone = |mistake: &&Mistake| runs.iter().all(|run| run.file.name != mistake.file);
        mistakes.iter().filter(is_alone).try_for_each(|mistake| suite(&mistake.file, &[], vec![mistake], xml))
    })?;
    xml.into_inner().write_all(b"\n")
}

fn suite(name: &str, runs: &[Run<'_>], mistakes: Vec<&Mistake>, xml: &mut Xml<'_>) -> io::Result<()> {
    element(xml, "testsuite", &counted(name, Counts::of(runs), mistakes.len()), |xml| {
        for run in runs {
            run.checked.iter().try_for_each(|checked| test(checked, &run.file.text, xml))?;
        }
        mistakes.into_iter().try_for_each(|mistake| error(mistake, xml))
    })
}

fn counted(name: &str, counts: Counts, errors: usize) -> Vec<(&'static str, String)> {
    let mut all = vec![
        ("name", clean(name)),
        ("tests", (counts.all() + errors).to_string()),
        ("failures", counts.failed.to_string()),
    ];
    if errors > 0 {
        all.push(("errors", errors.to_string()));
    }
    all.push(("skipped", counts.known_gaps.to_string()));
    all
}

/// What could not be run, as a test that broke.
fn error(mistake: &Mistake, xml: &mut Xml<'_>) -> io::Result<()> {
    let mut attributes = vec![
        ("name", clean(&mistake.place())),
        ("classname", clean(&mistake.file)),
        ("file", clean(&mistake.file)),
    ];
    attributes.extend(mistake.line.map(|line| ("line", line.to_string())));
    element(xml, "testcase", &attributes, |xml| {
        element(xml, "error", &[("message", clean(&mistake.message))], |_| Ok(()))
    })
}

fn test(checked: &Checked<'_>, file: &str, xml: &mut Xml<'_>) -> io::Result<()> {
    let case = checked.case;
    let attributes = [
        ("name", clean(&title(checked))),
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
