//! What the result means, in a few sentences. Each that speaks of an answer is said only where the answer
//! bears it out.

use super::{Report, Sentences};
use crate::instrument::{Construct, Meaning, Part, Said};
use crate::locale::Message;
use crate::profile::{Exposure, Finding, Rest, Tired, carries, more_needed};
use crate::session::Voice;

impl Report<'_> {
    /// What the result means.
    #[must_use]
    pub fn about(&self) -> String {
        let found = self.found;
        let mut said = self.sentences();
        if found.finding.is_ordinary() {
            self.ordinary(&mut said);
        } else {
            self.strain(&mut said);
            if !found.raised.is_empty() {
                said.add(&self.naming(Message::AboutAlsoHigh, found.raised));
            }
        }
        let left_out = found.exposure == Exposure::NotSaid;
        if left_out && found.compassion_fatigue.is_near() {
            said.add(self.say(Message::AboutExposureLeftOutNear));
        }
        if self.may_be_grief() {
            said.add(self.say(Message::AboutGrief));
        }
        said.into_text()
    }

    fn add(&self, said: &mut Sentences<'_>, messages: &[Message]) {
        for &message in messages {
            said.add(self.say(message));
        }
    }

    fn strain(&self, said: &mut Sentences<'_>) {
        let messages: &[Message] = match self.found.finding {
            Finding::Burnout => &[Message::AboutBurnout],
            Finding::CompassionFatigue => &[Message::AboutCompassionFatigue],
            Finding::Both => &[
                Message::AboutBoth,
                Message::AboutNoLead,
                Message::AboutTogether,
                Message::AboutStartBoth,
            ],
            Finding::BothBurnoutLeads => {
                &[Message::AboutBothBurnoutLeads, Message::AboutTogether, Message::AboutStartLoad]
            }
            Finding::BothCompassionFatigueLeads => &[
                Message::AboutBothCompassionFatigueLeads,
                Message::AboutTogether,
                Message::AboutStartTalks,
            ],
            Finding::StrainWithoutExposureAndBurnout | Finding::ExposureNeverNearAndBurnout => {
                &[Message::AboutBurnoutClear, Message::AboutStrainWithoutExposure]
            }
            Finding::StrainWithoutExposure | Finding::ExposureNeverNear => {
                &[Message::AboutStrainWithoutExposure]
            }
            Finding::ExposureLeftOutAndBurnout => {
                &[Message::AboutBurnoutClear, Message::AboutExposureLeftOut]
            }
            Finding::ExposureLeftOut => &[Message::AboutExposureLeftOut],
            Finding::BurnoutCfNear | Finding::CfBurnoutNear => &[Message::AboutOneNear],
            Finding::BurnoutNear | Finding::CfNear => &[Message::AboutNear],
            Finding::BothNear => &[Message::AboutBothNear],
            Finding::NotEnough => &[Message::AboutLeftOut],
            _ => &[],
        };
        self.add(said, messages);
        self.unsettled(said);
    }

    /// What is said of a strain that the headline does not settle, and how little it would take.
    fn unsettled(&self, said: &mut Sentences<'_>) {
        let found = self.found;
        let finding = found.finding;
        // Elsewhere how sure it is says it of each strain.
        if finding == Finding::NearAndOpen {
            for strain in Construct::STRAINS.into_iter().filter(|&s| found.verdict(s).is_near()) {
                said.add(self.say(self.near(strain)));
            }
        }
        if found.burnout.is_open() || found.compassion_fatigue.is_open() {
            let count = more_needed(self.profiled, self.responses).to_string();
            said.add(&self.words.locale.fill(Message::AboutMore, &[("count", &count)]));
        }
        if finding == Finding::NotEnough {
            said.add(self.say(Message::AboutNotEnough));
        }
    }

    /// Where both strains lie clearly below their lines.
    fn ordinary(&self, said: &mut Sentences<'_>) {
        let found = self.found;
        said.add(self.say(Message::AboutBelow));
        match found.finding {
            Finding::None => {
                if carries(self.profiled, self.responses).often.len() > 1 {
                    said.add(self.say(Message::AboutCarried));
                }
                said.add(self.say(Message::AboutNone));
            }
            Finding::NoneSomewhatTired if matches!(found.rest, Rest::Helps | Rest::InPart) => {
                said.add(self.say(Message::AboutRestFirst));
            }
            Finding::EverydayTiredness => {
                said.add(self.say(Message::AboutEverydayTiredness));
                let left_out = self.profiled.duration(self.responses) == Said::Nothing;
                self.duration(said, left_out);
            }
            Finding::TiredRestInPart => {
                said.add(self.say(Message::AboutRestInPart));
                self.duration(said, true);
            }
            Finding::TiredRestNotSaid => {
                self.add(said, &[Message::AboutRestNotSaid, Message::AboutIfRestHelps]);
            }
            Finding::TiredRestNotAsked => said.add(self.say(Message::AboutIfRestHelps)),
            Finding::WornOut => said.add(self.say(Message::AboutWornOut)),
            Finding::ImpactAlone => said.add(self.say(Message::AboutImpactAlone)),
            Finding::RaisedPart => self.raised(said),
            _ => {}
        }
        let open = matches!(found.finding, Finding::NoneTiredNotSaid | Finding::ImpactAlone);
        if open && found.tired == Tired::NotSaid {
            said.add(self.say(Message::AboutTiredNotSaid));
        }
        let none = found.finding.is_none() || found.finding == Finding::ImpactAlone;
        if none && found.rest == Rest::DoesNotHelp {
            said.add(self.say(Message::AboutRestGivesLittle));
        }
    }

    /// A doctor, where it has lasted, or `otherwise` in case it does.
    fn duration(&self, said: &mut Sentences<'_>, otherwise: bool) {
        if self.means(Meaning::OverFourWeeks) {
            said.add(self.say(Message::AboutLasted));
        } else if otherwise {
            said.add(self.say(Message::AboutLasts));
        }
    }

    fn raised(&self, said: &mut Sentences<'_>) {
        let raised = self.found.raised;
        let own = |part: Part| self.is_unexposed() && part.strain() == Construct::CompassionFatigue;
        let mut parts = raised.parts();
        match (parts.next(), parts.next()) {
            (Some(part), None) if !own(part) => {
                said.add(self.say(match part {
                    Part::Exhaustion => Message::AboutExhaustion,
                    Part::Distance => Message::AboutDistance,
                    Part::Effectiveness => Message::AboutEffectiveness,
                    Part::Intrusion => Message::AboutIntrusion,
                    Part::Avoidance => Message::AboutAvoidance,
                    Part::Alarm => Message::AboutAlarm,
                }));
                if part == Part::Exhaustion {
                    self.duration(said, true);
                }
            }
            (_, Some(_)) => said.add(self.say(Message::AboutParts)),
            _ => {}
        }
        if raised.parts().any(own) {
            said.add(self.say(Message::AboutStrainWithoutExposure));
        }
    }

    /// Those who care for someone dying grieve, and grief reads like compassion fatigue.
    fn may_be_grief(&self) -> bool {
        let found = self.found;
        let strain = found.compassion_fatigue;
        let part = |part: Part| part.strain() == Construct::CompassionFatigue;
        let spoken_of = strain.is_raised() || strain.is_near() || found.raised.parts().any(part);
        self.words.voice == Voice::Caring && !self.is_unexposed() && spoken_of
    }
}
