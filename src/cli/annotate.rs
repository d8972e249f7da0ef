//! `dateline annotate`: every expression of time of an article.

use super::options::Reading;
use super::output::Stdout;
use super::{Outcome, input};
use crate::error::{Error, Result};
use crate::lang::Language;
use crate::render::json::{Annotated, annotation};
use crate::segment::segment;
use crate::span::CharOffsets;
use crate::walk::{self, Publication};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Articles: text, Markdown or HTML files, JSON Lines of articles, or `-` for standard input
    #[arg(required = true, value_name = "INPUT")]
    inputs: Vec<String>,

    #[command(flatten)]
    reading: Reading,

    /// Address that a saved page came from
    #[arg(long)]
    url: Option<String>,

    /// Format of the output: text or jsonl
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: String,
}

pub(super) fn run(args: &Args) -> Result<Outcome> {
    let policy = args.reading.policy()?;
    let published = args.reading.published()?;
    let jsonl = match args.format.as_str() {
        "jsonl" => true,
        "text" => false,
        other => return Err(Error::value(format!("`{other}` is not known; give one of text, jsonl")).at("--format")),
    };
    let language = Language::english();
    let mut out = Stdout::new();
    let mut articles = Vec::new();
    for argument in &args.inputs {
        articles.extend(input::articles(argument, args.url.as_deref(), published.as_ref())?);
    }
    let several = articles.len() > 1;
    for article in &articles {
        let publication = Publication::from(article.require_published()?);
        let document = segment(&article.text, language);
        let annotations = walk::annotate(&document, language, Some(publication), &policy);
        let mut chars = CharOffsets::new(&article.text);
        for line in annotations.iter().flat_map(walk::lines) {
            let (start, end) = (chars.at(line.span.start), chars.at(line.span.end));
            let text = line.span.of(&article.text);
            let rule = language.rule_name(line.annotation.mention.rule);
            let is_creation_time = line.annotation.is_creation_time;
            if jsonl {
                let source = several.then_some(article.name.as_str());
                out.json(&annotation(Annotated { source, start, end, text, when: &line.when, rule, is_creation_time }))?;
            } else {
                let timex = line.when.timex();
                let name = if several { format!("{}:", article.name) } else { String::new() };
                let plain: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
                out.line(format_args!("{name}{start}-{end}\t{}\t{}\t{plain}", timex.kind, timex.value))?;
            }
        }
    }
    out.finish()?;
    Ok(Outcome::Fine)
}
