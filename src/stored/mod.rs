//! Timelines that were written as JSON before, whether edited by hand or not, and the edits of an editor.
//!
//! Input: the JSON of a timeline, format `dateline/1`, or an edits file. Output: a [`Timeline`], sorted anew, or [`Edits`](crate::timeline::Edits).
//! Knows nothing of articles and of how events are found.

mod edits;
mod shape;
mod time;

pub use edits::edits;

use crate::error::{Error, Result};
use crate::timeline::Timeline;

/// The version of the format that is read.
const SCHEMA: &str = "dateline/1";

/// Reads a timeline from the JSON that `--format json` writes.
///
/// `when` may be what the program wrote, or a date such as `"2025-11-19"` or `"2025-10-27/2025-11-02"`. What follows from other
/// fields (`label`, `timex`, `edtf`) is not read but worked out anew; `text`, `status`, `speaker`, `mentions` and all lists may be
/// left out.
///
/// ```
/// let json = r#"{"schema": "dateline/1", "sources": [], "entries": [
///   {"id": "e-1", "when": "2025-11-21", "headline": "Work begins", "status": "planned"}]}"#;
/// let timeline = dateline::stored::read(json)?;
/// assert_eq!(timeline.entries[0].when.timex().value, "2025-11-21");
/// let error = dateline::stored::read(&json.replace("planned", "plannd")).unwrap_err().to_string();
/// assert_eq!(error, "line 2: entries[0].status: `plannd` is no status; give one of reported, planned, conditional, denied, ongoing");
/// # Ok::<(), dateline::Error>(())
/// ```
///
/// # Errors
///
/// What is no such JSON: names the line, the field and the cure.
pub fn read(json: &str) -> Result<Timeline> {
    let mut reader = serde_json::Deserializer::from_str(json);
    let stored: shape::Stored = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        // A field that does not parse at all has no name yet.
        let path = error.path().to_string();
        let path = path.strip_suffix(".?").unwrap_or(&path);
        let inner = error.into_inner();
        let message = inner.to_string();
        let message = message.split(" at line ").next().unwrap_or_default();
        let field = if path == "." { String::new() } else { format!("{path}: ") };
        Error::value(format!("{field}{message}")).at(format!("line {}", inner.line()))
    })?;
    reader.end().map_err(|error| {
        Error::value("there is text after the end of the timeline; take it out")
            .at(format!("line {}", error.line()))
    })?;
    if stored.schema != SCHEMA {
        let message = format!("schema: `{}` is not known; this program reads `{SCHEMA}`", stored.schema);
        return Err(Error::value(message));
    }
    stored.timeline()
}
