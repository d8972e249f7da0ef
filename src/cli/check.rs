//! `dateline check`: cases of date resolution, for other people's test suites and CI.

use super::offer::Offer;
use super::options::{self, Reading};
use super::output::{self, Stdout};
use super::{Outcome, input};
use crate::article::Article;
use crate::check::report::{Counts, Report, Run};
use crate::check::{self, CaseFile, Format, Mistake};
use crate::error::{Error, Result};
use crate::sorting;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// What its help ends with.
const STATUS: &str = "\
Exit status: 0 all cases hold; 1 a case fails, or a known gap passes; 2 a file is broken or missing, or a mistake in what was given.";

#[derive(Debug, clap::Args)]
#[command(after_help = STATUS)]
pub(super) struct Args {
    /// Case files (.toml, .yaml, .jsonl, .json, .csv), folders of them, or globs such as "tests/**/*.toml"
    #[arg(required = true, value_name = "CASES")]
    cases: Vec<String>,

    #[command(flatten)]
    reading: Reading,

    /// Only cases whose name, text or file holds this, or the one at FILE:LINE
    #[arg(long, value_name = "TEXT")]
    filter: Option<String>,

    /// How to report: human, tap, junit or json
    #[arg(long, value_name = "FORMAT", default_value = "human", value_parser = Offer::of(Report::ALL, Report::name), hide_possible_values = true)]
    format: String,

    /// Write the report to a file
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Replace a file that dateline did not write, or that was changed since
    ///
    /// What -o writes ends with a seal, by which it is known again. A file with an unbroken seal is replaced every time; one that
    /// somebody else wrote, or changed since, only so.
    #[arg(long)]
    force: bool,

    /// Rewrite the expectations of failed cases to what is found now; nothing else in the files changes
    ///
    /// What is left to do by hand is named with its line and the reason. A file that cannot be read whole is not changed.
    #[arg(long, conflicts_with_all = ["output", "format"])]
    update: bool,
}

pub(super) fn run(args: &Args) -> Result<Outcome> {
    let report = Report::from_name(&args.format).ok_or_else(|| {
        options::unknown("--format", &args.format, &Report::ALL.iter().map(|r| r.name()).collect::<Vec<_>>())
    })?;
    let policy = args.reading.policy()?;
    let published = args.reading.published()?;
    let language = args.reading.language()?;
    let mut mistakes = Vec::new();
    let mut files = Vec::new();
    for argument in &args.cases {
        match paths(argument) {
            Ok(paths) => paths.iter().for_each(|path| files.extend(read(path, &mut mistakes))),
            Err(error) => mistakes.push(mistake(argument, None, error)),
        }
    }
    let mut seen = BTreeSet::new();
    files.retain(|file: &CaseFile| seen.insert(file.name.clone()));
    for case in files.iter_mut().flat_map(|file| &mut file.cases) {
        case.published = case.published.take().or_else(|| published.clone());
    }
    let mut runs = Vec::with_capacity(files.len());
    for file in &files {
        let open = |path: &str| article(&file.name, path);
        let wanted = |case: &&check::Case| args.filter.as_deref().is_none_or(|part| case.matches(part));
        let mut checked = Vec::new();
        for case in file.cases.iter().filter(wanted) {
            match check::run(case, language, &policy, &open) {
                Ok(it) => checked.push(it),
                Err(error) => mistakes.push(mistake(&file.name, Some(case.place.line), error)),
            }
        }
        runs.push(Run { file, checked });
    }
    if Counts::of(&runs).all() == 0 && mistakes.is_empty() {
        let cure = if args.filter.is_some() { "--filter keeps none" } else { "the files hold none" };
        let error = Error::value(format!("no case to run: {cure}"));
        mistakes.push(mistake(&args.cases.join(" "), None, error));
    }
    for mistake in &mistakes {
        output::say(format_args!("dateline: {mistake}"));
    }
    let outcome = if args.update {
        rewrite(&runs, &mistakes)?
    } else {
        if Counts::of(&runs).all() > 0 || args.output.is_some() || report != Report::Human {
            let colour = args.output.is_none() && output::colour();
            output::write(args.output.as_deref(), args.force, report.into(), |out| {
                report.write(&runs, &mistakes, colour, out)
            })?;
        }
        if Counts::of(&runs).failed == 0 { Outcome::Fine } else { Outcome::Findings }
    };
    Ok(if mistakes.is_empty() { outcome } else { Outcome::Broken })
}

/// Writes the files whose expectations changed, and names what no new expectation mends. A file with mistakes is left as it is.
fn rewrite(runs: &[Run<'_>], mistakes: &[Mistake]) -> Result<Outcome> {
    let mut out = Stdout::new();
    let mut outcome = Outcome::Fine;
    for run in runs {
        let name = &run.file.name;
        if mistakes.iter().any(|mistake| mistake.file == *name) {
            out.line(format_args!("{name}: 0 updated; mend its mistakes first"))?;
            continue;
        }
        let update = check::update(run.file, &run.checked);
        if update.text != run.file.text {
            output::refresh(Path::new(name), &run.file.text, &update.text)?;
            out.line(format_args!("{name}: {} updated", update.changed))?;
        }
        for left in &update.left {
            outcome = Outcome::Findings;
            let (line, title) = (left.case.place.line, output::visible(left.case.title()));
            out.line(format_args!("{name}:{line}: `{}` needs a hand: {}", title.trim(), left.why))?;
        }
    }
    out.finish()?;
    Ok(outcome)
}

/// What is wrong with a file, or with a line of it.
fn mistake(file: &str, line: Option<usize>, error: Error) -> Mistake {
    let own = error.place() == Some(file);
    let message = if own { error.unplaced().to_string() } else { error.to_string() };
    Mistake { file: file.to_owned(), line, message }
}

/// The article that a case names, beside its case file.
fn article(file: &str, path: &str) -> Result<Article> {
    let path = Path::new(file).parent().unwrap_or(Path::new("")).join(path);
    let mut articles = input::file(&path.to_string_lossy())?;
    match articles.len() {
        1 => Ok(articles.remove(0)),
        n => {
            Err(Error::value(format!("holds {n} articles; a case reads one")).at(path.display().to_string()))
        }
    }
}

/// A case file as far as it can be read, and what is wrong with it.
fn read(path: &Path, mistakes: &mut Vec<Mistake>) -> Option<CaseFile> {
    let name = path.display().to_string();
    let text = Format::of_path(path)
        .ok_or_else(|| {
            Error::value("is no case file by its name; end in .toml, .yaml, .jsonl, .json or .csv")
        })
        .and_then(|format| match std::fs::read_to_string(path) {
            Ok(text) => Ok((text, format)),
            Err(error) if error.kind() == std::io::ErrorKind::InvalidData => {
                Err(Error::value("is not UTF-8; save it as UTF-8"))
            }
            Err(error) => Err(Error::io(path, error)),
        });
    match text {
        Ok((text, format)) => {
            let (file, found) = check::read_all(&name, &text, format);
            mistakes.extend(found);
            Some(file)
        }
        Err(error) => {
            mistakes.push(mistake(&name, None, error));
            None
        }
    }
}

/// The files that an argument names, sorted.
fn paths(argument: &str) -> Result<Vec<PathBuf>> {
    if Path::new(argument).is_dir() {
        folder(Path::new(argument))
    } else if !Path::new(argument).exists() && argument.contains(['*', '?', '[']) {
        globbed(argument)
    } else {
        Ok(vec![PathBuf::from(argument)])
    }
}

/// The case files under a folder.
fn folder(folder: &Path) -> Result<Vec<PathBuf>> {
    let pattern = format!("{}/**/*", glob::Pattern::escape(&folder.to_string_lossy()));
    let mut files = globbed(&pattern)?;
    files.retain(|path| Format::of_path(path).is_some());
    if files.is_empty() {
        let message = "holds no case file (.toml, .yaml, .jsonl, .json, .csv)";
        return Err(Error::value(message).at(folder.display().to_string()));
    }
    Ok(files)
}

fn globbed(pattern: &str) -> Result<Vec<PathBuf>> {
    let paths = glob::glob(pattern)
        .map_err(|error| Error::value(format!("is no glob: {}", error.msg)).at(pattern))?;
    let mut files = paths
        .filter(|path| path.as_ref().map_or(true, |path| path.is_file()))
        .collect::<Result<Vec<_>, _>>()
        .map_err(|error| {
            let path = error.path().to_owned();
            Error::io(path, error.into())
        })?;
    sorting::sort(&mut files);
    if files.is_empty() {
        return Err(Error::value("no file matches").at(pattern));
    }
    Ok(files)
}
