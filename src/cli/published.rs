//! `dateline published`: when each article was published, from which evidence, how sure.

use super::Outcome;
use super::input::{Inputs, Loaded};
use super::offer::Offer;
use super::options;
use super::output::{self, Once, Stdout};
use super::undated;
use crate::article::{self, Article, Candidate, Container, Published, Zone};
use crate::error::{Error, Result};
use serde::Serialize;

/// What its help ends with.
const STATUS: &str = "\
Exit status: 0 fine, whether a date was found or not; 1 an input was left out; 2 a mistake in what was given.";

#[derive(Debug, clap::Args)]
#[command(after_help = STATUS)]
pub(super) struct Args {
    #[command(flatten)]
    inputs: Inputs,

    /// Read the instant of publication on the clocks of this zone: America/New_York, UTC or +01:00
    #[arg(long, value_name = "ZONE", allow_hyphen_values = true)]
    timezone: Option<String>,

    /// Format of the output: text or jsonl
    #[arg(long, value_name = "FORMAT", default_value = "text", value_parser = Offer::names(["text", "jsonl"]), hide_possible_values = true)]
    format: String,
}

pub(super) fn run(args: &Args) -> Result<Outcome> {
    let zone = args.timezone.as_deref().map(Zone::parse).transpose().map_err(|e| e.at("--timezone"))?;
    let json = match args.format.as_str() {
        "jsonl" => true,
        "text" => false,
        other => return Err(options::unknown("--format", other, &["text", "jsonl"])),
    };
    let read = args.inputs.each(|input| answers(input, zone))?;
    let outcome = read.outcome();
    let (mut out, mut once) = (Stdout::new(), Once::default());
    for mut answer in read.found {
        if json {
            out.json(&Line::new(&answer))?;
        } else {
            text(&mut out, &answer)?;
        }
        if let Some(error) = answer.abstention.take().filter(|_| !args.inputs.is_quiet()) {
            output::complain(&once.tell(error));
        }
    }
    out.finish()?;
    Ok(outcome)
}

/// What is known of one article.
struct Answer {
    file: String,
    /// Of an article that shares its file with others.
    id: Option<String>,
    /// All dates found, the most trusted first.
    candidates: Vec<Candidate>,
    /// How sure the first of them is; nothing when it is not believed.
    sure: Option<f32>,
    /// Why there is no answer, and what the text itself allows.
    abstention: Option<Error>,
}

impl Answer {
    fn new(
        file: &str,
        article: Option<&Article>,
        id: Option<String>,
        candidates: Vec<Candidate>,
        zone: Option<Zone>,
    ) -> Self {
        let mut candidates = candidates;
        let sure = article::answer(&candidates).map(|(_, sure)| sure);
        for candidate in &mut candidates {
            candidate.published = candidate.published.clone().in_zone(zone);
        }
        let abstention = article.filter(|_| sure.is_none()).and_then(|article| undated::check(article).err());
        Answer { file: file.to_owned(), id, candidates, sure, abstention }
    }

    /// The date that is believed with how sure it is, and the other ones.
    fn split(&self) -> (Option<(&Candidate, f32)>, &[Candidate]) {
        match (self.candidates.split_first(), self.sure) {
            (Some((best, rest)), Some(sure)) => (Some((best, sure)), rest),
            _ => (None, &self.candidates),
        }
    }
}

fn answers(input: &Loaded, zone: Option<Zone>) -> Result<Vec<Result<Answer>>> {
    let (name, url) = (input.name(), input.url.as_deref());
    if let Container::One(format) = input.container {
        let candidates = input.reader.candidates(name, &input.bytes, format, url)?;
        // The text is only looked for where it is needed to say why there is no date.
        let is_known = article::answer(&candidates).is_some();
        let article =
            if is_known { None } else { Some(input.reader.read(name, &input.bytes, format, url)?) };
        return Ok(vec![Ok(Answer::new(&input.argument, article.as_ref(), None, candidates, zone))]);
    }
    let articles = input.reader.all(name, &input.bytes, input.container, url)?;
    let answer = |article: Result<Article>| {
        let article = article?;
        let candidates = article.candidates.clone();
        let mut answer = Answer::new(&input.argument, Some(&article), article.id.clone(), candidates, zone);
        answer.abstention = answer.abstention.map(|error| input.naming(error));
        Ok(answer)
    };
    Ok(articles.into_iter().map(answer).collect())
}

#[derive(Serialize)]
struct Line<'a> {
    file: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    published: Option<String>,
    instant: Option<String>,
    source: Option<&'static str>,
    confidence: Option<f32>,
    candidates: Vec<Lost<'a>>,
}

/// A date that another source gives.
#[derive(Serialize)]
struct Lost<'a> {
    published: String,
    source: &'static str,
    confidence: f32,
    place: &'a str,
}

impl<'a> Line<'a> {
    fn new(answer: &'a Answer) -> Self {
        let (best, rest) = answer.split();
        let published = best.map(|(candidate, _)| &candidate.published);
        Line {
            file: &answer.file,
            id: answer.id.as_deref(),
            published: published.map(|published| published.day.to_string()),
            instant: published.and_then(instant),
            source: published.map(|published| published.evidence.name()),
            confidence: best.map(|(_, sure)| sure),
            candidates: rest
                .iter()
                .map(|lost| Lost {
                    published: lost.published.day.to_string(),
                    source: lost.published.evidence.name(),
                    confidence: lost.confidence,
                    place: &lost.place,
                })
                .collect(),
        }
    }
}

fn instant(published: &Published) -> Option<String> {
    published.instant.map(|instant| instant.to_rfc3339())
}

/// One line an article, and one, indented, for each other date that something in it names: `also` the same, or `not` this one.
fn text(out: &mut Stdout, answer: &Answer) -> Result<()> {
    let (best, rest) = answer.split();
    let id = answer.id.as_ref().map(|id| format!(" {}", output::visible(id))).unwrap_or_default();
    let file = output::visible(&answer.file);
    match best {
        Some((Candidate { published, place, .. }, sure)) => {
            let local = || published.wall_clock().map(|at| at.format("%Y-%m-%dT%H:%M:%S").to_string());
            let date = instant(published).or_else(local).unwrap_or_else(|| published.day.to_string());
            let source = published.evidence.name();
            out.line(format_args!("{file}{id}\t{date}\t{source}\t{sure:.2}\t{place}"))?;
        }
        None => out.line(format_args!("{file}{id}\tnone"))?,
    }
    let day = best.map(|(best, _)| best.published.day);
    for Candidate { published, confidence, place } in rest {
        let (word, source) =
            (if Some(published.day) == day { "also" } else { "not" }, published.evidence.name());
        out.line(format_args!("\t{word} {}\t{source}\t{confidence:.2}\t{place}", published.day))?;
    }
    Ok(())
}
