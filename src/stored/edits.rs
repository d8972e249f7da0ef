//! Edits files: corrections of an editor as TOML.

use crate::error::{Error, Result};
use crate::events::Status;
use crate::resolve::{Reason, When};
use crate::timeline::{Change, Edit, Entry};
use serde::Deserialize;

/// What an edits file asks for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Edits {
    /// Corrections, in the order of the file.
    pub edits: Vec<Edit>,
    /// Entries that no article tells.
    pub added: Vec<Entry>,
    /// The line of each correction, from 1.
    pub lines: Vec<usize>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    edit: Vec<toml::Spanned<EditShape>>,
    #[serde(default)]
    add: Vec<toml::Spanned<AddShape>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EditShape {
    entry: String,
    was: Option<String>,
    #[serde(default)]
    hide: bool,
    headline: Option<String>,
    when: Option<String>,
    status: Option<String>,
    #[serde(default)]
    merge: Vec<String>,
    note: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AddShape {
    id: String,
    when: String,
    headline: String,
    text: Option<String>,
    status: Option<String>,
    speaker: Option<String>,
    note: Option<String>,
}

/// Reads an edits file.
///
/// ```
/// let edits = dateline::stored::edits(r#"
/// [[edit]]
/// entry = "e-7f3a9c21"
/// was = "The council met"          # finds it again when the text has changed
/// headline = "The council votes for repairs"
/// when = "2025-11-19"
///
/// [[add]]
/// id = "opening"
/// when = "2027-06"
/// headline = "The bridge opens"
/// status = "planned"
/// "#)?;
/// assert_eq!((edits.edits.len(), edits.added.len()), (2, 1));
/// # Ok::<(), dateline::Error>(())
/// ```
///
/// # Errors
///
/// What is no such file: names the line and the cure.
pub fn edits(text: &str) -> Result<Edits> {
    let line = |at: usize| 1 + text.get(..at).map_or(0, |before| before.matches('\n').count());
    let file: File = toml::from_str(text).map_err(|error| {
        let message = error.message().lines().next().unwrap_or_default().to_owned();
        Error::value(message).at(format!("line {}", error.span().map_or(1, |span| line(span.start))))
    })?;
    let mut edits = Edits::default();
    for spanned in file.edit {
        let place = line(spanned.span().start);
        let changes = changes(spanned.get_ref()).map_err(|error| error.within(&format!("line {place}")))?;
        let EditShape { entry, was, .. } = spanned.into_inner();
        for change in changes {
            edits.edits.push(Edit { entry: entry.clone(), was: was.clone(), change });
            edits.lines.push(place);
        }
    }
    for spanned in file.add {
        let place = line(spanned.span().start);
        let added = spanned.into_inner().entry().map_err(|error| error.within(&format!("line {place}")))?;
        edits.added.push(added);
    }
    Ok(edits)
}

/// What one `[[edit]]` changes; hiding makes all else needless, and merging comes first.
fn changes(edit: &EditShape) -> Result<Vec<Change>> {
    let mut changes = Vec::new();
    if !edit.merge.is_empty() {
        changes.push(Change::Merge(edit.merge.clone()));
    }
    if let Some(headline) = &edit.headline {
        changes.push(Change::Retitle(headline.clone()));
    }
    if let Some(when) = &edit.when {
        changes.push(Change::Redate(time(when)?));
    }
    if let Some(status) = &edit.status {
        changes.push(Change::Restatus(self::status(status)?));
    }
    if let Some(note) = &edit.note {
        changes.push(Change::Note(note.clone()));
    }
    if edit.hide {
        changes = vec![Change::Hide];
    }
    if changes.is_empty() {
        let message = "changes nothing; give one of hide, headline, when, status, merge, note";
        return Err(Error::value(message).at(format!("edit of {}", edit.entry)));
    }
    Ok(changes)
}

fn time(text: &str) -> Result<When> {
    When::stated(text).ok_or_else(|| {
        let message = format!("`{text}` is no date; write one such as 2025-11-19, 2025-11, 2025-10-27/2025-11-02 or ../2025-11-08");
        Error::value(message).at("when")
    })
}

fn status(text: &str) -> Result<Status> {
    Status::from_name(text).ok_or_else(|| {
        let all: Vec<_> = Status::ALL.iter().map(|status| status.name()).collect();
        Error::value(format!("`{text}` is no status; give one of {}", all.join(", "))).at("status")
    })
}

impl AddShape {
    fn entry(self) -> Result<Entry> {
        let fits = |c: char| c.is_ascii_alphanumeric() || c == '-';
        if self.id.is_empty() || !self.id.chars().all(fits) {
            let message = format!("`{}` is no id; use letters, digits and hyphens of ASCII", self.id);
            return Err(Error::value(message).at("id"));
        }
        let mut when = time(&self.when)?;
        when.why.push(Reason::Note("added by an editor".to_owned()));
        when.why.0.extend(self.note.map(Reason::Note));
        Ok(Entry {
            id: self.id,
            when,
            text: self.text.unwrap_or_else(|| self.headline.clone()),
            headline: self.headline,
            status: self.status.as_deref().map_or(Ok(Status::Reported), status)?,
            speaker: self.speaker,
            relations: Vec::new(),
            conflicts: Vec::new(),
            opening: 0,
            mentions: Vec::new(),
        })
    }
}
