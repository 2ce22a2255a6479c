//! What speaks for a result, how firm it stands, and whether it calls for more than a self-check.

use super::{Band, Classification, Outcome, Profile, classify, from_scores};
use crate::instrument::{Construct, Instrument, Meaning};
use crate::response::Responses;
use crate::scoring::{Score, standard_error};

/// An answer that speaks for the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reason {
    /// Position in [`Instrument::items`].
    pub item: usize,
    /// The chosen option.
    pub option: u8,
    /// What it adds to its scale, from 1.
    pub keyed: u32,
}

/// Whether what a person says weighs most agrees with their scores. It never changes the result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// Both say the same.
    Agrees,
    /// The person names one cause of two.
    Partly,
    /// They say different things.
    Differs,
    /// The person names another cause, or none.
    Unstated,
}

/// The answers that speak most for the result, strongest first, `most` at the most.
///
/// Only answers on the scales that the result is about; among equals, facets not yet named and then
/// the order asked decide. An answer that adds nothing is no reason.
#[must_use]
pub fn strongest_answers(
    instrument: &Instrument,
    responses: &Responses,
    outcome: Outcome,
    most: usize,
) -> Vec<Reason> {
    let about = constructs(outcome);
    let mut left: Vec<(Reason, Construct, usize)> = Vec::new();
    for &construct in about {
        for (place, facet) in instrument.scale(construct).facets.iter().enumerate() {
            left.extend(facet.items.iter().filter_map(|&item| {
                let option = responses.item(item)?;
                let keyed = instrument.keyed(item, option).filter(|&keyed| keyed > 0)?;
                Some((Reason { item, option, keyed }, construct, place))
            }));
        }
    }
    let mut chosen: Vec<(Reason, Construct, usize)> = Vec::new();
    while chosen.len() < most {
        let named = |construct, place| {
            let same = chosen.iter().filter(|(_, c, p)| (*c, *p) == (construct, place)).count();
            let scale = chosen.iter().filter(|(_, c, _)| *c == construct).count();
            (scale, same)
        };
        let next = (left.iter().enumerate()).max_by_key(|(_, (reason, construct, place))| {
            let (scale, same) = named(*construct, *place);
            (reason.keyed, std::cmp::Reverse((scale, same, reason.item)))
        });
        match next.map(|(position, _)| position) {
            Some(position) => chosen.push(left.swap_remove(position)),
            None => break,
        }
    }
    chosen.into_iter().map(|(reason, ..)| reason).collect()
}

fn constructs(outcome: Outcome) -> &'static [Construct] {
    use Construct::{Burnout, CompassionFatigue, Tiredness};
    let of = |profile| match profile {
        Profile::NoStrain => 0b000,
        Profile::Tiredness => 0b100,
        Profile::Burnout => 0b001,
        Profile::CompassionFatigue | Profile::StrainWithoutExposure => 0b010,
        Profile::Both => 0b011,
    };
    let about = match outcome {
        Outcome::Clear(profile) => of(profile),
        Outcome::Between(one, other) => of(one) | of(other),
        Outcome::NotEnough => 0,
    };
    match about {
        0b001 => &[Burnout],
        0b010 => &[CompassionFatigue],
        0b011 => &[Burnout, CompassionFatigue],
        0b100 => &[Tiredness],
        0b101 => &[Burnout, Tiredness],
        0b110 => &[CompassionFatigue, Tiredness],
        _ => &Construct::ALL,
    }
}

/// The first result found that differs and that is one changed step of one answer away, if any.
///
/// A step on any answered item of a scale moves its score by the same amount, so trying one step up
/// and one step down on each scale tries every answer there is.
#[must_use]
pub fn one_changed_answer(
    instrument: &Instrument,
    responses: &Responses,
) -> Option<Classification> {
    let now = classify(instrument, responses);
    let exposed = !responses.means(instrument, Meaning::NoExposure);
    for construct in Construct::ALL {
        let Some(score) = now.score(construct) else {
            continue;
        };
        for step in steps(instrument, responses, construct) {
            let moved = moved(instrument, construct, score, step);
            let scores = Construct::ALL
                .map(|each| if each == construct { Some(moved) } else { now.score(each) });
            let then = from_scores(instrument, scores, exposed);
            if (then.outcome, then.lead) != (now.outcome, now.lead) {
                return Some(then);
            }
        }
    }
    None
}

/// The different changes of the scale's sum that one step of one answer can make.
fn steps(instrument: &Instrument, responses: &Responses, construct: Construct) -> Vec<i32> {
    let mut steps: Vec<i32> = Vec::new();
    for item in instrument.scale(construct).items() {
        let Some(option) = responses.item(item) else {
            continue;
        };
        let Some(from) = instrument.keyed(item, option) else {
            continue;
        };
        for other in [option.checked_sub(1), option.checked_add(1)].into_iter().flatten() {
            if let Some(to) = instrument.keyed(item, other) {
                let step = i32::try_from(to).unwrap_or(0) - i32::try_from(from).unwrap_or(0);
                if !steps.contains(&step) {
                    steps.push(step);
                }
            }
        }
    }
    steps
}

fn moved(instrument: &Instrument, construct: Construct, score: Score, step: i32) -> Score {
    let per_step = 100.0 / (f64::from(instrument.range()) * score.answered as f64);
    // Counted from the whole sum, so that the score is the very one that answering would give.
    let sum = (score.value / per_step).round() + f64::from(step);
    Score {
        value: 100.0 * sum / (f64::from(instrument.range()) * score.answered as f64),
        error: standard_error(instrument.scale(construct), score.answered),
        answered: score.answered,
    }
}

/// Whether the cause that the person names agrees with a clear result about a strain.
#[must_use]
pub fn agreement(instrument: &Instrument, responses: &Responses, outcome: Outcome) -> Agreement {
    let named = |meaning| responses.means(instrument, meaning);
    let both = named(Meaning::CauseBoth);
    let load = named(Meaning::CauseLoad);
    let suffering = named(Meaning::CauseSuffering);
    match outcome {
        Outcome::Clear(Profile::Burnout) if load => Agreement::Agrees,
        Outcome::Clear(Profile::CompassionFatigue) if suffering => Agreement::Agrees,
        Outcome::Clear(Profile::Both) if both => Agreement::Agrees,
        Outcome::Clear(Profile::Burnout | Profile::CompassionFatigue) if both => Agreement::Partly,
        Outcome::Clear(Profile::Both) if load || suffering => Agreement::Partly,
        Outcome::Clear(Profile::Burnout) if suffering => Agreement::Differs,
        Outcome::Clear(Profile::CompassionFatigue) if load => Agreement::Differs,
        _ => Agreement::Unstated,
    }
}

/// Whether to suggest seeing a professional: it gets in the way a lot, or a strain is clearly above
/// its line and has been there for more than four weeks.
#[must_use]
pub fn professional_help(
    instrument: &Instrument,
    responses: &Responses,
    classification: &Classification,
) -> bool {
    let above = |construct| classification.band(instrument, construct) == Some(Band::Above);
    let strained = above(Construct::Burnout) || above(Construct::CompassionFatigue);
    responses.means(instrument, Meaning::HighImpact)
        || (strained && responses.means(instrument, Meaning::OverFourWeeks))
}
