//! The `dateline` command: one file a subcommand.
//!
//! Input: arguments. Output: what the library made of them, and an exit status.
//! Knows nothing that a library user would need.

mod annotate;
mod build;
mod explain;
mod input;
mod options;
mod output;
mod resolve;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Reads news articles, finds every expression of time, and writes a timeline of what happened.
#[derive(Debug, Parser)]
#[command(name = "dateline", version, args_conflicts_with_subcommands = true, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,

    #[command(flatten)]
    build: build::Args,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// What a date expression means on a publication date
    Resolve(resolve::Args),
    /// Every expression of time in an article, with where it stands and what it means
    Annotate(annotate::Args),
    /// How a sentence is read, step by step
    Explain(explain::Args),
}

/// How a command ended, when it did not fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// All is well: exit status 0.
    Fine,
    /// Something was found that the user asked to be told of: exit status 1.
    Findings,
}

/// Runs the command line that the process was started with.
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    let outcome = match &cli.command {
        Some(Command::Resolve(args)) => resolve::run(args),
        Some(Command::Annotate(args)) => annotate::run(args),
        Some(Command::Explain(args)) => explain::run(args),
        None => build::run(&cli.build),
    };
    match outcome {
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        // Whoever closed the pipe has read enough.
        Err(error) if error.is_broken_pipe() => ExitCode::SUCCESS,
        Err(error) => {
            output::complain(&error);
            ExitCode::from(2)
        }
    }
}
