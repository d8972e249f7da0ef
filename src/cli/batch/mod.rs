//! `dateline batch`: JSON Lines of articles in, a line of answer for each out; for pipelines and clusters.
//!
//! Input: lines, from standard input or files. Output: their answers, in the same order, on all processors.
//! Knows nothing that a library user would need.
//!
//! ```text
//! reader ──► chunks of whole lines ──► workers, in any order
//!    └─────► an answer to wait for, in the order of the lines ──► writer
//! ```
//!
//! The queue between reader and writer is short: when the writer waits, whoever reads the output being slow, so does the
//! reader. No more is held than what stands in it, however long the input.

mod answer;
mod resume;
mod sink;
mod stop;

use super::Outcome;
use super::choosing::Choosing;
use super::input::lines::Lines;
use super::limits::Limits;
use super::options::Reading;
use super::output::say;
use crate::error::{Error, Result};
use answer::{Answerer, Answers, Kind};
use sink::Sink;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, TryRecvError, sync_channel};
use std::time::Duration;
use stop::Stop;

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Files of JSON Lines, read one after the other; standard input where none is named
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,

    #[command(flatten)]
    reading: Reading,

    #[command(flatten)]
    choosing: Choosing,

    /// Answer with the expressions of time, as `annotate` lists them, not with a timeline
    #[arg(long, conflicts_with = "Choosing")]
    annotations: bool,

    /// How many records are read at the same time [default: one a processor]
    #[arg(long, value_name = "N")]
    jobs: Option<NonZeroUsize>,

    /// Write to a file, line by line; one that exists needs --resume or --force
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Go on with the output of a run that was interrupted: a torn last line is cut off, and what is answered is not
    /// answered again
    #[arg(long, requires = "output", conflicts_with = "force")]
    resume: bool,

    /// Write the output anew
    #[arg(long, requires = "output")]
    force: bool,

    /// Say nothing on standard error but why the command failed
    #[arg(long)]
    quiet: bool,

    #[command(flatten)]
    limits: Limits,
}

/// Stack of a worker: pages nest, and what reads them recurses.
const STACK: usize = 16 << 20;

/// How many chunks a worker may be ahead of the writer.
const AHEAD: usize = 3;

/// How often the writer looks whether it is asked to stop, while there is nothing to write.
const LOOK: Duration = Duration::from_millis(50);

/// What the writer waits for: the answers to one chunk.
type Promise = Receiver<Result<Answers>>;

pub(super) fn run(args: &Args) -> Result<Outcome> {
    let kind = if args.annotations {
        Kind::Annotations
    } else {
        Kind::Timeline(Box::new(args.choosing.selection()?))
    };
    let answerer = Arc::new(Answerer::new(kind, &args.reading, args.limits.reader())?);
    let mut lines = Lines::open(&args.files, args.limits.reader().longest)?;
    let mut sink = match &args.output {
        None => Sink::stdout(),
        Some(path) if args.resume => resume::resume(path, &mut lines, &answerer)?,
        Some(path) => Sink::create(path, args.force, &args.files)?,
    };
    let stop = Stop::listen()?;
    let jobs = match args.jobs {
        Some(jobs) => jobs,
        None => std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN),
    };
    let promises = start(lines, answerer, jobs.get(), &stop)?;
    let counts = write(&promises, &mut sink, &stop)?;
    sink.finish()?;
    if let Some(signal) = stop.signal() {
        if !args.quiet {
            let cure = if args.output.is_some() { "; --resume goes on from there" } else { "" };
            say(format_args!("dateline: stopped after {} records{cure}", counts.records));
        }
        stop::leave(signal);
    }
    if counts.errors > 0 && !args.quiet {
        let Counts { records, errors } = counts;
        say(format_args!("dateline: {errors} of {records} records are not answered; their `error` says why"));
    }
    Ok(Outcome::Fine)
}

/// Starts the reader and the workers.
fn start(lines: Lines, answerer: Arc<Answerer>, jobs: usize, stop: &Stop) -> Result<Receiver<Promise>> {
    let thread = |error: std::io::Error| Error::io("a thread", error);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs).stack_size(STACK);
    let pool = pool.build().map_err(|error| thread(std::io::Error::other(error)))?;
    let (queue, promises) = sync_channel(jobs.saturating_mul(AHEAD));
    let stop = stop.clone();
    // It is not waited for: it may wait itself for input that never comes when the writer is asked to stop.
    std::thread::Builder::new()
        .name("reader".to_owned())
        .spawn(move || read(lines, &answerer, &pool, &queue, &stop))
        .map_err(thread)?;
    Ok(promises)
}

/// Reads until the end, an error, or until nobody waits for answers any more.
fn read(
    mut lines: Lines,
    answerer: &Arc<Answerer>,
    pool: &rayon::ThreadPool,
    queue: &SyncSender<Promise>,
    stop: &Stop,
) {
    while stop.signal().is_none() {
        let chunk = match lines.next() {
            Ok(Some(chunk)) => Ok(chunk),
            Ok(None) => return,
            Err(error) => Err(error),
        };
        let (answer, promise) = sync_channel(1);
        if queue.send(promise).is_err() {
            return;
        }
        match chunk {
            // Whoever does not wait any more needs no answer.
            Err(error) => {
                let _ = answer.send(Err(error));
                return;
            }
            Ok(chunk) => {
                let answerer = Arc::clone(answerer);
                pool.spawn_fifo(move || {
                    let _ = answer.send(Ok(answerer.chunk(&chunk)));
                });
            }
        }
    }
}

/// How many records were answered, and how many of them with an error.
#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    records: usize,
    errors: usize,
}

/// Writes answers in the order of their records until there are no more; once asked to stop, those that are on their way.
fn write(promises: &Receiver<Promise>, sink: &mut Sink, stop: &Stop) -> Result<Counts> {
    let mut counts = Counts::default();
    loop {
        let promise = match promises.try_recv() {
            Ok(promise) => promise,
            Err(TryRecvError::Disconnected) => return Ok(counts),
            Err(TryRecvError::Empty) if stop.signal().is_some() => return Ok(counts),
            Err(TryRecvError::Empty) => {
                // Whoever asked may wait for the answer before asking again.
                sink.flush()?;
                match promises.recv_timeout(LOOK) {
                    Ok(promise) => promise,
                    Err(RecvTimeoutError::Timeout) => continue,
                    Err(RecvTimeoutError::Disconnected) => return Ok(counts),
                }
            }
        };
        let answers = promise.recv().map_err(|_| Error::value("an answer was lost; please report it"))??;
        sink.write(&answers.lines)?;
        counts.records += answers.records;
        counts.errors += answers.errors;
    }
}
