//! What the science promises of every set of responses, gone through rather than sampled.
//!
//! A result depends only on how many answers each scale has, on their sum, and on the exposure. The
//! scale that is stepped goes through every count and sum; a strain beside it through every sum,
//! with the fewest answers and with all; tiredness beside it through each of its bands.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

mod common;

use burnout_screener::instrument::{Construct, Instrument};
use burnout_screener::profile::{Profile, Verdict};
use burnout_screener::response::Responses;
use burnout_screener::scoring::score;
use common::{
    COUNTS, State, all_states, answer, any_responses, built_in, cases, classify, fewest_and_all,
    say, scale, tiredness, uneven,
};
use proptest::prelude::*;

/// The verdicts for every state of one scale, with the other two as they are in `responses`.
fn sweep(
    instrument: &Instrument,
    responses: &mut Responses,
    scale: Construct,
    states: &[State],
) -> Vec<Verdict> {
    states
        .iter()
        .map(|&state| {
            answer(instrument, responses, scale, state);
            classify(instrument, responses).verdict
        })
        .collect()
}

fn jumps(one: Verdict, next: Verdict) -> bool {
    matches!((one, next), (Verdict::Clear(from), Verdict::Clear(to)) if from != to)
}

/// No step of one answer on `stepped` jumps, for these states of the two other scales.
fn assert_no_jump(stepped: usize, others: [(usize, Vec<State>); 2]) {
    let instrument = built_in();
    let states = all_states(COUNTS[stepped].clone());
    let [(first, first_states), (second, second_states)] = others;
    for exposure in ["never", "weekly"] {
        let mut responses = Responses::new(&instrument);
        say(&instrument, &mut responses, "exposure", exposure);
        for &state in &first_states {
            answer(&instrument, &mut responses, Construct::ALL[first], state);
            for &other in &second_states {
                answer(&instrument, &mut responses, Construct::ALL[second], other);
                let scale = Construct::ALL[stepped];
                let verdicts = sweep(&instrument, &mut responses, scale, &states);
                for (pair, at) in verdicts.windows(2).zip(states.windows(2)) {
                    let same_count = at[0].0 == at[1].0;
                    assert!(
                        !(same_count && jumps(pair[0], pair[1])),
                        "{scale:?} {at:?} beside {state:?} {other:?}, {exposure}: {pair:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn no_step_of_a_burnout_answer_turns_a_clear_profile_into_another() {
    assert_no_jump(0, [(1, fewest_and_all(1)), (2, tiredness())]);
}

#[test]
fn no_step_of_a_compassion_fatigue_answer_turns_a_clear_profile_into_another() {
    assert_no_jump(1, [(0, fewest_and_all(0)), (2, tiredness())]);
}

#[test]
fn no_step_of_a_tiredness_answer_turns_a_clear_profile_into_another() {
    assert_no_jump(2, [(0, fewest_and_all(0)), (1, fewest_and_all(1))]);
}

#[test]
fn with_everything_answered_no_result_is_missing() {
    let instrument = built_in();
    let mut responses = Responses::new(&instrument);
    for sum_b in 0..=48 {
        answer(&instrument, &mut responses, Construct::Burnout, (12, sum_b));
        for sum_c in 0..=40 {
            answer(&instrument, &mut responses, Construct::CompassionFatigue, (10, sum_c));
            let states: Vec<State> = (0..=16).map(|sum| (4, sum)).collect();
            let verdicts = sweep(&instrument, &mut responses, Construct::Tiredness, &states);
            assert!(!verdicts.contains(&Verdict::NotEnough), "{sum_b} {sum_c}");
        }
    }
}

#[test]
fn more_strain_never_leads_from_a_strain_back_to_an_ordinary_result() {
    let instrument = built_in();
    let strain = |verdict| match verdict {
        Verdict::Clear(Profile::NoStrain | Profile::Tiredness) => 0,
        Verdict::Between(_, Profile::Tiredness) => 0,
        Verdict::Between(Profile::NoStrain | Profile::Tiredness, _) => 1,
        Verdict::Clear(_) | Verdict::Between(..) => 2,
        Verdict::NotEnough => unreachable!("everything is answered"),
    };
    for (scale, other, most) in [(0, 1, 40), (1, 0, 48)] {
        let full = *COUNTS[scale].end();
        let states: Vec<State> = (0..=4 * full).map(|sum| (full, sum)).collect();
        for sum in 0..=most {
            let mut responses = Responses::new(&instrument);
            answer(&instrument, &mut responses, Construct::Tiredness, (4, 8));
            let beside = (*COUNTS[other].end(), sum);
            answer(&instrument, &mut responses, Construct::ALL[other], beside);
            let verdicts = sweep(&instrument, &mut responses, Construct::ALL[scale], &states);
            let strains: Vec<i32> = verdicts.into_iter().map(strain).collect();
            assert!(strains.is_sorted(), "{scale} beside {beside:?}: {strains:?}");
        }
    }
}

#[test]
fn a_result_is_the_same_when_the_file_lists_its_scales_in_another_order() {
    let mut definition = common::instrument_json();
    definition["scales"].as_array_mut().unwrap().reverse();
    let reordered = common::build(definition).unwrap();
    for (b, c, f) in [(36, 20, 8), (0, 0, 16), (48, 0, 0), (21, 40, 0)] {
        let responses = common::with_sums(&built_in(), b, c, f);
        assert_eq!(classify(&reordered, &responses), classify(&built_in(), &responses));
    }
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn no_step_of_any_item_turns_a_clear_profile_into_another(
        responses in any_responses(&built_in()),
        is_uneven in any::<bool>(),
    ) {
        let instrument = if is_uneven { uneven() } else { built_in() };
        let now = classify(&instrument, &responses).verdict;
        for place in 0..26 {
            let Some(option) = responses.item(place) else { continue };
            for other in [option.saturating_sub(1), (option + 1).min(4)] {
                let mut changed = responses.clone();
                changed.set_item(&instrument, place, Some(other));
                let then = classify(&instrument, &changed).verdict;
                prop_assert!(!jumps(now, then), "item {place}: {now:?} to {then:?}");
            }
        }
    }

    #[test]
    fn the_result_depends_only_on_counts_sums_and_exposure(
        responses in any_responses(&built_in()),
    ) {
        let instrument = built_in();
        let scores = Construct::ALL
            .map(|construct| score(&instrument, scale(&instrument, construct), &responses));
        if let [Some(b), Some(c), Some(f)] = scores {
            let mut rebuilt = Responses::new(&instrument);
            for (construct, found) in Construct::ALL.into_iter().zip([b, c, f]) {
                let sum = (found.value * 4.0 * found.answered as f64 / 100.0).round() as usize;
                answer(&instrument, &mut rebuilt, construct, (found.answered, sum));
            }
            rebuilt.set_context(&instrument, 0, responses.context(0));
            let found = classify(&instrument, &rebuilt);
            prop_assert_eq!(found, classify(&instrument, &responses));
        }
    }
}
