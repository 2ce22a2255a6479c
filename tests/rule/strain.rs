//! The two strains as the document describes them, and answers to them by their sums.

use burnout_screener::instrument::Construct;
use burnout_screener::profile::Band;

use crate::common::person::{BURNOUT, Person, SUFFERING, is_bank, is_reversed, items_of};

/// What the document says of a strain.
pub(crate) struct Strain {
    pub(crate) construct: Construct,
    pub(crate) parts: [&'static str; 3],
    pub(crate) line: f64,
    above: f64,
    below: f64,
    reliability: f64,
}

pub(crate) const STRAINS: [Strain; 2] = [
    Strain {
        construct: Construct::Burnout,
        parts: BURNOUT,
        line: 50.0,
        above: 1.2,
        below: 0.8,
        reliability: 0.88,
    },
    Strain {
        construct: Construct::CompassionFatigue,
        parts: SUFFERING,
        line: 40.0,
        above: 1.5,
        below: 0.6,
        reliability: 0.86,
    },
];

impl Strain {
    /// Its items that everybody is asked, one part after the other in turns.
    pub(crate) fn core(&self) -> Vec<String> {
        self.in_turns(false)
    }

    /// Its items of the bank, in the same way.
    pub(crate) fn bank(&self) -> Vec<String> {
        self.in_turns(true)
    }

    fn in_turns(&self, bank: bool) -> Vec<String> {
        let parts = self.parts.map(|part| {
            items_of(part).into_iter().filter(|id| is_bank(id) == bank).collect::<Vec<_>>()
        });
        (0..5)
            .flat_map(|turn| parts.iter().filter_map(move |part| part.get(turn).cloned()))
            .collect()
    }

    /// The standard error of so many answers.
    pub(crate) fn error(&self, answers: usize) -> f64 {
        let longer = answers as f64 / self.core().len() as f64;
        let reliability = longer * self.reliability / (1.0 + (longer - 1.0) * self.reliability);
        20.0 * (1.0 - reliability).sqrt()
    }

    /// The band of a sum of so many answers.
    pub(crate) fn band(&self, answers: usize, sum: usize) -> Band {
        let score = 25.0 * sum as f64 / answers as f64;
        let error = self.error(answers);
        if score > self.line + self.above * error {
            Band::ClearlyAbove
        } else if score >= self.line {
            Band::JustAbove
        } else if score >= self.line - self.below * error {
            Band::JustBelow
        } else {
            Band::ClearlyBelow
        }
    }
}

/// These items answered so that together they add so much, as evenly as can be.
pub(crate) fn with_sum(person: Person, items: &[String], sum: usize) -> Person {
    let (each, more) = (sum / items.len().max(1), sum % items.len().max(1));
    items.iter().enumerate().fold(person, |person, (place, id)| {
        let keyed = u8::try_from(each + usize::from(place < more)).unwrap();
        person.item(id, if is_reversed(id) { 4 - keyed } else { keyed })
    })
}
