//! The command line of `burnout-screener`: it bakes a clinic's settings into the one file of the self-check. What may be set,
//! how it is checked and where it goes is the core's; this package is apart from `burnout-score` because whoever bakes a file
//! needs none of the statistics that make that one heavy.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, ensure};
use burnout_screener::baking::{Unbaked, inside};
use burnout_screener::host::table::{Attribute, Default, Values};
use burnout_screener::regions::Regions;
use clap::{Arg, ArgMatches, Command, value_parser};

const REGIONS: &str = include_str!("../../../www/regions.json");
const FILE: &str = "file";
const TO: &str = "to";
/// The file lies on a screen, not in a pipe, unless it is asked for like this.
const STDOUT: &str = "-";

fn main() -> ExitCode {
    let done = match command().get_matches().subcommand() {
        Some(("bake", given)) => bake(given),
        _ => Ok(()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            writeln!(io::stderr(), "error: {error:#}").ok();
            ExitCode::FAILURE
        }
    }
}

fn command() -> Command {
    let file = Arg::new(FILE)
        .required(true)
        .value_parser(value_parser!(PathBuf))
        .help("The file to bake: burnout-screener.<language>.html");
    let to = Arg::new(TO)
        .long(TO)
        .required(true)
        .value_parser(value_parser!(PathBuf))
        .help("Where the baked file goes; - is the standard output");
    let bake = Command::new("bake")
        .about("Writes one HTML file with a clinic's settings inside, for builders that take a file, for sticks and intranets")
        .args([file, to])
        .args(inside().map(option));
    Command::new("burnout-screener")
        .version(env!("CARGO_PKG_VERSION"))
        .about("What a clinic does with the files of burnout-screener")
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand(bake)
}

/// One option for each attribute that a file by itself can have.
fn option(attribute: &'static Attribute) -> Arg {
    let wanted = match attribute.values {
        Values::Words(words) => words.join(", "),
        _ => attribute.wanted.to_owned(),
    };
    let default = match attribute.default {
        Default::Value(text) | Default::Otherwise(text) => text,
    };
    Arg::new(attribute.name)
        .long(attribute.name)
        .value_name("VALUE")
        .allow_hyphen_values(true)
        .help(format!("{} ({wanted}) [default: {default}]", attribute.meaning.replace('`', "")))
}

fn bake(given: &ArgMatches) -> Result<()> {
    let [file, to] = [FILE, TO].map(|name| given.get_one::<PathBuf>(name));
    let (file, to) = (file.context("no file is named")?, to.context("no place is named")?);
    ensure!(
        file != to,
        "the baked file would take the place of the one it is made from: name another with --to"
    );
    let text =
        fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let regions: Regions = serde_json::from_str(REGIONS).context("the built-in regions")?;
    let settings = inside()
        .filter_map(|known| {
            Some((known.name.to_owned(), given.get_one::<String>(known.name)?.clone()))
        })
        .collect::<Vec<_>>();
    let baked = Unbaked::new(&text)
        .and_then(|unbaked| unbaked.with(&settings, &regions))
        .with_context(|| format!("cannot bake {}", file.display()))?;
    if to.as_os_str() == STDOUT {
        return io::stdout().write_all(baked.as_bytes()).context("cannot print the file");
    }
    fs::write(to, baked).with_context(|| format!("cannot write {}", to.display()))
}
