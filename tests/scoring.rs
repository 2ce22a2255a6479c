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
    any_responses, built_in, cases, construct_of, facets, first_items, item, scale, set_facet,
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
        for construct in Construct::ALL {
            assert_eq!(value(&instrument, &responses, construct), Some(expected));
        }
    }
}

#[test]
fn nearly_every_day_to_everything_is_not_100_because_two_statements_are_good_news() {
    let instrument = built_in();
    let mut responses = Responses::new(&instrument);
    for place in 0..26 {
        responses.set_item(&instrument, place, Some(4));
    }
    // 10 of 12 items at 4, the two reversed ones at 0: 40 of 48.
    let burnout = value(&instrument, &responses, Construct::Burnout).unwrap();
    assert!(near(burnout, 83.333), "{burnout}");
    assert_eq!(value(&instrument, &responses, Construct::CompassionFatigue), Some(100.0));
}

#[test]
fn a_reversed_answer_counts_from_the_other_end() {
    let instrument = built_in();
    let (direct, reversed) =
        (item(&instrument, "dreaded_start"), item(&instrument, "what_matters_done"));
    let added = |item| [0, 1, 2, 3, 4].map(|option| instrument.keyed(item, option));
    assert_eq!(added(direct), [0, 1, 2, 3, 4].map(Some));
    assert_eq!(added(reversed), [4, 3, 2, 1, 0].map(Some));
    assert_eq!(instrument.keyed(direct, 5), None);
    assert_eq!(instrument.keyed(26, 0), None);
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
    // Tired 2·4, recovery 2·1: 10 of 16.
    set_facet(&instrument, &mut responses, "tired", 4);
    set_facet(&instrument, &mut responses, "recovery", 1);
    let values = Construct::ALL.map(|construct| value(&instrument, &responses, construct).unwrap());
    assert!(near(values[0], 54.1667), "{values:?}");
    assert!(near(values[1], 40.0) && near(values[2], 62.5), "{values:?}");
}

#[test]
fn a_missing_answer_leaves_the_mean_of_the_others() {
    let instrument = built_in();
    let mut responses = with_sums(&instrument, 0, 20, 0);
    let bad = item(&instrument, "pictures");
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
    assert_eq!((set.range(), set.widest_step(), set.span()), (6, 2, (1, 7)));
    let reversed = item(&instrument, "able_to_handle");
    let added = |item| [0, 1, 2, 3, 4].map(|option| instrument.keyed(item, option).unwrap());
    assert_eq!(added(0), [0, 1, 3, 4, 6]);
    assert_eq!(added(reversed), [6, 5, 3, 2, 0]);
    let mut responses = Responses::new(&instrument);
    for place in scale(&instrument, Construct::Tiredness).items() {
        responses.set_item(&instrument, place, Some(3));
    }
    let tired = value(&instrument, &responses, Construct::Tiredness).unwrap();
    assert!(near(tired, 66.6667), "{tired}");
}

/// Whether the scale has a score when so many of one facet's items are answered and all others.
fn scores_with(facet: &str, answered: usize) -> (bool, bool) {
    let instrument = built_in();
    let mut responses = with_sums(&instrument, 24, 20, 8);
    let (construct, _, items) =
        facets(&instrument).into_iter().find(|(_, id, _)| id == facet).unwrap();
    for &item in &items[answered..] {
        responses.set_item(&instrument, item, None);
    }
    let whole = scale(&instrument, construct);
    let part = whole.facets.iter().find(|part| part.id == facet).unwrap();
    let others_score = Construct::ALL
        .into_iter()
        .filter(|&other| other != construct)
        .all(|other| scored(&instrument, &responses, other).is_some());
    assert!(others_score, "{facet} must not touch the other scales");
    let scale_scores = scored(&instrument, &responses, construct).is_some();
    (scale_scores, facet_score(&instrument, whole, part, &responses).is_some())
}

#[test]
fn a_scale_scores_from_exactly_half_of_each_facet_on() {
    for (facet, just_enough) in [
        ("exhaustion", 3),
        ("distance", 2),
        ("effectiveness", 2),
        ("intrusion", 2),
        ("avoidance", 2),
        ("alarm", 2),
        ("tired", 1),
        ("recovery", 1),
    ] {
        assert_eq!(scores_with(facet, just_enough), (true, true), "{facet}");
        assert_eq!(scores_with(facet, just_enough - 1), (false, false), "{facet}");
    }
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
        // Full scales: 20·√0.12, 20·√0.14, 20·√0.2.
        (Construct::Burnout, 12, 6.9282),
        (Construct::CompassionFatigue, 10, 7.4833),
        (Construct::Tiredness, 4, 8.9443),
        // 7/12 of .88 makes .8105; 9/12 makes .8462.
        (Construct::Burnout, 7, 8.7057),
        (Construct::Burnout, 9, 7.8446),
        // 6/10 of .86 makes .7866.
        (Construct::CompassionFatigue, 6, 9.2393),
        // 3/4 of .80 makes .75 and 2/4 makes .6667.
        (Construct::Tiredness, 3, 10.0),
        (Construct::Tiredness, 2, 11.5470),
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
    after.set_item(&instrument, 26, Some(0));
    after.set_item(&instrument, 0, Some(5));
    after.set_item(&instrument, usize::MAX, None);
    after.set_context(&instrument, 4, Some(0));
    after.set_context(&instrument, 0, Some(4));
    assert_eq!(after, before);
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn the_order_of_answering_never_matters(
        responses in any_responses(&built_in()),
        order in Just((0..26).collect::<Vec<usize>>()).prop_shuffle(),
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
            "what_matters_done" | "able_to_handle" => [4, 3, 2, 1, 0],
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
        place in 0_usize..26,
        option in proptest::option::of(0_u8..5),
    ) {
        let instrument = built_in();
        let before = Construct::ALL.map(|each| scored(&instrument, &responses, each));
        responses.set_item(&instrument, place, option);
        for (construct, before) in Construct::ALL.into_iter().zip(before) {
            if construct_of(&instrument, place) != construct {
                prop_assert_eq!(scored(&instrument, &responses, construct), before);
            }
        }
    }

    #[test]
    fn the_error_never_shrinks_when_an_answer_is_taken_away(
        responses in any_responses(&built_in()),
        place in 0_usize..26,
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
                prop_assert!(score.answered <= scale(&instrument, construct).len());
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
        for place in 0..26 {
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
fn the_two_good_news_statements_are_the_ones_the_tests_take_them_for() {
    let instrument = built_in();
    let reversed: Vec<&str> = (instrument.items().iter())
        .filter(|item| item.keying == Keying::Reversed)
        .map(|item| item.id.as_str())
        .collect();
    assert_eq!(reversed, ["what_matters_done", "able_to_handle"]);
}
