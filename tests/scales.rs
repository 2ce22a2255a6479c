//! Scales of any kind: each method, minimum, total and band, worked out by hand.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

mod common;

use burnout_screener::instrument::Instrument;
use burnout_screener::outcome::Outcome;
use burnout_screener::response::Responses;
use burnout_screener::scoring::facet_score;
use common::{build, built_in, plain_json, with_sums};
use serde_json::{Value, json};

fn plain(change: impl FnOnce(&mut Value)) -> Instrument {
    let mut file = plain_json();
    change(&mut file);
    build(file).unwrap()
}

/// Answers by the values of their options, in the order of the items.
fn answered(instrument: &Instrument, values: &[Option<i16>]) -> Responses {
    let mut responses = Responses::new(instrument);
    for (item, value) in values.iter().enumerate() {
        let options = instrument.options(item);
        let option = value.map(|value| options.iter().position(|o| o.value == value).unwrap());
        responses.set_item(instrument, item, option.map(|option| u8::try_from(option).unwrap()));
    }
    responses
}

/// The scores of all scales, to a hundredth.
fn scores<const N: usize>(instrument: &Instrument, values: [Option<i16>; N]) -> Vec<Option<f64>> {
    let outcome = Outcome::new(instrument, &answered(instrument, &values));
    let rounded = |value: f64| (value * 100.0).round() / 100.0;
    outcome.standings.iter().map(|each| each.score.map(|score| rounded(score.value))).collect()
}

/// Items `a` and `b` make the sum, `c` (reversed) and `d` the mean, all four the percentage.
#[test]
fn a_sum_a_mean_and_a_percentage_are_what_a_hand_says() {
    let instrument = plain(|_| {});
    // Reversed, 0 of 0 to 3 counts 3 and 1 counts 2.
    for (values, expected) in [
        ([0, 0, 3, 0], [0.0, 0.0, 0.0]),
        ([3, 3, 0, 3], [6.0, 3.0, 100.0]),
        ([1, 3, 1, 1], [4.0, 1.5, 58.33]),
        ([1, 0, 0, 1], [1.0, 2.0, 41.67]),
    ] {
        assert_eq!(scores(&instrument, values.map(Some)), expected.map(Some), "{values:?}");
    }
}

#[test]
fn the_span_of_a_scale_follows_from_its_method_its_options_and_its_weights() {
    let instrument = plain(|d| {
        d["option_sets"]["how_much"][0]["value"] = json!(-2);
        d["items"][1]["weight"] = json!(3);
    });
    let spans: Vec<(f64, f64)> = instrument.scales().iter().map(|scale| scale.span).collect();
    assert_eq!(spans, [(-8.0, 12.0), (-2.0, 3.0), (0.0, 100.0)]);
    assert_eq!(scores(&instrument, [-2, -2, 3, -2].map(Some))[0], Some(-8.0));
    assert_eq!(scores(&instrument, [1, 3, 3, -2].map(Some))[..2], [Some(10.0), Some(-2.0)]);
}

#[test]
fn options_that_fall_score_as_their_values_say() {
    let instrument = plain(|d| d["option_sets"]["how_much"].as_array_mut().unwrap().reverse());
    assert_eq!(scores(&instrument, [1, 3, 1, 1].map(Some))[..2], [Some(4.0), Some(1.5)]);
    assert_eq!(instrument.keyed(0, 0), Some(3));
    assert_eq!(instrument.keyed(2, 0), Some(0));
}

#[test]
fn a_total_counts_every_item_of_its_scales_by_its_own_method_and_minimum() {
    for (method, expected) in [("sum", 7.0), ("mean", 1.75), ("percent", 58.33)] {
        let instrument = plain(|d| d["scales"][2]["method"] = json!(method));
        assert_eq!(scores(&instrument, [1, 3, 1, 1].map(Some))[2], Some(expected), "{method}");
    }
    let instrument = plain(|d| {
        d["scales"][2]["minimum"] = json!({ "count": 3 });
        d["scales"][2]["method"] = json!("sum");
    });
    // One scale has too few answers; the total of three answers has enough: 5 of 3 is 6.67 of 4.
    let values = [Some(1), None, Some(1), Some(1)];
    assert_eq!(scores(&instrument, values), [None, Some(1.5), Some(5.33)]);
    assert_eq!(scores(&instrument, [Some(1), None, None, Some(1)])[2], None);
}

#[test]
fn each_minimum_is_met_from_exactly_so_many_answers_on() {
    let four = |minimum: Value, given: usize| {
        let instrument = plain(|d| {
            d["scales"][0]["items"] = json!(["a", "b", "c", "d"]);
            d["scales"][0]["minimum"] = minimum;
        });
        let value = |item: usize| (item < given).then_some(1);
        scores(&instrument, [0, 1, 2, 3].map(value))[0].is_some()
    };
    for (minimum, fewest) in [
        (json!("all"), 4),
        (json!({ "count": 1 }), 1),
        (json!({ "count": 3 }), 3),
        (json!({ "share": 0.5 }), 2),
        (json!({ "share": 0.51 }), 3),
        (json!({ "share": 0.01 }), 1),
        (json!({ "share": 1 }), 4),
        (json!({ "each_facet": 0.75 }), 3),
    ] {
        assert!(four(minimum.clone(), fewest), "{minimum}");
        assert!(!four(minimum.clone(), fewest - 1), "{minimum}");
    }
}

#[test]
fn a_share_of_each_facet_is_wanted_of_each_facet() {
    let instrument = plain(|d| d["scales"][1]["minimum"] = json!({ "each_facet": 0.5 }));
    assert_eq!(scores(&instrument, [None, None, Some(1), Some(1)])[1], Some(1.5));
    assert_eq!(scores(&instrument, [None, None, Some(1), None])[1], None);
    let whole = plain(|d| d["scales"][1]["minimum"] = json!({ "share": 0.5 }));
    assert_eq!(scores(&whole, [None, None, Some(1), None])[1], Some(2.0));
}

#[test]
fn a_missing_answer_counts_as_the_mean_of_the_others_in_a_sum_too() {
    let instrument = plain(|d| {
        d["scales"][0]["items"] = json!(["a", "b", "d"]);
        d["scales"][0]["minimum"] = json!({ "count": 2 });
        d["items"][3]["weight"] = json!(2);
    });
    // 1 and 3 of four weights: a mean of 2.
    assert_eq!(scores(&instrument, [Some(1), Some(3), None, None])[0], Some(8.0));
    // 1 once and 3 twice of three weights: 7 of 3, 9.33 of 4.
    assert_eq!(scores(&instrument, [Some(1), None, None, Some(3)])[0], Some(9.33));
    assert_eq!(scores(&instrument, [Some(1), Some(0), None, Some(3)])[0], Some(7.0));
}

#[test]
fn with_items_of_different_ranges_a_missing_answer_never_leads_out_of_the_span() {
    for method in ["sum", "mean"] {
        let instrument = plain(|d| {
            d["option_sets"]["wide"] =
                json!([{ "id": "none", "value": 0 }, { "id": "all", "value": 100 }]);
            for (place, set) in ["how_much", "wide", "how_much", "how_much"].iter().enumerate() {
                d["items"][place]["options"] = json!(set);
            }
            d["scales"][0]["method"] = json!(method);
            d["scales"][0]["minimum"] = json!({ "count": 1 });
        });
        let [least, most] = [0, 1].map(|end| {
            let values = [[0, 0], [3, 100]][end].map(Some);
            scores(&instrument, [values[0], values[1], None, None])[0].unwrap()
        });
        assert_eq!((least, most), instrument.scales()[0].span);
        for (a, b, expected) in
            [(None, Some(100), most), (Some(3), None, most), (None, Some(0), least)]
        {
            let found = scores(&instrument, [a, b, None, None])[0];
            assert_eq!(found, Some(expected), "{method} {a:?} {b:?}");
        }
    }
}

#[test]
fn a_score_lies_in_the_highest_band_that_begins_at_it_or_below_it() {
    let instrument = plain(|_| {});
    let band = |a, b| {
        let outcome_of = answered(&instrument, &[a, b, None, None]);
        let outcome = Outcome::new(&instrument, &outcome_of);
        outcome.standings[0].band.map(|band| band.id.clone())
    };
    assert_eq!(band(Some(0), Some(0)).as_deref(), Some("low"));
    assert_eq!(band(Some(1), Some(1)).as_deref(), Some("low"));
    assert_eq!(band(Some(3), Some(0)).as_deref(), Some("high"), "exactly where it begins");
    assert_eq!(band(Some(3), Some(3)).as_deref(), Some("high"));
    assert_eq!(band(Some(3), None), None, "no score, no band");
    let outcome_of = answered(&instrument, &[None, None, Some(1), Some(1)]);
    assert_eq!(Outcome::new(&instrument, &outcome_of).standings[1].band, None, "no bands");
}

#[test]
fn a_cut_off_that_no_binary_number_is_is_met_by_the_score_that_is_it() {
    // A mean of 0.7 on ten items, once each as 7 · 1.
    let instrument = plain(|d| {
        d["items"] = (0..10).map(|n| json!({ "id": format!("n{n}") })).collect();
        d["scales"] = json!([{
            "id": "ten", "method": "mean", "items": (0..10).map(|n| format!("n{n}")).collect::<Vec<_>>(),
            "bands": [{ "id": "low" }, { "id": "high", "from": 0.7 }],
        }]);
    });
    let with = |ones: usize| {
        let values: Vec<Option<i16>> = (0..10).map(|n| Some(i16::from(n < ones))).collect();
        let responses = answered(&instrument, &values);
        Outcome::new(&instrument, &responses).standings[0].band.unwrap().id.clone()
    };
    assert_eq!((with(6), with(7)), ("low".to_owned(), "high".to_owned()));
}

#[test]
fn an_answer_opens_the_help_card_from_the_value_that_the_file_names_on() {
    let instrument = plain(|d| d["items"][1]["alert"] = json!(1));
    let alert =
        |values: [Option<i16>; 4]| Outcome::new(&instrument, &answered(&instrument, &values)).alert;
    assert!(!alert([Some(3), None, Some(3), Some(3)]), "the other items open nothing");
    assert!(!alert([None, Some(0), None, None]));
    assert!(alert([None, Some(1), None, None]) && alert([None, Some(3), None, None]));
    // The value that was chosen counts, not what it adds.
    let reversed = plain(|d| d["items"][2]["alert"] = json!(3));
    assert_eq!(reversed.keyed(2, 2), Some(0));
    assert!(Outcome::new(&reversed, &answered(&reversed, &[None, None, Some(3), None])).alert);
}

#[test]
fn without_a_profile_nothing_of_one_is_said() {
    let instrument = plain(|_| {});
    assert!(instrument.profiled().is_none() && !instrument.asks_role());
    let outcome_of = answered(&instrument, &[Some(3); 4]);
    assert_eq!(Outcome::new(&instrument, &outcome_of).classification, None);
    assert!(plain(|d| d["asks_role"] = json!(true)).asks_role());
}

#[test]
fn a_scale_without_a_known_precision_has_a_score_without_an_error() {
    let instrument = plain(|d| {
        d["scales"][1]["precision"] = json!({ "deviation": 0.5, "reliability": 0.75 });
    });
    let outcome_of = answered(&instrument, &[Some(1); 4]);
    let standings = Outcome::new(&instrument, &outcome_of).standings;
    let errors: Vec<Option<f64>> = standings.iter().map(|each| each.score.unwrap().error).collect();
    // .5 · √.25, in the unit of the score.
    assert_eq!(errors, [None, Some(0.25), None]);
    assert_eq!(standings[1].scale.reliable_change(), None, "how two checks agree is not known");
}

#[test]
fn the_outcome_of_the_built_in_check_has_its_scales_and_its_profile() {
    let instrument = built_in();
    let responses = with_sums(&instrument, 28, 13, 8);
    let outcome = Outcome::new(&instrument, &responses);
    assert_eq!(outcome.classification, Some(common::classify(&instrument, &responses)));
    let ids: Vec<&str> = outcome.standings.iter().map(|each| each.scale.id.as_str()).collect();
    assert_eq!(ids, ["burnout", "compassion_fatigue", "tired", "recovery", "carries"]);
    assert!(!outcome.alert);
}

/// The score of the facet of `b` and `c`, where the scale wants of each facet what it says, or all.
fn of_facet(minimum: Option<Value>, values: [Option<i16>; 4]) -> Option<f64> {
    let instrument = plain(|d| {
        d["scales"][1]["facets"] =
            json!([{ "id": "x", "items": ["b", "c"] }, { "id": "y", "items": ["d"] }]);
        if let Some(minimum) = minimum {
            d["scales"][1]["minimum"] = minimum;
        }
    });
    let scale = &instrument.scales()[1];
    facet_score(&instrument, scale, &scale.facets[0], &answered(&instrument, &values))
}

#[test]
fn half_of_a_facet_is_enough_for_its_own_score_where_the_scale_wants_no_share_of_it() {
    assert_eq!(of_facet(None, [None, Some(3), None, None]), Some(100.0));
    assert_eq!(of_facet(None, [None, Some(3), Some(3), None]), Some(50.0));
    assert_eq!(of_facet(None, [None, None, None, Some(3)]), None);
}

#[test]
fn where_a_scale_wants_more_of_each_facet_so_does_the_score_of_one() {
    let most = || Some(json!({ "each_facet": 0.75 }));
    assert_eq!(of_facet(most(), [None, Some(3), None, None]), None);
    assert_eq!(of_facet(most(), [None, Some(3), Some(3), None]), Some(50.0));
}
