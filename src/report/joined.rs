//! Sentences that join a result where the answers call for them.

use super::Report;
use crate::instrument::{Construct, Meaning, Part};
use crate::locale::Message;
use crate::profile::{
    Agreement, Finding, Impact, ProfessionalHelp, ProfessionalReason, agreement, is_distress,
    professional,
};

impl<'a> Report<'a> {
    /// What leads where it gets much in the way.
    #[must_use]
    pub fn impact_leads(&self) -> Option<String> {
        let impact = match self.found.impact {
            Impact::Much => Message::JoinedImpactMuch,
            Impact::VeryMuch => Message::JoinedImpactVeryMuch,
            Impact::Ordinary => return None,
        };
        let leads = self.found.finding != Finding::ImpactAlone;
        leads.then(|| {
            let mut said = self.sentences();
            said.add(self.say(impact));
            said.add(self.say(Message::JoinedImpactLeads));
            said.into_text()
        })
    }

    /// Where much is high at once.
    #[must_use]
    pub fn distress(&self) -> Option<&'a str> {
        is_distress(self.found).then(|| self.say(Message::JoinedDistress))
    }

    /// How the cause that the person names goes with the result.
    #[must_use]
    pub fn cause(&self) -> Option<&'a str> {
        Some(self.say(match agreement(self.profiled, self.responses, self.found) {
            Agreement::OwnLife => Message::JoinedOwnLife,
            Agreement::Agrees => Message::JoinedCauseAgrees,
            Agreement::Differs => Message::JoinedCauseDiffers,
            Agreement::Unsaid => return None,
        }))
    }

    /// That it is not theirs alone to change.
    #[must_use]
    pub fn organisation(&self) -> Option<&'a str> {
        let burnout = self.found.burnout;
        let raised = self.found.raised;
        let of_load = burnout.is_raised()
            || burnout.is_near()
            || raised.has(Part::Exhaustion)
            || raised.has(Part::Effectiveness);
        of_load.then(|| self.say(Message::JoinedOrganisation))
    }

    /// That it is no weakness, where a strain is clearly raised and [`Report::about`] does not say so.
    #[must_use]
    pub fn heavy(&self) -> Option<&'a str> {
        let unsaid = matches!(
            self.found.finding,
            Finding::BurnoutCfNear
                | Finding::CfBurnoutNear
                | Finding::BurnoutCfOpen
                | Finding::CfBurnoutOpen
        );
        unsaid.then(|| self.say(Message::JoinedHeavy))
    }

    /// When to see a professional, and why.
    #[must_use]
    pub fn professional(&self) -> String {
        let mut said = self.sentences();
        let help = professional(self.profiled, self.responses, self.found);
        match &help {
            ProfessionalHelp::Suggested(reasons) => {
                said.add(self.say(Message::ProfessionalSuggest));
                let lasts = reasons.contains(&ProfessionalReason::Duration);
                for &reason in reasons {
                    match reason {
                        ProfessionalReason::PartDuration if lasts => {}
                        ProfessionalReason::Duration | ProfessionalReason::PartDuration => {
                            said.add(self.say(Message::ProfessionalDuration));
                        }
                        ProfessionalReason::Impact if is_distress(self.found) => {
                            said.add(self.say(Message::ProfessionalImpact));
                        }
                        // Said above: the one by what leads, the other by what the result means.
                        ProfessionalReason::Impact | ProfessionalReason::Exposure => {}
                        ProfessionalReason::Rest => said.add(self.say(Message::ProfessionalRest)),
                        ProfessionalReason::Drinking => {
                            said.add(self.say(Message::ProfessionalDrinking));
                        }
                    }
                }
            }
            ProfessionalHelp::DurationLeftOut => {
                said.add(self.say(Message::ProfessionalDurationLeftOut));
            }
            ProfessionalHelp::General => {
                said.add(self.say(if self.means(Meaning::OverFourWeeks) {
                    Message::ProfessionalGeneralLasted
                } else {
                    Message::ProfessionalGeneral
                }))
            }
        }
        // Where the result is about this, it has been said.
        if self.found.finding != Finding::WornOut && !is_distress(self.found) {
            said.add(self.say(Message::ProfessionalCheck));
        }
        said.into_text()
    }

    /// Whether it is a time to see one.
    #[must_use]
    pub fn suggests_professional(&self) -> bool {
        let help = professional(self.profiled, self.responses, self.found);
        matches!(help, ProfessionalHelp::Suggested(_))
    }

    /// Whether a strain is raised or near its line, or a part stands out.
    pub(super) fn is_strained(&self) -> bool {
        let strained = |strain| {
            let verdict = self.found.verdict(strain);
            verdict.is_raised() || verdict.is_near()
        };
        Construct::STRAINS.into_iter().any(strained) || !self.found.raised.is_empty()
    }
}
