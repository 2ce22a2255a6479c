//! The graded-response model of the items: how probable each answer is for a person with a given strain.
//!
//! Samejima's logistic model. An item's slope comes from its loading, its locations from its thresholds. Where a scale's
//! items lie is solved for, so that a person exactly at the true line is expected to score exactly the shipped line: the
//! simulation takes the line to be right and cannot show that it is.

use std::array;

use anyhow::{Result, ensure};
use burnout_screener::instrument::{Construct, Keying, Profiled};
use rand::RngExt;
use rand_chacha::ChaCha8Rng;

use super::condition::{Condition, Move};

/// Steps between the lowest and the highest answer.
pub(super) const STEPS: usize = 4;
/// Makes the logistic curve match the normal one (Camilli 1994).
const LOGISTIC: f64 = 1.702;
/// Mean loading per scale. Assumed: chosen so that the base cohort has about the reliabilities that the rule assumes.
pub(super) const LOADINGS: [f64; 3] = [0.68, 0.68, 0.76];
/// How far the loadings of a scale's items lie from their mean, in turn. Assumed.
pub(super) const LOADING_SPREAD: [f64; 5] = [0.0, -0.10, 0.10, -0.05, 0.05];
/// How far the difficulties of a scale's items lie from their mean, in turn, in latent standard deviations. Assumed.
pub(super) const DIFFICULTY_SPREAD: [f64; 5] = [0.0, 0.30, -0.30, 0.15, -0.15];
/// Distance between an item's neighbouring thresholds. Assumed: gives scores a standard deviation near 20.
pub(super) const SPACING: f64 = 0.80;
/// No loading is moved past this.
const HIGHEST_LOADING: f64 = 0.95;
/// Every second item of the two strains is replaced in the impure control, as in our earlier simulation.
const IMPURE_EVERY: usize = 2;

/// What an item measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Source {
    Own,
    /// A sign that both strains share.
    Shared,
}

/// One item.
#[derive(Clone, Debug)]
pub(super) struct ItemModel {
    pub(super) construct: Construct,
    pub(super) source: Source,
    /// Counted over all scales.
    pub(super) facet: usize,
    reversed: bool,
    slope: f64,
    locations: [f64; STEPS],
}

impl ItemModel {
    /// The probabilities of answering at least this high, from the first step up.
    fn at_least(&self, strain: f64) -> [f64; STEPS] {
        self.locations.map(|location| 1.0 / (1.0 + (-self.slope * (strain - location)).exp()))
    }

    /// The strain that the answer shows, 0–4, for a person with this strain and this luck in 0–1.
    pub(super) fn keyed(&self, strain: f64, luck: f64) -> u8 {
        self.at_least(strain)
            .into_iter()
            .fold(0, |level, at_least| level + u8::from(luck < at_least))
    }

    /// The option that shows this much strain.
    pub(super) fn option(&self, keyed: u8) -> u8 {
        if self.reversed { STEPS as u8 - keyed } else { keyed }
    }

    fn expected(&self, strain: f64) -> f64 {
        self.at_least(strain).into_iter().sum()
    }
}

/// All items in the order in which they are asked.
#[derive(Clone, Debug)]
pub(super) struct Model {
    pub(super) items: Vec<ItemModel>,
}

impl Model {
    /// The items under a condition. `random` moves each item where the condition says so.
    pub(super) fn new(
        profiled: Profiled<'_>,
        condition: &Condition,
        random: &mut ChaCha8Rng,
    ) -> Result<Self> {
        let instrument = profiled.instrument();
        let mut placed = Vec::new();
        let mut facets = 0;
        for (construct, mean) in Construct::ALL.into_iter().zip(LOADINGS) {
            let scale = profiled.scale(construct);
            ensure!(
                scale.even == Some(STEPS as u32)
                    && scale.items().all(|item| instrument.options(item).len() == STEPS + 1),
                "the simulation knows items with five even options only"
            );
            let centre = centre(scale.len(), mean, line(construct), profiled.line(construct));
            let mut number = 0;
            for facet in &scale.facets {
                for &item in &facet.items {
                    let shared = condition.impure
                        && construct != Construct::Tiredness
                        && number % IMPURE_EVERY == 1;
                    let keying = instrument.items().get(item).map(|item| item.keying);
                    let (loading, difficulty) = base_item(number, mean, centre);
                    let loading = loading
                        * (1.0 + moved(condition.loadings, random)).min(HIGHEST_LOADING / loading);
                    let shift = moved(condition.thresholds, random);
                    placed.push((
                        item,
                        ItemModel {
                            construct,
                            source: if shared { Source::Shared } else { Source::Own },
                            facet: facets,
                            reversed: keying == Some(Keying::Reversed),
                            slope: slope(loading),
                            locations: locations(loading, difficulty + shift),
                        },
                    ));
                    number += 1;
                }
                facets += 1;
            }
        }
        placed.sort_by_key(|(item, _)| *item);
        ensure!(
            placed.iter().map(|(item, _)| *item).eq(0..instrument.items().len()),
            "the simulation knows items of the three scales of a profile only, each of one scale"
        );
        Ok(Self { items: placed.into_iter().map(|(_, model)| model).collect() })
    }

    /// The score that a person with this strain is expected to have, 0–100.
    pub(super) fn expected(&self, construct: Construct, strain: f64) -> f64 {
        let of_scale = || self.items.iter().filter(|item| item.construct == construct);
        let sum: f64 = of_scale().map(|item| item.expected(strain)).sum();
        100.0 * sum / (STEPS * of_scale().count()) as f64
    }
}

/// Where the true line of a construct lies among people of the base condition, in standard deviations.
pub(super) fn line(construct: Construct) -> f64 {
    use super::condition::{BURNOUT, COMPASSION_FATIGUE_PART, TIREDNESS};
    upper_quantile(match construct {
        Construct::Burnout => BURNOUT,
        Construct::CompassionFatigue => BURNOUT * COMPASSION_FATIGUE_PART,
        Construct::Tiredness => TIREDNESS,
    })
}

/// The point of the standard normal distribution that this share lies above.
pub(super) fn upper_quantile(share: f64) -> f64 {
    solve(|point| 1.0 - normal(point) - share)
}

fn base_item(number: usize, mean: f64, centre: f64) -> (f64, f64) {
    let turn =
        |spread: [f64; 5], number: usize| spread.into_iter().cycle().nth(number).unwrap_or(0.0);
    // A different turn, or the most telling item would always be the hardest one.
    (mean + turn(LOADING_SPREAD, number), centre + turn(DIFFICULTY_SPREAD, number + number / 5))
}

fn slope(loading: f64) -> f64 {
    LOGISTIC * loading / (1.0 - loading * loading).sqrt()
}

fn locations(loading: f64, difficulty: f64) -> [f64; STEPS] {
    array::from_fn(|step| {
        let from_middle = step as f64 - (STEPS as f64 - 1.0) / 2.0;
        (difficulty + SPACING * from_middle) / loading
    })
}

fn moved(by: Move, random: &mut ChaCha8Rng) -> f64 {
    match by {
        Move::All(amount) => amount,
        Move::Each(most) => (2.0 * random.random::<f64>() - 1.0) * most,
    }
}

/// The mean difficulty with which a person at `strain` is expected to score `score`.
fn centre(items: usize, mean: f64, strain: f64, score: f64) -> f64 {
    solve(|centre| {
        let sum: f64 = (0..items)
            .map(|number| {
                let (loading, difficulty) = base_item(number, mean, centre);
                let (slope, locations) = (slope(loading), locations(loading, difficulty));
                let at_least =
                    locations.map(|location| 1.0 / (1.0 + (-slope * (strain - location)).exp()));
                at_least.into_iter().sum::<f64>()
            })
            .sum();
        100.0 * sum / (STEPS * items) as f64 - score
    })
}

/// Where a falling function of −8 to 8 crosses zero.
fn solve(falling: impl Fn(f64) -> f64) -> f64 {
    let (mut low, mut high) = (-8.0, 8.0);
    for _ in 0..60 {
        let middle = (low + high) / 2.0;
        if falling(middle) > 0.0 { low = middle } else { high = middle }
    }
    (low + high) / 2.0
}

/// The share of a standard normal distribution below a point (Abramowitz and Stegun 26.2.17, error below 1e-7).
fn normal(point: f64) -> f64 {
    let t = 1.0 / (1.0 + 0.231_641_9 * point.abs());
    let terms = [0.319_381_530, -0.356_563_782, 1.781_477_937, -1.821_255_978, 1.330_274_429];
    let sum = terms.into_iter().rev().fold(0.0, |sum, term| (sum + term) * t);
    let above = sum * (-point * point / 2.0).exp() / (2.0 * std::f64::consts::PI).sqrt();
    if point < 0.0 { above } else { 1.0 - above }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_those_of_the_tables() {
        for (share, point) in [(0.5, 0.0), (0.25, 0.674_49), (0.975, -1.959_96), (0.05, 1.644_85)] {
            assert!((upper_quantile(share) - point).abs() < 1e-4, "{share}");
        }
    }
}
