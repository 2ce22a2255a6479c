//! How a person answers: each item by strain and chance, and what a condition does to that.

use burnout_screener::instrument::{Instrument, Meaning};
use burnout_screener::response::Responses;
use rand::RngExt;
use rand_chacha::ChaCha8Rng;

use anyhow::{Context, Result};

use super::condition::{Block, Condition, Missing};
use super::model::{GOOD, ItemModel, Model, STEPS};
use super::person::{Exposure, Person, Style};

/// What turns people into answers.
pub(super) struct Answering<'a> {
    pub(super) instrument: &'a Instrument,
    pub(super) condition: &'a Condition,
    pub(super) model: Model,
    exposure: Choice,
    impact: Choice,
}

/// A context question, and its options for those of whom something is so and for the others.
struct Choice {
    question: usize,
    yes: u8,
    no: u8,
}

impl Choice {
    /// The question one of whose options means this.
    fn new(instrument: &Instrument, meaning: Meaning) -> Result<Self> {
        for (question, asked) in instrument.context().iter().enumerate() {
            let says = asked.options.iter().position(|option| option.means == Some(meaning));
            let other = asked.options.iter().position(|option| option.means.is_none());
            if let Some((yes, no)) = says.zip(other) {
                return Ok(Self { question, yes: u8::try_from(yes)?, no: u8::try_from(no)? });
            }
        }
        None.with_context(|| format!("the instrument does not ask about {meaning:?}"))
    }
}

/// What a person would answer to every item, the bank included; nothing where it is left out.
pub(super) type Options = Vec<Option<u8>>;

impl<'a> Answering<'a> {
    pub(super) fn new(
        instrument: &'a Instrument,
        condition: &'a Condition,
        model: Model,
    ) -> Result<Self> {
        let exposure = Choice::new(instrument, Meaning::NoExposure)?;
        let impact = Choice::new(instrument, Meaning::HighImpact)?;
        Ok(Self { instrument, condition, model, exposure, impact })
    }

    /// Every answer that a person would give at a check.
    pub(super) fn options(
        &self,
        person: &Person,
        check: usize,
        random: &mut ChaCha8Rng,
        options: &mut Options,
    ) {
        options.clear();
        options.extend(self.model.items.iter().map(|item| {
            let (luck, left_out) = (random.random::<f64>(), random.random::<f64>());
            let keyed = self.keyed(person, item, check, luck);
            let option = match person.style {
                Style::Reads => item.option(keyed),
                Style::Straight(option) => option,
                Style::Random => (luck * (STEPS + 1) as f64) as u8,
                Style::Extreme => STEPS as u8 * u8::from(luck < 0.5),
            };
            (left_out >= self.missing(item, keyed)).then_some(option)
        }));
    }

    /// The core and the context as a person answers them, and with [`Block::Always`] the bank.
    pub(super) fn core(&self, person: &Person, options: &Options, responses: &mut Responses) {
        let core = match self.condition.block {
            Block::Always => 0..options.len(),
            Block::Offered | Block::Never => self.instrument.core(),
        };
        for item in core {
            responses.set_item(self.instrument, item, options.get(item).copied().flatten());
        }
        let exposure = match person.exposure {
            Exposure::Met => Some(self.exposure.no),
            Exposure::Never => Some(self.exposure.yes),
            Exposure::NotSaid => None,
        };
        responses.set_context(self.instrument, self.exposure.question, exposure);
        let impact = if person.high_impact { self.impact.yes } else { self.impact.no };
        responses.set_context(self.instrument, self.impact.question, Some(impact));
    }

    fn keyed(&self, person: &Person, item: &ItemModel, check: usize, luck: f64) -> u8 {
        if person.is_alone(item) {
            return STEPS as u8;
        }
        let condition = self.condition;
        // General distress makes what is good rarer; saying yes raises both.
        let good = GOOD.get(item.dimension).copied().unwrap_or(false);
        let distress = if good { -condition.distress } else { condition.distress };
        let yes = if item.reversed { -person.yes } else { person.yes };
        let level = person.level(condition, item, check)
            + condition.state * person.state(item, check)
            + distress
            + condition.acquiescence * yes;
        if condition.four_days && item.part.is_some() {
            return days(item.expected(level) / STEPS as f64, luck);
        }
        item.keyed(level, luck)
    }

    fn missing(&self, item: &ItemModel, keyed: u8) -> f64 {
        match self.condition.missing {
            Missing::ByChance(share) => share,
            // Half again as often where the answer would show strain.
            Missing::WithStrain(share) if keyed >= 3 => share * 1.5,
            Missing::WithStrain(share) => share * 0.8,
            Missing::OfHelping(share) => share * f64::from(u8::from(item.part.is_some())),
        }
    }
}

/// On how many of four days it was so, where it is so on this share of days.
fn days(share: f64, luck: f64) -> u8 {
    let mut below = 0.0;
    for (free, ways) in (0..).zip([1.0, 4.0, 6.0, 4.0]) {
        below += ways * (1.0 - share).powi(free) * share.powi(STEPS as i32 - free);
        if luck < below {
            return STEPS as u8 - free as u8;
        }
    }
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_as_many_as_their_share_says() {
        for share in [0.1, 0.4, 0.8] {
            let lucks = (0..10_000).map(|place| f64::from(place) / 10_000.0);
            let mean = lucks.map(|luck| f64::from(days(share, luck))).sum::<f64>() / 10_000.0;
            assert!((mean - 4.0 * share).abs() < 0.01, "{mean} days for {share}");
        }
    }
}
