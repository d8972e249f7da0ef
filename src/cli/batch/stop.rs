//! Signals that ask to stop.

use crate::error::{Error, Result};
use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::{flag, low_level};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// Whether the process was asked to stop, and by which signal.
#[derive(Clone, Debug)]
pub(super) struct Stop(Arc<AtomicUsize>);

impl Stop {
    /// Listens for SIGINT and SIGTERM. The first asks, a second ends the process on the spot.
    pub(super) fn listen() -> Result<Self> {
        let asked = Arc::new(AtomicUsize::new(0));
        let twice = Arc::new(AtomicBool::new(false));
        for signal in [SIGINT, SIGTERM] {
            let listen = || -> std::io::Result<()> {
                // In this order: the first signal finds the flag down and raises it.
                flag::register_conditional_shutdown(signal, status(signal), Arc::clone(&twice))?;
                flag::register(signal, Arc::clone(&twice))?;
                flag::register_usize(
                    signal,
                    Arc::clone(&asked),
                    usize::try_from(signal).unwrap_or_default(),
                )?;
                Ok(())
            };
            listen().map_err(|error| Error::io("signals", error))?;
        }
        Ok(Stop(asked))
    }

    /// The signal that asked.
    pub(super) fn signal(&self) -> Option<i32> {
        match self.0.load(Ordering::SeqCst) {
            0 => None,
            signal => i32::try_from(signal).ok(),
        }
    }
}

/// What shells make of a process that ended by a signal.
const fn status(signal: i32) -> i32 {
    128 + signal
}

/// Ends the process as the signal would have, so that whoever started it sees why.
pub(super) fn leave(signal: i32) -> ! {
    // The first process of a container is not ended by its own signals.
    if std::process::id() != 1 {
        let _ = low_level::emulate_default_handler(signal);
    }
    std::process::exit(status(signal))
}
