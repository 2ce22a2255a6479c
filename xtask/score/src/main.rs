//! The command line of `burnout-score`.

use std::io::{ErrorKind, Write, stderr};
use std::process::ExitCode;

use burnout_score::args::{Cli, Command};
use burnout_score::ending::Ending;
use burnout_score::{calibrate, fhir, lint, new, score};
use clap::Parser;

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            let failed = error.use_stderr();
            // Nothing is left to be told where even this cannot be printed.
            error.print().ok();
            return if failed { Ending::FAILURE.into() } else { ExitCode::SUCCESS };
        }
    };
    let ended = match &cli.command {
        Command::Score(args) => score::run(args),
        Command::New(args) => new::run(args),
        Command::Lint(args) => lint::run(args),
        Command::Calibrate(args) => calibrate::run(args),
        Command::Fhir(args) => fhir::run(args),
    };
    match ended {
        Ok(ending) => ending.into(),
        // Who reads has had enough, as `head` does.
        Err(error) if is_closed(&error) => Ending::FAILURE.into(),
        Err(error) => {
            writeln!(stderr(), "error: {error:#}").ok();
            Ending::FAILURE.into()
        }
    }
}

fn is_closed(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<std::io::Error>())
        .any(|error| error.kind() == ErrorKind::BrokenPipe)
}
