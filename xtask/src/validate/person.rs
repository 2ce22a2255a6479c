//! One simulated person: how strained they are, and how they answer in two checks.

use burnout_screener::instrument::{Construct, Instrument};
use burnout_screener::profile::Profile;
use burnout_screener::response::Responses;
use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use rand_distr::StandardNormal;

use super::condition::{Condition, Missing};
use super::model::{ItemModel, Model, STEPS, Source};
use super::rival::named;

/// Latent correlation of tiredness with burnout and with compassion fatigue. Assumed: rest helps the one and not the others.
pub(super) const TIREDNESS_CORRELATIONS: [f64; 2] = [0.40, 0.25];
/// Share of people who never meet the suffering of others. Assumed.
pub(super) const WITHOUT_EXPOSURE: f64 = 0.10;
/// Share of people who leave out the question about it. Assumed.
pub(super) const EXPOSURE_SKIPPED: f64 = 0.05;
/// The most facets an instrument may have here.
pub(super) const FACETS: usize = 16;
/// What turns a person into answers: the items, the condition, and where the true lines lie.
pub(super) struct Answerer<'a> {
    pub(super) instrument: &'a Instrument,
    pub(super) condition: &'a Condition,
    pub(super) model: Model,
    /// How far the mean strain lies from that of the base, in standard deviations.
    pub(super) mean: f64,
    pub(super) lines: [f64; 3],
    /// The context question about exposure, and its options for those who have and have none.
    pub(super) exposure: usize,
    pub(super) exposed: u8,
    pub(super) unexposed: u8,
}

/// What chance gives to one person before any condition shapes it.
pub(super) struct Luck {
    strains: [f64; 3],
    /// How each strain has moved at the second check.
    moves: [f64; 3],
    facets: [f64; FACETS],
    exposure: [f64; 2],
    careless: [f64; 3],
}

impl Luck {
    pub(super) fn draw(random: &mut ChaCha8Rng) -> Self {
        let mut normal = || random.sample::<f64, _>(StandardNormal);
        let (strains, moves) = ([normal(), normal(), normal()], [normal(), normal(), normal()]);
        let facets = std::array::from_fn(|_| normal());
        let mut uniform = || random.random::<f64>();
        Self {
            strains,
            moves,
            facets,
            exposure: [uniform(), uniform()],
            careless: [uniform(), uniform(), uniform()],
        }
    }
}

/// How somebody answers who does not read.
#[derive(Clone, Copy)]
enum Careless {
    Straight(u8),
    Random,
    Extreme,
}

pub(super) struct Person {
    /// Burnout, compassion fatigue, tiredness at the first and at the second check.
    pub(super) strains: [[f64; 3]; 2],
    facets: [f64; FACETS],
    pub(super) exposed: bool,
    pub(super) exposure_skipped: bool,
    careless: Option<Careless>,
}

impl Person {
    pub(super) fn new(answerer: &Answerer<'_>, luck: &Luck) -> Self {
        let (condition, mean) = (answerer.condition, answerer.mean);
        let first = correlated(condition.correlation, luck.strains);
        let moves = correlated(condition.correlation, luck.moves);
        let (stays, moves_by) =
            (condition.stability, (1.0 - condition.stability * condition.stability).sqrt());
        let mut moves = moves.into_iter();
        let second = first.map(|strain| stays * strain + moves_by * moves.next().unwrap_or(0.0));
        // More or less strain moves both strains; how tired people are otherwise stays the same.
        let shift = |[b, c, f]: [f64; 3]| [b + mean, c + mean, f];
        let [careless, kind, option] = luck.careless;
        let [exposure, skipped] = luck.exposure;
        Self {
            strains: [shift(first), shift(second)],
            facets: luck.facets,
            exposed: exposure >= WITHOUT_EXPOSURE,
            exposure_skipped: skipped < EXPOSURE_SKIPPED,
            careless: (careless < condition.careless).then_some(match (kind * 3.0) as usize {
                0 => Careless::Straight((option * (STEPS + 1) as f64) as u8),
                1 => Careless::Random,
                _ => Careless::Extreme,
            }),
        }
    }

    pub(super) fn is_honest(&self) -> bool {
        self.careless.is_none()
    }

    /// What a faultless check would say.
    pub(super) fn profile(&self, answerer: &Answerer<'_>) -> Profile {
        let [[b, c, f], _] = self.strains;
        let [line_b, line_c, line_f] = answerer.lines;
        named(b >= line_b, c >= line_c, f >= line_f, self.exposed)
    }

    fn strain(&self, condition: &Condition, item: &ItemModel, check: usize) -> f64 {
        let [b, c, f] = self.strains.get(check).copied().unwrap_or_default();
        let own = match (item.source, item.construct) {
            (Source::Shared, _) => (b + c) / (2.0 + 2.0 * condition.correlation).sqrt(),
            (_, Construct::Burnout) => b,
            (_, Construct::CompassionFatigue) => c,
            (_, Construct::Tiredness) => f,
        };
        own + condition.clusters * self.facets.get(item.facet).copied().unwrap_or(0.0)
    }

    /// Answers every item, by chance or by strain, and leaves out what the condition says.
    pub(super) fn answer(
        &self,
        answerer: &Answerer<'_>,
        check: usize,
        random: &mut ChaCha8Rng,
        responses: &mut Responses,
    ) {
        let instrument = answerer.instrument;
        for (place, item) in answerer.model.items.iter().enumerate() {
            let (luck, left_out) = (random.random::<f64>(), random.random::<f64>());
            let keyed = item.keyed(self.strain(answerer.condition, item, check), luck);
            let option = match self.careless {
                None => item.option(keyed),
                Some(Careless::Straight(option)) => option,
                Some(Careless::Random) => (luck * (STEPS + 1) as f64) as u8,
                Some(Careless::Extreme) => STEPS as u8 * u8::from(luck < 0.5),
            };
            let missing = left_out < missing(answerer.condition.missing, keyed);
            responses.set_item(instrument, place, (!missing).then_some(option));
        }
        let option = if self.exposed { answerer.exposed } else { answerer.unexposed };
        let option = (!self.exposure_skipped).then_some(option);
        responses.set_context(instrument, answerer.exposure, option);
    }
}

/// Answers that show strain are left out half again as often as the share says, the others less.
fn missing(missing: Missing, keyed: u8) -> f64 {
    match missing {
        Missing::ByChance(share) => share,
        Missing::WithStrain(share) if keyed >= 3 => share * 1.5,
        Missing::WithStrain(share) => share * 0.8,
    }
}

fn correlated(correlation: f64, [one, two, three]: [f64; 3]) -> [f64; 3] {
    let [with_b, with_c] = TIREDNESS_CORRELATIONS;
    let rest = (1.0 - correlation * correlation).sqrt();
    let second = (with_c - with_b * correlation) / rest;
    let third = (1.0 - with_b * with_b - second * second).sqrt();
    [one, correlation * one + rest * two, with_b * one + second * two + third * three]
}
