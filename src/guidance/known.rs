//! What is known of a person when advice is chosen for them, and how much each of it weighs.

use super::fact::{Fact, Facts, WEIGHED};
use crate::instrument::{Construct, ItemMeaning, Meaning, Part, Profiled, SignMeaning};
use crate::profile::{Classification, Exposure, Finding, Rest, Tired};
use crate::response::Responses;

/// From here a part may be named as the reason of a step.
const NAMED: u16 = 500;
/// From here a part of a strain that is raised or near has advice of its own.
const CALLS: u16 = 250;
/// From here a part stands out.
const RAISED: u16 = 750;
/// Of five options the upper two, the upper three and the lower two.
const OFTEN: u16 = 750;
const SOMETIMES: u16 = 500;
const RARELY: u16 = 250;
/// What decides among parts that weigh the same. No two different parts lie so near.
const CAUSE: u16 = 5;

/// What holds for a person, and what each of it weighs, in tenths of what the highest part can.
#[derive(Clone, Copy)]
pub(super) struct Known {
    /// What advice is given for.
    pub(super) calls: Facts,
    /// What a step may be said to be because of: the answers themselves bear it out.
    pub(super) told: Facts,
    /// By the place of each fact.
    pub(super) weights: [u16; WEIGHED],
}

impl Known {
    pub(super) fn new(
        profiled: Profiled<'_>,
        responses: &Responses,
        found: &Classification,
    ) -> Self {
        let mut known =
            Self { calls: Facts::of(&[Fact::Anyone]), told: Facts::NONE, weights: WEIGHTS };
        known.situation(profiled, responses);
        known.parts(profiled, responses, found);
        known.answers(profiled, responses);
        known.signs(profiled, responses);
        known.finding(found);
        known
    }

    /// Calls for advice, and may be named.
    fn both(&mut self, fact: Fact, holds: bool) {
        self.calls.set(fact, holds);
        self.told.set(fact, holds);
    }

    fn weigh(&mut self, fact: Fact, weight: u16) {
        if let Some(slot) = self.weights.get_mut(fact as usize) {
            *slot = weight;
        }
    }

    /// The cause and the duration are named, and call for nothing by themselves.
    fn situation(&mut self, profiled: Profiled<'_>, responses: &Responses) {
        let said = |meaning| responses.means(profiled.instrument(), meaning);
        self.told.set(Fact::Load, said(Meaning::CauseLoad));
        self.told.set(Fact::Suffering, said(Meaning::CauseSuffering));
        self.told.set(Fact::Duration, said(Meaning::OverFourWeeks));
        self.both(Fact::OwnLife, said(Meaning::CauseOwnLife));
    }

    fn parts(&mut self, profiled: Profiled<'_>, responses: &Responses, found: &Classification) {
        for strain in Construct::STRAINS {
            let verdict = found.verdict(strain);
            let at_play = verdict.is_clearly_above() || verdict.is_near();
            let cause = if strain == Construct::Burnout { Fact::Load } else { Fact::Suffering };
            let cause = if self.told.has(cause) { CAUSE } else { 0 };
            for (place, facet) in profiled.scale(strain).facets.iter().enumerate() {
                let part = profiled.part(strain, place);
                let (Some(part), Some(mean)) = (part, mean(profiled, &facet.items, responses))
                else {
                    continue;
                };
                let stands_out = found.raised.has(part) || found.watched.has(part);
                let calls = stands_out || at_play && mean >= CALLS;
                let fact = fact_of(part);
                self.calls.set(fact, calls);
                self.told.set(fact, part != Part::Alarm && mean >= NAMED);
                self.weigh(fact, mean + cause);
                let raised = found.raised.has(part) || verdict.is_clearly_above() && mean >= RAISED;
                self.calls
                    .set(Fact::Trauma, matches!(part, Part::Intrusion | Part::Alarm) && raised);
                self.calls.set(Fact::Exhausted, part == Part::Exhaustion && mean >= NAMED);
                let worn = part == Part::Exhaustion && calls && mean >= RAISED;
                self.calls.set(
                    Fact::RestDoctor,
                    worn && found.rest != Rest::Helps && rest_fails(profiled, responses),
                );
            }
        }
    }

    fn answers(&mut self, profiled: Profiled<'_>, responses: &Responses) {
        for (place, item) in profiled.instrument().items().iter().enumerate() {
            let (Some(means), Some(value)) = (item.means, answer(profiled, place, responses))
            else {
                continue;
            };
            let (often, rarely) = (value >= OFTEN, value <= RARELY);
            let alarming = match means {
                ItemMeaning::Alarm => Fact::Alarm,
                ItemMeaning::Guilt => Fact::Guilt,
                ItemMeaning::Helpless => Fact::Helpless,
                ItemMeaning::Support => {
                    self.both(Fact::LowSupport, rarely);
                    continue;
                }
                ItemMeaning::SwitchOff => {
                    self.both(Fact::BusyMind, rarely);
                    continue;
                }
                ItemMeaning::GoodSeen => {
                    self.both(Fact::GoodUnseen, rarely);
                    continue;
                }
                ItemMeaning::RestFails => continue,
            };
            self.calls.set(Fact::GuiltFelt, means == ItemMeaning::Guilt && value >= SOMETIMES);
            self.told.set(alarming, often);
            self.calls.set(alarming, often && self.calls.has(Fact::AlarmPart));
            if often {
                let before = self.weights.get(alarming as usize).copied().unwrap_or(0);
                self.weigh(alarming, value.max(before));
            }
        }
    }

    fn signs(&mut self, profiled: Profiled<'_>, responses: &Responses) {
        for (place, sign) in profiled.instrument().signs().iter().enumerate() {
            let fact = match sign.means {
                Some(SignMeaning::Drinking) => Fact::Drinking,
                Some(SignMeaning::DrawingBack) => Fact::DrawingBack,
                Some(SignMeaning::PoorSleep) => Fact::PoorSleep,
                Some(SignMeaning::EatingScreens) => Fact::EatingScreens,
                None => continue,
            };
            self.both(fact, responses.sign(place) == Some(true));
        }
    }

    fn finding(&mut self, found: &Classification) {
        let (b, c) = (found.burnout, found.compassion_fatigue);
        let never = found.exposure == Exposure::Never;
        let ordinary = found.finding.is_ordinary();
        let high = found.impact.is_high();
        let part_raised = !found.raised.is_empty();
        let tired = found.tired == Tired::Yes;
        let rather_tired = tired || found.tired == Tired::Somewhat;
        let (helps, in_part) = (found.rest == Rest::Helps, found.rest == Rest::InPart);
        let fails = found.rest == Rest::DoesNotHelp;
        let own_story = never && (self.calls.meets(Facts::COMPASSION_FATIGUE));
        self.told.set(Fact::RestHelps, tired && helps);
        self.told.set(Fact::RestInPart, tired && in_part);
        // Beside a strain sleep is not where help begins.
        self.calls.set(Fact::RestHelps, ordinary && tired && helps);
        self.calls.set(Fact::RestInPart, ordinary && tired && in_part);
        self.both(Fact::RestFails, fails);
        self.calls.set(Fact::RestDoctor, fails);
        self.calls.set(Fact::SleepHelps, rather_tired && (helps || in_part));
        self.calls.set(Fact::Tired, ordinary && rather_tired);
        self.calls.set(Fact::NoStrain, found.finding.is_none());
        self.both(Fact::Impact, high);
        self.calls.set(Fact::Heavy, high || b.is_clearly_above() && c.is_clearly_above());
        let trauma = self.calls.has(Fact::Heavy) && c.is_clearly_above();
        self.calls.set(Fact::Trauma, trauma);
        self.calls.set(Fact::LookWider, own_story || high && ordinary && !part_raised);
        self.calls
            .set(Fact::Watch, b.is_near() || c.is_near() || ordinary && !found.watched.is_empty());
        self.calls.set(Fact::OwnStory, own_story);
        self.calls.set(Fact::NoExposure, never);
        self.calls.set(Fact::RaisedPart, part_raised);
    }
}

/// What leads the first steps, where something does: of these the first that holds.
pub(super) fn lead(calls: Facts, finding: Finding) -> Option<Fact> {
    match finding {
        Finding::WornOut => Some(Fact::RestDoctor),
        Finding::ImpactAlone => Some(Fact::LookWider),
        _ => {
            let leads = [Fact::Heavy, Fact::LowSupport, Fact::BusyMind];
            leads.into_iter().find(|&fact| calls.has(fact))
        }
    }
}

const fn fact_of(part: Part) -> Fact {
    match part {
        Part::Exhaustion => Fact::Exhaustion,
        Part::Distance => Fact::Distance,
        Part::Effectiveness => Fact::Effectiveness,
        Part::Intrusion => Fact::Intrusion,
        Part::Avoidance => Fact::Avoidance,
        Part::Alarm => Fact::AlarmPart,
    }
}

/// Whether an answer says often that rest does not restore.
fn rest_fails(profiled: Profiled<'_>, responses: &Responses) -> bool {
    let items = profiled.instrument().items().iter().enumerate();
    let mut failing = items.filter(|(_, item)| item.means == Some(ItemMeaning::RestFails));
    failing.any(|(item, _)| answer(profiled, item, responses).is_some_and(|it| it >= OFTEN))
}

/// An answer as keyed, of a thousand.
fn answer(profiled: Profiled<'_>, item: usize, responses: &Responses) -> Option<u16> {
    let instrument = profiled.instrument();
    let keyed = instrument.keyed(item, responses.item(item)?)?;
    let set = instrument.option_sets().get(instrument.items().get(item)?.set)?;
    u16::try_from(1000 * keyed / set.range().max(1)).ok()
}

/// The mean of what is answered of some items, of a thousand.
fn mean(profiled: Profiled<'_>, items: &[usize], responses: &Responses) -> Option<u16> {
    let (mut sum, mut answered) = (0_u16, 0_u16);
    for &item in items {
        if let Some(value) = answer(profiled, item, responses) {
            sum = sum.saturating_add(value);
            answered += 1;
        }
    }
    sum.checked_div(answered)
}

/// What each fact weighs, in the order of [`Fact`]; parts and what belongs to them weigh as they are answered.
#[rustfmt::skip]
const WEIGHTS: [u16; WEIGHED] = [
    0, 0, 0, 0, 0, 0, 0, 0, 0, // parts, alarm, guilt, helpless
    600, 550, 650, // rest helps, in part, fails
    700, 700, 450, // low support, busy mind, good unseen
    100, 100, 500, // load, suffering, own life
    1010, 200, // impact, duration
    600, 850, 400, 450, // drawing back, drinking, eating or screens, poor sleep
    10, 200, 300, // anyone, no strain, tired
    300, 660, 640, 990, 620, 320, // heavy, rest: doctor, look wider, trauma, watch, own story
];
