//! The command `score`: each person in, one row out, in the same order, in batches, so that a file of any size
//! passes through the same memory.

use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::Path;

use anyhow::{Context, Result, ensure};
use burnout_screener::instrument::Instrument;
use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::args::{ScoreArgs, WriteArgs};
use crate::asked;
use crate::ending::Ending;
use crate::opened::{Input, Opened, Reading, is_same};
use crate::rows::{Raw, Refused};
use crate::scored::Columns;
use crate::wide::Beside;

/// How many people are read before they are scored.
const BATCH: usize = 8_192;
/// How many of them one core takes at a time.
const SHARE: usize = 256;

/// What became of the people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many were scored.
    pub scored: u64,
    /// How many were refused.
    pub refused: u64,
}

/// Scores files as the command line says.
///
/// # Errors
/// When a file cannot be used.
pub fn run(args: &ScoreArgs) -> Result<Ending> {
    let instrument = asked::instrument(&args.read.instrument)?;
    let reading = Reading::new(&instrument, &args.read, Beside::default())?;
    let mut all = Vec::new();
    for path in &args.responses {
        let input = Input::open(path)?;
        let bar = bar(input.length);
        let opened = reading.open(path, Box::new(bar.wrap_read(input.bytes)))?;
        all.push((path.as_path(), opened, bar));
    }
    write(&instrument, all, &args.write)
}

/// Scores everybody in files that are open, each with how far it is.
///
/// # Errors
/// When a file cannot be read on, or nothing can be written.
pub fn write(
    instrument: &Instrument,
    all: Vec<(&Path, Opened, ProgressBar)>,
    args: &WriteArgs,
) -> Result<Ending> {
    let pool = pool(args.threads)?;
    if let Some(output) = &args.output {
        for (path, ..) in &all {
            ensure!(!is_same(path, output), "{}: would be written over", output.display());
        }
    }
    let several = all.len() > 1;
    let with_id = all.iter().any(|(_, opened, _)| opened.has_ids);
    let columns = Columns { format: args.format, with_file: several, with_id };
    let mut to: Box<dyn Write> = match &args.output {
        Some(path) => {
            let file = File::create(path).with_context(|| path.display().to_string())?;
            Box::new(BufWriter::new(file))
        }
        None => Box::new(BufWriter::new(io::stdout().lock())),
    };
    to.write_all(columns.header(instrument).as_bytes())?;
    let (mut tally, mut ending) = (Tally::default(), Ending::Whole);
    for (path, mut opened, bar) in all {
        let said = |line: &str| bar.suspend(|| tell(path, several, line));
        opened.notes.iter().for_each(|note| said(note));
        let work = Work { instrument, columns, strict: args.strict, pool: pool.as_ref() };
        let ended = work.file(path, &mut opened, (&mut to, &mut tally), &|refused| {
            refused.to_string().lines().for_each(said);
        });
        bar.finish_and_clear();
        ending = ended.with_context(|| path.display().to_string())?;
        if ending == Ending::Stopped {
            break;
        }
    }
    to.flush()?;
    let Tally { scored, refused } = tally;
    writeln!(io::stderr(), "{scored} scored, {refused} refused").ok();
    Ok(if ending == Ending::Whole && refused > 0 { Ending::Some } else { ending })
}

fn tell(path: &Path, named: bool, line: &str) {
    let name = if named { format!("{}: ", path.display()) } else { String::new() };
    // A message that nobody can be shown ends nothing.
    writeln!(io::stderr(), "{name}{line}").ok();
}

/// One core needs no pool.
fn pool(threads: Option<usize>) -> Result<Option<ThreadPool>> {
    ensure!(threads != Some(0), "--threads must be 1 or more");
    if threads == Some(1) {
        return Ok(None);
    }
    Ok(Some(ThreadPoolBuilder::new().num_threads(threads.unwrap_or(0)).build()?))
}

/// How far it is, where somebody is looking.
fn bar(length: Option<u64>) -> ProgressBar {
    if !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    match length {
        Some(length) => {
            let style = "{bar:40} {binary_bytes}/{binary_total_bytes} {eta}";
            let style = ProgressStyle::with_template(style);
            ProgressBar::new(length)
                .with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
        }
        None => ProgressBar::new_spinner(),
    }
}

/// How people are scored.
pub struct Work<'a> {
    /// What was asked.
    pub instrument: &'a Instrument,
    /// What is written.
    pub columns: Columns,
    /// Whether the first one who is refused ends it.
    pub strict: bool,
    /// The cores; this one alone where there is none.
    pub pool: Option<&'a ThreadPool>,
}

/// What came of a share of a batch.
#[derive(Default)]
struct Share {
    written: Vec<u8>,
    scored: u64,
    refused: Vec<Refused>,
}

impl Work<'_> {
    /// Scores everybody in one file.
    ///
    /// # Errors
    /// When it cannot be read on, or nothing can be written.
    pub fn file(
        &self,
        path: &Path,
        opened: &mut Opened,
        (to, tally): (&mut dyn Write, &mut Tally),
        refuse: &dyn Fn(&Refused),
    ) -> Result<Ending> {
        let name = path.to_string_lossy();
        let layout = opened.layout.clone();
        let share = |people: Vec<Raw>| -> Result<Share> {
            let mut share = Share::default();
            for raw in people {
                match raw.read(self.instrument, layout.as_deref()) {
                    Ok(person) => {
                        self.columns.write(
                            self.instrument,
                            (&person, &name),
                            &mut share.written,
                        )?;
                        share.scored += 1;
                    }
                    Err(refused) => {
                        share.refused.push(refused);
                        if self.strict {
                            break;
                        }
                    }
                }
            }
            Ok(share)
        };
        loop {
            let (batch, ended) = next_batch(opened);
            let done: Vec<Result<Share>> = match self.pool {
                Some(pool) => pool.install(|| batch.into_par_iter().map(share).collect()),
                None => batch.into_iter().map(share).collect(),
            };
            for share in done {
                let share = share?;
                to.write_all(&share.written)?;
                tally.scored += share.scored;
                tally.refused += share.refused.len() as u64;
                share.refused.iter().for_each(refuse);
                if self.strict && !share.refused.is_empty() {
                    return Ok(Ending::Stopped);
                }
            }
            match ended {
                Ok(false) => {}
                Ok(true) => return Ok(Ending::Whole),
                // Whoever came before is scored all the same.
                Err(error) => return Err(error),
            }
        }
    }
}

/// The next people in shares, and whether there are no more, or why they cannot be read.
fn next_batch(opened: &mut Opened) -> (Vec<Vec<Raw>>, Result<bool>) {
    let mut batch = vec![Vec::with_capacity(SHARE)];
    for _ in 0..BATCH {
        match opened.rows.next() {
            Ok(Some(raw)) => {
                if batch.last().is_none_or(|share| share.len() == SHARE) {
                    batch.push(Vec::with_capacity(SHARE));
                }
                if let Some(share) = batch.last_mut() {
                    share.push(raw);
                }
            }
            Ok(None) => return (batch, Ok(true)),
            Err(error) => return (batch, Err(error.into())),
        }
    }
    (batch, Ok(false))
}
