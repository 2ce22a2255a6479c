//! Every piece of advice there is, by id, and what it is for.

use crate::instrument::{Construct, Part};
use crate::profile::Profile::{
    self, Burnout, CompassionFatigue, NoStrain, StrainWithoutExposure, Tiredness,
};
use crate::session::Role;

/// When a piece of advice is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Can be done today.
    Today,
    /// Needs a few days.
    ThisWeek,
    /// A habit or a change that takes longer.
    OverTime,
}

/// Who acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// The person alone.
    Me,
    /// The person with other people.
    Others,
    /// The organisation they work for, or the people and services around an unpaid carer.
    Organisation,
}

/// The role that a piece of advice supposes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ForRole {
    /// None.
    Any,
    /// Paid or voluntary work.
    Work,
    /// Unpaid caring.
    Caring,
}

/// One piece of advice.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Advice {
    /// Names its words in the locale files.
    pub id: &'static str,
    /// The profiles it is for; what is for burnout or compassion fatigue is for both as well.
    pub profiles: &'static [Profile],
    /// The parts of a strain that it answers.
    pub parts: &'static [Part],
    /// When it is for.
    pub when: When,
    /// Who acts.
    pub who: Who,
    /// The role it supposes.
    pub role: ForRole,
    /// Whether it also stands where there were too few answers for a profile.
    pub anyone: bool,
}

impl Advice {
    /// Whether it is for this profile, or for anyone where there is none, in this role.
    #[must_use]
    pub fn fits(&self, profile: Option<Profile>, role: Role) -> bool {
        self.suits(role)
            && match profile {
                None => self.anyone,
                Some(Profile::Both) => {
                    self.profiles.contains(&Burnout) || self.profiles.contains(&CompassionFatigue)
                }
                Some(profile) => self.profiles.contains(&profile),
            }
    }

    /// Whether it is for this role.
    #[must_use]
    pub fn suits(&self, role: Role) -> bool {
        match self.role {
            ForRole::Any => true,
            ForRole::Work => role != Role::Caring,
            ForRole::Caring => role != Role::Work,
        }
    }

    /// The strain whose cause it answers, where it answers one alone.
    #[must_use]
    pub fn cause(&self) -> Option<Construct> {
        let burnout = self.profiles.contains(&Burnout);
        let compassion_fatigue = self.profiles.contains(&CompassionFatigue);
        match (burnout, compassion_fatigue) {
            (true, false) => Some(Construct::Burnout),
            (false, true) => Some(Construct::CompassionFatigue),
            _ => None,
        }
    }

    const fn for_anyone(mut self) -> Self {
        self.anyone = true;
        self
    }
}

const fn advice(
    id: &'static str,
    profiles: &'static [Profile],
    parts: &'static [Part],
    when: When,
    who: Who,
    role: ForRole,
) -> Advice {
    Advice { id, profiles, parts, when, who, role, anyone: false }
}

use ForRole::{Any, Caring, Work};
use Part::{Alarm, Avoidance, Distance, Effectiveness, Exhaustion, Intrusion};
use When::{OverTime, ThisWeek, Today};
use Who::{Me, Organisation, Others};

/// All advice; where several pieces fit equally well the earlier one is given.
#[rustfmt::skip]
pub static ADVICE: &[Advice] = &[
    advice("early-night", &[Tiredness], &[], Today, Me, Any),
    advice("free-day", &[Tiredness], &[], ThisWeek, Me, Any),
    advice("check-again", &[Tiredness, NoStrain], &[], OverTime, Me, Any),
    advice("keep-what-works", &[NoStrain], &[], Today, Me, Any),
    advice("be-gentle", &[StrainWithoutExposure], &[], Today, Me, Any).for_anyone(),
    advice("note-it-down", &[StrainWithoutExposure], &[], ThisWeek, Me, Any).for_anyone(),
    advice("talk-it-through", &[StrainWithoutExposure], &[], ThisWeek, Others, Any).for_anyone(),
    advice("keep-people-close", &[Tiredness, NoStrain], &[], ThisWeek, Others, Any),
    advice("leave-one-task", &[Burnout], &[Exhaustion], Today, Me, Any),
    advice("real-break", &[Burnout, Tiredness], &[Exhaustion], Today, Me, Any),
    advice("worth-it", &[Burnout, NoStrain], &[Distance], Today, Me, Any),
    advice("one-thing-done", &[Burnout], &[Effectiveness], Today, Me, Any),
    advice("end-of-day", &[Burnout, NoStrain], &[Exhaustion], ThisWeek, Me, Work),
    advice("off-hours", &[Burnout], &[Exhaustion], ThisWeek, Me, Work),
    advice("carer-hour", &[Burnout], &[Exhaustion], ThisWeek, Me, Caring),
    advice("paperwork", &[Burnout], &[Effectiveness], ThisWeek, Me, Work),
    advice("forms-help", &[Burnout], &[Effectiveness], ThisWeek, Me, Caring),
    advice("why-you-began", &[Burnout], &[Distance], ThisWeek, Me, Any),
    advice("no-goal", &[Burnout, NoStrain], &[Distance], ThisWeek, Me, Any),
    advice("friends-outside", &[Burnout, CompassionFatigue], &[Distance, Avoidance], OverTime, Me, Any),
    advice("body-basics", &[Burnout, CompassionFatigue, Tiredness, NoStrain], &[Exhaustion], OverTime, Me, Any),
    advice("caseload-limit", &[Burnout], &[Exhaustion], OverTime, Me, Work),
    advice("learn-something", &[Burnout, NoStrain], &[Effectiveness], OverTime, Me, Work),
    advice("come-back-to-the-room", &[CompassionFatigue, StrainWithoutExposure], &[Intrusion], Today, Me, Any),
    advice("put-it-away", &[CompassionFatigue], &[Intrusion], Today, Me, Any),
    advice("kind-words", &[CompassionFatigue], &[Alarm], Today, Me, Any),
    advice("slow-breath", &[CompassionFatigue, StrainWithoutExposure], &[Alarm], Today, Me, Any),
    advice("one-small-approach", &[CompassionFatigue], &[Avoidance], Today, Me, Any),
    advice("closing-ritual", &[CompassionFatigue], &[Intrusion], ThisWeek, Me, Any),
    advice("less-of-it", &[CompassionFatigue], &[Intrusion], ThisWeek, Me, Any),
    advice("yours-to-carry", &[CompassionFatigue], &[Alarm], ThisWeek, Me, Any),
    advice("mix-your-days", &[CompassionFatigue], &[Avoidance], ThisWeek, Me, Work),
    advice("ask-what-is-needed", &[CompassionFatigue], &[Avoidance], ThisWeek, Me, Caring),
    advice("quiet-practice", &[CompassionFatigue], &[Alarm], OverTime, Me, Any),
    advice("own-meaning", &[CompassionFatigue], &[Intrusion, Alarm], OverTime, Me, Any),
    advice("say-it-is-too-much", &[Burnout], &[Exhaustion], ThisWeek, Others, Work),
    advice("share-the-load", &[Burnout], &[Exhaustion, Distance], ThisWeek, Others, Caring),
    advice("talk-to-a-peer", &[Burnout, Tiredness], &[Distance, Effectiveness], ThisWeek, Others, Work),
    advice("respite", &[Burnout, Tiredness], &[Exhaustion], OverTime, Others, Caring),
    advice("supervision", &[CompassionFatigue], &[Intrusion, Avoidance], ThisWeek, Others, Work),
    advice("peer-group", &[Burnout, CompassionFatigue], &[Alarm, Distance], OverTime, Others, Work),
    advice("carers-group", &[Burnout, CompassionFatigue, Tiredness], &[Alarm, Distance, Avoidance], OverTime, Others, Caring),
    advice("trauma-help", &[CompassionFatigue, StrainWithoutExposure], &[Intrusion], OverTime, Others, Any),
    advice("own-counsel", &[Burnout, CompassionFatigue, StrainWithoutExposure], &[Alarm, Effectiveness], OverTime, Others, Any),
    advice("org-workload", &[Burnout], &[Exhaustion], OverTime, Organisation, Work),
    advice("org-paperwork", &[Burnout], &[Effectiveness], OverTime, Organisation, Work),
    advice("org-say", &[Burnout], &[Distance], OverTime, Organisation, Work),
    advice("org-days", &[Burnout, CompassionFatigue], &[Exhaustion, Alarm], OverTime, Organisation, Work),
    advice("org-reflect", &[CompassionFatigue], &[Intrusion], OverTime, Organisation, Work),
    advice("org-case-mix", &[CompassionFatigue], &[Avoidance], OverTime, Organisation, Work),
    advice("around-plan", &[Burnout], &[Exhaustion], OverTime, Organisation, Caring),
    advice("around-break", &[Burnout, CompassionFatigue], &[Exhaustion, Alarm], OverTime, Organisation, Caring),
    advice("around-forms", &[Burnout], &[Effectiveness], OverTime, Organisation, Caring),
    advice("around-listen", &[Burnout, CompassionFatigue], &[Distance, Intrusion], OverTime, Organisation, Caring),
    advice("around-hard", &[CompassionFatigue], &[Avoidance], OverTime, Organisation, Caring),
];
