//! The parts of the strains, and sets of them.

use super::Construct;

/// A part of a strain that the rule looks at by itself, and that advice answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Exhaustion that rest does not restore.
    Exhaustion,
    /// Distance from work or caring.
    Distance,
    /// Lowered effectiveness.
    Effectiveness,
    /// Thoughts and pictures of others' suffering that return.
    Intrusion,
    /// Keeping away from what brings it back.
    Avoidance,
    /// Alarm, guilt or helplessness about someone helped.
    Alarm,
}

impl Part {
    /// All of them, in the order in which they are named.
    pub const ALL: [Part; 6] = [
        Part::Exhaustion,
        Part::Distance,
        Part::Effectiveness,
        Part::Intrusion,
        Part::Avoidance,
        Part::Alarm,
    ];

    /// What the part is called in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Part::Exhaustion => "exhaustion",
            Part::Distance => "distance",
            Part::Effectiveness => "effectiveness",
            Part::Intrusion => "intrusion",
            Part::Avoidance => "avoidance",
            Part::Alarm => "alarm",
        }
    }

    /// The strain that it is a part of.
    #[must_use]
    pub const fn strain(self) -> Construct {
        match self {
            Part::Exhaustion | Part::Distance | Part::Effectiveness => Construct::Burnout,
            Part::Intrusion | Part::Avoidance | Part::Alarm => Construct::CompassionFatigue,
        }
    }

    /// The parts of a strain; tiredness has none.
    pub fn of(construct: Construct) -> impl Iterator<Item = Part> {
        Part::ALL.into_iter().filter(move |part| part.strain() == construct)
    }
}

/// A set of parts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PartSet(u8);

impl PartSet {
    /// The same set with this part in it.
    #[must_use]
    pub const fn with(self, part: Part) -> Self {
        Self(self.0 | 1 << part as u8)
    }

    /// Whether a part is in it.
    #[must_use]
    pub const fn has(self, part: Part) -> bool {
        self.0 & 1 << part as u8 != 0
    }

    /// What is in one of the two.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether nothing is in it.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many are in it.
    #[must_use]
    pub const fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// What is in it, in the order of [`Part::ALL`].
    pub fn parts(self) -> impl Iterator<Item = Part> {
        Part::ALL.into_iter().filter(move |part| self.has(*part))
    }
}
