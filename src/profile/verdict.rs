//! Where a strain stands: clearly above or below its line, near it, or open.

use super::count::Count;
use crate::instrument::Key;

/// Where a score stands as seen from its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Band {
    /// Below by more than the margin.
    ClearlyBelow,
    /// Below, within the margin.
    JustBelow,
    /// At the line or above, within the margin.
    JustAbove,
    /// Above by more than the margin.
    ClearlyAbove,
}

impl Band {
    /// All of them, from the lowest to the highest.
    pub const ALL: [Band; 4] =
        [Band::ClearlyBelow, Band::JustBelow, Band::JustAbove, Band::ClearlyAbove];

    /// The band of a sum of so many answers.
    fn new(key: &Key, answers: usize, keyed: u32) -> Option<Self> {
        let cut = key.cut(answers)?;
        Some(if keyed >= cut.above {
            Band::ClearlyAbove
        } else if keyed >= cut.line {
            Band::JustAbove
        } else if keyed >= cut.near {
            Band::JustBelow
        } else {
            Band::ClearlyBelow
        })
    }
}

/// What is found for a strain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StrainVerdict {
    /// Where it stands; nothing where that is open.
    pub band: Option<Band>,
    /// Whether it stands there although too little is answered: whatever the open answers are.
    pub by_bounds: bool,
}

impl StrainVerdict {
    /// Nothing is known.
    pub const OPEN: Self = Self { band: None, by_bounds: false };

    /// Bounds come first: where every way of answering the rest gives the same band, that is it.
    pub(super) fn new(key: &Key, count: &Count) -> Self {
        let all = count.answered + count.open;
        let lowest = Band::new(key, all, count.keyed);
        let highest = Band::new(key, all, count.highest(key));
        if lowest == highest && count.answered > 0 {
            Self { band: lowest, by_bounds: !count.enough }
        } else if count.enough {
            Self { band: Band::new(key, count.answered, count.keyed), by_bounds: false }
        } else {
            Self::OPEN
        }
    }

    /// What it is called in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self.band {
            Some(Band::ClearlyAbove) => "clearly_above",
            Some(Band::JustAbove) => "just_above",
            Some(Band::JustBelow) => "just_below",
            Some(Band::ClearlyBelow) => "clearly_below",
            None => "open",
        }
    }

    /// Whether it is clearly above its line.
    #[must_use]
    pub fn is_clearly_above(self) -> bool {
        self.band == Some(Band::ClearlyAbove)
    }

    /// Whether it is clearly below its line.
    #[must_use]
    pub fn is_clearly_below(self) -> bool {
        self.band == Some(Band::ClearlyBelow)
    }

    /// Whether it is clearly on one side.
    #[must_use]
    pub fn is_clear(self) -> bool {
        self.is_clearly_above() || self.is_clearly_below()
    }

    /// Whether it is near its line: it could be either.
    #[must_use]
    pub fn is_near(self) -> bool {
        matches!(self.band, Some(Band::JustAbove | Band::JustBelow))
    }

    /// Whether it is at its line or above.
    #[must_use]
    pub fn is_raised(self) -> bool {
        matches!(self.band, Some(Band::JustAbove | Band::ClearlyAbove))
    }

    /// Whether too little is answered to say.
    #[must_use]
    pub fn is_open(self) -> bool {
        self.band.is_none()
    }
}
