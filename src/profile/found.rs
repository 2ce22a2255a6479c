//! What was found, in the codes of files. They are the same in every language and have no other words.

use super::{Band, Classification, Finding, Profile, Rest, StrainVerdict, Tired};
use crate::instrument::{Part, PartSet};

/// One thing that is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// The finding.
    Finding,
    /// The coarse word for it.
    Profile,
    /// The profiles that are still possible, where it is none of them.
    Possible,
    /// The verdict on burnout.
    Burnout,
    /// The verdict on compassion fatigue.
    CompassionFatigue,
    /// The word for tiredness.
    Tired,
    /// The word for what rest does.
    Rest,
    /// The parts that are raised.
    Raised,
    /// The parts that are worth watching.
    Watched,
}

impl Found {
    /// All of it, in the order of files.
    pub const ALL: [Found; 9] = [
        Found::Finding,
        Found::Profile,
        Found::Possible,
        Found::Burnout,
        Found::CompassionFatigue,
        Found::Tired,
        Found::Rest,
        Found::Raised,
        Found::Watched,
    ];

    /// What it is called in files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Found::Finding => "finding",
            Found::Profile => "profile",
            Found::Possible => "possible",
            Found::Burnout => "burnout",
            Found::CompassionFatigue => "compassion_fatigue",
            Found::Tired => "tired",
            Found::Rest => "rest",
            Found::Raised => "raised_part",
            Found::Watched => "watched_part",
        }
    }

    /// Whether there may be several of it, or none: where the profile is between some or open, those that are
    /// still possible; and parts.
    #[must_use]
    pub fn repeats(self) -> bool {
        matches!(self, Found::Possible | Found::Raised | Found::Watched)
    }

    /// Everything that there can be of it.
    #[must_use]
    pub fn codes(self) -> Vec<&'static str> {
        match self {
            Found::Finding => Finding::ALL.iter().map(|finding| finding.name()).collect(),
            Found::Profile => {
                let open = [Profile::Between, Profile::NotEnough];
                Profile::SETTLED.into_iter().chain(open).map(Profile::name).collect()
            }
            Found::Possible => Profile::SETTLED.map(Profile::name).to_vec(),
            Found::Burnout | Found::CompassionFatigue => {
                let bands = Band::ALL.map(Some).into_iter().chain([None]);
                bands.map(|band| StrainVerdict { band, by_bounds: false }.name()).collect()
            }
            Found::Tired => Tired::ALL.map(Tired::name).to_vec(),
            Found::Rest => Rest::ALL.map(Rest::name).to_vec(),
            Found::Raised | Found::Watched => Part::ALL.map(Part::name).to_vec(),
        }
    }

    /// What there is of it.
    #[must_use]
    pub fn of(self, found: &Classification) -> Vec<&'static str> {
        let parts = |parts: PartSet| parts.parts().map(Part::name).collect();
        match self {
            Found::Finding => vec![found.finding.name()],
            Found::Profile => vec![found.profile().name()],
            // Where it is settled it stands there already.
            Found::Possible if Profile::SETTLED.contains(&found.profile()) => Vec::new(),
            Found::Possible => found.possible().map(Profile::name).collect(),
            Found::Burnout => vec![found.burnout.name()],
            Found::CompassionFatigue => vec![found.compassion_fatigue.name()],
            Found::Tired => vec![found.tired.name()],
            Found::Rest => vec![found.rest.name()],
            Found::Raised => parts(found.raised),
            Found::Watched => parts(found.watched),
        }
    }
}
