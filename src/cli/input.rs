//! Articles from files and standard input.

use crate::article::{self, Article, Format, Published};
use crate::error::{Error, Result};
use std::io::Read;
use std::path::Path;

/// The bytes behind an argument; `-` is standard input.
pub(super) fn bytes(argument: &str) -> Result<Vec<u8>> {
    if argument == "-" {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes).map_err(|e| Error::io("standard input", e))?;
        return Ok(bytes);
    }
    std::fs::read(Path::new(argument)).map_err(|e| Error::io(argument, e))
}

/// The articles behind an argument: one, or a record each of a `.jsonl` file.
pub(super) fn articles(
    argument: &str,
    url: Option<&str>,
    published: Option<&Published>,
) -> Result<Vec<Article>> {
    let bytes = bytes(argument)?;
    let name = if argument == "-" { "standard input" } else { argument };
    let mut articles = if argument.ends_with(".jsonl") {
        article::records(name, &bytes).collect::<Result<Vec<_>>>()?
    } else {
        vec![article::read(name, &bytes, Format::of(argument, &bytes), url)?]
    };
    if let Some(published) = published {
        for article in &mut articles {
            article.published = Some(published.clone());
        }
    }
    Ok(articles)
}
