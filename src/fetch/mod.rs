//! Pages from the web.
//!
//! Input: an address. Output: a [`Page`], the bytes that it leads to.
//! Knows nothing of articles, and of other programs' settings: no proxy, no cookies, no passwords.

mod guard;

use crate::error::{Error, Result};
use encoding_rs::Encoding;
use guard::{Guard, Private};
use std::io::Read;
use std::time::Duration;
use ureq::ResponseExt;
use ureq::unversioned::transport::DefaultConnector;

/// What was found at an address.
///
/// ```
/// use dateline::{article::{self, Format}, fetch::Page};
///
/// let page = Page {
///     url: "https://example.org/2025/11/20/strike.html".into(),
///     media_type: "text/html".into(),
///     bytes: b"<html><p>The strike ended on Friday.".to_vec(),
/// };
/// let article = article::read(&page.url, &page.bytes, Format::of_bytes(&page.bytes), Some(&page.url))?;
/// assert_eq!(article.require_published()?.day.to_string(), "2025-11-20");
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Page {
    /// Where the redirects ended.
    pub url: String,
    /// The media type that the server gives, in lower case and without parameters; empty when it gives none.
    pub media_type: String,
    /// The body; in UTF-8 where the server says in which encoding a text is.
    pub bytes: Vec<u8>,
}

/// How far a fetch may go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Limits {
    /// Longest body, in bytes after decompression.
    pub longest: u64,
    /// Time for everything: names, redirects, body.
    pub time: Duration,
    /// Most redirects that are followed.
    pub redirects: u32,
    /// Whether this machine and private networks may be asked.
    pub allow_private: bool,
}

impl Default for Limits {
    fn default() -> Self {
        Limits { longest: 20_000_000, time: Duration::from_secs(20), redirects: 5, allow_private: false }
    }
}

/// Kinds of text that articles come in; `+xml` and `+json` are taken besides.
const MEDIA_TYPES: [&str; 5] =
    ["application/xml", "application/json", "application/x-ndjson", "application/jsonl", ""];

/// Fetches a page by `http` or `https`.
///
/// Names are resolved here, and the connection goes to what they resolve to: an address of this machine or of a private
/// network is refused whether it is written out, hidden behind a name or reached by a redirect.
///
/// ```
/// use dateline::fetch::{Limits, fetch};
///
/// let error = fetch("http://127.0.0.1/", &Limits::default()).unwrap_err();
/// assert!(error.is_fetch() && error.to_string().contains("--allow-private"));
/// ```
///
/// # Errors
///
/// When the address is none, is private, or leads to no text; names the address and the cure.
pub fn fetch(address: &str, limits: &Limits) -> Result<Page> {
    let config = ureq::Agent::config_builder()
        .proxy(None)
        .timeout_global(Some(limits.time))
        .max_redirects(limits.redirects)
        .user_agent(concat!("dateline/", env!("CARGO_PKG_VERSION")))
        .accept("text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, text/*;q=0.9, */*;q=0.5")
        .build();
    let guard = Guard::new(limits.allow_private);
    let agent = ureq::Agent::with_parts(config, DefaultConnector::default(), guard);
    let fail = |error: ureq::Error| Error::fetch(told(&error, limits)).at(address);
    let mut response = agent.get(address).call().map_err(fail)?;
    let content_type = response.headers().get("content-type").and_then(|value| value.to_str().ok());
    let content_type = content_type.unwrap_or_default().to_ascii_lowercase();
    let media_type = content_type.split(';').next().unwrap_or_default().trim().to_owned();
    let is_text = media_type.starts_with("text/")
        || media_type.ends_with("+xml")
        || media_type.ends_with("+json")
        || MEDIA_TYPES.contains(&media_type.as_str());
    if !is_text {
        let message = format!("is of type {media_type}, which is no article; give the address of a page");
        return Err(Error::fetch(message).at(address));
    }
    let url = response.get_uri().to_string();
    let mut bytes = Vec::new();
    let body = response.body_mut().as_reader();
    body.take(limits.longest + 1).read_to_end(&mut bytes).map_err(|error| fail(ureq::Error::from(error)))?;
    if bytes.len() as u64 > limits.longest {
        return Err(fail(ureq::Error::BodyExceedsLimit(limits.longest)));
    }
    Ok(Page { url, bytes: decoded(bytes, &content_type), media_type })
}

/// In UTF-8 where the server says what else it is; a feed says so itself, and what is UTF-8 anyway is left.
fn decoded(bytes: Vec<u8>, content_type: &str) -> Vec<u8> {
    let label = content_type.split("charset=").nth(1).and_then(|rest| rest.split(';').next());
    let encoding =
        label.and_then(|label| Encoding::for_label(label.trim_matches(['"', '\'', ' ']).as_bytes()));
    match encoding {
        Some(encoding) if !content_type.contains("xml") && std::str::from_utf8(&bytes).is_err() => {
            encoding.decode(&bytes).0.into_owned().into_bytes()
        }
        _ => bytes,
    }
}

/// What went wrong, and what to do.
fn told(error: &ureq::Error, limits: &Limits) -> String {
    match error {
        ureq::Error::StatusCode(code @ (401 | 403 | 429)) => {
            format!(
                "is refused by its server (status {code}); save the page from the browser and name the file"
            )
        }
        ureq::Error::StatusCode(code @ 500..) => {
            format!("has no page at the moment, since its server fails (status {code}); try again later")
        }
        ureq::Error::StatusCode(code) => format!("has no page (status {code}); check the address"),
        ureq::Error::Timeout(_) => {
            format!("did not answer within {} seconds; try again", limits.time.as_secs())
        }
        ureq::Error::HostNotFound => "has a host that nobody knows; check the address".to_owned(),
        ureq::Error::TooManyRedirects => {
            format!("leads on more than {} times; check the address", limits.redirects)
        }
        ureq::Error::RedirectFailed => "leads on to nowhere; check the address".to_owned(),
        ureq::Error::BodyExceedsLimit(_) => {
            format!(
                "is larger than {} MB, which no article is; save what you need of it",
                limits.longest / 1_000_000
            )
        }
        ureq::Error::BadUri(_) | ureq::Error::Http(_) => {
            "is no web address, or leads on to none; check its spelling".to_owned()
        }
        ureq::Error::Other(other) if other.is::<Private>() => {
            format!("{other}; --allow-private lets it")
        }
        // A failed read of the body carries the error that caused it.
        ureq::Error::Io(io) => match io.get_ref().and_then(|inner| inner.downcast_ref::<ureq::Error>()) {
            Some(inner) => told(inner, limits),
            None => format!("could not be fetched: {io}; check the address and the network"),
        },
        other => format!("could not be fetched: {other}; check the address and the network"),
    }
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn the_server_says_the_encoding() {
        let text = |bytes: &[u8], content_type| {
            String::from_utf8_lossy(&decoded(bytes.to_vec(), content_type)).into_owned()
        };
        assert_eq!(text(b"caf\xE9", "text/html; charset=ISO-8859-1"), "café");
        assert_eq!(text(b"caf\xE9", "text/html; charset=\"latin1\"; x=y"), "café");
        assert_eq!(text("café".as_bytes(), "text/html; charset=ISO-8859-1"), "café");
        assert_eq!(decoded(b"caf\xE9".to_vec(), "text/html"), b"caf\xE9");
    }
}
