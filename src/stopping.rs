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

/// With more open items than this nothing is called decided: what has to be tried grows with their
/// third power, and a person waits for it.
const MOST_OPEN: usize = 60;

/// Whether nothing that is still open can change the outcome or the lead.
///
/// Answers to the questions about the situation count as they stand.
#[must_use]
pub fn is_decided(instrument: &Instrument, responses: &Responses) -> bool {
    let open = responses.skipped().count();
    if open == 0 {
        return true;
    }
    let now = classify(instrument, responses);
    // With everything answered there is always a result.
    if open > MOST_OPEN || now.outcome == Outcome::NotEnough {
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

/// The lowest and the highest score that a scale can still come to with each number of answers.
///
/// They stand for all between them: as one score rises and the others stay, no result that is left
/// behind comes back. So what is the same at both ends is the same all the way.
fn reachable(instrument: &Instrument, scale: &Scale, responses: &Responses) -> Vec<Option<Score>> {
    let (mut lowest, mut answered) = (0, 0);
    for facet in &scale.facets {
        let (sum, count) = tally(instrument, facet, responses);
        lowest += sum;
        answered += count;
    }
    let mut highest = lowest;
    let mut found = Vec::new();
    for count in answered..=scale.len() {
        found.push(Some(rated(instrument, scale, lowest, count)));
        found.push(Some(rated(instrument, scale, highest, count)));
        highest += instrument.range();
    }
    found
}
