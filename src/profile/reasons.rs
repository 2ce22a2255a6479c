//! What speaks for a result, how firm it stands, and whether it calls for more than a self-check.

use super::{Classification, Profile, Side, Verdict, classify, read};
use crate::instrument::{Construct, Meaning, Profiled};
use crate::response::Responses;
use crate::scoring::Tally;

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
    profiled: Profiled<'_>,
    responses: &Responses,
    verdict: Verdict,
    most: usize,
) -> Vec<Reason> {
    let mut left: Vec<Candidate> = Vec::new();
    for construct in about(verdict) {
        for (facet, part) in profiled.scale(construct).facets.iter().enumerate() {
            let candidates = part.items.iter().filter_map(|&item| {
                Candidate::new(profiled, responses.item(item)?, item, (construct, facet))
            });
            left.extend(candidates);
        }
    }
    let mut chosen: Vec<Candidate> = Vec::new();
    while chosen.len() < most {
        let next = (left.iter().enumerate()).max_by_key(|(_, candidate)| {
            let (construct, _) = candidate.from;
            let scale = chosen.iter().filter(|chosen| chosen.from.0 == construct).count();
            let same = chosen.iter().filter(|chosen| chosen.from == candidate.from).count();
            (candidate.strength, std::cmp::Reverse((scale, same, candidate.reason.item)))
        });
        match next.map(|(position, _)| position) {
            Some(position) => chosen.push(left.swap_remove(position)),
            None => break,
        }
    }
    chosen.into_iter().map(|candidate| candidate.reason).collect()
}

/// An answer that may be named.
struct Candidate {
    reason: Reason,
    /// What it adds, in thousandths of what it could add.
    strength: u32,
    /// The construct and its facet.
    from: (Construct, usize),
}

impl Candidate {
    fn new(
        profiled: Profiled<'_>,
        option: u8,
        item: usize,
        from: (Construct, usize),
    ) -> Option<Self> {
        let keyed = profiled.instrument().keyed(item, option).filter(|&keyed| keyed > 0)?;
        let strength = 1000 * keyed / profiled.scale(from.0).even?;
        Some(Self { reason: Reason { item, option, keyed }, strength, from })
    }
}

/// The constructs that a result is about; all of them where it names none.
fn about(verdict: Verdict) -> impl Iterator<Item = Construct> {
    let of = |profile, construct| match construct {
        Construct::Burnout => matches!(profile, Profile::Burnout | Profile::Both),
        Construct::CompassionFatigue => matches!(
            profile,
            Profile::CompassionFatigue | Profile::Both | Profile::StrainWithoutExposure
        ),
        Construct::Tiredness => profile == Profile::Tiredness,
    };
    let named = move |construct| match verdict {
        Verdict::Clear(profile) => of(profile, construct),
        Verdict::Between(one, other) => of(one, construct) || of(other, construct),
        Verdict::NotEnough => false,
    };
    let none = !Construct::ALL.into_iter().any(named);
    Construct::ALL.into_iter().filter(move |&construct| none || named(construct))
}

/// The first result found that differs and that is one changed step of one answer away, if any.
///
/// A step on any answered item of a scale moves its score by the same amount, so trying one step up
/// and one step down on each scale tries every answer there is.
#[must_use]
pub fn one_changed_answer(profiled: Profiled<'_>, responses: &Responses) -> Option<Classification> {
    let now = classify(profiled, responses);
    let exposed = !responses.means(profiled.instrument(), Meaning::NoExposure);
    for construct in Construct::ALL {
        if now.score(construct).is_none() {
            continue;
        }
        let scale = profiled.scale(construct);
        let tally = Tally::of_scale(profiled.instrument(), scale, responses);
        for step in steps(profiled, responses, construct) {
            let keyed = tally.keyed.saturating_add_signed(step);
            let moved = Tally { keyed, ..tally }.score(scale);
            let then = read(profiled, now.scores.with(construct, Some(moved)), exposed);
            if !then.says_the_same(&now) {
                return Some(then);
            }
        }
    }
    None
}

/// The different changes of the scale's sum that one step of one answer can make.
fn steps(profiled: Profiled<'_>, responses: &Responses, construct: Construct) -> Vec<i32> {
    let mut steps: Vec<i32> = Vec::new();
    for item in profiled.scale(construct).items() {
        // All items of a scale in a profile weigh the same, and what they weigh is their part of the sum.
        let weight =
            profiled.instrument().items().get(item).map_or(1, |item| i32::from(item.weight));
        let keyed =
            |option| profiled.instrument().keyed(item, option).and_then(|k| i32::try_from(k).ok());
        let Some(option) = responses.item(item) else { continue };
        let Some(from) = keyed(option) else { continue };
        for other in [option.checked_sub(1), option.checked_add(1)].into_iter().flatten() {
            if let Some(to) = keyed(other) {
                let step = weight * (to - from);
                if !steps.contains(&step) {
                    steps.push(step);
                }
            }
        }
    }
    steps
}

/// Whether the cause that the person names agrees with a clear result about a strain.
#[must_use]
pub fn agreement(profiled: Profiled<'_>, responses: &Responses, verdict: Verdict) -> Agreement {
    let named = |meaning| responses.means(profiled.instrument(), meaning);
    let both = named(Meaning::CauseBoth);
    let load = named(Meaning::CauseLoad);
    let suffering = named(Meaning::CauseSuffering);
    match verdict {
        Verdict::Clear(Profile::Burnout) if load => Agreement::Agrees,
        Verdict::Clear(Profile::CompassionFatigue) if suffering => Agreement::Agrees,
        Verdict::Clear(Profile::Both) if both => Agreement::Agrees,
        Verdict::Clear(Profile::Burnout | Profile::CompassionFatigue) if both => Agreement::Partly,
        Verdict::Clear(Profile::Both) if load || suffering => Agreement::Partly,
        Verdict::Clear(Profile::Burnout) if suffering => Agreement::Differs,
        Verdict::Clear(Profile::CompassionFatigue) if load => Agreement::Differs,
        _ => Agreement::Unstated,
    }
}

/// Whether to suggest seeing a professional: it gets in the way a lot, or a strain is clearly above
/// its line and has been there for more than four weeks.
#[must_use]
pub fn professional_help(
    profiled: Profiled<'_>,
    responses: &Responses,
    classification: &Classification,
) -> bool {
    let above = |construct| classification.side(profiled, construct) == Some(Side::Above);
    let strained = above(Construct::Burnout) || above(Construct::CompassionFatigue);
    responses.means(profiled.instrument(), Meaning::HighImpact)
        || (strained && responses.means(profiled.instrument(), Meaning::OverFourWeeks))
}
