//! The sentence at the top of the result, and the parts that it names.

use super::Report;
use crate::instrument::{Construct, ItemMeaning, Part, PartSet};
use crate::locale::Message;
use crate::profile::{Exposure, Finding};

impl<'a> Report<'a> {
    /// The sentence at the top of the result.
    #[must_use]
    pub fn headline(&self) -> String {
        let found = self.found;
        let raised = found.finding == Finding::RaisedPart;
        let mut said = match found.raised.len() {
            1 if raised => self.naming(Message::HeadlineOnePart, found.raised),
            _ if raised => self.naming(Message::HeadlineParts, found.raised),
            _ => self.say(self.top()).to_owned(),
        };
        let watched = found.watched_in_headline();
        if !watched.is_empty() {
            said.push_str(self.words.locale.between(Message::JoinSentences));
            said.push_str(&self.naming(Message::HeadlineWatch, watched));
        }
        said
    }

    fn top(&self) -> Message {
        // In someone who never meets suffering nothing is called compassion fatigue.
        let unnamed = self.is_unexposed();
        match self.found.finding {
            Finding::None | Finding::NoneTiredNotSaid | Finding::NoneRestDoesNotHelp => {
                Message::HeadlineNone
            }
            Finding::NoneSomewhatTired => Message::HeadlineNoneSomewhatTired,
            Finding::EverydayTiredness => Message::HeadlineEverydayTiredness,
            Finding::TiredRestInPart => Message::HeadlineTiredRestInPart,
            Finding::TiredRestNotSaid | Finding::TiredRestNotAsked => Message::HeadlineTired,
            Finding::WornOut => Message::HeadlineWornOut,
            Finding::ImpactAlone => Message::HeadlineImpactAlone,
            Finding::RaisedPart => Message::HeadlineParts,
            Finding::Burnout => Message::HeadlineBurnout,
            Finding::CompassionFatigue => Message::HeadlineCompassionFatigue,
            Finding::Both => Message::HeadlineBoth,
            Finding::BothBurnoutLeads => Message::HeadlineBothBurnoutLeads,
            Finding::BothCompassionFatigueLeads => Message::HeadlineBothCompassionFatigueLeads,
            Finding::StrainWithoutExposure => Message::HeadlineStrainWithoutExposure,
            Finding::StrainWithoutExposureAndBurnout => {
                Message::HeadlineStrainWithoutExposureAndBurnout
            }
            Finding::ExposureLeftOut => Message::HeadlineExposureLeftOut,
            Finding::ExposureLeftOutAndBurnout => Message::HeadlineExposureLeftOutAndBurnout,
            Finding::BurnoutCfNear => Message::HeadlineBurnoutCfNear,
            Finding::BurnoutCfOpen if unnamed => Message::HeadlineBurnoutRestOpen,
            Finding::BurnoutCfOpen => Message::HeadlineBurnoutCfOpen,
            Finding::CfBurnoutNear => Message::HeadlineCfBurnoutNear,
            Finding::CfBurnoutOpen => Message::HeadlineCfBurnoutOpen,
            Finding::BurnoutNear => Message::HeadlineBurnoutNear,
            Finding::CfNear => Message::HeadlineCfNear,
            Finding::BothNear => Message::HeadlineBothNear,
            Finding::ExposureNeverNear => Message::HeadlineExposureNeverNear,
            Finding::ExposureNeverNearAndBurnout => Message::HeadlineExposureNeverNearAndBurnout,
            Finding::NearAndOpen => Message::HeadlineNearAndOpen,
            Finding::BurnoutBelowCfOpen if unnamed => Message::HeadlineBurnoutBelowRestOpen,
            Finding::BurnoutBelowCfOpen => Message::HeadlineBurnoutBelowCfOpen,
            Finding::CfBelowBurnoutOpen if unnamed => Message::HeadlineRestBelowBurnoutOpen,
            Finding::CfBelowBurnoutOpen => Message::HeadlineCfBelowBurnoutOpen,
            Finding::NotEnough => Message::HeadlineNotEnough,
        }
    }

    /// A text with the names of some parts in it.
    pub(super) fn naming(&self, message: Message, parts: PartSet) -> String {
        let names: Vec<&str> = parts.parts().map(|part| self.say(self.part(part))).collect();
        let names = names.join(self.words.locale.between(Message::JoinItems));
        self.words.locale.fill(message, &[("parts", &names)])
    }

    fn part(&self, part: Part) -> Message {
        let unnamed = self.is_unexposed();
        match part {
            Part::Exhaustion if self.rest_fails() => Message::PartExhaustionDespiteRest,
            Part::Exhaustion => Message::PartExhaustion,
            Part::Distance => Message::PartDistance,
            Part::Effectiveness => Message::PartEffectiveness,
            Part::Intrusion if unnamed => Message::PartIntrusionUnexposed,
            Part::Intrusion => Message::PartIntrusion,
            Part::Avoidance if unnamed => Message::PartAvoidanceUnexposed,
            Part::Avoidance => Message::PartAvoidance,
            Part::Alarm => Message::PartAlarm,
        }
    }

    /// Whether the person says of the strain itself that rest often fails.
    fn rest_fails(&self) -> bool {
        let instrument = self.profiled.instrument();
        self.profiled.scale(Construct::Burnout).items().any(|item| {
            let asked = instrument.items().get(item);
            let fails = asked.is_some_and(|asked| asked.means == Some(ItemMeaning::RestFails));
            fails && self.is_often(item)
        })
    }

    /// Whether an answer is in the upper two fifths of what it could be.
    fn is_often(&self, item: usize) -> bool {
        let instrument = self.profiled.instrument();
        let set =
            instrument.items().get(item).and_then(|item| instrument.option_sets().get(item.set));
        let keyed = self.responses.item(item).and_then(|option| instrument.keyed(item, option));
        set.zip(keyed).is_some_and(|(set, keyed)| 4 * keyed >= 3 * set.range())
    }

    pub(super) fn is_unexposed(&self) -> bool {
        self.found.exposure == Exposure::Never
    }
}
