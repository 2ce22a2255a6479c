//! How fast the self-check is for a person on a slow phone, beside a form library that shows the same number of items.
//! `cargo xtask bench` runs it. Machines differ and so do minutes: all that is judged are ratios within one run, and the
//! time from an answer to the picture, each with the processor slowed down four times.

use anyhow::{Context, Result, bail};
use browser_tests::browser::{Browser, visit};
use browser_tests::host::Host;
use browser_tests::look::Look;
use serde::Deserialize;
use serde_json::json;
use xtask::many;
use xtask::server::{Route, Server};
use xtask::tools;
use xtask::workspace::Workspace;

const SLOWER: u32 = 4;
const RUNS: usize = 5;
const ITEMS: usize = 30;
const MANY: usize = 3_000;
/// From the script tag to the first question, as a share of what the peer needs.
const FIRST: f64 = 0.7;
/// From an answer to the picture, 98 of 100 times, in milliseconds.
const PAINT: f64 = 50.0;
/// What an answer, an answer in the review, and an act on the result cost among `MANY` items, as a multiple of what it costs among `ITEMS`.
const GROWTH: f64 = 1.5;
/// How often a measurement is waited for: the way to the review of `MANY` items is long.
const PATIENCE: usize = 10;
const PEER: [&str; 3] = [
    "survey-core/survey.core.min.js",
    "survey-js-ui/survey-js-ui.min.js",
    "survey-core/survey-core.fontless.min.css",
];

/// What visits measured, in milliseconds.
#[derive(Default, Deserialize)]
struct Measured {
    /// Since 1970, as is the beginning it is compared with.
    first: f64,
    paints: Vec<f64>,
    /// An answer on a page, an answer on a page of the review, an act on the result.
    costs: Vec<f64>,
    review: Vec<f64>,
    result: Vec<f64>,
}

impl Measured {
    fn merge(&mut self, other: Self) {
        self.paints.extend(other.paints);
        self.costs.extend(other.costs);
        self.review.extend(other.review);
        self.result.extend(other.result);
    }
}

fn main() -> Result<()> {
    let workspace = Workspace::here()?;
    let peer = peer(&workspace)?;
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    let [mut shipped, mut few, mut many] = [(); 3].map(|()| Measured::default());
    for run in 0..RUNS {
        println!("run {} of {RUNS}", run + 1);
        let (first, measured) = self_check(None)?;
        ours.push(first);
        shipped.merge(measured);
        theirs.push(form(&peer)?);
        few.merge(self_check(Some(ITEMS))?.1);
        many.merge(self_check(Some(MANY))?.1);
    }
    let figures = [
        ("script tag to first question, against the peer", ratio(&ours, &theirs)?, FIRST),
        ("one answer to the picture, ms, 98 of 100", share(&mut shipped.paints, 98)?, PAINT),
        ("one answer among 3,000 items, against 30", ratio(&many.costs, &few.costs)?, GROWTH),
        ("one answer in their review", ratio(&many.review, &few.review)?, GROWTH),
        ("one act on their result", ratio(&many.result, &few.result)?, GROWTH),
    ];
    for (name, figure, bound) in &figures {
        println!("{name:<56}{figure:>8.2}   at most {bound}");
    }
    match figures.iter().find(|(_, figure, bound)| figure > bound) {
        Some((name, ..)) => bail!("out of bounds: {name}"),
        None => Ok(()),
    }
}

/// Everything in one process, so that the slowing down reaches the frames as well.
fn slow() -> Look {
    Look::phone(400).without("IsolateSandboxedIframes")
}

async fn prepare(browser: &Browser) -> Result<()> {
    let source = format!("(() => {{ {} }})()", include_str!("../speed.js"));
    let command = "Page.addScriptToEvaluateOnNewDocument";
    browser.devtools(command, json!({ "source": source })).await?;
    browser.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER })).await?;
    Ok(())
}

const BEGIN: &str = "<script>window.begun = performance.timeOrigin + performance.now()</script>";

async fn result(browser: &Browser) -> Result<(f64, Measured)> {
    let measured = async || browser.until("a measurement", "return window.measured").await;
    let mut found = measured().await;
    for _ in 1..PATIENCE {
        if found.is_ok() {
            break;
        }
        found = measured().await;
    }
    let measured = found?;
    let begun = browser.host("return window.begun").await?;
    let measured: Measured = serde_json::from_value(measured)?;
    Ok((measured.first - begun.as_f64().context("no beginning")?, measured))
}

/// The built-in questions, or that many made of them.
fn self_check(items: Option<usize>) -> Result<(f64, Measured)> {
    let mut found = None;
    visit(&slow(), async |browser| {
        prepare(browser).await?;
        let attribute = if items.is_some() { r#"data-instrument="/own.json""# } else { "" };
        let mut host = Host::with(attribute)?.head(BEGIN);
        if let Some(items) = items {
            let pack = serde_json::to_vec(&many::brought(&Workspace::here()?, items)?)?;
            host = host.also(Route::bytes("/own.json", "application/json", pack));
        }
        let _site = host.open(browser).await?;
        found = Some(result(browser).await?);
        Ok(())
    })?;
    found.context("nothing was measured")
}

fn form(files: &[Vec<u8>]) -> Result<f64> {
    let mut found = None;
    visit(&slow(), async |browser| {
        prepare(browser).await?;
        let page = format!(
            r#"<!doctype html><html lang="en"><meta charset="utf-8"><title>A form</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="/2"><div id="form"></div>{BEGIN}<script src="/0"></script><script src="/1"></script><script>
const items = Array.from({{ length: {ITEMS} }}, (_, place) => ({{ type: "radiogroup", name: `q${{place}}`, title: `I was tired after a busy day, ${{place}}.`,
  choices: ["Never", "Once or twice", "About weekly", "Several times a week", "Nearly every day"] }}));
const pages = Array.from({{ length: Math.ceil(items.length / 4) }}, (_, page) => ({{ elements: items.slice(page * 4, page * 4 + 4) }}));
new Survey.Model({{ pages }}).render(document.getElementById("form"));
</script></html>"#
        );
        let mut routes = vec![Route::html("/", &page)];
        for ((place, file), name) in files.iter().enumerate().zip(PEER) {
            let kind = if name.ends_with("css") { "text/css" } else { "text/javascript" };
            routes.push(Route::bytes(&format!("/{place}"), kind, file.clone()));
        }
        let server = Server::start(0, routes)?;
        browser.open(&server.url("/")).await?;
        found = Some(result(browser).await?.0);
        Ok(())
    })?;
    found.context("nothing was measured")
}

/// The peer's files, from its packages.
fn peer(workspace: &Workspace) -> Result<Vec<Vec<u8>>> {
    tools::packages(workspace, "tests/browser")?;
    let folder = workspace.path("tests/browser");
    let read = |name| std::fs::read(folder.join("node_modules").join(name)).context(name);
    PEER.into_iter().map(read).collect()
}

fn share(values: &mut [f64], percent: usize) -> Result<f64> {
    values.sort_by(f64::total_cmp);
    values.get(values.len().saturating_sub(1) * percent / 100).copied().context("no values")
}

fn ratio(ours: &[f64], theirs: &[f64]) -> Result<f64> {
    let median = |values: &[f64]| share(&mut values.to_vec(), 50);
    Ok(median(ours)? / median(theirs)?)
}
