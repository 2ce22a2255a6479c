//! What follows from the verdicts: one finding for every set of answers, and a coarse word for it.

use super::{Classification, Exposure, Rest, StrainVerdict, Tired};
use crate::instrument::Construct;

macro_rules! findings {
    ($($(#[doc = $doc:literal])+ $finding:ident = $name:literal,)+) => {
        /// What a person is told at the top.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Finding {
            $($(#[doc = $doc])+ $finding,)+
        }

        impl Finding {
            /// All of them.
            pub const ALL: &'static [Finding] = &[$(Finding::$finding),+];

            /// Names it in files, and its words in the locale files.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Finding::$finding => $name),+
                }
            }
        }
    };
}

findings! {
    /// No notable strain.
    None = "none",
    /// The same, tiredness left out.
    NoneTiredNotSaid = "none_tired_not_said",
    /// The same: not tired, and rest does not help.
    NoneRestDoesNotHelp = "none_rest_does_not_help",
    /// The same, somewhat tired.
    NoneSomewhatTired = "none_somewhat_tired",
    /// Tired, and rest helps.
    EverydayTiredness = "everyday_tiredness",
    /// Tired, and rest helps in part.
    TiredRestInPart = "tired_rest_in_part",
    /// Tired; whether rest helps is left out.
    TiredRestNotSaid = "tired_rest_not_said",
    /// Tired; the instrument does not ask whether rest helps.
    TiredRestNotAsked = "tired_rest_not_asked",
    /// Tired, and rest does not help.
    WornOut = "worn_out",
    /// Nothing of this, and yet it gets in the way.
    ImpactAlone = "impact_alone",
    /// No strain, and a part of one stands out.
    RaisedPart = "raised_part",
    /// Burnout alone.
    Burnout = "burnout",
    /// Compassion fatigue alone.
    CompassionFatigue = "compassion_fatigue",
    /// Both, and neither leads.
    Both = "both",
    /// Both, burnout more.
    BothBurnoutLeads = "both_burnout_leads",
    /// Both, compassion fatigue more.
    BothCompassionFatigueLeads = "both_compassion_fatigue_leads",
    /// The answers of compassion fatigue in someone who never meets others' suffering.
    StrainWithoutExposure = "strain_without_exposure",
    /// The same, and burnout.
    StrainWithoutExposureAndBurnout = "strain_without_exposure_and_burnout",
    /// The answers of compassion fatigue in someone who left out whether they meet others' suffering.
    ExposureLeftOut = "exposure_left_out",
    /// The same, and burnout.
    ExposureLeftOutAndBurnout = "exposure_left_out_and_burnout",
    /// Burnout, and compassion fatigue near its line.
    BurnoutCfNear = "burnout_cf_near",
    /// Burnout, and compassion fatigue open.
    BurnoutCfOpen = "burnout_cf_open",
    /// Compassion fatigue, and burnout near its line.
    CfBurnoutNear = "cf_burnout_near",
    /// Compassion fatigue, and burnout open.
    CfBurnoutOpen = "cf_burnout_open",
    /// No compassion fatigue, and burnout near its line.
    BurnoutNear = "burnout_near",
    /// No burnout, and compassion fatigue near its line.
    CfNear = "cf_near",
    /// Both near their lines.
    BothNear = "both_near",
    /// Never meeting others' suffering, with the answers of compassion fatigue near its line.
    ExposureNeverNear = "exposure_never_near",
    /// The same, and burnout.
    ExposureNeverNearAndBurnout = "exposure_never_near_and_burnout",
    /// One near its line, the other open.
    NearAndOpen = "near_and_open",
    /// No burnout, and compassion fatigue open.
    BurnoutBelowCfOpen = "burnout_below_cf_open",
    /// No compassion fatigue, and burnout open.
    CfBelowBurnoutOpen = "cf_below_burnout_open",
    /// Both open.
    NotEnough = "not_enough",
}

/// A verdict in four.
#[derive(Clone, Copy)]
enum Place {
    Above,
    Near,
    Below,
    Open,
}

impl Place {
    fn of(verdict: StrainVerdict) -> Self {
        if verdict.is_clearly_above() {
            Place::Above
        } else if verdict.is_clearly_below() {
            Place::Below
        } else if verdict.is_near() {
            Place::Near
        } else {
            Place::Open
        }
    }
}

impl Finding {
    /// Of a classification that has everything else.
    pub(super) fn of(found: &Classification) -> Self {
        use Place::{Above, Below, Near, Open};
        let (b, c) = (Place::of(found.burnout), Place::of(found.compassion_fatigue));
        match (found.exposure, b, c) {
            (Exposure::Never, Above, Above) => Finding::StrainWithoutExposureAndBurnout,
            (Exposure::Never, _, Above) => Finding::StrainWithoutExposure,
            (Exposure::Never, Above, Near) => Finding::ExposureNeverNearAndBurnout,
            (Exposure::Never, _, Near) => Finding::ExposureNeverNear,
            (Exposure::NotSaid, Above, Above) => Finding::ExposureLeftOutAndBurnout,
            (Exposure::NotSaid, _, Above) => Finding::ExposureLeftOut,
            (_, Above, Above) => match found.lead {
                Some(Construct::Burnout) => Finding::BothBurnoutLeads,
                Some(_) => Finding::BothCompassionFatigueLeads,
                None => Finding::Both,
            },
            (_, Above, Near) => Finding::BurnoutCfNear,
            (_, Above, Below) => Finding::Burnout,
            (_, Above, Open) => Finding::BurnoutCfOpen,
            (_, Near, Above) => Finding::CfBurnoutNear,
            (_, Near, Near) => Finding::BothNear,
            (_, Near, Below) => Finding::BurnoutNear,
            (_, Near, Open) | (_, Open, Near) => Finding::NearAndOpen,
            (_, Below, Above) => Finding::CompassionFatigue,
            (_, Below, Near) => Finding::CfNear,
            (_, Below, Below) => Self::ordinary(found),
            (_, Below, Open) => Finding::BurnoutBelowCfOpen,
            (_, Open, Above) => Finding::CfBurnoutOpen,
            (_, Open, Below) => Finding::CfBelowBurnoutOpen,
            (_, Open, Open) => Finding::NotEnough,
        }
    }

    /// Where both strains are clearly below their lines.
    fn ordinary(found: &Classification) -> Self {
        if !found.raised.is_empty() {
            return Finding::RaisedPart;
        }
        let finding = match (found.tired, found.rest) {
            (Tired::Yes, Rest::Helps) => Finding::EverydayTiredness,
            (Tired::Yes, Rest::InPart) => Finding::TiredRestInPart,
            (Tired::Yes, Rest::DoesNotHelp) => Finding::WornOut,
            (Tired::Yes, Rest::NotSaid) => Finding::TiredRestNotSaid,
            (Tired::Yes, Rest::NotAsked) => Finding::TiredRestNotAsked,
            (Tired::Somewhat, _) => Finding::NoneSomewhatTired,
            (Tired::No, Rest::DoesNotHelp) => Finding::NoneRestDoesNotHelp,
            (Tired::No, _) => Finding::None,
            (Tired::NotSaid, _) => Finding::NoneTiredNotSaid,
        };
        if found.impact.is_high() && finding.is_none() { Finding::ImpactAlone } else { finding }
    }

    /// Whether it says that nothing stands out.
    #[must_use]
    pub const fn is_none(self) -> bool {
        matches!(
            self,
            Finding::None
                | Finding::NoneTiredNotSaid
                | Finding::NoneRestDoesNotHelp
                | Finding::NoneSomewhatTired
        )
    }

    /// Whether it says that the person is tired.
    #[must_use]
    pub const fn is_tired(self) -> bool {
        matches!(
            self,
            Finding::EverydayTiredness
                | Finding::TiredRestInPart
                | Finding::TiredRestNotSaid
                | Finding::TiredRestNotAsked
                | Finding::WornOut
        )
    }

    /// Whether it is one of those where both strains are clearly below their lines.
    #[must_use]
    pub const fn is_ordinary(self) -> bool {
        let other = matches!(self, Finding::ImpactAlone | Finding::RaisedPart);
        self.is_none() || self.is_tired() || other
    }
}

/// The coarse word for a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// Both strains are clearly below their lines.
    None,
    /// Burnout alone.
    Burnout,
    /// Compassion fatigue alone.
    CompassionFatigue,
    /// Burnout and compassion fatigue.
    Both,
    /// The answers of compassion fatigue in someone who never meets others' suffering.
    StrainWithoutExposure,
    /// The same, and burnout.
    StrainWithoutExposureAndBurnout,
    /// The answers of compassion fatigue in someone who left out whether they meet others' suffering.
    ExposureLeftOut,
    /// The same, and burnout.
    ExposureLeftOutAndBurnout,
    /// A strain is near its line.
    Between,
    /// A strain is open.
    NotEnough,
}

impl Profile {
    /// Those of settled strains.
    pub const SETTLED: [Profile; 8] = [
        Profile::None,
        Profile::Burnout,
        Profile::CompassionFatigue,
        Profile::Both,
        Profile::StrainWithoutExposure,
        Profile::StrainWithoutExposureAndBurnout,
        Profile::ExposureLeftOut,
        Profile::ExposureLeftOutAndBurnout,
    ];

    /// What it is called in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Profile::None => "none",
            Profile::Burnout => "burnout",
            Profile::CompassionFatigue => "compassion_fatigue",
            Profile::Both => "both",
            Profile::StrainWithoutExposure => "strain_without_exposure",
            Profile::StrainWithoutExposureAndBurnout => "strain_without_exposure_and_burnout",
            Profile::ExposureLeftOut => "exposure_left_out",
            Profile::ExposureLeftOutAndBurnout => "exposure_left_out_and_burnout",
            Profile::Between => "between",
            Profile::NotEnough => "not_enough",
        }
    }

    fn new(burnout: bool, compassion_fatigue: bool, exposure: Exposure) -> Self {
        match (burnout, compassion_fatigue, exposure) {
            (false, false, _) => Profile::None,
            (true, false, _) => Profile::Burnout,
            (false, true, Exposure::Met) => Profile::CompassionFatigue,
            (true, true, Exposure::Met) => Profile::Both,
            (false, true, Exposure::Never) => Profile::StrainWithoutExposure,
            (true, true, Exposure::Never) => Profile::StrainWithoutExposureAndBurnout,
            (false, true, Exposure::NotSaid) => Profile::ExposureLeftOut,
            (true, true, Exposure::NotSaid) => Profile::ExposureLeftOutAndBurnout,
        }
    }

    /// The one where both strains are clear.
    pub(super) fn settled(found: &Classification) -> Option<Self> {
        let (b, c) = (found.burnout, found.compassion_fatigue);
        let clear = b.is_clear() && c.is_clear();
        clear.then(|| Self::new(b.is_clearly_above(), c.is_clearly_above(), found.exposure))
    }

    /// Whether the answers leave it possible.
    pub(super) fn is_possible(self, found: &Classification) -> bool {
        let can = |verdict: StrainVerdict, above: bool| {
            if above { !verdict.is_clearly_below() } else { !verdict.is_clearly_above() }
        };
        [(false, false), (true, false), (false, true), (true, true)].into_iter().any(|(b, c)| {
            can(found.burnout, b)
                && can(found.compassion_fatigue, c)
                && Self::new(b, c, found.exposure) == self
        })
    }
}
