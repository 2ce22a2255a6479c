//! A person made by hand for tests of advice: what is answered, read from the words of the instrument's document
//! and not from the code that is tested.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "each test takes what it needs, and a broken helper must stop the test"
)]

use std::rc::Rc;

use burnout_screener::guidance::{Because, FIRST_STEPS, Guidance, Step};
use burnout_screener::instrument::Instrument;
use burnout_screener::profile::{Classification, classify};
use burnout_screener::response::Responses;
use burnout_screener::session::Role;

use crate::common::{built_in, item, profiled, say, set_keyed};

pub(crate) const LOAD: [&str; 3] = ["exhaustion", "distance", "effectiveness"];
pub(crate) const SUFFERING: [&str; 3] = ["intrusion", "avoidance", "alarm"];
pub(crate) const PARTS: [&str; 6] =
    ["exhaustion", "distance", "effectiveness", "intrusion", "avoidance", "alarm"];

/// The items of each part, those of the bank last, with the number of the others.
fn items(part: &str) -> (&'static [&'static str], usize) {
    match part {
        "exhaustion" => (
            &[
                "exhausted_despite_rest",
                "used_up_rest",
                "tired_after_sleep",
                "last_of_strength",
                "ran_out_of_strength",
                "strength_for_own_life",
                "small_tasks_too_much",
            ],
            5,
        ),
        "distance" => (
            &[
                "dread_at_thought",
                "saw_little_meaning",
                "felt_bitter",
                "wished_far_away",
                "far_from_what_matters",
                "wished_to_give_up",
            ],
            4,
        ),
        "effectiveness" => (
            &[
                "managed_main_things",
                "felt_done_badly",
                "below_own_standard",
                "trusted_myself",
                "felt_little_use",
            ],
            3,
        ),
        "intrusion" => (
            &[
                "saw_again_in_mind",
                "heard_again_in_mind",
                "suffering_filled_thoughts",
                "spoiled_good_moments",
                "suffering_when_resting",
                "suffering_stayed_for_hours",
            ],
            4,
        ),
        "avoidance" => (
            &[
                "reasons_to_be_away",
                "put_off_seeing_suffering",
                "did_things_to_forget",
                "went_away_from_suffering",
                "ended_talk_of_suffering",
            ],
            3,
        ),
        "alarm" => (
            &[
                "tense_after_suffering",
                "guilty_about_suffering",
                "helpless_about_suffering",
                "world_felt_unsafe",
                "wrong_to_enjoy_life",
            ],
            3,
        ),
        "tired" => (&["sleepy_when_needed_awake", "tiredness_slowed_me"], 2),
        "recovery" => (&["rested_on_getting_up", "energy_after_a_rest"], 2),
        _ => panic!("no part {part}"),
    }
}

/// The part that a reason speaks of; else the reason itself.
pub(crate) fn strain_of(because: &'static str) -> &'static str {
    match because {
        "guilt" | "helpless" => "alarm",
        "hard_things" => "intrusion",
        "keeps_away" => "avoidance",
        other => other,
    }
}

/// What the message of a reason is called, after `because.`.
pub(crate) fn id(because: Because) -> &'static str {
    because.message().key().strip_prefix("because.").unwrap()
}

/// Somebody who answers.
#[derive(Clone)]
pub(crate) struct Person {
    instrument: Rc<Instrument>,
    pub(crate) responses: Responses,
    pub(crate) role: Option<Role>,
}

impl Person {
    /// Answers the questions of everybody, as somebody who is well.
    pub(crate) fn well() -> Self {
        let instrument = built_in();
        let mut responses = Responses::new(&instrument);
        for place in instrument.core() {
            set_keyed(&instrument, &mut responses, place, 0);
        }
        let mut person = Self { instrument: Rc::new(instrument), responses, role: None };
        person.part("recovery", 4);
        for carries in
            ["saw_it_helped", "felt_right_to_do", "support_from_others", "mind_could_rest"]
        {
            person.answer(carries, 4);
        }
        person
    }

    pub(crate) fn of(responses: Responses, role: Option<Role>) -> Self {
        Self { instrument: Rc::new(built_in()), responses, role }
    }

    /// Answers an item so that it adds this.
    pub(crate) fn answer(&mut self, id: &str, keyed: u8) {
        let place = item(&self.instrument, id);
        set_keyed(&self.instrument, &mut self.responses, place, keyed);
    }

    /// Answers what everybody is asked of a part so that each adds this.
    pub(crate) fn part(&mut self, part: &str, keyed: u8) {
        let (ids, core) = items(part);
        ids[..core].iter().for_each(|id| self.answer(id, keyed));
    }

    /// Answers also what carries them, whether rest helps, and the bank, where something is given for it.
    pub(crate) fn answer_more(&mut self, more: &[Option<u8>]) {
        let carries =
            ["saw_it_helped", "felt_right_to_do", "support_from_others", "mind_could_rest"];
        let bank = PARTS.iter().flat_map(|part| {
            let (ids, core) = items(part);
            ids[core..].iter()
        });
        let ids = carries.iter().chain(items("recovery").0).chain(bank);
        for (id, &keyed) in ids.zip(more) {
            keyed.into_iter().for_each(|keyed| self.answer(id, keyed));
        }
    }

    /// Leaves a part out.
    pub(crate) fn leave_out(&mut self, part: &str) {
        for id in items(part).0 {
            let place = item(&self.instrument, id);
            self.responses.set_item(&self.instrument, place, None);
        }
    }

    /// Leaves out all of both strains except the first item of each part.
    pub(crate) fn parts_but_one_left_out(&mut self) {
        for part in PARTS {
            for id in &items(part).0[1..] {
                let place = item(&self.instrument, id);
                self.responses.set_item(&self.instrument, place, None);
            }
        }
    }

    pub(crate) fn say(&mut self, question: &str, option: &str) {
        say(&self.instrument, &mut self.responses, question, option);
    }

    pub(crate) fn tick(&mut self, signs: Option<&[usize]>) {
        self.responses.set_signs(&self.instrument, signs);
    }

    pub(crate) fn found(&self) -> Classification {
        classify(profiled(&self.instrument), &self.responses)
    }

    pub(crate) fn guidance<T>(&self, of: impl FnOnce(&Guidance) -> T) -> T {
        let profiled = profiled(&self.instrument);
        of(&Guidance::new(profiled, &self.responses, self.role, &self.found()))
    }

    pub(crate) fn steps(&self) -> [Step; FIRST_STEPS] {
        self.guidance(Guidance::first_steps)
    }

    pub(crate) fn best(&self) -> Vec<Step> {
        self.guidance(Guidance::best)
    }

    /// What an answer adds: 0 for the lowest there is, 4 for the highest.
    pub(crate) fn value(&self, id: &str) -> Option<u8> {
        let option = self.responses.item(item(&self.instrument, id))?;
        let reversed = matches!(id, "managed_main_things" | "trusted_myself");
        Some(if reversed { 4 - option } else { option })
    }

    /// The mean of what is answered of a part, 0–100.
    pub(crate) fn mean(&self, part: &str) -> Option<f64> {
        let values: Vec<f64> =
            items(part).0.iter().filter_map(|id| self.value(id)).map(f64::from).collect();
        (!values.is_empty()).then(|| 25.0 * values.iter().sum::<f64>() / values.len() as f64)
    }

    pub(crate) fn says(&self, question: &str, option: &str) -> bool {
        let context = self.instrument.context();
        let place = context.iter().position(|asked| asked.id == question).unwrap();
        let chosen = self.responses.context(place);
        chosen.is_some_and(|chosen| context[place].options[usize::from(chosen)].id == option)
    }

    pub(crate) fn ticked(&self, id: &str) -> bool {
        let place = self.instrument.signs().iter().position(|sign| sign.id == id).unwrap();
        self.responses.sign(place) == Some(true)
    }

    /// Whether the answers bear a reason out, as its own words would have it.
    pub(crate) fn bears_out(&self, because: &str) -> bool {
        let half = |part: &str| self.mean(part).is_some_and(|mean| mean >= 50.0);
        let often = |ids: &[&str]| ids.iter().any(|id| self.value(id) >= Some(3));
        let rarely = |id: &str| self.value(id).is_some_and(|value| value <= 1);
        let never_meets = self.says("exposure", "never");
        let tired = self.mean("tired").is_some_and(|mean| mean >= 62.5);
        let rest = self.mean("recovery");
        match because {
            "exhaustion" | "distance" | "effectiveness" => half(because),
            "intrusion" | "avoidance" => half(because) && !never_meets,
            "hard_things" => half("intrusion") && never_meets,
            "keeps_away" => half("avoidance") && never_meets,
            "alarm" => often(&["tense_after_suffering", "world_felt_unsafe"]),
            "guilt" => often(&["guilty_about_suffering", "wrong_to_enjoy_life"]),
            "helpless" => often(&["helpless_about_suffering"]),
            "rest_helps" => tired && rest >= Some(62.5),
            "rest_in_part" => tired && rest > Some(37.5) && rest < Some(62.5),
            "rest_fails" => rest.is_some_and(|rest| rest <= 37.5),
            "low_support" => rarely("support_from_others"),
            "busy_mind" => rarely("mind_could_rest"),
            "good_unseen" => rarely("saw_it_helped"),
            "load" | "suffering" | "own_life" => self.says("cause", because),
            "impact" => self.says("impact", "much") || self.says("impact", "very_much"),
            "duration" => ["one_to_six_months", "over_six_months"]
                .iter()
                .any(|option| self.says("duration", option)),
            "drawing_back" | "drinking" | "eating_screens" | "poor_sleep" => self.ticked(because),
            "most_roles" => true,
            _ => false,
        }
    }

    /// Everything about them, for the message of a test that fails.
    pub(crate) fn told(&self) -> String {
        let parts = PARTS.iter().chain(&["tired", "recovery"]);
        let parts: Vec<String> =
            parts.map(|part| format!("{part} {:?}", self.mean(part).map(f64::round))).collect();
        let found = self.found();
        let context: Vec<Option<u8>> = (0..self.instrument.context().len())
            .map(|place| self.responses.context(place))
            .collect();
        format!("{} {:?} {} context {context:?}", found.finding.name(), self.role, parts.join(", "))
    }
}
