//! Which advice fits a result. Ids and tags only: the words stand in the locale files.

mod catalogue;

pub use catalogue::{ADVICE, Advice, ForRole, When, Who};

use crate::instrument::{Construct, Instrument, Meaning, Part, Profiled};
use crate::profile::{Classification, Profile, Verdict};
use crate::response::Responses;
use crate::scoring::facet_score;
use crate::session::Role;

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
pub fn advised_profile(verdict: Verdict) -> Option<Profile> {
    match verdict {
        Verdict::Clear(profile) | Verdict::Between(_, profile) => Some(profile),
        Verdict::NotEnough => None,
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
/// part of the leading strain. A stated cause decides among equals.
///
/// With both strains the leading one comes first, and the second place is for the other one.
#[must_use]
pub fn first_steps(
    profiled: Profiled<'_>,
    responses: &Responses,
    role: Role,
    classification: &Classification,
) -> [Option<&'static Advice>; FIRST_STEPS] {
    let profile = advised_profile(classification.verdict);
    let cause = stated_cause(profiled.instrument(), responses);
    let parts = scored_parts(profiled, responses, profile, cause);
    let highest = parts.iter().fold(None, |best: Option<&ScoredPart>, part| {
        if best.is_some_and(|best| best.score >= part.score) { best } else { Some(part) }
    });
    let leads = classification.lead.or(highest.map(|part| part.strain));
    let fit = |advice: &Advice, place: usize| {
        let answered =
            parts.iter().filter(|part| part.part.is_some_and(|part| advice.parts.contains(&part)));
        let part = answered
            .map(|part| {
                let wanted = match place {
                    1 => leads != Some(part.strain),
                    _ => leads == Some(part.strain),
                };
                if wanted { part.score + AHEAD } else { part.score }
            })
            .fold(0.0_f64, f64::max);
        let bonus = if cause.is_some() && advice.cause() == cause { CAUSE } else { 0.0 };
        part + bonus
    };
    std::array::from_fn(|place| {
        pool(place).filter(|advice| advice.fits(profile, role)).fold(
            None,
            |best, advice| match best {
                Some(best) if fit(best, place) >= fit(advice, place) => Some(best),
                _ => Some(advice),
            },
        )
    })
}

/// A facet of a strain that the advice is chosen for.
struct ScoredPart {
    strain: Construct,
    /// What it is, where the instrument says.
    part: Option<Part>,
    /// 0–100, a little more where the person names its strain as the cause.
    score: f64,
}

fn scored_parts(
    profiled: Profiled<'_>,
    responses: &Responses,
    profile: Option<Profile>,
    cause: Option<Construct>,
) -> Vec<ScoredPart> {
    let of = |&strain: &Construct| {
        let scale = profiled.scale(strain);
        let named = if cause == Some(strain) { CAUSE } else { 0.0 };
        scale.facets.iter().enumerate().map(move |(place, facet)| {
            let score = facet_score(profiled.instrument(), scale, facet, responses).unwrap_or(0.0);
            ScoredPart { strain, part: profiled.part(strain, place), score: score + named }
        })
    };
    strains(profile).iter().flat_map(of).collect()
}

/// Everything that fits a profile and a role, by who acts.
pub fn fitting(
    profile: Option<Profile>,
    role: Role,
    who: Who,
) -> impl Iterator<Item = &'static Advice> {
    ADVICE.iter().filter(move |advice| advice.who == who && advice.fits(profile, role))
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
