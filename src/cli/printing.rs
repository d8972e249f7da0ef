//! In which format timelines are written, how, and where: options that several commands share.

use super::Outcome;
use super::config::{Config, in_style, of_locale};
use super::offer::Offer;
use super::options::unknown;
use super::output::{self, Seal, say};
use crate::error::{Error, Result};
use crate::render::{self, Dates, Flavor, Format, Options, Render, Template, check_stylesheet};
use crate::stored;
use crate::timeline::{Edited, Edits, Lost, Timeline};
use clap::Args;
use std::io;
use std::path::{Path, PathBuf};

/// The format, what it leaves open, and the file.
#[derive(Clone, Debug, Default, Args)]
pub(super) struct Printing {
    /// Format of the timeline: markdown, html, fragment, json, csv, timelinejs, jsonld, ics (what is planned), markwhen or mermaid
    #[arg(long, value_name = "FORMAT", value_parser = Offer::of(Format::ALL, Format::name), hide_possible_values = true)]
    format: Option<String>,

    /// For whom Markdown is written: plain (the default), gfm (a table a year), or with front matter for hugo, zola or jekyll
    #[arg(long, value_name = "FLAVOR", value_parser = Offer::of(Flavor::ALL, Flavor::name), hide_possible_values = true)]
    flavor: Option<String>,

    /// Write what a template of your own prints, in Jinja's notation; its extension chooses how text is escaped
    #[arg(long, value_name = "FILE", conflicts_with_all = ["format", "flavor"])]
    template: Option<PathBuf>,

    /// Title of the timeline, instead of the article's
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,

    /// Carry out the corrections of an edits file
    #[arg(long, value_name = "FILE")]
    edits: Option<PathBuf>,

    /// Print dates as a locale has them, such as de, pt-BR or en-US
    #[arg(long, value_name = "LOCALE", conflicts_with = "dates")]
    locale: Option<String>,

    /// Print dates in a style: day-first, ap (Associated Press) or iso
    #[arg(long, value_name = "STYLE", value_parser = Offer::names(Dates::STYLES), hide_possible_values = true)]
    dates: Option<String>,

    /// Add a style sheet to the page or fragment
    #[arg(long, value_name = "FILE")]
    stylesheet: Option<PathBuf>,

    /// Write to a file; its extension chooses the format unless --format does
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Replace a file that dateline did not write, or that was changed since
    ///
    /// What -o writes ends with a seal, by which it is known again. A file with an unbroken seal is replaced every time; one that
    /// somebody else wrote, or changed since, only so.
    #[arg(long)]
    force: bool,
}

/// What a timeline is written as, with everything that the options name read.
#[derive(Debug)]
pub(super) struct Target<'a> {
    printing: &'a Printing,
    form: Form,
    options: Options,
    /// What an editor wants changed; `None` for nothing.
    pub(super) edits: Option<Edits>,
}

#[derive(Debug)]
enum Form {
    Format(Format),
    Template(Box<Template>),
}

impl Target<'_> {
    /// Writes the timeline; findings, where an edit found nothing.
    pub(super) fn write(&self, timeline: &Timeline, edited: &Edited) -> Result<Outcome> {
        self.tell(edited);
        let Printing { output, force, .. } = self.printing;
        match &self.form {
            Form::Format(format) => output::write(output.as_deref(), *force, (*format).into(), |out| {
                format.render(timeline, &self.options, out)
            })?,
            Form::Template(template) => {
                let text = template.render(timeline, &self.options)?;
                let seal = Seal::of_template(template.extension(), &text);
                output::write(output.as_deref(), *force, seal, |out| out.write_all(text.as_bytes()))?;
            }
        }
        Ok(if edited.lost.is_empty() { Outcome::Fine } else { Outcome::Findings })
    }

    /// The timeline as text for a post, which is HTML or Markdown; an edit that finds no entry is an error, so that nobody misses it.
    pub(super) fn text(&self, timeline: &Timeline, edited: &Edited, is_html: bool) -> Result<String> {
        self.tell(edited);
        if !edited.lost.is_empty() {
            return Err(Error::value("an edit finds no entry; no post was changed").at("edits"));
        }
        let format = match &self.form {
            Form::Format(format) => *format,
            Form::Template(template) => return template.render(timeline, &self.options),
        };
        let text = render::to_string_with(timeline, format, &self.options);
        Ok(if format == Format::Mermaid && !is_html { format!("```mermaid\n{text}```\n") } else { text })
    }

    /// Tells which edits found nothing, each once, however much they change; and which found their entry by its headline.
    fn tell(&self, edited: &Edited) {
        let name = self.printing.edits.as_deref().unwrap_or(Path::new("")).display();
        for found in &edited.found {
            say(format_args!("dateline: {name}:{}: {found}", found.line.unwrap_or(1)));
        }
        let mut told: Vec<&Lost> = Vec::new();
        for lost in &edited.lost {
            if !told.iter().any(|other| (other.line, &other.missing) == (lost.line, &lost.missing)) {
                say(format_args!("dateline: {name}:{}: {}", lost.line.unwrap_or(1), lost.missing));
                told.push(lost);
            }
        }
    }
}

impl Printing {
    /// How the timeline is to be written; mistakes in the options are told before any article is read.
    pub(super) fn target(&self, config: &Config) -> Result<Target<'_>> {
        let form = self.form(Format::Markdown)?;
        Ok(Target { printing: self, options: self.options(&form, config)?, form, edits: self.edits()? })
    }

    /// The same for a place inside a post, which is HTML or Markdown.
    pub(super) fn place(&self, is_html: bool, config: &Config) -> Result<Target<'_>> {
        if self.output.is_some() {
            return Err(Error::value("the timeline is written between the markers; take it out").at("output"));
        }
        let form = self.form(if is_html { Format::Fragment } else { Format::Markdown })?;
        if let Form::Format(format) = form
            && !matches!(format, Format::Markdown | Format::Fragment | Format::Mermaid)
        {
            let message =
                format!("`{format}` has no place in a post; give one of markdown, fragment, mermaid");
            return Err(Error::value(message).at("format"));
        }
        let options = Options { embedded: true, ..self.options(&form, config)? };
        Ok(Target { printing: self, form, options, edits: self.edits()? })
    }

    /// The template, or the format asked for; `default` where neither an option nor the output file's extension names one.
    fn form(&self, default: Format) -> Result<Form> {
        match &self.template {
            Some(path) => template(path).map(|template| Form::Template(Box::new(template))),
            None => Ok(Form::Format(self.format()?.unwrap_or(default))),
        }
    }

    /// The format asked for, else the one that the output file's extension asks for.
    fn format(&self) -> Result<Option<Format>> {
        if let Some(name) = &self.format {
            let all: Vec<_> = Format::ALL.iter().map(|f| f.name()).collect();
            return Format::from_name(name).map(Some).ok_or_else(|| unknown("--format", name, &all));
        }
        let Some(path) = &self.output else { return Ok(None) };
        Format::of_path(path).map(Some).ok_or_else(|| {
            let message = "the extension names no format; end in .md, .html, .json, .csv, .jsonld, .ics, .mw or .mmd, or give --format";
            Error::value(message).at(path.display().to_string())
        })
    }

    /// For whom Markdown is written.
    fn flavor(&self, form: &Form) -> Result<Flavor> {
        let Some(name) = &self.flavor else { return Ok(Flavor::default()) };
        if let Form::Format(format) = form
            && *format != Format::Markdown
        {
            let message = format!("`{format}` has no flavours; take it out, or give --format markdown");
            return Err(Error::value(message).at("--flavor"));
        }
        let all: Vec<_> = Flavor::ALL.iter().map(|f| f.name()).collect();
        Flavor::from_name(name).ok_or_else(|| unknown("--flavor", name, &all))
    }

    /// The edits file, read; a title of the command line beats the file's.
    fn edits(&self) -> Result<Option<Edits>> {
        let read = |path: &PathBuf| -> Result<Edits> {
            let text = std::fs::read_to_string(path).map_err(|error| Error::io(path, error))?;
            stored::edits(&text).map_err(|error| error.within(&path.display().to_string()))
        };
        let mut edits = self.edits.as_ref().map(read).transpose()?;
        if let Some(title) = &self.title {
            edits.get_or_insert_default().title = Some(title.clone());
        }
        Ok(edits)
    }

    /// In which way dates are printed: as an option says, else as the configuration does.
    fn dates(&self, config: &Config) -> Result<Dates> {
        if let Some(tag) = &self.locale {
            return of_locale(tag, "--locale".to_owned());
        }
        if let Some(name) = &self.dates {
            return in_style(name, "--dates");
        }
        config.dates()
    }

    /// The options, with the style sheet read.
    fn options(&self, form: &Form, config: &Config) -> Result<Options> {
        let flavor = self.flavor(form)?;
        let dates = self.dates(config)?;
        let stylesheet = self.stylesheet.as_deref().map(stylesheet).transpose()?;
        Ok(Options { dates, stylesheet, flavor, embedded: false })
    }
}

fn stylesheet(path: &Path) -> Result<String> {
    let css = std::fs::read_to_string(path).map_err(|error| Error::io(path, error))?;
    match check_stylesheet(&css) {
        None => Ok(css),
        Some(line) => Err(Error::value("`</style` would end the style sheet; take it out")
            .at(format!("{}:{line}", path.display()))),
    }
}

/// Reads a template; what it includes lies beside it.
fn template(path: &Path) -> Result<Template> {
    let text = std::fs::read_to_string(path).map_err(|error| Error::io(path, error))?;
    Template::new(&path.to_string_lossy(), &text, |name| match std::fs::read_to_string(name) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    })
}
