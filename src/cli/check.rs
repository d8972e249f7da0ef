//! `dateline check`: cases of date resolution, for other people's test suites and CI.

use super::options::{self, Reading};
use super::output::{self, Stdout};
use super::{Outcome, input};
use crate::article::Article;
use crate::check::report::{Counts, Report, Run};
use crate::check::{self, CaseFile, Format};
use crate::error::{Error, Result};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Case files (.toml, .yaml, .jsonl, .json, .csv), folders of them, or globs such as "tests/**/*.toml"
    #[arg(required = true, value_name = "CASES")]
    cases: Vec<String>,

    #[command(flatten)]
    reading: Reading,

    /// Only cases whose name, text or file:line holds this
    #[arg(long, value_name = "TEXT")]
    filter: Option<String>,

    /// How to report: human, tap, junit or json
    #[arg(long, value_name = "FORMAT", default_value = "human")]
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
    #[arg(long)]
    update: bool,
}

pub(super) fn run(args: &Args) -> Result<Outcome> {
    let report = Report::from_name(&args.format).ok_or_else(|| {
        options::unknown("--format", &args.format, &Report::ALL.iter().map(|r| r.name()).collect::<Vec<_>>())
    })?;
    let policy = args.reading.policy()?;
    let published = args.reading.published()?;
    let mut files = paths(&args.cases)?.iter().map(|path| read(path)).collect::<Result<Vec<CaseFile>>>()?;
    for case in files.iter_mut().flat_map(|file| &mut file.cases) {
        case.published = case.published.take().or_else(|| published.clone());
    }
    let language = args.reading.language()?;
    let mut runs = Vec::with_capacity(files.len());
    for file in &files {
        let open = |path: &str| article(&file.name, path);
        let wanted = |case: &&check::Case| args.filter.as_deref().is_none_or(|part| case.matches(part));
        let checked = file.cases.iter().filter(wanted).map(|case| {
            let at = format!("{}:{}", case.place.file, case.place.line);
            check::run(case, language, &policy, &open).map_err(|error| error.within(&at))
        });
        runs.push(Run { file, checked: checked.collect::<Result<_>>()? });
    }
    if Counts::of(&runs).all() == 0 {
        let cure = if args.filter.is_some() { "--filter keeps none" } else { "the files hold none" };
        return Err(Error::value(format!("no case to run: {cure}")).at(args.cases.join(" ")));
    }
    if args.update {
        return rewrite(&runs);
    }
    let colour = args.output.is_none() && output::colour();
    output::write(args.output.as_deref(), args.force, report.into(), |out| report.write(&runs, colour, out))?;
    Ok(if Counts::of(&runs).failed == 0 { Outcome::Fine } else { Outcome::Findings })
}

/// Writes the files whose expectations changed; findings, where something is wrong that no new expectation mends.
fn rewrite(runs: &[Run<'_>]) -> Result<Outcome> {
    let mut out = Stdout::new();
    let mut outcome = Outcome::Fine;
    for run in runs {
        let name = &run.file.name;
        let text = check::update(run.file, &run.checked);
        let is_changed = text != run.file.text;
        if is_changed {
            let failed = run.checked.iter().filter(|c| c.verdict == check::Verdict::Failed).count();
            output::refresh(Path::new(name), &run.file.text, &text)?;
            out.line(format_args!("{name}: {failed} updated"))?;
        }
        if run.checked.iter().any(|checked| !checked.verdict.is_fine() && !(is_changed && is_mended(checked)))
        {
            outcome = Outcome::Findings;
            out.line(format_args!("{name}: what fails here needs a person's hand"))?;
        }
    }
    out.finish()?;
    Ok(outcome)
}

/// Whether new expectations make all of a case right: dates and statuses do, entries too many or too few do not.
fn is_mended(checked: &check::Checked<'_>) -> bool {
    let is_text = matches!(checked.case.subject, check::Subject::Text(_));
    let is_rewritten =
        |complaint: &check::Complaint| matches!(complaint.wrong, check::Wrong::Date | check::Wrong::Status);
    checked.verdict == check::Verdict::Failed && (is_text || checked.complaints.iter().all(is_rewritten))
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

fn read(path: &Path) -> Result<CaseFile> {
    let name = path.display().to_string();
    let format = Format::of_path(path).ok_or_else(|| {
        Error::value("is no case file by its name; end in .toml, .yaml, .jsonl, .json or .csv").at(&name)
    })?;
    let text = std::fs::read_to_string(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::InvalidData => Error::value("is not UTF-8; save it as UTF-8").at(&name),
        _ => Error::io(path, error),
    })?;
    check::read(&name, &text, format)
}

/// The files that arguments name, each once, sorted within an argument.
fn paths(arguments: &[String]) -> Result<Vec<PathBuf>> {
    let mut seen = BTreeSet::new();
    let mut all = Vec::new();
    for argument in arguments {
        let found = if Path::new(argument).is_dir() {
            folder(Path::new(argument))?
        } else if !Path::new(argument).exists() && argument.contains(['*', '?', '[']) {
            globbed(argument)?
        } else {
            vec![PathBuf::from(argument)]
        };
        all.extend(found.into_iter().filter(|path| seen.insert(path.clone())));
    }
    Ok(all)
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
    files.sort();
    if files.is_empty() {
        return Err(Error::value("no file matches").at(pattern));
    }
    Ok(files)
}
