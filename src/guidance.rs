//! Which advice fits a result, and why. Ids and tags only: the words stand in the locale files.

mod because;
mod catalogue;
mod fact;
mod known;

pub use because::Because;
pub use catalogue::{ADVICE, Advice, ForRole, When, Who};
pub use fact::{Fact, Facts};

use crate::instrument::{Construct, Profiled};
use crate::locale::Message;
use crate::profile::{Classification, StrainVerdict};
use crate::response::Responses;
use crate::session::Role;
use known::Known;

/// How many first steps there are.
pub const FIRST_STEPS: usize = 3;
/// How many more are shown before the whole list.
pub const BEST: usize = 5;

/// A piece of advice, and why this person is given it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// What to do.
    pub advice: &'static Advice,
    /// One reason, borne out by the answers.
    pub because: Because,
}

impl Step {
    /// When it is for, or that it is with others.
    #[must_use]
    pub const fn when(&self) -> Message {
        match (self.advice.when, self.advice.who) {
            (When::Today, _) => Message::StepsFirst,
            (_, Who::Me) => Message::StepsSecond,
            _ => Message::StepsThird,
        }
    }
}

/// The advice for one person.
#[derive(Clone, Copy)]
pub struct Guidance {
    known: Known,
    role: Option<Role>,
    /// What the first step answers, where that is settled.
    lead: Option<Fact>,
    /// The parts of the strains that are raised or near, the leading strain first.
    strains: [Facts; 2],
}

/// What a step is looked for among.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Among {
    /// For today, whoever acts.
    Today,
    /// For today, alone, or back to a person.
    TodayAlone,
    /// For this week, alone.
    Week,
    /// The same, or with the manager, beside whom the next step names others.
    WeekOrManager,
    /// With others.
    Others,
    /// All that the person can do.
    All,
    /// The same without the manager: there is no place for who else there is.
    AllButManager,
}

impl Among {
    fn has(self, advice: &Advice) -> bool {
        let manager = advice.answers.has(Fact::Manager);
        let beside = advice.answers.has(Fact::BesideManager);
        let week = advice.when == When::ThisWeek && advice.who == Who::Me;
        let mine = advice.who != Who::Organisation && !beside;
        match self {
            Among::Today => advice.when == When::Today,
            Among::TodayAlone => {
                let back = advice.answers.has(Fact::DrawingBack);
                advice.when == When::Today && (advice.who == Who::Me || back)
            }
            Among::Week => week,
            Among::WeekOrManager => week || manager,
            Among::Others => advice.who == Who::Others && !manager && !beside,
            Among::All => mine,
            Among::AllButManager => mine && !manager,
        }
    }
}

impl Guidance {
    /// For the answers of one person.
    #[must_use]
    pub fn new(
        profiled: Profiled<'_>,
        responses: &Responses,
        role: Option<Role>,
        found: &Classification,
    ) -> Self {
        let known = Known::new(profiled, responses, found);
        let (lead, strains) = (known::lead(known.calls, found.finding), strains(&known, found));
        Self { known, role, lead, strains }
    }

    /// Three different first steps, none of them the organisation's. The first one can be done today; where a
    /// result is heavy, it is with a person.
    #[must_use]
    pub fn first_steps(&self) -> [Step; FIRST_STEPS] {
        let first = match self.lead {
            Some(lead) => self.pick(&[], Among::Today, Facts::of(&[lead])),
            None => self.next(&[], Among::TodayAlone),
        };
        let [second, third] = if self.lead == Some(Fact::Heavy) {
            self.after_heavy(first)
        } else {
            self.after(first)
        };
        [first, second, third].map(|advice| self.step(advice))
    }

    /// After a person to tell: help from somebody trained for it, and then less load.
    fn after_heavy(&self, first: &'static Advice) -> [&'static Advice; 2] {
        let calls = self.known.calls;
        let help = if calls.has(Fact::Trauma) {
            Facts::of(&[Fact::Trauma])
        } else if calls.meets(Facts::COMPASSION_FATIGUE) {
            Facts::COMPASSION_FATIGUE
        } else if calls.has(Fact::RestDoctor) {
            Facts::of(&[Fact::RestDoctor])
        } else {
            Facts::of(&[Fact::Impact])
        };
        let second = self.pick(&[first], Among::Others, help);
        let taken = [first, second];
        let third = if calls.has(Fact::BusyMind) {
            let busy = Facts::of(&[Fact::BusyMind]);
            let week = self.find(&taken, Among::Week, busy);
            week.unwrap_or_else(|| self.pick(&taken, Among::Today, busy))
        } else if calls.meets(Facts::BURNOUT) {
            self.pick(&taken, Among::Others, Facts::BURNOUT)
        } else {
            let alone = [Among::Week, Among::TodayAlone].into_iter();
            let some = alone.filter_map(|among| self.find(&taken, among, Facts::OF_SOME)).next();
            some.unwrap_or_else(|| self.next(&taken, Among::Week))
        };
        [second, third]
    }

    /// After any other first step: something to do alone, and something with others.
    fn after(&self, first: &'static Advice) -> [&'static Advice; 2] {
        let calls = self.known.calls;
        let doctor = self.lead == Some(Fact::RestDoctor);
        let asked = [Fact::Trauma, Fact::Heavy, Fact::LowSupport].into_iter().find(|&fact| {
            calls.has(fact) && self.lead != Some(fact) && (doctor || fact != Fact::Heavy)
        });
        let third = asked.map(|fact| {
            let among = if fact == Fact::Trauma { Among::Others } else { Among::Today };
            self.pick(&[first], among, Facts::of(&[fact]))
        });
        let so_far = [first, third.unwrap_or(first)];
        let second = if calls.has(Fact::BusyMind) && self.lead != Some(Fact::BusyMind) {
            self.pick(&so_far, Among::Today, Facts::of(&[Fact::BusyMind]))
        } else {
            let among = if third.is_some() { Among::Week } else { Among::WeekOrManager };
            self.next(&so_far, among)
        };
        let third = third.or_else(|| beside(second));
        [second, third.unwrap_or_else(|| self.next(&[first, second], Among::Others))]
    }

    /// The best of what is left after the first steps.
    #[must_use]
    pub fn best(&self) -> Vec<Step> {
        let mut taken = self.first_steps().map(|step| step.advice).to_vec();
        while taken.len() < FIRST_STEPS + BEST {
            let last = taken.len() + 1 == FIRST_STEPS + BEST;
            let among = if last { Among::AllButManager } else { Among::All };
            let Some(next) = self.find(&taken, among, Facts::ALL) else { break };
            taken.push(next);
            taken.extend(beside(next));
        }
        taken.into_iter().skip(FIRST_STEPS).map(|advice| self.step(advice)).collect()
    }

    /// Everything that fits and that may suit the role, by who acts.
    pub fn fitting(&self, who: Who) -> impl Iterator<Item = &'static Advice> + use<> {
        let (calls, role) = (self.known.calls, self.role);
        ADVICE
            .iter()
            .filter(move |advice| advice.who == who && advice.may_suit(role) && advice.fits(calls))
    }

    /// The best for a strain of which no step speaks yet; where each is spoken of, the best there is.
    fn next(&self, taken: &[&'static Advice], among: Among) -> &'static Advice {
        let calls = self.known.calls;
        let unspoken = |strain: &Facts| {
            let is_spoken = taken.iter().any(|advice| advice.answers.meets(*strain));
            *strain != Facts::NONE && !is_spoken
        };
        let strain = self.strains.into_iter().map(|strain| strain.and(calls)).find(unspoken);
        let for_it = strain.and_then(|strain| self.find(taken, among, strain));
        for_it.unwrap_or_else(|| self.pick(taken, among, Facts::ALL))
    }

    fn pick(&self, taken: &[&'static Advice], among: Among, facts: Facts) -> &'static Advice {
        let [any, ..] = &ADVICE;
        self.find(taken, among, facts).unwrap_or(any)
    }

    /// The piece that answers the heaviest of these facts; of several the first.
    fn find(
        &self,
        taken: &[&'static Advice],
        among: Among,
        facts: Facts,
    ) -> Option<&'static Advice> {
        let calls = self.known.calls;
        let mut best = None;
        for advice in &ADVICE {
            let heaviest = advice.answers.and(calls).and(facts).heaviest(&self.known.weights);
            let Some((weight, _)) = heaviest else { continue };
            let fits = among.has(advice) && advice.suits(self.role) && advice.fits(calls);
            let is_taken = taken.iter().any(|other| std::ptr::eq(*other, advice));
            if fits && !is_taken && best.is_none_or(|(most, _)| weight > most) {
                best = Some((weight, advice));
            }
        }
        best.map(|(_, advice)| advice)
    }

    fn step(&self, advice: &'static Advice) -> Step {
        let Known { calls, told, weights } = &self.known;
        let reasons = advice.reasons().and(*told);
        // What called for the step goes before what is true besides.
        let heaviest = reasons.and(*calls).heaviest(weights).or(reasons.heaviest(weights));
        let because = match heaviest.and_then(|(_, place)| Because::ALL.get(place)) {
            Some(Because::Intrusion) if calls.has(Fact::NoExposure) => Because::HardThings,
            Some(Because::Avoidance) if calls.has(Fact::NoExposure) => Because::KeepsAway,
            Some(&because) => because,
            None => Because::MostRoles,
        };
        Step { advice, because }
    }
}

/// Beside the manager stands who else there is.
fn beside(advice: &Advice) -> Option<&'static Advice> {
    let manager = advice.answers.has(Fact::Manager);
    ADVICE.iter().find(|advice| manager && advice.answers.has(Fact::BesideManager))
}

/// The parts of the strains that are raised or near their lines; first those of the one that weighs more.
fn strains(known: &Known, found: &Classification) -> [Facts; 2] {
    let (b, c) = (found.burnout, found.compassion_fatigue);
    let weight = |verdict: StrainVerdict, parts: Facts| {
        let highest = known.calls.and(parts).heaviest(&known.weights).map_or(0, |(most, _)| most);
        (verdict.is_clearly_above(), highest)
    };
    let suffering = match found.lead {
        Some(lead) => lead == Construct::CompassionFatigue,
        None => weight(c, Facts::COMPASSION_FATIGUE) > weight(b, Facts::BURNOUT),
    };
    let at_play = |verdict: StrainVerdict, parts| {
        if verdict.is_near() || verdict.is_clearly_above() { parts } else { Facts::NONE }
    };
    let burnout = at_play(b, Facts::BURNOUT);
    let compassion_fatigue = at_play(c, Facts::COMPASSION_FATIGUE);
    if suffering { [compassion_fatigue, burnout] } else { [burnout, compassion_fatigue] }
}

/// The first steps for the answers of one person.
#[must_use]
pub fn first_steps(
    profiled: Profiled<'_>,
    responses: &Responses,
    role: Option<Role>,
    found: &Classification,
) -> [Step; FIRST_STEPS] {
    Guidance::new(profiled, responses, role, found).first_steps()
}
