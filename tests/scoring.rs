//! Scores worked out by hand, and what must hold for every set of answers.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

mod common;

use burnout_screener::instrument::{Construct, Instrument, Keying};
use burnout_screener::response::Responses;
use burnout_screener::scoring::{Score, facet_score, score};
use common::{
    any_responses, built_in, cases, classify, facets, first_items, item, scale, set_facet,
    set_keyed, set_sum, uneven, with_sums,
};
use proptest::prelude::*;
use proptest::sample::Index;

fn scored(instrument: &Instrument, responses: &Responses, construct: Construct) -> Option<Score> {
    score(instrument, scale(instrument, construct), responses)
}

fn value(instrument: &Instrument, responses: &Responses, construct: Construct) -> Option<f64> {
    scored(instrument, responses, construct).map(|score| score.value)
}

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() < 0.001
}

#[test]
fn no_strain_at_all_scores_0_and_the_most_scores_100_on_every_scale() {
    let instrument = built_in();
    for (keyed, expected) in [(0, 0.0), (4, 100.0)] {
        let mut responses = Responses::new(&instrument);
        for (_, facet, _) in facets(&instrument) {
            set_facet(&instrument, &mut responses, &facet, keyed);
        }
        for scale in instrument.scales() {
            let score = score(&instrument, scale, &responses).unwrap();
            assert_eq!(score.value, expected, "{}", scale.id);
        }
    }
}

#[test]
fn nearly_always_to_everything_is_not_100_because_one_statement_is_good_news() {
    let instrument = built_in();
    let mut responses = Responses::new(&instrument);
    for place in instrument.core() {
        responses.set_item(&instrument, place, Some(4));
    }
    // 11 of 12 items at 4, the reversed one at 0: 44 of 48.
    let burnout = value(&instrument, &responses, Construct::Burnout).unwrap();
    assert!(near(burnout, 91.6667), "{burnout}");
    assert_eq!(value(&instrument, &responses, Construct::CompassionFatigue), Some(100.0));
}

#[test]
fn a_reversed_answer_counts_from_the_other_end() {
    let instrument = built_in();
    let (direct, reversed) =
        (item(&instrument, "dread_at_thought"), item(&instrument, "managed_main_things"));
    let added = |item| [0, 1, 2, 3, 4].map(|option| instrument.keyed(item, option));
    assert_eq!(added(direct), [0, 1, 2, 3, 4].map(Some));
    assert_eq!(added(reversed), [4, 3, 2, 1, 0].map(Some));
    assert_eq!(instrument.keyed(direct, 5), None);
    assert_eq!(instrument.keyed(42, 0), None);
}

#[test]
fn a_mixed_set_of_answers_scores_what_a_hand_says() {
    let instrument = built_in();
    let mut responses = Responses::new(&instrument);
    // Exhaustion 5·3, distance 4·2, effectiveness 3·1: 26 of 48.
    set_facet(&instrument, &mut responses, "exhaustion", 3);
    set_facet(&instrument, &mut responses, "distance", 2);
    set_facet(&instrument, &mut responses, "effectiveness", 1);
    // Intrusion 4·1, avoidance 3·0, alarm 3·4: 16 of 40.
    set_facet(&instrument, &mut responses, "intrusion", 1);
    set_facet(&instrument, &mut responses, "avoidance", 0);
    set_facet(&instrument, &mut responses, "alarm", 4);
    // Tired 4 + 1: 5 of 8.
    let tired = first_items(&instrument, Construct::Tiredness, 2);
    set_keyed(&instrument, &mut responses, tired[0], 4);
    set_keyed(&instrument, &mut responses, tired[1], 1);
    let values = Construct::ALL.map(|construct| value(&instrument, &responses, construct).unwrap());
    assert!(near(values[0], 54.1667), "{values:?}");
    assert!(near(values[1], 40.0) && near(values[2], 62.5), "{values:?}");
}

#[test]
fn a_missing_answer_leaves_the_mean_of_the_others() {
    let instrument = built_in();
    let mut responses = with_sums(&instrument, 0, 20, 0);
    let bad = item(&instrument, "saw_again_in_mind");
    set_keyed(&instrument, &mut responses, bad, 2);
    responses.set_item(&instrument, bad, None);
    // Every item at 2, one of ten missing: still 50, on nine.
    let score = scored(&instrument, &responses, Construct::CompassionFatigue).unwrap();
    assert_eq!((score.value, score.answered), (50.0, 9));
}

#[test]
fn options_that_start_at_one_or_lie_unevenly_count_from_the_lowest() {
    let instrument = uneven();
    let set = &instrument.option_sets()[0];
    assert_eq!((set.range(), set.widest_step(), set.span()), (5, 2, (1, 6)));
    let reversed = item(&instrument, "managed_main_things");
    let added = |item| [0, 1, 2, 3, 4].map(|option| instrument.keyed(item, option).unwrap());
    assert_eq!(added(0), [0, 1, 2, 4, 5]);
    assert_eq!(added(reversed), [5, 4, 3, 1, 0]);
    let mut responses = Responses::new(&instrument);
    for place in scale(&instrument, Construct::Tiredness).items() {
        responses.set_item(&instrument, place, Some(3));
    }
    let tired = value(&instrument, &responses, Construct::Tiredness).unwrap();
    assert!(near(tired, 80.0), "{tired}");
}

/// The strain with this many of one facet's items answered, and so many in all.
fn scores_with(construct: Construct, facet: usize, own: usize, all: usize) -> bool {
    let instrument = built_in();
    let whole = scale(&instrument, construct);
    let mut responses = Responses::new(&instrument);
    let others = whole.facets.iter().enumerate().filter(|(place, _)| *place != facet);
    // One of each other facet first, and then the rest of them.
    let first = others.clone().map(|(_, other)| other.items[0]);
    let rest = others.flat_map(|(_, other)| other.items[1..other.core].to_vec());
    let items: Vec<usize> = (whole.facets[facet].items[..own].iter().copied())
        .chain(first.chain(rest).take(all - own))
        .collect();
    assert_eq!(items.len(), all);
    set_sum(&instrument, &mut responses, &items, all);
    scored(&instrument, &responses, construct).is_some()
}

#[test]
fn a_strain_scores_from_half_of_all_and_one_of_each_facet_on() {
    for (construct, half) in [(Construct::Burnout, 6), (Construct::CompassionFatigue, 5)] {
        for facet in 0..3 {
            assert!(scores_with(construct, facet, 1, half), "{construct:?} {facet}");
            assert!(!scores_with(construct, facet, 1, half - 1), "{construct:?} {facet}");
            assert!(!scores_with(construct, facet, 0, half), "{construct:?} {facet}");
        }
    }
}

#[test]
fn answers_to_the_bank_count_towards_the_half_and_make_the_error_smaller() {
    let instrument = built_in();
    let whole = scale(&instrument, Construct::Burnout);
    let mut responses = Responses::new(&instrument);
    let bank: Vec<usize> =
        whole.facets.iter().flat_map(|facet| facet.items[facet.core..].to_vec()).collect();
    set_sum(&instrument, &mut responses, &bank, 12);
    let score = scored(&instrument, &responses, Construct::Burnout).unwrap();
    assert_eq!((score.value, score.answered), (50.0, 6));
    let all: Vec<usize> = whole.items().collect();
    set_sum(&instrument, &mut responses, &all, 36);
    let score = scored(&instrument, &responses, Construct::Burnout).unwrap();
    assert_eq!((score.value, score.answered), (50.0, 18));
    // 18/12 of .88 makes .9167.
    assert!(near(score.error.unwrap(), 5.7735), "{score:?}");
}

#[test]
fn nothing_answered_scores_nothing() {
    let instrument = built_in();
    let responses = Responses::new(&instrument);
    for construct in Construct::ALL {
        assert_eq!(scored(&instrument, &responses, construct), None);
        let scale = scale(&instrument, construct);
        for facet in &scale.facets {
            assert_eq!(facet_score(&instrument, scale, facet, &responses), None);
        }
    }
}

#[test]
fn the_errors_are_those_of_the_assumed_reliabilities_and_of_spearman_and_brown() {
    let instrument = built_in();
    for (construct, answered, expected) in [
        // Full scales: 20·√0.12, 20·√0.14, 20·√0.35.
        (Construct::Burnout, 12, 6.9282),
        (Construct::CompassionFatigue, 10, 7.4833),
        (Construct::Tiredness, 2, 11.8322),
        // 7/12 of .88 makes .8105; 9/12 makes .8462.
        (Construct::Burnout, 7, 8.7057),
        (Construct::Burnout, 9, 7.8446),
        // 6/10 of .86 makes .7866.
        (Construct::CompassionFatigue, 6, 9.2393),
        // Half of .65 makes .4815.
        (Construct::Tiredness, 1, 14.4016),
    ] {
        let error = scale(&instrument, construct).standard_error(answered).unwrap();
        assert!((error - expected).abs() < 0.0001, "{construct:?} {answered}: {error}");
        let mut responses = Responses::new(&instrument);
        let items = first_items(&instrument, construct, answered);
        set_sum(&instrument, &mut responses, &items, answered);
        let scored = scored(&instrument, &responses, construct).unwrap();
        assert_eq!((scored.value, scored.error, scored.answered), (25.0, Some(error), answered));
    }
}

#[test]
fn the_range_of_a_score_is_one_error_to_each_side_and_never_leaves_the_scale() {
    let instrument = built_in();
    let range = |value, error| {
        let score = Score { raw: 0.0, value, error, answered: 9 };
        score.range(scale(&instrument, Construct::Burnout))
    };
    assert_eq!(range(50.0, Some(8.0)), (42.0, 58.0));
    assert_eq!(range(3.0, Some(8.0)), (0.0, 11.0));
    assert_eq!(range(97.0, Some(8.0)), (89.0, 100.0));
    assert_eq!(range(97.0, None), (97.0, 97.0), "without an error it is the score itself");
}

#[test]
fn an_item_or_option_that_does_not_exist_changes_nothing() {
    let instrument = built_in();
    let before = with_sums(&instrument, 30, 20, 8);
    let mut after = before.clone();
    after.set_item(&instrument, 42, Some(0));
    after.set_item(&instrument, 0, Some(5));
    after.set_item(&instrument, usize::MAX, None);
    after.set_context(&instrument, 4, Some(0));
    after.set_context(&instrument, 0, Some(5));
    assert_eq!(after, before);
}

proptest! {
    #![proptest_config(cases(256))]

    /// The profile counts for itself, in one pass and without a list: what it counts is the score of the scale.
    #[test]
    fn the_scores_within_a_profile_are_those_of_its_scales(
        uneven_options in any::<bool>(),
        responses in any_responses(&built_in()),
    ) {
        let instrument = if uneven_options { uneven() } else { built_in() };
        let found = classify(&instrument, &responses);
        for construct in Construct::ALL {
            if let Some(score) = found.score(construct) {
                prop_assert_eq!(Some(score), scored(&instrument, &responses, construct));
            }
        }
    }

    #[test]
    fn the_order_of_answering_never_matters(
        responses in any_responses(&built_in()),
        order in Just((0..42).collect::<Vec<usize>>()).prop_shuffle(),
    ) {
        let instrument = built_in();
        let mut again = Responses::new(&instrument);
        for item in order {
            // A first thought that is changed later must leave no trace either.
            again.set_item(&instrument, item, Some(2));
            again.set_item(&instrument, item, responses.item(item));
        }
        for construct in Construct::ALL {
            prop_assert_eq!(
                scored(&instrument, &again, construct),
                scored(&instrument, &responses, construct)
            );
        }
    }

    #[test]
    fn answering_a_burnout_statement_with_more_strain_never_lowers_burnout(
        mut responses in any_responses(&built_in()),
        place in any::<Index>(),
    ) {
        let instrument = built_in();
        let items: Vec<usize> = scale(&instrument, Construct::Burnout).items().collect();
        let item = items[place.index(items.len())];
        // "More strain" read off the statement itself: more often, or less often where it is good.
        let upward = match instrument.items()[item].id.as_str() {
            "managed_main_things" | "trusted_myself" => [4, 3, 2, 1, 0],
            _ => [0, 1, 2, 3, 4],
        };
        let mut last = None;
        for option in upward {
            responses.set_item(&instrument, item, Some(option));
            let now = value(&instrument, &responses, Construct::Burnout);
            prop_assert!(last.is_none_or(|last| now > last) || now.is_none(), "{last:?} {now:?}");
            last = Some(now);
        }
    }

    #[test]
    fn an_answer_moves_only_the_scale_it_belongs_to(
        mut responses in any_responses(&built_in()),
        place in 0_usize..42,
        option in proptest::option::of(0_u8..5),
    ) {
        let instrument = built_in();
        let every = |responses: &Responses| {
            let scores = instrument.scales().iter().map(|scale| score(&instrument, scale, responses));
            scores.collect::<Vec<_>>()
        };
        let before = every(&responses);
        responses.set_item(&instrument, place, option);
        let scales = instrument.scales().iter().zip(before.into_iter().zip(every(&responses)));
        for (scale, (before, after)) in scales {
            if !scale.items().any(|item| item == place) {
                prop_assert_eq!(before, after);
            }
        }
    }

    #[test]
    fn the_error_never_shrinks_when_an_answer_is_taken_away(
        responses in any_responses(&built_in()),
        place in 0_usize..42,
    ) {
        let instrument = built_in();
        let mut fewer = responses.clone();
        fewer.set_item(&instrument, place, None);
        for construct in Construct::ALL {
            let (all, fewer) = (
                scored(&instrument, &responses, construct),
                scored(&instrument, &fewer, construct),
            );
            if let (Some(all), Some(fewer)) = (all, fewer) {
                prop_assert!(fewer.error >= all.error);
            }
            prop_assert!(all.is_some() || fewer.is_none(), "a score came from taking away");
        }
    }

    #[test]
    fn a_score_lies_between_0_and_100_with_an_error_above_0(
        responses in any_responses(&built_in()),
        options in any::<bool>(),
    ) {
        let instrument = if options { built_in() } else { uneven() };
        for construct in Construct::ALL {
            if let Some(score) = scored(&instrument, &responses, construct) {
                prop_assert!((0.0..=100.0).contains(&score.value), "{score:?}");
                prop_assert!(score.error.is_some_and(|e| e > 0.0 && e.is_finite()), "{score:?}");
                prop_assert!(score.answered <= scale(&instrument, construct).items().count());
            }
            let scale = scale(&instrument, construct);
            for facet in &scale.facets {
                let value = facet_score(&instrument, scale, facet, &responses).unwrap_or(0.0);
                prop_assert!((0.0..=100.0).contains(&value), "{value}");
            }
        }
    }

    #[test]
    fn turning_every_statement_around_turns_every_score_around(
        responses in any_responses(&built_in()),
    ) {
        let instrument = built_in();
        let mut mirrored = Responses::new(&instrument);
        for place in 0..42 {
            mirrored.set_item(&instrument, place, responses.item(place).map(|option| 4 - option));
        }
        for construct in Construct::ALL {
            let (one, other) = (
                value(&instrument, &responses, construct),
                value(&instrument, &mirrored, construct),
            );
            prop_assert_eq!(one.is_some(), other.is_some());
            prop_assert!(near(one.unwrap_or(50.0) + other.unwrap_or(50.0), 100.0));
        }
    }
}

#[test]
fn the_good_news_statements_are_the_ones_the_tests_take_them_for() {
    let instrument = built_in();
    let reversed: Vec<&str> = (instrument.items().iter())
        .filter(|item| item.keying == Keying::Reversed)
        .map(|item| item.id.as_str())
        .collect();
    assert_eq!(reversed, ["managed_main_things", "trusted_myself"]);
}
