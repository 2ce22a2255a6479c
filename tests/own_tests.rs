//! The tests that an instrument brings: a file whose own tests fail is not used.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

mod common;

use common::{INSTRUMENT, complaints, complaints_about, plain_json, steady_json};
use serde_json::{Value, json};

const FINE: [&str; 0] = [];

/// What is said of the built-in instrument with this one test of its own.
fn tested(test: Value) -> Vec<String> {
    complaints(|d| d["tests"] = json!([test]))
}

#[test]
fn a_file_whose_own_tests_fail_is_refused_with_what_the_answers_come_to() {
    let all = vec![json!(2); 26];
    assert_eq!(tested(json!({ "answers": all, "scores": { "burnout": 50 } })), FINE);
    assert_eq!(
        tested(json!({ "answers": all, "scores": { "burnout": 49.9, "tiredness": null } })),
        [
            "tests[0].scores.burnout is 49.9, but these answers come to 50",
            "tests[0].scores.tiredness is null, but these answers come to 50",
        ]
    );
    assert_eq!(
        tested(json!({ "answers": { "busy_day": 4 }, "scores": { "tiredness": 100 } })),
        ["tests[0].scores.tiredness is 100, but these answers come to no score"]
    );
}

#[test]
fn a_published_score_of_two_decimals_is_met() {
    let mut answers = vec![json!(0); 26];
    (answers[3], answers[15]) = (json!(4), json!(4));
    answers[4] = json!(1);
    // One of 48 points: 2.0833…
    for (score, said) in
        [(2.08, FINE.to_vec()), (2.09, vec!["is 2.09, but these answers come to 2.08"])]
    {
        let found = tested(json!({ "answers": answers, "scores": { "burnout": score } }));
        let said: Vec<String> =
            said.iter().map(|what| format!("tests[0].scores.burnout {what}")).collect();
        assert_eq!(found, said);
    }
}

#[test]
fn a_test_that_names_what_is_not_there_is_refused() {
    assert_eq!(
        tested(json!({
            "answers": { "busy_day": 7, "nap": 1, "sleepy": null },
            "scores": { "sleep": 1 },
            "bands": { "burnout": "low" },
        })),
        [
            "tests[0].answers.busy_day is 7, but the options of this item are worth 0, 1, 2, 3, 4",
            "tests[0].answers.nap answers no item of this instrument",
            "tests[0].scores.sleep names 'sleep', but there is no scale with this id",
            "tests[0].bands.burnout is 'low', but these answers come to no band",
        ]
    );
    assert_eq!(
        tested(json!({ "answers": vec![json!(0); 27] })),
        ["tests[0].answers[26] answers no item of this instrument"]
    );
}

#[test]
fn the_band_of_a_test_must_be_the_one_that_the_score_lies_in() {
    let in_band = |a: i16, band: &str| {
        complaints_about(plain_json(), |d| {
            let answers = json!({ "a": a, "b": 0 });
            d["tests"] = json!([{ "answers": answers, "bands": { "one": band } }]);
        })
    };
    assert_eq!((in_band(3, "high"), in_band(1, "low")), (vec![], vec![]));
    assert_eq!(
        in_band(1, "high"),
        ["tests[0].bands.one is 'high', but these answers come to 'low'"]
    );
}

#[test]
fn a_wrong_score_in_the_shipped_tests_would_be_found() {
    let mut whole: Value = serde_json::from_str(INSTRUMENT).unwrap();
    assert!(whole["tests"].as_array().unwrap().len() >= 4);
    whole["tests"][2]["scores"]["compassion_fatigue"] = json!(40);
    assert_eq!(
        complaints_about(whole, |_| {}),
        ["tests[2].scores.compassion_fatigue is 40, but these answers come to 50"]
    );
    assert_eq!(complaints_about(steady_json(), |_| {}), FINE);
}
