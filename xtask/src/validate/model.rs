//! The graded-response model of the items: how probable each answer is for a person with a given strain.
//!
//! Samejima's logistic model. An item's slope comes from its loading, its locations from its thresholds. Where the items
//! of the hard base lie is solved for, so that a person exactly at the true line is expected to score exactly the shipped
//! line; those of public data lie where high answers are as rare as there. Either way the simulation takes the line to be
//! right and cannot show that it is.

use anyhow::{Context, Result, ensure};
use burnout_screener::instrument::{Instrument, Keying};
use rand::RngExt;
use rand_chacha::ChaCha8Rng;

use super::condition::{BURNOUT, COMPASSION_FATIGUE_PART, Condition, Move, SPACING, Thresholds};
use super::normal::{solve, upper_quantile};

/// Steps between the lowest and the highest answer.
pub(super) const STEPS: usize = 4;
/// What a person has of each: the two strains, tiredness, how far rest helps, what carries.
pub(super) const DIMENSIONS: usize = 5;
/// Parts of the two strains together.
pub(super) const PARTS: usize = 6;
/// The scale of the built-in instrument for each dimension.
pub(super) const SCALES: [&str; DIMENSIONS] =
    ["burnout", "compassion_fatigue", "tired", "recovery", "carries"];
/// Where high is good.
pub(super) const GOOD: [bool; DIMENSIONS] = [false, false, false, true, true];
/// The line of each strain in points, as the instrument has them; 50 for the others.
pub(super) const LINES: [f64; DIMENSIONS] = [50.0, 40.0, 50.0, 50.0, 50.0];
/// Makes the logistic curve match the normal one (Camilli 1994).
const LOGISTIC: f64 = 1.702;
/// Mean loadings of the items on tiredness, rest and what carries. Assumed.
pub(super) const LOADINGS: [f64; DIMENSIONS - 2] = [0.74, 0.74, 0.60];
/// How far the loadings of a scale's items lie from their mean, in turn. Assumed.
pub(super) const LOADING_SPREAD: [f64; 5] = [0.0, -0.10, 0.10, -0.05, 0.05];
/// How far the difficulties of a scale's items lie from their mean, in turn, in latent standard deviations. Assumed.
pub(super) const DIFFICULTY_SPREAD: [f64; 5] = [0.0, 0.30, -0.30, 0.15, -0.15];
/// Thresholds as in public data: of BAT-12 (options used 33/36/22/7/2 %), and so that scores are as low as in CF-Short
/// and the IES-R of rescue workers (means 17–19).
pub(super) const PUBLIC: [[f64; STEPS]; 2] = [[-0.44, 0.50, 1.34, 2.05], [0.10, 0.85, 1.50, 2.10]];
/// No loading is moved past this.
const HIGHEST_LOADING: f64 = 0.95;
/// Every second item of the two strains is replaced in the impure control, as in our earlier simulation.
const IMPURE_EVERY: usize = 2;

/// One item.
#[derive(Clone, Debug)]
pub(super) struct ItemModel {
    pub(super) dimension: usize,
    /// Counted over both strains.
    pub(super) part: Option<usize>,
    /// Whether it measures what both strains share, and not its own.
    pub(super) shared: bool,
    pub(super) bank: bool,
    pub(super) reversed: bool,
    slope: f64,
    locations: [f64; STEPS],
}

impl ItemModel {
    /// The probabilities of answering at least this high, from the first step up.
    fn at_least(&self, strain: f64) -> [f64; STEPS] {
        self.locations.map(|location| 1.0 / (1.0 + (-self.slope * (strain - location)).exp()))
    }

    /// The keyed answer, 0–4, of a person with this strain and this luck in 0–1.
    pub(super) fn keyed(&self, strain: f64, luck: f64) -> u8 {
        self.at_least(strain)
            .into_iter()
            .fold(0, |level, at_least| level + u8::from(luck < at_least))
    }

    /// The option that gives this keyed answer, and the other way round.
    pub(super) fn option(&self, keyed: u8) -> u8 {
        if self.reversed { STEPS as u8 - keyed } else { keyed }
    }

    /// The keyed answer to be expected.
    pub(super) fn expected(&self, strain: f64) -> f64 {
        self.at_least(strain).into_iter().sum()
    }
}

/// All items in the order of the instrument.
#[derive(Clone, Debug)]
pub(super) struct Model {
    pub(super) items: Vec<ItemModel>,
}

impl Model {
    /// The items under a condition. `random` moves each item where the condition says so.
    pub(super) fn new(
        instrument: &Instrument,
        condition: &Condition,
        random: &mut ChaCha8Rng,
    ) -> Result<Self> {
        let mut items: Vec<Option<ItemModel>> = vec![None; instrument.items().len()];
        for (dimension, id) in SCALES.into_iter().enumerate() {
            let scale = (instrument.scales().iter().find(|scale| scale.id == id))
                .with_context(|| format!("the simulation knows a scale {id}"))?;
            let is_core = |(_, item): &(usize, &usize)| instrument.core().contains(item);
            let all = scale.facets.iter().flat_map(|part| &part.items).enumerate();
            let core: Vec<usize> = all.filter(is_core).map(|(number, _)| number).collect();
            let lie = Lie::new(condition, dimension, &core);
            for (facet, part) in scale.facets.iter().enumerate() {
                for &item in &part.items {
                    let asked = instrument.items().get(item).context("an item is missing")?;
                    ensure!(
                        instrument.options(item).len() == STEPS + 1,
                        "the simulation knows items with five options only"
                    );
                    let number =
                        items.iter().flatten().filter(|i| i.dimension == dimension).count();
                    let (loading, difficulty) = lie.of(number);
                    let by = 1.0 + moved(condition.moved_loadings, random);
                    let loading = (loading * by).min(HIGHEST_LOADING);
                    let shift = moved(condition.moved_thresholds, random);
                    let strain = dimension < PUBLIC.len();
                    let model = ItemModel {
                        dimension,
                        part: strain.then_some(3 * dimension + facet),
                        shared: condition.impure && strain && number % IMPURE_EVERY == 1,
                        bank: asked.bank,
                        reversed: asked.keying == Keying::Reversed,
                        slope: slope(loading),
                        locations: locations(lie.apart, loading, difficulty + shift),
                    };
                    ensure!(
                        model.part.is_none_or(|part| part < PARTS && facet < 3),
                        "the simulation knows three parts of each strain"
                    );
                    if let Some(place) = items.get_mut(item) {
                        *place = Some(model);
                    }
                }
            }
        }
        let items: Option<Vec<ItemModel>> = items.into_iter().collect();
        Ok(Self { items: items.context("the simulation does not know every item")? })
    }
}

/// Where the items of a scale lie.
struct Lie {
    loading: f64,
    centre: f64,
    /// From the centre to each threshold.
    apart: [f64; STEPS],
}

impl Lie {
    /// `core`: which of the scale's items are asked of everybody.
    fn new(condition: &Condition, dimension: usize, core: &[usize]) -> Self {
        let loadings = condition.loadings.iter().chain(&LOADINGS);
        let loading = loadings.copied().nth(dimension).unwrap_or_default();
        let even = |spacing: f64| [-1.5, -0.5, 0.5, 1.5].map(|place| place * spacing);
        let public = PUBLIC.get(dimension).copied();
        let (apart, solved) = match (condition.thresholds, public) {
            (Thresholds::Public, Some(thresholds)) => (thresholds, false),
            (Thresholds::Skewed, Some(thresholds)) => (thresholds, true),
            (Thresholds::Even(spacing), Some(_)) => (even(spacing), true),
            (_, None) => (even(SPACING), true),
        };
        let mut lie = Self { loading, centre: 0.0, apart };
        if solved {
            let score = LINES.get(dimension).copied().unwrap_or_default();
            lie.centre = lie.solved(core, line(dimension), score);
        }
        lie
    }

    /// Loading and difficulty of one of the items.
    fn of(&self, number: usize) -> (f64, f64) {
        let turn =
            |spread: [f64; 5], number: usize| spread.into_iter().cycle().nth(number).unwrap_or(0.0);
        // A different turn, or the most telling item would always be the hardest one.
        let difficulty = self.centre + turn(DIFFICULTY_SPREAD, number + number / 5);
        (self.loading + turn(LOADING_SPREAD, number), difficulty)
    }

    /// The centre with which a person at `strain` is expected to score `score` on the core.
    fn solved(&self, core: &[usize], strain: f64, score: f64) -> f64 {
        solve(|centre| {
            let lie = Self { centre, ..*self };
            let expected: f64 = core
                .iter()
                .map(|&number| {
                    let (loading, difficulty) = lie.of(number);
                    locations(self.apart, loading, difficulty)
                        .map(|at| 1.0 / (1.0 + (-slope(loading) * (strain - at)).exp()))
                        .into_iter()
                        .sum::<f64>()
                })
                .sum();
            100.0 * expected / (STEPS * core.len()) as f64 - score
        })
    }
}

/// Where the line of a scale lies among people of the hard base, in standard deviations.
pub(super) fn line(dimension: usize) -> f64 {
    let above = [BURNOUT, BURNOUT * COMPASSION_FATIGUE_PART, 0.40, 0.55, 0.70];
    upper_quantile(above.get(dimension).copied().unwrap_or(0.5))
}

fn slope(loading: f64) -> f64 {
    LOGISTIC * loading / (1.0 - loading * loading).sqrt()
}

fn locations(apart: [f64; STEPS], loading: f64, difficulty: f64) -> [f64; STEPS] {
    apart.map(|threshold| (difficulty + threshold) / loading)
}

fn moved(by: Move, random: &mut ChaCha8Rng) -> f64 {
    match by {
        Move::All(amount) => amount,
        Move::Each(most) => (2.0 * random.random::<f64>() - 1.0) * most,
    }
}
