//! What a person says about their situation that the finding listens to.

use crate::instrument::{Meaning, Profiled, Said};
use crate::response::Responses;

/// Whether a person meets the suffering of others in their helping role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exposure {
    /// Never, they say.
    Never,
    /// They do; so it is taken to be where the instrument does not ask.
    Met,
    /// They left it out.
    NotSaid,
}

/// How much it gets in a person's way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Impact {
    /// Not a lot, or they did not say.
    Ordinary,
    /// A lot.
    Much,
    /// Very much.
    VeryMuch,
}

impl Exposure {
    pub(super) fn of(profiled: Profiled<'_>, responses: &Responses) -> Self {
        match profiled.exposure(responses) {
            Said::Answer(Some(Meaning::NoExposure)) => Self::Never,
            Said::Answer(_) | Said::NotAsked => Self::Met,
            Said::Nothing => Self::NotSaid,
        }
    }
}

impl Impact {
    pub(super) fn of(profiled: Profiled<'_>, responses: &Responses) -> Self {
        match profiled.impact(responses) {
            Said::Answer(Some(Meaning::HighImpact)) => Self::Much,
            Said::Answer(Some(Meaning::VeryHighImpact)) => Self::VeryMuch,
            _ => Self::Ordinary,
        }
    }

    /// Whether it gets in the way a lot, or more.
    #[must_use]
    pub fn is_high(self) -> bool {
        self != Self::Ordinary
    }
}
