//! The command line of `cargo xtask`.

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use xtask::{build, check, serve, sizes, tidy, workspace::Workspace};

/// Builds, serves and tests burnout-screener.
#[derive(Parser)]
#[command(name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Writes the release files to dist/ and checks their sizes
    Dist,
    /// Builds everything and serves it together with the demo clinic page
    Serve {
        /// Port on 127.0.0.1
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Runs every test there is, the browser tests included
    Test,
    /// Checks the rules of the repository
    Tidy,
}

fn main() -> ExitCode {
    match run(&Cli::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: &Command) -> anyhow::Result<()> {
    let workspace = Workspace::here()?;
    match command {
        Command::Dist => {
            build::dist(&workspace)?;
            sizes::report(&workspace)
        }
        Command::Serve { port } => serve::run(&workspace, *port),
        Command::Test => check::run(&workspace),
        Command::Tidy => tidy::run(&workspace),
    }
}
