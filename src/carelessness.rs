//! When to ask softly for a second look: answers that were given without reading leave traces, and
//! so can honest ones. It never changes a result.
//!
//! Two traces are listened to: half of all items or more answered alike in a row, and most answers
//! given in less time than it takes to read them.

use crate::instrument::Instrument;
use crate::response::Responses;

/// Less than this for an item, in milliseconds, is too short to read and weigh it (Huang and others 2012).
const LEAST: f64 = 2_000.0;

/// Whether the answers, in the order asked, are alike for half of all items in a row or longer.
///
/// An item without an answer neither ends such a row nor belongs to it.
#[must_use]
pub fn is_straight(
    instrument: &Instrument,
    responses: &Responses,
    order: impl Iterator<Item = usize>,
) -> bool {
    let (mut before, mut row, mut longest) = (None, 0, 0);
    for option in order.filter_map(|item| responses.item(item)) {
        row = if before == Some(option) { row + 1 } else { 1 };
        before = Some(option);
        longest = longest.max(row);
    }
    longest > 1 && longest * 2 >= instrument.items().len()
}

/// How fast the pages were answered, each when it was first left. It is forgotten with the session.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Pace {
    /// When the present step was entered.
    since: Option<f64>,
    /// How many pages have been left for the first time.
    pages: usize,
    answers: usize,
    quick: usize,
}

impl Pace {
    /// A step was entered at this time, in milliseconds of any clock.
    pub fn enter(&mut self, now: f64) {
        self.since = Some(now);
    }

    /// A page with so many answers on it was left for what comes after it.
    pub fn leave(&mut self, page: usize, answers: usize, now: f64) {
        let Some(since) = self.since.filter(|_| page >= self.pages) else {
            return;
        };
        self.pages = page + 1;
        self.answers += answers;
        if now - since < LEAST * answers as f64 {
            self.quick += answers;
        }
    }

    /// Whether more than half of the answers came too fast to have been read.
    #[must_use]
    pub fn is_implausible(&self) -> bool {
        self.quick * 2 > self.answers
    }
}
