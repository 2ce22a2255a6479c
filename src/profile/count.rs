//! What the answers to one scale of a profile add up to, counted in one go.

use crate::instrument::{FacetKey, Key, PartSet, Place};
use crate::response::Responses;
use crate::scoring::Score;

/// With fewer answers than this nothing is said of a part that is not settled by bounds.
const FEWEST_OF_PART: usize = 2;

/// What the answers to a scale add up to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Count {
    /// How many there are, those to items of the bank included.
    pub(super) answered: usize,
    /// How many items that are asked of everybody have none.
    pub(super) open: usize,
    /// How many facets have fewer answers than they need, and how many answers those lack.
    pub(super) lacking: usize,
    /// What the answers add.
    pub(super) keyed: u32,
    /// Whether there are enough for a score.
    pub(super) enough: bool,
    /// The parts that are raised.
    pub(super) raised: PartSet,
    /// The parts that are worth watching.
    pub(super) watched: PartSet,
}

/// The word for a part.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    Neither,
    Watched,
    Raised,
}

impl Count {
    pub(super) fn new(key: &Key, responses: &Responses) -> Self {
        let mut all = Self::default();
        for facet in &key.facets {
            let own = Self::of_facet(key, facet, responses);
            all.answered += own.answered;
            all.open += own.open;
            all.keyed += own.keyed;
            all.lacking += facet.fewest.saturating_sub(own.answered);
            if let Some(part) = facet.part {
                match own.word(key, facet) {
                    Word::Raised => all.raised = all.raised.with(part),
                    Word::Watched => all.watched = all.watched.with(part),
                    Word::Neither => {}
                }
            }
        }
        all.enough = all.lacking == 0 && all.answered >= key.fewest;
        all
    }

    fn of_facet(key: &Key, facet: &FacetKey, responses: &Responses) -> Self {
        // No branch for an answer that is missing: whole cohorts pass here.
        let add = |(answered, keyed): (usize, u32), place: &Place| {
            let option = responses.item(place.item);
            (answered + usize::from(option.is_some()), keyed + key.keyed(place, option))
        };
        let (core, bank) = facet.split();
        let (asked, keyed) = core.iter().fold((0, 0), add);
        let (answered, keyed) = bank.iter().fold((asked, keyed), add);
        Self { answered, open: facet.core - asked, keyed, ..Self::default() }
    }

    /// What the answers would add with the highest to everything that is open.
    pub(super) fn highest(&self, key: &Key) -> u32 {
        self.keyed + key.range * u32::try_from(self.open).unwrap_or(0)
    }

    /// Bounds come first, as with a whole scale.
    fn word(&self, key: &Key, facet: &FacetKey) -> Word {
        let word = |answers, keyed| match facet.cut(answers) {
            Some(cut) if keyed >= cut.raised => Word::Raised,
            Some(cut) if keyed >= cut.watched => Word::Watched,
            _ => Word::Neither,
        };
        let all = self.answered + self.open;
        let lowest = word(all, self.keyed);
        if lowest == word(all, self.highest(key)) {
            lowest
        } else if self.answered >= FEWEST_OF_PART {
            word(self.answered, self.keyed)
        } else {
            Word::Neither
        }
    }

    /// The score of what is answered, if anything is.
    pub(super) fn score(&self, key: &Key) -> Option<Score> {
        let answers = u32::try_from(self.answered).ok().filter(|answers| *answers > 0)?;
        let weight = key.weight * answers;
        Some(Score {
            raw: f64::from(key.low) * f64::from(weight) + f64::from(key.weight * self.keyed),
            value: 100.0 * f64::from(self.keyed) / f64::from(key.range * answers),
            error: key.cut(self.answered).map(|cut| cut.error),
            answered: self.answered,
        })
    }
}
