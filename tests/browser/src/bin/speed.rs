//! Whether an act costs more where an instrument has many items, with the processor slowed down four times.
//! `cargo xtask bench` runs it. Machines differ and so do minutes: all that is judged are ratios within one run.

use anyhow::{Context, Result, bail};
use browser_tests::browser::{Browser, visit};
use browser_tests::host::Host;
use browser_tests::look::Look;
use serde::Deserialize;
use serde_json::{Value, json};
use xtask::many;
use xtask::server::Route;
use xtask::workspace::Workspace;

const SLOWER: u32 = 4;
const RUNS: usize = 3;
const ITEMS: usize = 30;
const MANY: usize = 3_000;
/// What an act costs among `MANY` items, as a multiple of what it costs among `ITEMS`.
const GROWTH: f64 = 1.5;
/// How often a measurement is waited for: the way to the review of `MANY` items is long.
const PATIENCE: usize = 10;

/// What acts cost, in milliseconds.
#[derive(Default, Deserialize)]
struct Costs {
    /// An answer.
    answer: Vec<f64>,
    /// An answer in the review.
    review: Vec<f64>,
    /// An act on the result.
    result: Vec<f64>,
}

impl Costs {
    fn merge(&mut self, other: Self) {
        self.answer.extend(other.answer);
        self.review.extend(other.review);
        self.result.extend(other.result);
    }
}

fn main() -> Result<()> {
    let [mut few, mut many] = [(); 2].map(|()| Costs::default());
    for run in 0..RUNS {
        println!("run {} of {RUNS}", run + 1);
        few.merge(among(ITEMS)?);
        many.merge(among(MANY)?);
    }
    let figures = [
        ("one answer among 3,000 items, against 30", ratio(&many.answer, &few.answer)?),
        ("one answer in their review", ratio(&many.review, &few.review)?),
        ("one act on their result", ratio(&many.result, &few.result)?),
    ];
    for (name, figure) in &figures {
        println!("{name:<56}{figure:>8.2}   at most {GROWTH}");
    }
    match figures.iter().find(|(_, figure)| *figure > GROWTH) {
        Some((name, _)) => bail!("out of bounds: {name}"),
        None => Ok(()),
    }
}

/// What acts cost among so many items, made of the built-in ones.
fn among(items: usize) -> Result<Costs> {
    // Everything in one process, so that the slowing down reaches the frames as well.
    let look = Look::phone(400).without("IsolateSandboxedIframes");
    let mut found = None;
    visit(&look, async |browser| {
        let source = format!("(() => {{ {} }})()", include_str!("../speed.js"));
        let command = "Page.addScriptToEvaluateOnNewDocument";
        browser.devtools(command, json!({ "source": source })).await?;
        browser.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER })).await?;
        let file = serde_json::to_vec(&many::brought(&Workspace::here()?, items)?)?;
        let host = Host::with(r#"data-instrument="/own.json""#)?;
        let file = Route::bytes("/own.json", "application/json", file);
        let _site = host.also(file).open(browser).await?;
        found = Some(serde_json::from_value(measured(browser).await?)?);
        Ok(())
    })?;
    found.context("nothing was measured")
}

async fn measured(browser: &Browser) -> Result<Value> {
    let measured = async || browser.until("a measurement", "return window.measured").await;
    for _ in 1..PATIENCE {
        if let Ok(found) = measured().await {
            return Ok(found);
        }
    }
    measured().await
}

fn ratio(many: &[f64], few: &[f64]) -> Result<f64> {
    let median = |values: &[f64]| {
        let mut values = values.to_vec();
        values.sort_by(f64::total_cmp);
        values.get(values.len() / 2).copied().context("no values")
    };
    Ok(median(many)? / median(few)?)
}
