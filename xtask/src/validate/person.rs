//! One simulated person: how strained they truly are, in all and in each part.

use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use rand_distr::StandardNormal;

use super::condition::{Condition, Straight};
use super::model::{DIMENSIONS, ItemModel, LINES, Model, PARTS, STEPS, line};
use super::normal::{joined, upper_quantile};

/// Share of people who never meet the suffering of others. Assumed.
pub(super) const WITHOUT_EXPOSURE: f64 = 0.10;
/// Share of people who leave out the question about it. Assumed.
pub(super) const EXPOSURE_SKIPPED: f64 = 0.05;
/// Shares of people in whose way it gets much or very much. Assumed.
pub(super) const IMPACT: f64 = 0.15;

/// Latent correlations of tiredness with the two strains; of how far rest helps with them; of what carries with them.
/// Assumed.
pub(super) const TIRED: [f64; 2] = [0.40, 0.25];
pub(super) const REST: [f64; 2] = [-0.45, -0.25];
pub(super) const CARRIES: [f64; 2] = [-0.30, -0.20];

/// All latent correlations under a condition, in the order of the dimensions.
pub(super) fn correlations(condition: &Condition) -> [[f64; DIMENSIONS]; DIMENSIONS] {
    let (strains, rest) = (condition.correlation, condition.rest);
    let ([tired_b, tired_c], [rest_b, rest_c], [carries_b, carries_c]) = (TIRED, REST, CARRIES);
    [
        [1.0, strains, tired_b, rest_b, carries_b],
        [strains, 1.0, tired_c, rest_c, carries_c],
        [tired_b, tired_c, 1.0, rest, 0.0],
        [rest_b, rest_c, rest, 1.0, 0.0],
        [carries_b, carries_c, 0.0, 0.0, 1.0],
    ]
}

/// What chance gives to one person before any condition shapes it.
pub(super) struct Luck {
    levels: [f64; DIMENSIONS],
    /// How each level has moved at the second check.
    moves: [f64; DIMENSIONS],
    /// How the weeks of each check differ from the usual, for each strain.
    states: [[f64; 2]; 2],
    parts: [f64; PARTS],
    yes: f64,
    impact: f64,
    exposure: [f64; 2],
    style: [f64; 3],
    alone: f64,
}

impl Luck {
    pub(super) fn draw(random: &mut ChaCha8Rng) -> Self {
        let mut normal = || random.sample::<f64, _>(StandardNormal);
        let levels = std::array::from_fn(|_| normal());
        let moves = std::array::from_fn(|_| normal());
        let states = [[normal(), normal()], [normal(), normal()]];
        let parts = std::array::from_fn(|_| normal());
        let (yes, impact) = (normal(), normal());
        let mut uniform = || random.random::<f64>();
        Self {
            levels,
            moves,
            states,
            parts,
            yes,
            impact,
            exposure: [uniform(), uniform()],
            style: [uniform(), uniform(), uniform()],
            alone: uniform(),
        }
    }
}

/// How somebody answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    Reads,
    Straight(u8),
    Random,
    Extreme,
}

/// What the question about exposure is answered with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Exposure {
    Met,
    Never,
    NotSaid,
}

pub(super) struct Person {
    /// Each dimension at the first and at the second check.
    levels: [[f64; DIMENSIONS]; 2],
    states: [[f64; 2]; 2],
    parts: [f64; PARTS],
    pub(super) yes: f64,
    /// The part that stands at its maximum, if one does.
    alone: Option<usize>,
    pub(super) exposure: Exposure,
    pub(super) high_impact: bool,
    pub(super) style: Style,
    /// The scores of the two strains that a faultless check would find, over the items of the core as they are meant.
    pub(super) expected: [f64; 2],
}

impl Person {
    /// A person with this luck. `triangle` is that of [`correlations`], `meant` the items before anything moves them.
    pub(super) fn new(
        condition: &Condition,
        triangle: &[[f64; DIMENSIONS]; DIMENSIONS],
        meant: &Model,
        luck: &Luck,
    ) -> Self {
        let first = joined(triangle, luck.levels);
        let moves = joined(triangle, luck.moves);
        let stays = condition.stability;
        let moves_by = (1.0 - stays * stays).sqrt();
        let mut moves = moves.into_iter();
        let second = first.map(|level| stays * level + moves_by * moves.next().unwrap_or(0.0));
        // More or less strain moves both strains; how tired people are otherwise stays the same.
        let lift = line(0) - upper_quantile(condition.burnout) + condition.lift;
        let lifted = |[b, c, tired, rest, carries]: [f64; DIMENSIONS]| {
            [b + lift, c + lift, tired, rest, carries]
        };
        let [b, c, ..] = first;
        let felt = 0.6 * (b + c) / (2.0 + 2.0 * condition.correlation).sqrt() + 0.8 * luck.impact;
        let [exposure, skipped] = luck.exposure;
        let mut person = Self {
            levels: [lifted(first), lifted(second)],
            states: luck.states,
            parts: luck.parts,
            yes: luck.yes,
            alone: condition.part_alone.then_some((luck.alone * PARTS as f64) as usize),
            exposure: if skipped < EXPOSURE_SKIPPED {
                Exposure::NotSaid
            } else if exposure < WITHOUT_EXPOSURE {
                Exposure::Never
            } else {
                Exposure::Met
            },
            high_impact: felt > upper_quantile(IMPACT),
            style: Style::Reads,
            expected: [0.0; 2],
        };
        person.expected = [0, 1].map(|strain| person.expected(condition, meant, strain));
        person.style = person.style(condition, luck.style);
        person
    }

    /// On which side of each line a person truly is.
    pub(super) fn above(&self) -> [bool; 2] {
        let [b, c] = self.expected;
        let [line_b, line_c, ..] = LINES;
        [b >= line_b, c >= line_c]
    }

    pub(super) fn reads(&self) -> bool {
        self.style == Style::Reads
    }

    /// Whether an item belongs to the part that stands at its maximum.
    pub(super) fn is_alone(&self, item: &ItemModel) -> bool {
        self.alone.is_some() && self.alone == item.part
    }

    /// The usual level of what an item measures.
    pub(super) fn level(&self, condition: &Condition, item: &ItemModel, check: usize) -> f64 {
        let levels = self.levels.get(check).copied().unwrap_or_default();
        if item.shared {
            let [b, c, ..] = levels;
            return (b + c) / (2.0 + 2.0 * condition.correlation).sqrt();
        }
        let level = levels.get(item.dimension).copied().unwrap_or_default();
        let Some(part) = item.part else { return level };
        let shared = condition.parts.as_flattened().get(part).copied().unwrap_or(1.0);
        let own = self.parts.get(part).copied().unwrap_or_default();
        shared * level + (1.0 - shared * shared).max(0.0).sqrt() * own
    }

    /// How the weeks of a check differ from the usual.
    pub(super) fn state(&self, item: &ItemModel, check: usize) -> f64 {
        self.states.get(check).and_then(|each| each.get(item.dimension)).copied().unwrap_or(0.0)
    }

    fn expected(&self, condition: &Condition, meant: &Model, strain: usize) -> f64 {
        let of_core = |item: &&ItemModel| item.dimension == strain && !item.bank;
        let (mut sum, mut items) = (0.0, 0);
        for item in meant.items.iter().filter(of_core) {
            items += 1;
            sum += if self.is_alone(item) {
                STEPS as f64
            } else {
                item.expected(self.level(condition, item, 0))
            };
        }
        100.0 * sum / (STEPS * items) as f64
    }

    fn style(&self, condition: &Condition, [share, kind, option]: [f64; 3]) -> Style {
        let [b, c] = self.expected;
        let fitting = (STEPS as f64 * (b + c) / 200.0).round() as u8;
        let (straight, taken) = match condition.straight {
            Straight::Fitting(share) => (share, fitting),
            Straight::Low(share) => (share, u8::from(option < 0.5)),
            Straight::High(share) => (share, STEPS as u8 - u8::from(option < 0.5)),
        };
        if share < straight {
            Style::Straight(taken)
        } else if share < straight + condition.careless {
            match (kind * 3.0) as usize {
                0 => Style::Straight((option * (STEPS + 1) as f64) as u8),
                1 => Style::Random,
                _ => Style::Extreme,
            }
        } else {
            Style::Reads
        }
    }
}
