//! Named people with the sentences that each must be told, and those that nobody like them may be told. The
//! first nine are the ones that the first version of the questions got wrong.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot read what it tests must fail"
)]

mod common;

use burnout_screener::session::Role;
use common::person::{BURNOUT, Person, SUFFERING, is_bank, is_reversed, items_of};
use common::told::Teller;

/// Tells a person what they are told, and looks for what must and what must not be in it.
#[track_caller]
fn hears(person: &Person, must: &[&str], must_not: &[&str]) {
    let told = Teller::new().tell(person).all();
    for text in must {
        assert!(told.contains(text), "“{text}” is missing in:\n{told}");
    }
    for text in must_not {
        assert!(!told.contains(text), "“{text}” is said in:\n{told}");
    }
}

/// Every core item of a strain answered so that together they add so much, as evenly as can be.
fn with_sum(person: Person, parts: [&str; 3], sum: usize) -> Person {
    let items = parts.iter().flat_map(|part| items_of(part)).filter(|id| !is_bank(id));
    let items: Vec<String> = items.collect();
    let (each, more) = (sum / items.len(), sum % items.len());
    items.iter().enumerate().fold(person, |person, (place, id)| {
        let keyed = u8::try_from(each + usize::from(place < more)).unwrap();
        person.item(id, if is_reversed(id) { 4 - keyed } else { keyed })
    })
}

fn nurse() -> Person {
    Person::well().role(Role::Work).say("exposure", "often")
}

fn carer() -> Person {
    Person::well().role(Role::Caring).say("exposure", "nearly_always")
}

const SUGGESTED: &str = "It is a good time to talk with a professional.";

#[test]
fn tired_for_months_and_never_rested_is_worn_out_and_sent_to_a_doctor() {
    let person = nurse()
        .part("tired", 4)
        .part("recovery", 0)
        .say("duration", "over_six_months")
        .say("impact", "very_much");
    hears(
        &person,
        &[
            "you are worn out, and rest does not help.",
            "do not point to your work",
            "see a doctor first",
            SUGGESTED,
            "it gets very much in the way",
            "Tiredness: tired; rest does not help",
        ],
        &["rest helps", "close to the line", "no notable strain"],
    );
}

#[test]
fn a_good_sleeper_who_is_tired_sometimes_has_no_notable_strain() {
    hears(
        &nurse().part("tired", 2),
        &["no notable strain", "somewhat tired", "rest helps"],
        &["you are tired", SUGGESTED],
    );
}

#[test]
fn exhaustion_alone_at_the_top_stands_out_and_is_no_everyday_tiredness() {
    hears(
        &nurse().part("exhaustion", 4).part("recovery", 0).say("duration", "over_six_months"),
        &[
            "One thing stands out: worn out from your work, even after rest.",
            "Burnout: clearly below the line",
            SUGGESTED,
            "It has lasted for more than four weeks.",
            "how work is set up",
        ],
        &["everyday tiredness", "rest helps", "no notable strain"],
    );
}

#[test]
fn alarm_guilt_and_helplessness_alone_stand_out_and_lead_to_help_with_trauma() {
    hears(
        &nurse().part("alarm", 4).part("recovery", 1),
        &["One thing stands out: alarm, guilt or feeling helpless.", "trained in trauma"],
        &["no notable strain", "rest helps"],
    );
}

#[test]
fn everything_at_the_top_with_the_reversed_item_skipped_is_both_and_clear() {
    hears(
        &Person::answering(4).say("exposure", "often").skip("managed_main_things"),
        &["point to burnout and to compassion fatigue.", "Fairly sure."],
        &["not enough", "too few", "still open"],
    );
}

#[test]
fn off_sick_with_nothing_of_the_work_but_much_in_the_way_is_led_by_that() {
    hears(
        &nurse().part("tired", 2).part("recovery", 2).say("impact", "very_much"),
        &["Something gets in your way, and that counts.", "A doctor can look wider.", SUGGESTED],
        &["no notable strain", "close to the line"],
    );
    let instrument = common::built_in();
    let texts = common::english_texts(&instrument);
    let block = instrument.blocks().iter().position(|block| block.id == "helping").unwrap();
    let mut hints = texts.hints(block, Role::Work.voice());
    assert!(hints.any(|hint| hint.contains("the last 4 weeks in which you worked")));
}

#[test]
fn a_content_volunteer_of_one_day_a_week_is_quoted_nothing_as_a_sign() {
    let person = Person::well().role(Role::Volunteer).say("exposure", "sometimes");
    hears(&person, &["no notable strain", "It felt right to me"], &["your work", SUGGESTED]);
    assert!(Teller::new().tell(&person).quotes.is_empty());
}

#[test]
fn that_meeting_no_suffering_would_change_the_result_is_said() {
    let person = nurse().strain(SUFFERING, 4);
    hears(&person, &["point to compassion fatigue."], &["point to burnout"]);
    let said = Teller::new().one_changed(&person).unwrap();
    assert!(said.contains("Another answer to this question"), "{said}");
    assert!(said.contains("how often do you see or hear about suffering?"), "{said}");
}

#[test]
fn just_above_both_lines_for_half_a_year_is_told_of_a_professional() {
    let person = with_sum(with_sum(nurse(), BURNOUT, 27), SUFFERING, 17);
    hears(
        &person.say("duration", "over_six_months"),
        &[
            "Your answers lie close to both lines.",
            "Burnout: just above the line",
            SUGGESTED,
            "It has lasted for more than four weeks.",
        ],
        &["clearly raised"],
    );
}

#[test]
fn a_nurse_on_night_shifts_who_recovers_is_tired_as_people_are() {
    hears(
        &nurse().item("sleepy_when_needed_awake", 4).item("tiredness_slowed_me", 3),
        &["everyday tiredness", "Tiredness: tired; rest helps"],
        &["point to burnout", "your job", SUGGESTED],
    );
}

#[test]
fn a_volunteer_of_one_day_a_week_can_be_burned_out_by_it() {
    hears(
        &Person::well().strain(BURNOUT, 3).role(Role::Volunteer).say("exposure", "sometimes"),
        &["point to burnout.", "They name helping as the source", "how help is set up"],
        &["your work", "caring as the source"],
    );
}

#[test]
fn a_carer_of_a_dying_parent_is_told_of_grief() {
    hears(
        &carer().strain(SUFFERING, 3).strain(BURNOUT, 1),
        &["point to compassion fatigue.", "grief can raise these answers", "go on caring"],
        &["urnout", "leaving your work", "supervision"],
    );
}

#[test]
fn on_sick_leave_for_months_burnout_is_named_and_a_person_comes_first() {
    let person = nurse().strain(BURNOUT, 4).part("tired", 3).part("recovery", 1);
    hears(
        &person.say("duration", "one_to_six_months").say("impact", "very_much"),
        &[
            "point to burnout.",
            "it gets very much in the way. So the first step is a person",
            "not a personal failure",
            "that need not mean leaving",
            SUGGESTED,
        ],
        &["everyday tiredness", "compassion fatigue too"],
    );
}

#[test]
fn a_healthy_helper_hears_what_carries_them_and_of_no_doctor() {
    hears(
        &nurse().say("duration", "under_two_weeks").say("impact", "none"),
        &["no notable strain", "things that carry you", "Fairly sure."],
        &[SUGGESTED, "ask a doctor", "could be either", "does not cancel strain"],
    );
}

#[test]
fn an_overextended_helper_is_told_what_stands_out_before_it_is_burnout() {
    hears(
        &nurse().part("exhaustion", 3).say("duration", "two_to_four_weeks"),
        &["One thing stands out: worn out from your work, even after rest.", "what shows first"],
        &["no notable strain", "point to burnout", SUGGESTED],
    );
}

#[test]
fn a_lone_carer_hears_that_no_one_person_can_carry_it() {
    let person = carer().part("exhaustion", 3).part("distance", 2).part("effectiveness", 3);
    hears(
        &person.item("support_from_others", 0).item("mind_could_rest", 0),
        &[
            "point to caregiving exhaustion.",
            "Caregiving exhaustion: clearly raised",
            "You rarely or never get support from others.",
            "Your mind rarely or never gets to rest from caring.",
            "No one person can carry this for ever.",
        ],
        &["urnout", "how work is set up"],
    );
}

#[test]
fn a_first_responder_is_told_of_help_with_trauma_and_not_of_grief() {
    hears(
        &nurse().part("intrusion", 4).part("avoidance", 3).part("alarm", 2),
        &["point to compassion fatigue.", "secondary trauma", "trained in trauma"],
        &["grief", "point to burnout"],
    );
}

#[test]
fn a_teacher_whose_work_goes_against_the_conscience_is_not_left_with_self_care() {
    let person = nurse().part("distance", 4).part("exhaustion", 2).part("effectiveness", 2);
    hears(
        &person.say("exposure", "rarely").say("cause", "load"),
        &["point to burnout.", "You also named this as what weighs", "more than self-care alone"],
        &["You named something else"],
    );
}

#[test]
fn somebody_who_ticked_drinking_hears_of_a_doctor_without_blame() {
    hears(
        &nurse().tick("drinking"),
        &["no notable strain", SUGGESTED, "without blame"],
        &["gets in the way a lot"],
    );
}

#[test]
fn somebody_who_agrees_with_everything_is_asked_softly_to_look_again() {
    hears(
        &Person::answering(4).say("exposure", "often"),
        &["and to burnout too.", "Nearly all your answers are alike"],
        &["no notable strain"],
    );
}

#[test]
fn everything_in_the_middle_is_close_to_both_lines() {
    hears(
        &Person::answering(2).say("exposure", "sometimes"),
        &["close to both lines", "Either could be true", "somewhat tired; rest helps in part"],
        &["clearly raised", "clearly below", SUGGESTED, "Fairly sure"],
    );
}

#[test]
fn a_new_starter_of_two_weeks_is_not_sent_away_yet() {
    hears(
        &with_sum(nurse(), BURNOUT, 25).say("duration", "under_two_weeks"),
        &["close to the line for burnout", "or lasts for more than four weeks"],
        &[SUGGESTED, "has lasted"],
    );
}

#[test]
fn strain_in_somebody_who_never_meets_suffering_is_not_given_its_name() {
    hears(
        &with_sum(nurse(), BURNOUT, 25).strain(SUFFERING, 4).say("exposure", "never"),
        &[
            "Your answers show strain that is worth talking through.",
            "Burnout could be either.",
            "Strain worth talking through: clearly raised",
            SUGGESTED,
        ],
        &["ompassion fatigue", "secondary trauma"],
    );
}

#[test]
fn a_few_answers_are_not_enough_and_it_is_said_how_many_would_be() {
    hears(
        &Person::default().item("felt_bitter", 3).item("rested_on_getting_up", 3),
        &["not enough answers to tell yet", "10 more can be enough", "that is fine"],
        &["no notable strain", "Fairly sure", SUGGESTED],
    );
}
