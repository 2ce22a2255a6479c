//! Whether what a person says weighs most agrees with what is found. It never changes the finding.

use super::{Classification, Exposure, StrainVerdict};
use crate::instrument::{Construct, Meaning, Profiled};
use crate::response::Responses;

/// How the cause that a person names goes with what is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// They name something in their own life, which no strain is about.
    OwnLife,
    /// Both say the same.
    Agrees,
    /// They say different things.
    Differs,
    /// Neither can be said.
    Unsaid,
}

/// Whether the cause that the person names agrees with what is found.
#[must_use]
pub fn agreement(
    profiled: Profiled<'_>,
    responses: &Responses,
    found: &Classification,
) -> Agreement {
    let named = |meaning| responses.means(profiled.instrument(), meaning);
    let (b, c) = (found.burnout, found.compassion_fatigue);
    let (b_above, c_above) = (b.is_clearly_above(), c.is_clearly_above());
    let met = found.exposure != Exposure::Never;
    let leads = |strain| found.lead == Some(strain);
    let below = |verdict: StrainVerdict| !verdict.is_raised() && !verdict.is_open();
    if named(Meaning::CauseOwnLife) {
        return Agreement::OwnLife;
    }
    let (agrees, differs) = if named(Meaning::CauseLoad) {
        (b_above && (!c_above || leads(Construct::Burnout)), c_above && below(b))
    } else if named(Meaning::CauseSuffering) {
        let alone = !b_above || leads(Construct::CompassionFatigue);
        (c_above && met && alone, b_above && below(c))
    } else {
        (named(Meaning::CauseBoth) && b_above && c_above && met, false)
    };
    if agrees {
        Agreement::Agrees
    } else if differs {
        Agreement::Differs
    } else {
        Agreement::Unsaid
    }
}
