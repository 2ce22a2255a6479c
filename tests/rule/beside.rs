//! What joins a result: whom to see, distress, the cause that is named, the answers that are quoted.

use burnout_screener::carelessness::is_nearly_alike;
use burnout_screener::profile::{
    Agreement, Classification, ProfessionalHelp, agreement, carries, is_distress, more_needed,
    professional, strongest_answers,
};
use burnout_screener::response::Responses;

use crate::built_in;
use crate::common::person::{BURNOUT, Person, SUFFERING, core, is_reversed, items_of};
use crate::common::{classify, item, profiled};
use crate::strain::{STRAINS, with_sum};

/// What comes of a person's answers.
fn of<T>(person: &Person, what: impl Fn(&Responses, &Classification) -> T) -> T {
    let instrument = built_in();
    let responses = person.responses(instrument);
    what(&responses, &classify(instrument, &responses))
}

fn help(person: &Person) -> ProfessionalHelp {
    let instrument = built_in();
    of(person, |responses, found| professional(profiled(instrument), responses, found))
}

fn reasons(person: &Person) -> Vec<&'static str> {
    help(person).reasons().iter().map(|reason| reason.name()).collect()
}

fn exposed() -> Person {
    Person::well().say("exposure", "often").say("duration", "under_two_weeks")
}

#[test]
fn a_professional_is_suggested_for_each_reason_and_for_several_in_order() {
    let [b, c] = &STRAINS;
    let long = |person: Person| person.say("duration", "one_to_six_months");
    assert_eq!(reasons(&long(exposed())), Vec::<&str>::new());
    let at_the_line = with_sum(exposed(), &b.core(), 24);
    assert_eq!(reasons(&long(at_the_line.clone())), ["duration"]);
    assert_eq!(reasons(&at_the_line), Vec::<&str>::new());
    let just_below = with_sum(exposed(), &b.core(), 23);
    assert_eq!(reasons(&long(just_below)), Vec::<&str>::new());
    assert_eq!(reasons(&long(exposed().part("alarm", 4))), ["part_duration"]);
    for impact in ["much", "very_much"] {
        assert_eq!(reasons(&exposed().say("impact", impact)), ["impact"]);
    }
    assert_eq!(reasons(&exposed().part("tired", 4).part("recovery", 0)), ["rest"]);
    assert_eq!(reasons(&exposed().part("tired", 2).part("recovery", 0)), ["rest"]);
    assert_eq!(reasons(&exposed().part("recovery", 0)), Vec::<&str>::new());
    assert_eq!(reasons(&exposed().part("recovery", 0).part("alarm", 4)), ["rest"]);
    let never = with_sum(exposed(), &c.core(), 16).say("exposure", "never");
    assert_eq!(reasons(&never), ["exposure"]);
    assert_eq!(reasons(&exposed().tick("drinking")), ["drinking"]);
    let all = exposed().strain(BURNOUT, 4).part("intrusion", 3).part("avoidance", 0);
    let all = with_sum(all, &items_of("alarm")[..3], 4).part("tired", 4).part("recovery", 0);
    let all = long(all).say("impact", "much").say("exposure", "never").tick("drinking");
    assert_eq!(
        reasons(&all),
        ["duration", "part_duration", "impact", "rest", "exposure", "drinking"]
    );
}

#[test]
fn where_the_duration_is_left_out_and_a_strain_is_raised_that_is_said() {
    let raised = Person::well().say("exposure", "often").strain(BURNOUT, 4);
    assert_eq!(help(&raised), ProfessionalHelp::DurationLeftOut);
    let short = raised.say("duration", "two_to_four_weeks");
    assert_eq!(help(&short), ProfessionalHelp::General);
    assert_eq!(help(&Person::well()), ProfessionalHelp::General);
}

#[test]
fn distress_needs_both_strains_clearly_above_and_tiredness() {
    let all = exposed().strain(BURNOUT, 4).strain(SUFFERING, 4).part("tired", 4);
    let distress = |person: &Person| of(person, |_, found| is_distress(found));
    assert!(distress(&all));
    assert!(!distress(&all.clone().part("tired", 2)));
    assert!(!distress(&all.clone().strain(BURNOUT, 2)));
    assert!(!distress(&all.strain(SUFFERING, 0)));
}

#[test]
fn the_cause_that_is_named_agrees_differs_or_says_nothing() {
    let instrument = built_in();
    let said = |person: &Person, cause: &str| {
        let person = person.clone().say("cause", cause);
        of(&person, |responses, found| agreement(profiled(instrument), responses, found))
    };
    use Agreement::{Agrees, Differs, OwnLife, Unsaid};
    let burnout = exposed().strain(BURNOUT, 4);
    let suffering = exposed().strain(SUFFERING, 4);
    let both = exposed().strain(BURNOUT, 4).strain(SUFFERING, 4);
    let burnout_leads = exposed().strain(BURNOUT, 4);
    let burnout_leads = with_sum(burnout_leads, &STRAINS[1].core(), 22);
    let suffering_leads = exposed().strain(SUFFERING, 4);
    let suffering_leads = with_sum(suffering_leads, &STRAINS[0].core(), 30);
    let table = [
        (exposed(), [Unsaid, Unsaid, Unsaid]),
        (burnout.clone(), [Agrees, Differs, Unsaid]),
        (suffering.clone(), [Differs, Agrees, Unsaid]),
        (both.clone(), [Unsaid, Unsaid, Agrees]),
        (burnout_leads, [Agrees, Unsaid, Agrees]),
        (suffering_leads, [Unsaid, Agrees, Agrees]),
        (suffering.say("exposure", "never"), [Differs, Unsaid, Unsaid]),
        (both.say("exposure", "never"), [Unsaid, Unsaid, Unsaid]),
    ];
    for (place, (person, row)) in table.into_iter().enumerate() {
        for (cause, expected) in ["load", "suffering", "both"].into_iter().zip(row) {
            assert_eq!(said(&person, cause), expected, "row {place}, {cause}");
        }
        assert_eq!(said(&person, "own_life"), OwnLife);
        assert_eq!(said(&person, "none"), Unsaid);
    }
    // What is open differs from nothing.
    let open = SUFFERING.iter().flat_map(|part| items_of(part)).filter(|id| core().contains(id));
    let open = open.fold(burnout, |person, id| person.skip(&id));
    assert_eq!(said(&open, "suffering"), Unsaid);
}

/// The ids of the answers that are quoted.
fn quoted(person: &Person, most: usize) -> Vec<String> {
    let instrument = built_in();
    let places = of(person, |responses, found| {
        strongest_answers(profiled(instrument), responses, found, most)
    });
    places.into_iter().map(|reason| instrument.items()[reason.item].id.clone()).collect()
}

fn are_all_of(ids: &[String], parts: &[&str]) -> bool {
    let known: Vec<String> = parts.iter().flat_map(|part| items_of(part)).collect();
    !ids.is_empty() && ids.iter().all(|id| known.contains(id))
}

#[test]
fn answers_are_quoted_of_what_the_result_is_about() {
    let burnout = exposed().strain(BURNOUT, 4).part("alarm", 4).part("tired", 4);
    assert!(are_all_of(&quoted(&burnout, 99), &BURNOUT));
    let near = with_sum(exposed().part("tired", 4), &STRAINS[1].core(), 16);
    assert!(are_all_of(&quoted(&near, 99), &SUFFERING));
    let part = exposed().part("alarm", 4).part("tired", 4);
    assert!(are_all_of(&quoted(&part, 99), &["alarm"]));
    let watched = with_sum(exposed().part("tired", 4), &items_of("alarm")[..3], 8);
    // Both stand in its headline: the part is quoted first, and then tiredness.
    assert!(are_all_of(&quoted(&watched, 3), &["alarm"]));
    assert!(are_all_of(&quoted(&watched, 99), &["alarm", "tired"]));
    // What the headline does not name is not quoted: here burnout is open.
    let open = with_sum(Person::default(), &items_of("exhaustion")[..2], 5);
    let open = with_sum(open, &STRAINS[1].core(), 0);
    assert!(of(&open, |_, found| found.burnout.is_open() && !found.watched.is_empty()));
    assert!(quoted(&open, 99).is_empty());
    let tired = exposed().part("tired", 3);
    assert!(are_all_of(&quoted(&tired, 99), &["tired"]));
    let worn_out = quoted(&exposed().part("tired", 3).part("recovery", 1), 99);
    assert_eq!(worn_out.len(), 4);
    assert!(are_all_of(&worn_out, &["tired", "recovery"]));
}

#[test]
fn nothing_is_quoted_where_nothing_stands_out_and_no_answer_below_sometimes() {
    let content = exposed().strain(BURNOUT, 1).part("tired", 2);
    assert_eq!(quoted(&content, 99), Vec::<String>::new());
    let [b, _] = &STRAINS;
    let person = with_sum(exposed(), &b.core()[..8], 32);
    let person = with_sum(person, &b.core()[8..], 4);
    let quoted = quoted(&person, 99);
    assert_eq!(quoted.len(), 8, "{quoted:?}");
}

#[test]
fn the_strongest_come_first_and_parts_take_turns_among_equals() {
    let three = quoted(&exposed().strain(BURNOUT, 4), 3);
    for part in BURNOUT {
        assert_eq!(three.iter().filter(|id| items_of(part).contains(id)).count(), 1);
    }
    let person = exposed().strain(BURNOUT, 3).item("felt_bitter", 4);
    assert_eq!(quoted(&person, 1), ["felt_bitter"]);
}

#[test]
fn how_many_more_answers_are_needed_is_what_the_half_rule_lacks() {
    let instrument = built_in();
    let more = |person: &Person| more_needed(profiled(instrument), &person.responses(instrument));
    assert_eq!(more(&Person::default()), 6 + 5);
    assert_eq!(more(&exposed()), 0);
    let [b, c] = &STRAINS;
    let judged = with_sum(Person::default(), &c.core(), 0);
    assert_eq!(more(&with_sum(judged.clone(), &b.core()[..4], 8)), 2);
    // Two parts are complete and the third has no answer.
    let two = with_sum(judged, &items_of("exhaustion")[..5], 10);
    let two = with_sum(two, &items_of("distance")[..4], 8);
    assert_eq!(more(&two), 1);
    // As many more answers as it says are enough.
    assert_eq!(more(&two.item("felt_done_badly", 2)), 0);
}

#[test]
fn nearly_alike_are_nine_in_ten_of_twenty_or_more() {
    let instrument = built_in();
    let alike = |person: &Person| is_nearly_alike(instrument, &person.responses(instrument));
    let all = core();
    let with = |other: usize, skipped: usize| {
        let person =
            all[..other].iter().fold(Person::answering(2), |person, id| person.item(id, 3));
        all[all.len() - skipped..].iter().fold(person, |person, id| person.skip(id))
    };
    assert!(alike(&with(0, 0)) && alike(&with(3, 0)) && !alike(&with(4, 0)));
    assert!(alike(&with(2, 10)) && !alike(&with(3, 10)));
    assert!(!alike(&with(0, 11)));
}

#[test]
fn what_carries_is_said_from_often_on_and_what_steers_from_rarely_down() {
    let instrument = built_in();
    let person = Person::well().item("felt_right_to_do", 2);
    let person = person.item("support_from_others", 1).item("mind_could_rest", 0);
    let found = carries(profiled(instrument), &person.responses(instrument));
    let places = |ids: &[&str]| ids.iter().map(|id| item(instrument, id)).collect::<Vec<_>>();
    assert_eq!(found.often, places(&["saw_it_helped"]));
    let mut rarely = found.rarely.clone();
    rarely.sort_unstable();
    let mut expected = places(&["support_from_others", "mind_could_rest"]);
    expected.sort_unstable();
    assert_eq!(rarely, expected);
    assert!(found.is_complete);
    // Meaning that is missing asks for no step of its own.
    let person = Person::well().item("saw_it_helped", 0).skip("felt_right_to_do");
    let found = carries(profiled(instrument), &person.responses(instrument));
    assert!(found.rarely.is_empty() && !found.is_complete);
    assert!(!is_reversed("saw_it_helped"));
}
