//! The command line of `cargo xtask`.

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use xtask::check::Browsers;
use xtask::{
    accessibility, bench, build, check, oldest, serve, sizes, tables, tidy, twice, validate,
    workspace::Workspace,
};

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
    Dist {
        /// Builds them again from nothing in another folder, and checks that they are the same to the byte
        #[arg(long)]
        twice: bool,
    },
    /// Builds everything and serves it together with the demo clinic page
    Serve {
        /// Port on 127.0.0.1
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Runs every test there is, the browser tests included
    Test {
        /// How far they go in which browsers; Chromium has to be there, and what else is not is named
        #[arg(long, value_enum, default_value_t)]
        browsers: Browsers,
    },
    /// Checks the rules of the repository
    Tidy,
    /// Writes docs/accessibility.md anew, from the list of criteria and their tests
    Accessibility,
    /// Says which browsers run what is in dist/, and checks that nothing newer is used without something that stands in
    Oldest,
    /// Writes what README.md says about attributes and messages anew, from the table in src/host/table.rs
    Tables,
    /// Simulates people, classifies them, and writes docs/validation.md
    Validate {
        /// Simulated people per condition
        #[arg(long, default_value_t = validate::PEOPLE)]
        people: usize,
        /// Seed of the simulation
        #[arg(long, default_value_t = validate::SEED)]
        seed: u64,
        /// Only checks, on a small cohort, that docs/validation.md still holds
        #[arg(long, conflicts_with_all = ["people", "seed"])]
        quick: bool,
    },
    /// Has a million random people judged by the core and by a second reading of the rule, and compares
    Oracle {
        /// How many people
        #[arg(long, default_value_t = 1_000_000)]
        people: usize,
    },
    /// Has LHC-Forms show the Questionnaires, presses answers in it, and compares the scores that it computes
    Forms,
    /// Measures the classification and checks its bounds
    Bench,
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
        Command::Dist { twice } => {
            if *twice {
                twice::run(&workspace)?;
            } else {
                build::dist(&workspace)?;
            }
            sizes::report(&workspace)?;
            oldest::report(&workspace)
        }
        Command::Oldest => oldest::report(&workspace),
        Command::Serve { port } => serve::run(&workspace, *port),
        Command::Test { browsers } => check::run(&workspace, *browsers),
        Command::Tidy => tidy::run(&workspace),
        Command::Accessibility => accessibility::run(&workspace),
        Command::Tables => tables::run(&workspace),
        Command::Validate { people, seed, quick } => {
            validate::run(&workspace, *people, *seed, *quick)
        }
        Command::Oracle { people } => check::oracle(&workspace, *people),
        Command::Forms => check::forms(&workspace),
        Command::Bench => bench::run(&workspace),
    }
}
