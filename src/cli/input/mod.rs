//! What the arguments of a command stand for: files, folders, patterns, addresses and standard input, read in parallel and
//! handed on in their order.
//!
//! Input: arguments. Output: articles, or whatever a command makes of the bytes behind each argument.
//! Knows nothing that a library user would need.

mod expand;
pub(super) mod lines;
mod progress;

use super::Outcome;
use super::limits::Limits;
use super::options::Reading;
use super::output::{self, Once};
use super::undated;
#[cfg(feature = "fetch")]
use crate::article::Format;
use crate::article::{self, Article, Container, Reader};
use crate::error::{Error, Result};
use crate::lang::Language;
use expand::Source;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::fs::File;
use std::io::Read as _;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Where articles come from, and what to do about those that cannot be read.
#[derive(Clone, Debug, clap::Args)]
pub(super) struct Inputs {
    /// Articles: text, Markdown or HTML files, JSON Lines of articles, feeds, folders, patterns such as `news/*.html`, web
    /// addresses, or `-` for standard input
    #[arg(value_name = "INPUT")]
    inputs: Vec<String>,

    /// Read further inputs from a file, one a line; `-` is standard input
    #[arg(long, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    files_from: Option<String>,

    /// Address that a saved page came from
    #[arg(long, value_name = "URL")]
    url: Option<String>,

    /// Fetch addresses of this machine and of private networks, too
    #[cfg(feature = "fetch")]
    #[arg(long)]
    allow_private: bool,

    /// Stop at the first input that cannot be read, instead of leaving it out
    #[arg(long)]
    fail_fast: bool,

    /// Say nothing on standard error but why the command failed
    #[arg(long)]
    quiet: bool,

    #[command(flatten)]
    limits: Limits,

    /// Seconds that fetching an address may take
    #[cfg(feature = "fetch")]
    #[arg(
        long,
        value_name = "SECONDS",
        default_value = "20",
        help_heading = "Limits",
        hide_short_help = true
    )]
    timeout: u64,
}

/// The bytes behind an input, and what is known about them.
pub(super) struct Loaded {
    /// As the user wrote it.
    pub(super) argument: String,
    pub(super) bytes: Vec<u8>,
    pub(super) container: Container,
    pub(super) reader: Reader,
    /// The address that it came from.
    pub(super) url: Option<String>,
}

/// What a command made of its inputs, in their order.
pub(super) struct Read<T> {
    pub(super) found: Vec<T>,
    /// How many inputs were left out.
    skipped: usize,
}

impl Loaded {
    fn new(argument: String, bytes: Vec<u8>, url: Option<String>, reader: Reader) -> Self {
        let container = Container::of(&argument, &bytes);
        Loaded { argument, bytes, container, reader, url }
    }

    /// As errors and sources call it.
    pub(super) fn name(&self) -> &str {
        if self.argument == "-" { STDIN } else { &self.argument }
    }

    /// An error about one of its articles, named by both where one has a name of its own.
    pub(super) fn naming(&self, error: Error) -> Error {
        match self.container {
            Container::One(_) => error,
            _ => error.within(self.name()),
        }
    }
}

impl<T> Read<T> {
    /// Exit status 1 says that something was left out.
    pub(super) const fn outcome(&self) -> Outcome {
        if self.skipped > 0 { Outcome::Findings } else { Outcome::Fine }
    }
}

impl Inputs {
    /// Nothing is named, neither as argument nor in a file.
    pub(super) fn is_empty(&self) -> bool {
        self.inputs.is_empty() && self.files_from.is_none()
    }

    /// The first argument, which may be a mistyped command.
    pub(super) fn first(&self) -> Option<&str> {
        self.inputs.first().map(String::as_str)
    }

    /// Whether words that are not about a failure are to be kept back.
    pub(super) const fn is_quiet(&self) -> bool {
        self.quiet
    }

    /// Every article behind the inputs that can be read: dated, by the user or by itself, and in a language that has rules.
    /// What is given twice, as files of two patterns and items of two feeds are, is read once.
    pub(super) fn readable(&self, reading: &Reading) -> Result<Read<Article>> {
        let published = reading.published()?;
        let zone = reading.zone()?;
        let dated = |input: &Loaded, article: Result<Article>| {
            let mut article = article?;
            article.published = published.clone().or(article.published).map(|at| at.in_zone(zone));
            let readable = in_known_language(&article).and_then(|()| undated::check(&article).map(drop));
            readable.map_err(|error| input.naming(error))?;
            Ok(article)
        };
        let mut read = self.read(expand::distinct(self.sources()?), |input| {
            let articles =
                input.reader.all(input.name(), &input.bytes, input.container, input.url.as_deref())?;
            Ok(articles.into_iter().map(|article| dated(input, article)).collect())
        })?;
        let mut known: FxHashMap<String, Vec<String>> = FxHashMap::default();
        read.found.retain(|article| match &article.id {
            Some(id) => {
                let texts = known.entry(id.clone()).or_default();
                let is_new = !texts.contains(&article.text);
                if is_new {
                    texts.push(article.text.clone());
                }
                is_new
            }
            None => true,
        });
        Ok(read)
    }

    /// Hands every input to `with`, in parallel; what fails is reported, counted and left out.
    ///
    /// # Errors
    ///
    /// When nothing could be read at all; with `--fail-fast`, the first failure.
    pub(super) fn each<T: Send>(
        &self,
        with: impl Fn(&Loaded) -> Result<Vec<Result<T>>> + Sync,
    ) -> Result<Read<T>> {
        self.read(self.sources()?, with)
    }

    fn sources(&self) -> Result<Vec<Result<Source>>> {
        if self.is_empty() {
            return Err(Error::value(
                "no article given; name a file, or `-` for standard input (--help tells more)",
            ));
        }
        let sources = expand::sources(&self.inputs, self.files_from.as_deref())?;
        if self.url.is_some() && sources.len() > 1 {
            return Err(Error::value("is the address of one page; give one input").at("--url"));
        }
        Ok(sources)
    }

    fn read<T: Send>(
        &self,
        sources: Vec<Result<Source>>,
        with: impl Fn(&Loaded) -> Result<Vec<Result<T>>> + Sync,
    ) -> Result<Read<T>> {
        let bar = progress::bar(sources.len(), self.quiet);
        let first_failure = AtomicUsize::new(usize::MAX);
        let one = |(number, source): (usize, Result<Source>)| -> Vec<Result<T>> {
            // Only what stands after a failure may be left out, so the first failure is the same on every run.
            if self.fail_fast && number > first_failure.load(Ordering::Relaxed) {
                return Vec::new();
            }
            let read = source
                .and_then(|source| self.load(source))
                .and_then(|loaded| with(&loaded))
                .unwrap_or_else(|error| vec![Err(error)]);
            if read.iter().any(Result::is_err) {
                first_failure.fetch_min(number, Ordering::Relaxed);
            }
            bar.inc(1);
            read
        };
        let results: Vec<Vec<Result<T>>> = if sources.len() == 1 {
            // Threads would cost more than they save.
            sources.into_iter().enumerate().map(one).collect()
        } else {
            sources.into_par_iter().enumerate().map(one).collect()
        };
        bar.finish_and_clear();
        let (mut found, mut errors) = (Vec::with_capacity(results.len()), Vec::new());
        for result in results.into_iter().flatten() {
            match result {
                Ok(value) => found.push(value),
                Err(error) => errors.push(error),
            }
        }
        let skipped = self.report(errors, found.is_empty())?;
        Ok(Read { found, skipped })
    }

    /// Tells of failures and counts them; the last of them ends the command when nothing is left, the first with
    /// `--fail-fast`.
    fn report(&self, errors: Vec<Error>, nothing_left: bool) -> Result<usize> {
        let count = errors.len();
        let mut errors = errors.into_iter();
        if self.fail_fast
            && let Some(first) = errors.next()
        {
            return Err(first);
        }
        let mut once = Once::default();
        let mut errors: Vec<Error> = errors.map(|error| once.tell(error)).collect();
        let last = if nothing_left { errors.pop() } else { None };
        if !self.quiet {
            errors.iter().for_each(output::complain);
        }
        last.map_or(Ok(count), Err)
    }

    fn load(&self, source: Source) -> Result<Loaded> {
        let url = self.url.clone();
        match source {
            Source::Stdin => {
                let bytes = self.limits.bytes(STDIN, std::io::stdin().lock(), false)?;
                Ok(Loaded::new("-".to_owned(), bytes, url, self.limits.reader()))
            }
            Source::File(path) => {
                let file = File::open(&path).map_err(|error| Error::io(&path, error))?;
                let many = Container::of(&path, b"") == Container::Records;
                let bytes = self.limits.bytes(&path, file, many)?;
                Ok(Loaded::new(path, bytes, url, self.limits.reader()))
            }
            Source::Address(address) => self.fetch(address),
        }
    }

    #[cfg(feature = "fetch")]
    fn fetch(&self, address: String) -> Result<Loaded> {
        use crate::fetch::{Limits, fetch};
        let reader = self.limits.reader();
        let limits = Limits {
            allow_private: self.allow_private,
            longest: reader.longest as u64,
            time: std::time::Duration::from_secs(self.timeout),
            ..Limits::default()
        };
        let page = fetch(&address, &limits)?;
        // What the server calls it beats how its address ends.
        let container = match page.media_type.as_str() {
            "text/html" | "application/xhtml+xml" => Container::One(Format::Html),
            "text/markdown" => Container::One(Format::Markdown),
            media_type if media_type.ends_with("xml") || media_type.ends_with("json") => {
                Container::of("", &page.bytes)
            }
            _ => Container::of(&address, &page.bytes),
        };
        let url = Some(self.url.clone().unwrap_or(page.url));
        Ok(Loaded { argument: address, bytes: page.bytes, container, reader, url })
    }

    #[cfg(not(feature = "fetch"))]
    fn fetch(&self, address: String) -> Result<Loaded> {
        let message = "this dateline was built without the feature `fetch`; save the page and name the file";
        Err(Error::value(message).at(address))
    }
}

/// Every article of one file; the first that cannot be read is an error.
pub(super) fn file(path: &str) -> Result<Vec<Article>> {
    let bytes = std::fs::read(path).map_err(|error| Error::io(path, error))?;
    article::all(path, &bytes, Container::of(path, &bytes), None)?.into_iter().collect()
}

/// What errors call standard input.
pub(super) const STDIN: &str = "standard input";

/// All of standard input.
pub(super) fn stdin() -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes).map_err(|error| Error::io(STDIN, error))?;
    Ok(bytes)
}

/// An article in a language without rules would be read as if its words were English ones.
pub(super) fn in_known_language(article: &Article) -> Result<()> {
    let known = Language::english().code;
    match &article.language {
        Some(code) if code != known => {
            let name = article.language_name().unwrap_or(code);
            let message = format!("is in {name}, for which dateline has no rules; it reads English");
            Err(Error::article(message).at(&article.name))
        }
        _ => Ok(()),
    }
}
