//! Mermaid: a timeline diagram, as GitHub and many generators draw it.

use super::view::View;
use super::{Options, Render};
use crate::timeline::Timeline;
use std::fmt::Write as _;
use std::io::{self, Write};

/// A timeline as a [Mermaid] `timeline` diagram: a section a year, a period a date, the headlines below.
///
/// [Mermaid]: https://mermaid.js.org/syntax/timeline.html
///
/// ```
/// use dateline::{render::{Mermaid, Options, Render}, timeline::Timeline};
///
/// let text = "The council will meet on Friday.";
/// let timeline = Timeline::builder().text("a.txt", text, "2025-11-20".parse()?).build()?;
/// let mut out = Vec::new();
/// Mermaid.render(&timeline, &Options::default(), &mut out).expect("memory takes it");
/// assert!(String::from_utf8_lossy(&out).starts_with("timeline"));
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Mermaid;

impl Render for Mermaid {
    fn render(&self, timeline: &Timeline, options: &Options, out: &mut dyn Write) -> io::Result<()> {
        let view = View::new(timeline, &options.dates);
        writeln!(out, "timeline\n    title {}", text(&view.title))?;
        for year in &view.years {
            write!(out, "    section {}", text(&year.name))?;
            let mut period = None;
            for entry in year.months.iter().flat_map(|month| &month.entries) {
                // Neighbours of one date share a period.
                if period != Some(entry.date.as_str()) {
                    period = Some(entry.date.as_str());
                    write!(out, "\n        {}", text(&entry.date))?;
                }
                write!(out, " : {}", text(&entry.headline))?;
                if let Some(word) = entry.status_word {
                    write!(out, " ({})", word.to_lowercase())?;
                }
                if let Some(conflict) = &entry.conflict {
                    write!(out, " ({})", text(&conflict.words()))?;
                }
            }
            writeln!(out)?;
        }
        Ok(())
    }
}

/// Text in which everything that Mermaid or the page around it would obey is a character entity, as Mermaid writes them.
fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let is_plain = c.is_alphanumeric() || c == ' ' || !c.is_ascii() || ",.-'()!?/$".contains(c);
        if is_plain {
            out.push(c);
        } else {
            let _ = write!(out, "#{};", u32::from(c));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn what_mermaid_obeys_is_an_entity() {
        assert_eq!(text("A 9-4 vote, he said: 5%"), "A 9-4 vote, he said#58; 5#37;");
        assert_eq!(text("%%{init}%% <b> #x;"), "#37;#37;#123;init#125;#37;#37; #60;b#62; #35;x#59;");
        assert_eq!(text("naïve “quotes” — 老虎"), "naïve “quotes” — 老虎");
    }
}
