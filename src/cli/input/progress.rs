//! How far a long run is.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::IsTerminal;

/// Fewer inputs than this are read before anybody looks.
const FEWEST: usize = 20;

/// A bar on standard error where that is a terminal; elsewhere one that shows nothing.
pub(super) fn bar(inputs: usize, quiet: bool) -> ProgressBar {
    if quiet || inputs < FEWEST || !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::with_draw_target(Some(inputs as u64), ProgressDrawTarget::stderr());
    match ProgressStyle::with_template("{bar:40} {pos}/{len} articles, {eta} left") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
