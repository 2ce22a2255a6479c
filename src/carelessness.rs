//! When to ask softly for a second look: answers that were given without reading leave a trace, and so can
//! honest ones. It never changes a result.

use crate::instrument::Instrument;
use crate::response::Responses;

/// With fewer answers than this it says nothing that they are alike.
const FEWEST: usize = 20;

/// Whether nine in ten of the answers, or more, are the same option: also where that seldom goes together.
/// Items of the bank are not looked at, as few are asked of them.
#[must_use]
pub fn is_nearly_alike(instrument: &Instrument, responses: &Responses) -> bool {
    let chosen = || instrument.core().filter_map(|item| responses.item(item));
    let answered = chosen().count();
    let most = (0..=chosen().max().unwrap_or(0))
        .map(|option| chosen().filter(|&other| other == option).count())
        .max();
    answered >= FEWEST && most.is_some_and(|most| 10 * most >= 9 * answered)
}
