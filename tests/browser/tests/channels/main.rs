//! No way out: from inside the document that holds the answers, every way there is to reach a network is tried, and
//! what counts is what arrives. The same attempts from an unprotected page show which of them an engine has at all.
//!
//! It starts itself once more in a network of its own, where names are resolved by us and nothing else is there.

mod arrivals;
mod document;
mod network;
mod table;

use std::process::ExitCode;
use std::thread;

use anyhow::Result;
use browser_tests::engine::Engine;

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// What could not be measured, as when a browser does not come up beside two others, is tried once more; what was measured stands.
fn measured(engine: Engine) -> Result<table::Table> {
    table::of(engine).or_else(|error| {
        eprintln!("{}: once more: {error:#}", engine.name());
        table::of(engine)
    })
}

fn run() -> Result<bool> {
    if let Some(passed) = network::enter()? {
        return Ok(passed);
    }
    let mut engines = Vec::new();
    for engine in Engine::ALL {
        if engine.is_there()? {
            engines.push(engine);
        }
    }
    let tables = thread::scope(|scope| {
        let each: Vec<_> =
            engines.iter().map(|&engine| scope.spawn(move || measured(engine))).collect();
        each.into_iter().map(|thread| thread.join()).collect::<Vec<_>>()
    });
    let mut passed = true;
    for (engine, table) in engines.iter().zip(tables) {
        match table {
            Ok(Ok(table)) => passed &= table.print(),
            Ok(Err(error)) => {
                eprintln!("{}: {error:#}", engine.name());
                passed = false;
            }
            Err(_) => passed = false,
        }
    }
    Ok(passed)
}
