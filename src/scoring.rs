//! From answers to scores: keying, missing answers, and the standard error of each score.

use crate::instrument::{Facet, Instrument, Scale};
use crate::response::Responses;

/// The assumed correlation of two checks of the same person, weeks apart.
const RETEST_RELIABILITY: f64 = 0.80;

/// A score and how far it can be trusted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Score {
    /// The mean of the answered items, 0–100; higher is more strain.
    pub value: f64,
    /// The standard error of measurement, in the same points; wider when answers are missing.
    pub error: f64,
    /// How many items were answered.
    pub answered: usize,
}

impl Score {
    /// The range in which the score probably lies: one standard error to both sides, within 0–100.
    #[must_use]
    pub fn range(&self) -> (f64, f64) {
        ((self.value - self.error).max(0.0), (self.value + self.error).min(100.0))
    }
}

/// The score of a scale; `None` when less than half of one of its facets is answered.
///
/// Taking the mean of what is answered is known to be biased when what is missing is not missing
/// by chance (Mazza and others 2015); half a facet is the least at which it is done at all.
#[must_use]
pub fn score(instrument: &Instrument, scale: &Scale, responses: &Responses) -> Option<Score> {
    let (mut sum, mut answered) = (0, 0);
    for facet in &scale.facets {
        let (facet_sum, facet_answered) = tally(instrument, facet, responses);
        if facet_answered * 2 < facet.items.len() {
            return None;
        }
        sum += facet_sum;
        answered += facet_answered;
    }
    Some(rated(instrument, scale, sum, answered))
}

/// The score of a scale of which `answered` items add up to `sum`.
pub(crate) fn rated(instrument: &Instrument, scale: &Scale, sum: u32, answered: usize) -> Score {
    let (value, error) = (percent(instrument, sum, answered), standard_error(scale, answered));
    Score { value, error, answered }
}

/// The score of one facet, 0–100; `None` when less than half of it is answered.
#[must_use]
pub fn facet_score(instrument: &Instrument, facet: &Facet, responses: &Responses) -> Option<f64> {
    let (sum, answered) = tally(instrument, facet, responses);
    (answered * 2 >= facet.items.len()).then(|| percent(instrument, sum, answered))
}

/// The standard error of a score that rests on `answered` of the scale's items, in points of 0–100.
///
/// SEM = SD·√(1 − reliability); the reliability of the shortened scale is the Spearman–Brown one.
#[must_use]
pub fn standard_error(scale: &Scale, answered: usize) -> f64 {
    let share = answered as f64 / scale.len() as f64;
    let reliability = share * scale.reliability / (1.0 + (share - 1.0) * scale.reliability);
    scale.deviation * (1.0 - reliability).sqrt()
}

/// What the answers of a facet add up to, and how many there are.
pub(crate) fn tally(instrument: &Instrument, facet: &Facet, responses: &Responses) -> (u32, usize) {
    (facet.items.iter())
        .filter_map(|&item| instrument.keyed(item, responses.item(item)?))
        .fold((0, 0), |(sum, answered), keyed| (sum + keyed, answered + 1))
}

fn percent(instrument: &Instrument, sum: u32, answered: usize) -> f64 {
    100.0 * f64::from(sum) / (f64::from(instrument.range()) * answered as f64)
}

/// How far two scores of one person must lie apart to differ by more than chance, in points of 0–100.
///
/// The reliable change index of Jacobson and Truax, 1.96·√2·SEM, with an assumed retest reliability
/// of .80 for every scale (internal consistency would make it look smaller than it is).
#[must_use]
pub fn reliable_change(scale: &Scale) -> f64 {
    1.96 * std::f64::consts::SQRT_2 * scale.deviation * (1.0 - RETEST_RELIABILITY).sqrt()
}
