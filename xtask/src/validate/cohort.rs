//! Whole cohorts: what the shipped classification makes of the answers of simulated people, counted on every core.
//!
//! Each part of a cohort has a random stream of its own, and each person takes the same number of draws from it, so
//! that the figures do not depend on the threads and every condition meets the same people.

use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

use anyhow::{Context, Result, ensure};
use burnout_screener::carelessness::is_straight;
use burnout_screener::instrument::{Construct, ContextOption, Instrument, Meaning, Profiled};
use burnout_screener::profile::{
    Classification, Profile, Verdict, classify, is_decided, one_changed_answer,
};
use burnout_screener::response::Responses;
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

use super::condition::Condition;
use super::measure::{Measures, column, place};
use super::model::{Model, line, upper_quantile};
use super::order;
use super::person::{Answerer, FACETS, Luck, Person};
use super::rival::Plain;

/// What the random streams mean for the reader of a figure.
pub(super) const SAME_PEOPLE: &str = "Every condition meets the same people with the same luck, so that differences between conditions are not chance.";
/// How many people a part of a cohort has.
const PART: usize = 500;
/// The random stream that moves items; the parts of a cohort use those from 0 on.
const ITEM_STREAM: u64 = u64::MAX;

/// One condition, ready to be simulated.
pub(super) struct Simulation<'a> {
    profiled: Profiled<'a>,
    instrument: &'a Instrument,
    answerer: Answerer<'a>,
    /// The items as they are meant: what a person is expected to score decides which strain truly leads.
    meant: &'a Model,
    /// How many items stand on each page of the short form.
    pages: Vec<usize>,
    seed: u64,
}

/// The items of the base condition.
pub(super) fn meant(profiled: Profiled<'_>, seed: u64) -> Result<Model> {
    Model::new(profiled, &Condition::base(), &mut stream(seed, ITEM_STREAM))
}

fn stream(seed: u64, stream: u64) -> ChaCha8Rng {
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    random.set_stream(stream);
    random
}

impl<'a> Simulation<'a> {
    pub(super) fn new(
        profiled: Profiled<'a>,
        condition: &'a Condition,
        meant: &'a Model,
        seed: u64,
    ) -> Result<Self> {
        let instrument = profiled.instrument();
        let facets: usize =
            Construct::ALL.map(|construct| profiled.scale(construct).facets.len()).iter().sum();
        ensure!(facets <= FACETS, "the simulation knows {FACETS} facets at most");
        let says = |option: &ContextOption| option.means == Some(Meaning::NoExposure);
        let (exposure, question) = (instrument.context().iter().enumerate())
            .find(|(_, question)| question.options.iter().any(says))
            .context("the instrument does not ask about exposure")?;
        let unexposed = question.options.iter().position(says).unwrap_or(0);
        let exposed = question.options.iter().position(|option| !says(option)).unwrap_or(0);
        let lines = Construct::ALL.map(line);
        let answerer = Answerer {
            instrument,
            condition,
            model: Model::new(profiled, condition, &mut stream(seed, ITEM_STREAM))?,
            mean: line(Construct::Burnout) - upper_quantile(condition.burnout),
            lines,
            exposure,
            exposed: u8::try_from(exposed)?,
            unexposed: u8::try_from(unexposed)?,
        };
        Ok(Self { profiled, instrument, answerer, meant, pages: order::pages(instrument), seed })
    }

    /// The answers of the first people of the cohort, at their first check.
    pub(super) fn answers(&self, people: usize) -> Vec<Responses> {
        let mut random = stream(self.seed, 0);
        (0..people)
            .map(|_| {
                let person = Person::new(&self.answerer, &Luck::draw(&mut random));
                let mut responses = Responses::new(self.instrument);
                person.answer(&self.answerer, 0, &mut random, &mut responses);
                responses
            })
            .collect()
    }

    fn part(&self, part: usize, people: usize) -> Measures {
        let mut random = stream(self.seed, part as u64);
        let mut measures = Measures::default();
        let mut first = Responses::new(self.instrument);
        let mut second = first.clone();
        for _ in 0..people {
            let person = Person::new(&self.answerer, &Luck::draw(&mut random));
            person.answer(&self.answerer, 0, &mut random, &mut first);
            person.answer(&self.answerer, 1, &mut random, &mut second);
            self.count(&person, &mut first, &second, &mut measures);
        }
        measures
    }

    fn count(
        &self,
        person: &Person,
        first: &mut Responses,
        second: &Responses,
        measures: &mut Measures,
    ) {
        let truth = person.profile(&self.answerer);
        let (now, then) = (classify(self.profiled, first), classify(self.profiled, second));
        let row = place(truth);
        measures.verdicts.add(row, column(now.verdict));
        if let Verdict::Between(one, other) = now.verdict {
            measures.between.add(row, usize::from(one == truth || other == truth));
        }
        let contradicted = jumps(now.verdict, then.verdict);
        measures.contradicted.add(contradicted);
        if let (Verdict::Clear(_), Verdict::Clear(_)) = (now.verdict, then.verdict) {
            measures.contradicted_clear.add(contradicted);
        }
        let straight = is_straight(self.instrument, first, 0..self.instrument.items().len());
        let [of_honest, of_careless] = &mut measures.straight;
        if person.is_honest() {
            of_honest.add(straight);
            let order = self.instrument.short_order().iter().copied();
            measures.straight_short.add(is_straight(self.instrument, first, order));
        } else {
            of_careless.add(straight);
        }
        measures.one_answer.add(one_changed_answer(self.profiled, first).is_some());
        self.count_lead(person, truth, &now, first, measures);
        self.count_short(&now, first, measures);
        self.count_plain(person, row, first, second, measures);
        for (pairs, construct) in measures.scales.iter_mut().zip(Construct::ALL) {
            if let (Some(one), Some(other)) = (now.score(construct), then.score(construct)) {
                pairs.add(one.value, other.value);
            }
        }
        let strains = |found: &Classification| {
            let value = |construct| found.score(construct).map(|score| score.value);
            Some((value(Construct::Burnout)?, value(Construct::CompassionFatigue)?))
        };
        if let (Some((b, c)), Some((later_b, later_c))) = (strains(&now), strains(&then)) {
            measures.strains.add(b, c);
            measures.difference.add(b - c, later_b - later_c);
        }
        if let Verdict::Clear(_) = now.verdict {
            self.count_flips(now.verdict, first, measures);
        }
    }

    fn count_lead(
        &self,
        person: &Person,
        truth: Profile,
        now: &Classification,
        first: &Responses,
        measures: &mut Measures,
    ) {
        let clear_both = now.verdict == Verdict::Clear(Profile::Both);
        if !clear_both && truth != Profile::Both {
            return;
        }
        let [[b, c, _], _] = person.strains;
        let above = |construct, strain| {
            self.meant.expected(construct, strain) - self.profiled.line(construct)
        };
        let truly = if above(Construct::Burnout, b) >= above(Construct::CompassionFatigue, c) {
            Construct::Burnout
        } else {
            Construct::CompassionFatigue
        };
        if clear_both {
            measures.lead_named.add(now.lead.is_some());
        }
        if let Some(lead) = now.lead {
            measures.lead_right.add(lead == truly);
        }
        if truth == Profile::Both {
            let plain = Plain::new(self.profiled, first, true);
            measures.plain_lead_right.add(plain.lead() == truly);
        }
    }

    /// Asks again in the short form, page by page until it is decided.
    fn count_short(&self, now: &Classification, first: &Responses, measures: &mut Measures) {
        let (profiled, instrument) = (self.profiled, self.instrument);
        let mut so_far = first.clone();
        for item in 0..instrument.items().len() {
            so_far.set_item(instrument, item, None);
        }
        let (mut asked, mut decided) = (0, false);
        for &size in &self.pages {
            for &item in instrument.short_order().iter().skip(asked).take(size) {
                so_far.set_item(instrument, item, first.item(item));
            }
            asked += size;
            decided = is_decided(profiled, &so_far);
            if decided {
                break;
            }
        }
        let is_early = decided && asked < instrument.items().len();
        if let Some(of) = measures.short.get_mut(column(now.verdict)) {
            of.add(asked, is_early);
        }
        let ended = classify(profiled, &so_far);
        let same = (ended.verdict, ended.lead) == (now.verdict, now.lead);
        measures.short_differs.add(!same);
    }

    fn count_plain(
        &self,
        person: &Person,
        row: usize,
        first: &Responses,
        second: &Responses,
        measures: &mut Measures,
    ) {
        let exposed = person.exposed || person.exposure_skipped;
        let now = Plain::new(self.profiled, first, exposed);
        let then = Plain::new(self.profiled, second, exposed);
        measures.two_cuts.add(row, place(now.profile()));
        measures.total_cut.add(row, usize::from(now.total_is_high()));
        measures.plain_contradicted.add(now.profile() != then.profile());
        measures.plain_one_answer.add(now.one_answer_changes());
    }

    /// Tries every step of every answer.
    fn count_flips(&self, verdict: Verdict, responses: &mut Responses, measures: &mut Measures) {
        for item in 0..self.instrument.items().len() {
            let Some(option) = responses.item(item) else {
                continue;
            };
            let highest = self.instrument.options(item).len() as u8 - 1;
            for other in [option.saturating_sub(1), (option + 1).min(highest)] {
                if other != option {
                    responses.set_item(self.instrument, item, Some(other));
                    let next = classify(self.profiled, responses).verdict;
                    measures.flips.add(jumps(verdict, next));
                }
            }
            responses.set_item(self.instrument, item, Some(option));
        }
    }
}

fn jumps(one: Verdict, other: Verdict) -> bool {
    matches!((one, other), (Verdict::Clear(from), Verdict::Clear(to)) if from != to)
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
