//! How many more answers a verdict needs.

use super::{classify, count::Count};
use crate::instrument::{Construct, Profiled};
use crate::response::Responses;

/// How many more answers there must be for a verdict on each strain; none where neither is open.
#[must_use]
pub fn more_needed(profiled: Profiled<'_>, responses: &Responses) -> usize {
    let found = classify(profiled, responses);
    let open = Construct::STRAINS.into_iter().filter(|&strain| found.verdict(strain).is_open());
    open.map(|strain| {
        let key = profiled.key(strain);
        let count = Count::new(key, responses);
        key.fewest.saturating_sub(count.answered).max(count.lacking).max(1)
    })
    .sum()
}
