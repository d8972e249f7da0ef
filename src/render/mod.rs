//! Room 7: bytes for readers.
//!
//! Input: a [`Timeline`]. Output: a page, a fragment, Markdown, JSON, or what other tools read.
//! Knows nothing of how the timeline was built; one file a format, behind the small trait [`Render`].

pub mod annotated;
mod csv;
pub(crate) mod data;
mod escape;
mod extent;
mod fields;
mod fragment;
mod html;
mod ics;
pub mod json;
mod json_ld;
mod label;
mod link;
mod markdown;
mod markwhen;
mod mermaid;
mod slide;
mod style;
#[cfg(feature = "template")]
mod template;
mod timelinejs;
pub mod timeml;
mod view;

pub use csv::Csv;
pub use fragment::Fragment;
pub use html::Html;
pub use ics::Ics;
pub use json::Json;
pub use json_ld::JsonLd;
pub use label::{Dates, Locale, label};
pub use markdown::{Flavor, Markdown};
pub use markwhen::Markwhen;
pub use mermaid::Mermaid;
#[cfg(feature = "template")]
pub use template::Template;
pub use timelinejs::TimelineJs;

use crate::expression::unit::names;
use crate::timeline::Timeline;
use std::io;
use std::path::Path;

/// What a format leaves open.
///
/// ```
/// use dateline::{render::{Dates, Flavor, Format, Options, to_string_with}, timeline::Timeline};
///
/// let text = "The council met on Monday.";
/// let timeline = Timeline::builder().text("a.txt", text, "2025-11-20".parse()?).build()?;
/// let dates = Dates::of_locale("fr").expect("a locale");
/// let options = Options { dates, flavor: Flavor::Gfm, ..Options::default() };
/// assert!(to_string_with(&timeline, Format::Markdown, &options).contains("17 novembre 2025"));
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Options {
    /// In which way dates are printed for people.
    pub dates: Dates,
    /// CSS that pages and fragments add to their own; see [`check_stylesheet`].
    pub stylesheet: Option<String>,
    /// For whom Markdown is written.
    pub flavor: Flavor,
    /// The timeline stands in a post that has a title of its own: Markdown leaves its title and its front matter out.
    pub embedded: bool,
}

/// The line, from 1, of what a style sheet may not hold: `</style`, which would end the element that it stands in.
///
/// ```
/// use dateline::render::check_stylesheet;
/// assert_eq!(check_stylesheet(".dateline { --dateline-accent: teal }"), None);
/// assert_eq!(check_stylesheet("a {}\n</STYLE>"), Some(2));
/// ```
pub fn check_stylesheet(css: &str) -> Option<usize> {
    (1..).zip(css.lines()).find(|(_, line)| line.to_ascii_lowercase().contains("</style")).map(|(n, _)| n)
}

/// Writes a timeline in one format.
///
/// ```
/// use dateline::{render::{Options, Render}, timeline::Timeline};
/// use std::io;
///
/// /// A line an entry: its date and its headline.
/// struct Plain;
///
/// impl Render for Plain {
///     fn render(&self, timeline: &Timeline, _: &Options, out: &mut dyn io::Write) -> io::Result<()> {
///         timeline.entries.iter().try_for_each(|e| writeln!(out, "{} {}", e.when.edtf(), e.headline))
///     }
/// }
///
/// let text = "The council met on Monday.";
/// let timeline = Timeline::builder().text("a.txt", text, "2025-11-20".parse()?).build()?;
/// let mut out = Vec::new();
/// Plain.render(&timeline, &Options::default(), &mut out).expect("memory takes it");
/// assert_eq!(out, b"2025-11-17 The council met\n");
/// # Ok::<(), dateline::Error>(())
/// ```
///
/// The output is deterministic: the same timeline gives the same bytes.
pub trait Render {
    /// Writes the timeline to `out`, in many small pieces; buffer what is slow.
    ///
    /// # Errors
    /// What `out` reports.
    fn render(&self, timeline: &Timeline, options: &Options, out: &mut dyn io::Write) -> io::Result<()>;
}

names! {
    /// A format that timelines are written in.
    Format in "dateline::render" {
        /// Markdown for terminals, posts and site generators, in several [flavours](Flavor); the default on standard output.
        Markdown = "markdown",
        /// A whole page in one file, which asks nothing of the network and runs no script.
        Html = "html",
        /// A `<section>` with its style, to be put into a page.
        Fragment = "fragment",
        /// The timeline as data.
        Json = "json",
        /// A table with the columns of TimelineJS's spreadsheet.
        Csv = "csv",
        /// Slides for TimelineJS, as JSON.
        TimelineJs = "timelinejs",
        /// schema.org's words for search engines.
        JsonLd = "jsonld",
        /// What is planned, for calendars.
        Ics = "ics",
        /// Timelines as text.
        Markwhen = "markwhen",
        /// A diagram.
        Mermaid = "mermaid",
    }
}

impl Format {
    /// The extension of files in this format, without the dot.
    ///
    /// ```
    /// use dateline::render::Format;
    /// assert_eq!(Format::Fragment.extension(), "html");
    /// ```
    pub const fn extension(self) -> &'static str {
        match self {
            Format::Markdown => "md",
            Format::Html | Format::Fragment => "html",
            Format::Json | Format::TimelineJs => "json",
            Format::Csv => "csv",
            Format::JsonLd => "jsonld",
            Format::Ics => "ics",
            Format::Markwhen => "mw",
            Format::Mermaid => "mmd",
        }
    }

    /// The format that a file's extension asks for.
    ///
    /// ```
    /// use dateline::render::Format;
    /// assert_eq!(Format::of_path("out/story.html"), Some(Format::Html));
    /// assert_eq!(Format::of_path("story.docx"), None);
    /// ```
    pub fn of_path(path: impl AsRef<Path>) -> Option<Self> {
        let extension = path.as_ref().extension()?.to_str()?.to_ascii_lowercase();
        match extension.as_str() {
            "md" | "markdown" => Some(Format::Markdown),
            "html" | "htm" => Some(Format::Html),
            "json" => Some(Format::Json),
            "csv" => Some(Format::Csv),
            "jsonld" => Some(Format::JsonLd),
            "ics" => Some(Format::Ics),
            "mw" => Some(Format::Markwhen),
            "mmd" => Some(Format::Mermaid),
            _ => None,
        }
    }

    /// What writes this format.
    ///
    /// ```
    /// use dateline::{render::{Format, Options}, timeline::Timeline};
    ///
    /// let mut out = Vec::new();
    /// let renderer = Format::Csv.renderer();
    /// renderer.render(&Timeline::default(), &Options::default(), &mut out).expect("memory takes it");
    /// assert!(out.starts_with(b"Year,Month,Day"));
    /// ```
    pub const fn renderer(self) -> &'static dyn Render {
        match self {
            Format::Markdown => &Markdown,
            Format::Html => &Html,
            Format::Fragment => &Fragment,
            Format::Json => &Json,
            Format::Csv => &Csv,
            Format::TimelineJs => &TimelineJs,
            Format::JsonLd => &JsonLd,
            Format::Ics => &Ics,
            Format::Markwhen => &Markwhen,
            Format::Mermaid => &Mermaid,
        }
    }
}

impl Render for Format {
    fn render(&self, timeline: &Timeline, options: &Options, out: &mut dyn io::Write) -> io::Result<()> {
        self.renderer().render(timeline, options, out)
    }
}

/// A timeline as text in `format`.
///
/// ```
/// use dateline::{render::{self, Format}, timeline::Timeline};
/// let empty = Timeline { title: Some("Nothing yet".into()), ..Timeline::default() };
/// assert_eq!(render::to_string(&empty, Format::Markdown), "# Nothing yet\n\nNo dated event was found.\n");
/// ```
pub fn to_string(timeline: &Timeline, format: Format) -> String {
    to_string_with(timeline, format, &Options::default())
}

/// The same, with what the format leaves open.
pub fn to_string_with(timeline: &Timeline, format: Format, options: &Options) -> String {
    let mut out = Vec::new();
    // Memory reports no errors, and every renderer writes whole strings.
    match format.render(timeline, options, &mut out) {
        Ok(()) => String::from_utf8_lossy(&out).into_owned(),
        Err(_) => String::new(),
    }
}
