//! When no answer that is still open could change the result.
//!
//! A check is decided when its verdict and its lead stay what they are, whatever the items without an
//! answer are answered with, one by one or all together, and also where they are left out. So the
//! result of a decided check is the one that the full form gives, and nothing about people has to be
//! assumed for it.

use super::{Verdict, classify, read};
use crate::instrument::{Construct, Meaning, PerConstruct, Profiled};
use crate::response::Responses;
use crate::scoring::{Score, Tally};

/// With more open items than this nothing is called decided: what has to be tried grows with their
/// third power, and a person waits for it.
const MOST_OPEN: usize = 60;

/// Whether nothing that is still open can change the verdict or the lead.
///
/// Answers to the questions about the situation count as they stand.
#[must_use]
pub fn is_decided(profiled: Profiled<'_>, responses: &Responses) -> bool {
    let open = responses.skipped().count();
    if open == 0 {
        return true;
    }
    let now = classify(profiled, responses);
    // With everything answered there is always a result.
    if open > MOST_OPEN || now.verdict == Verdict::NotEnough {
        return false;
    }
    let exposed = !responses.means(profiled.instrument(), Meaning::NoExposure);
    let reach = PerConstruct::new(|construct| match now.score(construct) {
        Some(_) => reachable(profiled, construct, responses),
        // A result that does without this score is about strains alone: no such score changes it.
        None => vec![None],
    });
    let stays = |scores| read(profiled, scores, exposed).says_the_same(&now);
    reach.burnout.iter().all(|&burnout| {
        reach.compassion_fatigue.iter().all(|&compassion_fatigue| {
            reach
                .tiredness
                .iter()
                .all(|&tiredness| stays(PerConstruct { burnout, compassion_fatigue, tiredness }))
        })
    })
}

/// The lowest and the highest score that a scale can still come to with each number of answers.
///
/// They stand for all between them: as one score rises and the others stay, no result that is left
/// behind comes back. So what is the same at both ends is the same all the way.
fn reachable(
    profiled: Profiled<'_>,
    construct: Construct,
    responses: &Responses,
) -> Vec<Option<Score>> {
    let scale = profiled.scale(construct);
    let mut lowest = Tally::of_scale(profiled.instrument(), scale, responses);
    let mut highest = lowest;
    let mut found = Vec::new();
    for place in lowest.answered..=scale.len() {
        found.push(Some(lowest.score(scale)));
        found.push(Some(highest.score(scale)));
        if place < scale.len() {
            lowest = lowest.and(Tally::any(scale, 0));
            highest = highest.and(Tally::any(scale, scale.even.unwrap_or(0)));
        }
    }
    found
}
