//! When no answer that is still open could change the result.
//!
//! A check is decided when its outcome and its lead stay what they are, whatever the items without an
//! answer are answered with, one by one or all together, and also where they are left out. So the
//! result of a decided check is the one that the full form gives, and nothing about people has to be
//! assumed for it.

use crate::classification::{Outcome, classify, from_scores};
use crate::instrument::{Construct, Instrument, Meaning, Scale};
use crate::response::Responses;
use crate::scoring::{Score, rated, tally};

/// Whether nothing that is still open can change the outcome or the lead.
///
/// Answers to the questions about the situation count as they stand.
#[must_use]
pub fn is_decided(instrument: &Instrument, responses: &Responses) -> bool {
    if responses.skipped().next().is_none() {
        return true;
    }
    let now = classify(instrument, responses);
    if now.outcome == Outcome::NotEnough {
        // With everything answered there is always a result.
        return false;
    }
    let exposed = !responses.means(instrument, Meaning::NoExposure);
    let [b, c, f] = Construct::ALL.map(|construct| match now.score(construct) {
        Some(_) => reachable(instrument, instrument.scale(construct), responses),
        // A result that does without this score is about strains alone: no such score changes it.
        None => vec![None],
    });
    let stays = |scores| {
        let then = from_scores(instrument, scores, exposed);
        (then.outcome, then.lead) == (now.outcome, now.lead)
    };
    b.iter().all(|&b| c.iter().all(|&c| f.iter().all(|&f| stays([b, c, f]))))
}

/// The scores that a scale can still come to, as far as they can differ for the rules.
///
/// With a given number of answers a score rises with its sum. The rules see on which side of its line
/// it lies, whether near, and compare distances: so the first and the last sum on each side, near and
/// not, stand for all between them.
fn reachable(instrument: &Instrument, scale: &Scale, responses: &Responses) -> Vec<Option<Score>> {
    let (sum, answered) = (scale.facets.iter())
        .map(|facet| tally(instrument, facet, responses))
        .fold((0, 0), |(sum, answered), (more, count)| (sum + more, answered + count));
    let place = |score: &Score| {
        let distance = score.value - scale.line;
        (distance >= 0.0, distance.abs() > score.error)
    };
    let mut found = Vec::new();
    let mut most = sum;
    for count in answered..=scale.len() {
        let mut last: Option<Score> = None;
        for sum in sum..=most {
            let score = rated(instrument, scale, sum, count);
            if last.is_none_or(|last| place(&last) != place(&score)) {
                found.extend([last, Some(score)].into_iter().flatten().map(Some));
            }
            last = Some(score);
        }
        found.extend(last.map(Some));
        most += instrument.range();
    }
    found
}
