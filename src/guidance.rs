//! Which advice fits a result. Ids and tags only: the words stand in the locale files.

mod catalogue;

pub use catalogue::{ADVICE, Advice, Place, When, Who};

use crate::classification::{Classification, Outcome, Profile};
use crate::instrument::{Construct, Instrument, Meaning};
use crate::response::Responses;
use crate::scoring::facet_score;
use crate::session::Setting;

/// The three places of the first steps: something for today, something for this week, and something
/// with other people.
pub const FIRST_STEPS: usize = 3;

/// More than any facet can score: the strain that a place is for goes before the other one.
const AHEAD: f64 = 1000.0;
/// Less than any two scores can differ by: it decides among equals only.
const CAUSE: f64 = 0.5;

/// The profile that the advice is chosen for: between two, the one with more strain.
///
/// `None` when there were too few answers: then only advice that fits anyone is given.
#[must_use]
pub fn advised_profile(outcome: Outcome) -> Option<Profile> {
    match outcome {
        Outcome::Clear(profile) | Outcome::Between(_, profile) => Some(profile),
        Outcome::NotEnough => None,
    }
}

/// Every piece of advice that may stand in a place of the first steps, whatever was answered.
pub fn pool(place: usize) -> impl Iterator<Item = &'static Advice> {
    ADVICE.iter().filter(move |advice| match place {
        0 => advice.who == Who::Me && advice.when == When::Today,
        1 => advice.who == Who::Me && advice.when == When::ThisWeek,
        _ => advice.who == Who::Others,
    })
}

/// The first steps: for each place the piece that fits profile and role and answers the highest
/// facet of the leading strain. A stated cause decides among equals.
///
/// With both strains the leading one comes first, and the second place is for the other one.
#[must_use]
pub fn first_steps(
    instrument: &Instrument,
    responses: &Responses,
    setting: Setting,
    classification: &Classification,
) -> [Option<&'static Advice>; FIRST_STEPS] {
    let profile = advised_profile(classification.outcome);
    let cause = stated_cause(instrument, responses);
    let mut facets: Vec<(&str, f64, Construct)> = Vec::new();
    for &construct in strains(profile) {
        for facet in &instrument.scale(construct).facets {
            let score = facet_score(instrument, facet, responses).unwrap_or(0.0);
            let named = if cause == Some(construct) { CAUSE } else { 0.0 };
            facets.push((&facet.id, score + named, construct));
        }
    }
    let highest = facets.iter().fold(None, |best: Option<&(&str, f64, Construct)>, facet| {
        if best.is_some_and(|best| best.1 >= facet.1) { best } else { Some(facet) }
    });
    let leads = classification.lead.or(highest.map(|facet| facet.2));
    let fit = |advice: &Advice, place: usize| {
        let facet = (facets.iter().filter(|(id, ..)| advice.facets.contains(id)))
            .map(|&(_, score, construct)| {
                let wanted = match place {
                    1 => leads != Some(construct),
                    _ => leads == Some(construct),
                };
                if wanted { score + AHEAD } else { score }
            })
            .fold(0.0_f64, f64::max);
        let bonus = if cause.is_some() && advice.cause() == cause { CAUSE } else { 0.0 };
        facet + bonus
    };
    std::array::from_fn(|place| {
        pool(place).filter(|advice| advice.fits(profile, setting)).fold(None, |best, advice| {
            match best {
                Some(best) if fit(best, place) >= fit(advice, place) => Some(best),
                _ => Some(advice),
            }
        })
    })
}

/// Everything that fits a profile and a role, by who acts.
pub fn fitting(
    profile: Option<Profile>,
    setting: Setting,
    who: Who,
) -> impl Iterator<Item = &'static Advice> {
    ADVICE.iter().filter(move |advice| advice.who == who && advice.fits(profile, setting))
}

fn strains(profile: Option<Profile>) -> &'static [Construct] {
    match profile {
        Some(Profile::Burnout) => &[Construct::Burnout],
        Some(Profile::CompassionFatigue | Profile::StrainWithoutExposure) => {
            &[Construct::CompassionFatigue]
        }
        Some(Profile::Both) => &[Construct::Burnout, Construct::CompassionFatigue],
        Some(Profile::NoStrain | Profile::Tiredness) | None => &[],
    }
}

fn stated_cause(instrument: &Instrument, responses: &Responses) -> Option<Construct> {
    if responses.means(instrument, Meaning::CauseLoad) {
        Some(Construct::Burnout)
    } else if responses.means(instrument, Meaning::CauseSuffering) {
        Some(Construct::CompassionFatigue)
    } else {
        None
    }
}
