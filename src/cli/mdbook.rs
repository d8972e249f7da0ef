//! `dateline mdbook`: a preprocessor of mdBook that expands the markers in a book's chapters.
//!
//! mdBook asks `dateline mdbook supports RENDERER` first, and then gives a context and a book as JSON on standard input and takes the
//! book back on standard output. Only what it needs of that JSON is read, so that books of mdBook 0.4 and 0.5, and whatever another
//! preprocessor added, come back whole.

use super::output::Stdout;
use super::post::{self, Post};
use super::{Outcome, input};
use crate::error::{Error, Result};
use clap::Subcommand;
use serde_json::{Map, Value};
use std::io::{IsTerminal as _, stdin};
use std::path::{Path, PathBuf};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    question: Option<Question>,
}

#[derive(Debug, Subcommand)]
enum Question {
    /// Whether chapters can be prepared for a renderer; they can for any
    Supports {
        /// A renderer, such as html
        renderer: String,
    },
}

/// Keys of the preprocessor's table that are mdBook's own.
const OF_MDBOOK: &[&str] = &["command", "renderer", "renderers", "before", "after", "optional"];

/// Where `book.toml` keeps options for every marker.
const TABLE: &str = "book.toml: [preprocessor.dateline]";

pub(super) fn run(args: &Args) -> Result<Outcome> {
    if args.question.is_some() {
        return Ok(Outcome::Fine);
    }
    if stdin().is_terminal() {
        let message = "takes a book from mdBook, which runs it; write `[preprocessor.dateline]` and `command = \"dateline mdbook\"` into book.toml";
        return Err(Error::value(message).at("dateline mdbook"));
    }
    let (book, mut items) = {
        let foreign = |message: &str| {
            Error::value(format!("is no book as mdBook hands it on ({message}); let mdBook run this command"))
                .at(input::STDIN)
        };
        let [context, book]: [Value; 2] =
            serde_json::from_slice(&input::stdin()?).map_err(|error| foreign(&error.to_string()))?;
        (Book::of(&context)?, book)
    };
    book.refresh(&mut items)?;
    let mut out = Stdout::new();
    out.json(&items)?;
    out.finish()?;
    Ok(Outcome::Fine)
}

/// What the context says of a book.
struct Book {
    /// The folder of its chapters, and what it is called in errors.
    source: PathBuf,
    name: PathBuf,
    /// Options for every marker, as `name=value`.
    defaults: Vec<String>,
}

impl Book {
    fn of(context: &Value) -> Result<Book> {
        let root = Path::new(context.pointer("/root").and_then(Value::as_str).unwrap_or_default());
        let source = context.pointer("/config/book/src").and_then(Value::as_str).unwrap_or("src");
        let table = context.pointer("/config/preprocessor/dateline").and_then(Value::as_object);
        let defaults = table.map(options).transpose()?.unwrap_or_default();
        let defaults = post::defaults(&defaults, root).map_err(|error| error.within(TABLE))?;
        Ok(Book { source: root.join(source), name: PathBuf::from(source), defaults })
    }

    /// Expands the markers of the chapters in an item of the book, and in those below it.
    fn refresh(&self, item: &mut Value) -> Result<()> {
        let Some(fields) = item.as_object_mut() else { return Ok(()) };
        // A chapter that has no file is a draft, or was made by another preprocessor.
        if let Some(path) = fields.get("source_path").and_then(Value::as_str).map(PathBuf::from)
            && let Some(Value::String(content)) = fields.get_mut("content")
        {
            let name = self.name.join(&path).display().to_string();
            let path = self.source.join(path);
            let post = Post { name: &name, path: &path, text: content, defaults: &self.defaults };
            if let Some(new) = post.refreshed()? {
                *content = new;
            }
        }
        // A book has `items`, or `sections` before mdBook 0.5; a chapter stands in an object of its own.
        for below in ["items", "sections", "sub_items"] {
            for item in fields.get_mut(below).and_then(Value::as_array_mut).into_iter().flatten() {
                if let Some(chapter) = item.get_mut("Chapter") {
                    self.refresh(chapter)?;
                }
            }
        }
        Ok(())
    }
}

/// The options that a table holds, as `name=value`.
fn options(table: &Map<String, Value>) -> Result<Vec<String>> {
    let options = table.iter().filter(|(name, _)| !OF_MDBOOK.contains(&name.as_str()));
    let option = |(name, value): (&String, &Value)| match value {
        Value::String(text) => Ok(format!("{name}={text}")),
        Value::Bool(true) => Ok(format!("{name}=true")),
        _ => Err(Error::value(format!("`{name}` must be a string or true; write {name} = \"…\"")).at(TABLE)),
    };
    options.map(option).collect()
}
