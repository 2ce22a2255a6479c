//! From answers to scores: keying, weights, missing answers, and the error of each score.

use crate::instrument::{Facet, Instrument, Method, Minimum, Scale};
use crate::response::Responses;

/// A score and how far it can be trusted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Score {
    /// What the answers add up to by their own values, each as often as it weighs.
    pub raw: f64,
    /// The score by the scale's method, within [`Scale::span`].
    pub value: f64,
    /// The standard error of measurement in the unit of `value`, wider when answers are missing; `None`
    /// where the precision of the scale is not known.
    pub error: Option<f64>,
    /// How many items were answered.
    pub answered: usize,
}

impl Score {
    /// The range in which the score probably lies: one standard error to both sides, within what there
    /// can be. Without an error it is the score itself.
    #[must_use]
    pub fn range(&self, scale: &Scale) -> (f64, f64) {
        let (lowest, highest) = scale.span;
        let error = self.error.unwrap_or(0.0);
        ((self.value - error).max(lowest), (self.value + error).min(highest))
    }
}

/// What some answers add up to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// How many there are.
    pub(crate) answered: usize,
    /// What they add above the lowest there can be.
    pub(crate) keyed: u32,
    /// What they could add at the most.
    pub(crate) range: u32,
    /// What they are worth where each is the lowest.
    pub(crate) low: i32,
    /// What they weigh.
    pub(crate) weight: u32,
}

impl Tally {
    /// The answers of a facet.
    pub(crate) fn new(instrument: &Instrument, facet: &Facet, responses: &Responses) -> Self {
        let mut tally = Self::default();
        for &item in &facet.items {
            if let Some(option) = responses.item(item) {
                tally.add(instrument, item, option);
            }
        }
        tally
    }

    fn add(&mut self, instrument: &Instrument, item: usize, option: u8) {
        let asked = instrument.items().get(item);
        let set = asked.and_then(|asked| instrument.option_sets().get(asked.set));
        if let (Some(asked), Some(set), Some(keyed)) = (asked, set, instrument.keyed(item, option))
        {
            let weight = u32::from(asked.weight);
            self.answered += 1;
            self.keyed += weight * keyed;
            self.range += weight * set.range();
            self.low += i32::from(asked.weight) * i32::from(set.span().0);
            self.weight += weight;
        }
    }

    /// Both together.
    pub(crate) fn and(self, other: Self) -> Self {
        Self {
            answered: self.answered + other.answered,
            keyed: self.keyed + other.keyed,
            range: self.range + other.range,
            low: self.low + other.low,
            weight: self.weight + other.weight,
        }
    }

    /// The score of a scale of which this is answered.
    pub(crate) fn score(self, scale: &Scale) -> Score {
        let raw = f64::from(self.low) + f64::from(self.keyed);
        let value = match scale.method {
            Method::Percent => self.percent(),
            Method::Sum if self.weight == scale.weight => raw,
            Method::Mean if self.weight == scale.weight => raw / f64::from(self.weight),
            // Items may have different ranges: a mean of some could lie where no score of all can.
            Method::Sum | Method::Mean => {
                let (lowest, highest) = scale.span;
                lowest + (highest - lowest) * self.percent() / 100.0
            }
        };
        let error = scale.standard_error(self.answered);
        Score { raw, value, error, answered: self.answered }
    }

    fn percent(self) -> f64 {
        100.0 * f64::from(self.keyed) / f64::from(self.range)
    }
}

/// The score of a scale; `None` when less of it is answered than its minimum, or nothing.
///
/// Taking the mean of what is answered is known to be biased when what is missing is not missing
/// by chance (Mazza and others 2015); how much may be missing is up to each scale.
#[must_use]
pub fn score(instrument: &Instrument, scale: &Scale, responses: &Responses) -> Option<Score> {
    let mut all = Tally::default();
    for facet in &scale.facets {
        let part = Tally::new(instrument, facet, responses);
        if part.answered < scale.minimum.needed_in_facet(facet) {
            return None;
        }
        all = all.and(part);
    }
    (all.answered >= scale.minimum.needed_in_all(scale)).then(|| all.score(scale))
}

/// The score of one facet as a percentage of its range, 0–100; `None` when less than half of it is
/// answered, or less than the scale wants of each facet.
#[must_use]
pub fn facet_score(
    instrument: &Instrument,
    scale: &Scale,
    facet: &Facet,
    responses: &Responses,
) -> Option<f64> {
    let minimum = match scale.minimum {
        own @ Minimum::EachFacet(_) => own,
        _ => Minimum::EachFacet(0.5),
    };
    let tally = Tally::new(instrument, facet, responses);
    (tally.answered >= minimum.needed_in_facet(facet)).then(|| tally.percent())
}
