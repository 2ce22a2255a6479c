//! What holds for every set of responses, by going through all of them.
//!
//! A scale has 2¹², 2¹⁰ or 2⁴ patterns of what is left out, and a result depends on no more than how
//! many answers each scale has and on their sum (a property of `tests/invariants.rs`): few enough
//! for every one to be tried.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

mod common;

use burnout_screener::instrument::{Construct, Instrument};
use burnout_screener::profile::{Classification, Profile, Side, Verdict, one_changed_answer};
use burnout_screener::report;
use burnout_screener::response::Responses;
use burnout_screener::scoring::{Score, score};
use common::{
    COUNTS, State, all_states, answer, built_in, by_brute_force, classify, fewest_and_all,
    option_for, profiled, say, scale, set_keyed, tiredness,
};

/// Calls `check` with every pattern of what is left out on a scale: with what is answered, and with
/// responses in which each of these adds `keyed`.
fn every_pattern(
    instrument: &Instrument,
    construct: Construct,
    keyed: u8,
    mut check: impl FnMut(&[usize], &mut Responses),
) {
    let items: Vec<usize> = scale(instrument, construct).items().collect();
    for pattern in 0_u32..1 << items.len() {
        let answered: Vec<usize> = (items.iter().enumerate())
            .filter(|(place, _)| pattern & (1 << place) != 0)
            .map(|(_, &item)| item)
            .collect();
        let mut responses = Responses::new(instrument);
        for &item in &answered {
            set_keyed(instrument, &mut responses, item, keyed);
        }
        check(&answered, &mut responses);
    }
}

fn scored(instrument: &Instrument, construct: Construct, responses: &Responses) -> Option<Score> {
    score(instrument, scale(instrument, construct), responses)
}

#[test]
fn every_pattern_of_missing_answers_has_a_score_exactly_where_half_of_each_facet_is_there() {
    let instrument = built_in();
    let mut scores = 0;
    for construct in Construct::ALL {
        let scale = scale(&instrument, construct);
        every_pattern(&instrument, construct, 3, |answered, responses| {
            let enough = scale.facets.iter().all(|facet| {
                let there = facet.items.iter().filter(|item| answered.contains(item)).count();
                there >= facet.items.len().div_ceil(2)
            });
            let found = scored(&instrument, construct, responses);
            assert_eq!(found.is_some(), enough, "{construct:?} {answered:?}");
            if let Some(found) = found {
                assert_eq!((found.value, found.answered), (75.0, answered.len()));
                assert_eq!(found.error, scale.standard_error(answered.len()));
                scores += 1;
            }
        });
    }
    // Σ over halves of facets: (10+5+1)(6+4+1)(3+1) + (6+4+1)(3+1)(3+1) + (2+1)(2+1).
    assert_eq!(scores, 704 + 176 + 9);
}

#[test]
fn on_every_pattern_one_step_up_on_any_item_raises_its_score_and_no_other() {
    let instrument = built_in();
    for construct in Construct::ALL {
        for keyed in 0..4 {
            every_pattern(&instrument, construct, keyed, |answered, responses| {
                let Some(before) = scored(&instrument, construct, responses) else { return };
                for &item in answered {
                    set_keyed(&instrument, responses, item, keyed + 1);
                    let after = Construct::ALL.map(|each| scored(&instrument, each, responses));
                    for (each, after) in Construct::ALL.into_iter().zip(after) {
                        let value = after.map(|score| score.value);
                        assert_eq!(value > Some(before.value), each == construct, "item {item}");
                    }
                    set_keyed(&instrument, responses, item, keyed);
                }
            });
        }
    }
}

/// Calls `check` with responses in every one of these states of the three scales, exposed and not.
fn every_state(
    instrument: &Instrument,
    states: [Vec<State>; 3],
    mut check: impl FnMut(&Responses, bool),
) {
    let [b, c, f] = Construct::ALL;
    let [of_b, of_c, of_f] = states;
    for (exposure, exposed) in [("never", false), ("weekly", true)] {
        let mut responses = Responses::new(instrument);
        say(instrument, &mut responses, "exposure", exposure);
        for &state_b in &of_b {
            answer(instrument, &mut responses, b, state_b);
            for &state_c in &of_c {
                answer(instrument, &mut responses, c, state_c);
                for &state_f in &of_f {
                    answer(instrument, &mut responses, f, state_f);
                    check(&responses, exposed);
                }
            }
        }
    }
}

/// Every count and sum of the strains, a state too few of each, and each band of tiredness.
fn everything() -> [Vec<State>; 3] {
    let strain = |scale: usize| [vec![(0, 0)], all_states(COUNTS[scale].clone())].concat();
    [strain(0), strain(1), tiredness()]
}

/// The bands that a clear result claims: of burnout, compassion fatigue and tiredness.
fn is_claimed(found: &Classification, instrument: &Instrument, exposed: bool) -> bool {
    use Side::{Above, Below};
    let [b, c, f] = Construct::ALL.map(|construct| found.side(profiled(instrument), construct));
    match found.verdict {
        Verdict::Clear(Profile::NoStrain) => (b, c, f) == (Some(Below), Some(Below), Some(Below)),
        Verdict::Clear(Profile::Tiredness) => (b, c, f) == (Some(Below), Some(Below), Some(Above)),
        Verdict::Clear(Profile::Burnout) => (b, c) == (Some(Above), Some(Below)),
        Verdict::Clear(Profile::CompassionFatigue) => {
            (b, c) == (Some(Below), Some(Above)) && exposed
        }
        Verdict::Clear(Profile::Both) => (b, c) == (Some(Above), Some(Above)) && exposed,
        Verdict::Clear(Profile::StrainWithoutExposure) => c == Some(Above) && !exposed,
        Verdict::Between(..) => [b, c, f].contains(&Some(Side::Near)),
        Verdict::NotEnough => [b, c, f].contains(&None),
    }
}

#[test]
fn every_state_has_one_of_the_outcomes_that_have_words_and_the_scores_that_it_claims() {
    let instrument = built_in();
    let mut met: Vec<Verdict> = Vec::new();
    every_state(&instrument, everything(), |responses, exposed| {
        let found = classify(&instrument, responses);
        assert!(is_claimed(&found, &instrument, exposed), "{found:?} {exposed}");
        assert!(found.lead.is_none() || found.verdict == Verdict::Clear(Profile::Both));
        if !met.contains(&found.verdict) {
            met.push(found.verdict);
        }
    });
    let with_words: Vec<Verdict> = report::verdicts().collect();
    assert!(met.iter().all(|verdict| with_words.contains(verdict)), "{met:?}");
    assert_eq!(met.len(), with_words.len(), "each of them comes up");
}

#[test]
fn with_more_of_a_strain_the_lead_only_ever_moves_towards_it() {
    let instrument = built_in();
    let order = |lead| match lead {
        Some(Construct::CompassionFatigue) => -1,
        None => 0,
        Some(_) => 1,
    };
    let mut named = 0;
    for (stepped, other, sign) in [(0, 1, 1), (1, 0, -1)] {
        for beside in all_states(COUNTS[other].clone()) {
            for count in COUNTS[stepped].clone() {
                let mut responses = Responses::new(&instrument);
                answer(&instrument, &mut responses, Construct::Tiredness, (4, 8));
                answer(&instrument, &mut responses, Construct::ALL[other], beside);
                let leads: Vec<i32> = all_states(count..=count)
                    .into_iter()
                    .filter_map(|state| {
                        answer(&instrument, &mut responses, Construct::ALL[stepped], state);
                        let found = classify(&instrument, &responses);
                        (found.verdict == Verdict::Clear(Profile::Both))
                            .then(|| sign * order(found.lead))
                    })
                    .collect();
                named += leads.iter().filter(|&&lead| lead != 0).count();
                assert!(leads.is_sorted(), "{beside:?} {count}: {leads:?}");
            }
        }
    }
    assert!(named > 0, "no lead was ever named");
}

/// Whether each result that is left behind stays behind.
fn never_returns(results: &[(Verdict, Option<Construct>)]) -> bool {
    let mut stretches = results.to_vec();
    stretches.dedup();
    let again = |place: usize| stretches[..place].contains(&stretches[place]);
    !(0..stretches.len()).any(again)
}

#[test]
fn as_one_score_rises_no_result_that_is_left_behind_comes_back() {
    let instrument = built_in();
    let whole = |scale: usize| all_states(*COUNTS[scale].end()..=*COUNTS[scale].end());
    for (rising, &construct) in Construct::ALL.iter().enumerate() {
        // Beside it one scale with the fewest answers and with all, and one with all.
        let [one, other] = [(rising + 1) % 3, (rising + 2) % 3];
        for exposure in ["never", "weekly"] {
            let mut responses = Responses::new(&instrument);
            say(&instrument, &mut responses, "exposure", exposure);
            for beside in fewest_and_all(one) {
                answer(&instrument, &mut responses, Construct::ALL[one], beside);
                for beyond in whole(other) {
                    answer(&instrument, &mut responses, Construct::ALL[other], beyond);
                    for count in [*COUNTS[rising].start(), *COUNTS[rising].end()] {
                        let states = all_states(count..=count);
                        let results: Vec<_> = (states.into_iter())
                            .map(|state| {
                                answer(&instrument, &mut responses, construct, state);
                                let found = classify(&instrument, &responses);
                                (found.verdict, found.lead)
                            })
                            .collect();
                        assert!(
                            never_returns(&results),
                            "{rising} {beside:?} {beyond:?} {results:?}"
                        );
                    }
                }
            }
        }
    }
}

/// What is said about one changed answer is what trying each of them finds.
fn assert_explained(instrument: &Instrument, responses: &Responses) {
    let tried = by_brute_force(instrument, responses);
    match one_changed_answer(profiled(instrument), responses) {
        None => assert!(tried.is_empty(), "missed {tried:?} from {responses:?}"),
        Some(found) => {
            assert!(tried.contains(&found), "no answer of {responses:?} gives {found:?}")
        }
    }
}

#[test]
fn in_every_state_one_changed_answer_is_what_trying_every_answer_finds() {
    let instrument = built_in();
    let states = [fewest_and_all(0), fewest_and_all(1), tiredness()];
    every_state(&instrument, states, |responses, _| assert_explained(&instrument, responses));
}

#[test]
fn where_no_answer_of_a_scale_can_rise_or_none_can_fall_that_step_is_not_claimed() {
    let instrument = built_in();
    // The same sum from middling and from extreme answers: the steps that exist are not the same.
    for construct in Construct::ALL {
        let items: Vec<usize> = scale(&instrument, construct).items().collect();
        for top in 0..=items.len() {
            let mut responses = Responses::new(&instrument);
            for (place, &item) in items.iter().enumerate() {
                let option = option_for(&instrument, item, if place < top { 4 } else { 0 });
                responses.set_item(&instrument, item, Some(option));
            }
            for other in Construct::ALL.into_iter().filter(|&other| other != construct) {
                let count = scale(&instrument, other).len();
                for sum in [0, 2 * count, 4 * count] {
                    answer(&instrument, &mut responses, other, (count, sum));
                    assert_explained(&instrument, &responses);
                }
            }
        }
    }
}
