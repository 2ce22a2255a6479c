//! `cargo xtask validate`: simulated people go through the shipped classification, and the report says how it did.

mod cohort;
mod condition;
mod gate;
mod measure;
mod model;
mod order;
mod person;
mod plot;
mod report;
mod rival;

use std::fs;
use std::io::{self, IsTerminal, Write};
use std::time::Instant;

use anyhow::{Context, Result, bail, ensure};
use burnout_screener::instrument::{Instrument, Profiled};
use burnout_screener::response::Responses;

use crate::optimised;
use crate::workspace::Workspace;
use cohort::Simulation;
use condition::Condition;
use measure::Measures;
use report::Report;

/// People per condition of the full run.
pub const PEOPLE: usize = 200_000;
/// The seed of both runs, unless another is asked for.
pub const SEED: u64 = 20_261_122;
/// People per condition and the seed of the cohorts on which the order of the short form is sought. They are not those on
/// which it is measured.
const ORDER_PEOPLE: usize = 1_000;
const ORDER_SEED: u64 = 20_261_125;
/// People per condition of the quick run; part of what the committed report says.
const QUICK_PEOPLE: usize = 10_000;

const INSTRUMENT: &str = "www/instruments/helping-strain.json";
const REPORT: &str = "docs/validation.md";
const PLOTS: &str = "docs/validation";

/// Runs the whole grid and writes the report, or with `quick` checks that the report still says what the rule does.
pub fn run(workspace: &Workspace, people: usize, seed: u64, quick: bool) -> Result<()> {
    ensure!(people > 0, "a cohort needs people: give --people a number above 0");
    if !quick && optimised::again(workspace)? {
        return Ok(());
    }
    let instrument = instrument(workspace)?;
    let profiled = profiled(&instrument)?;
    let small = simulate(profiled, condition::quick(), QUICK_PEOPLE, SEED)?;
    let table = report::quick(&small, QUICK_PEOPLE, SEED);
    if quick {
        let committed = workspace.text(REPORT)?;
        ensure!(
            committed.contains(&table),
            "{REPORT} does not say what the classification does now: run `cargo xtask validate`, read what has changed, and commit it. The quick table is now:\n{table}"
        );
        gate::check(base(&small)?)?;
        println!("{REPORT} says what the classification does");
        return Ok(());
    }
    check_order(profiled)?;
    let found = simulate(profiled, condition::grid(), people, seed)?;
    let report = Report { profiled, found: &found, quick: &table, people, seed };
    fs::create_dir_all(workspace.path(PLOTS)).with_context(|| format!("cannot create {PLOTS}"))?;
    for (name, plot) in plot::all(&found) {
        let file = format!("{PLOTS}/{name}.svg");
        fs::write(workspace.path(&file), plot).with_context(|| format!("cannot write {file}"))?;
    }
    fs::write(workspace.path(REPORT), report.text())
        .with_context(|| format!("cannot write {REPORT}"))?;
    print!("{}", report::gates(base(&found)?));
    println!("written to {REPORT} and {PLOTS}/");
    gate::check(base(&found)?)
}

/// The instrument's file must hold the order that ends the short form soonest.
fn check_order(profiled: Profiled<'_>) -> Result<()> {
    let (conditions, meant) = (condition::grid(), cohort::meant(profiled, ORDER_SEED)?);
    let mut people = Vec::new();
    for condition in conditions.iter().filter(|condition| condition.is_of_other_people()) {
        let simulation = Simulation::new(profiled, condition, &meant, ORDER_SEED)?;
        people.extend(simulation.answers(ORDER_PEOPLE));
    }
    let soonest = order::soonest(profiled, &people);
    let instrument = profiled.instrument();
    if soonest != instrument.short_order() {
        let items = instrument.items();
        let ids: Vec<&str> =
            soonest.iter().filter_map(|&item| Some(items.get(item)?.id.as_str())).collect();
        bail!("the short_order of {INSTRUMENT} does not end soonest; write into it: {ids:?}");
    }
    Ok(())
}

/// The built-in instrument, through the same lints as in the browser.
pub(crate) fn instrument(workspace: &Workspace) -> Result<Instrument> {
    serde_json::from_value(workspace.json(INSTRUMENT)?).context(INSTRUMENT)
}

/// What the profile is read from.
pub(crate) fn profiled(instrument: &Instrument) -> Result<Profiled<'_>> {
    instrument.profiled().context("the scales of the instrument make no profile")
}

/// The answers of the first people of the base cohort.
pub(crate) fn answers(profiled: Profiled<'_>, people: usize) -> Result<Vec<Responses>> {
    let base = Condition::base();
    let meant = cohort::meant(profiled, SEED)?;
    Ok(Simulation::new(profiled, &base, &meant, SEED)?.answers(people))
}

fn simulate(
    profiled: Profiled<'_>,
    conditions: Vec<Condition>,
    people: usize,
    seed: u64,
) -> Result<Vec<(Condition, Measures)>> {
    let begun = Instant::now();
    let meant = cohort::meant(profiled, seed)?;
    let simulations = conditions
        .iter()
        .map(|condition| Simulation::new(profiled, condition, &meant, seed))
        .collect::<Result<Vec<_>>>()?;
    let terminal = io::stderr().is_terminal();
    let found = cohort::run(&simulations, people, |done, all| {
        if terminal && (done % 16 == 0 || done == all) {
            eprint!("\r{} %, {} s", done * 100 / all, begun.elapsed().as_secs());
            // Progress that cannot be shown is no reason to stop.
            let _ = io::stderr().flush();
        }
    })?;
    if terminal {
        eprintln!();
    }
    eprintln!(
        "{} conditions of {people} people in {:.1} s",
        conditions.len(),
        begun.elapsed().as_secs_f64()
    );
    Ok(conditions.into_iter().zip(found).collect())
}

fn base(found: &[(Condition, Measures)]) -> Result<&Measures> {
    found.first().map(|(_, measures)| measures).context("nothing was simulated")
}
