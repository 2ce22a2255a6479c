//! What was found, in the codes of files. They are the same in every language and have no other words.

use crate::instrument::{Part, PartSet};
use crate::profile::{Band, Classification, Finding, Profile, Rest, StrainVerdict, Tired};

/// One thing that is found.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    Finding,
    Profile,
    Burnout,
    CompassionFatigue,
    Tired,
    Rest,
    Raised,
    Watched,
}

impl Found {
    pub(super) const ALL: [Found; 8] = [
        Found::Finding,
        Found::Profile,
        Found::Burnout,
        Found::CompassionFatigue,
        Found::Tired,
        Found::Rest,
        Found::Raised,
        Found::Watched,
    ];

    /// What it is called in files.
    pub(super) fn name(self) -> &'static str {
        match self {
            Found::Finding => "finding",
            Found::Profile => "profile",
            Found::Burnout => "burnout",
            Found::CompassionFatigue => "compassion_fatigue",
            Found::Tired => "tired",
            Found::Rest => "rest",
            Found::Raised => "raised_part",
            Found::Watched => "watched_part",
        }
    }

    /// Whether there may be several of it, or none: every profile that is still possible, and parts.
    pub(super) fn repeats(self) -> bool {
        matches!(self, Found::Profile | Found::Raised | Found::Watched)
    }

    /// Everything that there can be of it.
    pub(super) fn codes(self) -> Vec<&'static str> {
        match self {
            Found::Finding => Finding::ALL.iter().map(|finding| finding.name()).collect(),
            Found::Profile => Profile::SETTLED.map(Profile::name).to_vec(),
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
    pub(super) fn of(self, found: &Classification) -> Vec<&'static str> {
        let parts = |parts: PartSet| parts.parts().map(Part::name).collect();
        match self {
            Found::Finding => vec![found.finding.name()],
            Found::Profile => found.possible().map(Profile::name).collect(),
            Found::Burnout => vec![found.burnout.name()],
            Found::CompassionFatigue => vec![found.compassion_fatigue.name()],
            Found::Tired => vec![found.tired.name()],
            Found::Rest => vec![found.rest.name()],
            Found::Raised => parts(found.raised),
            Found::Watched => parts(found.watched),
        }
    }
}
