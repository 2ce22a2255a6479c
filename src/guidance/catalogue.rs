//! Every piece of advice there is, by id, and what it is for.

use crate::classification::Profile::{
    self, Burnout, CompassionFatigue, NoStrain, StrainWithoutExposure, Tiredness,
};
use crate::instrument::Construct;
use crate::session::Setting;

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
pub enum Place {
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
    /// The facets it answers, by their ids in the built-in instrument.
    pub facets: &'static [&'static str],
    /// When it is for.
    pub when: When,
    /// Who acts.
    pub who: Who,
    /// The role it supposes.
    pub place: Place,
    /// Whether it also stands where there were too few answers for a profile.
    pub anyone: bool,
}

impl Advice {
    /// Whether it is for this profile, or for anyone where there is none, in this role.
    #[must_use]
    pub fn fits(&self, profile: Option<Profile>, setting: Setting) -> bool {
        self.suits(setting)
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
    pub fn suits(&self, setting: Setting) -> bool {
        match self.place {
            Place::Any => true,
            Place::Work => setting != Setting::Caring,
            Place::Caring => setting != Setting::Work,
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
    facets: &'static [&'static str],
    when: When,
    who: Who,
    place: Place,
) -> Advice {
    Advice { id, profiles, facets, when, who, place, anyone: false }
}

use Place::{Any, Caring, Work};
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
    advice("leave-one-task", &[Burnout], &["exhaustion"], Today, Me, Any),
    advice("real-break", &[Burnout, Tiredness], &["exhaustion"], Today, Me, Any),
    advice("worth-it", &[Burnout, NoStrain], &["distance"], Today, Me, Any),
    advice("one-thing-done", &[Burnout], &["effectiveness"], Today, Me, Any),
    advice("end-of-day", &[Burnout, NoStrain], &["exhaustion"], ThisWeek, Me, Work),
    advice("off-hours", &[Burnout], &["exhaustion"], ThisWeek, Me, Work),
    advice("carer-hour", &[Burnout], &["exhaustion"], ThisWeek, Me, Caring),
    advice("paperwork", &[Burnout], &["effectiveness"], ThisWeek, Me, Work),
    advice("forms-help", &[Burnout], &["effectiveness"], ThisWeek, Me, Caring),
    advice("why-you-began", &[Burnout], &["distance"], ThisWeek, Me, Any),
    advice("no-goal", &[Burnout, NoStrain], &["distance"], ThisWeek, Me, Any),
    advice("friends-outside", &[Burnout, CompassionFatigue], &["distance", "avoidance"], OverTime, Me, Any),
    advice("body-basics", &[Burnout, CompassionFatigue, Tiredness, NoStrain], &["exhaustion"], OverTime, Me, Any),
    advice("caseload-limit", &[Burnout], &["exhaustion"], OverTime, Me, Work),
    advice("learn-something", &[Burnout, NoStrain], &["effectiveness"], OverTime, Me, Work),
    advice("come-back-to-the-room", &[CompassionFatigue, StrainWithoutExposure], &["intrusion"], Today, Me, Any),
    advice("put-it-away", &[CompassionFatigue], &["intrusion"], Today, Me, Any),
    advice("kind-words", &[CompassionFatigue], &["alarm"], Today, Me, Any),
    advice("slow-breath", &[CompassionFatigue, StrainWithoutExposure], &["alarm"], Today, Me, Any),
    advice("one-small-approach", &[CompassionFatigue], &["avoidance"], Today, Me, Any),
    advice("closing-ritual", &[CompassionFatigue], &["intrusion"], ThisWeek, Me, Any),
    advice("less-of-it", &[CompassionFatigue], &["intrusion"], ThisWeek, Me, Any),
    advice("yours-to-carry", &[CompassionFatigue], &["alarm"], ThisWeek, Me, Any),
    advice("mix-your-days", &[CompassionFatigue], &["avoidance"], ThisWeek, Me, Work),
    advice("ask-what-is-needed", &[CompassionFatigue], &["avoidance"], ThisWeek, Me, Caring),
    advice("quiet-practice", &[CompassionFatigue], &["alarm"], OverTime, Me, Any),
    advice("own-meaning", &[CompassionFatigue], &["intrusion", "alarm"], OverTime, Me, Any),
    advice("say-it-is-too-much", &[Burnout], &["exhaustion"], ThisWeek, Others, Work),
    advice("share-the-load", &[Burnout], &["exhaustion", "distance"], ThisWeek, Others, Caring),
    advice("talk-to-a-peer", &[Burnout, Tiredness], &["distance", "effectiveness"], ThisWeek, Others, Work),
    advice("respite", &[Burnout, Tiredness], &["exhaustion"], OverTime, Others, Caring),
    advice("supervision", &[CompassionFatigue], &["intrusion", "avoidance"], ThisWeek, Others, Work),
    advice("peer-group", &[Burnout, CompassionFatigue], &["alarm", "distance"], OverTime, Others, Work),
    advice("carers-group", &[Burnout, CompassionFatigue, Tiredness], &["alarm", "distance", "avoidance"], OverTime, Others, Caring),
    advice("trauma-help", &[CompassionFatigue, StrainWithoutExposure], &["intrusion"], OverTime, Others, Any),
    advice("own-counsel", &[Burnout, CompassionFatigue, StrainWithoutExposure], &["alarm", "effectiveness"], OverTime, Others, Any),
    advice("org-workload", &[Burnout], &["exhaustion"], OverTime, Organisation, Work),
    advice("org-paperwork", &[Burnout], &["effectiveness"], OverTime, Organisation, Work),
    advice("org-say", &[Burnout], &["distance"], OverTime, Organisation, Work),
    advice("org-days", &[Burnout, CompassionFatigue], &["exhaustion", "alarm"], OverTime, Organisation, Work),
    advice("org-reflect", &[CompassionFatigue], &["intrusion"], OverTime, Organisation, Work),
    advice("org-case-mix", &[CompassionFatigue], &["avoidance"], OverTime, Organisation, Work),
    advice("around-plan", &[Burnout], &["exhaustion"], OverTime, Organisation, Caring),
    advice("around-break", &[Burnout, CompassionFatigue], &["exhaustion", "alarm"], OverTime, Organisation, Caring),
    advice("around-forms", &[Burnout], &["effectiveness"], OverTime, Organisation, Caring),
    advice("around-listen", &[Burnout, CompassionFatigue], &["distance", "intrusion"], OverTime, Organisation, Caring),
    advice("around-hard", &[CompassionFatigue], &["avoidance"], OverTime, Organisation, Caring),
];
