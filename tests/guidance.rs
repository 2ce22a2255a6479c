//! Each result gets advice that fits it, and the first steps answer what weighs most.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

mod common;

use std::fmt::Write;

use burnout_screener::guidance::{advised_profile, first_steps, pool};
use burnout_screener::instrument::Construct;
use burnout_screener::profile::{Profile, Verdict};
use burnout_screener::response::Responses;
use burnout_screener::session::Role;
use common::{
    any_responses, built_in, cases, classify, facets, profiled, say, set_facet, set_sum, with_sums,
};
use expect_test::expect_file;
use proptest::prelude::*;

use Profile::{Both, Burnout, CompassionFatigue, NoStrain, StrainWithoutExposure, Tiredness};
use Role::{Caring, Work};

#[test]
fn between_two_results_the_advice_is_for_the_one_with_more_strain() {
    assert_eq!(advised_profile(Verdict::Between(Tiredness, Burnout)), Some(Burnout));
    assert_eq!(advised_profile(Verdict::Between(CompassionFatigue, Both)), Some(Both));
    assert_eq!(advised_profile(Verdict::Clear(NoStrain)), Some(NoStrain));
    assert_eq!(advised_profile(Verdict::NotEnough), None);
}

fn steps(responses: &Responses, role: Role) -> [&'static str; 3] {
    let instrument = built_in();
    let found = classify(&instrument, responses);
    first_steps(profiled(&instrument), responses, role, &found)
        .map(|advice| advice.map_or("nothing", |advice| advice.id))
}

/// Responses with these keyed answers throughout each facet, and a clear result.
fn by_facets(parts: &[(&str, u8)], expected: Profile) -> Responses {
    let instrument = built_in();
    let mut responses = with_sums(&instrument, 0, 0, 0);
    for &(facet, keyed) in parts {
        set_facet(&instrument, &mut responses, facet, keyed);
    }
    assert_eq!(classify(&instrument, &responses).verdict, Verdict::Clear(expected));
    responses
}

/// Every highest facet of every profile, in each role, with each stated cause: what a person is told to do first.
///
/// `UPDATE_EXPECT=1 cargo test --test guidance` writes the file anew.
#[test]
fn the_first_steps_are_those_of_the_golden_file() {
    const BURNOUT: [&str; 3] = ["exhaustion", "distance", "effectiveness"];
    const STRAIN: [&str; 3] = ["intrusion", "avoidance", "alarm"];
    let instrument = built_in();
    let mut cases: Vec<(Profile, String, Responses)> = Vec::new();
    let facets = |high: &[&str], highest: &[&str]| -> Responses {
        let mut responses = with_sums(&instrument, 0, 0, 0);
        for facet in high {
            let keyed = if highest.contains(facet) { 4 } else { 3 };
            set_facet(&instrument, &mut responses, facet, keyed);
        }
        responses
    };
    cases.push((NoStrain, "-".to_owned(), facets(&[], &[])));
    cases.push((Tiredness, "-".to_owned(), facets(&["tired", "recovery"], &["tired", "recovery"])));
    for highest in BURNOUT {
        cases.push((Burnout, highest.to_owned(), facets(&BURNOUT, &[highest])));
    }
    for highest in STRAIN {
        cases.push((CompassionFatigue, highest.to_owned(), facets(&STRAIN, &[highest])));
        let mut responses = facets(&STRAIN, &[highest]);
        say(&instrument, &mut responses, "exposure", "never");
        cases.push((StrainWithoutExposure, highest.to_owned(), responses));
    }
    for burnout in BURNOUT {
        for strain in STRAIN {
            let high = [BURNOUT, STRAIN].concat();
            let name = format!("{burnout} + {strain}");
            cases.push((Both, name, facets(&high, &[burnout, strain])));
        }
    }
    let mut table = String::new();
    for (profile, highest, responses) in cases {
        let found = classify(&instrument, &responses).verdict;
        assert_eq!(found, Verdict::Clear(profile), "{highest}");
        for role in Role::ALL {
            for cause in ["load", "suffering", "both", "other"] {
                let mut responses = responses.clone();
                say(&instrument, &mut responses, "cause", cause);
                let steps = steps(&responses, role).join(", ");
                writeln!(table, "{profile:?} | {highest} | {role:?} | {cause} | {steps}").unwrap();
            }
        }
    }
    expect_file!["golden/first-steps.txt"].assert_eq(&table);
}

#[test]
fn in_burnout_the_highest_part_decides() {
    for (exhaustion, distance, effectiveness, at_work, at_home) in [
        (
            4,
            3,
            3,
            ["leave-one-task", "end-of-day", "say-it-is-too-much"],
            ["leave-one-task", "carer-hour", "share-the-load"],
        ),
        (
            3,
            4,
            3,
            ["worth-it", "why-you-began", "talk-to-a-peer"],
            ["worth-it", "why-you-began", "share-the-load"],
        ),
        (
            3,
            3,
            4,
            ["one-thing-done", "paperwork", "talk-to-a-peer"],
            ["one-thing-done", "forms-help", "own-counsel"],
        ),
    ] {
        let parts =
            [("exhaustion", exhaustion), ("distance", distance), ("effectiveness", effectiveness)];
        let responses = by_facets(&parts, Burnout);
        assert_eq!(steps(&responses, Work), at_work);
        assert_eq!(steps(&responses, Caring), at_home);
    }
}

#[test]
fn in_compassion_fatigue_the_highest_part_decides() {
    for (intrusion, avoidance, alarm, at_work, at_home) in [
        (
            4,
            3,
            3,
            ["come-back-to-the-room", "closing-ritual", "supervision"],
            ["come-back-to-the-room", "closing-ritual", "trauma-help"],
        ),
        (
            3,
            4,
            3,
            ["one-small-approach", "mix-your-days", "supervision"],
            ["one-small-approach", "ask-what-is-needed", "carers-group"],
        ),
        (
            3,
            3,
            4,
            ["kind-words", "yours-to-carry", "peer-group"],
            ["kind-words", "yours-to-carry", "carers-group"],
        ),
    ] {
        let parts = [("intrusion", intrusion), ("avoidance", avoidance), ("alarm", alarm)];
        let responses = by_facets(&parts, CompassionFatigue);
        assert_eq!(steps(&responses, Work), at_work);
        assert_eq!(steps(&responses, Caring), at_home);
    }
}

#[test]
fn in_one_strain_alone_a_part_of_the_other_never_decides() {
    let exhausted = [("exhaustion", 3), ("distance", 2), ("effectiveness", 2)];
    let alarmed = by_facets(&[&exhausted[..], &[("alarm", 4)]].concat(), Burnout);
    assert_eq!(steps(&alarmed, Work), steps(&by_facets(&exhausted, Burnout), Work));
    assert_eq!(steps(&alarmed, Caring), steps(&by_facets(&exhausted, Burnout), Caring));
    let intruded = [("intrusion", 3), ("avoidance", 2), ("alarm", 2)];
    let distant = by_facets(&[&intruded[..], &[("distance", 4)]].concat(), CompassionFatigue);
    assert_eq!(steps(&distant, Work), steps(&by_facets(&intruded, CompassionFatigue), Work));
    assert_eq!(steps(&distant, Caring), steps(&by_facets(&intruded, CompassionFatigue), Caring));
}

#[test]
fn without_exposure_the_advice_is_to_steady_oneself_and_to_talk_it_through() {
    let instrument = built_in();
    let mut responses = with_sums(&instrument, 0, 0, 0);
    say(&instrument, &mut responses, "exposure", "never");
    for (intrusion, alarm, today, others) in
        [(4, 3, "come-back-to-the-room", "trauma-help"), (3, 4, "slow-breath", "own-counsel")]
    {
        set_facet(&instrument, &mut responses, "intrusion", intrusion);
        set_facet(&instrument, &mut responses, "alarm", alarm);
        let found = classify(&instrument, &responses).verdict;
        assert_eq!(found, Verdict::Clear(StrainWithoutExposure));
        assert_eq!(steps(&responses, Work), [today, "note-it-down", others]);
    }
}

#[test]
fn with_too_few_answers_only_what_is_for_anyone_is_given() {
    for role in Role::ALL {
        let given = steps(&Responses::new(&built_in()), role);
        assert_eq!(given, ["be-gentle", "note-it-down", "talk-it-through"]);
    }
}

#[test]
fn in_both_the_strain_that_leads_goes_first_and_the_second_step_is_for_the_other() {
    let instrument = built_in();
    // Burnout 75 throughout; compassion fatigue 50 with intrusion at 100.
    let mut burnout_leads = with_sums(&instrument, 36, 0, 8);
    set_facet(&instrument, &mut burnout_leads, "intrusion", 4);
    common::set_keyed(
        &instrument,
        &mut burnout_leads,
        common::item(&instrument, "changed_subject"),
        4,
    );
    let found = classify(&instrument, &burnout_leads);
    assert_eq!((found.verdict, found.lead), (Verdict::Clear(Both), Some(Construct::Burnout)));
    assert_eq!(
        steps(&burnout_leads, Work),
        ["leave-one-task", "closing-ritual", "say-it-is-too-much"]
    );
    // Compassion fatigue 75 throughout; burnout 58 with exhaustion at 100.
    let mut suffering_leads = with_sums(&instrument, 0, 30, 8);
    set_facet(&instrument, &mut suffering_leads, "exhaustion", 4);
    set_facet(&instrument, &mut suffering_leads, "distance", 2);
    let found = classify(&instrument, &suffering_leads);
    let led = Some(Construct::CompassionFatigue);
    assert_eq!((found.verdict, found.lead), (Verdict::Clear(Both), led));
    assert_eq!(
        steps(&suffering_leads, Work),
        ["come-back-to-the-room", "end-of-day", "supervision"]
    );
}

#[test]
fn in_both_without_a_lead_the_highest_part_of_either_decides() {
    let parts = |raised| {
        let mut parts: Vec<(&str, u8)> =
            ["exhaustion", "distance", "effectiveness", "intrusion", "avoidance", "alarm"]
                .map(|facet| (facet, 3))
                .to_vec();
        parts.push((raised, 4));
        by_facets(&parts, Both)
    };
    assert_eq!(steps(&parts("distance"), Work)[0], "worth-it");
    assert_eq!(steps(&parts("avoidance"), Work)[0], "one-small-approach");
}

#[test]
fn among_equals_the_stated_cause_decides_and_never_against_a_higher_part() {
    let instrument = built_in();
    let mut responses = with_sums(&instrument, 36, 30, 8);
    let told = |responses: &mut Responses, cause| {
        say(&instrument, responses, "cause", cause);
        steps(responses, Work)
    };
    let by_load = ["leave-one-task", "closing-ritual", "say-it-is-too-much"];
    let by_suffering = ["come-back-to-the-room", "end-of-day", "supervision"];
    assert_eq!(told(&mut responses, "load"), by_load);
    assert_eq!(told(&mut responses, "suffering"), by_suffering);
    let unstated = steps(&with_sums(&instrument, 36, 30, 8), Work);
    assert_eq!(told(&mut responses, "both"), unstated);
    assert_eq!(told(&mut responses, "other"), unstated);
    common::set_keyed(
        &instrument,
        &mut responses,
        common::item(&instrument, "no_strength_left"),
        4,
    );
    assert_eq!(told(&mut responses, "suffering")[0], "leave-one-task");
}

/// Everything answered so that each of these facets adds this sum, and all others of both strains half
/// of what they can.
fn by_sums(sums: &[(&str, usize)]) -> Responses {
    let instrument = built_in();
    let mut responses = with_sums(&instrument, 24, 20, 8);
    for (_, facet, items) in facets(&instrument) {
        let sum = sums.iter().find(|(id, _)| *id == facet).map_or(2 * items.len(), |(_, sum)| *sum);
        set_sum(&instrument, &mut responses, &items, sum);
    }
    let found = classify(&instrument, &responses);
    assert_eq!((found.verdict, found.lead), (Verdict::Clear(Both), None));
    responses
}

#[test]
fn the_smallest_difference_of_two_parts_weighs_more_than_the_stated_cause() {
    let instrument = built_in();
    // 14 of 20 is 70, 11 of 16 is 68.75; 16 of 20 is 80, 13 of 16 is 81.25. No two parts lie nearer.
    for (exhaustion, intrusion, first) in
        [(14, 11, "leave-one-task"), (16, 13, "come-back-to-the-room")]
    {
        let mut responses = by_sums(&[("exhaustion", exhaustion), ("intrusion", intrusion)]);
        for cause in ["load", "suffering", "both", "other"] {
            say(&instrument, &mut responses, "cause", cause);
            assert_eq!(steps(&responses, Work)[0], first, "{exhaustion} {intrusion} {cause}");
        }
    }
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn each_first_step_is_there_fits_and_comes_from_its_own_place(
        responses in any_responses(&built_in()),
        role in proptest::sample::select(Role::ALL.to_vec()),
    ) {
        let instrument = built_in();
        let found = classify(&instrument, &responses);
        let given = first_steps(profiled(&instrument), &responses, role, &found);
        let profile = advised_profile(found.verdict);
        for (place, advice) in given.into_iter().enumerate() {
            let advice = advice.unwrap();
            prop_assert!(pool(place).any(|each| each.id == advice.id), "{place} {}", advice.id);
            prop_assert!(advice.fits(profile, role), "{place} {} {profile:?}", advice.id);
        }
    }
}
