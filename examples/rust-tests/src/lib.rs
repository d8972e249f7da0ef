//! Reads until when a press release is under embargo.

use dateline::Resolver;

/// The day on which a release may be printed, as `2025-11-21`; `None` where it names none.
pub fn embargo(release: &str, received: &str) -> dateline::Result<Option<String>> {
    let when = Resolver::on(received)?.resolve(release);
    // "until noon" is open on the left: what counts is where it ends.
    Ok(when.and_then(|when| when.interval.to).map(|end| end.date().to_string()))
}
