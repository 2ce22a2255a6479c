//! When to see a professional, and why.

use super::{Classification, Exposure, Rest, Tired};
use crate::instrument::{Construct, Meaning, Profiled, Said, SignMeaning};
use crate::response::Responses;

/// Why a professional is suggested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProfessionalReason {
    /// A strain is at its line or above, and it has lasted for more than four weeks.
    Duration,
    /// A part stands out, and it has lasted for more than four weeks.
    PartDuration,
    /// It gets in the way a lot.
    Impact,
    /// Rest does not help.
    Rest,
    /// The answers speak of others' suffering in someone who never meets it.
    Exposure,
    /// Alcohol or drugs to cope.
    Drinking,
}

impl ProfessionalReason {
    /// All of them, in the order in which they are told.
    pub const ALL: [ProfessionalReason; 6] = [
        ProfessionalReason::Duration,
        ProfessionalReason::PartDuration,
        ProfessionalReason::Impact,
        ProfessionalReason::Rest,
        ProfessionalReason::Exposure,
        ProfessionalReason::Drinking,
    ];

    /// Names it in files, and its words in the locale files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            ProfessionalReason::Duration => "duration",
            ProfessionalReason::PartDuration => "part_duration",
            ProfessionalReason::Impact => "impact",
            ProfessionalReason::Rest => "rest",
            ProfessionalReason::Exposure => "exposure",
            ProfessionalReason::Drinking => "drinking",
        }
    }
}

/// What is said about seeing a professional.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProfessionalHelp {
    /// It is suggested, for these reasons; at least one.
    Suggested(Vec<ProfessionalReason>),
    /// A strain is raised, and how long it has lasted is not said: if it is long, it is suggested.
    DurationLeftOut,
    /// What holds for anyone.
    General,
}

impl ProfessionalHelp {
    /// Why it is suggested, in the order in which that is told; nothing where it is not.
    #[must_use]
    pub fn reasons(&self) -> &[ProfessionalReason] {
        match self {
            Self::Suggested(reasons) => reasons,
            Self::DurationLeftOut | Self::General => &[],
        }
    }
}

/// Whether to suggest seeing a professional, and why.
#[must_use]
pub fn professional(
    profiled: Profiled<'_>,
    responses: &Responses,
    found: &Classification,
) -> ProfessionalHelp {
    let duration = profiled.duration(responses);
    let lasts = duration == Said::Answer(Some(Meaning::OverFourWeeks));
    let strained = found.burnout.is_raised() || found.compassion_fatigue.is_raised();
    let stands_out = !found.raised.is_empty();
    let tired = matches!(found.tired, Tired::Yes | Tired::Somewhat);
    let holds = |reason: &ProfessionalReason| match reason {
        ProfessionalReason::Duration => strained && lasts,
        ProfessionalReason::PartDuration => stands_out && lasts,
        ProfessionalReason::Impact => found.impact.is_high(),
        ProfessionalReason::Rest => {
            found.rest == Rest::DoesNotHelp && (tired || strained || stands_out)
        }
        ProfessionalReason::Exposure => {
            found.exposure == Exposure::Never && found.compassion_fatigue.is_raised()
        }
        ProfessionalReason::Drinking => {
            responses.ticks(profiled.instrument(), SignMeaning::Drinking)
        }
    };
    let reasons: Vec<_> = ProfessionalReason::ALL.into_iter().filter(holds).collect();
    if !reasons.is_empty() {
        ProfessionalHelp::Suggested(reasons)
    } else if strained && !matches!(duration, Said::Answer(_)) {
        ProfessionalHelp::DurationLeftOut
    } else {
        ProfessionalHelp::General
    }
}

/// Whether much is high at once: low mood can look exactly like this.
#[must_use]
pub fn is_distress(found: &Classification) -> bool {
    let above = |strain| found.verdict(strain).is_clearly_above();
    Construct::STRAINS.into_iter().all(above) && found.tired == Tired::Yes
}
