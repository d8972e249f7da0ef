//! Edits files: corrections of an editor as TOML.

use crate::error::{Error, Result};
use crate::events::Status;
use crate::resolve::{Reason, When};
use crate::timeline::{Addition, Change, Citation, Edit, Edits, Entry, Part};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    title: Option<String>,
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
    #[serde(default)]
    pin: bool,
    headline: Option<String>,
    when: Option<String>,
    status: Option<String>,
    #[serde(default)]
    merge: Vec<String>,
    #[serde(default)]
    split: Vec<PartShape>,
    note: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PartShape {
    source: Option<String>,
    id: Option<String>,
    headline: Option<String>,
    when: Option<String>,
    status: Option<String>,
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
    source: Option<String>,
    url: Option<String>,
    published: Option<String>,
}

/// Reads an edits file.
///
/// An `[[edit]]` names an `entry` by its id, and what to do with it: `merge` it with others, `split` it, give it another `headline`,
/// `when` or `status`, add a `note`, `pin` or `hide` it. An `[[add]]` is an entry of the editor's own. `title` is the timeline's.
///
/// ```
/// let edits: dateline::timeline::Edits = dateline::stored::edits(r#"
/// [[edit]]
/// entry = "e-7f3a9c21"
/// was = "The council met"          # finds it again when the text has changed
/// headline = "The council votes for repairs"
/// when = "2025-11-19"
/// split = [{ source = "s2" }]       # what the second article tells is an entry of its own
///
/// [[add]]
/// id = "opening"
/// when = "2027-06"
/// headline = "The bridge opens"
/// status = "planned"
/// source = "The bridge report"       # an article of the timeline; of another one, with `url` and the day it was `published`
/// "#)?;
/// assert_eq!((edits.edits.len(), edits.added.len()), (3, 1));
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
    let mut edits = Edits { title: file.title, ..Edits::default() };
    for spanned in file.edit {
        let place = line(spanned.span().start);
        let changes = changes(spanned.get_ref()).map_err(|error| error.within(&format!("line {place}")))?;
        let EditShape { entry, was, .. } = spanned.into_inner();
        for change in changes {
            edits.edits.push(Edit { entry: entry.clone(), was: was.clone(), change, line: Some(place) });
        }
    }
    for spanned in file.add {
        let place = line(spanned.span().start);
        let mut added =
            spanned.into_inner().addition().map_err(|error| error.within(&format!("line {place}")))?;
        added.line = Some(place);
        if edits.added.iter().any(|other| other.entry.id == added.entry.id) {
            let message = format!("`{}` is the id of another one, too; give each its own", added.entry.id);
            return Err(Error::value(message).at(format!("line {place}: id")));
        }
        edits.added.push(added);
    }
    Ok(edits)
}

/// What one `[[edit]]` changes; hiding makes all else needless, and merging and splitting come first.
fn changes(edit: &EditShape) -> Result<Vec<Change>> {
    let mut changes = Vec::new();
    if edit.merge.contains(&edit.entry) {
        let message = format!("`{}` cannot be merged with itself; name the others", edit.entry);
        return Err(Error::value(message).at("merge"));
    }
    if !edit.merge.is_empty() {
        changes.push(Change::Merge(edit.merge.clone()));
    }
    if !edit.split.is_empty() {
        let parts = edit.split.iter().map(PartShape::part).collect::<Result<_>>();
        changes.push(Change::Split(parts.map_err(|error| error.within("split"))?));
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
    if edit.pin {
        changes.push(Change::Pin);
    }
    if edit.hide {
        changes = vec![Change::Hide];
    }
    if changes.is_empty() {
        let message = "changes nothing; give one of hide, pin, headline, when, status, merge, split, note";
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

/// An id that can be linked to.
fn id(text: &str) -> Result<()> {
    let fits = |c: char| c.is_ascii_alphanumeric() || c == '-';
    if !text.is_empty() && text.chars().all(fits) {
        return Ok(());
    }
    Err(Error::value(format!("`{text}` is no id; use letters, digits and hyphens of ASCII")).at("id"))
}

impl PartShape {
    fn part(&self) -> Result<Part> {
        if self.source.is_none() && self.headline.is_none() {
            let message =
                "give the `source` whose telling it is, or a `headline` for what the sentence tells besides";
            return Err(Error::value(message));
        }
        self.id.as_deref().map(id).transpose()?;
        Ok(Part {
            source: self.source.clone(),
            id: self.id.clone(),
            headline: self.headline.clone(),
            when: self.when.as_deref().map(time).transpose()?,
            status: self.status.as_deref().map(status).transpose()?,
        })
    }
}

impl AddShape {
    fn addition(self) -> Result<Addition> {
        id(&self.id)?;
        let citation = self.citation()?;
        let mut when = time(&self.when)?;
        when.why.push(Reason::Note("added by an editor".to_owned()));
        let entry = Entry {
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
            notes: self.note.into_iter().collect(),
            former: Vec::new(),
        };
        Ok(Addition { entry, citation, line: None })
    }

    /// Where it is told.
    fn citation(&self) -> Result<Option<Citation>> {
        let AddShape { source, url, published, .. } = self;
        let day = |text: &String| {
            let message = || format!("`{text}` is no day; write it as YYYY-MM-DD");
            text.parse().map_err(|_| Error::value(message()).at("published"))
        };
        let published = published.as_ref().map(day).transpose()?;
        if source.is_none() && url.is_none() {
            return match published {
                Some(_) => Err(Error::value("names no article; give its `source` or `url`").at("published")),
                None => Ok(None),
            };
        }
        Ok(Some(Citation { source: source.clone(), url: url.clone(), published }))
    }
}
