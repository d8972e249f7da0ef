//! The one error type of the crate.

use std::fmt;
use std::io::ErrorKind;
use std::path::Path;

/// What went wrong: which input, where in it, and how to mend it, in one message.
///
/// The kinds are private so that they may grow; ask with the `is_*` predicates.
///
/// ```
/// use dateline::{Expr, Resolver, lang::{Additions, Language}};
///
/// let error = "shift(-3 weak)".parse::<Expr>().unwrap_err().at("desk.rules:3");
/// assert!(error.is_expression());
/// assert_eq!(error.place(), Some("desk.rules:3"));
/// let message = "desk.rules:3: `weak` is neither a value nor a variable of the pattern; did you mean `week`?";
/// assert_eq!(error.to_string(), message);
///
/// let error = Resolver::on("2025-02-30").unwrap_err();
/// assert!(error.is_value() && !error.is_io() && !error.is_broken_pipe());
///
/// let additions = Additions { words: vec![("desk.words", "unit sennight: sennight")], ..Additions::default() };
/// let error = Language::english_with(&additions).unwrap_err();
/// assert!(error.is_language());
/// assert_eq!(error.place(), Some("desk.words:1"));
/// ```
#[derive(Debug)]
pub struct Error {
    kind: Kind,
    place: Option<String>,
    /// What is true of this place alone.
    hint: Option<String>,
}

#[derive(Debug)]
enum Kind {
    /// A file could not be read or written.
    Io(std::io::Error),
    /// An article is not what its format promises.
    Article(String),
    /// A page could not be fetched.
    #[cfg(feature = "fetch")]
    Fetch(String),
    /// No publication date was given or found.
    Unpublished(String),
    /// A rules or words file does not load.
    Language(String),
    /// A printed expression does not parse.
    Expression(String),
    /// A value given by the user (a date, a time zone) does not parse.
    Value(String),
}

/// The crate's result.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    pub(crate) fn io(path: impl AsRef<Path>, error: std::io::Error) -> Self {
        Error { kind: Kind::Io(error), place: Some(path.as_ref().display().to_string()), hint: None }
    }

    /// What is wrong with a line of JSON, and at which character of it.
    #[cfg(any(feature = "articles", feature = "check"))]
    pub(crate) fn json(error: &impl fmt::Display) -> String {
        let message = error.to_string();
        // The library counts lines within what it was given, which is one line.
        let (message, place) = message.split_once(" at line ").unwrap_or((&message, ""));
        let column = place.rsplit_once("column ").map_or("0", |(_, column)| column);
        format!("column {column}: {message}")
    }

    pub(crate) fn article(message: impl Into<String>) -> Self {
        Error { kind: Kind::Article(message.into()), place: None, hint: None }
    }

    #[cfg(feature = "fetch")]
    pub(crate) fn fetch(message: impl Into<String>) -> Self {
        Error { kind: Kind::Fetch(message.into()), place: None, hint: None }
    }

    pub(crate) fn unpublished(message: impl Into<String>) -> Self {
        Error { kind: Kind::Unpublished(message.into()), place: None, hint: None }
    }

    pub(crate) fn language(message: impl Into<String>) -> Self {
        Error { kind: Kind::Language(message.into()), place: None, hint: None }
    }

    pub(crate) fn expression(message: impl Into<String>) -> Self {
        Error { kind: Kind::Expression(message.into()), place: None, hint: None }
    }

    pub(crate) fn value(message: impl Into<String>) -> Self {
        Error { kind: Kind::Value(message.into()), place: None, hint: None }
    }

    /// The same error, naming the file (and, where known, the line: `path:line`) that it is about.
    #[must_use]
    pub fn at(mut self, place: impl Into<String>) -> Self {
        self.place.get_or_insert_with(|| place.into());
        self
    }

    /// The same error, naming its place as the user wrote it.
    #[cfg(feature = "cli")]
    #[must_use]
    pub(crate) fn renamed(mut self, place: impl Into<String>) -> Self {
        self.place = Some(place.into());
        self
    }

    /// The same error, naming what asked for the thing that it is about, before its own place.
    #[must_use]
    pub(crate) fn within(mut self, place: &str) -> Self {
        self.place = Some(self.place.map_or_else(|| place.to_owned(), |inner| format!("{place}: {inner}")));
        self
    }

    /// The same error without the place, for those who tell that in another way.
    #[must_use]
    pub(crate) fn unplaced(self) -> Self {
        Error { place: None, ..self }
    }

    /// The same error with what is true of its place alone, after its message.
    #[cfg(feature = "cli")]
    #[must_use]
    pub(crate) fn with_hint(self, hint: String) -> Self {
        Error { hint: Some(hint), ..self }
    }

    /// What is wrong, wherever it is.
    #[cfg(feature = "articles")]
    pub(crate) fn message(&self) -> String {
        self.kind.to_string()
    }

    /// The same error in few words, where the rest was told of another place already.
    #[cfg(feature = "cli")]
    #[must_use]
    pub(crate) fn repeated(self) -> Self {
        let message = self.message();
        let short = message.split([':', ';', ',']).next().unwrap_or_default();
        Error { kind: Kind::Value(format!("{short}; as above")), ..self }
    }

    /// The file, or `file:line`, that the error is about.
    pub fn place(&self) -> Option<&str> {
        self.place.as_deref()
    }

    /// A file could not be read or written.
    pub const fn is_io(&self) -> bool {
        matches!(self.kind, Kind::Io(_))
    }

    /// Whoever read the output has closed it; no error to a command.
    pub fn is_broken_pipe(&self) -> bool {
        matches!(&self.kind, Kind::Io(error) if error.kind() == ErrorKind::BrokenPipe)
    }

    /// An article is not what its format promises.
    ///
    /// ```
    /// use dateline::article::{self, Format};
    ///
    /// let error = article::read("empty.txt", b"", Format::Text, None).unwrap_err();
    /// assert!(error.is_article());
    /// assert_eq!(error.to_string(), "empty.txt: has no text; is it the right file?");
    /// ```
    pub const fn is_article(&self) -> bool {
        matches!(self.kind, Kind::Article(_))
    }

    /// A page could not be fetched.
    ///
    /// ```
    /// use dateline::fetch::{Limits, fetch};
    ///
    /// let error = fetch("ftp://example.org/", &Limits::default()).unwrap_err();
    /// assert!(error.is_fetch());
    /// ```
    #[cfg(feature = "fetch")]
    pub const fn is_fetch(&self) -> bool {
        matches!(self.kind, Kind::Fetch(_))
    }

    /// No publication date was given or found.
    ///
    /// ```
    /// use dateline::{article::Article, timeline::Timeline};
    ///
    /// let article = Article { name: "a.txt".into(), text: "It ended on Friday.".into(), ..Article::default() };
    /// let error = Timeline::builder().article(article).build().unwrap_err();
    /// assert!(error.is_unpublished());
    /// assert_eq!(error.place(), Some("a.txt"));
    /// ```
    pub const fn is_unpublished(&self) -> bool {
        matches!(self.kind, Kind::Unpublished(_))
    }

    /// A rules or words file does not load.
    pub const fn is_language(&self) -> bool {
        matches!(self.kind, Kind::Language(_))
    }

    /// A printed expression does not parse.
    pub const fn is_expression(&self) -> bool {
        matches!(self.kind, Kind::Expression(_))
    }

    /// A value given by the user does not parse.
    pub const fn is_value(&self) -> bool {
        matches!(self.kind, Kind::Value(_))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // What has no name needs no colon behind it.
        if let Some(place) = self.place.as_ref().filter(|place| !place.is_empty()) {
            write!(f, "{place}: ")?;
        }
        self.kind.fmt(f)?;
        match &self.hint {
            Some(hint) => write!(f, "; {hint}"),
            None => Ok(()),
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Kind::Io(error) => match error.kind() {
                ErrorKind::NotFound => f.write_str("no such file; check the name"),
                ErrorKind::IsADirectory => f.write_str("is a folder; name the files in it"),
                ErrorKind::PermissionDenied => {
                    f.write_str("may not be read or written by you; check its permissions")
                }
                ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
                    f.write_str("the disk is full; make room and run it again")
                }
                _ => error.fmt(f),
            },
            #[cfg(feature = "fetch")]
            Kind::Fetch(m) => f.write_str(m),
            Kind::Article(m)
            | Kind::Unpublished(m)
            | Kind::Language(m)
            | Kind::Expression(m)
            | Kind::Value(m) => f.write_str(m),
        }
    }
}

/// As what it is about, its kind, and the message.
#[cfg(feature = "serde")]
impl serde::Serialize for Error {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let kind = match self.kind {
            Kind::Io(_) => "io",
            Kind::Article(_) => "article",
            #[cfg(feature = "fetch")]
            Kind::Fetch(_) => "fetch",
            Kind::Unpublished(_) => "unpublished",
            Kind::Language(_) => "language",
            Kind::Expression(_) => "expression",
            Kind::Value(_) => "value",
        };
        let mut error = serializer.serialize_struct("Error", 3)?;
        error.serialize_field("kind", kind)?;
        error.serialize_field("place", &self.place)?;
        error.serialize_field("message", &self.to_string())?;
        error.end()
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.kind {
            Kind::Io(error) => Some(error),
            _ => None,
        }
    }
}
