//! `dateline schema | completions | man`: what is made of the program's own definitions.

use super::offer::Offer;
use super::output::Stdout;
use super::{Cli, Outcome, options};
use crate::error::{Error, Result};
use crate::render::json::{ANNOTATION_SCHEMA, TIMELINE_SCHEMA};
use clap::{CommandFactory, ValueEnum};
use clap_complete::Shell;

#[derive(Debug, clap::Args)]
pub(super) struct SchemaArgs {
    /// Of what: timeline or annotation
    #[arg(value_name = "KIND", default_value = "timeline", value_parser = Offer::names(["timeline", "annotation"]), hide_possible_values = true)]
    kind: String,
}

/// Shells that completions are made for.
const SHELLS: [&str; 5] = ["bash", "elvish", "fish", "powershell", "zsh"];

#[derive(Debug, clap::Args)]
pub(super) struct CompletionsArgs {
    /// For which shell: bash, elvish, fish, powershell or zsh
    #[arg(value_name = "SHELL", value_parser = Offer::names(SHELLS), hide_possible_values = true)]
    shell: String,
}

#[derive(Debug, clap::Args)]
pub(super) struct ManArgs {
    /// Of which command; of dateline itself, where none is given
    #[arg(value_name = "COMMAND")]
    command: Option<String>,
}

/// Prints a JSON Schema.
pub(super) fn schema(args: &SchemaArgs) -> Result<Outcome> {
    let schema = match args.kind.as_str() {
        "timeline" => TIMELINE_SCHEMA,
        "annotation" => ANNOTATION_SCHEMA,
        other => return Err(options::unknown("KIND", other, &["timeline", "annotation"])),
    };
    print(schema.as_bytes())
}

/// Prints completions for a shell.
pub(super) fn completions(args: &CompletionsArgs) -> Result<Outcome> {
    let shell =
        Shell::from_str(&args.shell, true).map_err(|_| options::unknown("SHELL", &args.shell, &SHELLS))?;
    let mut bytes = Vec::new();
    clap_complete::generate(shell, &mut offering_commands(), "dateline", &mut bytes);
    print(&bytes)
}

/// The definitions, where commands that take a command's name offer all of them; they cannot say so themselves, as they are
/// among them.
fn offering_commands() -> clap::Command {
    let all = Cli::command();
    // The names of definitions that are never changed last as long as the program.
    let names: Vec<&'static str> =
        all.get_subcommands().map(|command| &*Box::leak(command.get_name().into())).collect();
    all.mut_subcommand("man", |man| man.mut_arg("command", |arg| arg.value_parser(Offer::names(names))))
}

/// Prints a page for man(1).
pub(super) fn man(args: &ManArgs) -> Result<Outcome> {
    let mut root = Cli::command();
    root.build();
    let command = match args.command.as_deref() {
        None => root,
        Some(name) => root.find_subcommand(name).cloned().ok_or_else(|| {
            let all: Vec<&str> = root.get_subcommands().map(clap::Command::get_name).collect();
            options::unknown("COMMAND", name, &all)
        })?,
    };
    let mut bytes = Vec::new();
    clap_mangen::Man::new(command).render(&mut bytes).map_err(|error| Error::io("the page", error))?;
    print(&bytes)
}

fn print(bytes: &[u8]) -> Result<Outcome> {
    let mut out = Stdout::new();
    out.write(|out| out.write_all(bytes))?;
    out.finish()?;
    Ok(Outcome::Fine)
}
