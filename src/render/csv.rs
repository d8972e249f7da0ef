//! CSV: the columns of TimelineJS's spreadsheet, which any spreadsheet opens.

use super::escape::clean;
use super::fields::Fields;
use super::slide::Slide;
use super::{Options, Render};
use crate::timeline::Timeline;
use std::borrow::Cow;
use std::io;

/// A timeline as CSV ([RFC 4180]) with the columns of [TimelineJS]'s spreadsheet template; `Headline` and `Text` are HTML.
///
/// The first row under the header is the title's. A cell of article text that a spreadsheet would take for a formula begins with an
/// apostrophe, which spreadsheets do not show.
///
/// [RFC 4180]: https://www.rfc-editor.org/rfc/rfc4180
/// [TimelineJS]: https://timeline.knightlab.com/docs/using-spreadsheets.html
///
/// ```
/// use dateline::{render::{Csv, Options, Render}, timeline::Timeline};
///
/// let text = "The council will meet on Friday.";
/// let timeline = Timeline::builder().text("a.txt", text, "2025-11-20".parse()?).build()?;
/// let mut out = Vec::new();
/// Csv.render(&timeline, &Options::default(), &mut out).expect("memory takes it");
/// assert!(String::from_utf8_lossy(&out).starts_with("Year,Month,Day"));
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Csv;

const COLUMNS: [&str; 18] = [
    "Year",
    "Month",
    "Day",
    "Time",
    "End Year",
    "End Month",
    "End Day",
    "End Time",
    "Display Date",
    "Headline",
    "Text",
    "Media",
    "Media Credit",
    "Media Caption",
    "Media Thumbnail",
    "Type",
    "Group",
    "Background",
];

impl Render for Csv {
    fn render(&self, timeline: &Timeline, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
        let mut rows = csv::Writer::from_writer(out);
        rows.write_record(COLUMNS)?;
        if let Some(title) = timeline.title.as_deref().map(clean).filter(|title| !title.is_empty()) {
            let headline = super::escape::html(&title);
            let cells = Cells { headline: &headline, kind: "title", ..Cells::default() };
            rows.write_record(row(&cells).iter().map(|cell| cell.as_bytes()))?;
        }
        for slide in
            timeline.entries.iter().filter_map(|entry| Slide::new(entry, &timeline.sources, &options.dates))
        {
            let cells = Cells {
                start: Some(slide.start),
                end: slide.end,
                date: &slide.date,
                headline: &slide.headline,
                text: &slide.text,
                group: slide.group,
                ..Cells::default()
            };
            rows.write_record(row(&cells).iter().map(|cell| cell.as_bytes()))?;
        }
        rows.flush()
    }
}

/// What a row holds; the columns for pictures stay empty.
#[derive(Default)]
struct Cells<'a> {
    start: Option<Fields>,
    end: Option<Fields>,
    date: &'a str,
    headline: &'a str,
    text: &'a str,
    kind: &'a str,
    group: &'a str,
}

fn row<'a>(cells: &Cells<'a>) -> [Cow<'a, str>; 18] {
    let [year, month, day, time] = date(cells.start);
    let [end_year, end_month, end_day, end_time] = date(cells.end);
    let none = || Cow::Borrowed("");
    [
        year,
        month,
        day,
        time,
        end_year,
        end_month,
        end_day,
        end_time,
        guarded(cells.date),
        guarded(cells.headline),
        guarded(cells.text),
        none(),
        none(),
        none(),
        none(),
        Cow::Borrowed(cells.kind),
        Cow::Borrowed(cells.group),
        none(),
    ]
}

/// Year, month, day and time of day, as far as they are known.
fn date(fields: Option<Fields>) -> [Cow<'static, str>; 4] {
    let Some(fields) = fields else { return Default::default() };
    let number = |n: Option<u32>| n.map(|n| Cow::Owned(n.to_string())).unwrap_or_default();
    let time = fields.time.map(|(hour, minute)| Cow::Owned(format!("{hour}:{minute:02}")));
    [Cow::Owned(fields.year.to_string()), number(fields.month), number(fields.day), time.unwrap_or_default()]
}

/// The text with an apostrophe before it, where a spreadsheet would take it for a formula.
fn guarded(text: &str) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::guarded;

    #[test]
    fn what_a_spreadsheet_would_reckon_is_text() {
        for formula in ["=1+1", "+1", "-2+3", "@SUM(A1)", "\t=1", "＝1"] {
            assert!(guarded(formula).starts_with('\''), "{formula}");
        }
        assert_eq!(guarded("5 = 5, she said"), "5 = 5, she said");
    }
}
