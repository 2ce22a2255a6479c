//! Each result from answers whose sums are worked out by hand, and what never changes one.
//!
//! One point of the sum is 100/48 on burnout, 2.5 on compassion fatigue and 6.25 on tiredness. With
//! everything answered, clearly above starts at 28, 19 and 10, clearly below ends at 20, 13 and 6.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

mod common;

use burnout_screener::instrument::{Construct, PerConstruct};
use burnout_screener::profile::{Classification, Profile, Side, Verdict};
use burnout_screener::response::Responses;
use burnout_screener::scoring::Score;
use common::{
    answer, any_responses, built_in, cases, classify, facets, first_items, profiled, say, scale,
    set_sum, with_sums,
};
use proptest::prelude::*;

use Profile::{Both, Burnout, CompassionFatigue, NoStrain, StrainWithoutExposure, Tiredness};
use Verdict::{Between, Clear, NotEnough};

fn result(sums: [usize; 3]) -> Classification {
    let instrument = built_in();
    let [b, c, f] = sums;
    classify(&instrument, &with_sums(&instrument, b, c, f))
}

fn verdict(b: usize, c: usize, f: usize) -> Verdict {
    result([b, c, f]).verdict
}

/// The verdict for someone who says that they never meet the suffering of others.
fn verdict_unexposed(b: usize, c: usize, f: usize) -> Verdict {
    let instrument = built_in();
    let mut responses = with_sums(&instrument, b, c, f);
    say(&instrument, &mut responses, "exposure", "never");
    classify(&instrument, &responses).verdict
}

#[test]
fn a_score_is_near_its_line_up_to_exactly_one_error_on_either_side() {
    let instrument = built_in();
    let at = |value, error| {
        let score = Score { raw: 0.0, value, error, answered: 10 };
        let scores = PerConstruct::default().with(Construct::CompassionFatigue, Some(score));
        let found = Classification { scores, ..Classification::without_scores() };
        found.side(profiled(&instrument), Construct::CompassionFatigue)
    };
    assert_eq!(
        [31.9, 32.0, 40.0, 48.0, 48.1].map(|value| at(value, Some(8.0))),
        [Side::Below, Side::Near, Side::Near, Side::Near, Side::Above].map(Some)
    );
    assert_eq!(at(48.1, None), None, "without an error nobody knows how near");
}

#[test]
fn low_scores_throughout_are_no_notable_strain() {
    assert_eq!(verdict(0, 0, 0), Clear(NoStrain));
    assert_eq!(verdict(20, 13, 6), Clear(NoStrain));
}

#[test]
fn only_tiredness_is_everyday_tiredness() {
    assert_eq!(verdict(0, 0, 16), Clear(Tiredness));
    assert_eq!(verdict(20, 13, 10), Clear(Tiredness));
}

#[test]
fn only_burnout_is_burnout_however_tired_the_person_is() {
    for tired in [0, 6, 8, 10, 16] {
        assert_eq!(verdict(28, 13, tired), Clear(Burnout));
        assert_eq!(verdict(48, 0, tired), Clear(Burnout));
    }
}

#[test]
fn only_compassion_fatigue_is_compassion_fatigue_however_tired_the_person_is() {
    for tired in [0, 6, 8, 10, 16] {
        assert_eq!(verdict(20, 19, tired), Clear(CompassionFatigue));
        assert_eq!(verdict(0, 40, tired), Clear(CompassionFatigue));
    }
}

#[test]
fn both_above_is_both() {
    assert_eq!(verdict(28, 19, 0), Clear(Both));
    assert_eq!(verdict(48, 40, 16), Clear(Both));
}

#[test]
fn one_step_inside_its_band_a_score_leaves_the_result_open() {
    // Burnout near its line, from below and from above.
    assert_eq!(verdict(21, 13, 6), Between(NoStrain, Burnout));
    assert_eq!(verdict(27, 13, 6), Between(NoStrain, Burnout));
    assert_eq!(verdict(21, 13, 10), Between(Tiredness, Burnout));
    assert_eq!(verdict(27, 19, 6), Between(CompassionFatigue, Both));
    // Compassion fatigue near its line.
    assert_eq!(verdict(20, 14, 6), Between(NoStrain, CompassionFatigue));
    assert_eq!(verdict(20, 18, 10), Between(Tiredness, CompassionFatigue));
    assert_eq!(verdict(28, 18, 6), Between(Burnout, Both));
    assert_eq!(verdict(28, 14, 6), Between(Burnout, Both));
    // Tiredness near its line, where nothing else stands out.
    assert_eq!(verdict(20, 13, 7), Between(NoStrain, Tiredness));
    assert_eq!(verdict(20, 13, 9), Between(NoStrain, Tiredness));
}

#[test]
fn with_two_scores_near_their_lines_the_nearer_one_is_open() {
    // Burnout exactly on its line, compassion fatigue 2.5 points below its own.
    assert_eq!(verdict(24, 15, 6), Between(NoStrain, Burnout));
    // 25 of 48 is 2.08 above, 0.30 errors; 16 of 40 is on the line: compassion fatigue is nearer.
    assert_eq!(verdict(25, 16, 6), Between(Burnout, Both));
    // 27 of 48 is 0.90 errors above; 15 of 40 is 0.33 errors below.
    assert_eq!(verdict(27, 15, 6), Between(Burnout, Both));
    // 25 of 48 is 0.30 errors above; 18 of 40 is 0.67 errors above.
    assert_eq!(verdict(25, 18, 6), Between(CompassionFatigue, Both));
}

#[test]
fn with_both_scores_equally_near_their_lines_it_is_burnout_that_is_open() {
    assert_eq!(verdict(24, 16, 6), Between(CompassionFatigue, Both));
    assert_eq!(verdict(24, 16, 16), Between(CompassionFatigue, Both));
    // Where crossing the line of burnout would change nothing, it is the other one.
    assert_eq!(verdict_unexposed(24, 16, 6), Between(Burnout, StrainWithoutExposure));
}

#[test]
fn a_score_exactly_on_its_line_counts_as_above_and_stays_open() {
    assert_eq!(verdict(24, 40, 0), Between(CompassionFatigue, Both));
    assert_eq!(verdict(48, 16, 0), Between(Burnout, Both));
    assert_eq!(verdict(0, 0, 8), Between(NoStrain, Tiredness));
}

#[test]
fn too_few_answers_on_a_strain_are_not_enough_whatever_the_others_say() {
    let instrument = built_in();
    for facet in ["exhaustion", "distance", "effectiveness", "intrusion", "avoidance", "alarm"] {
        let mut responses = with_sums(&instrument, 48, 40, 16);
        let (_, _, items) = facets(&instrument).into_iter().find(|(_, id, _)| id == facet).unwrap();
        for &item in &items[..items.len() / 2 + 1] {
            responses.set_item(&instrument, item, None);
        }
        let found = classify(&instrument, &responses);
        assert_eq!((found.verdict, found.lead), (NotEnough, None), "{facet}");
    }
    assert_eq!(classify(&instrument, &Responses::new(&instrument)).verdict, NotEnough);
}

/// The verdict without any answer about tiredness.
fn verdict_without_tiredness(b: usize, c: usize) -> Verdict {
    let instrument = built_in();
    let mut responses = with_sums(&instrument, b, c, 0);
    for item in scale(&instrument, Construct::Tiredness).items() {
        responses.set_item(&instrument, item, None);
    }
    classify(&instrument, &responses).verdict
}

#[test]
fn answers_about_tiredness_are_needed_only_where_they_decide() {
    assert_eq!(verdict_without_tiredness(48, 0), Clear(Burnout));
    assert_eq!(verdict_without_tiredness(0, 40), Clear(CompassionFatigue));
    assert_eq!(verdict_without_tiredness(48, 40), Clear(Both));
    assert_eq!(verdict_without_tiredness(27, 40), Between(CompassionFatigue, Both));
    assert_eq!(verdict_without_tiredness(0, 0), NotEnough);
    assert_eq!(verdict_without_tiredness(24, 0), NotEnough);
}

#[test]
fn missing_answers_widen_the_band_so_that_a_clear_score_becomes_open() {
    let instrument = built_in();
    // 58.3 on 12 answers is clearly above (error 6.9); 57.1 on 7 is not (error 8.7).
    let mut responses = with_sums(&instrument, 0, 0, 0);
    for item in scale(&instrument, Construct::Burnout).items() {
        responses.set_item(&instrument, item, None);
    }
    set_sum(&instrument, &mut responses, &first_items(&instrument, Construct::Burnout, 7), 16);
    assert_eq!(classify(&instrument, &responses).verdict, Between(NoStrain, Burnout));
    set_sum(&instrument, &mut responses, &first_items(&instrument, Construct::Burnout, 7), 17);
    assert_eq!(classify(&instrument, &responses).verdict, Clear(Burnout));
}

#[test]
fn a_lead_is_named_only_past_1_28_errors_of_the_difference() {
    // 1.28·√(6.93² + 7.48²) = 13.05 points between the distances above the two lines.
    let lead = |b, c| result([b, c, 8]).lead;
    assert_eq!(lead(36, 20), Some(Construct::Burnout), "25 and 10: 15 apart");
    assert_eq!(lead(35, 20), None, "22.9 and 10: 12.9 apart");
    assert_eq!(lead(28, 25), Some(Construct::CompassionFatigue), "8.3 and 22.5: 14.2 apart");
    assert_eq!(lead(28, 24), None, "8.3 and 20: 11.7 apart");
    assert_eq!(lead(28, 19), None, "8.3 and 7.5");
}

#[test]
fn the_sets_of_answers_that_come_nearest_to_1_28_errors_fall_on_their_own_side() {
    let instrument = built_in();
    for (b, c, lead) in [
        // 1.2770 errors, and 1.2790.
        ((9, 22), (8, 21), None),
        ((11, 34), (8, 26), None),
        // 1.2808 errors, to one side and to the other.
        ((11, 33), (6, 12), Some(Construct::Burnout)),
        ((9, 22), (10, 26), Some(Construct::CompassionFatigue)),
    ] {
        let mut responses = with_sums(&instrument, 0, 0, 8);
        answer(&instrument, &mut responses, Construct::Burnout, b);
        answer(&instrument, &mut responses, Construct::CompassionFatigue, c);
        let found = classify(&instrument, &responses);
        assert_eq!((found.verdict, found.lead), (Clear(Both), lead), "{b:?} {c:?}");
    }
}

#[test]
fn a_lead_is_named_in_both_alone() {
    for (b, c) in [(48, 0), (0, 40), (27, 40), (48, 18), (0, 0)] {
        assert_eq!(result([b, c, 8]).lead, None, "{b} {c}");
    }
}

#[test]
fn missing_answers_make_a_lead_harder_to_name() {
    let instrument = built_in();
    // 13.1 points apart: past the 13.05 that full scales need, short of the 14.25 that burnout on 8
    // answers needs, 1.28·√(8.24² + 7.48²).
    let mut responses = with_sums(&instrument, 0, 22, 8);
    for item in scale(&instrument, Construct::Burnout).items() {
        responses.set_item(&instrument, item, None);
    }
    let items = first_items(&instrument, Construct::Burnout, 8);
    set_sum(&instrument, &mut responses, &items, 25);
    let found = classify(&instrument, &responses);
    assert_eq!((found.verdict, found.lead), (Clear(Both), None));
    // 16.3 points apart.
    set_sum(&instrument, &mut responses, &items, 26);
    assert_eq!(classify(&instrument, &responses).lead, Some(Construct::Burnout));
}

#[test]
fn high_compassion_fatigue_without_exposure_is_never_called_so() {
    assert_eq!(verdict_unexposed(0, 40, 8), Clear(StrainWithoutExposure));
    assert_eq!(verdict_unexposed(20, 19, 8), Clear(StrainWithoutExposure));
    assert_eq!(verdict_unexposed(48, 40, 8), Clear(StrainWithoutExposure));
    assert_eq!(verdict_unexposed(24, 40, 8), Clear(StrainWithoutExposure));
    assert_eq!(verdict_unexposed(0, 16, 0), Between(NoStrain, StrainWithoutExposure));
    assert_eq!(verdict_unexposed(48, 16, 8), Between(Burnout, StrainWithoutExposure));
}

#[test]
fn without_exposure_the_other_results_stay_what_they_are() {
    assert_eq!(verdict_unexposed(48, 0, 8), Clear(Burnout));
    assert_eq!(verdict_unexposed(0, 0, 16), Clear(Tiredness));
    assert_eq!(verdict_unexposed(0, 0, 0), Clear(NoStrain));
    assert_eq!(verdict_unexposed(24, 0, 0), Between(NoStrain, Burnout));
}

#[test]
fn without_exposure_no_lead_is_named() {
    let instrument = built_in();
    let mut responses = with_sums(&instrument, 28, 40, 8);
    say(&instrument, &mut responses, "exposure", "never");
    assert_eq!(classify(&instrument, &responses).lead, None);
}

#[test]
fn any_exposure_and_a_skipped_question_about_it_count_as_exposed() {
    let instrument = built_in();
    assert_eq!(verdict(0, 40, 8), Clear(CompassionFatigue));
    for exposure in ["sometimes", "weekly", "daily"] {
        let mut responses = with_sums(&instrument, 0, 40, 8);
        say(&instrument, &mut responses, "exposure", exposure);
        assert_eq!(classify(&instrument, &responses).verdict, Clear(CompassionFatigue));
    }
}

#[test]
fn straight_lines_down_the_page_get_the_result_that_their_scores_have() {
    let instrument = built_in();
    let straight = |option| {
        let mut responses = Responses::new(&instrument);
        for item in 0..26 {
            responses.set_item(&instrument, item, Some(option));
        }
        classify(&instrument, &responses).verdict
    };
    // Never: 8 of 48 from the two good-news statements, nothing else.
    assert_eq!(straight(0), Clear(NoStrain));
    // About weekly: 50, 50 and 50; burnout is on its line, compassion fatigue clearly above.
    assert_eq!(straight(2), Between(CompassionFatigue, Both));
    assert_eq!(straight(4), Clear(Both));
}

fn mentioned(verdict: Verdict) -> Vec<Profile> {
    match verdict {
        Clear(profile) => vec![profile],
        Between(one, other) => vec![one, other],
        NotEnough => Vec::new(),
    }
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn every_set_of_responses_gets_one_outcome_that_makes_sense(
        responses in any_responses(&built_in()),
    ) {
        let instrument = built_in();
        let found = classify(&instrument, &responses);
        if let Between(one, other) = found.verdict {
            let place = |profile| Profile::ALL.iter().position(|&each| each == profile);
            prop_assert!(place(one) < place(other), "{:?}", found.verdict);
        }
        let missing = [Construct::Burnout, Construct::CompassionFatigue]
            .iter()
            .any(|&construct| found.score(construct).is_none());
        prop_assert!(!missing || found.verdict == NotEnough);
        prop_assert!(found.lead.is_none() || found.verdict == Clear(Both));
    }

    #[test]
    fn the_stated_cause_the_duration_and_the_impact_never_change_the_result(
        responses in any_responses(&built_in()),
        answers in proptest::array::uniform3(proptest::option::of(0_u8..4)),
    ) {
        let instrument = built_in();
        let mut other = responses.clone();
        for (question, answer) in (1..).zip(answers) {
            other.set_context(&instrument, question, answer);
        }
        prop_assert_eq!(classify(&instrument, &other), classify(&instrument, &responses));
    }

    #[test]
    fn exposure_decides_only_whether_strain_is_called_compassion_fatigue(
        mut responses in any_responses(&built_in()),
    ) {
        let instrument = built_in();
        say(&instrument, &mut responses, "exposure", "never");
        let without = classify(&instrument, &responses).verdict;
        say(&instrument, &mut responses, "exposure", "weekly");
        let with = classify(&instrument, &responses).verdict;
        for profile in mentioned(without) {
            prop_assert!(!matches!(profile, CompassionFatigue | Both), "{without:?}");
        }
        prop_assert!(!mentioned(with).contains(&StrainWithoutExposure), "{with:?}");
        let strained = |verdict| {
            mentioned(verdict).iter().any(|profile| {
                matches!(profile, CompassionFatigue | Both | StrainWithoutExposure)
            })
        };
        prop_assert!(strained(with) || with == without, "{with:?} {without:?}");
    }

    #[test]
    fn everyday_tiredness_never_hides_a_strain(responses in any_responses(&built_in())) {
        let instrument = built_in();
        let found = classify(&instrument, &responses);
        if let Clear(NoStrain | Tiredness) = found.verdict {
            for construct in [Construct::Burnout, Construct::CompassionFatigue] {
                let score = found.score(construct).unwrap();
                let line = profiled(&instrument).line(construct);
                prop_assert!(score.value + score.error.unwrap() < line);
            }
        }
    }
}
