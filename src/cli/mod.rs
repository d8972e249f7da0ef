//! The `dateline` command: one file a subcommand.
//!
//! Input: arguments. Output: what the library made of them, and an exit status.
//! Knows nothing that a library user would need.

mod annotate;
mod batch;
mod build;
mod check;
mod choosing;
mod config;
mod embed;
mod explain;
mod generate;
mod input;
mod limits;
mod mdbook;
mod offer;
mod options;
mod output;
mod post;
mod printing;
mod published;
mod render;
mod resolve;
mod rules;
mod undated;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// What `--help` ends with; `-h` is shorter.
const EXAMPLES: &str = "\
Examples:
  dateline story.txt --published 2025-11-20            a timeline in Markdown, on the terminal
  dateline story.html -o timeline.html                 a page; the article says its own date
  dateline post.md --format fragment                   a section for a blog
  dateline embed posts/*.md                            refreshes the timelines between markers in posts
  dateline batch articles.jsonl -o timelines.jsonl     a line of answer for each of many articles
  dateline resolve \"last month\" --published 2025-11-20 what an expression means on that day
  dateline published page.html                         when it was published, and what says so
  dateline explain \"two weeks ago\"                     how it is read

Exit status: 0 fine; 1 an expression has no time, or an input was left out; 2 a mistake in what was given.";

/// Reads news articles, finds every expression of time, and writes a timeline of what happened.
#[derive(Debug, Parser)]
#[command(name = "dateline", version, args_conflicts_with_subcommands = true, max_term_width = 100)]
#[command(after_long_help = EXAMPLES)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,

    #[command(flatten)]
    build: build::Args,

    /// When to colour: auto (on a terminal, unless NO_COLOR is set), always or never
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto", hide_default_value = true, value_parser = offer::Offer::names(["auto", "always", "never"]), hide_possible_values = true)]
    color: String,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// What a date expression means on a publication date
    Resolve(resolve::Args),
    /// Every expression of time in an article, with where it stands and what it means
    Annotate(annotate::Args),
    /// When each article was published, from which evidence, and how sure
    Published(published::Args),
    /// How a sentence is read, step by step
    Explain(explain::Args),
    /// Render a timeline that was built as JSON before, edited by hand or not
    Render(render::Args),
    /// Refresh the timelines between markers in posts
    Embed(embed::Args),
    /// Expand the markers in the chapters of a book; mdBook runs it
    Mdbook(mdbook::Args),
    /// Answer JSON Lines of articles with a line each, on all processors; for pipelines and clusters
    Batch(batch::Args),
    /// Run cases of date resolution; for test suites and CI
    Check(check::Args),
    /// List the rules that are known, or run the examples of your own
    Rules(rules::Args),
    /// Print the JSON Schema of a timeline or an annotation
    Schema(generate::SchemaArgs),
    /// Print completions for a shell
    Completions(generate::CompletionsArgs),
    /// Print the manual page of dateline or of a command
    Man(generate::ManArgs),
}

/// The commands' names, for those who mistype them.
fn commands() -> Vec<String> {
    use clap::CommandFactory;
    Cli::command().get_subcommands().map(|command| command.get_name().to_owned()).collect()
}

/// A command that `help` was asked for and that there is not: clap itself names none that was meant.
fn unknown_command(error: &clap::Error) -> Option<String> {
    use clap::error::{ContextKind, ContextValue, ErrorKind};
    let is_unknown = error.kind() == ErrorKind::InvalidSubcommand;
    match error.get(ContextKind::InvalidSubcommand).filter(|_| is_unknown)? {
        ContextValue::String(word) => Some(word.clone()),
        _ => None,
    }
}

/// How a command ended, when it did not fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    /// All is well: exit status 0.
    Fine,
    /// Something was found that the user asked to be told of: exit status 1.
    Findings,
    /// A part of what was given cannot be used, and the user was told; the rest was done: exit status 2.
    Broken,
}

/// Runs the command line that the process was started with.
pub fn run() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            if let Some(word) = unknown_command(&error) {
                let all = commands();
                let names: Vec<&str> = all.iter().map(String::as_str).collect();
                output::complain(&options::unknown("help", &word, &names));
                return ExitCode::from(2);
            }
            error.exit()
        }
    };
    let outcome = output::choose_colour(&cli.color).and_then(|()| match &cli.command {
        Some(Command::Resolve(args)) => resolve::run(args),
        Some(Command::Annotate(args)) => annotate::run(args),
        Some(Command::Published(args)) => published::run(args),
        Some(Command::Explain(args)) => explain::run(args),
        Some(Command::Check(args)) => check::run(args),
        Some(Command::Rules(args)) => rules::run(args),
        Some(Command::Schema(args)) => generate::schema(args),
        Some(Command::Completions(args)) => generate::completions(args),
        Some(Command::Man(args)) => generate::man(args),
        Some(Command::Embed(args)) => embed::run(args),
        Some(Command::Mdbook(args)) => mdbook::run(args),
        Some(Command::Batch(args)) => batch::run(args),
        Some(Command::Render(args)) => render::run(args),
        None => build::run(&cli.build),
    });
    match outcome {
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Ok(Outcome::Broken) => ExitCode::from(2),
        // Whoever closed the pipe has read enough.
        Err(error) if error.is_broken_pipe() => ExitCode::SUCCESS,
        Err(error) => {
            output::complain(&error);
            ExitCode::from(2)
        }
    }
}
