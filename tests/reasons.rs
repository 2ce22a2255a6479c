//! What speaks for a result, how firm it stands, and when more than a self-check is called for.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

mod common;

use burnout_screener::instrument::{Construct, Instrument};
use burnout_screener::profile::{self, Agreement, Classification, Profile, Reason, Verdict};
use burnout_screener::response::Responses;
use common::{
    any_responses, built_in, by_brute_force, cases, classify, construct_of, item, profiled, say,
    set_facet, set_keyed, uneven, with_sums,
};
use proptest::prelude::*;

use Profile::{Both, Burnout, CompassionFatigue, NoStrain, StrainWithoutExposure, Tiredness};
use Verdict::{Between, Clear, NotEnough};

fn strongest_answers(
    instrument: &Instrument,
    responses: &Responses,
    verdict: Verdict,
    most: usize,
) -> Vec<Reason> {
    profile::strongest_answers(profiled(instrument), responses, verdict, most)
}

fn one_changed_answer(instrument: &Instrument, responses: &Responses) -> Option<Classification> {
    profile::one_changed_answer(profiled(instrument), responses)
}

fn professional_help(instrument: &Instrument, responses: &Responses) -> bool {
    let found = classify(instrument, responses);
    profile::professional_help(profiled(instrument), responses, &found)
}

fn strongest(instrument: &Instrument, responses: &Responses, most: usize) -> Vec<String> {
    let verdict = classify(instrument, responses).verdict;
    (strongest_answers(instrument, responses, verdict, most).iter())
        .map(|reason| instrument.items()[reason.item].id.clone())
        .collect()
}

#[test]
fn the_strongest_answers_of_burnout_come_first_whatever_the_other_scales_hold() {
    let instrument = built_in();
    let mut responses = with_sums(&instrument, 24, 0, 16);
    for (id, keyed) in [("bitter", 4), ("able_to_handle", 4), ("sleepy", 4), ("dreams", 3)] {
        set_keyed(&instrument, &mut responses, item(&instrument, id), keyed);
    }
    set_keyed(&instrument, &mut responses, item(&instrument, "took_all_energy"), 3);
    assert_eq!(
        strongest(&instrument, &responses, 3),
        ["able_to_handle", "bitter", "took_all_energy"]
    );
}

#[test]
fn among_equal_answers_each_part_of_the_strain_is_named_before_one_is_named_twice() {
    let instrument = built_in();
    let responses = with_sums(&instrument, 48, 0, 8);
    assert_eq!(
        strongest(&instrument, &responses, 4),
        ["worn_out_after_day_off", "what_matters_done", "dreaded_start", "took_all_energy"]
    );
}

#[test]
fn in_both_the_equal_answers_of_the_two_strains_take_turns() {
    let instrument = built_in();
    let responses = with_sums(&instrument, 48, 40, 16);
    let scales: Vec<Construct> = strongest(&instrument, &responses, 4)
        .iter()
        .map(|id| construct_of(&instrument, item(&instrument, id)))
        .collect();
    let turns = [Construct::Burnout, Construct::CompassionFatigue];
    assert_eq!(scales, [turns[0], turns[1], turns[0], turns[1]]);
}

#[test]
fn an_answer_that_adds_nothing_is_no_reason() {
    let instrument = built_in();
    assert!(strongest(&instrument, &with_sums(&instrument, 0, 0, 0), 3).is_empty());
    assert!(strongest(&instrument, &Responses::new(&instrument), 3).is_empty());
    let mut responses = with_sums(&instrument, 0, 0, 0);
    set_facet(&instrument, &mut responses, "tired", 4);
    set_facet(&instrument, &mut responses, "recovery", 3);
    assert_eq!(strongest(&instrument, &responses, 99).len(), 4);
}

/// The scales that a result is about.
fn relevant(verdict: Verdict) -> Vec<Construct> {
    use Construct as Scale;
    let of = |profile| match profile {
        NoStrain => vec![],
        Tiredness => vec![Scale::Tiredness],
        Burnout => vec![Scale::Burnout],
        CompassionFatigue | StrainWithoutExposure => vec![Scale::CompassionFatigue],
        Both => vec![Scale::Burnout, Scale::CompassionFatigue],
    };
    match verdict {
        Clear(NoStrain) | NotEnough => Construct::ALL.to_vec(),
        Clear(profile) => of(profile),
        Between(one, other) => [of(one), of(other)].concat(),
    }
}

#[test]
fn deep_inside_a_profile_no_single_answer_changes_the_result() {
    let instrument = built_in();
    for (b, c, f) in [(0, 0, 0), (48, 0, 8), (0, 40, 8), (0, 0, 16), (48, 40, 0)] {
        let responses = with_sums(&instrument, b, c, f);
        assert_eq!(one_changed_answer(&instrument, &responses), None, "{b} {c} {f}");
    }
}

#[test]
fn at_the_edge_one_answer_changes_the_result_and_the_new_one_is_given() {
    let instrument = built_in();
    let changed = |b, c, f| {
        one_changed_answer(&instrument, &with_sums(&instrument, b, c, f)).map(|then| then.verdict)
    };
    assert_eq!(changed(28, 0, 0), Some(Between(NoStrain, Burnout)));
    assert_eq!(changed(20, 0, 0), Some(Between(NoStrain, Burnout)));
    assert_eq!(changed(0, 19, 0), Some(Between(NoStrain, CompassionFatigue)));
    assert_eq!(changed(0, 0, 9), Some(Clear(Tiredness)));
}

#[test]
fn a_lead_that_one_answer_would_take_away_counts_as_a_change() {
    let instrument = built_in();
    let then = one_changed_answer(&instrument, &with_sums(&instrument, 36, 20, 8)).unwrap();
    assert_eq!((then.verdict, then.lead), (Clear(Both), None));
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn the_reasons_are_answers_on_the_relevant_scales_strongest_first_and_each_once(
        responses in any_responses(&built_in()),
        most in 0_usize..6,
    ) {
        let instrument = built_in();
        let verdict = classify(&instrument, &responses).verdict;
        let reasons = strongest_answers(&instrument, &responses, verdict, most);
        let relevant = relevant(verdict);
        prop_assert!(reasons.len() <= most);
        for (place, reason) in reasons.iter().enumerate() {
            prop_assert!(relevant.contains(&construct_of(&instrument, reason.item)));
            prop_assert_eq!(responses.item(reason.item), Some(reason.option));
            prop_assert_eq!(instrument.keyed(reason.item, reason.option), Some(reason.keyed));
            prop_assert!(reason.keyed > 0);
            prop_assert!(reasons[..place].iter().all(|before| before.item != reason.item));
            prop_assert!(reasons[..place].iter().all(|before| before.keyed >= reason.keyed));
        }
        // Nothing stronger was left out.
        let weakest = reasons.last().map_or(0, |reason| reason.keyed);
        for place in 0..26 {
            let keyed = responses.item(place).and_then(|option| instrument.keyed(place, option));
            let about = relevant.contains(&construct_of(&instrument, place));
            let named = reasons.iter().any(|reason| reason.item == place);
            prop_assert!(named || !about || most == 0 || keyed.unwrap_or(0) <= weakest);
        }
    }

    #[test]
    fn one_changed_answer_agrees_with_trying_every_item_in_both_directions(
        responses in any_responses(&built_in()),
        is_uneven in any::<bool>(),
    ) {
        let instrument = if is_uneven { uneven() } else { built_in() };
        let tried = by_brute_force(&instrument, &responses);
        match one_changed_answer(&instrument, &responses) {
            None => prop_assert!(tried.is_empty(), "missed {:?}", tried[0]),
            Some(found) => prop_assert!(tried.contains(&found), "no answer gives {found:?}"),
        }
    }
}

#[test]
fn the_stated_cause_is_compared_with_a_clear_result_only() {
    let instrument = built_in();
    let compared = |cause: Option<&str>, verdict| {
        let mut responses = Responses::new(&instrument);
        if let Some(cause) = cause {
            say(&instrument, &mut responses, "cause", cause);
        }
        profile::agreement(profiled(&instrument), &responses, verdict)
    };
    use Agreement::{Agrees, Differs, Partly, Unstated};
    let (load, suffering, both) = (Some("load"), Some("suffering"), Some("both"));
    for (verdict, by_load, by_suffering, by_both) in [
        (Clear(Burnout), Agrees, Differs, Partly),
        (Clear(CompassionFatigue), Differs, Agrees, Partly),
        (Clear(Both), Partly, Partly, Agrees),
        (Clear(NoStrain), Unstated, Unstated, Unstated),
        (Clear(Tiredness), Unstated, Unstated, Unstated),
        (Clear(StrainWithoutExposure), Unstated, Unstated, Unstated),
        (Between(Burnout, Both), Unstated, Unstated, Unstated),
        (NotEnough, Unstated, Unstated, Unstated),
    ] {
        assert_eq!(compared(load, verdict), by_load, "{verdict:?}");
        assert_eq!(compared(suffering, verdict), by_suffering, "{verdict:?}");
        assert_eq!(compared(both, verdict), by_both, "{verdict:?}");
        assert_eq!(compared(Some("other"), verdict), Unstated, "{verdict:?}");
        assert_eq!(compared(None, verdict), Unstated, "{verdict:?}");
    }
}

/// Whether a professional is suggested for these sums, duration and impact.
fn suggested(sums: [usize; 3], duration: &str, impact: &str) -> bool {
    let instrument = built_in();
    let mut responses = with_sums(&instrument, sums[0], sums[1], sums[2]);
    say(&instrument, &mut responses, "duration", duration);
    say(&instrument, &mut responses, "impact", impact);
    professional_help(&instrument, &responses)
}

#[test]
fn a_professional_is_suggested_for_a_clear_strain_of_more_than_four_weeks() {
    for sums in [[28, 0, 0], [0, 19, 0], [48, 40, 0]] {
        assert!(suggested(sums, "one_to_six_months", "none"), "{sums:?}");
        assert!(suggested(sums, "over_six_months", "little"), "{sums:?}");
        assert!(!suggested(sums, "two_to_four_weeks", "little"), "{sums:?}");
        assert!(!suggested(sums, "under_two_weeks", "none"), "{sums:?}");
    }
}

#[test]
fn a_strain_near_its_line_or_tiredness_alone_does_not_suggest_a_professional_by_its_duration() {
    for sums in [[27, 0, 0], [0, 18, 0], [0, 0, 16], [0, 0, 0]] {
        assert!(!suggested(sums, "over_six_months", "little"), "{sums:?}");
    }
}

#[test]
fn a_professional_is_suggested_whenever_it_gets_in_the_way_a_lot() {
    for impact in ["much", "very_much"] {
        assert!(suggested([0, 0, 0], "under_two_weeks", impact));
        assert!(suggested([27, 18, 0], "over_six_months", impact));
    }
}

#[test]
fn a_clear_strain_suggests_a_professional_also_where_the_other_strain_has_too_few_answers() {
    let instrument = built_in();
    let mut responses = Responses::new(&instrument);
    for facet in ["exhaustion", "distance", "effectiveness"] {
        set_facet(&instrument, &mut responses, facet, 4);
    }
    say(&instrument, &mut responses, "duration", "over_six_months");
    assert_eq!(classify(&instrument, &responses).verdict, NotEnough);
    assert!(professional_help(&instrument, &responses));
}

#[test]
fn without_answers_about_duration_and_impact_no_professional_is_suggested() {
    let instrument = built_in();
    let responses = with_sums(&instrument, 48, 40, 16);
    assert!(!professional_help(&instrument, &responses));
}
