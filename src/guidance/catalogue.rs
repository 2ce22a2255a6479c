//! Every piece of advice there is, by id, and what it is for.

use super::fact::{Fact, Facts};
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
    /// A job.
    Job,
    /// Work, paid or as a volunteer. Of several roles one at least is this.
    Work,
    /// None, but it would be wrong for an unpaid carer.
    NotCaring,
    /// Unpaid caring.
    Caring,
}

/// One piece of advice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Advice {
    /// Names its words in the locale files.
    pub id: &'static str,
    /// What it answers: it fits where one of these holds, and is given because of one.
    pub answers: Facts,
    /// What must hold besides, all of it.
    pub needs: Facts,
    /// Where one of these holds it is never given.
    pub never: Facts,
    /// When it is for.
    pub when: When,
    /// Who acts.
    pub who: Who,
    /// The role it supposes.
    pub role: ForRole,
}

impl Advice {
    /// Whether it is surely for this role.
    #[must_use]
    pub const fn suits(&self, role: Option<Role>) -> bool {
        match self.role {
            ForRole::Any => true,
            ForRole::Job => matches!(role, Some(Role::Work)),
            ForRole::Work => matches!(role, Some(Role::Work | Role::Volunteer | Role::Several)),
            ForRole::NotCaring => !matches!(role, Some(Role::Caring)),
            ForRole::Caring => matches!(role, Some(Role::Caring)),
        }
    }

    /// Whether it may be for this role: those who have several, or name none, may have any.
    #[must_use]
    pub const fn may_suit(&self, role: Option<Role>) -> bool {
        matches!(role, Some(Role::Several) | None) || self.suits(role)
    }

    /// Whether it fits where these facts hold.
    #[must_use]
    pub const fn fits(&self, facts: Facts) -> bool {
        facts.holds(self.needs) && !facts.meets(self.never) && facts.meets(self.answers)
    }

    /// What a person may be told that it is given because of.
    #[must_use]
    pub const fn reasons(&self) -> Facts {
        let load = if self.answers.has(Exhaustion) { Facts::of(&[Load]) } else { Facts::NONE };
        let suffering = self.answers.meets(Facts::COMPASSION_FATIGUE);
        let suffering = if suffering { Facts::of(&[Suffering]) } else { Facts::NONE };
        self.answers.or(load).or(suffering)
    }

    const fn needs(mut self, fact: Fact) -> Self {
        self.needs = Facts::of(&[fact]);
        self
    }

    const fn never(mut self, facts: &[Fact]) -> Self {
        self.never = Facts::of(facts);
        self
    }

    /// Its words suppose that the person meets suffering.
    const fn met(self) -> Self {
        self.never(&[NoExposure])
    }
}

const fn advice(id: &'static str, answers: &[Fact], when: When, who: Who, role: ForRole) -> Advice {
    let none = Facts::NONE;
    Advice { id, answers: Facts::of(answers), needs: none, never: none, when, who, role }
}

use Fact::*;
use ForRole::{Any, Caring, Job, NotCaring, Work};
use When::{OverTime, ThisWeek, Today};
use Who::{Me, Organisation, Others};

/// All advice; where several pieces fit equally well the earlier one is given.
#[rustfmt::skip]
pub static ADVICE: [Advice; 76] = [
    advice("leave-one-task", &[Exhaustion], Today, Me, Any),
    advice("more-sleep", &[RestHelps, RestInPart, PoorSleep, Tired], Today, Me, NotCaring).needs(SleepHelps),
    advice("real-break", &[Exhaustion, RestHelps, RestInPart, Tired], Today, Me, Any).never(&[RestFails]),
    advice("worth-it", &[Distance, GoodUnseen], Today, Me, Any),
    advice("one-thing-done", &[Effectiveness], Today, Me, Any),
    advice("come-back-to-the-room", &[Intrusion], Today, Me, Any),
    advice("put-it-away", &[Intrusion], Today, Me, Any).met(),
    advice("kind-words", &[AlarmPart, Guilt], Today, Me, Any).needs(GuiltFelt),
    advice("slow-breath", &[AlarmPart, Alarm, Helpless], Today, Me, Any),
    advice("one-small-approach", &[Avoidance], Today, Me, Any),
    advice("switch-off", &[BusyMind], Today, Me, Any),
    advice("screens-and-food", &[EatingScreens], Today, Me, Any),
    advice("keep-what-works", &[NoStrain], Today, Me, Any),
    advice("be-gentle", &[Anyone, OwnStory], Today, Me, Any),
    advice("tell-one-person", &[Exhaustion, Distance, Effectiveness, Intrusion, Avoidance, AlarmPart, Alarm, Guilt, Helpless, Impact, Heavy], Today, Others, Any).needs(Heavy),
    advice("support-at-work", &[LowSupport], Today, Others, NotCaring),
    advice("support-for-carers", &[LowSupport], Today, Others, Caring),
    advice("one-person-again", &[DrawingBack], Today, Others, Any),
    advice("say-it-is-too-much", &[Exhaustion, Manager], ThisWeek, Others, Job),
    advice("who-else-can-hear", &[Exhaustion, Effectiveness, LowSupport, BesideManager], ThisWeek, Others, Job),
    advice("close-each-shift", &[Exhaustion, BusyMind, NoStrain], ThisWeek, Me, Work),
    advice("off-hours", &[Exhaustion, BusyMind], ThisWeek, Me, Job),
    advice("say-no-carer", &[Exhaustion], ThisWeek, Me, Caring),
    advice("carer-hour", &[Exhaustion, BusyMind, RestHelps, RestInPart, Tired], ThisWeek, Me, Caring),
    advice("free-hours", &[Exhaustion, BusyMind, RestHelps, RestInPart, Tired], ThisWeek, Me, NotCaring).never(&[RestFails]),
    advice("paperwork", &[Effectiveness], ThisWeek, Me, NotCaring),
    advice("forms-help", &[Effectiveness], ThisWeek, Me, Caring),
    advice("why-you-began", &[Distance], ThisWeek, Me, Work),
    advice("what-still-fits", &[Distance], ThisWeek, Me, Caring),
    advice("no-goal", &[Distance, NoStrain], ThisWeek, Me, Any),
    advice("closing-ritual", &[Intrusion], ThisWeek, Me, Any).met(),
    advice("less-of-it", &[Intrusion], ThisWeek, Me, Any).met(),
    advice("yours-to-carry", &[AlarmPart, Guilt, Helpless], ThisWeek, Me, Any).met(),
    advice("mix-your-days", &[Avoidance], ThisWeek, Me, Work).met(),
    advice("ask-what-is-needed", &[Avoidance], ThisWeek, Me, Caring).met(),
    advice("own-number", &[Exhaustion, BusyMind], ThisWeek, Me, Work),
    advice("drink-and-numbing", &[Drinking], ThisWeek, Me, Any),
    advice("note-it-down", &[Anyone, OwnStory], ThisWeek, Me, Any),
    advice("share-the-load", &[Exhaustion, Distance], ThisWeek, Others, Any),
    advice("free-hours-carer", &[Exhaustion, RestHelps, RestInPart, Tired], ThisWeek, Others, Caring),
    advice("one-whole-night", &[Exhaustion, RestHelps, RestInPart, PoorSleep, Tired], ThisWeek, Others, Caring),
    advice("trauma-help", &[Intrusion, Avoidance, AlarmPart, Alarm, Guilt, Helpless, Trauma], ThisWeek, Others, Any),
    advice("supervision", &[Intrusion, Avoidance], ThisWeek, Others, Work).met(),
    advice("trauma-consult", &[Intrusion, Avoidance], ThisWeek, Others, Work).met(),
    advice("talk-to-a-peer", &[Effectiveness, Distance], ThisWeek, Others, Any),
    advice("doctor-for-tiredness", &[RestFails, RestDoctor, Exhaustion, Duration], Today, Others, Any).needs(RestDoctor),
    advice("doctor-look-wider", &[Impact, LookWider, Duration], Today, Others, Any).needs(LookWider),
    advice("against-conscience", &[Distance, Effectiveness], ThisWeek, Others, Work),
    advice("early-help", &[Watch, Duration], ThisWeek, Others, Any),
    advice("keep-people-close", &[Tired, NoStrain], ThisWeek, Others, Any),
    advice("family-time", &[NoStrain, Exhaustion, Distance, Intrusion], ThisWeek, Others, Any),
    advice("talk-it-through", &[Anyone, OwnStory, OwnLife], ThisWeek, Others, Any),
    advice("own-counsel", &[Effectiveness, AlarmPart, Alarm, Guilt, Helpless, OwnLife, OwnStory, Impact, Duration], OverTime, Others, Any),
    advice("respite", &[Exhaustion, Tired], OverTime, Others, Caring),
    advice("peer-group", &[Distance, AlarmPart], OverTime, Others, Work),
    advice("carers-group", &[Distance, Avoidance, AlarmPart, LowSupport, Tired], OverTime, Others, Caring),
    advice("friends-outside", &[Distance, Avoidance], OverTime, Me, Any),
    advice("body-basics", &[Exhaustion, PoorSleep, Tired, NoStrain], OverTime, Me, Any).never(&[RestFails]),
    advice("caseload-limit", &[Exhaustion], OverTime, Me, Job),
    advice("good-moments", &[Effectiveness, Intrusion, AlarmPart, GoodUnseen], OverTime, Me, Any),
    advice("body-doing", &[AlarmPart, Alarm], OverTime, Me, Any),
    advice("help-of-another-kind", &[NoStrain], OverTime, Me, Job).never(&[RaisedPart, Exhausted]),
    advice("check-again", &[Anyone], OverTime, Me, Any),
    advice("org-workload", &[Exhaustion], OverTime, Organisation, Work),
    advice("org-paperwork", &[Effectiveness], OverTime, Organisation, Work),
    advice("org-say", &[Distance], OverTime, Organisation, Work),
    advice("org-speak-safely", &[Exhaustion, Effectiveness], OverTime, Organisation, Work),
    advice("org-conscience", &[Distance], OverTime, Organisation, Work),
    advice("org-days", &[Exhaustion, AlarmPart], OverTime, Organisation, Work),
    advice("org-reflect", &[Intrusion], OverTime, Organisation, Work).met(),
    advice("org-case-mix", &[Avoidance], OverTime, Organisation, Work).met(),
    advice("around-plan", &[Exhaustion], OverTime, Organisation, Caring),
    advice("around-break", &[Exhaustion, AlarmPart], OverTime, Organisation, Caring),
    advice("around-forms", &[Effectiveness], OverTime, Organisation, Caring),
    advice("around-listen", &[Distance, Intrusion], OverTime, Organisation, Caring),
    advice("around-hard", &[Avoidance], OverTime, Organisation, Caring).met(),
];
