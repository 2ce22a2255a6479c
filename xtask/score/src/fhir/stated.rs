//! The scores and bands that stand beside answers, held against what the answers come to.

use burnout_screener::instrument::Instrument;
use burnout_screener::response::Responses;
use burnout_screener::scored::Scored;

use super::place::Place;
use super::wrong::{What, Wrong};

/// How far a stated score may lie from the true one: half of the last of two decimals, and what a machine adds.
const ROUNDING: f64 = 0.005 + 1e-6;

/// What is stated, each with the position of its scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Stated {
    /// A score.
    Score(usize, f64),
    /// A band, by its position.
    Band(usize, usize),
}

/// Everything that is stated and does not follow.
#[must_use]
pub fn differing(
    instrument: &Instrument,
    responses: &Responses,
    stated: &[(Place<'_>, Stated)],
) -> Vec<Wrong> {
    let scored = Scored::new(instrument, responses);
    let differs = |stated: &Stated| match *stated {
        Stated::Score(scale, said) => match scored.scales.0.get(scale)?.1.score {
            Some(score) if (score - said).abs() <= ROUNDING => None,
            Some(score) => Some(What::Stated { said, score }),
            None => Some(What::Unscored(said)),
        },
        Stated::Band(scale, place) => {
            let said = &instrument.scales().get(scale)?.bands.get(place)?.id;
            let band = scored.scales.0.get(scale)?.1.band;
            let wrong =
                || What::Band { said: said.clone(), band: band.unwrap_or("none").to_owned() };
            (band != Some(said)).then(wrong)
        }
    };
    let each = stated.iter().filter_map(|(at, stated)| Some(at.wrong(differs(stated)?)));
    each.collect()
}
