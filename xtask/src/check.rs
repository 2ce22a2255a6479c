//! `cargo xtask test`: every check there is, one line a step.

use std::env;
use std::time::Instant;

use anyhow::{Context, Result};
use clap::ValueEnum;
use xshell::{Cmd, cmd};

use crate::workspace::Workspace;
use crate::{build, oldest, sizes, tidy, tools, validate};

type Step<'a> = Box<dyn Fn() -> Result<()> + 'a>;

/// How far the browser tests go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Browsers {
    /// All of it in Chromium; in Firefox and WebKitGTK, where they are installed, the attacks and one whole way
    #[default]
    Usual,
    /// The whole way, what is taken along, files, paper and every language in each browser that is installed
    All,
}

/// Runs every test; the first step that fails ends the run.
pub fn run(workspace: &Workspace, browsers: Browsers) -> Result<()> {
    let begun = Instant::now();
    let shell = &workspace.shell;
    let cargo = env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let steps: Vec<(&str, Step<'_>)> = vec![
        ("the Wasm target", Box::new(|| tools::wasm_target(workspace))),
        ("the JavaScript tools", Box::new(|| tools::node_modules(workspace))),
        ("the rules of the repository", Box::new(|| tidy::run(workspace))),
        ("formatting", Box::new(|| runs(cmd!(shell, "{cargo} fmt --all --check")))),
        (
            "clippy",
            Box::new(|| {
                runs(cmd!(
                    shell,
                    "{cargo} clippy --quiet --workspace --all-features --all-targets -- -D warnings"
                ))
            }),
        ),
        ("the core", Box::new(|| runs(cmd!(shell, "{cargo} test --quiet")))),
        (
            "the rule, read a second time",
            Box::new(|| runs(cmd!(shell, "python3 -B tests/oracle/test_oracle.py"))),
        ),
        (
            "what the views keep and render",
            Box::new(|| {
                runs(cmd!(shell, "{cargo} test --quiet --features ui --lib"))?;
                runs(cmd!(shell, "{cargo} test --quiet --package view-tests"))
            }),
        ),
        (
            "the health record, read by others",
            Box::new(|| {
                tools::packages(workspace, "tests/fhir")?;
                let tests = ["tests/fhir/check.test.mjs", "tests/fhir/formula.test.mjs"];
                runs(cmd!(shell, "node --test --test-reporter=dot {tests...}"))
            }),
        ),
        (
            "the table, read by others",
            Box::new(|| runs(cmd!(shell, "python3 -B tests/table/test_table.py"))),
        ),
        (
            "the sealed file, opened by others",
            Box::new(|| {
                tools::python_packages(workspace, "tests/seal")?;
                runs(cmd!(shell, "node --test --test-reporter=dot tests/seal/seal.test.mjs"))
            }),
        ),
        (
            "the build driver",
            Box::new(|| runs(cmd!(shell, "{cargo} test --quiet --package xtask"))),
        ),
        (
            "the commands",
            Box::new(|| {
                let packages =
                    ["--package", "burnout-score", "--package", "burnout-screener-command"];
                runs(cmd!(shell, "{cargo} test --quiet {packages...}"))
            }),
        ),
        (
            "the simulation, quickly",
            Box::new(|| validate::run(workspace, validate::PEOPLE, validate::SEED, true)),
        ),
        (
            "dist and its budgets",
            Box::new(|| build::dist(workspace).and_then(|()| sizes::report(workspace))),
        ),
        ("the oldest browsers", Box::new(|| oldest::report(workspace))),
        (
            "the package for programs",
            Box::new(|| {
                tools::packages(workspace, "tests/engine")?;
                runs(cmd!(shell, "node --test --test-reporter=dot tests/engine/engine.test.mjs"))
            }),
        ),
        (
            "the package for pages",
            Box::new(|| {
                tools::packages(workspace, "tests/sites")?;
                runs(cmd!(shell, "node --test --test-reporter=dot tests/sites/package.test.mjs"))
            }),
        ),
        (
            "the browsers",
            Box::new(|| {
                println!("Chromium: {}", tools::browser(workspace)?.browser.display());
                let others = [
                    ("Firefox", tools::firefox(workspace)?, "firefox-esr"),
                    ("WebKitGTK", tools::webkit(), "webkit2gtk-driver xvfb"),
                ];
                for (name, found, packages) in others {
                    match found {
                        Some(found) => println!("{name}: {}", found.browser.display()),
                        None => println!(
                            "{name}: NOT FOUND, and nothing is tested in it: run `apt-get install -y {packages}`"
                        ),
                    }
                }
                Ok(())
            }),
        ),
        (
            "the browser tests",
            // What the step before has built is what is tested.
            Box::new(|| {
                let dist = workspace.path("dist");
                let tests = cmd!(shell, "{cargo} test --quiet --package browser-tests")
                    .env("BURNOUT_SCREENER_DIST", dist);
                runs(match browsers {
                    Browsers::Usual => tests,
                    Browsers::All => tests.env("BS_BROWSERS", "all"),
                })
            }),
        ),
    ];
    let total = steps.len();
    for (number, (name, step)) in steps.iter().enumerate() {
        println!("[{}/{total}, {} s] {name}", number + 1, begun.elapsed().as_secs());
        step().with_context(|| format!("{name}: failed"))?;
    }
    println!("everything passed in {} s", begun.elapsed().as_secs());
    Ok(())
}

/// Compares the core with the second reading of its rule on so many random people.
pub fn oracle(workspace: &Workspace, people: usize) -> Result<()> {
    let cargo = env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let tests = cmd!(workspace.shell, "{cargo} test --release --test oracle");
    runs(tests.env("ORACLE_PEOPLE", people.to_string()))
}

/// Has forms that are not ours show the Questionnaires, presses answers in them, and compares the scores.
pub fn forms(workspace: &Workspace) -> Result<()> {
    let shell = &workspace.shell;
    let cargo = env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    tools::packages(workspace, "tests/forms")?;
    runs(cmd!(shell, "{cargo} test --quiet --test export_questionnaire"))?;
    runs(cmd!(shell, "node --test tests/forms/forms.test.mjs"))
}

fn runs(command: Cmd<'_>) -> Result<()> {
    Ok(command.quiet().run()?)
}
