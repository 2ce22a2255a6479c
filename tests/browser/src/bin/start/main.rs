//! How soon there is something to read and a question to answer, beside forms that others made.
//! `cargo xtask bench` runs it; by itself it takes a number of rounds, and a part of the names of the courses to be held.
//! Machines differ and so do minutes: what is judged are ratios within one run, in which all
//! start in turns, and bounds in milliseconds on a processor that is slowed down four times.

mod field;
mod figures;

use std::env;

use anyhow::{Result, bail};
use browser_tests::browser::{Browser, visit_in};
use browser_tests::engine::Engine;
use browser_tests::look::Look;
use jiff::Timestamp;
use serde_json::json;
use xtask::slow::{Line, Slow};

use crate::field::{Clock, Field, Racer, clock_in_frame};
use crate::figures::{Bounds, Figures, Race};

/// Where the command names no other number.
const ROUNDS: usize = 10;
const SLOWER: u32 = 4;

/// Where the race is held, and what has to come of it.
struct Course {
    name: &'static str,
    engine: Engine,
    line: Option<Line>,
    slower: u32,
    bounds: Bounds,
}

const COURSES: [Course; 5] = [
    Course {
        name: "Chromium, 3G Fast, processor 4 times slower",
        engine: Engine::Chromium,
        line: Some(Line::FAST_3G),
        slower: SLOWER,
        bounds: Bounds { words: Some(0.30), question: Some(0.36), jank: true },
    },
    Course {
        name: "Chromium, 4G, processor 4 times slower",
        engine: Engine::Chromium,
        line: Some(Line::FOUR_G),
        slower: SLOWER,
        bounds: Bounds { words: Some(0.30), question: Some(0.52), jank: true },
    },
    Course {
        name: "Chromium, from the same machine, processor 4 times slower",
        engine: Engine::Chromium,
        line: None,
        slower: SLOWER,
        bounds: Bounds { words: None, question: Some(0.60), jank: true },
    },
    Course {
        name: "Firefox, from the same machine",
        engine: Engine::Firefox,
        line: None,
        slower: 1,
        bounds: Bounds::NONE,
    },
    Course {
        name: "WebKitGTK, from the same machine",
        engine: Engine::WebKit,
        line: None,
        slower: 1,
        bounds: Bounds::NONE,
    },
];

fn main() -> Result<()> {
    let rounds = env::args().nth(1).map_or(Ok(ROUNDS), |number| number.parse())?;
    let field = Field::new()?;
    println!("{rounds} rounds each, {}", Timestamp::now().strftime("%Y-%m-%d"));
    let mut missed = Vec::new();
    let asked = env::args().nth(2).unwrap_or_default();
    for course in COURSES {
        if !course.name.contains(&asked) || !course.engine.is_there()? {
            continue;
        }
        let figures = hold(&field, &course, rounds)?;
        println!("\n{}\n{figures}", course.name);
        missed.extend(
            figures
                .missed(&course.bounds)
                .into_iter()
                .map(|what| format!("{}: {what}", course.name)),
        );
    }
    match missed.is_empty() {
        true => Ok(()),
        false => bail!("out of bounds:\n{}", missed.join("\n")),
    }
}

/// All rounds in one browser: in each, everyone starts once.
fn hold(field: &Field, course: &Course, rounds: usize) -> Result<Figures> {
    let mut figures = Figures::default();
    // Everything in one process, so that the slowing down reaches the frames as well.
    let look = Look::phone(400).without("IsolateSandboxedIframes");
    visit_in(course.engine, &look, async |browser| {
        // What peers say in the console is theirs.
        browser.excuse("");
        let clock = if course.engine == Engine::Chromium { Clock::Browser } else { Clock::File };
        if clock == Clock::Browser {
            let source = json!({ "source": clock_in_frame() });
            browser.devtools("Page.addScriptToEvaluateOnNewDocument", source).await?;
        }
        if course.slower > 1 {
            browser
                .devtools("Emulation.setCPUThrottlingRate", json!({ "rate": course.slower }))
                .await?;
        }
        for round in 0..=rounds {
            for place in 0..Racer::ALL.len() {
                // Whoever starts first in one round is last in the next.
                let Some(racer) = Racer::ALL.get((round + place) % Racer::ALL.len()) else {
                    continue;
                };
                let race = start(browser, field, *racer, clock, course.line).await?;
                // The first round warms up the browser.
                if round > 0 {
                    figures.take(*racer, race);
                }
            }
        }
        Ok(())
    })?;
    Ok(figures)
}

async fn start(
    browser: &Browser,
    field: &Field,
    racer: Racer,
    clock: Clock,
    line: Option<Line>,
) -> Result<Race> {
    let server = field.serve(racer, clock)?;
    let slow = line.map(|line| Slow::before(&server, line)).transpose()?;
    let address = slow.as_ref().map_or_else(|| server.url("/"), |slow| slow.url("/"));
    browser.open(&address).await?;
    // Asked once: each question of a driver takes time of the page, and more the slower the processor.
    browser.host_async("window.measuring.then(() => arguments[1]())", 0).await?;
    let measured = browser.host("return window.measured").await?;
    let begun = browser.host("return window.begun").await?;
    let race = Race::read(measured, &begun)?;
    // The next one starts from an empty page.
    browser.open("about:blank").await?;
    Ok(race)
}
