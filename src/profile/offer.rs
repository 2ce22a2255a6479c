//! Which items of the bank could make a result clearer.

use super::classify;
use super::count::Count;
use crate::instrument::{Construct, Profiled};
use crate::response::Responses;

/// The positions of the items of the bank that are offered once everything else is asked; none where more
/// answers would say no more.
///
/// Those without an answer of each strain near its line, in the order of the file; the one nearer to its line first.
#[must_use]
pub fn offers(profiled: Profiled<'_>, responses: &Responses) -> Vec<usize> {
    let found = classify(profiled, responses);
    let near = |strain| found.verdict(strain).is_near();
    let distance = |strain| {
        let key = profiled.key(strain);
        let score = Count::new(key, responses).score(key)?;
        Some((score.value - profiled.line(strain)).abs() / score.error?)
    };
    let [burnout, compassion_fatigue] = Construct::STRAINS;
    let burnout_first = distance(burnout) <= distance(compassion_fatigue);
    let order =
        if burnout_first { [burnout, compassion_fatigue] } else { [compassion_fatigue, burnout] };
    let mut offered = Vec::new();
    for strain in order.into_iter().filter(|&strain| near(strain)) {
        let from = offered.len();
        for place in profiled.key(strain).facets.iter().flat_map(|facet| facet.split().1) {
            if responses.item(place.item).is_some() {
                continue;
            }
            let own = offered.get(from..).unwrap_or_default();
            let at = from + own.partition_point(|&before| before < place.item);
            offered.insert(at, place.item);
        }
    }
    offered
}
