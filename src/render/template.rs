//! Templates of one's own, in [Jinja]'s notation.
//!
//! [Jinja]: https://docs.rs/minijinja/latest/minijinja/syntax/

use super::Options;
use super::escape::{OPENING_BRACE, html, markdown};
use super::view::View;
use crate::error::{Error, Result};
use crate::suggest::nearest;
use crate::timeline::Timeline;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value, ValueKind};
use minijinja::{AutoEscape, Environment, ErrorKind, Output, State, UndefinedBehavior};
use serde::Serialize;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::Path;

/// The name under which Markdown is escaped.
const MARKDOWN: &str = "markdown";

/// A template that prints a timeline, and those that it includes or extends.
///
/// It sees the fields that the [guide](crate::guide::templates) lists. What it prints is escaped as its extension asks (`.html`, `.htm`,
/// `.xml`, `.json`, `.md`; `.j2` and `.jinja` behind it count for nothing), unless the filter `safe` says that it is markup. A field
/// that does not exist is an error, one that is empty prints nothing.
///
/// ```
/// use dateline::{render::{Options, Template}, timeline::Timeline};
///
/// let text = "{{ summary }}\n{% for entry in entries %}\n{{ entry.when.edtf }}: {{ entry.headline }}\n{% endfor %}";
/// let template = Template::new("list.txt", text, |_| Ok(None))?;
/// let article = "The council met on Monday.";
/// let timeline = Timeline::builder().text("council", article, "2025-11-20".parse()?).build()?;
/// assert_eq!(template.render(&timeline, &Options::default())?, "1 event, November 2025\n2025-11-17: The council met\n");
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Debug)]
pub struct Template {
    environment: Environment<'static>,
    name: String,
}

/// What a template sees.
#[derive(Serialize)]
struct Context<'a> {
    #[serde(flatten)]
    view: &'a View<'a>,
    entries: Vec<&'a super::view::EntryView<'a>>,
    /// Of printed dates, where they are a locale's.
    language: Option<&'a str>,
    embedded: bool,
}

impl Template {
    /// Reads a template. `name` is its file's name, which errors name and whose extension says how to escape; `load` gives the text of
    /// another file that it includes or extends, named relative to the one that names it, and `None` where there is none.
    ///
    /// # Errors
    ///
    /// What is no template: names the file and the line.
    pub fn new<L>(name: &str, text: &str, load: L) -> Result<Template>
    where
        L: Fn(&str) -> std::io::Result<Option<String>> + Send + Sync + 'static,
    {
        let mut environment = Environment::new();
        let syntax =
            SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true).build();
        environment.set_syntax(syntax.map_err(|error| told(name, &error, &BTreeSet::new()))?);
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_auto_escape_callback(escape);
        environment.set_formatter(print);
        environment.add_filter(MARKDOWN, |text: Cow<'_, str>| Value::from_safe_string(markdown(&text)));
        environment.set_path_join_callback(|name, from| beside(name, from).into());
        environment.set_loader(move |name| {
            let failed = |error: std::io::Error| {
                minijinja::Error::new(ErrorKind::BadInclude, format!("`{name}` cannot be read: {error}"))
            };
            load(name).map_err(failed)
        });
        let added = environment.add_template_owned(name.to_owned(), text.to_owned());
        added.map_err(|error| told(name, &error, &BTreeSet::new()))?;
        Ok(Template { environment, name: name.to_owned() })
    }

    /// The extension that says what it prints: `html` of `page.html` and of `page.html.j2`.
    ///
    /// ```
    /// use dateline::render::Template;
    ///
    /// let template = Template::new("page.html.j2", "{{ title }}", |_| Ok(None))?;
    /// assert_eq!(template.extension(), Some("html"));
    /// # Ok::<(), dateline::Error>(())
    /// ```
    pub fn extension(&self) -> Option<&str> {
        extension(&self.name)
    }

    /// The timeline as the template prints it.
    ///
    /// # Errors
    ///
    /// A field that does not exist, a file that cannot be included, and whatever else a template can do wrong: names the file and
    /// the line.
    pub fn render(&self, timeline: &Timeline, options: &Options) -> Result<String> {
        let view = View::new(timeline, &options.dates);
        let entries = view.years.iter().flat_map(|year| &year.months).flat_map(|month| &month.entries);
        let context = Value::from(Serde(Context {
            entries: entries.collect(),
            language: options.dates.language(),
            embedded: options.embedded,
            view: &view,
        }));
        let template = self.environment.get_template(&self.name);
        template.and_then(|template| template.render(context.clone())).map_err(|error| {
            let mut fields = BTreeSet::new();
            names(&context, &mut fields);
            told(&self.name, &error, &fields)
        })
    }
}

/// The extension of a name, before what only says that it is a template.
fn extension(name: &str) -> Option<&str> {
    let name = [".j2", ".jinja2", ".jinja"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name);
    Path::new(name).extension()?.to_str()
}

/// How what a file prints is escaped.
fn escape(name: &str) -> AutoEscape {
    match extension(name) {
        Some("html" | "htm" | "xml" | "svg") => AutoEscape::Html,
        Some("json") => AutoEscape::Json,
        Some("md" | "markdown") => AutoEscape::Custom(MARKDOWN.into()),
        _ => AutoEscape::None,
    }
}

/// Prints a value; what is empty prints nothing.
fn print(out: &mut Output<'_>, state: &mut State<'_, '_>, value: &Value) -> Result<(), minijinja::Error> {
    let escape: fn(&str) -> String = match state.auto_escape() {
        // There, what is empty is `null`.
        AutoEscape::Json => return minijinja::escape_formatter(out, state, value),
        _ if value.is_none() => return Ok(()),
        AutoEscape::Html => attribute,
        AutoEscape::Custom(name) if name == MARKDOWN => markdown,
        _ => str::to_owned,
    };
    let text = value.to_string();
    out.write_str(&if value.is_safe() { text } else { escape(&text) }).map_err(minijinja::Error::from)
}

/// Text as HTML, in quotes of either kind, and for pages that are searched for shortcodes or Liquid first.
fn attribute(text: &str) -> String {
    html(text).replace('\'', "&#39;").replace('{', OPENING_BRACE)
}

/// The name of a file beside the one that names it.
fn beside(name: &str, from: &str) -> String {
    match Path::new(from).parent() {
        Some(folder) => folder.join(name).to_string_lossy().into_owned(),
        None => name.to_owned(),
    }
}

/// An error with its file, its line and its cure.
fn told(name: &str, error: &minijinja::Error, fields: &BTreeSet<String>) -> Error {
    // What went wrong in an included file stands behind the complaint that it cannot be included.
    let mut error = error;
    while let Some(inner) = std::error::Error::source(error).and_then(|source| source.downcast_ref()) {
        error = inner;
    }
    let place = format!("{}:{}", error.name().unwrap_or(name), error.line().unwrap_or(1));
    let detail = error.detail().map_or_else(|| error.kind().to_string(), str::to_owned);
    let cure = match error.kind() {
        ErrorKind::UndefinedError if detail.contains("]`") => "ask with `if` whether it has one".to_owned(),
        ErrorKind::UndefinedError => meant(&detail, fields),
        ErrorKind::TemplateNotFound => "names are relative to the file that gives them".to_owned(),
        ErrorKind::UnknownFilter | ErrorKind::UnknownFunction | ErrorKind::UnknownTest => SEE.to_owned(),
        _ => return Error::value(detail).at(place),
    };
    let message = format!("{detail}; {cure}");
    Error::value(message).at(place)
}

/// Where everything is listed that a template may name.
const SEE: &str = "docs/guide/templates.md lists what there is";

/// The field that was meant, or where all are listed.
fn meant(detail: &str, fields: &BTreeSet<String>) -> String {
    let said = detail.split('`').nth(1).and_then(|path| path.rsplit('.').next()).unwrap_or_default();
    match nearest(said, fields.iter().map(String::as_str)) {
        Some(field) => format!("did you mean `{field}`?"),
        None => SEE.to_owned(),
    }
}

/// The names of all fields of a value, however deep.
fn names(value: &Value, into: &mut BTreeSet<String>) {
    match value.kind() {
        ValueKind::Map => {
            for key in value.try_iter().into_iter().flatten() {
                if let Ok(below) = value.get_item(&key) {
                    names(&below, into);
                }
                into.insert(key.to_string());
            }
        }
        ValueKind::Seq => value.try_iter().into_iter().flatten().for_each(|item| names(&item, into)),
        _ => {}
    }
}
