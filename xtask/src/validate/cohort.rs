//! Whole cohorts: what the shipped rule makes of the answers of simulated people, counted on every core.
//!
//! Each part of a cohort has a random stream of its own, and each person takes the same number of draws from it, so
//! that the figures do not depend on the threads and every condition meets the same people.

use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

use anyhow::{Context, Result, ensure};
use burnout_screener::instrument::{Construct, Profiled};
use burnout_screener::response::Responses;
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

use super::answering::{Answering, Options};
use super::condition::{Block, Condition};
use super::count::count;
use super::judged::{Judged, judge};
use super::measure::Measures;
use super::model::{DIMENSIONS, LINES, Model};
use super::normal::triangle;
use super::person::{Luck, Person, correlations};

/// What the random streams mean for the reader of a figure.
pub(super) const SAME_PEOPLE: &str = "Every condition meets the same people with the same luck, so that differences between conditions are not chance.";
/// How many people a part of a cohort has.
const PART: usize = 500;
/// The random stream that moves items; the parts of a cohort use those from 0 on.
const ITEM_STREAM: u64 = u64::MAX;

/// One condition, ready to be simulated.
pub(super) struct Simulation<'a> {
    pub(super) profiled: Profiled<'a>,
    pub(super) answering: Answering<'a>,
    /// The items as they are meant: what a person is expected to score on them is what is true of the person.
    meant: Model,
    triangle: [[f64; DIMENSIONS]; DIMENSIONS],
    seed: u64,
}

/// One check of one person.
pub(super) struct Check {
    /// What the person would answer to everything.
    pub(super) options: Options,
    /// What they were asked and answered.
    pub(super) responses: Responses,
    pub(super) judged: Judged,
    /// Whether the bank was offered, and how many of its questions were asked.
    pub(super) offered: bool,
    pub(super) asked: usize,
}

fn stream(seed: u64, stream: u64) -> ChaCha8Rng {
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    random.set_stream(stream);
    random
}

impl<'a> Simulation<'a> {
    pub(super) fn new(profiled: Profiled<'a>, condition: &'a Condition, seed: u64) -> Result<Self> {
        let instrument = profiled.instrument();
        for (strain, line) in Construct::STRAINS.into_iter().zip(LINES) {
            ensure!(
                (profiled.line(strain) - line).abs() < f64::EPSILON,
                "the simulation has the line of {strain:?} at {line}: move it there too"
            );
        }
        let items = || stream(seed, ITEM_STREAM);
        let model = Model::new(instrument, condition, &mut items())?;
        Ok(Self {
            profiled,
            answering: Answering::new(instrument, condition, model)?,
            meant: Model::new(instrument, &condition.meant(), &mut items())?,
            triangle: triangle(correlations(condition)).with_context(|| {
                format!("nobody can have the correlations of {}", condition.name)
            })?,
            seed,
        })
    }

    /// The answers of the first people of the cohort, at their first check.
    pub(super) fn answers(&self, people: usize) -> Vec<Responses> {
        let mut random = stream(self.seed, 0);
        (0..people)
            .map(|_| {
                let person = self.person(&mut random);
                self.check(&person, 0, &mut random).responses
            })
            .collect()
    }

    fn person(&self, random: &mut ChaCha8Rng) -> Person {
        let luck = Luck::draw(random);
        Person::new(self.answering.condition, &self.triangle, &self.meant, &luck)
    }

    fn check(&self, person: &Person, check: usize, random: &mut ChaCha8Rng) -> Check {
        let (answering, profiled) = (&self.answering, self.profiled);
        let mut options = Options::new();
        answering.options(person, check, random, &mut options);
        let mut responses = Responses::new(answering.instrument);
        answering.core(person, &options, &mut responses);
        let judged = judge(profiled, &responses);
        let offer = judged.offer(profiled, &responses);
        let mut done = Check { options, responses, judged, offered: false, asked: 0 };
        match answering.condition.block {
            Block::Never => {}
            Block::Always => {
                done.asked = answering.instrument.items().len() - answering.instrument.core().len();
            }
            Block::Offered if offer.is_empty() => {}
            Block::Offered => {
                (done.offered, done.asked) = (true, offer.len());
                done.responses.ask(&offer);
                for item in offer {
                    let option = done.options.get(item).copied().flatten();
                    done.responses.set_item(answering.instrument, item, option);
                }
                done.judged = judge(profiled, &done.responses);
            }
        }
        done
    }

    fn part(&self, part: usize, people: usize) -> Measures {
        let mut random = stream(self.seed, part as u64);
        let mut measures = Measures::default();
        for _ in 0..people {
            let person = self.person(&mut random);
            let mut first = self.check(&person, 0, &mut random);
            let second = self.check(&person, 1, &mut random);
            count(self, &person, &mut first, &second, &mut measures);
        }
        measures
    }
}

/// Simulates every condition with this many people each, on every core there is; `progress` hears the shares done.
pub(super) fn run(
    simulations: &[Simulation<'_>],
    people: usize,
    progress: impl Fn(usize, usize),
) -> Result<Vec<Measures>> {
    let parts = people.div_ceil(PART);
    let jobs = simulations.len() * parts;
    let next = AtomicUsize::new(0);
    let (sender, done) = mpsc::channel();
    let mut found: Vec<Option<Measures>> = vec![None; jobs];
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, NonZeroUsize::get) {
            let (sender, next) = (sender.clone(), &next);
            scope.spawn(move || {
                loop {
                    let job = next.fetch_add(1, Ordering::Relaxed);
                    let Some(simulation) = simulations.get(job / parts) else {
                        break;
                    };
                    let part = job % parts;
                    let measures = simulation.part(part, PART.min(people - part * PART));
                    if sender.send((job, measures)).is_err() {
                        break;
                    }
                }
            });
        }
        drop(sender);
        for (count, (job, measures)) in done.iter().enumerate() {
            if let Some(slot) = found.get_mut(job) {
                *slot = Some(measures);
            }
            progress(count + 1, jobs);
        }
    });
    found
        .chunks(parts.max(1))
        .map(|parts| {
            parts.iter().try_fold(Measures::default(), |mut all, part| {
                all.merge(part.as_ref().context("a part of the simulation is missing")?);
                Ok(all)
            })
        })
        .collect()
}
